//! A mailbox: many emails in one file, as Thunderbird, Apple Mail and Gmail's Takeout save them (mbox, RFC 4155).
//! One email after the other comes out, so that ten thousand are read without holding up a page.
//!
//! Our own few lines, though the mail crate has an iterator: that one takes every line that begins with "From " for a
//! new email, and programs differ in whether they quote such lines. A sentence of a person would cut their answer in
//! two. Absent: what an email says.

use std::borrow::Cow;

/// What begins the line in front of each email.
const FROM: &[u8] = b"From ";

/// True for a file that begins as a mailbox does.
pub fn is_mailbox(bytes: &[u8]) -> bool {
    bytes.starts_with(FROM)
}

/// The email from this place on, and where the one behind it begins. `None` at the end.
pub fn next(bytes: &[u8], at: usize) -> Option<(Cow<'_, [u8]>, usize)> {
    let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
    // What stands in front of the first email has no such line.
    let start = if rest.starts_with(FROM) { line_end(rest, 0) } else { 0 };
    let (mut end, mut is_after_blank) = (start, false);
    while end < rest.len() {
        let behind = line_end(rest, end);
        if begins_email(&rest[end..behind], &rest[behind..], is_after_blank) {
            break;
        }
        is_after_blank = rest[end..behind].trim_ascii().is_empty();
        end = behind;
    }
    Some((unquoted(&rest[start..end]), at + end))
}

/// Where the line that begins here ends, with its break.
fn line_end(bytes: &[u8], start: usize) -> usize {
    let length = bytes[start..].iter().position(|byte| *byte == b'\n');
    length.map_or(bytes.len(), |length| start + length + 1)
}

/// True for the line in front of an email: a head follows, and it names a time or stands behind an empty line. "From 10:30
/// we met" does neither.
fn begins_email(line: &[u8], behind: &[u8], is_after_blank: bool) -> bool {
    line.starts_with(FROM) && is_head(behind) && (is_after_blank || has_time(line))
}

/// True where a text begins with the name of a field, a colon and a space. A link has none there.
fn is_head(text: &[u8]) -> bool {
    let name = text.iter().take_while(|byte| byte.is_ascii_graphic() && **byte != b':').count();
    let behind = text.get(name..).unwrap_or_default();
    name > 0 && matches!(behind, [b':', b' ' | b'\t' | b'\r' | b'\n', ..])
}

fn has_time(line: &[u8]) -> bool {
    line.windows(3).any(|part| matches!(part, [b'0'..=b'9', b':', b'0'..=b'9']))
}

/// Takes one `>` away in front of each "From " that was quoted for the mailbox.
fn unquoted(email: &[u8]) -> Cow<'_, [u8]> {
    let is_quoted = |line: &[u8]| {
        let signs = line.iter().take_while(|byte| **byte == b'>').count();
        signs > 0 && line[signs..].starts_with(FROM)
    };
    if !email.split_inclusive(|byte| *byte == b'\n').any(is_quoted) {
        return Cow::Borrowed(email);
    }
    let lines = email.split_inclusive(|byte| *byte == b'\n');
    Cow::Owned(lines.flat_map(|line| &line[usize::from(is_quoted(line))..]).copied().collect())
}
