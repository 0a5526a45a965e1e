//! Picking ready-made questions for a survey that has some already.

use crate::model::draft::{Content, Draft, DraftQuestion, Renamed, can_be_tested};
use crate::model::id::{Author, QuestionId};
use crate::model::survey::{Condition, Kind, Test};

/// True when the survey has this ready-made question: then it can only come again as a copy.
pub fn already_in(content: &Content, question: &DraftQuestion) -> bool {
    content.question(question.id).is_some()
}

/// Those of a pack that the survey has not got, and where they go: behind the last that it has, or at the end. A
/// question of a pack never comes twice: its copy would count as nothing that other figures know.
pub fn rest_of_pack(
    content: &Content,
    pack: Vec<DraftQuestion>,
) -> (Vec<DraftQuestion>, Option<QuestionId>) {
    let is_of_pack = |id: QuestionId| pack.iter().any(|question| question.id == id);
    let last = content.questions.iter().map(|question| question.id).rfind(|id| is_of_pack(*id));
    let rest = pack.into_iter().filter(|question| !already_in(content, question)).collect();
    (rest, last)
}

/// These ready-made questions as they would stand behind `after`, or at the end.
///
/// They keep their ids, but for one that is there already: its copy gets fresh ids of `author`.
/// When a question is asked stays as it was where the questions that it depends on are picked too,
/// or stand in front of it. Otherwise it is always asked. The same with how often a section is asked.
pub fn picked(
    draft: &Draft,
    author: Author,
    questions: Vec<DraftQuestion>,
    after: Option<QuestionId>,
) -> Vec<DraftQuestion> {
    let content = draft.content();
    let after = after.or_else(|| content.questions.last().map(|question| question.id));
    let (mut ids, mut renamed) = (draft.fresh_ids(author), Renamed::default());
    let mut added: Vec<DraftQuestion> = Vec::new();
    let positions = draft.question_positions(after, questions.len());
    for (mut question, position) in questions.into_iter().zip(positions) {
        question.position = position;
        if already_in(content, &question) && renamed.rename(&mut question, &mut ids).is_none() {
            continue;
        }
        added.push(question);
    }
    added.iter_mut().for_each(|question| renamed.follow(question));
    let here = content.questions.iter().position(|question| Some(question.id) == after);
    let before = &content.questions[..here.map_or(0, |here| here + 1)];
    for place in 0..added.len() {
        let condition = core::mem::take(&mut added[place].show_if);
        let stands = |test: &Test| {
            let mut sources = before.iter().chain(&added[..place]);
            let source = sources.find(|source| source.id == test.question);
            source.is_some_and(|source| can_be_tested(&source.as_question(), test.check))
        };
        let counts = |source: QuestionId| {
            let mut sources = before.iter().chain(&added[..place]);
            sources.any(|other| other.id == source && other.kind == Kind::Number)
        };
        let repeat = added[place].repeat.filter(|source| counts(*source));
        let stays = condition.tests().all(stands);
        added[place].show_if = if stays { condition } else { Condition::default() };
        added[place].repeat = repeat;
    }
    added
}
