//! Whether a response can be an answer to the edition that it says it answers. Whoever has a survey's link
//! can seal whatever they like to its key, so what no page of ours makes is turned away at the door: it would
//! fill the organiser's storage and count nowhere.
//!
//! A survey and a response come in, a verdict comes out. Absent: whether a person was asked all that they
//! answer, which is for [`path`](crate::model::path): a change of mind leaves such answers behind. And whether an
//! answer is in the response where it belongs, with those that are kept apart or with the others: elsewhere it counts
//! nowhere.

use crate::model::answer::Answer;
use crate::model::id::QuestionId;
use crate::model::response::Response;
use crate::model::standard::HELP;
use crate::model::survey::{Kind, MOST_ROUNDS, Question, Survey};
use std::collections::BTreeMap;

/// Why a response can answer no version of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It names questions, choices, places or times round that its edition does not have.
    Names,
    /// It says more than its questions take.
    Size,
}

/// Judges a response against the edition that it answers.
///
/// # Errors
/// With the first thing in it that no page makes of this survey.
pub fn judged(survey: &Survey, response: &Response) -> Result<(), Misfit> {
    let asked = asked(survey);
    for (of, answer) in response.answers.iter() {
        let (question, rounds) = asked.get(&of.question).ok_or(Misfit::Names)?;
        if usize::from(of.round) >= *rounds {
            return Err(Misfit::Names);
        }
        if !answer.fits(question) {
            return Err(if is_too_long(answer, question) { Misfit::Size } else { Misfit::Names });
        }
    }
    Ok(())
}

/// The questions of a survey that have answers, each with how many times it can be asked.
fn asked(survey: &Survey) -> BTreeMap<QuestionId, (&Question, usize)> {
    let mut rounds = 1;
    let mut asked = BTreeMap::new();
    for question in &survey.questions {
        match question.kind {
            Kind::Section => rounds = if question.repeat.is_some() { MOST_ROUNDS } else { 1 },
            _ if question.id == HELP => rounds = 1,
            _ => {}
        }
        if question.kind.asks() {
            asked.insert(question.id, (question, rounds));
        }
    }
    asked
}

/// True for words that only their length keeps from being an answer to this question.
fn is_too_long(answer: &Answer, question: &Question) -> bool {
    match answer {
        Answer::Text(_) => question.kind.is_typed(),
        Answer::Other { ticked, .. } => {
            Answer::Other { ticked: ticked.clone(), words: String::new() }.fits(question)
        }
        _ => false,
    }
}
