//! Removing many answers at once: which ones a person means.

use crate::make::{answers_in_rounds, one, other, question, received_all, version, words};
use crate::samples;
use ask_together::model::answer::Answer;
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::{
    By, Listed, Noted, Received, Sieve, Waiting, by_day, by_way, first_words, listed, sieved,
};
use ask_together::model::records::Kind as Record;
use ask_together::model::response::Response;
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::wire;

const DAY: u64 = 86_400_000;

fn came(id: u64, at: u64, by: By) -> Listed {
    Listed { came: Noted { at, by, id: ResponseId(id) }, waits: false }
}

fn day(at: u64) -> String {
    format!("2026-11-{:02}", at / DAY)
}

/// Three on the 3rd, by two ways, and one on the 5th.
fn all() -> Vec<Listed> {
    vec![
        came(1, 3 * DAY, By::Link),
        came(2, 3 * DAY + 5, By::File),
        came(3, 3 * DAY + 9, By::File),
        came(4, 5 * DAY, By::Link),
    ]
}

/// Which pass, by their ids.
fn check(on: Option<&str>, by: Option<By>, expected: &[u64]) {
    let sieve = Sieve { day: on.map(str::to_owned), by };
    let all = all();
    let passed = sieved(&all, &sieve, day);
    let ids: Vec<u64> = passed.iter().map(|one| one.came.id.0).collect();
    assert_eq!(ids, expected, "{on:?} {by:?}");
}

#[test]
fn each_day_and_each_way_has_its_count() {
    let days = [("2026-11-05".to_owned(), 1), ("2026-11-03".to_owned(), 3)];
    assert_eq!(by_day(&all(), day), days);
    assert_eq!(by_way(&all()), [(By::Link, 2), (By::File, 2)]);
    assert!(by_day(&[], day).is_empty() && by_way(&[]).is_empty());
}

#[test]
fn a_day_and_a_way_narrow_the_list_down_and_the_last_comes_first() {
    check(None, None, &[4, 3, 2, 1]);
    check(Some("2026-11-03"), None, &[3, 2, 1]);
    check(None, Some(By::Link), &[4, 1]);
    check(Some("2026-11-03"), Some(By::Link), &[1]);
    check(Some("2026-11-05"), Some(By::File), &[]);
}

/// The list that a person picks from no longer names it, so nothing must be left out for it.
#[test]
fn a_day_or_a_way_whose_answers_are_all_gone_lets_the_others_pass() {
    check(Some("2026-11-04"), None, &[4, 3, 2, 1]);
    check(Some("2026-11-05"), Some(By::Typed), &[4]);
}

/// A sealed answer that came in so and waits.
fn waiting(id: u64, at: u64, by: By) -> Waiting {
    Waiting { sealed: samples::sealed(), noted: Some(Noted { at, by, id: ResponseId(id) }) }
}

#[test]
fn answers_that_wait_are_listed_by_when_they_came_among_those_that_count() {
    let response = |id| Response { id: ResponseId(id), ..samples::response() };
    let counted = |id, at| Received { at, by: By::Link, response: response(id) };
    let received = [counted(1, 3 * DAY), counted(2, 5 * DAY)];
    let unnoted = Waiting { sealed: samples::sealed(), noted: None };
    let wait = [waiting(3, 4 * DAY, By::File), waiting(4, 5 * DAY + 1, By::Code), unnoted];
    let all = listed(&received, &wait, |id| id == ResponseId(4));
    let told: Vec<(u64, bool)> = all.iter().map(|one| (one.came.id.0, one.waits)).collect();
    assert_eq!(told, [(1, false), (3, true), (2, false)], "what is removed shows elsewhere");
    assert_eq!(by_way(&all), [(By::Link, 2), (By::File, 1)]);
}

#[test]
fn a_set_that_is_kept_apart_and_waits_has_no_day_and_no_way() {
    let wait = [waiting(3, 0, By::Link), waiting(4, 5 * DAY, By::Link)];
    let all = listed(&[], &wait, |_| false);
    let apart: Vec<bool> = all.iter().map(Listed::is_apart).collect();
    assert_eq!(apart, [true, false]);
    assert_eq!(by_way(&all), [(By::Link, 1)]);
    assert_eq!(by_day(&all, |at| at.to_string()), [((5 * DAY).to_string(), 1)]);
    let of = |by| Sieve { by: Some(by), ..Sieve::default() };
    assert_eq!(sieved(&all, &of(By::Link), |at| at.to_string()).len(), 1);
}

/// Earlier releases kept the sealed answer alone. Those texts are still there.
#[test]
fn an_answer_that_waits_is_read_with_what_was_noted_and_without() {
    let noted = waiting(7, 1_750_000_000_000, By::Typed);
    let text = noted.to_text();
    assert_eq!(Waiting::from_text(&text), Ok(noted.clone()));
    assert_eq!(Noted::in_text(&text), noted.noted);
    let bare = wire::to_text(&noted.sealed);
    assert_eq!(Waiting::from_text(&bare), Ok(Waiting { noted: None, ..noted.clone() }));
    assert!(Record::Waiting.can_read(&text) && Record::Waiting.can_read(&bare));
    assert!(!Record::Waiting.can_read(" 1 2 3") && !Record::Waiting.can_read(""));
}

#[test]
fn a_note_that_makes_no_sense_loses_no_answer() {
    let bare = Waiting { sealed: samples::sealed(), noted: None };
    for note in ["", "1", "1 2", "1 9 0000000000000007", "x 0 0000000000000007", "1 0 7", "-1 0 "] {
        let text = format!("{} {note}", wire::to_text(&bare.sealed));
        assert_eq!(Waiting::from_text(&text), Ok(bare.clone()), "{note}");
    }
}

/// What is told of a response to version 1 with these answers.
fn told(answers: &[(u32, u8, Answer)], versions: &[Survey]) -> String {
    first_words(versions, &received_all(1, answers_in_rounds(answers)).response).to_owned()
}

#[test]
fn the_first_words_in_the_order_of_the_survey_tell_what_an_answer_is() {
    let versions = [version(1, [2, 1, 3].map(|number| question(number, Kind::LongText)).to_vec())];
    let both = [(1, 0, words("Second")), (2, 0, words(" First "))];
    assert_eq!(told(&both, &versions), "First");
    let rounds = [(3, 1, words("Again")), (3, 0, words("At first"))];
    assert_eq!(told(&rounds, &versions), "At first");
    assert_eq!(told(&[(1, 0, one(1)), (3, 0, other(&[], "Else"))], &versions), "Else");
    assert_eq!(told(&[(1, 0, one(1)), (3, 0, other(&[1], " "))], &versions), "");
    assert_eq!(told(&both[..1], &[]), "Second", "also where its version is not here");
}
