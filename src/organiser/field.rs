//! A labelled field for one text of the draft, with its problem beside it: in the survey's own
//! language, or in one that it is translated to.
//!
//! Marks for earlier answers show as `[answer 3]` (see [`marks`]).

use super::editor::marks;
use super::editor::put_in::PutIn;
use super::state::Desk;
use super::words::{self, About};
use crate::model::draft::{Content, Place};
use crate::model::id::QuestionId;
use crate::model::survey::Language;
use leptos::ev::KeyboardEvent;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// The id of the field for a place, in the survey's own language or in another. The error summary
/// and every move of focus use it.
pub fn field_id(language: Option<Language>, place: Place) -> String {
    let id = match place {
        Place::Title => "title".to_owned(),
        Place::Organisation => "organisation".to_owned(),
        Place::Welcome => "welcome".to_owned(),
        Place::WhoSees => "who-sees".to_owned(),
        Place::After => "after".to_owned(),
        Place::Question(id) => format!("question-{}", id.0),
        Place::Hint(id) => format!("hint-{}", id.0),
        Place::Choice(id, choice) => format!("choice-{}-{}", id.0, choice.0),
        Place::PictureAlt(id) => format!("picture-alt-{}", id.0),
        Place::Pile(id, at) => format!("pile-{}-{at}", id.0),
        Place::Word(id) => format!("word-{}", id.0),
        Place::Meaning(id) => format!("meaning-{}", id.0),
        Place::Own(word) => format!("own-{}", word.key()),
    };
    match language {
        None => id,
        Some(language) => format!("in-{}-{id}", language.tag()),
    }
}

/// The problem of something, in words.
pub fn problem_about(desk: Desk, about: About) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let problems = desk.problems.read();
        let found = problems.iter().find(|problem| words::about(**problem) == about);
        found.copied().map(words::problem_here)
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
    /// The question of the field, when earlier answers may be put in.
    #[prop(optional)]
    put_in_for: Option<QuestionId>,
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
    let lang_tag = move || lang.get().tag().to_owned();
    // What is being written may be in another language than was said; a translation never is.
    let dir = language.map_or("auto", |language| language.direction());
    let help_id = format!("{id}-help");
    let problem_id = format!("{id}-problem");
    let describer = {
        let (help_id, problem_id) = (help_id.clone(), problem_id.clone());
        let problem = move || problem.get().is_some();
        move || described_by(problem, &problem_id, !help.get().is_empty(), &help_id)
    };
    let shown_placeholder =
        move || Some(placeholder.get()).filter(|placeholder| !placeholder.is_empty());
    let invalid = move || problem.get().map(|_| "true");
    let write_text = move |typed: &str| {
        let text = desk
            .draft
            .with_untracked(|draft| marks::read(draft.content(), typed, &stored(draft.content())));
        desk.write(language, place, text);
    };
    let write = move |event| write_text(&event_target_value(&event));
    let keys = move |event: KeyboardEvent| {
        // Enter may also end a word in Japanese or Chinese: then it is not for us.
        if let (Some(enter), "Enter", false) = (on_enter, &*event.key(), event.is_composing()) {
            event.prevent_default();
            enter.run(());
        }
    };
    let (line, area) = (NodeRef::<Input>::new(), NodeRef::<Textarea>::new());
    let put_in = Callback::new(move |source: QuestionId| {
        let caret = match (line.get_untracked(), area.get_untracked()) {
            (Some(field), _) => field.selection_end().ok().flatten(),
            (_, Some(field)) => field.selection_end().ok().flatten(),
            _ => None,
        };
        let label = desk.draft.with_untracked(|draft| marks::label(draft.content(), source));
        let (text, caret) = marks::put_in(&value.get_untracked(), caret, &label);
        desk.stop_typing();
        write_text(&text);
        desk.stop_typing();
        spawn_local(async move {
            tick().await;
            if let Some(field) = line.get_untracked() {
                let _ = field.focus();
                let _ = field.set_selection_range(caret, caret);
            } else if let Some(field) = area.get_untracked() {
                let _ = field.focus();
                let _ = field.set_selection_range(caret, caret);
            }
        });
    });
    let field = if rows == 1 {
        view! {
            <input
                type="text"
                class="text-field"
                id=id.clone()
                node_ref=line
                lang=lang_tag
                dir=dir
                autocomplete="off"
                placeholder=shown_placeholder
                aria-describedby=describer
                aria-invalid=invalid
                prop:value=value
                on:input=write
                on:keydown=keys
                on:blur=move |_| desk.stop_typing()
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                class="text-field"
                id=id.clone()
                node_ref=area
                lang=lang_tag
                dir=dir
                rows=rows
                placeholder=shown_placeholder
                aria-describedby=describer
                aria-invalid=invalid
                prop:value=value
                on:input=write
                on:blur=move |_| desk.stop_typing()
            ></textarea>
        }
        .into_any()
    };
    let menu = put_in_for.map(|question| {
        view! { <PutIn desk question field=label put_in /> }
    });
    view! {
        <div class="labelled" class:has-problem=move || problem.get().is_some()>
            <label class=if label_unseen { "unseen" } else { "" } for=id>
                {label}
            </label>
            <p class="help" id=help_id hidden=move || help.get().is_empty()>
                {help}
            </p>
            <p class="problem" id=problem_id hidden=move || problem.get().is_none()>
                {problem}
            </p>
            {field}
            {menu}
        </div>
    }
}
