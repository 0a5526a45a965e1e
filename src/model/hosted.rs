//! Surveys that lie beside the app on its host, for those that are too long for a link: a file with a short name,
//! and the short link that opens it.
//!
//! The name comes from an address that anybody can write. **Invariant:** nothing but a whole, plain name ever
//! becomes part of an address that is fetched.
//!
//! Absent: the file itself, which is that of [`SurveyFile`](super::wire::SurveyFile).

use super::wire::{Packet, SurveyFile};

/// The folder beside the pages.
pub const FOLDER: &str = "surveys/";
/// How the file's name ends. Every host serves it: some refuse endings that they do not know.
const ENDING: &str = ".bin";
/// What stands in front of the name in a link.
const QUERY: &str = "?s=";
/// The same among other words of a query.
const PARAMETER: &str = "s=";
/// Most letters of a name.
pub const LONGEST: usize = 40;

/// What is found under a short name, before its link goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnHost {
    /// The file that was published last.
    Newest,
    /// Another survey, or this one as it was before.
    Other,
    /// No survey: nothing at all, or the page that some hosts give out for what is missing.
    Nothing,
}

/// What a file is that the host gave out, beside the one that ought to be there.
pub fn on_host(file: &[u8], ours: &[u8]) -> OnHost {
    match SurveyFile::from_packet(file) {
        _ if file == ours => OnHost::Newest,
        Ok(_) => OnHost::Other,
        Err(_) => OnHost::Nothing,
    }
}

/// The file of a survey as seen from the organiser's page.
pub fn beside(name: &str) -> String {
    [FOLDER, name, ENDING].concat()
}

/// What stands in an address is no name of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadName;

/// True for a name that a link may have: small letters, digits, and single hyphens between them.
pub fn is_name(name: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    name.len() <= LONGEST && name.split('-').all(is_part)
}

/// The nearest name to what an organiser wrote. `None` when there is no letter in it that a link takes.
pub fn safe_name(typed: &str) -> Option<String> {
    let letter = |c: char| {
        let plain = c.to_ascii_lowercase();
        if plain.is_ascii_lowercase() || plain.is_ascii_digit() { plain } else { '-' }
    };
    let letters: String = typed.chars().filter(|c| !matches!(c, '’' | '\'')).map(letter).collect();
    let mut name = String::new();
    for part in letters.split('-').filter(|part| !part.is_empty()) {
        let between = usize::from(!name.is_empty());
        let room = LONGEST.saturating_sub(name.len() + between);
        if room == 0 || !name.is_empty() && part.len() > room {
            break;
        }
        if between == 1 {
            name.push('-');
        }
        name.push_str(&part[..part.len().min(room)]);
    }
    (!name.is_empty()).then_some(name)
}

/// What the file is called.
pub fn file_name(name: &str) -> String {
    [name, ENDING].concat()
}

/// The end of the short link, behind the address of the participant's page.
pub fn query(name: &str) -> String {
    [QUERY, name].concat()
}

/// The name in the query of an address, `?s=…`. `None` where there is none; an error for one that no link of ours
/// has.
///
/// People copy links from print with a capital letter or the full stop behind them, and messengers add words of their
/// own before and after: all that still means the same name.
pub fn named(query: &str) -> Option<Result<String, BadName>> {
    let query = query.to_ascii_lowercase();
    let mut words = query.strip_prefix('?')?.split('&');
    let name = words.find_map(|word| word.strip_prefix(PARAMETER))?;
    let name = name.trim_end_matches(['.', ',', '/']);
    Some(if is_name(name) { Ok(name.to_owned()) } else { Err(BadName) })
}

/// The file of a survey as seen from the participant's page. `None` for what is no name.
pub fn address(name: &str) -> Option<String> {
    is_name(name).then(|| ["../", FOLDER, name, ENDING].concat())
}
