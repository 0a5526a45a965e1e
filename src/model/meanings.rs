//! Finding the hard words that the organiser explained, in a text.

use super::survey::Meaning;

/// A text in pieces. A piece that is an explained word comes with the place of its meaning.
///
/// Capital and small letters of a to z are alike. A word in the middle of another is no word:
/// "carer" is not found in "carers".
pub fn pieces<'a>(text: &'a str, meanings: &[Meaning]) -> Vec<(&'a str, Option<usize>)> {
    let mut pieces = Vec::new();
    let (mut done, mut before) = (0, ' ');
    let mut skip_to = 0;
    for (at, letter) in text.char_indices() {
        if at >= skip_to && !before.is_alphanumeric() {
            // The longest, so that "support plan" wins over "support".
            let starts = |meaning: &&(usize, &Meaning)| starts_with(text, at, &meaning.1.word);
            let all: Vec<(usize, &Meaning)> = meanings.iter().enumerate().collect();
            let found = all.iter().filter(starts).max_by_key(|(_, meaning)| meaning.word.len());
            if let Some((place, meaning)) = found {
                let end = at + meaning.word.len();
                pieces.extend(text.get(done..at).filter(|t| !t.is_empty()).map(|t| (t, None)));
                pieces.extend(text.get(at..end).map(|word| (word, Some(*place))));
                (done, skip_to) = (end, end);
            }
        }
        before = letter;
    }
    pieces.extend(text.get(done..).filter(|rest| !rest.is_empty()).map(|rest| (rest, None)));
    pieces
}

/// True when the word stands at this byte of the text, and no letter follows.
fn starts_with(text: &str, at: usize, word: &str) -> bool {
    let rest = text.get(at..at + word.len());
    let next = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
    !word.is_empty()
        && rest.is_some_and(|rest| rest.eq_ignore_ascii_case(word))
        && !next.is_some_and(char::is_alphanumeric)
}
