//! The golden files in `tests/data/v1/`: what was saved or sent once must read for ever.
//!
//! Their hashes stand below, so that nobody writes them again: surveys and answers of that form are
//! in people's hands. The newest version must also be written to the very same bytes. A new form gets
//! a folder of its own: `cargo test --test model -- --ignored write_missing_golden_files` makes the
//! files that are missing, and touches none that is there.

use crate::{photos, samples};
use ask_together::model::link;
use ask_together::model::wire::{Backup, Packet, SurveyFile};
use core::fmt::Debug;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/v1").join(name)
}

fn golden(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|error| panic!("tests/data/v1/{name}: {error}"))
}

fn link_text() -> String {
    format!("https://example.org/answer.html#{}\n", link::answer_fragment(&samples::sealed()))
}

/// What each file of the newest version holds.
fn newest() -> [(&'static str, Vec<u8>); 13] {
    [
        ("survey.bin", samples::survey().to_packet()),
        ("draft.bin", samples::draft().to_packet()),
        ("progress.bin", samples::progress().to_packet()),
        ("response.bin", samples::response().to_plain()),
        ("sealed.bin", samples::sealed().to_packet()),
        ("secret-key.bin", samples::keys().0.to_packet()),
        ("received.bin", samples::received().to_packet()),
        ("survey-file.bin", photos::survey_file().to_packet()),
        ("invitation.bin", samples::invitation().to_packet()),
        ("notes.bin", samples::notes().to_packet()),
        ("sealed-notes.bin", samples::sealed_notes().to_packet()),
        ("backup.json", samples::backup().to_json().into_bytes()),
        ("answer-link.txt", link_text().into_bytes()),
    ]
}

fn check<T: Packet + PartialEq + Debug>(name: &str, expected: T) {
    assert_eq!(T::from_packet(&golden(name)), Ok(expected), "{name}");
}

/// The first 8 bytes of the SHA-256 of each file.
const HASHES: [(&str, &str); 13] = [
    ("answer-link.txt", "c70a42bcf1257eb6"),
    ("backup.json", "2a19179ac2020869"),
    ("draft.bin", "a01205fc0e01fa99"),
    ("invitation.bin", "c4d55420429afc80"),
    ("notes.bin", "2b5837d447fe366f"),
    ("progress.bin", "c866ed1c71339d16"),
    ("received.bin", "440795b700a234b8"),
    ("response.bin", "5411d4c86cb269f4"),
    ("sealed-notes.bin", "4c7937cd6ecca709"),
    ("sealed.bin", "36d6d44dc766a3f7"),
    ("secret-key.bin", "18bd93a1610654c2"),
    ("survey-file.bin", "1c2ccdd8e41f5dc4"),
    ("survey.bin", "9a9940d65ea743e5"),
];

#[test]
fn no_golden_file_is_ever_written_again() {
    for (name, hash) in HASHES {
        let digest = Sha256::digest(golden(name));
        let found: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "tests/data/v1/{name} has changed: put back the old one");
    }
}

#[test]
fn every_packet_that_was_ever_sent_still_reads() {
    check("survey.bin", samples::survey());
    check("draft.bin", samples::draft());
    check("progress.bin", samples::progress());
    check("sealed.bin", samples::sealed());
    check("received.bin", samples::received());
    let file = SurveyFile::from_packet(&golden("survey-file.bin"));
    assert!(file == Ok(photos::survey_file()));
    check("invitation.bin", samples::invitation());
    check("notes.bin", samples::notes());
    check("sealed-notes.bin", samples::sealed_notes());
}

#[test]
fn a_secret_key_from_before_still_opens_a_sealed_response_from_before() {
    use ask_together::model::response::Response;
    use ask_together::model::seal::{SealedResponse, SecretKey, open};
    let key = SecretKey::from_packet(&golden("secret-key.bin")).expect("a key");
    let sealed = SealedResponse::from_packet(&golden("sealed.bin")).expect("a response");
    let plain = open(&sealed, &key).expect("the key fits");
    assert_eq!(plain, golden("response.bin"));
    assert_eq!(Response::of_sealed(&sealed, &plain), Ok(samples::response()));
}

#[test]
fn a_copy_from_before_still_reads() {
    let text = String::from_utf8(golden("backup.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == samples::backup());
}

#[test]
fn a_link_from_before_still_reads() {
    let text = String::from_utf8(golden("answer-link.txt")).expect("text");
    assert_eq!(link::find_answers(&text), [Ok(samples::sealed())]);
}

#[test]
fn the_newest_version_is_written_to_the_same_bytes() {
    for (name, bytes) in newest() {
        let differs = "is written in another way: make a new version beside it";
        assert!(golden(name) == bytes, "tests/data/v1/{name} {differs}");
    }
}

#[test]
#[ignore = "makes golden files; run it by name for a new version"]
fn write_missing_golden_files() {
    for (name, bytes) in newest() {
        if !path(name).exists() {
            std::fs::write(path(name), bytes).expect("tests/data can be written");
        }
    }
}
