//! What selecting several questions is good for.

use super::{run, said};
use crate::support::Tab;
use ask_together::model::edit::{Card, Focus, several};
use ask_together::model::id::QuestionId;
use std::collections::BTreeSet;

fn tab(count: usize) -> (Tab, Vec<QuestionId>) {
    let mut tab = Tab::new(1);
    let mut ids: Vec<QuestionId> = Vec::new();
    for number in 0..count {
        ids.push(tab.adds_question(ids.last().copied(), &format!("{number}?")));
    }
    (tab, ids)
}

#[test]
fn deleting_several_is_one_step_and_leads_on_to_the_next_line() {
    let (mut tab, ids) = tab(4);
    let ticked = BTreeSet::from([ids[0], ids[2]]);
    let edited = several::remove(&tab.draft, &ticked, Card::Question(ids[3]));
    assert_eq!((edited.open, edited.focus), (None, Focus::Outline(ids[1])));
    assert_eq!(said(&edited), "2 questions are deleted.");
    run(&mut tab, &edited);
    assert_eq!(tab.questions(), ["1?", "3?"]);
    tab.undoes();
    assert_eq!(tab.questions().len(), 4);
}

#[test]
fn the_open_card_makes_way_when_it_is_deleted() {
    let (tab, ids) = tab(3);
    let remove = |from: usize, open| {
        let ticked = ids[from..].iter().copied().collect();
        let edited = several::remove(&tab.draft, &ticked, open);
        (edited.open, edited.focus)
    };
    let first = Card::Question(ids[0]);
    assert_eq!(remove(2, Card::Question(ids[2])).0, Some(Card::Question(ids[1])));
    assert_eq!(remove(1, first), (None, Focus::Outline(ids[0])));
    assert_eq!(remove(0, first), (Some(Card::Welcome), Focus::SelectSeveral));
    assert_eq!(remove(0, Card::Words), (None, Focus::SelectSeveral));
}

#[test]
fn copies_of_several_come_after_the_last_of_them() {
    let (mut tab, ids) = tab(3);
    let (edited, copies) = several::copy(&tab.draft, tab.author, &BTreeSet::from([ids[1], ids[0]]));
    run(&mut tab, &edited);
    assert_eq!(tab.questions(), ["0?", "1?", "0?", "1?", "2?"]);
    let all = &tab.draft.content().questions;
    assert_eq!(copies, BTreeSet::from([all[2].id, all[3].id]));
    assert_eq!(said(&edited), "All 2 are copied. What is selected now are the copies.");
}

#[test]
fn a_stretch_is_the_same_from_either_end() {
    let (tab, ids) = tab(4);
    let content = tab.draft.content();
    assert_eq!(several::between(content, ids[1], ids[3]), ids[1..]);
    assert_eq!(several::between(content, ids[3], ids[1]), ids[1..]);
    assert_eq!(several::between(content, ids[2], ids[2]), ids[2..3]);
    assert!(several::between(content, ids[2], crate::support::q(9)).is_empty());
}
