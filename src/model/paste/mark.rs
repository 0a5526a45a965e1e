//! What stands in front of a line only to mark it: bullets of Word and the web, boxes, letters and
//! numbers, with what they say about the line.

/// Round signs that stand before a choice, whatever follows them.
pub(super) const BULLETS: [char; 44] = [
    '•', '·', '◦', '▪', '●', '■', '➢', '➤', '✓', '✔', '‣', '⁃', '►', '⦁', '§', '→', '➔', '➜', '∙',
    '◆', '◇', '❖', '◾', '◽', '▫', '▸', '▹', '▶', '▷', '➙', '➛', '»', '›', '⁌', '⁍', '⇒', '⇨',
    '⮞', '➣', '➥', '❯', '∘', '⏺', '¨',
];

/// Boxes and rings that people tick on paper.
pub(super) const BOXES: [char; 15] =
    ['☐', '☑', '☒', '□', '❑', '❒', '❏', '❐', '○', '◯', '◻', '⬜', '◉', '⭘', '▢'];

/// The same, as people type them.
const TYPED_BOXES: [&str; 6] = ["[ ]", "[]", "( )", "()", "[x]", "[X]"];

/// The zeros of the scripts in which people number lists.
const ZEROS: [u32; 12] =
    [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xE50, 0x1040, 0xFF10];

/// What marked a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet, a box or a letter: one of a few.
    Bullet,
    /// A number.
    Number(Number),
}

/// A number in front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// 3 of "2.3".
    pub value: u32,
    /// True for "2.3", "2b" and "Q2": nobody numbers choices like that.
    pub is_of_question: bool,
    /// The sign after it.
    close: Option<char>,
}

impl Number {
    /// True when this one comes right after `before` in the same list.
    pub(super) fn follows(self, before: Number) -> bool {
        self.value == before.value.saturating_add(1) && self.is_like(before)
    }

    /// True when both are written the same way.
    pub(super) fn is_like(self, other: Number) -> bool {
        self.close == other.close && self.is_of_question == other.is_of_question
    }
}

/// What marks a line, and what it says. `None` for a line without a mark.
pub(super) fn mark(line: &str) -> Option<(Mark, &str)> {
    if let Some(rest) = bullet(line) {
        // "- [ ] Tea" and "• a) Tea" are marked twice.
        let twice = bullet(rest).unwrap_or(rest);
        return Some((Mark::Bullet, bullet(twice).unwrap_or(twice)));
    }
    let (number, rest) = number(line)?;
    Some(match boxed(rest) {
        Some(rest) => (Mark::Bullet, rest),
        None => (Mark::Number(number), rest),
    })
}

/// What follows a bullet, a box or a letter.
pub(super) fn bullet(line: &str) -> Option<&str> {
    if let Some(rest) = boxed(line) {
        return Some(rest);
    }
    let is_round = |letter: char| BULLETS.contains(&letter) || is_private(letter);
    if let Some(rest) = line.strip_prefix(is_round) {
        return Some(rest.trim_start());
    }
    let signs = ["- ", "– ", "— ", "− ", "‐ ", "‑ ", "* ", "+ ", "o ", "~ "];
    if let Some(rest) = signs.iter().find_map(|sign| line.strip_prefix(sign)) {
        return Some(rest.trim_start());
    }
    let close = line.strip_prefix(['-', '–', '*']);
    if close.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
        return close;
    }
    lettered(line)
}

/// True for the signs that each font draws its own way. Word's bullets turn into them.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}')
}

/// What follows a box.
fn boxed(line: &str) -> Option<&str> {
    let rest = line
        .strip_prefix(BOXES)
        .or_else(|| TYPED_BOXES.iter().find_map(|sign| line.strip_prefix(sign)))?;
    Some(rest.trim_start_matches(['\u{FE0E}', '\u{FE0F}']).trim_start())
}

/// What follows "a)", "b.", "(c)" or "iv)".
fn lettered(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let end = inner.find([')', '.']).filter(|end| (1..=4).contains(end))?;
    let (letter, rest) = (&inner[..end], &inner[end + 1..]);
    let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = letter.bytes().all(|byte| b"ivx".contains(&byte));
    let is_close = inner[end..].starts_with(')') && rest.starts_with(char::is_alphabetic);
    // "e.g. tea" is no letter.
    ((is_letter || is_roman) && (rest.starts_with(' ') || is_close)).then(|| rest.trim_start())
}

/// What follows a number: "1.", "1)", "(1)", "1.2", "3b.", "Q1", "Q1 -", "Question 1:", with or
/// without a space.
fn number(line: &str) -> Option<(Number, &str)> {
    let named = ["question", "q"].into_iter().find_map(|name| {
        let start = line.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        start.map(|_| line[name.len()..].trim_start_matches([' ', '.']))
    });
    let rest = named.unwrap_or_else(|| line.strip_prefix('(').unwrap_or(line));
    let (mut value, mut digits, mut parts) = (0_u32, 0, 0);
    let mut end = 0;
    let mut before = '.';
    for (at, letter) in rest.char_indices() {
        if let Some(digit) = digit(letter) {
            (value, parts) =
                if before == '.' { (digit, parts + 1) } else { (value * 10 + digit, parts) };
            digits += 1;
        } else if letter != '.' || before == '.' {
            break;
        }
        // Longer ones are no numbers of questions.
        if digits > 6 {
            return None;
        }
        (before, end) = (letter, at + letter.len_utf8());
    }
    if digits == 0 {
        return None;
    }
    let (mut has_letter, mut rest) = (false, &rest[end..]);
    // "3b." and "6.1.2A ".
    if let Some(after) = rest.strip_prefix(|letter: char| letter.is_ascii_alphabetic())
        && before != '.'
        && (after.starts_with([')', '.', ':'])
            || (named.is_some() || parts > 2) && after.starts_with(' '))
    {
        (has_letter, rest) = (true, after);
    }
    let closed = rest.strip_prefix([')', ':', ']', '.']);
    let dash = |rest: &'_ str| {
        let rest = rest.trim_start().strip_prefix(['-', '–', '—'])?;
        rest.starts_with(' ').then_some(())
    };
    let close = match closed {
        Some(_) => rest.chars().next(),
        None if before == '.' => Some('.'),
        None if rest.starts_with(' ') && dash(rest).is_some() => Some('-'),
        None => None,
    };
    let mut words = closed.unwrap_or(rest).trim_start_matches([')', ':']);
    let is_apart = words.starts_with(' ');
    words = words.trim_start();
    if let Some(after) = words.strip_prefix(['-', '–', '—']).filter(|after| after.starts_with(' '))
    {
        words = after.trim_start();
    }
    let (is_named, is_deep) = (named.is_some(), parts > 1);
    let Some(opens) = words.chars().next() else {
        return close.map(|_| (Number { value, is_of_question: is_named, close }, ""));
    };
    let is_number = match close {
        // "0 - 4 years", "10:30" and "1.5 litres" are no numbers of lines.
        Some('-') => is_named || digit(opens).is_none(),
        Some(_) if is_apart || is_named => true,
        Some(_) => digit(opens).is_none() && (!opens.is_lowercase() || words.contains(' ')),
        None if is_named => is_apart,
        // "1.1 Who helps you?", and not "1.5 litres".
        None => {
            let is_like_question = opens.is_uppercase() || words.ends_with(['?', '؟']);
            (is_deep || has_letter) && is_apart && is_like_question
        }
    };
    let is_of_question = is_named || is_deep || has_letter;
    is_number.then_some((Number { value, is_of_question, close }, words))
}

fn digit(letter: char) -> Option<u32> {
    let at = u32::from(letter);
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&at)).map(|zero| at - zero)
}
