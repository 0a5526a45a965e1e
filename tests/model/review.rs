//! What reviewers say: taken in once, whatever the order, and counted.

use crate::sample_review::{self, ANA, ROUND, decision};
use crate::samples;
use crate::support::{SURVEY, Tab, q, set_text};
use ask_together::model::draft::{Act, Change, Place};
use ask_together::model::id::Author;
use ask_together::model::link::{
    BadLink, find_notes, notes_fragment, read_review, review_fragment,
};
use ask_together::model::review::{
    AllNotes, Ask, Decision, Ease, MOST_NOTES, Note, NoteName, Notes, Recorded, Reviewer,
    ReviewerId, Round, RoundId, Says, Verdict, fitting, hard_words, tally,
};
use ask_together::model::seal::{self, CannotOpen};
use ask_together::model::wire::{Packet, Unreadable};
use proptest::prelude::*;

/// What a person sends: their notes, from number 1, all about question 1.
fn sends(person: u64, revision: u32, says: Vec<(u32, Says)>) -> Notes {
    let notes = (1..)
        .zip(says)
        .map(|(number, (revision, says))| (number, Note { revision, question: Some(q(1)), says }));
    let name = if revision > 1 { "Bo" } else { "" };
    let id = ReviewerId(person);
    let reviewer = Reviewer { id, name: name.into(), may_be_named: revision > 1 };
    Notes { survey: SURVEY, round: ROUND, revision, reviewer, notes: notes.collect() }
}

fn word(word: &str) -> (u32, Says) {
    (1, Says::HardWord(word.into()))
}

#[test]
fn a_later_word_replaces_an_earlier_one_and_the_other_way_round_does_nothing() {
    let first = sends(1, 1, vec![(1, Says::Ease(Ease::Hard)), (1, Says::Free("Hm.".into()))]);
    let second = sends(1, 2, vec![(2, Says::Ease(Ease::Easy))]);
    let (mut forth, mut back) = (AllNotes::default(), AllNotes::default());
    for notes in [&first, &second, &first] {
        forth.take_in(notes);
    }
    assert!(forth.has(&first) && forth.has(&second) && !back.has(&first));
    for notes in [&second, &first] {
        back.take_in(notes);
    }
    assert_eq!(forth, back);
    assert_eq!(tally(&forth, ROUND, Some(q(1))).ease, [1, 0, 0]);
    assert_eq!(tally(&forth, ROUND, Some(q(1))).said.len(), 1, "what was not sent again stays");
    assert_eq!(forth.reviewers(ROUND).next().map(|who| &*who.name), Some("Bo"));
}

#[test]
fn what_a_person_took_back_is_not_counted() {
    let mut all = AllNotes::default();
    all.take_in(&sends(1, 1, vec![word("advocate")]));
    all.take_in(&sends(1, 2, vec![(2, Says::Nothing)]));
    assert_eq!((hard_words(&all), all.iter().count()), (vec![], 0));
    let name = NoteName { reviewer: ReviewerId(1), number: 1 };
    assert_eq!(all.get(name).map(|note| &note.says), Some(&Says::Nothing));
}

#[test]
fn hard_words_count_people_and_come_most_first() {
    let mut all = AllNotes::default();
    all.take_in(&sends(1, 1, vec![word("Advocate"), word("advocate "), word("budget")]));
    all.take_in(&sends(2, 1, vec![word("advocate")]));
    let expected = [("advocate".to_owned(), 2), ("budget".to_owned(), 1)];
    let in_round = |(word, count): (String, usize)| (word, vec![(ROUND, count)]);
    assert_eq!(hard_words(&all), expected.clone().map(in_round));
    assert_eq!(tally(&all, ROUND, Some(q(1))).words, expected);
    assert_eq!(tally(&all, ROUND, None), Default::default());
}

#[test]
fn every_sort_of_note_has_its_place_in_a_tally() {
    let mut all = AllNotes::default();
    all.take_in(&samples::notes());
    assert_eq!(tally(&all, ROUND, Some(q(10))).ease, [0, 0, 1]);
    assert_eq!(tally(&all, ROUND, Some(q(10))).said.len(), 1);
    assert_eq!(tally(&all, ROUND, None).said.len(), 2);
}

#[test]
fn the_draft_keeps_the_notes_and_knows_which_nobody_read() {
    let mut tab = Tab::new(1);
    tab.does(Change::Record(Recorded::Notes(samples::notes())));
    tab.does(Change::Record(Recorded::Notes(samples::notes())));
    let unread = tab.draft.content().making.unread();
    assert_eq!(unread, samples::notes().notes.len() - 1);
    let note = NoteName { reviewer: ANA, number: 1 };
    tab.does(Change::Record(Recorded::Read(vec![note])));
    assert_eq!(tab.draft.content().making.unread(), unread - 1);
    tab.does(Change::Record(Recorded::Decision(decision())));
    assert_eq!(tab.draft.content().making.unread(), unread - 2, "what was decided was read");
}

/// A second round with its own question to reviewers, and what Bo answers to it.
fn second_round() -> (Round, Notes) {
    let ask = Ask { number: 1, question: Some(q(1)), text: "Is it short enough now?".into() };
    let round = Round { id: RoundId(2), at: 2_000, asks: vec![ask] };
    let reply = Says::Reply(1, "Yes.".into());
    let bo = sends(7, 1, vec![(1, reply), word("advocate"), (1, Says::Ease(Ease::Easy))]);
    (round, Notes { round: RoundId(2), ..bo })
}

#[test]
fn a_reply_stands_under_what_its_own_round_asked() {
    let mut tab = Tab::new(1);
    let (second, bo) = second_round();
    for round in [sample_review::round(), second.clone()] {
        tab.does(Change::Record(Recorded::Round(round)));
    }
    for notes in [samples::notes(), bo.clone()] {
        tab.does(Change::Record(Recorded::Notes(notes)));
    }
    let making = &tab.draft.content().making;
    let asked = |reviewer, number| {
        let name = NoteName { reviewer, number };
        making.asked(name, &making.notes.get(name)?.says).map(|ask| &*ask.text)
    };
    assert_eq!(asked(ANA, 10), Some("Is “support worker” the right word here?"));
    assert_eq!(asked(bo.reviewer.id, 1), Some("Is it short enough now?"));
    assert_eq!(asked(bo.reviewer.id, 2), None, "a hard word answers nothing");
    assert_eq!(making.number_of(ROUND).zip(making.number_of(second.id)), Some((1, 2)));
}

#[test]
fn a_reply_to_a_round_that_is_not_here_stands_under_no_question() {
    let mut tab = Tab::new(1);
    let (_, bo) = second_round();
    tab.does(Change::Record(Recorded::Round(sample_review::round())));
    tab.does(Change::Record(Recorded::Notes(bo.clone())));
    let making = &tab.draft.content().making;
    let name = NoteName { reviewer: bo.reviewer.id, number: 1 };
    assert_eq!(making.asked(name, &bo.notes[&1].says), None);
    assert_eq!((making.heard_in(Some(q(1))), making.number_of(bo.round)), (vec![bo.round], None));
}

#[test]
fn each_round_is_counted_by_itself() {
    let mut all = AllNotes::default();
    all.take_in(&sends(1, 1, vec![(1, Says::Ease(Ease::Hard)), word("advocate")]));
    let (second, bo) = second_round();
    all.take_in(&bo);
    assert_eq!(tally(&all, ROUND, Some(q(1))).ease, [0, 1, 0]);
    assert_eq!(tally(&all, second.id, Some(q(1))).ease, [1, 0, 0]);
    let mut rounds = vec![(ROUND, 1), (second.id, 1)];
    rounds.sort_unstable();
    assert_eq!(hard_words(&all), [("advocate".to_owned(), rounds)]);
}

#[test]
fn a_name_from_another_round_brings_nothing_under_this_rounds_questions() {
    let mut all = AllNotes::default();
    let (_, bo) = second_round();
    all.take_in(&sends(7, 1, vec![(1, Says::Free("Mine.".into()))]));
    let before = all.clone();
    assert!(!all.fits(&bo));
    all.take_in(&bo);
    assert_eq!(all, before);
}

/// What was decided about note 1 of person 1.
fn decide(verdict: Verdict) -> Change {
    let note = NoteName { reviewer: ReviewerId(1), number: 1 };
    let reason = "We asked that before.".to_owned();
    let decision = Decision { note, verdict, reason, author: Author(1), at: 5 };
    Change::Record(Recorded::Decision(decision))
}

#[test]
fn a_decision_holds_for_the_words_it_was_about() {
    let mut tab = Tab::new(1);
    let name = NoteName { reviewer: ReviewerId(1), number: 1 };
    let (old, new) = (Says::Free("Shorter!".into()), Says::Free("Ask about money too.".into()));
    tab.does(Change::Record(Recorded::Notes(sends(1, 1, vec![(1, old.clone())]))));
    tab.does(decide(Verdict::Declined));
    tab.does(Change::Record(Recorded::Read(vec![name])));
    let making = &tab.draft.content().making;
    assert!(making.decision(name).is_some() && making.earlier_decision(name).is_none());
    tab.does(Change::Record(Recorded::Notes(sends(1, 2, vec![(2, new)]))));
    let making = &tab.draft.content().making;
    assert_eq!(making.decision(name), None, "nobody decided about the new words");
    assert_eq!(making.earlier_decision(name).map(|(says, _)| says), Some(&old));
    assert_eq!(making.unread(), 1, "nor has anybody read them");
}

#[test]
fn what_was_declined_in_the_end_changed_nothing() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Do you utilise services?");
    let wording = Says::Wording("Do you get help?".into());
    tab.does(Change::Record(Recorded::Notes(sends(1, 1, vec![(1, wording)]))));
    let text = set_text(Place::Question(question), "Do you get help?");
    tab.does(Act::Do(vec![text, decide(Verdict::Accepted)]));
    assert_eq!(tab.draft.rewordings().len(), 1);
    tab.does(decide(Verdict::Declined));
    assert_eq!(tab.draft.rewordings().len(), 0);
}

#[test]
fn the_last_words_of_a_deleted_question_are_known() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    tab.types(Place::Question(question), "Do you like tea?");
    tab.does(Change::RemoveQuestion(question));
    assert_eq!(tab.draft.last_words(question), Some("Do you like tea?"));
    assert_eq!(tab.draft.last_words(q(99)), None);
}

#[test]
fn notes_are_sealed_and_open_with_the_right_key_survey_and_round_alone() {
    let sealed = samples::sealed_notes();
    let (secret, _) = samples::keys();
    let opened = seal::open_notes(&sealed, &secret).expect("the key fits");
    assert_eq!(Notes::from_packet(&opened), Ok(samples::notes()));
    let mut other = sealed.clone();
    other.round.0 += 1;
    assert_eq!(seal::open_notes(&other, &secret), Err(CannotOpen));
    let mut other = sealed.clone();
    other.survey.0 += 1;
    assert_eq!(seal::open_notes(&other, &secret), Err(CannotOpen));
    let (stranger, _) = seal::key_pair(&[7; 32]);
    assert_eq!(seal::open_notes(&sealed, &stranger), Err(CannotOpen));
}

#[test]
fn sealed_notes_can_not_be_passed_off_as_a_response() {
    let notes = samples::sealed_notes();
    let response = seal::SealedResponse { sealed: notes.sealed, ..samples::sealed() };
    assert_eq!(seal::open(&response, &samples::keys().0), Err(CannotOpen));
}

#[test]
fn notes_are_found_in_a_message_and_an_invitation_in_its_link() {
    let link =
        format!("Hello\nhttps://example.org/#{}\nBye", notes_fragment(&samples::sealed_notes()));
    assert_eq!(find_notes(&link), [Ok(samples::sealed_notes())]);
    assert_eq!(find_notes(&link[..link.len() - 40]), [Err(BadLink::CutShort)]);
    assert_eq!(read_review(&review_fragment(b"abc")), Ok(b"abc".to_vec()));
    assert_eq!(read_review(&link), Err(BadLink::OtherKind));
    assert_eq!(read_review("https://example.org/"), Err(BadLink::Missing));
}

#[test]
fn more_notes_than_anybody_writes_are_refused() {
    let mut notes = samples::notes();
    let note = notes.notes[&1].clone();
    notes.notes = (0..=MOST_NOTES as u32).map(|number| (number, note.clone())).collect();
    assert_eq!(Notes::from_packet(&notes.to_packet()), Err(Unreadable::Damaged));
}

#[test]
fn a_picture_that_is_a_path_is_refused() {
    let mut notes = samples::notes();
    let says = Says::Picture("../secret".into());
    notes.notes.insert(99, Note { revision: 1, question: None, says });
    assert_eq!(Notes::from_packet(&notes.to_packet()), Err(Unreadable::Damaged));
}

/// What three people sent, some of it more than once and with other words.
fn returns() -> impl Strategy<Value = Vec<Notes>> {
    let says = prop_oneof![
        Just(Says::Nothing),
        Just(Says::Ease(Ease::Hard)),
        "[a-c]{1,2}".prop_map(Says::HardWord),
    ];
    let notes = prop::collection::vec(says, 1..4);
    let sent = (1..4u64, 1..4u32, notes).prop_map(|(person, revision, says)| {
        // One revision of a note says one thing: people do not say two things at once.
        let says = says.into_iter().map(|says| (revision, says)).collect();
        sends(person, revision, says)
    });
    prop::collection::vec(sent, 0..12).prop_map(|mut all| {
        all.sort_by_key(|notes| (notes.reviewer.id, notes.revision));
        all.dedup_by_key(|notes| (notes.reviewer.id, notes.revision));
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn order_and_repeats_never_matter(all in returns(), order in any::<prop::sample::Index>()) {
        let mut forth = AllNotes::default();
        all.iter().for_each(|notes| forth.take_in(notes));
        let mut turned = all.clone();
        turned.reverse();
        if !turned.is_empty() {
            let turn = order.index(turned.len());
            turned.rotate_left(turn);
        }
        let mut back = AllNotes::default();
        for notes in turned.iter().chain(&all) {
            back.take_in(notes);
        }
        prop_assert_eq!(forth, back);
    }
}

#[test]
fn the_longest_that_people_can_write_is_read_again() {
    let wide = "€".repeat(4_000);
    for text in ["a".repeat(20_000), wide.clone(), ["a", &wide].concat(), "Short.".into()] {
        let notes = sends(1, 1, vec![(0, Says::Free(fitting(text.clone())))]);
        assert_eq!(Notes::from_packet(&notes.to_packet()), Ok(notes));
        assert!(text.starts_with(&fitting(text.clone())) && !fitting(text).is_empty());
    }
    assert_eq!(fitting("Short.".into()), "Short.");
}
