//! What a team does with what people wrote: tags, marks and names that are struck out, by two tabs, undone, and read
//! back.

use crate::make::{choice, other, picking, received, saying, version, words};
use crate::samples;
use crate::support::{c, q};
use ask_together::model::answer::Answer;
use ask_together::model::dataset::Dataset;
use ask_together::model::id::{Author, Id, ResponseId};
use ask_together::model::inbox::Received;
use ask_together::model::records::{Heard, Kind as Record, hear};
use ask_together::model::response::Asked;
use ask_together::model::standard::{HELP, HELP_ANSWERED, NO, NOT_SURE, YES, help_question};
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::wire::{Packet, Unreadable, from_text, to_text};
use ask_together::model::words::Words;
use ask_together::model::written::{
    BadTag, Key, LARGEST_AT, Mark, Piece, Sheet, Sieve, Spot, Stamp, State, TagId, Value, Work,
    passes, pieces, quotes, struck_out, tag_tally, written,
};
use proptest::prelude::*;

const ME: Author = Author(1);
const YOU: Author = Author(2);

fn spot(response: u64) -> Spot {
    Spot { response: ResponseId(response), asked: q(1).into() }
}

fn with_tag(name: &str) -> (Work, TagId) {
    let mut work = Work::default();
    let (tag, step) = work.new_tag(name, ME).expect("a name");
    work.apply(step, ME);
    (work, tag)
}

fn names(work: &Work) -> Vec<(usize, String)> {
    work.tags().into_iter().map(|tag| (tag.code, tag.name)).collect()
}

#[test]
fn a_tag_keeps_its_number_when_others_are_renamed_and_deleted() {
    let (mut work, first) = with_tag("Food");
    for name in ["Staff", "Home"] {
        let (_, step) = work.new_tag(name, YOU).expect("a name");
        work.apply(step, YOU);
    }
    let rename = work.rename_tag(first, " Meals ").expect("a name");
    work.apply(rename, ME);
    assert_eq!(names(&work), [(1, "Meals".into()), (2, "Staff".into()), (3, "Home".into())]);
    let staff = work.tags()[1].id;
    let (undo, _) = work.apply(work.delete_tag(staff), ME);
    assert_eq!(names(&work), [(1, "Meals".into()), (3, "Home".into())]);
    let (_, step) = work.new_tag("Buses", ME).expect("a name");
    work.apply(step, ME);
    assert_eq!(names(&work)[2], (4, "Buses".into()), "a number is never given twice");
    work.apply(undo, ME);
    assert_eq!(names(&work)[1], (2, "Staff".into()));
}

#[test]
fn a_tag_has_a_name_of_its_own() {
    let (mut work, tag) = with_tag("Food");
    assert_eq!(work.new_tag(" \u{200b} ", ME), Err(BadTag::Empty));
    assert_eq!(work.new_tag("food", ME), Err(BadTag::Taken(tag)));
    assert_eq!(work.new_tag(&"é".repeat(61), ME), Err(BadTag::TooLong));
    assert_eq!(work.rename_tag(tag, "FOOD").map(|step| step.len()), Ok(1), "its own is not taken");
    for number in 1..60 {
        let (_, step) = work.new_tag(&format!("Tag {number}"), ME).expect("room");
        work.apply(step, ME);
    }
    assert_eq!(work.new_tag("One more", ME), Err(BadTag::TooMany));
}

#[test]
fn undo_takes_back_each_step_to_the_letter() {
    let (mut work, tag) = with_tag("Food");
    let steps = [
        work.tag(spot(1), tag, true),
        work.set_mark(spot(1), Some(Mark::Quote), 2),
        work.strike(spot(1), " Anna ", true),
    ];
    let undo: Vec<_> = steps.into_iter().map(|step| work.apply(step, ME).0).collect();
    assert!(work.has_tag(spot(1), tag));
    assert_eq!(work.mark(spot(1)), Some((Mark::Quote, 2)));
    assert_eq!(work.struck(spot(1)), ["Anna"]);
    assert_eq!(work.struck(spot(2)), [""; 0]);
    let redo: Vec<_> = undo.into_iter().rev().map(|step| work.apply(step, ME).0).collect();
    assert_eq!((work.has_tag(spot(1), tag), work.mark(spot(1))), (false, None));
    assert!(work.struck(spot(1)).is_empty());
    redo.into_iter().rev().for_each(|step| _ = work.apply(step, ME));
    assert_eq!((work.has_tag(spot(1), tag), work.struck(spot(1)).len()), (true, 1));
    assert!(work.strike(spot(1), " ", true).is_empty(), "nothing to strike");
}

/// One thing that one of two tabs does to the sheet of one person.
fn act() -> impl Strategy<Value = (bool, u8, u8)> {
    (any::<bool>(), 0..3_u8, 0..4_u8)
}

fn done(sheet: &mut Sheet, (is_me, what, how): (bool, u8, u8)) {
    let asked = Asked { question: q(1), round: 0 };
    let (key, value) = match what {
        0 => (
            Key::Tagged(asked, TagId(Id { author: ME, number: 1 })),
            if how % 2 == 0 { Value::Yes } else { Value::Nothing },
        ),
        1 => (
            Key::Mark(asked),
            match Mark::ALL.get(usize::from(how)) {
                Some(mark) => Value::Mark { mark: *mark, revision: 1 },
                None => Value::Nothing,
            },
        ),
        _ => (Key::Struck(asked, "Anna".into()), if how > 1 { Value::Yes } else { Value::Nothing }),
    };
    sheet.set(key, value, if is_me { ME } else { YOU });
}

fn merged(one: &Sheet, other: &Sheet) -> Sheet {
    let mut both = one.clone();
    both.merge(other.clone());
    both
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Each record is merged where two tabs meet, in whichever order and however often.
    #[test]
    fn tabs_agree_whatever_each_did(
        before in prop::collection::vec(act(), 0..4),
        ours in prop::collection::vec(act(), 0..6),
        theirs in prop::collection::vec(act(), 0..6),
    ) {
        let mut start = Sheet::default();
        before.into_iter().for_each(|act| done(&mut start, act));
        let (mut one, mut other) = (start.clone(), start.clone());
        ours.into_iter().for_each(|(_, what, how)| done(&mut one, (true, what, how)));
        theirs.into_iter().for_each(|(_, what, how)| done(&mut other, (false, what, how)));
        let both = merged(&one, &other);
        prop_assert_eq!(&merged(&other, &one), &both);
        prop_assert_eq!(&merged(&both, &one), &both);
        prop_assert_eq!(&merged(&merged(&start, &other), &merged(&one, &start)), &both);
        prop_assert_eq!(Sheet::from_packet(&both.to_packet()), Ok(both));
    }

    /// Wherever it is cut: the pieces are the text, and nothing that is struck is left.
    #[test]
    fn striking_loses_no_letter(text in "[ABab’ .é\n]{0,30}", words in "[ABab ]{1,4}") {
        let all: String = pieces(&text, &[&words]).iter().map(|piece| match piece {
            Piece::Stays(words) | Piece::Struck(words) => *words,
        }).collect();
        prop_assert_eq!(all, text);
    }
}

#[test]
fn what_another_tab_did_and_what_was_done_here_are_one_record() {
    let (mut here, mut there) = (Sheet::default(), Sheet::default());
    done(&mut here, (true, 0, 0));
    done(&mut there, (false, 1, 0));
    let both = Record::Work.merge(&to_text(&here), &to_text(&there));
    assert_eq!(both.aside, None);
    assert_eq!(from_text(&both.text), Ok(merged(&here, &there)));
    assert_eq!(Record::of("work/1/tags"), Record::Work);
    let Heard::Takes(heard) = hear(Record::Work, Some("rubbish"), true, Some(&both.text)) else {
        panic!("it is taken in")
    };
    assert_eq!(heard.aside.as_deref(), Some("rubbish"), "what can't be read is put aside");
}

#[test]
fn what_no_press_makes_is_damaged_and_what_is_unknown_is_newer() {
    let read = |key: Key, at: u32, value: Value| {
        let sheet: Sheet = [(key, (Stamp { at, by: ME }, value))].into_iter().collect();
        Sheet::from_packet(&sheet.to_packet()).map(|_| ())
    };
    let (asked, tag) = (Asked::from(q(1)), TagId(Id { author: ME, number: 1 }));
    let called = |name: &str| Value::Tag { place: 1, name: name.to_owned() };
    assert_eq!(read(Key::Tag(tag), 1, called("Food")), Ok(()));
    let bad = [
        read(Key::Tag(tag), LARGEST_AT + 1, called("Food")),
        read(Key::Tag(tag), 1, called(" Food")),
        read(Key::Tag(tag), 1, called("Fo\nod")),
        read(Key::Tag(tag), 1, called(&"e".repeat(61))),
        read(Key::Tag(tag), 1, Value::Yes),
        read(Key::Mark(asked), 1, Value::Yes),
        read(Key::Struck(asked, String::new()), 1, Value::Yes),
        read(Key::Struck(asked, "e".repeat(201)), 1, Value::Yes),
        read(Key::Tagged(asked, tag), 1, called("Food")),
    ];
    assert_eq!(bad, [Err(Unreadable::Damaged); 9]);
    let mut sheet = Sheet::default();
    (0..3).for_each(|how| done(&mut sheet, (true, 2, how)));
    let text = to_text(&sheet);
    assert_eq!(from_text::<Sheet>(&text[..text.len() - 4]), Err(Unreadable::Damaged));
}

#[test]
fn struck_words_are_whole_words_in_any_letters() {
    let check = |text: &str, struck: &[&str], expected: &str| {
        assert_eq!(struck_out(text, struck), expected, "{struck:?}");
    };
    check(
        "Anna helps. ANNA’s nice, and anna too.",
        &["Anna"],
        "[name] helps. [name]’s nice, and [name] too.",
    );
    check("Ann and Annabel", &["Ann"], "[name] and Annabel");
    check("Anna Smith and Anna", &["Anna", "Anna Smith"], "[name] and [name]");
    check("Anna\nSmith", &["Anna Smith"], "[name]");
    check("Ring 01234 567890.", &["01234 567890"], "Ring [name].");
    check("a@b.org", &["a@b.org"], "[name]");
    check("Éva and éva", &["éva"], "[name] and [name]");
    check("İ", &["i"], "İ");
    check("", &["Anna"], "");
    check("Anna", &[], "Anna");
    check("Anna", &[""], "Anna");
}

/// A question for words, one with "something else", one about quotes, and the question about help.
fn versions() -> [Survey; 1] {
    let mut pick = picking(2, Kind::OneChoice, &[1, 2]);
    pick.other = true;
    let mut quote = crate::make::question(3, Kind::YesNo);
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
        let quote = |one: ask_together::model::written::Quote| {
            (one.spot.response.0, one.words, one.is_answered_for)
        };
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
    let people: Vec<_> = (1..=6)
        .map(|n| person(u64::from(n), &[(1, words("Tea.")), (3, crate::make::one(n))]))
        .collect();
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
    later.edition = crate::make::edition_of(2);
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

#[test]
fn two_computers_that_each_made_a_tag_keep_both() {
    let (mut mine, _) = with_tag("Food");
    let mut yours = Work::default();
    let (tag, step) = yours.new_tag("Staff", YOU).expect("a name");
    yours.apply(step, YOU);
    yours.apply(yours.tag(spot(1), tag, true), YOU);
    mine.merge(yours.clone());
    assert_eq!(names(&mine), [(1, "Food".into()), (2, "Staff".into())]);
    assert!(mine.has_tag(spot(1), tag));
    yours.merge(with_tag("Food").0);
    assert_eq!(yours, mine);
}

#[test]
fn a_copy_brings_what_was_done() {
    let work = &samples::backup_with_work().surveys[0].work;
    assert_eq!(names(work), [(1, "Food \u{2615}".into())]);
    let asked = Asked { question: q(5), round: 0 };
    let spot = Spot { response: samples::response().id, asked };
    assert!(work.has_tag(spot, work.tags()[0].id));
    assert_eq!(work.struck(spot), ["Café Gwen"]);
}
