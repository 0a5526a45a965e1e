//! Random questions whose conditions are sound: about earlier questions, and choices that there
//! are. For the tests of the way through a survey.

use crate::make::{choices, question};
use crate::support::{SURVEY, Tab, c, draft_question, q};
use ask_together::model::draft::{Change, Draft, DraftChoice, Place, Position, Problem};
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{self, OTHER};
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Survey, Test};
use proptest::collection::vec;
use proptest::prelude::*;

/// What one question is made from. Numbers pick from whatever is there.
#[derive(Clone, Debug)]
struct Plan {
    kind: Kind,
    flags: u8,
    repeat: u8,
    all: bool,
    groups: Vec<(bool, Vec<(u8, u8)>)>,
}

fn plan(kinds: &'static [Kind]) -> impl Strategy<Value = Plan> {
    let group = (any::<bool>(), vec((any::<u8>(), any::<u8>()), 1..4));
    let kind = prop::sample::select(kinds.to_vec());
    (kind, any::<u8>(), any::<u8>(), any::<bool>(), vec(group, 0..3))
        .prop_map(|(kind, flags, repeat, all, groups)| Plan { kind, flags, repeat, all, groups })
}

/// Up to so many questions of these kinds. Question 3 of a choice has choices 31, 32 and 33.
pub fn flow(kinds: &'static [Kind], most: usize) -> impl Strategy<Value = Vec<Question>> {
    vec(plan(kinds), 1..=most).prop_map(|plans| {
        let mut questions = Vec::new();
        for (plan, number) in plans.iter().zip(1..) {
            let next = made(plan, number, &questions);
            questions.push(next);
        }
        questions
    })
}

fn made(plan: &Plan, number: u32, earlier: &[Question]) -> Question {
    let mut made = question(number, plan.kind);
    if standard::choices_of(plan.kind).is_empty() && plan.kind.has_choices() {
        made.choices = choices(&[1, 2, 3].map(|choice| number * 10 + choice));
        made.choices[2].alone = plan.kind.picks_many() && plan.flags & 4 > 0;
    }
    if plan.kind == Kind::EitherOr {
        made.choices.truncate(2);
    }
    if plan.kind == Kind::Sorting {
        made.piles = ["Good", "", "Bad"].map(str::to_owned).into();
    }
    made.other = plan.flags & 1 > 0 && plan.kind.can_have_other();
    made.personal = plan.flags & 2 > 0 && plan.kind.can_skip();
    let limits: [(Option<i64>, Option<i64>); 4] =
        [(None, None), (Some(2), None), (None, Some(1)), (Some(1), Some(2))];
    let limits = limits[usize::from(plan.flags >> 3) % 4];
    let hundred = |limit: Option<i64>| limit.map(|limit| Limit(limit * 100));
    if plan.kind.picks_many() {
        (made.least, made.most) = (limits.0.map(Limit), limits.1.map(Limit));
    } else if plan.kind == Kind::Number {
        (made.least, made.most) = (hundred(limits.0), hundred(limits.1));
    }
    let is_title = plan.kind == Kind::Section;
    let sources: Vec<&Question> = (0..earlier.len())
        .filter(|at| can_be_source(earlier, *at, is_title))
        .map(|at| &earlier[at])
        .collect();
    let numbers: Vec<_> = sources.iter().filter(|q| q.kind == Kind::Number).collect();
    if is_title && plan.repeat % 2 == 1 && !numbers.is_empty() {
        made.repeat = Some(numbers[usize::from(plan.repeat / 2) % numbers.len()].id);
    }
    let test = |(source, how): &(u8, u8)| {
        let source = sources.get(usize::from(*source) % sources.len().max(1))?;
        Some(Test { question: source.id, check: check(source, *how) })
    };
    let group = |(all, tests): &(bool, Vec<(u8, u8)>)| Group {
        all: *all,
        tests: tests.iter().filter_map(test).collect(),
    };
    let groups = plan.groups.iter().map(group).filter(|group| !group.tests.is_empty());
    made.show_if = Condition { all: plan.all, groups: groups.collect() };
    made
}

/// True when the next question may ask about the answer at this place: it is asked, and not many
/// times in another section.
fn can_be_source(earlier: &[Question], at: usize, is_title: bool) -> bool {
    let is_section = |question: &Question| question.kind == Kind::Section;
    let behind_title = earlier.iter().rposition(is_section);
    let title = earlier[..at].iter().rposition(is_section);
    let is_repeated = title.is_some_and(|title| earlier[title].repeat.is_some());
    earlier[at].kind.asks() && (!is_repeated || title == behind_title && !is_title)
}

fn check(source: &Question, how: u8) -> Check {
    let mut choices: Vec<_> = source.choices.iter().map(|choice| choice.id).collect();
    choices.extend(source.other.then_some(OTHER));
    let choice = || choices[usize::from(how / 4) % choices.len()];
    let number = Hundredths(i64::from(how / 8 % 5) * 100 - 100);
    let picks = source.kind.picks_one() || source.kind.picks_many();
    match how % 8 {
        0 => Check::Answered,
        1 => Check::NotAnswered,
        2..=4 if picks => Check::Is(choice()),
        5..=7 if picks => Check::IsNot(choice()),
        2 | 3 if source.kind == Kind::Number => Check::LessThan(number),
        4 | 5 if source.kind == Kind::Number => Check::MoreThan(number),
        6 | 7 if source.kind == Kind::Number => Check::Equals(number),
        other if other % 2 == 0 => Check::Answered,
        _ => Check::NotAnswered,
    }
}

/// A draft with these questions, and all else that publishing asks for.
pub fn draft_of(questions: &[Question]) -> Draft {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Food");
    tab.types(Place::Organisation, "The café");
    let mut position = Position::default();
    for question in questions {
        let mut at = Position::default();
        let choices = question.choices.iter().map(|choice| {
            let choice = DraftChoice { position: at.clone(), choice: choice.clone() };
            at = Position::new_after(&at);
            choice
        });
        let choices: Vec<DraftChoice> = choices.collect();
        let question = question.clone();
        let mut made = draft_question(question.id, position.clone(), question.kind, "", choices);
        made.question = Question {
            id: question.id,
            kind: question.kind,
            text: question.text,
            hint: question.hint,
            picture: question.picture,
            picture_alt: question.picture_alt,
            choices: made.question.choices,
            piles: question.piles,
            other: question.other,
            personal: question.personal,
            least: question.least,
            most: question.most,
            show_if: question.show_if,
            repeat: question.repeat,
            name: question.name,
            apart: question.apart,
            media: question.media,
            media_words: question.media_words,
        };
        position = Position::new_after(&position);
        tab.does(Change::AddQuestion(made));
    }
    tab.draft
}

/// Every kind, and those more often that others hang on.
const KINDS: [Kind; 27] = {
    let mut kinds = [Kind::Section; 27];
    let mut at = 0;
    while at < Kind::ALL.len() {
        kinds[at] = Kind::ALL[at];
        at += 1;
    }
    (kinds[19], kinds[20], kinds[21]) = (Kind::Number, Kind::Number, Kind::Number);
    (kinds[22], kinds[23]) = (Kind::YesNo, Kind::ManyChoices);
    kinds
};

/// A survey that was published, with up to so many questions of any kind.
pub fn published(most: usize) -> impl Strategy<Value = Survey> {
    flow(&KINDS, most).prop_map(|mut questions| {
        // Something to answer, whatever else there is.
        questions.push(question(90, Kind::ShortText));
        let key = PublicKey([7; 32]);
        loop {
            match draft_of(&questions).publish(1, key) {
                Ok(survey) => return survey,
                // What nobody can be asked is asked of everybody.
                Err(problems) => {
                    for problem in problems {
                        let Problem::NeverAsked(id) = problem else { panic!("{problem:?}") };
                        let at = questions.iter().position(|q| q.id == id).expect("it is there");
                        (questions[at].show_if, questions[at].repeat) = Default::default();
                    }
                }
            }
        }
    })
}

#[test]
fn a_draft_of_questions_publishes_as_those_questions() {
    let all: Vec<Question> = Kind::ALL.iter().zip(1..).map(|(k, n)| question(n, *k)).collect();
    let mut all: Vec<Question> = all.into_iter().collect();
    all[7].choices.truncate(2);
    all[9].piles = vec![String::new(); 3];
    let survey = draft_of(&all).publish(1, PublicKey([7; 32])).expect("no problems");
    assert_eq!(survey.questions[..all.len()], all);
    assert_eq!((survey.id, q(1), c(1)), (SURVEY, all[0].id, all[1].choices[0].id));
}
