//! Picking ready-made questions for a survey that has some already.

use crate::model::draft::{Content, Draft, DraftQuestion, can_be_tested};
use crate::model::id::{Author, ChoiceId, Id, QuestionId};
use crate::model::standard;
use crate::model::survey::{Check, Condition, Test};

/// True when the survey has this ready-made question: then it can only come again as a copy.
pub fn already_in(content: &Content, question: &DraftQuestion) -> bool {
    content.question(question.id).is_some()
}

/// These ready-made questions as they would stand behind `after`, or at the end.
///
/// They keep their ids, but for one that is there already: its copy gets fresh ids of `author`.
/// When a question is asked stays as it was where the questions that it depends on are picked too,
/// or stand in front of it. Otherwise it is always asked.
pub fn picked(
    draft: &Draft,
    author: Author,
    questions: Vec<DraftQuestion>,
    after: Option<QuestionId>,
) -> Vec<DraftQuestion> {
    let content = draft.content();
    let after = after.or_else(|| content.questions.last().map(|question| question.id));
    let mut ids = draft.fresh_ids(author);
    let mut renamed: Vec<(Id, Id)> = Vec::new();
    let mut rename = |id: &mut Id| {
        renamed.extend(ids.next().map(|new| (*id, new)));
        *id = renamed.last().map_or(*id, |(_, new)| *new);
    };
    let mut added: Vec<DraftQuestion> = Vec::new();
    let positions = draft.question_positions(after, questions.len());
    for (mut question, position) in questions.into_iter().zip(positions) {
        question.position = position;
        if already_in(content, &question) {
            rename(&mut question.id.0);
            let own = question.choices.iter_mut().filter(|c| !standard::is_standard(c.id));
            own.for_each(|choice| rename(&mut choice.choice.id.0));
        }
        added.push(question);
    }
    let here = content.questions.iter().position(|question| Some(question.id) == after);
    let before = &content.questions[..here.map_or(0, |here| here + 1)];
    for place in 0..added.len() {
        let mut condition = core::mem::take(&mut added[place].show_if);
        for test in condition.groups.iter_mut().flat_map(|group| &mut group.tests) {
            follow(test, &renamed);
        }
        let stands = |test: &Test| {
            let mut sources = before.iter().chain(&added[..place]);
            let source = sources.find(|source| source.id == test.question);
            source.is_some_and(|source| can_be_tested(&source.as_question(), test.check))
        };
        if condition.tests().all(stands) {
            added[place].show_if = condition;
        } else {
            added[place].show_if = Condition::default();
        }
    }
    added
}

/// Has a test ask for the copy, where there is one.
fn follow(test: &mut Test, renamed: &[(Id, Id)]) {
    let follow = |id: &mut Id| {
        if let Some((_, new)) = renamed.iter().find(|(old, _)| old == id) {
            *id = *new;
        }
    };
    follow(&mut test.question.0);
    if let Check::Is(ChoiceId(id)) | Check::IsNot(ChoiceId(id)) = &mut test.check {
        follow(id);
    }
}
