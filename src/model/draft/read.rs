//! What reviewers read: the words of a draft as they stood when a round of review began.
//!
//! A round is an edit of the log, and an edit knows which others its author had seen. So these words
//! stay what they were wherever the draft goes, also when somebody's earlier changes arrive later. The
//! review link of a round is made from them, and what people said is told beside them.
//!
//! Absent: words in other languages. A note does not say which language its author read.

use super::{Act, Change, Content, Draft, Edit, Place};
use crate::model::id::QuestionId;
use crate::model::review::{Recorded, RoundId};
use crate::model::seal::PublicKey;
use crate::model::survey::Survey;
use std::collections::BTreeMap;

/// A part of a page that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadPart {
    /// The question, or the heading of a page.
    Question,
    /// The help with it.
    Help,
    /// The choices, or the places that cards go to.
    Choices,
    /// What the survey is called.
    Title,
    /// What it is for.
    Welcome,
    /// Who sees the answers.
    WhoSees,
}

/// What reviewers read, beside what stands there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatTheyRead {
    /// The same words.
    Same,
    /// Each part that said something else, with the words of then. They may be empty.
    Otherwise(Vec<(ReadPart, String)>),
    /// Nobody here knows: the round is not in this draft, or had no such question.
    Unknown,
}

impl Draft {
    /// What the draft said when a round of review began. `None` for a round that is not in it.
    pub fn content_of_round(&self, round: RoundId) -> Option<Content> {
        let begins = |change: &Change| match change {
            Change::Record(Recorded::Round(begun)) => begun.id == round,
            _ => false,
        };
        let start = self.log.iter().find(|edit| match &edit.act {
            Act::Do(changes) => changes.iter().any(begins),
            Act::Undo(_) | Act::Redo(_) => false,
        })?;
        let was_there = |edit: &&Edit| start.saw(edit);
        let log: Vec<Edit> = self.log.iter().filter(was_there).cloned().collect();
        Some(self.content_of(&log))
    }

    /// The same for every round in it.
    pub fn contents_of_rounds(&self) -> BTreeMap<RoundId, Content> {
        let rounds = self.content.making.rounds.iter();
        rounds.filter_map(|round| Some((round.id, self.content_of_round(round.id)?))).collect()
    }

    /// True when people who open a new link read something else than those of a round, whose draft said
    /// `then`. Where answers go and until when is nothing that they see.
    pub fn has_changed_since(&self, then: &Content) -> bool {
        let shown = |content| Survey {
            send_to: Vec::new(),
            closes: None,
            ..self.survey_of(content, 0, PublicKey([0; 32]))
        };
        shown(then) != shown(&self.content)
    }

    /// What people read about a question, or about the survey as a whole for `None`, when the draft
    /// said `then`.
    pub fn what_they_read(
        &self,
        then: Option<&Content>,
        about: Option<QuestionId>,
    ) -> WhatTheyRead {
        let Some(then) = then else { return WhatTheyRead::Unknown };
        let mut parts = Vec::new();
        let mut compare = |part, then: String, now: String| {
            if then != now {
                parts.push((part, then));
            }
        };
        if let Some(id) = about {
            let Some(question) = then.question(id) else { return WhatTheyRead::Unknown };
            let now = self.content.question(id);
            let last = now.map(|now| &*now.text).or_else(|| self.last_words(id));
            compare(ReadPart::Question, tidy(&question.text), tidy(last.unwrap_or_default()));
            // Of a question that is gone, only its words are told.
            if let Some(now) = now {
                compare(ReadPart::Help, tidy(&question.hint), tidy(&now.hint));
                compare(ReadPart::Choices, choices(then, id), choices(&self.content, id));
            }
        } else {
            let places = [
                (ReadPart::Title, Place::Title),
                (ReadPart::Welcome, Place::Welcome),
                (ReadPart::WhoSees, Place::WhoSees),
            ];
            for (part, place) in places {
                let words = |content: &Content| tidy(content.text(place).unwrap_or_default());
                compare(part, words(then), words(&self.content));
            }
        }
        if parts.is_empty() { WhatTheyRead::Same } else { WhatTheyRead::Otherwise(parts) }
    }
}

/// People see no spaces round a text.
fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

/// The choices of a question in one line.
fn choices(content: &Content, id: QuestionId) -> String {
    let Some(question) = content.question(id) else { return String::new() };
    let question = question.as_question();
    let choices = question.choices.iter().map(|choice| choice.text.as_str());
    let all = choices.chain(question.piles.iter().map(String::as_str));
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
