//! How a question is answered: the list of kinds, in groups.

use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::state::Desk;
use crate::organiser::words;
use leptos::prelude::*;

/// The list.
#[component]
pub fn KindPick(desk: Desk, id: QuestionId, kind: Memo<Kind>) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| words::kind(*kind) == chosen) {
            desk.set_kind(id, kind);
        }
    };
    let option = move |each: &Kind| {
        let each = *each;
        view! {
            <option value=words::kind(each) prop:selected=move || kind.get() == each>
                {words::kind(each)}
            </option>
        }
    };
    let group = |(name, kinds): (&'static str, &'static [Kind])| {
        view! { <optgroup label=name>{kinds.iter().map(option).collect_view()}</optgroup> }
    };
    let kind_id = format!("kind-{}", id.0);
    view! {
        <div class="labelled">
            <label for=kind_id.clone()>"How people answer"</label>
            <select class="text-field" id=kind_id on:change=choose>
                {words::KINDS.map(group).collect_view()}
            </select>
        </div>
    }
}
