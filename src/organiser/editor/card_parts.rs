//! What opens in the card of a question: the list of kinds, what can be done with the question or
//! with one of its choices, what a chip opens, and what is about its picture.
//!
//! Part of the second part of the program.

use super::choice_line::{ChoiceLine, choice_more_id};
use super::media::{about_media, choose_id};
use super::open_card::{Card, has_words, is_page, more_id, quiet};
use super::options::{groups, not_say};
use super::picture::{button_id, picture_idea};
use super::{earlier, limits, picture, repeat, when};
use crate::browser::page;
use crate::model::chips::Chip;
use crate::model::draft::{ChoicePart, Place};
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::editor::controls::tick;
use crate::organiser::ids::field_id;
use crate::organiser::state::Pictured;
use crate::organiser::words;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;

/// The list of kinds, over the pill that says the kind: each with an example.
pub fn kind_list(card: Card) -> El {
    let Card { desk, id, kind, .. } = card;
    let choose = move |event: Event| {
        let chosen = event_target_value(&event);
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| words::kind(*kind) == chosen) {
            desk.set_kind(id, kind);
        }
    };
    let option = move |each: &Kind| {
        let each = *each;
        el("option")
            .attr("value", words::kind(each))
            .text(format!("{} – {}", words::kind(each), words::kind_example(each)))
            .selected(move || kind.get() == each)
    };
    let group = |(name, kinds): (&'static str, &'static [Kind])| {
        el("optgroup").attr("label", name).children(kinds.iter().map(option))
    };
    let label = move || {
        let label = if is_page(kind.get()) { "Type of page" } else { "Type of question" };
        Some(label.to_owned())
    };
    let list = el("select").live_attr("aria-label", label).on("change", choose);
    parts().child(list.children(words::KINDS.map(group)))
}

/// What can be done with a question.
pub fn card_menu(card: Card) -> El {
    let Card { desk, id, kind, .. } = card;
    // Who takes one of these has closed the list with it.
    let item = move |class, name: &'static str, act: Box<dyn Fn() + Send>| {
        button(class).text(name).on("click", move |_| {
            card.menu.set(false);
            act();
        })
    };
    let line = |name, act| item("menu-item", name, act);
    let hint = Place::Hint(id);
    let inserts = move |place: Place| -> Box<dyn Fn() + Send> {
        Box::new(move || {
            card.inserts.set(Some(place));
            page::focus_soon(super::put_in::FIRST);
        })
    };
    let is_section = kind.get_untracked() == Kind::Section;
    let is_page = is_page(kind.get_untracked());
    let has_help = card.help.get_untracked();
    let has_picture = !desk.picture(Pictured::Question(id)).is_empty();
    let has_earlier =
        desk.draft.with_untracked(|draft| earlier::tells(draft.content(), id).next().is_some());
    let mut items = Vec::new();
    if !is_page && !has_help {
        items.push(line(
            "Help text",
            Box::new(move || {
                card.help.set(true);
                page::focus_soon(&field_id(None, hint));
            }),
        ));
    }
    if has_picture {
        items.push(line(
            "Describe the picture",
            Box::new(move || {
                card.describes.set(true);
                page::focus_soon(&picture::alt_id(id));
            }),
        ));
    }
    if !card.media.get_untracked() {
        items.push(line(
            "Sound or video",
            Box::new(move || {
                card.media.set(true);
                page::focus_soon(&choose_id(id));
            }),
        ));
    }
    if has_earlier {
        items.push(line("Insert an earlier answer", inserts(Place::Question(id))));
        if is_page {
            items.push(line("Insert an earlier answer in the words", inserts(hint)));
        } else if has_help {
            items.push(line("Insert an earlier answer in the help text", inserts(hint)));
        }
    }
    items.push(line(
        "Move to…",
        Box::new(move || {
            // What opens a dialog gets the focus back.
            page::focus_soon(&more_id(id));
            desk.ask_where(desk.with_section(id));
        }),
    ));
    items.push(line("Duplicate", Box::new(move || desk.duplicate(id))));
    if is_section {
        let step = |name, down: bool| {
            let is_end =
                desk.draft.with_untracked(|draft| draft.content().section_step(id, down).is_none());
            line(
                name,
                Box::new(move || {
                    desk.move_section(id, down);
                    page::focus_soon(&more_id(id));
                }),
            )
            .attr_if("disabled", is_end.then_some(""))
        };
        items.push(step("Move the whole section up", false));
        items.push(step("Move the whole section down", true));
        items.push(line(
            "Duplicate the whole section",
            Box::new(move || desk.duplicate_section(id)),
        ));
    }
    items.push(item("menu-item danger", "Delete", Box::new(move || desk.remove(id))));
    parts().children(items)
}

/// What can be done with a choice. It stays open while the choice moves.
pub fn choice_menu(line: ChoiceLine) -> El {
    let ChoiceLine { card, choice, number, ids, before, menu } = line;
    let (desk, question) = (card.desk, card.id);
    let picture = button("menu-item").text("Picture…").on("click", move |_| {
        menu.set(false);
        page::focus_soon(&choice_more_id(question, choice));
        desk.picking.set(Some(Pictured::Choice(question, choice)));
    });
    if standard::is_standard(choice) {
        return parts().child(picture);
    }
    let step = move |down: bool| {
        let word = if down { "down" } else { "up" };
        let is_end = move || match down {
            true => number.get() == ids.with(Vec::len),
            false => number.get() <= 1,
        };
        button("menu-item")
            .live_attr("aria-label", move || Some(format!("Move choice {} {word}", number.get())))
            .live_attr("aria-disabled", move || is_end().then(|| "true".to_owned()))
            .text(format!("Move {word}"))
            .on("click", move |_| desk.move_choice(question, choice, down))
    };
    let remove = button("menu-item danger")
        .live_attr("aria-label", move || Some(format!("Remove choice {}", number.get())))
        .text("Remove")
        .on("click", move |_| desk.remove_choice(question, choice));
    let alone = move || {
        let ticked = Memo::new(move |_| {
            desk.draft.with(|draft| {
                let question = draft.content().question(question);
                question.and_then(|q| q.choice(choice)).is_some_and(|choice| choice.alone)
            })
        });
        let set = Callback::new(move |on| {
            before.set_value(None);
            desk.set_choice_part(question, choice, ChoicePart::Alone(on));
        });
        parts().child(tick(words::CLEARS, "", ticked, set))
    };
    parts()
        .children([step(false), step(true), picture])
        .show(move || card.kind.get().picks_many(), alone)
        .child(remove)
}

/// What a chip opens.
pub fn chip_panel(card: Card, chip: Chip) -> El {
    let Card { desk, id, kind, .. } = card;
    parts().child(match chip {
        Chip::Asked => when::when(desk, id),
        Chip::Repeats => repeat::repeat(desk, id),
        Chip::Personal => not_say(desk, id),
        Chip::Limits => el("div").live(move || {
            // Drawn again only when a number becomes a count of choices.
            let counts = kind.get() != Kind::Number;
            vec![untrack(|| limits::limits(desk, id, counts))]
        }),
        Chip::Groups => groups(desk, id),
    })
}

/// The quiet ways to a picture that fits the words, and to words for the picture.
pub fn picture_links(card: Card) -> El {
    let Card { desk, id, .. } = card;
    let place = Place::PictureAlt(id);
    let of = Pictured::Question(id);
    let has_picture = Memo::new(move |_| desk.draft.with(|_| !desk.picture(of).is_empty()));
    let is_described = move || card.describes.get() || has_words(desk, place);
    let describe = move |_| {
        card.describes.set(true);
        page::focus_soon(&picture::alt_id(id));
    };
    parts()
        .show(
            move || has_picture.get() && !is_described(),
            move || parts().child(quiet("Describe the picture").on("click", describe)),
        )
        .and(picture_idea(desk, of, button_id(of)))
}

/// What the picture of the question shows, where that is asked or said. And its sound or video.
pub fn about_picture(card: Card) -> El {
    picture::description(card).and(about_media(card))
}
