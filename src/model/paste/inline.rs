//! What stands beside a question or in place of one in a single line: boxes in a row, the steps of a
//! scale, "Yes / No", fields to fill in, boxes for a day.

use super::guess::is_yes_or_no;
use super::mark::BOXES;
use super::signs::{ends_in_line, said, tidy};

/// The choices of a line with some boxes, and what stands before them: "☐ Yes ☐ No", "Yes [ ] No [ ]".
pub(super) fn boxes(line: &str) -> Option<(&str, Vec<String>)> {
    // Typed boxes become signs, so that one split finds both.
    let mut signs: Vec<(usize, usize)> =
        line.match_indices(BOXES).map(|(at, sign)| (at, at + sign.len())).collect();
    for typed in ["[ ]", "[]", "( )", "()"] {
        signs.extend(line.match_indices(typed).map(|(at, sign)| (at, at + sign.len())));
    }
    if signs.len() < 2 {
        return None;
    }
    signs.sort_unstable();
    let start = &line[..signs[0].0];
    let end = &line[signs[signs.len() - 1].1..];
    let between = signs.windows(2).map(|two| &line[two[0].1..two[1].0]);
    let (head, pieces): (&str, Vec<&str>) = if said(end).is_none() {
        // The boxes follow their words.
        let asks = start
            .rfind(['?', '؟', ':'])
            .map_or(0, |at| at + start[at..].chars().next().map_or(1, char::len_utf8));
        (&start[..asks], [&start[asks..]].into_iter().chain(between).collect())
    } else {
        (start, between.chain([end]).collect())
    };
    let choices: Vec<String> = pieces.into_iter().filter_map(|piece| said(&tidy(piece))).collect();
    (choices.len() > 1).then_some((head, choices))
}

/// "Do you work? Yes / No" as its question and its choices.
pub(super) fn with_yes_or_no(words: &str) -> (&str, Vec<String>) {
    let end =
        words.rfind(['?', '؟']).map(|at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    let (head, tail) = words.split_at(end.unwrap_or(words.len()));
    let tail = tail.trim().trim_matches(['(', ')', '[', ']']).trim();
    let says = |part: &str| match &*part.to_lowercase() {
        "y" => Some("Yes".to_owned()),
        "n" => Some("No".to_owned()),
        _ => is_yes_or_no(part).then(|| part.to_owned()),
    };
    let split = |by: &[char]| {
        let parts = tail.split(by).map(tidy).filter(|part| !part.is_empty());
        parts.map(|part| says(&part)).collect::<Option<Vec<_>>>().filter(|all| all.len() > 1)
    };
    match split(&['/', '|', ',']).or_else(|| split(&['/', '|', ',', ' '])) {
        Some(choices) => (head, choices),
        None => (words, Vec::new()),
    }
}

/// The names of some fields in one line.
pub(super) fn fields(words: &str) -> Option<Vec<String>> {
    let parts = words.split("___").map(|part| part.trim_matches(['_', ' ', ':', ',']));
    let parts: Vec<String> = parts.filter_map(said).collect();
    let is_name = |part: &String| part.split(' ').count() <= 6 && !part.contains(['?', '؟']);
    // The last has its line too, or it ends a sentence with a gap.
    let is_all = parts.len() > 1 && ends_in_line(words) && parts.iter().all(is_name);
    is_all.then_some(parts)
}

/// What stands before boxes for a day.
pub(super) fn without_day(words: &str) -> Option<&str> {
    let bare = words.trim_end_matches(['_', '/', ' ', '.', '-']);
    let tail = &words[bare.len()..];
    if tail.contains("__") && tail.matches('/').count() == 2 {
        return Some(bare);
    }
    let open = words.rfind([' ', '('])?;
    let is_pattern = |tail: &str| {
        let tail = tail.trim_matches(['(', ')', ' ']).to_lowercase();
        matches!(&*tail, "dd/mm/yyyy" | "dd/mm/yy" | "dd-mm-yyyy" | "dd.mm.yyyy" | "mm/dd/yyyy")
    };
    is_pattern(&words[open..]).then(|| words[..open].trim_end_matches([' ', '(', ':']))
}

/// Some choices in one line: "Bus / Train", "1, Yes | 0, No".
pub(super) fn parts(words: &str) -> Vec<String> {
    if words.contains(['?', '؟']) {
        return Vec::new();
    }
    let by = if words.contains(" | ") { " | " } else { " / " };
    let parts: Vec<String> = words.split(by).filter_map(said).collect();
    let is_short = |part: &String| part.split(' ').count() <= 6;
    if parts.len() < 2 || !parts.iter().all(is_short) {
        return Vec::new();
    }
    let without_code = |part: &String| {
        let (code, rest) = part.split_once(", ")?;
        code.bytes().all(|byte| byte.is_ascii_digit()).then(|| rest.to_owned())
    };
    parts.iter().map(without_code).collect::<Option<_>>().unwrap_or(parts)
}

/// The steps of a scale, with what stands at its ends: "1 2 3 4 5", "Bad 1 2 3 Good".
pub(super) fn scale(words: &str) -> Option<Vec<String>> {
    let plain = words.replace(['–', '—', '-', '…', '|', ','], " ");
    let all: Vec<&str> = plain.split_whitespace().collect();
    let number = |word: &&str| word.parse::<u8>().ok();
    let start = all.iter().position(|word| number(word).is_some())?;
    let steps: Vec<u8> = all[start..].iter().map_while(number).collect();
    let is_even = steps.windows(2).all(|two| two[1] == two[0].wrapping_add(1));
    if steps.len() < 3 || steps.len() > 11 || steps[0] > 1 || !is_even {
        return None;
    }
    let (low, high) = (all[..start].join(" "), all[start + steps.len()..].join(" "));
    let is_short = low.split(' ').count() <= 4 && high.split(' ').count() <= 4;
    let last = steps.len() - 1;
    let step = |(at, step): (usize, &u8)| match at {
        0 if !low.is_empty() => format!("{step} – {low}"),
        _ if at == last && !high.is_empty() => format!("{step} – {high}"),
        _ => step.to_string(),
    };
    is_short.then(|| steps.iter().enumerate().map(step).collect())
}
