//! The golden files in `tests/data/`: what was saved or sent once must read for ever.
//!
//! The newest version must also be written to the very same bytes. To add the file of a new
//! version: `cargo test --test model -- --ignored write_missing_golden_files`. It never touches a
//! file that is there.

use crate::{photos, samples};
use ask_together::model::link;
use ask_together::model::wire::{Backup, Packet, SurveyFile};
use core::fmt::Debug;
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn golden(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|error| panic!("tests/data/{name}: {error}"))
}

fn link_text() -> String {
    format!("https://example.org/answer.html#{}\n", link::answer_fragment(&samples::sealed()))
}

/// What each file of the newest version holds.
fn newest() -> [(&'static str, Vec<u8>); 13] {
    [
        ("survey-v1.bin", samples::survey().to_packet()),
        ("draft-v1.bin", samples::draft().to_packet()),
        ("progress-v1.bin", samples::progress().to_packet()),
        ("response-v1.bin", samples::response().to_packet()),
        ("sealed-v1.bin", samples::sealed().to_packet()),
        ("secret-key-v1.bin", samples::keys().0.to_packet()),
        ("received-v1.bin", samples::received().to_packet()),
        ("survey-file-v1.bin", photos::survey_file().to_packet()),
        ("invitation-v1.bin", samples::invitation().to_packet()),
        ("notes-v1.bin", samples::notes().to_packet()),
        ("sealed-notes-v1.bin", samples::sealed_notes().to_packet()),
        ("backup-v1.json", samples::backup().to_json().into_bytes()),
        ("answer-link-v1.txt", link_text().into_bytes()),
    ]
}

fn check<T: Packet + PartialEq + Debug>(name: &str, expected: T) {
    assert_eq!(T::from_packet(&golden(name)), Ok(expected), "{name}");
}

#[test]
fn every_packet_that_was_ever_sent_still_reads() {
    check("survey-v1.bin", samples::survey());
    check("draft-v1.bin", samples::draft());
    check("progress-v1.bin", samples::progress());
    check("response-v1.bin", samples::response());
    check("sealed-v1.bin", samples::sealed());
    check("received-v1.bin", samples::received());
    let file = SurveyFile::from_packet(&golden("survey-file-v1.bin"));
    assert!(file == Ok(photos::survey_file()));
    check("invitation-v1.bin", samples::invitation());
    check("notes-v1.bin", samples::notes());
    check("sealed-notes-v1.bin", samples::sealed_notes());
}

#[test]
fn a_secret_key_from_before_still_opens_a_sealed_response_from_before() {
    use ask_together::model::response::Response;
    use ask_together::model::seal::{SealedResponse, SecretKey, open};
    let key = SecretKey::from_packet(&golden("secret-key-v1.bin")).expect("a key");
    let sealed = SealedResponse::from_packet(&golden("sealed-v1.bin")).expect("a response");
    let plain = open(&sealed, &key).expect("the key fits");
    assert_eq!(plain, golden("response-v1.bin"));
    assert_eq!(Response::from_packet(&plain), Ok(samples::response()));
}

#[test]
fn a_copy_from_before_still_reads() {
    let text = String::from_utf8(golden("backup-v1.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == samples::backup());
}

#[test]
fn a_link_from_before_still_reads() {
    let text = String::from_utf8(golden("answer-link-v1.txt")).expect("text");
    assert_eq!(link::find_answers(&text), [Ok(samples::sealed())]);
}

#[test]
fn the_newest_version_is_written_to_the_same_bytes() {
    for (name, bytes) in newest() {
        let differs = "is written in another way: make a new version beside it";
        assert!(golden(name) == bytes, "tests/data/{name} {differs}");
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
