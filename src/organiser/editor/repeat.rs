//! How many times a section is asked: once, or as often as the answer to an earlier question for a
//! number says.

use super::controls::{Label, pick};
use super::{earlier, sentence};
use crate::model::draft::Part;
use crate::model::id::QuestionId;
use crate::organiser::field::problem_about;
use crate::organiser::ids::repeat_id;
use crate::organiser::state::Desk;
use crate::organiser::words::About;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The list.
pub fn repeat(desk: Desk, question: QuestionId) -> El {
    let source =
        Memo::new(move |_| desk.draft.with(|draft| draft.content().question(question)?.repeat));
    let options = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let mut ids: Vec<QuestionId> = earlier::counting(content, question).collect();
            ids.extend(source.get().filter(|id| !ids.contains(id)));
            let says = |id| format!("As many times as {} says", sentence::quoted(content, id));
            let often = ids.into_iter().map(|id| (id.0.to_string(), says(id)));
            [(String::new(), "Once".to_owned())].into_iter().chain(often).collect::<Vec<_>>()
        })
    });
    let has_none = Memo::new(move |_| options.with(|options| options.len() == 1));
    let value = Memo::new(move |_| source.get().map(|id| id.0.to_string()).unwrap_or_default());
    let on_pick = Callback::new(move |value: String| {
        let found = desk.draft.with_untracked(|draft| {
            let mut ids = earlier::counting(draft.content(), question);
            ids.find(|id| id.0.to_string() == value)
        });
        if found.is_some() || value.is_empty() {
            desk.set_part(question, Part::Repeat(found));
        }
    });
    let problem = problem_about(desk, About::Repeat(question));
    let id = repeat_id(question);
    let (help_id, problem_id) = (format!("{id}-help"), format!("{id}-problem"));
    let described_by = {
        let (help_id, problem_id) = (help_id.clone(), problem_id.clone());
        Signal::derive(move || match problem.get() {
            Some(_) => Some(format!("{problem_id} {help_id}")),
            None => Some(help_id.clone()),
        })
    };
    let trouble = el("p")
        .class("problem")
        .id(problem_id)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default());
    let label = Label::seen("How many times to ask this section");
    let help = el("p").class("help").id(help_id).live_text(move || {
        if has_none.get() {
            "To repeat it, add a question for a number before it. Like: How many children do you have?"
        } else {
            "People are asked all its questions again each time. 10 times at most."
        }
        .to_owned()
    });
    el("div")
        .class("repeat")
        .class_while("has-problem", move || problem.get().is_some())
        .child(trouble)
        .child(pick(id, label, options, value, on_pick, Some(described_by)))
        .child(help)
}
