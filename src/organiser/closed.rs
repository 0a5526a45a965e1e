//! What stands in place of the program when the browser does not open what it keeps: lists without it
//! would say that all of it is gone.

use super::state::HEADING;
use crate::browser::page;
use crate::ui::el::{El, button, el};

/// The page.
pub fn closed() -> El {
    let heading = "Your work could not be opened";
    let words = "This browser keeps your work, but did not open it just now. Nothing has been deleted. \
                 Reload this page. If that does not help, close all windows of this browser, and open \
                 this page again.";
    let reload = button("button primary").on("click", |_| page::reload()).text("Reload this page");
    let notice = el("div").class("notice bad with-action").attr("role", "alert");
    el("div").class("organiser").child(
        el("main")
            .class("column")
            .child(el("h1").id(HEADING).attr("tabindex", "-1").text(heading))
            .child(notice.child(el("p").text(words)).child(reload)),
    )
}
