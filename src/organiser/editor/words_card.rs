//! The card of hard words: what each means. People can tap them in the survey.

use crate::model::draft::Place;
use crate::model::id::MeaningId;
use crate::organiser::field::TextField;
use crate::organiser::state::editing::{ADD_WORD, card_id};
use crate::organiser::state::{Desk, Spot};
use leptos::prelude::*;

/// Closed, it shows the words. Open, a pair of fields for each.
#[component]
pub fn WordsCard(desk: Desk) -> impl IntoView {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Words);
    let words = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let words = draft.content().meanings.iter().map(|meaning| meaning.word.trim());
            words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
        })
    });
    let shown = move || {
        words.with(|words| match words.as_str() {
            "" => "No hard words yet".to_owned(),
            words => words.to_owned(),
        })
    };
    view! {
        <section
            class="card editor-card"
            class:open=open
            id=card_id(Spot::Words)
            aria-label="Hard words"
        >
            <Show
                when=move || open.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="card-opener"
                            on:click=move |_| desk.open(Spot::Words)
                        >
                            <span class="card-kind">"Hard words"</span>
                            <span class="card-text" dir="auto">
                                {shown}
                            </span>
                        </button>
                    }
                }
            >
                <OpenCard desk />
            </Show>
        </section>
    }
}

#[component]
fn OpenCard(desk: Desk) -> impl IntoView {
    let ids = Memo::new(move |_| {
        desk.draft.with(|draft| {
            draft.content().meanings.iter().map(|meaning| meaning.id).collect::<Vec<_>>()
        })
    });
    let pair = move |id: MeaningId| {
        let number = Memo::new(move |_| {
            ids.with(|ids| ids.iter().position(|other| *other == id)).map_or(0, |at| at + 1)
        });
        view! {
            <li>
                <div
                    class="hard-word"
                    role="group"
                    aria-label=move || format!("Hard word {}", number.get())
                >
                    <TextField
                        desk
                        place=Place::Word(id)
                        label=Signal::derive(move || format!("Word {}", number.get()))
                    />
                    <TextField
                        desk
                        place=Place::Meaning(id)
                        label=Signal::derive(move || format!("What word {} means", number.get()))
                        rows=2
                    />
                    <button type="button" class="button" on:click=move |_| desk.remove_meaning(id)>
                        {move || format!("Take out word {}", number.get())}
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <h2 class="card-kind">"Hard words"</h2>
        <p>
            "Is there a word that people may not know? Write here what it means. People can tap these words in your survey to see what they mean."
        </p>
        <ul class="hard-words" role="list">
            <For each=move || ids.get() key=|id| *id children=pair />
        </ul>
        <div class="button-row">
            <button
                type="button"
                class="button"
                id=ADD_WORD
                on:click=move |_| desk.add_meaning()
            >
                "Add a hard word"
            </button>
        </div>
    }
}
