//! What a host says about itself: what is read, and hostile or mistaken files that are not.

use crate::support::SURVEY;
use ask_together::model::draft::{Change, Draft, Place};
use ask_together::model::ready_made::{new_survey, your_support_at_home};
use ask_together::model::site::{LARGEST_SITE, Site, Wrong};
use ask_together::model::survey::{Language, SendTo, Way};
use ask_together::model::web_address::host_of;
use proptest::prelude::*;

const WHOLE: &str = r#"{
    "name": " Team A ",
    "logo": "logo.svg",
    "privacy": "We keep answers for 2 years.\nThen we delete them.",
    "privacyLink": "https://example.org/privacy",
    "languages": ["cy", "en"],
    "sendTo": [
        { "by": "email", "to": " team@example.org ", "name": "Team A" },
        { "by": "text", "to": "07700 900123" },
        { "by": "hand", "name": "Jo" }
    ],
    "colour": { "of": ["a", "newer", "app"] }
}"#;

fn read(json: &str) -> Site {
    Site::from_json(json).expect("a right file")
}

fn way(way: Way, to: &str, name: &str) -> SendTo {
    SendTo { way, to: to.into(), name: name.into() }
}

fn text(place: Place, text: &str) -> Change {
    Change::SetText { place, text: text.into() }
}

#[test]
fn a_whole_file_is_read_and_fields_of_a_newer_app_are_not() {
    let site = Site {
        name: "Team A".into(),
        logo: "logo.svg".into(),
        privacy: "We keep answers for 2 years.\nThen we delete them.".into(),
        privacy_link: "https://example.org/privacy".into(),
        languages: vec![Language::WELSH, Language::ENGLISH],
        send_to: vec![
            way(Way::Email, "team@example.org", "Team A"),
            way(Way::Text, "07700900123", ""),
            way(Way::ByHand, "", "Jo"),
        ],
    };
    assert_eq!(read(WHOLE), site);
    assert_eq!(read("{}"), Site::default());
    assert_eq!(read(r#"{"logo": "a-b_2.WEB.webp"}"#).logo, "a-b_2.WEB.webp");
}

#[test]
fn a_new_survey_begins_with_what_the_host_says() {
    let draft = new_survey(SURVEY, 1);
    let begins = [
        text(Place::Organisation, "Team A"),
        text(Place::Privacy, "We keep answers for 2 years.\nThen we delete them."),
        text(Place::PrivacyLink, "https://example.org/privacy"),
        Change::AddLanguage(Language::WELSH),
        Change::SetSendTo(read(WHOLE).send_to),
    ];
    assert_eq!(read(WHOLE).begins(draft.content()), begins);
    let ready_made = your_support_at_home(SURVEY, 1);
    assert_eq!(read(WHOLE).begins(ready_made.content()).len(), 5);
    assert_eq!(Site::default().begins(draft.content()), []);
    let link = r#"{"privacyLink": "https://example.org/p"}"#;
    let only_link = text(Place::PrivacyLink, "https://example.org/p");
    assert_eq!(read(link).begins(Draft::new(SURVEY).content()), [only_link]);
}

#[test]
fn what_is_no_such_file_says_where_it_is_wrong() {
    for (json, said) in [
        ("", "EOF"),
        ("<!doctype html>", "line 1 column 1"),
        (r#"{"name": 5}"#, "invalid type: integer `5`, expected a string at line 1 column 10"),
        (r#"{"languages": "cy"}"#, "expected a sequence"),
        (r#"{"sendTo": {}}"#, "expected a sequence"),
        (r#"{"name": "a", "name": "b"}"#, "duplicate field `name`"),
        (&format!("{{\"x\": {}", "[".repeat(10_000)), "EOF while parsing a list"),
    ] {
        let Err(Wrong::Form(why)) = Site::from_json(json) else { panic!("{json:.40} is read") };
        assert!(why.contains(said), "{json:.40}: {why}");
        assert!(Wrong::Form(why).says().starts_with("site.json is not used: "));
    }
}

fn check(json: &str, expected: Wrong) {
    assert_eq!(Site::from_json(json), Err(expected), "{json:.80}");
}

#[test]
fn a_file_that_is_too_large_or_a_text_that_is_too_long_is_not_used() {
    let long = |count| "x".repeat(count);
    check(&" ".repeat(LARGEST_SITE + 1), Wrong::TooLarge);
    check(&format!(r#"{{"name": "{}"}}"#, long(101)), Wrong::Name);
    check(r#"{"name": "two\nlines"}"#, Wrong::Name);
    check(&format!(r#"{{"privacy": "{}"}}"#, long(1_001)), Wrong::Privacy);
    let languages = [r#""cy""#; 13].join(",");
    check(&format!(r#"{{"languages": [{languages}]}}"#), Wrong::Languages);
    check(r#"{"languages": ["Cymraeg, please"]}"#, Wrong::Languages);
    let ways = [r#"{"by": "hand", "name": "Jo"}"#; 9].join(",");
    check(&format!(r#"{{"sendTo": [{ways}]}}"#), Wrong::SendTo);
}

#[test]
fn a_logo_is_only_ever_a_picture_beside_the_app() {
    for name in [
        "https://example.org/logo.png",
        "//example.org/logo.png",
        "/logout.png",
        "../logo.png",
        "..png",
        "icons/icon.svg",
        "javascript:alert(1).png",
        "data:image.svg",
        "logo.png?x",
        "logo.js",
        "logo.svg ",
        "logo%2fa.svg",
        "лого.svg",
        ".svg",
    ] {
        check(&format!(r#"{{"logo": "{name}"}}"#), Wrong::Logo);
    }
    check(r#"{"logo": "a\\b.svg"}"#, Wrong::Logo);
}

#[test]
fn a_link_is_only_ever_a_plain_https_address() {
    for link in [
        "http://example.org/",
        "javascript:alert(1)",
        "HTTPS://example.org/",
        "https://",
        "https:///privacy",
        "https://example.org@example.com/",
        "https://example.org\u{202e}/",
        "https://exa mple.org/",
        "https://пример.рф/",
        "https://.example.org/",
    ] {
        check(&format!(r#"{{"privacyLink": "{link}"}}"#), Wrong::PrivacyLink);
        assert_eq!(host_of(link), None, "{link}");
    }
    check(r#"{"privacyLink": "https:\\example.org"}"#, Wrong::PrivacyLink);
    assert_eq!(host_of(&format!("https://example.org/{}", "x".repeat(481))), None);
    assert_eq!(host_of("https://example.org:8443/a?b#c"), Some("example.org:8443"));
}

#[test]
fn a_way_to_send_has_to_be_one() {
    for way in [
        r#"{"by": "pigeon", "to": "roof"}"#,
        r#"{"to": "team@example.org"}"#,
        r#"{"by": "email", "to": "team"}"#,
        r#"{"by": "email", "to": "a@example.org,b@example.org"}"#,
        r#"{"by": "whatsapp", "to": "12345678"}"#,
        r#"{"by": "hand"}"#,
        r#"{"by": "hand", "name": "Jo\nJo"}"#,
    ] {
        check(&format!(r#"{{"sendTo": [{way}]}}"#), Wrong::SendTo);
    }
}

#[test]
fn control_characters_are_taken_out() {
    assert_eq!(read(r#"{"name": "\u0000=Team\u0007 A"}"#).name, "=Team A");
}

#[test]
fn each_sentence_ends_and_says_which_file() {
    let all = [
        Wrong::TooLarge,
        Wrong::Name,
        Wrong::Logo,
        Wrong::Privacy,
        Wrong::PrivacyLink,
        Wrong::Languages,
        Wrong::SendTo,
    ];
    for wrong in all {
        let says = wrong.says();
        assert!(says.starts_with("site.json is not used: ") && says.ends_with('.'), "{says}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_stop(text in any::<String>()) {
        let _ = Site::from_json(&text);
        let _ = host_of(&text);
    }

    #[test]
    fn whatever_the_name_of_a_logo_it_leads_to_no_other_folder_or_host(name in any::<String>()) {
        let json = format!("{{\"logo\": {}}}", serde_json::to_string(&name).expect("a text"));
        if let Ok(site) = Site::from_json(&json) {
            prop_assert!(!site.logo.contains(['/', '\\', ':', '%', '?', '#']));
        }
    }
}
