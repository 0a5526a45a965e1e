//! What a draft says: the sum of its edits.
//!
//! Nothing here is checked. A draft may have no title and empty choices; `publish` checks.

use super::change::{Change, ChoicePart, Part, Place};
use crate::model::id::{ChoiceId, MeaningId, QuestionId};
use crate::model::standard;
use crate::model::survey::{Choice, Condition, Kind, Language, Question, is_picture};
use core::ops::{Deref, DerefMut};
use fractional_index::FractionalIndex;
use std::collections::{BTreeMap, BTreeSet};

/// A place in a list that leaves room on both sides: between any two there is always another.
/// (The `fractional_index` crate, so that moves by two people never clash.)
pub type Position = FractionalIndex;

/// Everything a draft says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What the survey is called.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// What it is for.
    pub welcome: String,
    /// Who will see the answers.
    pub who_sees: String,
    /// What happens once answers are sent.
    pub after: String,
    /// What all of it is written in.
    pub language: Language,
    /// Hard words, in the order they were made.
    pub meanings: Vec<DraftMeaning>,
    /// In the order people meet them.
    pub questions: Vec<DraftQuestion>,
    /// What is said in other languages.
    pub translations: BTreeMap<Language, BTreeMap<Place, String>>,
}

/// A question that is being made. Choices are kept, unused, while its kind needs none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftQuestion {
    /// Where it stands among the others.
    pub position: Position,
    /// All that a participant will see of it.
    pub question: Question<DraftChoice>,
}

/// A choice that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChoice {
    /// Where it stands among the others.
    pub position: Position,
    /// What a participant will see of it.
    pub choice: Choice,
}

/// A hard word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftMeaning {
    /// Never changes.
    pub id: MeaningId,
    /// The word.
    pub word: String,
    /// What it means.
    pub text: String,
}

impl Deref for DraftQuestion {
    type Target = Question<DraftChoice>;

    fn deref(&self) -> &Self::Target {
        &self.question
    }
}

impl DerefMut for DraftQuestion {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.question
    }
}

impl Deref for DraftChoice {
    type Target = Choice;

    fn deref(&self) -> &Choice {
        &self.choice
    }
}

impl DerefMut for DraftChoice {
    fn deref_mut(&mut self) -> &mut Choice {
        &mut self.choice
    }
}

impl DraftChoice {
    /// A choice with these words at that place.
    pub fn new(id: ChoiceId, position: Position, text: String) -> Self {
        Self { position, choice: Choice { id, text, picture: String::new(), alone: false } }
    }
}

impl Content {
    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&DraftQuestion> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The words in a place, or `None` when the place is gone.
    pub fn text(&self, place: Place) -> Option<&str> {
        let meaning = |id| self.meanings.iter().find(|meaning| meaning.id == id);
        Some(match place {
            Place::Title => &self.title,
            Place::Organisation => &self.organisation,
            Place::Welcome => &self.welcome,
            Place::WhoSees => &self.who_sees,
            Place::After => &self.after,
            Place::Question(id) => &self.question(id)?.text,
            Place::Hint(id) => &self.question(id)?.hint,
            Place::PictureAlt(id) => &self.question(id)?.picture_alt,
            Place::Pile(id, at) => self.question(id)?.piles.get(usize::from(at))?,
            Place::Choice(id, choice) => &self.question(id)?.choice(choice)?.text,
            Place::Word(id) => &meaning(id)?.word,
            Place::Meaning(id) => &meaning(id)?.text,
            Place::Own(_) => return None,
        })
    }

    /// The words in a place in another language. `None` when there are none.
    pub fn translated(&self, language: Language, place: Place) -> Option<&str> {
        self.translations.get(&language)?.get(&place).map(String::as_str)
    }

    fn question_mut(&mut self, id: QuestionId) -> Option<&mut DraftQuestion> {
        self.questions.iter_mut().find(|question| question.id == id)
    }

    fn text_mut(&mut self, place: Place) -> Option<&mut String> {
        Some(match place {
            Place::Title => &mut self.title,
            Place::Organisation => &mut self.organisation,
            Place::Welcome => &mut self.welcome,
            Place::WhoSees => &mut self.who_sees,
            Place::After => &mut self.after,
            Place::Question(id) => &mut self.question_mut(id)?.text,
            Place::Hint(id) => &mut self.question_mut(id)?.hint,
            Place::PictureAlt(id) => &mut self.question_mut(id)?.picture_alt,
            Place::Pile(id, at) => self.question_mut(id)?.piles.get_mut(usize::from(at))?,
            Place::Choice(id, choice) => {
                let choices = &mut self.question_mut(id)?.choices;
                &mut choices.iter_mut().find(|c| c.id == choice)?.text
            }
            Place::Word(id) => &mut self.meaning_mut(id)?.word,
            Place::Meaning(id) => &mut self.meaning_mut(id)?.text,
            Place::Own(_) => return None,
        })
    }

    fn meaning_mut(&mut self, id: MeaningId) -> Option<&mut DraftMeaning> {
        self.meanings.iter_mut().find(|meaning| meaning.id == id)
    }

    /// Makes changes, in their order.
    pub(super) fn apply_all(&mut self, changes: &[Change]) {
        for change in changes {
            self.apply(change);
        }
    }

    /// Makes one change. What is about something that is gone does nothing.
    fn apply(&mut self, change: &Change) {
        match change {
            Change::SetText { place, text } => {
                if let Some(old) = self.text_mut(*place) {
                    old.clone_from(text);
                }
            }
            Change::SetKind { question, kind } => {
                if let Some(question) = self.question_mut(*question) {
                    question.kind = *kind;
                }
            }
            Change::AddQuestion(question) => {
                self.questions.retain(|old| old.id != question.id);
                let mut question = question.clone();
                question.piles.resize(PILES, String::new());
                question.sort();
                self.questions.push(question);
                self.sort();
            }
            Change::MoveQuestion { question, to } => {
                if let Some(question) = self.question_mut(*question) {
                    question.position.clone_from(to);
                    self.sort();
                }
            }
            Change::RemoveQuestion(question) => self.questions.retain(|q| q.id != *question),
            Change::AddChoices { question, choices } => {
                if let Some(question) = self.question_mut(*question) {
                    question.choices.retain(|old| choices.iter().all(|new| new.id != old.id));
                    question.choices.extend(choices.iter().cloned());
                    question.sort();
                }
            }
            Change::MoveChoice { question, choice, to } => {
                if let Some(question) = self.question_mut(*question) {
                    for choice in question.choices.iter_mut().filter(|c| c.id == *choice) {
                        choice.position.clone_from(to);
                    }
                    question.sort();
                }
            }
            Change::RemoveChoice { question, choice } => {
                if let Some(question) = self.question_mut(*question) {
                    question.choices.retain(|c| c.id != *choice);
                }
            }
            Change::SetPart { question, part } => {
                if let Some(question) = self.question_mut(*question) {
                    question.set(part);
                }
            }
            Change::SetChoicePart { question, choice, part } => {
                let choices = self.question_mut(*question).map(|q| &mut q.question.choices);
                for choice in choices.into_iter().flatten().filter(|c| c.id == *choice) {
                    match part {
                        ChoicePart::Picture(name) => choice.picture.clone_from(name),
                        ChoicePart::Alone(alone) => choice.alone = *alone,
                    }
                }
            }
            Change::AddMeaning(meaning) => {
                self.meanings.retain(|old| old.id != meaning.id);
                self.meanings.push(meaning.clone());
            }
            Change::RemoveMeaning(id) => self.meanings.retain(|meaning| meaning.id != *id),
            Change::SetLanguage(language) => self.language = *language,
            Change::AddLanguage(language) => _ = self.translations.entry(*language).or_default(),
            Change::RemoveLanguage(language) => _ = self.translations.remove(language),
            Change::Translate { language, place, text } => {
                if let Some(texts) = self.translations.get_mut(language) {
                    texts.insert(*place, text.clone());
                }
            }
        }
    }

    fn sort(&mut self) {
        self.questions.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
    }
}

/// How many places cards are sorted into.
const PILES: usize = 3;

impl DraftQuestion {
    /// The choice with this id.
    pub fn choice(&self, id: ChoiceId) -> Option<&DraftChoice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The choices that its kind has use for, in order.
    pub fn offered(&self) -> impl Iterator<Item = &DraftChoice> {
        let of_kind = standard::choices_of(self.kind);
        let fits = move |choice: &&DraftChoice| {
            if of_kind.is_empty() {
                !standard::is_standard(choice.id)
            } else {
                of_kind.contains(&choice.id)
            }
        };
        let choices = if self.kind.has_choices() { &self.choices[..] } else { &[] };
        choices.iter().filter(fits)
    }

    fn sort(&mut self) {
        self.choices.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
        // A hostile edit may bring one choice twice, and a survey can't carry that.
        let mut seen = BTreeSet::new();
        self.choices.retain(|choice| seen.insert(choice.id));
    }

    fn set(&mut self, part: &Part) {
        match part {
            Part::Picture(name) => self.picture.clone_from(name),
            Part::Other(other) => self.other = *other,
            Part::Personal(personal) => self.personal = *personal,
            Part::Least(least) => self.least = *least,
            Part::Most(most) => self.most = *most,
            Part::ShowIf(condition) => self.show_if.clone_from(condition),
            Part::Repeat(source) => self.repeat = *source,
        }
    }

    /// The question as a participant would see it, checked or not. What its kind has no use for
    /// stays behind, and what no survey can carry: empty groups and names that are no picture's.
    pub fn as_question(&self) -> Question {
        let kind = self.kind;
        let trimmed = |text: &String| text.trim().to_owned();
        let picture = |name: &String| if is_picture(name) { name.clone() } else { String::new() };
        let choice = |c: &DraftChoice| Choice {
            text: trimmed(&c.text),
            picture: picture(&c.picture),
            ..c.choice.clone()
        };
        let groups = self.show_if.groups.iter().filter(|group| !group.tests.is_empty());
        let limited = kind.picks_many() || kind == Kind::Number;
        let piles: &[String] = if kind == Kind::Sorting { &self.piles } else { &[] };
        Question {
            id: self.id,
            kind,
            text: trimmed(&self.text),
            hint: trimmed(&self.hint),
            picture: picture(&self.picture),
            picture_alt: trimmed(&self.picture_alt),
            choices: self.offered().map(choice).collect(),
            piles: piles.iter().map(trimmed).collect(),
            other: self.other && kind.can_have_other(),
            personal: self.personal && kind.can_skip(),
            least: self.least.filter(|_| limited),
            most: self.most.filter(|_| limited),
            show_if: Condition { all: self.show_if.all, groups: groups.cloned().collect() },
            repeat: self.repeat.filter(|_| kind == Kind::Section),
        }
    }
}

/// Something that stands in a list by its position.
pub(super) trait Placed {
    fn position(&self) -> &Position;
}

impl Placed for DraftQuestion {
    fn position(&self) -> &Position {
        &self.position
    }
}

impl Placed for DraftChoice {
    fn position(&self) -> &Position {
        &self.position
    }
}

/// A position right behind the item that `is_it` finds. At the end when it is not found; in front
/// of all when there is none to come behind.
pub(super) fn position_after<T: Placed>(
    items: &[T],
    is_it: impl Fn(&T) -> bool,
    behind_one: bool,
) -> Position {
    let next = match items.iter().position(is_it) {
        Some(place) => place + 1,
        None if behind_one => items.len(),
        None => 0,
    };
    let before = next.checked_sub(1).map(|place| items[place].position());
    // Two people may have put two items in the very same place. Nothing fits between those, so
    // the new one comes right behind all of them.
    let mut behind = items[next..].iter().map(Placed::position);
    match (before, behind.find(|after| before < Some(after))) {
        (Some(before), Some(after)) => between(before, after),
        (before, after) => FractionalIndex::new(before, after).unwrap_or_default(),
    }
}

/// A position between two. The `fractional_index` crate overflows on a 0 that both have, so it
/// only sees what comes behind their common start.
fn between(before: &Position, after: &Position) -> Position {
    let (before, after) = (before.as_bytes(), after.as_bytes());
    let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let start = same.min(before.len() - 1).min(after.len() - 1);
    let rest = |bytes: &[u8]| FractionalIndex::from_bytes(bytes[start..].to_vec()).ok();
    let middle = FractionalIndex::new(rest(before).as_ref(), rest(after).as_ref());
    let bytes = [&before[..start], middle.unwrap_or_default().as_bytes()].concat();
    FractionalIndex::from_bytes(bytes).unwrap_or_default()
}
