//! The build of the pages, begun while other steps run. Its longest part is one linker on one processor, and the
//! lints and the native tests leave it one.
//!
//! Absent: whether it worked. The step that needs the pages builds them itself, which takes a moment when this
//! has, and says what is wrong when it has not.

use crate::place::Place;
use std::process::{Child, Command, Stdio};

pub struct Ahead(Option<Child>);

impl Ahead {
    /// Begins it, and says nothing: its lines would stand among those of the other steps.
    pub fn begin(place: &Place) -> Ahead {
        let mut build = Command::new(std::env::current_exe().unwrap_or_else(|_| "xtask".into()));
        build.arg("build").current_dir(&place.root);
        build.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ahead(build.spawn().ok())
    }

    /// Two builds in one folder would only wait for each other.
    pub fn wait(self) {
        if let Some(mut child) = self.0 {
            _ = child.wait();
        }
    }
}
