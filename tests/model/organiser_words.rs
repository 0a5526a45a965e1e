//! The words on the organiser's screens: none of those that people said read oddly. Comments are for
//! those who write code, and are not read here.

use std::fs;
use std::path::{Path, PathBuf};

/// What no label, heading or message says, and what to say instead.
const FORBIDDEN: [(&str, &str); 16] = [
    ("take out", "remove, or delete"),
    ("taken out", "removed, or deleted"),
    ("took out", "removed"),
    ("take it out", "remove it"),
    ("take them out", "remove them"),
    ("took back", "undone"),
    ("did again", "redone"),
    ("can not", "cannot"),
    ("mend", "fix"),
    ("anew", "again"),
    ("is to settle", "a conflict to resolve"),
    ("unticks", "clears the rest"),
    ("put in order", "rank"),
    ("no words yet", "untitled question"),
    ("written already", "ready-made"),
    ("start empty", "start from scratch"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The texts in quotation marks of a source, each with its line.
fn texts(source: &str) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (number, line) in (1..).zip(source.lines()) {
        if open.is_none() && line.trim_start().starts_with("//") {
            continue;
        }
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match (&mut open, letter) {
                (Some((_, text)), '\\') => text.extend(letters.next()),
                (Some(_), '"') => texts.extend(open.take()),
                (Some((_, text)), letter) => text.push(letter),
                // A sign in single quotation marks may be a double one.
                (None, '\'') if letters.peek() == Some(&'"') => _ = letters.next(),
                (None, '"') => open = Some((number, String::new())),
                (None, '/') if letters.peek() == Some(&'/') => break,
                (None, _) => {}
            }
        }
        if let Some((_, text)) = &mut open {
            text.push(' ');
        }
    }
    texts
}

/// True where the words stand by themselves: "mend" is not in "recommend".
fn says(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back())
            && !is_letter(text[at + words.len()..].chars().next())
    })
}

#[test]
fn no_screen_of_the_organiser_says_what_reads_oddly() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/organiser"), &mut files);
    assert!(files.len() > 100, "the sources were read");
    let mut wrong = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source");
        for (line, text) in texts(&source) {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            for (words, better) in FORBIDDEN {
                if says(&text, words) {
                    wrong.push(format!("{}:{line}: “{words}”: {better}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_sources_reads_texts_and_no_comments() {
    let source = "let a = \"One\"; // \"two\"\n/// \"three\"\nlet b = \"fo\\\"ur\\\n   five\";";
    let read: Vec<String> = texts(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(read.len(), 2, "{read:?}");
    assert_eq!(read[0], "One");
    assert!(read[1].starts_with("fo\"ur"));
    assert!(says("please mend this", "mend") && !says("we recommend this", "mend"));
}
