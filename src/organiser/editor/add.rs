//! Ways to add a question or a page: a button for each kind, in groups.

use crate::model::survey::Kind;
use crate::organiser::state::editing::ADD_QUESTION;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use leptos::prelude::*;

/// The buttons.
#[component]
pub fn AddQuestion(desk: Desk) -> impl IntoView {
    let first = words::KINDS[0].1[0];
    let button = move |kind: &Kind| {
        let kind = *kind;
        let id = (kind == first).then_some(ADD_QUESTION);
        view! {
            <button type="button" class="button" id=id on:click=move |_| desk.add_question(kind)>
                {words::kind(kind)}
            </button>
        }
    };
    let group = |(at, (name, kinds)): (usize, (&'static str, &'static [Kind]))| {
        let id = format!("add-group-{at}");
        let labelled_by = id.clone();
        view! {
            <div class="add-group" role="group" aria-labelledby=labelled_by>
                <h3 id=id>{name}</h3>
                <div class="button-row">{kinds.iter().map(button).collect_view()}</div>
            </div>
        }
    };
    let place = move || match desk.spot.get() {
        Spot::Welcome | Spot::Words => "It goes at the end.",
        Spot::Question(_) => "It goes below the open question.",
    };
    view! {
        <section class="card add-question" aria-labelledby="add-question-title">
            <h2 id="add-question-title">"Add a question"</h2>
            <p class="help">"How will people answer it? " {place}</p>
            {words::KINDS.into_iter().enumerate().map(group).collect_view()}
        </section>
    }
}
