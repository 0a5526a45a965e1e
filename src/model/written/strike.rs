//! Words that are struck out of an answer: where they stand in it, and what others read instead.

/// What stands in place of words that are struck out, wherever the rest leaves the app to be shared.
pub const NAME: &str = "[name]";

/// A piece of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that stay.
    Stays(&'a str),
    /// Words that are struck out.
    Struck(&'a str),
}

/// The answer in pieces. Struck words are found wherever they stand as whole words, in large letters or small: who
/// is called "Anna" is also "ANNA". Of two that start at one place, the longer counts.
pub fn pieces<'a>(text: &'a str, struck: &[&str]) -> Vec<Piece<'a>> {
    let mut longest_first: Vec<&str> = struck.iter().copied().filter(|s| !s.is_empty()).collect();
    longest_first.sort_by_key(|words| core::cmp::Reverse(words.len()));
    let mut all = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(letter) = text[at..].chars().next() {
        let starts_word = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
            || !letter.is_alphanumeric();
        let end = longest_first
            .iter()
            .filter(|_| starts_word)
            .find_map(|words| end_of(&text[at..], words).map(|length| at + length));
        let Some(end) = end else {
            at += letter.len_utf8();
            continue;
        };
        if from < at {
            all.push(Piece::Stays(&text[from..at]));
        }
        all.push(Piece::Struck(&text[at..end]));
        (from, at) = (end, end);
    }
    if from < text.len() {
        all.push(Piece::Stays(&text[from..]));
    }
    all
}

/// How many bytes at the start of the text are these words, as whole words. Any white space is like any other.
fn end_of(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in words.chars() {
        let found = rest.next()?;
        let is_space = wanted.is_whitespace() && found.is_whitespace();
        if !is_space && !wanted.to_lowercase().eq(found.to_lowercase()) {
            return None;
        }
    }
    let is_inside = words.chars().next_back().is_some_and(char::is_alphanumeric)
        && rest.clone().next().is_some_and(char::is_alphanumeric);
    (!is_inside).then(|| text.len() - rest.as_str().len())
}

/// The answer as others read it.
pub fn struck_out(text: &str, struck: &[&str]) -> String {
    let says = |piece: Piece| match piece {
        Piece::Stays(words) => words.to_owned(),
        Piece::Struck(_) => NAME.to_owned(),
    };
    pieces(text, struck).into_iter().map(says).collect()
}
