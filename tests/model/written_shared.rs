//! What of people's words may be shown to others gives no small count away: not that of a tag, nor one of another
//! question.

use crate::make::{one, other, picking, received, saying, shown, version, when_is, words};
use crate::support::{SURVEY, q};
use ask_together::model::change::{Whose, starts};
use ask_together::model::csv::{Form, write_counts};
use ask_together::model::dataset::Dataset;
use ask_together::model::id::{Author, ResponseId};
use ask_together::model::inbox::Received;
use ask_together::model::review::Making;
use ask_together::model::suppress::{LeftOut, Rule, SharedWords, Shown, shared, shared_words};
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::words::Words;
use ask_together::model::work::{Mark, Spot, Work};
use ask_together::model::written::{is_withheld, withheld};

const ME: Author = Author(1);

/// A question that all are asked, and one that only those are asked who pick 1.
fn versions() -> [Survey; 1] {
    let mut pick = picking(1, Kind::OneChoice, &[1, 2]);
    pick.other = true;
    let some = shown(when_is(1, 1), saying(3, "Why 1?"));
    [version(1, vec![pick, saying(2, "What is good?"), some])]
}

/// So many people pick 1 and say why, so many pick 2, so many say something else, and all write.
fn people(first: u64, second: u64, others: u64) -> Vec<Received> {
    (0..first + second + others)
        .map(|id| {
            let mut person = match id {
                id if id < first => {
                    received(1, &[(1, one(1)), (2, words("Tea")), (3, words("So"))])
                }
                id if id < first + second => received(1, &[(1, one(2)), (2, words("Tea"))]),
                _ => received(1, &[(1, other(&[], "Soup")), (2, words("Tea"))]),
            };
            person.response.id = ResponseId(id);
            person
        })
        .collect()
}

/// One tag on the first so many answers to each question, which are all quotes.
fn work(counts: [u64; 3], count: u64) -> Work {
    let mut work = Work::default();
    let (tag, step) = work.new_tag("Food", ME).expect("a name");
    work.apply(step, ME);
    for (question, tagged) in (1..).zip(counts) {
        for id in 0..count {
            let spot = Spot { response: ResponseId(id), asked: q(question).into() };
            work.apply(work.set_mark(spot, Some(Mark::Quote), 2), ME);
            let is_tagged = id < tagged || question == 1 && id >= count - tagged;
            work.apply(work.tag(spot, tag, is_tagged), ME);
        }
    }
    work
}

fn found(people: &[Received], work: &Work, rule: Rule) -> Vec<SharedWords> {
    let (versions, english) = (versions(), Words::english());
    let data = Dataset::of(&versions, people, &english);
    shared_words(&data, work, rule, &shared(&data, rule))
}

fn tags(words: &SharedWords) -> Result<Shown, LeftOut> {
    words.tags.as_ref().map(|tags| tags[0].1).map_err(|why| *why)
}

#[test]
fn small_counts_of_tags_are_hidden_or_rounded_and_none_is_shown_as_none() {
    let people = people(10, 10, 0);
    for (count, under, rounded) in [
        (4, Shown::Hidden, Shown::About(5)),
        (5, Shown::Count(5), Shown::About(5)),
        (12, Shown::Count(12), Shown::About(10)),
    ] {
        let work = work([0, count, 0], 20);
        let of = |rule| found(&people, &work, rule).iter().find(|w| w.entry.code == 2).map(tags);
        assert_eq!(of(Rule::Under(5)), Some(Ok(under)), "{count}");
        assert_eq!(of(Rule::Rounded), Some(Ok(rounded)), "{count}");
    }
}

#[test]
fn nothing_is_shown_where_too_few_answered() {
    assert!(found(&people(2, 2, 0), &work([0, 4, 2], 4), Rule::Under(5)).is_empty());
    assert!(found(&people(7, 0, 0), &work([0, 4, 2], 7), Rule::Rounded).is_empty());
}

/// As many tags or quotes would say how many picked 1 at least.
#[test]
fn where_a_hidden_count_decides_who_is_asked_neither_tags_nor_quotes_are_shown() {
    let of = |people: &[Received], count, rule| {
        let all = found(people, &work([0, 0, 6], count), rule);
        let some =
            all.into_iter().find(|words| words.entry.code == 3).expect("a question with words");
        (tags(&some), some.quotes.map(|quotes| quotes.len()))
    };
    // 3 say something else, and their count takes another with it.
    let hidden = people(6, 20, 3);
    let left_out = (Err(LeftOut::Depends), Err(LeftOut::Depends));
    assert_eq!(of(&hidden, 29, Rule::Under(5)), left_out);
    let open = people(6, 20, 0);
    assert_eq!(of(&open, 26, Rule::Under(5)), (Ok(Shown::Count(6)), Ok(6)));
    assert_eq!(of(&open, 26, Rule::Rounded), left_out);
}

#[test]
fn words_instead_of_a_choice_are_shown_only_where_its_count_is() {
    let of = |people: &[Received]| {
        let count = people.len() as u64;
        let all = found(people, &work([6, 0, 0], count), Rule::Under(5));
        let some = all.into_iter().find(|words| words.entry.code == 1).expect("words");
        (tags(&some), some.quotes.map(|quotes| quotes.len()))
    };
    assert_eq!(of(&people(10, 10, 6)), (Ok(Shown::Count(6)), Ok(6)));
    // 6 said something else, which is hidden so that 3 stay hidden.
    assert_eq!(of(&people(10, 3, 6)), (Err(LeftOut::Depends), Err(LeftOut::Depends)));
}

#[test]
fn the_file_of_counts_has_tags_and_no_words() {
    let (versions, people, english) = (versions(), people(6, 20, 3), Words::english());
    let data = Dataset::of(&versions, &people, &english);
    let work = work([0, 12, 6], 29);
    let shared = shared(&data, Rule::Under(5));
    let words = shared_words(&data, &work, Rule::Under(5), &shared);
    let file = String::from_utf8(write_counts(&shared, &words, None, Form::PLAIN)).expect("text");
    assert!(file.contains("\"What is good?\",\"Tag: Food\",\"\",12,\"\""), "{file}");
    assert!(file.contains("\"Why 1?\",\"Tags\",\"\",\"\",\"Left out"), "{file}");
    assert!(!file.contains("Tea") && !file.contains("Soup"));
}

/// A question for words, and one whether they may be used.
fn asked_for_consent() -> [Survey; 1] {
    let mut consent = picking(2, Kind::OneChoice, &[1, 2]);
    consent.text = "Can we use your words in a report?".to_owned();
    consent.choices[0].text = "Yes".to_owned();
    consent.choices[1].text = "No".to_owned();
    [version(1, vec![saying(1, "What do you want?"), consent])]
}

#[test]
fn changes_do_not_begin_with_words_that_nobody_may_use() {
    let (versions, english) = (asked_for_consent(), Words::english());
    let told = [
        ("More trips to the sea", 1),
        ("Ask Sam to stop shouting", 1),
        ("Ring me on this number please", 2),
        ("I want to live with Jo", 1),
        ("More tea", 1),
        ("more tea", 1),
    ];
    let received: Vec<Received> = (0..)
        .zip(told)
        .map(|(id, (said, consent))| {
            let mut person = received(1, &[(1, words(said)), (2, one(consent))]);
            person.response.id = ResponseId(id);
            person
        })
        .collect();
    let spot = |id| Spot { response: ResponseId(id), asked: q(1).into() };
    let revision = received[0].response.revision;
    let mut work = Work::default();
    work.apply(work.set_mark(spot(0), Some(Mark::Quote), revision), ME);
    work.apply(work.set_mark(spot(1), Some(Mark::Private), revision), ME);
    work.apply(work.set_mark(spot(3), Some(Mark::Paraphrase), revision), ME);
    let data = Dataset::of(&versions, &received, &english);
    let starts = starts(SURVEY, &data, (Rule::Under(100), &work), &Making::default());
    let said: Vec<_> = starts.all.iter().map(|first| (&*first.said, first.words)).collect();
    let expected = [
        ("More trips to the sea", Whose::Quote),
        ("I want to live with Jo", Whose::Paraphrase),
        ("More tea", Whose::Unmarked),
    ];
    assert_eq!((said, starts.withheld), (expected.to_vec(), 2));

    let withheld = withheld(&data, &work);
    for (typed, is) in [
        ("Ring me on this number, please!", true),
        ("One said: ask Sam to STOP shouting at us", true),
        ("More trips to the sea", false),
        ("Ring me", false),
        ("", false),
    ] {
        assert_eq!(is_withheld(typed, &withheld), is, "{typed}");
    }
}

#[test]
fn changes_do_not_begin_with_who_somebody_is() {
    let english = Words::english();
    let mut personal = saying(3, "What makes you ill?");
    personal.personal = true;
    let mut group = picking(4, Kind::OneChoice, &[1, 2]);
    group.personal = true;
    let asked =
        [saying(1, "What is your first name?"), saying(2, "What is good?"), personal, group];
    let versions = [version(1, asked.to_vec())];
    let said = [(1, words("Rosie")), (2, words("Trips")), (3, words("Noise")), (4, one(1))];
    let received: Vec<Received> = (0..9)
        .map(|id| {
            let mut person = received(1, &said);
            person.response.id = ResponseId(id);
            person
        })
        .collect();
    let data = Dataset::of(&versions, &received, &english);
    let rule = (Rule::Under(1), &Work::default());
    let starts = starts(SURVEY, &data, rule, &Making::default());
    let said: Vec<_> = starts.all.iter().map(|first| &*first.said).collect();
    assert_eq!((said, starts.withheld), (vec!["Trips"], 18));
}
