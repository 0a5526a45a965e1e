//! One author and one draft: every change, undo and redo, typing, and fresh ids.

use crate::support::{SURVEY, Tab, c, draft_question, m, q, set_text};
use ask_together::model::draft::{
    Act, Change, ChoicePart, Draft, DraftChoice, Part, Place, Position,
};
use ask_together::model::id::{Author, ChoiceId, Id, QuestionId};
use ask_together::model::survey::{Kind, Language};
use ask_together::model::wire::Packet;
use std::collections::HashSet;

/// A tab with two questions of two choices, and words in every place.
fn started() -> (Tab, QuestionId, QuestionId) {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "Do you like tea?");
    let second = tab.adds_question(Some(first), "Do you like cake?");
    for (place, text) in [
        (Place::Title, "Food"),
        (Place::Organisation, "The café"),
        (Place::Welcome, "Hello"),
        (Place::WhoSees, "Only us"),
        (Place::After, "Thank you"),
        (Place::Hint(first), "Hot tea"),
        (Place::PictureAlt(first), "A cup"),
    ] {
        tab.does(set_text(place, text));
    }
    (tab, first, second)
}

/// The change alters the content, undo restores it to the letter, and redo alters it again.
pub fn check_undo(change: impl FnOnce(&Tab, QuestionId, QuestionId) -> Change) {
    let (mut tab, first, second) = started();
    let before = tab.draft.content().clone();
    let change = change(&tab, first, second);
    tab.does(change.clone());
    let after = tab.draft.content().clone();
    assert_ne!(before, after, "{change:?} does nothing");
    assert!(tab.undoes());
    assert_eq!(*tab.draft.content(), before, "undo of {change:?}");
    assert!(tab.redoes());
    assert_eq!(*tab.draft.content(), after, "redo of {change:?}");
    assert!(tab.undoes());
    assert_eq!(*tab.draft.content(), before, "second undo of {change:?}");
}

#[test]
fn new_words_in_any_place_can_be_taken_back() {
    check_undo(|_, _, _| set_text(Place::Title, "New"));
    check_undo(|_, _, _| set_text(Place::Organisation, "New"));
    check_undo(|_, _, _| set_text(Place::Welcome, "New"));
    check_undo(|_, _, _| set_text(Place::WhoSees, ""));
    check_undo(|_, first, _| set_text(Place::Question(first), "New"));
    check_undo(|_, _, _| set_text(Place::After, "New"));
    check_undo(|_, first, _| set_text(Place::Hint(first), ""));
    check_undo(|_, first, _| set_text(Place::PictureAlt(first), "New"));
    check_undo(|_, first, _| set_text(Place::Pile(first, 2), "New"));
    check_undo(|tab, _, second| {
        set_text(Place::Choice(second, tab.choice(second, 1)), "No, thank you")
    });
}

#[test]
fn another_kind_can_be_taken_back() {
    check_undo(|_, first, _| Change::SetKind { question: first, kind: Kind::LongText });
}

#[test]
fn a_new_question_can_be_taken_back() {
    check_undo(|tab, first, _| {
        let position = tab.draft.question_position(Some(first));
        Change::AddQuestion(draft_question(q(1), position, Kind::ShortText, "What else?", vec![]))
    });
}

#[test]
fn a_moved_question_can_be_taken_back() {
    check_undo(|tab, _, second| Change::MoveQuestion {
        question: second,
        to: tab.draft.question_position(None),
    });
}

#[test]
fn a_removed_question_comes_back_with_its_choices() {
    check_undo(|_, first, _| Change::RemoveQuestion(first));
}

#[test]
fn a_list_of_new_choices_is_one_step() {
    check_undo(|tab, first, _| {
        let position = tab.draft.choice_position(first, Some(tab.choice(first, 1)));
        let choice =
            |number| DraftChoice::new(c(number), position.clone(), format!("Choice {number}"));
        Change::AddChoices { question: first, choices: vec![choice(1), choice(2), choice(3)] }
    });
}

#[test]
fn a_moved_choice_can_be_taken_back() {
    check_undo(|tab, first, _| Change::MoveChoice {
        question: first,
        choice: tab.choice(first, 1),
        to: tab.draft.choice_position(first, None),
    });
}

#[test]
fn a_removed_choice_can_be_taken_back() {
    check_undo(|tab, first, _| Change::RemoveChoice {
        question: first,
        choice: tab.choice(first, 0),
    });
}

#[test]
fn undo_goes_back_to_the_empty_draft_and_redo_all_the_way_forward() {
    let (mut tab, _, _) = started();
    let end = tab.draft.content().clone();
    let steps = std::iter::from_fn(|| tab.undoes().then_some(())).count();
    assert_eq!(steps, 9);
    assert_eq!(tab.draft.content(), Draft::new(SURVEY).content());
    while tab.redoes() {}
    assert_eq!(*tab.draft.content(), end);
}

#[test]
fn there_is_nothing_to_undo_or_redo_in_a_new_draft() {
    let mut tab = Tab::new(1);
    assert!(!tab.undoes());
    assert!(!tab.redoes());
}

#[test]
fn something_new_ends_redo_but_not_undo() {
    let mut tab = Tab::new(1);
    for text in ["One", "Two", "Three"] {
        tab.does(set_text(Place::Title, text));
    }
    tab.undoes();
    tab.does(set_text(Place::Welcome, "Hello"));
    assert!(!tab.redoes());
    tab.undoes();
    assert_eq!(tab.draft.content().title, "Two");
    tab.undoes();
    assert_eq!(tab.draft.content().title, "One");
}

#[test]
fn typing_in_one_place_is_one_step() {
    let mut tab = Tab::new(1);
    tab.does(set_text(Place::Title, "Old"));
    for text in ["T", "Te", "Tea"] {
        tab.types(Place::Welcome, text);
    }
    assert_eq!(tab.draft.log().len(), 2);
    assert_eq!(tab.draft.content().welcome, "Tea");
    assert_eq!(tab.draft.changed_at(), 4, "the time is that of the last key");
    tab.undoes();
    assert_eq!(tab.draft.content().welcome, "");
    assert_eq!(tab.draft.content().title, "Old");
    tab.redoes();
    assert_eq!(tab.draft.content().welcome, "Tea");
}

#[test]
fn typing_elsewhere_and_back_is_three_steps() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "T");
    tab.types(Place::Title, "Tea");
    tab.types(Place::Welcome, "Hello");
    tab.types(Place::Title, "Tea time");
    assert_eq!(tab.draft.log().len(), 3);
    tab.undoes();
    assert_eq!(tab.draft.content().title, "Tea");
}

#[test]
fn typing_after_undo_is_a_new_step() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    tab.undoes();
    tab.types(Place::Title, "Cake");
    assert_eq!(tab.draft.content().title, "Cake");
    tab.undoes();
    assert_eq!(tab.draft.content().title, "");
}

#[test]
fn nobody_types_on_in_the_words_of_somebody_else() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    let mut other = tab.shared_with(2);
    other.types(Place::Title, "Tea time");
    assert_eq!(other.draft.log().len(), 2);
    other.undoes();
    assert_eq!(other.draft.content().title, "Tea");
}

#[test]
fn an_older_revision_that_comes_late_changes_nothing() {
    let mut tab = Tab::new(1);
    let early = tab.types(Place::Title, "T");
    tab.types(Place::Title, "Tea");
    let now = tab.draft.clone();
    tab.draft.apply(early);
    assert_eq!(tab.draft, now);
}

#[test]
fn a_removed_choice_stays_away_when_the_question_is_moved() {
    let (mut tab, first, second) = started();
    tab.does(Change::RemoveChoice { question: first, choice: tab.choice(first, 0) });
    let to = tab.draft.question_position(Some(second));
    tab.does(Change::MoveQuestion { question: first, to });
    assert_eq!(tab.questions(), ["Do you like cake?", "Do you like tea?"]);
    assert_eq!(tab.choices(first), ["No"]);
}

#[test]
fn choices_come_back_when_the_kind_does() {
    let (mut tab, first, _) = started();
    tab.does(Change::SetKind { question: first, kind: Kind::ShortText });
    tab.does(Change::SetKind { question: first, kind: Kind::ManyChoices });
    assert_eq!(tab.choices(first), ["Yes", "No"]);
}

#[test]
fn a_place_that_is_gone_has_no_words() {
    let (mut tab, first, second) = started();
    let choice = Place::Choice(second, tab.choice(second, 0));
    assert_eq!(tab.draft.content().text(choice), Some("Yes"));
    assert_eq!(tab.draft.content().text(Place::Hint(first)), Some("Hot tea"));
    tab.does(Change::RemoveQuestion(first));
    tab.does(Change::RemoveQuestion(second));
    assert_eq!(tab.draft.content().text(choice), None);
    assert_eq!(tab.draft.content().text(Place::Question(first)), None);
}

/// A change about something that is not there: the log keeps it, the content does not alter.
fn check_does_nothing(act: impl Into<Act>) {
    let act = act.into();
    let (mut tab, _, _) = started();
    let before = tab.draft.content().clone();
    tab.does(act.clone());
    assert_eq!(*tab.draft.content(), before, "{act:?}");
    assert_eq!(tab.draft.log().last().map(|edit| &edit.act), Some(&act));
}

#[test]
fn changes_of_deleted_things_do_nothing() {
    let to = Position::default();
    let choice = DraftChoice::new(c(1), to.clone(), "Yes".into());
    let part = Part::Other(true);
    check_does_nothing(set_text(Place::Question(q(1)), "New"));
    check_does_nothing(set_text(Place::Hint(q(1)), "New"));
    check_does_nothing(set_text(Place::Choice(q(1), c(1)), "New"));
    check_does_nothing(Change::SetKind { question: q(1), kind: Kind::LongText });
    check_does_nothing(Change::MoveQuestion { question: q(1), to: to.clone() });
    check_does_nothing(Change::RemoveQuestion(q(1)));
    check_does_nothing(Change::AddChoices { question: q(1), choices: vec![choice] });
    check_does_nothing(Change::MoveChoice { question: q(1), choice: c(1), to });
    check_does_nothing(Change::RemoveChoice { question: q(1), choice: c(1) });
    check_does_nothing(Change::SetPart { question: q(1), part });
    let part = ChoicePart::Alone(true);
    check_does_nothing(Change::SetChoicePart { question: q(1), choice: c(1), part });
    check_does_nothing(Change::RemoveMeaning(m(1)));
    check_does_nothing(set_text(Place::Word(m(1)), "New"));
    check_does_nothing(set_text(Place::Meaning(m(1)), "New"));
    check_does_nothing(set_text(Place::Pile(q(1), 0), "New"));
    check_does_nothing(Change::RemoveLanguage(Language::WELSH));
    check_does_nothing(Act::Undo(99));
    check_does_nothing(Act::Redo(99));
}

#[test]
fn fresh_ids_never_repeat_even_after_undo_and_reload() {
    let mut tab = Tab::new(1);
    let mut seen: HashSet<Id> = HashSet::new();
    for round in 0..20 {
        let question = tab.adds_question(None, "Yes or no?");
        let made = tab.draft.content().question(question).expect("just added").clone();
        let ids = made.choices.iter().map(|choice| choice.id.0).chain([question.0]);
        for id in ids {
            assert!(seen.insert(id), "{id} came twice");
        }
        let ChoiceId(choice) = tab.adds_choice(question, None, "Maybe");
        assert!(seen.insert(choice), "{choice} came twice");
        let meaning = tab.explains("tea", "A hot drink.").0;
        assert!(seen.insert(meaning), "{meaning} came twice");
        match round % 4 {
            0 => drop(tab.undoes()),
            1 => drop(tab.does(Change::RemoveQuestion(question))),
            2 => tab.draft = Draft::from_packet(&tab.draft.to_packet()).expect("a sound packet"),
            _ => {}
        }
    }
    let next = tab.draft.fresh_ids(Author(2)).next();
    assert_eq!(next, Some(Id { author: Author(2), number: 1 }), "each author counts alone");
}

#[test]
fn an_act_of_two_changes_is_one_step() {
    let (mut tab, first, second) = started();
    let before = tab.draft.content().clone();
    tab.does(Act::Do(vec![
        Change::RemoveQuestion(first),
        Change::SetKind { question: second, kind: Kind::LongText },
    ]));
    assert_ne!(*tab.draft.content(), before);
    assert!(tab.undoes());
    assert_eq!(*tab.draft.content(), before);
}
