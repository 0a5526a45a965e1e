//! Taking in many answers, with what is kept in a map: what each counts as, and what is told of all.

use crate::samples;
use crate::support::SURVEY;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::taking::{
    Batch, Found, ImportError, ImportReport, Keep, NotKept, Origin,
};
use ask_together::model::inbox::{By, Inbox, Known, MOST_WAITING, Noted, Received, Store, Waiting};
use ask_together::model::link::BadLink;
use ask_together::model::response::Response;
use ask_together::model::seal::{SealedResponse, seal};
use ask_together::model::survey::Survey;
use ask_together::model::tablet::{self, Receipt};
use core::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a computer keeps, in maps.
#[derive(Default)]
struct Maps {
    answers: RefCell<BTreeMap<ResponseId, Received>>,
    waiting: RefCell<Vec<Waiting>>,
    versions: Vec<Survey>,
    removed: BTreeSet<ResponseId>,
    withdrawn: BTreeSet<ResponseId>,
}

impl Maps {
    fn new() -> Self {
        Self { versions: vec![samples::survey()], ..Self::default() }
    }
}

impl Store for &Maps {
    fn known(&self, survey: SurveyId) -> Option<Known> {
        let (keys, versions) = (vec![samples::keys().0], self.versions.clone());
        (survey == SURVEY).then_some(Known { keys, has_unread_key: false, versions })
    }

    fn held(&self, _: SurveyId, response: ResponseId) -> Option<Received> {
        self.answers.borrow().get(&response).cloned()
    }

    fn is_withdrawn(&self, _: SurveyId, response: ResponseId) -> bool {
        self.withdrawn.contains(&response)
    }

    fn is_removed(&self, _: SurveyId, response: ResponseId) -> bool {
        self.removed.contains(&response)
    }

    fn is_waiting(&self, sealed: &SealedResponse) -> bool {
        self.waiting.borrow().iter().any(|one| one.sealed == *sealed)
    }

    fn count_waiting(&self, _: SurveyId) -> usize {
        self.waiting.borrow().len()
    }
}

impl Keep for &Maps {
    fn keep(&self, received: &Received) -> String {
        let id = received.response.id;
        self.answers.borrow_mut().insert(id, received.clone());
        format!("answer/{}", id.0)
    }

    fn keep_waiting(&self, waiting: &Waiting) -> String {
        self.forget_waiting(&waiting.sealed);
        self.waiting.borrow_mut().push(waiting.clone());
        "waiting".to_owned()
    }

    fn forget_waiting(&self, sealed: &SealedResponse) {
        self.waiting.borrow_mut().retain(|other| other.sealed != *sealed);
    }
}

/// The answers of somebody, as their phone sends them this often.
fn sent(who: u64, revision: u32) -> SealedResponse {
    sent_to(&samples::survey(), who, revision)
}

fn sent_to(survey: &Survey, who: u64, revision: u32) -> SealedResponse {
    let id = ResponseId(who);
    let response = Response { id, revision, edition: survey.edition, ..samples::person() };
    seal(&response.to_plain(), survey, [3; 32]).expect("a sound key")
}

fn batch(maps: &Maps, found: Vec<Found>) -> Batch {
    let origin = Origin { name: "What you pasted", by: By::Pasted, at: 100, of: found.len() };
    Inbox::over(maps).take_batch(found, (origin, 1), &BTreeSet::new())
}

/// What is told of all of these, once they are kept.
fn taken(maps: &Maps, found: Vec<Found>) -> ImportReport {
    batch(maps, found).kept(Some(SURVEY))
}

#[test]
fn each_counts_once_in_the_order_they_came_in() {
    let maps = Maps::new();
    let found = vec![Ok(sent(1, 1)), Ok(sent(2, 1)), Ok(sent(1, 1)), Ok(sent(2, 2))];
    let report = taken(&maps, found);
    assert_eq!((report.new, report.newer, report.seen_before), (2, 1, 1));
    let kept = maps.answers.borrow();
    let times: Vec<_> = kept.values().map(|one| (one.at, one.response.revision)).collect();
    assert_eq!(times, [(101, 1), (104, 2)]);
    assert!(report.is_all_in());
}

#[test]
fn what_is_wrong_with_one_is_told_with_its_number() {
    let maps = Maps { withdrawn: BTreeSet::from([ResponseId(2)]), ..Maps::new() };
    let report = taken(&maps, vec![Ok(sent(1, 1)), Ok(sent(2, 1)), Err(BadLink::CutShort)]);
    assert_eq!(report.new, 1);
    let [(second, gone), (third, bad)] = &report.trouble[..] else { panic!("{report:?}") };
    assert!(second.ends_with(", answer 2") && third.ends_with(", answer 3"));
    assert_eq!((*gone, *bad), (ImportError::TakenBack, ImportError::Bad(BadLink::CutShort)));
    assert!(!report.is_all_in());
    let alone = taken(&maps, vec![Err(BadLink::Damaged)]);
    assert_eq!(alone.trouble[0].0, "What you pasted", "one alone needs no number");
}

#[test]
fn a_tablet_is_emptied_though_another_file_was_wrong_and_not_while_an_answer_of_it_is_out() {
    let maps = Maps { withdrawn: BTreeSet::from([ResponseId(2)]), ..Maps::new() };
    let stranger = Survey { id: SurveyId(9), ..samples::survey() };
    let foreign = sent_to(&stranger, 7, 1);
    let of_tablet = tablet::Batch { sealed: vec![sent(1, 1), sent(2, 1)], of: 2 };
    let found = vec![Ok(sent(1, 1)), Ok(sent(2, 1)), Ok(foreign.clone()), Err(BadLink::Damaged)];
    let report = taken(&maps, found);
    assert_eq!(
        report.left,
        core::slice::from_ref(&foreign),
        "who took theirs back waits for nothing"
    );
    assert!(matches!(report.receipt(&of_tablet), Receipt::Whole(_)));
    let mixed = tablet::Batch { sealed: vec![sent(1, 1), foreign], of: 2 };
    assert_eq!(report.receipt(&mixed), Receipt::NotIn(1));
    let full = batch(&maps, vec![Ok(sent(3, 1))]).not_kept(Some(SURVEY), true);
    let third = tablet::Batch { sealed: vec![sent(3, 1)], of: 1 };
    assert_eq!(full.receipt(&third), Receipt::NotIn(1), "it is on this page alone");
}

#[test]
fn what_was_removed_stays_out() {
    let maps = Maps { removed: BTreeSet::from([ResponseId(1)]), ..Maps::new() };
    let report = taken(&maps, vec![Ok(sent(1, 1))]);
    assert_eq!((report.removed, report.new), (1, 0));
    assert!(maps.answers.borrow().is_empty());
}

#[test]
fn answers_to_words_that_are_not_here_wait_until_those_come() {
    let mut maps = Maps { versions: Vec::new(), ..Maps::new() };
    let report = taken(&maps, vec![Ok(sent(1, 1)), Ok(sent(1, 1))]);
    assert_eq!((report.waiting, report.seen_before, report.new), (1, 1, 0));
    let waiting = maps.waiting.borrow().clone();
    Inbox::over(&maps).try_waiting(&waiting, 7);
    assert_eq!(maps.waiting.borrow().len(), 1);
    maps.versions.push(samples::survey());
    Inbox::over(&maps).try_waiting(&waiting, 7);
    assert!(maps.waiting.borrow().is_empty());
    let answers = maps.answers.borrow();
    assert_eq!(answers.len(), 1);
    let one = answers.values().next().expect("one");
    assert_eq!((one.at, one.by), (101, By::Pasted), "it counts as of when it came in");
}

#[test]
fn of_an_answer_that_waits_without_a_note_is_noted_when_it_was_looked_at() {
    let maps = Maps { versions: Vec::new(), ..Maps::new() };
    let kept = Waiting { sealed: sent(1, 1), noted: None };
    Inbox::over(&maps).try_waiting(core::slice::from_ref(&kept), 7);
    let noted = Some(Noted { at: 7, by: By::File, id: ResponseId(1) });
    assert_eq!(*maps.waiting.borrow(), [Waiting { noted, ..kept }]);
}

#[test]
fn no_more_wait_than_can_be_looked_through() {
    let maps = Maps { versions: Vec::new(), ..Maps::new() };
    let kept = Waiting { sealed: sent(1, 1), noted: None };
    maps.waiting.replace(vec![kept; MOST_WAITING - 1]);
    let report = taken(&maps, vec![Ok(sent(2, 1)), Ok(sent(3, 1))]);
    assert_eq!((report.waiting, report.trouble.len()), (1, 1));
    assert_eq!(report.trouble[0].1, ImportError::TooManyWait);
    assert_eq!(maps.waiting.borrow().len(), MOST_WAITING);
}

#[test]
fn nobody_can_tell_of_a_survey_that_was_not_read_whether_an_answer_is_new() {
    let maps = Maps::new();
    let origin = Origin { name: "a.txt", by: By::File, at: 0, of: 1 };
    let unread = BTreeSet::from([SURVEY]);
    let found = vec![Ok(sent(1, 1))];
    let report = Inbox::over(&maps).take_batch(found, (origin, 1), &unread).kept(Some(SURVEY));
    assert_eq!(report.not_kept.sealed.len(), 1);
    assert!(maps.answers.borrow().is_empty() && !report.is_all_in());
}

#[test]
fn what_the_browser_does_not_keep_counts_nowhere() {
    let maps = Maps::new();
    let batch = batch(&maps, vec![Ok(sent(1, 1)), Ok(sent(2, 1)), Err(BadLink::Damaged)]);
    assert_eq!(batch.records(), ["answer/1", "answer/2"]);
    let report = batch.not_kept(Some(SURVEY), true);
    assert_eq!((report.new, report.trouble.len()), (0, 1));
    assert_eq!((report.not_kept.sealed.len(), report.not_kept.is_full), (2, true));
}

#[test]
fn answers_to_another_survey_than_the_one_on_the_desk_are_told_apart() {
    let maps = Maps::new();
    let batch = batch(&maps, vec![Ok(sent(1, 1)), Ok(sent(2, 1))]);
    let report = batch.kept(Some(SurveyId(9)));
    assert_eq!((report.new, report.other_survey), (0, vec![(SURVEY, 2)]));
}

#[test]
fn several_messages_are_told_as_one() {
    let here = |new| ImportReport { to: Some(SURVEY), new, ..ImportReport::default() };
    let mut all = here(1);
    all.add(ImportReport { seen_before: 2, newer: 1, ..here(3) });
    assert_eq!(all, ImportReport { seen_before: 2, newer: 1, ..here(4) });
    // The person went to another survey meanwhile.
    let elsewhere = ImportReport { to: Some(SurveyId(9)), new: 1, ..ImportReport::default() };
    all.add(elsewhere);
    assert_eq!((all.to, all.new, all.newer), (Some(SurveyId(9)), 1, 0));
    assert_eq!(all.other_survey, [(SURVEY, 5)]);
}

#[test]
fn whoever_saved_what_was_not_kept_has_not_saved_what_comes_then() {
    let some = |count| NotKept { sealed: vec![sent(1, 1); count], ..NotKept::default() };
    let mut all = NotKept { is_saved: true, ..some(1) };
    assert!(!all.would_be_lost());
    all.add(some(0));
    assert!(!all.would_be_lost());
    all.add(some(1));
    assert!(all.would_be_lost());
}

#[test]
fn a_folder_of_photos_is_one_reason_with_many_names() {
    let nothing = ImportError::Bad(BadLink::Missing);
    let mut report = ImportReport { files: 300, ..ImportReport::default() };
    report.trouble = (0..299).map(|number| (format!("photo-{number}.jpg"), nothing)).collect();
    report.trouble.insert(7, ("answer.txt".to_owned(), ImportError::WrongKey));
    let reasons = report.by_reason();
    let counts: Vec<_> = reasons.iter().map(|(why, names)| (*why, names.len())).collect();
    assert_eq!(counts, [(nothing, 299), (ImportError::WrongKey, 1)]);
    assert!(nothing.is_nothing() && !ImportError::WrongKey.is_nothing());
}

#[test]
fn what_was_stopped_is_told_with_how_many_files_are_left() {
    let stopped =
        |left| ImportReport { stopped: left, files: 2, emails: 5, ..ImportReport::default() };
    let mut all = ImportReport::default();
    assert!(all.is_all_in());
    all.add(stopped(None));
    all.add(stopped(Some(3)));
    all.add(stopped(Some(1)));
    assert_eq!((all.stopped, all.files, all.emails), (Some(4), 6, 15));
    assert!(!all.is_all_in(), "so what was pasted stays in its field");
}
