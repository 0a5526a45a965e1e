//! Signs in a pasted line: pictures that people type, ticks, and what can't be seen. Absent: bullets
//! and boxes, which only mark a line (`mark`).

use super::mark::{BOXES, BULLETS};

/// Signs that are a choice where no words follow: "✔" and "✘" for yes and no.
const TICKS: [&str; 6] = ["✓", "✔", "✕", "✖", "✗", "✘"];

/// Words with single spaces, and no signs that can't be seen.
pub(super) fn tidy(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(plain).filter(|letter| !is_hidden(*letter)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for what Word and web pages put between letters for their own use.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// Words, or a picture that somebody typed: a smiley is a choice too. Lines to write on stand at the
/// end of some, and are no part of them.
pub(super) fn said(words: &str) -> Option<String> {
    let words = words.trim_end_matches(['_', '…', ' ']);
    let bare = words.trim_end_matches(['.', ' ']);
    let words = if words.len() - bare.len() > 3 { bare } else { words }.trim();
    let says = words.contains(char::is_alphanumeric) || words.contains(is_smiley) || is_sign(words);
    says.then(|| words.to_owned())
}

/// True for a sign or a typed face that people can pick: "%", "+", ":-)".
fn is_sign(words: &str) -> bool {
    const SIGNS: &str = "%‰+<>=≤≥≠±×÷∞°$£€¥₹&@#~↑↓←";
    let face =
        words.strip_prefix([':', ';', '=']).map(|rest| rest.strip_prefix('-').unwrap_or(rest));
    let is_face = face.is_some_and(|mouth| matches!(mouth, ")" | "(" | "|" | "/" | "))" | "(("));
    is_face
        || !words.is_empty()
            && words.chars().count() <= 2
            && words.chars().all(|letter| SIGNS.contains(letter))
}

/// True for the signs that people send each other as pictures: Unicode's blocks of pictographs, of
/// old smileys, stars, hearts and ticks. Boxes to tick and bullets are in them too, and are none.
fn is_smiley(letter: char) -> bool {
    let is_box = matches!(letter, '\u{2610}'..='\u{2612}' | '\u{274D}'..='\u{2752}');
    let is_arrow = matches!(letter, '\u{2794}' | '\u{2798}'..='\u{27BE}');
    let is_shown = matches!(letter,
        '\u{203C}' | '\u{2049}' | '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B05}'..='\u{2B07}' | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}');
    is_shown && !is_box && !is_arrow && !BULLETS.contains(&letter) && !BOXES.contains(&letter)
}

/// True for what only joins and colours the signs of one picture.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}')
}

/// True for the signs of a picture, and what joins them.
pub(super) fn is_picture(letter: char) -> bool {
    is_smiley(letter) || is_joint(letter)
}

/// True for a word that is nothing but pictures.
pub(super) fn is_smileys(word: &str) -> bool {
    word.chars().any(is_smiley) && word.chars().all(is_picture)
}

/// True for a line like "🙂" or "✅ Yes": a picture, and a few words that go with it. Longer ones, and
/// those with a question mark or a colon, are questions and titles that somebody made pretty.
pub(super) fn is_with_smiley(line: &str) -> bool {
    let is_short = line.split(' ').count() <= 5 && !line.ends_with(['?', ':', '.', '!']);
    line.starts_with(is_smiley) && (is_smileys(line) || is_short)
}

/// True for a tick or a cross with no words.
pub(super) fn is_tick(words: &str) -> bool {
    TICKS.contains(&words.trim_end_matches(is_joint))
}

/// True where a line is to be written on: underscores or a row of dots.
pub(super) fn is_line_to_write_on(words: &str) -> bool {
    let is_rule = |letter: char| matches!(letter, '_' | '.' | '…' | ' ');
    words.chars().all(is_rule)
        && (words.contains("___") || words.contains('…') || words.contains("...."))
}

/// True when a line to write on follows the words.
pub(super) fn ends_in_line(words: &str) -> bool {
    let bare = words.trim_end_matches(['_', '.', '…', ' ']);
    is_line_to_write_on(&words[bare.len()..])
}
