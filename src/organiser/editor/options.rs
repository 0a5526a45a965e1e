//! What else can be said about the way to answer: the names of places for cards, how many or which
//! numbers, something else, and "I prefer not to say".

use super::controls::Tick;
use super::limits::Limits;
use crate::model::draft::{DraftQuestion, Part, Place};
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::model::words::Word;
use crate::organiser::field::TextField;
use crate::organiser::state::Desk;
use leptos::prelude::*;

/// All that the kind of question has use for.
#[component]
pub fn Options(desk: Desk, question: QuestionId, kind: Memo<Kind>) -> impl IntoView {
    let is = move |part: fn(&DraftQuestion) -> bool| {
        Memo::new(move |_| {
            desk.draft.with(|draft| draft.content().question(question).is_some_and(part))
        })
    };
    let set =
        move |part: fn(bool) -> Part| Callback::new(move |on| desk.set_part(question, part(on)));
    // Drawn anew only when a number becomes a count of choices.
    let limits = Memo::new(move |_| match kind.get() {
        Kind::Number => Some(false),
        kind => kind.picks_many().then_some(true),
    });
    let (other, personal) = (is(|question| question.other), is(|question| question.personal));
    view! {
        <Show when=move || kind.get() == Kind::Sorting>
            <Piles desk question />
        </Show>
        {move || limits.get().map(|counts| view! { <Limits desk question counts /> })}
        <div class="ticks">
            <Show when=move || kind.get().can_have_other()>
                <Tick
                    label="Let people write something else"
                    ticked=other
                    on_tick=set(Part::Other)
                />
            </Show>
            <Show when=move || kind.get().can_skip()>
                <Tick
                    label="Let people say: I prefer not to say"
                    help="Use this for personal questions."
                    ticked=personal
                    on_tick=set(Part::Personal)
                />
            </Show>
        </div>
    }
}

/// The names of the 3 places that cards are put in.
#[component]
fn Piles(desk: Desk, question: QuestionId) -> impl IntoView {
    let names = [Word::GoingWell, Word::PileNotSure, Word::NotGoingWell];
    let pile = |(at, word): (u8, Word)| {
        view! {
            <TextField
                desk
                place=Place::Pile(question, at)
                label=format!("Place {}", at + 1)
                placeholder=desk.words.say(word).to_owned()
            />
        }
    };
    view! {
        <fieldset class="pile-names">
            <legend>"The 3 places for cards"</legend>
            <p class="help">
                "These words are ready. You can write your own. Leave a place empty to use ours."
            </p>
            <div class="pile-names-row">{(0..).zip(names).map(pile).collect_view()}</div>
        </fieldset>
    }
}
