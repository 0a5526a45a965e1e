//! Responses that no participant's page made. Anyone with the survey link can seal one, so they
//! must neither hang nor fill the organiser's browser.

use crate::allocations::most_held;
use crate::attacks_on_packets::{number, packet};
use crate::make::{many, picking, version};
use crate::support::{SURVEY, c, q};
use ask_together::model::answer::Answer;
use ask_together::model::id::{Edition, ResponseId};
use ask_together::model::path::Path;
use ask_together::model::response::{Answers, Asked, Given, Response};
use ask_together::model::seal::SealedResponse;
use ask_together::model::survey::{Kind, MOST_CHOICES, MOST_QUESTIONS, MOST_ROUNDS};
use ask_together::model::wire::{LARGEST_PACKET, Unreadable};

fn response(answers: impl IntoIterator<Item = (u32, Answer)>) -> Response {
    Response {
        id: ResponseId(1),
        revision: 1,
        survey: SURVEY,
        version: 1,
        edition: Edition::default(),
        given: Given::default(),
        answers: answers.into_iter().map(|(number, answer)| (q(number), answer)).collect(),
    }
}

/// What was sealed, once it is open.
fn read(plain: &[u8]) -> Result<Response, Unreadable> {
    let edition = Edition::default();
    Response::of_sealed(
        &SealedResponse { survey: SURVEY, version: 1, edition, sealed: vec![] },
        plain,
    )
}

/// What comes after the answers: no language, no day, no code, on a phone, finished, not apart.
const REST: [u8; 6] = [0; 6];

#[test]
fn an_answer_to_each_of_the_most_questions_reads() {
    let ticks: Vec<_> = (0..MOST_CHOICES as u32).map(c).collect();
    let all = response((0..MOST_QUESTIONS as u32).map(|n| (n, Answer::ManyChoices(ticks.clone()))));
    assert_eq!(read(&all.to_plain()), Ok(all));
}

/// Comparing each answer with each other would take minutes.
#[test]
fn a_hundred_thousand_answers_are_turned_away() {
    let count = 125_000;
    let answers = (0..count).flat_map(|n| [vec![1], number(n), vec![0, 0, 1, 1]].concat());
    let body: Vec<u8> =
        [0; 2].into_iter().chain(number(count)).chain(answers).chain(REST).collect();
    let bytes = packet("response", 1, &body);
    assert!(bytes.len() < LARGEST_PACKET);
    assert_eq!(read(&bytes), Err(Unreadable::Damaged));
    let held = most_held(|| read(&bytes));
    assert!(held < 64 << 20, "held {held} bytes");
}

/// Every question, each time round, with one character of words.
fn in_all_rounds() -> Answers {
    let rounds = (0..MOST_ROUNDS as u8).flat_map(|round| {
        (0..MOST_QUESTIONS as u32).map(move |number| Asked { question: q(number), round })
    });
    rounds.map(|asked| (asked, Answer::Text("x".into()))).collect()
}

#[test]
fn an_answer_to_each_of_the_most_questions_each_time_round_reads() {
    let all = Response { answers: in_all_rounds(), ..response([]) };
    assert_eq!(all.answers.iter().count(), 5_000);
    assert_eq!(read(&all.to_plain()), Ok(all));
}

#[test]
fn one_answer_above_the_most_is_turned_away() {
    let mut answers = in_all_rounds();
    answers.set(Asked { question: q(1), round: 200 }, Some(Answer::PreferNotToSay));
    let all = Response { answers, ..response([]) };
    assert_eq!(read(&all.to_plain()), Err(Unreadable::Damaged));
}

#[test]
fn an_answer_in_a_round_that_nobody_is_asked_reads_and_counts_nowhere() {
    let asked = Asked { question: q(1), round: 255 };
    let answers: Answers = [(asked, many(&[1]))].into_iter().collect();
    let all = Response { answers, ..response([]) };
    let read = read(&all.to_plain()).expect("a sound packet");
    assert_eq!(read, all);
    let survey = version(1, vec![picking(1, Kind::ManyChoices, &[1, 2])]);
    let path = Path::of(&survey, &read.answers);
    assert_eq!(path.steps.len(), 1);
}

#[test]
fn more_ticks_than_any_question_has_choices_are_turned_away() {
    let ticks = |count: usize| (0..count as u32).map(c).collect();
    let most = response([(1, Answer::ManyChoices(ticks(MOST_CHOICES)))]);
    assert_eq!(read(&most.to_plain()), Ok(most));
    let too_many: Vec<_> = ticks(MOST_CHOICES + 1);
    let placed = too_many.iter().map(|id| (*id, 0)).collect();
    for more in [
        Answer::ManyChoices(too_many.clone()),
        Answer::Other { ticked: too_many.clone(), words: String::new() },
        Answer::Ranked(too_many.clone()),
        Answer::Sorted(placed),
    ] {
        let more = response([(1, more)]);
        assert_eq!(read(&more.to_plain()), Err(Unreadable::Damaged));
    }
}

/// The highest number there is could never be replaced, not even by the person themselves.
#[test]
fn a_revision_that_nobody_reaches_by_sending_is_turned_away() {
    let sent = |revision| read(&Response { revision, ..response([]) }.to_plain()).map(|_| ());
    assert_eq!(sent(100_000), Ok(()));
    assert_eq!(sent(100_001), Err(Unreadable::Damaged));
    assert_eq!(sent(u32::MAX), Err(Unreadable::Damaged));
}

#[test]
fn two_answers_to_one_question_are_one() {
    let body = [&[0; 2][..], &[2], &[9, 1, 0, 0, 9, 2], &[9, 1, 0, 0, 9, 3], &REST].concat();
    let read = read(&packet("response", 1, &body)).expect("a sound packet");
    assert_eq!(read.answers.iter().count(), 1);
    assert_eq!(read.answers.get(q(1)), Some(&Answer::OneChoice(c(3))));
}

#[test]
fn no_ticks_and_no_words_are_no_answer() {
    let nothing: [&[u8]; 4] = [&[1, 0], &[2, 3, b' ', b'\n', b' '], &[4, 0], &[5, 0]];
    let answers = nothing.iter().zip(1..).map(|(answer, n)| [&[9, n, 0], *answer].concat());
    let body = [&[0; 2][..], &[4], &answers.collect::<Vec<_>>().concat(), &REST].concat();
    let read = read(&packet("response", 1, &body)).expect("a sound packet");
    assert!(read.answers.is_empty());
}
