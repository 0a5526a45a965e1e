//! Sending the draft itself to others who write on it, by file or link.

use super::invite::my_name;
use crate::browser::{file, page, share};
use crate::model::sending::{self, Length, Thing};
use crate::organiser::buttons::button;
use crate::organiser::link_ways::link_field;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the link, when the browser does not let us copy.
const LINK: &str = "draft-link";

/// The card.
pub fn drafts(desk: Desk) -> El {
    let by_hand = RwSignal::new(None::<String>);
    let save = move || {
        let text = desk.draft_text();
        let saved = file::save("draft.ask-draft.txt", "text/plain", text.as_bytes()).is_ok();
        desk.tell(if saved {
            "The draft is saved as draft.ask-draft.txt. Send that file."
        } else {
            "The draft was not saved. Please try again."
        });
    };
    let copy = move || {
        let link = [&page::address_of(""), "#", &desk.draft_text()].concat();
        let length = Length { link: link.len(), message: link.len() };
        if sending::fits_nowhere(length) {
            return desk.tell("This draft is too long for a link. Save it as a file instead.");
        }
        let long = sending::advice(Thing::Draft, length, false).unwrap_or_default();
        spawn_local(async move {
            by_hand.set(Some(link.clone()));
            if share::copy(&link, LINK).await {
                by_hand.set(None);
                desk.tell(
                    format!("The link is copied. Paste it into a message. {long}").trim_end(),
                );
            } else {
                desk.tell("The browser did not let us copy. The link is marked. Copy it yourself.");
            }
        });
    };
    let field = move |link: String| {
        link_field(LINK, move || link.clone()).attr("aria-label", "Link to the draft")
    };
    el("section")
        .class("card")
        .child(el("h2").text("Send it to a colleague"))
        .child(el("p").text(
            "They change the draft on their own computer and send it back. Add it below. Both your \
             changes are kept.",
        ))
        .child(my_name(desk))
        .child(
            el("div")
                .class("button-row")
                .child(button("button primary", "Copy a link to the draft", copy))
                .child(button("button", "Save the draft as a file", save)),
        )
        .child(el("div").live(move || by_hand.get().map(field).into_iter().collect()))
}
