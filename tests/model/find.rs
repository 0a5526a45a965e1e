//! Finding words in a text: capitals, accents and vowel marks make no difference.

use ask_together::model::find::Wanted;
use proptest::prelude::*;

/// What is found, as it stands in the text.
fn check(words: &str, text: &str, expected: &[&str]) {
    let wanted = Wanted::new(words).expect("words");
    let found: Vec<&str> = wanted.within(text).into_iter().map(|at| &text[at]).collect();
    assert_eq!(found, expected, "{words:?} in {text:?}");
}

#[test]
fn words_are_found_in_any_case_and_with_any_accents() {
    check("support", "Support is here. Your support.", &["Support", "support"]);
    check("cafe", "The Café or the CAFE\u{301}?", &["Café", "CAFE\u{301}"]);
    check("café", "a cafe", &["cafe"]);
    check("łódź", "Lodz", &["Lodz"]);
    check("aa", "aaa aaa", &["aa", "aa"]);
    check("  to you ", "Close\nto\nyou", &["to\nyou"]);
    check("don't", "Don’t go", &["Don’t"]);
    check("سلام", "قال سَلَامٌ", &["سَلَامٌ"]);
    check("x", "", &[]);
    check("longer than", "long", &[]);
}

#[test]
fn no_words_find_nothing_at_all() {
    assert!(Wanted::new(" \n").is_none());
    assert!(Wanted::new("\u{301}").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_found_is_a_piece_of_the_text(words in "\\PC{1,3}", text in "\\PC{0,40}") {
        if let Some(wanted) = Wanted::new(&words) {
            for at in wanted.within(&text) {
                prop_assert!(text.get(at).is_some());
            }
        }
    }
}
