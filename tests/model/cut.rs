//! Cutting a long text between words, or between what people see as letters.

use ask_together::model::cut::start;
use proptest::prelude::*;

/// The start of so many letters of the same kind, of which each is `letter`.
fn check(letter: &str, most: usize, whole: usize) {
    let cut = start(&letter.repeat(50), most);
    assert_eq!(cut, letter.repeat(whole) + "…", "{letter:?}");
    assert!(cut.chars().count() <= most);
}

#[test]
fn what_fits_stays_whole() {
    for text in ["", "Sam", "one two", "👨‍👩‍👧", "e\u{301}"] {
        assert_eq!(start(text, 7), text);
    }
}

#[test]
fn a_text_is_cut_after_a_word() {
    for (text, cut) in [
        ("one two three", "one two…"),
        ("one two thr", "one two…"),
        ("one two, thr", "one two,…"),
        ("eleven letters", "eleven…"),
        ("one\ntwo\nthree", "one\ntwo…"),
        // A short first word says less than the start of the next.
        ("I extraordinary", "I extraor…"),
        ("extraordinary", "extraordi…"),
        ("یک\u{a0}دو سه چهار", "یک\u{a0}دو سه…"),
    ] {
        assert_eq!(start(text, 10), cut);
    }
}

#[test]
fn no_letter_is_cut() {
    check("e\u{301}", 10, 4);
    check("👨‍👩‍👧", 12, 2);
    check("🇬🇧", 10, 4);
    check("🇬🇧", 11, 5);
    check("👍🏽", 10, 4);
    check("❤\u{fe0f}", 10, 4);
    check("🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", 20, 2);
    check("कि", 10, 4);
    check("க்ஷ", 11, 3);
    check("ที่", 12, 3);
    check("שָׁ", 12, 3);
    check("\u{1112}\u{1161}\u{11ab}", 12, 3);
    check("か\u{3099}", 10, 4);
    check("日", 10, 9);
}

#[test]
fn a_single_letter_without_end_is_left_out() {
    assert_eq!(start(&("e".to_owned() + &"\u{301}".repeat(50)), 10), "…");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_cut_without_a_panic(text in "\\PC{0,30}|[a🇬👩\u{200d}\u{301} \u{202e}]{0,30}", most in 1..20usize) {
        let cut = start(&text, most);
        prop_assert!(cut.chars().count() <= most);
        let plain = text.replace('\u{202e}', "");
        let begun = cut.strip_suffix('…').unwrap_or(&cut);
        let is_start = plain == cut || plain.starts_with(begun);
        prop_assert!(is_start, "{cut}");
    }
}
