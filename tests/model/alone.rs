//! Choices that stand alone by their words, and where they come from.

use crate::make::words_of;
use crate::support::Tab;
use ask_together::model::alone::{came_to_stand_alone, mark, stands_alone};
use ask_together::model::draft::{Change, ChoicePart, Did, DraftChoice, Place, Position};
use ask_together::model::id::{APP, ChoiceId, Id};
use ask_together::model::paste;
use ask_together::model::survey::Kind;
use ask_together::model::words::{Word, Words};

#[test]
fn what_says_none_or_not_sure_stands_alone() {
    for words in [
        "None of these",
        "none of these.",
        "❌ None of these",
        "None of the above",
        "None",
        "None at all",
        " No one ",
        "No-one",
        "NOBODY",
        "No one (I live alone)",
        "No one - I live alone",
        "Nothing, thank you",
        "Neither",
        "Not sure",
        "I’m not sure",
        "I don’t know",
        "N/A",
        "Not applicable",
        "I would rather not say",
        "Dim un o’r rhain",
        "Neb",
    ] {
        assert!(stands_alone(words), "{words}");
    }
    let words = Words::english();
    assert!([Word::NotSure, Word::PreferNot].iter().all(|word| stands_alone(words.say(*word))));
    let welsh = words_of(include_str!("../../web/words/cy.txt"), &[]);
    assert!([Word::NotSure, Word::PreferNot].iter().all(|word| stands_alone(welsh.say(*word))));
}

#[test]
fn what_only_begins_so_does_not() {
    for words in [
        "",
        "Cooking",
        "No",
        "No one else",
        "Nothing new",
        "Nonetheless",
        "Nobody but my sister",
        "I am not sure about money",
        "Not sure where to go",
        "Something else",
        "Never mind",
    ] {
        assert!(!stands_alone(words), "{words}");
    }
}

#[test]
fn a_choice_that_said_so_before_did_not_come_to_it() {
    assert!(came_to_stand_alone("", "None of these"));
    assert!(came_to_stand_alone("Cooking", "No one"));
    assert!(
        !came_to_stand_alone("None", "None of these"),
        "a person may have said otherwise since"
    );
    assert!(!came_to_stand_alone("None", "Cooking"));
}

#[test]
fn only_where_people_tick_any_number_there_is_something_to_let_go_of() {
    let choice = |number, text: &str| {
        DraftChoice::new(ChoiceId(Id { author: APP, number }), Position::default(), text.into())
    };
    for kind in Kind::ALL {
        let mut choices = [choice(1, "Tea"), choice(2, "Nobody")];
        mark(kind, &mut choices);
        assert_eq!(choices.map(|choice| choice.alone), [false, kind.picks_many()], "{kind:?}");
    }
}

#[test]
fn a_pasted_no_one_stands_alone() {
    let mut tab = Tab::new(1);
    let rows = paste::read("Who helps you? (tick all)\n- Mum\n- No one\n- I don’t know", &[]).rows;
    let rows = rows.into_iter().map(|row| paste::Row { kind: Kind::ManyChoices, ..row }).collect();
    let mut added = paste::questions(&tab.draft, tab.author, rows, None);
    assert_eq!(added[0].choices.iter().map(|c| c.alone).collect::<Vec<_>>(), [false, true, true]);
    tab.does(Change::AddQuestion(added.remove(0)));
}

/// A pasted list comes with what a tick on its last line does, and is called a list all the same.
#[test]
fn words_and_what_a_tick_does_are_one_step_with_one_name() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::ManyChoices, None, "Who helps you?");
    let choice = tab.draft.content().question(question).expect("it").choices[0].id;
    let part = ChoicePart::Alone(true);
    let text = "No one".to_owned();
    let changes = vec![
        Change::SetText { place: Place::Choice(question, choice), text },
        Change::SetChoicePart { question, choice, part },
    ];
    tab.does(ask_together::model::draft::Act::Do(changes));
    let steps = tab.draft.steps();
    assert!(matches!(steps.last().map(|step| &step.did), Some(Did::AddedChoices(_, 1))));
    assert!(tab.undoes());
    assert!(!tab.draft.content().question(question).expect("it").choices[0].alone);
}
