//! Where changes begin: with what people said most, with their own words, and with notes that were decided on.
//!
//! Counts come from those that can be shared, so that no small number gets onto a page for everybody. Of people's own
//! words, those are not offered that a person did not let anybody quote, or that the team keeps private; and what the
//! team struck out is not in them. Who somebody is is nothing that they said: questions for a name and personal
//! questions are left out.

use super::Link;
use super::field::Standing;
use crate::model::dataset::{Dataset, written};
use crate::model::id::SurveyId;
use crate::model::phrase::quoted;
use crate::model::review::{Making, Says, Verdict};
use crate::model::standard::HELP;
use crate::model::suppress::{Rule, Shown, Table, shared};
use crate::model::survey::Kind;
use crate::model::work::{Mark, State, Work};
use crate::model::written::{asks_who, consents, may_quote, quote_questions, struck_out};
use std::collections::BTreeSet;

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
    /// Whose words these are.
    pub words: Whose,
    /// What was decided, and why.
    pub decided: Option<(Standing, String)>,
}

/// Whose words something is said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The survey's: a choice.
    Choice,
    /// A person's own, which the team has marked as a quote.
    Quote,
    /// A person's own, which the team has not marked.
    Unmarked,
    /// A person's own, which the team says in other words only. They are shown to the team, and written nowhere.
    Paraphrase,
    /// Those of somebody who checked the survey.
    Note,
}

/// All that changes can begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Starts {
    /// Counts first, then people's own words, then notes; each question's together, in the order of the survey.
    pub all: Vec<First>,
    /// How many written answers are not offered: the person said no to quotes, the team keeps them private, or they
    /// tell who somebody is.
    pub withheld: usize,
}

/// All of them.
pub fn starts(
    survey: SurveyId,
    data: &Dataset,
    (rule, work): (Rule, &Work),
    making: &Making,
) -> Starts {
    let tables = shared(data, rule).tables;
    let consent: Vec<_> =
        quote_questions(data).into_iter().map(|place| data.entries[place].id).collect();
    let is_told = |table: &&Table| !consent.contains(&table.entry.id);
    let mut all: Vec<First> =
        tables.iter().filter(is_told).flat_map(|table| counted(survey, table)).collect();
    let (words, withheld) = in_own_words(survey, data, work);
    all.extend(words);
    all.extend(noted(survey, making));
    Starts { all, withheld }
}

/// The choices of a question that most people picked.
fn counted(survey: SurveyId, table: &Table) -> Vec<First> {
    let Ok(counts) = &table.counts else { return Vec::new() };
    let entry = &table.entry;
    if matches!(entry.kind, Kind::Sorting | Kind::Consent) || entry.id == HELP || entry.personal {
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
        said: format!("{}, when we asked: {}", quoted(&choice.text), entry.text.trim()),
        people: people(shown[0], counts.asked),
        picture: choice.picture.clone(),
        words: Whose::Choice,
        decided: None,
    };
    all.into_iter().take(MOST_CHOICES).map(first).collect()
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

/// What people wrote who answered for themselves, the same words to a question once; and how many answers are not
/// offered.
fn in_own_words(survey: SurveyId, data: &Dataset, work: &Work) -> (Vec<First>, usize) {
    let questions = quote_questions(data);
    let (mut all, mut withheld, mut said) = (Vec::new(), 0, BTreeSet::new());
    for one in written(data).into_iter().filter(|one| !one.is_answered_for) {
        let words = match one.state(work) {
            State::Marked(Mark::Private) | State::Stale(Mark::Private) => None,
            _ if asks_who(&data.entries[one.entry]) => None,
            _ if !may_quote(&consents(data, &questions, one.row)) => None,
            State::Marked(Mark::Quote) => Some(Whose::Quote),
            State::Marked(Mark::Paraphrase) | State::Stale(Mark::Paraphrase) => {
                Some(Whose::Paraphrase)
            }
            State::Open | State::Stale(Mark::Quote) => Some(Whose::Unmarked),
        };
        let Some(whose) = words else {
            withheld += 1;
            continue;
        };
        let entry = &data.entries[one.entry];
        let words = struck_out(one.words, &work.struck(one.spot)).trim().to_owned();
        if said.insert((one.entry, words.to_lowercase())) {
            all.push(First {
                link: Link::Quote(survey, entry.id, one.spot.response),
                asked: entry.text.clone(),
                said: words,
                people: String::new(),
                picture: String::new(),
                words: whose,
                decided: None,
            });
        }
    }
    (all, withheld)
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
            words: Whose::Note,
            decided,
        });
    }
    all
}
