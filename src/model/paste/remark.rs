//! Remarks that say how to answer: "Tick all that apply", "(please tick one)", "(optional)". They set
//! how a question is answered, and are no question and no choice themselves.

/// What a remark asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Any number.
    Many,
    /// One.
    One,
    /// Put them in order.
    Rank,
    /// It can be left out, or not. Here people can skip every question.
    Optional,
}

/// What people are told to do with a choice.
const DO: [&str; 12] = [
    "tick",
    "choose",
    "pick",
    "select",
    "circle",
    "mark",
    "check",
    "cross",
    "highlight",
    "delete",
    "underline",
    "click",
];
const MANY: [&str; 7] = [
    "all that apply",
    "all which apply",
    "any that apply",
    "as many",
    "more than one",
    "any number",
    "one or more",
];
const RANK: [&str; 6] = [
    "rank ",
    "in order",
    "put these in",
    "order of importance",
    "most important first",
    "number these",
];
const OPTIONAL: [&str; 8] = [
    "optional",
    "not required",
    "required",
    "mandatory",
    "leave blank",
    "if you want",
    "if you want to",
    "you can skip this",
];

/// What a few words ask for, when they say nothing else.
pub(super) fn how(words: &str) -> Option<How> {
    if words.contains(['?', '؟']) || words.split(' ').count() > 12 {
        return None;
    }
    let plain = words.to_lowercase().replace('’', "'");
    let plain = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    let plain = plain.strip_prefix("please ").unwrap_or(plain);
    if OPTIONAL.contains(&plain) {
        return Some(How::Optional);
    }
    let is_told = plain.split(' ').next().is_some_and(|first| DO.contains(&first));
    let has = |words: &[&str]| words.iter().any(|some| plain.contains(some));
    let is_many = has(&MANY) || is_told && (plain.contains(" up to ") || says_count(plain));
    let is_short = plain.split(' ').count() <= 8;
    // "Pick any card" is a task, not a remark; "more than one answer" alone is one.
    if is_short
        && has(&RANK)
        && (plain.starts_with("rank") || plain.starts_with("put") || plain.starts_with("number"))
    {
        Some(How::Rank)
    } else if is_many && (is_told || is_short && !plain.contains("tell")) {
        Some(How::Many)
    } else if is_told && says_one(plain)
        || matches!(plain, "one only" | "one answer only" | "only one")
    {
        Some(How::One)
    } else {
        None
    }
}

/// "Tick 3 boxes", "choose any", "select all that you like". "Select all the towns where you lived" is a
/// question.
fn says_count(plain: &str) -> bool {
    let mut words = plain.split(' ').skip(1);
    let second = words.next().unwrap_or_default();
    let third = words.next().unwrap_or_default();
    let is_count =
        matches!(second, "2" | "3" | "4" | "5" | "two" | "three" | "four" | "five" | "any" | "all");
    is_count
        && matches!(
            third,
            "" | "that" | "which" | "of" | "to" | "answers" | "boxes" | "options" | "you"
        )
}

/// "Tick one", "circle your answer", "mark as appropriate".
fn says_one(plain: &str) -> bool {
    const WHAT: [&str; 12] = [
        "one",
        "1",
        "only",
        "answer",
        "box",
        "appropriate",
        "option",
        "number",
        "face",
        "applicable",
        "response",
        "circle",
    ];
    let mut words = plain.split([' ', ',', '(', ')']);
    let is_short = plain.split(' ').count() <= 6;
    words.next();
    let mut some = words.clone();
    is_short && (some.any(|word| WHAT.contains(&word)) || words.next().is_none())
}

/// A question without the remarks in it, and what they ask for: "Which? (tick all that apply)",
/// "Which? Please tick one.", "Which? *".
pub(super) fn without(text: &str) -> (String, Vec<How>) {
    let mut text = text.trim().to_owned();
    let mut found = Vec::new();
    // Two remarks are common, more are not.
    for _ in 0..3 {
        let bare = text.trim_end_matches(['*', ' ']);
        let open = bare.rfind(['(', '[']);
        let close = bare.rfind([')', ']']);
        if let (Some(open), Some(close)) = (open, close)
            && let Some(remark) = bare.get(open + 1..close)
            && let Some(how) = how(remark)
        {
            found.push(how);
            text = [bare[..open].trim(), bare[close + 1..].trim()].join(" ").trim().to_owned();
        } else if let Some(end) = last_sentence(bare)
            && let Some(how) = how(&bare[end..])
        {
            found.push(how);
            text = bare[..end].trim().trim_end_matches([' ', '-', '–']).to_owned();
        } else {
            if bare.ends_with(['?', '؟', ':']) || bare.len() + 1 == text.len() {
                text = bare.to_owned();
            }
            break;
        }
    }
    (text, found)
}

/// Where the last sentence begins, when there is another before it.
fn last_sentence(text: &str) -> Option<usize> {
    let body = text.trim_end_matches(['.', '!', ':', ' ']);
    let at = body.rfind(['?', '؟', '.', ':', ';'])?;
    let end = at + body[at..].chars().next().map_or(1, char::len_utf8);
    (!body[end..].trim().is_empty()).then_some(end)
}
