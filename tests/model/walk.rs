//! Walking through a survey: where a press leads, and where a browser's step does.

use crate::make::{answers, many, one, question, saying, shown, version, when_is, words};
use ask_together::model::answer::Answer;
use ask_together::model::left::{DONE, TAKEN};
use ask_together::model::limit::Limit;
use ask_together::model::path::{Path, Step};
use ask_together::model::response::Answers;
use ask_together::model::standard::{NO, YES};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::walk::{self, Page, number_of, page_at, review};

fn step(place: usize) -> Step {
    Step { place, round: 0 }
}

/// Which question a page is of, by its place.
fn place(page: Page) -> usize {
    match page {
        Page::Question(step) => step.place,
        other => panic!("{other:?} is no question"),
    }
}

/// Three questions. The second is asked after the first choice of the first.
fn survey() -> Survey {
    let second = shown(when_is(1, 1), question(2, Kind::ManyChoices));
    version(1, vec![question(1, Kind::OneChoice), second, saying(3, "Why?")])
}

fn consent() -> Survey {
    version(1, vec![question(1, Kind::Consent), saying(2, "Why?")])
}

fn agreed(choice: ask_together::model::id::ChoiceId) -> Answers {
    answers(&[(1, Answer::OneChoice(choice))])
}

#[test]
fn next_and_back_go_along_the_path() {
    let survey = survey();
    for (picked, places) in [(1, vec![0, 1, 2]), (2, vec![0, 2])] {
        let path = Path::of(&survey, &answers(&[(1, one(picked))]));
        let mut found = vec![0];
        loop {
            match walk::next(&path, step(*found.last().expect("one")), None) {
                (Page::Question(step), None) => found.push(step.place),
                end => break assert_eq!(end, (Page::Check, None)),
            }
        }
        assert_eq!(found, places);
        assert_eq!(place(walk::before(&path, Page::Check)), 2);
        assert_eq!(place(walk::before(&path, Page::Question(step(2)))), places[places.len() - 2]);
    }
}

#[test]
fn back_from_the_ends() {
    let path = Path::of(&survey(), &Answers::default());
    for (page, before) in [
        (Page::Question(step(0)), Page::Welcome),
        (Page::Welcome, Page::Welcome),
        (Page::Deleted, Page::Welcome),
        (Page::Send, Page::Check),
        (Page::Done, Page::Check),
    ] {
        assert_eq!(walk::before(&path, page), before, "{page:?}");
    }
    let empty = Path::of(&version(1, Vec::new()), &Answers::default());
    assert_eq!(walk::before(&empty, Page::Check), Page::Welcome);
}

#[test]
fn a_changed_answer_leads_to_what_it_brought_up_and_then_to_the_check() {
    let survey = survey();
    let before = Path::of(&survey, &answers(&[(1, one(2)), (3, words("So"))]));
    let changing = Some(before.steps);
    let path = Path::of(&survey, &answers(&[(1, one(1)), (3, words("So"))]));
    let (page, changing) = walk::next(&path, step(0), changing);
    assert_eq!(place(page), 1, "the question that is new");
    assert_eq!(walk::next(&path, step(1), changing), (Page::Check, None));
}

#[test]
fn a_changed_answer_that_brings_nothing_up_leads_back_to_the_check() {
    let survey = survey();
    let path = Path::of(&survey, &answers(&[(1, one(1))]));
    let changing = Some(path.steps.clone());
    assert_eq!(walk::next(&path, step(0), changing), (Page::Check, None));
}

#[test]
fn no_to_taking_part_is_the_end() {
    let survey = consent();
    let path = Path::of(&survey, &agreed(NO));
    assert_eq!(walk::next(&path, step(0), None).0, Page::Ended);
    assert_eq!(place(walk::before(&path, Page::Ended)), 0);
    assert_eq!(
        walk::next(&Path::of(&survey, &agreed(YES)), step(0), None).0,
        Page::Question(step(1))
    );
}

#[test]
fn who_comes_back_begins_where_the_first_answer_is_missing() {
    let survey = survey();
    let begin = |given: &[(u32, Answer)]| {
        let answers = answers(given);
        walk::begin(&survey, &answers, &Path::of(&survey, &answers)).map(|step| step.place)
    };
    assert_eq!(begin(&[]), Some(0));
    assert_eq!(begin(&[(1, one(1))]), Some(1));
    assert_eq!(begin(&[(1, one(2))]), Some(2));
    assert_eq!(begin(&[(1, one(2)), (3, words("So"))]), Some(0), "all are answered");
    let page = version(1, vec![question(1, Kind::Information), saying(2, "Why?")]);
    let none = Answers::default();
    let first = walk::begin(&page, &none, &Path::of(&page, &none));
    assert_eq!(first, Some(step(0)), "a page is read first");
}

#[test]
fn nobody_goes_on_from_a_wrong_answer() {
    let picks = Question { least: Some(Limit(2)), ..question(1, Kind::ManyChoices) };
    let survey = version(1, vec![picks, saying(2, "Why?")]);
    for (given, is_wrong) in [(many(&[1]), true), (many(&[1, 2]), false)] {
        let answers = answers(&[(1, given)]);
        let path = Path::of(&survey, &answers);
        assert_eq!(walk::wrong(&survey, &answers, step(0)).is_some(), is_wrong);
        let first = walk::first_wrong(&survey, &answers, &path);
        assert_eq!(first, is_wrong.then_some(step(0)));
    }
}

#[test]
fn each_page_has_a_number_that_leads_back_to_it() {
    let survey = survey();
    let path = Path::of(&survey, &answers(&[(1, one(1))]));
    for page in [Page::Welcome, Page::Check, Page::Send, Page::Done]
        .into_iter()
        .chain(path.steps.iter().map(|step| Page::Question(*step)))
    {
        assert_eq!(page_at(number_of(page), &path, true), page);
    }
}

#[test]
fn a_remembered_step_never_leads_past_what_may_be_opened() {
    let survey = survey();
    let path = Path::of(&survey, &answers(&[(1, one(2))]));
    let hidden = number_of(Page::Question(step(1)));
    assert_eq!(page_at(hidden, &path, false), Page::Question(step(0)));
    assert_eq!(page_at(DONE, &path, false), Page::Check, "changed since it was sent");
    assert_eq!(page_at(TAKEN, &path, false), Page::Send);

    let survey = consent();
    let waits = Path::of(&survey, &Answers::default());
    let declined = Path::of(&survey, &agreed(NO));
    for page in [Page::Check, Page::Send, Page::Done] {
        assert_eq!(page_at(number_of(page), &waits, true), Page::Question(step(0)));
        assert_eq!(page_at(number_of(page), &declined, true), Page::Ended);
    }
}

#[test]
fn a_reviewer_sees_every_page_in_its_order() {
    let pages = [
        review::Page::Hello,
        review::Page::First,
        review::Page::Question(0),
        review::Page::Question(1),
        review::Page::Last,
        review::Page::Send,
        review::Page::Done,
    ];
    for (number, page) in pages.into_iter().enumerate() {
        assert_eq!(review::number_of(page, 2), number);
        assert_eq!(review::page_at(number, 2, true), page);
    }
    assert_eq!(review::page_at(6, 2, false), review::Page::Send, "said something since");
    assert_eq!(review::page_at(99, 2, true), review::Page::Send);
    assert_eq!(review::pages(2), 4);
}
