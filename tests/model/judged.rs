//! Which responses are turned away at the door: those that no page makes of the words they say they answer.

use crate::make::{many, one, other, picking, question, ranked, repeated, sorted, version, words};
use crate::samples;
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::inbox::{Misfit, judged};
use ask_together::model::response::{Asked, Response};
use ask_together::model::survey::{Kind, Question, Survey};

fn survey() -> Survey {
    let tea = picking(1, Kind::OneChoice, &[1, 2]);
    let food = Question { other: true, ..picking(2, Kind::ManyChoices, &[3, 4]) };
    version(
        1,
        vec![
            question(3, Kind::Information),
            tea,
            food,
            picking(4, Kind::Ranking, &[5, 6]),
            picking(5, Kind::Sorting, &[7, 8]),
            question(6, Kind::Number),
            question(7, Kind::ShortText),
            repeated(8, 6),
            question(9, Kind::YesNo),
            question(10, Kind::LongText),
        ],
    )
}

/// Judges a response with one answer.
fn check(number: u32, round: u8, answer: Answer, expected: Result<(), Misfit>) {
    let answers = [(Asked { question: q(number), round }, answer.clone())].into_iter().collect();
    let response = Response { answers, ..samples::person() };
    assert_eq!(judged(&survey(), &response), expected, "{number} {round} {answer:?}");
}

#[test]
fn what_pages_make_passes_right_or_wrong() {
    check(1, 0, one(1), Ok(()));
    check(2, 0, many(&[3, 4]), Ok(()));
    check(2, 0, other(&[3], "Cake"), Ok(()));
    check(4, 0, ranked(&[6]), Ok(()));
    check(5, 0, sorted(&[(7, 2)]), Ok(()));
    check(6, 0, words("many"), Ok(()));
    check(7, 0, words(&"x".repeat(300)), Ok(()));
    check(10, 9, words("The tenth time"), Ok(()));
    assert_eq!(judged(&samples::survey(), &samples::response()), Ok(()));
    let nothing = Response { answers: Default::default(), ..samples::person() };
    assert_eq!(judged(&survey(), &nothing), Ok(()));
}

#[test]
fn a_question_that_is_not_there_is_turned_away() {
    check(99, 0, one(1), Err(Misfit::Names));
    check(3, 0, words("to a page that is only read"), Err(Misfit::Names));
    check(8, 0, words("to a section"), Err(Misfit::Names));
}

#[test]
fn a_choice_or_a_place_that_is_not_there_is_turned_away() {
    check(1, 0, one(3), Err(Misfit::Names));
    check(2, 0, many(&[3, 1]), Err(Misfit::Names));
    check(2, 0, many(&[3, 3]), Err(Misfit::Names));
    check(2, 0, other(&[1], ""), Err(Misfit::Names));
    check(1, 0, other(&[], "No such choice"), Err(Misfit::Names));
    check(4, 0, ranked(&[5, 1]), Err(Misfit::Names));
    check(5, 0, sorted(&[(7, 3)]), Err(Misfit::Names));
    check(1, 0, Answer::PreferNotToSay, Err(Misfit::Names));
    check(7, 0, one(1), Err(Misfit::Names));
    check(9, 0, Answer::OneChoice(c(1)), Err(Misfit::Names));
}

#[test]
fn a_time_round_that_nobody_is_asked_is_turned_away() {
    check(1, 1, one(1), Err(Misfit::Names));
    check(10, 10, words("The eleventh time"), Err(Misfit::Names));
    check(10, 255, words("The last there is"), Err(Misfit::Names));
}

#[test]
fn more_words_than_a_field_takes_are_turned_away() {
    check(7, 0, words(&"x".repeat(301)), Err(Misfit::Size));
    check(2, 0, other(&[3], &"x".repeat(1_001)), Err(Misfit::Size));
    check(2, 0, other(&[1], &"x".repeat(1_001)), Err(Misfit::Names));
}

#[test]
fn the_question_about_help_is_in_no_section() {
    let mut survey = survey();
    let help = ask_together::model::standard::help_question();
    survey.questions.push(help.clone());
    let answer = Answer::ManyChoices(vec![help.choices[0].id]);
    let sent = |round| {
        let answers = [(Asked { question: help.id, round }, answer.clone())].into_iter().collect();
        judged(&survey, &Response { answers, ..samples::person() })
    };
    assert_eq!((sent(0), sent(1)), (Ok(()), Err(Misfit::Names)));
}
