//! A list of questions that was written somewhere else: pasted, shown as it was understood, mended,
//! and added.

use super::left_out::{keep_marks, left_out};
use super::lines::Lines;
use super::tools::head;
use crate::model::draft::Draft;
use crate::model::edit::questions::{asked_again, counted};
use crate::model::paste::{
    Found, NEW_SECTION, Reading, Row, Trouble, read, starts_section, trouble,
};
use crate::model::survey::Kind;
use crate::organiser::state::Desk;
use crate::organiser::tool::Unused;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// Most rows that are shown. All of them are added.
const MOST_SHOWN: usize = 500;

/// The kinds that people choose from here. The others need more than words.
const KINDS: [Kind; 13] = [
    Kind::YesNo,
    Kind::OneChoice,
    Kind::ManyChoices,
    Kind::Faces3,
    Kind::Faces5,
    Kind::EitherOr,
    Kind::Ranking,
    Kind::ShortText,
    Kind::LongText,
    Kind::Number,
    Kind::About,
    Kind::Information,
    Kind::Section,
];

/// What stands in the dialog. The questions come where the kinds to add are shown, or below the open question.
pub fn tool(desk: Desk, lines: Lines) -> Vec<El> {
    let Unused { list: text, rows, left_out: out, .. } = desk.unused;
    let last = lines.all.with_untracked(|lines| lines.last().map(|line| line.id));
    let shown = lines.adding.get_untracked();
    let after = shown.unwrap_or(desk.spot.get_untracked().question()).or(last);
    let again = desk.draft.with_untracked(|draft| asked_again(draft.content(), after));
    let apart = RwSignal::new(false);
    // The list is only drawn anew when other words are read, so a choice in it keeps the focus.
    let found = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| row.found.clone()).collect::<Vec<_>>())
    });
    let already = desk.draft.with_untracked(|draft: &Draft| draft.content().questions.len());
    let wrong =
        Memo::new(move |_| text.with(|text| rows.with(|rows| trouble(text, rows, already))));
    let type_in = move |event| {
        let typed = event_target_value(&event);
        let Reading { rows: read, out: left } = rows.with_untracked(|rows| read(&typed, rows));
        rows.set(read);
        out.set(left);
        text.set(typed);
    };
    let tried = RwSignal::new(false);
    let joins = again.is_some();
    let is_in_it = move || joins && !rows.with(|rows| starts_section(rows));
    let add = move |_| match wrong.get_untracked() {
        None => {
            desk.add_pasted(rows.get_untracked(), after, is_in_it() && apart.get_untracked());
            // A survey that is full takes nothing in.
            if desk.tool.get_untracked().is_none() && !desk.is_full.get_untracked() {
                desk.unused.forget_list();
            }
        }
        Some(_) => tried.set(true),
    };
    let status = move || match wrong.get() {
        Some(Trouble::Nothing) => String::new(),
        Some(trouble) => say(trouble),
        None => count(&rows.read()),
    };
    let missing = move || {
        let is_missing = tried.get() && wrong.get() == Some(Trouble::Nothing);
        if is_missing { say(Trouble::Nothing) } else { String::new() }
    };
    let list = move || {
        let all = found.get();
        let shown = all.iter().take(MOST_SHOWN).enumerate();
        shown.map(|(at, found)| row(rows, at, found)).collect()
    };
    vec![
        head(desk, "Paste questions"),
        el("div")
            .class("labelled")
            .child(el("label").attr("for", "paste-text").text("Your questions"))
            .child(
                el("p")
                    .class("help")
                    .id("paste-help")
                    .text("One question on each line, and its choices below. You can copy from Word, Excel or a web page."),
            )
            .child(
                el("textarea")
                    .class("text-field")
                    .id("paste-text")
                    .attr("rows", "7")
                    .attr("dir", "auto")
                    .attr("aria-describedby", "paste-help")
                    .attr("autofocus", "")
                    .attr("placeholder", "Do you like tea?\nWhat do you drink?\n- Tea\n- Water")
                    .value(move || text.get())
                    .on("paste", keep_marks)
                    .on("input", type_in),
            ),
        el("p")
            .attr("role", "status")
            .live_attr("class", move || {
                let is_wrong = wrong.get().is_some_and(|trouble| trouble != Trouble::Nothing);
                Some(if is_wrong { "paste-status problem" } else { "paste-status" }.to_owned())
            })
            .live_text(status),
        left_out(Memo::new(move |_| out.get())),
        el("ol").class("paste-rows").attr("role", "list").live(list),
        el("div")
            .hidden(move || !is_in_it())
            .children(again.map(|section| joins_section(section, apart))),
        tool_foot(missing, || "Add these questions".to_owned(), add),
    ]
}

/// That the questions will be in a section that people answer more than once, and the way not to have that.
fn joins_section(section: String, apart: RwSignal<bool>) -> El {
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || apart.get())
        .on("change", move |event| apart.set(event_target_checked(&event.into())));
    let says = format!(
        "Put them after that section, in a new section “{NEW_SECTION}”. People answer those once."
    );
    el("div")
        .class("notice")
        .child(el("p").attr("dir", "auto").text(format!("These will be in {section}.")))
        .child(el("label").class("tick").child(tick).child(el("span").text(says)))
}

/// The button that adds what a tool has, always in sight, and what is missing for that.
pub fn tool_foot(
    missing: impl Fn() -> String + Send + 'static,
    says: impl Fn() -> String + Send + 'static,
    add: impl FnMut(leptos::tachys::renderer::types::Event) + Send + 'static,
) -> El {
    let button = el("button").attr("type", "button").class("button primary");
    el("div")
        .class("tool-foot")
        .child(el("p").class("problem").attr("role", "status").live_text(missing))
        .child(button.live_text(says).on("click", add))
}

/// What was understood, and what a person can make of it.
fn row(rows: RwSignal<Vec<Row>>, at: usize, found: &Found) -> El {
    let number = at + 1;
    let of = move |read: fn(&Row) -> String| move || rows.with(|rows| rows.get(at).map(read));
    let kind = of(|row| kind_place(row.kind));
    let is_wanted = move || rows.with(|rows| rows.get(at).is_some_and(|row| row.wanted));
    let keeps = move || {
        rows.with(|rows| {
            rows.get(at).is_some_and(|row| {
                row.kind.has_choices()
                    && !matches!(row.kind, Kind::YesNo | Kind::Faces3 | Kind::Faces5 | Kind::About)
            })
        })
    };
    let set_kind = move |event| {
        let picked = event_target_value(&event).parse().ok().and_then(|at: usize| KINDS.get(at));
        rows.update(|rows| {
            if let (Some(row), Some(kind)) = (rows.get_mut(at), picked) {
                row.kind = *kind;
            }
        });
    };
    let set_wanted = move |_| {
        rows.update(|rows| {
            if let Some(row) = rows.get_mut(at) {
                row.wanted = !row.wanted;
            }
        });
    };
    let option = |(at, kind): (usize, &Kind)| {
        el("option").attr("value", at.to_string()).text(words::kind(*kind))
    };
    let mut choices = found.choices.clone();
    if found.other {
        choices.push("Something else".to_owned());
    }
    let choices = (!choices.is_empty()).then(|| {
        let item = |choice: String| el("li").attr("dir", "auto").text(words::short(&choice, 120));
        el("ul")
            .class("paste-choices")
            .hidden(move || !keeps())
            .children(choices.into_iter().map(item))
    });
    let name = format!("paste-row-{at}");
    el("li")
        .class("paste-row")
        .live_attr("data-out", move || (!is_wanted()).then(String::new))
        .child(
            el("label")
                .class("tick")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .checked(is_wanted)
                        .on("change", set_wanted),
                )
                .child(
                    el("strong").attr("dir", "auto").id(name).text(words::short(&found.text, 300)),
                ),
        )
        .children(choices)
        .child(
            el("select")
                .class("text-field")
                .attr("aria-label", format!("How people answer question {number}"))
                .children(KINDS.iter().enumerate().map(option))
                .value(move || kind().unwrap_or_default())
                .on("change", set_kind),
        )
}

fn kind_place(kind: Kind) -> String {
    let place = KINDS.iter().position(|other| *other == kind);
    place.map(|place| place.to_string()).unwrap_or_default()
}

fn count(rows: &[Row]) -> String {
    let wanted = rows.iter().filter(|row| row.wanted).map(|row| row.kind);
    format!("We found {}. Is this right? Change anything that is wrong.", counted(wanted))
}

fn say(trouble: Trouble) -> String {
    match trouble {
        Trouble::Nothing => "There are no questions yet. Write one on each line.".to_owned(),
        Trouble::TooMany(0) => "This survey is full. It has 499 questions.".to_owned(),
        Trouble::TooMany(room) => format!(
            "This is too many questions. This survey has room for {room} more. Take some out.",
        ),
        Trouble::TooLong(number) => {
            format!("Question {number} is too long. Make it shorter, or remove it.")
        }
        Trouble::TooMuch => "This is too long for one survey. Paste a smaller part.".to_owned(),
    }
}
