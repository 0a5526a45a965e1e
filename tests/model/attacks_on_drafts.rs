//! Drafts that no editor made, in packets whose check is right.

use crate::allocations::most_held;
use crate::attacks_on_packets::{number, packet};
use crate::support::{SURVEY, Tab, c, draft_question, m, q, set_text};
use ask_together::model::draft::{
    Act, Change, ChoicePart, Draft, DraftChoice, DraftMeaning, Edit, Part, Place, Position,
};
use ask_together::model::id::Author;
use ask_together::model::survey::{Choice, Kind};
use ask_together::model::wire::{Packet, Unreadable};
use proptest::prelude::*;

/// A draft packet whose one edit moves question 1-1 to a position of these bytes.
fn moved_to(position: &[u8]) -> Vec<u8> {
    let edit = [1, 1, 0, 0, 0];
    let length = [position.len() as u8];
    let one_change = [0, 1];
    let start = [&[0; 17][..], &[1]].concat();
    packet("draft", 1, &[&start, &edit[..], &one_change, &[3, 1, 1], &length, position].concat())
}

#[test]
fn a_position_without_its_end_is_none_of_ours() {
    assert!(Draft::from_packet(&moved_to(&[128])).is_ok());
    for bytes in [&[][..], &[0], &[127], &[129], &[128, 0], &[255, 255]] {
        assert_eq!(Draft::from_packet(&moved_to(bytes)), Err(Unreadable::Newer), "{bytes:?}");
    }
}

#[test]
fn positions_at_both_ends_leave_room() {
    for bytes in [&[0, 0, 0, 128][..], &[0, 128], &[255, 255, 128], &[128, 128]] {
        let draft = Draft::from_packet(&moved_to(bytes)).expect("a sound packet");
        let mut tab = Tab::with(2, draft);
        let to = Position::from_bytes(bytes.to_vec()).expect("ends with 128");
        let one = tab.adds_question(None, "One");
        tab.does(Change::MoveQuestion { question: one, to });
        let two = tab.adds_question(None, "Two");
        tab.adds_question(Some(two), "Between");
        tab.adds_question(Some(one), "Last");
        assert_eq!(tab.questions(), ["Two", "Between", "One", "Last"], "{bytes:?}");
    }
}

#[test]
fn no_draft_has_a_browser_fetch_anything_but_pictures() {
    let far = "/logout?a";
    let mut asked = draft_question(q(1), Position::default(), Kind::OneChoice, "Tea?", vec![]);
    asked.question.picture = far.into();
    let choice = DraftChoice::new(c(2), Position::default(), "Yes".into());
    let pictured = Choice { picture: far.into(), ..choice.choice.clone() };
    let choices = vec![DraftChoice { choice: pictured, ..choice }];
    let meaning = DraftMeaning {
        picture: far.into(),
        ..DraftMeaning::new(m(3), "tea".into(), "A drink".into())
    };
    for change in [
        Change::AddQuestion(asked),
        Change::AddChoices { question: q(1), choices },
        Change::SetPart { question: q(1), part: Part::Picture(far.into()) },
        Change::SetChoicePart {
            question: q(1),
            choice: c(2),
            part: ChoicePart::Picture(far.into()),
        },
        Change::AddMeaning(meaning),
    ] {
        let mut tab = Tab::new(1);
        tab.does(change.clone());
        let read = Draft::from_packet(&tab.draft.to_packet());
        assert_eq!(read, Err(Unreadable::Newer), "{change:?}");
    }
}

#[test]
fn an_edit_with_the_highest_numbers_does_no_harm() {
    let highest = Edit {
        author: Author(u32::MAX),
        number: u32::MAX,
        revision: u32::MAX,
        at: u64::MAX,
        seen: vec![(Author(u32::MAX), u32::MAX); 3],
        act: Act::Undo(u32::MAX),
        was: None,
    };
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    tab.draft.apply(highest);
    tab.types(Place::Welcome, "Hello");
    assert_eq!(tab.draft.content().title, "Tea");
    assert_eq!(tab.draft.content().welcome, "Hello");
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Err(Unreadable::TooLarge));
}

#[test]
fn nobody_can_undo_the_edits_of_somebody_else() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    let mut other = tab.shared_with(2);
    for number in 0..5 {
        other.does(Act::Undo(number));
    }
    assert_eq!(other.draft.content().title, "Tea");
}

#[test]
fn a_question_that_holds_one_choice_id_twice_does_not_panic() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Why?");
    let choice = tab.draft.content().questions[0].choices[0].clone();
    tab.does(Change::AddChoices { question, choices: vec![choice.clone(), choice.clone()] });
    let to = choice.position.clone();
    tab.does(Change::MoveChoice { question, choice: choice.id, to });
    tab.does(Change::RemoveChoice { question, choice: choice.id });
    assert_eq!(tab.choices(question), ["No"]);
}

/// Putting each in its place one by one would take minutes.
#[test]
fn a_hundred_thousand_edits_from_last_to_first_are_no_trouble() {
    let count = 100_000;
    let edit = |n| [vec![1], number(n), vec![0, 0, 0, 1], number(n / 2)].concat();
    let edits = (1..=count).rev().flat_map(edit);
    let body: Vec<u8> = [0; 17].into_iter().chain(number(count)).chain(edits).collect();
    let bytes = packet("draft", 1, &body);
    let held = most_held(|| {
        let draft = Draft::from_packet(&bytes).expect("a sound packet");
        let numbers = draft.log().iter().map(|edit| edit.number as usize);
        assert!(numbers.eq(1..=count));
    });
    assert!(held < 64 << 20, "held {held} bytes");
}

/// Edits that nobody's editor made: any numbers, claims to have seen anything, undo of anything.
fn hostile_edit() -> impl Strategy<Value = Edit> {
    let small = || 0..4u32;
    let to =
        || prop::sample::select(vec![vec![0, 128], vec![128], vec![0, 0, 128], vec![255, 128]]);
    let to = move || to().prop_map(|bytes| Position::from_bytes(bytes).expect("ends with 128"));
    let question = move |(number, position)| {
        Change::AddQuestion(draft_question(q(number), position, Kind::OneChoice, "", vec![]))
    };
    let change = prop_oneof![
        "[a-c]".prop_map(|text| set_text(Place::Title, &text)),
        (small(), to()).prop_map(question),
        (small(), to()).prop_map(|(n, to)| Change::MoveQuestion { question: q(n), to }),
        (small(), small(), to()).prop_map(|(n, m, to)| Change::MoveChoice {
            question: q(n),
            choice: c(m),
            to
        }),
        small().prop_map(|n| Change::RemoveQuestion(q(n))),
    ];
    let act = prop_oneof![
        small().prop_map(Act::Undo),
        small().prop_map(Act::Redo),
        prop::collection::vec(change, 0..3).prop_map(Act::Do),
    ];
    // The highest that is read: see `attacks_on_bounds`.
    let number = || prop_oneof![0..6u32, Just(1 << 30)];
    let seen = prop::collection::vec((small().prop_map(Author), number()), 0..3);
    (2..4u32, number(), small(), seen, act).prop_map(|(author, number, revision, seen, act)| Edit {
        author: Author(author),
        number,
        revision,
        at: 0,
        seen,
        act,
        was: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_hostile_log_never_panics_and_can_still_be_edited(
        edits in prop::collection::vec(hostile_edit(), 0..30),
    ) {
        let mut tab = Tab::with(1, Draft::from_log(SURVEY, edits.clone()));
        for edit in edits {
            tab.draft.apply(edit);
        }
        tab.types(Place::Title, "Tea");
        let first = tab.draft.content().questions.first().map(|question| question.id);
        let added = tab.adds_question(first, "New");
        prop_assert!(tab.draft.content().question(added).is_some());
        prop_assert!(tab.undoes());
        prop_assert!(tab.draft.content().question(added).is_none());
        prop_assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Ok(tab.draft));
    }
}

#[test]
fn a_draft_that_brings_choices_twice_publishes_a_survey_that_phones_can_read() {
    let twice = |kind| {
        let mut draft = crate::flows::draft_of(&[crate::make::question(1, kind)]);
        let question = draft.content().questions[0].clone();
        let mut twice = question.clone();
        twice.question.choices.extend(question.choices.iter().cloned());
        let edit = draft.edit(Author(2), 5, Change::AddQuestion(twice));
        draft.apply(edit);
        draft
    };
    for kind in Kind::ALL.into_iter().filter(|kind| kind.has_choices() && *kind != Kind::EitherOr) {
        let survey = twice(kind).publish(1, crate::samples::keys().1).expect("no problems");
        let read = ask_together::model::survey::Survey::from_packet(&survey.to_packet());
        assert_eq!(read, Ok(survey), "{kind:?}");
    }
}

/// A packet with one edit by author 1, whose act is these bytes.
fn acting(act: &[u8]) -> Result<Draft, Unreadable> {
    Draft::from_packet(&packet("draft", 1, &[&[0; 17][..], &[1], &[1, 1, 0, 0, 0], act].concat()))
}

#[test]
fn kinds_words_and_languages_that_are_not_known_here_are_of_a_newer_app() {
    assert!(acting(&[0, 1, 1, 1, 1, 18]).is_ok(), "another kind");
    assert_eq!(acting(&[0, 1, 1, 1, 1, 19]), Err(Unreadable::Newer));
    let last = ask_together::model::words::Word::ALL.len() as u8 - 1;
    assert!(acting(&[0, 1, 0, 12, last, 0]).is_ok(), "the last word");
    assert_eq!(acting(&[0, 1, 0, 12, last + 1, 0]), Err(Unreadable::Newer));
    assert!(acting(&[0, 1, 13, 2, b'c', b'y']).is_ok(), "one more language");
    assert_eq!(acting(&[0, 1, 13, 2, b'C', b'Y']), Err(Unreadable::Newer));
    assert_eq!(acting(&[0, 1, 16]), Err(Unreadable::Newer), "a change that is none");
}
