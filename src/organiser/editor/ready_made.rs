//! Questions to pick from, that other people have used: all ready-made ones, by topic.

use super::paste_questions::tool_foot;
use super::tools::head;
use crate::model::draft::DraftQuestion;
use crate::model::edit::questions::counted;
use crate::model::id::QuestionId;
use crate::model::ready_made::{Template, already_in, templates};
use crate::organiser::state::Desk;
use crate::organiser::tool::Tool;
use crate::organiser::words;
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The template that the tool of equality questions stands for.
const ABOUT_YOU: &str = "About you";

/// The questions that are ticked.
type Picked = RwSignal<BTreeSet<QuestionId>>;

/// What stands in the dialog.
pub fn tool(desk: Desk) -> Vec<El> {
    let picked: Picked = RwSignal::new(BTreeSet::new());
    let search = RwSignal::new(String::new());
    // Equality questions differ by nation, so they have a tool of their own.
    let mut all = templates();
    all.retain(|template| template.name != ABOUT_YOU);
    let all = StoredValue::new(all);
    let found = Memo::new(move |_| all.with_value(|all| search.with(|search| find(all, search))));
    let count = move || {
        all.with_value(|all| {
            found.with(|found| match found.as_slice() {
                [] => "No questions found. Try another word.".to_owned(),
                some => counted(some.iter().flat_map(|(template, places)| {
                    places.iter().map(|place| all[*template].questions[*place].kind)
                })),
            })
        })
    };
    let groups = move || {
        let is_search = search.with_untracked(|search| !search.trim().is_empty());
        let found = found.get();
        let group = |(template, questions): (usize, Vec<usize>)| {
            all.with_value(|all| self::group(desk, picked, is_search, &all[template], &questions))
        };
        found.into_iter().map(group).collect()
    };
    let none_ticked = RwSignal::new(false);
    let add = move |_| {
        let ids = picked.get_untracked();
        none_ticked.set(ids.is_empty());
        let questions = all.with_value(|all| {
            let questions = all.iter().flat_map(|template| &template.questions);
            questions.filter(|question| ids.contains(&question.id)).cloned().collect()
        });
        desk.add_ready_made(questions);
    };
    let says = move || {
        let kinds = all.with_value(|all| {
            let all = all.iter().flat_map(|template| &template.questions);
            let picked = picked.read();
            let ticked = all.filter(|question| picked.contains(&question.id));
            ticked.map(|question| question.kind).collect::<Vec<_>>()
        });
        match kinds.as_slice() {
            [] => "Add questions".to_owned(),
            some => format!("Add {}", counted(some.iter().copied())),
        }
    };
    let missing = move || {
        let is_missing = none_ticked.get() && picked.with(BTreeSet::is_empty);
        if is_missing { "Tick the questions that you want." } else { "" }.to_owned()
    };
    vec![
        head(desk, "Ready-made questions"),
        el("p").class("help").text(
            "Our own easy-read questions. Tick those that you want. They go below the open question.",
        ),
        el("div")
            .class("labelled")
            .child(el("label").attr("for", "ready-search").text("Search for a question"))
            .child(
                el("input")
                    .attr("type", "text")
                    .class("text-field")
                    .id("ready-search")
                    .attr("autocomplete", "off")
                    .value(move || search.get())
                    .on("input", move |event| search.set(event_target_value(&event))),
            ),
        el("p").class("help").attr("role", "status").live_text(count),
        el("div").class("ready-groups").live(groups),
        el("div").class("button-row").child(
            el("button")
                .attr("type", "button")
                .class("button")
                .text("Equality questions: about you")
                .on("click", move |_| desk.tool.set(Some(Tool::AboutYou))),
        ),
        tool_foot(missing, says, add),
    ]
}

/// The places of the questions that a search finds, by template. All of them when nothing is
/// searched for. Each word must be the start of a word of the question, its choices or its topic.
fn find(all: &[Template], search: &str) -> Vec<(usize, Vec<usize>)> {
    let search = search.to_lowercase();
    let wanted: Vec<&str> = search.split_whitespace().collect();
    let has = |template: &Template, question: &DraftQuestion| {
        let choices = question.choices.iter().map(|choice| &*choice.text);
        let own = [template.name, template.who, &*question.text, &*question.hint];
        let texts: String =
            own.into_iter().chain(choices).flat_map(|text| [" ", text]).collect::<String>();
        let texts = texts.to_lowercase();
        let mut starts = wanted.iter().map(|start| format!(" {start}"));
        starts.all(|start| texts.contains(&start))
    };
    let of_template = |(at, template): (usize, &Template)| {
        let questions = template.questions.iter().enumerate();
        let questions = questions.filter(|(_, question)| has(template, question));
        (at, questions.map(|(place, _)| place).collect::<Vec<_>>())
    };
    let found = all.iter().enumerate().map(of_template);
    found.filter(|(_, questions)| !questions.is_empty()).collect()
}

/// A topic, closed until somebody looks for something.
fn group(desk: Desk, picked: Picked, is_open: bool, of: &Template, places: &[usize]) -> El {
    let questions: Vec<_> = places.iter().filter_map(|place| of.questions.get(*place)).collect();
    let ids: Vec<QuestionId> = questions.iter().map(|question| question.id).collect();
    let name = of.name;
    let has_all = {
        let ids = ids.clone();
        move || picked.with(|picked| ids.iter().all(|id| picked.contains(id)))
    };
    let all_have = has_all.clone();
    let tick_all = move |_| {
        let untick = has_all();
        picked.update(|picked| {
            for id in &ids {
                if untick {
                    picked.remove(id)
                } else {
                    picked.insert(*id)
                };
            }
        });
    };
    let tick_says = move || if all_have() { "Clear selection" } else { "Select all" }.to_owned();
    let summary = el("summary")
        .children(small(desk.pictures, of.picture))
        .child(el("span").class("ready-name").text(name))
        .child(el("span").class("soft").text(counted(questions.iter().map(|q| q.kind))));
    let tick_all = el("button")
        .attr("type", "button")
        .class("button")
        .live_text(tick_says.clone())
        .live_attr("aria-label", move || Some([&tick_says(), ": ", name].concat()))
        .on("click", tick_all);
    el("details")
        .class("ready-group")
        .attr_if("open", is_open.then_some(""))
        .child(summary)
        .child(el("div").class("button-row").child(tick_all))
        .child(
            el("ul")
                .attr("role", "list")
                .children(questions.into_iter().map(|question| item(desk, picked, question))),
        )
}

fn item(desk: Desk, picked: Picked, question: &DraftQuestion) -> El {
    let id = question.id;
    let is_here = desk.draft.with_untracked(|draft| already_in(draft.content(), question));
    let tick = move |_| {
        picked.update(|picked| {
            if !picked.remove(&id) {
                picked.insert(id);
            }
        });
    };
    let choices: Vec<&str> = question.offered().map(|choice| &*choice.text).collect();
    let choices = choices.join(" · ");
    let mut about = words::kind(question.kind).to_owned();
    if choices.chars().any(char::is_alphanumeric) {
        about = [&about, ": ", &choices].concat();
    }
    let here = is_here
        .then(|| el("span").class("pill").text("Already in your survey. Tick it to add a copy."));
    el("li").child(
        el("label")
            .class("tick")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked(move || picked.with(|picked| picked.contains(&id)))
                    .on("change", tick),
            )
            .children(small(desk.pictures, &question.picture))
            .child(
                el("span")
                    .class("ready-words")
                    .child(el("strong").text(question.text.clone()))
                    .child(el("span").class("soft").text(about))
                    .children(here),
            ),
    )
}
