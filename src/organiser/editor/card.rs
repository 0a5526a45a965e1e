//! The card of a question: its words, its kind and its choices, and ways to move, copy and delete
//! it. Closed, it shows the words.

use super::choices::Choices;
use crate::model::draft::{DraftKind, Place};
use crate::model::id::QuestionId;
use crate::organiser::field::{TextField, problem_of};
use crate::organiser::state::editing::card_id;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A question's card.
#[component]
pub fn QuestionCard(desk: Desk, id: QuestionId, ids: Memo<Vec<QuestionId>>) -> impl IntoView {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    let number = Memo::new(move |_| {
        ids.with(|ids| ids.iter().position(|other| *other == id)).map_or(0, |place| place + 1)
    });
    let kind = Memo::new(move |_| {
        let kind = |draft: &crate::model::draft::Draft| Some(draft.content().question(id)?.kind);
        desk.draft.with(kind).unwrap_or(DraftKind::ShortText)
    });
    let name = move || format!("Question {}", number.get());
    let what = move || format!("{} · {}", number.get(), words::kind(kind.get()));
    let text = move || shown_text(desk, id);
    let problem = problem_of(desk, Place::Question(id));
    let keys = move |event: KeyboardEvent| {
        let down = match event.key().as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            desk.move_question(id, down);
        }
    };
    view! {
        <section
            class="card editor-card"
            class:open=open
            id=card_id(Spot::Question(id))
            aria-label=name
            on:keydown=keys
        >
            <Show
                when=move || open.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="card-opener"
                            on:click=move |_| desk.open(Spot::Question(id))
                        >
                            <span class="card-kind">{what}</span>
                            <span class="card-text" dir="auto">
                                {text}
                            </span>
                            {move || problem.get().map(|text| view! { <span class="problem">{text}</span> })}
                        </button>
                    }
                }
            >
                <OpenCard desk id number kind ids />
            </Show>
        </section>
    }
}

/// A question's words as the closed card and the outline show them.
pub fn shown_text(desk: Desk, id: QuestionId) -> String {
    desk.draft.with(|draft| {
        words::or(draft.content().text(Place::Question(id)).unwrap_or_default(), words::NO_WORDS)
    })
}

#[component]
fn OpenCard(
    desk: Desk,
    id: QuestionId,
    number: Memo<usize>,
    kind: Memo<DraftKind>,
    ids: Memo<Vec<QuestionId>>,
) -> impl IntoView {
    let choose_kind = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        let kind = DraftKind::ALL.into_iter().find(|kind| words::kind(*kind) == chosen);
        if let Some(kind) = kind {
            desk.set_kind(id, kind);
        }
    };
    let option = move |each: DraftKind| {
        view! {
            <option value=words::kind(each) prop:selected=move || kind.get() == each>
                {words::kind(each)}
            </option>
        }
    };
    let kind_id = format!("kind-{}", id.0);
    let is_first = move || number.get() <= 1;
    let is_last = move || number.get() == ids.with(Vec::len);
    view! {
        <div class="card-head">
            <h2 class="card-kind">{move || format!("Question {}", number.get())}</h2>
            <div class="button-row">
                <button
                    type="button"
                    class="button square"
                    aria-label="Move up"
                    title="Move up (Alt and arrow up)"
                    aria-disabled=move || is_first().then_some("true")
                    on:click=move |_| desk.move_question(id, false)
                >
                    "↑"
                </button>
                <button
                    type="button"
                    class="button square"
                    aria-label="Move down"
                    title="Move down (Alt and arrow down)"
                    aria-disabled=move || is_last().then_some("true")
                    on:click=move |_| desk.move_question(id, true)
                >
                    "↓"
                </button>
                <button type="button" class="button" on:click=move |_| desk.duplicate(id)>
                    "Duplicate"
                </button>
                <button type="button" class="button danger" on:click=move |_| desk.remove(id)>
                    "Delete"
                </button>
            </div>
        </div>
        <TextField desk place=Place::Question(id) label="Question" rows=2 />
        <TextField
            desk
            place=Place::Hint(id)
            label="More help (you can leave this empty)"
            help="One sentence. Say what a hard word means."
        />
        <div class="labelled">
            <label for=kind_id.clone()>"How people answer"</label>
            <select class="text-field" id=kind_id on:change=choose_kind>
                {DraftKind::ALL.map(option).collect_view()}
            </select>
        </div>
        <Show when=move || kind.get().has_choices()>
            <Choices desk question=id />
        </Show>
    }
}
