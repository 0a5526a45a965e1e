//! Hard words and languages of a survey.

use super::{run, said};
use crate::support::Tab;
use ask_together::model::draft::{Change, Place};
use ask_together::model::edit::{Focus, languages, meanings};
use ask_together::model::survey::Language;

#[test]
fn a_new_hard_word_is_empty_and_has_the_focus() {
    let mut tab = Tab::new(1);
    let edited = meanings::add(&tab.draft, tab.author);
    run(&mut tab, &edited);
    let meaning = &tab.draft.content().meanings[0];
    assert_eq!((&*meaning.word, &*meaning.text), ("", ""));
    assert_eq!((edited.focus, edited.said), (Focus::Text(Place::Word(meaning.id)), None));
}

#[test]
fn a_word_of_the_survey_is_explained_in_one_step() {
    let mut tab = Tab::new(1);
    let edited = meanings::explain(&tab.draft, tab.author, "advocate", "Speaks up.".to_owned());
    run(&mut tab, &edited);
    let meaning = &tab.draft.content().meanings[0];
    assert_eq!((&*meaning.word, &*meaning.text), ("advocate", "Speaks up."));
    assert!(said(&edited).ends_with("is now in the word list."));
}

#[test]
fn after_a_word_is_taken_out_the_focus_is_in_the_next_one_or_else_the_one_before() {
    let mut tab = Tab::new(1);
    let (first, second) = (tab.explains("one", "1"), tab.explains("two", "2"));
    let focus = |tab: &Tab, id| meanings::remove(&tab.draft, id).focus;
    assert_eq!(focus(&tab, first), Focus::Text(Place::Word(second)));
    assert_eq!(focus(&tab, second), Focus::Text(Place::Word(first)));
    let edited = meanings::remove(&tab.draft, first);
    assert_eq!(said(&edited), "The hard word is removed.");
    run(&mut tab, &edited);
    assert_eq!(focus(&tab, second), Focus::AddWord);
}

#[test]
fn a_language_goes_with_a_word_about_it() {
    let welsh = Language::parse("cy").expect("a language");
    let edited = languages::remove(welsh, "Welsh");
    assert_eq!(edited.changes, [Change::RemoveLanguage(welsh)]);
    assert_eq!((said(&edited), edited.focus), ("Welsh is removed.", Focus::Heading));
}
