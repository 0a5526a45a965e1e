//! Typing in papers: their numbers, the keys, the way to the inbox, and typing one twice.

use crate::make::{
    answers, many, one, other, question, ranked, received, saying, shown, sorted, version, when_is,
    words as said,
};
use crate::samples;
use crate::support::q;
use ask_together::model::answer::{Answer, Wrong};
use ask_together::model::csv::{Options, write};
use ask_together::model::dataset::Dataset;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::{Arrival, By, Inbox, Known, Received, Store};
use ask_together::model::response::{Answers, Given, On, Progress, Response};
use ask_together::model::seal::{SealedResponse, seal};
use ask_together::model::standard::{NO, OTHER, YES};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::typing::keys::{Picks, Pressed, offers, pick, press};
use ask_together::model::typing::twice::{differences, settled};
use ask_together::model::typing::{
    BadNumber, can_be_empty, is_once_more, is_same_number, new_paper, once_more, paper_number,
    papers, response, says, start_over, typed_before,
};
use ask_together::model::words::Words;

#[test]
fn the_number_of_a_paper_is_tidied() {
    assert_eq!(paper_number("  12 "), Ok("12".into()));
    assert_eq!(paper_number("A\t 12\u{0}"), Ok("A 12".into()));
    assert_eq!(paper_number(" \n"), Err(BadNumber::Empty));
    assert_eq!(paper_number(&"1".repeat(20)), Ok("1".repeat(20)));
    assert_eq!(paper_number(&"1".repeat(21)), Err(BadNumber::TooLong));
    assert_eq!(paper_number(&"ש".repeat(20)), Ok("ש".repeat(20)), "letters count, not bytes");
}

#[test]
fn one_paper_has_one_number_however_it_is_written() {
    for (one, other) in [("7", "007"), ("A 12", "a12"), ("0", "00"), ("b1", "B1")] {
        assert!(is_same_number(one, other), "{one} {other}");
    }
    for (one, other) in [("7", "70"), ("A1", "A01"), ("", "0x"), ("1", "l")] {
        assert!(!is_same_number(one, other), "{one} {other}");
    }
}

#[test]
fn a_paper_that_is_started_over_keeps_its_number_and_nothing_that_was_typed() {
    let mut half = Progress { page: 7, ..new_paper(ResponseId(5), "A 12".into()) };
    half.answers = answers(&[(1, one(1))]);
    assert_eq!(start_over(&half), new_paper(ResponseId(5), "A 12".into()));
    let second = Progress { sent: 1, ..half };
    assert!(is_once_more(&start_over(&second)), "the second time stays a second time");
}

#[test]
fn what_no_answer_can_be_may_be_left_empty_unless_it_decides_whether_all_counts() {
    for kind in [Kind::Date, Kind::ManyChoices, Kind::Number] {
        assert!(can_be_empty(&question(1, kind)), "{kind:?}");
    }
    assert!(!can_be_empty(&question(1, Kind::Consent)));
}

#[test]
fn who_types_is_told_how_a_date_goes_into_one_line() {
    let words = Words::english();
    let date = says(Wrong::EmptyBox([false, false, true]), Kind::Date, &words);
    assert_eq!(date, "Type the day, the month and the year as numbers, such as 5 3 1980.");
    let month = says(Wrong::NotAMonth([false, true, false]), Kind::Month, &words);
    assert_eq!(month, "Type the month and the year as numbers, such as 3 1980.");
    let many = Wrong::TooMany { most: 2, ticked: 3 };
    assert_eq!(says(many, Kind::ManyChoices, &words), many.says(&words));
}

fn paper(number: &str, at: u64) -> Received {
    let mut one = received(1, &[(1, one(1))]);
    (one.at, one.by) = (at, By::Typed);
    one.response.id = ResponseId(at);
    one.response.given = Given { on: On::Paper, code: number.to_owned(), ..Given::default() };
    one
}

#[test]
fn a_paper_that_was_typed_in_before_is_found() {
    let mut phone = paper("7", 1);
    phone.response.given.on = On::Phone;
    let all = [phone, paper("07", 2), paper("8", 3), paper("7", 4)];
    assert_eq!(papers(&all).count(), 3);
    assert_eq!(typed_before(&all, "7").map(|one| one.at), Some(4), "the newest");
    assert_eq!(typed_before(&all, "9"), None);
    assert_eq!(typed_before(&all[..1], "7"), None, "a code on a phone is no number of a paper");
}

fn keys(question: &Question, pressed: &[&str]) -> Option<Answer> {
    let mut so_far = Pressed { answer: None, card: 0, writes: false };
    for key in pressed {
        let Pressed { answer, card, .. } = so_far.clone();
        if let Some(now) = press(question, answer, card, key, &Words::english()) {
            so_far = now;
        }
    }
    so_far.answer
}

#[test]
fn keys_pick_choices() {
    let bread = question(1, Kind::OneChoice);
    assert_eq!(keys(&bread, &["2"]), Some(one(2)));
    assert_eq!(keys(&bread, &["2", "3"]), Some(one(3)));
    assert_eq!(keys(&bread, &["2", "2"]), None, "the same key takes it back");
    assert_eq!(keys(&bread, &["2", "Backspace"]), None);
    assert_eq!(keys(&bread, &["2", "9", "Tab", "é", "12", ""]), Some(one(2)), "no such key");
    let eats = question(1, Kind::ManyChoices);
    assert_eq!(keys(&eats, &["3", "1", "2", "2"]), Some(many(&[1, 3])));
    let matters = question(1, Kind::Ranking);
    assert_eq!(keys(&matters, &["3", "1"]), Some(ranked(&[3, 1])));
    let consent = question(1, Kind::Consent);
    assert_eq!(keys(&consent, &["1"]), Some(Answer::OneChoice(YES)));
    assert_eq!(keys(&consent, &["2"]), Some(Answer::OneChoice(NO)));
}

#[test]
fn letters_go_on_where_digits_end() {
    let numbers: Vec<u32> = (1..41).collect();
    let long = crate::make::picking(1, Kind::OneChoice, &numbers);
    let all = offers(&long, &Words::english());
    assert_eq!((all[8].key, all[9].key, all[34].key), (Some('9'), Some('a'), Some('z')));
    assert_eq!(all[35].key, None);
    assert_eq!(keys(&long, &["A"]), Some(one(10)), "large and small letters are alike");
}

#[test]
fn something_else_and_prefer_not_to_say_come_last() {
    let words = Words::english();
    let bread = Question { other: true, personal: true, ..question(1, Kind::OneChoice) };
    let all = offers(&bread, &words);
    let picks: Vec<(Option<char>, Picks)> =
        all[3..].iter().map(|one| (one.key, one.picks)).collect();
    assert_eq!(picks, [(Some('4'), Picks::Choice(OTHER)), (Some('5'), Picks::PreferNot)]);
    let pressed = press(&bread, None, 0, "4", &words).expect("a key");
    assert_eq!(pressed, Pressed { answer: Some(other(&[], "")), card: 0, writes: true });
    assert_eq!(keys(&bread, &["5"]), Some(Answer::PreferNotToSay));
    assert_eq!(keys(&bread, &["5", "1"]), Some(one(1)));
    assert_eq!(keys(&bread, &["5", "5"]), None);
    // What is typed into a field picks nothing, but a press does.
    let town = Question { personal: true, ..question(1, Kind::ShortText) };
    assert_eq!(keys(&town, &["1", "a", "Backspace"]), None);
    assert!(press(&town, None, 0, "Backspace", &words).is_none(), "it is the field's own");
    let all = offers(&town, &words);
    assert_eq!((all.len(), all[0].key), (1, None));
    assert_eq!(pick(&town, None, all[0].picks), Some(Answer::PreferNotToSay));
}

#[test]
fn cards_are_sorted_one_after_the_other() {
    let cards = question(1, Kind::Sorting);
    assert_eq!(keys(&cards, &["1", "3", "2"]), Some(sorted(&[(1, 0), (2, 2), (3, 1)])));
    assert_eq!(keys(&cards, &["0", "3"]), Some(sorted(&[(2, 2)])), "the first was left");
    assert_eq!(keys(&cards, &["1", "2", "Backspace", "3"]), Some(sorted(&[(1, 0), (2, 2)])));
    assert_eq!(
        keys(&cards, &["Backspace", "4", "1", "1", "1", "1"]),
        Some(sorted(&[(1, 0), (2, 0), (3, 0)]))
    );
}

/// A computer that holds a survey and one response.
struct Here(Survey, Option<Received>);

impl Store for Here {
    fn known(&self, _: SurveyId) -> Option<Known> {
        let keys = vec![samples::keys().0];
        Some(Known { keys, has_unread_key: false, versions: vec![self.0.clone()] })
    }
    fn held(&self, _: SurveyId, id: ResponseId) -> Option<Received> {
        self.1.clone().filter(|held| held.response.id == id)
    }
    fn is_withdrawn(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }
    fn is_removed(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }
    fn is_waiting(&self, _: &SealedResponse) -> bool {
        false
    }
    fn count_waiting(&self, _: SurveyId) -> usize {
        0
    }
}

fn survey() -> Survey {
    let why = shown(when_is(1, 1), saying(2, "Why?"));
    let (tea, cards) = (question(1, Kind::OneChoice), question(3, Kind::Sorting));
    let born = question(4, Kind::Date);
    version(1, vec![tea, why, cards, born])
}

fn typed(answers: Answers) -> Progress {
    Progress { answers, ..new_paper(ResponseId(5), "12".into()) }
}

fn arrives(survey: &Survey, progress: &Progress, held: Option<Received>) -> Arrival {
    let response = response(survey, progress, 20_500).expect("a response");
    let sealed = seal(&response.to_plain(), survey, samples::SEAL_SEED).expect("a sound key");
    Inbox::over(Here(survey.clone(), held)).take(&sealed, (77, By::Typed))
}

#[test]
fn a_paper_goes_through_the_same_door_as_what_phones_send() {
    let survey = survey();
    let given = answers(&[(1, one(2)), (2, said("hidden")), (4, said("3 March 1980"))]);
    let Arrival::New(received) = arrives(&survey, &typed(given), None) else { panic!("not new") };
    let Response { given, answers: kept, revision, .. } = &received.response;
    let marked = Given { on: On::Paper, code: "12".into(), day: Some(20_500), ..Given::default() };
    assert_eq!((given, received.by, *revision), (&marked, By::Typed, 1));
    assert_eq!(kept.get(q(2)), None, "nobody was asked that");
    assert_eq!(kept.get(q(4)), Some(&said("3/3/1980")));
    // The row is that of a phone, but for how and when it came.
    let phone = Received {
        by: By::Pasted,
        response: Response { given: Given::default(), ..received.response.clone() },
        ..received.clone()
    };
    let versions = [survey];
    let english = Words::english();
    let row = |one: &Received| {
        let all = [one.clone()];
        let data = Dataset::of(&versions, &all, &english);
        String::from_utf8(write(&data, Options::default(), |at| at.to_string())).expect("text")
    };
    let [paper, phone] = [&received, &phone].map(row);
    let as_phone = paper.replace("Typed in from paper", "Pasted").replace("\"12\"", "\"\"");
    assert_eq!(as_phone, phone);
    assert_ne!(paper, phone);
}

#[test]
fn who_says_no_to_taking_part_is_not_kept() {
    let survey = version(1, vec![question(1, Kind::Consent), saying(2, "Why?")]);
    for (said, kept) in [(Some(NO), false), (None, false), (Some(YES), true)] {
        let answers = said.map(|choice| (q(1), Answer::OneChoice(choice)));
        let progress = typed(answers.into_iter().collect());
        assert_eq!(response(&survey, &progress, 1).is_some(), kept);
    }
}

#[test]
fn the_second_typing_starts_from_nothing_and_replaces_the_first() {
    let survey = survey();
    let first = received_first(&survey);
    let again = once_more(&first);
    assert!(again.answers.is_empty() && is_once_more(&again));
    assert!(!is_once_more(&typed(Answers::default())));
    assert_eq!((again.id, &*again.code), (first.response.id, "12"));
    let again = Progress { answers: answers(&[(1, one(3))]), ..again };
    let Arrival::Newer(second) = arrives(&survey, &again, Some(first)) else { panic!("not newer") };
    assert_eq!(second.response.revision, 2);
    assert_eq!(second.response.given.code, "12");
}

fn received_first(survey: &Survey) -> Received {
    match arrives(survey, &typed(answers(&[(1, one(2))])), None) {
        Arrival::New(received) => received,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_paper_typed_twice_shows_where_it_differs() {
    let survey = survey();
    let first = answers(&[
        (1, one(1)),
        (2, said("I  like it")),
        (3, sorted(&[(2, 0), (1, 1)])),
        (4, said("3/3/1980")),
    ]);
    let same = answers(&[
        (4, said("3 March 1980")),
        (3, sorted(&[(1, 1), (2, 0)])),
        (2, said("I like it ")),
        (1, one(1)),
    ]);
    assert_eq!(differences(&survey, &first, &same), []);
    let other = answers(&[(1, one(2)), (3, sorted(&[(1, 1)])), (4, said("3/3/1981"))]);
    let found = differences(&survey, &first, &other);
    let places: Vec<usize> = found.iter().map(|one| one.step.place).collect();
    assert_eq!(places, [0, 1, 2, 3]);
    assert_eq!(found[1].typed, [Some(said("I like it")), None], "the second was not led there");
    // Nothing counts until each is picked.
    assert_eq!(settled(&survey, &other, &found, &[Some(0), Some(0), None, Some(1)]), None);
    assert_eq!(settled(&survey, &other, &found, &[]), None);
    let now = settled(&survey, &other, &found, &[Some(0), Some(0), Some(1), Some(1)]);
    let wanted = answers(&[
        (1, one(1)),
        (2, said("I like it")),
        (3, sorted(&[(1, 1)])),
        (4, said("3/3/1981")),
    ]);
    let now = now.expect("all are picked");
    assert_eq!(differences(&survey, &now, &wanted), []);
    assert_eq!(now.iter().count(), 4);
}

#[test]
fn what_was_typed_the_first_time_counts_where_it_is_picked() {
    let survey = survey();
    let (first, second) = (answers(&[(1, one(2))]), answers(&[(1, one(1)), (2, said("Because"))]));
    let found = differences(&survey, &first, &second);
    assert_eq!(found.len(), 2);
    let now = settled(&survey, &second, &found, &[Some(0), Some(0)]).expect("all are picked");
    assert_eq!(now, first);
}
