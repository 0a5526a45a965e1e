//! "When to ask this": always, or only if earlier answers fit. Each test reads as a sentence.
//!
//! What a person changes goes out as a whole new condition, so each change is one step of undo.

mod asked;
mod checks;
mod rows;
mod test_row;

use super::controls::{Label, Options, pick};
use super::earlier;
use crate::model::id::QuestionId;
use crate::model::survey::Condition;
use crate::organiser::field::problem_about;
use crate::organiser::ids::when_id;
use crate::organiser::state::Desk;
use crate::organiser::words::About;
use crate::ui::el::{El, Event, button, el, parts};
use asked::{Asked, add_test_id, always_id};
use leptos::prelude::*;
use rows::{At, Row, Rows};
use test_row::test_row;

/// The fieldset.
pub fn when(desk: Desk, question: QuestionId) -> El {
    let rows = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let question = draft.content().question(question);
            question.map(|question| Rows::of(&question.show_if)).unwrap_or_default()
        })
    });
    let sources = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let option = |id: QuestionId| (id.0.to_string(), earlier::name(content, id));
            earlier::testable(content, question).map(option).collect::<Options>()
        })
    });
    let asked = Asked { desk, question, rows, sources };
    let always = Memo::new(move |_| rows.with(|rows| rows.rows.is_empty()));
    let has_earlier = Memo::new(move |_| {
        desk.draft.with(|draft| earlier::testable(draft.content(), question).next().is_some())
    });
    let problem = problem_about(desk, About::When(question));
    let id = when_id(question);
    let problem_id = format!("{id}-problem");
    let described_by = {
        let problem_id = problem_id.clone();
        move || problem.get().map(|_| problem_id.clone())
    };
    let radio = move |name: &'static str, is_always: bool| {
        let choose = move |_: Event| {
            if is_always {
                desk.ask_if(question, Condition::default());
            } else {
                asked.add(false);
            }
        };
        let off = move || !is_always && always.get() && !has_earlier.get();
        let input = el("input")
            .attr("type", "radio")
            .attr_if("id", is_always.then(|| always_id(question)))
            .attr("name", format!("{}-is", when_id(question)))
            .checked(move || always.get() == is_always)
            .live_attr("disabled", move || off().then(String::new))
            .on("change", choose);
        el("label").class("tick").child(input).child(el("span").text(name))
    };
    let trouble = el("p")
        .class("problem")
        .id(problem_id)
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default());
    let help = || {
        let text = "To use this, add a question before this one.";
        parts().child(el("p").class("help").text(text))
    };
    let ticks = [radio("Always", true), radio("Only if …", false)];
    el("fieldset")
        .class("when")
        .class_while("has-problem", move || problem.get().is_some())
        .id(id)
        .attr("tabindex", "-1")
        .live_attr("aria-describedby", described_by)
        .child(el("legend").text("When to ask this"))
        .child(trouble)
        .child(el("div").class("ticks").children(ticks))
        .show(move || always.get() && !has_earlier.get(), help)
        .show(move || !always.get(), move || tests(asked))
}

/// All rows, how they are joined, and ways to add more.
fn tests(asked: Asked) -> El {
    let question = asked.question;
    // By place and sort: a row that is still there keeps its elements, and so the focus.
    let keys = Memo::new(move |_| {
        asked.rows.with(|rows| {
            let is_group = |row: &Row| matches!(row, Row::Group(_));
            rows.rows.iter().map(is_group).enumerate().collect::<Vec<_>>()
        })
    });
    let is_joined = move || keys.with(|keys| keys.len() > 1);
    let all = Memo::new(move |_| asked.rows.with(|rows| rows.all));
    let set_all = Callback::new(move |all| asked.change(|rows| rows.all = all));
    let join = move || {
        let id = format!("{}-joined", when_id(question));
        parts().child(joined(id, Signal::stored("Ask this if".to_owned()), all, set_all))
    };
    let row = move |(row, is_group): (usize, bool)| {
        let joint = Signal::derive(move || joint(row, all.get()));
        if is_group {
            test_group(asked, row, joint)
        } else {
            test_row(asked, At { row, place: None }, joint)
        }
    };
    let add_test = button("button")
        .id(add_test_id(question))
        .on("click", move |_| asked.add(false))
        .text("Add a condition");
    let add_group = button("button").on("click", move |_| asked.add(true)).text("Add a group");
    parts()
        .show(is_joined, join)
        .child(el("ol").class("tests").attr("role", "list").keyed(move || keys.get(), row))
        .child(el("div").class("button-row").children([add_test, add_group]))
}

/// Several tests in a frame, with their own "all" or "any".
fn test_group(asked: Asked, row: usize, joint: Signal<&'static str>) -> El {
    let count = Memo::new(move |_| {
        asked.rows.with(|rows| rows.group(row).map_or(0, |group| group.tests.len()))
    });
    let all =
        Memo::new(move |_| asked.rows.with(|rows| rows.group(row).is_some_and(|group| group.all)));
    let number = Memo::new(move |_| asked.rows.with(|rows| rows.group_number(row)));
    let set_all = Callback::new(move |all| {
        asked.change(|rows| rows.change_group(row, |group| group.all = all));
    });
    let test = move |place: usize| {
        let joint = Signal::derive(move || self::joint(place, all.get()));
        test_row(asked, At { row, place: Some(place) }, joint)
    };
    let label = Signal::derive(move || format!("Group {} is true if", number.get()));
    let id = format!("{}-joined-{row}", when_id(asked.question));
    let tests = el("ol")
        .class("tests")
        .attr("role", "list")
        .keyed(move || (0..count.get()).collect(), test);
    let add = button("button")
        .on("click", move |_| asked.add_in_group(row))
        .live_text(move || format!("Add a condition to group {}", number.get()));
    let remove = button("button")
        .on("click", move |_| asked.remove_group(row))
        .live_text(move || format!("Remove group {}", number.get()));
    let group = el("div")
        .class("group-box")
        .attr("role", "group")
        .live_attr("aria-label", move || Some(format!("Group {}", number.get())))
        .child(joined(id, label, all, set_all))
        .child(tests)
        .child(el("div").class("button-row").children([add, remove]));
    let joint = el("span").class("joint").live_text(move || joint.get().to_owned());
    el("li").class("test-group").child(joint).child(group)
}

/// "All of these" or "any of these". `label` is the first half of that sentence.
fn joined(id: String, label: Signal<String>, all: Memo<bool>, set_all: Callback<bool>) -> El {
    let ways =
        ["all", "any"].map(|way| (way.to_owned(), format!("{way} of these are true"))).to_vec();
    let options = Memo::new(move |_| ways.clone());
    let value = Memo::new(move |_| if all.get() { "all" } else { "any" }.to_owned());
    let on_pick = Callback::new(move |way| set_all.run(way == "all"));
    pick(id, Label::seen(label), options, value, on_pick, None)
}

/// What stands in front of the test at this place.
fn joint(place: usize, all: bool) -> &'static str {
    match (place, all) {
        (0, _) => "",
        (_, true) => "and",
        (_, false) => "or",
    }
}
