//! A draft that can't be read: what stands for it, and what is made again of the versions that were published.

use crate::samples;
use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::copied::{Stranger, judge};
use ask_together::model::draft::{Change, Draft, Place, Published, newest};
use ask_together::model::id::{Author, DraftSecret};
use ask_together::model::ready_made::templates;
use ask_together::model::seal::{PublicKey, SecretKey};
use ask_together::model::survey::Survey;
use ask_together::model::wire::BackupSurvey;

const KEY: PublicKey = PublicKey([7; 32]);
/// Whoever starts again.
const AUTHOR: Author = Author(77);

fn again(versions: &[Survey]) -> Draft {
    Draft::again(AUTHOR, 5, versions).expect("there is a version")
}

fn published(survey: &Survey) -> Published {
    Published { version: survey.version, edition: survey.edition, key: survey.key }
}

#[test]
fn what_is_made_again_publishes_as_the_very_same_survey() {
    for template in templates() {
        let mut draft = template.draft(SURVEY, 0);
        let organisation = set_text(Place::Organisation, "The café");
        draft.apply(draft.edit(Author(1), 1, organisation));
        let survey = draft.publish(3, KEY).expect("no problems");
        assert_eq!(again(std::slice::from_ref(&survey)).publish(3, KEY), Ok(survey));
    }
}

#[test]
fn every_kind_of_question_and_every_language_comes_back() {
    let mut survey = samples::survey();
    let mut made = again(std::slice::from_ref(&survey)).as_survey(survey.version, survey.key);
    // A draft has room for every text in each language, and no words that the app does not know.
    for translation in made.translations.iter_mut().chain(&mut survey.translations) {
        while translation.texts.last().is_some_and(String::is_empty) {
            translation.texts.pop();
        }
        translation.words.retain(|(number, _)| *number < 255);
    }
    // A language in which nothing is written is offered to nobody.
    survey.translations.retain(|found| !found.texts.is_empty() || !found.words.is_empty());
    assert!(Survey { edition: survey.edition, ..made } == survey);
}

#[test]
fn the_newest_version_counts_and_all_are_known_to_be_published() {
    let old = Survey { title: "Old".into(), ..samples::survey() }.frozen();
    let new =
        Survey { title: "New".into(), version: old.version + 1, ..samples::survey() }.frozen();
    for versions in [[old.clone(), new.clone()], [new.clone(), old.clone()]] {
        assert_eq!(newest(&versions), Some(&new));
        let draft = again(&versions);
        assert_eq!(draft.content().title, "New");
        assert_eq!(draft.content().published, [published(&old), published(&new)]);
        let stands = Draft::stand_in(SURVEY, &versions, false).expect("there are versions");
        assert_eq!(stands.content().title, "New");
        assert_eq!(stands.content().published, [published(&old), published(&new)]);
    }
}

#[test]
fn nothing_stands_for_a_draft_of_which_nothing_else_is_here() {
    assert_eq!(Draft::stand_in(SURVEY, &[], false), None);
    assert_eq!(Draft::again(AUTHOR, 5, &[]), None);
    let answers_alone = Draft::stand_in(SURVEY, &[], true).expect("answers are here");
    assert_eq!((answers_alone.id(), &*answers_alone.content().title), (SURVEY, ""));
}

/// The copy from before, and what was made again of its newest version.
fn before_and_after() -> (BackupSurvey, Draft) {
    let copy = samples::backup().surveys.swap_remove(0);
    let key = ask_together::model::seal::public_key(&copy.keys[0]).expect("a key");
    let versions: Vec<Survey> =
        copy.versions.iter().map(|survey| Survey { key, ..survey.clone() }).collect();
    let draft = again(&versions).with_secret(DraftSecret([5; 16]));
    (copy, draft)
}

#[test]
fn a_copy_from_before_brings_the_draft_back_beside_what_was_made_again() {
    let (copy, mut own) = before_and_after();
    own.apply(own.edit(Author(78), 6, set_text(Place::Welcome, "Written since")));
    let judged = judge(copy.clone(), Some(&own));
    assert!(judged == Ok(copy.clone()));
    let mut both = own.clone();
    both.merge(copy.draft.log().iter().cloned());
    assert!(copy.draft.log().iter().chain(own.log()).all(|edit| both.has(edit)));
}

#[test]
fn without_the_key_it_is_a_strangers() {
    let (copy, own) = before_and_after();
    for keys in [vec![], vec![SecretKey([9; 32])]] {
        assert!(judge(BackupSurvey { keys, ..copy.clone() }, Some(&own)) == Err(Stranger));
    }
}

#[test]
fn words_written_after_starting_again_are_like_any_other() {
    let mut tab = Tab::with(78, again(&[samples::survey()]));
    tab.types(Place::Title, "Another title");
    assert_eq!(tab.draft.content().title, "Another title");
    assert!(tab.undoes());
    assert_eq!(tab.draft.content().title, samples::survey().title);
    assert!(!tab.undoes(), "nobody takes back that they started again");
    let change: Change = set_text(Place::Title, "Third");
    tab.does(change);
    assert_eq!(tab.draft.conflicts(), []);
}
