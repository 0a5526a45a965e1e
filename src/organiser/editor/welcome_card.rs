//! The card of the first page: title, whose it is, what it is for, who sees the answers. And what
//! happens once they are sent.

use crate::model::draft::Place;
use crate::organiser::beside::here;
use crate::organiser::field::TextField;
use crate::organiser::ids::card_id;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::title::title;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// Closed, it shows the title. Open, its fields.
pub fn welcome_card(desk: Desk) -> El {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Welcome);
    let closed = move || {
        let title = el("span").class("card-text").attr("dir", "auto");
        let opener = button("card-opener")
            .on("click", move |_| desk.open(Spot::Welcome))
            .child(el("span").class("card-kind").text("Welcome page"))
            .child(title.live_text(move || self::title(desk)));
        parts().child(opener)
    };
    el("section")
        .class("card editor-card")
        .class_while("open", move || open.get())
        .id(card_id(Spot::Welcome))
        .attr("aria-label", "Welcome page")
        .child(here(desk, Spot::Welcome))
        .show(move || open.get(), move || open_card(desk))
        .show(move || !open.get(), closed)
}

fn open_card(desk: Desk) -> El {
    let field = move |place: Place, label: &'static str, help: &'static str, rows: u32| {
        view! { <TextField desk place label help rows /> }
    };
    let we_add = "We add the rest: how long it takes, and that people do not have to answer.";
    parts()
        .child(el("h2").class("card-kind").text("Welcome page"))
        .view(field(Place::Title, "Title", "", 1))
        .view(field(
            Place::Organisation,
            "Who is asking?",
            "The name of your group or team. People want to know whose survey it is.",
            1,
        ))
        .view(field(
            Place::Welcome,
            "What is it for?",
            "Say why you ask, and what you will do with the answers.",
            3,
        ))
        .view(field(Place::WhoSees, "Who will see the answers?", "", 2))
        .view(field(
            Place::After,
            "What happens next?",
            "People read this once they have sent their answers.",
            2,
        ))
        .child(el("p").class("help").text(we_add))
}
