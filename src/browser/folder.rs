//! What a name is called in the browser's storage. Everything that a browser keeps belongs to a host, and
//! two teams may have put the app into two folders of one. So names say in which folder they are.
//!
//! That keeps the two from mixing their work up, not from reading each other's: only a host of its own does
//! (`docs/hosting.md`).

use super::window;
use std::cell::RefCell;

/// Stands between a name and the folder. No name of ours has it.
const IN: char = '@';

thread_local! {
    /// The folder with the sign in front. Empty at the top of a host.
    static FOLDER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes where the app is, before anything is kept or found: this page is in the folder `page` of it.
pub fn begin(page: &str) {
    let path = window().location().pathname().unwrap_or_default();
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    let folder = folder.strip_suffix(page).unwrap_or(folder);
    if folder != "/" {
        FOLDER.set([&IN.to_string(), folder].concat());
    }
}

/// The name as the storage knows it.
pub(super) fn full(name: &str) -> String {
    FOLDER.with_borrow(|folder| [name, folder].concat())
}

/// The name that stands for this in the storage. `None` for what is of another folder.
pub(super) fn own(full: &str) -> Option<&str> {
    FOLDER.with_borrow(|folder| full.strip_suffix(&**folder).filter(|name| !name.contains(IN)))
}
