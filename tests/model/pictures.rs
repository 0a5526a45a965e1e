//! The list of pictures: each has a name and a code that a survey can carry.

use ask_together::model::pictures;
use ask_together::model::standard::choices_of;
use ask_together::model::survey::{Choice, Kind, is_picture};
use std::collections::BTreeSet;

const LIST: &str = include_str!("../../src/model/pictures.txt");

/// Code, name and other words of each picture.
fn pictures() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    LIST.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| {
        let (picture, words) = line.split_once(':').unwrap_or((line, ""));
        let (code, name) = picture.split_once(' ').unwrap_or_else(|| panic!("no name: {line}"));
        (code, name.trim(), words)
    })
}

#[test]
fn every_picture_has_a_name_and_a_code_that_a_survey_can_carry() {
    let mut seen = BTreeSet::new();
    for (code, name, _) in pictures() {
        assert!(is_picture(code) && code.len() >= 4, "{code}");
        assert!(code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'-'));
        assert!(!name.is_empty(), "{code} has no name");
        assert!(seen.insert(code), "{code} comes twice");
    }
    assert!(seen.len() > 100, "only {} pictures", seen.len());
}

#[test]
fn the_list_has_the_pictures_of_all_standard_choices() {
    for kind in Kind::ALL {
        for id in choices_of(kind) {
            let choice = Choice::new(*id, String::new());
            let shown = choice.shows(kind);
            let has = shown.is_empty() || pictures().any(|(code, ..)| code == shown);
            assert!(has, "{shown} of {kind:?} is missing");
        }
    }
}

#[test]
fn a_picture_is_suggested_from_the_words_of_a_question() {
    let best = |text: &str| pictures::suggest(text).first().map(|picture| picture.name);
    for (text, expected) in [
        ("Where do you live?", Some("home")),
        ("Do you like your home?", Some("home")),
        ("Which bus do you take?", Some("bus")),
        ("Do you go shopping?", Some("shopping")),
        ("Do you have babies?", Some("baby")),
        ("Who helps you with your medicines?", Some("medicine bottle")),
        ("", None),
        ("What do you like about it?", None),
        ("Xyzzy?", None),
    ] {
        assert_eq!(best(text), expected, "{text}");
    }
    assert!(pictures::suggest("home bus baby food money doctor").len() <= 4);
}

#[test]
fn what_is_suggested_does_not_depend_on_letters_that_are_not_english() {
    for text in ["Ble wyt ti'n byw?", "أين تسكن؟", "🍰🍰", "ééé", "ﬁﬁs", "ßss"]
    {
        assert!(pictures::suggest(text).len() <= 4, "{text}");
    }
}
