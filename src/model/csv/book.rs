//! The codebook as a file: what each column of the answers holds, what each code in it means, and in
//! which versions people read which words.
//!
//! A question that was worded anew has a row for each wording, so nobody takes an old answer for one to
//! the new words. Where a `'` was put in front of something is said too, for it is no part of an answer.

use super::cell::{Cell, Missing, file, needs_guard};
use super::{Cells, Column, FIXED, Part, Row, columns, headings, id, pile, rows, says};
use crate::model::codebook::{Codebook, CodedChoice, oldest_first, version_name};
use crate::model::inbox::Received;
use crate::model::piping;
use crate::model::survey::{Kind, Question, Survey};
use crate::model::words::{Word, Words};

/// What stands over each column of the codebook.
const HEADS: [&str; 8] = [
    "Column",
    "Heading in words",
    "Question",
    "Kind of question",
    "Type",
    "Versions",
    "Code",
    "What it means",
];
/// What the columns in front hold.
const ABOUT_FIXED: [(&str, &str); 3] = [
    ("text", "Names one person’s answers. It says nothing about who they are."),
    (
        "whole number",
        "The version of the survey that they answered. Where two computers published one with the \
         same number, the start of its name follows in brackets.",
    ),
    (
        "date and time",
        "When their answers were added, by the clock of the computer that saved this.",
    ),
];
/// Most answers that are named one by one: a spreadsheet takes no endless cell.
const MOST_NAMED: usize = 100;

/// What a code meant, to whom.
struct Line {
    question: String,
    kind: Kind,
    code: Cell,
    meaning: String,
    versions: Vec<String>,
}

/// The codebook as a file: a row for each column of the answers, for each code in it, and for each
/// wording. `kind_name` is what organisers call a kind of question.
pub fn write_codebook(
    versions: &[Survey],
    received: &[Received],
    words: &Words,
    kind_name: impl Fn(Kind) -> &'static str,
) -> Vec<u8> {
    let book = Codebook::of(versions, words);
    let rows = rows(&book, versions, received);
    let columns = columns(&book, &rows);
    let headings = headings(&columns, words);
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut lines = vec![HEADS.map(text).to_vec()];
    for ((name, heading), (holds, about)) in FIXED.iter().zip(ABOUT_FIXED) {
        lines.push([name, heading, "", "", holds, "", "", about].map(text).to_vec());
    }
    for (column, heading) in columns.iter().zip(&headings[FIXED.len()..]) {
        // The second time round has the codes of the first.
        if column.round > 0 {
            continue;
        }
        let mut all = lines_of(column, versions, words);
        let guards = guards(column, &rows, words);
        if !guards.is_empty() {
            all.push(Line {
                code: text("'"),
                meaning: format!(
                    "We put this in front of {}, so that no spreadsheet takes it for a formula or a \
                     code. It is not part of what was said.",
                    guards.join(" and of ")
                ),
                ..Line::about(column)
            });
        }
        for line in all {
            lines.push(vec![
                Cell::Text(column.name()),
                text(heading),
                Cell::Text(line.question),
                text(kind_name(line.kind)),
                text(holds(column)),
                Cell::Text(line.versions.join(", ")),
                line.code,
                Cell::Text(line.meaning),
            ]);
        }
    }
    file(lines)
}

impl Line {
    /// A line about a column in all versions, without words yet.
    fn about(column: &Column) -> Self {
        Self {
            question: String::new(),
            kind: column.entry.kind,
            code: Cell::empty(),
            meaning: String::new(),
            versions: Vec::new(),
        }
    }
}

/// The type of what a column holds.
fn holds(column: &Column) -> &'static str {
    let entry = column.entry;
    match column.part {
        Part::OwnWords => "text",
        Part::Choice(_) if entry.kind.picks_many() => "whole number: 1 or 0",
        Part::Choice(_) if entry.kind == Kind::Sorting => "whole number: a code",
        Part::Choice(_) => "whole number: a place",
        Part::Whole => match entry.kind {
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Month => "month",
            kind if kind.is_typed() => "text",
            _ => "whole number: a code",
        },
    }
}

/// What each code in a column means, version by version, then why there is no answer.
fn lines_of(column: &Column, all: &[Survey], words: &Words) -> Vec<Line> {
    let entry = column.entry;
    let mut lines: Vec<Line> = Vec::new();
    let mut lacked = Vec::new();
    for survey in oldest_first(all) {
        let asked = survey.questions.iter().filter(|q| q.kind.asks() && entry.is(q.id, q.kind));
        for question in asked {
            if !column.is_in(question) {
                lacked.push(version_name(all, survey));
                continue;
            }
            let text = words_of(column, question, words);
            for (code, meaning) in codes_of(column, question, words) {
                let same = |line: &&mut Line| {
                    line.code == code
                        && line.meaning == meaning
                        && line.question == text
                        && line.kind == question.kind
                };
                if let Some(line) = lines.iter_mut().find(same) {
                    line.versions.push(version_name(all, survey));
                    continue;
                }
                // Both wordings of a code stand together.
                let after = lines.iter().rposition(|line| line.code == code);
                let place = after.map_or(lines.len(), |place| place + 1);
                let line = Line {
                    question: text.clone(),
                    kind: question.kind,
                    code,
                    meaning,
                    versions: vec![version_name(all, survey)],
                };
                lines.insert(place, line);
            }
        }
    }
    let mut last = |code: Cell, meaning: &str, versions: Vec<String>| {
        let meaning = meaning.to_owned();
        lines.push(Line { code, meaning, versions, ..Line::about(column) });
    };
    if !lacked.is_empty() && matches!(column.part, Part::Choice(_)) {
        last(Cell::empty(), "This version did not offer the choice.", lacked);
    }
    if column.part != Part::OwnWords {
        for (why, meaning) in reasons(column, words) {
            last(Cell::Missing(why), meaning, Vec::new());
        }
    }
    lines
}

/// Why a cell of this column may hold no answer.
fn reasons(column: &Column, words: &Words) -> Vec<(Missing, &'static str)> {
    let entry = column.entry;
    let has_places = matches!(entry.kind, Kind::Ranking | Kind::Sorting);
    let mut all = Vec::new();
    if has_places {
        all.push((Missing::NoPlace, "They gave this one no place."));
    }
    if entry.personal {
        all.push((Missing::PreferredNot, words.say(Word::PreferNot)));
    }
    all.extend([
        (Missing::Skipped, "They were asked, and skipped it."),
        (
            Missing::NotAsked,
            "They were not asked: it was not in their version, or their answers led past it.",
        ),
        (
            Missing::Unfit,
            "Something came that cannot be an answer to this question. It counts nowhere.",
        ),
        (
            Missing::NoVersion,
            "The version that they answered is not in this browser, so nobody knows what they were asked.",
        ),
    ]);
    all
}

/// What a person with this version read: the question, and the choice of this column.
fn words_of(column: &Column, question: &Question, words: &Words) -> String {
    let text = piping::without_answers(question.asks(words));
    let part = match column.part {
        Part::Whole => return text,
        Part::Choice(at) => says(question, column.entry.choices[at].id, words),
        Part::OwnWords => words.say(Word::OtherWords).to_owned(),
    };
    format!("{text}: {part}")
}

/// What each code in a column means in a version. A column without codes has one line that says what it
/// holds.
fn codes_of(column: &Column, question: &Question, words: &Words) -> Vec<(Cell, String)> {
    let entry = column.entry;
    let number = |number: usize| Cell::Number(number.to_string());
    let holds = |what: &str| vec![(Cell::empty(), what.to_owned())];
    match column.part {
        Part::OwnWords => holds("What they wrote instead of a choice."),
        Part::Choice(_) if entry.kind.picks_many() => {
            vec![(number(1), "Ticked".to_owned()), (number(0), "Not ticked".to_owned())]
        }
        Part::Choice(_) if entry.kind == Kind::Sorting => {
            (0..3).map(|place| (number(place + 1), pile(question, place, words))).collect()
        }
        Part::Choice(_) => {
            let place = |place: usize| words.fill(Word::RankPlace, &[&place.to_string()]);
            (1..=question.choices.len()).map(|at| (number(at), place(at))).collect()
        }
        Part::Whole => match entry.kind {
            Kind::Number => holds("The number they wrote."),
            Kind::Date => holds("The day: year, month, day."),
            Kind::Month => holds("The month: year, month."),
            kind if kind.is_typed() => holds("What they wrote."),
            _ => {
                let mut offered: Vec<_> =
                    entry.choices.iter().filter(|choice| question.offers(choice.id)).collect();
                offered.sort_by_key(|choice| choice.code);
                let line =
                    |choice: &CodedChoice| (number(choice.code), says(question, choice.id, words));
                offered.into_iter().map(line).collect()
            }
        },
    }
}

/// What got a `'` in front, in either file: the heading, words of choices, and whose answers.
fn guards(column: &Column, rows: &[Row], words: &Words) -> Vec<String> {
    let mut all = Vec::new();
    if needs_guard(&column.heading(words)) {
        all.push("the heading".to_owned());
    }
    let is_guarded = |row: &&Row| {
        let rounds = row.said.keys().filter(|(code, _)| *code == column.entry.code);
        let cell = |(_, round): &(usize, u8)| {
            let column = Column { round: *round, ..*column };
            let cell = column.cell(row, Cells::Words, words);
            matches!(cell, Cell::Text(text) if needs_guard(&text))
        };
        rounds.into_iter().any(cell)
    };
    let whose: Vec<String> = rows.iter().filter(is_guarded).map(id).collect();
    let named = whose.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match whose.len() {
        0 => {}
        1 => all.push(format!("1 answer ({named})")),
        count @ ..=MOST_NAMED => all.push(format!("{count} answers ({named})")),
        count => all.push(format!("{count} answers ({named} and others)")),
    }
    all
}
