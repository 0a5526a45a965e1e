//! Groups beside each other: who is in which, and who is in none.

use crate::make::{many, one, picking, received, version};
use ask_together::model::answer::Answer;
use ask_together::model::compare::{By, own, sides, ways};
use ask_together::model::dataset::Dataset;
use ask_together::model::id::ChoiceId;
use ask_together::model::inbox::{By as Way, Received};
use ask_together::model::results::told;
use ask_together::model::standard::{HELP, HELP_ANSWERED, NO_HELP, help_question};
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::words::Words;

fn versions() -> [Survey; 1] {
    let pick = picking(1, Kind::OneChoice, &[1, 2, 3]);
    [version(1, vec![pick, picking(2, Kind::ManyChoices, &[1, 2]), help_question()])]
}

fn helped(mut person: Received, help: &[ChoiceId]) -> Received {
    person.response.answers.set(HELP, Some(Answer::ManyChoices(help.to_vec())));
    person
}

fn people() -> Vec<Received> {
    vec![
        received(1, &[(1, one(1)), (2, many(&[1, 2]))]),
        helped(received(1, &[(1, one(2)), (2, many(&[1]))]), &[NO_HELP]),
        helped(received(1, &[(1, one(1))]), &[HELP_ANSWERED]),
        Received { by: Way::Typed, ..received(1, &[]) },
    ]
}

/// The groups by something: each name, with its rows.
fn check(by: By, expected: &[(&str, &[usize])]) {
    let (versions, people, words) = (versions(), people(), Words::english());
    let data = Dataset::of(&versions, &people, &words);
    let found = sides(&data, by);
    let found: Vec<(&str, &[usize])> = found.iter().map(|s| (&*s.name, &*s.rows)).collect();
    assert_eq!(found, expected, "{by:?}");
}

#[test]
fn groups_are_told_apart_by_what_people_said_themselves() {
    check(By::Question(1), &[("1", &[0]), ("2", &[1])]);
    check(By::Question(2), &[("1", &[0, 1]), ("2", &[0])]);
    check(By::Question(9), &[]);
}

#[test]
fn groups_are_told_apart_by_help_and_by_how_answers_came() {
    let own = "On their own";
    check(By::Help, &[(own, &[1]), ("Someone answered for them", &[2]), ("Did not say", &[0, 3])]);
    check(By::WayIn, &[("Pasted, on a shared tablet", &[0, 1]), ("Typed in from paper", &[3])]);
    check(By::Version, &[("1", &[0, 1, 3])]);
}

#[test]
fn only_what_tells_some_apart_can_be_picked_and_each_group_has_its_own_base() {
    let (versions, people, words) = (versions(), people(), Words::english());
    let data = Dataset::of(&versions, &people, &words);
    let found: Vec<By> = ways(&data).into_iter().map(|(by, _)| by).collect();
    assert_eq!(found, [By::Question(1), By::Question(2), By::Help, By::WayIn, By::BeforeAfter]);
    assert_eq!(own(&data), [0, 1, 3]);
    let side = sides(&data, By::Question(1)).remove(0);
    assert!(side.is_small());
    let told = told(&data, &side.rows);
    assert_eq!((told.people, &*told.tallies[0].counts), (1, &[1, 0, 0][..]));
}

#[test]
fn before_and_after_are_the_same_people_first_and_last() {
    let (versions, words) = (versions(), Words::english());
    let said = |code: &str, at: u64, picked: u32| {
        let mut person = received(1, &[(1, one(picked))]);
        person.at = at;
        person.response.given.code = code.to_owned();
        person
    };
    let mut for_them = helped(said("9", 9, 1), &[HELP_ANSWERED]);
    for_them.response.given.code = "7Q".to_owned();
    let people = vec![
        said("7Q", 5, 2),
        said("7Q", 1, 1),
        said("8", 2, 1),
        said("", 3, 3),
        said("", 4, 3),
        said(" 7Q", 3, 3),
        said("9", 1, 1),
        said("9", 2, 2),
        for_them,
    ];
    let data = Dataset::of(&versions, &people, &words);
    let found = sides(&data, By::BeforeAfter);
    let found: Vec<(&str, &[usize])> = found.iter().map(|s| (&*s.name, &*s.rows)).collect();
    assert_eq!(found, [("Before", &[1, 6][..]), ("After", &[0, 7])]);
    assert!(ways(&data).iter().any(|(by, _)| *by == By::BeforeAfter));
    let data = Dataset::of(&versions, &people[2..6], &words);
    assert!(sides(&data, By::BeforeAfter).is_empty(), "nobody answered twice");
}
