//! How large a draft may be: what it holds, how far its numbers go, and how much work it is to read.
//!
//! A link of some kilobytes can unpack to a log that no person ever made, with thousands of questions or
//! numbers that run over. All bounds are far above what a survey that can be published needs, and
//! [`Draft::has_room_for`] keeps an editor below them, so that what a person made can always be read again.
//!
//! Absent: how many bytes there may be (see [`wire`](crate::model::wire)), and whether the edits hold
//! together (see [`sound`](super::sound)).

use super::change::{Act, Change, ChoicePart, Part};
use super::content::DraftChoice;
use super::position::Position;
use super::{Draft, Edit, undone};
use crate::model::day;
use crate::model::id::{Author, ChoiceId, Id, MeaningId, QuestionId};
use crate::model::review::Recorded;
use crate::model::survey::{
    Condition, LONGEST_TEXT, Language, MOST_CHOICES, MOST_MEANINGS, MOST_QUESTIONS, MOST_TESTS,
    MOST_TRANSLATIONS,
};
use core::iter::{empty, once};
use std::collections::{BTreeMap, BTreeSet};

/// A draft may hold so many times what can be published: one pastes first and sorts out later.
const SPARE: usize = 2;
/// The highest number of an edit, a revision or an id. Counting on from it never runs over.
const HIGHEST: u32 = 1 << 30;
/// The highest version. Publishing goes no further, so that counting on from it can always be read again.
pub const HIGHEST_VERSION: u32 = 1_000_000;
/// Most bytes of one text. Ten times what can be published: one pastes first and cuts later.
pub const LONGEST_DRAFT_TEXT: usize = 10 * LONGEST_TEXT;
/// Most bytes of a position. One that was put in front of its neighbour 8,000 times has 1,000.
const LONGEST_POSITION: usize = 4_096;
/// Most authors: tabs that ever changed the survey.
const MOST_AUTHORS: usize = 1_000;
/// Most notes of other kinds at once: advice set aside, checks by readers, versions, ways to send.
const MOST_OTHER: usize = 4_000;
/// Most edits, and most changes that they make in all.
pub const MOST_CHANGES: usize = 250_000;
/// Most changes in one edit: going back to an old version of the largest survey in many languages.
pub const MOST_AT_ONCE: usize = 50_000;
/// Most edits that were typed beside others. For each, those that may stand beside it are looked for.
const MOST_BESIDE: usize = 10_000;
/// Most items that are passed while the log is added up, all edits together: a fraction of a second.
/// A survey with the most questions that can be published gets there with 200,000 edits.
const MOST_WORK: usize = 100_000_000;

/// Most that is compared to find whether the edits hold together: what each had seen, for each author.
const MOST_COMPARED: usize = 250_000_000;

/// A draft is larger than any that people make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

impl Draft {
    /// Says whether it stays within its bounds with this act as well.
    ///
    /// # Errors
    /// When it would be too large to be read again.
    pub fn has_room_for(&self, author: Author, act: &Act) -> Result<(), TooMuch> {
        let edit = self.edit(author, 0, act.clone());
        check(&self.log, once(&edit))
    }
}

/// Checks a log, and what else is to come to it, before anything is made from it.
pub(super) fn check<'a>(
    log: &'a [Edit],
    more: impl Iterator<Item = &'a Edit> + Clone,
) -> Result<(), TooMuch> {
    let undone = undone(log.iter().chain(more.clone()));
    let mut load = Load::default();
    let (mut authors, mut seen) = (BTreeSet::new(), 0);
    let (mut edits, mut count, mut beside) = (0, 0, 0);
    for edit in log.iter().chain(more) {
        within(edit.number.max(edit.revision), HIGHEST)?;
        authors.insert(edit.author);
        edits += 1;
        beside += usize::from(edit.was.is_some());
        seen += edit.seen.len();
        match &edit.act {
            Act::Do(changes) => {
                within(changes.len(), MOST_AT_ONCE)?;
                count += changes.len();
                changes.iter().try_for_each(|change| is_possible(change, edit.author))?;
                if !undone.contains(&(edit.author, edit.number)) {
                    changes.iter().try_for_each(|change| load.add(change))?;
                }
            }
            Act::Undo(number) | Act::Redo(number) => within(*number, HIGHEST)?,
        }
    }
    within(edits.max(count), MOST_CHANGES)?;
    within(beside, MOST_BESIDE)?;
    within(beside * edits, MOST_WORK)?;
    within(authors.len(), MOST_AUTHORS)?;
    within(seen.saturating_mul(authors.len()), MOST_COMPARED)
}

/// What is there after some edits. It may be a little more than the draft holds in the end, never less.
#[derive(Default)]
struct Load {
    /// Each question with its choices.
    questions: BTreeMap<QuestionId, BTreeSet<ChoiceId>>,
    /// Choices that a list brought twice under one id: both stay.
    doubled: usize,
    meanings: BTreeSet<MeaningId>,
    languages: BTreeSet<Language>,
    other: usize,
    work: usize,
}

impl Load {
    fn add(&mut self, change: &Change) -> Result<(), TooMuch> {
        match change {
            Change::AddQuestion(question) => {
                let choices: BTreeSet<_> = question.choices.iter().map(|c| c.id).collect();
                self.doubled += question.choices.len() - choices.len();
                self.hold(question.id, choices)?;
            }
            Change::RemoveQuestion(id) => _ = self.questions.remove(id),
            Change::AddChoices { question, choices } => {
                if let Some(mut all) = self.questions.remove(question) {
                    self.work = self.work.saturating_add(all.len().saturating_mul(choices.len()));
                    let new: BTreeSet<_> = choices.iter().map(|choice| choice.id).collect();
                    self.doubled += choices.len() - new.len();
                    all.extend(new);
                    self.hold(*question, all)?;
                }
            }
            Change::RemoveChoice { question, choice } => {
                if let Some(all) = self.questions.get_mut(question) {
                    all.remove(choice);
                }
            }
            Change::AddMeaning(meaning) => _ = self.meanings.insert(meaning.id),
            Change::RemoveMeaning(id) => _ = self.meanings.remove(id),
            Change::AddLanguage(language) => _ = self.languages.insert(*language),
            Change::RemoveLanguage(language) => _ = self.languages.remove(language),
            Change::SetAside(_)
            | Change::AddReaderCheck(_)
            | Change::Published(_)
            | Change::Record(Recorded::Round(_) | Recorded::Deletion(_)) => self.other += 1,
            _ => {}
        }
        self.work =
            self.work.saturating_add(self.questions.len() + self.meanings.len() + self.other);
        within(self.meanings.len(), SPARE * MOST_MEANINGS)?;
        within(self.languages.len(), SPARE * MOST_TRANSLATIONS)?;
        within(self.other, MOST_OTHER)?;
        within(self.work, MOST_WORK)
    }

    fn hold(&mut self, question: QuestionId, choices: BTreeSet<ChoiceId>) -> Result<(), TooMuch> {
        within(choices.len() + self.doubled, SPARE * MOST_CHOICES)?;
        self.questions.insert(question, choices);
        within(self.questions.len(), SPARE * MOST_QUESTIONS)
    }
}

/// What a change by this author may say by itself.
fn is_possible(change: &Change, author: Author) -> Result<(), TooMuch> {
    texts(change).try_for_each(|text| within(text.len(), LONGEST_DRAFT_TEXT))?;
    // Ids of others may be any: nobody counts on from them.
    let id = |id: Id| within(if id.author == author { id.number } else { 0 }, HIGHEST);
    match change {
        Change::AddQuestion(question) => {
            id(question.id.0)?;
            position(&question.position)?;
            question.choices.iter().try_for_each(|choice| id(choice.id.0))?;
            question.choices.iter().try_for_each(|choice| position(&choice.position))?;
            condition(&question.show_if)
        }
        Change::AddChoices { choices, .. } => {
            choices.iter().try_for_each(|choice| id(choice.id.0))?;
            choices.iter().try_for_each(|choice| position(&choice.position))
        }
        Change::MoveQuestion { to, .. } | Change::MoveChoice { to, .. } => position(to),
        Change::SetPart { part: Part::ShowIf(show_if), .. } => condition(show_if),
        Change::AddMeaning(meaning) => {
            id(meaning.id.0)?;
            within(meaning.also.len(), MOST_MEANINGS)
        }
        Change::SetCloses(last) | Change::SetKeepUntil(last) => {
            within(last.unwrap_or(0), day::LAST)
        }
        Change::Published(published) => within(published.version, HIGHEST_VERSION),
        Change::SetSendTo(ways) => within(ways.len(), MOST_TESTS),
        _ => Ok(()),
    }
}

/// All words that a change brings.
fn texts(change: &Change) -> Box<dyn Iterator<Item = &String> + '_> {
    match change {
        Change::SetText { text, .. }
        | Change::Translate { text, .. }
        | Change::NameVersion(text)
        | Change::SetLogo(text)
        | Change::SetPart {
            part: Part::Name(text) | Part::Picture(text) | Part::Media(text),
            ..
        }
        | Change::SetChoicePart {
            part: ChoicePart::Picture(text) | ChoicePart::Code(text), ..
        } => Box::new(once(text)),
        Change::AddQuestion(question) => {
            let own = [&question.text, &question.hint, &question.picture, &question.picture_alt];
            let media = [&question.media_words];
            let piles = question.piles.iter();
            Box::new(
                own.into_iter().chain(media).chain(piles).chain(choice_texts(&question.choices)),
            )
        }
        Change::AddChoices { choices, .. } => Box::new(choice_texts(choices)),
        Change::AddMeaning(meaning) => Box::new(
            [&meaning.word, &meaning.text, &meaning.picture].into_iter().chain(&meaning.also),
        ),
        Change::SetAside(aside) | Change::BringBack(aside) => {
            Box::new([&aside.words, &aside.reason].into_iter())
        }
        Change::AddReaderCheck(check) | Change::RemoveReaderCheck(check) => {
            Box::new(once(&check.who))
        }
        Change::SetSendTo(ways) => Box::new(ways.iter().flat_map(|way| [&way.to, &way.name])),
        _ => Box::new(empty()),
    }
}

fn choice_texts(choices: &[DraftChoice]) -> impl Iterator<Item = &String> {
    choices.iter().flat_map(|choice| [&choice.text, &choice.picture, &choice.code])
}

fn position(position: &Position) -> Result<(), TooMuch> {
    within(position.as_bytes().len(), LONGEST_POSITION)
}

fn condition(condition: &Condition) -> Result<(), TooMuch> {
    let tests = condition.groups.iter().map(|group| group.tests.len() + 1).sum::<usize>();
    within(tests, 2 * SPARE * MOST_TESTS)
}

fn within<T: PartialOrd>(value: T, most: T) -> Result<(), TooMuch> {
    if value > most { Err(TooMuch) } else { Ok(()) }
}
