//! Says that the browser deleted what was kept here, for as long as the person has not closed it: the
//! next key must not wipe it away.

use super::home::copy_button;
use super::state::{Desk, Emptied, HEADING};
use super::words;
use crate::browser::page;
use crate::ui::el::{El, announced, button, el};
use leptos::prelude::*;

/// The notice, while there is something to tell.
pub fn emptied(desk: Desk) -> El {
    let notice = move |what: Emptied| {
        let title = el("strong").text("This browser deleted what was kept here. ");
        let close = button("button plain").text("Close").on("click", move |_| {
            desk.emptied.set(None);
            // The button went with the notice.
            page::focus_soon(HEADING);
        });
        el("div")
            .class("notice bad with-action")
            .child(el("p").child(title).text(told(what)))
            .child(
                el("div")
                    .class("button-row")
                    .child(copy_button(desk, "Save a backup"))
                    .child(close),
            )
    };
    announced("alert", move || desk.emptied.get().map(notice).into_iter().collect())
}

fn told(what: Emptied) -> String {
    let Emptied::UnderThePage { lost, photos } = what else {
        return "Your surveys are back. Answers, keys and photos may be missing. Open a backup that you saved \
                before."
            .to_owned();
    };
    let cleared = "Somebody may have cleared its data.";
    if (lost, photos) == (0, 0) {
        return format!("{cleared} We have put your work back.");
    }
    let lost = (lost > 0).then(|| {
        let answers = words::count(lost, "answer", "answers");
        format!(" {answers} of other surveys could not be put back.")
    });
    let photos = (photos > 0).then(|| {
        let photos = words::count(photos, "photo, sound or video", "photos, sounds or videos");
        format!(" {photos} of your own could not be found in this browser.")
    });
    format!(
        "{cleared} We have put back what was open on this page.{}{} Open a backup that you saved before.",
        lost.unwrap_or_default(),
        photos.unwrap_or_default(),
    )
}
