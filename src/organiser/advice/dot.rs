//! The dot that says that a question has advice, in the outline and on its closed card.

use crate::model::id::QuestionId;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The dot, with words for screen readers. Empty while there is no advice but notes.
pub fn advice_dot(desk: Desk, id: QuestionId) -> El {
    let has = Memo::new(move |_| desk.advice.count(id) > 0);
    let dot =
        || el("span").class("advice-dot").attr("role", "img").attr("aria-label", "has advice");
    el("span").live(move || has.get().then(dot).into_iter().collect())
}
