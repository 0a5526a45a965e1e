//! What people must settle after two of them worked on one draft apart.

use crate::draft_properties::three_tabs;
use crate::support::{Tab, set_text};
use ask_together::model::draft::{Act, Change, Conflict, Item, Part, Place, Thing, Value};
use ask_together::model::id::{Author, QuestionId};
use ask_together::model::survey::{Kind, Language};
use proptest::prelude::*;

/// Whoever settles.
const AUTHOR: Author = Author(1);

/// Two tabs that start from the same question and have not heard of each other since.
fn two_tabs() -> (Tab, Tab, QuestionId) {
    let mut one = Tab::new(1);
    let question = one.adds_question(None, "Do you like tea?");
    let two = one.shared_with(2);
    (one, two, question)
}

/// Both take in the other's log, and must settle the same.
fn meet(one: &mut Tab, two: &mut Tab) -> Vec<Conflict> {
    let before = one.clone();
    one.takes_in(two);
    two.takes_in(&before);
    assert_eq!(one.draft.conflicts(), two.draft.conflicts());
    one.draft.conflicts()
}

/// What was changed, with the author and the words of each side.
fn sides(conflict: &Conflict) -> (Thing, Vec<(u32, &str)>) {
    let Conflict::Changed { thing, sides } = conflict else { panic!("{conflict:?}") };
    let side = |side: &ask_together::model::draft::Side| match &side.value {
        Value::Text(text) => (side.made.author.0, text.clone().leak() as &str),
        other => panic!("{other:?}"),
    };
    (*thing, sides.iter().map(side).collect())
}

#[test]
fn words_changed_by_two_who_had_not_seen_each_other_are_to_be_settled() {
    let (mut one, mut two, question) = two_tabs();
    one.types(Place::Question(question), "Is tea nice?");
    two.types(Place::Question(question), "Do you drink tea?");
    let found = meet(&mut one, &mut two);
    assert_eq!(found.len(), 1);
    let (thing, both) = sides(&found[0]);
    assert_eq!(thing, Thing::Text(None, Place::Question(question)));
    assert_eq!(both, [(1, "Is tea nice?"), (2, "Do you drink tea?")]);
    assert_eq!(one.questions(), ["Do you drink tea?"], "the last side is what it says now");
}

#[test]
fn settling_is_an_edit_and_holds_on_every_device() {
    let (mut one, mut two, question) = two_tabs();
    one.types(Place::Question(question), "One");
    two.types(Place::Question(question), "Two");
    let found = meet(&mut one, &mut two);
    let Conflict::Changed { thing, sides } = &found[0] else { panic!("{found:?}") };
    one.does(thing.set(sides[0].value.clone(), AUTHOR, 0).expect("a change"));
    assert_eq!(meet(&mut one, &mut two), []);
    assert_eq!(two.questions(), ["One"]);
}

#[test]
fn a_third_who_had_seen_neither_opens_it_again() {
    let (mut one, mut two, question) = two_tabs();
    let mut three = one.shared_with(3);
    one.types(Place::Question(question), "One");
    two.types(Place::Question(question), "Two");
    meet(&mut one, &mut two);
    one.does(set_text(Place::Question(question), "Both"));
    three.types(Place::Question(question), "Three");
    let found = meet(&mut one, &mut three);
    let mut all = sides(&found[0]).1;
    all.sort_unstable();
    assert_eq!(all, [(1, "Both"), (3, "Three")]);
}

/// Two who set the same agree. That one of them then thought better of it is news to the other.
#[test]
fn who_first_sets_the_same_and_then_something_else_still_clashes() {
    let (mut one, mut two, question) = two_tabs();
    one.sets(question, Part::Other(true));
    two.sets(question, Part::Other(true));
    two.sets(question, Part::Other(false));
    assert_eq!(meet(&mut one, &mut two).len(), 1);
}

#[test]
fn the_same_words_and_words_that_were_seen_are_no_conflict() {
    let (mut one, mut two, question) = two_tabs();
    one.types(Place::Question(question), "Same");
    two.types(Place::Question(question), "Same");
    assert_eq!(meet(&mut one, &mut two), []);
    two.does(set_text(Place::Question(question), "Later"));
    assert_eq!(meet(&mut one, &mut two), []);
}

#[test]
fn changes_of_different_things_combine() {
    let (mut one, mut two, question) = two_tabs();
    let other = one.adds_question(None, "One more?");
    two.takes_in(&one);
    one.types(Place::Question(question), "One");
    one.does(Change::MoveQuestion {
        question: other,
        to: one.draft.question_position(Some(question)),
    });
    two.types(Place::Hint(question), "Two");
    two.does(Change::SetKind { question, kind: Kind::ManyChoices });
    two.types(Place::Question(other), "Two more?");
    two.sets(question, Part::Personal(true));
    assert_eq!(meet(&mut one, &mut two), []);
}

#[test]
fn two_places_for_one_question_are_to_be_settled() {
    let (mut one, mut two, question) = two_tabs();
    let [a, b] = ["A?", "B?"].map(|text| one.adds_question(Some(question), text));
    two.takes_in(&one);
    for (tab, after) in [(&mut one, a), (&mut two, b)] {
        let to = tab.draft.question_position(Some(after));
        tab.does(Change::MoveQuestion { question, to });
    }
    let found = meet(&mut one, &mut two);
    assert!(
        matches!(&found[..], [Conflict::Changed { thing: Thing::Place(id), .. }] if *id == question),
        "{found:?}"
    );
}

#[test]
fn deleting_what_another_worked_on_is_to_be_settled() {
    let (mut one, mut two, question) = two_tabs();
    one.does(Change::RemoveQuestion(question));
    two.types(Place::Question(question), "Do you drink tea?");
    two.sets(question, Part::Personal(true));
    let found = meet(&mut one, &mut two);
    let [Conflict::Deleted { item, by, work }] = &found[..] else { panic!("{found:?}") };
    assert_eq!((*item, by.author.0), (Item::Question(question), 1));
    assert_eq!(work.iter().map(|made| made.author.0).collect::<Vec<_>>(), [2, 2]);
    two.does(Change::RemoveQuestion(question));
    assert_eq!(meet(&mut one, &mut two), [], "removing it once more settles it");
}

#[test]
fn a_deletion_that_was_taken_back_is_no_conflict() {
    let (mut one, mut two, question) = two_tabs();
    one.does(Change::RemoveQuestion(question));
    two.types(Place::Question(question), "Do you drink tea?");
    assert!(one.undoes());
    assert_eq!(meet(&mut one, &mut two), []);
    assert_eq!(one.questions(), ["Do you drink tea?"]);
}

#[test]
fn deleting_what_nobody_else_worked_on_is_no_conflict() {
    let (mut one, mut two, question) = two_tabs();
    two.types(Place::Question(question), "Do you drink tea?");
    one.takes_in(&two);
    one.does(Change::RemoveQuestion(question));
    assert_eq!(meet(&mut one, &mut two), []);
}

#[test]
fn choices_words_and_languages_are_settled_too() {
    let (mut one, mut two, question) = two_tabs();
    let word = one.explains("tea", "A drink.");
    one.does(Change::AddLanguage(Language::WELSH));
    two.takes_in(&one);
    let choice = one.choice(question, 0);
    one.does(Change::RemoveChoice { question, choice });
    one.does(Change::RemoveMeaning(word));
    one.does(Change::RemoveLanguage(Language::WELSH));
    two.types(Place::Choice(question, choice), "Yes please");
    two.types(Place::Meaning(word), "A hot drink.");
    let (language, place) = (Language::WELSH, Place::Title);
    two.does(Change::Translate { language, place, text: "Te".into() });
    let items: Vec<Item> = meet(&mut one, &mut two)
        .iter()
        .map(|conflict| match conflict {
            Conflict::Deleted { item, .. } => *item,
            other => panic!("{other:?}"),
        })
        .collect();
    let expected =
        [Item::Choice(question, choice), Item::Meaning(word), Item::Language(Language::WELSH)];
    assert_eq!(items, expected);
}

/// What takes an item out.
fn removal(item: Item) -> Change {
    match item {
        Item::Question(id) => Change::RemoveQuestion(id),
        Item::Choice(question, choice) => Change::RemoveChoice { question, choice },
        Item::Meaning(id) => Change::RemoveMeaning(id),
        Item::Language(language) => Change::RemoveLanguage(language),
    }
}

#[test]
fn each_kind_is_settled_by_bringing_it_back_and_by_deleting_it_once_more() {
    let (mut one, mut two, question) = two_tabs();
    let word = one.explains("tea", "A drink.");
    one.does(Change::AddLanguage(Language::WELSH));
    two.takes_in(&one);
    let choice = one.choice(question, 0);
    let translate =
        Change::Translate { language: Language::WELSH, place: Place::Title, text: "Te".into() };
    let all = [
        (Item::Question(question), set_text(Place::Question(question), "Do you drink tea?")),
        (Item::Choice(question, choice), set_text(Place::Choice(question, choice), "Yes please")),
        (Item::Meaning(word), set_text(Place::Meaning(word), "A hot drink.")),
        (Item::Language(Language::WELSH), translate),
    ];
    for (item, work) in all {
        for is_back in [true, false] {
            let (mut one, mut two) = (one.clone(), two.clone());
            one.does(removal(item));
            two.does(work.clone());
            let found = meet(&mut one, &mut two);
            let [Conflict::Deleted { item: found, by, .. }] = found[..] else {
                panic!("{found:?}")
            };
            assert_eq!(found, item);
            let (_, back) = two.draft.restoring(item, by).expect("it was there");
            let settling = if is_back { back } else { vec![removal(item)] };
            two.does(Act::Do(settling));
            assert_eq!(meet(&mut one, &mut two), [], "{item:?} {is_back}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

    #[test]
    fn one_author_alone_never_has_anything_to_settle(tabs in three_tabs()) {
        let tab = &tabs[0];
        let own = tab.draft.log().iter().filter(|edit| edit.author == tab.author).cloned();
        let alone = ask_together::model::draft::Draft::from_log(tab.draft.id(), own);
        prop_assert_eq!(alone.conflicts(), vec![]);
    }

    #[test]
    fn whoever_writes_every_side_anew_has_settled_all_changes(tabs in three_tabs()) {
        let mut tab = tabs[0].clone();
        tab.takes_in(&tabs[1]);
        tab.takes_in(&tabs[2]);
        // Two places of a question may look alike until another question is put back between them: then
        // there is one more to settle. What was settled once stays so, so there is an end.
        let things = tab.draft.log().len();
        for _ in 0..things {
            for conflict in tab.draft.conflicts() {
                if let Conflict::Changed { thing, sides } = conflict {
                    tab.does(thing.set(sides[0].value.clone(), AUTHOR, 0).expect("a change"));
                }
            }
        }
        let left = tab.draft.conflicts();
        prop_assert!(left.iter().all(|c| matches!(c, Conflict::Deleted { .. })), "{left:?}");
    }
}
