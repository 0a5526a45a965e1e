//! Two people who type into one field at the same time: no letter is lost, in whatever order they hear of
//! each other.

use crate::support::{SURVEY, Tab};
use ask_together::model::draft::{Change, Conflict, Draft, Edit, Place, Value, caret_in, merge};
use ask_together::model::id::Author;
use ask_together::model::wire::Packet;
use proptest::prelude::*;

const TITLE: Place = Place::Title;

/// A tab in which somebody types, perhaps beside others.
struct Typist {
    tab: Tab,
    is_beside: bool,
    types_on: bool,
}

impl Typist {
    fn new(author: u32, is_beside: bool) -> Self {
        Self { tab: Tab::new(author), is_beside, types_on: false }
    }

    fn says(&self) -> &str {
        &self.tab.draft.content().title
    }

    fn writes(&mut self, text: &str) -> Edit {
        let change = Change::SetText { place: TITLE, text: text.to_owned() };
        let how = (self.types_on, self.is_beside);
        let edit = self.tab.draft.typed(self.tab.author, 0, change, how);
        self.types_on = true;
        self.tab.draft.apply(edit.clone());
        edit
    }

    /// Types a letter, so many letters before the end of what the field shows.
    fn types(&mut self, letter: char, before_end: usize) {
        let mut text: Vec<char> = self.says().chars().collect();
        text.insert(text.len() - before_end.min(text.len()), letter);
        self.writes(&text.into_iter().collect::<String>());
    }

    fn hears(&mut self, log: &[Edit]) {
        self.tab.draft.merge(log.to_vec());
    }

    fn log(&self) -> Vec<Edit> {
        self.tab.draft.log().to_vec()
    }

    /// All that is written or is to be settled.
    fn all(&self) -> String {
        let mut all = self.says().to_owned();
        for conflict in self.tab.draft.conflicts() {
            let Conflict::Changed { sides, .. } = conflict else { panic!("{conflict:?}") };
            for side in sides {
                let Value::Text(text) = side.value else { panic!("{:?}", side.value) };
                all.push_str(&text);
            }
        }
        all
    }
}

fn two() -> [Typist; 2] {
    [Typist::new(1, true), Typist::new(2, true)]
}

fn meet(two: &mut [Typist; 2]) {
    let logs = [two[0].log(), two[1].log()];
    two[0].hears(&logs[1]);
    two[1].hears(&logs[0]);
    assert_eq!(two[0].tab.draft, two[1].tab.draft);
}

#[test]
fn words_typed_at_the_same_time_stand_one_after_the_other() {
    let mut both = two();
    both[0].writes("Tea");
    both[1].writes("Cake");
    meet(&mut both);
    assert_eq!(both[0].says(), "TeaCake");
    assert_eq!(both[0].tab.draft.conflicts(), []);
    both[0].writes("Tea, Cake");
    both[1].writes("TeaCake?");
    meet(&mut both);
    assert_eq!(both[0].says(), "Tea, Cake?");
}

/// The other had seen the first letters, and not those that came into the same edit since.
#[test]
fn letters_that_an_edit_grew_by_after_it_was_seen_are_not_lost() {
    let mut both = two();
    both[0].writes("a");
    meet(&mut both);
    both[1].writes("ab");
    both[0].writes("ac");
    assert_eq!(both[0].log().len(), 1, "it is the same edit");
    meet(&mut both);
    assert_eq!(both[0].says(), "acb");
    assert_eq!(both[0].tab.draft.conflicts(), []);
}

#[test]
fn what_one_takes_out_is_out_and_what_the_other_puts_in_stays() {
    let mut both = two();
    both[0].writes("How are you today?");
    meet(&mut both);
    both[0].writes("How are you?");
    both[1].writes("And how are you today?");
    meet(&mut both);
    assert_eq!(both[0].says(), "And how are you?");
}

#[test]
fn the_same_words_replaced_by_both_are_to_be_settled() {
    let mut both = two();
    both[0].writes("Where do you live?");
    meet(&mut both);
    both[0].writes("Where do you sleep?");
    both[1].writes("Where do you stay?");
    meet(&mut both);
    assert_eq!(both[0].says(), "Where do you stay?");
    let all = both[0].all();
    assert!(all.contains("sleep") && all.contains("stay"));
    // Typing on settles nothing.
    both[0].writes("Where do you stay now?");
    meet(&mut both);
    let all = both[0].all();
    assert!(all.contains("sleep") && all.contains("stay now"));
    let conflicts = both[0].tab.draft.conflicts();
    let [Conflict::Changed { thing, sides }] = &conflicts[..] else { panic!("{conflicts:?}") };
    assert_eq!(sides.len(), 2);
    let settled = thing.set(sides[0].value.clone(), Author(1), 0).expect("a change");
    both[0].tab.does(settled);
    meet(&mut both);
    assert_eq!((both[1].says(), both[1].tab.draft.conflicts()), ("Where do you sleep?", vec![]));
}

#[test]
fn who_works_apart_clashes_as_ever() {
    let mut both = [Typist::new(1, true), Typist::new(2, false)];
    both[0].writes("Tea");
    both[1].writes("Cake");
    meet(&mut both);
    assert_eq!(both[0].tab.draft.conflicts().len(), 1);
    let mut both = [Typist::new(1, false), Typist::new(2, true)];
    both[0].writes("Tea");
    both[1].writes("Cake");
    meet(&mut both);
    assert_eq!(both[0].tab.draft.conflicts().len(), 1);
    let all = both[0].all();
    assert!(all.contains("Tea") && all.contains("Cake"));
}

#[test]
fn undo_takes_back_what_its_author_typed_and_leaves_the_rest() {
    let mut both = two();
    both[0].writes("Tea");
    meet(&mut both);
    both[1].writes("Tea and cake");
    meet(&mut both);
    assert!(both[0].tab.undoes());
    meet(&mut both);
    assert_eq!(both[1].says(), " and cake");
}

#[test]
fn who_types_alone_sends_the_form_that_every_release_reads() {
    let version = |draft: &Draft| {
        let packet = draft.to_packet();
        assert_eq!(Draft::from_packet(&packet).as_ref(), Ok(draft));
        packet
    };
    let mut alone = Typist::new(1, false);
    alone.writes("Tea");
    let mut beside = Typist::new(1, true);
    beside.writes("Tea");
    let (alone, beside) = (version(&alone.tab.draft), version(&beside.tab.draft));
    assert_ne!(alone, beside);
    assert_eq!(Draft::new(SURVEY).to_packet()[..2], alone[..2], "the head is the same");
}

#[test]
fn texts_that_no_survey_can_carry_are_not_compared() {
    let long = "a".repeat(20_000);
    assert_eq!(merge("", &long, "b"), None);
}

#[test]
fn a_caret_stays_with_the_letters_around_it() {
    let check = |old: &str, new: &str, caret, expected| {
        assert_eq!(caret_in(old, new, caret), expected, "{old} to {new}");
    };
    check("abc", "abcX", 3, 3);
    check("abc", "Xabc", 3, 4);
    check("abc", "Xabc", 0, 0);
    check("abc", "aXbc", 2, 3);
    check("abc", "ac", 3, 2);
    check("🍰a", "🍰Xa", 3, 4);
    check("abc", "", 3, 0);
}

proptest! {
    /// What each put in is there, and only what one of them took out is not.
    #[test]
    fn a_merge_holds_all_that_was_put_in(
        base in "[a-f]{0,12}",
        cuts in proptest::collection::vec((0..2usize, 0..13usize, "[A-Z]{0,4}", 0..3usize), 0..6),
    ) {
        let mut versions = [base.clone(), base.clone()];
        for (who, at, put, out) in cuts {
            let text: Vec<char> = versions[who].chars().collect();
            let at = at.min(text.len());
            let end = (at + out).min(text.len());
            versions[who] =
                text[..at].iter().copied().chain(put.chars()).chain(text[end..].iter().copied()).collect();
        }
        let count = |text: &str, letter: char| text.chars().filter(|c| *c == letter).count();
        if let Some(both) = merge(&base, &versions[0], &versions[1]) {
            for letter in 'A'..='Z' {
                prop_assert_eq!(
                    count(&both, letter),
                    count(&versions[0], letter) + count(&versions[1], letter)
                );
            }
            prop_assert_eq!(merge(&base, &versions[0], &base), Some(versions[0].clone()));
            prop_assert_eq!(merge(&base, &base, &versions[1]), Some(versions[1].clone()));
        }
    }

    /// Each letter is typed once, so that each can be looked for. Logs come late, and not all in one order.
    #[test]
    fn no_letter_that_is_typed_beside_others_is_lost(
        steps in proptest::collection::vec((0..3usize, 0..3usize, 0..4usize, any::<bool>()), 1..50),
    ) {
        let mut tabs = [1, 2, 3].map(|author| Typist::new(author, true));
        let mut letters = (0x4E00u32..).filter_map(char::from_u32);
        let mut typed = Vec::new();
        for (who, to, before_end, hears) in steps {
            if hears && who != to {
                let log = tabs[to].log();
                tabs[who].hears(&log);
            } else {
                let letter = letters.next().expect("a letter");
                typed.push(letter);
                tabs[who].types(letter, before_end);
            }
        }
        for who in 0..3 {
            for to in 0..3 {
                let log = tabs[to].log();
                tabs[who].hears(&log);
            }
        }
        prop_assert_eq!(&tabs[0].tab.draft, &tabs[1].tab.draft);
        for letter in typed {
            prop_assert!(tabs[0].says().contains(letter), "{} is not in {}", letter, tabs[0].says());
        }
        prop_assert_eq!(tabs[0].tab.draft.conflicts(), vec![]);
    }

    /// One of them does not know that the others are there: what is not merged is to be settled.
    #[test]
    fn no_letter_is_lost_where_one_is_apart(
        steps in proptest::collection::vec((0..2usize, 0..4usize, any::<bool>()), 1..40),
    ) {
        let mut both = [Typist::new(1, true), Typist::new(2, false)];
        let mut letters = (0x4E00u32..).filter_map(char::from_u32);
        let mut typed = Vec::new();
        for (who, before_end, hears) in steps {
            // Who is apart hears of nothing until the end, and so is alone with what they write.
            if hears && who == 0 {
                let log = both[1].log();
                both[0].hears(&log);
                both[0].types_on = false;
            } else {
                let letter = letters.next().expect("a letter");
                typed.push(letter);
                both[who].types(letter, before_end);
                if who == 1 {
                    // A file is sent once somebody has left the field.
                    both[1].types_on = false;
                }
            }
        }
        meet(&mut both);
        let all = both[0].all();
        for letter in typed {
            prop_assert!(all.contains(letter), "{} is not in {}", letter, all);
        }
    }
}
