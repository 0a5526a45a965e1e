//! Cuts a text into sentences, and sentences into words, numbers and signs.
//!
//! A line break ends a sentence, so lists are read line by line. A mark for an earlier answer (see
//! [`piping`](crate::model::piping)) is one neutral word, and so is a word in another script than ours. A sentence
//! that is mostly in another script is left out: no rule here knows its language.

use core::ops::Range;

/// What a piece of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Letters, with hyphens and apostrophes between them.
    Word,
    /// Digits, with what belongs to them: `£12.50`, `9am`, `20%`.
    Number,
    /// An answer, an address, a word in another script: stands for a noun, and nothing is said about it.
    Mark,
    /// A sign between words.
    Sign,
}

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    /// What it is.
    pub sort: Sort,
    /// The bytes of the text that it stands in.
    pub at: Range<usize>,
    /// As it is written.
    pub text: &'a str,
    /// In small letters, with `'` for every apostrophe.
    pub low: String,
}

/// A sentence, or a line.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    /// The bytes of the text from its first piece to its last.
    pub at: Range<usize>,
    /// All pieces, in order.
    pub tokens: Vec<Token<'a>>,
    /// True when it ends in a question mark.
    pub asks: bool,
}

impl Token<'_> {
    /// True for what people count as a word.
    pub fn counts(&self) -> bool {
        self.sort != Sort::Sign
    }

    /// True when it is this word.
    pub fn is(&self, word: &str) -> bool {
        self.low == word
    }

    /// True when it is one of these words or signs.
    pub fn is_one(&self, words: &[&str]) -> bool {
        words.contains(&self.low.as_str())
    }

    /// True when it starts with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

impl<'a> Sentence<'a> {
    /// How many words it has. A name of more words counts as 1, for it cannot be shorter: the
    /// "Care Quality Commission", "people with a learning disability".
    pub fn length(&self) -> usize {
        let (mut length, mut place) = (0, 0);
        while let Some(token) = self.tokens.get(place) {
            let group = GROUPS.iter().find(|group| self.has_at(place, group).is_some());
            length += usize::from(token.counts());
            let is_name = |token: &Token| token.sort == Sort::Word && token.is_capital();
            place += match group {
                Some(group) => group.split(' ').count(),
                None if place > 0 && is_name(token) => {
                    self.tokens[place..].iter().take_while(|token| is_name(token)).count()
                }
                None => 1,
            };
        }
        length
    }

    /// True for a line in capital letters: there they say nothing.
    pub fn shouts(&self) -> bool {
        let mut letters = self.words().flat_map(|word| word.text.chars());
        self.length() > 1 && !letters.any(char::is_lowercase)
    }

    /// The words without the signs.
    pub fn words(&self) -> impl Iterator<Item = &Token<'a>> {
        self.tokens.iter().filter(|token| token.counts())
    }

    /// Where these words stand one behind the other, from this piece on. `*` is any word.
    pub fn has_at(&self, place: usize, words: &str) -> Option<Range<usize>> {
        let mut end = place;
        for word in words.split(' ') {
            let token = self.tokens.get(end)?;
            if !(token.is(word) || (word == "*" && token.counts())) {
                return None;
            }
            end += 1;
        }
        Some(self.tokens[place].at.start..self.tokens[end - 1].at.end)
    }

    /// Where one of these rows of words stands first.
    pub fn find(&self, rows: &[&str]) -> Option<Range<usize>> {
        (0..self.tokens.len())
            .find_map(|place| rows.iter().find_map(|words| self.has_at(place, words)))
    }
}

/// Names of groups of people that have no shorter name.
const GROUPS: [&str; 6] = [
    "people with a learning disability",
    "people with learning disabilities",
    "person with a learning disability",
    "learning disability",
    "learning disabilities",
    "autistic people",
];

/// Words with a full stop behind them that ends no sentence.
const SHORT: [&str; 12] =
    ["e.g", "i.e", "mr", "mrs", "ms", "dr", "st", "no", "vs", "approx", "tel", "rev"];

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let next = at + letter.len_utf8();
        if letter == '\n' || letter == '•' {
            close(&mut tokens, false, &mut all);
            at = next;
        } else if matches!(letter, '.' | '!' | '?' | '…') {
            let before = tokens.last().map_or("", |token| token.low.as_str());
            let after = text[next..].trim_start_matches(['.', '!', '?', '"', '”', '’', '\'', ')']);
            let is_short = letter == '.' && (SHORT.contains(&before) || is_initial(&tokens));
            let goes_on = !after.is_empty() && !after.starts_with(char::is_whitespace);
            let small = letter != '?' && after.trim_start().starts_with(char::is_lowercase);
            if !(is_short || goes_on || small && before.len() > 1) {
                let run = &text[at..text.len() - after.len()];
                close(&mut tokens, run.contains('?'), &mut all);
                at += run.len();
            } else {
                at = next;
            }
        } else if letter.is_whitespace() {
            at = next;
        } else {
            let (sort, end) = read(text, at);
            let word = &text[at..end];
            let low = word.replace('’', "'").to_lowercase();
            tokens.push(Token { sort, at: at..end, text: word, low });
            at = end;
        }
    }
    close(&mut tokens, false, &mut all);
    all
}

/// True behind "J" in "J. Smith", but not behind "I".
fn is_initial(tokens: &[Token]) -> bool {
    let last = tokens.last();
    last.is_some_and(|token| token.text.len() == 1 && token.is_capital() && token.text != "I")
}

fn close<'a>(tokens: &mut Vec<Token<'a>>, asks: bool, all: &mut Vec<Sentence<'a>>) {
    // A dash in front is the sign of a list.
    while tokens.first().is_some_and(|token| token.is_one(&["-", "–", "—", "*", "·"])) {
        tokens.remove(0);
    }
    let tokens = core::mem::take(tokens);
    let foreign = tokens.iter().filter(|token| is_foreign(token.text)).count();
    let own = tokens.iter().filter(|token| token.sort == Sort::Word).count();
    if let (Some(first), Some(last)) = (tokens.first(), tokens.last())
        && foreign <= own
    {
        all.push(Sentence { at: first.at.start..last.at.end, tokens, asks });
    }
}

/// True for a word that is written in another script than English is.
fn is_foreign(word: &str) -> bool {
    let is_latin = |letter: char| matches!(letter, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    word.chars().any(|letter| letter.is_alphabetic() && !is_latin(letter))
}

/// What starts at this byte, and where it ends.
fn read(text: &str, at: usize) -> (Sort, usize) {
    let rest = &text[at..];
    if let Some(end) = rest.strip_prefix("[[").and_then(|inner| inner.find("]]")) {
        let fits = |c: char| c.is_ascii_hexdigit() || c == '-';
        if end <= 24 && rest[2..2 + end].chars().all(fits) {
            return (Sort::Mark, at + end + 4);
        }
    }
    let mut end = at;
    let mut letters = rest.chars().peekable();
    let is_money = matches!(letters.peek(), Some('£' | '$' | '€'));
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let inside = end > at && next.is_some_and(char::is_alphanumeric);
        let joins = match letter {
            '\'' | '’' | '-' | '.' | '@' | ':' | '_' | '&' => inside,
            ',' => {
                inside
                    && next.is_some_and(|c| c.is_ascii_digit())
                    && text[..end].ends_with(|c: char| c.is_ascii_digit())
            }
            '£' | '$' | '€' => end == at,
            '%' => end > at,
            _ => letter.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        end += letter.len_utf8();
    }
    let word = &text[at..end];
    if word.is_empty() || (is_money && word.chars().count() == 1) {
        return (Sort::Sign, at + rest.chars().next().map_or(1, char::len_utf8));
    }
    let is_address = word.contains(['@', '_', ':'])
        || word.find('.').is_some_and(|dot| dot > 2 && word.contains(char::is_alphabetic));
    match () {
        () if is_money || word.starts_with(|c: char| c.is_ascii_digit()) => (Sort::Number, end),
        () if is_address || is_foreign(word) => (Sort::Mark, end),
        () => (Sort::Word, end),
    }
}
