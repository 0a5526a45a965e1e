//! The plan of who else to ask: rows that are written, removed and put back, and how two plans of one survey merge.

use crate::support::SURVEY;
use ask_together::model::id::{Author, SurveyId};
use ask_together::model::missing::{About, Field, Group, Key, LONGEST_TEXT, Plan, wilson};
use ask_together::model::wire::{Backup, Packet, Unreadable};
use proptest::prelude::*;

const ONE: Author = Author(1);
const TWO: Author = Author(2);

/// Something of everything that is kept.
pub fn sample() -> Plan {
    let mut plan = Plan::new(SURVEY);
    plan.set(Key::Nation, "England", ONE);
    plan.set(Key::Area, "Leeds", ONE);
    plan.set(Key::Register, "yes", TWO);
    plan.set(Key::Own(About::Sex, "F".into()), "60", TWO);
    let id = plan.add_row(ONE).expect("room");
    plan.set(Key::Row(id, Field::Who), "Older Asian women", ONE);
    plan.set(Key::Row(id, Field::How), "At the café", TWO);
    plan.set(Key::Row(id, Field::By), "The outreach worker", ONE);
    plan
}

#[test]
fn a_row_that_was_removed_comes_back_with_its_words() {
    let mut plan = sample();
    let (id, row) = plan.rows()[0].clone();
    plan.show_row(id, false, ONE);
    assert_eq!(plan.rows(), []);
    plan.show_row(id, true, ONE);
    assert_eq!(plan.rows(), [(id, row)]);
    let second = plan.add_row(TWO).expect("room");
    let ids: Vec<_> = plan.rows().into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [id, second]);
    while plan.add_row(TWO).is_some() {}
    assert_eq!(plan.rows().len(), 50);
}

#[test]
fn own_numbers_count_once_all_of_a_topic_are_written() {
    let groups: Vec<Group> =
        ["F", "M"].map(|code| Group { code: code.into(), name: code.into() }).into();
    let mut plan = sample();
    assert_eq!(plan.own(About::Sex, &groups), None);
    plan.set(Key::Own(About::Sex, "M".into()), "1,040", ONE);
    assert_eq!(plan.own(About::Sex, &groups), Some(vec![60, 1040]));
    plan.set(Key::Own(About::Sex, "M".into()), "many", ONE);
    assert_eq!(plan.own(About::Sex, &groups), None);
    plan.set(Key::Own(About::Sex, "M".into()), "0", ONE);
    assert_eq!(plan.own(About::Sex, &groups), Some(vec![60, 0]), "nobody is a number too");
    plan.set(Key::Own(About::Sex, "F".into()), "0", ONE);
    assert_eq!(plan.own(About::Sex, &groups), Some(vec![0, 0]));
}

#[test]
fn what_was_changed_is_told_with_what_was_there_before() {
    let before = sample();
    let mut after = before.clone();
    assert_eq!(after.changed_since(&before), []);
    after.set(Key::Area, "York", ONE);
    after.set(Key::Nation, "", TWO);
    let text = |text: &str| text.to_owned();
    let changed =
        [(Key::Nation, [text("England"), text("")]), (Key::Area, [text("Leeds"), text("York")])];
    assert_eq!(after.changed_since(&before), changed);
    for (key, [then, _]) in changed {
        after.set(key, &then, ONE);
    }
    assert_eq!(after.changed_since(&before), [], "back again");
}

#[test]
fn a_plan_reads_back_from_its_packet_and_in_a_copy() {
    let plan = sample();
    let packet = plan.to_packet();
    assert_eq!(Plan::from_packet(&packet), Ok(plan.clone()));
    let backup = Backup { missing: vec![plan.clone()], ..Backup::default() };
    let read = Backup::from_json(&backup.to_json()).expect("a copy");
    assert_eq!(read.missing, [plan]);
    assert!(!Backup::default().to_json().contains("missing"), "older apps read a copy without one");
    assert_eq!(Plan::from_body(2, &packet[1..]), Err(Unreadable::Newer));
    let mut long = Plan::new(SURVEY);
    long.set(Key::Area, &"é".repeat(LONGEST_TEXT + 9), ONE);
    assert_eq!(long.get(&Key::Area).chars().count(), LONGEST_TEXT);
    assert_eq!(Plan::from_packet(&long.to_packet()), Ok(long));
}

fn plans() -> impl Strategy<Value = Plan> {
    let step = (0_u8..6, 0_u32..3, "[a-c]{0,2}");
    prop::collection::vec(step, 0..12).prop_map(|steps| {
        let mut plan = Plan::new(SURVEY);
        for (what, by, text) in steps {
            let by = Author(by);
            let row = plan.rows().first().map(|(id, _)| *id);
            match (what, row) {
                (0, _) => _ = plan.add_row(by),
                (1, Some(id)) => plan.show_row(id, false, by),
                (2, Some(id)) => plan.set(Key::Row(id, Field::Who), &text, by),
                (3, Some(id)) => plan.set(Key::Row(id, Field::How), &text, by),
                (4, _) => plan.set(Key::Area, &text, by),
                _ => plan.set(Key::Own(About::Sex, "F".into()), &text, by),
            }
        }
        plan
    })
}

fn merged(one: &Plan, other: &Plan) -> Plan {
    let mut both = one.clone();
    both.merge(other.clone());
    both
}

proptest! {
    #[test]
    fn plans_merge_in_any_order_and_however_often(a in plans(), b in plans(), c in plans()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(Plan::from_packet(&a.to_packet()), Ok(a));
    }

    #[test]
    fn the_range_always_holds_the_share_that_was_found(of in 1_usize..500, part in 0.0_f64..1.0) {
        let count = (of as f64 * part) as usize;
        let (low, high) = wilson(count, of);
        let found = count as f64 / of as f64;
        prop_assert!(low <= found + 1e-9 && found <= high + 1e-9 && low >= 0.0 && high <= 1.0);
    }
}

#[test]
fn plans_of_two_surveys_never_mix() {
    let mut plan = sample();
    plan.merge(Plan::new(SurveyId(1)));
    let mut other = Plan::new(SurveyId(1));
    other.set(Key::Area, "York", ONE);
    plan.merge(other);
    assert_eq!(plan, sample());
}
