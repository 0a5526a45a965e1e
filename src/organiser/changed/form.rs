//! One change: what people read of it first, and the rest folded.

use super::agreed::agreed;
use super::book::{Book, field_id};
use super::fields::{About, clash, day_field, list, pick, text, text_called, value};
use super::money::money;
use super::picture::picture;
use crate::browser::page;
use crate::model::change::{Act, ChangeId, Field, Kind, Link, On, Op, Standing, Strength, Value};
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::state::{HEADING, Message};
use crate::organiser::words;
use crate::ui::el::{El, Event, el};
use leptos::prelude::*;

/// What the words about a change are called, by where it stands.
fn doing(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::Did) => "What we did",
        Some(Standing::Doing) => "What we are doing",
        Some(Standing::Will) => "What we will do",
        Some(Standing::NotYet) => "Why not yet, and what happens next",
        Some(Standing::Cannot) => "Why we can’t, and what people can do instead",
        None => "What we will do, and why",
    }
}

/// The form.
pub fn form(book: Book, of: ChangeId) -> El {
    let about = |field, label, help| About { of: Some(of), field, label, help };
    let standing = value(book, Some(of), Field::Standing);
    let label = move || match standing.get() {
        Value::Pick(place) => doing(Standing::at(place)).to_owned(),
        _ => doing(None).to_owned(),
    };
    let standings: Vec<(&str, &str)> =
        Standing::ALL.iter().map(|standing| (standing.name(), "")).collect();
    let who = text(book, about(Field::Who, "Who does it", ""), 1);
    let by = day_field(book, about(Field::By, "By when", ""));
    el("div")
        .class("change-form")
        .child(text(
            book,
            about(Field::Said, "You said", "Use people’s own words. Keep it short."),
            2,
        ))
        .child(text(book, about(Field::People, "How many people said it (optional)", ""), 1))
        .child(pick(book, about(Field::Standing, "Where it stands", ""), &standings))
        .child(text_called(book, about(Field::Doing, "What we do", ""), 3, label))
        .child(el("div").class("change-row").child(who).child(by))
        .child(text(
            book,
            about(Field::Happened, "What happened", "Leave this blank until you know."),
            2,
        ))
        .child(more(book, of))
        .child(foot(book, of))
}

/// What only some need.
fn more(book: Book, of: ChangeId) -> El {
    let about = |field, label, help| About { of: Some(of), field, label, help };
    let steps = words::STEPS.map(|(_, name, what)| (name, what));
    let kinds: Vec<(&str, &str)> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let ons: Vec<&str> = On::ALL.iter().map(|on| on.name()).collect();
    let strengths: Vec<(&str, &str)> = Strength::ALL
        .iter()
        .zip(["1", "2", "3", "4", "5"])
        .map(|(s, number)| (number, s.name()))
        .collect();
    let room = "Say roles, not names. For example: 3 people who use the service, 1 manager.";
    let hidden = value(book, Some(of), Field::Hidden);
    let hide = el("input")
        .attr("type", "checkbox")
        .checked(move || hidden.get() == Value::Pick(0))
        .on("change", move |event| {
            let is = event_target_checked(&event.into());
            book.write(Some(of), Field::Hidden, if is { Value::Pick(0) } else { Value::Nothing });
            book.stop_typing();
        });
    let hide = el("label")
        .class("tick")
        .child(hide)
        .child(el("span").text("Do not show this in “You said, we did”"));
    let group = |name: &'static str, inside: Vec<El>| {
        el("section").class("change-group").child(el("h3").text(name)).children(inside)
    };
    let decided = group(
        "Who decided",
        vec![
            text(book, about(Field::Decided, "Who decided", ""), 1),
            text(book, about(Field::Room, "Who was in the room", room), 2),
            pick(book, about(Field::Step, "How people took part", ""), &steps),
            text(book, about(Field::Missing, "Who is missing", "Whose view do you not have?"), 1),
            agreed(book, of),
        ],
    );
    let difference = group(
        "What difference it made",
        vec![
            pick(book, about(Field::Kind, "What kind of difference is it?", ""), &kinds),
            list(book, about(Field::On, "Whom or what does it make a difference to?", ""), &ons),
            pick(book, about(Field::Strength, "How well do you know?", ""), &strengths),
            text(book, about(Field::How, "How you know", ""), 1),
        ],
    );
    let costs = [Field::Cost, Field::CostEvery, Field::CostSource];
    let savings = [Field::Saving, Field::SavingEvery, Field::SavingSource];
    let money =
        group("Money", vec![money(book, of, costs, "Cost"), money(book, of, savings, "Saving")]);
    let review = "My surveys reminds you on that day.";
    let next = group(
        "What happens next",
        vec![
            text(book, about(Field::Next, "Next", ""), 1),
            day_field(book, about(Field::Review, "Look at it again on", review)),
        ],
    );
    let shown = group("How it is shown", vec![question(book, of), picture(book, of), hide]);
    el("details")
        .class("fold change-more")
        .child(el("summary").text("More about this change"))
        .children([difference, decided, money, next, shown])
        .and(clash(book, about(Field::Hidden, "Do not show this", "")))
}

/// Which question of the survey it goes back to.
fn question(book: Book, of: ChangeId) -> El {
    let desk = book.desk;
    let id = format!("change-{}-question", of.0);
    let all: Vec<(QuestionId, String)> = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        let asks = content.questions.iter().filter(|question| question.kind.asks());
        let text = |id| content.text(Place::Question(id)).map(|text| marks::show(content, text));
        asks.map(|one| (one.id, words::or(&text(one.id).unwrap_or_default(), words::NO_WORDS)))
            .collect()
    });
    let ids: Vec<QuestionId> = all.iter().map(|(id, _)| *id).collect();
    let now = Memo::new(move |_| book.change(of).and_then(|change| change.question()));
    let set = move |event: Event| {
        let picked =
            event_target_value(&event).parse::<usize>().ok().and_then(|at| ids.get(at).copied());
        let Some(change) = book.change(of) else { return };
        let is_of_question = |link: &&Link| !matches!(link, Link::Note(..));
        let mut ops: Vec<Op> =
            change.links.iter().filter(is_of_question).map(|link| Op::Unlink(of, *link)).collect();
        ops.extend(picked.map(|id| Op::Link(of, Link::Question(book.id, id))));
        book.act(Act::Do(ops));
    };
    let option = |(place, (id, text)): (usize, (QuestionId, String))| {
        el("option")
            .attr("value", place.to_string())
            .attr("dir", "auto")
            .text(words::short(&text, 80))
            .selected(move || now.get() == Some(id))
    };
    let none =
        el("option").attr("value", "").text("No question").selected(move || now.get().is_none());
    let select = el("select").class("text-field").id(id.clone()).on("change", set);
    let select = select.child(none).children(all.into_iter().enumerate().map(option));
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id).text("Which question is it about?"))
        .child(select)
}

fn foot(book: Book, of: ChangeId) -> El {
    let close = move || {
        book.opened.set(None);
        page::focus_soon(&opener_id(of));
    };
    let remove = move || {
        book.opened.set(None);
        if book.act(Act::Do(vec![Op::Remove(of)])) {
            let text = "The change is removed. Press Undo to have it back.".to_owned();
            book.desk.message.set(Some(Message { text, undo: None }));
        }
        page::focus_soon(HEADING);
    };
    el("div").class("button-row").child(button("button primary", "Close", close)).child(button(
        "button danger",
        "Remove this change",
        remove,
    ))
}

/// The id of what opens a change.
pub fn opener_id(of: ChangeId) -> String {
    format!("{}-open", field_id(Some(of), Field::Said))
}
