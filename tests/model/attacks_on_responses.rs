//! Responses that no participant's page made. Anyone with the survey link can seal one, so they
//! must neither hang nor fill the organiser's browser.

use crate::allocations::most_held;
use crate::attacks_on_packets::{number, packet};
use crate::support::{SURVEY, c, q};
use ask_together::model::id::ResponseId;
use ask_together::model::response::{Answer, Response};
use ask_together::model::survey::{MOST_CHOICES, MOST_QUESTIONS};
use ask_together::model::wire::{LARGEST_PACKET, Packet, Unreadable};

fn response(answers: impl IntoIterator<Item = (u32, Answer)>) -> Response {
    Response {
        id: ResponseId(1),
        revision: 1,
        survey: SURVEY,
        version: 1,
        answers: answers.into_iter().map(|(number, answer)| (q(number), answer)).collect(),
    }
}

#[test]
fn an_answer_to_each_of_the_most_questions_reads() {
    let ticks: Vec<_> = (0..MOST_CHOICES as u32).map(c).collect();
    let all = response((0..MOST_QUESTIONS as u32).map(|n| (n, Answer::ManyChoices(ticks.clone()))));
    assert_eq!(Response::from_packet(&all.to_packet()), Ok(all));
}

/// Comparing each answer with each other would take minutes.
#[test]
fn a_hundred_thousand_answers_are_turned_away() {
    let count = 140_000;
    let answers = (0..count).flat_map(|n| [vec![1], number(n), vec![0, 1, 1]].concat());
    let body: Vec<u8> = [0; 4].into_iter().chain(number(count)).chain(answers).collect();
    let bytes = packet("response", 1, &body);
    assert!(bytes.len() < LARGEST_PACKET);
    assert_eq!(Response::from_packet(&bytes), Err(Unreadable::Damaged));
    let held = most_held(|| Response::from_packet(&bytes));
    assert!(held < 64 << 20, "held {held} bytes");
}

#[test]
fn more_ticks_than_any_question_has_choices_are_turned_away() {
    let ticks = |count: usize| (0..count as u32).map(c).collect();
    let most = response([(1, Answer::ManyChoices(ticks(MOST_CHOICES)))]);
    assert_eq!(Response::from_packet(&most.to_packet()), Ok(most));
    let more = response([(1, Answer::ManyChoices(ticks(MOST_CHOICES + 1)))]);
    assert_eq!(Response::from_packet(&more.to_packet()), Err(Unreadable::Damaged));
}

#[test]
fn two_answers_to_one_question_are_one() {
    let body = [&[0; 4][..], &[2], &[9, 1, 0, 9, 2], &[9, 1, 0, 9, 3]].concat();
    let read = Response::from_packet(&packet("response", 1, &body)).expect("a sound packet");
    assert_eq!(read.answers.iter().count(), 1);
    assert_eq!(read.answers.get(q(1)), Some(&Answer::OneChoice(c(3))));
}

#[test]
fn no_ticks_and_no_words_are_no_answer() {
    let body = [&[0; 4][..], &[2], &[9, 1, 1, 0], &[9, 2, 2, 3, b' ', b'\n', b' ']].concat();
    let read = Response::from_packet(&packet("response", 1, &body)).expect("a sound packet");
    assert!(read.answers.is_empty());
}
