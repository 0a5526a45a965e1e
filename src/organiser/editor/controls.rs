//! Labelled controls for what is not a text of the draft: a list to pick from, a box to tick, a
//! number. State comes in as signals, what a person does goes out as callbacks.

use crate::model::typed;
use crate::organiser::field::described_by;
use leptos::prelude::*;

/// What a list offers: a value for the program, and words for people.
pub type Options = Vec<(String, String)>;

/// A list to pick one thing from.
#[component]
pub fn Pick(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    /// True where the words on both sides say what it is for. Screen readers still hear the label.
    #[prop(optional)]
    label_unseen: bool,
    #[prop(into)] options: Signal<Options>,
    /// The value that is picked.
    #[prop(into)]
    value: Signal<String>,
    on_pick: Callback<String>,
    /// Ids of what describes it.
    #[prop(optional, into)]
    described_by: MaybeProp<String>,
) -> impl IntoView {
    let option = move |(own, name): (String, String)| {
        let picked = own.clone();
        view! {
            <option value=own prop:selected=move || value.with(|value| *value == picked)>
                {name}
            </option>
        }
    };
    view! {
        <div class="labelled">
            <label class=if label_unseen { "unseen" } else { "" } for=id.clone()>
                {label}
            </label>
            <select
                class="text-field"
                id=id
                aria-describedby=move || described_by.get()
                on:change=move |event| on_pick.run(event_target_value(&event))
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// A box to tick. The whole line is its target.
#[component]
pub fn Tick(
    #[prop(into)] label: Signal<String>,
    /// A sentence more.
    #[prop(optional)]
    help: &'static str,
    #[prop(into)] ticked: Signal<bool>,
    on_tick: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || ticked.get()
                on:change=move |event| on_tick.run(event_target_checked(&event))
            />
            <span>
                {label} {(!help.is_empty()).then(|| view! { <span class="help">" " {help}</span> })}
            </span>
        </label>
    }
}

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any number, or none.
    Number,
    /// A number that counts something, or none.
    Count,
    /// Any number. It can't be left empty.
    NeededNumber,
}

/// A number, in hundredths. It is taken when a person leaves the field or presses Enter: half a
/// number would be another number, and one more step of undo.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] label_unseen: bool,
    takes: Takes,
    #[prop(into)] value: Signal<Option<i64>>,
    on_number: Callback<Option<i64>>,
    /// What else is wrong with it, to be told to screen readers.
    #[prop(optional, into)]
    described_by_too: MaybeProp<String>,
) -> impl IntoView {
    let is_wrong = RwSignal::new(false);
    let value = Memo::new(move |_| value.get());
    let shown = move || value.get().map(typed::show).unwrap_or_default();
    // A new number, or an undo, takes the problem away with the text that it was about.
    Effect::new(move |_| {
        value.track();
        is_wrong.set(false);
    });
    let problem_id = format!("{id}-problem");
    let take = move |event| {
        let text = event_target_value(&event);
        let number = match takes {
            Takes::Number if text.trim().is_empty() => Some(None),
            Takes::Count if text.trim().is_empty() => Some(None),
            Takes::Count => typed::number(&text).filter(|n| *n > 0 && n % 100 == 0).map(Some),
            Takes::Number | Takes::NeededNumber => typed::number(&text).map(Some),
        };
        is_wrong.set(number.is_none());
        if let Some(number) = number.filter(|number| *number != value.get_untracked()) {
            on_number.run(number);
        }
    };
    let describer = {
        let problem_id = problem_id.clone();
        move || {
            let too = described_by_too.get().unwrap_or_default();
            described_by(|| is_wrong.get(), &problem_id, !too.is_empty(), &too)
        }
    };
    let problem = match takes {
        Takes::Count => "Write a number like 1 or 3, or leave it empty.",
        Takes::Number => "Write a number like 3 or 2.5, or leave it empty.",
        Takes::NeededNumber => "Write a number like 3 or 2.5.",
    };
    view! {
        <div class="labelled number" class:has-problem=move || is_wrong.get()>
            <label class=if label_unseen { "unseen" } else { "" } for=id.clone()>
                {label}
            </label>
            <p class="problem" id=problem_id hidden=move || !is_wrong.get()>
                {problem}
            </p>
            <input
                type="text"
                inputmode="decimal"
                class="text-field"
                id=id
                autocomplete="off"
                aria-describedby=describer
                aria-invalid=move || is_wrong.get().then_some("true")
                prop:value=shown
                on:change=take
            />
        </div>
    }
}
