//! Which lines of a pasted list belong together: the choices of a question, with or without marks,
//! the rows of a table, and what is left out. Each line is looked at a bounded number of times.

use super::guess::{self, is_answer, is_other};
use super::item::Item;
use super::line::{Line, Title, What, Words, lines};
use super::mark::Number;
use super::remark::How;
use super::signs::is_picture;
use super::{Found, LeftOut, Why};
use core::ops::Range;

/// Most answers that are looked for below a line that asks nothing by itself.
const MOST_LOOKED_AT: usize = 12;

/// What stands in a text, and what of it is neither a question nor a choice.
pub(super) fn found(text: &str) -> (Vec<Found>, Vec<LeftOut>) {
    let lines = lines(text);
    let mut reader = Reader {
        lines: &lines,
        items: Vec::new(),
        out: Vec::new(),
        run: 0..0,
        columns: Vec::new(),
    };
    for at in 0..lines.len() {
        reader.take(at);
    }
    let Reader { items, mut out, .. } = reader;
    let found = items.into_iter().map(|item| guess::found(item, &mut out)).collect();
    out.sort_by_key(|out| out.line);
    (found, out)
}

struct Reader<'a> {
    lines: &'a [Line],
    items: Vec<Item>,
    out: Vec<LeftOut>,
    /// Lines without a mark that are choices of the last question.
    run: Range<usize>,
    /// What the columns of the table say whose rows are read.
    columns: Vec<String>,
}

impl Reader<'_> {
    fn take(&mut self, at: usize) {
        let line = &self.lines[at];
        if line.gap && !matches!(&line.what, What::Words(words) if words.is_row) {
            self.columns.clear();
        }
        match line.what.clone() {
            What::Nothing(why) => self.leave_out(at, why),
            What::How(how) => self.take_how(at, how),
            What::Write => self.take_line_to_write_on(at),
            What::Columns(head, names) => self.take_columns(at, head, names),
            // Short names in capitals below a question: "NHS".
            What::Section(text, ..) if self.run.contains(&at) => {
                self.items.last_mut().into_iter().for_each(|item| item.add(text.clone()));
            }
            What::Section(text, how, number) => {
                self.push(Item { section: Some(how), number, ..Item::of(line.number, text) });
                self.find_run(at);
            }
            What::Choice(text) => match self.items.last_mut().filter(|item| item.can_take(&text)) {
                Some(item) => item.add(text),
                // Choices of nothing: a list of questions with bullets.
                None => self.push(Item::of(line.number, text)),
            },
            What::Choices(texts) => match self.items.last_mut().filter(|item| item.takes_row()) {
                Some(item) => texts.into_iter().for_each(|text| item.add(text)),
                None => self.push(Item::of(line.number, texts.join(" / "))),
            },
            What::Fields(texts) => {
                for text in texts {
                    self.push(Item { write: 1, ..Item::of(line.number, text) });
                }
            }
            What::Words(words) => self.take_words(at, words),
        }
    }

    fn leave_out(&mut self, at: usize, why: Why) {
        let line = &self.lines[at];
        self.out.push(LeftOut { line: line.number, text: line.text.clone(), why });
    }

    fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    fn take_how(&mut self, at: usize, how: How) {
        let takes = |item: &&mut Item| item.section != Some(Title::Plain);
        if how == How::Optional {
            self.leave_out(at, Why::Optional);
        } else if let Some(item) = self.items.last_mut().filter(takes) {
            item.hows.push(how);
        } else {
            self.leave_out(at, Why::How);
        }
    }

    fn take_line_to_write_on(&mut self, at: usize) {
        match self.items.last_mut().filter(|item| item.section != Some(Title::Plain)) {
            Some(item) if item.choices.is_empty() => {
                item.section = None;
                item.write += 1;
            }
            // The line of "Other, please say".
            Some(item) if item.choices.last().is_some_and(|choice| is_other(choice)) => {}
            _ => self.leave_out(at, Why::Line),
        }
    }

    fn take_columns(&mut self, at: usize, head: Option<String>, names: Vec<String>) {
        if let Some(head) = head {
            let number = self.lines[at].number;
            self.push(Item { section: Some(Title::Plain), ..Item::of(number, head) });
        } else if names.is_empty() {
            self.leave_out(at, Why::Columns);
        }
        self.columns = names;
    }

    fn take_words(&mut self, at: usize, words: Words) {
        let line = &self.lines[at];
        if self.run.contains(&at) {
            if let Some(item) = self.items.last_mut() {
                item.add(words.text);
            }
            return;
        }
        if !words.parts.is_empty()
            && words.number.is_none()
            && !line.gap
            && let Some(item) = self.items.last_mut().filter(|item| item.takes_row())
            && item.choices.is_empty()
            && (item.asks() || item.says_how() || words.is_scale)
        {
            words.parts.into_iter().for_each(|part| item.add(part));
            return;
        }
        let columns = if words.choices.is_empty() && !words.write {
            self.columns.clone()
        } else {
            Vec::new()
        };
        let is_own = columns.is_empty() && words.choices.is_empty() && !words.write;
        self.push(Item {
            number: words.number,
            choices: if words.choices.is_empty() { columns } else { words.choices },
            write: usize::from(words.write),
            is_day: words.is_day,
            ..Item::of(self.lines[at].number, words.text)
        });
        if is_own {
            self.find_run(at);
        }
    }

    /// Looks below a line for choices without marks.
    fn find_run(&mut self, at: usize) {
        let Some(item) = self.items.last() else { return };
        let below = &self.lines[at + 1..];
        let hows = below.iter().take_while(|line| matches!(line.what, What::How(_))).count();
        let says_how =
            |line: &Line| matches!(line.what, What::How(How::One | How::Many | How::Rank));
        let asked = below[..hows].iter().any(says_how) || item.says_how();
        let below = &below[hows..];
        let count = numbered(below, item, asked).max(unmarked(below, item, asked));
        if count > 0 {
            self.run = at + 1 + hows..at + 1 + hows + count;
        }
    }
}

/// How many of these lines are numbered choices of the question above them.
fn numbered(below: &[Line], item: &Item, asked: bool) -> usize {
    let Some(first) = below.first().and_then(number) else { return 0 };
    let head = item.number;
    let starts =
        first.value <= 1 && !first.is_of_question && head.is_none_or(|head| head.value > 0);
    // Codes of answers may leave some out: 1, 2, 99. Numbers like those of the questions may not.
    let is_like = head.is_some_and(|head| first.is_like(head));
    if !starts || !(item.asks() || asked || head.is_some() && !is_like) {
        return 0;
    }
    let (mut last, mut count) = (first, 1);
    for line in &below[1..] {
        let Some(next) = number(line).filter(|_| !line.gap) else { break };
        let is_later = next.is_like(last) && next.value > last.value;
        if !(if is_like { next.follows(last) } else { is_later }) {
            break;
        }
        (last, count) = (next, count + 1);
    }
    let has_own = below.get(count).is_some_and(|line| {
        !line.gap
            && matches!(line.what, What::Choice(_) | What::Choices(_) | What::How(_) | What::Write)
    });
    let ends_in_other = words(&below[count - 1]).is_some_and(|words| is_other(&words.text));
    if count > 1 && (!has_own || ends_in_other) { count } else { 0 }
}

/// The number of a line that can be a choice.
fn number(line: &Line) -> Option<Number> {
    words(line).filter(|words| can_be_choice(words)).and_then(|words| words.number)
}

fn words(line: &Line) -> Option<&Words> {
    match &line.what {
        What::Words(words) => Some(words),
        _ => None,
    }
}

fn can_be_choice(words: &Words) -> bool {
    let is_plain = words.choices.is_empty() && !words.is_row && !words.is_day && !words.asks();
    is_plain && (!words.write || is_other(&words.text))
}

/// How many of these lines are choices without a mark of the question above them.
fn unmarked(below: &[Line], item: &Item, asked: bool) -> usize {
    let asks = item.asks() && item.section.is_none();
    let is_strong = asks || asked;
    let most = if is_strong || item.number.is_some() { usize::MAX } else { MOST_LOOKED_AT };
    let mut at = 0;
    let mut fits = |line: &&Line| {
        // One empty line may stand between a question and its choices.
        let is_apart = line.gap && (at > 0 || !is_strong);
        at += 1;
        !is_apart
            && match &line.what {
                What::Words(words) => {
                    words.number.is_none() && can_be_choice(words) && is_short(&words.text, asked)
                }
                What::Section(text, Title::Plain, _) => is_strong && (asked || !text.contains(' ')),
                // "👍 Good" has no mark either.
                What::Choice(text) => at > 1 && text.starts_with(is_picture),
                _ => false,
            }
    };
    let mut count = 0;
    for line in below.iter().take(most) {
        if !fits(&line) {
            break;
        }
        count += 1;
    }
    let is_known = |line: &Line| words(line).is_some_and(|words| is_answer(&words.text));
    let is_known = below.iter().take(count.min(2)).all(is_known);
    let is_weak = !is_strong && (item.number.is_none() || item.section.is_some());
    if count < 2 || is_weak && !is_known { 0 } else { count }
}

/// Choices are short, unless a remark says that they are choices, and tell nobody to do something.
fn is_short(text: &str, asked: bool) -> bool {
    let (words, letters) = if asked { (25, 200) } else { (10, 80) };
    let is_sentence = text.ends_with('.') && text.split(' ').count() > 4;
    let is_short = text.len() <= letters * 2 && text.split(' ').count() <= words;
    is_short && (asked || !is_sentence) && !guess::is_task(text) && !text.ends_with(':')
}
