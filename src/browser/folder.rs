//! What a name is called in the browser's storage. Everything that a browser keeps belongs to a host, and
//! two teams may have put the app into two folders of one. So names say in which folder they are.
//!
//! That keeps the two from mixing their work up, not from reading each other's: only a host of its own does
//! (`docs/hosting.md`).

use super::window;

/// Stands between a name and the folder. No name of ours has it.
const IN: char = '@';

thread_local! {
    /// The folder with the sign in front. Empty at the top of a host.
    static FOLDER: String = folder();
}

/// The name as the storage knows it.
pub(super) fn full(name: &str) -> String {
    FOLDER.with(|folder| [name, folder].concat())
}

/// The name that stands for this in the storage. `None` for what is of another folder.
pub(super) fn own(full: &str) -> Option<&str> {
    FOLDER.with(|folder| full.strip_suffix(&**folder).filter(|name| !name.contains(IN)))
}

/// Where the scripts of the app are, without `assets/`: the same for each of its pages.
fn folder() -> String {
    let script =
        window().document().and_then(|document| document.query_selector("script[src]").ok()?);
    let source = script.and_then(|script| script.get_attribute("src")).unwrap_or_default();
    let path =
        web_sys::Url::new_with_base(&source, &window().location().href().unwrap_or_default());
    let path = path.map(|url| url.pathname()).unwrap_or_default();
    match path.rsplit_once("assets/") {
        None | Some(("/", _)) => String::new(),
        Some((folder, _)) => [&IN.to_string(), folder].concat(),
    }
}
