//! What an organiser has to know before they go on: the draft is not saved, or can't be published
//! yet.

use super::lines::Lines;
use crate::model::draft::Problem;
use crate::organiser::home::save_copy;
use crate::organiser::state::publishing::PROBLEMS;
use crate::organiser::state::{Desk, Saving, Spot};
use crate::organiser::words;
use leptos::prelude::*;

/// The browser refused to keep the draft. Stays until it works again, with the ways out.
#[component]
pub fn NotSaved(desk: Desk) -> impl IntoView {
    view! {
        <div role="alert">
            <Show when=move || desk.saving.get() == Saving::Failed>
                <div class="notice bad">
                    <p>
                        <strong>"Your last changes are not saved. "</strong>
                        "This browser has no room, or does not keep anything. Do not close this page."
                    </p>
                    <div class="button-row">
                        <button type="button" class="button" on:click=move |_| desk.save()>
                            "Try again"
                        </button>
                        <button type="button" class="button" on:click=move |_| save_copy(desk)>
                            "Save a copy as a file"
                        </button>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// What stands in the way of publishing. Each line leads to where it can be mended.
#[component]
pub fn ErrorSummary(desk: Desk, lines: Lines) -> impl IntoView {
    let line = move |problem: Problem| {
        let about = words::about(problem);
        let card = lines.with(|lines| {
            let card = Spot::about(about);
            let line = lines.iter().find(|line| card == Some(Spot::Question(line.id)));
            line.map(|line| line.name.clone())
        });
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            desk.open_about(about);
        };
        view! {
            <li>
                <a href="#" on:click=go>
                    {words::problem(problem, card.as_deref())}
                </a>
            </li>
        }
    };
    let has_some = move || !desk.problems.with(Vec::is_empty);
    let mended = move || desk.checked.get() && !has_some();
    view! {
        <div
            class="notice bad error-summary"
            id=PROBLEMS
            tabindex="-1"
            role="group"
            aria-labelledby="problems-title"
            hidden=move || !has_some()
        >
            <h2 id="problems-title">"Mend these before you publish"</h2>
            <ul>{move || desk.problems.get().into_iter().map(line).collect_view()}</ul>
        </div>
        <div role="status">
            <Show when=mended>
                <div class="notice good">
                    <p>"All mended. You can publish now."</p>
                </div>
            </Show>
        </div>
    }
}
