//! What people wrote, as a team reads it: answer by answer, looked for, quoted with consent, and counted by tag.

use crate::make::{
    choice, edition_of, one, other, picking, question, received, saying, version, words,
};
use crate::support::{c, q};
use crate::written::{ME, with_tag};
use ask_together::model::answer::Answer;
use ask_together::model::dataset::{Dataset, written};
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::Received;
use ask_together::model::standard::{HELP, HELP_ANSWERED, NO, NOT_SURE, YES, help_question};
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::words::Words;
use ask_together::model::work::{Mark, Spot, State, Work};
use ask_together::model::written::{Quote, Sieve, passes, quotes, tag_tally};

/// A question for words, one with "something else", one about quotes, and the question about help.
fn versions() -> [Survey; 1] {
    let mut pick = picking(2, Kind::OneChoice, &[1, 2]);
    pick.other = true;
    let mut quote = question(3, Kind::YesNo);
    quote.text = "Can we use your words in a report?".to_owned();
    [version(1, vec![saying(1, "What is good?"), pick, quote, help_question()])]
}

fn person(id: u64, given: &[(u32, Answer)]) -> Received {
    let mut person = received(1, given);
    person.response.id = ResponseId(id);
    person.response.revision = 1;
    person
}

fn people() -> Vec<Received> {
    let yes = || (3, Answer::OneChoice(YES));
    let mut helped = person(4, &[(1, words("They like tea.")), yes()]);
    helped.response.answers.set(HELP, Some(Answer::ManyChoices(vec![HELP_ANSWERED])));
    vec![
        person(1, &[(1, words("Anna makes tea.")), (2, other(&[], "Soup with Bo")), yes()]),
        person(2, &[(1, words("The tea.")), (3, Answer::OneChoice(NO))]),
        person(3, &[(1, words("More tea, please.")), (3, Answer::OneChoice(NOT_SURE))]),
        helped,
        person(5, &[(1, words("No tea."))]),
        person(6, &[(1, words(" \u{200b}\n")), yes()]),
    ]
}

fn at(question: u32, response: u64) -> Spot {
    Spot { response: ResponseId(response), asked: q(question).into() }
}

#[test]
fn all_that_was_written_is_read_question_by_question() {
    let (versions, people, english) = (versions(), people(), Words::english());
    let data = Dataset::of(&versions, &people, &english);
    let found: Vec<(u64, &str)> =
        written(&data).iter().map(|one| (one.spot.response.0, one.words)).collect();
    let tea =
        [(1, "Anna makes tea."), (2, "The tea."), (3, "More tea, please."), (4, "They like tea.")];
    assert_eq!(found, [&tea[..], &[(5, "No tea."), (1, "Soup with Bo")]].concat());
    assert!(written(&data)[3].is_answered_for);
}

#[test]
fn answers_are_looked_for_by_words_question_tag_and_mark() {
    let (versions, people, english) = (versions(), people(), Words::english());
    let data = Dataset::of(&versions, &people, &english);
    let (mut work, tag) = with_tag("Tea");
    work.apply(work.tag(at(1, 2), tag, true), ME);
    work.apply(work.set_mark(at(1, 1), Some(Mark::Quote), 1), ME);
    // Read before the person sent other answers: it is to be read again.
    work.apply(work.set_mark(at(1, 3), Some(Mark::Quote), 0), ME);
    let check = |sieve: Sieve, expected: &[u64]| {
        let found = written(&data);
        let found =
            found.iter().filter(|one| passes(&sieve, &work, (data.entries[one.entry].code, one)));
        let found: Vec<u64> = found.map(|one| one.spot.response.0).collect();
        assert_eq!(found, expected, "{sieve:?}");
    };
    let all = Sieve::default();
    check(Sieve { words: " TEA  anna".into(), ..all.clone() }, &[1]);
    check(Sieve { question: Some(2), ..all.clone() }, &[1]);
    check(Sieve { tag: Some(tag), ..all.clone() }, &[2]);
    check(Sieve { mark: Some(Some(Mark::Quote)), ..all.clone() }, &[1]);
    check(Sieve { mark: Some(None), ..all.clone() }, &[2, 3, 4, 5, 1]);
    check(Sieve { mark: Some(Some(Mark::Private)), ..all }, &[]);
    assert_eq!(written(&data)[2].state(&work), State::Stale(Mark::Quote));
}

#[test]
fn only_who_said_yes_or_was_not_asked_is_quoted_and_names_are_out() {
    let (mut versions, people, english) = (versions(), people(), Words::english());
    let mut work = Work::default();
    for id in 1..=6 {
        work.apply(work.set_mark(at(1, id), Some(Mark::Quote), 1), ME);
    }
    work.apply(work.set_mark(at(2, 1), Some(Mark::Paraphrase), 1), ME);
    work.apply(work.strike(at(1, 1), "anna", true), ME);
    let found = |versions: &[Survey], work: &Work| {
        let data = Dataset::of(versions, &people, &english);
        let quote = |one: Quote| (one.spot.response.0, one.words, one.is_answered_for);
        quotes(&data, work).into_iter().map(quote).collect::<Vec<_>>()
    };
    // Who was asked and skipped it said no yes either.
    let quoted =
        [(1, "[name] makes tea.".to_owned(), false), (4, "They like tea.".to_owned(), true)];
    assert_eq!(found(&versions, &work), quoted);
    work.apply(work.set_mark(at(1, 1), Some(Mark::Quote), 9), ME);
    assert_eq!(found(&versions, &work), quoted[1..], "other words than those that were read");
    versions[0].questions[2].text = "Do you like words?".to_owned();
    assert_eq!(found(&versions, &work).len(), 4, "nobody was asked");
}

#[test]
fn an_own_answer_that_is_no_yes_forbids_a_quote() {
    let mut ask = picking(3, Kind::OneChoice, &[]);
    ask.text = "Is it OK if we quote you?".to_owned();
    let says = [
        "Yes, with my name",
        "No thank you",
        "I don’t want that",
        "Not now",
        "Yes",
        "I am happy with it",
    ];
    ask.choices = says.iter().zip(1..).map(|(text, number)| choice(c(number), text)).collect();
    let versions = [version(1, vec![saying(1, "What is good?"), ask])];
    let people: Vec<_> =
        (1..=6).map(|n| person(u64::from(n), &[(1, words("Tea.")), (3, one(n))])).collect();
    let mut work = Work::default();
    (1..=6).for_each(|id| _ = work.apply(work.set_mark(at(1, id), Some(Mark::Quote), 1), ME));
    let english = Words::english();
    let quotes = quotes(&Dataset::of(&versions, &people, &english), &work);
    let found: Vec<u64> = quotes.iter().map(|one| one.spot.response.0).collect();
    assert_eq!(found, [1, 5, 6]);
}

#[test]
fn tags_count_people_who_wrote() {
    let (versions, people, english) = (versions(), people(), Words::english());
    let data = Dataset::of(&versions, &people, &english);
    let (mut work, tag) = with_tag("Tea");
    assert_eq!(tag_tally(&data, &work, 0, &[0, 1, 2, 4, 5]), None);
    for id in [1, 2, 4] {
        work.apply(work.tag(at(1, id), tag, true), ME);
    }
    let own = tag_tally(&data, &work, 0, &[0, 1, 2, 4, 5]).expect("tags");
    assert_eq!((own.wrote, own.untagged, own.tags[0].people), (4, 2, 2));
    let theirs = tag_tally(&data, &work, 0, &[3]).expect("tags");
    assert_eq!((theirs.wrote, theirs.untagged, theirs.tags[0].people), (1, 0, 1));
    assert_eq!(tag_tally(&data, &work, 1, &[0]), None, "it is of another question");
    work.apply(work.delete_tag(tag), ME);
    assert_eq!(tag_tally(&data, &work, 0, &[0]), None, "a deleted tag counts nowhere");
}

#[test]
fn what_was_done_outlives_a_new_version_and_more_answers() {
    let (mut work, tag) = with_tag("Tea");
    work.apply(work.tag(at(1, 1), tag, true), ME);
    let mut later = versions()[0].clone();
    later.version = 2;
    later.edition = edition_of(2);
    later.questions[0].text = "What do you like?".to_owned();
    later.questions.swap(0, 1);
    let versions = [versions()[0].clone(), later];
    let mut people = people();
    people.insert(0, received(2, &[(1, words("Coffee."))]));
    let english = Words::english();
    let data = Dataset::of(&versions, &people, &english);
    let tagged: Vec<&str> = written(&data)
        .into_iter()
        .filter(|one| work.has_tag(one.spot, tag))
        .map(|one| one.words)
        .collect();
    assert_eq!(tagged, ["Anna makes tea."]);
}
