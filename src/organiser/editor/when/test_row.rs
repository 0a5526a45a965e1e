//! One test, as a sentence with gaps: a question, what must be true of its answer, and a choice or
//! a number.

use super::asked::Asked;
use super::checks::{checks, choice_ids, choices, number_of, problem, tag, with_number, with_tag};
use super::rows::{At, first_test, keep_check};
use super::when_id;
use crate::model::draft::Content;
use crate::model::id::QuestionId;
use crate::model::limit::Hundredths;
use crate::model::survey::{Check, Test};
use crate::model::words::Words;
use crate::organiser::editor::controls::{Label, Options, Takes, number_field, pick};
use crate::organiser::editor::earlier;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The id of the list of questions of a test.
pub fn source_id(question: QuestionId, at: At) -> String {
    let place = at.place.map(|place| format!("-{place}")).unwrap_or_default();
    format!("{}-{}{place}", when_id(question), at.row)
}

/// A row. In front of it stands "and", "or", or nothing.
pub fn test_row(asked: Asked, at: At, joint: Signal<&'static str>) -> El {
    let Asked { desk, question, rows, sources } = asked;
    let test = Memo::new(move |_| rows.with(|rows| rows.test(at)));
    let number = Memo::new(move |_| rows.with(|rows| rows.number(at)));
    let named = move |what: &'static str| {
        Signal::derive(move || format!("Condition {}: {what}", number.get()))
    };
    let set = move |change: &dyn Fn(&Content, Test) -> Test| {
        if let Some(old) = test.get_untracked() {
            let new = desk.draft.with_untracked(|draft| change(draft.content(), old));
            asked.change(|rows| rows.set(at, Some(new)));
        }
    };
    let memo = move |what: fn(&Content, &Words, Test) -> Options| {
        Memo::new(move |_| {
            let Some(test) = test.get() else { return Options::new() };
            desk.draft.with(|draft| what(draft.content(), &desk.words, test))
        })
    };
    // The question that is picked shows even where it should not be.
    let sources = Memo::new(move |_| {
        let mut options = sources.get();
        if let Some(id) = test.get().map(|test| test.question) {
            let value = id.0.to_string();
            if options.iter().all(|(other, _)| *other != value) {
                let name = desk.draft.with(|draft| earlier::name(draft.content(), id));
                options.insert(0, (value, name));
            }
        }
        options
    });
    let (checks, choices) = (memo(checks), memo(choices));
    let problem = Memo::new(move |_| {
        let test = test.get()?;
        desk.draft.with(|draft| problem(draft.content(), question, test))
    });
    let id = source_id(question, at);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        Signal::derive(move || problem.get().map(|_| problem_id.clone()))
    };
    let pick_source = Callback::new(move |value: String| {
        set(&|content, test| {
            let mut ids = earlier::testable(content, question);
            match ids.find(|id| id.0.to_string() == value) {
                None => test,
                Some(id) => {
                    let test = Test { question: id, ..test };
                    keep_check(content, test, first_test(content, id).check)
                }
            }
        });
    });
    let pick_check = Callback::new(move |value: String| {
        set(&|content, test| Test { check: with_tag(content, test, &value), ..test });
    });
    let pick_choice = Callback::new(move |value: String| {
        set(&|content, test| {
            let found = choice_ids(content, test.question);
            let found = found.into_iter().find(|id| id.0.to_string() == value);
            let check = match (test.check, found) {
                (Check::Is(_), Some(id)) => Check::Is(id),
                (Check::IsNot(_), Some(id)) => Check::IsNot(id),
                (check, _) => check,
            };
            Test { check, ..test }
        });
    });
    let pick_number = Callback::new(move |value: Option<Hundredths>| {
        set(&|_, test| Test { check: with_number(test.check, value.unwrap_or_default()), ..test });
    });
    let source =
        Memo::new(move |_| test.get().map(|test| test.question.0.to_string()).unwrap_or_default());
    let check = Memo::new(move |_| test.get().map_or("", |test| tag(test.check)).to_owned());
    let choice = Memo::new(move |_| match test.get().map(|test| test.check) {
        Some(Check::Is(id) | Check::IsNot(id)) => id.0.to_string(),
        _ => String::new(),
    });
    let value = Memo::new(move |_| test.get().and_then(|test| number_of(test.check)));
    // Which of the two the check needs, so that one key in it does not draw it anew.
    let has_choice = Memo::new(move |_| !choice.with(String::is_empty));
    let has_number = Memo::new(move |_| value.get().is_some());
    let (choice_id, number_id) = (format!("{id}-choice"), format!("{id}-number"));
    let trouble = el("p")
        .class("problem")
        .id(problem_id)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default().to_owned());
    let label = move |what: &'static str| Label::unseen(named(what));
    let check_id = format!("{id}-check");
    let pick_one = move || {
        parts().child(pick(choice_id.clone(), label("choice"), choices, choice, pick_choice, None))
    };
    let write_one = move || {
        let takes = Takes::NeededNumber;
        parts().child(number_field(
            number_id.clone(),
            label("number"),
            takes,
            value,
            pick_number,
            None,
        ))
    };
    let out = button("button square")
        .live_attr("aria-label", move || Some(format!("Remove condition {}", number.get())))
        .on("click", move |_| asked.remove(at))
        .text("✕");
    let words = el("div")
        .class("test-words")
        .attr("role", "group")
        .live_attr("aria-label", move || Some(format!("Condition {}", number.get())))
        .child(pick(id, label("question"), sources, source, pick_source, Some(described_by)))
        .child(pick(check_id, label("what must be true"), checks, check, pick_check, None))
        .show(move || has_choice.get(), pick_one)
        .show(move || has_number.get(), write_one)
        .child(out);
    el("li")
        .class("test")
        .class_while("has-problem", move || problem.get().is_some())
        .child(el("span").class("joint").live_text(move || joint.get().to_owned()))
        .child(trouble)
        .child(words)
}
