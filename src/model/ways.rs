//! The ways for answers to reach the people who asked: what an address or number has to look like, and
//! the link that opens an app with the answers in it.
//!
//! Absent: opening it, and the words around it. Nobody is asked for anything here: a link only does
//! something once a person presses it.

use super::survey::{SendTo, Way};

/// Most characters of a link to email: Windows and Outlook cut what is longer.
pub const LONGEST_EMAIL: usize = 2_000;
/// Most characters of a text message: phones send it in 10 parts of 153, and few send more.
pub const LONGEST_TEXT_MESSAGE: usize = 1_530;
/// Most characters of a message in WhatsApp.
pub const LONGEST_WHATSAPP: usize = 4_096;
/// Fewest and most digits of a phone number with its country's code (ITU-T E.164).
const DIGITS: core::ops::RangeInclusive<usize> = 8..=15;

/// What is wrong with a way to send that an organiser wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no email address.
    NoEmail,
    /// It is no phone number.
    NoNumber,
    /// It is a number, but nobody can tell in which country.
    NoCountry,
    /// It does not say to whom it is given.
    NoName,
}

/// What is sent.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// What it is about, for an email.
    pub subject: &'a str,
    /// A message with the link in it.
    pub text: &'a str,
    /// The link alone.
    pub link: &'a str,
}

/// Where a press on a way leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To an app, by this link.
    To(String),
    /// Nowhere: the answers are too long for it.
    TooLong,
    /// Nowhere by itself: people give it by hand, or the address is none.
    Nowhere,
}

/// Puts a way in the place of an older one, wherever that stands by now. At the end for a new one, and
/// where the older is gone: another way that took its place stays. One address stands there once, with the
/// name that it got last.
pub fn put_in(all: &mut Vec<SendTo>, old: Option<&SendTo>, new: SendTo) {
    let is_same = |one: &SendTo| one.way == new.way && one.to == new.to && one.way != Way::ByHand;
    let place =
        all.iter().position(|one| Some(one) == old).or_else(|| all.iter().position(is_same));
    let Some(place) = place else { return all.push(new) };
    let doubled: Vec<usize> =
        (0..all.len()).filter(|other| *other != place && is_same(&all[*other])).collect();
    all[place] = new;
    doubled.into_iter().rev().for_each(|other| _ = all.remove(other));
}

/// An address or number as it is kept: without spaces round it, and a number as its digits and `+`.
pub fn tidy(way: Way, to: &str) -> String {
    match way {
        Way::Email => to.trim().to_owned(),
        Way::Text | Way::WhatsApp => {
            to.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
        }
        Way::ByHand => String::new(),
    }
}

/// What is wrong with a tidy way to send, if anything is.
pub fn unfit(SendTo { way, to, name }: &SendTo) -> Option<Unfit> {
    match way {
        Way::Email => (!is_email(to)).then_some(Unfit::NoEmail),
        Way::ByHand => name.trim().is_empty().then_some(Unfit::NoName),
        Way::Text | Way::WhatsApp if international(to).is_some() => None,
        Way::Text | Way::WhatsApp => {
            let is_number = DIGITS.contains(&to.len()) && to.bytes().all(|b| b.is_ascii_digit());
            Some(if is_number { Unfit::NoCountry } else { Unfit::NoNumber })
        }
    }
}

/// True for what looks like one email address.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "@,;:<>()\"".contains(c);
    let has_dot = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    !name.is_empty() && has_dot && !name.contains(is_odd) && !host.contains(is_odd)
}

/// A number as it is called from anywhere: `+`, the country's code, and no 0. A British mobile number
/// may be written as at home, with 07.
pub fn international(number: &str) -> Option<String> {
    let digits = if let Some(rest) = number.strip_prefix("00") {
        rest.to_owned()
    } else if let Some(rest) = number.strip_prefix('+') {
        // Many write +44 (0)7700 …
        rest.strip_prefix("440").map_or_else(|| rest.to_owned(), |rest| ["44", rest].concat())
    } else if number.starts_with("07") && number.len() == 11 {
        ["44", number.get(1..)?].concat()
    } else {
        return None;
    };
    let is_one = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    (is_one && DIGITS.contains(&digits.len())).then(|| ["+", &digits].concat())
}

/// Where a press on this way leads. The way comes out of a survey, which anybody may have made.
pub fn leads(SendTo { way, to, .. }: &SendTo, letter: Letter) -> Leads {
    let mut link = String::new();
    let fits = match way {
        Way::Email if is_email(to) => {
            link.push_str("mailto:");
            encode(to, &mut link);
            link.push_str("?subject=");
            encode(letter.subject, &mut link);
            link.push_str("&body=");
            encode(letter.text, &mut link);
            link.len() <= LONGEST_EMAIL
        }
        Way::Text | Way::WhatsApp => {
            let Some(number) = international(to) else { return Leads::Nowhere };
            let is_text = *way == Way::Text;
            if is_text {
                link.push_str("sms:");
                link.push_str(&number);
                // Android reads what comes after `?`, iOS what comes after `&`.
                link.push_str("?&body=");
            } else {
                link.push_str("https://wa.me/");
                link.push_str(number.get(1..).unwrap_or_default());
                link.push_str("?text=");
            }
            // The link alone in a text message: one curly quote would halve what fits in a part of it.
            let text = if is_text { letter.link } else { letter.text };
            encode(text, &mut link);
            text.len() <= if is_text { LONGEST_TEXT_MESSAGE } else { LONGEST_WHATSAPP }
        }
        Way::Email | Way::ByHand => return Leads::Nowhere,
    };
    if fits { Leads::To(link) } else { Leads::TooLong }
}

/// True for a message that some of the apps do not take which people pick in a share sheet, or paste into.
/// A file carries every length.
pub fn is_too_long(message: &str) -> bool {
    message.len() > LONGEST_WHATSAPP
}

/// Writes text so that it can stand in a link (RFC 3986, and RFC 6068 for line breaks).
fn encode(text: &str, link: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' | b'.' | b'~' | b'@' => {
                link.push(char::from(byte));
            }
            b'\n' => link.push_str("%0D%0A"),
            _ => {
                link.push('%');
                link.push(char::from(DIGITS[usize::from(byte >> 4)]));
                link.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}
