//! "Put in an earlier answer": a small menu under a field. What a person picks goes in at the
//! caret, and participants read their own answer there.

use super::earlier;
use crate::model::id::QuestionId;
use crate::organiser::state::Desk;
use crate::ui::el::{El, Event, button, el};
use leptos::html::{Details, ElementType};
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
    let has_some = Memo::new(move |_| {
        desk.draft.with(|draft| earlier::tells(draft.content(), question).next().is_some())
    });
    move || has_some.get().then(|| untrack(|| menu(desk, question, field, put_in)))
}

fn menu(
    desk: Desk,
    question: QuestionId,
    field: Signal<String>,
    put_in: Callback<QuestionId>,
) -> El {
    let open = RwSignal::new(false);
    let line = move |(id, name): (QuestionId, String)| {
        let pick = move |_| {
            open.set(false);
            put_in.run(id);
        };
        el("li").child(button("put-in-line").attr("dir", "auto").on("click", pick).text(name))
    };
    let lines = move || {
        if !open.get() {
            return Vec::new();
        }
        desk.draft.with(|draft| {
            let content = draft.content();
            let source = |id| line((id, earlier::name(content, id)));
            earlier::tells(content, question).map(source).collect()
        })
    };
    let turned = move |event: Event| {
        let menu: <Details as ElementType>::Output = event_target(&event.into());
        open.set(menu.open());
    };
    // When the whole field goes, its name may be gone a moment before this.
    let field = move || field.try_get().unwrap_or_default();
    let name = el("span").class("unseen").text(": ").live_text(field);
    el("details")
        .class("put-in")
        .live_attr("open", move || open.get().then(String::new))
        .on("toggle", turned)
        .child(el("summary").text("Put in an earlier answer").child(name))
        .child(el("p").class("help").text("People will read their own answer there."))
        .child(el("ul").attr("role", "list").live(lines))
}
