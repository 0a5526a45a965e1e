//! What a reviewer says: each thing is a note of its own, kept at every key.

use super::Reviewing;
use crate::model::id::QuestionId;
use crate::model::review::{Ease, Note, Says, fitting};
use leptos::prelude::*;

/// Something that people write. There is one of each for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How they would say it.
    Wording,
    /// A choice that is missing.
    Choice,
    /// Something to ask too.
    Question,
    /// Anything else.
    Free,
    /// The answer to what the organiser asks, by its number.
    Reply(u32),
}

impl Field {
    fn says(self, text: String) -> Says {
        match self {
            Field::Wording => Says::Wording(text),
            Field::Choice => Says::Choice(text),
            Field::Question => Says::Question(text),
            Field::Free => Says::Free(text),
            Field::Reply(number) => Says::Reply(number, text),
        }
    }

    /// What a note says in this field.
    fn text(self, says: &Says) -> Option<&str> {
        match (self, says) {
            (Field::Wording, Says::Wording(text))
            | (Field::Choice, Says::Choice(text))
            | (Field::Question, Says::Question(text))
            | (Field::Free, Says::Free(text)) => Some(text),
            (Field::Reply(number), Says::Reply(of, text)) if *of == number => Some(text),
            _ => None,
        }
    }
}

impl Reviewing {
    /// What the person wrote in a field so far.
    pub fn written(&self, question: Option<QuestionId>, field: Field) -> String {
        self.find(
            question,
            |says| field.text(says).is_some(),
            |says| field.text(says).unwrap_or_default().to_owned(),
        )
        .unwrap_or_default()
    }

    /// Keeps what the person wrote in a field. Empty takes it back.
    pub fn write(&self, question: Option<QuestionId>, field: Field, text: String) {
        let nothing = text.trim().is_empty();
        let says = if nothing { Says::Nothing } else { field.says(fitting(text)) };
        self.say(question, |old| field.text(old).is_some(), says);
    }

    /// How the person found a page.
    pub fn ease(&self, question: Option<QuestionId>) -> Option<Ease> {
        self.find(question, is_ease, |says| match says {
            Says::Ease(ease) => Some(*ease),
            _ => None,
        })
        .flatten()
    }

    /// Keeps how the person found a page.
    pub fn set_ease(&self, question: Option<QuestionId>, ease: Ease) {
        self.say(question, is_ease, Says::Ease(ease));
    }

    /// True for a word of a page that the person said they do not know.
    pub fn is_hard(&self, question: Option<QuestionId>, word: &str) -> bool {
        self.find(question, |says| is_word(says, word), |_| ()).is_some()
    }

    /// Says that the person does not know a word, or takes that back.
    pub fn turn_word(&self, question: Option<QuestionId>, word: &str) {
        let is_hard = untrack(|| self.is_hard(question, word));
        let says = if is_hard { Says::Nothing } else { Says::HardWord(word.to_owned()) };
        self.say(question, |old| is_word(old, word), says);
    }

    /// What the person wrote that a word of a page means.
    pub fn meaning(&self, question: Option<QuestionId>, word: &str) -> String {
        let text = |says: &Says| match says {
            Says::Meaning(_, text) => text.clone(),
            _ => String::new(),
        };
        self.find(question, |says| means(says, word), text).unwrap_or_default()
    }

    /// The first word of a page whose meaning the person wrote. Empty for none.
    pub fn explained(&self, question: Option<QuestionId>) -> String {
        let word = |says: &Says| match says {
            Says::Meaning(word, _) => word.clone(),
            _ => String::new(),
        };
        self.find(question, |says| matches!(says, Says::Meaning(..)), word).unwrap_or_default()
    }

    /// Keeps what the person wrote that a word means. Empty takes it back.
    pub fn explain(&self, question: Option<QuestionId>, word: &str, text: String) {
        let says = match text.trim().is_empty() {
            true => Says::Nothing,
            false => Says::Meaning(word.to_owned(), fitting(text)),
        };
        self.say(question, |old| means(old, word), says);
    }

    /// The picture that the person would take for a question, or empty.
    pub fn picture(&self, question: QuestionId) -> String {
        let name = |says: &Says| match says {
            Says::Picture(name) => name.clone(),
            _ => String::new(),
        };
        self.find(Some(question), is_picture, name).unwrap_or_default()
    }

    /// Keeps the picture that the person would take. The same again takes that back.
    pub fn turn_picture(&self, question: QuestionId, code: &str) {
        let is_it = untrack(|| self.picture(question)) == code;
        let says = if is_it { Says::Nothing } else { Says::Picture(code.to_owned()) };
        self.say(Some(question), is_picture, says);
    }

    /// Keeps what the person wants to be called.
    pub fn set_name(&self, name: String) {
        self.notes.update(|notes| notes.reviewer.name = fitting(name));
        self.keep();
    }

    /// Keeps whether the record may say the name.
    pub fn set_may_be_named(&self, may: bool) {
        self.notes.update(|notes| notes.reviewer.may_be_named = may);
        self.keep();
    }

    /// How many things the person said.
    pub fn count(&self) -> usize {
        self.notes
            .with(|notes| notes.notes.values().filter(|note| note.says != Says::Nothing).count())
    }

    fn find<T>(
        &self,
        question: Option<QuestionId>,
        is_it: impl Fn(&Says) -> bool,
        take: impl FnOnce(&Says) -> T,
    ) -> Option<T> {
        self.notes.with(|notes| {
            let mut about = notes.notes.values().filter(|note| note.question == question);
            about.find(|note| is_it(&note.says)).map(|note| take(&note.says))
        })
    }

    /// Puts a note in place of the one that `is_it` finds, or behind all others.
    fn say(&self, question: Option<QuestionId>, is_it: impl Fn(&Says) -> bool, says: Says) {
        self.notes.update(|notes| {
            let last = notes.notes.keys().next_back().copied().unwrap_or(0);
            let mut about = notes.notes.iter_mut().filter(|(_, note)| note.question == question);
            match about.find(|(_, note)| is_it(&note.says)) {
                Some((_, note)) => {
                    note.revision += 1;
                    note.says = says;
                }
                None if says == Says::Nothing => {}
                None => _ = notes.notes.insert(last + 1, Note { revision: 0, question, says }),
            }
        });
        self.resumed.set(false);
        self.keep();
    }
}

fn is_ease(says: &Says) -> bool {
    matches!(says, Says::Ease(_))
}

fn is_picture(says: &Says) -> bool {
    matches!(says, Says::Picture(_))
}

fn means(says: &Says, word: &str) -> bool {
    matches!(says, Says::Meaning(of, _) if of == word)
}

fn is_word(says: &Says, word: &str) -> bool {
    matches!(says, Says::HardWord(hard) if hard == word)
}
