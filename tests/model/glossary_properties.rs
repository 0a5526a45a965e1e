//! Random edits of the words by three people who see only some of each other's work: however it is passed around,
//! everybody ends with the same words, and nothing is lost.

use crate::sample_words::Writer;
use ask_together::model::glossary::{Act, Edit, Field, Glossary, Op, TermId};
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
    Agree(usize),
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
        2 => n().prop_map(Press::Agree),
        1 => n().prop_map(Press::Forget),
        3 => Just(Press::Undo),
        2 => Just(Press::Redo),
        3 => n().prop_map(Press::TakeIn),
    ]
}

const FIELDS: [Field; 3] = [Field::Word, Field::Meaning, Field::Also];

fn pick<T: Copy>(items: &[T], place: usize) -> Option<T> {
    items.get(place % items.len().max(1)).copied()
}

/// Does it if it can be done. Two words of the program and all that were added are written in.
fn perform(people: &mut [Writer], who: usize, press: &Press) -> Option<()> {
    if let Press::TakeIn(other) = press {
        let other = people[other % people.len()].clone();
        people[who].takes_in(&other);
        return Some(());
    }
    let person = &mut people[who];
    let content = person.words.content();
    let all = content.terms.iter().map(|term| term.id);
    let ids: Vec<TermId> = all.filter(|id| id.0 <= 2 || id.0 > 1_000).collect();
    let field = |place: &usize| pick(&FIELDS, *place);
    match press {
        Press::Add => _ = person.adds(),
        Press::Remove(of) => person.does(Act::Do(vec![Op::Remove(pick(&ids, *of)?)])),
        Press::Type(of, at, text) => person.types(pick(&ids, *of)?, field(at)?, text),
        Press::Write(of, at, text) => person.writes(pick(&ids, *of)?, field(at)?, text),
        Press::Agree(of) => person.agrees(pick(&ids, *of)?, "us", 1),
        Press::Forget(of) => {
            let all: Vec<_> = content.terms.iter().flat_map(|term| &term.agreed).collect();
            let ((edit, place), _) = pick(&all, *of)?;
            person.does(Act::Do(vec![Op::Forget(*edit, *place)]));
        }
        Press::Undo => {
            let act = person.words.undo(person.author)?;
            person.does(act);
        }
        Press::Redo => {
            let act = person.words.redo(person.author)?;
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

fn merged<'a>(logs: impl IntoIterator<Item = &'a Glossary>) -> Glossary {
    Glossary::from_log(logs.into_iter().flat_map(|words| words.log().iter().cloned()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        presses in prop::collection::vec((0..3usize, press()), 0..60),
    ) {
        let people = worked(&presses);
        let [a, b, c] = [0, 1, 2].map(|at| &people[at].words);
        let all = merged([a, b, c]);
        prop_assert_eq!(&merged([c, a, b]), &all);
        prop_assert_eq!(&merged([b, a, c, a, b, b]), &all);
        prop_assert_eq!(&merged([a, &merged([b, c])]), &all);
        prop_assert_eq!(&merged([&merged([a, b]), c]), &all);
        prop_assert_eq!(merged([&all, &all]).content(), all.content());
    }

    /// Each step is there, and what was last typed under its name; and whoever knows all of them reads the same.
    #[test]
    fn nothing_is_lost(presses in prop::collection::vec((0..3usize, press()), 0..60)) {
        let people = worked(&presses);
        let all = merged(people.iter().map(|person| &person.words));
        for person in &people {
            for edit in person.words.log() {
                prop_assert!(all.find(edit.name).is_some_and(|held| held >= edit));
            }
            if all.log().iter().all(|edit| person.words.find(edit.name) == Some(edit)) {
                prop_assert_eq!(person.words.content(), all.content());
            }
        }
    }

    /// Two people write in one part without seeing each other: both texts stand there.
    #[test]
    fn no_write_hides_one_that_its_author_had_not_seen(
        presses in prop::collection::vec((0..3usize, press()), 0..30),
        (one, other) in ("[a-z]{1,4}", "[A-Z]{1,4}"),
    ) {
        let mut ours = worked(&presses).swap_remove(0);
        let id = ours.adds();
        let mut theirs = ours.shared_with(9);
        ours.writes(id, Field::Meaning, &one);
        theirs.writes(id, Field::Meaning, &other);
        ours.takes_in(&theirs);
        let content = ours.words.content();
        let term = content.term(id).expect("it is there");
        let values: BTreeSet<&str> = term.values(Field::Meaning).into_iter().collect();
        prop_assert_eq!(values, BTreeSet::from([&*one, &*other]));
    }

    #[test]
    fn every_record_reads_back(presses in prop::collection::vec((0..3usize, press()), 0..40)) {
        let all = merged(worked(&presses).iter().map(|person| &person.words));
        prop_assert_eq!(Glossary::from_packet(&all.to_packet()), Ok(all));
    }

    #[test]
    fn undoing_all_leaves_what_others_did(presses in prop::collection::vec((0..3usize, press()), 0..40)) {
        let mut people = worked(&presses);
        let person = &mut people[0];
        while let Some(act) = person.words.undo(person.author) {
            person.does(act);
        }
        let own = person.author;
        let theirs = |edit: &&Edit| edit.name.author != own;
        let others = Glossary::from_log(person.words.log().iter().filter(theirs).cloned()).content();
        let ids = |terms: &[ask_together::model::glossary::Term]| -> BTreeSet<TermId> {
            terms.iter().map(|term| term.id).collect()
        };
        let added: BTreeSet<TermId> =
            ids(&person.words.content().terms).into_iter().filter(|id| id.0 >> 40 == 1).collect();
        prop_assert!(added.is_subset(&ids(&others.terms)));
    }
}
