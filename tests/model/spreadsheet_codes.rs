//! The spreadsheet in codes, and the codebook that explains it.
//!
//! Longer than 400 lines because each rule of a cell has a test of its own.

use crate::make::{
    answers_in_rounds, choice, many, one, other, picking, question, ranked, received, received_all,
    repeated, saying, shown, sorted, version, when_is, words,
};
use crate::spreadsheet::{bytes, read};
use crate::strategies;
use crate::support::c;
use ask_together::model::answer::Answer;
use ask_together::model::csv::{Cells, FIXED, Form, write_codebook};
use ask_together::model::dataset::Dataset;
use ask_together::model::id::Edition;
use ask_together::model::inbox::Received;
use ask_together::model::standard::{NO, NOT_SURE};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of the file in codes, without the columns in front that every file has.
fn rows(versions: &[Survey], received: &[Received]) -> Vec<Vec<String>> {
    let rows = read(&bytes(versions, received, Cells::Codes));
    assert_eq!(rows[0][..FIXED.len()], FIXED.map(|fixed| fixed.name()));
    rows.into_iter().map(|row| row[FIXED.len()..].to_vec()).collect()
}

fn book_of(versions: &[Survey], received: &[Received]) -> Vec<Vec<String>> {
    let name = |kind| if kind == Kind::OneChoice { "Pick one" } else { "Another kind" };
    let words = Words::english();
    read(&write_codebook(&Dataset::of(versions, received, &words), Form::default(), name))
}

/// The rows about questions.
fn of_questions(book: &[Vec<String>]) -> Vec<Vec<String>> {
    let is_own = |row: &&Vec<String>| FIXED.iter().all(|fixed| fixed.name() != row[0]);
    book[1..].iter().filter(is_own).cloned().collect()
}

fn codebook(versions: &[Survey]) -> Vec<Vec<String>> {
    book_of(versions, &[])
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
    check(with(Kind::OneChoice), &[other(&[], "x")], &[&["q1", "q1_text"], &["4", "x"]]);
    let header = ["q1_1", "q1_2", "q1_3", "q1_4", "q1_text"];
    check(with(Kind::ManyChoices), &[other(&[1], "x")], &[&header, &["1", "0", "0", "1", "x"]]);
}

#[test]
fn places_count_from_1() {
    let header = ["q1_1", "q1_2", "q1_3"];
    check(question(1, Kind::Ranking), &[ranked(&[3, 1])], &[&header, &["2", ".x", "1"]]);
    check(question(1, Kind::Sorting), &[sorted(&[(1, 0), (3, 2)])], &[&header, &["1", ".x", "3"]]);
}

#[test]
fn numbers_dates_and_words_stand_as_they_are_in_the_file_in_words() {
    check(question(1, Kind::Number), &[words("٢.٥")], &[&["q1_number"], &["2.5"]]);
    check(question(1, Kind::Date), &[words("1/2/2003")], &[&["q1_date"], &["2003-02-01"]]);
    check(question(1, Kind::Month), &[words("2/2003")], &[&["q1_month"], &["2003-02"]]);
    check(question(1, Kind::ShortText), &[words("=x")], &[&["q1_text"], &["'=x"]]);
}

#[test]
fn skipped_not_asked_and_would_not_say_are_told_apart() {
    let personal = |kind| Question { personal: true, other: true, ..question(2, kind) };
    let answered = |given: &[(u32, Answer)]| received(1, given);
    for (kind, columns) in [(Kind::OneChoice, 1), (Kind::ManyChoices, 4)] {
        let asks = shown(when_is(1, 1), personal(kind));
        let versions = [version(1, vec![picking(1, Kind::OneChoice, &[1, 2]), asks])];
        let people = [
            answered(&[(1, one(1)), (2, Answer::PreferNotToSay)]),
            answered(&[(1, one(1))]),
            answered(&[(1, one(2))]),
            answered(&[(1, one(1)), (2, words("hostile"))]),
        ];
        let cells = rows(&versions, &people);
        for (row, code) in cells[1..].iter().zip([".p", ".s", ".n", ".w"]) {
            assert_eq!(row[1..=columns], vec![code; columns], "{kind:?}");
            assert_eq!(row[columns + 1], "", "nothing was said instead of a choice");
        }
    }
}

/// -99 degrees are an answer. So is ".s", to a person who likes dots.
#[test]
fn no_answer_can_be_taken_for_a_reason_why_there_is_none() {
    let personal = |kind| Question { personal: true, ..question(1, kind) };
    let numbers = [words("-99"), Answer::PreferNotToSay, words("-1000000000")];
    check(personal(Kind::Number), &numbers, &[&["q1_number"], &["-99"], &[".p"], &["-1000000000"]]);
    let said = [words(".p"), words(".s"), words(".n"), words(".x"), words(".w"), words("-99")];
    let cells: [&[&str]; 7] =
        [&["q1_text"], &["'.p"], &["'.s"], &["'.n"], &["'.x"], &["'.w"], &["-99"]];
    check(personal(Kind::ShortText), &said, &cells);
}

#[test]
fn a_choice_that_a_version_did_not_offer_is_empty() {
    let which =
        |numbers: &[u32], other| Question { other, ..picking(1, Kind::ManyChoices, numbers) };
    let versions =
        [version(1, vec![which(&[1, 2], false)]), version(2, vec![which(&[2, 3], true)])];
    let people = [
        received(1, &[(1, many(&[2]))]),
        received(1, &[]),
        received(2, &[(1, many(&[3]))]),
        received(2, &[]),
    ];
    let expected = [
        ["q1_1", "q1_2", "q1_3", "q1_4", "q1_text"],
        ["0", "1", "", "", ""],
        [".s", ".s", "", "", ""],
        ["", "0", "1", "0", ""],
        ["", ".s", ".s", ".s", ""],
    ];
    assert_eq!(rows(&versions, &people), expected);
    let places = |numbers: &[u32]| vec![picking(1, Kind::Ranking, numbers)];
    let versions = [version(1, places(&[1, 2])), version(2, places(&[1, 2, 3]))];
    let people = [received(1, &[(1, ranked(&[2]))]), received(2, &[(1, ranked(&[2]))])];
    assert_eq!(rows(&versions, &people)[1..], [[".x", "1", ""], [".x", "1", ".x"]]);
}

/// Two computers added a question each to their copy of version 1, and both called it version 2.
#[test]
fn two_versions_with_one_number_stand_side_by_side() {
    let edition = Edition([0xab; 16]);
    let first = saying(1, "First?");
    let twin = version(2, vec![first.clone(), saying(3, "Theirs?")]);
    let versions = [
        version(1, vec![first.clone()]),
        version(2, vec![first, saying(2, "Ours?")]),
        Survey { edition, ..twin },
    ];
    let said = [(1, words("a")), (2, words("b")), (3, words("c"))];
    let ours = received(2, &said);
    let mut theirs = ours.clone();
    theirs.response.edition = edition;
    let mut stranger = ours.clone();
    stranger.response.edition = Edition([0xcd; 16]);
    let people = [received(1, &said), ours, theirs, stranger];
    let rows = read(&bytes(&versions, &people, Cells::Codes));
    let cells: Vec<Vec<&str>> =
        rows.iter().map(|row| [1, 8, 9, 10].map(|at| &*row[at]).to_vec()).collect();
    let expected = [
        ["version", "q1_text", "q2_text", "q3_text"],
        ["1", "a", ".n", ".n"],
        ["2 (0202)", "a", "b", ".n"],
        ["2 (abab)", "a", ".n", "c"],
        ["2", ".v", ".v", ".v"],
    ];
    assert_eq!(cells, expected);
    let book = codebook(&versions);
    let row = book.iter().find(|row| row[0] == "q1_text").expect("a row");
    assert_eq!(row[5], "1, 2 (0202), 2 (abab)");
}

#[test]
fn nobody_knows_what_a_version_asked_that_is_not_here() {
    let versions = [version(1, vec![picking(1, Kind::OneChoice, &[1])])];
    assert_eq!(rows(&versions, &[received(7, &[(1, one(1))])]), [["q1"], [".v"]]);
}

#[test]
fn the_second_time_round_has_its_number_in_the_middle_of_its_name() {
    let versions = [version(
        1,
        vec![question(1, Kind::Number), repeated(2, 1), question(3, Kind::ManyChoices)],
    )];
    let answers = answers_in_rounds(&[(1, 0, words("2")), (3, 1, many(&[2]))]);
    let expected = [
        ["q1_number", "q2_1", "q2_2", "q2_3", "q2.2_1", "q2.2_2", "q2.2_3"],
        ["2", ".s", ".s", ".s", "0", "1", "0"],
    ];
    assert_eq!(rows(&versions, &[received_all(1, answers)]), expected);
}

#[test]
fn a_hidden_answer_is_in_no_cell() {
    let second = shown(when_is(1, 1), saying(2, "Why?"));
    let versions = [version(1, vec![picking(1, Kind::OneChoice, &[1, 2]), second])];
    let hostile = received(1, &[(1, one(2)), (2, words("Not asked"))]);
    assert_eq!(rows(&versions, &[hostile]), [["q1", "q2_text"], ["2", ".n"]]);
}

#[test]
fn new_choices_stand_behind_the_older_ones_of_their_question() {
    let which = |numbers: &[u32]| picking(1, Kind::ManyChoices, numbers);
    let versions = [
        version(1, vec![which(&[1, 2]), saying(2, "Why?")]),
        version(2, vec![saying(3, "New?"), saying(2, "Why?"), which(&[5, 2])]),
    ];
    assert_eq!(rows(&versions, &[]), [["q1_1", "q1_2", "q1_3", "q2_text", "q3_text"]]);
}

/// What the codebook says of a column: its code and what that means.
fn meanings(book: &[Vec<String>], column: &str) -> Vec<(String, String)> {
    let rows = book.iter().filter(|row| row[0] == column);
    rows.map(|row| (row[6].clone(), row[7].clone())).collect()
}

/// The same, without the reasons why there is no answer.
fn codes(book: &[Vec<String>], column: &str) -> Vec<String> {
    let coded = meanings(book, column).into_iter().filter(|(code, _)| !code.starts_with('.'));
    coded.map(|(code, meaning)| format!("{code} {meaning}")).collect()
}

#[test]
fn the_codebook_explains_every_column_and_code() {
    let personal = Question { personal: true, ..picking(1, Kind::OneChoice, &[1, 2]) };
    let more = Question { other: true, ..picking(2, Kind::ManyChoices, &[1]) };
    let versions = [version(4, vec![personal, more, saying(3, "Why?")])];
    let book = codebook(&versions);
    let heads = ["Column", "Heading in words", "Question", "Kind of question", "Type", "Versions"];
    assert_eq!(book[0][..6], heads);
    assert_eq!(book[0][6..], ["Code", "What it means"]);
    let first = |column: &str| {
        let row = book.iter().find(|row| row[0] == column).expect("a row");
        row.iter().map(String::as_str).collect::<Vec<_>>()
    };
    assert_eq!(first("came_in_at")[..2], ["came_in_at", "Came in at"]);
    assert_eq!(first("came_in_at")[4], "date and time");
    let ways: Vec<String> = codes(&book, "came_in_by");
    assert_eq!(
        ways[5..7],
        ["5 Typed in from paper", "6 By a link that was opened, on a shared tablet"]
    );
    assert_eq!(ways.len(), 10, "nothing that was typed in came from a tablet");
    let text = "Question 1?";
    let expected = ["q1", text, text, "Pick one", "whole number: a code", "4", "1", "1"];
    assert_eq!(first("q1"), expected);
    assert_eq!(codes(&book, "q1"), ["1 1", "2 2"]);
    let reasons = meanings(&book, "q1");
    let reasons: Vec<&str> = reasons[2..].iter().map(|(code, _)| &**code).collect();
    assert_eq!(reasons, [".p", ".s", ".n", ".w", ".v"]);
    assert_eq!(meanings(&book, "q1")[2].1, "I prefer not to say");
    let (text, holds) = ("Question 2?: 1", "whole number: 1 or 0");
    assert_eq!(first("q2_1"), ["q2_1", text, text, "Another kind", holds, "4", "1", "Ticked"]);
    assert_eq!(codes(&book, "q2_2"), ["1 Ticked", "0 Not ticked"]);
    assert_eq!(first("q2_text")[4], "text");
    assert_eq!(meanings(&book, "q2_text").len(), 1, "nothing is coded in there");
    assert_eq!(first("q3_text")[4..], ["text", "4", "", "What they wrote."]);
}

#[test]
fn the_codebook_tells_the_type_of_each_kind() {
    let of = |kind| {
        let row = of_questions(&codebook(&[version(1, vec![question(1, kind)])])).remove(0);
        (row[0].clone(), row[4].clone())
    };
    for (kind, name, holds) in [
        (Kind::YesNo, "q1", "whole number: a code"),
        (Kind::ManyPictures, "q1_1", "whole number: 1 or 0"),
        (Kind::Ranking, "q1_1", "whole number: a place"),
        (Kind::Sorting, "q1_1", "whole number: a code"),
        (Kind::ShortText, "q1_text", "text"),
        (Kind::LongText, "q1_text", "text"),
        (Kind::Number, "q1_number", "number"),
        (Kind::Date, "q1_date", "date"),
        (Kind::Month, "q1_month", "month"),
    ] {
        assert_eq!(of(kind), (name.to_owned(), holds.to_owned()), "{kind:?}");
    }
}

#[test]
fn the_codebook_names_the_places_of_cards_and_ranks() {
    let book = |kind, choices| codebook(&[version(1, vec![picking(1, kind, choices)])]);
    let cards = ["1 Going well", "2 Not sure", "3 Not going well"];
    assert_eq!(codes(&book(Kind::Sorting, &[1]), "q1_1"), cards);
    for column in ["q1_1", "q1_2"] {
        assert_eq!(codes(&book(Kind::Ranking, &[1, 2]), column), ["1 Number 1", "2 Number 2"]);
    }
}

#[test]
fn the_codebook_says_why_there_is_no_answer_wherever_that_can_be() {
    for kind in Kind::ALL.into_iter().filter(|kind| kind.can_skip()) {
        let personal = Question { personal: true, ..question(1, kind) };
        let rows = of_questions(&codebook(&[version(1, vec![personal])]));
        let columns: BTreeSet<&str> = rows.iter().map(|row| &*row[0]).collect();
        for (column, code) in
            columns.iter().flat_map(|column| [".p", ".s", ".n"].map(|c| (column, c)))
        {
            let said = rows.iter().any(|row| row[0] == *column && row[6] == code);
            assert!(said, "{code} in {column} of {kind:?}");
        }
    }
}

/// "Should it close?" – "Yes" is no "Yes" to tea.
#[test]
fn the_codebook_keeps_the_words_of_each_version() {
    let asks = |text: &str, yes: &str, more: bool| {
        let mut choices = vec![choice(c(1), yes), choice(c(2), "No")];
        choices.extend(more.then(|| choice(c(3), "Maybe")));
        vec![Question { text: text.to_owned(), choices, ..question(1, Kind::OneChoice) }]
    };
    let versions = [
        version(1, asks("Should it close?", "Yes", false)),
        version(2, asks("Should it close?", "Yes", true)),
        version(3, asks("Do you like tea?", "Yes, a lot", true)),
    ];
    let said: Vec<Vec<String>> = codebook(&versions)
        .into_iter()
        .filter(|row| row[0] == "q1" && !row[6].starts_with('.'))
        .map(|row| [1, 2, 5, 6, 7].map(|at| row[at].clone()).to_vec())
        .collect();
    let (tea, close) = ("Do you like tea?", "Should it close?");
    let expected = [
        [tea, close, "1, 2", "1", "Yes"],
        [tea, tea, "3", "1", "Yes, a lot"],
        [tea, close, "1, 2", "2", "No"],
        [tea, tea, "3", "2", "No"],
        [tea, close, "2", "3", "Maybe"],
        [tea, tea, "3", "3", "Maybe"],
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_codebook_says_which_version_did_not_offer_a_choice() {
    let which = |numbers: &[u32]| vec![picking(1, Kind::ManyChoices, numbers)];
    let book = codebook(&[version(1, which(&[1])), version(2, which(&[1, 2]))]);
    let empty = |column: &str| {
        let row = book.iter().find(|row| row[0] == column && row[6].is_empty());
        row.map(|row| (row[5].clone(), row[7].clone()))
    };
    let said = "This version did not offer the choice.".to_owned();
    assert_eq!(empty("q1_2"), Some(("1".to_owned(), said)));
    assert_eq!(empty("q1_1"), None);
}

#[test]
fn the_codebook_says_where_we_put_a_quote_in_front() {
    let choices = vec![choice(c(1), "=tea"), choice(c(2), "Water")];
    let which = Question { choices, other: true, ..question(2, Kind::OneChoice) };
    let versions = [version(1, vec![saying(1, "@home?"), which, saying(3, "Why?")])];
    let mut people = [
        received(1, &[(1, words("-")), (2, one(1)), (3, words("Because"))]),
        received(1, &[(1, words("fine")), (2, other(&[], "=1"))]),
        received(1, &[(1, words("=2")), (2, one(2))]),
    ];
    (1..).zip(&mut people).for_each(|(id, person)| person.response.id.0 = id);
    let book = book_of(&versions, &people);
    let guard = |column: &str| {
        let mut found = meanings(&book, column).into_iter().filter(|(code, _)| code == "'");
        found.next().map(|(_, meaning)| meaning.split(", so that").next().map(str::to_owned))
    };
    let id = |id: u32| format!("r{id:016x}");
    let said = |what: String| Some(Some(format!("We put this in front of {what}")));
    let both = format!("the heading and of 2 answers ({}, {})", id(1), id(3));
    assert_eq!(guard("q1_text"), said(both));
    assert_eq!(guard("q2"), said(format!("1 answer ({})", id(1))));
    assert_eq!(guard("q2_text"), said(format!("1 answer ({})", id(2))));
    assert_eq!(guard("q3_text"), None);
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
        let people = received.iter().filter(|one| !one.response.given.apart).count();
        prop_assert_eq!(rows(&surveys, &received).len(), 1 + people);
        let header = rows(&surveys, &[]).remove(0);
        let mut listed: Vec<String> =
            of_questions(&codebook(&surveys)).iter().map(|row| row[0].clone()).collect();
        listed.dedup();
        prop_assert_eq!(listed, header);
        let header = read(&bytes(&surveys, &received, Cells::Words)).remove(0);
        let distinct: BTreeSet<String> = header.iter().map(|name| name.to_lowercase()).collect();
        prop_assert_eq!(distinct.len(), header.len(), "no heading comes twice");
    }
}
