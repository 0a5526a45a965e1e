//! Hostile packets of every kind: each gives its one error, without a panic and without much
//! memory.

use crate::allocations::most_held;
use crate::live::pair_code;
use crate::{missing_plan, sample_changes, sample_review, sample_words, samples};
use ask_together::model::change::Changes;
use ask_together::model::draft::Draft;
use ask_together::model::glossary::Glossary;
use ask_together::model::inbox::Received;
use ask_together::model::live::{PairCode, Said};
use ask_together::model::missing::Plan;
use ask_together::model::response::Progress;
use ask_together::model::review::{Invitation, Notes};
use ask_together::model::seal::{SealedNotes, SealedResponse, SecretKey};
use ask_together::model::survey::Survey;
use ask_together::model::wire::{Packet, SurveyFile, Unreadable};
use sha2::{Digest, Sha256};

/// One kind of packet: a sound one, and how it is read.
struct Sample {
    name: &'static str,
    largest: usize,
    packet: Vec<u8>,
    read: fn(&[u8]) -> Result<(), Unreadable>,
}

fn sample<T: Packet>(value: T) -> Sample {
    Sample {
        name: T::NAME,
        largest: T::LARGEST,
        packet: value.to_packet(),
        read: |bytes| T::from_packet(bytes).map(drop),
    }
}

fn samples() -> [Sample; 15] {
    [
        sample::<Survey>(samples::survey()),
        sample::<Draft>(samples::draft()),
        sample::<Progress>(samples::progress()),
        sample::<SealedResponse>(samples::sealed()),
        sample::<Received>(samples::received()),
        sample::<SecretKey>(samples::keys().0),
        sample::<SurveyFile>(SurveyFile { deflated: vec![7; 40], photos: vec![], media: vec![] }),
        sample::<Invitation>(sample_review::invitation()),
        sample::<Notes>(sample_review::notes()),
        sample::<SealedNotes>(samples::sealed_notes()),
        sample::<Changes>(sample_changes::changes()),
        sample::<Glossary>(sample_words::words()),
        sample::<Plan>(missing_plan::sample()),
        sample::<PairCode>(pair_code()),
        sample::<Said>(Said::Edits(Box::new(samples::draft()))),
    ]
}

/// Makes something hostile of each sound packet, and holds what reading it must give.
fn check(attack: impl Fn(&Sample) -> Vec<u8>, expected: Unreadable) {
    for sample in samples() {
        assert_eq!((sample.read)(&attack(&sample)), Err(expected), "{}", sample.name);
    }
}

/// A packet whose check is right, whatever is inside.
pub fn packet(name: &str, version: u8, body: &[u8]) -> Vec<u8> {
    let bytes = [&[version], body].concat();
    let hash = Sha256::new().chain_update(name).chain_update(&bytes).finalize();
    [&bytes[..], &hash[..4]].concat()
}

/// A number as postcard writes it: 7 bits a byte, the lowest first.
pub fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = vec![];
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn body(sample: &Sample) -> &[u8] {
    &sample.packet[1..sample.packet.len() - 4]
}

#[test]
fn a_sound_packet_reads_and_our_own_check_is_the_same() {
    for sample in samples() {
        assert_eq!((sample.read)(&sample.packet), Ok(()), "{}", sample.name);
        assert_eq!(packet(sample.name, 1, body(&sample)), sample.packet, "{}", sample.name);
    }
}

#[test]
fn no_bytes_at_all() {
    check(|_| vec![], Unreadable::Damaged);
}

#[test]
fn any_single_byte() {
    for byte in 0..=255 {
        check(|_| vec![byte], Unreadable::Damaged);
    }
}

#[test]
fn nothing_but_a_check() {
    check(|sample| Sha256::digest(sample.name)[..4].to_vec(), Unreadable::Damaged);
}

#[test]
fn nothing_but_a_version_and_a_check() {
    check(|sample| packet(sample.name, 1, &[]), Unreadable::Newer);
}

#[test]
fn cut_short_at_every_length() {
    for sample in samples() {
        for length in 0..sample.packet.len() {
            let read = (sample.read)(&sample.packet[..length]);
            assert_eq!(read, Err(Unreadable::Damaged), "{} cut to {length}", sample.name);
        }
    }
}

#[test]
fn cut_short_at_every_length_with_a_check_that_is_right() {
    for sample in samples() {
        for length in 0..body(&sample).len() {
            let bytes = packet(sample.name, 1, &body(&sample)[..length]);
            let read = (sample.read)(&bytes);
            assert_eq!(read, Err(Unreadable::Newer), "{} cut to {length}", sample.name);
        }
    }
}

#[test]
fn every_single_byte_changed() {
    for sample in samples() {
        for place in 0..sample.packet.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut bytes = sample.packet.clone();
                bytes[place] ^= flip;
                let read = (sample.read)(&bytes);
                assert_eq!(read, Err(Unreadable::Damaged), "{} byte {place}", sample.name);
            }
        }
    }
}

#[test]
fn every_single_byte_changed_with_a_check_that_is_right_does_not_panic() {
    for sample in samples() {
        for place in 0..body(&sample).len() {
            for byte in [0, 1, 0x7f, 0x80, 0xff] {
                let mut bytes = body(&sample).to_vec();
                bytes[place] = byte;
                let bytes = packet(sample.name, 1, &bytes);
                let held = most_held(|| (sample.read)(&bytes));
                assert!(held < 8 << 20, "{} byte {place} held {held} bytes", sample.name);
            }
        }
    }
}

#[test]
fn version_nought_never_was() {
    check(|sample| packet(sample.name, 0, body(sample)), Unreadable::Damaged);
}

#[test]
fn a_later_version_says_so() {
    // The second is the newest of any of these forms.
    for version in [3, 128, 255] {
        check(|sample| packet(sample.name, version, &[]), Unreadable::Newer);
        check(|sample| packet(sample.name, version, body(sample)), Unreadable::Newer);
    }
}

#[test]
fn a_later_version_that_was_damaged_is_damaged() {
    check(|sample| [&[2], &sample.packet[1..]].concat(), Unreadable::Damaged);
}

#[test]
fn more_bytes_behind_the_value() {
    check(|sample| packet(sample.name, 1, &[body(sample), &[0]].concat()), Unreadable::Newer);
}

#[test]
fn more_bytes_behind_the_packet() {
    check(|sample| [&sample.packet[..], &[0]].concat(), Unreadable::Damaged);
}

#[test]
fn a_packet_of_another_kind() {
    for sample in samples() {
        for other in samples().iter().filter(|other| other.name != sample.name) {
            let read = (sample.read)(&other.packet);
            let is_long = other.packet.len() > sample.largest;
            let why = if is_long { Unreadable::TooLarge } else { Unreadable::Damaged };
            assert_eq!(read, Err(why), "{} as {}", other.name, sample.name);
        }
    }
}

#[test]
fn one_byte_above_the_cap_is_not_even_looked_at() {
    check(|sample| vec![0; sample.largest + 1], Unreadable::TooLarge);
}

#[test]
fn a_packet_as_large_as_the_cap_is_looked_at() {
    check(|sample| packet(sample.name, 1, &vec![0xff; sample.largest - 5]), Unreadable::Newer);
}

/// 10 bytes that say 2^64 - 1, and 5 that say 2^32 - 1, as postcard writes numbers.
const HUGE: [&[u8]; 2] = [
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
];

#[test]
fn a_length_that_claims_gigabytes_takes_no_memory() {
    for sample in samples() {
        for place in 0..body(&sample).len() {
            for huge in HUGE {
                let bytes = [&body(&sample)[..place], huge, &body(&sample)[place + 1..]].concat();
                let bytes = packet(sample.name, 1, &bytes);
                let held = most_held(|| (sample.read)(&bytes));
                assert!(held < 8 << 20, "{} byte {place} held {held} bytes", sample.name);
            }
        }
    }
}

#[test]
fn a_length_that_claims_gigabytes_where_a_length_stands_allocates_nothing() {
    let bytes = |name, before: &[u8]| packet(name, 1, &[before, HUGE[0], b"abc"].concat());
    let newer = Err(Unreadable::Newer);
    let survey_key = [0; 34];
    assert_eq!(Survey::from_packet(&bytes("survey", &survey_key)), newer, "language");
    let title = [&survey_key[..], &[2, b'e', b'n']].concat();
    assert_eq!(Survey::from_packet(&bytes("survey", &title)), newer, "title");
    let meanings = [&title[..], &[0; 7]].concat();
    assert_eq!(Survey::from_packet(&bytes("survey", &meanings)), newer, "meanings");
    let questions = [&meanings[..], &[0]].concat();
    assert_eq!(Survey::from_packet(&bytes("survey", &questions)), newer, "questions");
    assert_eq!(Draft::from_packet(&bytes("draft", &[0; 17])), Err(Unreadable::Newer), "log");
    let seen = bytes("draft", &[&[0; 17][..], &[1, 1, 1, 0, 0]].concat());
    assert_eq!(Draft::from_packet(&seen), Err(Unreadable::Newer), "seen");
    let read = Progress::from_packet(&bytes("progress", &[0; 3]));
    assert_eq!(read, Err(Unreadable::Newer), "answers");
    let read = SealedResponse::from_packet(&bytes("sealed", &[0; 18]));
    assert_eq!(read, Err(Unreadable::Newer), "sealed bytes");
}
