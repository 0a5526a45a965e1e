//! The heading of a participant's page. One place for it, since the same pages stand in the
//! participant's program, where it is the first heading, and in the preview, where it is a third.

use super::el::{El, el};

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It names the page.
    Page,
    /// It names a part of the page: what a reviewer looks at.
    Part,
    /// It is in the preview, under the preview's own heading.
    Preview,
}

impl Level {
    /// The tag of a heading below it.
    pub fn below(self) -> &'static str {
        match self {
            Level::Page => "h2",
            Level::Part => "h3",
            Level::Preview => "h4",
        }
    }
}

/// A heading that can take the focus when a page begins. Its words are still to be put in.
pub fn heading(level: Level, id: &'static str) -> El {
    let tag = match level {
        Level::Page => "h1",
        Level::Part => "h2",
        Level::Preview => "h3",
    };
    el(tag).class("question-text words say").id(id).attr("tabindex", "-1").attr("dir", "auto")
}
