//! Finding the answers of a person who wants them back, by the code that their phone showed.

use super::Received;
use crate::model::id::ResponseId;
use crate::model::response::Response;
use std::collections::BTreeMap;

/// Why a person's code finds no answers to take out.
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
}

/// The answers that a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// Whose they are.
    pub id: ResponseId,
    /// When they came in, in milliseconds since 1970. `None` while they only wait.
    pub at: Option<u64>,
}

/// The answers with this code, however it was typed: among those that came in, and those that wait to be
/// counted. `withdrawn` were taken back before.
pub fn with_code(
    typed: &str,
    received: &[Received],
    waiting: &[Response],
    withdrawn: &[ResponseId],
) -> Result<Coded, BadCode> {
    let code = read_code(typed).ok_or(BadCode::NoCode)?;
    let wait = waiting.iter().map(|response| (response.id, None));
    let came = received.iter().map(|received| (received.response.id, Some(received.at)));
    // Of one person some may be in, and some wait.
    let found: BTreeMap<ResponseId, Option<u64>> =
        wait.chain(came).filter(|(id, _)| id.code() == code).collect();
    match found.into_iter().collect::<Vec<_>>()[..] {
        [(id, at)] => Ok(Coded { id, at }),
        [] if withdrawn.iter().any(|id| id.code() == code) => Err(BadCode::TakenBack),
        [] => Err(BadCode::Unknown),
        _ => Err(BadCode::Shared),
    }
}

/// A code as the app writes it, from how a person heard or typed it. Codes have no letter O, I or
/// L, so those are numbers that were misread.
fn read_code(typed: &str) -> Option<String> {
    let read = |letter: char| match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let digits: String = typed.chars().filter(char::is_ascii_alphanumeric).map(read).collect();
    let is_code = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_code.then(|| format!("{}-{}", &digits[..4], &digits[4..]))
}
