//! One choice: its picture, its words, and a list of what can be done with it.
//!
//! Keys go from field to field: Enter adds a choice, Backspace removes an empty one, and what else can
//! be done is one Tab further.

use super::menu::menu;
use super::open_card::Card;
use super::picture::PictureButton;
use crate::browser::page;
use crate::model::draft::{Draft, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::standard;
use crate::organiser::field::TextField;
use crate::organiser::ids::field_id;
use crate::organiser::later::{self, Second};
use crate::organiser::state::Pictured;
use crate::ui::el::{El, Event, el, parts};
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

/// A choice of the open card, and what its list needs to know.
#[derive(Clone, Copy)]
pub struct ChoiceLine {
    pub card: Card,
    pub choice: ChoiceId,
    /// Its place, from 1.
    pub number: Memo<usize>,
    pub ids: Memo<Vec<ChoiceId>>,
    /// What it said when a person came to it. Nothing once they said themselves what a tick does.
    pub before: StoredValue<Option<String>>,
    /// True while its list is open.
    pub menu: RwSignal<bool>,
}

/// The id of the button that opens a choice's list of what can be done.
pub fn choice_more_id(question: QuestionId, choice: ChoiceId) -> String {
    format!("more-{}-{}", question.0, choice.0)
}

/// A line.
pub fn choice_line(
    card: Card,
    choice: ChoiceId,
    ids: Memo<Vec<ChoiceId>>,
    is_full: Memo<bool>,
) -> El {
    let Card { desk, id: question, kind, .. } = card;
    let number = Memo::new(move |_| {
        ids.with(|ids| ids.iter().position(|other| *other == choice)).map_or(0, |place| place + 1)
    });
    let label = Signal::derive(move || format!("Choice {}", number.get()));
    let of = Signal::derive(move || format!("choice {}", number.get()));
    let open = RwSignal::new(false);
    let place = Place::Choice(question, choice);
    let is_own = !standard::is_standard(choice);
    let says = Signal::derive(move || standard::says(choice, kind.get(), &desk.words).to_owned());
    // Enter in a line of a list makes the next line, as everywhere else.
    let enter = Callback::new(move |()| {
        if is_own && !is_full.get_untracked() {
            desk.add_choices(question, Some(choice), vec![String::new()], &[]);
        }
    });
    let is_empty = move || {
        let is_empty = |draft: &Draft| draft.content().text(place).is_none_or(str::is_empty);
        desk.draft.with_untracked(is_empty)
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Backspace"
            && is_own
            && page::has_focus(&field_id(None, place))
            && is_empty()
        {
            let before = ids.with_untracked(|ids| {
                let place = ids.iter().position(|other| *other == choice)?;
                ids.get(place.checked_sub(1)?).copied()
            });
            // The first one stays: who holds the key down would lose the question's choices.
            if let Some(before) = before {
                event.prevent_default();
                desk.remove_choice(question, choice);
                page::focus_soon(&field_id(None, Place::Choice(question, before)));
            }
        } else if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            // Here it moves the choice, not the whole question.
            event.prevent_default();
            event.stop_propagation();
            if is_own {
                desk.move_choice(question, choice, event.key() == "ArrowDown");
            }
        }
    };
    let take_list = move |event: Event| {
        if !is_own {
            return;
        }
        match desk.second.get_untracked() {
            Second::Here(later) => (later.paste_into_choice)(desk, question, choice, event),
            // The field alone would make one line of a list, without a word.
            Second::Away(_) | Second::Failed(_) => {
                ClipboardEvent::from(event).prevent_default();
                desk.tell("Not all of this page is here yet. Paste it again in a moment.");
            }
        }
    };
    let before = StoredValue::new(None::<String>);
    let own = ChoiceLine { card, choice, number, ids, before, menu: open };
    let clears = Memo::new(move |_| {
        kind.get().picks_many()
            && desk.draft.with(|draft| {
                let question = draft.content().question(question);
                question.and_then(|q| q.choice(choice)).is_some_and(|choice| choice.alone)
            })
    });
    let more = menu(
        choice_more_id(question, choice),
        move || format!("More for choice {}", number.get()),
        open,
        move || later::once_here(desk, |later| (later.choice_menu)(own)),
    );
    let line = el("div")
        .class("choice-line")
        .view(view! { <PictureButton desk of=Pictured::Choice(question, choice) what=of /> })
        .view(view! {
            <TextField desk place label label_unseen=true placeholder=says on_enter=enter />
        })
        .show(
            move || clears.get(),
            || parts().child(el("span").class("clears").text("clears the rest")),
        )
        .child(more);
    let is_held = StoredValue::new(false);
    let come = move |_| {
        is_held.set_value(false);
        let text = || {
            let text = |draft: &Draft| draft.content().text(place).map(str::to_owned);
            desk.draft.with_untracked(text).unwrap_or_default()
        };
        before.update_value(|before| *before = before.take().or_else(|| Some(text())));
    };
    let go = move |_| {
        // Who is pressing something of this choice says what they want there: a box that ticks itself
        // under their finger would be unticked by it.
        if is_own
            && !is_held.get_value()
            && let Some(before) = before.try_update_value(Option::take).flatten()
        {
            desk.choice_was_written(question, choice, &before);
        }
    };
    el("li")
        .on_key(keys)
        .on("paste", take_list)
        .on("focusin", come)
        .on("focusout", go)
        .on("pointerdown", move |_| is_held.set_value(true))
        .on("pointerup", move |_| is_held.set_value(false))
        .on("pointercancel", move |_| is_held.set_value(false))
        .child(line)
}
