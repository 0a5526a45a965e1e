//! "Put in an earlier answer": a small menu under a field. What a person picks goes in at the
//! caret, and participants read their own answer there.

use super::earlier;
use crate::model::id::QuestionId;
use crate::organiser::state::Desk;
use leptos::html::Details;
use leptos::prelude::*;

/// The menu. Away while no earlier question has an answer to put in.
#[component]
pub fn PutIn(
    desk: Desk,
    question: QuestionId,
    /// What the field is called.
    field: Signal<String>,
    /// Called with the question that was picked.
    put_in: Callback<QuestionId>,
) -> impl IntoView {
    let menu = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let has_some = Memo::new(move |_| {
        desk.draft.with(|draft| earlier::tells(draft.content(), question).next().is_some())
    });
    let sources = move || {
        desk.draft.with(|draft| {
            let content = draft.content();
            let source = |id| (id, earlier::name(content, id));
            earlier::tells(content, question).map(source).collect::<Vec<_>>()
        })
    };
    let line = move |(id, name): (QuestionId, String)| {
        let pick = move |_| {
            if let Some(menu) = menu.get_untracked() {
                menu.set_open(false);
            }
            put_in.run(id);
        };
        view! {
            <li>
                <button type="button" class="put-in-line" dir="auto" on:click=pick>
                    {name}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || has_some.get()>
            <details
                class="put-in"
                node_ref=menu
                on:toggle=move |_| open.set(menu.get_untracked().is_some_and(|menu| menu.open()))
            >
                <summary>
                    "Put in an earlier answer" <span class="unseen">": " {field}</span>
                </summary>
                <p class="help">"People will read their own answer there."</p>
                <ul role="list">
                    {move || open.get().then(|| sources().into_iter().map(line).collect_view())}
                </ul>
            </details>
        </Show>
    }
}
