//! Can anybody ever be asked this question? A search through the ways a condition can hold.
//!
//! Questions with sound conditions come in; for one of them, the answer comes out. The search
//! tries each way once and gives up when its [`PATIENCE`] is used up: then it says yes, for a
//! warning that is wrong costs more trust than one that is missing.

use crate::model::id::{ChoiceId, QuestionId};
use crate::model::limit::{CountLimits, Hundredths, NumberLimits};
use crate::model::standard::{OTHER, YES};
use crate::model::survey::{Check, Condition, Group, Kind, Question};
use crate::model::typed;

/// Most work for one question: some milliseconds.
const PATIENCE: usize = 200_000;

/// True when some answers lead to the question at this place.
pub(super) fn is_reachable(questions: &[Question], place: usize) -> bool {
    // Nobody gets past a consent page without a yes, so each in front is met with one, or not met.
    let consents = (0..place).filter(|at| questions[*at].kind == Kind::Consent);
    let goals = consents.map(Goal::Passed).chain([Goal::Met(place)]).collect();
    let mut ways = vec![Way { goals, facts: Vec::new(), met: Vec::new() }];
    let mut patience = PATIENCE;
    while let Some(mut way) = ways.pop() {
        let Some(goal) = way.goals.pop() else { return true };
        let work = 1 + way.facts.len();
        if patience < work {
            return true;
        }
        patience -= work;
        let mut branches = way.branches(questions, goal);
        let Some(last) = branches.pop() else { continue };
        for goals in branches {
            let mut other = way.clone();
            other.goals.extend(goals);
            ways.push(other);
        }
        way.goals.extend(last);
        ways.push(way);
    }
    false
}

/// Something that has to hold. With `false`, something that must not.
#[derive(Clone, Copy)]
enum Goal<'a> {
    /// This place is met.
    Met(usize),
    /// This place is not met.
    NotMet(usize),
    /// This consent page is agreed to, or not met.
    Passed(usize),
    Condition(&'a Condition, bool),
    Group(&'a Group, bool),
    Test(QuestionId, Check, bool),
}

/// One way to go on: what still has to hold, and what it already took.
#[derive(Clone)]
struct Way<'a> {
    goals: Vec<Goal<'a>>,
    /// What is said of the answers to the questions at these places.
    facts: Vec<(usize, Check)>,
    /// Places whose conditions are among the goals, or held.
    met: Vec<usize>,
}

impl<'a> Way<'a> {
    /// The goals that each way to reach this one leaves. None when it can't be reached.
    fn branches(&mut self, questions: &'a [Question], goal: Goal<'a>) -> Vec<Vec<Goal<'a>>> {
        match goal {
            Goal::Met(place) if self.met.contains(&place) => vec![vec![]],
            Goal::Met(place) => {
                self.met.push(place);
                vec![needs(questions, place, true)]
            }
            Goal::NotMet(place) => {
                needs(questions, place, false).into_iter().map(|goal| vec![goal]).collect()
            }
            Goal::Passed(place) => {
                let agreed = Goal::Test(questions[place].id, Check::Is(YES), true);
                vec![vec![agreed], vec![Goal::NotMet(place)]]
            }
            Goal::Condition(condition, wanted) => {
                let groups = condition.groups.iter().map(|group| Goal::Group(group, wanted));
                joined((condition.all || condition.groups.is_empty()) == wanted, groups)
            }
            Goal::Group(group, wanted) => {
                let tests = group.tests.iter().map(|t| Goal::Test(t.question, t.check, wanted));
                joined(group.all == wanted, tests)
            }
            Goal::Test(question, check, false) => {
                joined(false, opposite(check).into_iter().map(|o| Goal::Test(question, o, true)))
            }
            Goal::Test(question, check, true) => self.accept(questions, question, check),
        }
    }

    /// Takes in what is said of an answer.
    fn accept(
        &mut self,
        questions: &'a [Question],
        question: QuestionId,
        check: Check,
    ) -> Vec<Vec<Goal<'a>>> {
        // A question that is gone is a problem of its own.
        let Some(place) = questions.iter().position(|q| q.id == question) else {
            return vec![vec![]];
        };
        if self.facts.contains(&(place, check)) {
            return vec![vec![]];
        }
        self.facts.push((place, check));
        let said: Vec<Check> =
            self.facts.iter().filter(|(at, _)| *at == place).map(|(_, check)| *check).collect();
        if !agree(&questions[place], &said) {
            return vec![];
        }
        // Whoever skips a question says nothing, so only an answer takes that it is met.
        let is_answer = !matches!(check, Check::IsNot(_) | Check::NotAnswered);
        vec![is_answer.then_some(Goal::Met(place)).into_iter().collect()]
    }
}

/// What a place needs to be met: all of it. Or what keeps it from that: any of it.
fn needs(questions: &[Question], place: usize, met: bool) -> Vec<Goal<'_>> {
    let question = &questions[place];
    let mut goals = vec![Goal::Condition(&question.show_if, met)];
    if question.kind == Kind::Section {
        // Below 1, it is asked no times.
        goals.extend(
            question.repeat.map(|source| Goal::Test(source, Check::MoreThan(Hundredths(99)), met)),
        );
    } else {
        let title = (0..place).rev().find(|at| questions[*at].kind == Kind::Section);
        goals.extend(title.map(if met { Goal::Met } else { Goal::NotMet }));
    }
    goals
}

fn joined<'a>(all: bool, goals: impl Iterator<Item = Goal<'a>>) -> Vec<Vec<Goal<'a>>> {
    if all { vec![goals.collect()] } else { goals.map(|goal| vec![goal]).collect() }
}

/// What can be said instead.
fn opposite(check: Check) -> Vec<Check> {
    let less = |value: Hundredths| Check::LessThan(Hundredths(value.0.saturating_add(1)));
    let more = |value: Hundredths| Check::MoreThan(Hundredths(value.0.saturating_sub(1)));
    match check {
        Check::Is(choice) => vec![Check::IsNot(choice)],
        Check::IsNot(choice) => vec![Check::Is(choice)],
        Check::Answered => vec![Check::NotAnswered],
        Check::NotAnswered => vec![Check::Answered],
        Check::LessThan(value) => vec![Check::NotAnswered, more(value)],
        Check::MoreThan(value) => vec![Check::NotAnswered, less(value)],
        Check::Equals(value) => {
            vec![Check::NotAnswered, Check::LessThan(value), Check::MoreThan(value)]
        }
    }
}

/// True when one right answer to this question, or none, agrees with all that is said of it.
fn agree(question: &Question, said: &[Check]) -> bool {
    let says = |wanted| said.contains(&wanted);
    let left = |choice: ChoiceId| says(Check::IsNot(choice));
    let mut picked: Vec<ChoiceId> = Vec::new();
    for check in said {
        match check {
            Check::Is(choice) if !picked.contains(choice) => picked.push(*choice),
            _ => {}
        }
    }
    let is_answer = |check: &Check| !matches!(check, Check::IsNot(_) | Check::NotAnswered);
    if !said.iter().any(is_answer) {
        return true;
    }
    let kind = question.kind;
    let choices_agree = if kind.picks_one() || kind.picks_many() {
        choices_agree(question, &picked, &left)
    } else {
        picked.is_empty()
    };
    !says(Check::NotAnswered)
        && !picked.iter().any(|choice| left(*choice) || !question.offers(*choice))
        && choices_agree
        && numbers_agree(question, said)
}

/// True when a right answer has all of the picked choices, and none that is left.
fn choices_agree(
    question: &Question,
    picked: &[ChoiceId],
    left: &impl Fn(ChoiceId) -> bool,
) -> bool {
    let free = |alone: bool| {
        let own = question.choices.iter().filter(move |choice| choice.alone == alone);
        own.map(|choice| choice.id).filter(|choice| !left(*choice))
    };
    let other = usize::from(question.other && !left(OTHER));
    if question.kind.picks_one() {
        return picked.len() == 1
            || picked.is_empty() && free(true).chain(free(false)).count() + other > 0;
    }
    let is_alone = |id: &ChoiceId| question.choices.iter().any(|c| c.id == *id && c.alone);
    if picked.iter().any(is_alone) {
        return picked.len() == 1;
    }
    let CountLimits { least, most } = question.count_limits();
    let (least, most) = (least.unwrap_or(1).max(1), most.unwrap_or(i64::MAX));
    picked.is_empty() && free(true).next().is_some()
        || (free(false).count() + other) as i64 >= least && picked.len() as i64 <= most
}

/// True when some number that can be typed is inside all limits, in hundredths.
fn numbers_agree(question: &Question, said: &[Check]) -> bool {
    if question.kind != Kind::Number {
        return true;
    }
    let largest = typed::LARGEST * 100 + 99;
    let NumberLimits { least, most } = question.number_limits();
    let mut least = least.map_or(-largest, |least| least.0.max(-largest));
    let mut most = most.map_or(largest, |most| most.0.min(largest));
    for check in said {
        match *check {
            Check::LessThan(value) => most = most.min(value.0.saturating_sub(1)),
            Check::MoreThan(value) => least = least.max(value.0.saturating_add(1)),
            Check::Equals(value) => (least, most) = (least.max(value.0), most.min(value.0)),
            _ => {}
        }
    }
    least <= most
}
