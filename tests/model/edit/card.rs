//! Which card of the editor is open.

use crate::support::{Tab, c, m, q};
use ask_together::model::draft::Place;
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
