//! Small surveys, conditions and answers, made from numbers. Question 3 is `q(3)`, choice 3 is
//! `c(3)` and says "3".

use crate::samples;
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::id::{ChoiceId, Edition, ResponseId};
use ask_together::model::inbox::{By, Received};
use ask_together::model::response::{Answers, Asked, Response};
use ask_together::model::standard;
use ask_together::model::survey::{Check, Choice, Condition, Group, Kind, Question, Survey, Test};
use ask_together::model::words::{Word, Words};

pub fn choice(id: ChoiceId, text: &str) -> Choice {
    Choice::new(id, text.to_owned())
}

/// Choices from numbers: number 3 says "3".
pub fn choices(numbers: &[u32]) -> Vec<Choice> {
    numbers.iter().map(|number| choice(c(*number), &number.to_string())).collect()
}

/// A question with the standard choices of its kind, or with choices 1, 2 and 3.
pub fn question(number: u32, kind: Kind) -> Question {
    let standard = standard::choices_of(kind);
    match kind.has_choices() && standard.is_empty() {
        true => picking(number, kind, &[1, 2, 3]),
        false => {
            let choices = standard.iter().map(|id| choice(*id, "")).collect();
            let text = format!("Question {number}?");
            Question { text, ..Question::empty(q(number), kind, choices) }
        }
    }
}

/// A question with these choices.
pub fn picking(number: u32, kind: Kind, numbers: &[u32]) -> Question {
    let text = format!("Question {number}?");
    Question { text, ..Question::empty(q(number), kind, choices(numbers)) }
}

/// A question for words.
pub fn saying(number: u32, text: &str) -> Question {
    Question { text: text.to_owned(), ..Question::empty(q(number), Kind::LongText, vec![]) }
}

/// The same question, asked only when this holds.
pub fn shown(show_if: Condition, question: Question) -> Question {
    Question { show_if, ..question }
}

/// A section, asked as often as question `number` says.
pub fn repeated(number: u32, source: u32) -> Question {
    Question { repeat: Some(q(source)), ..question(number, Kind::Section) }
}

/// The edition of the version with this number.
pub fn edition_of(version: u32) -> Edition {
    Edition([version as u8; 16])
}

/// A version of a survey without meanings and translations.
pub fn version(version: u32, questions: Vec<Question>) -> Survey {
    let (meanings, translations) = (vec![], vec![]);
    let edition = edition_of(version);
    Survey { version, edition, questions, meanings, translations, ..samples::survey() }
}

/// The answer to this question must be so.
pub fn test(number: u32, check: Check) -> Test {
    Test { question: q(number), check }
}

/// When one test holds.
pub fn when(number: u32, check: Check) -> Condition {
    all(&[test(number, check)])
}

/// When choice `picked` of this question is picked.
pub fn when_is(number: u32, picked: u32) -> Condition {
    when(number, Check::Is(c(picked)))
}

/// When all of these hold.
pub fn all(tests: &[Test]) -> Condition {
    Condition { all: true, groups: vec![Group { all: true, tests: tests.to_vec() }] }
}

/// When one of these holds.
pub fn any(tests: &[Test]) -> Condition {
    Condition { all: true, groups: vec![Group { all: false, tests: tests.to_vec() }] }
}

pub fn one(number: u32) -> Answer {
    Answer::OneChoice(c(number))
}

pub fn many(numbers: &[u32]) -> Answer {
    Answer::ManyChoices(numbers.iter().map(|number| c(*number)).collect())
}

/// "Something else", with what was ticked beside it.
pub fn other(numbers: &[u32], words: &str) -> Answer {
    let ticked = numbers.iter().map(|number| c(*number)).collect();
    Answer::Other { ticked, words: words.to_owned() }
}

pub fn ranked(numbers: &[u32]) -> Answer {
    Answer::Ranked(numbers.iter().map(|number| c(*number)).collect())
}

pub fn sorted(cards: &[(u32, u8)]) -> Answer {
    Answer::Sorted(cards.iter().map(|(number, at)| (c(*number), *at)).collect())
}

/// Words, a number or a date.
pub fn words(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

/// Answers to questions by number, each the first time round.
pub fn answers(given: &[(u32, Answer)]) -> Answers {
    given.iter().map(|(number, answer)| (q(*number), answer.clone())).collect()
}

/// Answers to questions by number and round.
pub fn answers_in_rounds(given: &[(u32, u8, Answer)]) -> Answers {
    let asked = |number, round| Asked { question: q(number), round };
    given.iter().map(|(number, round, answer)| (asked(*number, *round), answer.clone())).collect()
}

/// A response to a version with these answers.
pub fn received_all(version: u32, answers: Answers) -> Received {
    let id = ResponseId(u64::from(version));
    Received {
        at: 0,
        by: By::Pasted,
        response: Response {
            id,
            version,
            edition: edition_of(version),
            answers,
            ..samples::person()
        },
    }
}

/// A response to a version with these answers to questions by number.
pub fn received(version: u32, given: &[(u32, Answer)]) -> Received {
    received_all(version, answers(given))
}

/// The words of a file of them, as the build puts them in order, and before them those that an organiser supplied.
pub fn words_of(file: &str, supplied: &[(u8, String)]) -> Words {
    let find = |word: &Word| {
        let own = file.lines().filter_map(|line| line.split_once('='));
        own.filter(|(key, _)| *key == word.key()).map(|(_, words)| words).next().unwrap_or_default()
    };
    let ordered: Vec<&str> = Word::ALL.iter().map(find).collect();
    Words::of(ordered.join("\n").leak(), supplied)
}
