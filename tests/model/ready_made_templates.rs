//! All ready-made questions: that they can be published, that our own advice has nothing against
//! them, and how they come into a survey that has questions already.

use crate::support::{SURVEY, Tab};
use ask_together::model::alone::stands_alone;
use ask_together::model::answer::Answer;
use ask_together::model::draft::{Act, Change, Draft, DraftQuestion, Place, Problem};
use ask_together::model::easy_read::{Severity, of_draft};
use ask_together::model::id::{APP, Author, ChoiceId, Id, QuestionId};
use ask_together::model::picking;
use ask_together::model::ready_made::equality::{Nation, Topic, pack};
use ask_together::model::ready_made::{Template, already_in, picked, templates};
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{self, NO};
use ask_together::model::survey::{Check, Condition, Group, Kind, Test};
use ask_together::model::wire::Packet;
use ask_together::model::words::Words;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

const PICTURES: &str = include_str!("../../src/model/pictures.txt");

fn template(name: &str) -> Template {
    templates().into_iter().find(|template| template.name == name).expect("a template")
}

fn question(number: u32) -> DraftQuestion {
    let mut all = templates().into_iter().flat_map(|template| template.questions);
    all.find(|question| question.id == id(number)).expect("a question")
}

fn id(number: u32) -> QuestionId {
    QuestionId(Id { author: APP, number })
}

fn adds(tab: &mut Tab, numbers: &[u32], after: Option<QuestionId>) -> Vec<QuestionId> {
    let questions = numbers.iter().map(|number| question(*number)).collect();
    let added = picked(&tab.draft, tab.author, questions, after);
    let ids = added.iter().map(|question| question.id).collect();
    tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
    ids
}

#[test]
fn each_template_can_be_published_once_it_says_who_asks() {
    for template in templates() {
        let draft = template.draft(SURVEY, 5);
        assert_eq!(draft.problems(), [Problem::NoOrganisation], "{}", template.name);
        assert_eq!(Draft::from_packet(&draft.to_packet()).as_ref(), Ok(&draft));
        let mut tab = Tab::with(1, draft);
        tab.types(Place::Organisation, "The café");
        tab.draft.publish(1, PublicKey([7; 32])).expect("no problems");
        let asked = template.asked();
        assert!((6..=17).contains(&asked), "{}: {asked} questions", template.name);
        assert!(template.minutes() <= 15 && template.who.ends_with('.'), "{}", template.name);
    }
}

#[test]
fn our_own_advice_has_nothing_against_them() {
    let mut found = String::new();
    for template in templates() {
        let draft = template.draft(SURVEY, 5);
        // Notes may stay: a question about religion has six answers, and there is no shorter list that is fair.
        for finding in of_draft(draft.content()).iter().filter(|f| f.severity > Severity::Note) {
            let text = draft.content().text(finding.place).unwrap_or_default();
            writeln!(found, "{}: {:?} {text}: {}", template.name, finding.rule, finding.why)
                .expect("room");
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn every_id_is_there_once_and_far_from_the_standard_ones() {
    let mut seen = BTreeSet::new();
    for question in templates().iter().flat_map(|template| &template.questions) {
        let choices = question.choices.iter().map(|choice| choice.id.0);
        let own = choices.filter(|choice| !standard::is_standard(ChoiceId(*choice)));
        for id in [question.id.0].into_iter().chain(own) {
            assert_eq!(id.author, APP);
            assert!((1..1 << 20).contains(&id.number), "{id}");
            assert!(seen.insert(id), "{id} comes twice: {}", question.text);
        }
    }
}

#[test]
fn every_question_has_a_picture_that_we_have() {
    let has = |code: &str| PICTURES.lines().any(|line| line.split(' ').next() == Some(code));
    for template in templates() {
        assert!(has(template.picture), "{}: {}", template.name, template.picture);
        for question in &template.questions {
            assert!(has(&question.picture), "{}: {}", question.text, question.picture);
            for choice in &question.choices {
                assert!(choice.picture.is_empty() || has(&choice.picture), "{}", choice.text);
            }
        }
    }
}

/// Teams compare their answers by these ids. A better question gets a new number, and a line here.
/// Lines are only ever added: `cargo test --test model -- --ignored write_ready_made_questions`.
#[test]
fn a_ready_made_question_never_changes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ready-made-questions.txt");
    let known = std::fs::read_to_string(path).expect("the list of questions");
    for line in all_questions().lines() {
        assert!(known.lines().any(|known| known == line), "changed, or new: {line}");
    }
}

#[test]
#[ignore = "writes a file"]
fn write_ready_made_questions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ready-made-questions.txt");
    let mut known = std::fs::read_to_string(&path).unwrap_or_default();
    for line in all_questions().lines() {
        if !known.lines().any(|known| known == line) {
            known.push_str(line);
            known.push('\n');
        }
    }
    std::fs::write(path, known).expect("written");
}

/// Number, kind, words and choices of each, one a line.
fn all_questions() -> String {
    let mut all = String::new();
    let nations = Nation::ALL.map(|nation| pack(nation, &Topic::ALL, false));
    let packs = nations.iter().flatten();
    let ready: Vec<Template> = templates();
    for question in ready.iter().flat_map(|template| &template.questions).chain(packs) {
        let hint = question.hint.replace('\n', " ");
        write!(all, "{} {:?} {} ({hint})", question.id.0.number, question.kind, question.text)
            .expect("room");
        for choice in question.choices.iter().filter(|c| !standard::is_standard(c.id)) {
            write!(all, " | {} {}", choice.id.0.number, choice.text).expect("room");
        }
        all.push('\n');
    }
    all
}

#[test]
fn a_picked_question_keeps_its_id_through_undo_deletion_and_saving() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "One");
    let last = tab.adds_question(Some(first), "Two");
    assert_eq!(adds(&mut tab, &[1, 8], Some(first)), [id(1), id(8)]);
    let all = ["One", "Where do you live?", "Do staff listen to you?", "Two"];
    assert_eq!(tab.questions(), all);
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()).as_ref(), Ok(&tab.draft));
    assert!(tab.undoes());
    assert_eq!(tab.questions(), ["One", "Two"], "one step of undo");
    assert!(tab.redoes());
    tab.does(Change::RemoveQuestion(id(8)));
    assert!(!already_in(tab.draft.content(), &question(8)));
    assert_eq!(adds(&mut tab, &[8], Some(last)), [id(8)]);
    assert_eq!(tab.questions(), ["One", "Where do you live?", "Two", "Do staff listen to you?"]);
    assert_eq!(tab.draft.content().question(id(8)).map(|q| &q.choices), Some(&question(8).choices));
}

#[test]
fn two_people_who_pick_the_same_question_have_it_once() {
    let mut one = Tab::new(1);
    let mut two = one.shared_with(2);
    adds(&mut one, &[8], None);
    adds(&mut two, &[8], None);
    one.takes_in(&two);
    assert_eq!(one.questions(), ["Do staff listen to you?"]);
}

#[test]
fn a_question_that_is_there_comes_again_as_a_copy() {
    let mut tab = Tab::with(7, template("Your support at home").draft(SURVEY, 5));
    assert!(already_in(tab.draft.content(), &question(1)));
    let copy = adds(&mut tab, &[1], Some(id(1)))[0];
    assert_eq!(copy.0.author, Author(7));
    let content = tab.draft.content();
    let copy = content.question(copy).expect("the copy");
    assert_eq!((&*copy.text, copy.choices.len()), ("Where do you live?", 5));
    assert!(copy.choices.iter().all(|choice| choice.id.0.author == Author(7)));
    assert_eq!(content.questions.len(), 16);
    assert_eq!(content.questions[1].id, copy.id);
    assert_eq!(tab.draft.problems(), [Problem::NoOrganisation]);
}

#[test]
fn a_condition_comes_along_with_the_question_that_it_depends_on() {
    let asked_if = |tab: &Tab, id| tab.draft.content().question(id).expect("it").show_if.clone();
    let mut alone = Tab::new(1);
    adds(&mut alone, &[4002], None);
    assert_eq!(asked_if(&alone, id(4002)), Condition::default());

    let mut both = Tab::new(1);
    adds(&mut both, &[4001, 4002], None);
    let test = |question| Test { question, check: Check::Is(NO) };
    let only_if = |question| Condition {
        all: true,
        groups: vec![Group { all: true, tests: vec![test(question)] }],
    };
    assert_eq!(asked_if(&both, id(4002)), only_if(id(4001)));

    // As copies: the copy depends on the copy.
    let copies = adds(&mut both, &[4001, 4002], Some(id(4002)));
    assert_eq!(asked_if(&both, copies[1]), only_if(copies[0]));

    // The other one is there already: behind it the condition stays, in front of it there is none.
    let mut behind = Tab::new(1);
    adds(&mut behind, &[4001], None);
    let own = behind.adds(Kind::ShortText, None, "First");
    adds(&mut behind, &[4002], Some(id(4001)));
    assert_eq!(asked_if(&behind, id(4002)), only_if(id(4001)));
    behind.does(Change::RemoveQuestion(id(4002)));
    adds(&mut behind, &[4002], Some(own));
    assert_eq!(asked_if(&behind, id(4002)), Condition::default());
}

#[test]
fn whole_templates_can_be_put_in_one_behind_the_other() {
    let mut tab = Tab::new(1);
    for template in templates() {
        let questions = template.questions;
        let added = picked(&tab.draft, tab.author, questions, None);
        tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
    }
    let count: usize = templates().iter().map(|template| template.questions.len()).sum();
    assert_eq!(tab.draft.content().questions.len(), count);
    let expected = templates();
    let expected = expected.iter().flat_map(|template| &template.questions);
    for (expected, question) in expected.zip(&tab.draft.content().questions) {
        assert_eq!((expected.id, &expected.show_if), (question.id, &question.show_if));
    }
    assert_eq!(tab.draft.problems(), [Problem::NoTitle, Problem::NoOrganisation]);
}

/// Two answers that say no to each other: "None of these" and "Cooking".
#[test]
fn nobody_can_tick_none_of_these_together_with_another_choice() {
    let (words, mut walked) = (Words::english(), 0);
    for template in templates() {
        let survey = template.draft(SURVEY, 5).as_survey(1, PublicKey([7; 32]));
        for question in survey.questions.iter().filter(|question| question.kind.picks_many()) {
            for choice in &question.choices {
                let says = choice.says(question.kind, &words);
                let no_help = question.id == standard::HELP && says.starts_with("No, ");
                assert_eq!(choice.alone, stands_alone(says) || no_help, "{says}");
                if !choice.alone {
                    continue;
                }
                walked += 1;
                for other in question.choices.iter().filter(|other| other.id != choice.id) {
                    let both = Answer::ManyChoices(vec![other.id, choice.id]);
                    assert!(!both.is_right(question), "{says} and another one are no answer");
                    let first = picking::pick(question, None, other.id, true);
                    let then = picking::pick(question, first, choice.id, true);
                    assert_eq!(then, Some(Answer::ManyChoices(vec![choice.id])), "{says}");
                    let back = picking::pick(question, then, other.id, true);
                    assert_eq!(back, Some(Answer::ManyChoices(vec![other.id])), "{says}");
                }
                let own = Answer::Other { ticked: vec![choice.id], words: "And more".into() };
                assert!(!own.is_right(question), "{says} and own words are no answer");
            }
        }
    }
    assert!(walked >= 6 + templates().len(), "one for each of these, and the question about help");
}
