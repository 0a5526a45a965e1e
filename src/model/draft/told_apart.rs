//! What the page in front of the equality questions says of answers that are kept apart, and whether that is so.
//!
//! The pack puts a sentence on its page (see [`equality`](crate::model::ready_made::equality)), and each of its
//! questions can be taken out of what is kept apart later. So the sentence follows the questions, and where it does not
//! (two people wrote, or a question was moved) that is a problem: people would be promised what is not so.
//!
//! Absent: what a group writes there in its own words, or in other languages. Nobody can tell what those promise.

use super::{Content, DraftQuestion, Place};
use crate::model::id::QuestionId;
use crate::model::survey::{Kind, Language};

/// What the page says where the answers to all its questions are kept apart.
pub const ALL_APART: &str = "We keep these answers apart from your other answers.";
/// The same where some are.
pub const SOME_APART: &str = "We keep some of these answers apart from your other answers.";

/// The equality questions that a page introduces: up to the next page, those with a name in outside standards.
fn introduced(content: &Content, page: usize) -> impl Iterator<Item = &DraftQuestion> {
    let after = content.questions[page + 1..].iter();
    let asks = |question: &&DraftQuestion| question.kind.asks() && question.kind != Kind::Consent;
    after.take_while(asks).filter(|question| !question.name.is_empty())
}

/// The sentence that a page has.
fn sentence(page: &DraftQuestion) -> Option<&'static str> {
    let has = |sentence: &str| page.hint.lines().any(|line| line.trim() == sentence);
    [ALL_APART, SOME_APART].into_iter().find(|sentence| has(sentence))
}

/// For each page whose sentence is not true, the first question that is not kept apart.
pub(super) fn promised(content: &Content) -> Vec<QuestionId> {
    let of = |(at, page): (usize, &DraftQuestion)| {
        let sentence = (page.kind == Kind::Information).then(|| sentence(page))??;
        let is_true = sentence == SOME_APART && introduced(content, at).any(|q| q.apart);
        let first = introduced(content, at).find(|question| !question.apart);
        first.filter(|_| !is_true).map(|question| question.id)
    };
    content.questions.iter().enumerate().filter_map(of).collect()
}

/// What the page says once a question is kept apart, or no longer: where it stands, and all the words there. `None`
/// where they stay as they are.
pub fn follows(content: &Content, question: QuestionId, apart: bool) -> Option<(Place, String)> {
    let at = content.questions.iter().position(|other| other.id == question)?;
    let page = (0..at).rfind(|at| content.questions[*at].kind == Kind::Information)?;
    let all: Vec<&DraftQuestion> = introduced(content, page).collect();
    if all.iter().all(|other| other.id != question) {
        return None;
    }
    let kept = all.iter().filter(|other| if other.id == question { apart } else { other.apart });
    let wanted = match kept.count() {
        0 => None,
        count if count == all.len() => Some(ALL_APART),
        _ => Some(SOME_APART),
    };
    let own = &content.questions[page];
    let old = sentence(own);
    // Where some were kept apart and the page does not say so in our words, somebody says it in theirs.
    let is_first = all.iter().all(|other| !other.apart) && content.language == Language::default();
    if old == wanted || old.is_none() && !is_first {
        return None;
    }
    let is_ours = |line: &&str| [ALL_APART, SOME_APART].contains(&line.trim());
    let others = own.hint.lines().filter(|line| !is_ours(line));
    let hint = others.chain(wanted).collect::<Vec<_>>().join("\n");
    Some((Place::Hint(own.id), hint))
}
