//! What a team does about the notes of reviewers.

use super::{run, said};
use crate::support::{SURVEY, Tab};
use ask_together::model::draft::Change;
use ask_together::model::edit::{Edited, notes};
use ask_together::model::id::{Author, QuestionId};
use ask_together::model::review::{
    Note, NoteName, Notes, Recorded, Reviewer, ReviewerId, Round, RoundId, Says, Verdict,
};
use ask_together::model::survey::Kind;
use ask_together::model::wire::Packet;
use std::collections::BTreeSet;

const BO: ReviewerId = ReviewerId(7);

/// A tab with one question, and one note that somebody sent.
fn tab(says: impl FnOnce(QuestionId) -> (Option<QuestionId>, Says)) -> (Tab, QuestionId) {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Warm?");
    let round = RoundId(1);
    tab.does(Change::Record(Recorded::Round(Round { id: round, at: 0, asks: Vec::new() })));
    let (question, says) = says(id);
    let note = Note { revision: 1, question, says };
    let reviewer = Reviewer { id: BO, name: "Bo".to_owned(), may_be_named: true };
    let notes = [(1, note)].into_iter().collect();
    let sent = Notes { survey: SURVEY, round, revision: 1, reviewer, notes };
    tab.does(Change::Record(Recorded::Notes(sent)));
    (tab, id)
}

const NAME: NoteName = NoteName { reviewer: BO, number: 1 };

fn accept(tab: &mut Tab, words: Option<&str>) {
    let words = words.map(str::to_owned);
    let edited = notes::accept(&tab.draft, (tab.author, 5), NAME, words, " It is better. ");
    assert_eq!(said(&edited), "It is done, and kept in the record.");
    run(tab, &edited);
}

fn decided(tab: &Tab) -> Option<(Verdict, &str)> {
    let decision = tab.draft.content().making.decision(NAME)?;
    Some((decision.verdict, &decision.reason))
}

#[test]
fn better_words_are_taken_as_they_are_or_changed() {
    for (words, text, verdict) in [
        (None, "Is it warm?", Verdict::Accepted),
        (Some("Is your home warm?"), "Is your home warm?", Verdict::Changed),
    ] {
        let (mut tab, _) = tab(|id| (Some(id), Says::Wording("Is it warm?".to_owned())));
        accept(&mut tab, words);
        assert_eq!(tab.questions(), [text]);
        assert_eq!(decided(&tab), Some((verdict, "It is better.")));
        tab.undoes();
        assert_eq!((tab.questions(), decided(&tab)), (vec!["Warm?"], None), "one step");
    }
}

#[test]
fn a_choice_a_picture_a_question_and_a_hard_word_are_put_in() {
    let (mut tab, id) = tab(|id| (Some(id), Says::Choice("Perhaps".to_owned())));
    accept(&mut tab, None);
    assert_eq!(tab.choices(id), ["Yes", "No", "Perhaps"]);

    let (mut tab, id) = self::tab(|id| (Some(id), Says::Picture("1F375".to_owned())));
    accept(&mut tab, None);
    assert_eq!(tab.draft.content().question(id).expect("it").picture, "1F375");

    let (mut tab, _) = self::tab(|_| (None, Says::Question("And at night?".to_owned())));
    accept(&mut tab, None);
    assert_eq!(tab.questions(), ["Warm?", "And at night?"]);
    assert_eq!(tab.draft.content().questions[1].kind, Kind::LongText);

    let (mut tab, _) = self::tab(|id| (Some(id), Says::HardWord("warm".to_owned())));
    accept(&mut tab, Some("Not cold."));
    let meaning = &tab.draft.content().meanings[0];
    assert_eq!((&*meaning.word, &*meaning.text), ("warm", "Not cold."));
}

#[test]
fn a_note_that_only_says_something_is_decided_and_changes_no_words() {
    let (mut tab, _) = tab(|_| (None, Says::Free("I liked it.".to_owned())));
    let before = tab.draft.print();
    accept(&mut tab, None);
    assert_eq!((tab.draft.print(), decided(&tab).is_some()), (before, true));
}

#[test]
fn declining_keeps_the_reason() {
    let (mut tab, _) = tab(|id| (Some(id), Says::Wording("Is it warm?".to_owned())));
    let edited = notes::decline((tab.author, 5), NAME, " Too long. ");
    assert_eq!(said(&edited), "Your reason is kept in the record.");
    run(&mut tab, &edited);
    assert_eq!(tab.questions(), ["Warm?"]);
    assert_eq!(decided(&tab), Some((Verdict::Declined, "Too long.")));
}

#[test]
fn a_note_that_is_not_here_can_not_be_done() {
    let tab = Tab::new(1);
    let edited = notes::accept(&tab.draft, (tab.author, 5), NAME, None, "");
    assert_eq!(edited, Edited::default());
}

#[test]
fn notes_are_read_once() {
    let (mut tab, _) = tab(|id| (Some(id), Says::HardWord("warm".to_owned())));
    let edited = notes::read_all(&tab.draft);
    run(&mut tab, &edited);
    assert_eq!(tab.draft.content().making.unread(), 0);
    assert_eq!(notes::read_all(&tab.draft), Edited::default());
}

#[test]
fn a_person_signs_for_every_tab_of_theirs_that_wrote() {
    let mut mine = Tab::new(1);
    mine.adds_question(None, "Warm?");
    let mut other = mine.shared_with(2);
    other.adds_question(None, "Dry?");
    let now = other.shared_with(3);
    let all = [Author(1), Author(2), Author(3), Author(4)];
    let unsigned = |name| notes::unsigned(&now.draft, Author(3), &all, name);
    assert_eq!(unsigned("Ana"), BTreeSet::from([Author(1), Author(2), Author(3)]));
    assert_eq!(unsigned(""), BTreeSet::new());
    let mut signed = now.clone();
    for author in unsigned("Ana") {
        signed.does(Change::Record(Recorded::Name(author, "Ana".to_owned())));
    }
    assert_eq!(notes::unsigned(&signed.draft, Author(3), &all, "Ana"), BTreeSet::new());
    assert_eq!(notes::unsigned(&signed.draft, Author(3), &all, "Cai"), BTreeSet::from([Author(3)]));
}

#[test]
fn what_somebody_says_that_a_word_means_is_put_in_once() {
    let says = || Says::Meaning("warm".to_owned(), "Not cold.".to_owned());
    let (mut tab, _) = tab(|id| (Some(id), says()));
    accept(&mut tab, None);
    accept(&mut tab, Some("Nice and hot."));
    let all = &tab.draft.content().meanings;
    let all: Vec<(&str, &str)> = all.iter().map(|one| (&*one.word, &*one.text)).collect();
    assert_eq!(all, [("warm", "Nice and hot.")]);

    // Put elsewhere, it is decided all the same, and the survey stays as it is.
    let (mut tab, _) = self::tab(|id| (Some(id), says()));
    let done = notes::done((tab.author, 5), NAME, "It is in Words we agree.");
    run(&mut tab, &done);
    assert_eq!(decided(&tab), Some((Verdict::Accepted, "It is in Words we agree.")));
    assert_eq!(tab.draft.content().meanings, []);
}

#[test]
fn what_somebody_says_that_a_word_means_travels() {
    let says = Says::Meaning("warm".to_owned(), "Not cold.".to_owned());
    let note = Note { revision: 1, question: None, says };
    let reviewer = Reviewer { id: BO, name: String::new(), may_be_named: false };
    let notes = [(1, note)].into_iter().collect();
    let sent = Notes { survey: SURVEY, round: RoundId(1), revision: 1, reviewer, notes };
    assert_eq!(Notes::from_packet(&sent.to_packet()), Ok(sent));
}
