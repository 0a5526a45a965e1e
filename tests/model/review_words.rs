//! Which words reviewers read: those of the round, whatever became of the draft since.

use crate::support::{SURVEY, Tab, q, set_text};
use ask_together::model::draft::{Change, Place, ReadPart, WhatTheyRead};
use ask_together::model::id::QuestionId;
use ask_together::model::review::{Recorded, Round, RoundId};
use ask_together::model::seal::PublicKey;

const FIRST: RoundId = RoundId(1);
const SECOND: RoundId = RoundId(2);

fn begins(tab: &mut Tab, id: RoundId) {
    tab.does(Change::Record(Recorded::Round(Round { id, at: 5, asks: vec![] })));
}

/// What people of a round read, as the draft of this tab tells.
fn read(tab: &Tab, round: RoundId, about: Option<QuestionId>) -> WhatTheyRead {
    tab.draft.what_they_read(tab.draft.content_of_round(round).as_ref(), about)
}

fn otherwise(part: ReadPart, words: &str) -> WhatTheyRead {
    WhatTheyRead::Otherwise(vec![(part, words.to_owned())])
}

#[test]
fn words_that_were_changed_since_are_told_for_the_round_that_read_them_alone() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Do you utilise services?");
    begins(&mut tab, FIRST);
    assert_eq!(read(&tab, FIRST, Some(question)), WhatTheyRead::Same);
    tab.types(Place::Question(question), "Do you get help?");
    begins(&mut tab, SECOND);
    let old = otherwise(ReadPart::Question, "Do you utilise services?");
    assert_eq!(read(&tab, FIRST, Some(question)), old);
    assert_eq!(read(&tab, SECOND, Some(question)), WhatTheyRead::Same);
    assert!(tab.undoes(), "the words of before are back");
    assert_eq!(read(&tab, FIRST, Some(question)), WhatTheyRead::Same);
    assert_eq!(
        read(&tab, SECOND, Some(question)),
        otherwise(ReadPart::Question, "Do you get help?")
    );
}

#[test]
fn spaces_round_the_words_are_no_other_words() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    begins(&mut tab, FIRST);
    tab.types(Place::Question(question), " Tea? ");
    assert_eq!(read(&tab, FIRST, Some(question)), WhatTheyRead::Same);
}

#[test]
fn help_and_choices_are_words_too() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    begins(&mut tab, FIRST);
    tab.types(Place::Hint(question), "With milk or without.");
    assert_eq!(read(&tab, FIRST, Some(question)), otherwise(ReadPart::Help, ""));
    begins(&mut tab, SECOND);
    let last = tab.choice(question, 1);
    tab.adds_choice(question, Some(last), "Sometimes");
    assert_eq!(read(&tab, SECOND, Some(question)), otherwise(ReadPart::Choices, "Yes, No"));
}

#[test]
fn what_was_said_about_the_whole_survey_is_about_its_first_page() {
    let mut tab = Tab::new(1);
    tab.does(set_text(Place::Title, "Your week"));
    tab.does(set_text(Place::WhoSees, "Only us."));
    begins(&mut tab, FIRST);
    assert_eq!(read(&tab, FIRST, None), WhatTheyRead::Same);
    tab.does(set_text(Place::WhoSees, "Only us and the council."));
    assert_eq!(read(&tab, FIRST, None), otherwise(ReadPart::WhoSees, "Only us."));
}

#[test]
fn what_somebody_else_had_changed_before_and_sends_later_was_not_read() {
    let mut ana = Tab::new(1);
    let question = ana.adds_question(None, "Tea?");
    let mut bo = ana.shared_with(2);
    bo.types(Place::Question(question), "Do you like tea?");
    ana.does(set_text(Place::Title, "Your week"));
    begins(&mut ana, FIRST);
    ana.takes_in(&bo);
    assert_eq!(ana.questions(), ["Do you like tea?"]);
    assert_eq!(read(&ana, FIRST, Some(question)), otherwise(ReadPart::Question, "Tea?"));
    bo.takes_in(&ana);
    assert_eq!(read(&bo, FIRST, Some(question)), read(&ana, FIRST, Some(question)));
}

#[test]
fn the_words_of_a_deleted_question_are_compared_with_its_last() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    begins(&mut tab, FIRST);
    tab.types(Place::Question(question), "Do you like tea?");
    tab.does(Change::RemoveQuestion(question));
    assert_eq!(read(&tab, FIRST, Some(question)), otherwise(ReadPart::Question, "Tea?"));
}

#[test]
fn nobody_knows_what_was_read_in_a_round_that_is_not_here() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    assert_eq!(read(&tab, FIRST, Some(question)), WhatTheyRead::Unknown);
    begins(&mut tab, FIRST);
    assert_eq!(read(&tab, FIRST, Some(q(99))), WhatTheyRead::Unknown);
    assert_eq!(tab.draft.contents_of_rounds().len(), 1);
}

#[test]
fn the_link_of_a_round_holds_the_words_of_its_start() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Do you utilise services?");
    begins(&mut tab, FIRST);
    let before = tab.draft.as_survey(0, PublicKey([7; 32]));
    let then = tab.draft.content_of_round(FIRST).expect("the round");
    assert!(!tab.draft.has_changed_since(&then), "notes and rounds are nothing that people read");
    tab.types(Place::Question(question), "Do you get help?");
    let then = tab.draft.content_of_round(FIRST).expect("the round");
    assert_eq!(tab.draft.survey_of(&then, 0, PublicKey([7; 32])), before);
    assert_eq!(before.id, SURVEY);
    assert!(tab.draft.has_changed_since(&then));
    assert!(tab.undoes());
    assert!(!tab.draft.has_changed_since(&then));
    tab.does(Change::SetCloses(Some(20_000)));
    assert!(!tab.draft.has_changed_since(&then), "reviewers do not see until when it is open");
}
