//! Adding, copying and deleting questions, and having them answered in another way.

use super::{run, said};
use crate::support::Tab;
use ask_together::model::draft::{Change, ChoicePart, Part};
use ask_together::model::edit::{Card, Edited, Focus, questions};
use ask_together::model::id::QuestionId;
use ask_together::model::limit::Limit;
use ask_together::model::paste;
use ask_together::model::piping::mark;
use ask_together::model::ready_made;
use ask_together::model::standard::{NO, NOT_SURE, YES};
use ask_together::model::survey::Kind;

fn add(tab: &mut Tab, after: Option<QuestionId>, kind: Kind) -> QuestionId {
    let edited = questions::add(&tab.draft, tab.author, after, kind);
    run(tab, &edited);
    assert_eq!((edited.focus, edited.said), (Focus::FirstField, None));
    edited.open.and_then(Card::question).expect("it opens")
}

fn order(tab: &Tab) -> Vec<QuestionId> {
    tab.draft.content().questions.iter().map(|question| question.id).collect()
}

#[test]
fn a_new_question_comes_after_another_or_in_front_and_opens() {
    let mut tab = Tab::new(1);
    let last = add(&mut tab, None, Kind::LongText);
    let first = add(&mut tab, None, Kind::LongText);
    let between = add(&mut tab, Some(first), Kind::LongText);
    assert_eq!(order(&tab), [first, between, last]);
}

#[test]
fn a_new_question_has_the_choices_of_its_kind_or_two_empty_ones() {
    let mut tab = Tab::new(1);
    let ids = |tab: &Tab, id| {
        let question = tab.draft.content().question(id).expect("it is there");
        question.choices.iter().map(|choice| choice.id).collect::<Vec<_>>()
    };
    let standard = add(&mut tab, None, Kind::YesNo);
    assert_eq!(ids(&tab, standard), [YES, NO, NOT_SURE]);
    let own = add(&mut tab, None, Kind::ManyChoices);
    assert_eq!(tab.choices(own), ["", ""]);
    let none = add(&mut tab, None, Kind::LongText);
    assert!(ids(&tab, none).is_empty());
}

#[test]
fn a_copy_comes_after_its_question_and_opens() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "First?");
    tab.adds_question(Some(first), "Second?");
    let edited = questions::copy(&tab.draft, tab.author, first);
    run(&mut tab, &edited);
    assert_eq!(tab.questions(), ["First?", "First?", "Second?"]);
    assert_eq!(
        (edited.open, edited.focus),
        (Some(Card::Question(order(&tab)[1])), Focus::FirstField)
    );
    assert_eq!(said(&edited), "The question is copied. You are in the copy.");
    tab.undoes();
    assert_eq!(tab.questions(), ["First?", "Second?"]);
}

#[test]
fn a_section_is_copied_with_all_that_is_in_it() {
    let mut tab = Tab::new(1);
    let title = tab.adds(Kind::Section, None, "Home");
    tab.adds_question(Some(title), "Warm?");
    let edited = questions::copy_section(&tab.draft, tab.author, title);
    run(&mut tab, &edited);
    assert_eq!(tab.questions(), ["Home", "Warm?", "Home", "Warm?"]);
    assert_eq!(edited.open, Some(Card::Question(order(&tab)[2])));
    assert_eq!(said(&edited), "The section is copied with its questions. You are in the copy.");
}

#[test]
fn what_is_gone_can_not_be_copied() {
    let mut tab = Tab::new(1);
    let gone = tab.adds_question(None, "First?");
    tab.undoes();
    assert_eq!(questions::copy(&tab.draft, tab.author, gone), Edited::default());
}

#[test]
fn after_a_question_is_deleted_the_next_one_opens_or_else_the_one_before() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "First?");
    let second = tab.adds_question(Some(first), "Second?");
    let open = |tab: &Tab, id| questions::remove(&tab.draft, id).open;
    assert_eq!(open(&tab, first), Some(Card::Question(second)));
    assert_eq!(open(&tab, second), Some(Card::Question(first)));
    let edited = questions::remove(&tab.draft, first);
    run(&mut tab, &edited);
    assert_eq!(said(&edited), "The question is deleted.");
    let last = questions::remove(&tab.draft, second);
    assert_eq!((last.open, last.focus), (Some(Card::Welcome), Focus::AddQuestion));
}

#[test]
fn deleting_says_what_it_was_and_what_depended_on_it() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Who?");
    let page = tab.adds(Kind::Information, Some(question), "Read this");
    let title = tab.adds(Kind::Section, Some(page), "Home");
    let gone = |tab: &Tab, id| said(&questions::remove(&tab.draft, id)).to_owned();
    assert_eq!(gone(&tab, page), "The page is deleted.");
    assert_eq!(gone(&tab, title), "The section is deleted. Its questions are still here.");
    let text = format!("Is {} nice?", mark(question));
    tab.adds_question(Some(title), &text);
    assert_eq!(
        gone(&tab, question),
        "The question is deleted. 1 question that is left depended on this."
    );
    tab.adds_question(Some(title), &text);
    assert_eq!(
        gone(&tab, question),
        "The question is deleted. 2 questions that are left depended on this."
    );
}

fn set_kind(tab: &mut Tab, question: QuestionId, kind: Kind) -> Vec<Change> {
    let edited = questions::set_kind(&tab.draft, tab.author, question, kind);
    run(tab, &edited);
    edited.changes
}

#[test]
fn another_kind_keeps_the_choices_and_adds_what_it_lacks() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::LongText, None, "How?");
    set_kind(&mut tab, question, Kind::OneChoice);
    assert_eq!(tab.choices(question), ["", ""]);
    tab.adds_choice(question, None, "Mine");
    set_kind(&mut tab, question, Kind::YesNo);
    set_kind(&mut tab, question, Kind::OneChoice);
    assert!(tab.choices(question).contains(&"Mine"));
    let before = tab.choices(question).len();
    set_kind(&mut tab, question, Kind::YesNo);
    assert_eq!(tab.choices(question).len(), before, "the standard ones are there already");
}

#[test]
fn the_same_kind_is_no_change() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::LongText, None, "How?");
    assert!(set_kind(&mut tab, question, Kind::LongText).is_empty());
}

#[test]
fn none_of_these_lets_go_of_the_others_once_people_tick_any_number() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::OneChoice, None, "Which?");
    let choice = tab.adds_choice(question, None, "None of these");
    let alone = Change::SetChoicePart { question, choice, part: ChoicePart::Alone(true) };
    let changes = set_kind(&mut tab, question, Kind::ManyChoices);
    assert_eq!(changes, [Change::SetKind { question, kind: Kind::ManyChoices }, alone]);
}

#[test]
fn a_limit_of_ticks_never_becomes_a_number() {
    let mut tab = Tab::new(1);
    let question = tab.adds(Kind::ManyChoices, None, "Which?");
    tab.sets(question, Part::Least(Some(Limit(2))));
    tab.sets(question, Part::Most(Some(Limit(3))));
    set_kind(&mut tab, question, Kind::ManyPictures);
    let limits = |tab: &Tab| {
        let question = tab.draft.content().question(question).expect("it is there");
        (question.least, question.most)
    };
    assert_eq!(limits(&tab), (Some(Limit(2)), Some(Limit(3))));
    set_kind(&mut tab, question, Kind::Number);
    assert_eq!(limits(&tab), (None, None));
}

#[test]
fn ready_made_questions_come_in_together_and_the_first_opens() {
    let mut tab = Tab::new(1);
    let template = ready_made::templates().swap_remove(0);
    let questions: Vec<_> = template.questions.into_iter().take(2).collect();
    let picked = ready_made::picked(&tab.draft, tab.author, questions, None);
    let first = picked[0].id;
    let edited = questions::add_written(&tab.draft, picked);
    run(&mut tab, &edited);
    assert_eq!((edited.open, edited.focus), (Some(Card::Question(first)), Focus::FirstField));
    assert!(said(&edited).ends_with("added."), "{}", said(&edited));
    assert_eq!(tab.draft.content().questions.len(), 2);
    assert!(tab.undoes() && tab.draft.content().questions.is_empty(), "one step");
    assert_eq!(questions::add_written(&tab.draft, Vec::new()), Edited::default());
}

#[test]
fn what_comes_in_is_counted_by_what_it_is() {
    let counted = |kinds: &[Kind]| questions::counted(kinds.iter().copied());
    assert_eq!(counted(&[Kind::YesNo]), "1 question");
    assert_eq!(
        counted(&[Kind::YesNo, Kind::Section, Kind::Number, Kind::Information]),
        "2 questions and 1 section and 1 page"
    );
}

#[test]
fn who_adds_to_a_section_that_is_asked_again_and_again_is_told() {
    let mut tab = Tab::new(1);
    let count = tab.adds(Kind::Number, None, "How many children?");
    let section = tab.adds(Kind::Section, Some(count), "Each child");
    let inside = tab.adds_question(Some(section), "Name?");
    let said = |tab: &Tab, after| {
        let edited = questions::add(&tab.draft, tab.author, Some(after), Kind::ShortText);
        edited.said.map(|said| said.text)
    };
    assert_eq!(said(&tab, inside), None, "it is asked once");
    tab.sets(section, Part::Repeat(Some(count)));
    let asked = "the section “Each child”, asked as many times as “How many children?” says";
    let again = Some(format!("Added in {asked}."));
    assert_eq!(
        (said(&tab, inside), said(&tab, section), said(&tab, count)),
        (again.clone(), again, None)
    );
    let new = questions::add(&tab.draft, tab.author, Some(inside), Kind::Section);
    assert_eq!(new.said, None, "a title ends it");

    let rows = paste::read("Tea?\nCoffee?", &[]).rows;
    let pasted = paste::questions(&tab.draft, tab.author, rows.clone(), Some(inside));
    let edited = questions::add_written(&tab.draft, pasted);
    assert_eq!(super::said(&edited), format!("2 questions are added in {asked}."));
    let (rows, after) = paste::apart(tab.draft.content(), rows, Some(section));
    assert!(paste::starts_section(&rows));
    assert_eq!(after, Some(inside), "behind all of it");
    let pasted = paste::questions(&tab.draft, tab.author, rows, after);
    let edited = questions::add_written(&tab.draft, pasted);
    assert_eq!(super::said(&edited), "2 questions and 1 section are added.");
    run(&mut tab, &edited);
    assert_eq!(tab.questions()[2..], ["Name?", "More questions", "Tea?", "Coffee?"]);
}
