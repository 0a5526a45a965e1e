//! What a draft says: the sum of its edits.
//!
//! Nothing here is checked. A draft may have no title and empty choices; `publish` checks.

use super::change::{Change, ChoicePart, Part, Place};
use super::position::Position;
use crate::model::easy_read::Rule;
use crate::model::id::{ChoiceId, MeaningId, QuestionId};
use crate::model::review::Making;
use crate::model::standard;
use crate::model::survey::{Choice, Condition, Kind, Language, Question, is_picture};
use core::ops::{Deref, DerefMut};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Advice that people decided to live with.
    pub set_aside: Vec<SetAside>,
    /// When readers checked it, in the order this was noted.
    pub reader_checks: Vec<ReaderCheck>,
    /// How it was made, and with whom.
    pub making: Making,
}

/// Some advice that people decided to live with. It holds for these very words in this place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where the words stand.
    pub place: Place,
    /// Which advice.
    pub rule: Rule,
    /// The words it is about. Empty when it is about the whole question.
    pub words: String,
    /// Why people live with it. May be empty.
    pub reason: String,
}

/// A note that readers with a learning disability checked the survey. It holds for what the survey
/// said then: any edit of that makes it stale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderCheck {
    /// Who: names or a group, as they want to be called.
    pub who: String,
    /// When, in milliseconds since 1970 by the clock of whoever noted it.
    pub at: u64,
    /// A print of all that participants would see: see [`Draft::print`](super::Draft::print).
    pub print: u64,
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
            Change::SetAside(aside) => {
                self.bring_back(aside);
                self.set_aside.push(aside.clone());
            }
            Change::BringBack(aside) => self.bring_back(aside),
            Change::AddReaderCheck(check) => {
                self.reader_checks.retain(|old| old != check);
                self.reader_checks.push(check.clone());
            }
            Change::RemoveReaderCheck(check) => self.reader_checks.retain(|old| old != check),
            // The log itself holds the name, at the place that it names.
            Change::NameVersion(_) | Change::NoteBack(_) => {}
            Change::Record(recorded) => self.making.add(recorded),
        }
    }

    /// Whatever the reason was.
    fn bring_back(&mut self, aside: &SetAside) {
        let same = |old: &SetAside| {
            (old.place, old.rule, &old.words) == (aside.place, aside.rule, &aside.words)
        };
        self.set_aside.retain(|old| !same(old));
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
