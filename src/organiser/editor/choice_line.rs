//! One choice: its picture, its words, and ways to move it and take it out.

use super::controls::tick;
use super::picture::PictureButton;
use crate::model::draft::{ChoicePart, Draft, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::standard;
use crate::model::survey::Kind;
use crate::organiser::field::TextField;
use crate::organiser::later::Second;
use crate::organiser::state::{Desk, Pictured};
use crate::organiser::words;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

/// A line.
pub fn choice_line(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    kind: Memo<Kind>,
    ids: Memo<Vec<ChoiceId>>,
    is_full: Memo<bool>,
) -> El {
    let number = Memo::new(move |_| {
        ids.with(|ids| ids.iter().position(|other| *other == choice)).map_or(0, |place| place + 1)
    });
    let label = Signal::derive(move || format!("Choice {}", number.get()));
    let of = Signal::derive(move || format!("choice {}", number.get()));
    let is_own = !standard::is_standard(choice);
    let says = Signal::derive(move || standard::says(choice, kind.get(), &desk.words).to_owned());
    // Enter in a line of a list makes the next line, as everywhere else.
    let enter = Callback::new(move |()| {
        if is_own && !is_full.get_untracked() {
            desk.add_choices(question, Some(choice), vec![String::new()], &[]);
        }
    });
    let keys = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
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
    let place = Place::Choice(question, choice);
    let line = el("div")
        .class("choice-line")
        .view(view! { <PictureButton desk of=Pictured::Choice(question, choice) what=of /> })
        .view(view! {
            <TextField desk place label label_unseen=true placeholder=says on_enter=enter />
        })
        .children(is_own.then(|| choice_buttons(desk, question, choice, number, ids)));
    // What it said when a person came to it. Nothing once they said themselves what a tick does.
    let before = StoredValue::new(None::<String>);
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
        .show(
            move || is_own && kind.get().picks_many(),
            move || parts().child(alone(desk, question, choice, number, before)),
        )
}

/// Up, down, and out.
fn choice_buttons(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    number: Memo<usize>,
    ids: Memo<Vec<ChoiceId>>,
) -> El {
    let is_last = move || number.get() == ids.with(Vec::len);
    let up = button("button square")
        .live_attr("aria-label", move || Some(format!("Move choice {} up", number.get())))
        .live_attr("aria-disabled", move || (number.get() <= 1).then(|| "true".to_owned()))
        .on("click", move |_| desk.move_choice(question, choice, false))
        .text("↑");
    let down = button("button square")
        .live_attr("aria-label", move || Some(format!("Move choice {} down", number.get())))
        .live_attr("aria-disabled", move || is_last().then(|| "true".to_owned()))
        .on("click", move |_| desk.move_choice(question, choice, true))
        .text("↓");
    let out = button("button square")
        .live_attr("aria-label", move || Some(format!("Take out choice {}", number.get())))
        .on("click", move |_| desk.remove_choice(question, choice))
        .text("✕");
    el("div").class("choice-buttons").children([up, down, out])
}

/// "None of these" and the like. Ticking it forgets what the choice said `before`.
fn alone(
    desk: Desk,
    question: QuestionId,
    choice: ChoiceId,
    number: Memo<usize>,
    before: StoredValue<Option<String>>,
) -> El {
    let ticked = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let question = draft.content().question(question);
            question.and_then(|q| q.choice(choice)).is_some_and(|choice| choice.alone)
        })
    });
    let label = Signal::derive(move || words::unticks(number.get()));
    let set = Callback::new(move |on| {
        before.set_value(None);
        desk.set_choice_part(question, choice, ChoicePart::Alone(on));
    });
    tick(label, "", ticked, set)
}
