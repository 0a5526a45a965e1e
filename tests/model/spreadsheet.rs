//! The spreadsheet in words, read back with the `csv` crate: what is in which cell, and what no
//! spreadsheet may run. The one in codes is in `spreadsheet_codes`.
//!
//! Longer than 400 lines because each rule of a cell has a test of its own.

use crate::make::{
    answers_in_rounds, choice, many, one, other, picking, question, ranked, received, received_all,
    repeated, saying, sorted, version, words,
};
use crate::strategies;
use crate::support::c;
use ask_together::model::answer::Answer;
use ask_together::model::csv::{Cells, FIXED, Options, write};
use ask_together::model::dataset::Dataset;
use ask_together::model::inbox::{By, Received};
use ask_together::model::plain_text::{closed, without_controls};
use ask_together::model::response::{Given, On};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;
use proptest::prelude::*;

pub fn bytes(versions: &[Survey], received: &[Received], cells: Cells) -> Vec<u8> {
    let options = Options { cells, ..Options::default() };
    write(&Dataset::of(versions, received, &Words::english()), options, |at| format!("timeT{at}"))
}

/// The rows of a file.
pub fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("every row has as many cells"))).collect()
}

/// The rows without the columns in front that every file has.
fn rows(versions: &[Survey], received: &[Received]) -> Vec<Vec<String>> {
    let rows = read(&bytes(versions, received, Cells::Words));
    rows.into_iter().map(|row| row[FIXED.len()..].to_vec()).collect()
}

/// What a written answer looks like in its cell, and as a question and a choice in the header.
fn check_cell(text: &str, expected: &str) {
    let written = [version(1, vec![saying(1, "Why?")])];
    assert_eq!(rows(&written, &[received(1, &[(1, words(text))])]), [["Why?"], [expected]]);
    let choices = vec![choice(c(1), text)];
    let text = text.to_owned();
    let picked = Question { text, choices, ..question(1, Kind::OneChoice) };
    let picked = [version(1, vec![picked])];
    assert_eq!(rows(&picked, &[received(1, &[(1, one(1))])]), [[expected], [expected]]);
}

/// One question called "Which?", and what is in the header and in the row of each answer.
fn check(kind: Kind, change: impl Fn(&mut Question), answers: &[Answer], expected: &[&[&str]]) {
    let mut which = picking(1, kind, &[1, 2, 3]);
    if !kind.has_choices() {
        which.choices.clear();
    }
    which.text = "Which?".into();
    change(&mut which);
    let received: Vec<Received> =
        answers.iter().map(|answer| received(1, &[(1, answer.clone())])).collect();
    assert_eq!(rows(&[version(1, vec![which])], &received), expected);
}

#[test]
fn a_file_without_responses_has_its_header() {
    let versions = [version(1, vec![saying(1, "Why?")])];
    let header = "\u{FEFF}\"Response\",\"Survey version\",\"Came in at\",\"Came in by\",\"Paper number\",\
                  \"Language\",\"Finished\",\"Came after closing\",\"Why?\"\r\n";
    assert_eq!(bytes(&versions, &[], Cells::Words), header.as_bytes());
}

#[test]
fn every_row_starts_with_who_and_which_and_when() {
    let versions = [version(1, vec![saying(1, "Why?")])];
    let mut one = received(1, &[(1, words("Because"))]);
    one.at = 7;
    one.response.id.0 = 0xab;
    let text = String::from_utf8(bytes(&versions, &[one], Cells::Words)).expect("text");
    let row = "\r\n\"r00000000000000ab\",1,\"time 7\",\"Pasted, on a shared tablet\",\"\",\"cy\",\"No\",\"\",\"Because\"\r\n";
    assert!(text.ends_with(row), "{text}");
}

/// How an answer came, and the number of its paper, in a file in words.
fn how(by: By, given: Given) -> [String; 2] {
    let mut one = received(1, &[(1, words("Because"))]);
    one.by = by;
    one.response.given = given;
    let rows = read(&bytes(&[version(1, vec![saying(1, "Why?")])], &[one], Cells::Words));
    [rows[1][3].clone(), rows[1][4].clone()]
}

#[test]
fn a_paper_has_its_number_and_a_shared_tablet_is_named() {
    let given = |on, code: &str| Given { on, code: code.to_owned(), ..Given::default() };
    let paper = how(By::Typed, given(On::Paper, "A 12"));
    assert_eq!(paper, ["Typed in from paper", "A 12"]);
    let tablet = how(By::File, given(On::Tablet, ""));
    assert_eq!(tablet, ["From a file, on a shared tablet", ""]);
    // The number of a personal link is in no file, whatever an answer says of itself.
    assert_eq!(how(By::Link, given(On::Phone, "k3mn7pqr")), ["By a link that was opened", ""]);
    assert_eq!(how(By::Link, given(On::Paper, "k3mn7pqr")), ["By a link that was opened", ""]);
    assert_eq!(how(By::Typed, given(On::Paper, "=1+1"))[1], "'=1+1");
}

#[test]
fn rows_keep_their_order() {
    let versions = [version(1, vec![saying(1, "Why?")])];
    let received = ["b", "c", "a"].map(|text| received(1, &[(1, words(text))]));
    assert_eq!(rows(&versions, &received), [["Why?"], ["b"], ["c"], ["a"]]);
}

#[test]
fn a_question_with_many_choices_has_a_column_for_each() {
    let header = ["Which?: 1", "Which?: 2", "Which?: 3"];
    let answers = [many(&[1, 3]), many(&[9])];
    let expected: [&[_]; 3] = [&header, &["1", "", "3"], &["", "", ""]];
    check(Kind::ManyChoices, |_| {}, &answers, &expected);
    check(Kind::ManyPictures, |_| {}, &answers, &expected);
}

#[test]
fn something_else_has_a_column_for_its_words() {
    let own = |question: &mut Question| question.other = true;
    let header = ["Which?", "Which?: Say it in your own words"];
    let answers = [one(2), other(&[], "Milk"), other(&[], "")];
    let rows: [&[_]; 4] =
        [&header, &["2", ""], &["Something else", "Milk"], &["Something else", ""]];
    check(Kind::OneChoice, own, &answers, &rows);
    let header = [
        "Which?: 1",
        "Which?: 2",
        "Which?: 3",
        "Which?: Something else",
        "Which?: Say it in your own words",
    ];
    let answers = [many(&[1]), other(&[1, 3], "=Milk")];
    let rows: [&[_]; 3] =
        [&header, &["1", "", "", "", ""], &["1", "", "3", "Something else", "'=Milk"]];
    check(Kind::ManyChoices, own, &answers, &rows);
}

#[test]
fn a_ranking_has_the_place_of_each_choice() {
    let header = ["Which?: 1", "Which?: 2", "Which?: 3"];
    let answers = [ranked(&[3, 1, 2]), ranked(&[2])];
    check(Kind::Ranking, |_| {}, &answers, &[&header, &["2", "3", "1"], &["", "1", ""]]);
}

#[test]
fn sorting_has_the_place_of_each_card() {
    let header = ["Which?: 1", "Which?: 2", "Which?: 3"];
    let named = |question: &mut Question| {
        question.piles = vec!["Good".into(), String::new(), "@Bad".into()];
    };
    let answers = [sorted(&[(1, 2), (3, 0)]), sorted(&[(2, 1)])];
    let rows: [&[_]; 3] = [&header, &["'@Bad", "", "Good"], &["", "Not sure", ""]];
    check(Kind::Sorting, named, &answers, &rows);
}

#[test]
fn numbers_and_dates_are_written_in_one_way() {
    let numbers = ["12", " ٣ ", "1,000.50", "1 000,5", "−7", "three"].map(words);
    let rows: [&[_]; 7] = [&["Which?"], &["12"], &["3"], &["1000.5"], &["1000.5"], &["-7"], &[""]];
    check(Kind::Number, |_| {}, &numbers, &rows);
    let dates =
        ["1/2/2003", "29/02/2000", "1st/Chwef./2003", "1.2.2003//", "30/02/2000"].map(words);
    let first = ["2003-02-01"];
    let rows: [&[_]; 6] = [&["Which?"], &first, &["2000-02-29"], &first, &first, &[""]];
    check(Kind::Date, |_| {}, &dates, &rows);
    let rows: [&[_]; 4] = [&["Which?"], &["1999-12"], &["1999-12"], &[""]];
    check(Kind::Month, |_| {}, &["12/1999", "Rhag/1999", "13/1999"].map(words), &rows);
}

#[test]
fn prefer_not_to_say_stands_in_every_column_but_those_for_words_and_ticks() {
    let own = |question: &mut Question| (question.personal, question.other) = (true, true);
    let not = "I prefer not to say";
    let header = ["Which?", "Which?: Say it in your own words"];
    check(Kind::OneChoice, own, &[Answer::PreferNotToSay], &[&header, &[not, ""]]);
    let personal = |question: &mut Question| question.personal = true;
    let header = ["Which?: 1", "Which?: 2", "Which?: 3"];
    check(Kind::Ranking, personal, &[Answer::PreferNotToSay], &[&header, &[not, not, not]]);
    check(Kind::ManyChoices, personal, &[Answer::PreferNotToSay], &[&header, &["", "", ""]]);
    check(Kind::LongText, personal, &[Answer::PreferNotToSay], &[&["Which?"], &[not]]);
    check(Kind::LongText, |_| {}, &[Answer::PreferNotToSay], &[&["Which?"], &[""]]);
}

#[test]
fn a_section_that_is_repeated_has_a_column_for_each_time() {
    let name = Question { text: "Name?".into(), ..question(3, Kind::ShortText) };
    let friends = Question { text: "Friends?".into(), ..question(1, Kind::Number) };
    let versions = [version(1, vec![friends, repeated(2, 1), name])];
    let two = answers_in_rounds(&[(1, 0, words("2")), (3, 0, words("Jo")), (3, 1, words("Al"))]);
    let none = answers_in_rounds(&[(1, 0, words("0")), (3, 0, words("hidden"))]);
    let received = [received_all(1, two), received_all(1, none)];
    let expected = [["Friends?", "Name?", "Name? (2)"], ["2", "Jo", "Al"], ["0", "", ""]];
    assert_eq!(rows(&versions, &received), expected);
    assert_eq!(rows(&versions, &[]), [["Friends?", "Name?"]], "once, when nobody was asked");
}

#[test]
fn a_skipped_question_and_one_that_was_not_asked_are_both_empty() {
    let new = Question { text: "New?".into(), ..picking(2, Kind::ManyChoices, &[1]) };
    let versions = [version(1, vec![saying(1, "Old?")]), version(2, vec![new])];
    let received =
        [received(1, &[(1, words("x"))]), received(1, &[]), received(2, &[(2, many(&[1]))])];
    let expected = [["Old?", "New?: 1"], ["x", ""], ["", ""], ["", "1"]];
    assert_eq!(rows(&versions, &received), expected);
}

#[test]
fn a_deleted_question_keeps_its_column() {
    let (keep, gone) = (saying(1, "Keep?"), picking(2, Kind::OneChoice, &[1, 2]));
    let versions = [version(1, vec![gone, keep.clone()]), version(2, vec![keep])];
    let received = [received(1, &[(2, one(2)), (1, words("x"))]), received(2, &[(1, words("y"))])];
    assert_eq!(rows(&versions, &received), [["Question 2?", "Keep?"], ["2", "x"], ["", "y"]]);
}

#[test]
fn a_question_that_changed_its_kind_has_a_column_for_each() {
    let which = |kind| vec![Question { text: "Which?".into(), ..picking(1, kind, &[1, 2]) }];
    let versions = [version(1, which(Kind::OneChoice)), version(2, which(Kind::ManyChoices))];
    let received = [received(1, &[(1, one(2))]), received(2, &[(1, many(&[1]))])];
    let expected = [["Which?", "Which?: 1", "Which?: 2"], ["2", "", ""], ["", "1", ""]];
    assert_eq!(rows(&versions, &received), expected);
}

#[test]
fn an_answer_that_does_not_fit_its_question_is_empty() {
    let rows: [&[_]; 3] = [&["Which?"], &[""], &[""]];
    check(Kind::OneChoice, |_| {}, &[one(9), words("1")], &rows);
}

#[test]
fn what_a_spreadsheet_would_run_gets_a_quote_in_front() {
    for text in [
        "=cmd()",
        "=1+1",
        "+1+1",
        "+44-1",
        "+44*1",
        "+A1",
        "+(1)",
        "+",
        "+44;1",
        "+44:55",
        "+44 x",
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
fn negative_numbers_and_phone_numbers_stay_as_they_are() {
    for text in [
        "-5",
        "-5.25",
        "-0",
        "-123456789012345678901234567890",
        "+447700900123",
        "+44 7700 900123",
        "+44 (0)20 7946 0000",
        "+1",
    ] {
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
        "line\nline",
        "ends with space ",
        "🍰",
        "☕️ 👨‍👩‍👧",
        "هل تحب الشاي؟",
        "האם אתה אוהב תה?",
        "Caffi’r Dref",
        "\u{feff}x",
        "\u{200f}x",
    ] {
        check_cell(text, text);
    }
}

/// In a program that shows the file as it is, a mark would turn the cells behind it.
#[test]
fn a_mark_that_turns_words_ends_in_its_cell() {
    check_cell("\u{202e}evoba", "\u{202e}evoba\u{202c}");
    check_cell("Sam\u{2069}", "Sam");
}

#[test]
fn characters_that_show_nothing_hide_no_formula() {
    for (text, cell) in [
        ("\0=1", "'=1"),
        ("\u{1}\u{7f}@x", "'@x"),
        ("\u{85}+1+1", "'+1+1"),
        ("\r=1", "'=1"),
        ("\u{200f}\u{feff} =1", "'\u{200f}\u{feff} =1"),
        ("\u{202a}=1\u{202c}", "'\u{202a}=1\u{202c}"),
        ("a\0b", "ab"),
        ("line\r\nline", "line\nline"),
        ("one\ttwo", "one\ttwo"),
    ] {
        check_cell(text, cell);
    }
}

/// The cells of the one row behind those in front, as they stand in the file.
fn raw(question: Question, answer: Answer, cells: Cells) -> String {
    let bytes = bytes(&[version(1, vec![question])], &[received(1, &[(1, answer)])], cells);
    let text = String::from_utf8(bytes).expect("text");
    let row = text.lines().nth(1).expect("a row").replace("Pasted, on", "Pasted on");
    row.splitn(FIXED.len() + 1, ',').nth(FIXED.len()).expect("a cell").to_owned()
}

/// Excel, LibreOffice and pandas can be told to take what is quoted for text. So it has to be quoted by
/// what was asked, however much an answer looks like a number.
#[test]
fn words_are_quoted_and_numbers_are_not_whatever_they_look_like() {
    for text in [
        "07700900123",
        "007",
        "12345678901234567890",
        "1e5",
        "1,5",
        "10:30",
        "1-2",
        "3/4",
        "MAR1",
        "TRUE",
        "NA",
        "null",
        "-5",
        "0",
        "+447700900123",
    ] {
        for kind in [Kind::ShortText, Kind::LongText] {
            for cells in [Cells::Words, Cells::Codes] {
                let cell = raw(question(1, kind), words(text), cells);
                assert_eq!(cell, format!("\"{text}\""), "{kind:?} {cells:?}");
            }
        }
        let own = Question { other: true, ..picking(1, Kind::OneChoice, &[1]) };
        let cell = raw(own.clone(), other(&[], text), Cells::Words);
        assert_eq!(cell, format!("\"Something else\",\"{text}\""));
        let choices = vec![choice(c(1), text)];
        let cell = raw(Question { choices, ..question(1, Kind::OneChoice) }, one(1), Cells::Words);
        assert_eq!(cell, format!("\"{text}\""), "the words of a choice are words");
    }
    for (typed, expected) in [("007", "7"), ("-2.50", "-2.5"), ("1,000", "1000")] {
        assert_eq!(raw(question(1, Kind::Number), words(typed), Cells::Words), expected);
        assert_eq!(raw(question(1, Kind::Number), words(typed), Cells::Codes), expected);
    }
    assert_eq!(raw(question(1, Kind::OneChoice), one(2), Cells::Codes), "2");
    assert_eq!(raw(question(1, Kind::ManyChoices), many(&[2]), Cells::Codes), "0,1,0");
}

#[test]
fn a_choice_has_the_words_that_the_person_read() {
    let with = |text: &str| {
        let choices = vec![choice(c(1), text), choice(c(2), "No")];
        Question { text: "Which?".into(), choices, ..question(1, Kind::OneChoice) }
    };
    let versions = [version(1, vec![with("Always")]), version(2, vec![with("Sometimes")])];
    let both = [received(1, &[(1, one(1))]), received(2, &[(1, one(1))])];
    assert_eq!(rows(&versions, &both), [["Which?"], ["Always"], ["Sometimes"]]);
}

#[test]
fn two_questions_with_the_same_words_have_headings_of_their_own() {
    let versions = [version(1, vec![saying(1, "Why?"), saying(2, "why? "), saying(3, "How?")])];
    assert_eq!(rows(&versions, &[]), [["Why? [q1_text]", "why?  [q2_text]", "How?"]]);
    let which =
        |number| Question { text: "Which?".into(), ..picking(number, Kind::ManyChoices, &[1]) };
    let versions = [version(1, vec![which(1), which(2)])];
    assert_eq!(rows(&versions, &[]), [["Which?: 1 [q1_1]", "Which?: 1 [q2_1]"]]);
    // Nobody writes this by chance, but somebody may by intent.
    let texts = ["Response", "Why?", "Why?", "Why? [q2_text]", "'=1", "=1"];
    let questions = (1..).zip(texts).map(|(number, text)| saying(number, text));
    let header = rows(&[version(1, questions.collect())], &[]).remove(0);
    let expected = [
        "Response [q1_text]",
        "Why? [q2_text] [q2_text]",
        "Why? [q3_text]",
        "Why? [q2_text] [q4_text]",
        "'=1 [q5_text]",
        "'=1 [q6_text]",
    ];
    assert_eq!(header, expected);
}

#[test]
fn a_header_made_of_two_texts_is_guarded_as_one() {
    let which = |text: &str| {
        let choices = vec![choice(c(1), "=1")];
        Question { text: text.to_owned(), choices, ..question(1, Kind::ManyChoices) }
    };
    assert_eq!(rows(&[version(1, vec![which("Which?")])], &[]), [["Which?: =1"]]);
    assert_eq!(rows(&[version(1, vec![which("@x")])], &[]), [["'@x: =1"]]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_with_at_most_a_quote_in_front(text in strategies::text()) {
        prop_assume!(!without_controls(&text).trim().is_empty());
        let versions = [version(1, vec![saying(1, "Why?")])];
        let rows = rows(&versions, &[received(1, &[(1, words(&text))])]);
        let cell = &rows[1][0];
        let text = closed(&without_controls(&text));
        prop_assert!(*cell == text || *cell == format!("'{text}"), "{cell:?}");
        let runs = |first| matches!(first, '=' | '@' | '\t' | '\r' | '\n');
        prop_assert!(!cell.starts_with(runs), "{cell:?}");
        let adds_up = |letter: char| letter.is_alphabetic() || "+-*/&^%!,;:=.'\"".contains(letter);
        let plus = cell.strip_prefix('+');
        prop_assert!(!plus.is_some_and(|rest| rest.contains(adds_up)), "{cell:?}");
    }
}
