//! What one line of a pasted list is: a question, a choice, a title, or how many to tick.

use super::Title;
use super::guess::{is_yes_or_no, says_many, says_one};

/// A line, without what only marks it.
pub(super) enum Line {
    /// A question, with its choices when they stand in the same row of a table.
    Question(String, Vec<String>),
    /// A choice of the question above.
    Choice(String),
    /// Some choices of the question above: "Yes / No".
    Choices(Vec<String>),
    /// The title of a section.
    Section(String, Title),
    /// "Tick all that apply".
    Many,
    /// "Tick one".
    One,
}

/// Round signs that stand before a choice, whatever comes behind them.
const BULLETS: [char; 27] = [
    '•', '·', '◦', '▪', '●', '○', '■', '□', '☐', '☑', '☒', '❑', '❒', '➢', '➤', '✓', '✔', '‣', '⁃',
    '►', '⦁', '§', '→', '➔', '➜', '\u{f0b7}', '\u{f0a7}',
];

/// Letters that stand for Word's bullets once its font is lost, with a tab behind them.
const LETTERS: [&str; 3] = ["Ø", "ü", "q"];

/// Signs that are a choice where nothing stands behind them: "✔" and "✘" for yes and no.
const TICKS: [&str; 6] = ["✓", "✔", "✕", "✖", "✗", "✘"];

/// Every line that says something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let text = text.trim_start_matches('\u{feff}');
    // What all lines have in front is the margin of the page.
    let margin = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min();
    text.lines().filter_map(move |line| self::line(line, indent(line) > margin.unwrap_or(0)))
}

fn indent(line: &str) -> usize {
    let width = |letter: char| match letter {
        '\t' => 4,
        _ => 1,
    };
    // One space in front is a slip.
    line.chars().take_while(|letter| letter.is_whitespace()).map(width).sum::<usize>() / 2
}

fn line(line: &str, is_inside: bool) -> Option<Line> {
    let mut cells = line.trim().split('\t').map(tidy).filter(|cell| !cell.is_empty()).peekable();
    let mut first = cells.next()?;
    // Word puts a tab behind its own bullets and numbers.
    if is_mark(&first) && cells.peek().is_some() {
        first = [first, cells.next()?].join(" ");
    } else if is_mark(&first) && lone_tick(&first).is_none() {
        return None;
    } else if LETTERS.contains(&&*first) && cells.peek().is_some() {
        first = ["•", &cells.next()?].concat();
    }
    // In a table, boxes to tick stand for the choices above them.
    let is_choice = |cell: &String| said(cell).is_some() && !TICKS.contains(&&**cell);
    let cells: Vec<String> = cells.filter(is_choice).collect();
    if !cells.is_empty() && ["question", "questions"].contains(&&*first.to_lowercase()) {
        return None;
    }
    if cells.is_empty()
        && let Some(tick) = lone_tick(&first)
    {
        return Some(Line::Choice(tick.to_owned()));
    }
    if let Some(choice) = bullet(&first) {
        return said(choice).map(Line::Choice);
    }
    let row = || first.split([' ', '/']).filter(|part| !part.is_empty());
    let is_row = |part: &str| is_smileys(part) || lone_tick(part).is_some();
    if cells.is_empty() && row().count() > 1 && row().all(is_row) {
        return Some(Line::Choices(row().map(str::to_owned).collect()));
    }
    if cells.is_empty() && is_with_smiley(&first) {
        return said(&first).map(Line::Choice);
    }
    let (words, numbered) = match number(&first) {
        Some(words) => (words, true),
        None => (&*first, false),
    };
    if is_inside && cells.is_empty() && !words.ends_with('?') {
        return said(words).map(Line::Choice);
    }
    if cells.is_empty() && says_many(words) {
        return Some(Line::Many);
    }
    if cells.is_empty() && says_one(words) {
        return Some(Line::One);
    }
    let parts: Vec<String> = words.split('/').map(tidy).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_yes_or_no(part)) {
        return Some(Line::Choices(parts));
    }
    if cells.is_empty()
        && let Some((title, how)) = title(words, numbered)
    {
        return said(title).map(|title| Line::Section(title, how));
    }
    said(words).map(|words| Line::Question(words, cells))
}

/// Words with single spaces, and no signs that can't be seen.
fn tidy(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words, or a picture that somebody typed: a smiley is a choice too.
fn said(words: &str) -> Option<String> {
    // Lines to write on stand behind some questions.
    let words = words.trim_end_matches(|letter: char| "_…".contains(letter)).trim();
    (words.contains(char::is_alphanumeric) || words.contains(is_smiley)).then(|| words.to_owned())
}

/// True for the signs that people send each other as pictures: Unicode's blocks of pictographs, of
/// old smileys, stars, hearts and ticks. Boxes to tick and bullets are in them too, and are none.
fn is_smiley(letter: char) -> bool {
    let is_box = matches!(letter, '\u{2610}'..='\u{2612}' | '\u{274D}'..='\u{2752}');
    let is_arrow = matches!(letter, '\u{2794}' | '\u{2798}'..='\u{27BE}');
    let is_shown = matches!(letter,
        '\u{203C}' | '\u{2049}' | '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B05}'..='\u{2B07}' | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}');
    is_shown && !is_box && !is_arrow && !BULLETS.contains(&letter)
}

/// True for what only joins and colours the signs of one picture.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}')
}

/// True for the signs of a picture, and what joins them.
pub(super) fn is_picture(letter: char) -> bool {
    is_smiley(letter) || is_joint(letter)
}

/// True for a word that is nothing but pictures.
fn is_smileys(word: &str) -> bool {
    word.chars().any(is_smiley) && word.chars().all(is_picture)
}

/// True for a line like "🙂" or "✅ Yes": a picture, and a few words that go with it. Longer ones, and
/// those with a question mark or a colon, are questions and titles that somebody made pretty.
fn is_with_smiley(line: &str) -> bool {
    let is_short = line.split(' ').count() <= 5 && !line.ends_with(['?', ':', '.', '!']);
    line.starts_with(is_smiley) && (is_smileys(line) || is_short)
}

/// A tick or a cross with nothing behind it, with or without a bullet in front.
fn lone_tick(line: &str) -> Option<&str> {
    let is_tick = |words: &&str| TICKS.contains(&words.trim_end_matches(is_joint));
    Some(line).filter(is_tick).or_else(|| bullet(line).filter(is_tick))
}

/// A choice on a line of its own, without what only marks it. `None` when it says nothing.
pub(super) fn choice(line: &str) -> Option<String> {
    let line = tidy(line);
    if let Some(tick) = lone_tick(&line) {
        return Some(tick.to_owned());
    }
    said(bullet(&line).or_else(|| number(&line)).unwrap_or(&line))
}

fn is_mark(cell: &str) -> bool {
    let with_word = [cell, "x"].join(" ");
    bullet(&with_word) == Some("x") || number(&with_word) == Some("x")
}

/// What stands behind a bullet, a box or a letter.
fn bullet(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(BULLETS) {
        return Some(rest.trim_start());
    }
    for mark in ["- ", "– ", "— ", "* ", "+ ", "o ", "[ ] ", "[] ", "( ) ", "() "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return Some(rest.trim_start());
        }
    }
    let close = line.strip_prefix(['-', '–', '*']);
    if close.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
        return close;
    }
    let (mark, rest) = line.split_once(' ')?;
    let letter = mark.strip_suffix([')', '.'])?;
    let letter = letter.strip_prefix('(').unwrap_or(letter);
    let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_letter.then(|| rest.trim_start())
}

/// What stands behind a number: "1.", "1)", "(1)", "1.2.", "Q1", "Q1:", "Question 1:".
fn number(line: &str) -> Option<&str> {
    let after = |word: &str| {
        let start = line.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        start.map(|_| line[word.len()..].trim_start_matches([' ', '.']))
    };
    let named = after("question").or_else(|| after("q"));
    let rest = named.unwrap_or_else(|| line.strip_prefix('(').unwrap_or(line));
    let digits = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit()) && digits <= 8;
    let (mark, rest) = rest.split_at(digits);
    let closed = rest.trim_start_matches([')', ':']);
    let is_closed = mark.ends_with('.') || closed.len() < rest.len() || named.is_some();
    let apart = closed.starts_with(' ');
    (is_number && is_closed && apart).then(|| closed.trim_start())
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
    if words.contains('?') {
        return None;
    }
    if let Some(title) = words.strip_suffix(':') {
        return Some((title, Title::Colon));
    }
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    let is_loud = letters.clone().count() > 3 && letters.clone().all(char::is_uppercase);
    (is_loud && !numbered).then_some((words, Title::Plain))
}
