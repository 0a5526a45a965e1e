//! What a draft says: the sum of its edits.
//!
//! Nothing here is checked. A draft may have no title and empty choices; `publish` checks.

mod question;

pub use question::{DraftChoice, DraftQuestion};

use super::change::{Change, ChoicePart, Place};
use crate::model::easy_read::Rule;
use crate::model::id::{Edition, MeaningId, QuestionId};
use crate::model::review::Making;
use crate::model::seal::PublicKey;
use crate::model::survey::{Language, Notice, SendTo};
use crate::model::words::Word;
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
    /// Where answers go, the best way first.
    pub send_to: Vec<SendTo>,
    /// The last day on which answers are wanted, in days since 1970-01-01.
    pub closes: Option<u32>,
    /// What people are told before they begin.
    pub notice: Notice,
    /// What it says in place of the app's own words. An empty text stands for those.
    pub said: BTreeMap<Word, String>,
    /// What of the app's own words it leaves out.
    pub left_out: BTreeSet<Word>,
    /// Every version that was published, on this computer or another, in the order of the log.
    pub published: Vec<Published>,
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

/// That a version was published. The survey itself is kept beside the draft; this says that there
/// is one, and to which key its answers are sealed, also to somebody who was sent only the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Its number.
    pub version: u32,
    /// What was published.
    pub edition: Edition,
    /// What its answers are sealed to.
    pub key: PublicKey,
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
    /// Other names for the same.
    pub also: Vec<String>,
    /// The name of its picture, or empty.
    pub picture: String,
    /// Which term it is of the glossary that the surveys of one browser share. Random, 64 bits.
    pub term: Option<u64>,
}

impl DraftMeaning {
    /// A word that is in no glossary.
    pub fn new(id: MeaningId, word: String, text: String) -> Self {
        Self { id, word, text, also: Vec::new(), picture: String::new(), term: None }
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
            Place::Privacy => &self.notice.privacy,
            Place::PrivacyLink => &self.notice.privacy_link,
            Place::AskWho => &self.notice.ask,
            Place::LogoAlt => &self.notice.logo_alt,
            Place::MediaWords(id) => &self.question(id)?.media_words,
            Place::Said(word) => return Some(self.said.get(&word).map_or("", String::as_str)),
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
            Place::Privacy => &mut self.notice.privacy,
            Place::PrivacyLink => &mut self.notice.privacy_link,
            Place::AskWho => &mut self.notice.ask,
            Place::LogoAlt => &mut self.notice.logo_alt,
            Place::MediaWords(id) => &mut self.question_mut(id)?.media_words,
            Place::Said(word) => self.said.entry(word).or_default(),
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
                question.piles.resize(question::PILES, String::new());
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
                        ChoicePart::Code(code) => choice.code.clone_from(code),
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
            Change::SetSendTo(ways) => self.send_to.clone_from(ways),
            Change::SetCloses(day) => self.closes = *day,
            Change::SetKeepUntil(day) => self.notice.keep_until = *day,
            Change::SetLogo(name) => self.notice.logo.clone_from(name),
            Change::LeaveOut(word, true) => _ = self.left_out.insert(*word),
            Change::LeaveOut(word, false) => _ = self.left_out.remove(word),
            Change::Published(published) => {
                self.published.retain(|old| old.edition != published.edition);
                self.published.push(*published);
            }
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
