//! Random people on their way through a survey, and a second and slower opinion on what they may
//! meet.

use crate::strategies;
use ask_together::model::answer::Answer;
use ask_together::model::id::{ChoiceId, QuestionId, ResponseId};
use ask_together::model::path::{Path, Step, rounds};
use ask_together::model::response::{Answers, Asked, Progress};
use ask_together::model::standard::{HELP, YES};
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Survey, Test};
use proptest::prelude::*;

/// What a person does. Numbers pick from whatever is there.
#[derive(Clone, Debug)]
pub enum Act {
    /// Answers the question on the page, with one of the right answers.
    Answer(u16),
    /// Answers it with anything, right or wrong.
    AnswerAnything(Answer),
    /// Takes the answer away.
    Clear,
    Next,
    Back,
    /// Opens a page by its number, as from a list or an old link.
    Open(u8, u8),
}

pub fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => any::<u16>().prop_map(Act::Answer),
        1 => strategies::answer().prop_map(Act::AnswerAnything),
        1 => Just(Act::Clear),
        6 => Just(Act::Next),
        2 => Just(Act::Back),
        2 => (any::<u8>(), 0..3u8).prop_map(|(place, round)| Act::Open(place, round)),
    ]
}

/// A right answer to this question, picked by number. None to a page to read.
fn right(question: &Question, number: u16) -> Option<Answer> {
    let number = usize::from(number);
    let own: Vec<ChoiceId> = question.choices.iter().map(|choice| choice.id).collect();
    let set = |bits: usize| -> Vec<ChoiceId> {
        own.iter().enumerate().filter(|(at, _)| bits & 1 << at > 0).map(|(_, id)| *id).collect()
    };
    let words = ["Sam", "=1+1", "-5", "שי", "a,b\"c\"", "[[9-1]]", "line\r\nline"];
    let word = words[number / 8 % words.len()].to_owned();
    let mut all: Vec<Answer> = Vec::new();
    match question.kind {
        kind if kind.picks_one() => all.extend(own.iter().map(|id| Answer::OneChoice(*id))),
        kind if kind.picks_many() => {
            all.extend((1..1 << own.len()).map(|bits| Answer::ManyChoices(set(bits))));
        }
        Kind::Ranking => {
            let mut order = set(number / 4 % (1 << own.len()));
            let first = number % order.len().max(1);
            order.rotate_left(first);
            all.push(Answer::Ranked(order));
        }
        Kind::Sorting => {
            let placed = |(at, id): (usize, &ChoiceId)| (*id, (number >> at) as u8 % 3);
            all.push(Answer::Sorted(own.iter().enumerate().map(placed).collect()));
        }
        Kind::Number => {
            let numbers = ["0", "1", "2", "3", "-1", "2.5", "11", "٢", "2"];
            all.extend(numbers.map(|text| Answer::Text(text.to_owned())));
        }
        Kind::Date => all.push(Answer::Text("29/2/2020".into())),
        Kind::Month => all.push(Answer::Text("٢/٢٠٢٠".into())),
        Kind::ShortText | Kind::LongText => all.push(Answer::Text(word.clone())),
        _ => {}
    }
    all.push(Answer::Other { ticked: set(number % 4), words: word });
    all.push(Answer::PreferNotToSay);
    all.retain(|answer| answer.is_right(question) && !answer.is_empty());
    all.get(number % all.len().max(1)).cloned()
}

/// A person after these acts. After each, they stand on a page that they may meet.
pub fn walk(survey: &Survey, acts: &[Act]) -> Progress {
    let mut progress = Progress::new(ResponseId(7));
    let mut here = Path::of(survey, &progress.answers).steps.first().copied();
    for act in acts {
        let path = Path::of(survey, &progress.answers);
        if let Some(step) = here {
            let question = &survey.questions[step.place];
            let asked = Asked { question: question.id, round: step.round };
            match act {
                Act::Answer(number) => progress.answers.set(asked, right(question, *number)),
                Act::AnswerAnything(answer) => progress.answers.set(asked, Some(answer.clone())),
                Act::Clear => progress.answers.set(asked, None),
                Act::Next => here = path.after(step).or(here),
                Act::Back => here = path.before(step).or(here),
                Act::Open(place, round) => {
                    let place = usize::from(*place) % survey.questions.len();
                    here = path.nearest(Step { place, round: *round }).or(here);
                }
            }
        }
        let path = Path::of(survey, &progress.answers);
        let opinion = Opinion { survey, answers: &progress.answers };
        assert_eq!(path.reachable(), opinion.may_meet(), "{:?}", progress.answers);
        here = here.and_then(|step| path.nearest(step)).or(path.reachable().first().copied());
        assert!(here.is_none_or(|step| opinion.may_meet().contains(&step)), "{here:?}");
    }
    progress
}

/// What somebody may meet, from the words of the rules alone: slow, and without any shortcut.
pub struct Opinion<'a> {
    pub survey: &'a Survey,
    pub answers: &'a Answers,
}

impl Opinion<'_> {
    /// The pages that may be opened, in their order.
    pub fn may_meet(&self) -> Vec<Step> {
        let count = self.survey.questions.len();
        let every = (0..count).flat_map(|place| (0..10).map(move |round| Step { place, round }));
        let mut met: Vec<Step> = every.filter(|step| self.is_met(*step)).collect();
        met.sort_by_key(|step| {
            let title = self.title(step.place).unwrap_or(step.place);
            (title, step.round, step.place)
        });
        let agreed = |step: &Step| {
            let is_consent = self.survey.questions[step.place].kind == Kind::Consent;
            !is_consent || self.counted(*step).is_some_and(|answer| answer.picked(YES))
        };
        let stop = met.iter().position(|step| !agreed(step)).map_or(met.len(), |at| at + 1);
        met.truncate(stop);
        met
    }

    /// The section that this place is in, or begins.
    fn title(&self, place: usize) -> Option<usize> {
        let questions = &self.survey.questions;
        let title = (0..=place).rfind(|at| questions[*at].kind == Kind::Section)?;
        let help = questions.iter().position(|question| question.id == HELP);
        (!help.is_some_and(|help| (title..=place).contains(&help))).then_some(title)
    }

    fn is_met(&self, step: Step) -> bool {
        let question = &self.survey.questions[step.place];
        match self.title(step.place) {
            None => step.round == 0 && self.holds(&question.show_if, step),
            Some(title) if title == step.place => {
                let first = Step { place: title, round: 0 };
                let times = question.repeat.map_or(1, |source| {
                    let place = self.place(source);
                    rounds(place.and_then(|place| self.counted(Step { place, round: 0 })))
                });
                usize::from(step.round) < times && self.holds(&question.show_if, first)
            }
            Some(title) => {
                self.is_met(Step { place: title, ..step }) && self.holds(&question.show_if, step)
            }
        }
    }

    pub fn place(&self, id: QuestionId) -> Option<usize> {
        self.survey.questions.iter().position(|question| question.id == id)
    }

    /// The right answer to a question that is met.
    pub fn counted(&self, step: Step) -> Option<&Answer> {
        let question = &self.survey.questions[step.place];
        let asked = Asked { question: question.id, round: step.round };
        let answer = self.answers.get(asked)?;
        (self.is_met(step) && answer.is_right(question)).then_some(answer)
    }

    fn holds(&self, condition: &Condition, step: Step) -> bool {
        let group = |group: &Group| match group.all {
            true => group.tests.iter().all(|test| self.passes(test, step)),
            false => group.tests.iter().any(|test| self.passes(test, step)),
        };
        match condition.all || condition.groups.is_empty() {
            true => condition.groups.iter().all(group),
            false => condition.groups.iter().any(group),
        }
    }

    fn passes(&self, test: &Test, step: Step) -> bool {
        let Some(place) = self.place(test.question) else { return false };
        let near = self.title(place).is_some() && self.title(place) == self.title(step.place);
        let said = self.counted(Step { place, round: if near { step.round } else { 0 } });
        let said = said.filter(|answer| **answer != Answer::PreferNotToSay);
        let number = said.and_then(Answer::number);
        match test.check {
            Check::Is(choice) => said.is_some_and(|answer| answer.picked(choice)),
            Check::IsNot(choice) => !said.is_some_and(|answer| answer.picked(choice)),
            Check::Answered => said.is_some(),
            Check::NotAnswered => said.is_none(),
            Check::LessThan(most) => number.is_some_and(|number| number < most),
            Check::MoreThan(least) => number.is_some_and(|number| number > least),
            Check::Equals(wanted) => number == Some(wanted),
        }
    }
}
