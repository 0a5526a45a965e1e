//! Moving questions and sections: what is said about it, and what may be dropped where. How they stand then
//! is in `tests/model/moving.rs`.

use super::run;
use crate::support::Tab;
use ask_together::model::edit::Focus;
use ask_together::model::edit::moving::{self, Moved};
use ask_together::model::id::QuestionId;
use ask_together::model::survey::Kind;
use std::collections::BTreeSet;

/// A tab with a question for each small letter, a page for each digit and a section for each capital letter.
fn tab(letters: &str) -> (Tab, Vec<QuestionId>) {
    let mut tab = Tab::new(1);
    let mut ids: Vec<QuestionId> = Vec::new();
    for letter in letters.chars() {
        let kind = match letter {
            'A'..='Z' => Kind::Section,
            '0'..='9' => Kind::Information,
            _ => Kind::ShortText,
        };
        ids.push(tab.adds(kind, ids.last().copied(), &letter.to_string()));
    }
    (tab, ids)
}

/// Makes the move, and finds this order then and these words, without the marks around quoted ones.
fn check(letters: &str, moves: impl Fn(&Tab, &[QuestionId]) -> Moved, order: &str, said: &str) {
    let (mut tab, ids) = tab(letters);
    let moved = moves(&tab, &ids);
    assert_eq!(moved.edited.focus, Focus::Held);
    run(&mut tab, &moved.edited);
    assert_eq!(tab.questions().concat(), order);
    let text = moved.edited.said.expect("the place is said").text;
    let plain: String = text.chars().filter(|c| !"\u{2066}\u{2068}\u{2069}".contains(*c)).collect();
    assert_eq!(plain, said);
}

#[test]
fn a_question_that_moves_is_told_its_new_number() {
    let step =
        |tab: &Tab, ids: &[QuestionId]| moving::step(&tab.draft, &BTreeSet::from([ids[0]]), true);
    check("abc", step, "bac", "Moved. Now question 2 of 3.");
    check("a1b", step, "1ab", "Moved. Now place 2 of 3.");
}

#[test]
fn a_question_that_comes_into_another_section_is_told_which() {
    let step =
        |tab: &Tab, ids: &[QuestionId]| moving::step(&tab.draft, &BTreeSet::from([ids[1]]), true);
    check("AaBb", step, "ABab", "Moved to “B”. Now place 3 of 4.");
    let (tab, ids) = tab("AaBb");
    assert_eq!(moving::step(&tab.draft, &BTreeSet::from([ids[1]]), true).into, Some(ids[2]));
    let front = |tab: &Tab, ids: &[QuestionId]| moving::to_end(&tab.draft, ids[3], false);
    check("AaBb", front, "bAaB", "Moved to before the sections. Now question 1 of 2.");
}

#[test]
fn several_are_told_where_the_first_is() {
    let to_end = |tab: &Tab, ids: &[QuestionId]| {
        moving::to_after(&tab.draft, &BTreeSet::from([ids[0], ids[2]]), ids.last().copied())
    };
    check("abcd", to_end, "bdac", "2 moved. The first is now question 3 of 4.");
}

#[test]
fn a_section_moves_with_all_that_is_in_it() {
    let down = |tab: &Tab, ids: &[QuestionId]| moving::step_section(&tab.draft, ids[0], true);
    check("AaBb", down, "BbAa", "2 moved. The first is now place 3 of 4.");
    let (tab, ids) = tab("AaBb");
    assert_eq!(moving::step_section(&tab.draft, ids[2], true), Moved::default());
    assert_eq!(moving::with_section(tab.draft.content(), ids[0]), BTreeSet::from([ids[0], ids[1]]));
    assert_eq!(moving::with_section(tab.draft.content(), ids[1]), BTreeSet::from([ids[1]]));
}

#[test]
fn a_move_that_changes_nothing_says_nothing() {
    let (tab, ids) = tab("ab");
    assert_eq!(moving::to_end(&tab.draft, ids[0], false), Moved::default());
    assert_eq!(moving::step(&tab.draft, &BTreeSet::new(), true), Moved::default());
}

#[test]
fn a_section_is_never_dropped_into_another() {
    let (tab, ids) = tab("AaBbc");
    let content = tab.draft.content();
    let may = |id: QuestionId, after| moving::may_drop(content, id, after);
    assert!(may(ids[1], Some(ids[3])), "a question goes anywhere");
    assert!(!may(ids[0], Some(ids[3])));
    assert!(may(ids[0], Some(ids[4])));
    assert!(may(ids[2], None) && !may(ids[2], Some(ids[0])));
}

#[test]
fn the_title_of_a_folded_section_stands_for_all_of_it() {
    let (tab, ids) = tab("AabB");
    let content = tab.draft.content();
    assert_eq!(moving::drop_after(content, ids[0], true), ids[2]);
    assert_eq!(moving::drop_after(content, ids[0], false), ids[0]);
}
