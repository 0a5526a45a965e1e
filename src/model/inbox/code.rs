//! Finding the answers of a person who wants them back, by what their phone showed: one code, or two where some of
//! their answers are kept apart.
//!
//! What was typed goes in, with what is here; what is taken out, and what to say before, comes out. Nothing that is
//! kept joins the two codes: each is taken out under its own. Absent: the taking out.

use super::Received;
use crate::model::id::ResponseId;
use crate::model::response::Response;
use std::collections::BTreeMap;

/// Why what a person told finds no answers to take out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCode {
    /// It is no code.
    NoCode,
    /// Nobody's answers here have it.
    Unknown,
    /// The answers with it are taken out already.
    TakenBack,
    /// Two people have it, so nobody can tell whose it is.
    Shared,
    /// There are two codes, and both are of the same part: they are of two people.
    TwoPeople,
}

/// Some answers that a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// Whose they are.
    pub id: ResponseId,
    /// True for those that are kept apart from the person's others.
    pub apart: bool,
    /// When they came in, in milliseconds since 1970. `None` while they only wait. Of what is kept apart nobody knows.
    pub at: Option<u64>,
}

/// What is taken out for what a person told. At least one set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// At most one that is kept apart, and one that is not. The others are first.
    pub sets: Vec<Set>,
    /// Why the second code of two finds nothing.
    pub other: Option<BadCode>,
}

impl Coded {
    /// What happens, before it does. `keeps_apart`: whether the survey keeps some answers apart, so that people have
    /// a second code. `day` names a day.
    pub fn says(&self, keeps_apart: bool, day: impl Fn(u64) -> String) -> String {
        let find = |apart: bool| self.sets.iter().find(|set| set.apart == apart);
        let mut says = match (find(false), find(true)) {
            (Some(Set { at: Some(at), .. }), _) => format!("They were added on {}.", day(*at)),
            (Some(_), _) => "They wait, and are not counted yet.".to_owned(),
            (None, _) => "These are answers that are kept apart.".to_owned(),
        };
        let more = match (find(false), find(true), self.other) {
            (_, _, Some(BadCode::TakenBack)) => {
                " The answers with the other code are deleted already."
            }
            (_, _, Some(_)) => {
                " No answers here have the other code: ask the person to read it again, or they stay."
            }
            (Some(_), Some(_), None) => " What is kept apart for this person is deleted too.",
            (Some(_), None, None) if keeps_apart => {
                " Only the code before the + is here. What is kept apart for this person has the code after it, and \
                 stays until you delete that too."
            }
            (None, ..) => {
                " The person’s other answers have the code before the +, and stay until you delete those too."
            }
            _ => "",
        };
        says.push_str(more);
        says + " You cannot get them back. They cannot be added again."
    }
}

/// The answers that a person means, however what their phone showed was typed or pasted: among those that came in, and
/// those that wait to be counted. `withdrawn` were taken back before.
///
/// # Errors
/// Where nothing is found, or something that is not one person's.
pub fn with_code(
    typed: &str,
    received: &[Received],
    waiting: &[Response],
    withdrawn: &[ResponseId],
) -> Result<Coded, BadCode> {
    let codes = read_codes(typed).ok_or(BadCode::NoCode)?;
    let set = |response: &Response, at: Option<u64>| Set {
        id: response.id,
        apart: response.given.apart,
        at: at.filter(|_| !response.given.apart),
    };
    let wait = waiting.iter().map(|response| set(response, None));
    let came = received.iter().map(|received| set(&received.response, Some(received.at)));
    // Of one person some may be in, and some wait.
    let all: BTreeMap<ResponseId, Set> = wait.chain(came).map(|set| (set.id, set)).collect();
    let (mut sets, mut other) = (Vec::new(), None);
    for code in codes {
        let found: Vec<Set> = all.values().filter(|set| set.id.code() == code).copied().collect();
        match found[..] {
            [set] => sets.push(set),
            [] if withdrawn.iter().any(|id| id.code() == code) => other = Some(BadCode::TakenBack),
            // Where neither finds anything, it is told that they are to be read again.
            [] => other = Some(BadCode::Unknown),
            _ => return Err(BadCode::Shared),
        }
    }
    sets.sort_by_key(|set| set.apart);
    match sets[..] {
        [] => Err(other.unwrap_or(BadCode::Unknown)),
        [one, two] if one.apart == two.apart => Err(BadCode::TwoPeople),
        _ => Ok(Coded { sets, other }),
    }
}

/// How many digits a code has.
const DIGITS: usize = 8;
const TWICE: usize = 2 * DIGITS;

/// One or two codes as the app writes them, from how a person heard, typed or copied them: with or without dashes,
/// spaces, line ends, a plus sign or other words around. `None` for anything else.
fn read_codes(typed: &str) -> Option<Vec<String>> {
    let digits = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(read).collect()
    };
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_whole = |all: &String| matches!(all.len(), DIGITS | TWICE) && is_hex(all);
    let typed_words = || typed.split(|letter: char| letter.is_whitespace() || letter == '+');
    let words = || typed_words().map(digits);
    // "1a2b 3c4d and 5e6f 7a8b", or a whole sentence in which each code is one word.
    let parts = words().filter(|word| matches!(word.len(), 4 | DIGITS) && is_hex(word)).collect();
    let alone: String = words().filter(|word| word.len() == DIGITS && is_hex(word)).collect();
    // Half a code beside a whole one was cut off. Taken for a word, its set would stay unnoticed.
    let is_half =
        |word: &str| word.len() == 4 && word.contains(|c: char| c.is_ascii_digit()) && is_hex(word);
    let alone = if typed_words().any(is_half) { String::new() } else { alone };
    let all = [digits(typed), parts, alone].into_iter().find(is_whole)?;
    let mut codes = vec![all[..DIGITS].to_owned()];
    codes.extend((all.len() == TWICE).then(|| all[DIGITS..].to_owned()));
    codes.dedup();
    Some(codes.iter().map(|code| format!("{}-{}", &code[..4], &code[4..])).collect())
}

/// Codes have no letter O, I or L, so those are numbers that were misread.
fn read(letter: char) -> char {
    match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    }
}
