//! The card of the open question: one row that moves it and says its kind, its words and its picture,
//! its choices, and a row of chips for what most questions leave as it is.
//!
//! Everything that opens in it comes with the second part of the program: nobody needs that to write.

use super::chips::chip_row;
use super::choices::choices;
use super::handle::handle;
use super::lines::{Line, Lines, OneLine};
use super::menu::menu;
use super::picture::PictureButton;
use crate::browser::page;
use crate::model::chips::Chip;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::field::{Insert, TextField};
use crate::organiser::ids::field_id;
use crate::organiser::later;
use crate::organiser::state::{Desk, Pictured};
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The open card, and what is open in it.
#[derive(Clone, Copy)]
pub struct Card {
    pub desk: Desk,
    pub id: QuestionId,
    pub kind: Memo<Kind>,
    /// The chip that a person opened.
    pub chip: RwSignal<Option<Chip>>,
    /// True from when a person asked for a help text that is not written yet.
    pub help: RwSignal<bool>,
    /// True from when a person asked to describe the picture.
    pub describes: RwSignal<bool>,
    /// True from when a person asked for a sound or video.
    pub media: RwSignal<bool>,
    /// The place that an earlier answer is about to go into.
    pub inserts: RwSignal<Option<Place>>,
    /// True while the list of what can be done with the question is open.
    pub menu: RwSignal<bool>,
}

/// What is in the card.
pub fn open_card(desk: Desk, id: QuestionId, line: OneLine, lines: Lines) -> El {
    let kind =
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(Kind::ShortText, |l| l.kind)));
    let card = Card {
        desk,
        id,
        kind,
        chip: RwSignal::new(None),
        help: RwSignal::new(false),
        describes: RwSignal::new(false),
        media: RwSignal::new(false),
        inserts: RwSignal::new(None),
        menu: RwSignal::new(false),
    };
    let what = Signal::derive(move || picture_of(kind.get()).to_owned());
    let label = Signal::derive(move || text_label(kind.get()).to_owned());
    let placeholder = Signal::derive(move || format!("{}…", text_label(kind.get())));
    let insert = Insert { question: id, into: card.inserts };
    let row = el("div")
        .class("question-row")
        .view(view! { <PictureButton desk of=Pictured::Question(id) what /> })
        .view(view! {
            <TextField desk place=Place::Question(id) label label_unseen=true placeholder rows=2 insert />
        });
    parts()
        .child(head(card, line, lines))
        .child(row)
        .and(help_text(card))
        .live_parts(move || later::once_here(desk, |later| (later.about_picture)(card)))
        .show(move || kind.get().has_choices(), move || parts().child(choices(card)))
        .and(chip_row(card))
        .live_parts(move || later::once_here(desk, |later| (later.about_question)(desk, id)))
}

/// The id of the button that opens the card's list of what can be done.
pub fn more_id(question: QuestionId) -> String {
    format!("more-{}", question.0)
}

/// The grip, the number, the kind, up, down, and all else.
fn head(card: Card, line: OneLine, lines: Lines) -> El {
    let Card { desk, id, kind, .. } = card;
    let number = move || line.with(|line| line.as_ref().and_then(|line| line.number));
    let name = move || match line.get() {
        Some(Line { number: Some(number), .. }) => number.to_string(),
        Some(line) => line.name,
        None => String::new(),
    };
    let heading = el("h2")
        .class("card-kind")
        .show(
            move || number().is_some(),
            move || parts().child(el("span").class("unseen").text("Question ")),
        )
        .live_text(name);
    let pill = el("div")
        .class("kind-pill")
        .child(
            el("span")
                .class("kind-icon")
                .attr("aria-hidden", "true")
                .live_text(move || words::kind_icon(kind.get()).to_owned()),
        )
        .child(
            el("span")
                .attr("aria-hidden", "true")
                .live_text(move || words::kind(kind.get()).to_owned()),
        )
        .live_parts(move || later::once_here(desk, |later| (later.kind_list)(card)));
    let is_end = move |end: fn(&[Line]) -> Option<&Line>| {
        Memo::new(move |_| lines.all.with(|lines| end(lines).is_some_and(|line| line.id == id)))
    };
    let step = |name: &'static str, title: &'static str, is_end: Memo<bool>, down: bool| {
        button("more-button")
            .attr("aria-label", name)
            .attr("title", title)
            .live_attr("aria-disabled", move || is_end.get().then(|| "true".to_owned()))
            .live_attr("tabindex", move || is_end.get().then(|| "-1".to_owned()))
            .text(if down { "↓" } else { "↑" })
            .on("click", move |_| desk.move_question(id, down))
    };
    let (first, last) = (is_end(<[Line]>::first), is_end(<[Line]>::last));
    let more = move || {
        format!("More for {}", line.get().map(|l| l.name).unwrap_or_default().to_lowercase())
    };
    el("div").class("card-head").child(handle(desk, id, false)).child(heading).child(pill).child(
        el("div")
            .class("head-buttons")
            .child(step("Move up", "Move up (Alt and arrow up)", first, false))
            .child(step("Move down", "Move down (Alt and arrow down)", last, true))
            .child(menu(more_id(id), more, card.menu, move || {
                later::once_here(desk, |later| (later.card_menu)(card))
            })),
    )
}

/// The sentence that explains a question, where there is one or somebody is about to write it, and
/// the quiet ways to write one or to describe the picture. For a page, its words.
///
/// The ways are no stops of Tab, so that it goes from the question to its first choice. Keys get to
/// them in the card's list.
fn help_text(card: Card) -> El {
    let Card { desk, id, kind, .. } = card;
    let place = Place::Hint(id);
    let is_page = Memo::new(move |_| is_page(kind.get()));
    let is_written = Memo::new(move |_| has_words(desk, place));
    let insert = Insert { question: id, into: card.inserts };
    let words = move || {
        let (label, rows) = ("Words on the page", 4);
        let help = "Short sentences. Start a new line for each new thing.";
        parts().view(view! { <TextField desk place label help rows insert /> })
    };
    // The field stays where somebody empties it.
    Effect::new(move |_| {
        if is_written.get() {
            card.help.set(true);
        }
    });
    let has_help = move || !is_page.get() && (card.help.get() || is_written.get());
    let help = move || {
        let label = "Help text";
        let placeholder = Signal::stored("Say what a hard word means".to_owned());
        parts().view(view! {
            <div class="help-text"><TextField desk place label placeholder rows=2 insert /></div>
        })
    };
    let write_help = move |_| {
        card.help.set(true);
        page::focus_soon(&field_id(None, place));
    };
    let quiet = el("div")
        .class("quiet-links")
        .show(
            move || !is_page.get() && !has_help(),
            move || parts().child(quiet("Help text").on("click", write_help)),
        )
        .live_parts(move || later::once_here(desk, |later| (later.picture_links)(card)));
    parts().show(move || is_page.get(), words).show(has_help, help).child(quiet)
}

/// A quiet way to write something that most questions do without.
pub fn quiet(name: &'static str) -> El {
    button("quiet-link")
        .attr("tabindex", "-1")
        .child(el("span").attr("aria-hidden", "true").text("+ "))
        .text(name)
}

/// True when there are words in this place.
pub fn has_words(desk: Desk, place: Place) -> bool {
    desk.draft.with(|draft| draft.content().text(place).is_some_and(|text| !text.trim().is_empty()))
}

/// True for kinds that are mostly words to read.
pub fn is_page(kind: Kind) -> bool {
    matches!(kind, Kind::Information | Kind::Consent | Kind::Section)
}

fn text_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "Title of the page",
        Kind::Section => "Title of the section",
        _ => "Question",
    }
}

fn picture_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "the page",
        Kind::Section => "the section",
        _ => "the question",
    }
}
