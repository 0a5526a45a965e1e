//! All changes of a survey, each to open and write in, and the ways to begin one.

use super::book::Book;
use super::form::{form, opener_id};
use super::start::start;
use crate::browser::clock;
use crate::model::change::{Change, ChangeId, Field, Op, Standing};
use crate::organiser::buttons::button;
use crate::organiser::state::HEADING;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::small;
use leptos::prelude::*;

/// What stands for a change without words.
const NO_WORDS: &str = "Untitled change";

/// The screen.
pub fn list(book: Book) -> El {
    let starts = RwSignal::new(false);
    let add = move || {
        if let Some(id) = book.add(vec![|_| Vec::<Op>::new()]) {
            book.open_form(id);
        }
    };
    let is_none = move || book.content.with(|content| content.changes.is_empty());
    let from = button("button", "Start from what people said", move || {
        starts.update(|starts| *starts = !*starts);
    })
    .live_attr("aria-expanded", move || Some(starts.get().to_string()));
    let step = |name: &'static str, sign: &'static str, is: fn(Book) -> bool, press: fn(Book)| {
        crate::ui::el::button("more-button")
            .attr("aria-label", name)
            .text(sign)
            .live_attr("aria-disabled", move || (!is(book)).then(|| "true".to_owned()))
            .on("click", move |_| press(book))
    };
    let undo = step(
        "Undo",
        "↶",
        |b| b.next_undo().is_some(),
        |b| b.step(untrack(|| b.next_undo()), "Undone."),
    );
    let redo = step(
        "Redo",
        "↷",
        |b| b.next_redo().is_some(),
        |b| b.step(untrack(|| b.next_redo()), "Redone."),
    );
    let head = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("What changed"))
        .child(el("div").class("button-row").children([undo, redo]).child(from).child(button(
            "button primary",
            "Add a change",
            add,
        )));
    let none = || {
        let text = "Write down what came of what people said: what you did, what you will do, and what you \
                    can’t do. Then show it to everybody as “You said, we did”.";
        parts().child(el("div").class("card empty").child(el("p").text(text)))
    };
    let unreadable = book.is_unreadable.then(|| {
        let text = "What was written here before cannot be read by this Ask Together. It is kept. You find it on \
                    My surveys, to save as a file.";
        el("div").class("notice bad").child(el("p").text(text))
    });
    let ids = move || {
        book.content.with(|content| content.changes.iter().map(|change| change.id).collect())
    };
    el("main")
        .class("column changes")
        .child(head)
        .children(unreadable)
        .live_parts(move || match starts.get() {
            true => parts().child(untrack(|| start(book, starts))),
            false => parts(),
        })
        .show(is_none, none)
        .child(
            el("ul").class("change-list").attr("role", "list").keyed(ids, move |id| card(book, id)),
        )
}

/// One change: its words and where it stands, and its form while it is open.
fn card(book: Book, id: ChangeId) -> El {
    let change = Memo::new(move |_| book.change(id));
    let said = move || {
        change.with(|change| {
            words::or(
                change.as_ref().map_or("", |change| change.fields.text(Field::Said)),
                NO_WORDS,
            )
        })
    };
    let is_open = Memo::new(move |_| book.opened.get() == Some(id));
    let press = move || match is_open.get_untracked() {
        true => book.opened.set(None),
        false => book.open_form(id),
    };
    let opener = button("change-opener", "", press)
        .id(opener_id(id))
        .attr("dir", "auto")
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .live_text(said);
    let pill = move || {
        let standing =
            change.with(|change| change.as_ref().and_then(|change| change.fields.standing()));
        let pill = el("span").class(match standing {
            Some(standing) => class(standing),
            None => "standing",
        });
        vec![pill.text(standing.map_or("No status yet", Standing::name))]
    };
    let picture = move || {
        let code =
            change.with(|one| one.as_ref().map(|one| one.fields.text(Field::Picture).to_owned()));
        small(book.desk.pictures, &code.unwrap_or_default()).into_iter().collect()
    };
    let facts = move || change.with(|change| change.as_ref().map(facts).unwrap_or_default());
    let head = el("div")
        .class("change-head")
        .child(el("div").class("change-picture").live(picture))
        .child(
            el("div").child(el("h2").child(opener)).child(
                el("p")
                    .class("change-facts")
                    .live(pill)
                    .child(el("span").class("soft").live_text(facts)),
            ),
        );
    el("li").class("card change").child(head).live(move || match is_open.get() {
        true => vec![untrack(|| form(book, id))],
        false => Vec::new(),
    })
}

/// Who does it, by when, and when it is looked at again.
fn facts(change: &Change) -> String {
    let fields = &change.fields;
    let today = clock::today();
    let is_open = matches!(fields.standing(), Some(Standing::Doing | Standing::Will));
    let mut facts: Vec<String> = Vec::new();
    facts
        .extend(Some(fields.text(Field::Who).trim()).filter(|who| !who.is_empty()).map(words::own));
    facts.extend(fields.day(Field::By).map(|by| {
        let late = if is_open && by < today { " (late)" } else { "" };
        format!("by {}{late}", words::day(by))
    }));
    facts.extend(fields.day(Field::Review).map(|day| match day <= today {
        true => format!("look at it again now: {}", words::day(day)),
        false => format!("look at it again on {}", words::day(day)),
    }));
    let no = change.tally().1;
    facts
        .extend((no > 0).then(|| words::count(no, "person does not agree", "people do not agree")));
    match fields.clashes().len() {
        0 => {}
        some => facts.push(words::count(some, "conflict to resolve", "conflicts to resolve")),
    }
    facts.join(" · ")
}

/// How a place where something stands looks.
pub fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Did => "standing did",
        Standing::Doing | Standing::Will => "standing doing",
        Standing::NotYet => "standing not-yet",
        Standing::Cannot => "standing cannot",
    }
}
