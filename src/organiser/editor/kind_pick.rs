//! How a question is answered: the list of kinds, in groups.

use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, Event, el};
use leptos::prelude::*;

/// The list.
pub fn kind_pick(desk: Desk, id: QuestionId, kind: Memo<Kind>) -> El {
    let choose = move |event: Event| {
        let chosen = event_target_value(&event);
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| words::kind(*kind) == chosen) {
            desk.set_kind(id, kind);
        }
    };
    let option = move |each: &Kind| {
        let each = *each;
        el("option")
            .attr("value", words::kind(each))
            .text(words::kind(each))
            .selected(move || kind.get() == each)
    };
    let group = |(name, kinds): (&'static str, &'static [Kind])| {
        el("optgroup").attr("label", name).children(kinds.iter().map(option))
    };
    let kind_id = format!("kind-{}", id.0);
    let list = el("select")
        .class("text-field")
        .id(kind_id.clone())
        .on("change", choose)
        .children(words::KINDS.map(group));
    el("div")
        .class("labelled")
        .child(el("label").attr("for", kind_id).text("How people answer"))
        .child(list)
}
