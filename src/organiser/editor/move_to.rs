//! "Move to…": the dialog that puts questions into another section and another place, with two lists
//! to pick from. For everyone who does not drag, and for long ways.

use super::lines::{Line, Lines};
use crate::browser::page;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use std::collections::BTreeSet;

const DIALOG: &str = "move-to";
const TITLE: &str = "move-to-title";
/// Most letters of a question in a list.
const LONGEST: usize = 60;
/// What the lists hold beside ids.
const NO_SECTION: &str = "none";
const START: &str = "start";
const END: &str = "end";

/// The dialog. Open while the desk says what is to be moved.
pub fn dialog(desk: Desk, lines: Lines) -> El {
    let moving = desk.arranging.moving;
    Effect::new(move |was: Option<bool>| {
        let is = moving.with(Option::is_some);
        match (was.unwrap_or(false), is) {
            (false, true) => page::open_dialog(DIALOG),
            (true, false) => page::close_dialog(DIALOG),
            _ => {}
        }
        is
    });
    let inside = move || match moving.get() {
        None => Vec::new(),
        Some(ids) => untrack(|| inside(desk, &lines.all.read(), ids)),
    };
    el("dialog")
        .class("dialog")
        .id(DIALOG)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| moving.set(None))
        .live(inside)
}

fn inside(desk: Desk, lines: &[Line], ids: BTreeSet<QuestionId>) -> Vec<El> {
    let mut moved = lines.iter().filter(|line| ids.contains(&line.id));
    let (Some(first), second) = (moved.next(), moved.next()) else { return Vec::new() };
    let title = match second {
        None if first.number.is_some() => format!("Move question {}", first.number.unwrap_or(0)),
        None if first.kind == Kind::Section => "Move this section".to_owned(),
        None => "Move this page".to_owned(),
        Some(_) if first.section == Some(first.id) && is_section(lines, &ids) => {
            "Move this section".to_owned()
        }
        Some(_) => format!("Move {} questions", ids.len()),
    };
    let mut all = vec![el("h2").id(TITLE).attr("tabindex", "-1").attr("autofocus", "").text(title)];
    all.extend(match is_section(lines, &ids) {
        true => for_section(desk, lines, &ids),
        false => for_questions(desk, lines, &ids, first.section),
    });
    all
}

/// True for the title of one section with all that is in it.
fn is_section(lines: &[Line], ids: &BTreeSet<QuestionId>) -> bool {
    let title = lines.iter().find(|line| ids.contains(&line.id));
    let Some(title) = title.filter(|line| line.section == Some(line.id)) else { return false };
    let own = lines.iter().filter(|line| line.section == Some(title.id));
    own.map(|line| line.id).eq(ids_in_order(lines, ids))
}

fn ids_in_order<'a>(
    lines: &'a [Line],
    ids: &'a BTreeSet<QuestionId>,
) -> impl Iterator<Item = QuestionId> + 'a {
    lines.iter().map(|line| line.id).filter(|id| ids.contains(id))
}

/// A section goes behind another one, or in front of all.
fn for_section(desk: Desk, lines: &[Line], ids: &BTreeSet<QuestionId>) -> Vec<El> {
    let others: Vec<&Line> = lines
        .iter()
        .filter(|line| line.section == Some(line.id) && !ids.contains(&line.id))
        .collect();
    if others.is_empty() {
        return vec![
            el("p").text("There is no other section yet."),
            el("div").class("button-row").child(cancel(desk)),
        ];
    }
    let after = |title: &Line| format!("After {}", quoted(title));
    let options: Vec<(String, String)> =
        [(NO_SECTION.to_owned(), "Before the other sections".into())]
            .into_iter()
            .chain(others.iter().map(|title| (title.id.0.to_string(), after(title))))
            .collect();
    let picked = RwSignal::new(NO_SECTION.to_owned());
    let go = move || {
        picked.with_untracked(|picked| {
            desk.draft.with_untracked(|draft| {
                let content = draft.content();
                let title = content.questions.iter().find(|q| q.id.0.to_string() == *picked);
                content.section(title.map(|question| question.id)).last().copied()
            })
        })
    };
    vec![list("move-to-section", "Where to?", options, picked), buttons(desk, go)]
}

fn for_questions(
    desk: Desk,
    lines: &[Line],
    ids: &BTreeSet<QuestionId>,
    section: Option<QuestionId>,
) -> Vec<El> {
    let rest: Vec<Line> = lines.iter().filter(|line| !ids.contains(&line.id)).cloned().collect();
    let titles: Vec<Line> =
        rest.iter().filter(|line| line.section == Some(line.id)).cloned().collect();
    let known = section.filter(|section| titles.iter().any(|title| title.id == *section));
    let name = |id: Option<QuestionId>| id.map_or(NO_SECTION.to_owned(), |id| id.0.to_string());
    let picked = RwSignal::new(name(known));
    let place = RwSignal::new(END.to_owned());
    let mut all = Vec::new();
    if !titles.is_empty() {
        let options = [(NO_SECTION.to_owned(), "Before the sections".to_owned())]
            .into_iter()
            .chain(titles.iter().map(|title| (name(Some(title.id)), quoted(title))))
            .collect();
        all.push(list("move-to-section", "Section", options, picked));
    }
    // Which of the rest are in the section that is picked. A section that moves itself is gone
    // from here, and what is in it counts to the one before.
    let in_section = move |picked: &str| {
        let mut section = NO_SECTION.to_owned();
        let mut inside = Vec::new();
        for line in &rest {
            if line.section == Some(line.id) {
                section = line.id.0.to_string();
            } else if section == picked {
                inside.push(line.clone());
            }
        }
        inside
    };
    let places = in_section.clone();
    all.push(el("div").live(move || {
        place.set(END.to_owned());
        let behind = |line: &Line| {
            let text = words::short(&line.text, LONGEST);
            let text = match line.number {
                Some(number) => format!("After {number}. {text}"),
                None => format!("After {text}", text = words::quoted(&text)),
            };
            (line.id.0.to_string(), text)
        };
        let inside = picked.with(|picked| places(picked));
        let ends =
            [(END.to_owned(), "At the end".to_owned()), (START.to_owned(), "At the start".into())];
        let options = ends.into_iter().chain(inside.iter().map(behind)).collect();
        vec![list("move-to-place", "Place", options, place)]
    }));
    let go = move || {
        let inside = picked.with_untracked(|picked| in_section(picked));
        let ids = desk.draft.with_untracked(|draft| {
            draft.content().questions.iter().map(|q| q.id).collect::<Vec<_>>()
        });
        let named = |name: &String| ids.iter().find(|id| id.0.to_string() == **name).copied();
        let title = picked.with_untracked(named);
        place.with_untracked(|place| match place.as_str() {
            START => title,
            END => inside.last().map(|line| line.id).or(title),
            _ => named(place).or(title),
        })
    };
    all.push(buttons(desk, go));
    all
}

fn quoted(line: &Line) -> String {
    words::quoted(&words::short(&line.text, LONGEST))
}

/// A labelled list to pick from.
fn list(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    picked: RwSignal<String>,
) -> El {
    let option = |(value, text): (String, String)| {
        let is_picked = picked.with_untracked(|picked| *picked == value).then_some("");
        el("option").attr("value", value).attr_if("selected", is_picked).text(text)
    };
    let select = el("select").class("text-field").id(id).attr("dir", "auto");
    el("div").class("labelled").child(el("label").attr("for", id).text(label)).child(
        select
            .children(options.into_iter().map(option))
            .on("change", move |event| picked.set(event_target_value(&event))),
    )
}

fn cancel(desk: Desk) -> El {
    let cancel = el("button").attr("type", "button").class("button").text("Cancel");
    cancel.on("click", move |_| desk.ask_where(BTreeSet::new()))
}

fn buttons(desk: Desk, after: impl Fn() -> Option<QuestionId> + Send + 'static) -> El {
    let go = el("button").attr("type", "button").class("button primary").text("Move");
    el("div")
        .class("button-row")
        .child(go.on("click", move |_| desk.move_as_asked(DIALOG, after())))
        .child(cancel(desk))
}
