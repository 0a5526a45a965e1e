//! What one line of a pasted list can be, looked at by itself: a line with words, a choice, a title,
//! or how to answer. What it is among the others is found in `group`.

use super::Why;
use super::guess::is_yes_or_no;
use super::inline::{boxes, fields, parts, scale, with_yes_or_no, without_day};
use super::mark::{self, Mark, Number};
use super::remark::{self, How};
use super::signs::{
    ends_in_line, is_line_to_write_on, is_smileys, is_tick, is_with_smiley, said, tidy,
};
use super::table::{cells, columns, is_open};

/// A line that says something.
pub(super) struct Line {
    /// Which line of the text it is, from 1.
    pub number: usize,
    /// As it stands there.
    pub text: String,
    /// True when an empty line is above it.
    pub gap: bool,
    /// What it can be.
    pub what: What,
}

/// What a line can be.
#[derive(Clone)]
pub(super) enum What {
    /// A question, a text, or a choice without a mark.
    Words(Words),
    /// A choice of the question above.
    Choice(String),
    /// Some choices of the question above: "Yes / No".
    Choices(Vec<String>),
    /// The title of a section.
    Section(String, Title, Option<Number>),
    /// "Tick all that apply".
    How(How),
    /// Nothing but a line to write on.
    Write,
    /// Some fields to fill in, in one line: "Name ____ Age ____".
    Fields(Vec<String>),
    /// A row above the rows of a table: what its first column says, and its other columns.
    Columns(Option<String>, Vec<String>),
    /// Nothing that people answer.
    Nothing(Why),
}

/// How a title was told from a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// By the colon at its end. "Which do you like:" looks the same.
    Colon,
    /// By its letters, or because it says so.
    Plain,
}

/// A line with words.
#[derive(Clone)]
pub(super) struct Words {
    pub text: String,
    pub number: Option<Number>,
    /// Its choices, when they stand in the same line.
    pub choices: Vec<String>,
    /// True when it is a row of a table with boxes or room below some columns.
    pub is_row: bool,
    /// True when a line to write on follows it.
    pub write: bool,
    /// True when boxes for a day follow it: "__/__/____", "(dd/mm/yyyy)".
    pub is_day: bool,
    /// Its parts, when it can be some choices in one line: "Bus / Train".
    pub parts: Vec<String>,
    /// True when those are the steps of a scale.
    pub is_scale: bool,
}

impl Words {
    fn of(text: String) -> Self {
        Self {
            text,
            number: None,
            choices: Vec::new(),
            is_row: false,
            write: false,
            is_day: false,
            parts: Vec::new(),
            is_scale: false,
        }
    }

    /// True for a question by its sign.
    pub(super) fn asks(&self) -> bool {
        self.text.contains(['?', '؟', '？', '՞'])
    }
}

/// Every line that says something, and every one that says nothing.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = text.trim_start_matches('\u{feff}');
    let all: Vec<&str> = text.lines().collect();
    let is_empty = |line: &&str| line.trim().is_empty();
    // What all lines have in front is the margin of the page.
    let margin = all.iter().filter(|line| !is_empty(line)).map(|line| indent(line)).min();
    // Where an empty line follows each, it says nothing about what belongs together.
    let is_close = all.windows(2).any(|two| !is_empty(&two[0]) && !is_empty(&two[1]));
    let (mut gap, mut found) = (false, Vec::new());
    for (at, line) in all.iter().enumerate() {
        if is_empty(line) && !line.contains('\t') {
            gap = is_close;
            continue;
        }
        let is_inside = indent(line) > margin.unwrap_or(0);
        let below = all.get(at + 1).copied().unwrap_or_default();
        let tidied = tidy(line);
        if tidied.is_empty() {
            continue;
        }
        let what = columns(line, below).unwrap_or_else(|| self::line(line, is_inside));
        found.push(Line { number: at + 1, text: tidied, gap, what });
        gap = false;
    }
    found
}

fn indent(line: &str) -> usize {
    let width = |letter: char| match letter {
        '\t' => 4,
        _ => 1,
    };
    // One space in front is a slip.
    line.chars().take_while(|letter| letter.is_whitespace()).map(width).sum::<usize>() / 2
}

fn line(line: &str, is_inside: bool) -> What {
    let (first, cells) = cells(line);
    let first = first.replace("**", "");
    let has_cells = cells.iter().any(|cell| said(cell).is_some());
    let all = || [&first].into_iter().chain(&cells).filter(|cell| !cell.is_empty());
    if all().count() > 2
        && let Some(steps) = scale(&all().cloned().collect::<Vec<_>>().join(" "))
    {
        return What::Choices(steps);
    }
    if is_line_to_write_on(&first) && !has_cells {
        return What::Write;
    }
    let Some(_) = said(&first) else { return sign(&first) };
    if !has_cells && let Some(what) = whole(&first) {
        return what;
    }
    let (words, number) = match mark::mark(&first) {
        Some((Mark::Bullet, choice)) if !has_cells => {
            return match said(choice) {
                Some(choice) => What::Choice(choice),
                None => sign(choice),
            };
        }
        Some((Mark::Bullet, words)) => (words, None),
        Some((Mark::Number(number), words)) => (words, Some(number)),
        None => (&*first, None),
    };
    if !has_cells && is_with_smiley(words) && number.is_none() {
        return What::Choice(words.to_owned());
    }
    if is_inside && cells.is_empty() && !words.ends_with(['?', '؟']) {
        return said(words).map_or(What::Nothing(Why::NoWords), What::Choice);
    }
    if !has_cells {
        if let Some(how) = remark::how(words) {
            return What::How(how);
        }
        if let Some((title, how)) = title(words, number.is_some()) {
            let section = |title| What::Section(title, how, number);
            return said(title).map_or(What::Nothing(Why::NoWords), section);
        }
    }
    if !has_cells && let Some(fields) = fields(words) {
        return What::Fields(fields);
    }
    let (words, mut choices) = with_yes_or_no(words);
    let (words, is_day) = without_day(words).map_or((words, false), |words| (words, true));
    let write = ends_in_line(words) || cells.iter().any(|cell| is_line_to_write_on(cell));
    let Some(mut text) = said(words) else { return What::Nothing(Why::NoWords) };
    if write || is_day {
        text.truncate(text.trim_end_matches([':', ' ']).len());
    }
    // In a table, boxes to tick stand for the choices above them.
    let is_choice = |cell: &&String| said(cell).is_some() && !is_tick(cell);
    choices.extend(cells.iter().filter(is_choice).filter_map(|cell| choice(cell)));
    let is_row = !cells.is_empty() && cells.iter().all(|cell| is_open(cell));
    let scale = if has_cells { None } else { scale(words) };
    let is_scale = scale.is_some();
    let parts = if has_cells { Vec::new() } else { scale.unwrap_or_else(|| parts(words)) };
    What::Words(Words { text, number, choices, is_row, write, is_day, parts, is_scale })
}

/// A line without words: a picture to pick, or nothing.
fn sign(line: &str) -> What {
    if is_tick(line) {
        return What::Choice(line.to_owned());
    }
    // "- ✔", "☐ %", "- ☐ %".
    let once = mark::bullet(line).unwrap_or_default();
    let twice = mark::bullet(once).filter(|_| !is_tick(once)).unwrap_or(once);
    let picked = if is_tick(twice) { Some(twice.to_owned()) } else { said(twice) };
    picked.map_or(What::Nothing(Why::NoWords), What::Choice)
}

/// What a line is that is nothing else: a row of smileys or boxes, a scale, the foot of a page.
fn whole(line: &str) -> Option<What> {
    if is_tick(line) || mark::bullet(line).is_some_and(is_tick) {
        return Some(sign(line));
    }
    let row = || line.split([' ', '/']).filter(|part| !part.is_empty());
    if row().count() > 1 && row().all(|part| is_smileys(part) || is_tick(part)) {
        return Some(What::Choices(row().map(str::to_owned).collect()));
    }
    if let Some((head, choices)) = boxes(line) {
        return Some(match said(head) {
            Some(head) => {
                let (number, head) = match mark::mark(&head) {
                    Some((Mark::Number(number), head)) => (Some(number), head.to_owned()),
                    _ => (None, head.clone()),
                };
                let text = head.trim_end_matches(':').to_owned();
                What::Words(Words { number, choices, ..Words::of(text) })
            }
            None => What::Choices(choices),
        });
    }
    let parts: Vec<String> = line.split('/').map(tidy).collect();
    let is_yes = |part: &String| part.to_lowercase().starts_with("yes");
    if parts.len() > 1 && parts.iter().all(|part| is_yes_or_no(part)) && parts.iter().any(is_yes) {
        return Some(What::Choices(parts));
    }
    if let Some(title) = line.strip_prefix('#') {
        let title = title.trim_start_matches('#');
        let words = title.starts_with(' ').then(|| said(title)).flatten()?;
        let title = words.trim_end_matches(':').to_owned();
        let asks = title.contains(['?', '؟']);
        return Some(if asks {
            What::Words(Words::of(title))
        } else {
            What::Section(title, Title::Plain, None)
        });
    }
    is_foot(line).then_some(What::Nothing(Why::Page))
}

/// "Page 1 of 3", "Please turn over".
fn is_foot(line: &str) -> bool {
    let plain = line.to_lowercase();
    let plain = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    let of_page = |rest: &str| {
        !rest.is_empty()
            && rest
                .split([' ', '/'])
                .all(|word| word == "of" || word.bytes().all(|b| b.is_ascii_digit()))
    };
    plain.strip_prefix("page ").is_some_and(of_page)
        || matches!(
            plain,
            "please turn over" | "turn over" | "pto" | "p.t.o" | "continued" | "continued overleaf"
        )
}

/// The choices on a line of a list that has nothing but choices. Empty when it says nothing.
pub(super) fn choices(line: &str) -> Vec<String> {
    let line = line.trim_matches(|letter: char| letter == '\u{feff}' || letter.is_whitespace());
    let (first, cells) = cells(line);
    match whole(&first) {
        Some(What::Choices(choices)) if cells.is_empty() => choices,
        _ => [first].iter().chain(&cells).filter_map(|cell| choice(cell)).collect(),
    }
}

/// A choice, without what only marks it.
fn choice(words: &str) -> Option<String> {
    if is_tick(words) {
        return Some(words.to_owned());
    }
    let rest = mark::mark(words).map_or(words, |(_, rest)| rest);
    let rest = if rest.is_empty() { words } else { rest };
    if is_tick(rest) { Some(rest.to_owned()) } else { said(rest) }
}

/// The title of a section: it says so, ends in a colon, or is all in capitals.
fn title(words: &str, numbered: bool) -> Option<(&str, Title)> {
    let lower = words.to_ascii_lowercase();
    if ["section", "part"].iter().any(|name| lower.starts_with(name))
        && let Some((name, title)) = words.split_once(':')
        && name.split(' ').count() <= 2
    {
        let is_said = title.contains(char::is_alphanumeric);
        return Some((if is_said { title } else { name }, Title::Plain));
    }
    if words.contains(['?', '؟']) || is_yes_or_no(words) {
        return None;
    }
    if let Some(title) = words.strip_suffix(':') {
        return Some((title, Title::Colon));
    }
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    let is_loud = letters.clone().count() > 3 && letters.clone().all(char::is_uppercase);
    (is_loud && !numbered).then_some((words, Title::Plain))
}
