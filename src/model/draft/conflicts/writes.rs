//! What a change writes: each thing that can be only one way at a time, and each item that can be
//! deleted while somebody works on it.

use super::super::change::{Change, ChoicePart, Part, Place};
use super::super::content::{DraftChoice, DraftMeaning, DraftQuestion};
use super::super::position::Position;
use crate::model::id::{Author, ChoiceId, MeaningId, QuestionId};
use crate::model::review::{Decision, NoteName, Recorded, Step, Verdict};
use crate::model::survey::{Choice, Kind, Language, SendTo};
use crate::model::words::Word;
use std::collections::BTreeSet;

/// Something that can be only one way at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// The words in a place: in the survey's own language, or in another.
    Text(Option<Language>, Place),
    /// How a question is answered.
    Kind(QuestionId),
    /// Where a question stands.
    Place(QuestionId),
    /// A question's picture.
    Picture(QuestionId),
    /// Whether people may answer in their own words.
    Other(QuestionId),
    /// Whether people may say that they prefer not to say.
    Personal(QuestionId),
    /// The fewest ticks, or the smallest number.
    Least(QuestionId),
    /// The most ticks, or the largest number.
    Most(QuestionId),
    /// When a question is asked.
    ShowIf(QuestionId),
    /// How often a section is asked.
    Repeat(QuestionId),
    /// Where a choice stands.
    ChoicePlace(QuestionId, ChoiceId),
    /// A choice's picture.
    ChoicePicture(QuestionId, ChoiceId),
    /// Whether a choice lets go of all others.
    Alone(QuestionId, ChoiceId),
    /// What the survey is written in.
    Language,
    /// What was decided about a note.
    Decision(NoteName),
    /// How much people take part.
    Step,
    /// What other programs call a question.
    Name(QuestionId),
    /// Whether a question's answer is sealed apart.
    Apart(QuestionId),
    /// What other programs call a choice.
    Code(QuestionId, ChoiceId),
    /// Where answers go.
    SendTo,
    /// Until when answers are wanted.
    Closes,
    /// Until when answers are kept.
    KeepUntil,
    /// Whether something that the app says is left out.
    LeftOut(Word),
    /// The picture at the top of the first page.
    Logo,
    /// A question's sound or video.
    Media(QuestionId),
}

/// What a thing was set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A way to answer.
    Kind(Kind),
    /// A place in a list.
    Position(Position),
    /// A part of a question.
    Part(Part),
    /// A part of a choice.
    ChoicePart(ChoicePart),
    /// A language.
    Language(Language),
    /// A decision about a note: what, and why.
    Verdict(Verdict, String),
    /// How much people take part.
    Step(Option<Step>),
    /// Where answers go.
    SendTo(Vec<SendTo>),
    /// A day, in days since 1970-01-01.
    Day(Option<u32>),
    /// True where it is left out.
    LeftOut(bool),
    /// The name of a picture, or empty.
    Picture(String),
}

/// Something that can be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A question, with all that it has.
    Question(QuestionId),
    /// A choice.
    Choice(QuestionId, ChoiceId),
    /// A hard word.
    Meaning(MeaningId),
    /// A language, with all words in it.
    Language(Language),
}

impl Thing {
    /// What it is a part of: once that is gone, there is nothing left to settle here.
    pub(super) fn items(self) -> Vec<Item> {
        match self {
            Thing::Text(language, place) => {
                language.map(Item::Language).into_iter().chain(items_at(place)).collect()
            }
            Thing::Kind(id)
            | Thing::Place(id)
            | Thing::Picture(id)
            | Thing::Other(id)
            | Thing::Personal(id)
            | Thing::Least(id)
            | Thing::Most(id)
            | Thing::ShowIf(id)
            | Thing::Name(id)
            | Thing::Apart(id)
            | Thing::Media(id)
            | Thing::Repeat(id) => vec![Item::Question(id)],
            Thing::ChoicePlace(id, choice)
            | Thing::ChoicePicture(id, choice)
            | Thing::Code(id, choice)
            | Thing::Alone(id, choice) => vec![Item::Question(id), Item::Choice(id, choice)],
            Thing::Language
            | Thing::Decision(_)
            | Thing::Step
            | Thing::SendTo
            | Thing::Closes
            | Thing::KeepUntil
            | Thing::LeftOut(_)
            | Thing::Logo => Vec::new(),
        }
    }

    /// The change by which `author` sets it, at a time in milliseconds since 1970. `None` when such
    /// a thing can't have such a value.
    pub fn set(self, value: Value, author: Author, at: u64) -> Option<Change> {
        Some(match (self, value) {
            (Thing::Text(None, place), Value::Text(text)) => Change::SetText { place, text },
            (Thing::Text(Some(language), place), Value::Text(text)) => {
                Change::Translate { language, place, text }
            }
            (Thing::Kind(question), Value::Kind(kind)) => Change::SetKind { question, kind },
            (Thing::Place(question), Value::Position(to)) => Change::MoveQuestion { question, to },
            (Thing::ChoicePlace(question, choice), Value::Position(to)) => {
                Change::MoveChoice { question, choice, to }
            }
            (Thing::Language, Value::Language(language)) => Change::SetLanguage(language),
            (Thing::Decision(note), Value::Verdict(verdict, reason)) => {
                Change::Record(Recorded::Decision(Decision { note, verdict, reason, author, at }))
            }
            (Thing::Step, Value::Step(step)) => Change::Record(Recorded::Step(step)),
            (Thing::SendTo, Value::SendTo(ways)) => Change::SetSendTo(ways),
            (Thing::Closes, Value::Day(day)) => Change::SetCloses(day),
            (Thing::KeepUntil, Value::Day(day)) => Change::SetKeepUntil(day),
            (Thing::Logo, Value::Picture(name)) => Change::SetLogo(name),
            (Thing::LeftOut(word), Value::LeftOut(is)) => Change::LeaveOut(word, is),
            (thing, Value::Part(part)) => {
                let [Item::Question(question)] = thing.items()[..] else { return None };
                (of_part(question, &part) == thing).then_some(Change::SetPart { question, part })?
            }
            (thing, Value::ChoicePart(part)) => {
                let [_, Item::Choice(question, choice)] = thing.items()[..] else { return None };
                let is_it = of_choice_part(question, choice, &part) == thing;
                is_it.then_some(Change::SetChoicePart { question, choice, part })?
            }
            _ => return None,
        })
    }
}

fn of_part(question: QuestionId, part: &Part) -> Thing {
    match part {
        Part::Picture(_) => Thing::Picture(question),
        Part::Other(_) => Thing::Other(question),
        Part::Personal(_) => Thing::Personal(question),
        Part::Least(_) => Thing::Least(question),
        Part::Most(_) => Thing::Most(question),
        Part::ShowIf(_) => Thing::ShowIf(question),
        Part::Repeat(_) => Thing::Repeat(question),
        Part::Name(_) => Thing::Name(question),
        Part::Apart(_) => Thing::Apart(question),
        Part::Media(_) => Thing::Media(question),
    }
}

fn of_choice_part(question: QuestionId, choice: ChoiceId, part: &ChoicePart) -> Thing {
    match part {
        ChoicePart::Picture(_) => Thing::ChoicePicture(question, choice),
        ChoicePart::Alone(_) => Thing::Alone(question, choice),
        ChoicePart::Code(_) => Thing::Code(question, choice),
    }
}

/// What a change sets, and to what. Putting in a question, a choice or a hard word writes its words, also
/// those of a ready-made survey: so whoever writes over them without having seen them clashes with them.
/// Putting in a question again, as going back to a version does, sets all of it.
pub(super) fn writes(change: &Change, known: &mut BTreeSet<QuestionId>) -> Vec<(Thing, Value)> {
    let one = |thing, value| vec![(thing, value)];
    match change {
        Change::SetText { place, text } => {
            one(Thing::Text(None, *place), Value::Text(text.clone()))
        }
        Change::Translate { language, place, text } => {
            one(Thing::Text(Some(*language), *place), Value::Text(text.clone()))
        }
        Change::SetKind { question, kind } => one(Thing::Kind(*question), Value::Kind(*kind)),
        Change::MoveQuestion { question, to } => {
            one(Thing::Place(*question), Value::Position(to.clone()))
        }
        Change::MoveChoice { question, choice, to } => {
            one(Thing::ChoicePlace(*question, *choice), Value::Position(to.clone()))
        }
        Change::SetPart { question, part } => {
            one(of_part(*question, part), Value::Part(part.clone()))
        }
        Change::SetChoicePart { question, choice, part } => {
            one(of_choice_part(*question, *choice, part), Value::ChoicePart(part.clone()))
        }
        Change::SetLanguage(language) => one(Thing::Language, Value::Language(*language)),
        Change::Record(Recorded::Decision(decision)) => one(
            Thing::Decision(decision.note),
            Value::Verdict(decision.verdict, decision.reason.clone()),
        ),
        Change::Record(Recorded::Step(step)) => one(Thing::Step, Value::Step(*step)),
        Change::SetSendTo(ways) => one(Thing::SendTo, Value::SendTo(ways.clone())),
        Change::SetCloses(day) => one(Thing::Closes, Value::Day(*day)),
        Change::SetKeepUntil(day) => one(Thing::KeepUntil, Value::Day(*day)),
        Change::SetLogo(name) => one(Thing::Logo, Value::Picture(name.clone())),
        Change::LeaveOut(word, is) => one(Thing::LeftOut(*word), Value::LeftOut(*is)),
        Change::AddQuestion(question) => {
            let mut all = all_of(question);
            if known.insert(question.id) {
                all.retain(|(_, value)| matches!(value, Value::Text(text) if !text.is_empty()));
            }
            all
        }
        Change::AddChoices { question, choices } => {
            let written = choices.iter().map(|choice| &choice.choice);
            let written = written.filter(|choice| !choice.text.is_empty());
            let text = |choice: &Choice| {
                let place = Place::Choice(*question, choice.id);
                (Thing::Text(None, place), Value::Text(choice.text.clone()))
            };
            written.map(text).collect()
        }
        Change::AddMeaning(meaning) => {
            let DraftMeaning { id, word, text, .. } = meaning;
            let both = [(Place::Word(*id), word), (Place::Meaning(*id), text)].into_iter();
            let written = both.filter(|(_, text)| !text.is_empty());
            written
                .map(|(place, text)| (Thing::Text(None, place), Value::Text(text.clone())))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Everything that a whole question sets.
fn all_of(whole: &DraftQuestion) -> Vec<(Thing, Value)> {
    let (id, question) = (whole.id, &whole.question);
    let text = |place, text: &String| (Thing::Text(None, place), Value::Text(text.clone()));
    let part = |part: Part| (of_part(id, &part), Value::Part(part));
    let mut all = vec![
        text(Place::Question(id), &question.text),
        text(Place::Hint(id), &question.hint),
        text(Place::PictureAlt(id), &question.picture_alt),
        (Thing::Kind(id), Value::Kind(question.kind)),
        (Thing::Place(id), Value::Position(whole.position.clone())),
        part(Part::Picture(question.picture.clone())),
        part(Part::Other(question.other)),
        part(Part::Personal(question.personal)),
        part(Part::Least(question.least)),
        part(Part::Most(question.most)),
        part(Part::ShowIf(question.show_if.clone())),
        part(Part::Repeat(question.repeat)),
        part(Part::Name(question.name.clone())),
        part(Part::Apart(question.apart)),
        part(Part::Media(question.media.to_string())),
        text(Place::MediaWords(id), &question.media_words),
    ];
    let piles = question.piles.iter().zip(0..);
    all.extend(piles.map(|(name, at)| text(Place::Pile(id, at), name)));
    for choice in &question.choices {
        let of = choice.choice.id;
        let part = |part: ChoicePart| (of_choice_part(id, of, &part), Value::ChoicePart(part));
        all.push(text(Place::Choice(id, of), &choice.text));
        all.push((Thing::ChoicePlace(id, of), Value::Position(choice.position.clone())));
        all.push(part(ChoicePart::Picture(choice.picture.clone())));
        all.push(part(ChoicePart::Alone(choice.alone)));
        all.push(part(ChoicePart::Code(choice.code.clone())));
    }
    all
}

/// Which items a change works on, and whether it removes them.
pub(super) fn items_of(change: &Change) -> Vec<(Item, bool)> {
    let works = |items: Vec<Item>| items.into_iter().map(|item| (item, false)).collect();
    match change {
        Change::SetText { place, .. } => works(items_at(*place)),
        Change::Translate { language, place, .. } => {
            let mut items = items_at(*place);
            items.push(Item::Language(*language));
            works(items)
        }
        Change::SetKind { question, .. }
        | Change::MoveQuestion { question, .. }
        | Change::SetPart { question, .. } => works(vec![Item::Question(*question)]),
        // Putting a choice in again settles that it was taken out.
        Change::AddChoices { question, choices } => {
            let choice = |choice: &DraftChoice| Item::Choice(*question, choice.choice.id);
            works(
                [Item::Question(*question)].into_iter().chain(choices.iter().map(choice)).collect(),
            )
        }
        Change::AddQuestion(question) => works(vec![Item::Question(question.id)]),
        Change::MoveChoice { question, choice, .. }
        | Change::SetChoicePart { question, choice, .. } => {
            works(vec![Item::Question(*question), Item::Choice(*question, *choice)])
        }
        Change::AddMeaning(meaning) => works(vec![Item::Meaning(meaning.id)]),
        Change::AddLanguage(language) => works(vec![Item::Language(*language)]),
        Change::RemoveQuestion(id) => vec![(Item::Question(*id), true)],
        // Taking out a choice is work on its question.
        Change::RemoveChoice { question, choice } => {
            vec![(Item::Question(*question), false), (Item::Choice(*question, *choice), true)]
        }
        Change::RemoveMeaning(id) => vec![(Item::Meaning(*id), true)],
        Change::RemoveLanguage(language) => vec![(Item::Language(*language), true)],
        Change::SetLanguage(_)
        | Change::SetAside(_)
        | Change::BringBack(_)
        | Change::AddReaderCheck(_)
        | Change::RemoveReaderCheck(_)
        | Change::NameVersion(_)
        | Change::NoteBack(_)
        | Change::Record(_)
        | Change::SetSendTo(_)
        | Change::SetCloses(_)
        | Change::SetKeepUntil(_)
        | Change::LeaveOut(..)
        | Change::SetLogo(_)
        | Change::Published(_) => Vec::new(),
    }
}

impl Place {
    /// The smallest thing that can be deleted and that the words in this place are a part of.
    pub fn item(self) -> Option<Item> {
        items_at(self).pop()
    }
}

/// What the words in a place are a part of.
fn items_at(place: Place) -> Vec<Item> {
    match place {
        Place::Question(id)
        | Place::Hint(id)
        | Place::PictureAlt(id)
        | Place::MediaWords(id)
        | Place::Pile(id, _) => vec![Item::Question(id)],
        Place::Choice(id, choice) => vec![Item::Question(id), Item::Choice(id, choice)],
        Place::Word(id) | Place::Meaning(id) => vec![Item::Meaning(id)],
        Place::Title
        | Place::Organisation
        | Place::Welcome
        | Place::WhoSees
        | Place::After
        | Place::Privacy
        | Place::PrivacyLink
        | Place::AskWho
        | Place::LogoAlt
        | Place::Said(_)
        | Place::Own(_) => Vec::new(),
    }
}
