//! Easy-read advice on any text, on whole drafts, and on sentences that were made up to try its rules. How well
//! it does on what people published: `tests/data/easy-read-sources.tsv`.

use crate::support::{SURVEY, Tab};
use ask_together::model::draft::{Content, Place};
use ask_together::model::easy_read::{Does, Severity, in_text, of_draft};
use ask_together::model::ready_made::{new_survey, your_support_at_home};
use proptest::prelude::*;
use std::time::Instant;

/// Texts of pieces that rules look for, and anything else.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z’'éß-]{0,12}",
        "[0-9,.%£]{0,6}",
        "\\PC{0,6}",
        prop::sample::select(vec![
            "and",
            "not",
            "be given",
            "twenty",
            "hundred",
            "utilised",
            "an additional",
            "don’t",
            "[[1f-12]]",
            "[[",
            "?",
            ". ",
            "\n",
            "(",
            ")",
            " – ",
            ";",
            ", which",
            "means",
            "called",
            "to what extent",
            "safe and clean?",
            "Do you go and see it?",
            "in the last",
            "12 months",
            "per cent",
            "A&E",
            "ICB",
            "Ⅷ",
            "İ",
            "ﬁ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text_gets_findings_at_its_own_letters(text in texts()) {
        for finding in in_text(&text) {
            prop_assert!(text.get(finding.at.clone()).is_some(), "{finding:?}");
            prop_assert!(!finding.at.is_empty() && !finding.why.is_empty());
            for remedy in finding.remedies {
                prop_assert!(!remedy.label.is_empty());
                if let Does::Write(new) = remedy.does {
                    prop_assert!(new != text && !new.is_empty(), "{new}");
                }
            }
        }
    }

    #[test]
    fn any_question_gets_findings_at_its_own_letters(text in texts(), choice in texts()) {
        let mut tab = Tab::with(1, new_survey(SURVEY, 5));
        let question = tab.adds_question(None, &text);
        tab.types(Place::Welcome, &choice);
        let content = tab.draft.content();
        for finding in of_draft(content) {
            let place = content.text(finding.place).unwrap_or_default();
            prop_assert!(place.get(finding.at.clone()).is_some(), "{finding:?}");
        }
        prop_assert!(content.question(question).is_some());
    }
}

#[test]
fn the_ready_made_survey_has_nothing_hard_in_it() {
    let draft = your_support_at_home(SURVEY, 5);
    let hard: Vec<_> =
        of_draft(draft.content()).into_iter().filter(|f| f.severity > Severity::Note).collect();
    assert_eq!(hard, []);
}

#[test]
fn an_empty_draft_gets_no_advice() {
    assert_eq!(of_draft(&Content::default()), []);
}

/// How many invented sentences with this label are flagged, and how many there are.
fn flagged(label: &str) -> (usize, usize) {
    let files = [
        include_str!("../data/easy-read-invented.tsv"),
        include_str!("../data/easy-read-invented-more.tsv"),
    ];
    let mine = files
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.split_once('\t'))
        .filter(|l| l.0 == label);
    let is_flagged = |text: &str| in_text(text).iter().any(|f| f.severity > Severity::Note);
    (mine.clone().filter(|(_, text)| is_flagged(text)).count(), mine.count())
}

/// The sum tells what it was learned to tell. This is no measure of it: we made these sentences up.
#[test]
fn invented_ordinary_sentences_are_flagged_and_easy_ones_are_not() {
    let (hard, of) = flagged("ordinary");
    assert!(of >= 120 && hard * 10 >= of * 9, "{hard} of {of} ordinary sentences are flagged");
    let (hard, of) = flagged("easy");
    assert!(of >= 120 && hard * 20 <= of, "{hard} of {of} easy sentences are flagged");
}

/// A survey of 200 questions, as large as they get.
#[test]
fn advice_on_a_long_survey_takes_no_time_that_people_see() {
    let mut tab = Tab::with(1, your_support_at_home(SURVEY, 5));
    for _ in 0..185 {
        tab.adds_question(None, "Do you have a care plan that you think is appropriate?");
    }
    let start = Instant::now();
    let found = of_draft(tab.draft.content());
    println!("{:?} for {} findings", start.elapsed(), found.len());
    assert!(found.len() > 185 && start.elapsed().as_millis() < 300);
}

/// Advice is given while people type.
#[test]
fn advice_on_a_question_takes_well_under_a_millisecond() {
    let text = "To what extent do you agree that the accommodation provided was appropriate and met \
                your individual needs in the last 12 months?";
    in_text(text);
    let start = Instant::now();
    for _ in 0..100 {
        assert!(in_text(text).len() > 5);
    }
    let each = start.elapsed() / 100;
    println!("{each:?} for a question");
    assert!(each.as_micros() < 2_000, "{each:?}");
}
