//! Days as a field for a date writes them, and until when a survey is open.

use crate::make::version;
use ask_together::model::day::{LAST, OddDay, read, show};
use ask_together::model::survey::Survey;

fn check(text: &str, number: u32) {
    assert_eq!(read(text), Some(number), "{text}");
    assert_eq!(show(number), text);
}

#[test]
fn days_are_read_and_shown() {
    check("1970-01-01", 0);
    check("1970-03-01", 59);
    check("2000-02-29", 11_016);
    check("2024-02-29", 19_782);
    check("2024-12-31", 20_088);
    check("2025-01-01", 20_089);
    check("2026-11-28", 20_785);
    check("9999-12-31", LAST);
}

#[test]
fn every_day_of_400_years_comes_back() {
    for number in 0..146_097 {
        assert_eq!(read(&show(number)), Some(number));
    }
    assert!(!show(u32::MAX).is_empty(), "a hostile survey may say any number");
}

#[test]
fn what_is_no_day_is_refused() {
    let wrong = ["", "2026", "2026-11", "2026-13-01", "2026-00-10", "2026-02-30", "2026-06-31"];
    let odd = ["1969-12-31", "10000-01-01", "2026-1-1", "28-11-2026", "2026-11-28-1", "x-y-z"];
    for text in wrong.into_iter().chain(odd) {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_survey_is_open_on_its_last_day_and_closed_on_the_next() {
    let mut survey = Survey { closes: None, ..version(1, Vec::new()) };
    assert!(!survey.is_closed(u32::MAX), "without a last day it never closes");
    survey.closes = Some(20_785);
    assert!(!survey.is_closed(0));
    assert!(!survey.is_closed(20_785));
    assert!(survey.is_closed(20_786));
    survey.closes = Some(u32::MAX);
    assert!(!survey.is_closed(u32::MAX));
}

#[test]
fn days_that_are_over_or_contradict_each_other_are_odd() {
    let odd = |closes, keep_until| {
        let mut survey = version(1, Vec::new());
        survey.closes = closes;
        survey.notice.keep_until = keep_until;
        survey.odd_day(100)
    };
    assert_eq!(odd(None, None), None);
    assert_eq!(odd(Some(100), Some(120)), None);
    assert_eq!(odd(Some(99), None), Some(OddDay::Closed));
    assert_eq!(odd(None, Some(100)), Some(OddDay::KeptNoLonger));
    assert_eq!(odd(Some(130), Some(120)), Some(OddDay::DeletedTooSoon));
}
