//! Which key a survey is published with: never a new one where an older one is out.

use ask_together::model::draft::{HIGHEST_VERSION, Published};
use ask_together::model::id::Edition;
use ask_together::model::keys::{KeyChoice, key_to_publish, next_version};
use ask_together::model::seal::PublicKey;

const OURS: PublicKey = PublicKey([1; 32]);
const THEIRS: PublicKey = PublicKey([2; 32]);

fn published(keys: &[PublicKey]) -> Vec<Published> {
    let one = |(version, key): (u32, &PublicKey)| Published {
        version,
        edition: Edition([version as u8; 16]),
        key: *key,
    };
    (1..).zip(keys).map(one).collect()
}

fn check(held: &[PublicKey], out: &[PublicKey], expected: KeyChoice) {
    assert_eq!(key_to_publish(held, &published(out), false), expected, "{held:?} {out:?}");
}

#[test]
fn the_first_version_gets_a_new_key() {
    check(&[], &[], KeyChoice::New);
}

#[test]
fn the_next_version_keeps_the_key() {
    check(&[OURS], &[OURS], KeyChoice::Held(0));
    check(&[OURS], &[OURS, OURS], KeyChoice::Held(0));
}

#[test]
fn the_key_of_a_review_is_good_for_the_first_version() {
    check(&[OURS], &[], KeyChoice::Held(0));
}

#[test]
fn a_survey_that_was_published_never_gets_a_new_key() {
    check(&[], &[OURS], KeyChoice::Missing);
    check(&[OURS], &[THEIRS], KeyChoice::Missing);
    assert_eq!(key_to_publish(&[], &[], true), KeyChoice::Missing, "a key that can not be read");
}

#[test]
fn of_two_keys_the_one_that_was_published_with_last_is_taken() {
    check(&[OURS, THEIRS], &[OURS, THEIRS], KeyChoice::Held(1));
    check(&[OURS, THEIRS], &[THEIRS, OURS], KeyChoice::Held(0));
    check(&[OURS], &[OURS, THEIRS], KeyChoice::Held(0));
}

#[test]
fn versions_are_counted_on_and_never_past_what_can_be_read_again() {
    assert_eq!(next_version(0), 1);
    assert_eq!(next_version(HIGHEST_VERSION - 1), HIGHEST_VERSION);
    assert_eq!(next_version(HIGHEST_VERSION), HIGHEST_VERSION);
    assert_eq!(next_version(u32::MAX), HIGHEST_VERSION);
}
