//! The codebook: every question over all versions, with every choice it ever had, and codes that
//! never change.

use crate::make::{choice, picking, question, saying, version, words_of};
use crate::samples;
use crate::support::{c, q};
use ask_together::model::codebook::Codebook;
use ask_together::model::standard::{self, NO, NOT_SURE, OTHER, YES};
use ask_together::model::survey::{Choice, Kind, Question, Survey};
use ask_together::model::words::Words;

fn book(versions: &[Survey]) -> Codebook {
    Codebook::of(versions, &Words::english())
}

/// Code and number of an entry, and the same of its choices in order.
type Coded<C> = (usize, u32, C);

fn check(versions: &[Survey], expected: &[Coded<&[(usize, u32)]>]) {
    let entries = book(versions).entries;
    let number = |id: ask_together::model::id::ChoiceId| id.0.number;
    let found: Vec<Coded<Vec<_>>> = entries
        .iter()
        .map(|entry| {
            let choices = entry.choices.iter().map(|choice| (choice.code, number(choice.id)));
            (entry.code, entry.id.0.number, choices.collect())
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(code, id, choices)| (*code, *id, choices.to_vec())).collect();
    assert_eq!(found, expected);
    let mut reversed = versions.to_vec();
    reversed.reverse();
    assert_eq!(book(&reversed).entries, entries, "the versions may come in any order");
}

#[test]
fn no_version_has_no_entries() {
    check(&[], &[]);
}

#[test]
fn one_version_is_its_own_codebook_without_pages_to_read() {
    let survey = samples::survey();
    let asked: Vec<&Question> = survey.questions.iter().filter(|q| q.kind.asks()).collect();
    let entries = book(std::slice::from_ref(&survey)).entries;
    assert_eq!(entries.len(), survey.questions.len() - 3, "all but information and 2 sections");
    for ((entry, question), code) in entries.iter().zip(asked).zip(1..) {
        assert_eq!((entry.code, entry.id, entry.kind), (code, question.id, question.kind));
        let others = usize::from(question.other);
        assert_eq!(entry.choices.len(), question.choices.len() + others, "{}", question.text);
        assert_eq!(entry.personal, question.personal);
    }
}

#[test]
fn the_newest_words_and_order_count_and_codes_stay() {
    let versions = [
        version(1, vec![saying(1, "old one"), saying(2, "old two")]),
        version(2, vec![saying(2, "new two"), saying(1, "new one")]),
    ];
    check(&versions, &[(2, 2, &[]), (1, 1, &[])]);
    let book = book(&versions);
    let texts: Vec<&str> = book.entries.iter().map(|entry| &*entry.text).collect();
    assert_eq!(texts, ["new two", "new one"]);
    let codes: Vec<usize> = book.by_code().iter().map(|entry| entry.code).collect();
    assert_eq!(codes, [1, 2]);
}

#[test]
fn a_deleted_question_keeps_its_code_at_the_end() {
    let [gone, keep, new] = [1, 2, 3].map(|number| question(number, Kind::ShortText));
    let versions = [version(1, vec![gone, keep.clone()]), version(2, vec![new, keep])];
    check(&versions, &[(3, 3, &[]), (2, 2, &[]), (1, 1, &[])]);
}

#[test]
fn a_question_that_was_gone_for_one_version_is_one_entry() {
    let [one, two] = [1, 2].map(|number| question(number, Kind::ShortText));
    let versions = [
        version(1, vec![one.clone(), two.clone()]),
        version(2, vec![two.clone()]),
        version(3, vec![one, two]),
    ];
    check(&versions, &[(1, 1, &[]), (2, 2, &[])]);
}

#[test]
fn a_deleted_choice_comes_behind_those_that_are_left() {
    let with = |numbers: &[u32]| vec![picking(1, Kind::ManyChoices, numbers)];
    let versions = [version(1, with(&[1, 2, 3])), version(2, with(&[3, 4, 1]))];
    check(&versions, &[(1, 1, &[(3, 3), (4, 4), (1, 1), (2, 2)])]);
    let versions = [versions[0].clone(), versions[1].clone(), version(3, with(&[5, 2]))];
    check(&versions, &[(1, 1, &[(5, 5), (2, 2), (3, 3), (4, 4), (1, 1)])]);
}

#[test]
fn a_choice_has_its_newest_words() {
    let says = |text: &str| {
        let choices = vec![choice(c(1), text)];
        vec![Question { choices, ..question(1, Kind::OneChoice) }]
    };
    let book = book(&[version(1, says("old")), version(2, says("new"))]);
    assert_eq!(book.entries[0].choice(c(1)).map(|choice| &*choice.text), Some("new"));
    assert_eq!(book.entries[0].choice(c(2)), None);
}

#[test]
fn another_way_to_answer_is_another_entry() {
    let kinds = [Kind::OneChoice, Kind::ManyChoices, Kind::LongText, Kind::Number, Kind::Date];
    let versions: Vec<Survey> =
        kinds.iter().zip(1..).map(|(kind, v)| version(v, vec![question(1, *kind)])).collect();
    let three: &[_] = &[(1, 1), (2, 2), (3, 3)];
    let expected: &[Coded<&[_]>] =
        &[(5, 1, &[]), (1, 1, three), (2, 1, three), (3, 1, &[]), (4, 1, &[])];
    check(&versions, expected);
}

#[test]
fn a_kind_that_is_answered_in_the_same_way_is_the_same_entry() {
    for kinds in [
        &[Kind::ShortText, Kind::LongText][..],
        &[Kind::OneChoice, Kind::OnePicture, Kind::EitherOr],
        &[Kind::ManyChoices, Kind::ManyPictures],
    ] {
        let versions: Vec<Survey> =
            kinds.iter().zip(1..).map(|(kind, v)| version(v, vec![question(1, *kind)])).collect();
        let entries = book(&versions).entries;
        assert_eq!(entries.len(), 1, "{kinds:?}");
        assert_eq!(Some(&entries[0].kind), kinds.last());
    }
}

#[test]
fn standard_choices_get_the_words_of_the_app() {
    let book = book(&[version(1, vec![question(1, Kind::YesNo)])]);
    let said = |id| book.entries[0].choice(id).map(|choice| (choice.code, &*choice.text));
    assert_eq!(said(YES), Some((1, "Yes")));
    assert_eq!(said(NO), Some((2, "No")));
    assert_eq!(said(NOT_SURE), Some((3, "I am not sure")));
    let welsh = words_of("Yes=Ydw", &[]);
    let book = Codebook::of(&[version(1, vec![question(1, Kind::YesNo)])], &welsh);
    assert_eq!(book.entries[0].choice(YES).map(|choice| &*choice.text), Some("Ydw"));
}

#[test]
fn something_else_has_a_code_from_when_it_was_first_offered() {
    let with = |other| Question { other, ..picking(1, Kind::OneChoice, &[1, 2]) };
    let more = Question { other: true, ..picking(1, Kind::OneChoice, &[3, 1, 2]) };
    let versions = [
        version(1, vec![with(false)]),
        version(2, vec![with(true)]),
        version(3, vec![more]),
        version(4, vec![with(false)]),
    ];
    let book = book(&versions);
    let code = |id| book.entries[0].choice(id).map(|choice| choice.code);
    assert_eq!([c(1), c(2), OTHER, c(3)].map(code), [Some(1), Some(2), Some(3), Some(4)]);
    assert_eq!(book.entries[0].choices.len(), 4, "each once");
}

#[test]
fn cards_come_with_the_names_of_their_places() {
    let sorting = |piles: &[&str]| {
        let piles = piles.iter().map(|pile| (*pile).to_owned()).collect();
        vec![Question { piles, ..question(1, Kind::Sorting) }]
    };
    let entry = |versions: &[Survey]| book(versions).entries.remove(0);
    let standard = entry(&[version(1, sorting(&[]))]);
    assert_eq!(standard.piles, ["Going well", "Not sure", "Not going well"]);
    let own = entry(&[version(1, sorting(&[])), version(2, sorting(&["Good", "", "Bad"]))]);
    assert_eq!(own.piles, ["Good", "Not sure", "Bad"]);
}

#[test]
fn once_personal_always_personal() {
    let with = |personal| vec![Question { personal, ..question(1, Kind::ShortText) }];
    let entry = |versions: &[Survey]| book(versions).entries.remove(0).personal;
    assert!(!entry(&[version(1, with(false))]));
    assert!(entry(&[version(1, with(true)), version(2, with(false))]));
    assert!(entry(&[version(1, with(false)), version(2, with(true))]));
}

#[test]
fn the_question_about_help_asks_in_the_words_of_the_app() {
    let book = book(&[version(1, vec![question(1, Kind::YesNo), standard::help_question()])]);
    assert_eq!(book.entries[1].text, "Did someone help you with this survey?");
    assert_eq!(book.entries[1].choices[0].text, "No, I did it on my own");
    assert_eq!(q(1), book.entries[0].id);
}

#[test]
fn a_choice_has_its_newest_picture_or_that_of_the_app() {
    let with = |picture: &str| {
        let choices = vec![Choice { picture: picture.to_owned(), ..choice(c(1), "Tea") }];
        vec![Question { choices, ..question(1, Kind::OnePicture) }]
    };
    let book = |versions: &[Survey]| book(versions).entries.remove(0).choices.remove(0).picture;
    assert_eq!(book(&[version(1, with("2615")), version(2, with("1FAD6"))]), "1FAD6");
    assert_eq!(book(&[version(1, vec![question(1, Kind::YesNo)])]), "1F44D");
}
