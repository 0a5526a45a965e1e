//! A survey on paper: which question has which number, who is to answer what, and what goes on which sheet.
//!
//! A survey comes in, words and sizes come out. The numbers are those of the phone, and who goes where is asked
//! of the same [`path`](super::path) that a phone follows. What paper says by itself is English in every
//! language: the app's words for participants have none for it.
//!
//! Absent: drawing it.

pub mod pages;
pub mod routing;
pub mod size;

use super::id::QuestionId;
use super::meanings::pieces;
use super::path::{Path, Step};
use super::phrase;
use super::piping;
use super::response::Answers;
use super::survey::{Kind, Meaning, Question, Survey};
use super::words::{Word, Words};

/// Lines to write on for a short answer, and for a long one.
pub const LINES: [usize; 2] = [2, 6];

/// A question as paper has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The question. "…" stands where an earlier answer would.
    pub question: Question,
    /// Its number. `None` for a page that is only read.
    pub number: Option<usize>,
    /// Who answers it. `None` for everybody.
    pub when: Option<String>,
    /// How to answer it, and whether that is said in English in every language.
    pub how: Option<(String, bool)>,
    /// Its hard words.
    pub explained: Vec<Meaning>,
    /// Where to go on.
    pub go_on: Vec<String>,
}

/// Every question of a survey on paper, in order.
pub fn printed(survey: &Survey, words: &Words) -> Vec<Printed> {
    let one = |(place, number)| {
        let question = question(survey, place, words);
        Printed {
            number,
            when: routing::when(survey, &question, words),
            how: how(&question, words),
            explained: explained(survey, &question).into_iter().cloned().collect(),
            go_on: routing::go_on(survey, place, words),
            question,
        }
    };
    numbers(survey).into_iter().enumerate().map(one).collect()
}

/// The question at this place, in the words of the paper: "…" stands where an earlier answer would, since nobody has
/// answered when it is printed.
pub fn question(survey: &Survey, place: usize, words: &Words) -> Question {
    let (answers, path) = (Answers::default(), Path::of(survey, &Answers::default()));
    piping::question((survey, &answers, &path), Step { place, round: 0 }, words)
}

/// The number of each question, as the phone counts them. Pages that are only read have none.
pub fn numbers(survey: &Survey) -> Vec<Option<usize>> {
    let mut passed = 0;
    let number = |question: &Question| {
        passed += usize::from(question.kind.asks());
        question.kind.asks().then_some(passed)
    };
    survey.questions.iter().map(number).collect()
}

/// The number of one question, or of the last one before a page that has none. `None` for one that is not in
/// the survey.
pub fn number_of(survey: &Survey, id: QuestionId) -> Option<usize> {
    let place = survey.questions.iter().position(|question| question.id == id)?;
    Some(survey.questions[..=place].iter().filter(|question| question.kind.asks()).count())
}

/// The hard words in a question that the organiser explained, each once. A phone explains them at a tap.
pub fn explained<'a>(survey: &'a Survey, question: &Question) -> Vec<&'a Meaning> {
    let choices = question.choices.iter().map(|choice| &choice.text);
    let texts = [&question.text, &question.hint].into_iter().chain(choices);
    let mut found: Vec<usize> = texts
        .flat_map(|text| pieces(text, &survey.meanings))
        .filter_map(|(_, place)| place)
        .collect();
    found.sort_unstable();
    found.dedup();
    let meanings = found.into_iter().map(|place| &survey.meanings[place]);
    meanings.filter(|meaning| !meaning.text.is_empty()).collect()
}

/// How to answer a question with a pen, where it is not plain to see, and whether that is said in English in
/// every language.
fn how(question: &Question, words: &Words) -> Option<(String, bool)> {
    let english = match question.kind {
        Kind::Ranking => "Write 1 next to the most important one. Then write 2, and so on.",
        Kind::Sorting => "Tick 1 box in each row.",
        Kind::Date => "Write the day, the month and the year.",
        Kind::Month => "Write the month and the year.",
        Kind::Consent => "If you tick no, stop here. You are done. Thank you.",
        Kind::Number => return Some((words.say(Word::NumberHow).to_owned(), false)),
        kind if kind.picks_many() => {
            return Some((question.count_limits().says(words), false));
        }
        kind if kind.picks_one() => "Tick 1 box.",
        _ => return None,
    };
    Some((english.to_owned(), true))
}

/// Who to give the paper to, in a sentence. `to` is what the organiser wrote, or whose survey it is.
pub fn give_to(to: &str) -> String {
    match to.trim() {
        "" => "Please give these pages back to the person who asked you.".to_owned(),
        name => {
            format!("Please give these pages back to {}.", phrase::own(name.trim_end_matches('.')))
        }
    }
}
