//! Reading a list of questions that was written somewhere else: in an email, in Word or in Excel.
//!
//! Text goes in, a [`Row`] for each question and section comes out, and a [`LeftOut`] for each line
//! that is neither a question nor a choice. It is a guess, so people see it, and change it, before
//! anything is added. What a page of the web says becomes text in `html`, what marks a line is in
//! `mark`, what a line can be in `line`, what belongs together in `group`, and how a question is
//! answered in `guess`.
//!
//! **Invariant:** any text at all can be read, in a time that grows with its length only. Nothing here
//! fails, and no line goes without being told.

mod group;
mod guess;
mod html;
mod inline;
mod item;
mod line;
mod mark;
mod remark;
mod signs;
mod table;

use super::alone;
use super::draft::{Content, Draft, DraftQuestion};
use super::id::{Author, Id, QuestionId};
use super::ready_made::{in_a_row, standard_choices};
use super::survey::{Kind, LONGEST_SURVEY, LONGEST_TEXT, MOST_CHOICES, MOST_QUESTIONS, Question};
pub use html::with_marks;

/// A question or a section, as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How it is probably answered.
    pub kind: Kind,
    /// Its words.
    pub text: String,
    /// What people can pick.
    pub choices: Vec<String>,
    /// True when people may also write something else.
    pub other: bool,
}

/// The same, with what a person made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As it was understood.
    pub found: Found,
    /// How it shall be answered.
    pub kind: Kind,
    /// False when it shall be left out.
    pub wanted: bool,
}

/// Why a list can't be added as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no question in it, or none is wanted.
    Nothing,
    /// A survey has room for so many more.
    TooMany(usize),
    /// The words of this row, from 1, are longer than a survey can carry.
    TooLong(usize),
    /// The whole text is longer than a survey.
    TooMuch,
}

/// A line that became neither a question nor a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which line of the text, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// Why it is left out.
    pub why: Why,
}

/// Why a line is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no words: a line of dashes, a box alone.
    NoWords,
    /// It says that a question can be left out, or not.
    Optional,
    /// It says how to answer, and not which question.
    How,
    /// It is the number of a page, or says to turn over.
    Page,
    /// It only names the columns of a table.
    Columns,
    /// A line to write on, where people pick.
    Line,
    /// A choice for which its question has no room.
    TooMany,
}

/// What was understood of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The questions and sections.
    pub rows: Vec<Row>,
    /// The lines that are neither, in their order.
    pub out: Vec<LeftOut>,
}

/// What stands in a text. A row that was there before, with the same words, keeps what a person
/// made of it.
pub fn read(text: &str, before: &[Row]) -> Reading {
    // Nobody waits for a book to be read at every key.
    let text = if text.len() > LONGEST_SURVEY { "" } else { text };
    let mut before: Vec<Option<&Row>> = before.iter().map(Some).collect();
    // Rows mostly come in the order in which they were.
    let mut next = 0;
    let mut row = |found: Found| {
        let same = |old: &Option<&Row>| old.is_some_and(|old| old.found == found);
        let from = before.iter().skip(next).take(MOST_QUESTIONS).position(same).map(|at| next + at);
        let at = from.or_else(|| before.iter().take(MOST_QUESTIONS).position(same));
        match at.and_then(|at| Some((at, before[at].take()?))) {
            Some((at, old)) => {
                next = at + 1;
                old.clone()
            }
            None => Row { kind: found.kind, found, wanted: true },
        }
    };
    let (found, out) = group::found(text);
    Reading { rows: found.into_iter().map(&mut row).collect(), out }
}

/// What was understood of a list of choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The choices, without bullets, boxes and numbers.
    pub texts: Vec<String>,
    /// "Other (please say)", when people may also write something else.
    pub other: Option<String>,
    /// The lines that are no choices.
    pub out: Vec<LeftOut>,
}

impl Choices {
    /// How many things people can pick.
    pub fn count(&self) -> usize {
        self.texts.len() + usize::from(self.other.is_some())
    }

    /// True when there is nothing to pick.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

/// The choices in a list that has one on each line, or some in a row with boxes.
pub fn choices(text: &str) -> Choices {
    let mut found = Choices::default();
    let text = if text.len() > LONGEST_SURVEY { "" } else { text };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (at, line) in lines {
        let texts = line::choices(line);
        let left_out = |why| LeftOut { line: at + 1, text: line.trim().to_owned(), why };
        match texts.as_slice() {
            [] => found.out.push(left_out(Why::NoWords)),
            [text] if remark::how(text).is_some() => found.out.push(left_out(Why::How)),
            _ => {
                let (other, own) = texts.into_iter().partition(|text| guess::is_other(text));
                let (mut other, mut own): (Vec<String>, Vec<String>) = (other, own);
                if found.other.is_none() && !other.is_empty() {
                    found.other = Some(other.remove(0));
                }
                own.append(&mut other);
                found.texts.append(&mut own);
            }
        }
    }
    let most = found.texts.len().min(MOST_CHOICES);
    let spare = found.texts.drain(most..);
    found.out.extend(spare.map(|text| LeftOut { line: 0, text, why: Why::TooMany }));
    found
}

/// Why these rows can't be added to a survey of so many questions. `None` when they can.
pub fn trouble(text: &str, rows: &[Row], already: usize) -> Option<Trouble> {
    // One more is the question about help.
    let room = (MOST_QUESTIONS - 1).saturating_sub(already);
    let is_long = |text: &String| text.len() > LONGEST_TEXT;
    let long = |row: &Row| {
        row.wanted && (is_long(&row.found.text) || row.found.choices.iter().any(is_long))
    };
    if text.len() > LONGEST_SURVEY {
        Some(Trouble::TooMuch)
    } else if !rows.iter().any(|row| row.wanted) {
        Some(Trouble::Nothing)
    } else if rows.iter().filter(|row| row.wanted).count() > room {
        Some(Trouble::TooMany(room))
    } else {
        rows.iter().position(long).map(|place| Trouble::TooLong(place + 1))
    }
}

/// What the section is called that keeps rows out of the one before it, until somebody gives it another name.
pub const NEW_SECTION: &str = "More questions";

/// The same rows in a section of their own, and what they come behind: the end of the section that a question after
/// `after` would be in. Only the title of the next one ends a section.
pub fn apart(
    content: &Content,
    rows: Vec<Row>,
    after: Option<QuestionId>,
) -> (Vec<Row>, Option<QuestionId>) {
    let section = content.section_behind(after).map(|title| title.id);
    let end = content.section(section).last().copied();
    let (kind, text) = (Kind::Section, NEW_SECTION.to_owned());
    let title =
        Row { found: Found { kind, text, choices: Vec::new(), other: false }, kind, wanted: true };
    (core::iter::once(title).chain(rows).collect(), end)
}

/// True when the first of these rows that is added starts a section: then they join none.
pub fn starts_section(rows: &[Row]) -> bool {
    rows.iter().find(|row| row.wanted).is_some_and(|row| row.kind == Kind::Section)
}

/// The wanted rows as questions after `after`, or at the end, with fresh ids of `author`.
pub fn questions(
    draft: &Draft,
    author: Author,
    rows: Vec<Row>,
    after: Option<QuestionId>,
) -> Vec<DraftQuestion> {
    let rows: Vec<Row> = rows.into_iter().filter(|row| row.wanted).collect();
    let after = after.or_else(|| draft.content().questions.last().map(|question| question.id));
    let positions = draft.question_positions(after, rows.len());
    let mut ids = draft.fresh_ids(author);
    let question = |(row, position)| {
        let question = question(row, &mut ids);
        DraftQuestion { position, question }
    };
    rows.into_iter().zip(positions).map(question).collect()
}

fn question(
    Row { found, kind, .. }: Row,
    ids: &mut impl Iterator<Item = Id>,
) -> Question<super::draft::DraftChoice> {
    let id = QuestionId(ids.next().expect("ids never run out"));
    let mut texts = found.choices;
    let mut choices = standard_choices(kind);
    if kind.has_choices() && choices.is_empty() {
        // Two empty choices show what belongs there.
        texts.resize(texts.len().max(2), String::new());
        choices = in_a_row(texts.into_iter(), ids);
    }
    alone::mark(kind, &mut choices);
    let other = found.other && kind.can_have_other();
    Question { text: found.text, other, ..Question::empty(id, kind, choices) }
}
