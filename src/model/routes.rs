//! The paths through a survey as a whole: which answer decides about which question, how long the
//! shortest and the longest way are, and where lines between questions can be drawn.
//!
//! A survey comes in, places of questions come out. Absent: the path of one person (see
//! [`path`](super::path)), and questions that nobody can reach (see [`draft`](super::draft)).

use super::answer::Answer;
use super::id::QuestionId;
use super::standard::HELP;
use super::survey::{Kind, Question, Survey};
use crate::model::limit::NumberLimits;

/// A question whose answer decides about others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its place in the survey, from 0.
    pub source: usize,
    /// The places of the questions and sections behind it that it decides about, in order.
    pub targets: Vec<usize>,
}

/// How many questions people are asked, and about how many minutes that takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Pages that are only read do not count.
    pub questions: usize,
    /// As [`Survey::minutes`] has them.
    pub minutes: usize,
}

/// Part of a line beside one row of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// It starts here and goes down.
    Start,
    /// It goes by.
    Through,
    /// It leads here, and on.
    Branch,
    /// It leads here and ends.
    End,
}

/// Every question that decides about others, in order. What leads nowhere or backwards is left out.
pub fn branches(survey: &Survey) -> Vec<Branch> {
    let questions = &survey.questions;
    let decides = |source: usize| {
        let id = questions[source].id;
        let asks = |at: &usize| depends_on(&questions[*at], id);
        let targets: Vec<usize> = (source + 1..questions.len()).filter(asks).collect();
        (!targets.is_empty()).then_some(Branch { source, targets })
    };
    (0..questions.len()).filter_map(decides).collect()
}

/// True when an answer to that question decides whether, or how often, this one is asked.
fn depends_on(question: &Question, id: QuestionId) -> bool {
    question.repeat == Some(id) || question.show_if.tests().any(|test| test.question == id)
}

/// The questions whose answers matter for a path: those that decide about others, and pages to
/// agree to, where a no ends the survey.
pub fn crossroads(survey: &Survey) -> Vec<usize> {
    let mut places: Vec<usize> = branches(survey).iter().map(|branch| branch.source).collect();
    let consents = survey.questions.iter().enumerate().filter(|(_, q)| q.kind == Kind::Consent);
    places.extend(consents.map(|(place, _)| place));
    places.sort_unstable();
    places.dedup();
    places
}

/// What everyone is asked who takes part, and the most that somebody can be asked. A section that
/// comes many times counts once in the most, and not in the least. `never` are questions that
/// nobody can reach.
pub fn lengths(survey: &Survey, never: &[QuestionId]) -> (Length, Length) {
    let mut in_part = false;
    let mut always = Vec::new();
    for question in &survey.questions {
        let sometimes = !question.show_if.groups.is_empty() || question.repeat.is_some();
        if question.kind == Kind::Section {
            in_part = sometimes;
        }
        // The question about help is in no section.
        if !sometimes && (!in_part || question.id == HELP) {
            always.push(question.clone());
        }
    }
    let reached = survey.questions.iter().filter(|question| !never.contains(&question.id));
    (length(survey, always), length(survey, reached.cloned().collect()))
}

fn length(survey: &Survey, questions: Vec<Question>) -> Length {
    let asks = questions.iter().filter(|question| question.kind.asks()).count();
    let part = Survey { questions, translations: Vec::new(), ..survey.clone() };
    Length { questions: asks, minutes: part.minutes() }
}

/// For each place, what to draw in each of so many lanes beside it. A branch that finds no free
/// lane is not drawn.
pub fn lanes(places: usize, branches: &[Branch], lanes: usize) -> Vec<Vec<Option<Line>>> {
    let mut rows = vec![vec![None; lanes]; places];
    for Branch { source, targets } in branches {
        let Some(last) = targets.last().copied().filter(|last| *last < places) else { continue };
        // The lane nearest to the questions is the last one.
        let is_free = |lane: &usize| rows[*source..=last].iter().all(|row| row[*lane].is_none());
        let Some(lane) = (0..lanes).rev().find(is_free) else { continue };
        for (place, row) in rows.iter_mut().enumerate().take(last + 1).skip(*source) {
            row[lane] = Some(match place {
                place if place == *source => Line::Start,
                place if place == last => Line::End,
                place if targets.contains(&place) => Line::Branch,
                _ => Line::Through,
            });
        }
    }
    rows
}

/// Some right answer to a question, for "it is answered". None where it needs more than one choice,
/// or has nothing to answer.
pub fn some_answer(question: &Question) -> Option<Answer> {
    let first = || question.choices.first().map(|choice| choice.id);
    let answer = match question.kind {
        Kind::ShortText | Kind::LongText => Answer::Text("…".to_owned()),
        Kind::Number => {
            let NumberLimits { least, most } = question.number_limits();
            Answer::Text(least.or(most).unwrap_or_default().shown())
        }
        Kind::Date => Answer::Text("1/1/2000".to_owned()),
        Kind::Month => Answer::Text("1/2000".to_owned()),
        Kind::Ranking => Answer::Ranked(vec![first()?]),
        Kind::Sorting => Answer::Sorted(vec![(first()?, 0)]),
        kind if kind.picks_many() => Answer::ManyChoices(vec![first()?]),
        kind if kind.picks_one() => Answer::OneChoice(first()?),
        _ => return None,
    };
    answer.is_right(question).then_some(answer)
}
