//! The card where files are given: many, a folder, a zip, or a mailbox. They can also be dropped anywhere on the screen.

use crate::browser::dropped::Walked;
use crate::browser::file;
use crate::organiser::state::Desk;
use crate::ui::el::{El, Event, el};
use leptos::task::spawn_local;

/// The card.
pub fn files(desk: Desk) -> El {
    let choose = move |event: Event| {
        let files = file::given(&event);
        spawn_local(desk.take_files(Walked { files, unread: Vec::new() }));
    };
    let input = || {
        let input = el("input").attr("type", "file").attr("multiple", "");
        input.attr("aria-describedby", "files-help").on("change", choose)
    };
    let button = |name: &'static str, input: El| {
        el("label").class("button file-button").text(name).child(input)
    };
    let folder = input().attr("webkitdirectory", "");
    let help = "Drop files or a whole folder here, or choose them. Emails that you saved as files, \
                mailboxes (.mbox), zip files and photos of a code all work.";
    el("div")
        .class("card drop")
        .child(el("h2").text("Or add files"))
        .child(el("p").class("help").id("files-help").text(help))
        .child(
            el("div")
                .class("button-row")
                .child(button("Choose files", input()))
                .child(button("Choose a folder", folder)),
        )
}
