//! Which problems show after a try to publish, and which wait for the next one.

use crate::support::{Tab, set_text};
use ask_together::model::draft::{Left, Part, Place, Problem};
use ask_together::model::survey::Kind;

#[test]
fn what_was_there_at_the_try_shows_and_what_came_later_waits() {
    let mut tab = Tab::new(1);
    tab.does(set_text(Place::Organisation, "Team A"));
    let old = tab.adds(Kind::ShortText, None, "");
    let left = Left::all(tab.draft.content());
    let new = tab.adds_question(Some(old), "");
    tab.does(set_text(Place::Choice(new, tab.choice(new, 0)), ""));
    let shown = left.shown(&tab.draft.problems());
    assert_eq!(shown, [Problem::NoTitle, Problem::NoQuestionText(old)]);
    assert_eq!(tab.draft.problems().len(), 4, "all of them still stand in the way");
}

#[test]
fn a_choice_that_is_added_to_a_question_that_was_there_is_not_born_red() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    tab.sets(question, Part::Other(true));
    let left = Left::all(tab.draft.content());
    tab.adds_choice(question, None, "");
    assert_eq!(left.shown(&tab.draft.problems()), [Problem::NoTitle, Problem::NoOrganisation]);
    let again = Left::all(tab.draft.content());
    assert_eq!(again.shown(&tab.draft.problems()), tab.draft.problems(), "a second try shows all");
}
