//! Changes that begin with what people said: tick what you want, and each becomes a change with its words, its
//! number of people and its picture.
//!
//! Absent: which words may be offered (see [`starts`]).

use super::book::Book;
use crate::browser::page;
use crate::model::change::{ChangeId, Field, First, Link, Op, Starts, Value, Whose, starts};
use crate::model::suppress::Rule;
use crate::organiser::buttons::button;
use crate::organiser::inbox::unread;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The id of the heading.
const START: &str = "start-changes";
/// So many things that people said to one question show at once. More are folded.
const FEW: usize = 8;

/// The list to tick, once the answers are read. `is_open` closes it.
pub fn start(book: Book, is_open: RwSignal<bool>) -> El {
    let desk = book.desk;
    parts().live(move || match desk.is_received_read.get() {
        true => vec![untrack(|| list(book, is_open))],
        false => vec![unread(desk)],
    })
}

fn list(book: Book, is_open: RwSignal<bool>) -> El {
    let desk = book.desk;
    let work = desk.work().0;
    let Starts { all, withheld } = desk.versions.with_untracked(|versions| {
        desk.received.with_untracked(|received| {
            let data = desk.laid(versions, received);
            desk.draft.with_untracked(|draft| {
                starts(book.id, &data, (Rule::default(), &work), &draft.content().making)
            })
        })
    });
    page::focus_soon(START);
    let used: BTreeSet<_> = book.content.with_untracked(|content| {
        content.changes.iter().flat_map(|change| change.links.iter().copied()).collect()
    });
    let ticked = RwSignal::new(BTreeSet::<usize>::new());
    let groups: Vec<El> =
        grouped(&all).into_iter().map(|group| group_of(group, &used, ticked)).collect();
    let is_some = !groups.is_empty();
    let none = (!is_some).then(|| {
        el("p").text(
            "There are no answers that can be shown yet. You can add a change in your own words.",
        )
    });
    let care = is_some.then(|| {
        el("p").class("help").text(
            "Small counts are not offered. Someone’s own words can show who they are: change the words if \
             they do.",
        )
    });
    let left_out = (withheld > 0).then(|| {
        let are = words::count(withheld, "written answer is", "written answers are");
        el("p").class("help").text(format!(
            "{are} not offered: you keep them private, they tell who somebody is, or the person did not say that you \
             may use their words."
        ))
    });
    let press = move || {
        let picked = ticked.get_untracked();
        let firsts = all.iter().enumerate().filter(|(place, _)| picked.contains(place));
        let with: Vec<_> = firsts.map(|(_, first)| begin(first.clone())).collect();
        let count = with.len();
        if count == 0 {
            return desk.tell("Tick what people said first.");
        }
        if let Some(first) = book.add(with) {
            is_open.set(false);
            book.open_form(first);
            desk.tell(&format!("{} added.", words::count(count, "change is", "changes are")));
        }
    };
    let add = is_some.then(|| button("button primary", "Add what I ticked", press));
    let count = move || match ticked.with(BTreeSet::len) {
        0 => String::new(),
        some => format!("{} ticked", words::number(some)),
    };
    el("section")
        .class("card")
        .attr("aria-labelledby", START)
        .child(el("h2").id(START).attr("tabindex", "-1").text("Start from what people said"))
        .children(none)
        .children(care)
        .children(left_out)
        .children(groups)
        .child(
            el("div")
                .class("button-row start-foot")
                .children(add)
                .child(el("span").class("soft").live_text(count))
                .child(button("button", "Close", move || is_open.set(false))),
        )
}

/// What was said to one question, with the place of each in the list of all.
type Group<'a> = (&'a str, Vec<(usize, &'a First)>);

/// What was said to the same question together, in the order in which questions come first. Notes last.
fn grouped(all: &[First]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, first) in all.iter().enumerate() {
        match groups.iter_mut().find(|(asked, _)| *asked == first.asked) {
            Some((_, members)) => members.push((place, first)),
            None => groups.push((&first.asked, vec![(place, first)])),
        }
    }
    groups
}

/// One question with what was said to it.
fn group_of(
    (asked, members): Group,
    used: &BTreeSet<Link>,
    ticked: RwSignal<BTreeSet<usize>>,
) -> El {
    let asked = if asked.is_empty() { "Notes of people who checked the survey" } else { asked };
    let line = |(place, first): &(usize, &First)| line_of(*place, first, used, ticked);
    let list = |some: &[(usize, &First)]| {
        el("ul").class("start-list").attr("role", "list").children(some.iter().map(line))
    };
    let (few, more) = members.split_at(members.len().min(FEW));
    let more = (!more.is_empty()).then(|| {
        let name = format!("{} more", words::number(more.len()));
        el("details").child(el("summary").text(name)).child(list(more))
    });
    el("fieldset")
        .class("start-group")
        .child(el("legend").attr("dir", "auto").text(asked.to_owned()))
        .child(list(few))
        .children(more)
}

fn line_of(
    place: usize,
    first: &First,
    used: &BTreeSet<Link>,
    ticked: RwSignal<BTreeSet<usize>>,
) -> El {
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || ticked.with(|ticked| ticked.contains(&place)))
        .on("change", move |event| {
            let is = event_target_checked(&event.into());
            ticked
                .update(|ticked| _ = if is { ticked.insert(place) } else { ticked.remove(&place) });
        });
    let mut more: Vec<String> = Vec::new();
    more.extend(Some(first.people.clone()).filter(|people| !people.is_empty()));
    let mark = match first.words {
        Whose::Quote => Some("marked as a quote"),
        Whose::Paraphrase => Some("only in other words: you write them"),
        Whose::Choice | Whose::Unmarked | Whose::Note => None,
    };
    more.extend(mark.map(str::to_owned));
    more.extend(first.decided.as_ref().map(|(standing, _)| standing.name().to_owned()));
    more.extend(used.contains(&first.link).then(|| "you have this already".to_owned()));
    let is_own = matches!(first.words, Whose::Quote | Whose::Paraphrase | Whose::Unmarked);
    let words = el("span")
        .attr("dir", "auto")
        .text(if is_own { words::quoted(&first.said) } else { first.said.clone() })
        .child(el("span").class("soft start-more").text(more.join(" · ")));
    el("li").child(el("label").class("step-choice").child(tick).child(words))
}

/// What a new change is made of.
fn begin(first: First) -> impl FnOnce(ChangeId) -> Vec<Op> {
    move |id| {
        let set = |field, value| Op::Set { of: Some(id), field, value, over: Vec::new() };
        let text = |field, text: &str| set(field, Value::Text(text.to_owned()));
        let mut ops = vec![Op::Link(id, first.link)];
        // What is only said in other words stays empty until somebody has found those.
        if first.words != Whose::Paraphrase {
            ops.insert(0, text(Field::Said, &first.said));
        }
        if !first.people.is_empty() {
            ops.push(text(Field::People, &first.people));
        }
        if !first.picture.is_empty() {
            ops.push(text(Field::Picture, &first.picture));
        }
        if let Some((standing, why)) = &first.decided {
            ops.push(set(Field::Standing, Value::Pick(standing.place())));
            ops.push(text(Field::Doing, why));
        }
        ops
    }
}
