//! What a rule teaches, and that it does so once.

use crate::guides::against;
use ask_together::model::draft::Place;
use ask_together::model::easy_read::{Rule, in_text};
use ask_together::model::lessons::{GLANCE, Lessons, MOST_AT_ONCE, because, example};

/// These read a whole question or a whole draft, and their example says what that is like.
const OF_QUESTIONS: [Rule; 7] = [
    Rule::TwoNames,
    Rule::TooManyChoices,
    Rule::Overlapping,
    Rule::Unbalanced,
    Rule::NoNotSure,
    Rule::NoPicture,
    Rule::TooLong,
];

#[test]
fn each_example_shows_what_its_rule_finds_and_a_way_that_it_does_not() {
    for rule in Rule::ALL {
        let example = example(rule);
        assert_ne!(example.instead_of, example.better);
        let finds = |text| in_text(text).iter().any(|found| found.rule == rule);
        if !OF_QUESTIONS.contains(&rule) {
            assert!(finds(example.instead_of), "{rule:?}: {}", example.instead_of);
        }
        assert!(!finds(example.better), "{rule:?}: {}", example.better);
    }
}

#[test]
fn our_own_advice_has_nothing_against_what_is_taught() {
    let mut found = Vec::new();
    for rule in Rule::ALL {
        found.extend(against(rule.name(), because(rule)));
        found.extend(against(rule.name(), example(rule).better));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_rule_is_taught_the_first_time_and_where_it_first_shows() {
    let mut lessons = Lessons::default();
    let (title, welcome) = (Place::Title, Place::Welcome);
    assert_eq!(lessons.teaches(Rule::Idiom, title, "under", 0), (true, true));
    assert_eq!(lessons.teaches(Rule::Idiom, title, "under", 0), (true, false), "drawn once more");
    assert_eq!(lessons.teaches(Rule::Idiom, title, "under the", 0), (true, false), "typed on");
    assert_eq!(lessons.teaches(Rule::Idiom, title, "moon", 0), (false, false), "other words");
    assert_eq!(lessons.teaches(Rule::Idiom, welcome, "under the", 0), (false, false));
    lessons.close(Rule::Idiom);
    assert_eq!(lessons.teaches(Rule::Idiom, title, "under the", 0), (false, false));
}

#[test]
fn few_rules_are_taught_at_a_time_and_the_others_later() {
    let mut lessons = Lessons::default();
    let mut teaches = |rule| lessons.teaches(rule, Place::Title, "words", 0).0;
    let all = &Rule::ALL[..MOST_AT_ONCE + 1];
    let taught: Vec<bool> = all.iter().map(|rule| teaches(*rule)).collect();
    assert_eq!(taught, [true, true, false]);
    lessons.move_on();
    let last = all[MOST_AT_ONCE];
    assert_eq!(lessons.teaches(all[0], Place::Title, "words", 0), (false, false));
    assert_eq!(lessons.teaches(last, Place::Title, "words", 0), (true, true));
}

#[test]
fn what_was_taught_is_remembered_also_by_a_newer_version() {
    let mut lessons = Lessons::read("5 900 nonsense");
    assert_eq!(lessons.teaches(Rule::Idiom, Place::Title, "", 0), (false, false));
    assert_eq!(lessons.teaches(Rule::Passive, Place::Title, "", 0), (true, true));
    assert_eq!(lessons.write(), "3 5 900 nonsense");
    lessons.join(Lessons::read("1 900 other"));
    assert_eq!(lessons.write(), "1 3 5 900 nonsense other");
    assert_eq!(Lessons::read(""), Lessons::default());
}

#[test]
fn what_goes_before_anybody_could_read_it_is_taught_another_time() {
    let (title, welcome) = (Place::Title, Place::Welcome);
    let mut lessons = Lessons::default();
    assert_eq!(lessons.teaches(Rule::HardWord, title, "consid", 1_000), (true, true));
    assert!(lessons.still(welcome, &[], 1_100).is_empty(), "another place says nothing of it");
    assert!(lessons.still(title, &[Rule::HardWord], 1_100).is_empty());
    assert_eq!(lessons.still(title, &[], 1_000 + GLANCE - 1), [Rule::HardWord]);
    assert_eq!(lessons.write(), "");
    assert_eq!(lessons.teaches(Rule::HardWord, title, "endeavour", 9_000), (true, true));
    assert!(lessons.still(title, &[], 9_000 + GLANCE).is_empty(), "it was read");
    assert_eq!(lessons.teaches(Rule::HardWord, title, "endeavour", 20_000), (false, false));
}
