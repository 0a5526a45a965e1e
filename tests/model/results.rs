//! Results: counts, words, and who was asked at all.

use crate::codebook::{choices, question, version};
use crate::samples;
use crate::support::{c, q};
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::Received;
use ask_together::model::response::{Answer, Response};
use ask_together::model::results::{Tally, tallies};
use ask_together::model::survey::{Kind, Survey};

/// A response to a version with these answers to questions by number.
pub fn received(version: u32, answers: &[(u32, Answer)]) -> Received {
    let answers = answers.iter().map(|(number, answer)| (q(*number), answer.clone())).collect();
    let id = ResponseId(u64::from(version));
    Received { at: 0, response: Response { id, version, answers, ..samples::response() } }
}

pub fn one(number: u32) -> Answer {
    Answer::OneChoice(c(number))
}

pub fn many(numbers: &[u32]) -> Answer {
    Answer::ManyChoices(numbers.iter().map(|number| c(*number)).collect())
}

pub fn words(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

/// The tally of the one question in these versions.
fn tally(versions: &[Survey], received: &[Received]) -> Tally {
    let mut all = tallies(versions, received);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// Counts, how many answered, and how many skipped.
fn check(kind: Kind, answers: &[Option<Answer>], expected: (&[usize], usize, usize)) {
    let versions = [version(1, vec![question(1, "Which?", kind)])];
    let answer = |answer: &Option<Answer>| {
        received(1, &answer.clone().map(|answer| (1, answer)).into_iter().collect::<Vec<_>>())
    };
    let received: Vec<_> = answers.iter().map(answer).collect();
    let tally = tally(&versions, &received);
    assert_eq!((&*tally.counts, tally.answered, tally.skipped), expected);
    assert_eq!(tally.answered + tally.skipped, received.len());
}

#[test]
fn nobody_answered_yet() {
    check(Kind::OneChoice(choices(&[1, 2])), &[], (&[0, 0], 0, 0));
}

#[test]
fn picked_choices_are_counted() {
    let kind = Kind::OneChoice(choices(&[1, 2, 3]));
    check(kind, &[Some(one(3)), Some(one(1)), Some(one(3)), None], (&[1, 0, 2], 3, 1));
}

#[test]
fn each_tick_counts_and_each_person_once() {
    let kind = Kind::ManyChoices(choices(&[1, 2, 3]));
    check(kind, &[Some(many(&[1, 2])), Some(many(&[2])), None], (&[1, 2, 0], 2, 1));
}

#[test]
fn one_choice_ticked_twice_counts_once() {
    check(Kind::ManyChoices(choices(&[1, 2])), &[Some(many(&[2, 2, 2]))], (&[0, 1], 1, 0));
}

#[test]
fn a_choice_that_is_none_is_no_answer() {
    check(Kind::OneChoice(choices(&[1, 2])), &[Some(one(9))], (&[0, 0], 0, 1));
    check(Kind::ManyChoices(choices(&[1, 2])), &[Some(many(&[1, 9]))], (&[0, 0], 0, 1));
}

#[test]
fn an_answer_of_another_kind_is_no_answer() {
    check(Kind::OneChoice(choices(&[1, 2])), &[Some(words("1"))], (&[0, 0], 0, 1));
    check(Kind::ManyChoices(choices(&[1, 2])), &[Some(one(1))], (&[0, 0], 0, 1));
    check(Kind::LongText, &[Some(one(1))], (&[], 0, 1));
}

#[test]
fn words_come_in_their_order() {
    let versions = [version(1, vec![question(1, "Why?", Kind::LongText)])];
    let received = ["b", "a", "b"].map(|text| received(1, &[(1, words(text))]));
    let tally = tally(&versions, &received);
    assert_eq!(tally.written, ["b", "a", "b"]);
    assert!(tally.is_written());
    assert_eq!((tally.answered, tally.skipped), (3, 0));
}

#[test]
fn who_was_not_asked_did_not_skip() {
    let first = question(1, "Old?", Kind::ShortText);
    let second = question(2, "New?", Kind::ShortText);
    let versions = [version(1, vec![first.clone()]), version(2, vec![second])];
    let received = [received(1, &[]), received(1, &[(1, words("x"))]), received(2, &[])];
    let all = tallies(&versions, &received);
    let counts: Vec<_> = all.iter().map(|tally| (tally.answered, tally.skipped)).collect();
    assert_eq!(counts, [(0, 1), (1, 1)], "the new question first, then the deleted one");
}

#[test]
fn answers_of_all_versions_are_added_up() {
    let which = |numbers: &[u32]| vec![question(1, "Which?", Kind::OneChoice(choices(numbers)))];
    let versions = [version(1, which(&[1, 2])), version(2, which(&[3, 1]))];
    let received =
        [received(1, &[(1, one(2))]), received(1, &[(1, one(1))]), received(2, &[(1, one(1))])];
    let tally = tally(&versions, &received);
    assert_eq!(tally.counts, [0, 2, 1], "choices 3, 1 and the deleted 2");
}

#[test]
fn a_choice_that_was_not_offered_yet_is_no_answer_to_the_old_version() {
    let which = |numbers: &[u32]| vec![question(1, "Which?", Kind::OneChoice(choices(numbers)))];
    let versions = [version(1, which(&[1, 2])), version(2, which(&[1, 2, 3]))];
    let tally = tally(&versions, &[received(1, &[(1, one(3))])]);
    assert_eq!((tally.answered, tally.skipped), (0, 1));
}

#[test]
fn a_question_that_changed_its_kind_is_added_up_for_each_kind_alone() {
    let versions = [
        version(1, vec![question(1, "Which?", Kind::OneChoice(choices(&[1, 2])))]),
        version(2, vec![question(1, "Which?", Kind::LongText)]),
    ];
    let received = [received(1, &[(1, one(1))]), received(2, &[(1, words("x"))]), received(2, &[])];
    let all = tallies(&versions, &received);
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].written.len(), all[0].answered, all[0].skipped), (1, 1, 1));
    assert_eq!((&*all[1].counts, all[1].answered, all[1].skipped), (&[1, 0][..], 1, 0));
}

#[test]
fn a_response_to_a_version_that_is_not_here_counts_nowhere() {
    let versions = [version(1, vec![question(1, "Why?", Kind::ShortText)])];
    let tally = tally(&versions, &[received(9, &[(1, words("x"))])]);
    assert_eq!((tally.answered, tally.skipped, tally.written.len()), (0, 0, 0));
}
