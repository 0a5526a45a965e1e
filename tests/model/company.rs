//! Which tabs have the same survey open: three tabs that hear each other's lines.

use crate::support::SURVEY;
use ask_together::model::company::Company;
use ask_together::model::id::{Author, SurveyId};

fn tab(author: u32) -> Company {
    Company::of(Author(author))
}

/// Tells lines to the other tabs, and their answers to all, until nobody says anything.
fn tell(tabs: &mut [Company], from: usize, lines: Vec<String>) {
    let mut said: Vec<(usize, String)> = lines.into_iter().map(|line| (from, line)).collect();
    let mut heard = 0;
    while let Some((from, line)) = said.pop() {
        assert!(Company::is_said(&line));
        heard += 1;
        assert!(heard < 100, "they never come to an end");
        for to in (0..tabs.len()).filter(|to| *to != from) {
            said.extend(tabs[to].hear(&line).map(|answer| (to, answer)));
        }
    }
}

fn opens(tabs: &mut [Company], place: usize, survey: Option<SurveyId>) {
    let lines = tabs[place].open(survey);
    tell(tabs, place, lines);
}

#[test]
fn tabs_with_the_same_survey_know_of_each_other_until_one_leaves() {
    let mut tabs = [tab(1), tab(2), tab(3)];
    opens(&mut tabs, 0, Some(SURVEY));
    assert!(!tabs[0].is_there(), "it is alone");
    opens(&mut tabs, 1, Some(SURVEY));
    opens(&mut tabs, 2, Some(SurveyId(5)));
    assert_eq!(tabs.each_ref().map(Company::is_there), [true, true, false]);
    opens(&mut tabs, 2, Some(SURVEY));
    assert_eq!(tabs.each_ref().map(Company::is_there), [true, true, true]);
    opens(&mut tabs, 1, None);
    assert_eq!(tabs.each_ref().map(Company::is_there), [true, false, true]);
    opens(&mut tabs, 0, None);
    assert_eq!(tabs.each_ref().map(Company::is_there), [false, false, false]);
}

#[test]
fn opening_the_same_survey_again_says_nothing() {
    let mut one = tab(1);
    assert_eq!(one.open(Some(SURVEY)).len(), 1);
    assert_eq!(one.open(Some(SURVEY)), [""; 0]);
    assert_eq!(one.open(Some(SurveyId(5))).len(), 2, "it leaves the one and opens the other");
}

#[test]
fn names_of_records_and_lines_that_say_nothing_are_no_company() {
    let mut one = tab(1);
    one.open(Some(SURVEY));
    assert!(!Company::is_said("draft/0123456789abcdef\nstamp"));
    let here = tab(1).open(Some(SURVEY)).remove(0);
    for line in [
        &*here,
        "~here",
        "~here 0123456789abcdef",
        "~here 0123456789abcdef x",
        "~what 0123456789abcdef 2",
    ] {
        assert_eq!(one.hear(line), None);
        assert!(!one.is_there(), "{line}");
    }
}
