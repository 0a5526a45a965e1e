//! Which card of the editor is open.

use crate::support::{Tab, c, m, q};
use ask_together::model::draft::{Item, Place};
use ask_together::model::edit::Card;

#[test]
fn every_text_is_in_a_card() {
    for (place, card) in [
        (Place::Title, Card::Welcome),
        (Place::After, Card::Welcome),
        (Place::Hint(q(1)), Card::Question(q(1))),
        (Place::Choice(q(1), c(2)), Card::Question(q(1))),
        (Place::Pile(q(1), 2), Card::Question(q(1))),
        (Place::Word(m(1)), Card::Words),
        (Place::Meaning(m(1)), Card::Words),
    ] {
        assert_eq!(Card::of(place), card, "{place:?}");
    }
}

#[test]
fn a_step_opens_the_question_that_came_back_and_closes_the_one_that_went() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "First?");
    let before = [first];
    let second = tab.adds_question(Some(first), "Second?");
    let content = tab.draft.content();
    assert_eq!(Card::Words.after_step(&before, content), Card::Question(second));
    let both = [first, second];
    assert_eq!(Card::Question(first).after_step(&both, content), Card::Question(first));
    assert_eq!(Card::Words.after_step(&both, content), Card::Words);
    tab.undoes();
    let content = tab.draft.content();
    assert_eq!(Card::Question(second).after_step(&both, content), Card::Welcome);
    assert_eq!(Card::Question(first).after_step(&both, content), Card::Question(first));
}

#[test]
fn a_card_has_what_can_be_deleted_in_it() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "First?");
    tab.adds_question(Some(question), "Second?");
    let meaning = tab.explains("advocate", "A person who speaks up for you.");
    let content = tab.draft.content();
    let choices = [0, 1].map(|place| Item::Choice(question, tab.choice(question, place)));
    let mut items = Card::Question(question).items(content);
    items.retain(|item| !choices.contains(item));
    assert_eq!(items, [Item::Question(question)]);
    assert_eq!(Card::Words.items(content), [Item::Meaning(meaning)]);
    assert!(Card::Welcome.items(content).is_empty());
}
