//! Several authors and one draft: what merging gives, in small stories.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Act, Change, Draft, Place};
use ask_together::model::id::Author;
use ask_together::model::survey::Kind;

/// Two tabs that start from the same two questions and have not heard of each other since.
fn two_tabs() -> (Tab, Tab, [ask_together::model::id::QuestionId; 2]) {
    let mut one = Tab::new(1);
    let first = one.adds_question(None, "Do you like tea?");
    let second = one.adds_question(Some(first), "Do you like cake?");
    let two = one.shared_with(2);
    (one, two, [first, second])
}

/// Both take in the other's log, and then have the very same draft.
fn meet(one: &mut Tab, two: &mut Tab) {
    let before = one.clone();
    one.takes_in(two);
    two.takes_in(&before);
    assert_eq!(one.draft, two.draft);
}

#[test]
fn changes_in_different_places_are_all_kept() {
    let (mut one, mut two, [first, second]) = two_tabs();
    one.types(Place::Question(first), "Do you like hot tea?");
    one.does(Change::SetKind { question: second, kind: Kind::ManyChoices });
    two.types(Place::Hint(first), "Tea is a hot drink.");
    two.adds_choice(second, Some(two.choice(second, 1)), "I am not sure");
    meet(&mut one, &mut two);
    let content = one.draft.content();
    let question = content.question(first).expect("the first question");
    assert_eq!(question.text, "Do you like hot tea?");
    assert_eq!(question.hint, "Tea is a hot drink.");
    assert_eq!(content.question(second).map(|q| q.kind), Some(Kind::ManyChoices));
    assert_eq!(one.choices(second), ["Yes", "No", "I am not sure"]);
}

#[test]
fn words_changed_by_two_end_the_same_everywhere_and_both_stay_in_the_log() {
    let (mut one, mut two, [first, _]) = two_tabs();
    one.types(Place::Question(first), "One");
    two.types(Place::Question(first), "Two");
    meet(&mut one, &mut two);
    let said = |tab: &Tab| -> Vec<String> {
        let edits = tab.draft.log().iter();
        edits
            .filter_map(|edit| match &edit.act {
                Act::Do(changes) => match changes.as_slice() {
                    [Change::SetText { text, .. }] => Some(text.clone()),
                    _ => None,
                },
                Act::Undo(_) | Act::Redo(_) => None,
            })
            .collect()
    };
    assert_eq!(said(&one), ["One", "Two"]);
}

#[test]
fn whoever_saw_the_other_comes_later_whatever_their_name_and_clock() {
    let (mut high, mut low, [first, _]) = two_tabs();
    high.author = Author(900);
    low.author = Author(3);
    high.types(Place::Question(first), "Before");
    low.takes_in(&high);
    let edit = low.draft.edit(low.author, 0, set_text(Place::Question(first), "After"));
    low.draft.apply(edit);
    meet(&mut high, &mut low);
    assert_eq!(high.questions()[0], "After");
}

#[test]
fn two_people_who_insert_at_the_same_place_both_get_their_question() {
    let (mut one, mut two, [first, second]) = two_tabs();
    one.adds_question(Some(first), "One");
    two.adds_question(Some(first), "Two");
    meet(&mut one, &mut two);
    assert_eq!(one.questions(), ["Do you like tea?", "One", "Two", "Do you like cake?"]);
    // Those two now share one position. A third question still finds its place: behind both.
    let after_one = one.draft.content().questions[1].id;
    one.adds_question(Some(after_one), "Three");
    let expected = ["Do you like tea?", "One", "Two", "Three", "Do you like cake?"];
    assert_eq!(one.questions(), expected);
    let mut third = one.shared_with(3);
    third.adds_question(Some(second), "Last");
    assert_eq!(third.questions().last(), Some(&"Last"));
}

#[test]
fn two_people_who_add_a_choice_at_the_same_place_both_get_it() {
    let (mut one, mut two, [first, _]) = two_tabs();
    one.adds_choice(first, Some(one.choice(first, 0)), "Sometimes");
    two.adds_choice(first, Some(two.choice(first, 0)), "Often");
    meet(&mut one, &mut two);
    assert_eq!(one.choices(first), ["Yes", "Sometimes", "Often", "No"]);
}

#[test]
fn two_people_who_move_the_same_question_do_not_double_it() {
    let (mut one, mut two, [first, second]) = two_tabs();
    let third = two.adds_question(Some(second), "Do you like fruit?");
    one.takes_in(&two);
    let to = one.draft.question_position(Some(second));
    one.does(Change::MoveQuestion { question: first, to });
    let to = two.draft.question_position(Some(third));
    two.does(Change::MoveQuestion { question: first, to });
    meet(&mut one, &mut two);
    assert_eq!(one.questions(), ["Do you like cake?", "Do you like fruit?", "Do you like tea?"]);
}

#[test]
fn a_question_that_one_removed_and_one_changed_is_gone_until_the_removal_is_undone() {
    let (mut one, mut two, [first, _]) = two_tabs();
    one.does(Change::RemoveQuestion(first));
    two.types(Place::Question(first), "Do you like hot tea?");
    meet(&mut one, &mut two);
    assert_eq!(one.questions(), ["Do you like cake?"]);
    assert!(one.undoes());
    meet(&mut one, &mut two);
    assert_eq!(one.questions(), ["Do you like hot tea?", "Do you like cake?"]);
}

#[test]
fn undo_takes_back_only_own_edits() {
    let (mut one, mut two, [first, second]) = two_tabs();
    one.types(Place::Question(first), "One");
    two.types(Place::Question(second), "Two");
    meet(&mut one, &mut two);
    assert!(two.undoes());
    assert!(!two.undoes(), "the other steps belong to the first author");
    assert_eq!(two.questions(), ["One", "Do you like cake?"]);
    meet(&mut one, &mut two);
    assert!(one.undoes());
    assert_eq!(one.questions(), ["Do you like tea?", "Do you like cake?"]);
}

#[test]
fn undo_under_the_words_of_somebody_later_leaves_those() {
    let (mut one, mut two, [first, _]) = two_tabs();
    one.types(Place::Question(first), "One");
    two.takes_in(&one);
    two.types(Place::Question(first), "Two");
    meet(&mut one, &mut two);
    assert!(one.undoes());
    assert_eq!(one.questions()[0], "Two");
}

#[test]
fn typing_that_was_half_shared_is_one_edit_when_the_rest_comes() {
    let (mut one, mut two, [first, _]) = two_tabs();
    one.types(Place::Question(first), "Do you");
    two.takes_in(&one);
    one.types(Place::Question(first), "Do you like hot tea?");
    meet(&mut one, &mut two);
    assert_eq!(two.questions()[0], "Do you like hot tea?");
    assert_eq!(two.draft.log().len(), 3);
    assert!(one.undoes());
    assert_eq!(one.questions()[0], "Do you like tea?");
}

#[test]
fn an_undo_that_arrives_before_its_edit_still_counts() {
    let mut tab = Tab::new(1);
    let title = tab.does(set_text(Place::Title, "Tea"));
    let undo = tab.draft.undo(tab.author).expect("a step");
    let undo = tab.does(undo);
    let mut late = Draft::new(SURVEY);
    late.apply(undo);
    late.apply(title);
    assert_eq!(late, tab.draft);
    assert_eq!(late.content().title, "");
}

#[test]
fn a_draft_knows_when_it_last_changed() {
    let (mut one, mut two, [first, _]) = two_tabs();
    assert_eq!(Draft::new(SURVEY).changed_at(), 0);
    for text in ["a", "b", "c"] {
        two.does(set_text(Place::Question(first), text));
    }
    one.takes_in(&two);
    assert_eq!(one.draft.changed_at(), 5);
}
