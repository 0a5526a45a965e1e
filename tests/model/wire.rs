//! Packets, text and backup files: what was written reads back the same.
//!
//! Drafts are read back in `draft_properties`, where random ones are made.

use crate::make::{answers_in_rounds, many, one, words};
use crate::samples;
use crate::strategies;
use crate::support::{SURVEY, Tab};
use ask_together::model::answer::Answer;
use ask_together::model::draft::{Draft, Place};
use ask_together::model::response::Response;
use ask_together::model::seal::{SealedResponse, SecretKey};
use ask_together::model::wire::{
    Backup, BackupSurvey, LARGEST_PACKET, Packet, Unreadable, from_text, to_text,
};
use core::fmt::Debug;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn check<T: Packet + PartialEq + Debug>(value: T) {
    assert_eq!(T::from_packet(&value.to_packet()).as_ref(), Ok(&value));
    let text = to_text(&value);
    assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
    assert_eq!(from_text(&text), Ok(value));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_survey_reads_back(value in strategies::survey()) {
        check(value);
    }

    #[test]
    fn progress_reads_back(value in strategies::progress()) {
        check(value);
    }

    #[test]
    fn a_response_reads_back(value in strategies::response()) {
        let Response { survey, version, edition, .. } = value;
        let sealed = SealedResponse { survey, version, edition, sealed: vec![] };
        prop_assert_eq!(Response::of_sealed(&sealed, &value.to_plain()), Ok(value));
    }

    #[test]
    fn a_received_response_reads_back(value in strategies::received()) {
        check(value);
    }

    #[test]
    fn a_sealed_response_reads_back(value in strategies::sealed()) {
        check(value);
    }

    #[test]
    fn a_secret_key_reads_back(bytes in any::<[u8; 32]>()) {
        let key = SecretKey(bytes);
        prop_assert!(SecretKey::from_packet(&key.to_packet()) == Ok(key.clone()));
        prop_assert!(from_text(&to_text(&key)) == Ok(key));
    }

    #[test]
    fn a_copy_reads_back(
        versions in prop::collection::vec(strategies::survey(), 0..3),
        received in prop::collection::vec(strategies::received(), 0..3),
        waiting in prop::collection::vec(strategies::sealed(), 0..3),
        title in strategies::text(),
        keys in prop::collection::vec(any::<[u8; 32]>(), 0..3),
    ) {
        let mut tab = Tab::new(1);
        tab.types(Place::Title, &title);
        let withdrawn: Vec<_> = received.iter().map(|one| one.response.id).collect();
        let removed = withdrawn.iter().skip(1).copied().collect();
        let draft = tab.draft;
        let keys = keys.into_iter().map(SecretKey).collect();
        let survey = BackupSurvey { draft, keys, versions, received, withdrawn, removed, waiting };
        let backup = Backup { surveys: vec![survey.clone(), survey], ..Backup::default() };
        prop_assert!(Backup::from_json(&backup.to_json()) == Ok(backup));
    }
}

#[test]
fn a_draft_reads_back() {
    check(samples::draft());
    check(Draft::new(SURVEY));
}

#[test]
fn an_empty_copy_reads_back() {
    assert!(Backup::from_json(&Backup::default().to_json()) == Ok(Backup::default()));
}

#[test]
fn a_copy_can_be_read_by_a_person() {
    let json = samples::backup().to_json();
    assert!(json.contains("\"app\": \"Ask Together\""));
    assert!(json.contains("\"title\": \"Your café ☕\""));
}

#[test]
fn text_that_is_no_base64_is_damaged() {
    for text in ["", "*", "AA=", "AAAA AAAA", "é", "AB"] {
        assert_eq!(from_text::<Draft>(text), Err(Unreadable::Damaged), "{text:?}");
    }
}

#[test]
fn text_above_the_cap_is_not_even_decoded() {
    let text = "*".repeat(LARGEST_PACKET / 3 * 4 + 8);
    let read: Result<ask_together::model::survey::Survey, _> = from_text(&text);
    assert_eq!(read, Err(Unreadable::TooLarge));
}

#[test]
fn a_sealed_answer_is_as_long_whatever_was_ticked_or_said_in_a_few_words() {
    let length = |answer: Answer| {
        let answers = answers_in_rounds(&[(1, 0, answer)]);
        Response { answers, ..samples::response() }.to_plain().len()
    };
    for answer in [many(&[]), many(&[1, 2, 3, 4, 5]), one(1), words("No"), Answer::PreferNotToSay] {
        assert_eq!(length(answer), 64);
    }
    for words in 0..5000_usize {
        let length = length(Answer::Text("x".repeat(words)));
        assert!(length >= words && length <= words + 128 + words / 8, "{words}: {length}");
        assert_eq!(length % 64, 0);
    }
}

#[test]
fn what_follows_an_answer_other_than_zeros_is_of_a_newer_release() {
    let mut plain = samples::response().to_plain();
    let end = plain.len() - 4;
    plain[end - 1] = 1;
    let hash = Sha256::new().chain_update("response").chain_update(&plain[..end]).finalize();
    plain[end..].copy_from_slice(&hash[..4]);
    assert_eq!(Response::of_sealed(&samples::sealed(), &plain), Err(Unreadable::Newer));
}
