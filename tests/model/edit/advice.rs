//! What can be done about a piece of advice.

use super::{run, said};
use crate::support::Tab;
use ask_together::model::draft::{Change, Part, Place, ReaderCheck, SetAside};
use ask_together::model::easy_read::{Does, Finding, Remedy, Rule, Severity};
use ask_together::model::edit::{Edited, advice};
use ask_together::model::id::QuestionId;
use ask_together::model::survey::{Check, Condition, Group, Kind, Language, Test};

fn finding(place: Place) -> Finding {
    let (rule, severity) = (Rule::HardWord, Severity::Amber);
    Finding { rule, severity, adds: 0, place, at: 0..0, why: String::new(), remedies: Vec::new() }
}

fn take(tab: &mut Tab, place: Place, label: &str, does: Does) -> Edited {
    let remedy = Remedy { label: label.to_owned(), does };
    let edited = advice::take(&tab.draft, tab.author, (&finding(place), &remedy), |_| "A kind");
    run(tab, &edited);
    edited
}

#[test]
fn other_words_are_put_in_place_of_these() {
    let mut tab = Tab::new(1);
    let place = Place::Question(tab.adds_question(None, "Utilise?"));
    let edited = take(&mut tab, place, "Change to “use”", Does::Write("Use?".to_owned()));
    assert_eq!(tab.draft.content().text(place), Some("Use?"));
    assert_eq!(said(&edited), "Changed to “use”.");
    let edited = take(&mut tab, place, "Shorter", Does::Write("U?".to_owned()));
    assert_eq!(said(&edited), "Changed.");
}

#[test]
fn a_question_is_split_in_two_and_what_was_said_of_both_goes() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Warm and dry?");
    let place = Place::Question(id);
    let language = Language::parse("cy").expect("a language");
    tab.does(Change::AddLanguage(language));
    tab.does(Change::Translate { language, place, text: "Cynnes a sych?".to_owned() });
    let does = Does::Split("Warm?".to_owned(), "Dry?".to_owned());
    let edited = take(&mut tab, place, "Split", does);
    assert_eq!(tab.questions(), ["Warm?", "Dry?"]);
    assert_eq!(said(&edited), "Split in two. The second question comes next.");
    let copy = tab.draft.content().questions[1].id;
    for place in [place, Place::Question(copy)] {
        let welsh = tab.draft.content().translated(language, place).unwrap_or_default();
        assert_eq!(welsh, "", "{place:?}");
    }
}

/// Both halves are answered in the same way, and what hangs on the old question stays with the first.
#[test]
fn the_second_half_is_asked_like_the_first_and_one_undo_makes_them_one_again() {
    let only_if = |question, check| {
        let tests = vec![Test { question, check }];
        Condition { all: true, groups: vec![Group { all: true, tests }] }
    };
    let mut tab = Tab::new(1);
    let before = tab.adds(Kind::YesNo, None, "Do you come?");
    let id = tab.adds(Kind::OneChoice, Some(before), "Warm and dry?");
    tab.sets(id, Part::Picture("bus".to_owned()));
    tab.sets(id, Part::ShowIf(only_if(before, Check::Answered)));
    let after = tab.adds_question(Some(id), "Why?");
    tab.sets(after, Part::ShowIf(only_if(id, Check::Answered)));
    let whole = tab.draft.content().clone();
    let does = Does::Split("Warm?".to_owned(), "Dry?".to_owned());
    take(&mut tab, Place::Question(id), "Split", does);
    assert_eq!(tab.questions(), ["Do you come?", "Warm?", "Dry?", "Why?"]);
    let questions = &tab.draft.content().questions;
    let (first, second) = (&questions[1], &questions[2]);
    assert_eq!((second.kind, &second.picture), (first.kind, &first.picture));
    assert_eq!(second.show_if, first.show_if);
    let words = |question: QuestionId| tab.choices(question).into_iter().map(str::to_owned);
    assert!(words(first.id).eq(words(second.id)) && !first.choices.is_empty());
    assert_eq!(questions[3].show_if, only_if(id, Check::Answered));
    assert!(tab.undoes());
    assert_eq!(*tab.draft.content(), whole);
}

#[test]
fn a_choice_is_added_in_front_of_those_that_stand_for_none() {
    let mut tab = Tab::new(1);
    let id = tab.adds(Kind::ManyChoices, None, "Which?");
    let add = |tab: &mut Tab, text: &str| {
        take(tab, Place::Question(id), "Add", Does::AddChoice(text.to_owned()))
    };
    add(&mut tab, "I am not sure");
    add(&mut tab, "I do not know");
    assert_eq!(tab.choices(id), ["Yes", "No", "I do not know", "I am not sure"]);
    assert!(tab.draft.content().question(id).expect("it").choices[2].alone);
}

#[test]
fn a_word_is_explained_and_a_kind_is_changed() {
    let mut tab = Tab::new(1);
    let id = tab.adds(Kind::LongText, None, "Do you like it?");
    let does = Does::Explain { word: "advocate".to_owned(), meaning: "Speaks up.".to_owned() };
    take(&mut tab, Place::Title, "Explain", does);
    assert_eq!(tab.draft.content().meanings[0].word, "advocate");
    let edited = take(&mut tab, Place::Question(id), "Ask", Does::SetKind(Kind::YesNo));
    assert_eq!(said(&edited), "People answer in another way now: A kind.");
    assert_eq!(tab.draft.content().question(id).expect("it").kind, Kind::YesNo);
}

#[test]
fn what_needs_a_question_does_nothing_elsewhere() {
    let mut tab = Tab::new(1);
    assert_eq!(take(&mut tab, Place::Title, "Ask", Does::SetKind(Kind::YesNo)), Edited::default());
}

#[test]
fn advice_is_left_with_a_reason_and_brought_back() {
    let mut tab = Tab::new(1);
    let aside = SetAside {
        place: Place::Title,
        rule: Rule::HardWord,
        words: "utilise".to_owned(),
        reason: String::new(),
    };
    run(&mut tab, &advice::leave(aside.clone()));
    assert_eq!(tab.draft.content().set_aside.as_slice(), core::slice::from_ref(&aside));
    assert_eq!(advice::give_reason(aside.clone(), "  "), Edited::default());
    run(&mut tab, &advice::give_reason(aside.clone(), " Everyone says it. "));
    assert_eq!(tab.draft.content().set_aside[0].reason, "Everyone says it.");
    run(&mut tab, &advice::bring_back(aside));
    assert!(tab.draft.content().set_aside.is_empty());
}

#[test]
fn a_check_by_readers_holds_for_the_words_of_now() {
    let mut tab = Tab::new(1);
    tab.adds_question(None, "Warm?");
    let edited = advice::note_check(&tab.draft, " The Tuesday group ", 7);
    let check =
        ReaderCheck { who: "The Tuesday group".to_owned(), at: 7, print: tab.draft.print() };
    assert_eq!(edited.changes, [Change::AddReaderCheck(check.clone())]);
    run(&mut tab, &edited);
    run(&mut tab, &advice::remove_check(check));
    assert!(tab.draft.content().reader_checks.is_empty());
}

#[test]
fn advice_that_says_the_same_of_many_is_left_in_one_step() {
    let mut tab = Tab::new(1);
    let aside = |id| {
        let (place, rule) = (Place::Question(id), Rule::NoPicture);
        SetAside { place, rule, words: String::new(), reason: String::new() }
    };
    let asides: Vec<_> =
        ["A?", "B?", "C?"].map(|text| aside(tab.adds_question(None, text))).to_vec();
    let edited = advice::leave_all(asides);
    run(&mut tab, &edited);
    assert_eq!(said(&edited), "3 suggestions ignored.");
    assert_eq!(tab.draft.content().set_aside.len(), 3);
    assert!(tab.undoes());
    assert!(tab.draft.content().set_aside.is_empty());
}
