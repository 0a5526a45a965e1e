//! The organiser's records: what two texts of one name become, and what is put aside.

use crate::samples;
use crate::support::Tab;
use ask_together::model::draft::{Draft, Place};
use ask_together::model::inbox::Received;
use ask_together::model::records::{
    Both, Heard, Kind, Put, Since, aside_name, have_texts_to_do, hear, print, put, since,
};
use ask_together::model::response::Response;
use ask_together::model::wire::{from_text, to_text};

fn merged(kind: Kind, ours: &str, stored: &str) -> Both {
    kind.merge(ours, stored)
}

fn answer(revision: u32) -> String {
    let response = Response { revision, ..samples::response() };
    to_text(&Received { response, ..samples::received() })
}

#[test]
fn a_name_says_what_its_record_is() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of(&format!("{}1", kind.start())), kind);
    }
    assert_eq!(Kind::of("answers/1/2"), Kind::Other, "a participant's");
    assert_eq!(Kind::of("stamp"), Kind::Other);
}

#[test]
fn two_drafts_are_one_with_the_edits_of_both() {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Tea");
    let mut other = one.shared_with(2);
    one.types(Place::Welcome, "Hello");
    other.types(Place::WhoSees, "Only us");
    let both = merged(Kind::Draft, &to_text(&one.draft), &to_text(&other.draft));
    let draft: Draft = from_text(&both.text).expect("a draft");
    let said = (&*draft.content().welcome, &*draft.content().who_sees);
    assert_eq!(said, ("Hello", "Only us"));
    assert_eq!(both.aside, None);
    let back = merged(Kind::Draft, &to_text(&other.draft), &to_text(&one.draft));
    assert_eq!(back.text, both.text, "whichever comes first");
}

#[test]
fn of_a_persons_answers_the_later_stay() {
    assert_eq!(merged(Kind::Answer, &answer(1), &answer(2)).text, answer(2));
    assert_eq!(merged(Kind::Answer, &answer(3), &answer(2)).text, answer(3));
}

#[test]
fn what_can_not_be_read_is_put_aside_and_never_written_over() {
    let sound = to_text(&samples::draft());
    let damaged = format!("{}rubbish", &sound[..40]);
    let kept = Both { text: sound.clone(), aside: Some(damaged.clone()) };
    assert_eq!(merged(Kind::Draft, &sound, &damaged), kept);
    assert_eq!(merged(Kind::Draft, &damaged, &sound), kept);
    let name = aside_name("draft/1", &damaged);
    assert_eq!(name, format!("aside/draft/1/{}", print(&damaged)));
    assert_eq!(Kind::of(&name), Kind::Aside);
    assert!(!Kind::Aside.can_read(&damaged), "so it is offered as a file");
    assert_ne!(aside_name("draft/1", "other"), name, "two that are put aside both stay");
}

#[test]
fn each_kind_reads_its_own_and_no_other() {
    let all = [
        (Kind::Draft, to_text(&samples::draft())),
        (Kind::Key, to_text(&samples::keys().0)),
        (Kind::Survey, to_text(&samples::survey())),
        (Kind::Answer, answer(1)),
        (Kind::Waiting, to_text(&samples::sealed())),
    ];
    for (kind, _) in &all {
        for (of, text) in &all {
            assert_eq!(kind.can_read(text), kind == of, "{kind:?} reads {of:?}");
        }
    }
}

#[test]
fn a_stamp_that_went_or_changed_says_that_the_storage_was_emptied() {
    assert_eq!(since(Some("1"), Some("1")), Since::Kept);
    assert_eq!(since(Some("1"), None), Since::Emptied);
    assert_eq!(since(Some("1"), Some("2")), Since::Emptied, "another tab came first");
    assert_eq!(since(None, Some("2")), Since::Begun);
    assert_eq!(since(None, None), Since::Begun);
}

/// What is to be on the disk, when memory has the first draft, and knew the second.
fn to_put(ours: Option<&str>, known: Option<&str>, stored: Option<&str>, since: Since) -> Put {
    put(Kind::Draft, ours, known, stored, since)
}

#[test]
fn what_another_tab_deleted_stays_deleted_and_what_the_browser_emptied_comes_back() {
    let ours = to_text(&samples::draft());
    let ours = Some(&*ours);
    for since in [Since::Kept, Since::Begun] {
        assert_eq!(to_put(ours, ours, None, since), Put::Gone);
        assert_eq!(to_put(ours, None, None, since), Put::Ours, "a new one");
    }
    assert_eq!(to_put(ours, ours, None, Since::Emptied), Put::Ours);
}

#[test]
fn what_another_tab_wrote_is_never_written_over_not_even_after_the_storage_was_emptied() {
    let mut one = Tab::new(1);
    one.types(Place::Title, "Tea");
    let known = to_text(&one.draft);
    let mut other = one.shared_with(2);
    one.types(Place::Welcome, "Hello");
    other.types(Place::WhoSees, "Only us");
    let (ours, stored) = (to_text(&one.draft), to_text(&other.draft));
    let both = Put::Both(merged(Kind::Draft, &ours, &stored));
    for since in [Since::Kept, Since::Begun, Since::Emptied] {
        assert_eq!(to_put(Some(&ours), Some(&known), Some(&stored), since), both);
        assert_eq!(to_put(Some(&ours), None, Some(&stored), since), both);
        assert_eq!(to_put(Some(&ours), Some(&known), Some(&known), since), Put::Ours);
        assert_eq!(to_put(None, Some(&known), Some(&stored), since), Put::Ours, "deleted here");
    }
}

#[test]
fn texts_have_to_do_only_where_no_database_can_hold_anything() {
    let silent = true;
    assert!(have_texts_to_do(false, false, !silent));
    assert!(have_texts_to_do(true, false, !silent), "as in private windows of old browsers");
    assert!(!have_texts_to_do(true, true, !silent), "it was here before");
    assert!(!have_texts_to_do(true, true, silent));
    assert!(!have_texts_to_do(true, false, silent), "nobody can tell");
}

#[test]
fn a_deletion_on_its_way_is_not_undone_by_what_it_deletes() {
    let text = to_text(&samples::draft());
    let stored = Some(&*text);
    let taken = Heard::Takes(Both { text: text.clone(), aside: None });
    let is_waiting = true;
    assert_eq!(hear(Kind::Draft, None, is_waiting, stored), Heard::Stays);
    assert_eq!(hear(Kind::Draft, None, !is_waiting, stored), taken, "another tab made it");
    assert_eq!(hear(Kind::Draft, stored, is_waiting, None), Heard::Stays, "it is written soon");
    assert_eq!(hear(Kind::Draft, stored, !is_waiting, None), Heard::Gone);
    assert_eq!(hear(Kind::Draft, stored, !is_waiting, stored), taken);
}

#[test]
fn what_another_tab_wrote_and_nobody_here_can_read_is_put_aside() {
    let ours = to_text(&samples::draft());
    let newer = format!("{}rubbish", &ours[..40]);
    let both = Both { text: ours.clone(), aside: Some(newer.clone()) };
    assert_eq!(hear(Kind::Draft, Some(&ours), false, Some(&newer)), Heard::Takes(both));
}
