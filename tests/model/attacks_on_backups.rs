//! Hostile copies. Half a copy would look like a whole one, so it is all or nothing.

use crate::samples;
use ask_together::model::wire::{Backup, LARGEST_BACKUP, Packet, Unreadable, to_text};

fn check(text: &str, expected: Unreadable) {
    assert_eq!(
        Backup::from_json(text).err(),
        Some(expected),
        "{}",
        text.get(..200).unwrap_or(text)
    );
}

/// The sound copy with one thing in it replaced.
fn replaced(old: &str, new: &str) -> String {
    let json = samples::backup().to_json();
    assert!(json.contains(old), "{old}");
    json.replacen(old, new, 1)
}

#[test]
fn no_json() {
    for text in
        ["", " ", "null", "0", "\"Ask Together\"", "[]", "{}", "{", "<html>", "\0", "PK\u{3}"]
    {
        check(text, Unreadable::Damaged);
    }
}

#[test]
fn json_that_goes_a_hundred_thousand_deep() {
    check(&"[".repeat(100_000), Unreadable::Damaged);
    check(&"{\"a\":".repeat(100_000), Unreadable::Damaged);
}

#[test]
fn a_file_of_another_app() {
    check(&replaced("Ask Together", "Ask Alone"), Unreadable::Damaged);
}

#[test]
fn a_newer_format() {
    check(&replaced("\"format\": 1", "\"format\": 2"), Unreadable::Newer);
}

#[test]
fn a_newer_format_that_looks_quite_different() {
    check(r#"{"app": "Ask Together", "format": 2, "folders": []}"#, Unreadable::Newer);
}

#[test]
fn a_field_of_a_newer_app() {
    check(&replaced("\"app\":", "\"folders\": [], \"app\":"), Unreadable::Newer);
    check(&replaced("\"draft\":", "\"reports\": [], \"draft\":"), Unreadable::Newer);
}

#[test]
fn a_format_that_never_was() {
    check(&replaced("\"format\": 1", "\"format\": 0"), Unreadable::Damaged);
    check(&replaced("\"format\": 1", "\"format\": -1"), Unreadable::Damaged);
    check(&replaced("\"format\": 1", "\"format\": \"1\""), Unreadable::Damaged);
}

#[test]
fn cut_short_at_every_length() {
    let json = samples::backup().to_json();
    for length in (0..json.len()).filter(|length| json.is_char_boundary(*length)) {
        check(&json[..length], Unreadable::Damaged);
    }
}

#[test]
fn one_bad_packet_inside_spoils_it_all() {
    let backup = samples::backup();
    let packets = [
        to_text(&backup.surveys[0].draft),
        to_text(&samples::keys().0),
        to_text(&backup.surveys[0].versions[1]),
        to_text(&backup.surveys[0].received[0]),
        to_text(&backup.surveys[1].draft),
    ];
    for packet in packets {
        check(&replaced(&packet, &packet[..packet.len() - 4]), Unreadable::Damaged);
        check(&replaced(&packet, ""), Unreadable::Damaged);
        check(&replaced(&packet, "not base64!"), Unreadable::Damaged);
    }
}

#[test]
fn a_packet_in_the_place_of_another_spoils_it_all() {
    let draft = to_text(&samples::draft());
    check(&replaced(&draft, &to_text(&samples::survey())), Unreadable::Damaged);
}

#[test]
fn one_newer_packet_inside_says_so() {
    let survey = to_text(&samples::survey());
    let packet = samples::survey().to_packet();
    let newer = crate::attacks_on_packets::packet("survey", 2, &packet[1..packet.len() - 4]);
    let newer = {
        use base64ct::Encoding;
        base64ct::Base64UrlUnpadded::encode_string(&newer)
    };
    check(&replaced(&survey, &newer), Unreadable::Newer);
}

#[test]
fn a_field_with_another_name() {
    for field in ["\"draft\"", "\"versions\"", "\"received\"", "\"withdrawn\"", "\"surveys\""] {
        check(&replaced(field, "\"other\""), Unreadable::Newer);
    }
    for field in ["\"app\"", "\"format\""] {
        check(&replaced(field, "\"other\""), Unreadable::Damaged);
    }
}

#[test]
fn one_byte_above_the_cap_is_not_even_looked_at() {
    check(&" ".repeat(LARGEST_BACKUP + 1), Unreadable::TooLarge);
}

#[test]
fn what_was_done_with_the_answers_of_no_response() {
    let json = samples::backup_with_work().to_json();
    let of = format!("\"of\": \"{}\"", samples::response().id);
    assert!(json.contains(&of));
    check(&json.replacen(&of, "\"of\": \"fedc\"", 1), Unreadable::Damaged);
    check(&json.replacen(&of, &format!("{of}, \"seen\": true"), 1), Unreadable::Newer);
}
