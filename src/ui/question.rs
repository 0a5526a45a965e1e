//! One question with its way to answer: native radios, checkboxes or a field.
//!
//! The question is the group's name, so screen readers say it once, in front of the choices.
//! Absent: next and back (see `survey_page`), and what becomes of an answer.

use super::heading::{Heading, Level};
use crate::model::id::{ChoiceId, Id};
use crate::model::response::Answer;
use crate::model::survey::{Choice, Kind, Question};
use leptos::prelude::*;

/// Most characters of short words. Enough for any line; a field can't be filled without end.
const SHORT: &str = "300";
/// Most characters of long words: about 2 pages.
const LONG: &str = "5000";

/// The id of the heading that a new page puts the focus on.
pub const HEADING: &str = "heading";

/// Reads the answer so far, and is heard when it changes. Not a `Signal`: that could be a memo
/// too, and phones would download the code of memos for nothing.
pub type Given = Callback<(), Option<Answer>>;

/// A question and its answer.
#[component]
pub fn QuestionForm(
    question: Question,
    /// The answer so far.
    answer: Given,
    /// Called with every new answer, `None` when it was emptied.
    on_answer: Callback<Option<Answer>>,
    /// How deep the question stands as a heading.
    level: Level,
    /// The id of the heading, so that the page can put the focus on it.
    heading: &'static str,
) -> impl IntoView {
    let id = element_id(question.id.0);
    let hint_id = format!("{id}-hint");
    let described_by = (!question.hint.is_empty()).then(|| hint_id.clone());
    let hint = (!question.hint.is_empty()).then(|| {
        let hint_id = hint_id.clone();
        view! {
            <p class="hint words" id=hint_id dir="auto">
                {question.hint}
            </p>
        }
    });
    let many = matches!(question.kind, Kind::ManyChoices(_));
    match question.kind {
        Kind::OneChoice(choices) | Kind::ManyChoices(choices) => {
            let all = choices.iter().map(|choice| choice.id).collect::<Vec<_>>();
            let card = move |choice: Choice| {
                let name = id.clone();
                let all = all.clone();
                let picked = move || answer.run(()).is_some_and(|given| given.picked(choice.id));
                let pick = move |event| {
                    let on = event_target_checked(&event);
                    on_answer.run(with_pick(untrack(|| answer.run(())), &all, choice.id, many, on));
                };
                view! {
                    <label class="choice">
                        <input
                            type=if many { "checkbox" } else { "radio" }
                            name=name
                            prop:checked=picked
                            on:change=pick
                        />
                        <span class="choice-mark"></span>
                        <span class="choice-text" dir="auto">
                            {choice.text}
                        </span>
                    </label>
                }
            };
            let cards: Vec<_> = choices.into_iter().map(card).collect();
            let how_id = format!("{hint_id}-how");
            let described_by = match (described_by, many) {
                (hint, false) => hint,
                (None, true) => Some(how_id.clone()),
                (Some(hint), true) => Some([&hint, " ", &how_id].concat()),
            };
            let how = many.then(|| {
                view! {
                    <p class="hint" id=how_id>
                        "You can pick more than one."
                    </p>
                }
            });
            view! {
                <fieldset aria-describedby=described_by>
                    <legend>
                        <Heading level id=heading>
                            {question.text}
                        </Heading>
                    </legend>
                    {hint}
                    {how}
                    <div class="choices">{cards}</div>
                </fieldset>
            }
            .into_any()
        }
        Kind::ShortText | Kind::LongText => {
            let long = question.kind == Kind::LongText;
            let words = move || match answer.run(()) {
                Some(Answer::Text(words)) => words,
                _ => String::new(),
            };
            let write = move |event| on_answer.run(Some(Answer::Text(event_target_value(&event))));
            let field = if long {
                view! {
                    <textarea
                        class="field"
                        id=id.clone()
                        dir="auto"
                        rows="5"
                        maxlength=LONG
                        aria-describedby=described_by
                        prop:value=words
                        on:input=write
                    ></textarea>
                }
                .into_any()
            } else {
                view! {
                    <input
                        class="field"
                        type="text"
                        id=id.clone()
                        dir="auto"
                        maxlength=SHORT
                        autocomplete="off"
                        aria-describedby=described_by
                        prop:value=words
                        on:input=write
                    />
                }
                .into_any()
            };
            view! {
                <div>
                    <Heading level id=heading>
                        <label for=id>{question.text}</label>
                    </Heading>
                    {hint}
                    {field}
                </div>
            }
            .into_any()
        }
    }
}

/// The answer once a choice was picked or let go. Ticks keep the order of the choices.
fn with_pick(
    answer: Option<Answer>,
    all: &[ChoiceId],
    choice: ChoiceId,
    many: bool,
    on: bool,
) -> Option<Answer> {
    if !many {
        return Some(Answer::OneChoice(choice));
    }
    let was = |id: ChoiceId| answer.as_ref().is_some_and(|given| given.picked(id));
    let is = |id: &ChoiceId| if *id == choice { on } else { was(*id) };
    let ticked: Vec<ChoiceId> = all.iter().copied().filter(is).collect();
    (!ticked.is_empty()).then_some(Answer::ManyChoices(ticked))
}

/// An id for an element, from the id of what it shows.
pub fn element_id(id: Id) -> String {
    format!("q{id}")
}
