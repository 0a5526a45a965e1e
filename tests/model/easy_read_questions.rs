//! The questions and choices that easy-read advice is about, and what its remedies would do.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Change, Part, Place, SetAside};
use ask_together::model::easy_read::{
    Does, Finding, Rule, Severity, gauge, is_set_aside, of_draft, of_place, of_question,
};
use ask_together::model::id::QuestionId;
use ask_together::model::ready_made::new_survey;
use ask_together::model::survey::{Kind, Language};

/// A draft with one question of this kind and these choices.
fn asking(kind: Kind, text: &str, choices: &[&str]) -> (Tab, QuestionId) {
    let mut tab = Tab::with(1, new_survey(SURVEY, 5));
    let question = tab.adds(kind, None, text);
    // A question of the tests comes with "Yes" and "No".
    for place in (0..tab.choices(question).len()).rev().filter(|_| !choices.is_empty()) {
        let choice = tab.choice(question, place);
        tab.does(Change::RemoveChoice { question, choice });
    }
    let mut last = None;
    for choice in choices {
        last = Some(tab.adds_choice(question, last, choice));
    }
    (tab, question)
}

/// What a rule finds in such a question.
fn found(rule: Rule, kind: Kind, text: &str, choices: &[&str]) -> Vec<Finding> {
    let (tab, question) = asking(kind, text, choices);
    let mut found = of_question(tab.draft.content(), question);
    found.retain(|finding| finding.rule == rule);
    found
}

fn does(found: &[Finding]) -> Vec<&Does> {
    found.iter().flat_map(|f| &f.remedies).map(|remedy| &remedy.does).collect()
}

#[test]
fn two_questions_in_one_are_split() {
    let split = |text: &str| {
        let found = found(Rule::TwoQuestions, Kind::YesNo, text, &[]);
        match does(&found)[..] {
            [Does::Split(first, second)] => (first.clone(), second.clone()),
            _ => panic!("{text}: {found:?}"),
        }
    };
    let two = |first: &str, second: &str| (first.to_owned(), second.to_owned());
    assert_eq!(
        split("Do staff listen to you and help you?"),
        two("Do staff listen to you?", "Do staff help you?")
    );
    assert_eq!(split("Is it clean and safe?"), two("Is it clean?", "Is it safe?"));
    assert_eq!(
        split("Do you have a job and do you like it?"),
        two("Do you have a job?", "Do you like it?")
    );
    assert_eq!(
        split("Are you happy with your home and your support?"),
        two("Are you happy with your home?", "Are you happy with your support?")
    );
    assert_eq!(
        split("When and how do you want to hear from us?"),
        two("When do you want to hear from us?", "How do you want to hear from us?")
    );
    assert_eq!(
        split("Why did you leave, and where did you go?"),
        two("Why did you leave?", "Where did you go?")
    );
    assert_eq!(
        split("Is it easy and quick to get a room?"),
        two("Is it easy to get a room?", "Is it quick to get a room?")
    );
}

#[test]
fn both_questions_are_shown_before_they_are_made() {
    let found = found(Rule::TwoQuestions, Kind::YesNo, "Is it clean and safe?", &[]);
    assert_eq!(found[0].remedies[0].label, "Make 2 questions: “Is it clean?” and “Is it safe?”");
}

#[test]
fn what_cannot_be_split_safely_is_only_found() {
    for text in [
        "Do you think staff listen to you and help you?",
        "Is it clean and very safe?",
        "In the last week, was it clean and safe?",
        "What did you like about the day and the food?",
        "Were you told about it and asked what you think?",
        "Do you know who to call and how to get there?",
    ] {
        let found = found(Rule::TwoQuestions, Kind::YesNo, text, &[]);
        assert_eq!((found.len(), does(&found)), (1, vec![]), "{text}");
    }
    let page = found(Rule::TwoQuestions, Kind::Information, "Is it clean and safe?", &[]);
    assert_eq!(does(&page), [] as [&Does; 0]);
}

#[test]
fn agreeing_becomes_yes_or_no() {
    let text = "Do you agree or disagree with the plan?";
    let advice = found(Rule::AgreeDisagree, Kind::OneChoice, text, &["Agree", "Disagree"]);
    assert!(does(&advice).contains(&&Does::SetKind(Kind::YesNo)), "{advice:?}");
    assert_eq!(does(&found(Rule::AgreeDisagree, Kind::YesNo, text, &[])), [] as [&Does; 0]);
}

#[test]
fn a_way_out_is_missed_and_added() {
    let advice = found(Rule::NoNotSure, Kind::OneChoice, "Tea?", &["Green", "Black"]);
    assert_eq!(does(&advice), [&Does::AddChoice("I am not sure".into())]);
    let with = |last| found(Rule::NoNotSure, Kind::OneChoice, "Tea?", &["Green", last]).len();
    assert_eq!([with("I am not sure"), with("None of these"), with("I don’t know")], [0, 0, 0]);
    for kind in [Kind::YesNo, Kind::Faces3, Kind::LongText, Kind::Number, Kind::Section] {
        assert_eq!(found(Rule::NoNotSure, kind, "Tea?", &[]), [], "{kind:?}");
    }
    let (mut tab, question) = asking(Kind::OneChoice, "Tea?", &["Green", "Black"]);
    tab.sets(question, Part::Other(true));
    let all = of_question(tab.draft.content(), question);
    assert!(all.iter().all(|finding| finding.rule != Rule::NoNotSure));
}

#[test]
fn more_than_5_choices_are_many() {
    let names = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let severity = |count: usize| {
        let choices = [&names[..count], &["None of these"]].concat();
        let found = found(Rule::TooManyChoices, Kind::ManyChoices, "Which?", &choices);
        found.first().map(|finding| finding.severity)
    };
    let expected = [None, Some(Severity::Note), Some(Severity::Amber)];
    assert_eq!([severity(5), severity(6), severity(8)], expected);
}

#[test]
fn ranges_that_overlap_are_found_and_mended() {
    let ages = ["Under 18", "18 to 25", "25-35", "36 or over"];
    let advice = found(Rule::Overlapping, Kind::OneChoice, "How old are you?", &ages);
    assert_eq!(does(&advice), [&Does::Write("26-35".into())]);
    assert!(matches!(advice[0].place, Place::Choice(..)));
    let good = ["Under 18", "18 to 25", "26 to 35", "Over 35"];
    assert_eq!(found(Rule::Overlapping, Kind::OneChoice, "How old are you?", &good), []);
    assert_eq!(found(Rule::Overlapping, Kind::OneChoice, "Tea?", &["Green", "green "]).len(), 1);
    let last = ["Over 9223372036854775807", "9223372036854775807 or over"];
    assert_eq!(found(Rule::Overlapping, Kind::OneChoice, "How many?", &last).len(), 1);
}

#[test]
fn choices_that_lean_to_one_side_are_found() {
    let count =
        |choices: &[&str]| found(Rule::Unbalanced, Kind::OneChoice, "How is it?", choices).len();
    assert_eq!(count(&["Very good", "Good", "OK", "Bad"]), 1);
    assert_eq!(count(&["Good", "OK", "Not good"]), 0);
    assert_eq!(count(&["Good food", "A garden", "A lift"]), 0);
}

#[test]
fn a_picture_is_missed_a_little() {
    let advice = found(Rule::NoPicture, Kind::YesNo, "Tea?", &[]);
    assert_eq!((advice.len(), advice[0].severity), (1, Severity::Note));
    assert!(advice[0].at.is_empty());
}

#[test]
fn a_question_longer_than_a_phone_is_found() {
    let long = "Tell us about your day. ".repeat(40);
    assert_eq!(found(Rule::TooLong, Kind::LongText, &long, &[])[0].severity, Severity::Amber);
    assert_eq!(found(Rule::TooLong, Kind::LongText, "Tell us about your day.", &[]), []);
}

#[test]
fn what_the_survey_explains_is_not_hard() {
    let (mut tab, question) = asking(Kind::YesNo, "Do you want reablement from the ICB?", &[]);
    let hard = |tab: &Tab| {
        let found = of_place(tab.draft.content(), Place::Question(question));
        found.iter().filter(|f| matches!(f.rule, Rule::Jargon | Rule::Acronym)).count()
    };
    assert_eq!(hard(&tab), 2);
    tab.explains("reablement", "Help after an illness.");
    tab.explains("ICB", "It pays for health care.");
    assert_eq!(hard(&tab), 0);
}

#[test]
fn one_thing_with_two_names_is_found_across_the_survey() {
    let (mut tab, first) = asking(Kind::YesNo, "Do you have a support plan?", &[]);
    let second = tab.adds_question(Some(first), "Are care plans good?");
    let mut all = of_draft(tab.draft.content());
    all.retain(|finding| finding.rule == Rule::TwoNames);
    assert_eq!((all.len(), all[0].place), (1, Place::Question(second)));
    assert_eq!(does(&all), [&Does::Write("Are support plans good?".into())]);
    let alone = of_question(tab.draft.content(), second);
    assert!(alone.iter().all(|finding| finding.rule != Rule::TwoNames));
}

#[test]
fn nothing_is_said_about_names_and_other_languages() {
    let (mut tab, question) = asking(Kind::YesNo, "To what extent do you utilise it?", &[]);
    tab.types(Place::Organisation, "The Commissioning and Implementation Board");
    assert_eq!(of_place(tab.draft.content(), Place::Organisation), []);
    assert!(!of_draft(tab.draft.content()).is_empty());
    tab.does(Change::SetLanguage(Language::WELSH));
    assert_eq!(of_draft(tab.draft.content()), []);
    assert_eq!(of_question(tab.draft.content(), question), []);
}

#[test]
fn the_gauge_counts_questions_with_hard_words() {
    let (mut tab, first) = asking(Kind::YesNo, "Do you like tea?", &[]);
    let says = |tab: &Tab| {
        let content = tab.draft.content();
        let gauge = gauge(content, &of_draft(content));
        (gauge.questions, gauge.harder, gauge.open > 0)
    };
    // A note, such as a question without a picture, makes no question hard, and is still open.
    assert_eq!(says(&tab), (1, 0, true));
    let second = tab.adds_question(Some(first), "Is the commissioning governance appropriate?");
    assert_eq!(says(&tab), (2, 1, true));
    // What people live with is not counted.
    let found = of_place(tab.draft.content(), Place::Question(second));
    for finding in found.into_iter().filter(|finding| finding.severity > Severity::Note) {
        let words = "Is the commissioning governance appropriate?"[finding.at].to_owned();
        let (place, rule) = (finding.place, finding.rule);
        tab.does(Change::SetAside(SetAside { place, rule, words, reason: String::new() }));
    }
    assert_eq!(says(&tab), (2, 0, true));
}

#[test]
fn a_word_that_is_explained_or_left_once_is_known_everywhere() {
    let (mut tab, first) = asking(Kind::YesNo, "Do you want reablement?", &[]);
    let second = tab.adds_question(Some(first), "Did reablement help you?");
    let hard = |tab: &Tab, question| {
        let found = of_place(tab.draft.content(), Place::Question(question));
        found.iter().filter(|finding| finding.rule == Rule::Jargon).count()
    };
    assert_eq!((hard(&tab, first), hard(&tab, second)), (1, 1));
    let (place, words) = (Place::Question(first), "reablement".to_owned());
    let aside = SetAside { place, rule: Rule::Jargon, words, reason: String::new() };
    tab.does(Change::SetAside(aside));
    // Where it was left it is still found, so that it can be brought back.
    assert_eq!((hard(&tab, first), hard(&tab, second)), (1, 0));
    tab.types(Place::Welcome, "Reablement means help after an illness.");
    assert_eq!((hard(&tab, first), hard(&tab, second)), (0, 0));
}

#[test]
fn advice_comes_in_the_order_of_the_words() {
    let (mut tab, question) = asking(Kind::OneChoice, "Utilise it?", &["Purchase it", "No"]);
    tab.does(set_text(Place::Title, "To commence"));
    tab.does(set_text(Place::After, "We will utilise it."));
    let all = of_draft(tab.draft.content());
    let words: Vec<Place> =
        all.iter().filter(|f| f.rule == Rule::HardWord).map(|f| f.place).collect();
    let choice = Place::Choice(question, tab.choice(question, 0));
    assert_eq!(words, [Place::Title, Place::Question(question), choice, Place::After]);
}

#[test]
fn remedies_apply_and_the_finding_goes() {
    let text = "Do you utilise it?";
    let (mut tab, question) = asking(Kind::YesNo, text, &[]);
    let place = Place::Question(question);
    let finding = of_place(tab.draft.content(), place).remove(0);
    assert!(!is_set_aside(tab.draft.content(), &finding));
    let Does::Write(new) = finding.remedies[0].does.clone() else { panic!("{finding:?}") };
    tab.types(place, &new);
    assert_eq!(of_place(tab.draft.content(), place), []);
}
