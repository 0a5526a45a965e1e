//! The answer to one question, and whether it can be right.
//!
//! Absent: which questions were asked at all (see [`path`](super::path)).

use super::id::ChoiceId;
use super::plain_text::{is_blank, without_controls};
use super::room;
use super::standard::{self, OTHER};
use super::survey::{Kind, Question};
use super::typed::{self, NoDate};
use super::words::{Word, Words};
use crate::model::limit::{CountLimits, Hundredths, NumberLimits};

/// Most characters of what is said instead of a choice, as browsers count them (UTF-16).
pub const LONGEST_OTHER: usize = 1_000;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The one choice a person picked.
    OneChoice(ChoiceId),
    /// The choices a person ticked, in the order of the survey. Never empty.
    ManyChoices(Vec<ChoiceId>),
    /// "Something else" in their own words, which may be empty, and what they ticked beside it.
    Other { ticked: Vec<ChoiceId>, words: String },
    /// Choices in the order of their importance, the most important first. Never empty.
    Ranked(Vec<ChoiceId>),
    /// Cards and the place of each: 0, 1 or 2. Never empty.
    Sorted(Vec<(ChoiceId, u8)>),
    /// What a person wrote: words, a number or a date. Never empty.
    Text(String),
    /// They would rather not say. Only for personal questions.
    PreferNotToSay,
}

/// Why an answer can't be sent as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not a number.
    NotANumber,
    /// Not a day there is.
    NotADate(Boxes),
    /// Not a month there is.
    NotAMonth(Boxes),
    /// A box of a date is empty.
    EmptyBox(Boxes),
    /// A year that is none of ours.
    WrongYear,
    /// A year of two digits.
    ShortYear(u32),
    /// A day that the month does not have.
    NoSuchDay(u32),
    /// Below the smallest number.
    TooSmall(Hundredths),
    /// Above the largest number.
    TooLarge(Hundredths),
    /// Fewer ticks than asked for.
    TooFew(i64),
    /// More ticks than asked for.
    TooMany { most: i64, ticked: usize },
    /// A page that can't be skipped has no answer.
    ChooseOne,
}

/// Which boxes of a date are wrong or empty: day, month and year.
pub type Boxes = [bool; 3];

impl Answer {
    /// True when the person picked this choice.
    pub fn picked(&self, choice: ChoiceId) -> bool {
        match self {
            Answer::OneChoice(id) => *id == choice,
            Answer::ManyChoices(ids) => ids.contains(&choice),
            Answer::Other { ticked, .. } => choice == OTHER || ticked.contains(&choice),
            _ => false,
        }
    }

    /// How many choices the person picked.
    fn count(&self) -> usize {
        match self {
            Answer::ManyChoices(ids) => ids.len(),
            Answer::Other { ticked, .. } => ticked.len() + 1,
            _ => 1,
        }
    }

    /// The same answer, with no control characters in its words. Every door goes through here: what a
    /// person types, what a phone kept and what a link brings.
    pub fn without_controls(self) -> Self {
        match self {
            Answer::Text(words) => Answer::Text(without_controls(&words)),
            Answer::Other { ticked, words } => {
                Answer::Other { ticked, words: without_controls(&words) }
            }
            other => other,
        }
    }

    /// How many more characters its field takes, where these are few, and how many it takes in all.
    pub fn few_left(&self, kind: Kind) -> Option<(usize, usize)> {
        let (words, most) = match self {
            Answer::Text(words) => (words, kind.longest_answer()),
            Answer::Other { words, .. } => (words, LONGEST_OTHER),
            _ => return None,
        };
        Some((room::few_left(words, most)?, most))
    }

    /// True when it says nothing, so it is no answer at all.
    pub fn is_empty(&self) -> bool {
        match self {
            Answer::ManyChoices(ids) | Answer::Ranked(ids) => ids.is_empty(),
            Answer::Sorted(cards) => cards.is_empty(),
            Answer::Text(words) => is_blank(words),
            Answer::OneChoice(_) | Answer::Other { .. } | Answer::PreferNotToSay => false,
        }
    }

    /// True when this question can have this answer, right or wrong: the choices are its own, each
    /// once.
    pub fn fits(&self, question: &Question) -> bool {
        let Question { kind, choices, .. } = question;
        let own = |id: &ChoiceId| choices.iter().any(|choice| choice.id == *id);
        let alone = |id: &ChoiceId| choices.iter().any(|choice| choice.id == *id && choice.alone);
        let each_once = |ids: &[ChoiceId]| {
            ids.iter().enumerate().all(|(place, id)| own(id) && !ids[..place].contains(id))
        };
        let together = |ids: &[ChoiceId], others: usize| {
            each_once(ids) && (ids.len() + others < 2 || !ids.iter().any(alone))
        };
        match self {
            Answer::OneChoice(id) => kind.picks_one() && own(id),
            Answer::ManyChoices(ids) => kind.picks_many() && together(ids, 0),
            Answer::Other { ticked, words } => {
                question.other
                    && is_short(words, LONGEST_OTHER)
                    && (kind.picks_many() && together(ticked, 1)
                        || kind.picks_one() && ticked.is_empty())
            }
            Answer::Ranked(ids) => *kind == Kind::Ranking && each_once(ids),
            Answer::Sorted(cards) => {
                let ids: Vec<ChoiceId> = cards.iter().map(|(id, _)| *id).collect();
                *kind == Kind::Sorting && each_once(&ids) && cards.iter().all(|(_, at)| *at < 3)
            }
            Answer::Text(words) => kind.is_typed() && is_short(words, kind.longest_answer()),
            Answer::PreferNotToSay => question.personal && kind.can_skip(),
        }
    }

    /// True when it counts as an answer to this question: it fits, and nothing is wrong with it.
    pub fn is_right(&self, question: &Question) -> bool {
        self.fits(question) && wrong(question, Some(self)).is_none()
    }

    /// The same right answer in one way of writing, for sending: `1500.5`, `5/3/1980`. An organiser's page that is
    /// older than the phone's reads no other, and would count what it can't read as no answer.
    pub fn plain(&self, kind: Kind) -> Self {
        let plain = match (self, kind) {
            (Answer::Text(text), Kind::Number) => typed::number(text).map(Hundredths::shown),
            (Answer::Text(text), Kind::Date) => typed::date(text).map(|(year, month, day)| {
                [day, month, year].map(|part| part.to_string()).join("/")
            }),
            (Answer::Text(text), Kind::Month) => typed::month(text)
                .map(|(year, month)| [month, year].map(|part| part.to_string()).join("/")),
            _ => None,
        };
        plain.map_or_else(|| self.clone(), Answer::Text)
    }

    /// The number it is.
    pub fn number(&self) -> Option<Hundredths> {
        match self {
            Answer::Text(text) => typed::number(text),
            _ => None,
        }
    }
}

/// True for words that a field takes which counts as browsers do, in UTF-16.
fn is_short(words: &str, longest: usize) -> bool {
    room::length(words) <= longest
}

/// What is wrong with an answer, if anything. No answer is wrong only where there is no skipping.
pub fn wrong(question: &Question, answer: Option<&Answer>) -> Option<Wrong> {
    let Some(answer) = answer else {
        return (question.kind == Kind::Consent).then_some(Wrong::ChooseOne);
    };
    match (answer, question.kind) {
        (Answer::Text(text), Kind::Date) => {
            typed::read_date(text).err().map(|why| Wrong::of_date(why, text, Wrong::NotADate, 3))
        }
        (Answer::Text(text), Kind::Month) => {
            typed::read_month(text).err().map(|why| Wrong::of_date(why, text, Wrong::NotAMonth, 2))
        }
        (Answer::Text(text), Kind::Number) => {
            let NumberLimits { least, most } = question.number_limits();
            match (typed::number(text), least, most) {
                (None, ..) if typed::is_too_large(text) => {
                    Some(Wrong::TooLarge(most.unwrap_or(Hundredths(typed::LARGEST * 100))))
                }
                (None, ..) => Some(Wrong::NotANumber),
                (Some(number), Some(least), _) if number < least => Some(Wrong::TooSmall(least)),
                (Some(number), _, Some(most)) if number > most => Some(Wrong::TooLarge(most)),
                _ => None,
            }
        }
        (Answer::ManyChoices(_) | Answer::Other { .. }, kind) if kind.picks_many() => {
            let ticked = answer.count();
            let alone =
                question.choices.iter().any(|choice| choice.alone && answer.picked(choice.id));
            let CountLimits { least, most } = question.count_limits();
            match (least, most) {
                (Some(least), _) if (ticked as i64) < least && !alone => Some(Wrong::TooFew(least)),
                (_, Some(most)) if ticked as i64 > most => Some(Wrong::TooMany { most, ticked }),
                _ => None,
            }
        }
        _ => None,
    }
}

impl Wrong {
    /// The reason for a text that is no date. `unread`: for one that nobody can read.
    fn of_date(why: NoDate, text: &str, unread: fn(Boxes) -> Wrong, boxes: usize) -> Self {
        let is_wrong =
            |part| part + boxes > 2 && typed::is_wrong_box(text, boxes, part + boxes - 3);
        let wrong = core::array::from_fn(is_wrong);
        match why {
            NoDate::Unread => unread(wrong),
            NoDate::Empty => Wrong::EmptyBox(wrong),
            NoDate::Year => Wrong::WrongYear,
            NoDate::ShortYear(year) => Wrong::ShortYear(year),
            NoDate::Day(day) => Wrong::NoSuchDay(day),
        }
    }

    /// What is wrong and what to do, in words.
    pub fn says(self, words: &Words) -> String {
        let names = |wrong: Boxes| {
            let parts = [Word::Day, Word::Month, Word::Year].into_iter().zip(wrong);
            let names: Vec<&str> =
                parts.filter(|(_, is)| *is).map(|(word, _)| words.say(word)).collect();
            names.join(", ")
        };
        match self {
            Wrong::NotANumber => words.say(Word::NotANumber).to_owned(),
            Wrong::NotADate(wrong) => words.fill(Word::NotADate, &["23 11 1980", &names(wrong)]),
            Wrong::NotAMonth(wrong) => words.fill(Word::NotAMonth, &["11 1980", &names(wrong)]),
            Wrong::EmptyBox(wrong) => words.fill(Word::EmptyBox, &[&names(wrong)]),
            Wrong::WrongYear => words.fill(Word::WrongYear, &["1980"]),
            Wrong::ShortYear(year) => {
                let years = [1900, 2000].map(|century| (century + year).to_string());
                words.fill(Word::ShortYear, &years.each_ref().map(String::as_str))
            }
            Wrong::NoSuchDay(day) => words.fill(Word::NoSuchDay, &[&day.to_string()]),
            Wrong::TooSmall(least) => words.fill(Word::TooSmall, &[&least.shown()]),
            Wrong::TooLarge(most) => words.fill(Word::TooLarge, &[&most.shown()]),
            Wrong::TooFew(least) => words.fill(Word::TooFew, &[&least.to_string()]),
            Wrong::TooMany { most, ticked } => {
                words.fill(Word::TooMany, &[&most.to_string(), &ticked.to_string()])
            }
            Wrong::ChooseOne => words.say(Word::ChooseOne).to_owned(),
        }
    }
}

/// The name of the picture beside each line of [`in_words`]. Empty where there is none; nothing for what was
/// written.
pub fn shows<'a>(question: &'a Question, answer: &Answer) -> Vec<&'a str> {
    let sorted: Vec<ChoiceId>;
    let ids: &[ChoiceId] = match answer {
        Answer::OneChoice(id) => core::slice::from_ref(id),
        Answer::ManyChoices(ids) | Answer::Other { ticked: ids, .. } | Answer::Ranked(ids) => ids,
        Answer::Sorted(cards) => {
            sorted = cards.iter().map(|(id, _)| *id).collect();
            &sorted
        }
        Answer::Text(_) | Answer::PreferNotToSay => &[],
    };
    let own = |id: &ChoiceId| question.choices.iter().find(|choice| choice.id == *id);
    ids.iter().map(|id| own(id).map_or("", |choice| choice.shows(question.kind))).collect()
}

/// An answer in words, one line for each thing a person said: for checking, and for putting it
/// into later texts.
pub fn in_words(question: &Question, answer: &Answer, words: &Words) -> Vec<String> {
    let kind = question.kind;
    let name = |id: ChoiceId| match question.choices.iter().find(|choice| choice.id == id) {
        Some(choice) => choice.says(kind, words).to_owned(),
        None => standard::says(id, kind, words).to_owned(),
    };
    let other = |said: &str| {
        let other = standard::says(OTHER, kind, words);
        if is_blank(said) { other.to_owned() } else { [other, ": ", said.trim()].concat() }
    };
    match answer {
        Answer::OneChoice(id) => vec![name(*id)],
        Answer::ManyChoices(ids) => ids.iter().map(|id| name(*id)).collect(),
        Answer::Other { ticked, words } => {
            let mut all: Vec<String> = ticked.iter().map(|id| name(*id)).collect();
            all.push(other(words));
            all
        }
        Answer::Ranked(ids) => {
            let numbered = |(place, id): (usize, &ChoiceId)| {
                [&(place + 1).to_string(), ". ", &name(*id)].concat()
            };
            ids.iter().enumerate().map(numbered).collect()
        }
        Answer::Sorted(cards) => {
            let placed = |(id, at): &(ChoiceId, u8)| {
                [&name(*id), ": ", question.pile(usize::from(*at), words)].concat()
            };
            cards.iter().map(placed).collect()
        }
        Answer::Text(text) => vec![text.replace('/', if kind.is_date() { " " } else { "/" })],
        Answer::PreferNotToSay => vec![words.say(Word::PreferNot).to_owned()],
    }
}
