//! The pure parts of the editor: marks for earlier answers as a field shows them, and conditions as
//! rows. The editor itself builds for a browser alone, so these files are taken in by their paths.

/// What the editor's files call `crate::model`.
mod model {
    pub use ask_together::model::*;
}

#[path = "../src/organiser/editor/find.rs"]
mod find;
#[path = "../src/organiser/editor/marks.rs"]
mod marks;
#[path = "../src/organiser/editor/when/rows.rs"]
#[allow(dead_code, reason = "the editor uses all of it")]
mod rows;

use ask_together::model::draft::{Change, Draft, DraftQuestion, Place, Position};
use ask_together::model::id::{Author, Id, QuestionId, SurveyId};
use ask_together::model::piping::mark;
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Test};
use rows::{At, Row, Rows};

const ME: Author = Author(7);

fn id(number: u32) -> QuestionId {
    QuestionId(Id { author: ME, number })
}

/// A draft with these questions, with ids from 1.
fn draft(kinds: &[Kind]) -> Draft {
    let mut draft = Draft::new(SurveyId(1));
    let mut position = Position::default();
    for (number, kind) in (1..).zip(kinds) {
        let question = Question::empty(id(number), *kind, Vec::new());
        let add = Change::AddQuestion(DraftQuestion { position: position.clone(), question });
        draft.apply(draft.edit(ME, 0, add));
        position = Position::new_after(&position);
    }
    draft
}

const PLAIN: [Kind; 3] = [Kind::ShortText, Kind::Information, Kind::Number];

/// What a field shows for a stored text, and that it reads back as the same text.
fn check_shown(stored: &str, shown: &str) {
    let draft = draft(&PLAIN);
    assert_eq!(marks::show(draft.content(), stored), shown);
    assert_eq!(marks::read(draft.content(), shown, stored), stored);
}

/// What is stored for what a person typed over a stored text.
fn check_typed(stored: &str, typed: &str, expected: &str) {
    let draft = draft(&PLAIN);
    assert_eq!(marks::read(draft.content(), typed, stored), expected);
}

#[test]
fn a_mark_shows_the_number_that_participants_see() {
    check_shown("Hello.", "Hello.");
    check_shown(&format!("Hello {}!", mark(id(1))), "Hello [answer 1]!");
    // The page between them has no number.
    check_shown(&format!("{}{}", mark(id(3)), mark(id(1))), "[answer 2][answer 1]");
    check_shown("[[nothing]] [answer x] [", "[[nothing]] [answer x] [");
}

#[test]
fn a_mark_whose_question_is_gone_says_so_and_is_kept() {
    check_shown(&format!("A {} b {}", mark(id(8)), mark(id(2))), "A [answer gone] b [answer gone]");
    let (one, two) = (mark(id(8)), mark(id(9)));
    let stored = format!("A {one} b {two} c");
    check_typed(&stored, "A [answer gone] b [answer gone] cd", &format!("A {one} b {two} cd"));
    check_typed(&stored, "A [answer gone] b c", &format!("A {one} b c"));
    check_typed(&stored, "A b [answer gone] c", &format!("A b {two} c"));
    check_typed(&stored, "nothing", "nothing");
    check_typed("", "[answer gone]", "[answer gone]");
}

#[test]
fn a_mark_can_be_typed_and_an_unknown_number_stays_as_it_is() {
    check_typed("", "Hello [answer 2]", &format!("Hello {}", mark(id(3))));
    for unknown in ["[answer 3]", "[answer 0]", "[answer 02]", "[answer 1", "[answer  1]"] {
        check_typed("", unknown, unknown);
    }
    check_typed("", "[answer [answer 1]", &format!("[answer {}", mark(id(1))));
}

#[test]
fn words_beside_marks_are_found_where_the_field_shows_them() {
    let draft = draft(&PLAIN);
    let stored = format!("Does {} utilise é {}?", mark(id(1)), mark(id(9)));
    let shown = marks::show(draft.content(), &stored);
    for words in ["Does", "utilise", "é", "?"] {
        let at = stored.find(words).expect("the words");
        let at = marks::shown_at(draft.content(), &stored, at..at + words.len());
        assert_eq!(&shown[at], words);
    }
    let all = marks::shown_at(draft.content(), &stored, 0..stored.len());
    assert_eq!(&shown[all], "Does [answer 1] utilise é [answer gone]?");
}

#[test]
fn a_mark_goes_in_at_the_caret_with_room_on_its_sides() {
    let check = |shown: &str, caret: Option<u32>, expected: &str, after: u32| {
        assert_eq!(marks::put_in(shown, caret, "[m]"), (expected.to_owned(), after), "{shown}");
    };
    check("", None, "[m]", 3);
    check("Hello", None, "Hello [m]", 9);
    check("Hello ", None, "Hello [m]", 9);
    check("Hello you", Some(5), "Hello [m] you", 9);
    check("Hello you", Some(0), "[m] Hello you", 4);
    // Carets count in UTF-16.
    check("😀é you", Some(3), "😀é [m] you", 7);
    check("short", Some(99), "short [m]", 9);
}

#[test]
fn words_are_found_wherever_the_survey_says_them_and_has_a_field_for_them() {
    let mut draft = draft(&[Kind::ShortText, Kind::Section, Kind::OneChoice]);
    let write = |draft: &mut Draft, place, text: &str| {
        let text = text.to_owned();
        draft.apply(draft.edit(ME, 0, Change::SetText { place, text }));
    };
    write(&mut draft, Place::Welcome, "We help.");
    write(&mut draft, Place::Question(id(1)), "Who helps you?");
    // It has no picture, so this has no field.
    write(&mut draft, Place::PictureAlt(id(1)), "A helper");
    write(&mut draft, Place::Hint(id(2)), &format!("{} is a very long name. Help!", mark(id(1))));
    let found = |words: &str| {
        let found = find::find(draft.content(), words).into_iter();
        found.map(|found| (found.place, found.what)).collect::<Vec<_>>()
    };
    let expected = [
        (Place::Welcome, "What is it for?".to_owned()),
        (Place::Question(id(1)), String::new()),
        (Place::Hint(id(2)), "Words on the page".to_owned()),
    ];
    assert_eq!(found("HELP"), expected);
    assert_eq!(found("[answer 1]"), expected[2..]);
    assert_eq!(found(" "), []);
    let last = find::find(draft.content(), "help").pop().expect("the page");
    let pieces = [("…", false), ("very long name. ", false), ("Help", true), ("!", false)];
    let shown = last.pieces();
    assert_eq!(shown.last(), Some(&("!".to_owned(), false)));
    assert_eq!(shown.len(), pieces.len());
    assert_eq!(shown[2], ("Help".to_owned(), true));
    assert_eq!(last.units(), (32, 36));
}

fn test(number: u32) -> Test {
    Test { question: id(number), check: Check::Answered }
}

fn group(all: bool, numbers: &[u32]) -> Group {
    Group { all, tests: numbers.iter().map(|number| test(*number)).collect() }
}

/// The rows of a condition, and that they make an equal one again.
fn check_rows(condition: Condition, all: bool, rows: &[Row]) {
    let found = Rows::of(&condition);
    assert_eq!(found, Rows { all, rows: rows.to_vec() });
    assert_eq!(Rows::of(&found.clone().condition()), found);
}

#[test]
fn a_group_of_one_is_a_row_by_itself() {
    check_rows(Condition::default(), false, &[]);
    let one = Condition { all: true, groups: vec![group(false, &[1, 2])] };
    check_rows(one, false, &[Row::Test(test(1)), Row::Test(test(2))]);
    let two = Condition { all: false, groups: vec![group(true, &[1]), group(true, &[2, 3])] };
    check_rows(two, false, &[Row::Test(test(1)), Row::Group(group(true, &[2, 3]))]);
}

#[test]
fn tests_are_counted_changed_and_taken_out_by_their_spot() {
    let condition = Condition { all: true, groups: vec![group(true, &[1]), group(false, &[2, 3])] };
    let mut rows = Rows::of(&condition);
    let last = At { row: 1, place: Some(1) };
    assert_eq!(rows.number(last), 3);
    assert_eq!(rows.group_number(1), 1);
    assert_eq!(rows.test(last), Some(test(3)));
    rows.set(last, Some(test(4)));
    assert_eq!(rows.test(last), Some(test(4)));
    rows.set(last, None);
    rows.set(At { row: 0, place: None }, None);
    assert_eq!(rows.condition(), Condition { all: true, groups: vec![group(false, &[2])] });
}

#[test]
fn an_emptied_group_leaves_no_empty_group_behind() {
    let condition = Condition { all: true, groups: vec![group(true, &[1]), group(false, &[2, 3])] };
    let mut rows = Rows::of(&condition);
    rows.change_group(1, |group| group.tests.clear());
    assert_eq!(rows.clone().condition(), Condition { all: true, groups: vec![group(true, &[1])] });
    rows.set(At { row: 0, place: None }, None);
    assert_eq!(rows.condition(), Condition { all: true, groups: Vec::new() });
}
