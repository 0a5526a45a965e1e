//! The golden files in `tests/data/`: what was saved or sent once must read for ever.
//!
//! Their hashes stand below, so that nobody writes them again: surveys and answers of that form are
//! in people's hands. The newest version must also be written to the very same bytes. A new form gets
//! a folder of its own: `cargo test --test model -- --ignored write_missing_golden_files` makes the
//! files that are missing, and touches none that is there.

use crate::{media, missing_plan, photos, sample_changes, sample_words, samples};
use ask_together::model::link;
use ask_together::model::response::Response;
use ask_together::model::seal::{SealedResponse, SecretKey, open};
use ask_together::model::wire::{Backup, Packet, SurveyFile};
use core::fmt::Debug;
use sha2::{Digest, Sha256};
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
fn newest() -> [(&'static str, Vec<u8>); 33] {
    [
        ("v1/survey.bin", samples::survey().to_packet()),
        ("v1/draft.bin", samples::draft().to_packet()),
        ("v2/draft.bin", samples::typed_beside().to_packet()),
        ("v2/draft-told.bin", samples::told().to_packet()),
        ("v2/survey.bin", samples::told_survey().to_packet()),
        ("v1/template.bin", samples::template().to_packet()),
        ("v1/report.bin", samples::report().to_packet()),
        ("v1/progress.bin", samples::progress().to_packet()),
        ("v2/response.bin", samples::response().to_plain()),
        ("v2/sealed.bin", samples::sealed().to_packet()),
        ("v1/secret-key.bin", samples::keys().0.to_packet()),
        ("v1/received.bin", samples::received().to_packet()),
        ("v1/survey-file.bin", photos::survey_file().to_packet()),
        ("v1/invitation.bin", samples::invitation().to_packet()),
        ("v1/notes.bin", samples::notes().to_packet()),
        ("v1/sealed-notes.bin", samples::sealed_notes().to_packet()),
        ("v2/invited.bin", samples::invited().to_packet()),
        ("v1/receipts.bin", samples::receipts().to_packet()),
        ("v3/backup-receipts.json", with_receipts().to_json().into_bytes()),
        ("v1/backup.json", samples::backup().to_json().into_bytes()),
        ("v2/backup.json", with_template().to_json().into_bytes()),
        ("v1/changes.bin", sample_changes::changes().to_packet()),
        ("v1/words.bin", sample_words::words().to_packet()),
        ("v3/backup.json", with_changes().to_json().into_bytes()),
        ("v2/answer-link.txt", link_text().into_bytes()),
        ("v2/written-tags.bin", samples::tags().to_packet()),
        ("v2/written.bin", samples::sheet().to_packet()),
        ("v2/backup-written.json", samples::backup_with_work().to_json().into_bytes()),
        ("v3/survey.bin", media::survey().to_packet()),
        ("v3/draft.bin", media::draft().to_packet()),
        ("v3/survey-file.bin", media::file().to_packet()),
        ("v3/backup-media.json", media::backup().to_json().into_bytes()),
        ("v3/missing.bin", missing_plan::sample().to_packet()),
    ]
}

/// A copy of everything, with a template of one's own.
fn with_template() -> Backup {
    Backup { templates: vec![samples::template()], ..samples::backup() }
}

/// The same with what came of a survey.
fn with_changes() -> Backup {
    let mut backup = with_template();
    backup.surveys[0].changes = Some(sample_changes::changes());
    backup
}

/// The same with the receipts of tablets.
fn with_receipts() -> Backup {
    Backup { receipts: vec![samples::receipts()], ..samples::backup() }
}

fn check<T: Packet + PartialEq + Debug>(name: &str, expected: T) {
    assert_eq!(T::from_packet(&golden(name)), Ok(expected), "{name}");
}

/// The first 8 bytes of the SHA-256 of each file.
const HASHES: [(&str, &str); 37] = [
    ("v1/answer-link.txt", "c70a42bcf1257eb6"),
    ("v1/backup.json", "2a19179ac2020869"),
    ("v1/changes.bin", "bfe5496b66cb492c"),
    ("v1/words.bin", "451473eaebd8582e"),
    ("v3/backup.json", "6c874415c8e08e1c"),
    ("v1/draft.bin", "a01205fc0e01fa99"),
    ("v1/invitation.bin", "c4d55420429afc80"),
    ("v1/invited.bin", "9077781989f8cadc"),
    ("v1/notes.bin", "2b5837d447fe366f"),
    ("v1/progress.bin", "c866ed1c71339d16"),
    ("v1/received.bin", "440795b700a234b8"),
    ("v1/report.bin", "230e12ce4636a398"),
    ("v1/response.bin", "5411d4c86cb269f4"),
    ("v1/sealed-notes.bin", "4c7937cd6ecca709"),
    ("v1/sealed.bin", "36d6d44dc766a3f7"),
    ("v1/secret-key.bin", "18bd93a1610654c2"),
    ("v1/survey-file.bin", "1c2ccdd8e41f5dc4"),
    ("v1/survey.bin", "9a9940d65ea743e5"),
    ("v1/template.bin", "f5fa1a8a8a821474"),
    ("v2/answer-link.txt", "765ab64544d4135c"),
    ("v2/backup.json", "7f75b7aefa2279e1"),
    ("v2/draft-told.bin", "adb8a9a10bd5d4b5"),
    ("v2/survey.bin", "7e389395c180b0fd"),
    ("v2/draft.bin", "7f2216ac9cee21a7"),
    ("v2/response.bin", "30ca3206f3a4a792"),
    ("v2/sealed.bin", "4a75ea95b63fe6f0"),
    ("v2/backup-written.json", "b111e5fea7179db5"),
    ("v2/written-tags.bin", "4c647cce1d88849d"),
    ("v2/written.bin", "be662badd719b94c"),
    ("v3/survey.bin", "bf940607bdbbdf33"),
    ("v3/draft.bin", "bba4762ae1dcf9e1"),
    ("v3/survey-file.bin", "ed9beb12b7fac21d"),
    ("v3/backup-media.json", "3425bb10bad96455"),
    ("v3/missing.bin", "0d1218a5a0f69f96"),
    ("v2/invited.bin", "6839811cc29ffc12"),
    ("v1/receipts.bin", "099292d92afd6d62"),
    ("v3/backup-receipts.json", "76bcd67ef7708b5f"),
];

#[test]
fn no_golden_file_is_ever_written_again() {
    for (name, hash) in HASHES {
        let digest = Sha256::digest(golden(name));
        let found: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "tests/data/{name} has changed: put back the old one");
    }
}

#[test]
fn every_packet_that_was_ever_sent_still_reads() {
    check("v1/survey.bin", samples::survey());
    check("v1/draft.bin", samples::draft());
    check("v2/draft.bin", samples::typed_beside());
    check("v2/draft-told.bin", samples::told());
    check("v2/survey.bin", samples::told_survey());
    check("v3/survey.bin", media::survey());
    check("v3/draft.bin", media::draft());
    assert!(SurveyFile::from_packet(&golden("v3/survey-file.bin")) == Ok(media::file()));
    check("v1/template.bin", samples::template());
    check("v1/report.bin", samples::report());
    check("v1/progress.bin", samples::progress());
    check("v2/sealed.bin", samples::sealed());
    check("v1/received.bin", samples::received());
    let file = SurveyFile::from_packet(&golden("v1/survey-file.bin"));
    assert!(file == Ok(photos::survey_file()));
    check("v1/invitation.bin", samples::invitation());
    check("v1/invited.bin", samples::invited_before());
    check("v2/invited.bin", samples::invited());
    check("v1/receipts.bin", samples::receipts());
    check("v1/notes.bin", samples::notes());
    check("v1/sealed-notes.bin", samples::sealed_notes());
    check("v2/written-tags.bin", samples::tags());
    check("v2/written.bin", samples::sheet());
    check("v1/changes.bin", sample_changes::changes());
    check("v1/words.bin", sample_words::words());
    check("v3/missing.bin", missing_plan::sample());
}

#[test]
fn a_secret_key_from_before_still_opens_a_sealed_response_from_before() {
    let key = SecretKey::from_packet(&golden("v1/secret-key.bin")).expect("a key");
    for version in ["v1", "v2"] {
        let file = |name: &str| golden(&format!("{version}/{name}"));
        let sealed = SealedResponse::from_packet(&file("sealed.bin")).expect("a response");
        let plain = open(&sealed, &key).expect("the key fits");
        assert_eq!(plain, file("response.bin"), "{version}");
        assert_eq!(Response::of_sealed(&sealed, &plain), Ok(samples::response()), "{version}");
    }
}

#[test]
fn a_copy_from_before_still_reads() {
    let text = String::from_utf8(golden("v1/backup.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == samples::backup());
    let text = String::from_utf8(golden("v2/backup.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == with_template());
    let text = String::from_utf8(golden("v2/backup-written.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == samples::backup_with_work());
    let text = String::from_utf8(golden("v3/backup.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == with_changes());
    let text = String::from_utf8(golden("v3/backup-media.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == media::backup());
    let text = String::from_utf8(golden("v3/backup-receipts.json")).expect("text");
    let read = Backup::from_json(&text).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == with_receipts());
}

#[test]
fn a_link_from_before_still_reads() {
    for version in ["v1", "v2"] {
        let text = String::from_utf8(golden(&format!("{version}/answer-link.txt"))).expect("text");
        let sealed = SealedResponse::from_packet(&golden(&format!("{version}/sealed.bin")));
        assert_eq!(link::find_answers(&text), [sealed.map_err(Into::into)]);
    }
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
