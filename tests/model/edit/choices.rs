//! Adding, moving and taking out choices.

use super::{run, said};
use crate::support::Tab;
use ask_together::model::draft::{Change, ChoicePart, Part, Place};
use ask_together::model::edit::choices::{self, Target};
use ask_together::model::edit::{Edited, Focus};
use ask_together::model::id::{ChoiceId, QuestionId};
use ask_together::model::paste;
use ask_together::model::survey::Kind;

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn add(tab: &mut Tab, into: Target<'_>, all: &[&str]) -> Edited {
    let edited = choices::add(&tab.draft, tab.author, into, texts(all));
    run(tab, &edited);
    edited
}

fn at_end(question: QuestionId) -> Target<'static> {
    Target { question, after: None, fill: &[] }
}

fn is_alone(tab: &Tab, question: QuestionId, choice: ChoiceId) -> bool {
    let found = tab.draft.content().question(question).expect("the question");
    found.choice(choice).expect("the choice").alone
}

#[test]
fn choices_come_at_the_end_or_after_one_and_the_focus_goes_into_the_last() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Which?");
    let edited = add(&mut tab, at_end(question), &["Tea", "Juice"]);
    assert_eq!(tab.choices(question), ["Yes", "No", "Tea", "Juice"]);
    let last = Place::Choice(question, tab.choice(question, 3));
    assert_eq!((edited.focus, edited.said), (Focus::Text(last), None));
    let after = Some(tab.choice(question, 0));
    add(&mut tab, Target { question, after, fill: &[] }, &["Perhaps", "Often"]);
    assert_eq!(tab.choices(question), ["Yes", "Perhaps", "Often", "No", "Tea", "Juice"]);
}

#[test]
fn empty_choices_take_the_first_texts() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Which?");
    add(&mut tab, at_end(question), &["", ""]);
    let fill = [tab.choice(question, 2), tab.choice(question, 3)];
    let edited = add(&mut tab, Target { question, after: None, fill: &fill }, &["Tea"]);
    assert_eq!(tab.choices(question), ["Yes", "No", "Tea", ""]);
    assert_eq!(edited.focus, Focus::Text(Place::Choice(question, fill[0])));
    add(&mut tab, Target { question, after: None, fill: &fill }, &["Milk", "Water"]);
    assert_eq!(tab.choices(question), ["Yes", "No", "Tea", "Milk", "Water"]);
}

#[test]
fn none_of_these_lets_go_of_the_others_where_people_tick_any_number() {
    for (kind, alone) in [(Kind::ManyChoices, true), (Kind::OneChoice, false)] {
        let mut tab = Tab::new(1);
        let question = tab.adds(kind, None, "Which?");
        add(&mut tab, at_end(question), &["", "None of these"]);
        let empty = tab.choice(question, 2);
        assert_eq!(is_alone(&tab, question, tab.choice(question, 3)), alone, "{kind:?}");
        add(&mut tab, Target { question, after: None, fill: &[empty] }, &["I am not sure"]);
        assert_eq!(is_alone(&tab, question, empty), alone, "{kind:?}");
    }
}

#[test]
fn other_please_say_of_a_list_lets_people_write_something_else() {
    let mut tab = Tab::new(1);
    let list = paste::choices("Tea\nJuice\nOther (please say)");
    assert!(list.other.is_some());
    let picks = tab.adds_question(None, "Which?");
    let edited = choices::add_list(&tab.draft, tab.author, at_end(picks), list.clone());
    let other = Change::SetPart { question: picks, part: Part::Other(true) };
    assert_eq!(edited.changes[0], other);
    run(&mut tab, &edited);
    assert_eq!(tab.choices(picks), ["Yes", "No", "Tea", "Juice"]);
    let ranks = tab.adds(Kind::Ranking, None, "Which first?");
    let edited = choices::add_list(&tab.draft, tab.author, at_end(ranks), list);
    run(&mut tab, &edited);
    assert_eq!(tab.choices(ranks).len(), 5, "a list to rank has no words of one's own");
}

#[test]
fn what_of_a_list_is_left_out_is_said() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Which?");
    let mut list = paste::choices("Tea");
    let left_out = paste::LeftOut { line: 1, text: "Page 1".to_owned(), why: paste::Why::Page };
    list.out = vec![left_out; 5];
    let edited = choices::add_list(&tab.draft, tab.author, at_end(question), list);
    let plain: String =
        said(&edited).chars().filter(|c| !"\u{2066}\u{2068}\u{2069}".contains(*c)).collect();
    assert_eq!(plain, "Left out: “Page 1”, “Page 1”, “Page 1” and 2 more lines.");
    run(&mut tab, &edited);
}

#[test]
fn after_a_choice_is_taken_out_the_focus_is_in_the_next_one_or_else_the_one_before() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Which?");
    let (yes, no) = (tab.choice(question, 0), tab.choice(question, 1));
    let focus = |tab: &Tab, choice| choices::remove(&tab.draft, question, choice).focus;
    assert_eq!(focus(&tab, yes), Focus::Text(Place::Choice(question, no)));
    assert_eq!(focus(&tab, no), Focus::Text(Place::Choice(question, yes)));
    let edited = choices::remove(&tab.draft, question, yes);
    assert_eq!(said(&edited), "The choice is removed.");
    run(&mut tab, &edited);
    assert_eq!(tab.choices(question), ["No"]);
    assert_eq!(focus(&tab, no), Focus::AddChoice(question));
}

#[test]
fn a_choice_moves_one_place_and_its_new_place_is_said() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Which?");
    add(&mut tab, at_end(question), &["Perhaps"]);
    let no = tab.choice(question, 1);
    for (down, order, text) in [
        (true, ["Yes", "Perhaps", "No"], "Moved. Now choice 3 of 3."),
        (false, ["Yes", "No", "Perhaps"], "Moved. Now choice 2 of 3."),
        (false, ["No", "Yes", "Perhaps"], "Moved. Now choice 1 of 3."),
    ] {
        let edited = choices::step(&tab.draft, question, no, down);
        run(&mut tab, &edited);
        assert_eq!(tab.choices(question), order);
        let said = edited.said.expect("the place is said");
        assert_eq!((&*said.text, said.offers_undo, edited.focus), (text, false, Focus::Held));
    }
    assert_eq!(choices::step(&tab.draft, question, no, false), Edited::default());
}

#[test]
fn a_choice_that_comes_to_say_none_of_these_is_told() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::ManyChoices, None, "Which?");
    add(&mut tab, at_end(question), &["Tea"]);
    let choice = tab.choice(question, 2);
    let written = |tab: &Tab, before| choices::was_written(&tab.draft, question, choice, before);
    assert_eq!(written(&tab, ""), Edited::default());
    let text = "None of these".to_owned();
    tab.does(Change::SetText { place: Place::Choice(question, choice), text });
    assert_eq!(written(&tab, "None at all"), Edited::default(), "it said so before");
    let edited = written(&tab, "Tea");
    let part = ChoicePart::Alone(true);
    assert_eq!(edited.changes, [Change::SetChoicePart { question, choice, part }]);
    assert_eq!(edited.focus, Focus::Held);
    assert!(said(&edited).ends_with("now clears the rest."));
    run(&mut tab, &edited);
    assert_eq!(written(&tab, "Tea"), Edited::default(), "it does so already");
}
