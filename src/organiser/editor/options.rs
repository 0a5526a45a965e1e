//! What else can be said about the way to answer: the names of places for cards, how many or which
//! numbers, something else, and "I prefer not to say".

use super::controls::tick;
use super::limits;
use crate::model::draft::{DraftQuestion, Part, Place};
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::model::words::Word;
use crate::organiser::field::TextField;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// All that the kind of question has use for.
pub fn options(desk: Desk, question: QuestionId, kind: Memo<Kind>) -> El {
    let is = move |part: fn(&DraftQuestion) -> bool| {
        Memo::new(move |_| {
            desk.draft.with(|draft| draft.content().question(question).is_some_and(part))
        })
    };
    let set =
        move |part: fn(bool) -> Part| Callback::new(move |on| desk.set_part(question, part(on)));
    // Drawn anew only when a number becomes a count of choices.
    let counts = Memo::new(move |_| match kind.get() {
        Kind::Number => Some(false),
        kind => kind.picks_many().then_some(true),
    });
    let (other, personal) = (is(|question| question.other), is(|question| question.personal));
    let something_else = move || parts().child(tick(words::LET_OTHER, "", other, set(Part::Other)));
    let not_say = move || {
        let help = "Use this for personal questions.";
        parts().child(tick(words::LET_NOT_SAY, help, personal, set(Part::Personal)))
    };
    let ticks = el("div")
        .class("ticks")
        .show(move || kind.get().can_have_other(), something_else)
        .show(move || kind.get().can_skip(), not_say);
    parts()
        .show(move || kind.get() == Kind::Sorting, move || parts().child(piles(desk, question)))
        .show(
            move || counts.get() == Some(false),
            move || parts().child(limits::limits(desk, question, false)),
        )
        .show(
            move || counts.get() == Some(true),
            move || parts().child(limits::limits(desk, question, true)),
        )
        .child(ticks)
}

/// The names of the 3 places that cards are put in.
fn piles(desk: Desk, question: QuestionId) -> El {
    let names = [Word::GoingWell, Word::PileNotSure, Word::NotGoingWell];
    let row = (0..).zip(names).fold(el("div").class("pile-names-row"), |row, (at, word)| {
        let (place, label) = (Place::Pile(question, at), format!("Place {}", at + 1));
        let placeholder = desk.words.say(word).to_owned();
        row.view(view! { <TextField desk place label placeholder /> })
    });
    let help = "These words are ready. You can write your own. Leave a place empty to use ours.";
    el("fieldset")
        .class("pile-names")
        .child(el("legend").text("The 3 places for cards"))
        .child(el("p").class("help").text(help))
        .child(row)
}
