//! What people wrote beside words of ours: no mark in it turns what is around it.

use crate::make::{question, version};
use ask_together::model::plain_text::{
    closed, is_blank, is_latin, isolated, isolated_in_english, turns,
};
use ask_together::model::survey::{Kind, Language, Survey, Translation};
use proptest::prelude::*;

#[test]
fn words_in_an_isolate_have_no_marks_that_end_it_or_reach_out_of_it() {
    for (text, inside) in [
        ("Team A", "Team A"),
        ("", ""),
        ("\u{202e}evoba", "evoba"),
        ("a\u{2069}\u{202e}b", "ab"),
        ("\u{2067}\u{202b}\u{202d}open", "open"),
        ("\u{200e}Tîm\u{200f}", "\u{200e}Tîm\u{200f}"),
        ("two\nlines\u{2029}three\r", "two lines three "),
        ("عنوان", "عنوان"),
    ] {
        assert_eq!(isolated(text), format!("\u{2068}{inside}\u{2069}"), "{text:?}");
    }
}

/// So that what an organiser copies out of a message is what was written.
#[test]
fn among_english_words_only_what_can_turn_them_is_isolated() {
    for same in ["Team A", "Caffi’r Dref ☕ (1)", "Ελλάδα", "Я", "中文", "\u{200e}x", "a\nb"]
    {
        assert_eq!(isolated_in_english(same), same);
    }
    for text in
        ["عنوان", "a (תה) b", "\u{1e900}", "\u{200f}!", "\u{202e}x", "x\u{2069}", "\u{10a00}"]
    {
        assert_eq!(isolated_in_english(text), isolated(text), "{text:?}");
    }
}

#[test]
fn in_a_cell_what_was_begun_ends_and_what_ends_nothing_goes() {
    for (text, cell) in [
        ("Team A", "Team A"),
        ("\u{202e}evoba", "\u{202e}evoba\u{202c}"),
        ("\u{2067}a\u{202b}b", "\u{2067}a\u{202b}b\u{202c}\u{2069}"),
        ("\u{2068}Sam\u{2069}!", "\u{2068}Sam\u{2069}!"),
        ("a\u{2069}b\u{202c}c", "abc"),
        ("\u{202b}a\u{2069}b\u{202c}", "\u{202b}ab\u{202c}"),
        // What began inside of an isolate ends with it, so the last mark ends nothing.
        ("\u{2066}\u{202d}a\u{2069}\u{202c}", "\u{2066}\u{202d}a\u{2069}"),
        ("\u{202e}a\nb\u{202c}", "\u{202e}a\nb"),
    ] {
        assert_eq!(closed(text), cell, "{text:?}");
    }
}

#[test]
fn words_that_nobody_sees_are_no_words() {
    for blank in [
        "",
        " \n\t",
        "\u{a0}\u{202f}\u{3000}",
        "\u{200b}",
        "\u{ad}",
        "\u{200e}\u{200f}\u{202e}",
        "\u{2066}\u{2069}",
        "\u{2060}\u{feff}",
        "\u{34f}\u{fe0f}\u{e0100}",
        "\u{3164}",
        "\u{115f}\u{1160}\u{ffa0}",
        "\u{2800}",
        "\0\u{7f}\u{85}",
        "\u{e0067}\u{e007f}",
    ] {
        assert!(is_blank(blank), "{blank:?}");
    }
    for words in ["a", ".", "0", "❤\u{fe0f}", "\u{200b}é", "한", "ᄀ", "⠁", "\u{301}", "ー", "🏳"]
    {
        assert!(!is_blank(words), "{words:?}");
    }
}

/// A survey comes by a link that anybody may have made.
#[test]
fn no_text_of_a_survey_turns_the_words_of_the_page() {
    let turned = |text: &str| format!("\u{202e}{text}\u{2067}");
    let mut asks = question(1, Kind::OneChoice);
    asks.choices[0].text = turned("Tea");
    let translations = vec![Translation {
        language: Language::WELSH,
        texts: vec![turned("Teitl")],
        words: vec![],
    }];
    let survey = Survey {
        title: turned("Title"),
        organisation: turned("Team A"),
        translations,
        ..version(1, vec![asks])
    };
    for (language, title) in [(Language::ENGLISH, "Title"), (Language::WELSH, "Teitl")] {
        let mut shown = survey.in_language(language);
        assert_eq!((&*shown.title, &*shown.organisation), (title, "Team A"));
        assert!(shown.texts_mut().iter().all(|text| !text.contains(turns)));
        assert_eq!(shown.edition, survey.edition, "answers are to what was published");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_stays_in_its_isolate(text in "[a\u{5d0} \n\u{200e}\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,12}") {
        let isolated = isolated(&text);
        let inside = isolated.strip_prefix('\u{2068}').and_then(|text| text.strip_suffix('\u{2069}'));
        let inside = inside.expect("an isolate");
        prop_assert!(!inside.contains(turns) && !inside.contains(char::is_control));
    }

    #[test]
    fn closed_twice_is_closed_once_and_takes_no_letter_away(text in "[ab\n\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,12}") {
        let once = closed(&text);
        prop_assert_eq!(&closed(&once), &once);
        let letters = |text: &str| text.replace(turns, "");
        prop_assert_eq!(letters(&once), letters(&text));
        let marks = |is: fn(char) -> bool| once.rsplit('\n').next().unwrap_or_default().matches(is).count();
        let isolates = marks(|c| matches!(c, '\u{2066}'..='\u{2068}'));
        prop_assert_eq!(isolates, marks(|c| c == '\u{2069}'));
    }
}

#[test]
fn words_in_english_letters_are_told_from_others() {
    for (text, expected) in [
        ("Next", true),
        ("Question 3 of 18", true),
        ("Bo, 3", true),
        ("3", false),
        ("", false),
        ("أسبوعك", false),
        ("أسبوعك NHS", false),
        ("Eich wythnôs", false),
    ] {
        assert_eq!(is_latin(text), expected, "{text:?}");
    }
}
