//! What every survey has by itself: standard choices and the question about help.

use crate::make::{choice, question};
use crate::support::c;
use ask_together::model::answer::Answer;
use ask_together::model::id::APP;
use ask_together::model::ready_made::standard_choices;
use ask_together::model::standard::{
    self, HELP, NO, NOT_SURE, OTHER, YES, choices_of, help_question, is_standard, says,
};
use ask_together::model::survey::{Choice, Kind, Question, is_picture};
use ask_together::model::words::Words;
use std::collections::BTreeSet;

#[test]
fn standard_ids_never_move() {
    let number = |id: ask_together::model::id::ChoiceId| {
        assert_eq!(id.0.author, APP);
        id.0.number - (1 << 20)
    };
    assert_eq!([YES, NO, NOT_SURE, OTHER].map(number), [0, 1, 2, 3]);
    let of = |kind| choices_of(kind).iter().map(|id| number(*id)).collect::<Vec<_>>();
    assert_eq!(of(Kind::YesNo), [0, 1, 2]);
    assert_eq!(of(Kind::Consent), [0, 1]);
    assert_eq!(of(Kind::Faces3), [5, 6, 7]);
    assert_eq!(of(Kind::Faces5), [4, 5, 6, 7, 8]);
    assert_eq!(of(Kind::About), [9, 10, 11, 12, 13, 14]);
    let help = help_question();
    assert_eq!((help.id, help.id.0.number), (HELP, 1 << 20));
    let help: Vec<u32> = help.choices.iter().map(|choice| number(choice.id)).collect();
    assert_eq!(help, [15, 16, 17, 18, 19]);
}

#[test]
fn every_standard_choice_says_something_of_its_own_in_its_question() {
    let words = Words::english();
    for kind in Kind::ALL {
        let said: BTreeSet<&str> =
            choices_of(kind).iter().map(|id| says(*id, kind, &words)).collect();
        assert_eq!(said.len(), choices_of(kind).len(), "{kind:?}");
        assert!(!said.contains(""), "{kind:?}");
        assert!(choices_of(kind).iter().all(|id| is_standard(*id)));
        assert!(choices_of(kind).is_empty() || kind.picks_one(), "{kind:?}");
    }
    assert!(is_standard(OTHER) && !is_standard(c(1)));
    assert_eq!(says(c(1), Kind::OneChoice, &words), "");
}

#[test]
fn a_consent_page_has_words_of_its_own_and_no_thumbs() {
    let words = Words::english();
    let yes = choice(YES, "");
    assert_eq!(yes.says(Kind::Consent, &words), "Yes, I want to take part");
    assert_eq!((yes.says(Kind::YesNo, &words), yes.shows(Kind::YesNo)), ("Yes", "1F44D"));
    assert_eq!(yes.shows(Kind::Consent), "");
    let own = Choice { picture: "2615".into(), text: "OK".into(), ..yes };
    assert_eq!((own.says(Kind::Consent, &words), own.shows(Kind::Consent)), ("OK", "2615"));
}

#[test]
fn faces_have_pictures_that_a_survey_can_carry() {
    for kind in [Kind::YesNo, Kind::Faces3, Kind::Faces5] {
        for id in choices_of(kind) {
            let shown = choice(*id, "").shows(kind).to_owned();
            assert!(!shown.is_empty() && is_picture(&shown), "{shown}");
        }
    }
}

#[test]
fn new_questions_bring_their_standard_choices_in_order_and_without_words() {
    for kind in Kind::ALL {
        let made = standard_choices(kind);
        assert!(made.iter().map(|choice| &choice.id).eq(choices_of(kind)));
        assert!(made.windows(2).all(|pair| pair[0].position < pair[1].position));
        assert!(made.iter().all(|choice| choice.text.is_empty()));
    }
}

#[test]
fn the_question_about_help_asks_for_any_number_of_helps_or_none() {
    let help = help_question();
    let ids: Vec<_> = help.choices.iter().map(|choice| choice.id).collect();
    assert!(Answer::ManyChoices(ids[1..].to_vec()).is_right(&help));
    assert!(Answer::ManyChoices(ids[..1].to_vec()).is_right(&help));
    assert!(!Answer::ManyChoices(ids[..2].to_vec()).is_right(&help));
    assert_eq!(help.asks(&Words::english()), "Did someone help you with this survey?");
    let own = Question { text: "Who helped?".into(), ..help };
    assert_eq!(own.asks(&Words::english()), "Who helped?");
}

#[test]
fn places_for_cards_have_names_even_past_the_end() {
    let words = Words::english();
    let sorting = Question { piles: vec!["Good".into()], ..question(1, Kind::Sorting) };
    let names: Vec<&str> = (0..5).map(|at| sorting.pile(at, &words)).collect();
    assert_eq!(names, ["Good", "Not sure", "Not going well", "Not going well", "Not going well"]);
    assert_eq!(standard::choices_of(Kind::Sorting), []);
}

/// What each kind of question can do. A table, so that nobody changes one by accident.
#[test]
fn the_kinds_and_what_they_can_do() {
    let letters = |kind: Kind| {
        [
            (kind.asks(), 'a'),
            (kind.can_skip(), 's'),
            (kind.picks_one(), '1'),
            (kind.picks_many(), 'm'),
            (kind.has_choices(), 'c'),
            (kind.can_have_other(), 'o'),
            (kind.is_typed(), 't'),
            (kind.is_date(), 'd'),
        ]
        .into_iter()
        .filter_map(|(can, letter)| can.then_some(letter))
        .collect::<String>()
    };
    let found = Kind::ALL.map(|kind| format!("{kind:?} {}", letters(kind)));
    let expected = [
        "YesNo as1c",
        "OneChoice as1co",
        "ManyChoices asmco",
        "Faces3 as1c",
        "Faces5 as1c",
        "OnePicture as1co",
        "ManyPictures asmco",
        "EitherOr as1c",
        "Ranking asc",
        "Sorting asc",
        "ShortText ast",
        "LongText ast",
        "Number ast",
        "Date astd",
        "Month astd",
        "About as1c",
        "Information ",
        "Consent a1c",
        "Section ",
    ];
    assert_eq!(found, expected);
    assert!(Kind::ALL.iter().zip(0..).all(|(kind, place)| *kind as usize == place));
}
