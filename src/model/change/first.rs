//! Where changes begin: with what people said most, with their own words, and with notes that were decided on.
//!
//! Counts come from those that can be shared, so that no small number gets onto a page for everybody.

use super::Link;
use super::field::Standing;
use crate::model::codebook::Entry;
use crate::model::dataset::{Dataset, Help, Many, Value};
use crate::model::id::SurveyId;
use crate::model::plain_text::is_blank;
use crate::model::review::{Making, Says, Verdict};
use crate::model::standard::HELP;
use crate::model::suppress::{Rule, Shown, Table, shared};
use crate::model::survey::Kind;

/// Most choices of one question that are offered: what people said most.
const MOST_CHOICES: usize = 3;

/// What a change can begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// Where it is from.
    pub link: Link,
    /// What people were asked. Empty for notes.
    pub asked: String,
    /// What they said.
    pub said: String,
    /// How many said it: "14 of 36 people". Empty where that is not known, or may not be shown.
    pub people: String,
    /// The name of a picture. May be empty.
    pub picture: String,
    /// What was decided, and why.
    pub decided: Option<(Standing, String)>,
}

/// All of them: counts first, then people's own words, then notes.
pub fn starts(survey: SurveyId, data: &Dataset, rule: Rule, making: &Making) -> Vec<First> {
    let tables = shared(data, rule).tables;
    let mut all: Vec<First> = tables.iter().flat_map(|table| counted(survey, table)).collect();
    all.extend(written(survey, data));
    all.extend(noted(survey, making));
    all
}

/// The choices of a question that most people picked.
fn counted(survey: SurveyId, table: &Table) -> Vec<First> {
    let Ok(counts) = &table.counts else { return Vec::new() };
    let entry = &table.entry;
    if entry.kind == Kind::Sorting || entry.id == HELP {
        return Vec::new();
    }
    let number = |shown: &Shown| match shown {
        Shown::Count(count) | Shown::About(count) => *count,
        Shown::Hidden => 0,
    };
    let mut all: Vec<_> = entry.choices.iter().zip(&counts.choices).collect();
    all.retain(|(_, shown)| shown.first().map_or(0, number) > 0);
    all.sort_by_key(|(_, shown)| core::cmp::Reverse(shown.first().map_or(0, number)));
    let first = |(choice, shown): (&crate::model::codebook::CodedChoice, &Vec<Shown>)| First {
        link: Link::Choice(survey, entry.id, choice.id),
        asked: entry.text.clone(),
        said: says(entry, &choice.text),
        people: people(shown[0], counts.asked),
        picture: choice.picture.clone(),
        decided: None,
    };
    all.into_iter().take(MOST_CHOICES).map(first).collect()
}

/// A choice with the question that it answers, as a start for better words.
fn says(entry: &Entry, choice: &str) -> String {
    format!("{} {choice}", entry.text.trim())
}

/// "14 of 36 people", as far as it may be said.
fn people(shown: Shown, asked: Shown) -> String {
    match (shown, asked) {
        (Shown::Count(1), Shown::Hidden) => "1 person said this".to_owned(),
        (Shown::Count(count), Shown::Count(all)) => format!("{count} of {all} people said this"),
        (Shown::Count(count), _) => format!("{count} people said this"),
        (Shown::About(count), _) => format!("about {count} people said this"),
        (Shown::Hidden, _) => String::new(),
    }
}

/// What people wrote who answered for themselves.
fn written(survey: SurveyId, data: &Dataset) -> Vec<First> {
    let mut all = Vec::new();
    for (place, entry) in data.entries.iter().enumerate() {
        if !matches!(entry.kind, Kind::ShortText | Kind::LongText) {
            continue;
        }
        for column in data.columns_of(place, Many::Columns) {
            for (row, person) in data.people.iter().enumerate() {
                if person.help == Help::AnsweredFor {
                    continue;
                }
                if let Value::Text(words) = data.value(&column, row)
                    && !is_blank(words)
                {
                    all.push(First {
                        link: Link::Quote(survey, entry.id, person.received.response.id),
                        asked: entry.text.clone(),
                        said: words.trim().to_owned(),
                        people: String::new(),
                        picture: String::new(),
                        decided: None,
                    });
                }
            }
        }
    }
    all
}

/// What co-designers said in words of their own, with what was decided.
fn noted(survey: SurveyId, making: &Making) -> Vec<First> {
    let mut all = Vec::new();
    for (name, _, note) in making.notes.iter() {
        let (Says::Free(said) | Says::Reply(_, said)) = &note.says else { continue };
        let decision = making.decisions.get(&name);
        let decided = decision.map(|decision| {
            let standing = match decision.verdict {
                Verdict::Accepted | Verdict::Changed => Standing::Did,
                Verdict::Declined => Standing::Cannot,
            };
            (standing, decision.reason.trim().to_owned())
        });
        all.push(First {
            link: Link::Note(survey, name),
            asked: String::new(),
            said: said.trim().to_owned(),
            people: String::new(),
            picture: String::new(),
            decided,
        });
    }
    all
}
