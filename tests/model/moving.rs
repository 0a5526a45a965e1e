//! Moving many questions at once, and sections: what stands where then, in one step of undo.

use crate::support::Tab;
use ask_together::model::draft::{Act, Change, Part};
use ask_together::model::id::QuestionId;
use ask_together::model::piping::mark;
use ask_together::model::survey::{Check, Condition, Group, Kind, Test};
use std::collections::BTreeSet;

/// A tab with a question for each small letter, and a section for each capital one.
fn tab(letters: &str) -> (Tab, Vec<QuestionId>) {
    let mut tab = Tab::new(1);
    let mut ids: Vec<QuestionId> = Vec::new();
    for letter in letters.chars() {
        let kind = if letter.is_uppercase() { Kind::Section } else { Kind::ShortText };
        ids.push(tab.adds(kind, ids.last().copied(), &letter.to_string()));
    }
    (tab, ids)
}

fn order(tab: &Tab) -> String {
    tab.draft.content().questions.iter().map(|question| question.text.as_str()).collect()
}

/// The question of a letter.
fn id(tab: &Tab, letter: char) -> QuestionId {
    let mut questions = tab.draft.content().questions.iter();
    questions.find(|question| question.text == letter.to_string()).expect("a letter").id
}

fn ids(tab: &Tab, letters: &str) -> BTreeSet<QuestionId> {
    letters.chars().map(|letter| id(tab, letter)).collect()
}

/// Does the changes, and finds that one undo takes all of them back.
fn check(tab: &mut Tab, changes: Vec<Change>, expected: &str) {
    let before = order(tab);
    assert_eq!(changes.is_empty(), before == expected, "{before} to {expected}");
    if !changes.is_empty() {
        tab.does(Act::Do(changes));
        assert_eq!(order(tab), expected, "from {before}");
        tab.undoes();
        assert_eq!(order(tab), before);
    }
}

fn check_move(start: &str, moved: &str, after: Option<char>, expected: &str) {
    let (mut tab, _) = tab(start);
    let after = after.map(|letter| id(&tab, letter));
    let changes = tab.draft.move_questions(&ids(&tab, moved), after);
    check(&mut tab, changes, expected);
}

#[test]
fn questions_move_together_and_keep_their_order() {
    check_move("abcde", "a", Some('c'), "bcade");
    check_move("abcde", "ec", None, "ceabd");
    check_move("abcde", "ad", Some('b'), "badce");
    check_move("abcde", "ab", Some('e'), "cdeab");
    check_move("abcde", "abcde", Some('c'), "abcde");
}

#[test]
fn what_is_moved_behind_itself_goes_behind_what_stays() {
    check_move("abcde", "c", Some('c'), "abcde");
    check_move("abcde", "bd", Some('d'), "acbde");
    check_move("abcde", "ab", Some('b'), "abcde");
}

fn check_step(start: &str, moved: &str, down: bool, expected: &str) {
    let (mut tab, _) = tab(start);
    let changes = tab.draft.step_questions(&ids(&tab, moved), down);
    check(&mut tab, changes, expected);
}

#[test]
fn several_questions_step_up_and_down_and_pile_up_at_the_ends() {
    check_step("abcde", "bc", false, "bcade");
    check_step("abcde", "bc", true, "adbce");
    check_step("abcde", "bd", false, "badce");
    check_step("abcde", "bd", true, "acbed");
    check_step("abcde", "ab", false, "abcde");
    check_step("abcde", "ac", false, "acbde");
    check_step("abcde", "de", true, "abcde");
    check_step("", "", true, "");
}

#[test]
fn a_section_moves_past_the_next_with_all_that_is_in_it() {
    let check_section = |title: char, down: bool, expected: Option<&str>| {
        let (mut tab, _) = tab("abCdEfgH");
        let title = id(&tab, title);
        let content = tab.draft.content();
        let after = content.section_step(title, down);
        assert_eq!(after.is_some(), expected.is_some());
        if let (Some(after), Some(expected)) = (after, expected) {
            let own = content.section(Some(title)).into_iter().collect();
            let changes = tab.draft.move_questions(&own, after);
            check(&mut tab, changes, expected);
        }
    };
    check_section('C', true, Some("abEfgCdH"));
    check_section('E', false, Some("abEfgCdH"));
    check_section('H', false, Some("abCdHEfg"));
    check_section('H', true, None);
    // What comes before all sections is in none.
    check_section('C', false, None);
}

#[test]
fn a_question_is_in_the_section_whose_title_comes_before_it() {
    let (tab, all) = tab("aBcD");
    let content = tab.draft.content();
    let found: Vec<_> = all.iter().map(|id| content.section_of(*id)).collect();
    assert_eq!(found, [None, Some(all[1]), Some(all[1]), Some(all[3])]);
    assert_eq!(content.section(None), all[..1]);
    assert_eq!(content.section(Some(all[1])), all[1..3]);
}

#[test]
fn new_places_in_a_row_stand_together_behind_one_question() {
    let (tab, all) = tab("ab");
    let row = tab.draft.question_positions(Some(all[0]), 40);
    let [a, b] = &*tab.draft.content().questions else { panic!("two questions") };
    assert!(row.is_sorted_by(|one, next| one < next));
    assert!(a.position < row[0] && row[39] < b.position);
}

#[test]
fn questions_that_lean_on_others_are_counted_unless_they_go_too() {
    let (mut tab, all) = tab("abcdE");
    let test = Test { question: all[0], check: Check::Answered };
    let groups = vec![Group { all: true, tests: vec![test] }];
    tab.sets(all[1], Part::ShowIf(Condition { all: true, groups }));
    let place = ask_together::model::draft::Place::Question(all[2]);
    tab.types(place, &format!("Hello {}", mark(all[0])));
    tab.sets(all[4], Part::Repeat(Some(all[0])));
    let content = tab.draft.content();
    let leaning =
        |gone: &[usize]| content.leaning_on(&gone.iter().map(|place| all[*place]).collect());
    assert_eq!(leaning(&[0]), 3);
    assert_eq!(leaning(&[0, 1]), 2);
    assert_eq!(leaning(&[1, 2, 3]), 0);
}
