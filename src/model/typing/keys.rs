//! Which key picks what, for who types in many papers: the first choice is 1, the tenth is A.
//!
//! A question, its answer so far and a key go in; the answer after it comes out. What a key means for the answer
//! is what a tap means on a phone (see [`picking`](crate::model::picking)).
//!
//! Absent: keys that are typed into a field, and the keys that lead from page to page.

use crate::model::answer::Answer;
use crate::model::id::ChoiceId;
use crate::model::picking;
use crate::model::standard::{self, OTHER};
use crate::model::survey::{Kind, Question};
use crate::model::words::{Word, Words};

/// The keys in the order of what they pick. What is behind them is picked with a mouse or by Tab.
const KEYS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

/// The key that leaves a card where it is: the person did not sort it.
const NO_PLACE: &str = "0";

/// The name of the key that takes back, as browsers call it.
const BACK: &str = "Backspace";

/// Something that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The key that picks it.
    pub key: Option<char>,
    /// What it is.
    pub picks: Picks,
    /// What it says.
    pub says: String,
}

/// What is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picks {
    /// This choice, or "something else".
    Choice(ChoiceId),
    /// That they would rather not say.
    PreferNot,
}

/// What can be picked on a page, in the order of the paper. Nothing for what is written, or sorted.
pub fn offers(question: &Question, words: &Words) -> Vec<Offer> {
    let kind = question.kind;
    let own = question.choices.iter();
    let own = own.map(|choice| (Picks::Choice(choice.id), choice.says(kind, words)));
    let other = question.other.then(|| (Picks::Choice(OTHER), standard::says(OTHER, kind, words)));
    let prefer_not = (question.personal && kind.can_skip())
        .then(|| (Picks::PreferNot, words.say(Word::PreferNot)));
    let has_list = kind.has_choices() && kind != Kind::Sorting;
    let all = own.filter(|_| has_list).chain(other).chain(prefer_not);
    let offer = |(place, (picks, says)): (usize, (Picks, &str))| Offer {
        // Letters that are typed into a field pick nothing.
        key: KEYS.chars().nth(place).filter(|_| has_list),
        picks,
        says: says.to_owned(),
    };
    all.enumerate().map(offer).collect()
}

/// What becomes of the answer when something is picked: a tick is turned, a place in an order is given or let go.
pub fn pick(question: &Question, before: Option<Answer>, picks: Picks) -> Option<Answer> {
    match picks {
        Picks::PreferNot if before == Some(Answer::PreferNotToSay) => None,
        Picks::PreferNot => Some(Answer::PreferNotToSay),
        Picks::Choice(choice) if question.kind == Kind::Ranking => picking::rank(&before, choice),
        Picks::Choice(choice) => {
            let on = !before.as_ref().is_some_and(|answer| answer.picked(choice));
            // On a phone a radio stays picked. Who types in papers hits a wrong key, and takes it back.
            if !on && !question.kind.picks_many() {
                return None;
            }
            picking::pick(question, before, choice, on)
        }
    }
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The answer after it.
    pub answer: Option<Answer>,
    /// The card that is next, for sorting. 0 for all else.
    pub card: usize,
    /// True when their own words come next.
    pub writes: bool,
}

/// What a key does on a page, by the name that browsers have for it. `card` is the card that is next, for sorting.
/// `None` for a key that does nothing there.
pub fn press(
    question: &Question,
    before: Option<Answer>,
    card: usize,
    key: &str,
    words: &Words,
) -> Option<Pressed> {
    if question.kind == Kind::Sorting {
        return sort(question, &before, card, key);
    }
    if key == BACK && question.kind.has_choices() {
        return Some(Pressed { answer: None, card: 0, writes: false });
    }
    let mut letters = key.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?.to_ascii_lowercase();
    let offer = offers(question, words).into_iter().find(|offer| offer.key == Some(letter))?;
    let answer = pick(question, before, offer.picks);
    let is_other = offer.picks == Picks::Choice(OTHER);
    let writes = is_other && matches!(answer, Some(Answer::Other { .. }));
    Some(Pressed { answer, card: 0, writes })
}

/// 1 to 3 put the next card into a place, 0 leaves it where it is, and Backspace goes one card back.
fn sort(question: &Question, before: &Option<Answer>, card: usize, key: &str) -> Option<Pressed> {
    let place = match key {
        "1" | "2" | "3" => key.parse::<u8>().ok().map(|number| number - 1),
        NO_PLACE | BACK => None,
        _ => return None,
    };
    let (at, next) = match key {
        BACK => (card.checked_sub(1)?, card - 1),
        _ => (card, card + 1),
    };
    let id = question.choices.get(at)?.id;
    let answer = picking::place(before, id, place);
    Some(Pressed { answer, card: next, writes: false })
}
