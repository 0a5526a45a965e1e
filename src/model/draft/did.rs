//! What a step did, as data: which words, which question, how many.
//!
//! Questions are named as they were called in front of the step. Absent: the words for it, which are
//! the organiser's.

use super::change::{Change, ChoicePart, Part, Place};
use super::content::{Content, DraftQuestion};
use crate::model::id::{ChoiceId, MeaningId, QuestionId};
use crate::model::survey::{Kind, Language, SendTo};
use crate::model::words::Word;

/// A question or page, as it was called at that step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// How it was answered.
    pub kind: Kind,
    /// Its number as participants saw it, from 1. Pages that are only read have none.
    pub number: Option<usize>,
    /// Its words. May be empty.
    pub text: String,
}

/// What words belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// The survey itself, or what was gone already.
    Survey(Place),
    /// A question: its own words, or others in it.
    Question(Place, Named),
}

/// What a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Wrote words: where, in which other language, and what they say then.
    Wrote { place: Spoken, language: Option<Language>, text: String },
    /// Put in a question or page.
    Added(Named),
    /// Put in as many questions and pages.
    AddedMany(usize),
    /// Took one out.
    Deleted(Named),
    /// Took out as many.
    DeletedMany(usize),
    /// Put one somewhere else.
    Moved(Named),
    /// Changed how it is answered.
    ChangedKind(Named),
    /// Picked a picture for it, or took its picture away.
    Pictured { of: Named, taken_away: bool },
    /// The same for one of its choices, with these words.
    PicturedChoice { of: Named, choice: String, taken_away: bool },
    /// Added as many choices.
    AddedChoices(Named, usize),
    /// Moved the choice with these words.
    MovedChoice(Named, String),
    /// Took out the choice with these words.
    DeletedChoice(Named, String),
    /// Changed when it is asked.
    ChangedWhen(Named),
    /// Changed something else about it.
    ChangedQuestion(Named),
    /// Added a hard word. It may have no letters yet.
    AddedWord(String),
    /// Took out a hard word.
    DeletedWord(String),
    /// Said which language the survey is written in.
    SetLanguage(Language),
    /// Added a language.
    AddedLanguage(Language),
    /// Took one out.
    DeletedLanguage(Language),
    /// Set advice aside.
    SetAside,
    /// Brought advice back.
    BroughtBack,
    /// Noted that these readers checked it.
    AddedReaderCheck(String),
    /// Took such a note away.
    DeletedReaderCheck(String),
    /// Gave the draft this name.
    NamedVersion(String),
    /// Went back to what it said at that time.
    WentBack(u64),
    /// Added to the record of how it was made.
    Recorded,
    /// Said where answers go. Nowhere when it is empty.
    SetSendTo(Vec<SendTo>),
    /// Said until when answers are wanted, in days since 1970-01-01.
    SetCloses(Option<u32>),
    /// Said until when answers are kept, likewise.
    SetKeepUntil(Option<u32>),
    /// Picked a logo, or took it away.
    SetLogo { taken_away: bool },
    /// Left out something that the app says, or no longer.
    LeftOut(Word, bool),
    /// Published this version.
    Published(u32),
    /// As many changes that are not alike. 0 for what was about things that are gone.
    Many(usize),
    /// Took back what is in the box. `None` when that is not here.
    Undid(Option<Box<Did>>),
    /// Did it again.
    Redid(Option<Box<Did>>),
}

impl Did {
    /// True for a step that takes back another, or does it again.
    pub(super) fn is_undoing(&self) -> bool {
        matches!(self, Did::Undid(_) | Did::Redid(_))
    }
}

/// What changes do to this content, as one step.
pub(super) fn did(before: &Content, changes: &[Change]) -> Did {
    let went_back = changes.iter().find_map(|change| match change {
        Change::NoteBack(at) => Some(Did::WentBack(*at)),
        _ => None,
    });
    // What comes along with a new question, or with another way to answer, is no change of its own.
    let added: Vec<QuestionId> = changes.iter().filter_map(adds).collect();
    let deleted = changes.iter().filter(|change| matches!(change, Change::RemoveQuestion(_)));
    let deleted = deleted.count();
    let kind = changes.iter().find(|change| matches!(change, Change::SetKind { .. }));
    let of_choices = in_choices(changes);
    let published = changes.iter().find_map(|change| match change {
        Change::Published(published) => Some(Did::Published(published.version)),
        _ => None,
    });
    if let Some(whole) = went_back.or(published) {
        whole
    } else if let [only] = changes {
        one(before, only).unwrap_or(Did::Many(0))
    } else if added.len() > 1 {
        Did::AddedMany(added.len())
    } else if deleted > 1 && deleted == changes.len() {
        Did::DeletedMany(deleted)
    } else if let Some(change) = changes.iter().find(|change| adds(change).is_some()).or(kind) {
        one(before, change).unwrap_or(Did::Many(0))
    } else if let Some((named, count)) =
        of_choices.and_then(|(id, n)| Some((named(before, id)?, n)))
    {
        Did::AddedChoices(named, count)
    } else {
        let mut all: Vec<Did> = changes.iter().filter_map(|change| one(before, change)).collect();
        match all.len() {
            1 => all.remove(0),
            count => Did::Many(count),
        }
    }
}

fn adds(change: &Change) -> Option<QuestionId> {
    match change {
        Change::AddQuestion(question) => Some(question.id),
        _ => None,
    }
}

/// The question, and how many of its choices get words, when that is all that changes.
fn in_choices(changes: &[Change]) -> Option<(QuestionId, usize)> {
    let mut of = None;
    let mut count = 0;
    for change in changes {
        let (question, more) = match change {
            Change::AddChoices { question, choices } => (*question, choices.len()),
            Change::SetText { place: Place::Choice(question, _), .. } => (*question, 1),
            // "None of these" comes with what a tick on it does.
            Change::SetChoicePart { question, part: ChoicePart::Alone(_), .. } => (*question, 0),
            _ => return None,
        };
        if *of.get_or_insert(question) != question {
            return None;
        }
        count += more;
    }
    of.filter(|_| count > 0).map(|of| (of, count))
}

/// What one change does. `None` when what it is about is gone.
fn one(before: &Content, change: &Change) -> Option<Did> {
    let of = |id: &QuestionId| named(before, *id);
    let choice = |question: &QuestionId, choice: &ChoiceId| {
        let choice = before.question(*question)?.choice(*choice)?;
        Some((of(question)?, choice.text.clone()))
    };
    Some(match change {
        Change::SetText { place, text } => wrote(before, *place, None, text),
        Change::Translate { language, place, text } => wrote(before, *place, Some(*language), text),
        Change::SetKind { question, .. } => Did::ChangedKind(of(question)?),
        Change::AddQuestion(question) => match of(&question.id) {
            Some(old) => Did::ChangedQuestion(old),
            None => Did::Added(named_new(before, question)),
        },
        Change::MoveQuestion { question, .. } => Did::Moved(of(question)?),
        Change::RemoveQuestion(question) => Did::Deleted(of(question)?),
        Change::AddChoices { question, choices } => Did::AddedChoices(of(question)?, choices.len()),
        Change::MoveChoice { question, choice: id, .. } => {
            let (question, text) = choice(question, id)?;
            Did::MovedChoice(question, text)
        }
        Change::RemoveChoice { question, choice: id } => {
            let (question, text) = choice(question, id)?;
            Did::DeletedChoice(question, text)
        }
        Change::SetPart { question, part } => match part {
            Part::Picture(name) => Did::Pictured { of: of(question)?, taken_away: name.is_empty() },
            Part::ShowIf(_) => Did::ChangedWhen(of(question)?),
            _ => Did::ChangedQuestion(of(question)?),
        },
        Change::SetChoicePart { question, choice: id, part } => {
            let (of, choice) = choice(question, id)?;
            match part {
                ChoicePart::Picture(name) => {
                    Did::PicturedChoice { of, choice, taken_away: name.is_empty() }
                }
                ChoicePart::Alone(_) | ChoicePart::Code(_) => Did::ChangedQuestion(of),
            }
        }
        Change::AddMeaning(meaning) => Did::AddedWord(meaning.word.clone()),
        Change::RemoveMeaning(id) => Did::DeletedWord(word(before, *id)?),
        Change::SetLanguage(language) => Did::SetLanguage(*language),
        Change::AddLanguage(language) => Did::AddedLanguage(*language),
        Change::RemoveLanguage(language) => Did::DeletedLanguage(*language),
        Change::SetAside(_) => Did::SetAside,
        Change::BringBack(_) => Did::BroughtBack,
        Change::AddReaderCheck(check) => Did::AddedReaderCheck(check.who.clone()),
        Change::RemoveReaderCheck(check) => Did::DeletedReaderCheck(check.who.clone()),
        Change::NameVersion(name) => Did::NamedVersion(name.clone()),
        Change::NoteBack(at) => Did::WentBack(*at),
        Change::Record(_) => Did::Recorded,
        Change::SetSendTo(ways) => Did::SetSendTo(ways.clone()),
        Change::SetCloses(last) => Did::SetCloses(*last),
        Change::SetKeepUntil(last) => Did::SetKeepUntil(*last),
        Change::SetLogo(name) => Did::SetLogo { taken_away: name.is_empty() },
        Change::LeaveOut(word, is) => Did::LeftOut(*word, *is),
        Change::Published(published) => Did::Published(published.version),
    })
}

fn wrote(before: &Content, place: Place, language: Option<Language>, text: &str) -> Did {
    let of = place.question().and_then(|id| named(before, id));
    let place = match of {
        Some(named) => Spoken::Question(place, named),
        None => Spoken::Survey(place),
    };
    Did::Wrote { place, language, text: text.to_owned() }
}

fn word(content: &Content, id: MeaningId) -> Option<String> {
    let meaning = content.meanings.iter().find(|meaning| meaning.id == id);
    meaning.map(|meaning| meaning.word.clone())
}

fn named(content: &Content, id: QuestionId) -> Option<Named> {
    Some(named_new(content, content.question(id)?))
}

/// The same for a question that is about to be put in.
fn named_new(before: &Content, question: &DraftQuestion) -> Named {
    let place = (&question.position, question.id);
    let is_before = |q: &&DraftQuestion| q.kind.asks() && (&q.position, q.id) < place;
    let number = 1 + before.questions.iter().filter(is_before).count();
    Named {
        kind: question.kind,
        number: question.kind.asks().then_some(number),
        text: question.text.clone(),
    }
}
