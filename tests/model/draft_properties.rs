//! Random edits by up to three authors who see only some of each other's work.
//!
//! However it was passed around, everybody ends with the same draft, and nothing is lost.

use crate::make::when;
use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Change, ChoicePart, Draft, Edit, Part, Place};
use ask_together::model::id::{Author, MeaningId};
use ask_together::model::survey::{Check, Kind, Language};
use ask_together::model::wire::Packet;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something an author does. Numbers pick from whatever is there at that moment.
#[derive(Clone, Debug)]
enum Act {
    Type(usize, String),
    AddQuestion(usize),
    AddChoice(usize, usize),
    MoveQuestion(usize, usize),
    MoveChoice(usize, usize),
    RemoveQuestion(usize),
    RemoveChoice(usize, usize),
    SetKind(usize, usize),
    SetPart(usize, usize),
    Explain(usize),
    Speak(usize, String),
    Undo,
    Redo,
    TakeIn(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let n = || 0..12usize;
    prop_oneof![
        4 => (n(), "[a-z]{0,3}").prop_map(|(place, text)| Act::Type(place, text)),
        4 => n().prop_map(Act::AddQuestion),
        3 => (n(), n()).prop_map(|(a, b)| Act::AddChoice(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| Act::MoveQuestion(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Act::MoveChoice(a, b)),
        1 => n().prop_map(Act::RemoveQuestion),
        1 => (n(), n()).prop_map(|(a, b)| Act::RemoveChoice(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Act::SetKind(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Act::SetPart(a, b)),
        1 => n().prop_map(Act::Explain),
        2 => (n(), "[a-z]{0,3}").prop_map(|(place, text)| Act::Speak(place, text)),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        3 => n().prop_map(Act::TakeIn),
    ]
}

fn pick<T: Copy>(items: &[T], place: usize) -> Option<T> {
    items.get(place % items.len().max(1)).copied()
}

/// Does it if it can be done.
fn perform(tabs: &mut [Tab], who: usize, act: &Act) -> Option<()> {
    if let Act::TakeIn(other) = act {
        let other = tabs[other % tabs.len()].clone();
        tabs[who].takes_in(&other);
        return Some(());
    }
    let tab = &mut tabs[who];
    let questions: Vec<_> = tab.draft.content().questions.iter().map(|q| q.id).collect();
    let question = |place: &usize| pick(&questions, *place);
    let choices = |tab: &Tab, place: &usize| -> Option<Vec<_>> {
        let question = tab.draft.content().question(question(place)?)?;
        Some(question.choices.iter().map(|c| c.id).collect())
    };
    match act {
        Act::Type(place, text) => {
            let place = match (place % 4, question(place)) {
                (0, _) | (_, None) => Place::Title,
                (1, Some(id)) => Place::Hint(id),
                (2, Some(id)) => Place::Choice(id, pick(&choices(tab, place)?, *place)?),
                (_, Some(id)) => Place::Question(id),
            };
            tab.types(place, text);
        }
        Act::AddQuestion(after) => drop(tab.adds_question(question(after), "New")),
        Act::AddChoice(a, after) => {
            let after = pick(&choices(tab, a)?, *after);
            tab.adds_choice(question(a)?, after, "New");
        }
        Act::MoveQuestion(which, after) => {
            let to = tab.draft.question_position(question(after));
            tab.does(Change::MoveQuestion { question: question(which)?, to });
        }
        Act::MoveChoice(a, b) => {
            let (question, choices) = (question(a)?, choices(tab, a)?);
            let to = tab.draft.choice_position(question, pick(&choices, b + 1));
            tab.does(Change::MoveChoice { question, choice: pick(&choices, *b)?, to });
        }
        Act::RemoveQuestion(which) => drop(tab.does(Change::RemoveQuestion(question(which)?))),
        Act::RemoveChoice(a, b) => {
            let choice = pick(&choices(tab, a)?, *b)?;
            tab.does(Change::RemoveChoice { question: question(a)?, choice });
        }
        Act::SetKind(which, kind) => {
            let kind = pick(&Kind::ALL, *kind)?;
            tab.does(Change::SetKind { question: question(which)?, kind });
        }
        Act::SetPart(which, part) => {
            let question = question(which)?;
            if part % 2 == 0 {
                let choice = pick(&choices(tab, which)?, *part)?;
                let part = ChoicePart::Alone(part % 4 == 0);
                tab.does(Change::SetChoicePart { question, choice, part });
            } else if part % 3 == 0 {
                tab.sets(question, Part::Personal(part % 4 == 1));
            } else {
                tab.sets(question, Part::ShowIf(when(*part as u32, Check::Answered)));
            }
        }
        Act::Explain(which) => {
            let known: Vec<_> = tab.draft.content().meanings.iter().map(|m| m.id).collect();
            match pick(&known, *which) {
                Some(MeaningId(id)) if which % 2 == 0 => {
                    tab.does(Change::RemoveMeaning(MeaningId(id)));
                }
                _ => drop(tab.explains("tea", "A hot drink.")),
            }
        }
        Act::Speak(place, text) => {
            let language = Language::WELSH;
            match place % 4 {
                0 => drop(tab.does(Change::AddLanguage(language))),
                1 => drop(tab.does(Change::RemoveLanguage(language))),
                _ => {
                    let place = question(place).map_or(Place::Title, Place::Question);
                    tab.does(Change::Translate { language, place, text: text.clone() });
                }
            }
        }
        Act::Undo => drop(tab.undoes()),
        Act::Redo => drop(tab.redoes()),
        Act::TakeIn(_) => {}
    }
    Some(())
}

/// Three tabs after a random history, each having seen its own part.
pub fn three_tabs() -> impl Strategy<Value = Vec<Tab>> {
    prop::collection::vec((0..3usize, act()), 0..60).prop_map(|acts| {
        let mut tabs: Vec<Tab> = (1..=3).map(Tab::new).collect();
        for (who, act) in &acts {
            perform(&mut tabs, *who, act);
        }
        tabs
    })
}

fn merged(tabs: &[&Tab]) -> Draft {
    let mut all = Draft::new(SURVEY);
    tabs.iter().for_each(|tab| all.merge(tab.draft.log().to_vec()));
    all
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn merging_gives_the_same_in_any_order_and_however_grouped(tabs in three_tabs()) {
        let [a, b, c] = [&tabs[0], &tabs[1], &tabs[2]];
        let all = merged(&[a, b, c]);
        for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            prop_assert_eq!(&merged(&order), &all);
        }
        let mut left = a.clone();
        left.takes_in(b);
        left.takes_in(c);
        let mut right = b.clone();
        right.takes_in(c);
        right.takes_in(a);
        prop_assert_eq!(&left.draft, &all);
        prop_assert_eq!(&right.draft, &all);
    }

    #[test]
    fn merging_twice_changes_nothing(tabs in three_tabs()) {
        let all = merged(&[&tabs[0], &tabs[1], &tabs[2]]);
        let mut again = all.clone();
        again.merge(all.log().to_vec());
        again.merge(tabs[1].draft.log().to_vec());
        prop_assert_eq!(&again, &all);
        for edit in all.log().iter().cloned() {
            again.apply(edit);
        }
        prop_assert_eq!(again, all);
    }

    #[test]
    fn merging_loses_no_edit(tabs in three_tabs()) {
        let mut newest: BTreeMap<(Author, u32), &Edit> = BTreeMap::new();
        for edit in tabs.iter().flat_map(|tab| tab.draft.log()) {
            let kept = newest.entry((edit.author, edit.number)).or_insert(edit);
            if kept.revision < edit.revision {
                *kept = edit;
            }
        }
        let all = merged(&[&tabs[0], &tabs[1], &tabs[2]]);
        prop_assert_eq!(all.log().len(), newest.len());
        for edit in all.log() {
            prop_assert_eq!(Some(&edit), newest.get(&(edit.author, edit.number)));
        }
    }

    #[test]
    fn a_draft_holds_another_when_it_has_every_edit_of_it(tabs in three_tabs()) {
        for [a, b] in [[0, 1], [1, 2], [2, 0]].map(|pair| pair.map(|tab| &tabs[tab].draft)) {
            let has_all = b.log().iter().all(|edit| a.has(edit));
            prop_assert_eq!(a.holds(&b.held()), has_all);
            let mut both = a.clone();
            both.merge(b.log().to_vec());
            prop_assert!(both.holds(&a.held()) && both.holds(&b.held()));
        }
    }

    #[test]
    fn each_edit_comes_after_all_that_its_author_had_seen(tabs in three_tabs()) {
        let all = merged(&[&tabs[0], &tabs[1], &tabs[2]]);
        let mut so_far: BTreeMap<Author, u32> = BTreeMap::new();
        for edit in all.log() {
            for (author, count) in &edit.seen {
                prop_assert!(so_far.get(author) >= Some(count), "{:?} came too early", edit);
            }
            let own = so_far.entry(edit.author).or_default();
            prop_assert_eq!(edit.number, *own + 1);
            *own += 1;
        }
    }

    #[test]
    fn a_log_in_any_order_is_the_same_draft(
        (log, shuffled) in three_tabs().prop_flat_map(|tabs| {
            let log = merged(&[&tabs[0], &tabs[1], &tabs[2]]).log().to_vec();
            (Just(log.clone()), Just(log).prop_shuffle())
        }),
    ) {
        let in_order = Draft::from_log(SURVEY, log);
        prop_assert_eq!(&Draft::from_log(SURVEY, shuffled.clone()), &in_order);
        let mut one_by_one = Draft::new(SURVEY);
        for edit in shuffled {
            one_by_one.apply(edit);
        }
        prop_assert_eq!(one_by_one, in_order);
    }

    #[test]
    fn a_tab_that_applied_its_edits_one_by_one_has_what_its_log_says(tabs in three_tabs()) {
        for tab in tabs {
            prop_assert_eq!(&Draft::from_log(SURVEY, tab.draft.log().to_vec()), &tab.draft);
            prop_assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Ok(tab.draft));
        }
    }

    #[test]
    fn undoing_every_step_leaves_what_the_others_did(tabs in three_tabs()) {
        let mut tab = tabs[0].clone();
        tab.takes_in(&tabs[1]);
        while tab.undoes() {}
        let others = tab.draft.log().iter().filter(|edit| edit.author != tab.author).cloned();
        let without = Draft::from_log(SURVEY, others);
        prop_assert_eq!(tab.draft.content(), without.content());
    }

    #[test]
    fn undo_then_redo_is_as_if_nothing_had_been(tabs in three_tabs()) {
        for mut tab in tabs {
            let before = tab.draft.content().clone();
            if tab.undoes() {
                prop_assert!(tab.redoes());
                prop_assert_eq!(tab.draft.content(), &before);
            }
        }
    }

    #[test]
    fn lists_are_in_order_of_position_and_no_id_comes_twice(tabs in three_tabs()) {
        let all = merged(&[&tabs[0], &tabs[1], &tabs[2]]);
        let questions = &all.content().questions;
        let places: Vec<_> = questions.iter().map(|q| (&q.position, q.id)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
        for question in questions {
            let places: Vec<_> = question.choices.iter().map(|c| (&c.position, c.id)).collect();
            prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
        }
        let mut ids: Vec<_> = questions.iter().map(|q| q.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), questions.len());
    }

    #[test]
    fn words_typed_on_never_leave_the_words_before(texts in prop::collection::vec("[a-z]{0,4}", 1..8)) {
        let mut tab = Tab::new(1);
        tab.does(set_text(Place::Title, "Before"));
        for text in &texts {
            tab.types(Place::Welcome, text);
        }
        prop_assert_eq!(Some(&tab.draft.content().welcome), texts.last());
        prop_assert_eq!(tab.draft.log().len(), 2);
    }
}
