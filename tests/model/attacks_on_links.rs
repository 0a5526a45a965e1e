//! Hostile and broken links: each gives its one error.

use crate::allocations::most_held;
use crate::link::link;
use crate::samples;
use ask_together::model::link::{
    BadLink, answer_fragment, find_answers, read_survey, survey_fragment,
};
use ask_together::model::seal::SealedResponse;
use ask_together::model::wire::Packet;
use base64ct::{Base64UrlUnpadded, Encoding};

/// A code with any length in front of any body.
fn code(length: u32, body: &[u8]) -> String {
    let [_, length @ ..] = length.to_be_bytes();
    Base64UrlUnpadded::encode_string(&[&length[..], body].concat())
}

fn check_answer(text: &str, expected: BadLink) {
    assert_eq!(find_answers(text), [Err(expected)], "{text:.100}");
}

fn check_survey(text: &str, expected: BadLink) {
    assert_eq!(read_survey(text), Err(expected), "{text:.100}");
}

#[test]
fn nothing() {
    check_survey("", BadLink::Missing);
    check_survey("https://example.org/answer.html", BadLink::Missing);
    check_survey("https://example.org/answer.html#", BadLink::Missing);
    check_survey("https://example.org/answer.html#ask-survey", BadLink::Missing);
}

#[test]
fn nothing_but_a_mark() {
    for behind in ["", "#", ".", " ", "é", "\n", "&data=1"] {
        check_survey(&format!("#ask-survey.{behind}"), BadLink::CutShort);
        check_answer(&format!("#ask-answer.{behind}"), BadLink::CutShort);
    }
}

#[test]
fn an_answer_link_cut_short_at_every_length() {
    let mark = link().find("ask-answer.").expect("a mark") + "ask-answer.".len();
    for length in mark..link().len() {
        check_answer(&link()[..length], BadLink::CutShort);
        check_answer(&format!("{}…", &link()[..length]), BadLink::CutShort);
        check_answer(&format!("{}\nSee you soon! Bye.", &link()[..length]), BadLink::CutShort);
    }
}

#[test]
fn a_survey_link_cut_short_at_every_length() {
    let link = survey_fragment(&samples::survey().to_packet());
    for length in "ask-survey.".len()..link.len() {
        check_survey(&link[..length], BadLink::CutShort);
    }
}

#[test]
fn every_single_character_of_an_answer_changed() {
    let fragment = answer_fragment(&samples::sealed());
    for place in "ask-answer.".len()..fragment.len() {
        let other = if fragment.as_bytes()[place] == b'A' { "B" } else { "A" };
        let mut changed = fragment.clone();
        changed.replace_range(place..=place, other);
        assert!(matches!(find_answers(&changed)[..], [Err(_)]), "character {place}");
        changed.replace_range(place..=place, "*");
        check_answer(&changed, BadLink::CutShort);
    }
}

#[test]
fn every_single_character_of_the_body_changed_is_damage() {
    let fragment = answer_fragment(&samples::sealed());
    for place in "ask-answer.AAAA".len()..fragment.len() {
        let other = if fragment.as_bytes()[place] == b'A' { "B" } else { "A" };
        let mut changed = fragment.clone();
        changed.replace_range(place..=place, other);
        check_answer(&changed, BadLink::Damaged);
    }
}

#[test]
fn a_length_that_is_too_small() {
    let packet = samples::sealed().to_packet();
    for length in [0, 1, packet.len() as u32 - 1] {
        check_answer(&format!("ask-answer.{}", code(length, &packet)), BadLink::Damaged);
    }
}

#[test]
fn a_length_that_is_too_great() {
    let packet = samples::sealed().to_packet();
    let text = format!("ask-answer.{}", code(packet.len() as u32 + 1, &packet));
    check_answer(&text, BadLink::CutShort);
    check_survey(&format!("ask-survey.{}", code(10, b"abc")), BadLink::CutShort);
}

#[test]
fn a_length_above_the_cap_is_not_even_looked_at() {
    let most = 512 * 1024;
    let text = format!("ask-survey.{}", code(most, &vec![7; most as usize]));
    assert_eq!(read_survey(&text).map(|body| body.len()), Ok(most as usize));
    let long = vec![7; most as usize + 1];
    for length in [most + 1, 0xff_ffff] {
        check_survey(&format!("ask-survey.{}", code(length, &long)), BadLink::TooLarge);
        // A short text that claims to be so long was changed on the way.
        check_survey(&format!("ask-survey.{}", code(length, b"abc")), BadLink::Damaged);
        check_answer(&format!("ask-answer.{}", code(length, b"abc")), BadLink::Damaged);
    }
    check_survey("ask-survey.XXXX", BadLink::Damaged);
}

#[test]
fn an_answer_where_a_survey_should_be() {
    check_survey(&link(), BadLink::OtherKind);
    assert_eq!(find_answers(&survey_fragment(b"abc")), []);
}

#[test]
fn a_survey_packet_behind_the_mark_of_an_answer() {
    let packet = samples::survey().to_packet();
    let text = format!("ask-answer.{}", code(packet.len() as u32, &packet));
    check_answer(&text, BadLink::Damaged);
}

#[test]
fn an_answer_of_a_later_version() {
    let packet = crate::attacks_on_packets::packet(SealedResponse::NAME, 2, b"anything");
    check_answer(&format!("ask-answer.{}", code(packet.len() as u32, &packet)), BadLink::Newer);
}

#[test]
fn the_mark_again_right_behind_itself() {
    let text = format!("ask-answer.{}", answer_fragment(&samples::sealed()));
    assert_eq!(find_answers(&text), [Err(BadLink::CutShort), Ok(samples::sealed())]);
}

#[test]
fn a_mark_in_another_case_is_none() {
    assert_eq!(find_answers(&link().replace("ask-answer", "Ask-Answer")), []);
}

#[test]
fn base64_of_the_other_alphabet_is_cut_short_at_its_first_sign() {
    for sign in ['+', '/'] {
        check_answer(&format!("ask-answer.AAD{sign}AAAA"), BadLink::CutShort);
    }
}

#[test]
fn bits_that_no_byte_needs_are_damage() {
    assert_eq!(read_survey("ask-survey.AAABAA").as_deref(), Ok(&[0][..]));
    check_survey("ask-survey.AAABAB", BadLink::Damaged);
}

/// Each character is looked at a fixed number of times, since every code ends at the next mark.
/// That shows in the memory too: it stays near the size of the text.
#[test]
fn five_megabytes_of_junk() {
    const SIZE: usize = 5 << 20;
    let long_code = ["ask-answer.", &"A".repeat(SIZE)].concat();
    let no_body = "ask-answer.AAAA".repeat(SIZE / 15);
    let only_marks = "ask-answer.".repeat(SIZE / 11);
    let wraps = ["ask-answer.B", &"\r\n> =".repeat(SIZE / 5)].concat();
    let half_lengths = "ask-answer.\nAB ".repeat(SIZE / 15);
    let no_mark = "ask-answe ".repeat(SIZE / 10);
    let wide = "é".repeat(SIZE / 2);
    for junk in [long_code, no_body, only_marks, wraps, half_lengths, no_mark, wide] {
        let held = most_held(|| assert!(find_answers(&junk).iter().all(Result::is_err)));
        assert!(held < 20 * SIZE, "{:.40} held {held} bytes", junk);
        let held = most_held(|| assert!(read_survey(&junk).is_err()));
        assert!(held < 2 * SIZE, "{:.40} held {held} bytes", junk);
    }
}
