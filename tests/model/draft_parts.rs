//! One author and one draft: parts that are no texts, explained words, and other languages.

use crate::draft::check_undo;
use crate::make::when_is;
use crate::support::{Tab, m, q, set_text};
use ask_together::model::draft::{Change, ChoicePart, DraftMeaning, Part, Place};
use ask_together::model::limit::Limit;
use ask_together::model::survey::Language;

#[test]
fn any_other_part_of_a_question_can_be_taken_back() {
    let check = |part: Part| {
        check_undo(|_, first, _| Change::SetPart { question: first, part });
    };
    check(Part::Picture("2615".into()));
    check(Part::Other(true));
    check(Part::Personal(true));
    check(Part::Least(Some(Limit(1))));
    check(Part::Most(Some(Limit(2))));
    check(Part::ShowIf(when_is(1, 1)));
    check(Part::Repeat(Some(q(1))));
}

#[test]
fn any_other_part_of_a_choice_can_be_taken_back() {
    for part in [ChoicePart::Picture("2615".into()), ChoicePart::Alone(true)] {
        check_undo(|tab, first, _| Change::SetChoicePart {
            question: first,
            choice: tab.choice(first, 1),
            part,
        });
    }
}

fn meaning(number: u32, word: &str) -> DraftMeaning {
    DraftMeaning::new(m(number), word.to_owned(), "It means this.".to_owned())
}

#[test]
fn an_explained_word_can_be_taken_back_and_removed() {
    check_undo(|_, _, _| Change::AddMeaning(meaning(1, "tea")));
    let mut tab = Tab::new(1);
    tab.does(Change::AddMeaning(meaning(1, "tea")));
    tab.does(Change::AddMeaning(meaning(2, "milk")));
    tab.does(set_text(Place::Word(m(1)), "Tea"));
    tab.does(set_text(Place::Meaning(m(1)), "A hot drink."));
    assert_eq!(tab.draft.content().text(Place::Word(m(1))), Some("Tea"));
    assert_eq!(tab.draft.content().text(Place::Meaning(m(1))), Some("A hot drink."));
    tab.does(Change::RemoveMeaning(m(1)));
    assert_eq!(tab.draft.content().meanings, [meaning(2, "milk")]);
    tab.undoes();
    assert_eq!(tab.draft.content().meanings.len(), 2);
}

#[test]
fn languages_can_be_taken_back_and_a_removed_one_comes_back_with_its_words() {
    check_undo(|_, _, _| Change::SetLanguage(Language::WELSH));
    check_undo(|_, _, _| Change::AddLanguage(Language::WELSH));
    let mut tab = Tab::new(1);
    let says = |text: &str| Change::Translate {
        language: Language::WELSH,
        place: Place::Title,
        text: text.to_owned(),
    };
    tab.does(says("Bwyd"));
    assert_eq!(tab.draft.content().translated(Language::WELSH, Place::Title), None);
    tab.does(Change::AddLanguage(Language::WELSH));
    tab.does(says("Bwyd"));
    tab.does(Change::RemoveLanguage(Language::WELSH));
    assert!(tab.draft.content().translations.is_empty());
    tab.undoes();
    assert_eq!(tab.draft.content().translated(Language::WELSH, Place::Title), Some("Bwyd"));
}

#[test]
fn words_typed_in_another_language_are_one_step_apart_from_the_first() {
    let mut tab = Tab::new(1);
    tab.does(Change::AddLanguage(Language::WELSH));
    tab.types(Place::Title, "Food");
    let says = |tab: &mut Tab, text: &str| {
        let (language, place, text) = (Language::WELSH, Place::Title, text.to_owned());
        let change = Change::Translate { language, place, text };
        let edit = tab.draft.retype(tab.author, 9, &change);
        let edit = edit.unwrap_or_else(|| tab.draft.edit(tab.author, 9, change));
        tab.draft.apply(edit);
    };
    for text in ["B", "Bw", "Bwyd"] {
        says(&mut tab, text);
    }
    assert_eq!(tab.draft.log().len(), 3);
    assert_eq!(tab.draft.content().translated(Language::WELSH, Place::Title), Some("Bwyd"));
    tab.undoes();
    assert_eq!(tab.draft.content().translated(Language::WELSH, Place::Title), None);
    assert_eq!(tab.draft.content().title, "Food");
}
