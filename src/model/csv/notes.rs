//! The notes of reviewers and what was decided, as a spreadsheet: a row for each note.
//!
//! A person is named only if they said that the record may name them; else they are "Someone 1", the
//! same in all their rows. A note that was said anew after a decision has two rows: what was decided
//! about, and what it says now. "About" has the words of the question as they are now, and "They read"
//! those of the round that the note is from.

use super::cell::{Cell, Form, file};
use crate::model::draft::{Content, Draft, Place, ReadPart, WhatTheyRead};
use crate::model::id::QuestionId;
use crate::model::pictures;
use crate::model::piping;
use crate::model::plain_text::isolated_in_english;
use crate::model::review::{Decision, Ease, ReviewerId, Says, Verdict};
use std::collections::BTreeMap;

/// What stands in the head of each column.
const HEADS: [&str; 14] = [
    "Round",
    "Started on",
    "Who",
    "Question number",
    "About",
    "They read",
    "Kind",
    "We asked",
    "What they said",
    "Decision",
    "Why",
    "Decided on",
    "Words before",
    "Words after",
];

/// The notes as a file. `date` turns milliseconds since 1970 into the organiser's own date.
pub fn write_notes(draft: &Draft, date: impl Fn(u64) -> String) -> Vec<u8> {
    let content = draft.content();
    let making = &content.making;
    let rewordings = draft.rewordings();
    let rounds = draft.contents_of_rounds();
    let mut unnamed: BTreeMap<ReviewerId, usize> = BTreeMap::new();
    let mut rows = vec![HEADS.map(|head| Cell::Text(head.to_owned())).to_vec()];
    for (name, reviewer, note) in making.notes.iter() {
        let number = unnamed.len() + 1;
        let who = match reviewer.name.trim() {
            named if reviewer.may_be_named && !named.is_empty() => named.to_owned(),
            _ => format!("Someone {}", unnamed.entry(reviewer.id).or_insert(number)),
        };
        let round = making.notes.round_of(reviewer.id);
        let place = round.and_then(|round| making.number_of(round));
        let started = place.map_or_else(String::new, |place| date(making.rounds[place - 1].at));
        let number = note.question.and_then(|id| content.number_of(id));
        let about = note.question.map_or("The whole survey".to_owned(), |id| {
            match (content.text(Place::Question(id)), draft.last_words(id)) {
                (Some(text), _) => piping::without_answers(text),
                (None, Some(text)) => {
                    format!("{} (deleted)", isolated_in_english(&piping::without_answers(text)))
                }
                (None, None) => "A question that is gone".to_owned(),
            }
        });
        let then = round.and_then(|round| rounds.get(&round));
        let read = then.map(|then| they_read(draft, then, note.question)).unwrap_or_default();
        let mut row = |says: &Says, decision: Option<&Decision>| {
            let (kind, said) = in_words(says);
            let asked = making.asked(name, says).map(|ask| ask.text.clone());
            let rewording = decision.and_then(|_| rewordings.get(&name));
            let verdict = decision.map_or("", |decision| match decision.verdict {
                Verdict::Accepted => "Done",
                Verdict::Changed => "Done in another way",
                Verdict::Declined => "Not done",
            });
            let whole = |number: Option<usize>| {
                number.map_or_else(Cell::empty, |number| Cell::Number(number.to_string()))
            };
            let mut cells = vec![whole(place)];
            cells.extend([started.clone(), who.clone()].map(Cell::Text));
            cells.push(whole(number));
            let texts = [
                about.clone(),
                read.clone(),
                kind.to_owned(),
                asked.unwrap_or_default(),
                said,
                verdict.to_owned(),
                decision.map(|decision| decision.reason.clone()).unwrap_or_default(),
                decision.map(|decision| date(decision.at)).unwrap_or_default(),
                rewording.map(|words| piping::without_answers(&words.before)).unwrap_or_default(),
                rewording.map(|words| piping::without_answers(&words.after)).unwrap_or_default(),
            ];
            cells.extend(texts.map(Cell::Text));
            rows.push(cells);
        };
        if let Some((says, decision)) = making.earlier_decision(name) {
            row(says, Some(decision));
        }
        row(&note.says, making.decision(name));
    }
    file(rows, Form::default())
}

/// The words that somebody read: those of the question, and below them what else was changed since.
fn they_read(draft: &Draft, then: &Content, about: Option<QuestionId>) -> String {
    let words = about.and_then(|id| then.text(Place::Question(id)));
    let mut lines: Vec<String> = words.map(str::to_owned).into_iter().collect();
    if let WhatTheyRead::Otherwise(parts) = draft.what_they_read(Some(then), about) {
        lines.extend(parts.into_iter().filter_map(|(part, words)| {
            let name = match part {
                ReadPart::Question => return None,
                ReadPart::Help => "More help",
                ReadPart::Choices => "Choices",
                ReadPart::Title => "Title",
                ReadPart::Welcome => "What it is for",
                ReadPart::WhoSees => "Who will see the answers",
            };
            Some(format!("{name}: {words}"))
        }));
    }
    piping::without_answers(&lines.join("\n"))
}

fn in_words(says: &Says) -> (&'static str, String) {
    match says {
        Says::Nothing => ("Taken back", String::new()),
        Says::Ease(Ease::Easy) => ("How it was to read", "Easy".to_owned()),
        Says::Ease(Ease::Hard) => ("How it was to read", "Hard".to_owned()),
        Says::Ease(Ease::NotOk) => ("How it was to read", "Not OK".to_owned()),
        Says::HardWord(word) => ("A word they do not know", word.clone()),
        Says::Wording(text) => ("Say it another way", text.clone()),
        Says::Picture(code) => ("Another picture", pictures::name(code).unwrap_or(code).to_owned()),
        Says::Choice(text) => ("A choice is missing", text.clone()),
        Says::Question(text) => ("Ask this too", text.clone()),
        Says::Free(text) => ("A note", text.clone()),
        Says::Reply(_, text) => ("An answer to us", text.clone()),
        Says::Meaning(word, text) => ("What a word means", format!("{word}: {text}")),
    }
}
