//! Who is missing: the file of figures, how people are counted into groups, what is said of a difference, and what may be
//! shared. Absent: the plan that is kept.

use crate::make::version;
use ask_together::model::answer::Answer;
use ask_together::model::dataset::TooFew;
use ask_together::model::id::{ChoiceId, ResponseId};
use ask_together::model::inbox::{By, Received};
use ask_together::model::missing::{
    About, Counted, Figures, Group, Line, NotCounted, Verdict, compared, counted, expected,
    groups_of, says, share_in_words, shared_counts, why_none, wilson,
};
use ask_together::model::ready_made::equality::{Nation, Topic, pack};
use ask_together::model::response::{Answers, Asked, Given, Response};
use ask_together::model::standard::{NO, YES};
use ask_together::model::suppress::{Rule, Shown};
use ask_together::model::survey::{Question, Survey};

const AREAS: &str = include_str!("../../web/areas.txt");

fn figures() -> Figures {
    Figures::read(AREAS).expect("figures")
}

#[test]
fn the_file_has_every_nation_and_sums_to_what_was_published() {
    let all = figures();
    let counts = Nation::ALL.map(|nation| all.place(nation).expect("a nation").areas.len() - 1);
    assert_eq!(counts, [309, 22, 32, 11]);
    // The README of the figures says 331 for England and Wales together.
    assert_eq!(counts[0] + counts[1], 331);
    let share = |nation, about, code: &str| {
        let place = all.place(nation).expect("a nation");
        let at = groups_of(place, about).iter().position(|group| group.code == code).expect("it");
        let counts = place.counts(&place.areas[0], about).expect("counts");
        counts[at] as f64 / counts.iter().sum::<u64>() as f64
    };
    assert!((share(Nation::England, About::Ethnic, "W") - 0.81).abs() < 0.005);
    assert!((share(Nation::England, About::Disability, "D") - 0.173).abs() < 0.005);
    assert!((share(Nation::Wales, About::Disability, "D") - 0.216).abs() < 0.005);
}

#[test]
fn what_is_no_file_of_figures_is_told_and_a_damaged_line_is_left_out() {
    assert_eq!(Figures::read("<!doctype html>"), None);
    assert_eq!(Figures::read(""), None);
    let text = "nation Wales|2021\ntopic sex|F Female|M Male\nW1|Here|1 2\nW2|There|1\nW3|x|1 2|3";
    let read = Figures::read(text).expect("one area");
    let names: Vec<&str> = read.0[0].areas.iter().map(|area| &*area.name).collect();
    assert_eq!(names, ["All of Wales", "Here"]);
}

#[test]
fn the_whole_of_a_nation_is_known_where_its_areas_are() {
    let all = figures();
    let known = |nation, about| {
        let place = all.place(nation).expect("a nation");
        place.counts(&place.areas[0], about).is_some()
    };
    assert!(known(Nation::Scotland, About::Age));
    assert!(!known(Nation::NorthernIreland, About::Disability));
}

#[test]
fn what_there_are_no_figures_for_says_why() {
    let all = figures();
    for nation in Nation::ALL {
        let place = all.place(nation).expect("a nation");
        for about in About::ALL {
            let is_known = place.counts(&place.areas[0], about).is_some();
            let why = why_none(place, about);
            assert_eq!(why.is_none(), is_known, "{nation:?} {about:?}");
            assert!(
                why.is_none_or(|why| why.starts_with(about.name()) && why.contains("Census 2021"))
            );
        }
    }
}

#[test]
fn a_group_of_which_the_area_has_nobody_is_compared_too() {
    let counted = Counted { groups: vec![0, 12], unknown: 0 };
    let lines = compared(&counted, &[0, 90]).expect("lines");
    assert_eq!(lines[0].verdict, Verdict::AsExpected);
    let (of, shown) = (Shown::Count(12), Shown::Count(0));
    let said = says(&lines[0], ("X", "here"), of, shown);
    assert!(said.ends_with("In here it is no one: we would expect no one."), "{said}");
    let counted = Counted { groups: vec![5, 7], unknown: 0 };
    let lines = compared(&counted, &[0, 90]).expect("lines");
    assert_eq!(lines[0].verdict, Verdict::More);
    assert_eq!(compared(&counted, &[0, 0]), None, "a register with nobody compares with nothing");
}

fn asking(nation: Nation, topics: &[Topic]) -> Survey {
    let questions: Vec<Question> =
        pack(nation, topics, false).iter().map(|question| question.as_question()).collect();
    version(1, questions)
}

/// Somebody who picked the choice with this code at each question whose name starts so.
fn person(survey: &Survey, id: u64, said: &[(&str, &str)]) -> Received {
    let given = said.iter().map(|(start, code)| {
        let question = survey
            .questions
            .iter()
            .find(|q| q.name.split('/').next() == Some(start))
            .expect("asked");
        let choice: ChoiceId = match *code {
            "yes" => YES,
            "no" => NO,
            code => question.choices.iter().find(|c| c.code == code).expect("offered").id,
        };
        (Asked::from(question.id), Answer::OneChoice(choice))
    });
    let answers: Answers = given.collect();
    let response = Response {
        id: ResponseId(id),
        revision: 1,
        survey: survey.id,
        version: survey.version,
        edition: survey.edition,
        given: Given::default(),
        answers,
    };
    Received { at: id, by: By::Link, response }
}

fn groups(nation: Nation, about: About) -> Vec<Group> {
    groups_of(figures().place(nation).expect("a nation"), about)
}

fn check(
    nation: Nation,
    about: About,
    topic: Topic,
    people: &[&[(&str, &str)]],
    expected: &[(&str, usize)],
) {
    let survey = asking(nation, &[topic]);
    let received: Vec<Received> =
        people.iter().zip(1..).map(|(said, id)| person(&survey, id, said)).collect();
    let groups = groups(nation, about);
    let counted = counted(&[survey], &received, &[], (nation, about), &groups).expect("asked");
    let some: Vec<(&str, usize)> = groups
        .iter()
        .zip(&counted.groups)
        .filter(|(_, count)| **count > 0)
        .map(|(group, count)| (&*group.code, *count))
        .collect();
    assert_eq!(some, expected, "{nation:?} {about:?}");
    assert_eq!(counted.known() + counted.unknown, people.len());
}

#[test]
fn people_count_in_the_group_of_their_census() {
    let sex: &[&[(&str, &str)]] = &[&[("sex", "F")], &[("sex", "F")], &[("sex", "M")], &[]];
    check(Nation::England, About::Sex, Topic::Sex, sex, &[("F", 2), ("M", 1)]);
    let group = |code| [("ethnic-group", code)];
    check(
        Nation::Scotland,
        About::Ethnic,
        Topic::Ethnic,
        &[&group("F"), &group("B")],
        &[("F", 1), ("B", 1)],
    );
    check(Nation::NorthernIreland, About::Ethnic, Topic::Ethnic, &[&group("O")], &[("O", 1)]);
    let age = |code| [("age", code)];
    check(
        Nation::Scotland,
        About::Age,
        Topic::Age,
        &[&age("45"), &age("25"), &age("75"), &age("0")],
        &[("0", 1), ("16", 2), ("65", 1)],
    );
}

#[test]
fn disability_takes_both_steps_as_the_equality_act_does() {
    let says: &[&[(&str, &str)]] = &[
        &[("long-lasting-condition", "no")],
        &[("long-lasting-condition", "yes"), ("activity-restriction", "N")],
        &[("long-lasting-condition", "yes"), ("activity-restriction", "L")],
        &[("long-lasting-condition", "yes"), ("activity-restriction", "S")],
        &[("long-lasting-condition", "yes")],
    ];
    let (about, topic) = (About::Disability, Topic::Disability);
    check(Nation::Wales, about, topic, says, &[("D", 2), ("N", 2)]);
    check(Nation::Scotland, about, topic, says, &[("L", 1), ("S", 1), ("N", 2)]);
}

#[test]
fn having_no_religion_is_a_group_too() {
    let says: &[&[(&str, &str)]] = &[
        &[("religion-any", "no")],
        &[("religion-any", "yes"), ("religion", "M")],
        &[("religion-any", "yes")],
    ];
    check(Nation::England, About::Religion, Topic::Religion, says, &[("N", 1), ("M", 1)]);
}

#[test]
fn in_scotland_christians_are_asked_which_and_others_count_at_once() {
    let says: &[&[(&str, &str)]] = &[
        &[("religion-any", "yes"), ("religion-group", "X"), ("religion", "R")],
        &[("religion-any", "yes"), ("religion-group", "X")],
        &[("religion-any", "yes"), ("religion-group", "S")],
        &[("religion-any", "no")],
    ];
    let expected = &[("N", 1), ("R", 1), ("S", 1)];
    check(Nation::Scotland, About::Religion, Topic::Religion, says, expected);
}

#[test]
fn a_survey_without_the_question_or_with_another_nations_list_counts_nobody() {
    let count = |asks: Nation, topic, nation, about| {
        counted(&[asking(asks, &[topic])], &[], &[], (nation, about), &groups(nation, about))
    };
    let sex = count(Nation::England, Topic::Sex, Nation::England, About::Ethnic);
    assert_eq!(sex, Err(NotCounted::NotAsked));
    let other = count(Nation::Scotland, Topic::Ethnic, Nation::England, About::Ethnic);
    assert_eq!(other, Err(NotCounted::OtherNation));
    let wales = count(Nation::Wales, Topic::Ethnic, Nation::England, About::Ethnic);
    assert!(wales.is_ok(), "England and Wales have one census");
}

#[test]
fn every_group_of_the_census_has_an_answer_in_the_pack() {
    let topics = [
        (About::Age, Topic::Age),
        (About::Sex, Topic::Sex),
        (About::Ethnic, Topic::Ethnic),
        (About::Religion, Topic::Religion),
    ];
    for nation in Nation::ALL {
        for (about, topic) in topics {
            let survey = asking(nation, &[topic]);
            for group in groups(nation, about) {
                let mut codes = survey.questions.iter().flat_map(|q| &q.choices).map(|c| &*c.code);
                assert!(
                    codes.any(|code| code == group.code),
                    "{nation:?} {about:?}: {}",
                    group.name
                );
            }
        }
    }
}

#[test]
fn wilsons_range_is_that_of_his_paper() {
    let near = |(low, high): (f64, f64), expected: (f64, f64)| {
        assert!(
            (low - expected.0).abs() < 0.0005 && (high - expected.1).abs() < 0.0005,
            "{low} {high}"
        );
    };
    // Newcombe (1998), table I, method 3.
    near(wilson(81, 263), (0.2553, 0.3662));
    near(wilson(15, 148), (0.0624, 0.1605));
    near(wilson(0, 20), (0.0, 0.1611));
    near(wilson(1, 29), (0.0061, 0.1718));
    assert_eq!(wilson(0, 0), (0.0, 1.0));
}

fn verdicts(groups: &[usize], area: &[u64]) -> Vec<Verdict> {
    let counted = Counted { groups: groups.to_vec(), unknown: 0 };
    compared(&counted, area).expect("it fits").iter().map(|line| line.verdict).collect()
}

#[test]
fn too_few_answers_tell_nothing() {
    use Verdict::{AsExpected, Fewer, More, TooFew};
    assert_eq!(verdicts(&[9, 0], &[50, 50]), [TooFew, TooFew], "under 10");
    assert_eq!(verdicts(&[10, 0], &[50, 50]), [More, Fewer]);
    assert_eq!(
        verdicts(&[5, 19], &[20, 80]),
        [TooFew, TooFew],
        "the range is wide, and holds the area’s"
    );
    assert_eq!(verdicts(&[50, 50], &[50, 50]), [AsExpected, AsExpected]);
    assert_eq!(verdicts(&[0, 100], &[1, 99]), [TooFew, AsExpected], "1 more or less is chance");
    assert_eq!(verdicts(&[2, 62], &[30, 70]), [Fewer, More]);
}

#[test]
fn numbers_that_do_not_fit_are_refused() {
    let counted = Counted { groups: vec![1, 2], unknown: 0 };
    assert_eq!(compared(&counted, &[1]), None);
    assert_eq!(compared(&counted, &[0, 0]), None);
    assert_eq!(compared(&counted, &[u64::MAX, 2]), None);
}

#[test]
fn shares_are_told_as_people_picture_them() {
    let check = |share: f64, expected: &str| assert_eq!(share_in_words(share), expected, "{share}");
    check(0.0, "no one");
    check(0.004, "fewer than 1 in 100");
    check(0.0125, "about 1 in 80");
    check(0.05, "about 1 in 20");
    check(0.1, "about 1 in 10");
    check(0.2, "about 1 in 5");
    check(0.33, "about 1 in 3");
    check(0.51, "about 1 in 2");
    check(0.81, "about 4 in 5");
    check(0.97, "nearly everyone");
    check(1.0, "nearly everyone");
}

#[test]
fn a_difference_is_said_in_plain_words() {
    let line = Line { count: 2, share: 0.2, verdict: Verdict::Fewer };
    let (of, two) = (Shown::Count(24), Shown::Count(2));
    assert_eq!(
        says(&line, ("Asian", "Leeds"), of, two),
        "2 of 24 were “Asian”. In Leeds it is about 1 in 5: we would expect about 5."
    );
    assert!(
        says(&line, ("Asian", "Leeds"), of, Shown::Count(1)).starts_with("1 of 24 was “Asian”.")
    );
    assert_eq!(expected(24, 0.2), 5);
    let hidden = says(&line, ("Asian", "Leeds"), of, Shown::Hidden);
    assert_eq!(hidden, "How many were “Asian” is hidden. In Leeds it is about 1 in 5.");
}

#[test]
fn what_is_shared_hides_small_counts() {
    let check = |groups: &[usize], unknown, expected: Option<(Shown, Vec<Shown>)>| {
        let counted = Counted { groups: groups.to_vec(), unknown };
        assert_eq!(shared_counts(&counted, Rule::Under(5)), expected, "{groups:?} {unknown}");
    };
    use Shown::{Count, Hidden};
    check(&[20, 12], 0, Some((Count(32), vec![Count(20), Count(12)])));
    let small = shared_counts(&Counted { groups: vec![2, 22, 9], unknown: 0 }, Rule::Under(5));
    let (of, shown) = small.expect("something can be shown");
    assert_eq!((of, shown[0]), (Count(33), Hidden));
    assert!(
        shown.iter().filter(|shown| **shown == Hidden).count() > 1,
        "one alone gives itself away"
    );
    let (of, _) =
        shared_counts(&Counted { groups: vec![20, 12], unknown: 2 }, Rule::Under(5)).expect("some");
    assert_eq!(of, Hidden, "who knows how many answered would know how many did not say");
}

#[test]
fn sets_that_are_kept_apart_count_once_five_are_in() {
    let questions: Vec<Question> = pack(Nation::England, &[Topic::Sex], true)
        .iter()
        .map(|question| question.as_question())
        .collect();
    let versions = [version(1, questions)];
    let apart = |count: u64| -> Vec<Received> {
        let mut sets: Vec<Received> =
            (1..=count).map(|id| person(&versions[0], id, &[("sex", "F")])).collect();
        sets.iter_mut().for_each(|set| set.response.given.apart = true);
        sets
    };
    let groups = groups(Nation::England, About::Sex);
    let count =
        |sets: &[Received]| counted(&versions, &[], sets, (Nation::England, About::Sex), &groups);
    for few in [0, 1, 4] {
        let why = NotCounted::KeptApart(TooFew { here: few as usize });
        assert_eq!(count(&apart(few)), Err(why), "{few}");
    }
    assert_eq!(count(&apart(5)).map(|counted| counted.known()), Ok(5));
}
