//! What a draft says: the sum of its edits.
//!
//! Nothing here is checked. A draft may have no title and empty choices; `publish` checks.

use super::change::{Change, Place};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::survey::{Choice, Kind, Question};
use fractional_index::FractionalIndex;

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
    /// In the order people meet them.
    pub questions: Vec<DraftQuestion>,
}

/// A question that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftQuestion {
    /// Never changes.
    pub id: QuestionId,
    /// Where it stands among the others.
    pub position: Position,
    /// How it is answered.
    pub kind: DraftKind,
    /// The question itself.
    pub text: String,
    /// A sentence that explains it.
    pub hint: String,
    /// In order. Kept, unused, while the kind needs none.
    pub choices: Vec<DraftChoice>,
}

/// A choice that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChoice {
    /// Never changes.
    pub id: ChoiceId,
    /// Where it stands among the others.
    pub position: Position,
    /// What it says.
    pub text: String,
}

/// How a question is answered. New kinds are only ever put at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftKind {
    /// Pick one.
    OneChoice,
    /// Pick any number.
    ManyChoices,
    /// A line of words.
    ShortText,
    /// Some lines of words.
    LongText,
}

impl DraftKind {
    /// Every kind, in the order the editor offers them.
    pub const ALL: [DraftKind; 4] =
        [Self::OneChoice, Self::ManyChoices, Self::ShortText, Self::LongText];

    /// True when people pick from choices.
    pub fn has_choices(self) -> bool {
        matches!(self, Self::OneChoice | Self::ManyChoices)
    }
}

impl Content {
    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&DraftQuestion> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The words in a place, or `None` when the place is gone.
    pub fn text(&self, place: Place) -> Option<&str> {
        Some(match place {
            Place::Title => &self.title,
            Place::Organisation => &self.organisation,
            Place::Welcome => &self.welcome,
            Place::WhoSees => &self.who_sees,
            Place::Question(id) => &self.question(id)?.text,
            Place::Hint(id) => &self.question(id)?.hint,
            Place::Choice(id, choice) => {
                &self.question(id)?.choices.iter().find(|c| c.id == choice)?.text
            }
        })
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
            Place::Question(id) => &mut self.question_mut(id)?.text,
            Place::Hint(id) => &mut self.question_mut(id)?.hint,
            Place::Choice(id, choice) => {
                &mut self.question_mut(id)?.choices.iter_mut().find(|c| c.id == choice)?.text
            }
        })
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
                question.choices.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
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
        }
    }

    fn sort(&mut self) {
        self.questions.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
    }
}

impl DraftQuestion {
    fn sort(&mut self) {
        self.choices.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
    }

    /// The question as a participant would see it, checked or not.
    pub fn as_question(&self) -> Question {
        let choices = || {
            let choice = |c: &DraftChoice| Choice { id: c.id, text: c.text.trim().to_owned() };
            self.choices.iter().map(choice).collect()
        };
        Question {
            id: self.id,
            text: self.text.trim().to_owned(),
            hint: self.hint.trim().to_owned(),
            kind: match self.kind {
                DraftKind::OneChoice => Kind::OneChoice(choices()),
                DraftKind::ManyChoices => Kind::ManyChoices(choices()),
                DraftKind::ShortText => Kind::ShortText,
                DraftKind::LongText => Kind::LongText,
            },
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
