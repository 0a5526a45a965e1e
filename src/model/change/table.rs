//! The changes as a table: a row for each, of one survey or of many.
//!
//! Absent: the files themselves (see [`csv`](crate::model::csv) and [`xlsx`](crate::model::xlsx)).

use super::field::{Every, Field, Money};
use super::{Change, Voice};
use crate::model::phrase::count;
use crate::model::review::Step;

/// What stands in the head of each column.
pub const HEADS: [&str; 26] = [
    "Survey",
    "You said",
    "How many said it",
    "Where it stands",
    "What we do, and why",
    "Who does it",
    "By when",
    "What happened",
    "Who decided",
    "Who was in the room",
    "Step of involvement",
    "Kind of difference",
    "Difference to",
    "How well we know (1 to 5)",
    "How we know",
    "Cost in pounds",
    "Cost is paid",
    "Where the cost comes from",
    "Saving in pounds",
    "Saving is made",
    "Where the saving comes from",
    "Who is missing",
    "People who agree",
    "People who do not agree",
    "What happens next",
    "Look at it again on",
];

/// What stands for an amount that nobody knows. Never 0.
pub const NOT_KNOWN: &str = "not known";

/// A row for each of these changes. Each comes with what its survey is called.
pub fn rows<'a>(
    all: impl IntoIterator<Item = (&'a str, &'a Change)>,
    step: impl Fn(Step) -> &'static str,
) -> Vec<Vec<String>> {
    let row = |(survey, change): (&str, &Change)| {
        let fields = &change.fields;
        let text = |field| fields.text(field).trim().to_owned();
        let day = |field| fields.day(field).map(crate::model::day::show).unwrap_or_default();
        let every = |field| fields.every(field).map_or("", Every::name).to_owned();
        let (yes, no, unsure) = change.tally();
        let told = |number: usize| {
            let is_asked = yes + no + unsure > 0;
            if is_asked { number.to_string() } else { String::new() }
        };
        vec![
            survey.to_owned(),
            text(Field::Said),
            text(Field::People),
            fields.standing().map_or("", |standing| standing.name()).to_owned(),
            text(Field::Doing),
            text(Field::Who),
            day(Field::By),
            text(Field::Happened),
            text(Field::Decided),
            text(Field::Room),
            fields.step().map_or("", &step).to_owned(),
            fields.kind().map_or("", |kind| kind.name().0).to_owned(),
            fields.on().map_or("", |on| on.name()).to_owned(),
            fields.strength().map_or(String::new(), |strength| strength.number().to_string()),
            text(Field::How),
            amount(fields.money(Field::Cost)),
            every(Field::CostEvery),
            text(Field::CostSource),
            amount(fields.money(Field::Saving)),
            every(Field::SavingEvery),
            text(Field::SavingSource),
            text(Field::Missing),
            told(yes),
            told(no),
            text(Field::Next),
            day(Field::Review),
        ]
    };
    all.into_iter().map(row).collect()
}

fn amount(money: Money) -> String {
    match money {
        Money::Unsaid => String::new(),
        Money::NotKnown => NOT_KNOWN.to_owned(),
        Money::Pence(pence) => format!("{}.{:02}", pence / 100, pence % 100),
    }
}

/// True for the columns whose cells are numbers of our own writing, where they are any.
pub fn is_number(column: usize) -> bool {
    matches!(column, 13 | 15 | 18 | 22 | 23)
}

/// "3 people agree. 1 person does not agree." And apart from those, who said so for another person, or of words that
/// were changed since. Empty while nobody was asked.
pub fn agreed_in_words(change: &Change) -> String {
    let (yes, no, unsure) = change.tally();
    let mut parts = Vec::new();
    if yes > 0 {
        parts.push(format!("{}.", count(yes, "person agrees", "people agree")));
    }
    if no > 0 {
        parts.push(format!("{}.", count(no, "person does not agree", "people do not agree")));
    }
    if unsure > 0 {
        parts.push(format!("{}.", count(unsure, "person is not sure", "people are not sure")));
    }
    let others = change.count(Voice::ForAnother);
    if others > 0 {
        let people = count(others, "person", "people");
        parts.push(format!("Someone else answered for {people}: not counted here."));
    }
    let earlier = change.count(Voice::Earlier);
    if earlier > 0 {
        let answers = count(earlier, "answer was", "answers were");
        parts.push(format!("{answers} about earlier words: ask again."));
    }
    parts.join(" ")
}
