//! The "About you" pack: what each nation is asked, which outside category an answer counts as, that it is easy
//! to read, and what a file of answers says of the categories.

use crate::make::{received, version};
use crate::support::{SURVEY, Tab};
use ask_together::model::answer::Answer;
use ask_together::model::csv::{Form, HEADS, OUTSIDE_HEADS, codebook_rows, write_codebook};
use ask_together::model::dataset::Dataset;
use ask_together::model::draft::{
    ALL_APART, Act, Change, Draft, DraftQuestion, Part, Place, Problem, SOME_APART,
};
use ask_together::model::easy_read::{Rule, Severity, of_draft};
use ask_together::model::edit::questions;
use ask_together::model::id::{Author, QuestionId};
use ask_together::model::ready_made::equality::{
    CHECKED, Nation, Topic, asked_topics, category, pack, standard_of, template,
};
use ask_together::model::ready_made::{new_survey, picked, rest_of_pack};
use ask_together::model::standard;
use ask_together::model::survey::{Kind, Question};
use ask_together::model::words::Words;
use std::collections::BTreeSet;

fn all(nation: Nation) -> Vec<DraftQuestion> {
    pack(nation, &Topic::ALL, false)
}

fn named(nation: Nation, name: &str) -> DraftQuestion {
    let all = all(nation);
    all.into_iter().find(|question| question.name.starts_with(name)).expect("a question")
}

#[test]
fn every_topic_has_a_standard_with_a_version_and_says_whether_it_moves() {
    assert!(CHECKED.ends_with("2026"));
    for topic in Topic::ALL {
        let standard = topic.standard();
        assert!(!standard.name.is_empty(), "{topic:?}");
        assert!(standard.published.contains("20"), "{topic:?}");
    }
    let moving: Vec<_> = Topic::ALL
        .into_iter()
        .filter_map(|topic| Some((topic, topic.standard().moving?)))
        .collect();
    assert_eq!(
        moving,
        [
            (Topic::Sex, "May 2026"),
            (Topic::Gender, "May 2026"),
            (Topic::Ethnic, "September 2025"),
            (Topic::EthnicDetail, "September 2025"),
            (Topic::Disability, "July 2025"),
        ]
    );
}

#[test]
fn every_question_is_optional_and_lets_people_prefer_not_to_say() {
    for nation in Nation::ALL {
        let questions = all(nation);
        assert_eq!(questions[0].kind, Kind::Information, "it says first why we ask");
        for question in &questions[1..] {
            assert!(question.personal && question.kind.can_skip(), "{}", question.text);
            assert!(!question.name.is_empty(), "{} has an outside name", question.text);
        }
    }
}

#[test]
fn every_choice_counts_as_a_category_but_not_sure() {
    for nation in Nation::ALL {
        for question in all(nation).iter().filter(|question| question.kind.has_choices()) {
            for choice in &question.choices {
                let is_unsure = choice.text == "I am not sure" || choice.id == standard::NOT_SURE;
                let found = category(&question.name, &choice.code);
                assert_eq!(found.is_none(), is_unsure, "{}: {}", question.text, choice.text);
            }
        }
    }
}

#[test]
fn codes_of_one_question_differ_and_names_tell_nations_apart() {
    let mut seen = BTreeSet::new();
    for nation in Nation::ALL {
        for question in all(nation) {
            let codes: Vec<&str> =
                question.choices.iter().map(|c| &*c.code).filter(|code| !code.is_empty()).collect();
            let apart: BTreeSet<&str> = codes.iter().copied().collect();
            assert_eq!(codes.len(), apart.len(), "{}", question.name);
            let is_of_nation = ["England", "Wales", "Scotland", "Northern-Ireland"]
                .iter()
                .any(|name| question.name.contains(name));
            if is_of_nation && !question.name.starts_with("religion") {
                assert!(seen.insert(question.name.clone()), "{} twice", question.name);
            }
        }
    }
}

#[test]
fn the_lists_of_the_nations_differ_where_the_standards_do() {
    let says = |nation, name| -> Vec<String> {
        named(nation, name).choices.iter().map(|choice| choice.text.clone()).collect()
    };
    assert_eq!(says(Nation::England, "ethnic-group").len(), 6);
    assert_eq!(says(Nation::Scotland, "ethnic-group").len(), 7, "African is a group of its own");
    assert!(says(Nation::Wales, "ethnic-group")[0].contains("Welsh"));
    assert!(says(Nation::Scotland, "religion/").contains(&"Church of Scotland".to_owned()));
    assert!(says(Nation::NorthernIreland, "religion/").contains(&"Presbyterian".to_owned()));
    assert!(says(Nation::England, "religion/").contains(&"Christian".to_owned()));
    assert_eq!(category("ethnic-group/Scotland/2011", "F"), Some("African"));
    assert_eq!(category("ethnic-group/England/2011", "F"), None);
    assert_eq!(category("", ""), None);
}

#[test]
fn the_detail_is_asked_of_those_who_picked_its_group_and_only_if_wanted() {
    for nation in Nation::ALL {
        let without: Vec<Topic> =
            Topic::ALL.into_iter().filter(|topic| *topic != Topic::EthnicDetail).collect();
        let some = pack(nation, &without, false);
        assert!(some.iter().all(|question| !question.name.starts_with("ethnic-detail")));
        let group = named(nation, "ethnic-group");
        let details = all(nation);
        let details: Vec<_> =
            details.iter().filter(|question| question.name.starts_with("ethnic-detail")).collect();
        assert!(details.len() >= 4, "{nation:?}");
        for detail in details {
            let tests: Vec<_> = detail.show_if.tests().collect();
            assert_eq!(tests.len(), 1, "{}", detail.text);
            assert_eq!(tests[0].question, group.id, "{}", detail.name);
        }
    }
}

#[test]
fn kept_apart_every_answer_is_and_the_page_says_so() {
    let apart = pack(Nation::England, &[Topic::Age, Topic::Sex], true);
    assert_eq!(apart.len(), 3);
    assert!(apart[0].hint.ends_with("We keep these answers apart from your other answers."));
    assert!(!apart[0].apart && apart[1].apart && apart[2].apart);
    assert!(all(Nation::England).iter().all(|question| !question.apart));
}

#[test]
fn our_own_advice_has_nothing_against_any_nation_apart_or_not() {
    for nation in Nation::ALL {
        for apart in [false, true] {
            let start = new_survey(SURVEY, 5);
            let added = picked(
                &start,
                ask_together::model::id::Author(1),
                pack(nation, &Topic::ALL, apart),
                None,
            );
            let mut tab = crate::support::Tab::with(1, start);
            tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
            let bad: Vec<_> = of_draft(tab.draft.content())
                .into_iter()
                .filter(|finding| {
                    finding.severity > Severity::Note || finding.rule == Rule::HardWord
                })
                .map(|finding| {
                    (
                        tab.draft.content().text(finding.place).unwrap_or_default().to_owned(),
                        finding.why,
                    )
                })
                .collect();
            assert!(bad.is_empty(), "{nation:?}: {bad:?}");
        }
    }
}

#[test]
fn of_no_topic_there_is_no_page_either() {
    assert_eq!(pack(Nation::England, &[], true), []);
    assert_eq!(asked_topics([Topic::EthnicDetail]), [], "detail without its groups is nothing");
    assert_eq!(asked_topics([Topic::Sex, Topic::EthnicDetail]), [Topic::Sex]);
    assert_eq!(asked_topics(Topic::ALL), Topic::ALL);
}

#[test]
fn what_is_there_of_the_pack_is_not_added_again_and_the_rest_comes_behind_it() {
    let author = ask_together::model::id::Author(1);
    let mut tab = crate::support::Tab::with(1, new_survey(SURVEY, 5));
    let add = |tab: &mut crate::support::Tab, topics: &[Topic]| {
        let all = pack(Nation::England, topics, false);
        let (rest, after) = rest_of_pack(tab.draft.content(), all);
        let rest = picked(&tab.draft, author, rest, after);
        let count = rest.len();
        if count > 0 {
            tab.does(Act::Do(rest.into_iter().map(Change::AddQuestion).collect()));
        }
        count
    };
    assert_eq!(add(&mut tab, &[Topic::Sex]), 2, "a page and a question");
    let last = tab.draft.content().questions.last().map(|question| question.id);
    let own = tab.adds(Kind::ShortText, last, "Is there more to say?");
    assert_eq!(add(&mut tab, &[Topic::Age, Topic::Sex]), 1, "no second page");
    assert_eq!(add(&mut tab, &[Topic::Age, Topic::Sex]), 0);
    let content = tab.draft.content();
    let texts: Vec<&str> = content.questions.iter().map(|question| &*question.text).collect();
    let expected = ["About you", "What is your sex?", "How old are you?", "Is there more to say?"];
    assert_eq!(texts, expected);
    assert_eq!(content.questions.last().map(|question| question.id), Some(own));
    assert!(content.questions[1..3].iter().all(|question| !question.name.is_empty()));
}

#[test]
fn a_choice_that_the_pack_once_had_still_counts_as_its_category() {
    assert_eq!(category("religion/Scotland/2020", "S"), Some("Sikh"));
    assert_eq!(category("religion/Scotland/2020", "P"), Some("Church of Scotland"));
    assert_eq!(category("religion-group/Scotland/2020", "S"), Some("Sikh"));
}

#[test]
fn the_codebook_says_which_category_an_answer_counts_as() {
    let question: Question = named(Nation::Scotland, "ethnic-group").as_question();
    let african = question.choices[1].id;
    let versions = [version(1, vec![question.clone()])];
    let received = [received(1, &[(question.id.0.number, Answer::OneChoice(african))])];
    let words = Words::english();
    let data = Dataset::of(&versions, &received, &words);
    let rows = codebook_rows(&data, |_| "Pick one");
    let heads: Vec<String> = rows[0].clone();
    assert_eq!(heads.len(), HEADS.len() + OUTSIDE_HEADS.len());
    let at = |head: &str| heads.iter().position(|one| one == head).expect("a column");
    let row = rows
        .iter()
        .find(|row| row[at("What it means")] == "African or Scottish African")
        .expect("a row");
    assert_eq!(row[at("Outside name")], "ethnic-group/Scotland/2011");
    assert_eq!(row[at("Outside code")], "F");
    assert_eq!(row[at("Harmonised category")], "African");
    let file =
        String::from_utf8(write_codebook(&data, Form::default(), |_| "Pick one")).expect("text");
    assert!(file.contains("ethnic-group/Scotland/2011"));
}

#[test]
fn a_survey_of_nothing_but_the_pack_can_be_published() {
    for nation in Nation::ALL {
        let template = template(nation);
        let draft: Draft = template.draft(SURVEY, 5);
        assert_eq!(draft.problems(), [ask_together::model::draft::Problem::NoOrganisation]);
        assert!((6..=17).contains(&template.asked()), "{nation:?}: {}", template.asked());
    }
}

/// A survey with the pack kept apart, and the ids of its page and of its questions.
fn with_pack(topics: &[Topic]) -> (Tab, QuestionId, Vec<QuestionId>) {
    let start = new_survey(SURVEY, 5);
    let pack = pack(Nation::England, topics, true);
    let added = picked(&start, Author(1), pack, None);
    let ids: Vec<QuestionId> = added.iter().map(|question| question.id).collect();
    let mut tab = Tab::with(1, start);
    tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
    (tab, ids[0], ids[1..].to_vec())
}

fn broken(tab: &Tab) -> Vec<Problem> {
    let is_it = |problem: &Problem| matches!(problem, Problem::PromisedApart(_));
    tab.draft.problems().into_iter().filter(is_it).collect()
}

#[test]
fn the_page_says_what_is_so_whichever_questions_are_kept_apart() {
    let (mut tab, page, asked) = with_pack(&[Topic::Age, Topic::Sex]);
    let hint = |tab: &Tab| tab.draft.content().question(page).expect("here").hint.clone();
    let press = |tab: &mut Tab, question, on| {
        let edited = questions::keep_apart(&tab.draft, question, on);
        tab.does(Act::Do(edited.changes.clone()));
        assert!(broken(tab).is_empty());
        edited.said.is_some()
    };
    let first = hint(&tab);
    assert!(first.ends_with(ALL_APART));
    assert!(press(&mut tab, asked[1], false));
    assert!(hint(&tab).ends_with(SOME_APART) && !hint(&tab).contains(ALL_APART));
    assert!(press(&mut tab, asked[0], false));
    assert!(!hint(&tab).contains("apart"));
    // And the other way round.
    assert!(press(&mut tab, asked[0], true));
    assert!(hint(&tab).ends_with(SOME_APART));
    assert!(press(&mut tab, asked[1], true));
    assert_eq!(hint(&tab), first);
}

#[test]
fn a_page_that_promises_what_is_not_so_can_not_be_published() {
    let (mut tab, page, asked) = with_pack(&[Topic::Age, Topic::Sex]);
    assert!(broken(&tab).is_empty());
    // As where two people wrote: nothing but the tick came.
    let untick = |question| Change::SetPart { question, part: Part::Apart(false) };
    tab.does(untick(asked[1]));
    assert_eq!(broken(&tab), [Problem::PromisedApart(asked[1])]);
    // A question of the group's own behind them is not what the page is about.
    tab.adds(Kind::YesNo, Some(asked[1]), "Do you like tea?");
    assert_eq!(broken(&tab).len(), 1);
    let say = |text: &str| Change::SetText { place: Place::Hint(page), text: text.to_owned() };
    tab.does(say(SOME_APART));
    assert!(broken(&tab).is_empty());
    tab.does(untick(asked[0]));
    assert_eq!(broken(&tab), [Problem::PromisedApart(asked[0])]);
    tab.does(say("Some answers stand on their own."));
    assert!(broken(&tab).is_empty(), "nobody can tell what other words promise");
}

#[test]
fn words_of_the_group_s_own_are_left_alone() {
    let (mut tab, page, asked) = with_pack(&[Topic::Age, Topic::Sex]);
    let place = Place::Hint(page);
    tab.does(Change::SetText { place, text: "We keep these in another box.".to_owned() });
    let edited = questions::keep_apart(&tab.draft, asked[0], false);
    assert_eq!(edited.changes.len(), 1);
    // A question without a page before it has nothing to say it.
    let tea = tab.adds(Kind::YesNo, None, "Do you like tea?");
    assert_eq!(questions::keep_apart(&tab.draft, tea, true).changes.len(), 1);
}

#[test]
fn each_question_of_the_pack_names_its_standard() {
    for nation in Nation::ALL {
        for question in pack(nation, &Topic::ALL, false) {
            let standard = standard_of(&question.name);
            assert_eq!(standard.is_some(), question.kind.asks(), "{}", question.name);
        }
    }
    let of = |name| standard_of(name).unwrap_or_default();
    assert_eq!(
        of("sex/UK/2019"),
        "Sex and gender, GSS harmonised standard, published 4 September 2019, for the UK"
    );
    assert!(of("religion/England-and-Wales/2020").ends_with("for England and Wales"));
    assert_eq!(standard_of("tea/UK/2019"), None);
}
