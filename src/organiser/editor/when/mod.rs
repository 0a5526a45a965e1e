//! "When to ask this": always, or only if earlier answers fit. Each test reads as a sentence.
//!
//! What a person changes goes out as a whole new condition, so each change is one step of undo.

mod asked;
mod checks;
mod rows;
mod test_row;

use super::controls::{Options, Pick};
use super::earlier;
use crate::model::id::QuestionId;
use crate::model::survey::Condition;
use crate::organiser::field::problem_about;
use crate::organiser::state::Desk;
use crate::organiser::words::About;
use asked::{Asked, add_test_id, always_id};
use leptos::prelude::*;
use rows::{At, Row, Rows};
use test_row::TestRow;

/// The id of the fieldset, which the error summary leads to.
pub fn when_id(question: QuestionId) -> String {
    format!("when-{}", question.0)
}

/// The fieldset.
#[component]
pub fn When(desk: Desk, question: QuestionId) -> impl IntoView {
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
        let choose = move |_| {
            if is_always {
                desk.ask_if(question, Condition::default());
            } else {
                asked.add(false);
            }
        };
        let off = move || !is_always && always.get() && !has_earlier.get();
        view! {
            <label class="tick">
                <input
                    type="radio"
                    id=is_always.then(|| always_id(question))
                    name=format!("{}-is", when_id(question))
                    prop:checked=move || always.get() == is_always
                    disabled=off
                    on:change=choose
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset
            class="when"
            class:has-problem=move || problem.get().is_some()
            id=id
            tabindex="-1"
            aria-describedby=described_by
        >
            <legend>"When to ask this"</legend>
            <p class="problem" id=problem_id hidden=move || problem.get().is_none()>
                {problem}
            </p>
            <div class="ticks">{radio("Always", true)} {radio("Only if …", false)}</div>
            <Show when=move || always.get() && !has_earlier.get()>
                <p class="help">
                    "To ask this only after some answers, put a question before it that says them."
                </p>
            </Show>
            <Show when=move || !always.get()>
                <Tests asked />
            </Show>
        </fieldset>
    }
}

/// All rows, how they are joined, and ways to add more.
#[component]
fn Tests(asked: Asked) -> impl IntoView {
    let question = asked.question;
    // By place and sort: a row that is still there keeps its elements, and so the focus.
    let keys = Memo::new(move |_| {
        asked.rows.with(|rows| {
            let is_group = |row: &Row| matches!(row, Row::Group(_));
            rows.rows.iter().map(is_group).enumerate().collect::<Vec<_>>()
        })
    });
    let joined = move || keys.with(|keys| keys.len() > 1);
    let all = Memo::new(move |_| asked.rows.with(|rows| rows.all));
    let set_all = Callback::new(move |all| asked.change(|rows| rows.all = all));
    let row = move |(row, is_group): (usize, bool)| {
        let joint = Signal::derive(move || joint(row, all.get()));
        if is_group {
            view! { <TestGroup asked row joint /> }.into_any()
        } else {
            view! { <TestRow asked at=At { row, place: None } joint /> }.into_any()
        }
    };
    view! {
        <Show when=joined>
            <Joined id=format!("{}-joined", when_id(question)) name="of the tests" all set_all />
        </Show>
        <ol class="tests" role="list">
            <For each=move || keys.get() key=|key| *key children=row />
        </ol>
        <div class="button-row">
            <button
                type="button"
                class="button"
                id=add_test_id(question)
                on:click=move |_| asked.add(false)
            >
                "Add a test"
            </button>
            <button type="button" class="button" on:click=move |_| asked.add(true)>
                "Add a group"
            </button>
        </div>
    }
}

/// Several tests in a frame, with their own "all" or "any".
#[component]
fn TestGroup(asked: Asked, row: usize, joint: Signal<&'static str>) -> impl IntoView {
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
        view! { <TestRow asked at=At { row, place: Some(place) } joint /> }
    };
    let name = Signal::derive(move || format!("of group {}", number.get()));
    let id = format!("{}-joined-{row}", when_id(asked.question));
    view! {
        <li class="test-group">
            <span class="joint">{joint}</span>
            <div
                class="group-box"
                role="group"
                aria-label=move || format!("Group {}", number.get())
            >
                <Joined id name all set_all />
                <ol class="tests" role="list">
                    <For each=move || 0..count.get() key=|place| *place children=test />
                </ol>
                <div class="button-row">
                    <button type="button" class="button" on:click=move |_| asked.add_in_group(row)>
                        {move || format!("Add a test to group {}", number.get())}
                    </button>
                    <button type="button" class="button" on:click=move |_| asked.remove_group(row)>
                        {move || format!("Take out group {}", number.get())}
                    </button>
                </div>
            </div>
        </li>
    }
}

/// "All of these" or "any of these".
#[component]
fn Joined(
    id: String,
    /// Of what: the tests, or a group.
    #[prop(into)]
    name: Signal<String>,
    all: Memo<bool>,
    set_all: Callback<bool>,
) -> impl IntoView {
    let options = ["all", "any"].map(|way| (way.to_owned(), format!("{way} of these")));
    let label = Signal::derive(move || format!("How many {} must be true?", name.get()));
    view! {
        <Pick
            id
            label
            options=Signal::stored(options.to_vec())
            value=Signal::derive(move || if all.get() { "all" } else { "any" }.to_owned())
            on_pick=Callback::new(move |way| set_all.run(way == "all"))
        />
    }
}

/// What stands in front of the test at this place.
fn joint(place: usize, all: bool) -> &'static str {
    match (place, all) {
        (0, _) => "",
        (_, true) => "and",
        (_, false) => "or",
    }
}
