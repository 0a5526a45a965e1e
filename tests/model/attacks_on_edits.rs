//! Attacks by somebody who was sent the draft: other words under the author and the number of somebody else.
//! Nobody can tell who wrote what, so both stand, and people settle it.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Act, Conflict, Draft, Edit, Place, Thing, Unsound, Value};
use ask_together::model::id::{APP, Author};
use ask_together::model::ready_made::templates;

/// The bank's title, which somebody means to put in place of ours.
const BANK: &str = "The bank";

/// A team of two who have the same draft: 1 wrote the title and then the welcome.
fn team() -> (Tab, Tab) {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Tea");
    one.types(Place::Welcome, "Hello");
    let two = one.shared_with(2);
    (one, two)
}

/// The same draft with another act in the place of one of the edits of author 1.
fn forged(draft: &Draft, number: u32, revision: u32, act: impl Into<Act>) -> Draft {
    let act = act.into();
    let forge = |edit: Edit| match (edit.author, edit.number) {
        (Author(1), own) if own == number => Edit { revision, act: act.clone(), ..edit },
        _ => edit,
    };
    Draft::from_log(draft.id(), draft.log().iter().cloned().map(forge)).with_secret(draft.secret())
}

/// The words that are to be settled, of each thing.
fn clashes(draft: &Draft) -> Vec<Vec<String>> {
    let words = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let sides = |conflict: Conflict| match conflict {
        Conflict::Changed { sides, .. } => {
            let mut all: Vec<String> = sides.iter().map(|side| words(&side.value)).collect();
            all.sort();
            all
        }
        other => panic!("{other:?}"),
    };
    draft.conflicts().into_iter().map(sides).collect()
}

/// What a device that has this draft is told, however often and in whichever order the two drafts come.
fn check(true_one: &Draft, forged_one: &Draft, expected: &[&[&str]]) {
    for [first, second] in [[true_one, forged_one], [forged_one, true_one]] {
        let mut draft = Draft::new(SURVEY);
        assert!(draft.take_in(first).is_ok());
        assert!(draft.take_in(second).is_ok_and(|news| news > 0), "nobody's draft is kept out");
        assert_eq!(clashes(&draft), expected);
        for again in [first, second] {
            assert_eq!(draft.take_in(again), Ok(0), "nothing is new twice");
        }
    }
}

#[test]
fn words_written_over_a_finished_edit_clash_with_it_whichever_came_first() {
    let (one, _) = team();
    let theirs = forged(&one.draft, 1, 9, set_text(Place::Title, BANK));
    check(&one.draft, &theirs, &[&["Tea", BANK]]);
    let lower = forged(&one.draft, 1, 0, set_text(Place::Title, BANK));
    check(&one.draft, &lower, &[&["Tea", BANK]]);
}

#[test]
fn another_kind_of_change_under_the_name_of_an_edit_stands_beside_it() {
    let (one, _) = team();
    let theirs = forged(&one.draft, 1, 9, set_text(Place::WhoSees, "Everyone"));
    let mut draft = one.draft.clone();
    assert_eq!(draft.take_in(&theirs), Ok(1), "it is listed as a change of somebody");
    assert_eq!((&*draft.content().title, &*draft.content().who_sees), ("Tea", "Everyone"));
}

/// What its author did since is on top of whichever of the two is here under the name of theirs. The other
/// one still clashes with it.
#[test]
fn what_its_author_did_since_does_not_hide_it() {
    let (mut one, _) = team();
    one.does(set_text(Place::Title, "Tea and cake"));
    let theirs = forged(&one.draft, 1, 9, set_text(Place::Title, BANK));
    let both = |first: &Draft, second: &Draft| {
        let mut draft = first.clone();
        draft.take_in(second).expect("it fits");
        (clashes(&draft), draft.content().title.clone())
    };
    let (settle, title) = both(&one.draft, &theirs);
    assert_eq!((settle, &*title), (vec![vec!["Tea and cake".into(), BANK.into()]], "Tea and cake"));
    let (settle, title) = both(&theirs, &one.draft);
    assert_eq!(
        (settle, &*title),
        (vec![vec!["Tea".into(), "Tea and cake".into()]], "Tea and cake")
    );
}

/// Who was sent a draft may pass it on with other words before its author's own draft arrives.
#[test]
fn a_persons_own_draft_still_comes_in_after_a_forged_one() {
    let (mut one, mut two) = team();
    let shared = one.draft.clone();
    one.does(set_text(Place::Title, "Tea and cake"));
    one.does(set_text(Place::After, "Thank you"));
    let forged_one = forged(&one.draft, 3, 1 << 20, set_text(Place::Title, BANK));
    let until_three = forged_one.log().iter().filter(|edit| edit.number < 4).cloned();
    let theirs = Draft::from_log(SURVEY, until_three);
    assert_eq!(two.draft.take_in(&theirs), Ok(1));
    assert_eq!(two.draft.take_in(&one.draft), Ok(2), "the true third edit, and the fourth");
    assert_eq!(clashes(&two.draft), [["Tea and cake", BANK]]);
    assert_eq!(two.draft.content().after, "Thank you");
    assert_eq!(two.draft.take_in(&shared), Ok(0));
}

#[test]
fn settling_it_holds_on_every_device_whichever_draft_that_had() {
    let (one, two) = team();
    let theirs = forged(&one.draft, 1, 9, set_text(Place::Title, BANK));
    let mut ours = Tab::with(2, two.draft);
    ours.draft.take_in(&theirs).expect("it stands beside ours");
    ours.does(set_text(Place::Title, "Tea"));
    assert_eq!(clashes(&ours.draft), Vec::<Vec<String>>::new());
    // Somebody had only ever seen the forged one.
    let mut other = Draft::new(SURVEY);
    other.take_in(&theirs).expect("a draft that holds together");
    other.take_in(&ours.draft).expect("it fits");
    assert_eq!(other.content().title, "Tea");
    assert_eq!(clashes(&other), Vec::<Vec<String>>::new());
    ours.draft.take_in(&other).expect("it fits");
    assert_eq!(ours.draft.content().title, "Tea");
    assert_eq!(clashes(&ours.draft), Vec::<Vec<String>>::new());
}

#[test]
fn typing_that_went_on_is_no_rewriting() {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Te");
    let mut two = one.shared_with(2);
    let old = one.draft.clone();
    one.types(Place::Title, "Tea");
    one.does(set_text(Place::Welcome, "Hello"));
    assert_eq!(two.draft.take_in(&one.draft), Ok(2));
    assert_eq!(two.draft, one.draft);
    assert_eq!(two.draft.take_in(&old), Ok(0), "an older draft of theirs brings nothing");
}

#[test]
fn nobody_types_on_in_the_last_words_of_the_person_whose_browser_it_is() {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Tea");
    let theirs = forged(&one.draft, 1, 9, set_text(Place::Title, BANK));
    let news = one.draft.take_in_as(&theirs, |author| author == Author(1));
    assert_eq!(news, Ok(1));
    assert_eq!(clashes(&one.draft), [["Tea", BANK]]);
}

/// Side by side, edits come one by one.
#[test]
fn one_edit_alone_stands_beside_ours_too_and_typing_goes_on() {
    let (mut one, mut two) = team();
    let alone = |draft: &Draft, number: u32| {
        let is_it = |edit: &&Edit| (edit.author, edit.number) == (Author(1), number);
        Draft::from_log(SURVEY, draft.log().iter().filter(is_it).cloned())
    };
    for revision in [0, 9] {
        let hostile = alone(&forged(&one.draft, 1, revision, set_text(Place::Title, BANK)), 1);
        let mut draft = two.draft.clone();
        assert_eq!(draft.take_in(&draft.held_with(&hostile)), Ok(1), "{revision}");
        assert_eq!(clashes(&draft), [["Tea", BANK]], "{revision}");
    }
    let old = alone(&one.draft, 2);
    one.types(Place::Welcome, "Hello you");
    let whole = two.draft.held_with(&alone(&one.draft, 2));
    assert_eq!(two.draft.take_in(&whole), Ok(1));
    assert_eq!(two.draft.content().welcome, "Hello you");
    let whole = two.draft.held_with(&old);
    assert_eq!(two.draft.take_in(&whole), Ok(0), "what came late is old");
    assert_eq!(two.draft, one.draft);
}

#[test]
fn a_draft_that_differs_all_over_is_another_draft() {
    let mut one = Tab::new(1);
    let words = |number: u32| set_text(Place::Title, &format!("Tea {number}"));
    (0..60).for_each(|number| _ = one.does(words(number)));
    let forge = |edit: Edit| Edit { act: set_text(Place::Title, BANK).into(), ..edit };
    let theirs = Draft::from_log(SURVEY, one.draft.log().iter().cloned().map(forge));
    let before = one.draft.clone();
    assert_eq!(one.draft.take_in(&theirs), Err(Unsound::Differs));
    assert_eq!(one.draft, before);
}

#[test]
fn taking_back_under_the_name_of_an_edit_is_refused() {
    let (one, _) = team();
    let theirs = forged(&one.draft, 2, 9, Act::Undo(1));
    let mut draft = one.draft.clone();
    assert_eq!(draft.take_in(&theirs), Err(Unsound::Differs));
    assert_eq!(draft, one.draft);
}

/// Both teams may have started from the same ready-made survey. Its words count as written.
#[test]
fn words_over_those_of_a_template_that_were_not_seen_are_to_be_settled() {
    let ours = templates()[0].draft(SURVEY, 0);
    let asked = ours.content().questions.iter().find(|q| !q.text.is_empty()).expect("a question");
    let (id, words) = (asked.id, asked.text.clone());
    let pin = "What is your bank PIN?";
    let hostile = Edit {
        author: Author(9),
        number: 1,
        revision: 0,
        at: 0,
        seen: Vec::new(),
        act: set_text(Place::Question(id), pin).into(),
        was: None,
    };
    let theirs = Draft::from_log(SURVEY, ours.log().iter().cloned().chain([hostile]));
    let mut draft = ours.clone();
    assert_eq!(draft.take_in(&theirs), Ok(1));
    let conflicts = draft.conflicts();
    let [Conflict::Changed { thing, sides }] = &conflicts[..] else { panic!("{conflicts:?}") };
    assert_eq!(*thing, Thing::Text(None, Place::Question(id)));
    let said: Vec<&Value> = sides.iter().map(|side| &side.value).collect();
    for text in [&*words, pin] {
        assert!(said.contains(&&Value::Text(text.to_owned())), "{text}: {said:?}");
    }
    assert!(sides.iter().any(|side| side.made.author == APP));
}

#[test]
fn words_of_choices_and_hard_words_that_were_not_seen_are_to_be_settled_too() {
    let mut one = Tab::new(1);
    let tea = one.adds_question(None, "Do you like tea?");
    let green = one.adds_choice(tea, None, "Green");
    let word = one.explains("tea", "A drink");
    let written = |seen: u32, number: u32, place: Place| Edit {
        author: Author(9),
        number,
        revision: 0,
        at: 0,
        seen: vec![(Author(1), seen)],
        act: set_text(place, "Give me money").into(),
        was: None,
    };
    let unseen = [written(1, 1, Place::Choice(tea, green)), written(2, 2, Place::Meaning(word))];
    let log = one.draft.log().iter().cloned().chain(unseen);
    let theirs = Draft::from_log(SURVEY, log);
    assert_eq!(one.draft.take_in(&theirs), Ok(2));
    let all = clashes(&one.draft);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all.contains(&vec!["Give me money".into(), "Green".into()]), "{all:?}");
    assert!(all.contains(&vec!["A drink".into(), "Give me money".into()]), "{all:?}");
}
