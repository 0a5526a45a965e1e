//! The codebook: every question over all versions, with every choice it ever had.

use crate::samples;
use crate::support::{c, q};
use ask_together::model::codebook::{Codebook, Entry};
use ask_together::model::survey::{Choice, Kind, Question, Survey};

/// Choices from numbers: number 3 says "3".
pub fn choices(numbers: &[u32]) -> Vec<Choice> {
    numbers.iter().map(|number| Choice { id: c(*number), text: number.to_string() }).collect()
}

pub fn question(number: u32, text: &str, kind: Kind) -> Question {
    Question { id: q(number), text: text.to_owned(), hint: String::new(), kind }
}

pub fn version(version: u32, questions: Vec<Question>) -> Survey {
    Survey { version, questions, ..samples::survey() }
}

fn check(versions: &[Survey], expected: &[Question]) {
    let entry = |question: &Question| Entry {
        id: question.id,
        text: question.text.clone(),
        kind: question.kind.clone(),
    };
    let expected: Vec<Entry> = expected.iter().map(entry).collect();
    assert_eq!(Codebook::of(versions).entries, expected);
    let mut reversed = versions.to_vec();
    reversed.reverse();
    assert_eq!(Codebook::of(&reversed).entries, expected, "the versions may come in any order");
}

#[test]
fn no_version_has_no_entries() {
    check(&[], &[]);
}

#[test]
fn one_version_is_its_own_codebook() {
    let questions = samples::survey().questions;
    check(&[version(1, questions.clone())], &questions);
}

#[test]
fn the_newest_words_and_order_count() {
    let one = |text| question(1, text, Kind::ShortText);
    let two = |text| question(2, text, Kind::LongText);
    let versions =
        [version(1, vec![one("old"), two("old")]), version(2, vec![two("new"), one("new")])];
    check(&versions, &[two("new"), one("new")]);
}

#[test]
fn a_deleted_question_keeps_its_place_at_the_end() {
    let keep = question(1, "Keep?", Kind::ShortText);
    let gone = question(2, "Gone?", Kind::OneChoice(choices(&[1, 2])));
    let new = question(3, "New?", Kind::LongText);
    let versions =
        [version(1, vec![gone.clone(), keep.clone()]), version(2, vec![keep.clone(), new.clone()])];
    check(&versions, &[keep, new, gone]);
}

#[test]
fn a_question_that_was_gone_for_one_version_is_one_entry() {
    let one = question(1, "Here?", Kind::ShortText);
    let two = question(2, "There?", Kind::ShortText);
    let versions = [
        version(1, vec![one.clone(), two.clone()]),
        version(2, vec![two.clone()]),
        version(3, vec![one.clone(), two.clone()]),
    ];
    check(&versions, &[one, two]);
}

#[test]
fn a_deleted_choice_comes_behind_those_that_are_left() {
    let with = |numbers: &[u32]| question(1, "Which?", Kind::ManyChoices(choices(numbers)));
    let versions = [version(1, vec![with(&[1, 2, 3])]), version(2, vec![with(&[3, 4, 1])])];
    check(&versions, &[with(&[3, 4, 1, 2])]);
}

#[test]
fn a_choice_has_its_newest_words() {
    let says = |text: &str| {
        let choice = Choice { id: c(1), text: text.to_owned() };
        question(1, "Which?", Kind::OneChoice(vec![choice]))
    };
    let versions = [version(1, vec![says("old")]), version(2, vec![says("new")])];
    check(&versions, &[says("new")]);
    let book = Codebook::of(&versions);
    assert_eq!(book.entries[0].choice(c(1)), Some("new"));
    assert_eq!(book.entries[0].choice(c(2)), None);
}

#[test]
fn another_kind_is_another_entry() {
    let one = question(1, "Which?", Kind::OneChoice(choices(&[1, 2])));
    let many = question(1, "Which?", Kind::ManyChoices(choices(&[1, 2])));
    let words = question(1, "Which?", Kind::LongText);
    let versions = [
        version(1, vec![one.clone()]),
        version(2, vec![many.clone()]),
        version(3, vec![words.clone()]),
    ];
    check(&versions, &[words, many, one]);
}

#[test]
fn a_longer_box_for_words_is_the_same_entry() {
    let short = question(1, "Why?", Kind::ShortText);
    let long = question(1, "Why?", Kind::LongText);
    check(&[version(1, vec![short]), version(2, vec![long.clone()])], &[long]);
}
