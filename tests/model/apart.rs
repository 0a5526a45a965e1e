//! Answers that are kept apart: sealed on the phone as a second response, taken in as no person more, counted on their
//! own, and joined with nothing.

use crate::make::{answers, one, picking, test, version};
use crate::samples;
use crate::support::{Tab, c};
use ask_together::model::compare;
use ask_together::model::csv::{self, Options};
use ask_together::model::dataset::Dataset;
use ask_together::model::draft::{Part, Problem};
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::taking::{Batch, Found, Keep, Origin};
use ask_together::model::inbox::{By, Inbox, Known, Received, Store, Waiting, kept_apart};
use ask_together::model::link::{answer_fragment, find_answers};
use ask_together::model::response::{Progress, Response};
use ask_together::model::results::results;
use ask_together::model::seal::{SealedResponse, open, seal};
use ask_together::model::survey::{Check, Condition, Group, Kind, Question, Survey, Test};
use ask_together::model::typing;
use ask_together::model::words::Words;
use core::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub const APART: ResponseId = ResponseId(99);

pub fn kept(number: u32, numbers: &[u32]) -> Question {
    Question { apart: true, personal: true, ..picking(number, Kind::OneChoice, numbers) }
}

/// Question 1 is as any other. 2 and 3 are kept apart, and 3 is asked of those who picked choice 21 at 2.
pub fn survey() -> Survey {
    let only_if = Condition {
        all: true,
        groups: vec![Group { all: true, tests: vec![test(2, Check::Is(c(21)))] }],
    };
    let third = Question { show_if: only_if, ..kept(3, &[31, 32]) };
    let mut survey =
        version(1, vec![picking(1, Kind::OneChoice, &[11, 12]), kept(2, &[21, 22]), third]);
    let (_, public) = samples::keys();
    survey.key = public;
    survey.frozen()
}

fn progress(id: u64, apart: u64) -> Progress {
    let given = [(1, one(11)), (2, one(21)), (3, one(32))];
    Progress {
        answers: answers(&given),
        apart: Some(ResponseId(apart)),
        code: "invited-7".to_owned(),
        ..Progress::new(ResponseId(id))
    }
}

pub fn both(id: u64, apart: u64) -> [Response; 2] {
    let (survey, progress) = (survey(), progress(id, apart));
    [progress.finish(&survey), progress.finish_apart(&survey)].map(|one| one.expect("it is open"))
}

#[test]
fn the_phone_makes_two_responses_that_share_nothing() {
    let [main, apart] = both(1, 99);
    let asked = |response: &Response| -> Vec<u32> {
        response.answers.iter().map(|(asked, _)| asked.question.0.number).collect()
    };
    assert_eq!((asked(&main), asked(&apart)), (vec![1], vec![2, 3]));
    assert_eq!((main.id, apart.id), (ResponseId(1), APART));
    assert!(!main.given.apart && apart.given.apart);
    // Neither its invitation, nor the day, nor the language tells whose the second is.
    assert_eq!((main.given.code.as_str(), apart.given.code.as_str()), ("invited-7", ""));
    assert_eq!((apart.given.day, apart.given.language), (None, None));
    let none = Progress { apart: None, ..progress(1, 0) };
    assert_eq!(none.finish_apart(&survey()), None, "no id was drawn");
}

#[test]
fn both_travel_in_one_link_and_each_opens_as_what_it_is() {
    let survey = survey();
    let sealed = both(1, 99).map(|one| seal(&one.to_plain(), &survey, [7; 32]).expect("sealed"));
    let link = format!(
        "https://example.org/#{}&{}",
        answer_fragment(&sealed[0]),
        answer_fragment(&sealed[1])
    );
    for travelled in [link.clone(), link.replace('&', "&amp;"), link.replace('&', "%26")] {
        let found: Vec<SealedResponse> =
            find_answers(&travelled).into_iter().map(|found| found.expect("read")).collect();
        assert_eq!(found, sealed, "{travelled}");
    }
    let (key, _) = samples::keys();
    let plain = open(&sealed[1], &key).expect("the key fits");
    let read = Response::of_sealed(&sealed[1], &plain).expect("a response");
    assert!(read.given.apart && read.id == APART);
}

#[derive(Default)]
struct Maps {
    answers: RefCell<BTreeMap<ResponseId, Received>>,
}

impl Store for &Maps {
    fn known(&self, _: ask_together::model::id::SurveyId) -> Option<Known> {
        let (keys, versions) = (vec![samples::keys().0], vec![survey()]);
        Some(Known { keys, has_unread_key: false, versions })
    }

    fn held(&self, _: ask_together::model::id::SurveyId, id: ResponseId) -> Option<Received> {
        self.answers.borrow().get(&id).cloned()
    }

    fn is_withdrawn(&self, _: ask_together::model::id::SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_removed(&self, _: ask_together::model::id::SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_waiting(&self, _: &SealedResponse) -> bool {
        false
    }

    fn count_waiting(&self, _: ask_together::model::id::SurveyId) -> usize {
        0
    }
}

impl Keep for &Maps {
    fn keep(&self, received: &Received) -> String {
        self.answers.borrow_mut().insert(received.response.id, received.clone());
        String::new()
    }

    fn keep_waiting(&self, _: &Waiting) -> String {
        String::new()
    }

    fn forget_waiting(&self, _: &SealedResponse) {}
}

const NOON: u64 = 86_400_000 * 20_000 + 43_200_123;

fn takes(
    maps: &Maps,
    people: &[[Response; 2]],
) -> ask_together::model::inbox::taking::ImportReport {
    let survey = survey();
    let found: Vec<Found> = people
        .iter()
        .flatten()
        .map(|one| Ok(seal(&one.to_plain(), &survey, [7; 32]).expect("sealed")))
        .collect();
    let origin = Origin { name: "A link", by: By::Code, at: NOON, of: found.len() };
    let mut batch = Batch::default();
    Inbox::over(maps).take_more(&mut batch, found, (origin, 1), &BTreeSet::new());
    batch.kept(Some(survey.id))
}

#[test]
fn what_is_kept_apart_is_no_person_more_and_its_moment_is_forgotten() {
    let maps = Maps::default();
    let report = takes(&maps, &[both(1, 99), both(2, 50)]);
    assert_eq!((report.new, report.apart, report.seen_before), (2, 2, 0));
    assert!(report.trouble.is_empty());
    let again = takes(&maps, &[both(1, 99)]);
    assert_eq!((again.new, again.apart, again.seen_before), (0, 0, 1), "the same link once more");

    let all: Vec<Received> = maps.answers.borrow().values().cloned().collect();
    let (people, apart) = kept_apart(all);
    assert_eq!((people.len(), apart.len()), (2, 2));
    let ids: Vec<u64> = apart.iter().map(|one| one.response.id.0).collect();
    assert_eq!(ids, [50, 99], "in the order of random ids, not in that of coming in");
    for one in apart {
        assert_eq!((one.at % 86_400_000, one.by), (0, By::Link), "only the day is known");
    }
    assert!(people.iter().all(|one| one.by == By::Code && one.at > NOON));
}

/// Five people, whose sets have other numbers in another order.
fn tables() -> (Vec<Survey>, Vec<Received>, Vec<Received>) {
    let maps = Maps::default();
    takes(&maps, &[both(1, 99), both(2, 50), both(3, 70), both(4, 60), both(5, 80)]);
    let (people, apart) = kept_apart(maps.answers.into_inner().into_values().collect());
    (vec![survey()], people, apart)
}

#[test]
fn neither_table_has_the_questions_of_the_other() {
    let (versions, people, apart) = tables();
    let words = Words::english();
    let main = Dataset::of(&versions, &people, &words);
    let own: Vec<u32> = main.entries.iter().map(|entry| entry.id.0.number).collect();
    assert_eq!(own.iter().filter(|number| [2, 3].contains(*number)).count(), 0, "{own:?}");
    let other = Dataset::of_apart(&versions, &apart, &words).expect("enough");
    let own: Vec<u32> = other.entries.iter().map(|entry| entry.id.0.number).collect();
    assert_eq!(own, [2, 3]);
    let told = results(&other);
    assert_eq!(told.own.people, 5);
    assert_eq!(told.own.tallies[0].counts, [5, 0]);
    assert_eq!(told.own.tallies[1].counts, [0, 5]);
    // Nothing compares people by what is kept apart: there is no such way.
    let names = ["Question 2", "Question 3"];
    for (_, name) in compare::ways(&main) {
        assert!(!names.contains(&&*name), "{name}");
    }
}

#[test]
fn the_file_of_what_is_kept_apart_names_nobody() {
    let (versions, people, apart) = tables();
    let words = Words::english();
    let file = |data: &Dataset| {
        String::from_utf8(csv::write(data, Options::default(), |at| at.to_string())).expect("text")
    };
    let own = file(&Dataset::of_apart(&versions, &apart, &words).expect("enough"));
    let main = file(&Dataset::of(&versions, &people, &words));
    assert!(!own.contains("invited-7"));
    // Nor does it say to which version, when or how they came, or in which language: the other file does.
    let head = own.trim_start_matches('\u{feff}').lines().next().expect("a head");
    assert_eq!(head, "\"Response\",\"Question 2?\",\"Question 3?\"");
    for person in &people {
        let id = person.response.id.to_string();
        assert!(main.contains(&id) && !own.contains(&id), "{id}");
    }
    for one in &apart {
        let id = one.response.id.to_string();
        assert!(own.contains(&id) && !main.contains(&id), "{id}");
    }
}

/// Five sets, all of them this.
fn five(response: &Response) -> Vec<Received> {
    let one = |id| Received {
        at: 0,
        by: By::Link,
        response: Response { id: ResponseId(id), ..response.clone() },
    };
    (90..95).map(one).collect()
}

#[test]
fn a_person_who_skips_is_told_from_one_who_was_not_asked() {
    let (versions, words) = (vec![survey()], Words::english());
    let told = |progress: &Progress| {
        let sets = five(&progress.finish_apart(&versions[0]).expect("it is open"));
        results(&Dataset::of_apart(&versions, &sets, &words).expect("enough")).own
    };
    let mut progress = progress(1, 99);
    progress.answers = answers(&[(1, one(11)), (2, one(22))]);
    let found = told(&progress);
    assert_eq!((found.tallies[0].answered, found.tallies[1].skipped), (5, 0), "3 was not asked");
    progress.answers = answers(&[(1, one(11))]);
    assert_eq!(told(&progress).tallies[0].skipped, 5);
}

#[test]
fn an_answer_in_the_wrong_one_of_the_two_counts_nowhere() {
    let [main, apart] = both(1, 99);
    let (versions, words) = (vec![survey()], Words::english());
    let received = |response| [Received { at: 0, by: By::Link, response }];
    let swapped = five(&Response { answers: main.answers.clone(), ..apart.clone() });
    let told = results(&Dataset::of_apart(&versions, &swapped, &words).expect("enough")).own;
    assert!(told.tallies.iter().all(|tally| tally.answered == 0));
    let swapped = received(Response { answers: apart.answers, ..main });
    let told = results(&Dataset::of(&versions, &swapped, &words)).own;
    assert!(told.tallies.iter().all(|tally| tally.answered == 0));
}

#[test]
fn a_question_that_is_not_kept_apart_cannot_be_asked_by_one_that_is() {
    let mut tab = Tab::new(1);
    let first = tab.adds(Kind::YesNo, None, "Do you like tea?");
    let second = tab.adds(Kind::YesNo, Some(first), "Do you drink it?");
    let set = |question, part| ask_together::model::draft::Change::SetPart { question, part };
    let check = Check::Is(ask_together::model::standard::YES);
    let only_if = Condition {
        all: true,
        groups: vec![Group { all: true, tests: vec![Test { question: first, check }] }],
    };
    tab.does(set(second, Part::ShowIf(only_if)));
    tab.does(set(first, Part::Apart(true)));
    assert!(tab.draft.problems().contains(&Problem::ConditionApart(second)));
    tab.does(set(second, Part::Apart(true)));
    assert!(!tab.draft.problems().contains(&Problem::ConditionApart(second)));
}

#[test]
fn a_consent_page_is_never_kept_apart() {
    let mut tab = Tab::new(1);
    let page = tab.adds(Kind::Consent, None, "Do you want to take part?");
    let part = Part::Apart(true);
    tab.does(ask_together::model::draft::Change::SetPart { question: page, part });
    let survey = tab.draft.as_survey(1, samples::keys().1);
    assert!(!survey.keeps_some_apart());
}

#[test]
fn a_paper_that_is_typed_in_keeps_them_apart_once() {
    let survey = survey();
    let now = Progress { apart: None, ..progress(1, 0) };
    let apart = typing::response_apart(&survey, &now, APART).expect("the first time");
    assert!(apart.given.apart && apart.id == APART && apart.given.code.is_empty());
    let main = typing::response(&survey, &now, 20_000).expect("it is open");
    assert_eq!(main.answers.iter().count(), 1);
    let again = Progress { sent: 1, ..now.clone() };
    assert_eq!(typing::response_apart(&survey, &again, APART), None);
    assert_eq!(typing::twice::differences(&survey, &main.answers, &now.answers), Vec::new());
}
