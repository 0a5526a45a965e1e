//! The app's own words: every key in every language, the same marks, and easy words in English.

use crate::make::words_of;
use ask_together::model::words::{Word, Words};
use std::collections::BTreeSet;
use std::path::Path;

const ENGLISH: &str = include_str!("../../src/model/words.txt");

/// The keys and words of a file.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.lines().filter_map(|line| line.split_once('='))
}

fn english() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(ENGLISH)
}

/// The files of other languages: name and text. One that was only begun has fewer than 5 lines.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/words");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths =
        entries.map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "txt"));
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a file of words can be read");
        (path.display().to_string(), text)
    };
    let begun = |(_, text): &(String, String)| text.lines().count() >= 5;
    paths.map(read).filter(begun).collect()
}

/// `{1}` and `{2}` in a text, and any other brace as it stands.
fn marks(text: &str) -> Vec<&str> {
    let mut marks: Vec<&str> = Vec::new();
    let braces = text.match_indices(['{', '}']);
    for (at, brace) in braces {
        match (brace, text.get(at..at + 3)) {
            ("{", Some("{1}" | "{2}")) => marks.push(&text[at..at + 3]),
            ("}", _) if at >= 2 && matches!(text.get(at - 2..=at), Some("{1}" | "{2}")) => {}
            _ => marks.push(brace),
        }
    }
    marks.sort_unstable();
    marks
}

/// Everything wrong with a file of words, beside the English ones.
fn wrong(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for line in text.lines().filter(|line| !line.contains('=') && !line.starts_with("# ")) {
        found.push(format!("neither a key nor a note in {line:?}"));
    }
    for (key, words) in lines(text) {
        let Some((_, said)) = english().find(|(known, _)| *known == key) else {
            found.push(format!("{key} is no key"));
            continue;
        };
        if !seen.insert(key) {
            found.push(format!("{key} comes twice"));
        }
        if words.trim().is_empty() || words.trim() != words {
            found.push(format!("{key} is empty, or has blanks around it"));
        }
        if marks(words) != marks(said) {
            found.push(format!("{key} has other marks than {said:?}"));
        }
    }
    let missing = english().filter(|(key, _)| !seen.contains(key));
    found.extend(missing.map(|(key, _)| format!("{key} is missing")));
    found
}

#[test]
fn the_english_words_are_those_of_the_code_in_the_same_order() {
    let keys: Vec<&str> = english().map(|(key, _)| key).collect();
    let expected: Vec<&str> = Word::ALL.iter().map(|word| word.key()).collect();
    assert_eq!(keys, expected);
    assert_eq!(ENGLISH.lines().count(), Word::ALL.len(), "a word a line, and nothing else");
    for (word, place) in Word::ALL.iter().zip(0..) {
        assert_eq!(*word as usize, place);
    }
    assert!(Word::ALL.len() <= 256, "surveys name a word by one byte");
}

#[test]
fn no_language_lacks_a_word_or_a_mark() {
    assert_eq!(wrong(ENGLISH), Vec::<String>::new());
    for (name, text) in files() {
        let found = wrong(&text);
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }
}

#[test]
fn what_is_wrong_with_a_file_of_words_is_found() {
    let check = |change: &dyn Fn(String) -> String, expected: &str| {
        let found = wrong(&change(ENGLISH.to_owned()));
        assert!(found.iter().any(|found| found.starts_with(expected)), "{expected}: {found:?}");
    };
    check(&|text| text.replacen("Start=Start\n", "", 1), "Start is missing");
    check(&|text| text + "Strat=Go\n", "Strat is no key");
    check(&|text| text + "Start=Go\n", "Start comes twice");
    check(&|text| text.replacen("Start=Start\n", "Start=\n", 1), "Start is empty");
    check(&|text| text.replacen("By=From: {1}", "By=From:", 1), "By has other marks");
    check(&|text| text.replacen("By=From: {1}", "By=From: {2}", 1), "By has other marks");
    check(&|text| text.replacen("By=From: {1}", "By=From: {1} {1}", 1), "By has other marks");
    check(&|text| text.replacen("By=From: {1}", "By=From: {1}}", 1), "By has other marks");
    check(&|text| text + "Hello\n", "neither a key nor a note");
    check(&|text| text + "# a=b\n", "# a is no key");
    assert!(wrong(&format!("# A note\n{ENGLISH}")).is_empty());
}

#[test]
fn no_sentence_has_more_than_15_words() {
    for (key, text) in english() {
        for sentence in text.split(['.', '?', '!']) {
            let count = sentence.split_whitespace().count();
            assert!(count <= 15, "{count} words in {key}: {sentence}");
        }
    }
}

#[test]
fn the_words_use_no_long_dash_no_semicolon_and_no_percent() {
    for (key, text) in english() {
        assert!(!text.contains(['–', '—', ';', '%', '/', '&']), "{key}: {text}");
    }
}

#[test]
fn english_stands_for_what_a_language_lacks() {
    let words = words_of("Start=Dechrau\nBy=Gan {1}\nNoSuchKey=x\nno key\n", &[]);
    assert_eq!(words.say(Word::Start), "Dechrau");
    assert_eq!(words.fill(Word::By, &["ni"]), "Gan ni");
    assert_eq!(words.say(Word::Back), "Back");
    for word in Word::ALL {
        assert_eq!(Words::of("", &[]).say(*word), Words::english().say(*word));
    }
}

#[test]
fn what_the_organiser_supplied_comes_before_the_file() {
    let supplied = [(Word::Start as u8, "Cychwyn".to_owned()), (255, "nobody says this".into())];
    let words = words_of("Start=Dechrau\nBack=Yn ôl", &supplied);
    assert_eq!(words.say(Word::Start), "Cychwyn");
    assert_eq!(words.say(Word::Back), "Yn ôl");
    let said: Vec<&str> = Word::ALL.iter().map(|word| words.say(*word)).collect();
    assert!(!said.contains(&"nobody says this"));
}

/// What `By` says when it is this text, filled with these values.
fn check_fill(text: &str, values: &[&str], expected: &str) {
    let words = Words::of("", &[(Word::By as u8, text.to_owned())]);
    assert_eq!(words.fill(Word::By, values), expected, "{text}");
}

#[test]
fn marks_are_filled_in() {
    check_fill("{1} of {2}", &["3", "7"], "3 of 7");
    check_fill("{2} of {1}", &["3", "7"], "7 of 3");
    check_fill("{1} and {1}", &["3"], "3 and 3");
    check_fill("no marks", &["3"], "no marks");
    check_fill("{1}", &["{2}", "x"], "{2}");
    check_fill("{1}{2}", &["3"], "3");
    check_fill("é{1}é", &["☕"], "é☕é");
}

#[test]
fn broken_marks_of_an_organiser_do_not_panic() {
    for text in ["{", "{1", "{}", "{9}", "{0}", "{é}", "}", "{{1}}", "{1}{"] {
        let words = Words::of("", &[(Word::By as u8, text.to_owned())]);
        let _ = words.fill(Word::By, &["3"]);
    }
}

#[test]
fn lines_without_a_key_are_passed_over() {
    let read: Vec<_> = lines("A=1\n\n# note\nB=2=3\r\nC=").collect();
    assert_eq!(read, [("A", "1"), ("B", "2=3"), ("C", "")]);
}
