//! Copies of questions: with ids of their own, and about each other where the originals were.

use crate::support::Tab;
use ask_together::model::draft::{
    Act, Change, DraftQuestion, Part, Place, Published, title_of_copy,
};
use ask_together::model::id::{ChoiceId, Edition, QuestionId, SurveyId};
use ask_together::model::piping::mark;
use ask_together::model::ready_made::picked;
use ask_together::model::standard::YES;
use ask_together::model::survey::{Check, Condition, Group, Kind, Language, Test};

fn only_if(question: QuestionId, check: Check) -> Condition {
    let tests = vec![Test { question, check }];
    Condition { all: true, groups: vec![Group { all: true, tests }] }
}

/// A question outside, then a set: how many children, who lives there, and a section for each child
/// that names who.
struct Set {
    tab: Tab,
    outside: QuestionId,
    count: QuestionId,
    who: QuestionId,
    section: QuestionId,
    last: QuestionId,
    choice: ChoiceId,
}

fn set() -> Set {
    let mut tab = Tab::new(1);
    let outside = tab.adds(Kind::YesNo, None, "Do you live here?");
    let count = tab.adds(Kind::Number, Some(outside), "How many children?");
    let who = tab.adds(Kind::OneChoice, Some(count), "Who lives with you?");
    let section = tab.adds(Kind::Section, Some(who), "Each child");
    let last = tab.adds(Kind::OneChoice, Some(section), "What do they like?");
    let choice = tab.choice(who, 1);
    tab.sets(who, Part::ShowIf(only_if(outside, Check::Is(YES))));
    tab.sets(section, Part::Repeat(Some(count)));
    tab.sets(last, Part::ShowIf(only_if(who, Check::IsNot(choice))));
    tab.types(Place::Question(last), &format!("What does {} like?", mark(who)));
    tab.types(Place::Hint(last), &format!("You said {} and {}.", mark(outside), mark(who)));
    let first = tab.choice(last, 0);
    tab.types(Place::Choice(last, first), &format!("The same as {}", mark(who)));
    tab.does(Change::AddLanguage(Language::WELSH));
    let text = format!("Beth mae {} yn hoffi?", mark(who));
    let place = Place::Question(last);
    tab.does(Change::Translate { language: Language::WELSH, place, text });
    Set { tab, outside, count, who, section, last, choice }
}

/// Copies these in one step.
fn copies(tab: &mut Tab, ids: &[QuestionId]) -> Vec<QuestionId> {
    let (copies, changes) = tab.draft.copy(tab.author, ids);
    tab.does(Act::Do(changes));
    copies
}

fn question(tab: &Tab, id: QuestionId) -> &DraftQuestion {
    tab.draft.content().question(id).expect("the question")
}

#[test]
fn a_copied_set_is_about_its_own_copies() {
    let Set { mut tab, outside, count, who, section, last, choice } = set();
    let before = tab.draft.content().questions.clone();
    // The order in which they were ticked does not matter.
    let made = copies(&mut tab, &[last, who, section, count]);
    let [count2, who2, section2, last2] = made[..] else { panic!("{made:?}") };
    assert_eq!(question(&tab, section2).repeat, Some(count2));
    let choice2 = tab.choice(who2, 1);
    assert_ne!(choice2, choice);
    assert_eq!(question(&tab, last2).show_if, only_if(who2, Check::IsNot(choice2)));
    assert_eq!(question(&tab, last2).text, format!("What does {} like?", mark(who2)));
    let hint = format!("You said {} and {}.", mark(outside), mark(who2));
    assert_eq!(question(&tab, last2).hint, hint, "what is outside stays");
    assert_eq!(tab.choices(last2)[0], format!("The same as {}", mark(who2)));
    let welsh = tab.draft.content().translated(Language::WELSH, Place::Question(last2));
    assert_eq!(welsh, Some(&*format!("Beth mae {} yn hoffi?", mark(who2))));
    assert_eq!(question(&tab, who2).show_if, only_if(outside, Check::Is(YES)));
    assert_eq!(tab.draft.content().questions[..5], before[..], "the originals are as they were");
    assert!(tab.undoes() && tab.draft.content().questions == before, "in one step");
}

#[test]
fn a_copy_of_one_question_stays_about_the_questions_before_it() {
    let Set { mut tab, who, last, choice, .. } = set();
    let made = copies(&mut tab, &[last]);
    assert_eq!(question(&tab, made[0]).show_if, only_if(who, Check::IsNot(choice)));
    assert_eq!(question(&tab, made[0]).text, format!("What does {} like?", mark(who)));
}

#[test]
fn a_copied_section_has_nothing_to_mend() {
    let Set { mut tab, who, count, outside, .. } = set();
    tab.adds(Kind::Section, Some(outside), "Your family");
    let before = tab.draft.problems();
    let all: Vec<QuestionId> = tab.draft.content().questions.iter().map(|q| q.id).collect();
    copies(&mut tab, &all[1..]);
    assert_eq!(tab.draft.problems(), before);
    tab.does(Change::RemoveQuestion(who));
    tab.does(Change::RemoveQuestion(count));
    let leaning = tab.draft.problems().len();
    assert!(leaning > before.len(), "the originals lean on what is gone");
    let copies: Vec<QuestionId> =
        tab.draft.content().questions.iter().rev().take(5).map(|q| q.id).collect();
    let about_copies = tab.draft.problems().into_iter().filter_map(|problem| problem.place());
    let touched = about_copies.filter(|place| {
        copies
            .iter()
            .any(|copy| matches!(place, Place::Question(id) | Place::Hint(id) if id == copy))
    });
    assert_eq!(touched.count(), 0, "their copies do not");
}

#[test]
fn a_set_that_is_picked_twice_is_about_its_own_copies() {
    let Set { mut tab, count, who, section, last, .. } = set();
    let set: Vec<DraftQuestion> =
        [count, who, section, last].map(|id| question(&tab, id).clone()).into();
    for _ in 0..2 {
        let added = picked(&tab.draft, tab.author, set.clone(), None);
        let ids: Vec<QuestionId> = added.iter().map(|question| question.id).collect();
        tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
        let [count2, who2, section2, last2] = ids[..] else { panic!("{ids:?}") };
        assert_eq!(question(&tab, section2).repeat, Some(count2));
        assert_eq!(question(&tab, last2).text, format!("What does {} like?", mark(who2)));
        let choice = tab.choice(who2, 1);
        assert_eq!(question(&tab, last2).show_if, only_if(who2, Check::IsNot(choice)));
    }
}

#[test]
fn a_copy_of_a_published_survey_was_never_published() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    let published =
        Published { version: 1, edition: Edition([1; 16]), key: crate::samples::keys().1 };
    tab.does(Act::Do(vec![
        Change::NameVersion("Published as version 1".into()),
        Change::Published(published),
    ]));
    assert_eq!(tab.draft.content().published, [published]);
    let copy = tab.draft.copy_as(SurveyId(5));
    assert_eq!((copy.id(), &*copy.content().title), (SurveyId(5), "Tea"));
    assert!(copy.content().published.is_empty(), "so it gets a key of its own");
    assert!(!format!("{:?}", copy.log()).contains("Published"), "nor does its history say so");
}

#[test]
fn a_copy_of_a_survey_has_a_name_of_its_own() {
    let check = |title: &str, others: &[&str], expected: &str| {
        assert_eq!(title_of_copy(title, others.iter().copied()), expected);
    };
    check("Your week", &["Your week"], "Your week (copy)");
    check("Your week", &["Your week", "Your week (copy)"], "Your week (copy 2)");
    check("Your week (copy)", &["Your week (copy)"], "Your week (copy 2)");
    check("Your week (copy 2)", &["Your week (copy 2)"], "Your week (copy)");
    check("Your week (copy 9)", &["Your week (copy)", "Your week (copy 2)"], "Your week (copy 3)");
    check("Tea (or coffee)", &[], "Tea (or coffee) (copy)");
    check("Tea (copying)", &[], "Tea (copying) (copy)");
    check(" (copy)", &[], "(copy) (copy)");
    check("  ", &[""], "");
}
