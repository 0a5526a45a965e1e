//! The way of one person through a survey: which questions they meet, from what they said so far.
//!
//! A survey and answers come in, the pages in their order come out. **Invariant:** an answer to a
//! question that is not on the path never counts, neither for later conditions nor for sending. Nor
//! does a wrong one: so the path of what was sent is the path that was walked.
//!
//! Absent: conditions that can never hold. `draft` finds those before anyone is asked.

use super::answer::Answer;
use super::id::QuestionId;
use super::response::{Answers, Asked};
use super::standard::{HELP, NO, YES};
use super::survey::{Check, Condition, Group, Kind, MOST_ROUNDS, Question, Survey, Test};
use super::words::{Word, Words};

/// A page of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The question's place in the survey, from 0.
    pub place: usize,
    /// Which time round, from 0.
    pub round: u8,
}

/// The pages in front of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// In their order. Behind an unanswered consent page they stand as if it were agreed to, so
    /// that people see how long it will be.
    pub steps: Vec<Step>,
    /// How many of them may be opened: none lies behind a consent page without a yes.
    pub open: usize,
    /// True when the person said no to taking part: the path ends there.
    pub declined: bool,
    /// True when a consent page waits for its answer.
    waits: bool,
    /// For each place of the survey, where its section begins. Outside of one, its own place.
    sections: Vec<usize>,
}

impl Path {
    /// The path through this survey, with these answers.
    pub fn of(survey: &Survey, answers: &Answers) -> Self {
        let said = vec![[None; MOST_ROUNDS]; survey.questions.len()];
        Walk { survey, answers, said, sections: &sections(survey) }.walked()
    }

    /// True when the person may send their answers: they agreed to all they were asked to.
    pub fn is_open(&self) -> bool {
        !self.declined && !self.waits
    }

    /// The steps that may be opened.
    pub fn reachable(&self) -> &[Step] {
        &self.steps[..self.open]
    }

    /// The step itself where it may be opened. Otherwise the last one before it that may.
    pub fn nearest(&self, step: Step) -> Option<Step> {
        let order = |step: Step| (self.section(step.place), step.round, step.place);
        self.reachable().iter().rev().find(|other| order(**other) <= order(step)).copied()
    }

    /// True when both places are in one section, so that an answer is from the same time round.
    pub fn share_section(&self, one: usize, other: usize) -> bool {
        self.section(one) == self.section(other)
    }

    fn section(&self, place: usize) -> usize {
        self.sections.get(place).copied().unwrap_or(place)
    }

    /// The step behind this one.
    pub fn after(&self, step: Step) -> Option<Step> {
        let place = self.steps.iter().position(|other| *other == step)?;
        self.reachable().get(place + 1).copied()
    }

    /// The step in front of this one.
    pub fn before(&self, step: Step) -> Option<Step> {
        let place = self.steps.iter().position(|other| *other == step)?;
        self.reachable().get(place.checked_sub(1)?).copied()
    }

    /// The name of the section that a step is in, and which time round it is. Outside of one that comes many
    /// times, its own title page has the name as its heading alone, and the question about help is in none.
    pub fn section_name(&self, survey: &Survey, step: Step, words: &Words) -> String {
        let questions = &survey.questions;
        let title = questions[..=step.place].iter().rposition(|q| q.kind == Kind::Section);
        let title = title.filter(|_| questions[step.place].id != HELP);
        let Some(title) = title else { return String::new() };
        let section = &questions[title];
        let times = self.steps.iter().filter(|other| other.place == title).count().to_string();
        let round = words.fill(Word::Round, &[&(step.round + 1).to_string(), &times]);
        match (title == step.place, section.repeat.is_some()) {
            (false, false) => section.text.clone(),
            (true, false) => String::new(),
            (_, true) => [&section.text, " · ", &round].concat(),
        }
    }

    /// Which question it is of how many, pages to read not counted. For such a page, the question
    /// before it.
    ///
    /// The number of all never grows as a person goes on: what may still come is counted, and a section that
    /// comes many times counts once. So it may be too high, and is then only about right. Within such a section
    /// the number would stand still, and is not said.
    pub fn count(&self, survey: &Survey, step: Step) -> Count {
        let questions = &survey.questions;
        let mut met = vec![false; questions.len()];
        let (mut number, mut is_passed) = (0, false);
        for other in &self.steps {
            let is_new = !core::mem::replace(&mut met[other.place], true);
            number += usize::from(is_new && !is_passed && questions[other.place].kind.asks());
            is_passed |= *other == step;
        }
        // In a section that comes many times, each answer of it is still to come once more.
        let section = self.section(step.place);
        let rounds = self.steps.iter().filter(|other| other.place == section).count();
        let comes_again = questions.get(section).is_some_and(|title| title.repeat.is_some());
        let from = if comes_again { section } else { step.place };
        let ahead = questions.get(from..).unwrap_or_default();
        let is_ahead = |id: QuestionId| ahead.iter().any(|other| other.id == id);
        let depends = |question: &Question| {
            let mut tests = question.show_if.groups.iter().flat_map(|group| &group.tests);
            question.repeat.is_some_and(is_ahead) || tests.any(|test| is_ahead(test.question))
        };
        let mut count = Count { number, of: 0, about: false, again: rounds > 1 };
        for (place, question) in questions.iter().enumerate().filter(|(_, q)| q.kind.asks()) {
            let both = [question, &questions[self.section(place)]];
            let may_come = place > from && both.into_iter().any(depends);
            // Who says no to taking part may still say yes.
            let is_cut = self.declined
                && place > step.place
                && both.iter().all(|q| q.show_if.groups.is_empty() && q.repeat.is_none());
            count.of += usize::from(met[place] || may_come || is_cut);
            count.about |= may_come;
        }
        count
    }
}

/// Which question a page is of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which one, from 1. 0 before the first.
    pub number: usize,
    /// How many there are, or may be.
    pub of: usize,
    /// True where some of them may not be asked.
    pub about: bool,
    /// True in a section that is asked more than once: which time round it is tells where a person is.
    pub again: bool,
}

/// How often a section is asked, from the answer to its number question.
pub fn rounds(answer: Option<&Answer>) -> usize {
    let number = answer.and_then(Answer::number).unwrap_or_default().0 / 100;
    usize::try_from(number).unwrap_or(0).min(MOST_ROUNDS)
}

/// For each place, where its section begins. A section ends at the next one, or in front of the
/// question about help.
fn sections(survey: &Survey) -> Vec<usize> {
    let mut title = None;
    let begins = |(place, question): (usize, &Question)| {
        match question.kind {
            Kind::Section => title = Some(place),
            _ if question.id == HELP => title = None,
            _ => {}
        }
        title.unwrap_or(place)
    };
    survey.questions.iter().enumerate().map(begins).collect()
}

/// Somebody on their way.
struct Walk<'a> {
    survey: &'a Survey,
    answers: &'a Answers,
    /// For each place and round that was met, the answer, if it is right. Looked up once: a hostile
    /// survey can ask for each a hundred thousand times.
    said: Vec<[Option<&'a Answer>; MOST_ROUNDS]>,
    sections: &'a [usize],
}

impl Walk<'_> {
    fn walked(mut self) -> Path {
        let mut steps = Vec::new();
        let (mut open, mut declined, mut waits) = (0, false, false);
        let questions = &self.survey.questions;
        let mut place = 0;
        while place < questions.len() && !declined {
            let title = &questions[place];
            let first = Step { place, round: 0 };
            let times = match title.repeat {
                Some(source) if title.kind == Kind::Section => rounds(self.answer(source, first)),
                _ => 1,
            };
            // A section stands or falls with its title page.
            let times = if self.holds(&title.show_if, first) { times } else { 0 };
            let within = |at: &usize| self.sections[*at] == place;
            let end = (place + 1..questions.len()).find(|at| !within(at));
            let end = end.unwrap_or(questions.len());
            for round in 0..times as u8 {
                for (at, question) in questions.iter().enumerate().take(end).skip(place) {
                    let step = Step { place: at, round };
                    if declined || at > place && !self.holds(&question.show_if, step) {
                        continue;
                    }
                    let asked = Asked { question: question.id, round };
                    let answer = self.answers.get(asked).filter(|answer| answer.is_right(question));
                    self.said[at][usize::from(round)] = answer;
                    steps.push(step);
                    if !waits {
                        open = steps.len();
                    }
                    if question.kind == Kind::Consent {
                        declined = answer.is_some_and(|answer| answer.picked(NO));
                        waits |= !answer.is_some_and(|answer| answer.picked(YES));
                    }
                }
            }
            place = end;
        }
        Path { steps, open, declined, waits, sections: self.sections.to_vec() }
    }

    /// The answer to a question that was met: in this step's round when it is in the same section.
    fn answer(&self, question: QuestionId, step: Step) -> Option<&Answer> {
        let place = self.survey.questions.iter().position(|q| q.id == question)?;
        let is_near = self.sections[place] == self.sections[step.place];
        self.said[place][if is_near { usize::from(step.round) } else { 0 }]
    }

    fn holds(&self, condition: &Condition, step: Step) -> bool {
        let group = |group: &Group| joined(group.all, &group.tests, |test| self.passes(test, step));
        condition.groups.is_empty() || joined(condition.all, &condition.groups, group)
    }

    fn passes(&self, test: &Test, step: Step) -> bool {
        let answer = self.answer(test.question, step);
        let number = || answer.and_then(Answer::number);
        match test.check {
            Check::Is(choice) => answer.is_some_and(|answer| answer.picked(choice)),
            Check::IsNot(choice) => !answer.is_some_and(|answer| answer.picked(choice)),
            Check::Answered => answer.is_some_and(|answer| *answer != Answer::PreferNotToSay),
            Check::NotAnswered => answer.is_none_or(|answer| *answer == Answer::PreferNotToSay),
            Check::LessThan(most) => number().is_some_and(|number| number < most),
            Check::MoreThan(least) => number().is_some_and(|number| number > least),
            Check::Equals(wanted) => number() == Some(wanted),
        }
    }
}

fn joined<T>(all: bool, items: &[T], holds: impl Fn(&T) -> bool) -> bool {
    if all { items.iter().all(holds) } else { items.iter().any(holds) }
}
