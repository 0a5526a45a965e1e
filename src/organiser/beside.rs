//! Signs of the person at the other device, while two work side by side: on the card that they have
//! open, on its line in the outline, and above all cards.

use super::screen::{Part, Screen};
use super::state::{Desk, Spot, live::Pairing};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// Says that the other person is at this card. Empty while they are not.
pub fn here(desk: Desk, spot: Spot) -> El {
    let is_here = Memo::new(move |_| desk.is_other_at(spot));
    let name = move || {
        let name = desk.live.name.get();
        if name.is_empty() { "The other person".to_owned() } else { name }
    };
    let tag = move || el("span").class("here-tag").text(format!("{} is here", name()));
    el("span")
        .class("here")
        .attr("dir", "auto")
        .live(move || is_here.get().then(tag).into_iter().collect())
}

/// Says above the cards that there is another device, or that it went.
pub fn sign(desk: Desk) -> El {
    let to_pair = move || {
        let Screen::Survey(id, _) = desk.screen.get_untracked() else { return el("span") };
        let screen = Screen::Survey(id, Part::Beside);
        el("a")
            .attr("href", format!("#{}", screen.fragment()))
            .on_follow(move || desk.go(screen))
            .text("Pair again")
    };
    let said = move || {
        let line = |text| el("p").class("beside").text(text);
        match desk.live.pairing.get() {
            _ if !desk.is_pair_on_desk() => Vec::new(),
            Pairing::Together => vec![line(format!("Connected with {}.", desk.live.called()))],
            Pairing::Gone => vec![
                line("The other device has gone. Your changes are kept. ".to_owned())
                    .child(to_pair()),
            ],
            _ => Vec::new(),
        }
    };
    el("div").live(said)
}
