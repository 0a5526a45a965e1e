//! What two people changed apart: both sides next to each other, with both names, for people to
//! decide.

use crate::browser::{clock, page};
use crate::model::draft::{Change, Conflict, Item, Made, Place, Side, Thing, Value};
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The id of the part. The focus goes there when a button goes away with what it settled.
pub const TO_SETTLE: &str = "to-settle";

/// The part of the screen. Nothing while there is nothing to settle.
pub fn settle(desk: Desk) -> El {
    let conflicts = Memo::new(move |_| desk.draft.with(|draft| draft.conflicts()));
    let place = el("div").class("stack").id(TO_SETTLE).attr("tabindex", "-1");
    place.live(move || {
        let all = conflicts.get();
        if all.is_empty() {
            return Vec::new();
        }
        let count = words::count(all.len(), "thing", "things");
        vec![
            el("section")
                .class("card settle")
                .attr("aria-labelledby", "settle")
                .child(el("h2").id("settle").text(format!("{count} to settle")))
                .child(el("p").text(
                    "Two people changed the same thing. Neither had seen what the other did. Decide \
                     together.",
                ))
                .children(all.into_iter().map(|conflict| one(desk, conflict))),
        ]
    })
}

fn one(desk: Desk, conflict: Conflict) -> El {
    match conflict {
        Conflict::Changed { thing, sides } => changed(desk, thing, sides),
        Conflict::Deleted { item, by, work } => deleted(desk, item, by, &work),
    }
}

fn changed(desk: Desk, thing: Thing, sides: Vec<Side>) -> El {
    let last = sides.len() - 1;
    let own = match thing {
        Thing::Text(..) => Some(in_other_words(desk, thing, &sides)),
        _ => None,
    };
    let side = |(place, Side { made, value }): (usize, Side)| {
        let now = if place == last { " (it says this now)" } else { "" };
        let who = format!("{}{now}", desk.called(made.author));
        let said = in_words(desk, &value);
        let take = move || {
            if let Some(change) = thing.set(value.clone(), desk.author(), clock::now()) {
                desk.settle(change);
            }
        };
        let name = match made.author == desk.author() {
            true => "Use what you wrote".to_owned(),
            false => format!("Use what {} wrote", desk.called(made.author)),
        };
        el("div")
            .class("side")
            .child(el("h4").attr("dir", "auto").text(who))
            .child(el("p").class("quote").attr("dir", "auto").text(said))
            .child(button("button", name, take))
    };
    el("div")
        .class("conflict")
        .child(el("h3").attr("dir", "auto").text(about(desk, thing)))
        .child(el("div").class("sides").children(sides.into_iter().enumerate().map(side)))
        .children(own)
}

/// A field that begins with what everybody wrote, for people to make one of it.
fn in_other_words(desk: Desk, thing: Thing, sides: &[Side]) -> El {
    let text = |side: &Side| match &side.value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    let all: Vec<String> = sides.iter().filter_map(text).collect();
    let id = format!("combine-{}-{}", sides[0].made.author.0, sides[0].made.number);
    let stored = all.join(" ");
    let shown = desk.draft.with_untracked(|draft| marks::show(draft.content(), &stored));
    let written = RwSignal::new(shown);
    let take = move || {
        let typed = written.get_untracked();
        let words =
            desk.draft.with_untracked(|draft| marks::read(draft.content(), typed.trim(), &stored));
        match thing.set(Value::Text(words.clone()), desk.author(), clock::now()) {
            Some(change) if !words.is_empty() => desk.settle(change),
            _ => desk.tell("Write the words first."),
        }
    };
    let field = el("textarea")
        .class("text-field")
        .id(id.clone())
        .attr("rows", "2")
        .attr("dir", "auto")
        .value(move || written.get())
        .on("input", move |event| written.set(event_target_value(&event)));
    el("details")
        .child(el("summary").text("Put them together"))
        .child(
            el("div")
                .class("labelled")
                .child(el("label").attr("for", id).text("Your words"))
                .child(field),
        )
        .child(el("div").class("button-row").child(button("button", "Use these words", take)))
}

fn deleted(desk: Desk, item: Item, by: Made, work: &[Made]) -> El {
    let who = desk.called(by.author);
    let mut others: Vec<String> = work.iter().map(|made| desk.called(made.author)).collect();
    others.dedup();
    let what = match item {
        Item::Question(_) => "A question",
        Item::Choice(..) => "A choice",
        Item::Meaning(_) => "A hard word",
        Item::Language(_) => "A language",
    };
    let restored = desk.draft.with_untracked(|draft| draft.restoring(item, by));
    let again = match item {
        Item::Question(id) => Change::RemoveQuestion(id),
        Item::Choice(question, choice) => Change::RemoveChoice { question, choice },
        Item::Meaning(id) => Change::RemoveMeaning(id),
        Item::Language(language) => Change::RemoveLanguage(language),
    };
    let said = restored.as_ref().map(|(words, _)| words.clone()).unwrap_or_default();
    let keep = button("button", "Keep it deleted", move || desk.settle(again.clone()));
    let back = restored.map(|(_, changes)| {
        button("button", "Bring it back", move || {
            desk.change(crate::model::draft::Act::Do(changes.clone()));
            page::focus_soon(TO_SETTLE);
            desk.tell_undoable("It is back.".into());
        })
    });
    el("div")
        .class("conflict")
        .child(el("h3").text(format!("{what} was deleted")))
        .child(
            el("p")
                .attr("dir", "auto")
                .text(format!("{who} deleted it. {} worked on it.", others.join(" and "),)),
        )
        .child(el("p").class("quote").attr("dir", "auto").text(said))
        .child(el("div").class("button-row").child(keep).children(back))
}

/// What two people changed.
fn about(desk: Desk, thing: Thing) -> String {
    let question = |id| {
        let text = desk.draft.with(|draft| {
            let content = draft.content();
            marks::show(content, content.text(Place::Question(id)).unwrap_or_default())
        });
        words::or(&text, words::NO_WORDS)
    };
    match thing {
        Thing::Text(_, place) => match place {
            Place::Title => "The title".to_owned(),
            Place::Organisation => "Who is asking".to_owned(),
            Place::Welcome => "What it is for".to_owned(),
            Place::WhoSees => "Who will see the answers".to_owned(),
            Place::After => "What happens next".to_owned(),
            Place::Question(_) => "The words of a question".to_owned(),
            Place::Hint(id) => format!("More help: {}", question(id)),
            Place::Choice(id, _) => format!("A choice: {}", question(id)),
            Place::PictureAlt(id) => format!("What the picture shows: {}", question(id)),
            Place::Pile(id, _) => format!("A place for cards: {}", question(id)),
            Place::Word(_) => "A hard word".to_owned(),
            Place::Meaning(_) => "What a hard word means".to_owned(),
            Place::Own(_) => "Words of the app".to_owned(),
        },
        Thing::Kind(id) => format!("How people answer: {}", question(id)),
        Thing::Place(id) => format!("Where it stands: {}", question(id)),
        Thing::Picture(id) | Thing::ChoicePicture(id, _) => {
            format!("The picture: {}", question(id))
        }
        Thing::ShowIf(id) => format!("When it is asked: {}", question(id)),
        Thing::Other(id)
        | Thing::Personal(id)
        | Thing::Least(id)
        | Thing::Most(id)
        | Thing::Repeat(id)
        | Thing::ChoicePlace(id, _)
        | Thing::Alone(id, _) => format!("How it works: {}", question(id)),
        Thing::Language => "The language".to_owned(),
        Thing::Decision(_) => "A decision about a note".to_owned(),
        Thing::Step => "How much people take part".to_owned(),
        Thing::Name(id) => format!("Its name in other programs: {}", question(id)),
        Thing::Apart(id) => format!("Whether its answers are kept apart: {}", question(id)),
        Thing::Code(id, _) => format!("The code of a choice in other programs: {}", question(id)),
        Thing::SendTo => "Where answers go".to_owned(),
        Thing::Closes => "The closing date".to_owned(),
    }
}

fn in_words(desk: Desk, value: &Value) -> String {
    use crate::model::draft::{ChoicePart, Part};
    let yes_no = |is: bool| if is { "Yes" } else { "No" }.to_owned();
    let picture = |name: &str| match crate::organiser::pictures::name(name) {
        _ if name.is_empty() => "No picture".to_owned(),
        Some(shows) => shows.to_owned(),
        None => "A photo".to_owned(),
    };
    match value {
        Value::Text(text) => desk.draft.with(|draft| marks::show(draft.content(), text)),
        Value::Kind(kind) => words::kind(*kind).to_owned(),
        Value::Position(_) => "Another place in the list".to_owned(),
        Value::Part(Part::Picture(name)) | Value::ChoicePart(ChoicePart::Picture(name)) => {
            picture(name)
        }
        Value::Part(Part::Name(name)) | Value::ChoicePart(ChoicePart::Code(name)) => name.clone(),
        Value::SendTo(ways) => ways.iter().map(words::send_to).collect::<Vec<_>>().join(", "),
        Value::Day(day) => day.map_or_else(|| "No closing date".to_owned(), words::day),
        Value::Part(Part::Other(is) | Part::Personal(is) | Part::Apart(is))
        | Value::ChoicePart(ChoicePart::Alone(is)) => yes_no(*is),
        Value::Part(Part::Least(limit) | Part::Most(limit)) => {
            limit.map_or_else(|| "No limit".to_owned(), |limit| limit.to_string())
        }
        Value::Part(Part::ShowIf(condition)) => match condition.groups.is_empty() {
            true => "Everybody is asked".to_owned(),
            false => "Only some people are asked".to_owned(),
        },
        Value::Part(Part::Repeat(source)) => match source {
            None => "Once".to_owned(),
            Some(_) => "More than once".to_owned(),
        },
        Value::Language(language) => language.tag().to_owned(),
        Value::Verdict(_, reason) => reason.clone(),
        Value::Step(_) => "Another step".to_owned(),
    }
}
