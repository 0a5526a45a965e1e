//! A labelled field for one text of the draft, with its problem beside it and its advice below: in
//! the survey's own language, or in one that it is translated to.
//!
//! Marks for earlier answers show as `[answer 3]` (see [`marks`]).

use super::advice::{boxes, underline};
use super::editor::marks;
use super::ids::field_id;
use super::later;
use super::state::Desk;
use super::words::{self, About};
use crate::browser::page;
use crate::model::draft::{Content, Place};
use crate::model::id::QuestionId;
use crate::model::survey::Language;
use crate::ui::el::{el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// A field of a question that an earlier answer can be inserted in.
#[derive(Clone, Copy)]
pub struct Insert {
    pub question: QuestionId,
    /// The place that one is about to go into.
    pub into: RwSignal<Option<Place>>,
}

/// The problem of something, in words.
pub fn problem_about(desk: Desk, about: About) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let problems = desk.problems.read();
        let found = problems.iter().find(|problem| words::about(**problem) == about);
        let found = found.copied()?;
        Some(desk.draft.with_untracked(|draft| words::problem_here(draft.content(), found)))
    })
}

/// The problem of the words in a place, in words.
pub fn problem_of(desk: Desk, place: Place) -> Memo<Option<String>> {
    problem_about(desk, About::Text(place))
}

/// What describes a field, for screen readers: its problem, then its help.
pub fn described_by(
    problem: impl Fn() -> bool,
    problem_id: &str,
    help: bool,
    help_id: &str,
) -> Option<String> {
    match (problem(), help) {
        (false, false) => None,
        (false, true) => Some(help_id.to_owned()),
        (true, false) => Some(problem_id.to_owned()),
        (true, true) => Some(format!("{problem_id} {help_id}")),
    }
}

/// A field for a text.
#[component]
pub fn TextField(
    desk: Desk,
    place: Place,
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// A sentence more, under the label.
    #[prop(optional, into)]
    help: Signal<&'static str>,
    /// Lines to show. 1 is a line that takes no line breaks.
    #[prop(default = 1)]
    rows: u32,
    /// True where the place on the page says what the field is for. Screen readers still hear it.
    #[prop(optional)]
    label_unseen: bool,
    /// What Enter does in a field of one line.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
    /// The language, when it is not the survey's own.
    #[prop(optional, into)]
    language: Option<Language>,
    /// What people read while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Where earlier answers may be inserted.
    #[prop(optional)]
    insert: Option<Insert>,
) -> impl IntoView {
    let id = field_id(language, place);
    let problem = problem_of(desk, place);
    let stored = move |content: &Content| {
        let text = match language {
            None => content.text(place),
            Some(language) => content.translated(language, place),
        };
        text.unwrap_or_default().to_owned()
    };
    let value = Memo::new(move |_| {
        desk.draft.with(|draft| marks::show(draft.content(), &stored(draft.content())))
    });
    let lang = Memo::new(move |_| {
        language.unwrap_or_else(|| desk.draft.with(|draft| draft.content().language))
    });
    // What is being written may be in another language than was said; a translation never is.
    let dir = language.map_or("auto", |language| language.direction());
    let help_id = format!("{id}-help");
    let problem_id = format!("{id}-problem");
    // Advice is about the survey's own words.
    let advice = (language.is_none()).then(|| boxes::of_place(desk, place));
    let has_advice = move || advice.is_some_and(|advice| !advice.with(Vec::is_empty));
    let describer = {
        let (help_id, problem_id) = (help_id.clone(), problem_id.clone());
        let count_id = boxes::count_id(&id);
        let problem = move || problem.get().is_some();
        move || {
            let said = described_by(problem, &problem_id, !help.get().is_empty(), &help_id);
            let count = has_advice().then_some(&count_id);
            let ids: Vec<_> = said.iter().chain(count).map(String::as_str).collect();
            Some(ids.join(" ")).filter(|ids| !ids.is_empty())
        }
    };
    let shown_placeholder =
        move || Some(placeholder.get()).filter(|placeholder| !placeholder.is_empty());
    let write_text = move |typed: &str| {
        let text = desk
            .draft
            .with_untracked(|draft| marks::read(draft.content(), typed, &stored(draft.content())));
        desk.write(language, place, text);
    };
    let put_in = {
        let id = id.clone();
        Callback::new(move |source: QuestionId| {
            let caret = page::caret(&id);
            let label = desk.draft.with_untracked(|draft| marks::label(draft.content(), source));
            let (text, caret) = marks::put_in(&value.get_untracked(), caret, &label);
            desk.stop_typing();
            write_text(&text);
            desk.stop_typing();
            let id = id.clone();
            spawn_local(async move {
                tick().await;
                page::put_caret(&id, caret);
            });
        })
    };
    let is_line = rows == 1;
    let runs = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let text = stored(content);
            if language.is_some() {
                return underline::runs(content, &text, core::iter::empty());
            }
            desk.advice.here.with(|advice| {
                let here = advice.iter().filter(|seen| seen.finding.place == place);
                underline::runs(content, &text, here)
            })
        })
    });
    let lines =
        (!is_line || language.is_none()).then(|| underline::over_field(&id, runs, is_line, dir));
    let mut field = el(if is_line { "input" } else { "textarea" })
        .class("text-field")
        .id(id.clone())
        .attr("dir", dir)
        .live_attr("lang", move || Some(lang.get().tag().to_owned()))
        .live_attr("placeholder", shown_placeholder)
        .live_attr("aria-describedby", describer)
        .live_attr("aria-invalid", move || problem.get().map(|_| "true".to_owned()))
        .value(move || value.get())
        .on("input", move |event| write_text(&event_target_value(&event)))
        .on("focus", move |_| desk.field.set_value(Some((language, place))))
        .on("blur", move |_| {
            desk.stop_typing();
            desk.field.set_value(None);
        });
    if is_line {
        let keys = move |event: KeyboardEvent| {
            let is_other = event.is_composing() || event.ctrl_key() || event.meta_key();
            // Enter may also end a word in Japanese or Chinese, or be held with Ctrl for something
            // else: then it is not for us.
            if let (Some(enter), "Enter", false) = (on_enter, &*event.key(), is_other) {
                event.prevent_default();
                enter.run(());
            }
        };
        field = field
            .attr("type", "text")
            .attr("autocomplete", "off")
            .on("keydown", move |event| keys(event.into()));
        for moves in ["scroll", "keyup", "pointerup", "blur"] {
            let field_id = id.clone();
            field = field.on(moves, move |_| underline::follow(&field_id));
        }
    } else {
        field = field.attr("rows", rows.to_string());
    }
    let layers = el("div").class("text-layers").child(field).children(lines);
    let menu = insert.map(|insert| {
        el("div").class("put-in-place").show(
            move || insert.into.get() == Some(place),
            move || {
                parts().live_parts(move || {
                    later::once_here(desk, |later| (later.put_in)(desk, insert, put_in))
                })
            },
        )
    });
    let boxes = advice.map(|_| {
        let boxes = move || later::once_here(desk, |later| (later.about_words)(desk, place));
        el("div").class("advice").live_parts(boxes)
    });
    let label_class = if label_unseen { "unseen" } else { "" };
    let no_problem = move || problem.get().is_none();
    view! {
        <div class="labelled" class:has-problem=move || problem.get().is_some()>
            {el("label").class(label_class).attr("for", id).live_text(move || label.get())}
            {el("p")
                .class("help")
                .id(help_id)
                .hidden(move || help.get().is_empty())
                .live_text(move || help.get().to_owned())}
            {el("p")
                .class("problem")
                .id(problem_id)
                .hidden(no_problem)
                .live_text(move || problem.get().unwrap_or_default())}
            {layers}
            {boxes}
            {menu}
        </div>
    }
}
