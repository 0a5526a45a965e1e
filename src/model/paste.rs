//! Reading a list of questions that was written somewhere else: in an email, in Word or in Excel.
//!
//! Text goes in, a [`Row`] for each question and section comes out. It is a guess, so people see
//! it, and change it, before anything is added. How a line is understood is in `line`, how a
//! question is answered in `guess`.
//!
//! **Invariant:** any text at all can be read. Nothing here fails.

mod guess;
mod line;

use super::alone;
use super::draft::{Draft, DraftQuestion};
use super::id::{Author, Id, QuestionId};
use super::ready_made::{in_a_row, standard_choices};
use super::survey::{Kind, LONGEST_SURVEY, LONGEST_TEXT, MOST_QUESTIONS, Question};
use line::Line;

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

/// What stands in a text. A row that was there before, with the same words, keeps what a person
/// made of it.
pub fn read(text: &str, before: &[Row]) -> Vec<Row> {
    // Nobody waits for a book to be read at every key.
    let text = if text.len() > LONGEST_SURVEY { "" } else { text };
    let mut before: Vec<Option<&Row>> = before.iter().map(Some).collect();
    let mut row = |found: Found| {
        let same = |old: &&mut Option<&Row>| old.is_some_and(|old| old.found == found);
        match before.iter_mut().find(same).and_then(Option::take) {
            Some(old) => old.clone(),
            None => Row { kind: found.kind, found, wanted: true },
        }
    };
    found(text).into_iter().map(&mut row).collect()
}

/// The choices in a list that has one on each line, without bullets, boxes and numbers.
pub fn choices(text: &str) -> Vec<String> {
    text.lines().filter_map(line::choice).collect()
}

fn found(text: &str) -> Vec<Found> {
    let mut items: Vec<Item> = Vec::new();
    for line in line::lines(text) {
        match (line, items.last_mut()) {
            (Line::Choice(text), Some(item)) if item.can_take(&text) => {
                item.section = None;
                item.choices.push(text);
            }
            // Choices of nothing: a list of questions with bullets.
            (Line::Choice(text), _) => items.push(Item::of(text)),
            (Line::Choices(texts), Some(item)) if item.section.is_none() => {
                item.choices.extend(texts);
            }
            (Line::Choices(texts), _) => items.push(Item::of(texts.join(" / "))),
            (Line::Question(text, choices), _) => {
                items.push(Item { choices, ..Item::of(text) });
            }
            (Line::Section(text, how), _) => {
                items.push(Item { section: Some(how), ..Item::of(text) });
            }
            (Line::Many, item) => item.into_iter().for_each(|item| item.many = true),
            (Line::One, _) => {}
        }
    }
    items.into_iter().map(guess::found).collect()
}

/// How a title was told from a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Title {
    /// By the colon at its end. "Which do you like:" looks the same.
    Colon,
    /// By its letters, or because it says so.
    Plain,
}

/// A question or a section while its lines are read.
struct Item {
    text: String,
    choices: Vec<String>,
    many: bool,
    section: Option<Title>,
}

impl Item {
    fn of(text: String) -> Self {
        let (text, many) = guess::without_how_many(&text);
        Self { text, choices: Vec::new(), many, section: None }
    }

    /// True when this can be one of its choices. A title with a colon turns into a question then.
    fn can_take(&self, choice: &str) -> bool {
        !choice.ends_with('?') && self.section != Some(Title::Plain)
    }
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

/// The wanted rows as questions behind `after`, or at the end, with fresh ids of `author`.
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
