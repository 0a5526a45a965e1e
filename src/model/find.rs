//! Finding words in a text as people look for them: capitals, accents and vowel marks make no
//! difference.
//!
//! A text and the words to find go in, the places come out. Absent: other words for the same thing.

use core::ops::Range;

/// Letters that are looked for as the letter in front of them.
const ALIKE: [&str; 26] = [
    "aàáâãäåāăąǎ",
    "cçćĉċč",
    "dďđ",
    "eèéêëēĕėęěẽ",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįı",
    "jĵ",
    "kķ",
    "lĺļľŀł",
    "nñńņňŉ",
    "oòóôõöøōŏőǒ",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûüũūŭůűųǔ",
    "wŵẁẃẅ",
    "yýÿŷỳ",
    "zźżž",
    "اأإآٱ",
    "يىئ",
    "ه\u{629}",
    "وؤ",
    "её",
    "'’‘ʼ",
    "\"“”„",
];

/// A letter as it is looked for. `None` for marks that only change the letter before them.
fn folded(letter: char) -> Option<char> {
    if matches!(letter, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}') {
        return None;
    }
    let alike = ALIKE.iter().find(|alike| alike.chars().skip(1).any(|other| other == letter));
    Some(alike.and_then(|alike| alike.chars().next()).unwrap_or(letter))
}

/// Each letter as it is looked for, with the bytes of the text that it stands for.
fn fold(text: &str) -> Vec<(char, Range<usize>)> {
    let mut all: Vec<(char, Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let mut stands_alone = false;
        for lower in letter.to_lowercase() {
            if let Some(lower) = folded(lower) {
                // Any white space is a space: a line may break where a person types one.
                let lower = if lower.is_whitespace() { ' ' } else { lower };
                all.push((lower, at..end));
                stands_alone = true;
            }
        }
        // A mark belongs to the letter that it is on.
        if let (false, Some((_, last))) = (stands_alone, all.last_mut()) {
            last.end = end;
        }
    }
    all
}

/// Words to find, made ready once for many texts.
pub struct Wanted(Vec<char>);

impl Wanted {
    /// Space around the words does not count. `None` when there are none.
    pub fn new(words: &str) -> Option<Self> {
        let letters: Vec<char> = fold(words.trim()).into_iter().map(|(letter, _)| letter).collect();
        (!letters.is_empty()).then_some(Self(letters))
    }

    /// Where a text says them: bytes of the text, at the edges of letters, in order and apart.
    pub fn within(&self, text: &str) -> Vec<Range<usize>> {
        let letters = fold(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(here) = letters.get(at..at + self.0.len()) {
            if here.iter().map(|(letter, _)| letter).eq(&self.0) {
                found.push(here[0].1.start..here[here.len() - 1].1.end);
                at += self.0.len();
            } else {
                at += 1;
            }
        }
        found
    }
}
