//! What a phone makes of what it finds in the two places where it keeps things.

use crate::attacks_on_packets::packet;
use crate::make::one;
use crate::support::q;
use ask_together::model::id::ResponseId;
use ask_together::model::kept::{Choice, Kept, choose};
use ask_together::model::response::Progress;
use ask_together::model::wire;
use base64ct::{Base64UrlUnpadded, Encoding};

/// Answers to so many questions, as text.
fn answers(count: u32) -> String {
    wire::to_text(&progress(count))
}

fn progress(count: u32) -> Progress {
    let answers = (1..=count).map(|number| (q(number), one(number))).collect();
    Progress { answers, ..Progress::new(ResponseId(7)) }
}

fn newer() -> String {
    Base64UrlUnpadded::encode_string(&packet("progress", 2, b"who knows"))
}

fn found(database: Option<&str>, text: Option<&str>) -> Choice<Progress> {
    let places = [database, text].map(|place| place.map(str::to_owned));
    choose(places, |progress: &Progress| progress.answers.iter().count())
}

#[track_caller]
fn check(database: Option<&str>, text: Option<&str>, kept: Kept<Progress>, aside: &[&str]) {
    let choice = found(database, text);
    assert_eq!(
        (choice.kept, choice.aside),
        (kept, aside.iter().map(|&text| text.into()).collect())
    );
}

#[test]
fn where_nothing_was_kept_there_is_nothing() {
    check(None, None, Kept::Nothing, &[]);
}

#[test]
fn what_is_in_either_place_is_found() {
    check(Some(&answers(2)), None, Kept::Here(progress(2)), &[]);
    check(None, Some(&answers(2)), Kept::Here(progress(2)), &[]);
    assert_eq!(found(None, Some(&answers(2))).text, Some(answers(2)));
}

#[test]
fn the_same_in_both_places_is_there_once() {
    check(Some(&answers(2)), Some(&answers(2)), Kept::Here(progress(2)), &[]);
    check(Some("rubbish"), Some("rubbish"), Kept::Unreadable, &["rubbish"]);
}

#[test]
fn where_the_places_differ_more_counts_and_less_is_put_aside() {
    check(Some(&answers(3)), Some(&answers(2)), Kept::Here(progress(3)), &[&answers(2)]);
    check(Some(&answers(2)), Some(&answers(3)), Kept::Here(progress(3)), &[&answers(2)]);
    assert_eq!(found(Some(&answers(2)), Some(&answers(3))).text, Some(answers(3)));
}

#[test]
fn where_both_hold_as_much_what_the_database_refused_was_said_last() {
    let changed = Progress { answers: [(q(1), one(2))].into_iter().collect(), ..progress(1) };
    let text = wire::to_text(&changed);
    check(Some(&answers(1)), Some(&text), Kept::Here(changed), &[&answers(1)]);
}

#[test]
fn what_can_not_be_read_is_not_nothing_and_is_put_aside() {
    check(Some("rubbish"), None, Kept::Unreadable, &["rubbish"]);
    check(None, Some("rubbish"), Kept::Unreadable, &["rubbish"]);
    check(Some(""), None, Kept::Unreadable, &[""]);
    check(Some("one"), Some("two"), Kept::Unreadable, &["one", "two"]);
}

#[test]
fn what_can_be_read_counts_beside_what_can_not() {
    check(Some("rubbish"), Some(&answers(1)), Kept::Here(progress(1)), &["rubbish"]);
    check(Some(&answers(1)), Some("rubbish"), Kept::Here(progress(1)), &["rubbish"]);
}

#[test]
fn what_a_newer_release_wrote_stays_where_it_is_with_all_that_is_beside() {
    check(Some(&newer()), None, Kept::Newer, &[]);
    check(Some(&newer()), Some(&answers(3)), Kept::Newer, &[]);
    check(Some("rubbish"), Some(&newer()), Kept::Newer, &[]);
    check(Some(&answers(3)), Some(&newer()), Kept::Newer, &[]);
}
