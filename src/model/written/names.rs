//! What in an answer may be somebody's name, or leads to them: names, email addresses, phone numbers, postcodes.
//!
//! It only suggests. A team decides about each, for no rule knows whether Rose is a person; so it rather suggests one
//! too many. Names are told by their capital letter, by "Mr" and the like, and by "my friend" and the like, after which
//! people often write them small. Absent: names that stand by themselves in small letters.

use crate::model::easy_read::is_common_word;
use core::ops::Range;

/// Most suggestions for one answer.
const MOST: usize = 30;

/// A name follows, whatever it looks like.
const TITLES: [&str; 6] = ["mr", "mrs", "ms", "mx", "dr", "cllr"];
/// A name may follow.
const CALLED: [&str; 12] = [
    "miss",
    "doctor",
    "nurse",
    "professor",
    "prof",
    "councillor",
    "sir",
    "dame",
    "called",
    "named",
    "aunty",
    "auntie",
];
/// Before a relation.
const WHOSE: [&str; 6] = ["my", "his", "her", "our", "their", "your"];
/// A name may follow when it is somebody's: "my friend anna".
const RELATIONS: [&str; 38] = [
    "friend",
    "mate",
    "brother",
    "sister",
    "mum",
    "mam",
    "mom",
    "mother",
    "dad",
    "father",
    "son",
    "daughter",
    "aunt",
    "auntie",
    "uncle",
    "nan",
    "gran",
    "grandad",
    "cousin",
    "boyfriend",
    "girlfriend",
    "husband",
    "wife",
    "partner",
    "carer",
    "worker",
    "keyworker",
    "manager",
    "neighbour",
    "teacher",
    "boss",
    "housemate",
    "flatmate",
    "advocate",
    "nurse",
    "doctor",
    "gp",
    "name",
];
/// Words that follow those without being a name.
const NO_NAMES: [&str; 32] = [
    "and", "or", "but", "is", "was", "are", "were", "has", "had", "have", "who", "that", "he",
    "she", "they", "it", "we", "i", "you", "my", "the", "a", "an", "to", "for", "of", "in", "at",
    "on", "with", "said", "says",
];
/// What has a capital letter wherever it stands, and is nobody.
const ALWAYS_CAPITAL: [&str; 40] = [
    "i",
    "i'm",
    "i've",
    "i'd",
    "i'll",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "christmas",
    "easter",
    "english",
    "welsh",
    "british",
    "god",
    "ok",
    "tv",
    "covid",
    "internet",
    "facebook",
    "zoom",
    "google",
    "mr",
    "mrs",
    "dr",
];
/// Words that people write without their apostrophe, and no list has.
const NO_APOSTROPHE: [&str; 14] = [
    "dont", "im", "ive", "cant", "wont", "didnt", "thats", "youre", "theyre", "isnt", "doesnt",
    "wasnt", "couldnt", "havent",
];

/// A word, and where it stands.
struct Word<'a> {
    at: Range<usize>,
    text: &'a str,
    /// In small letters, with `'` for every apostrophe.
    low: String,
    /// True for the first one of a sentence or a line.
    starts: bool,
    /// True when nothing but spaces is between it and the word in front.
    follows: bool,
}

impl Word<'_> {
    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// "NHS". In a text that is written so throughout, it says nothing.
    fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|letter| letter.is_alphabetic());
        letters.clone().count() > 1 && letters.into_iter().all(char::is_uppercase)
    }

    fn is_one(&self, words: &[&str]) -> bool {
        words.contains(&&*self.low)
    }

    /// True for what has a capital letter wherever it stands: also "Mondays".
    fn is_nobody(&self) -> bool {
        let one = self.low.strip_suffix('s').unwrap_or(&self.low);
        self.is_one(&ALWAYS_CAPITAL) || ALWAYS_CAPITAL.contains(&one)
    }

    fn is_known(&self) -> bool {
        let is_short = self.text.chars().count() < 2;
        is_short || self.is_one(&NO_APOSTROPHE) || is_common_word(&self.low)
    }

    fn has_letters_only(&self) -> bool {
        self.text.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
    }
}

/// What to suggest, each once, in the order of the text.
pub fn names(text: &str) -> Vec<String> {
    let mut found = addresses(text);
    found.extend(phone_numbers(text));
    let words = words(text);
    found.extend(postcodes(&words));
    for name in people(&words) {
        if !found.iter().any(|other| other.start < name.end && name.start < other.end) {
            found.push(name);
        }
    }
    found.sort_by_key(|at| at.start);
    let mut all: Vec<String> = Vec::new();
    for at in found {
        let name = text[at].to_owned();
        if !all.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            all.push(name);
        }
    }
    all.truncate(MOST);
    all
}

/// Pieces between white space, without signs around them.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let start_of = |piece: &str| piece.as_ptr().addr() - text.as_ptr().addr();
    let pieces = text.split_whitespace().map(|piece| {
        piece.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '@' && sign != '+')
    });
    let leads = pieces.filter(|piece| {
        let low = piece.to_lowercase();
        let has_at = piece.len() > 2 && piece.contains('@') && !piece.ends_with('@');
        has_at || low.starts_with("www.") || low.starts_with("http")
    });
    leads.map(|piece| start_of(piece)..start_of(piece) + piece.len()).collect()
}

/// Rows of digits with spaces, brackets and hyphens between them. Days and years are shorter or have other signs.
fn phone_numbers(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = None;
    let fits = |sign: char| sign.is_ascii_digit() || " +()-".contains(sign);
    for (at, sign) in text.char_indices().chain([(text.len(), '\n')]) {
        match (from, fits(sign)) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                let row = &text[start..at];
                let number = row.trim_matches([' ', '-', ')']).trim_end_matches(['(', '+']);
                let digits = number.chars().filter(char::is_ascii_digit).count();
                let is_led = number.starts_with(['0', '+', '(']);
                if (9..=15).contains(&digits) || is_led && (7..9).contains(&digits) {
                    let first = start + row.find(number).unwrap_or(0);
                    all.push(first..first + number.len());
                }
                from = None;
            }
            _ => {}
        }
    }
    all
}

/// A postcode of the United Kingdom, in one word or two.
fn postcodes(words: &[Word]) -> Vec<Range<usize>> {
    let is_out = |text: &str| {
        let signs: Vec<char> = text.chars().collect();
        let letters = signs.iter().take_while(|sign| sign.is_ascii_alphabetic()).count();
        let rest = &signs[letters..];
        (1..=2).contains(&letters)
            && (1..=2).contains(&rest.len())
            && rest[0].is_ascii_digit()
            && rest.iter().all(char::is_ascii_alphanumeric)
    };
    let is_in = |text: &str| {
        let signs: Vec<char> = text.chars().collect();
        matches!(signs[..], [digit, one, two] if digit.is_ascii_digit()
            && one.is_ascii_alphabetic() && two.is_ascii_alphabetic())
    };
    let mut all = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let is_whole = word.text.len().checked_sub(3).is_some_and(|cut| {
            word.text.is_char_boundary(cut) && is_out(&word.text[..cut]) && is_in(&word.text[cut..])
        });
        match words.get(place + 1) {
            _ if is_whole => all.push(word.at.clone()),
            Some(next) if next.follows && is_out(word.text) && is_in(next.text) => {
                all.push(word.at.start..next.at.end);
            }
            _ => {}
        }
    }
    all
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut all: Vec<Word> = Vec::new();
    let (mut between, mut at) = ("\n", 0);
    while at < text.len() {
        let is_part = |sign: char| sign.is_alphanumeric() || "'’-".contains(sign);
        let rest = &text[at..];
        let length = rest.find(|sign| !is_part(sign)).unwrap_or(rest.len());
        if length == 0 {
            let gap = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
            between = &rest[..gap];
            at += gap;
            continue;
        }
        let end = at + length;
        let bare = text[at..end].trim_matches(['\'', '’', '-']);
        let bare = bare.strip_suffix("'s").or(bare.strip_suffix("’s")).unwrap_or(bare);
        let start = at + text[at..end].find(bare).unwrap_or(0);
        if !bare.is_empty() {
            all.push(Word {
                at: start..start + bare.len(),
                text: bare,
                low: bare.to_lowercase().replace('’', "'"),
                starts: between.contains(['.', '!', '?', ':', '\n', '“', '"', '•']),
                follows: between.chars().all(char::is_whitespace) && !between.contains('\n'),
            });
        }
        (between, at) = ("", end);
    }
    all
}

fn people(words: &[Word]) -> Vec<Range<usize>> {
    let shouts = words.iter().filter(|word| word.is_acronym()).count() * 2 > words.len();
    let inner = || words.iter().filter(|word| !word.starts && !word.is_nobody());
    // Who gives every word a capital letter says nothing by it.
    let has_many = inner().filter(|word| word.is_capital()).count() * 3 > inner().count();
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let word = &words[place];
        let is_name = word.has_letters_only()
            && (is_introduced(words, place) || is_told(word, shouts, has_many));
        if !is_name {
            place += 1;
            continue;
        }
        let goes_on = |next: &&Word| {
            let is_more = !shouts && next.is_capital() && !next.is_acronym();
            next.follows && !next.starts && is_more && !next.is_nobody()
        };
        let more = words[place + 1..].iter().take_while(goes_on).count();
        all.push(word.at.start..words[place + more].at.end);
        place += more + 1;
    }
    all
}

/// True for a word that its own look tells to be a name.
fn is_told(word: &Word, shouts: bool, has_many: bool) -> bool {
    if shouts {
        return !word.is_known() && !word.is_nobody();
    }
    let is_plain = !word.is_capital() || word.is_acronym() || word.is_nobody();
    !is_plain && (!word.is_known() || !word.starts && !has_many)
}

/// True for a word that what stands in front tells to be a name.
fn is_introduced(words: &[Word], place: usize) -> bool {
    let word = &words[place];
    let before = |back: usize| place.checked_sub(back).map(|at| &words[at]);
    let Some(last) = before(1) else { return false };
    if word.is_one(&NO_NAMES) || word.is_nobody() {
        return false;
    }
    if last.is_one(&TITLES) {
        return true;
    }
    let can_be = !word.is_known() || word.is_capital() && !word.is_acronym();
    if !word.follows || !can_be {
        return false;
    }
    let is_of = |back: usize| before(back).is_some_and(|word| word.is_one(&WHOSE));
    // "my friend anna", "my support worker anna", "my name is anna".
    let is_related = last.is_one(&RELATIONS) && (is_of(2) || is_of(3));
    let is_named = last.is_one(&["is"]) && before(2).is_some_and(|word| word.is_one(&["name"]));
    last.is_one(&CALLED) || is_related || is_named
}
