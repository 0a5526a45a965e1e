//! Copies that may come from somebody else: what of them is put back beside what is here.

use crate::samples;
use crate::support::{SURVEY, Tab, q, set_text};
use ask_together::model::answer::Answer;
use ask_together::model::copied::{Restored, Stranger, judge, saved_at};
use ask_together::model::draft::{Draft, HIGHEST_VERSION, Place};
use ask_together::model::id::{DraftSecret, Edition, SurveyId};
use ask_together::model::seal::SecretKey;
use ask_together::model::survey::Survey;
use ask_together::model::wire::BackupSurvey;

/// The copy of the published survey, as its own organiser made it.
fn own_copy() -> BackupSurvey {
    samples::backup().surveys.swap_remove(0)
}

#[test]
fn an_own_copy_passes_whole_on_a_new_computer_and_beside_what_is_here() {
    let copy = own_copy();
    assert!(judge(copy.clone(), None) == Ok(copy.clone()));
    let mut here = Tab::with(7, copy.draft.clone());
    here.does(set_text(Place::Title, "Written since"));
    assert!(judge(copy.clone(), Some(&here.draft)) == Ok(copy));
}

#[test]
fn a_copy_without_the_secret_of_our_draft_brings_nothing() {
    let own = own_copy().draft;
    // Who has only the link has no key either.
    let stranger = |draft| BackupSurvey { draft, keys: Vec::new(), ..own_copy() };
    let from_link = own.clone().with_secret(DraftSecret::default());
    assert!(judge(stranger(from_link), Some(&own)) == Err(Stranger));
    let mut forged = own.log().to_vec();
    forged[0].seen = vec![(forged[0].author, u32::MAX)];
    let forged = Draft::from_log(SURVEY, forged).with_secret(own.secret());
    assert!(judge(stranger(forged.clone()), Some(&own)) == Err(Stranger));
    assert!(judge(stranger(forged), None) == Err(Stranger), "nor does what can not be true");
}

#[test]
fn what_is_of_another_survey_is_left_out() {
    let mut copy = own_copy();
    let count = copy.versions.len();
    copy.versions.push(Survey { id: SurveyId(99), ..copy.versions[0].clone() });
    copy.received[0].response.survey = SurveyId(99);
    copy.waiting[0].survey = SurveyId(99);
    let Ok(judged) = judge(copy, None) else { panic!("it holds together") };
    assert_eq!((judged.versions.len(), judged.received.len(), judged.waiting.len()), (count, 0, 0));
}

/// With it here, the next version got a number that made the draft unreadable for good.
#[test]
fn a_version_of_a_number_that_nobody_reaches_is_left_out() {
    let mut copy = own_copy();
    let count = copy.versions.len();
    for version in [HIGHEST_VERSION + 1, u32::MAX] {
        let edition = Edition([version as u8; 16]);
        copy.versions.push(Survey { version, edition, ..copy.versions[0].clone() });
    }
    let own = copy.draft.clone();
    for here in [None, Some(&own)] {
        let Ok(judged) = judge(copy.clone(), here) else { panic!("it holds together") };
        assert_eq!(judged.versions.len(), count);
    }
}

#[test]
fn an_organiser_is_told_what_a_copy_did() {
    let says = |surveys, strangers, taken_back| Restored { surveys, strangers, taken_back }.says();
    assert_eq!(says(1, 0, 0), "The backup is open. It held 1 survey.");
    assert!(says(2, 1, 0).starts_with("The backup is open. It held 2 surveys. 1 was left out:"));
    assert!(says(0, 1, 0).starts_with("Nothing of this backup was taken in. 1 was left out:"));
    let went = says(1, 0, 2);
    assert!(went.contains("2 answers that you had are not counted any more"), "{went}");
}

#[test]
fn answers_that_no_page_makes_do_not_come_in_with_a_copy_either() {
    let mut copy = own_copy();
    copy.received[0].response.answers.set(q(99_999), Some(Answer::PreferNotToSay));
    let Ok(judged) = judge(copy, None) else { panic!("it holds together") };
    assert!(judged.received.is_empty());
}

/// The draft can't be read where the copy was made, or whoever made the copy has none.
#[test]
fn a_copy_without_a_draft_brings_only_what_ours_has_published() {
    let own = own_copy().draft;
    let empty = Draft::new(own.id());
    let strange = Survey { edition: Edition([9; 16]), ..own_copy().versions[0].clone() };
    let copy = BackupSurvey {
        draft: empty,
        keys: vec![SecretKey([9; 32])],
        versions: vec![strange],
        ..own_copy()
    };
    let Ok(judged) = judge(copy.clone(), Some(&own)) else { panic!("it holds together") };
    assert!(judged.keys.is_empty() && judged.versions.is_empty());
    let Ok(judged) = judge(copy, None) else { panic!("it holds together") };
    assert_eq!(
        (judged.keys.len(), judged.versions.len()),
        (1, 1),
        "there is nothing of ours to harm"
    );
}

#[test]
fn a_copy_that_brings_all_there_is_counts_as_the_newest_one() {
    assert_eq!(saved_at(None, true, 700, 900), Some(700));
    assert_eq!(saved_at(None, true, 9000, 900), Some(900), "a clock was wrong");
    assert_eq!(saved_at(Some(800), true, 700, 900), Some(800));
    assert_eq!(saved_at(None, false, 700, 900), None, "what was here is in no copy");
    assert_eq!(saved_at(Some(100), false, 700, 900), Some(100));
}
