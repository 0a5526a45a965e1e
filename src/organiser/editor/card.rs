//! The card of a question or a page: its words, its kind, its choices and when it is asked, and
//! ways to move, copy and delete it. Closed, it shows the words.

use super::choices::choices;
use super::handle::{handle, place_name};
use super::kind_pick::kind_pick;
use super::lines::{Line, Lines, OneLine, line};
use super::options::options;
use super::outline::move_by_key;
use super::picture::{PictureButton, PictureWords};
use super::repeat::repeat;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::advice::{boxes::about_question, dot::advice_dot};
use crate::organiser::beside::here;
use crate::organiser::field::TextField;
use crate::organiser::ids::card_id;
use crate::organiser::later;
use crate::organiser::state::{Desk, Pictured, Spot};
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A question's card.
pub fn question_card(desk: Desk, id: QuestionId, lines: Lines) -> El {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    let line = line(lines, id);
    let keys = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => (false, false),
            "ArrowDown" => (true, false),
            "Home" => (false, true),
            "End" => (true, true),
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            move_by_key(desk, id, line, way, event.shift_key());
        }
    };
    el("section")
        .class("card editor-card")
        .class_while("open", move || open.get())
        .id(card_id(Spot::Question(id)))
        .attr("data-place", place_name(id))
        .live_attr("aria-label", move || name(line))
        .on_key(keys)
        .child(here(desk, Spot::Question(id)))
        .show(move || open.get(), move || open_card(desk, id, line, lines))
        .show(
            move || !open.get(),
            move || parts().child(handle(desk, id, false)).child(closed_card(desk, id, line)),
        )
}

/// What the card is called. `None` once its question is gone.
fn name(line: OneLine) -> Option<String> {
    line.with(|line| line.as_ref().map(|line| line.name.clone()))
}

/// One button, with what there is to see of the question.
fn closed_card(desk: Desk, id: QuestionId, line: OneLine) -> El {
    let problem = Memo::new(move |_| {
        let problems = desk.problems.read();
        let here = |problem: &&_| Spot::about(words::about(**problem)) == Some(Spot::Question(id));
        problems.iter().find(here).copied().map(words::problem_here)
    });
    let what = |line: Line| match line.number {
        Some(number) => format!("{number} · {}", words::kind(line.kind)),
        None => line.name,
    };
    let shown = move || {
        let Some(line) = line.get() else { return Vec::new() };
        let part = |class, text| el("span").class(class).attr("dir", "auto").text(text);
        let more = [line.as_often_as, line.only_if].into_iter().flatten();
        let more = more.map(|text: String| part("card-when", text));
        core::iter::once(part("card-text", line.text)).chain(more).collect()
    };
    let trouble =
        move || problem.get().into_iter().map(|text| el("span").class("problem").text(text));
    let what = el("span")
        .class("card-kind")
        .live_text(move || line.get().map(what).unwrap_or_default())
        .child(advice_dot(desk, id));
    button("card-opener")
        .on("click", move |_| desk.open(Spot::Question(id)))
        .child(what)
        .live(shown)
        .live(move || trouble().collect())
}

fn open_card(desk: Desk, id: QuestionId, line: OneLine, lines: Lines) -> El {
    let kind =
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(Kind::ShortText, |l| l.kind)));
    let heading = el("h2").class("card-kind").live_text(move || name(line).unwrap_or_default());
    let what = Signal::derive(move || picture_of(kind.get()).to_owned());
    let label = Signal::derive(move || text_label(kind.get()).to_owned());
    let row = el("div")
        .class("question-row")
        .view(view! { <PictureButton desk of=Pictured::Question(id) what /> })
        .view(view! { <TextField desk place=Place::Question(id) label rows=2 put_in_for=id /> });
    parts()
        .child(
            el("div")
                .class("card-head")
                .child(handle(desk, id, false))
                .child(heading)
                .child(card_buttons(desk, id, lines))
                .child(section_buttons(desk, id, kind)),
        )
        .child(row)
        .view(view! { <PictureWords desk question=id /> })
        .and(hint(desk, id, kind))
        .child(kind_pick(desk, id, kind))
        .show(move || kind.get().has_choices(), move || parts().child(choices(desk, id, kind)))
        .and(options(desk, id, kind))
        .show(move || kind.get() == Kind::Section, move || parts().child(repeat(desk, id)))
        .child(about_question(desk, id))
        .live_parts(move || later::once_here(desk, |later| parts().child((later.when)(desk, id))))
}

/// Up, down, somewhere else, copy and delete.
fn card_buttons(desk: Desk, id: QuestionId, lines: Lines) -> El {
    let is_end = move |end: fn(&[Line]) -> Option<&Line>| {
        Memo::new(move |_| lines.all.with(|lines| end(lines).is_some_and(|line| line.id == id)))
    };
    let step = |name: &'static str, title: &'static str, is_end: Memo<bool>, down: bool| {
        button("button square")
            .attr("aria-label", name)
            .attr("title", title)
            .live_attr("aria-disabled", move || is_end.get().then(|| "true".to_owned()))
            .text(if down { "↓" } else { "↑" })
            .on("click", move |_| desk.move_question(id, down))
    };
    let (first, last) = (is_end(<[Line]>::first), is_end(<[Line]>::last));
    let ask_where = move |_| desk.ask_where(desk.with_section(id));
    el("div")
        .class("button-row")
        .child(step("Move up", "Move up (Alt and arrow up)", first, false))
        .child(step("Move down", "Move down (Alt and arrow down)", last, true))
        .child(
            button("button")
                .attr("aria-haspopup", "dialog")
                .text("Move to…")
                .on("click", ask_where),
        )
        .child(button("button").text("Duplicate").on("click", move |_| desk.duplicate(id)))
        .child(button("button danger").text("Delete").on("click", move |_| desk.remove(id)))
}

/// What moves and copies a section with all that is in it. The buttons above are about its title
/// alone.
fn section_buttons(desk: Desk, id: QuestionId, kind: Memo<Kind>) -> El {
    let step = move |name: &'static str, down: bool| {
        let is_end = Memo::new(move |_| {
            desk.draft.with(|draft| draft.content().section_step(id, down).is_none())
        });
        button("button")
            .live_attr("aria-disabled", move || is_end.get().then(|| "true".to_owned()))
            .text(name)
            .on("click", move |_| desk.move_section(id, down))
    };
    el("div").class("section-buttons").live(move || match kind.get() {
        Kind::Section => vec![
            step("Move the whole section up", false),
            step("Move the whole section down", true),
            button("button")
                .text("Duplicate the whole section")
                .on("click", move |_| desk.duplicate_section(id)),
        ],
        _ => Vec::new(),
    })
}

/// The sentence that explains a question. For a page to read, its words.
fn hint(desk: Desk, id: QuestionId, kind: Memo<Kind>) -> El {
    let field = move |is_page: bool| {
        let (label, help, rows) = if is_page {
            ("Words on the page", "Short sentences. Start a new line for each new thing.", 5)
        } else {
            ("More help (you can leave this empty)", "One sentence. Say what a hard word means.", 2)
        };
        let place = Place::Hint(id);
        parts().view(view! { <TextField desk place label help rows put_in_for=id /> })
    };
    let is_page = move || is_page(kind.get());
    parts().show(is_page, move || field(true)).show(move || !is_page(), move || field(false))
}

/// True for kinds that are mostly words to read.
fn is_page(kind: Kind) -> bool {
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
