//! Links as they come back from real messages: wrapped, quoted, wrapped up by others, many in one.

use crate::samples;
use crate::strategies;
use ask_together::model::link::{
    BadLink, answer_fragment, find_answers, has_survey, read_survey, survey_fragment,
};
use proptest::prelude::*;

/// The golden answer link.
pub fn link() -> String {
    format!("https://example.org/answer.html#{}", answer_fragment(&samples::sealed()))
}

/// The text holds the golden answer once.
fn check(text: &str) {
    assert_eq!(find_answers(text), [Ok(samples::sealed())], "{text}");
}

/// The text with a line break after every so many characters.
fn wrapped(text: &str, width: usize, line_break: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let lines: Vec<String> = chars.chunks(width).map(|line| line.iter().collect()).collect();
    lines.join(line_break)
}

/// The link wrapped at every width that leaves its mark whole.
fn check_wrapped(line_break: &str) {
    let before_code = link().find("ask-answer.").expect("a mark") + "ask-answer.".len();
    for width in before_code..link().len() {
        let text = wrapped(&link(), width, line_break);
        check(&text);
        check(&format!("Hello\r\n\r\n{text}\r\n\r\nGoodbye"));
    }
}

#[test]
fn a_link_alone() {
    check(&link());
}

#[test]
fn a_fragment_alone_with_or_without_its_sign() {
    check(&answer_fragment(&samples::sealed()));
    check(&format!("#{}", answer_fragment(&samples::sealed())));
}

#[test]
fn a_link_within_a_sentence() {
    for (before, behind) in [
        ("My answers: ", " Thank you."),
        ("<", ">"),
        ("(", ")"),
        ("\"", "\""),
        ("“", "”"),
        ("", "."),
        ("", "…"),
        ("", "é"),
        ("", "\u{200b}"),
        ("", "🍰"),
        ("שלום ", " שלום"),
        ("<a href=\"", "\">My answers</a>"),
        ("[My answers](", ")"),
    ] {
        check(&format!("{before}{}{behind}", link()));
    }
}

#[test]
fn a_link_with_letters_right_behind() {
    check(&format!("{}and more", link()));
    check(&format!("{}\nSent from my phone", link()));
}

#[test]
fn a_link_that_mail_wrapped() {
    check_wrapped("\r\n");
    check_wrapped("\n");
    check(&wrapped(&link(), 76, "\r\n"));
}

#[test]
fn a_link_that_mail_wrapped_and_quoted() {
    check_wrapped("\r\n> ");
    check_wrapped("\n> > ");
    check_wrapped("\n>\t");
    check(&format!("> {}", wrapped(&link(), 74, "\r\n> ")));
}

#[test]
fn a_link_that_mail_wrapped_as_quoted_printable() {
    check_wrapped("=\r\n");
    check_wrapped("=\n");
}

#[test]
fn a_link_inside_the_link_of_a_mail_guard() {
    let percent = link().replace(':', "%3A").replace('/', "%2F").replace('#', "%23");
    check(&format!("https://guard.example/?url={percent}&data=05%7C02&sdata=abc%3D&reserved=0"));
    check(&format!("https://guard.example/?data=05&url={percent}"));
}

#[test]
fn a_link_twice_in_one_message_counts_once() {
    check(&format!("<a href=\"{0}\">{0}</a>", link()));
    check(&format!("{0}\n\nForwarded message:\n> {0}", link()));
}

#[test]
fn many_links_in_one_text_come_in_their_order() {
    let sealed =
        |version| ask_together::model::seal::SealedResponse { version, ..samples::sealed() };
    let texts: Vec<String> = (0..50).map(|version| answer_fragment(&sealed(version))).collect();
    let expected: Vec<_> = (0..50).map(|version| Ok(sealed(version))).collect();
    for between in ["", " ", "\n", ",", "\r\n\r\nFrom: somebody\r\n", "#"] {
        assert_eq!(find_answers(&texts.join(between)), expected, "{between:?}");
    }
}

#[test]
fn a_bad_link_does_not_hide_the_good_ones() {
    let damaged = link().replace("ask-answer.AA", "ask-answer.__");
    let text = format!("{damaged}\n{}\nask-answer.\n{}", link(), link());
    let good = || Ok(samples::sealed());
    let expected = [Err(BadLink::Damaged), good(), Err(BadLink::CutShort)];
    assert_eq!(find_answers(&text), expected);
}

#[test]
fn a_text_without_a_mark_holds_no_answers() {
    for text in ["", "Hello", "ask-answer", "ask_answer.AAAA", "https://example.org/answer.html#"] {
        assert_eq!(find_answers(text), [], "{text}");
    }
}

#[test]
fn a_survey_link_is_told_from_an_answer_link() {
    let survey = format!("https://example.org/answer.html#{}", survey_fragment(b"deflated"));
    assert_eq!(find_answers(&survey), []);
    assert!(has_survey(&survey));
    assert!(!has_survey(&link()));
    assert_eq!(read_survey(&survey).as_deref(), Ok(&b"deflated"[..]));
    assert_eq!(read_survey(&link()), Err(BadLink::OtherKind));
}

#[test]
fn a_link_has_only_characters_that_no_mail_program_rewrites() {
    let fragment = answer_fragment(&samples::sealed());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    assert!(fragment.chars().all(plain), "{fragment}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sealed_response_comes_back(sealed in strategies::sealed(), before in "\\PC{0,20}") {
        let fragment = answer_fragment(&sealed);
        prop_assert_eq!(find_answers(&fragment), [Ok(sealed.clone())]);
        prop_assert_eq!(find_answers(&format!("{before}#{fragment} {before}")), [Ok(sealed.clone())]);
        let wrapped = fragment.replacen("ask-answer.", "", 1);
        let wrapped = format!("ask-answer.{}", wrapped_at_random(&wrapped));
        prop_assert_eq!(find_answers(&wrapped), [Ok(sealed)]);
    }

    #[test]
    fn any_survey_body_comes_back(body in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read_survey(&survey_fragment(&body)), Ok(body));
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in any::<String>(), code in "[A-Za-z0-9_=> \r\n-]{0,60}") {
        let text = format!("{text}ask-answer.{code}ask-survey.{code}{text}");
        prop_assert!(find_answers(&text).iter().all(Result::is_err));
        let _ = read_survey(&text);
    }
}

/// A line break of some kind after every seventh character.
fn wrapped_at_random(text: &str) -> String {
    let breaks = ["\r\n", "\n", "=\r\n", "\n> ", " "].into_iter().cycle();
    let chars: Vec<char> = text.chars().collect();
    let lines = chars.chunks(7).zip(breaks);
    lines.map(|(line, end)| line.iter().collect::<String>() + end).collect()
}
