//! Sealing: what one key sealed, only the other opens, and only as it was sent.

use crate::samples::{self, SEAL_SEED};
use crate::support::SURVEY;
use ask_together::model::id::{Edition, SurveyId};
use ask_together::model::seal::{
    CannotOpen, PublicKey, SealedResponse, SecretKey, key_pair, open, public_key, seal,
};
use ask_together::model::survey::Survey;
use proptest::prelude::*;

const TEXT: &[u8] = b"Only for the organiser";

fn sealed() -> SealedResponse {
    seal(TEXT, &samples::survey(), SEAL_SEED).expect("a sound key")
}

fn check_cannot_open(response: &SealedResponse) {
    assert_eq!(open(response, &samples::keys().0), Err(CannotOpen));
}

#[test]
fn what_was_sealed_opens() {
    assert_eq!(open(&sealed(), &samples::keys().0).as_deref(), Ok(TEXT));
}

#[test]
fn nothing_at_all_can_be_sealed_too() {
    let sealed = seal(b"", &samples::survey(), SEAL_SEED).expect("a sound key");
    assert_eq!(open(&sealed, &samples::keys().0).as_deref(), Ok(&b""[..]));
    assert_eq!(sealed.sealed.len(), 32 + 16);
}

#[test]
fn the_text_does_not_show() {
    let shown = |part: &[u8]| sealed().sealed.windows(part.len()).any(|window| window == part);
    assert!(!shown(&TEXT[..4]));
}

#[test]
fn another_key() {
    let (other, _) = key_pair(&[1; 32]);
    assert_eq!(open(&sealed(), &other), Err(CannotOpen));
}

#[test]
fn another_survey() {
    check_cannot_open(&SealedResponse { survey: SurveyId(SURVEY.0 ^ 1), ..sealed() });
    check_cannot_open(&SealedResponse { survey: SurveyId(SURVEY.0 ^ 1 << 63), ..sealed() });
}

#[test]
fn another_version() {
    check_cannot_open(&SealedResponse { version: 3, ..sealed() });
    check_cannot_open(&SealedResponse { version: 2 | 1 << 31, ..sealed() });
}

#[test]
fn another_edition_of_the_same_version() {
    let reworded = Survey { title: "Another".into(), ..samples::survey() }.frozen();
    assert_eq!(reworded.version, samples::survey().version);
    check_cannot_open(&SealedResponse { edition: reworded.edition, ..sealed() });
    check_cannot_open(&SealedResponse { edition: Edition([0; 16]), ..sealed() });
}

#[test]
fn every_single_bit_changed() {
    for place in 0..sealed().sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed();
            changed.sealed[place] ^= 1 << bit;
            // X25519 does not look at the top bit of a key, but HPKE binds the key as it was sent.
            check_cannot_open(&changed);
        }
    }
}

#[test]
fn cut_short_at_every_length() {
    for length in 0..sealed().sealed.len() {
        let mut cut = sealed();
        cut.sealed.truncate(length);
        check_cannot_open(&cut);
    }
}

#[test]
fn one_byte_behind_it() {
    let mut longer = sealed();
    longer.sealed.push(0);
    check_cannot_open(&longer);
}

/// Points of low order, which lead every key to the same secret (RFC 7748, section 6.1).
const LOW_ORDER: [[u8; 32]; 5] = {
    let mut points = [[0; 32]; 5];
    points[1][0] = 1;
    points[2] = [0xff; 32];
    points[2][0] = 0xec;
    points[2][31] = 0x7f;
    points[3] = points[2];
    points[3][0] = 0xed;
    points[4] = points[2];
    points[4][0] = 0xee;
    points
};

#[test]
fn a_public_key_of_low_order_is_an_error_and_no_panic() {
    for point in LOW_ORDER {
        let result = seal(TEXT, &Survey { key: PublicKey(point), ..samples::survey() }, SEAL_SEED);
        assert_eq!(result, Err(CannotOpen), "{point:?}");
    }
}

#[test]
fn a_passing_key_of_low_order_is_an_error_and_no_panic() {
    for point in LOW_ORDER {
        let mut changed = sealed();
        changed.sealed[..32].copy_from_slice(&point);
        check_cannot_open(&changed);
    }
}

#[test]
fn any_32_bytes_can_be_tried_as_a_secret_key() {
    for byte in [0, 1, 0x7f, 0x80, 0xff] {
        let key = SecretKey([byte; 32]);
        assert_eq!(open(&sealed(), &key), Err(CannotOpen));
        assert!(public_key(&key).is_ok());
    }
}

#[test]
fn the_same_text_looks_different_each_time() {
    let with = |seed| seal(TEXT, &samples::survey(), seed).expect("a sound key").sealed;
    let (one, other) = (with([1; 32]), with([2; 32]));
    assert_ne!(one[..32], other[..32]);
    assert_ne!(one[32..], other[32..]);
    assert_eq!(one, with([1; 32]), "tests can count on the seed");
}

#[test]
fn keys_come_from_their_seed_alone() {
    assert!(key_pair(&[1; 32]) == key_pair(&[1; 32]));
    assert_ne!(key_pair(&[1; 32]).1, key_pair(&[2; 32]).1);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_opens_with_its_own_key_only(
        text in prop::collection::vec(any::<u8>(), 0..300),
        seeds in any::<[[u8; 32]; 3]>(),
        survey in any::<u64>(),
        version in any::<u32>(),
    ) {
        prop_assume!(seeds[0] != seeds[1]);
        let (secret, public) = key_pair(&seeds[0]);
        let (other, _) = key_pair(&seeds[1]);
        let of = Survey { id: SurveyId(survey), version, key: public, ..samples::survey() }.frozen();
        let sealed = seal(&text, &of, seeds[2]);
        let sealed = sealed.expect("a sound key");
        prop_assert_eq!(open(&sealed, &secret), Ok(text));
        prop_assert_eq!(open(&sealed, &other), Err(CannotOpen));
    }

    #[test]
    fn any_bytes_are_opened_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_cannot_open(&SealedResponse { sealed: bytes, ..sealed() });
    }
}
