//! What is noted when answers leave a phone, and what a page makes of what another page did meanwhile.

use crate::make::one;
use crate::support::q;
use ask_together::model::id::ResponseId;
use ask_together::model::left::{DONE, Left, Met, Shown, TAKEN, Then, leave, meet};
use ask_together::model::response::Progress;

/// A page of a question.
const QUESTION: u32 = 5;

/// What this person said: the choice with this number.
fn progress(person: u64, choice: u32, sent: u32, page: u32) -> Progress {
    let answers = [(q(1), one(choice))].into_iter().collect();
    Progress { answers, sent, page, ..Progress::new(ResponseId(person)) }
}

fn nobody() -> Progress {
    Progress::new(ResponseId(99))
}

#[test]
fn a_way_to_send_that_was_taken_is_noted_and_counts() {
    let mut own = progress(1, 1, 0, QUESTION);
    assert_eq!(leave(&mut own.clone(), &own, 1, false), Left::All);
    let sealed = own.clone();
    leave(&mut own, &sealed, 1, false);
    assert_eq!(own, progress(1, 1, 1, TAKEN));
}

#[test]
fn a_code_that_nobody_may_have_scanned_only_counts() {
    let mut own = progress(1, 1, 0, QUESTION);
    let sealed = own.clone();
    assert_eq!(leave(&mut own, &sealed, 1, true), Left::All);
    assert_eq!(own, progress(1, 1, 1, QUESTION));
}

#[test]
fn who_said_that_they_sent_their_answers_may_send_them_again() {
    let mut own = progress(1, 1, 1, DONE);
    let sealed = own.clone();
    leave(&mut own, &sealed, 1, false);
    assert_eq!(own, progress(1, 1, 1, DONE));
}

#[test]
fn what_was_said_while_an_app_opened_is_not_sent() {
    let mut own = progress(1, 2, 0, QUESTION);
    assert_eq!(leave(&mut own, &progress(1, 1, 0, QUESTION), 1, false), Left::Older);
    assert_eq!(own, progress(1, 2, 1, QUESTION));
}

#[test]
fn an_app_that_opens_after_somebody_else_began_tells_nothing_of_them() {
    let mut own = nobody();
    assert_eq!(leave(&mut own, &progress(1, 1, 0, QUESTION), 1, false), Left::SomebodyElses);
    assert_eq!(own, nobody());
}

#[track_caller]
fn meets(own: &Progress, stored: &Progress, shown: Shown, page: u32, edited: bool, then: Then) {
    let progress = Progress { page, ..stored.clone() };
    assert_eq!(meet(own, stored.clone(), shown), Some(Met { progress, edited, then }));
}

#[test]
fn what_is_known_is_no_news() {
    let own = progress(1, 1, 1, DONE);
    assert_eq!(meet(&own, progress(1, 1, 1, QUESTION), Shown::Done), None);
    assert_eq!(meet(&nobody(), Progress::new(ResponseId(7)), Shown::Before), None);
}

#[test]
fn an_answer_that_the_same_person_gives_elsewhere_is_drawn() {
    let (own, stored) = (progress(1, 1, 0, 3), progress(1, 2, 0, QUESTION));
    meets(&own, &stored, Shown::Before, 3, true, Then::Redraw);
}

#[test]
fn answers_that_are_changed_elsewhere_after_sending_are_not_sent() {
    let (own, stored) = (progress(1, 1, 1, DONE), progress(1, 2, 1, QUESTION));
    meets(&own, &stored, Shown::Done, QUESTION, true, Then::AskAndCheck);
    meets(&own, &stored, Shown::Who, QUESTION, true, Then::AskAndCheck);
    let own = progress(1, 1, 1, TAKEN);
    meets(&own, &stored, Shown::Send, QUESTION, true, Then::Redraw);
}

#[test]
fn answers_that_are_sent_elsewhere_are_out_of_sight_here() {
    let (own, stored) = (progress(1, 1, 0, QUESTION), progress(1, 1, 1, TAKEN));
    meets(&own, &stored, Shown::Before, TAKEN, false, Then::Ask);
    meets(&own, &stored, Shown::Who, TAKEN, false, Then::Redraw);
}

#[test]
fn answers_of_somebody_else_are_out_of_sight() {
    let (own, stored) = (progress(1, 1, 1, DONE), progress(2, 1, 0, QUESTION));
    meets(&own, &stored, Shown::Done, QUESTION, true, Then::Ask);
    meets(&own, &progress(2, 1, 1, DONE), Shown::Before, DONE, false, Then::Ask);
}

#[test]
fn where_somebody_starts_anew_no_page_asks_who_they_are() {
    let own = progress(1, 1, 1, DONE);
    for shown in [Shown::Send, Shown::Done, Shown::Who] {
        meets(&own, &nobody(), shown, 0, true, Then::Start);
    }
    let elsewhere = Progress { page: QUESTION, ..nobody() };
    meets(&own, &elsewhere, Shown::Before, 0, true, Then::Redraw);
}
