//! Typing the same paper twice: where the two differ, and what counts in the end.
//!
//! Two people rarely make the same slip, so what both typed is what the paper says. The rest is looked at again,
//! question by question.

use crate::model::answer::Answer;
use crate::model::path::{Path, Step};
use crate::model::response::{Answers, Asked};
use crate::model::survey::{Kind, Survey};
use crate::model::walk::asked;

/// A question that was typed in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it is in the survey.
    pub step: Step,
    /// What was typed the first time, and the second. `None` is nothing.
    pub typed: [Option<Answer>; 2],
}

/// Where two ways to type one paper differ, in the order of the survey. A question that only one of the two was
/// led to is empty in the other.
pub fn differences(survey: &Survey, first: &Answers, second: &Answers) -> Vec<Difference> {
    let paths = [first, second].map(|answers| Path::of(survey, answers));
    let mut steps: Vec<Step> = paths.iter().flat_map(|path| path.steps.iter().copied()).collect();
    steps.sort_unstable();
    steps.dedup();
    let typed = |answers: &Answers, path: &Path, step: Step| {
        let question = &survey.questions[step.place];
        let answer = answers.get(asked(survey, step)).filter(|_| path.steps.contains(&step))?;
        answer.is_right(question).then(|| plain(answer, question.kind))
    };
    // What the first person typed of those went another way, and cannot be found.
    steps.retain(|step| !survey.questions[step.place].apart);
    let difference = |step: Step| {
        let typed = [typed(first, &paths[0], step), typed(second, &paths[1], step)];
        (typed[0] != typed[1]).then_some(Difference { step, typed })
    };
    steps.into_iter().filter_map(difference).collect()
}

/// An answer in one way of writing it. Cards that were sorted one after the other are where they are, whichever
/// came first, and how many spaces stand between words is not on the paper.
fn plain(answer: &Answer, kind: Kind) -> Answer {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match answer.plain(kind) {
        Answer::Sorted(mut cards) => {
            cards.sort_unstable();
            Answer::Sorted(cards)
        }
        Answer::Text(text) if !kind.is_date() => Answer::Text(words(&text)),
        Answer::Other { ticked, words: own } => Answer::Other { ticked, words: words(&own) },
        answer => answer,
    }
}

/// What counts: what both typed, and of each difference what was picked, 0 for the first and 1 for the second.
/// `None` until all are picked.
pub fn settled(
    survey: &Survey,
    second: &Answers,
    differences: &[Difference],
    picked: &[Option<usize>],
) -> Option<Answers> {
    let mut answers = second.clone();
    for (place, Difference { step, typed }) in differences.iter().enumerate() {
        let picked = picked.get(place).copied().flatten()?;
        let of: Asked = asked(survey, *step);
        answers.set(of, typed.get(picked)?.clone());
    }
    Some(answers)
}
