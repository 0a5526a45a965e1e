//! The spreadsheet, read back with the `csv` crate: what is in which cell, and what no spreadsheet
//! may run.

use crate::codebook::{choices, question, version};
use crate::results::{many, one, received, words};
use crate::strategies;
use crate::support::c;
use ask_together::model::csv::write;
use ask_together::model::inbox::Received;
use ask_together::model::survey::{Choice, Kind, Survey};
use proptest::prelude::*;

fn bytes(versions: &[Survey], received: &[Received]) -> Vec<u8> {
    write(versions, received, |at| format!("day {at}")).expect("memory does not fail")
}

/// The rows without the three columns in front that every file has.
fn rows(versions: &[Survey], received: &[Received]) -> Vec<Vec<String>> {
    let bytes = bytes(versions, received);
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let row = |row: csv::StringRecord| row.iter().skip(3).map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("every row has as many cells"))).collect()
}

/// What a written answer looks like in its cell, and as a question and a choice in the header.
fn check_cell(text: &str, expected: &str) {
    let written = [version(1, vec![question(1, "Why?", Kind::LongText)])];
    assert_eq!(rows(&written, &[received(1, &[(1, words(text))])]), [["Why?"], [expected]]);
    let choice = Choice { id: c(1), text: text.to_owned() };
    let picked = [version(1, vec![question(1, text, Kind::OneChoice(vec![choice]))])];
    assert_eq!(rows(&picked, &[received(1, &[(1, one(1))])]), [[expected], [expected]]);
}

#[test]
fn a_file_without_responses_has_its_header() {
    let versions = [version(1, vec![question(1, "Why?", Kind::LongText)])];
    let header = "\u{FEFF}\"Response\",\"Survey version\",\"Came in on\",\"Why?\"\r\n";
    assert_eq!(bytes(&versions, &[]), header.as_bytes());
}

#[test]
fn every_row_starts_with_who_and_which_and_when() {
    let versions = [version(1, vec![question(1, "Why?", Kind::LongText)])];
    let mut one = received(1, &[(1, words("Because"))]);
    one.at = 7;
    one.response.id.0 = 0xab;
    let text = String::from_utf8(bytes(&versions, &[one])).expect("text");
    assert!(text.ends_with("\r\n\"r00000000000000ab\",1,\"day 7\",\"Because\"\r\n"), "{text}");
}

#[test]
fn rows_keep_their_order() {
    let versions = [version(1, vec![question(1, "Why?", Kind::LongText)])];
    let received = ["b", "c", "a"].map(|text| received(1, &[(1, words(text))]));
    assert_eq!(rows(&versions, &received), [["Why?"], ["b"], ["c"], ["a"]]);
}

#[test]
fn a_question_with_many_choices_has_a_column_for_each() {
    let versions =
        [version(1, vec![question(1, "Which?", Kind::ManyChoices(choices(&[1, 2, 3])))])];
    let received = [received(1, &[(1, many(&[1, 3]))]), received(1, &[])];
    let expected = [["Which?: 1", "Which?: 2", "Which?: 3"], ["1", "0", "1"], ["", "", ""]];
    assert_eq!(rows(&versions, &received), expected);
}

#[test]
fn a_skipped_question_and_one_that_was_not_asked_are_both_empty() {
    let old = question(1, "Old?", Kind::ShortText);
    let new = question(2, "New?", Kind::ManyChoices(choices(&[1])));
    let versions = [version(1, vec![old.clone()]), version(2, vec![new])];
    let received =
        [received(1, &[(1, words("x"))]), received(1, &[]), received(2, &[(2, many(&[1]))])];
    let expected = [["New?: 1", "Old?"], ["", "x"], ["", ""], ["1", ""]];
    assert_eq!(rows(&versions, &received), expected);
}

#[test]
fn a_deleted_question_keeps_its_column() {
    let keep = question(1, "Keep?", Kind::ShortText);
    let gone = question(2, "Gone?", Kind::OneChoice(choices(&[1, 2])));
    let versions = [version(1, vec![gone, keep.clone()]), version(2, vec![keep])];
    let received = [received(1, &[(2, one(2)), (1, words("x"))]), received(2, &[(1, words("y"))])];
    assert_eq!(rows(&versions, &received), [["Keep?", "Gone?"], ["x", "2"], ["y", ""]]);
}

#[test]
fn a_question_that_changed_its_kind_has_a_column_for_each() {
    let versions = [
        version(1, vec![question(1, "Which?", Kind::OneChoice(choices(&[1, 2])))]),
        version(2, vec![question(1, "Which?", Kind::ManyChoices(choices(&[1, 2])))]),
    ];
    let received = [received(1, &[(1, one(2))]), received(2, &[(1, many(&[1]))])];
    let expected = [["Which?: 1", "Which?: 2", "Which?"], ["", "", "2"], ["1", "0", ""]];
    assert_eq!(rows(&versions, &received), expected);
}

#[test]
fn an_answer_that_does_not_fit_its_question_is_empty() {
    let versions = [version(1, vec![question(1, "Which?", Kind::OneChoice(choices(&[1, 2])))])];
    let received = [received(1, &[(1, one(9))]), received(1, &[(1, words("1"))])];
    assert_eq!(rows(&versions, &received), [["Which?"], [""], [""]]);
}

#[test]
fn what_a_spreadsheet_would_run_gets_a_quote_in_front() {
    for text in [
        "=cmd()",
        "=1+1",
        "+1",
        "-5+cmd",
        "@x",
        "-",
        "=",
        "--5",
        "-5.",
        "-.5",
        "-5.2.5",
        "-5e3",
        "-5 ",
        "- 5",
        "-a",
        "\t1",
        "\r1",
        "\n1",
        " =1",
        "  +1",
        "\u{a0}=1",
        "\u{3000}=1",
        " -5",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-５",
        "=HYPERLINK(\"https://example.org\",\"x\")",
    ] {
        check_cell(text, &format!("'{text}"));
    }
}

#[test]
fn negative_numbers_stay_as_they_are() {
    for text in ["-5", "-5.25", "-0", "-123456789012345678901234567890"] {
        check_cell(text, text);
    }
}

#[test]
fn all_other_words_stay_as_they_are() {
    for text in [
        "5",
        "1+1",
        "a=b",
        "me@example.org",
        "'=1",
        "a\n=1",
        "−5",
        "...",
        "I don't know",
        "\"",
        "\"\"",
        "a,b",
        "a;b",
        "say \"hi\"",
        "line\r\nline",
        "line\nline",
        "ends with space ",
        "🍰",
        "☕️ 👨‍👩‍👧",
        "هل تحب الشاي؟",
        "האם אתה אוהב תה?",
        "Caffi’r Dref",
        "\u{feff}",
        "\u{200f}x",
        "\0",
    ] {
        check_cell(text, text);
    }
}

#[test]
fn a_header_made_of_two_texts_is_guarded_as_one() {
    let choice = Choice { id: c(1), text: "=1".into() };
    let safe = [version(1, vec![question(1, "Which?", Kind::ManyChoices(vec![choice.clone()]))])];
    assert_eq!(rows(&safe, &[]), [["Which?: =1"]]);
    let formula = [version(1, vec![question(1, "@x", Kind::ManyChoices(vec![choice]))])];
    assert_eq!(rows(&formula, &[]), [["'@x: =1"]]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_with_at_most_a_quote_in_front(text in strategies::text()) {
        prop_assume!(!text.trim().is_empty());
        let versions = [version(1, vec![question(1, "Why?", Kind::LongText)])];
        let rows = rows(&versions, &[received(1, &[(1, words(&text))])]);
        let cell = &rows[1][0];
        prop_assert!(*cell == text || *cell == format!("'{text}"), "{cell:?}");
        let runs = |first| matches!(first, '=' | '+' | '@' | '\t' | '\r' | '\n');
        prop_assert!(!cell.starts_with(runs), "{cell:?}");
    }

    #[test]
    fn any_survey_gives_as_many_cells_in_every_row(
        mut surveys in prop::collection::vec(strategies::survey(), 1..4),
        received in prop::collection::vec(strategies::received(), 0..4),
    ) {
        surveys.iter_mut().zip(1..).for_each(|(survey, version)| survey.version = version);
        prop_assert_eq!(rows(&surveys, &received).len(), 1 + received.len());
    }
}
