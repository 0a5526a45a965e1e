//! What one line of a pasted list can be, looked at by itself: a line with words, a choice, a title,
//! or how to answer. What it is among the others is found in `group`.

use super::Why;
use super::guess::is_yes_or_no;
use super::mark::{self, BOXES, Mark, Number};
use super::remark::{self, How};
use super::signs::{
    ends_in_line, is_line_to_write_on, is_smileys, is_tick, is_with_smiley, said, tidy,
};

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
    Section(String, Title),
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

/// What the first column of a table is called, and those that hold no choice.
const NO_CHOICES: [&str; 18] = [
    "question", "questions", "statement", "statements", "item", "items", "no", "no.", "nr", "number",
    "#", "comment", "comments", "notes", "your answer", "answer", "any comments", "please tick",
];

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
        if is_empty(&line) && !line.contains('\t') {
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

/// The cells of a line. Word puts a tab after its own bullets and numbers: those are no cells.
fn cells(line: &str) -> (String, Vec<String>) {
    let mut cells: Vec<String> = line.trim_start().split('\t').map(tidy).collect();
    let marked = match &*cells[0] {
        _ if cells[1..].iter().all(String::is_empty) => None,
        first if is_mark(first) => Some(first.to_owned()),
        first if is_letter(first) => Some("•".to_owned()),
        // The numbers of the rows of a table.
        first
            if first.chars().all(|letter| letter.is_numeric() || letter == '.')
                && cells[1..].iter().any(|cell| cell.contains(char::is_alphabetic)) =>
        {
            Some([first, "."].concat())
        }
        _ => None,
    };
    if let Some(mark) = marked {
        let at = cells.iter().skip(1).position(|cell| !cell.is_empty()).map_or(1, |at| at + 1);
        cells.drain(..at);
        cells[0] = [mark, cells[0].clone()].join(" ");
    }
    let first = cells.remove(0);
    (first, cells)
}

fn is_mark(cell: &str) -> bool {
    mark::mark(&[cell, "X"].join(" ")).is_some_and(|(_, rest)| rest == "X")
}

/// True for a letter that stands for one of Word's bullets once its font is lost.
fn is_letter(cell: &str) -> bool {
    let mut letters = cell.chars();
    let one = letters.next().filter(|_| letters.next().is_none());
    one.is_some_and(|letter| !letter.is_numeric() && (letter < '\u{250}' || !letter.is_alphabetic()))
        && !is_tick(cell)
        && !is_smileys(cell)
}

/// True for a cell of a table to tick or to write in.
fn is_open(cell: &str) -> bool {
    cell.is_empty() || is_box(cell) || is_line_to_write_on(cell)
}

fn is_box(cell: &str) -> bool {
    mark::bullet(&[cell, " X"].concat()) == Some("X") || is_tick(cell)
}

/// The head row of a table whose next row has boxes, or room for ticks.
fn columns(line: &str, below: &str) -> Option<What> {
    if !line.contains('\t') {
        return None;
    }
    let (first, rest) = cells(line);
    let starts_empty = line.starts_with('\t');
    let (head, names) = if starts_empty && !is_mark(&first) && mark::mark(&first).is_none() {
        (String::new(), [vec![first], rest].concat())
    } else {
        (first, rest)
    };
    let is_name = |name: &&String| said(name).is_some() && !name.contains(['?', '؟']);
    let count = names.iter().filter(is_name).count();
    let (below, open) = cells(below);
    let is_open = said(&below).is_some() && !open.is_empty() && open.iter().all(|cell| is_open(cell));
    let has_boxes = is_open && open.iter().any(|cell| is_box(cell));
    let is_head = head.is_empty() || NO_CHOICES.contains(&&*head.to_lowercase());
    if count == 0 || names.iter().any(|name| !name.is_empty() && !is_name(&name)) {
        return None;
    }
    // "Question / Yes / No" over rows that have words of their own only names the columns.
    if !(has_boxes || is_open && is_head || head.is_empty() && count > 1 || is_head) {
        return None;
    }
    let has_words = !open.is_empty() && !is_open;
    let names = if has_words && is_head && !head.is_empty() { Vec::new() } else { names };
    let is_choice = |name: &String| !NO_CHOICES.contains(&&*name.to_lowercase());
    let names = names.iter().filter_map(|name| said(name)).filter(is_choice).collect();
    Some(What::Columns((!is_head).then_some(head).and_then(|head| said(&head)), names))
}

fn line(line: &str, is_inside: bool) -> What {
    let (first, cells) = cells(line);
    let first = first.replace("**", "");
    let has_cells = cells.iter().any(|cell| said(cell).is_some());
    let all = || [&first].into_iter().chain(&cells).filter(|cell| !cell.is_empty());
    if all().count() > 2 && let Some(steps) = scale(&all().cloned().collect::<Vec<_>>().join(" ")) {
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
            return said(title).map_or(What::Nothing(Why::NoWords), |title| What::Section(title, how));
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
    let bare = mark::bullet(line).unwrap_or(line);
    if is_tick(line) || is_tick(bare) {
        return What::Choice(if is_tick(line) { line } else { bare }.to_owned());
    }
    What::Nothing(Why::NoWords)
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
    if parts.len() > 1 && parts.iter().all(|part| is_yes_or_no(part)) {
        return Some(What::Choices(parts));
    }
    if let Some(title) = line.strip_prefix('#') {
        let title = title.trim_start_matches('#');
        let words = title.starts_with(' ').then(|| said(title)).flatten()?;
        let title = words.trim_end_matches(':').to_owned();
        let asks = title.contains(['?', '؟']);
        return Some(if asks { What::Words(Words::of(title)) } else { What::Section(title, Title::Plain) });
    }
    is_foot(line).then_some(What::Nothing(Why::Page))
}

/// "Page 1 of 3", "Please turn over".
fn is_foot(line: &str) -> bool {
    let plain = line.to_lowercase();
    let plain = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    let of_page = |rest: &str| {
        !rest.is_empty() && rest.split([' ', '/']).all(|word| word == "of" || word.bytes().all(|b| b.is_ascii_digit()))
    };
    plain.strip_prefix("page ").is_some_and(of_page)
        || matches!(plain, "please turn over" | "turn over" | "pto" | "p.t.o" | "continued" | "continued overleaf")
}

/// The choices of a line with some boxes, and what stands before them: "☐ Yes ☐ No", "Yes [ ] No [ ]".
fn boxes(line: &str) -> Option<(&str, Vec<String>)> {
    // Typed boxes become signs, so that one split finds both.
    let mut signs: Vec<(usize, usize)> = line.match_indices(BOXES).map(|(at, sign)| (at, at + sign.len())).collect();
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
        let asks = start.rfind(['?', '؟', ':']).map_or(0, |at| {
            at + start[at..].chars().next().map_or(1, char::len_utf8)
        });
        (&start[..asks], [&start[asks..]].into_iter().chain(between).collect())
    } else {
        (start, between.chain([end]).collect())
    };
    let choices: Vec<String> = pieces.into_iter().filter_map(|piece| said(&tidy(piece))).collect();
    (choices.len() > 1).then_some((head, choices))
}

/// "Do you work? Yes / No" as its question and its choices.
fn with_yes_or_no(words: &str) -> (&str, Vec<String>) {
    let end = words.rfind(['?', '؟']).map(|at| at + words[at..].chars().next().map_or(1, char::len_utf8));
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
fn fields(words: &str) -> Option<Vec<String>> {
    let parts = words.split("___").map(|part| part.trim_matches(['_', ' ', ':', ',']));
    let parts: Vec<String> = parts.filter_map(said).collect();
    let is_name = |part: &String| part.split(' ').count() <= 6 && !part.contains(['?', '؟']);
    // The last has its line too, or it ends a sentence with a gap.
    let is_all = parts.len() > 1 && ends_in_line(words) && parts.iter().all(is_name);
    is_all.then_some(parts)
}

/// What stands before boxes for a day.
fn without_day(words: &str) -> Option<&str> {
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
fn parts(words: &str) -> Vec<String> {
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
fn scale(words: &str) -> Option<Vec<String>> {
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
