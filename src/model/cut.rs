//! The start of a long text: whole words, or whole letters where a word has no end.
//!
//! What a person sees as one letter can be many characters: a letter and its accents, a family of emoji, a flag.
//! Programs that know all of them bring tables that are larger than a page. Here each is known by the block of
//! Unicode that it is in; a few characters that could stand alone count as parts too, so the text is cut a
//! little earlier.

use super::plain_text::turns;

/// At most so many characters of a text, with `…` at the end where it goes on. Those that would turn the words
/// around it are left out first.
pub fn start(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().filter(|letter| !turns(*letter)).collect();
    if letters.len() <= most {
        return letters.into_iter().collect();
    }
    let word = (most / 2..most).rev().find(|at| letters[*at].is_whitespace());
    let end = word.or_else(|| (1..most).rev().find(|at| !is_inside(&letters, *at)));
    letters[..end.unwrap_or_default()].iter().chain(&['…']).collect()
}

/// True when the character at this place belongs to the letter that the one before it is part of.
fn is_inside(letters: &[char], at: usize) -> bool {
    let (before, next) = (letters[at - 1], letters[at]);
    // Two of them are one flag.
    let is_flag = |letter: &&char| matches!(letter, '\u{1f1e6}'..='\u{1f1ff}');
    let flags = letters[..at].iter().rev().take_while(is_flag).count();
    is_part(next) || joins(before) || is_flag(&&next) && flags % 2 == 1
}

/// True for what puts the next character into the same letter: the joiner of emoji, and the sign of South Asian
/// scripts for a consonant without a vowel. Each of those has 128 places, with its signs at the same ones.
fn joins(letter: char) -> bool {
    letter == '\u{200d}' || matches!(letter, '\u{900}'..='\u{dff}') && letter as u32 & 0x7f == 0x4d
}

/// True for a character that is part of the letter before it.
fn is_part(letter: char) -> bool {
    match letter {
        '\u{900}'..='\u{dff}' => {
            matches!(letter as u32 & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x57 | 0x62 | 0x63)
        }
        '\u{e00}'..='\u{eff}' => matches!(letter as u32 & 0x7f, 0x31..=0x3a | 0x47..=0x4e),
        _ => matches!(letter,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
            | '\u{f71}'..='\u{fbc}' | '\u{102b}'..='\u{103e}' | '\u{1160}'..='\u{11ff}'
            | '\u{17b4}'..='\u{17d3}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0020}'..='\u{e01ef}'),
    }
}
