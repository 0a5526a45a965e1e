//! The list of all cards at the side. A tap opens one.

use super::card::shown_text;
use crate::model::id::QuestionId;
use crate::organiser::state::{Desk, Spot};
use leptos::prelude::*;

/// The outline. Hidden where the screen is narrow: the cards are a list themselves.
#[component]
pub fn Outline(desk: Desk, ids: Memo<Vec<QuestionId>>) -> impl IntoView {
    let current = move |spot| move || (desk.spot.get() == spot).then_some("true");
    let line = move |id: QuestionId| {
        let number = move || ids.with(|ids| ids.iter().position(|other| *other == id)).unwrap_or(0);
        let text = Memo::new(move |_| shown_text(desk, id));
        view! {
            <li>
                <button
                    type="button"
                    aria-current=current(Spot::Question(id))
                    on:click=move |_| desk.open(Spot::Question(id))
                >
                    <span class="outline-number">{move || number() + 1}</span>
                    <span class="outline-text" dir="auto">
                        {text}
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="outline" aria-label="Questions in this survey">
            <ol role="list">
                <li>
                    <button
                        type="button"
                        aria-current=current(Spot::Welcome)
                        on:click=move |_| desk.open(Spot::Welcome)
                    >
                        <span class="outline-number"></span>
                        "First page"
                    </button>
                </li>
                <For each=move || ids.get() key=|id| *id children=line />
            </ol>
        </nav>
    }
}
