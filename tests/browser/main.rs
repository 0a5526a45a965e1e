//! What only a real browser can show: storage and random bytes. Run by
//! `cargo xtask test`. What needs no browser is in `tests/model`; whole journeys are in `tests/e2e`.
#![cfg(target_arch = "wasm32")]

use ask_together::browser::keeping::{RECORDS, Record};
use ask_together::browser::{clock, json_storage, random, storage};
use ask_together::model::id::SurveyId;
use ask_together::model::photo::Photo;
use ask_together::model::ready_made;
use ask_together::model::seal;
use core::future::{Future, pending, poll_fn};
use core::pin::pin;
use core::task::Poll;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_phone_keeps_and_forgets_text() {
    storage::set("test/phone", "kept ✓").expect("there is room");
    assert_eq!(storage::get("test/phone"), Ok(Some("kept ✓".into())));
    storage::remove("test/phone").expect("it can be removed");
    assert_eq!(storage::get("test/phone"), Ok(None));
}

#[wasm_bindgen_test]
fn text_that_is_not_ours_comes_back_as_it_stands() {
    storage::set("test/foreign", "{not json").expect("there is room");
    assert_eq!(json_storage::get("test/foreign"), Ok(Some("{not json".into())));
    json_storage::set("test/foreign", "ours").expect("there is room");
    assert_eq!(json_storage::get("test/foreign"), Ok(Some("ours".into())));
    assert!(json_storage::names("test/for").contains(&"test/foreign".to_owned()));
    json_storage::remove("test/foreign");
    assert_eq!(json_storage::get("test/foreign"), Ok(None));
}

#[wasm_bindgen_test]
fn full_storage_is_told_and_keeps_what_was_there() {
    json_storage::set("test/full", "before").expect("there is room");
    let too_much = "x".repeat(20_000_000);
    assert!(json_storage::set("test/full", &too_much).is_err());
    assert_eq!(json_storage::get("test/full"), Ok(Some("before".into())));
    json_storage::remove("test/full");
}

#[wasm_bindgen_test]
fn what_a_tab_keeps_is_there_once() {
    json_storage::set_for_tab("test/tab", "mine");
    assert_eq!(json_storage::take_for_tab("test/tab"), Some("mine".into()));
    assert_eq!(json_storage::take_for_tab("test/tab"), None);
}

#[wasm_bindgen_test]
fn two_draws_of_random_bytes_differ() {
    assert_ne!(random::bytes::<32>(), random::bytes::<32>());
}

/// Lengths in files have 32 bits, as numbers have here: adding to the largest ones runs over.
#[wasm_bindgen_test]
fn a_photo_with_a_part_of_gigabytes_is_none_and_holds_nothing_up() {
    for length in [0xffff_fff8_u32, 0xffff_fff7, u32::MAX] {
        let mut file = b"RIFF\x12\0\0\0WEBPVP8 ".to_vec();
        file.extend(length.to_le_bytes());
        file.extend(b"image!");
        assert!(Photo::read(file).is_none());
    }
}

#[wasm_bindgen_test]
fn a_browser_seals_and_opens() {
    let (secret, public) = seal::key_pair(&random::bytes());
    let survey = ready_made::new_survey(SurveyId(7), 5).as_survey(1, public).frozen();
    let sealed = seal::seal(b"yes", &survey, random::bytes());
    let sealed = sealed.expect("the key is good");
    assert_eq!(seal::open(&sealed, &secret), Ok(b"yes".to_vec()));
}

#[wasm_bindgen_test]
fn today_is_no_days_ago_and_yesterday_is_one() {
    let now = clock::now();
    assert_eq!(clock::days_ago(now), 0);
    assert_eq!(clock::days_ago(now - 24 * 3_600_000), 1);
    assert_eq!(clock::day(now).len(), "2026-11-23".len());
}

/// A record that no other test uses.
async fn record(name: &str) -> Record {
    let record = Record::new(["test/record/", name].concat());
    record.forget().await.expect("it can be forgotten");
    record
}

/// What a page finds that looks for the same record later.
async fn found(name: &str) -> [Option<String>; 2] {
    Record::new(["test/record/", name].concat()).find().await.expect("the browser keeps things")
}

#[wasm_bindgen_test]
async fn a_record_is_kept_in_the_database_and_forgotten() {
    let record = record("kept").await;
    assert_eq!(record.find().await, Ok([None, None]));
    assert_eq!(record.put("one ✓".into()).await, Some(Ok(())));
    assert_eq!(found("kept").await, [Some("one ✓".into()), None]);
    record.forget().await.expect("it can be forgotten");
    assert_eq!(found("kept").await, [None, None]);
}

#[wasm_bindgen_test]
async fn of_texts_that_come_while_one_is_written_the_newest_is_written() {
    let record = record("newest").await;
    record.find().await.expect("the browser keeps things");
    let mut first = pin!(record.put("one".into()));
    let begun = poll_fn(|context| Poll::Ready(first.as_mut().poll(context).is_pending()));
    assert!(begun.await, "it takes a moment");
    assert_eq!(record.put("two".into()).await, None);
    assert_eq!(record.put("three".into()).await, None);
    assert_eq!(first.await, Some(Ok(())));
    assert_eq!(found("newest").await, [Some("three".into()), None]);
}

#[wasm_bindgen_test]
async fn what_an_earlier_release_kept_as_text_is_moved() {
    let record = record("moved").await;
    storage::set("test/record/moved", "old").expect("there is room");
    assert_eq!(record.find().await, Ok([None, Some("old".into())]));
    record.settle(Some("old".into()), &[]).await.expect("there is room");
    assert_eq!(found("moved").await, [Some("old".into()), None]);
}

#[wasm_bindgen_test]
async fn what_is_put_aside_is_never_written_over() {
    let record = record("aside").await;
    record.find().await.expect("the browser keeps things");
    for text in ["rubbish", "more rubbish", "rubbish"] {
        record.settle(None, &[text.into()]).await.expect("there is room");
    }
    record.put("new".into()).await.expect("nothing else is written").expect("there is room");
    let names = ["0", "1", "2"].map(|number| ["test/record/aside/aside/", number].concat());
    let aside = RECORDS.find(&names).await.expect("the browser keeps things");
    let aside = aside.iter().map(|text| text.as_ref().and_then(|text| text.as_string()));
    let expected = [Some("rubbish".to_owned()), Some("more rubbish".to_owned()), None];
    assert_eq!(aside.collect::<Vec<_>>(), expected);
    record.forget().await.expect("it can be forgotten");
    assert_eq!(RECORDS.names("test/record/aside").await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn work_that_takes_too_long_is_not_waited_for() {
    assert_eq!(clock::within(1, pending::<()>()).await, None);
    assert_eq!(clock::within(10_000, async { 7 }).await, Some(7));
}
