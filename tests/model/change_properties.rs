//! Random edits of the record of changes by three people who see only some of each other's work: however it is
//! passed around, everybody ends with the same record, and nothing is lost.

use crate::sample_changes::Writer;
use ask_together::model::change::{Act, Agreed, ChangeId, Changes, Edit, Field, Op, Value};
use ask_together::model::id::SurveyId;
use ask_together::model::wire::Packet;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Something a person does. Numbers pick from whatever is there at that moment.
#[derive(Clone, Debug)]
enum Press {
    Add,
    Remove(usize),
    Type(usize, usize, String),
    Write(usize, usize, String),
    Agree(usize, Option<bool>),
    Forget(usize),
    Undo,
    Redo,
    TakeIn(usize),
}

fn press() -> impl Strategy<Value = Press> {
    let n = || 0..6usize;
    prop_oneof![
        3 => Just(Press::Add),
        1 => n().prop_map(Press::Remove),
        4 => (n(), n(), "[a-z]{0,3}").prop_map(|(a, b, text)| Press::Type(a, b, text)),
        4 => (n(), n(), "[a-z]{0,3}").prop_map(|(a, b, text)| Press::Write(a, b, text)),
        2 => (n(), any::<Option<bool>>()).prop_map(|(a, agrees)| Press::Agree(a, agrees)),
        1 => n().prop_map(Press::Forget),
        3 => Just(Press::Undo),
        2 => Just(Press::Redo),
        3 => n().prop_map(Press::TakeIn),
    ]
}

const FIELDS: [Field; 3] = [Field::Said, Field::Doing, Field::Who];

fn pick<T: Copy>(items: &[T], place: usize) -> Option<T> {
    items.get(place % items.len().max(1)).copied()
}

/// Does it if it can be done.
fn perform(people: &mut [Writer], who: usize, press: &Press) -> Option<()> {
    if let Press::TakeIn(other) = press {
        let other = people[other % people.len()].clone();
        people[who].takes_in(&other);
        return Some(());
    }
    let person = &mut people[who];
    let content = person.changes.content();
    let ids: Vec<ChangeId> = content.changes.iter().map(|change| change.id).collect();
    let field = |place: &usize| pick(&FIELDS, *place);
    match press {
        Press::Add => _ = person.adds(),
        Press::Remove(of) => person.does(Act::Do(vec![Op::Remove(pick(&ids, *of)?)])),
        Press::Type(of, at, text) => person.types(pick(&ids, *of)?, field(at)?, text),
        Press::Write(of, at, text) => person.writes(pick(&ids, *of)?, field(at)?, text),
        Press::Agree(of, agrees) => {
            let (who, because) = (String::new(), String::new());
            let agreed = Agreed { who, day: 1, agrees: *agrees, because, from: None };
            person.does(Act::Do(vec![Op::Agree(pick(&ids, *of)?, agreed)]));
        }
        Press::Forget(of) => {
            let all: Vec<_> = content.changes.iter().flat_map(|change| &change.agreed).collect();
            let ((edit, place), _) = pick(&all, *of)?;
            person.does(Act::Do(vec![Op::Forget(*edit, *place)]));
        }
        Press::Undo => {
            let act = person.changes.undo(person.author)?;
            person.does(act);
        }
        Press::Redo => {
            let act = person.changes.redo(person.author)?;
            person.does(act);
        }
        Press::TakeIn(_) => {}
    }
    Some(())
}

fn worked(presses: &[(usize, Press)]) -> Vec<Writer> {
    let mut people: Vec<Writer> = (1..=3).map(Writer::new).collect();
    for (who, press) in presses {
        perform(&mut people, who % 3, press);
    }
    people
}

fn merged<'a>(logs: impl IntoIterator<Item = &'a Changes>) -> Changes {
    let mut all = Changes::new(SurveyId(0));
    for changes in logs {
        all.merge(changes.log().iter().cloned());
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        presses in prop::collection::vec((0..3usize, press()), 0..60),
    ) {
        let people = worked(&presses);
        let [a, b, c] = [0, 1, 2].map(|at| &people[at].changes);
        let all = merged([a, b, c]);
        prop_assert_eq!(&merged([c, a, b]), &all);
        prop_assert_eq!(&merged([b, a, c, a, b, b]), &all);
        prop_assert_eq!(&merged([a, &merged([b, c])]), &all);
        prop_assert_eq!(&merged([&merged([a, b]), c]), &all);
        prop_assert_eq!(merged([&all, &all]).content(), all.content());
    }

    #[test]
    fn edits_in_any_order_make_the_same_record(
        presses in prop::collection::vec((0..3usize, press()), 0..40),
        order in any::<prop::sample::Index>(),
    ) {
        let people = worked(&presses);
        let all = merged(people.iter().map(|person| &person.changes));
        let mut edits: Vec<Edit> = people.iter().flat_map(|p| p.changes.log().iter().cloned()).collect();
        if !edits.is_empty() {
            let middle = order.index(edits.len());
            edits.rotate_left(middle);
        }
        edits.reverse();
        prop_assert_eq!(Changes::from_log(SurveyId(0), edits), all);
    }

    /// Each name is there, and what was last typed under it; and what nobody wrote over shows.
    #[test]
    fn nothing_is_lost(presses in prop::collection::vec((0..3usize, press()), 0..60)) {
        let people = worked(&presses);
        let all = merged(people.iter().map(|person| &person.changes));
        for person in &people {
            for edit in person.changes.log() {
                let held = all.find(edit.name);
                prop_assert!(held.is_some_and(|held| held >= edit));
            }
            // What this person reads in a field is there for everybody, unless somebody wrote over it or took
            // it back.
            let theirs: BTreeSet<_> = all.log().iter().filter(|e| person.changes.find(e.name) != Some(*e)).map(|e| e.name).collect();
            if theirs.is_empty() {
                prop_assert_eq!(person.changes.content(), all.content());
            }
        }
    }

    /// Two people write in one field without seeing each other: both texts stand there.
    #[test]
    fn no_write_hides_one_that_its_author_had_not_seen(
        presses in prop::collection::vec((0..3usize, press()), 0..30),
        (one, other) in ("[a-z]{1,4}", "[A-Z]{1,4}"),
    ) {
        let mut ours = worked(&presses).swap_remove(0);
        let id = ours.adds();
        let mut theirs = ours.shared_with(9);
        ours.writes(id, Field::Said, &one);
        theirs.writes(id, Field::Said, &other);
        ours.takes_in(&theirs);
        let content = ours.changes.content();
        let values: BTreeSet<&Value> = content.change(id).expect("it is there").fields.values(Field::Said).into_iter().collect();
        let both = [Value::Text(one), Value::Text(other)];
        prop_assert_eq!(values, both.iter().collect());
    }

    #[test]
    fn every_record_reads_back(presses in prop::collection::vec((0..3usize, press()), 0..40)) {
        let people = worked(&presses);
        let all = Changes::from_log(SurveyId(7), merged(people.iter().map(|p| &p.changes)).log().iter().cloned());
        prop_assert_eq!(Changes::from_packet(&all.to_packet()), Ok(all));
    }

    #[test]
    fn undoing_all_leaves_what_others_did(presses in prop::collection::vec((0..3usize, press()), 0..40)) {
        let mut people = worked(&presses);
        let person = &mut people[0];
        let own = person.author;
        while let Some(act) = person.changes.undo(own) {
            person.does(act);
        }
        let others: Vec<Edit> = person.changes.log().iter().filter(|edit| edit.name.author != own).cloned().collect();
        let left = person.changes.content();
        let alone = Changes::from_log(SurveyId(0), others).content();
        let ids = |content: &ask_together::model::change::Content| -> BTreeSet<ChangeId> {
            content.changes.iter().map(|change| change.id).collect()
        };
        // Others may have undone or removed on top: what is left is theirs alone.
        prop_assert!(ids(&left).iter().all(|id| id.0.author != own) || ids(&left).is_subset(&ids(&alone)));
    }
}
