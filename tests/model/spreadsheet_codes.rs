//! The spreadsheet in codes, and the codebook that explains it.

use crate::make::{
    answers_in_rounds, many, one, other, picking, question, ranked, received, received_all,
    repeated, saying, shown, sorted, version, when_is, words,
};
use crate::spreadsheet::{bytes, read};
use crate::strategies;
use ask_together::model::answer::Answer;
use ask_together::model::csv::{Cells, write_codebook};
use ask_together::model::inbox::Received;
use ask_together::model::standard::{NO, NOT_SURE};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of the file in codes, without the three columns in front that every file has.
fn rows(versions: &[Survey], received: &[Received]) -> Vec<Vec<String>> {
    let rows = read(&bytes(versions, received, Cells::Codes));
    assert_eq!(rows[0][..3], ["response", "version", "came_in_on"]);
    rows.into_iter().map(|row| row[3..].to_vec()).collect()
}

fn codebook(versions: &[Survey]) -> Vec<Vec<String>> {
    read(&write_codebook(versions, &Words::english()).expect("memory does not fail"))
}

/// What the file in codes says about one question.
fn check(question: Question, answers: &[Answer], expected: &[&[&str]]) {
    let number = question.id.0.number;
    let received: Vec<Received> =
        answers.iter().map(|answer| received(1, &[(number, answer.clone())])).collect();
    assert_eq!(rows(&[version(1, vec![question])], &received), expected);
}

#[test]
fn one_choice_is_its_code() {
    let answers = [one(3), one(1)];
    check(question(7, Kind::OneChoice), &answers, &[&["q1"], &["3"], &["1"]]);
    let answers = [Answer::OneChoice(NOT_SURE), Answer::OneChoice(NO)];
    check(question(7, Kind::YesNo), &answers, &[&["q1"], &["3"], &["2"]]);
}

#[test]
fn ticks_are_1_and_0() {
    let header = ["q1_1", "q1_2", "q1_3"];
    check(question(7, Kind::ManyChoices), &[many(&[2])], &[&header, &["0", "1", "0"]]);
}

#[test]
fn something_else_has_a_code_and_its_words_a_column() {
    let with = |kind| Question { other: true, ..question(1, kind) };
    check(with(Kind::OneChoice), &[other(&[], "x")], &[&["q1", "q1_words"], &["4", "x"]]);
    let header = ["q1_1", "q1_2", "q1_3", "q1_4", "q1_words"];
    check(with(Kind::ManyChoices), &[other(&[1], "x")], &[&header, &["1", "0", "0", "1", "x"]]);
}

#[test]
fn places_count_from_1() {
    let header = ["q1_1", "q1_2", "q1_3"];
    check(question(1, Kind::Ranking), &[ranked(&[3, 1])], &[&header, &["2", "", "1"]]);
    check(question(1, Kind::Sorting), &[sorted(&[(1, 0), (3, 2)])], &[&header, &["1", "", "3"]]);
}

#[test]
fn numbers_dates_and_words_stand_as_they_are_in_the_file_in_words() {
    check(question(1, Kind::Number), &[words("٢.٥")], &[&["q1"], &["2.5"]]);
    check(question(1, Kind::Date), &[words("1/2/2003")], &[&["q1"], &["2003-02-01"]]);
    check(question(1, Kind::Month), &[words("2/2003")], &[&["q1"], &["2003-02"]]);
    check(question(1, Kind::ShortText), &[words("=x")], &[&["q1"], &["'=x"]]);
}

#[test]
fn prefer_not_to_say_is_minus_99_and_no_formula() {
    let personal = |kind| Question { personal: true, other: true, ..question(1, kind) };
    let answers = [Answer::PreferNotToSay];
    check(personal(Kind::OneChoice), &answers, &[&["q1", "q1_words"], &["-99", ""]]);
    let header = ["q1_1", "q1_2", "q1_3", "q1_4", "q1_words"];
    let cells = ["-99", "-99", "-99", "-99", ""];
    check(personal(Kind::ManyChoices), &answers, &[&header, &cells]);
}

#[test]
fn the_second_time_round_has_its_number_in_the_middle_of_its_name() {
    let versions = [version(
        1,
        vec![question(1, Kind::Number), repeated(2, 1), question(3, Kind::ManyChoices)],
    )];
    let answers = answers_in_rounds(&[(1, 0, words("2")), (3, 1, many(&[2]))]);
    let expected = [
        ["q1", "q2_1", "q2_2", "q2_3", "q2.2_1", "q2.2_2", "q2.2_3"],
        ["2", "", "", "", "0", "1", "0"],
    ];
    assert_eq!(rows(&versions, &[received_all(1, answers)]), expected);
}

#[test]
fn a_hidden_answer_is_in_no_cell() {
    let second = shown(when_is(1, 1), saying(2, "Why?"));
    let versions = [version(1, vec![picking(1, Kind::OneChoice, &[1, 2]), second])];
    let hostile = received(1, &[(1, one(2)), (2, words("Not asked"))]);
    assert_eq!(rows(&versions, &[hostile]), [["q1", "q2"], ["2", ""]]);
}

#[test]
fn new_choices_stand_behind_the_older_ones_of_their_question() {
    let which = |numbers: &[u32]| picking(1, Kind::ManyChoices, numbers);
    let versions = [
        version(1, vec![which(&[1, 2]), saying(2, "Why?")]),
        version(2, vec![saying(3, "New?"), saying(2, "Why?"), which(&[5, 2])]),
    ];
    assert_eq!(rows(&versions, &[]), [["q1_1", "q1_2", "q1_3", "q2", "q3"]]);
}

#[test]
fn the_codebook_explains_every_column_and_code() {
    let personal = Question { personal: true, ..question(1, Kind::YesNo) };
    let more = Question { other: true, ..picking(2, Kind::ManyChoices, &[1]) };
    let versions = [version(1, vec![personal, more, saying(3, "Why?")])];
    let row = |cells: [&str; 6]| cells.map(str::to_owned);
    let words = "Question 2?: Say it in your own words";
    let expected = [
        row(["Column", "Question", "Kind", "First version", "Code", "What it means"]),
        row(["q1", "Question 1?", "YesNo", "1", "1", "Yes"]),
        row(["q1", "Question 1?", "YesNo", "1", "2", "No"]),
        row(["q1", "Question 1?", "YesNo", "1", "3", "I am not sure"]),
        row(["q1", "Question 1?", "YesNo", "1", "-99", "I prefer not to say"]),
        row(["q2_1", "Question 2?: 1", "ManyChoices", "1", "1", "Yes"]),
        row(["q2_1", "Question 2?: 1", "ManyChoices", "1", "0", "No"]),
        row(["q2_2", "Question 2?: Something else", "ManyChoices", "1", "1", "Yes"]),
        row(["q2_2", "Question 2?: Something else", "ManyChoices", "1", "0", "No"]),
        row(["q2_words", words, "ManyChoices", "1", "", ""]),
        row(["q3", "Why?", "LongText", "1", "", ""]),
    ];
    assert_eq!(codebook(&versions), expected);
}

#[test]
fn the_codebook_names_the_places_of_cards_and_ranks() {
    let codes = |kind, choices| {
        let rows = codebook(&[version(1, vec![picking(1, kind, choices)])]);
        rows[1..].iter().map(|row| row[4..].join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(codes(Kind::Sorting, &[1]), ["1 Going well", "2 Not sure", "3 Not going well"]);
    // Each choice has a column of its own.
    let places = ["1 Number 1", "2 Number 2"];
    assert_eq!(codes(Kind::Ranking, &[1, 2]), [places, places].concat());
}

#[test]
fn the_codebook_says_what_minus_99_means_wherever_it_can_stand() {
    for kind in Kind::ALL.into_iter().filter(|kind| kind.can_skip()) {
        let personal = Question { personal: true, ..question(1, kind) };
        let rows = codebook(&[version(1, vec![personal])]);
        let columns: BTreeSet<&str> = rows[1..].iter().map(|row| &*row[0]).collect();
        for column in columns {
            let said = rows.iter().any(|row| row[0] == column && row[4] == "-99");
            assert!(said, "{column} of {kind:?}");
        }
    }
}

/// What organisers do between two versions, on questions and choices by place.
fn next_version(survey: &Survey, parts: &[(usize, usize, Survey)]) -> Survey {
    let mut next = Survey { version: survey.version + 1, ..survey.clone() };
    for (what, place, other) in parts {
        let at = place % next.questions.len();
        let (count, question) = (next.questions.len(), &mut next.questions[at]);
        match what % 6 {
            0 => question.text.push_str(" anew"),
            1 => question.choices.reverse(),
            2 if count > 1 => drop(next.questions.remove(at)),
            3 => next.questions.rotate_left(at),
            4 => question.other = !question.other,
            _ => {
                let is_new = |q: &&Question| next.questions.iter().all(|own| own.id != q.id);
                let new: Vec<Question> = other.questions.iter().filter(is_new).cloned().collect();
                next.questions.extend(new);
            }
        }
    }
    next
}

/// Each column of the file in codes and what it is about.
fn columns(versions: &[Survey]) -> BTreeMap<String, String> {
    let book = ask_together::model::codebook::Codebook::of(versions, &Words::english());
    let about = book.entries.iter().flat_map(|entry| {
        let choices = entry.choices.iter();
        let name = move |choice: &ask_together::model::codebook::CodedChoice| {
            (format!("q{}_{}", entry.code, choice.code), format!("{:?}", choice.id))
        };
        choices.map(name).chain([(format!("q{}", entry.code), format!("{:?}", entry.id))])
    });
    about.collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn codes_and_columns_never_change_whatever_later_versions_do(
        first in strategies::survey(),
        changes in prop::collection::vec(
            prop::collection::vec((0..6usize, 0..9usize, strategies::survey()), 0..4),
            1..4,
        ),
    ) {
        let mut versions = vec![Survey { version: 1, ..first }];
        for parts in &changes {
            let before = columns(&versions);
            let header = rows(&versions, &[]).remove(0);
            let next = next_version(versions.last().expect("one"), parts);
            versions.push(next);
            let after = columns(&versions);
            for (column, about) in &before {
                prop_assert_eq!(after.get(column), Some(about), "{}", column);
            }
            let later = rows(&versions, &[]).remove(0);
            let old: Vec<&String> = later.iter().filter(|name| header.contains(name)).collect();
            prop_assert_eq!(old, header.iter().collect::<Vec<_>>(), "old columns keep their order");
            let distinct: BTreeSet<&String> = later.iter().collect();
            prop_assert_eq!(distinct.len(), later.len(), "no column comes twice");
        }
    }

    #[test]
    fn any_file_has_as_many_cells_in_every_row_and_a_codebook_that_lists_its_columns(
        mut surveys in prop::collection::vec(strategies::survey(), 1..4),
        received in prop::collection::vec(strategies::received(), 0..4),
    ) {
        surveys.iter_mut().zip(1..).for_each(|(survey, version)| survey.version = version);
        prop_assert_eq!(rows(&surveys, &received).len(), 1 + received.len());
        let header = rows(&surveys, &[]).remove(0);
        let mut listed: Vec<String> =
            codebook(&surveys)[1..].iter().map(|row| row[0].clone()).collect();
        listed.dedup();
        prop_assert_eq!(listed, header);
    }
}
