//! Who answers what, and where to go on, in words: paper can't skip.
//!
//! Each question says who it is for. Behind a question whose answer decides what comes next stands where to go
//! on, as far as that is sure for everybody who got there. Where a person goes is asked of [`Path`], with each
//! answer in turn.

use super::number_of;
use crate::model::answer::{Answer, in_words};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::path::Path;
use crate::model::phrase::quoted;
use crate::model::response::Answers;
use crate::model::standard::{HELP, OTHER};
use crate::model::survey::{Check, Condition, Group, Kind, Question, Survey, Test};
use crate::model::words::{Word, Words};

/// Who answers this, in a sentence. `None` for what everyone answers.
pub fn when(survey: &Survey, question: &Question, words: &Words) -> Option<String> {
    let what = if question.kind == Kind::Section { "this part" } else { "this" };
    let mut said = Vec::new();
    if let Some(condition) = condition(survey, &question.show_if, words) {
        said.push(format!("Only answer {what} if {condition}."));
    }
    if let Some(number) = question.repeat.and_then(|source| number_of(survey, source)) {
        said.push(format!(
            "Answer this part as many times as your answer to question {number} says. Ask for more paper if you \
             need it."
        ));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn condition(survey: &Survey, condition: &Condition, words: &Words) -> Option<String> {
    let group = |group: &Group| {
        let tests: Vec<String> = group.tests.iter().map(|t| test(survey, t, words)).collect();
        tests.join(if group.all { " and " } else { " or " })
    };
    let groups: Vec<String> = condition.groups.iter().map(group).collect();
    (!groups.is_empty())
        .then(|| groups.join(if condition.all { ", and also " } else { ", or if " }))
}

fn test(survey: &Survey, test: &Test, words: &Words) -> String {
    let (Some(question), Some(number)) =
        (survey.question(test.question), number_of(survey, test.question))
    else {
        return "a question that is gone was answered".to_owned();
    };
    let ticked = |choice| format!("{} to question {number}", name(question, choice, words));
    match test.check {
        Check::Is(choice) => format!("you said {}", ticked(choice)),
        Check::IsNot(choice) => format!("you did not say {}", ticked(choice)),
        Check::Answered => format!("you answered question {number}"),
        Check::NotAnswered => format!("you did not answer question {number}"),
        Check::LessThan(most) => {
            format!("your answer to question {number} is less than {}", most.shown())
        }
        Check::MoreThan(least) => {
            format!("your answer to question {number} is more than {}", least.shown())
        }
        Check::Equals(wanted) => {
            format!("your answer to question {number} is {}", wanted.shown())
        }
    }
}

/// A choice as the paper has it, in quotation marks.
fn name(question: &Question, choice: ChoiceId, words: &Words) -> String {
    quoted(&in_words(question, &Answer::OneChoice(choice), words).concat())
}

/// The most choices that an instruction lists. With more, it names those that go straight on.
const MOST_NAMED: usize = 2;

/// Where to go on after the question at this place, a sentence for each place that is not simply the next.
/// Nothing where that is sure for nobody, or where everybody goes straight on.
pub fn go_on(survey: &Survey, place: usize, words: &Words) -> Vec<String> {
    let question = &survey.questions[place];
    // Consent has words of its own: "no" ends the survey.
    let can_lead = question.kind.picks_one() && question.kind != Kind::Consent;
    if !can_lead || is_repeated(survey, place) {
        return Vec::new();
    }
    let rest = &survey.questions[place..];
    if rest.get(1).is_none_or(|next| next.show_if.tests().all(|t| t.question != question.id)) {
        return Vec::new();
    }
    let Some(ways) = ways(survey, place, words) else { return Vec::new() };
    let straight: Vec<&Outcome> = ways.iter().filter(|(_, at)| *at == 1).map(|(o, _)| o).collect();
    let mut places: Vec<usize> = ways.iter().map(|(_, at)| *at).filter(|at| *at != 1).collect();
    places.dedup();
    let mut said = Vec::new();
    for at in places {
        let outcomes: Vec<&Outcome> =
            ways.iter().filter(|(_, other)| *other == at).map(|(outcome, _)| outcome).collect();
        let target = target(survey, place + at);
        let sentence = match names(&straight) {
            _ if outcomes.len() == ways.len() => format!("Now go to {target}."),
            // All others: naming the few is shorter.
            few if outcomes.len() + straight.len() == ways.len()
                && outcomes.iter().filter(|outcome| outcome.is_some()).count() > MOST_NAMED
                && straight.len() <= MOST_NAMED
                && !straight.iter().any(|outcome| outcome.is_none()) =>
            {
                format!("If you did not say {few}, go to {target}.")
            }
            _ => format!("If you {}, go to {target}.", did(&outcomes)),
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// What a person may have ticked, as the paper has it. `None` when they left it empty.
type Outcome = Option<String>;

/// For each thing that a person can do with a question, how far ahead the next page is: 1 is straight on.
/// `None` where that depends on more than this question.
fn ways(survey: &Survey, place: usize, words: &Words) -> Option<Vec<(Outcome, usize)>> {
    let question = &survey.questions[place];
    // The same survey from here on, for somebody who got here.
    let mut rest = Survey { translations: Vec::new(), ..survey.clone() };
    rest.questions.drain(..place);
    rest.questions[0].show_if = Condition::default();
    let from_here = |answer: Option<Answer>| {
        let mut answers = Answers::default();
        answers.set(question.id, answer);
        let path = Path::of(&rest, &answers);
        let at = path.steps.get(1).map_or(rest.questions.len(), |step| step.place);
        is_sure(&rest.questions, at, question.id).then_some(at)
    };
    let own = question.choices.iter().map(|choice| choice.id);
    let all = own.chain(question.other.then_some(OTHER));
    let ticked = |choice: ChoiceId| {
        let answer = match choice {
            OTHER => Answer::Other { ticked: Vec::new(), words: String::new() },
            choice => Answer::OneChoice(choice),
        };
        Some((Some(name(question, choice, words)), from_here(Some(answer))?))
    };
    let mut ways: Vec<(Outcome, usize)> = all.map(ticked).collect::<Option<_>>()?;
    if question.personal {
        let says = quoted(words.say(Word::PreferNot));
        ways.push((Some(says), from_here(Some(Answer::PreferNotToSay))?));
    }
    ways.push((None, from_here(None)?));
    Some(ways)
}

/// True when nothing but the first question decides that the page at this place comes next. Of a section that
/// is left out, only its title counts. How often a section is asked is up to another question.
fn is_sure(rest: &[Question], at: usize, first: QuestionId) -> bool {
    let mut is_left_out = false;
    for (place, question) in rest.iter().enumerate().take(at + 1).skip(1) {
        let ends_section = question.kind == Kind::Section || question.id == HELP;
        if ends_section {
            is_left_out = false;
        }
        let is_others = question.show_if.tests().any(|test| test.question != first);
        if !is_left_out && (is_others || question.repeat.is_some()) {
            return false;
        }
        is_left_out |= question.kind == Kind::Section && place != at;
    }
    true
}

/// What people did: "said “No” or “Not sure”", "left this empty".
fn did(outcomes: &[&Outcome]) -> String {
    let ticked: Vec<&Outcome> = outcomes.iter().copied().filter(|o| o.is_some()).collect();
    let is_empty_too = ticked.len() < outcomes.len();
    match (ticked.is_empty(), is_empty_too) {
        (true, _) => "left this empty".to_owned(),
        (false, false) => format!("said {}", names(&ticked)),
        (false, true) => format!("said {}, or left this empty", names(&ticked)),
    }
}

fn names(outcomes: &[&Outcome]) -> String {
    let names: Vec<&str> = outcomes.iter().filter_map(|outcome| outcome.as_deref()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A page, as an instruction calls it.
fn target(survey: &Survey, place: usize) -> String {
    match survey.questions.get(place) {
        None => "the end".to_owned(),
        Some(question) if question.kind.asks() => {
            let number = number_of(survey, question.id).unwrap_or_default();
            format!("question {number}")
        }
        Some(question) if question.kind == Kind::Section => {
            format!("the part called {}", quoted(&question.text))
        }
        Some(question) => format!("the page called {}", quoted(&question.text)),
    }
}

/// True for a place in a section that is asked many times: behind its last question the section may begin
/// again, so nobody can be sent on from it.
fn is_repeated(survey: &Survey, place: usize) -> bool {
    let questions = &survey.questions[..=place];
    let title = questions.iter().rfind(|question| question.kind == Kind::Section);
    questions[place].id != HELP && title.is_some_and(|title| title.repeat.is_some())
}
