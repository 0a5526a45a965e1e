//! Publishing: every problem, in the order of the page, and what survives from version to version.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Change, Place, Problem};
use ask_together::model::id::QuestionId;
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{self, HELP};
use ask_together::model::survey::{Kind, LONGEST_TEXT, MOST_CHOICES, MOST_QUESTIONS};
use ask_together::model::wire::Packet;

const KEY: PublicKey = PublicKey([7; 32]);

/// A tab with one question, ready to publish.
fn ready() -> (Tab, QuestionId) {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Food");
    tab.types(Place::Organisation, "The café");
    let question = tab.adds_question(None, "Do you like tea?");
    (tab, question)
}

/// What publishing finds, and that each problem names a place that is there.
fn check(tab: &Tab, expected: &[Problem]) {
    let problems = tab.draft.publish(1, KEY).expect_err("problems");
    assert_eq!(problems, expected);
    for place in problems.into_iter().filter_map(Problem::place) {
        assert!(tab.draft.content().text(place).is_some(), "{place:?} is not on the page");
    }
}

#[test]
fn a_ready_draft_publishes_as_it_stands() {
    let (tab, question) = ready();
    let survey = tab.draft.publish(3, KEY).expect("no problems");
    assert_eq!((survey.id, survey.version, survey.key), (SURVEY, 3, KEY));
    assert_eq!(survey.title, "Food");
    assert_eq!(survey.organisation, "The café");
    assert_eq!(survey.questions[0].id, question);
    let choices: Vec<_> = survey.questions[0].choices.iter().map(|c| &*c.text).collect();
    assert_eq!(choices, ["Yes", "No"]);
    assert_eq!(survey.questions[1..], [standard::help_question()], "help comes last");
}

#[test]
fn an_empty_draft_has_three_problems_in_the_order_of_the_page() {
    check(&Tab::new(1), &[Problem::NoTitle, Problem::NoOrganisation, Problem::NoQuestions]);
}

#[test]
fn blanks_are_no_title() {
    let (mut tab, _) = ready();
    tab.types(Place::Title, " \n\t ");
    check(&tab, &[Problem::NoTitle]);
}

#[test]
fn blanks_are_no_organisation() {
    let (mut tab, _) = ready();
    tab.types(Place::Organisation, "\u{a0}");
    check(&tab, &[Problem::NoOrganisation]);
}

#[test]
fn a_question_needs_words() {
    let (mut tab, question) = ready();
    tab.types(Place::Question(question), "  ");
    check(&tab, &[Problem::NoQuestionText(question)]);
    assert_eq!(Problem::NoQuestionText(question).place(), Some(Place::Question(question)));
}

#[test]
fn one_choice_is_too_few() {
    let (mut tab, question) = ready();
    tab.does(Change::RemoveChoice { question, choice: tab.choice(question, 1) });
    check(&tab, &[Problem::TooFewChoices(question)]);
    assert_eq!(Problem::TooFewChoices(question).place(), Some(Place::Question(question)));
    tab.does(Change::SetKind { question, kind: Kind::LongText });
    assert!(tab.draft.publish(1, KEY).is_ok(), "a written answer needs no choices");
}

#[test]
fn a_choice_needs_words() {
    let (mut tab, question) = ready();
    let choice = tab.choice(question, 1);
    tab.types(Place::Choice(question, choice), " ");
    check(&tab, &[Problem::NoChoiceText(question, choice)]);
    let place = Problem::NoChoiceText(question, choice).place();
    assert_eq!(place, Some(Place::Choice(question, choice)));
}

#[test]
fn the_second_of_two_equal_choices_is_the_problem() {
    let (mut tab, question) = ready();
    let second = tab.choice(question, 1);
    tab.types(Place::Choice(question, second), " yEs ");
    check(&tab, &[Problem::SameChoice(question, second)]);
    let place = Problem::SameChoice(question, second).place();
    assert_eq!(place, Some(Place::Choice(question, second)));
}

#[test]
fn words_that_nobody_sees_are_no_words_anywhere() {
    let (mut tab, question) = ready();
    let first = tab.choice(question, 0);
    tab.types(Place::Title, "\u{200b}");
    tab.types(Place::Organisation, "\u{2060}\u{feff}");
    tab.types(Place::Question(question), "\u{3164}");
    tab.types(Place::Choice(question, first), "\u{2800}");
    check(
        &tab,
        &[
            Problem::NoTitle,
            Problem::NoOrganisation,
            Problem::NoQuestionText(question),
            Problem::NoChoiceText(question, first),
        ],
    );
}

#[test]
fn a_text_that_nobody_sees_is_left_out() {
    let (mut tab, question) = ready();
    tab.types(Place::Welcome, "\u{200e}");
    tab.types(Place::Hint(question), "\u{ad}");
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!((&*survey.welcome, &*survey.questions[0].hint), ("", ""));
}

/// Whether two choices of a question are said to be the same.
fn check_same(one: &str, other: &str, expected: bool) {
    let (mut tab, question) = ready();
    let second = tab.choice(question, 1);
    tab.types(Place::Choice(question, tab.choice(question, 0)), one);
    tab.types(Place::Choice(question, second), other);
    let problems = tab.draft.problems();
    let same = problems.contains(&Problem::SameChoice(question, second));
    assert_eq!(same, expected, "{one:?} {other:?}");
}

#[test]
fn choices_that_look_the_same_are_the_same() {
    for (one, other) in [
        ("Tŷ", "Ty\u{302}"),
        ("CRÈME", "cre\u{300}me"),
        ("Mười", "Mu\u{31b}o\u{31b}\u{300}i"),
        ("Một", "Mo\u{323}\u{302}t"),
        ("Ångström", "A\u{30a}ngstro\u{308}m"),
        ("No\u{200b}", "no"),
        ("\u{200e}No", " no\u{feff}"),
        ("co\u{ad}op", "coop"),
        ("❤", "❤\u{fe0f}"),
    ] {
        check_same(one, other, true);
    }
    for (one, other) in [
        ("Ty", "Tŷ"),
        ("Resume", "Résumé"),
        ("👩\u{200d}👧", "👩👧"),
        (
            "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        ),
        ("Mae", "Ma e"),
        ("\u{301}", "e"),
    ] {
        check_same(one, other, false);
    }
}

#[test]
fn two_empty_choices_are_empty_but_not_the_same() {
    let (mut tab, question) = ready();
    let choices = [tab.choice(question, 0), tab.choice(question, 1)];
    for choice in choices {
        tab.types(Place::Choice(question, choice), "");
    }
    check(&tab, &choices.map(|choice| Problem::NoChoiceText(question, choice)));
}

#[test]
fn words_can_be_too_long_in_any_place() {
    let (mut tab, question) = ready();
    let places = [
        Place::Title,
        Place::Organisation,
        Place::Welcome,
        Place::WhoSees,
        Place::After,
        Place::Question(question),
        Place::Hint(question),
        Place::PictureAlt(question),
        Place::Choice(question, tab.choice(question, 0)),
    ];
    for place in places {
        tab.types(place, &"a".repeat(LONGEST_TEXT));
    }
    assert!(tab.draft.publish(1, KEY).is_ok(), "the longest text fits");
    for place in places {
        tab.types(place, &"é".repeat(LONGEST_TEXT / 2 + 1));
    }
    check(&tab, &places.map(Problem::TooLong));
}

#[test]
fn one_question_above_the_most_is_too_many() {
    let (mut tab, mut last) = ready();
    // One of the most is the question about help.
    for number in 2..MOST_QUESTIONS {
        last = tab.adds_question(Some(last), &number.to_string());
    }
    assert!(tab.draft.publish(1, KEY).is_ok());
    tab.adds_question(Some(last), "One more");
    check(&tab, &[Problem::TooManyQuestions]);
    assert_eq!(Problem::TooManyQuestions.place(), None);
    assert_eq!(Problem::NoQuestions.place(), None);
}

#[test]
fn one_choice_above_the_most_is_too_many() {
    let (mut tab, question) = ready();
    let mut last = tab.choice(question, 1);
    for number in 2..MOST_CHOICES {
        last = tab.adds_choice(question, Some(last), &number.to_string());
    }
    assert!(tab.draft.publish(1, KEY).is_ok());
    tab.adds_choice(question, Some(last), "One more");
    check(&tab, &[Problem::TooManyChoices(question)]);
    assert_eq!(Problem::TooManyChoices(question).place(), Some(Place::Question(question)));
}

#[test]
fn problems_come_in_the_order_of_the_page() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "");
    let second = tab.adds_question(Some(first), "Do you like cake?");
    tab.types(Place::Welcome, &"a".repeat(LONGEST_TEXT + 1));
    let choice = tab.choice(first, 1);
    tab.types(Place::Choice(first, choice), "");
    tab.does(Change::RemoveChoice { question: second, choice: tab.choice(second, 0) });
    check(
        &tab,
        &[
            Problem::NoTitle,
            Problem::NoOrganisation,
            Problem::TooLong(Place::Welcome),
            Problem::NoQuestionText(first),
            Problem::NoChoiceText(first, choice),
            Problem::TooFewChoices(second),
        ],
    );
}

#[test]
fn words_lose_the_blanks_around_them() {
    let (mut tab, question) = ready();
    let choice = tab.choice(question, 0);
    tab.types(Place::Title, " Food ");
    tab.types(Place::Welcome, "\nHello\nagain\n");
    tab.types(Place::Question(question), "  Tea? ");
    tab.types(Place::Hint(question), " A drink. ");
    tab.types(Place::Choice(question, choice), " Yes ");
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!((&*survey.title, &*survey.welcome), ("Food", "Hello\nagain"));
    assert_eq!((&*survey.questions[0].text, &*survey.questions[0].hint), ("Tea?", "A drink."));
    assert_eq!(survey.questions[0].choices[0].text, "Yes");
}

#[test]
fn ids_survive_new_words_and_a_new_order() {
    let (mut tab, first) = ready();
    let second = tab.adds_question(Some(first), "Do you like cake?");
    let before = tab.draft.publish(1, KEY).expect("no problems");
    tab.types(Place::Question(first), "Is tea nice?");
    let choice = tab.choice(first, 0);
    tab.types(Place::Choice(first, choice), "Very");
    let to = tab.draft.question_position(None);
    tab.does(Change::MoveQuestion { question: second, to });
    let to = tab.draft.choice_position(first, Some(tab.choice(first, 1)));
    tab.does(Change::MoveChoice { question: first, choice, to });
    let after = tab.draft.publish(2, KEY).expect("no problems");
    let ids: Vec<_> = after.questions.iter().map(|question| question.id).collect();
    assert_eq!(ids, [second, first, HELP]);
    assert_eq!(after.version, 2);
    assert_eq!(after.id, before.id);
    let choices = |survey: &ask_together::model::survey::Survey| -> Vec<_> {
        let question = survey.question(first).expect("the first question");
        question.choices.iter().map(|choice| choice.id).collect()
    };
    let (mut old, new) = (choices(&before), choices(&after));
    old.reverse();
    assert_eq!(new, old);
}

#[test]
fn a_kind_without_choices_publishes_none() {
    let (mut tab, question) = ready();
    tab.does(Change::SetKind { question, kind: Kind::ShortText });
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(survey.questions[0].kind, Kind::ShortText);
    assert!(survey.questions[0].choices.is_empty());
}

#[test]
fn what_is_published_can_be_read_from_a_packet() {
    let (mut tab, question) = ready();
    tab.does(set_text(Place::Hint(question), "A hot drink. ☕"));
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(ask_together::model::survey::Survey::from_packet(&survey.to_packet()), Ok(survey));
}

#[test]
fn a_version_has_the_print_of_the_draft_it_was_made_from_until_a_word_changes() {
    let (mut tab, question) = ready();
    let print = tab.draft.print();
    for (version, key) in [(1, KEY), (2, PublicKey([8; 32]))] {
        assert_eq!(tab.draft.publish(version, key).expect("no problems").print(), print);
    }
    tab.types(Place::Question(question), "Do you like coffee?");
    assert_ne!(tab.draft.print(), print);
    assert_ne!(tab.draft.publish(1, KEY).expect("no problems").print(), print);
    tab.types(Place::Question(question), "Do you like tea?");
    assert_eq!(tab.draft.print(), print, "the same words again are what readers checked");
}
