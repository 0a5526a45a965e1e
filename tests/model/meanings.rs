//! Finding explained words in a text.

use ask_together::model::meanings::pieces;
use ask_together::model::survey::Meaning;
use proptest::prelude::*;

fn meanings(words: &[&str]) -> Vec<Meaning> {
    let meaning = |word: &&str| Meaning { word: (*word).to_owned(), text: "x".to_owned() };
    words.iter().map(meaning).collect()
}

/// The explained words that are found, each in brackets with its place.
fn check(text: &str, words: &[&str], expected: &str) {
    let meanings = meanings(words);
    let show = |(piece, place): &(&str, Option<usize>)| match place {
        Some(place) => format!("[{piece} {place}]"),
        None => (*piece).to_owned(),
    };
    let found: String = pieces(text, &meanings).iter().map(show).collect();
    assert_eq!(found, expected);
}

#[test]
fn whole_words_are_found() {
    check("Do you like tea?", &["tea"], "Do you like [tea 0]?");
    check("Tea, TEA and tea.", &["tea"], "[Tea 0], [TEA 0] and [tea 0].");
    check("tea", &["tea"], "[tea 0]");
    check("teatime, steam, tea2, 2tea", &["tea"], "teatime, steam, tea2, 2tea");
    check("carers", &["carer"], "carers");
    check("(tea)“tea”", &["tea"], "([tea 0])“[tea 0]”");
    check("", &["tea"], "");
    check("tea", &[], "tea");
}

#[test]
fn the_longest_wins_and_many_words_may_be_one() {
    let words = ["support", "support plan", "plan"];
    check("My support plan", &words, "My [support plan 1]");
    check("My support, my plan", &words, "My [support 0], my [plan 2]");
    check("support planning", &words, "[support 0] planning");
}

#[test]
fn other_scripts_are_found_and_nothing_breaks() {
    check("هل تحب الشاي؟", &["الشاي"], "هل تحب [الشاي 0]؟");
    check("éclair é", &["é"], "éclair [é 0]");
    check("É", &["é"], "É");
    check("tea", &["", "tea"], "[tea 1]");
    check("🍰 tea 🍰", &["🍰"], "[🍰 0] tea [🍰 0]");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_pieces_are_the_text(
        text in "(tea|plan|[a-zé ☕.]){0,12}",
        words in prop::collection::vec("(tea|plan|é| |☕|[a-z]){0,3}", 0..4),
    ) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let meanings = meanings(&words);
        let found = pieces(&text, &meanings);
        let together: String = found.iter().map(|(piece, _)| *piece).collect();
        prop_assert_eq!(together, text.as_str());
        for (piece, place) in found {
            prop_assert!(!piece.is_empty());
            prop_assert!(place.is_none_or(|at| meanings[at].word.eq_ignore_ascii_case(piece)));
        }
    }
}
