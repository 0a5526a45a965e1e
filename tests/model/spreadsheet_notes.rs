//! The spreadsheet of what reviewers said and what was decided.

use crate::sample_review::{ANA, ROUND};
use crate::samples;
use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::csv::write_notes;
use ask_together::model::draft::{Act, Change, Place};
use ask_together::model::id::{Author, QuestionId};
use ask_together::model::piping::mark;
use ask_together::model::review::{
    Ask, Decision, Ease, Note, NoteName, Notes, Recorded, Reviewer, ReviewerId, Round, RoundId,
    Says, Verdict,
};
use std::collections::BTreeMap;

fn says(person: u64, name: &str, may_be_named: bool, question: QuestionId, says: Says) -> Change {
    let note = Note { revision: 1, question: Some(question), says };
    Change::Record(Recorded::Notes(Notes {
        survey: SURVEY,
        round: ROUND,
        revision: 1,
        reviewer: Reviewer { id: ReviewerId(person), name: name.into(), may_be_named },
        notes: BTreeMap::from([(1, note)]),
    }))
}

/// Each row, without the head, as its cells.
fn rows(tab: &Tab) -> Vec<Vec<String>> {
    let file = write_notes(&tab.draft, |at| format!("day {at}"));
    let mut reader = csv::Reader::from_reader(&file[3..]);
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        row.expect("a row").iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

#[test]
fn a_note_its_decision_and_the_words_before_and_after_stand_in_one_row() {
    let mut tab = Tab::new(1);
    let other = tab.adds_question(None, "Who?");
    let before = format!("Do you utilise services, {}?", mark(other));
    let question = tab.adds_question(None, &before);
    tab.does(Change::Record(Recorded::Round(Round { id: ROUND, at: 5, asks: vec![] })));
    let wording = Says::Wording("Do you get help?".into());
    tab.does(says(1, "Ana", true, question, wording));
    let note = NoteName { reviewer: ReviewerId(1), number: 1 };
    let decision = Decision {
        note,
        verdict: Verdict::Accepted,
        reason: "Plainer.".into(),
        author: Author(1),
        at: 7,
    };
    tab.does(Act::Do(vec![
        set_text(Place::Question(question), "Do you get help?"),
        Change::Record(Recorded::Decision(decision)),
    ]));
    let expected = [
        "1",
        "day 5",
        "Ana",
        "1",
        "Do you get help?",
        "Do you utilise services, …?",
        "Say it another way",
        "",
        "Do you get help?",
        "Done",
        "Plainer.",
        "day 7",
        "Do you utilise services, …?",
        "Do you get help?",
    ];
    assert_eq!(rows(&tab), [expected]);
    assert!(tab.undoes(), "taking the change back takes back the decision too");
    assert_eq!(rows(&tab)[0][9..], ["", "", "", "", ""]);
}

#[test]
fn people_are_only_named_if_they_said_so() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    tab.does(says(1, "Ana", false, question, Says::Free("One".into())));
    tab.does(says(2, "", true, question, Says::Free("Two".into())));
    tab.does(says(3, "Cai", true, question, Says::Free("Three".into())));
    let who: Vec<String> = rows(&tab).iter().map(|row| row[2].clone()).collect();
    assert_eq!(who, ["Someone 1", "Someone 2", "Cai"]);
}

#[test]
fn every_sort_of_note_has_a_row_and_formulas_are_made_safe() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "=1+1");
    tab.does(Change::Record(Recorded::Notes(samples::notes())));
    tab.does(says(ANA.0 - 1, "Bo", true, question, Says::Free("=HYPERLINK(1)".into())));
    let all = rows(&tab);
    assert_eq!(all.len(), samples::notes().notes.len() - 1 + 1);
    let hostile: Vec<&str> = all.iter().flatten().map(String::as_str).collect();
    assert!(hostile.contains(&"'=HYPERLINK(1)") && hostile.contains(&"'=1+1"));
    assert!(hostile.iter().all(|cell| !cell.starts_with('=')), "{hostile:?}");
}

#[test]
fn a_reply_stands_beside_what_its_own_round_asked() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    let ask = |text: &str| Ask { number: 1, question: Some(question), text: text.into() };
    for (id, at, text) in [(ROUND, 5, "Is “tea” the right word?"), (RoundId(2), 6, "Is it short?")]
    {
        tab.does(Change::Record(Recorded::Round(Round { id, at, asks: vec![ask(text)] })));
    }
    tab.does(says(1, "Ana", true, question, Says::Reply(1, "No.".into())));
    let note = Note { revision: 1, question: Some(question), says: Says::Reply(1, "Yes.".into()) };
    tab.does(Change::Record(Recorded::Notes(Notes {
        survey: SURVEY,
        round: RoundId(2),
        revision: 1,
        reviewer: Reviewer { id: ReviewerId(2), name: "Bo".into(), may_be_named: true },
        notes: BTreeMap::from([(1, note)]),
    })));
    let told: Vec<[String; 4]> =
        rows(&tab).iter().map(|row| [0, 2, 7, 8].map(|at: usize| row[at].clone())).collect();
    let expected =
        [["1", "Ana", "Is “tea” the right word?", "No."], ["2", "Bo", "Is it short?", "Yes."]];
    assert_eq!(told, expected);
}

#[test]
fn what_was_decided_about_and_what_was_said_later_have_a_row_each() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    tab.does(says(1, "Ana", true, question, Says::Free("Shorter!".into())));
    let note = NoteName { reviewer: ReviewerId(1), number: 1 };
    let (verdict, reason) = (Verdict::Declined, "It is one word.".to_owned());
    let decision = Decision { note, verdict, reason, author: Author(1), at: 7 };
    tab.does(Change::Record(Recorded::Decision(decision)));
    let later = Note { revision: 2, question: Some(question), says: Says::Free("Coffee?".into()) };
    tab.does(Change::Record(Recorded::Notes(Notes {
        survey: SURVEY,
        round: ROUND,
        revision: 2,
        reviewer: Reviewer { id: ReviewerId(1), name: "Ana".into(), may_be_named: true },
        notes: BTreeMap::from([(1, later)]),
    })));
    let told: Vec<[String; 2]> =
        rows(&tab).iter().map(|row| [8, 9].map(|at: usize| row[at].clone())).collect();
    assert_eq!(told, [["Shorter!", "Not done"], ["Coffee?", ""]]);
}

#[test]
fn a_note_about_a_deleted_question_says_which() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    tab.does(says(1, "Ana", true, question, Says::Free("Hm.".into())));
    tab.does(Change::RemoveQuestion(question));
    assert_eq!(rows(&tab)[0][3..5], ["", "Tea? (deleted)"]);
}

#[test]
fn a_note_stands_beside_the_words_that_its_author_read() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Do you utilise services?");
    tab.does(Change::Record(Recorded::Round(Round { id: ROUND, at: 5, asks: vec![] })));
    tab.does(says(1, "Ana", true, question, Says::Ease(Ease::Hard)));
    let told = |tab: &Tab| rows(tab)[0][4..6].join(" / ");
    assert_eq!(told(&tab), "Do you utilise services? / Do you utilise services?");
    tab.does(set_text(Place::Question(question), "Do you get help?"));
    let last = tab.choice(question, 1);
    tab.adds_choice(question, Some(last), "Sometimes");
    assert_eq!(told(&tab), "Do you get help? / Do you utilise services?\nChoices: Yes, No");
}
