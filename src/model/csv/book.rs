//! The codebook as a file: what each column of the answers holds, what each code in it means, and in
//! which versions people read which words.
//!
//! A question that was worded anew has a row for each wording, so nobody takes an old answer for one to
//! the new words. Where a `'` was put in front of something is said too, for it is no part of an answer.

use super::cell::{Cell, Form, file, needs_guard};
use super::fixed::{Fixed, fixed_of};
use super::{headings, in_words};
use crate::model::codebook::{CodedChoice, Entry, oldest_first, version_name};
use crate::model::dataset::{Column, Dataset, Many, Missing, Part, pile, says};
use crate::model::piping;
use crate::model::ready_made::equality::{category, standard_of};
use crate::model::survey::{Kind, Question};
use crate::model::words::{Word, Words};
use crate::model::work::Mark;

/// What stands over each column of the codebook.
pub const HEADS: [&str; 8] = [
    "Column",
    "Heading in words",
    "Question",
    "Kind of question",
    "Type",
    "Versions",
    "Code",
    "What it means",
];
/// What more stands over the columns of the codebook where a question has a name in outside standards.
pub const OUTSIDE_HEADS: [&str; 4] =
    ["Outside name", "Outside code", "Harmonised category", "Standard"];
/// Most answers that are named one by one: a spreadsheet takes no endless cell.
const MOST_NAMED: usize = 100;

/// What stands under a column of words out of which some are struck.
const STRUCK: &str = "This column has all words as they were written, also those that were struck out in the app. \
                      Nothing here says “[name]”.";

/// What a code meant, to whom.
struct Line {
    question: String,
    kind: Kind,
    code: Cell,
    meaning: String,
    versions: Vec<String>,
    outside: Outside,
}

/// What outside standards call a question and a choice, what the choice counts as there, and in which standard. Empty
/// for most.
type Outside = [String; 4];

/// What stands over the columns of the codebook.
pub fn heads(data: &Dataset) -> Vec<&'static str> {
    let mut questions = data.versions.iter().flat_map(|survey| &survey.questions);
    let has_names = questions.any(|question| question.kind.asks() && !question.name.is_empty());
    HEADS.into_iter().chain(OUTSIDE_HEADS.into_iter().filter(|_| has_names)).collect()
}

/// The codebook as a file: a row for each column of the answers, for each code in it, and for each
/// wording. `kind_name` is what organisers call a kind of question.
pub fn write_codebook(
    data: &Dataset,
    form: Form,
    kind_name: impl Fn(Kind) -> &'static str,
) -> Vec<u8> {
    file(lines(data, kind_name), form)
}

/// The same as texts, row by row, the first with what stands over the columns.
pub fn codebook_rows(data: &Dataset, kind_name: impl Fn(Kind) -> &'static str) -> Vec<Vec<String>> {
    let text = |cell: Cell| match cell {
        Cell::Number(text) | Cell::Text(text) => text,
        Cell::Missing(why) => why.code().to_owned(),
    };
    lines(data, kind_name).into_iter().map(|row| row.into_iter().map(text).collect()).collect()
}

fn lines(data: &Dataset, kind_name: impl Fn(Kind) -> &'static str) -> Vec<Vec<Cell>> {
    let columns = data.columns(Many::Columns);
    let headings = headings(data, &columns);
    let text = |text: &str| Cell::Text(text.to_owned());
    let heads = heads(data);
    let more = heads.len() - HEADS.len();
    let mut lines = vec![heads.into_iter().map(text).collect::<Vec<_>>()];
    for fixed in fixed_of(data) {
        let (holds, about) = fixed.about();
        let mut line = |code: Cell, about: &str| {
            let mut cells = [fixed.name(), fixed.heading(), "", "", holds, ""].map(text).to_vec();
            cells.extend([code, text(about)]);
            cells.resize_with(HEADS.len() + more, || text(""));
            lines.push(cells);
        };
        line(Cell::empty(), about);
        for (code, meaning) in fixed.codes() {
            line(Cell::Number(code.to_string()), &meaning);
        }
    }
    for (column, heading) in columns.iter().zip(&headings[fixed_of(data).len()..]) {
        // The second time round has the codes of the first.
        if column.round > 0 {
            continue;
        }
        let mut all = lines_of(data, column);
        let guards = guards(data, column);
        if !guards.is_empty() {
            all.push(Line {
                code: text("'"),
                meaning: format!(
                    "We put this in front of {}, so that no spreadsheet takes it for a formula or a \
                     code. It is not part of what was said.",
                    guards.join(" and of ")
                ),
                ..Line::about(&data.entries[column.entry])
            });
        }
        for line in all {
            let mut cells = vec![
                Cell::Text(column.name(data)),
                text(heading),
                Cell::Text(line.question),
                text(kind_name(line.kind)),
                text(holds(data, column)),
                Cell::Text(line.versions.join(", ")),
                line.code,
                Cell::Text(line.meaning),
            ];
            cells.extend(line.outside.into_iter().take(more).map(Cell::Text));
            lines.push(cells);
        }
    }
    lines
}

/// What the codes of a column mean, in the newest words, and why it may hold no answer.
pub struct Explained {
    /// Each code with its meaning. Empty for what has no codes.
    pub codes: Vec<(usize, String)>,
    /// Reasons why a cell holds no answer.
    pub reasons: Vec<Missing>,
}

/// Explains a column for programs that keep one label for each code.
pub fn explained(data: &Dataset, column: &Column) -> Explained {
    let entry = &data.entries[column.entry];
    let newest = oldest_first(data.versions).into_iter().rev();
    let questions = newest.flat_map(|survey| {
        survey.questions.iter().filter(|q| q.kind.asks() && entry.is(q.id, q.kind))
    });
    let mut codes: Vec<(usize, String)> = Vec::new();
    for question in questions.filter(|question| column.is_in(entry, question)) {
        for (code, meaning) in codes_of(column, entry, question, data.words) {
            if let Some(code) = code.as_number()
                && codes.iter().all(|(known, _)| *known != code)
            {
                codes.push((code, meaning));
            }
        }
    }
    codes.sort_by_key(|(code, _)| *code);
    let reasons = match column.part.is_beside_choices(entry) {
        true => Vec::new(),
        false => reasons(entry, data.words).into_iter().map(|(why, _)| why).collect(),
    };
    Explained { codes, reasons }
}

impl Line {
    /// A line about a column in all versions, without words yet.
    fn about(entry: &Entry) -> Self {
        Self {
            question: String::new(),
            kind: entry.kind,
            code: Cell::empty(),
            meaning: String::new(),
            versions: Vec::new(),
            outside: Outside::default(),
        }
    }
}

/// What outside standards call this question, and the choice that stands for a code in this column.
fn outside(column: &Column, entry: &Entry, question: &Question, code: &Cell) -> Outside {
    let picked = match column.part {
        Part::Choice(at) => entry.choices.get(at),
        Part::Whole | Part::Joined => {
            let number = code.as_number();
            entry.choices.iter().find(|choice| Some(choice.code) == number)
        }
        Part::OwnWords | Part::Tag(_) | Part::Mark => return Outside::default(),
    };
    let choice = picked.and_then(|picked| question.choices.iter().find(|c| c.id == picked.id));
    let own = choice.map(|choice| choice.code.clone()).unwrap_or_default();
    let category = category(&question.name, &own).unwrap_or_default().to_owned();
    let standard = standard_of(&question.name).unwrap_or_default();
    [question.name.clone(), own, category, standard]
}

/// The type of what a column holds.
fn holds(data: &Dataset, column: &Column) -> &'static str {
    let entry = &data.entries[column.entry];
    match column.part {
        Part::OwnWords | Part::Joined => "text",
        Part::Tag(_) => "whole number: 1 or 0",
        Part::Mark => "whole number: a code",
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
fn lines_of(data: &Dataset, column: &Column) -> Vec<Line> {
    let (entry, all, words) = (&data.entries[column.entry], data.versions, data.words);
    let mut lines: Vec<Line> = Vec::new();
    let mut lacked = Vec::new();
    for survey in oldest_first(all) {
        let asked = survey.questions.iter().filter(|q| q.kind.asks() && entry.is(q.id, q.kind));
        for question in asked {
            if !column.is_in(entry, question) {
                lacked.push(version_name(all, survey));
                continue;
            }
            let text = words_of(data, column, question);
            for (code, meaning) in codes_of(column, entry, question, words) {
                let outside = outside(column, entry, question, &code);
                let same = |line: &&mut Line| {
                    line.code == code
                        && line.meaning == meaning
                        && line.outside == outside
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
                    outside,
                };
                lines.insert(place, line);
            }
        }
    }
    let mut last = |code: Cell, meaning: &str, versions: Vec<String>| {
        let meaning = meaning.to_owned();
        lines.push(Line { code, meaning, versions, ..Line::about(entry) });
    };
    if !lacked.is_empty() && matches!(column.part, Part::Choice(_)) {
        last(Cell::empty(), "This version did not offer the choice.", lacked);
    }
    if matches!(column.part, Part::Whole | Part::OwnWords) && data.has_struck(column.entry) {
        last(Cell::empty(), STRUCK, Vec::new());
    }
    if !column.part.is_beside_choices(entry) {
        for (why, meaning) in reasons(entry, words) {
            last(Cell::Missing(why), meaning, Vec::new());
        }
    }
    lines
}

/// Why a cell of this column may hold no answer.
fn reasons(entry: &Entry, words: &Words) -> Vec<(Missing, &'static str)> {
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
fn words_of(data: &Dataset, column: &Column, question: &Question) -> String {
    let (entry, words) = (&data.entries[column.entry], data.words);
    let text = piping::without_answers(question.asks(words));
    let part = match column.part {
        Part::Whole | Part::Joined | Part::Mark => return text,
        Part::Tag(at) => data.tag(at).map(|tag| tag.name.clone()).unwrap_or_default(),
        Part::Choice(at) => says(question, entry.choices[at].id, words),
        Part::OwnWords => words.say(Word::OtherWords).to_owned(),
    };
    format!("{text}: {part}")
}

/// What each code in a column means in a version. A column without codes has one line that says what it
/// holds.
fn codes_of(
    column: &Column,
    entry: &Entry,
    question: &Question,
    words: &Words,
) -> Vec<(Cell, String)> {
    let number = |number: usize| Cell::Number(number.to_string());
    let holds = |what: &str| vec![(Cell::empty(), what.to_owned())];
    match column.part {
        Part::OwnWords => holds("What they wrote instead of a choice."),
        Part::Tag(_) => vec![
            (number(1), "The team gave it this tag".to_owned()),
            (number(0), "The team did not".to_owned()),
        ],
        Part::Mark => {
            let mark = |(place, mark): (usize, &Mark)| (number(place), mark.says().to_owned());
            (1..).zip(&Mark::ALL).map(mark).collect()
        }
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
        Part::Whole | Part::Joined => match entry.kind {
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
fn guards(data: &Dataset, column: &Column) -> Vec<String> {
    let mut all = Vec::new();
    if needs_guard(&column.heading(data)) {
        all.push("the heading".to_owned());
    }
    let times = data.columns_of(column.entry, Many::Columns).into_iter();
    let times: Vec<Column> = times.filter(|other| other.part == column.part).collect();
    let is_guarded = |row: &usize| {
        times.iter().any(|column| {
            let value = data.value(column, *row);
            let cell = Cell::Text(in_words(data, column, *row, &value)).or_number(&value);
            matches!(cell, Cell::Text(text) if needs_guard(&text))
        })
    };
    let whose = (0..data.people.len()).filter(is_guarded);
    let whose: Vec<String> = whose.map(|row| Fixed::Response.text(data, row)).collect();
    let named = whose.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match whose.len() {
        0 => {}
        1 => all.push(format!("1 answer ({named})")),
        count @ ..=MOST_NAMED => all.push(format!("{count} answers ({named})")),
        count => all.push(format!("{count} answers ({named} and others)")),
    }
    all
}
