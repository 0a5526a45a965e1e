//! The report: nothing but what may be shared, the organiser's own words, and what goes into it.

use crate::make::{many, one, picking, question, received, saying, sorted, version};
use crate::report_files::check_files;
use crate::support::{SURVEY, q};
use ask_together::model::codebook::Codebook;
use ask_together::model::dataset::Dataset;
use ask_together::model::easy_read::{self, Severity};
use ask_together::model::inbox::Received;
use ask_together::model::report::svg::{self, Shape};
use ask_together::model::report::{
    Block, Edits, FIRST_QUESTIONS, Is, Key, MOST_PAGES, Report, Slot, report,
};
use ask_together::model::suppress::Rule;
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::wire::{Backup, Packet, Unreadable};
use ask_together::model::words::Words;

/// The report on some answers.
pub fn of(survey: &Survey, received: &[Received], edits: &Edits) -> Report {
    let words = Words::english();
    let versions = [survey.clone()];
    report(&Dataset::of(&versions, received, &words), edits)
}

pub fn edits() -> Edits {
    Edits::new(SURVEY)
}

/// People who each pick one choice of question 1: so many for each of choices 1, 2 and 3.
pub fn pickers(counts: [usize; 3]) -> Vec<Received> {
    let of =
        |(number, count): (u32, usize)| (0..count).map(move |_| received(1, &[(1, one(number))]));
    (1..).zip(counts).flat_map(of).collect()
}

pub fn one_question() -> Survey {
    version(1, vec![picking(1, Kind::OneChoice, &[1, 2, 3])])
}

fn finding(counts: [usize; 3], rule: Rule) -> String {
    let report = of(&one_question(), &pickers(counts), &Edits { rule, ..edits() });
    let mut found = report.lines().filter(|line| matches!(line.slot, Slot::Finding(_)));
    found.next().map(|line| line.text.clone()).unwrap_or_default()
}

/// Every text of a report, as people read it.
fn all_text(report: &Report) -> String {
    let lines = report.lines().map(|line| line.text.clone());
    let alts = report.charts().map(|chart| chart.alt.clone());
    let others = report.parts().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Quote(_, text) | Block::Credit(text) => Some(text.clone()),
        _ => None,
    });
    lines.chain(alts).chain(others).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_finding_says_what_the_shown_numbers_say_and_no_more() {
    let under = Rule::Under(5);
    for (counts, rule, expected) in [
        ([7, 0, 0], under, "Everyone who answered said “1”.\nThat is 7 people."),
        ([12, 6, 0], under, "Most people said “1”.\nThat is 12 of 18 people."),
        ([9, 7, 8], under, "9 of 24 people said “1”."),
        ([8, 8, 5], under, "8 people said “1”.\n8 people said “2”."),
        ([8, 8, 8], under, "No answer stands out."),
        // 2 is hidden, and 6 with it: the 15 are still most of 23.
        ([15, 2, 6], under, "Most people said “1”.\nThat is 15 of 23 people."),
        ([2, 2, 2], under, ""),
        ([20, 11, 0], Rule::Rounded, "Most people said “1”.\nThat is about 20 people."),
        ([12, 11, 9], Rule::Rounded, "No answer stands out."),
    ] {
        let found = finding(counts, rule);
        match expected {
            "" => assert!(["", "The numbers are too small to show."].contains(&&*found), "{found}"),
            expected => assert_eq!(found, expected, "{counts:?} {rule:?}"),
        }
    }
}

#[test]
fn with_no_answers_and_with_one_there_is_a_report_without_numbers() {
    let none = of(&one_question(), &[], &edits());
    assert!(all_text(&none).contains("No one has answered yet."));
    let one = of(&one_question(), &pickers([1, 0, 0]), &edits());
    assert!(all_text(&one).contains("Only a few people have answered."));
    for report in [none, one] {
        assert_eq!((report.charts().count(), report.pages.len()), (0, 1));
        check_files(&report);
    }
}

#[test]
fn words_that_nobody_sees_are_no_words() {
    let mut survey = one_question();
    survey.questions[0].text = "\0".into();
    survey.title = " \u{200b}".into();
    let report = of(&survey, &pickers([7, 6, 0]), &edits());
    assert_eq!(report.title, "What you said: Untitled survey");
    assert!(all_text(&report).contains("Untitled question"));
}

#[test]
fn small_numbers_and_who_was_answered_for_are_in_no_text_and_no_drawing() {
    // 3 said "2" and 17 said "1": both are hidden, or the other gives it back.
    let ticked = Edits { questions: Some(vec![Key { question: q(1), nth: 0 }]), ..edits() };
    let report = of(&one_question(), &pickers([17, 3, 0]), &ticked);
    let text = all_text(&report);
    assert!(!text.contains("3 people") && !text.contains("17"), "{text}");
    let drawn =
        svg::draw(report.charts().next().expect("a chart"), Shape::Wide, &Default::default());
    assert!(drawn.contains(">hidden</text>") && !drawn.contains("3 people"), "{drawn}");
}

#[test]
fn a_chart_that_is_saved_alone_says_what_it_is_about_as_the_report_does() {
    let key = Key { question: q(1), nth: 0 };
    let mut ticked = Edits { questions: Some(vec![key]), ..edits() };
    ticked.write(Slot::Question(key), "What do you like & why? <Say it>", "");
    let report = of(&one_question(), &pickers([17, 13, 10]), &ticked);
    let heading = report.heading_of(key).expect("a heading");
    assert_eq!(heading, "What do you like & why? <Say it>");
    let chart = report.charts().next().expect("a chart");
    let (drawn, (width, height)) = svg::draw_titled(chart, heading, &Default::default());
    assert!(drawn.contains(">What do you like &amp; why? &lt;Say it&gt;</text>"), "{drawn}");
    assert!(drawn.contains(&format!("viewBox=\"0 0 {width} {height}\"")), "{drawn}");
    assert!(height > svg::size(chart, Shape::Wide).1);
}

#[test]
fn a_question_of_which_all_is_hidden_is_in_it_only_when_it_is_ticked() {
    let survey = version(1, vec![picking(1, Kind::OneChoice, &[1, 2, 3])]);
    let people = pickers([4, 4, 0]);
    let first = of(&survey, &people, &edits());
    assert_eq!((first.questions[0].is, first.charts().count()), (Is::Unticked, 0));
    let ticked = Edits { questions: Some(vec![first.questions[0].key]), ..edits() };
    let text = all_text(&of(&survey, &people, &ticked));
    assert!(text.contains("The numbers are too small to show."), "{text}");
    assert!(!text.contains("No one picked"), "{text}");
}

#[test]
fn the_first_questions_with_choices_are_in_it_and_others_can_be_ticked() {
    let mut questions: Vec<Question> =
        (1..=10).map(|number| picking(number, Kind::OneChoice, &[1, 2])).collect();
    questions.insert(2, saying(20, "Say more"));
    let survey = version(1, questions);
    let given: Vec<_> = (1..=10).map(|number| (number, one(1))).collect();
    let people: Vec<Received> = (0..6).map(|_| received(1, &given)).collect();
    let first = of(&survey, &people, &edits());
    let is = |report: &Report, at: usize| report.questions[at].is;
    assert_eq!(first.charts().count(), FIRST_QUESTIONS);
    assert!(matches!(is(&first, 2), Is::LeftOut(_)), "what people wrote is left out");
    assert_eq!((is(&first, 0), is(&first, 10)), (Is::In, Is::Unticked));
    let now: Vec<Key> = first.charts().map(|chart| chart.key).collect();
    let mut edits = edits();
    edits.tick(first.questions[10].key, true, &now);
    edits.tick(first.questions[0].key, false, &now);
    let second = of(&survey, &people, &edits);
    assert_eq!((is(&second, 0), is(&second, 10)), (Is::Unticked, Is::In));
    // In the order of the survey, whenever they were ticked.
    let order: Vec<Key> = second.charts().map(|chart| chart.key).collect();
    assert_eq!(order.last(), Some(&first.questions[10].key));
}

#[test]
fn what_does_not_fit_on_five_pages_says_so() {
    let choices: Vec<u32> = (1..=12).collect();
    let survey = version(1, (1..=20).map(|n| picking(n, Kind::ManyChoices, &choices)).collect());
    let given: Vec<_> = (1..=20).map(|number| (number, many(&choices))).collect();
    let people: Vec<Received> = (0..40).map(|_| received(1, &given)).collect();
    let keys: Vec<Key> = (1..=20).map(|number| Key { question: q(number), nth: 0 }).collect();
    let report = of(&survey, &people, &Edits { questions: Some(keys), ..edits() });
    assert_eq!(report.pages.len(), MOST_PAGES);
    let no_room = report.questions.iter().filter(|one| one.is == Is::NoRoom).count();
    assert_eq!(no_room + report.charts().count(), 20);
    assert!(no_room > 0 && report.charts().count() >= 3);
}

#[test]
fn what_an_organiser_wrote_stands_and_is_marked_once_the_answers_change() {
    let survey = one_question();
    let before = of(&survey, &pickers([7, 0, 0]), &edits());
    let line =
        before.lines().find(|line| matches!(line.slot, Slot::Finding(_))).expect("a finding");
    let mut edits = edits();
    edits.write(line.slot, "Everyone likes 1.\n\n Really.", &line.ours);
    edits.quotes = vec!["  ".into(), "I like\nit <b>here</b>.".into()];
    let line_of = |report: &Report| report.lines().find(|one| one.slot == line.slot).cloned();
    let now = line_of(&of(&survey, &pickers([7, 0, 0]), &edits)).expect("a finding");
    assert_eq!((&*now.text, now.is_older), ("Everyone likes 1.\nReally.", false));
    let later = of(&survey, &pickers([9, 0, 0]), &edits);
    let found = line_of(&later).expect("a finding");
    assert_eq!((&*found.text, found.is_older), ("Everyone likes 1.\nReally.", true));
    let quotes = later.parts().flat_map(|part| &part.blocks);
    let quotes: Vec<_> = quotes.filter(|block| matches!(block, Block::Quote(..))).collect();
    assert_eq!(quotes, [&Block::Quote(1, "I like it <b>here</b>.".into())]);
    edits.write(line.slot, &found.ours, &found.ours);
    assert!(edits.texts.is_empty(), "the app's own words are nothing to keep");
}

#[test]
fn what_it_says_by_itself_passes_our_own_advice() {
    let survey =
        Survey { title: "Our tea".into(), organisation: "Tea House".into(), ..one_question() };
    let groups = [[0, 0, 0], [1, 0, 0], [12, 6, 0], [9, 7, 8], [15, 2, 6], [8, 8, 5], [300, 40, 0]];
    for counts in groups {
        for rule in [Rule::Under(5), Rule::Under(10), Rule::Rounded] {
            let report = of(&survey, &pickers(counts), &Edits { rule, ..edits() });
            for line in report.lines() {
                let found = easy_read::in_text(&line.text);
                let worse: Vec<_> =
                    found.iter().filter(|one| one.severity > Severity::Note).collect();
                assert!(worse.is_empty(), "{:?}: {worse:?}", line.text);
            }
        }
    }
}

#[test]
fn sorted_cards_have_a_row_for_each_place_and_ticks_say_picked() {
    let mut cards = question(2, Kind::Sorting);
    cards.piles = vec!["Good".into(), "OK".into(), "Bad".into()];
    let survey = version(1, vec![picking(1, Kind::ManyChoices, &[1, 2, 3]), cards]);
    let given = [(1, many(&[1, 2])), (2, sorted(&[(1, 0), (2, 2), (3, 1)]))];
    let people: Vec<Received> = (0..6).map(|_| received(1, &given)).collect();
    let report = of(&survey, &people, &edits());
    let alts: Vec<&str> = report.charts().map(|chart| &*chart.alt).collect();
    assert_eq!(
        alts[0],
        "A chart of how many people gave each answer. Question 1? 1: 6 people. 2: 6 people. 3: 0 people."
    );
    assert!(alts[1].contains(" 2: Bad: 6 people."), "{}", alts[1]);
    assert!(all_text(&report).contains("6 people picked “2”."));
    check_files(&report);
}

#[test]
fn what_was_saved_reads_again_and_what_a_newer_app_saved_is_newer() {
    let key = Key { question: q(3), nth: 1 };
    let mut edits = Edits { rule: Rule::Rounded, questions: Some(vec![key]), ..edits() };
    edits.write(Slot::Base(key), "So many.", "We asked 7 people.");
    edits.quotes.push("Tea!".into());
    let packet = edits.to_packet();
    assert_eq!(Edits::from_packet(&packet), Ok(edits.clone()));
    let backup = Backup { reports: vec![edits.clone()], ..Backup::default() };
    let copied = Backup::from_json(&backup.to_json()).expect("a copy");
    assert_eq!(copied.reports, backup.reports);
    assert!(!Backup::default().to_json().contains("reports"), "older apps read a copy without one");
    assert_eq!(Edits::from_body(2, &packet[1..]), Err(Unreadable::Newer));
    let mut body = packet[1..packet.len() - 4].to_vec();
    body.push(0);
    assert_eq!(Edits::from_body(1, &body), Err(Unreadable::Newer), "a field more");
    let mut damaged = packet;
    damaged[3] ^= 1;
    assert_eq!(Edits::from_packet(&damaged), Err(Unreadable::Damaged));
}

#[test]
fn a_question_that_changed_its_kind_is_two_questions_of_a_report() {
    let versions = [
        version(1, vec![picking(1, Kind::OneChoice, &[1, 2])]),
        version(2, vec![picking(1, Kind::ManyChoices, &[1, 2])]),
    ];
    let mut people: Vec<Received> = (0..6).map(|_| received(1, &[(1, one(1))])).collect();
    people.extend((0..6).map(|_| received(2, &[(1, many(&[2]))])));
    let words = Words::english();
    let data = Dataset::of(&versions, &people, &words);
    assert_eq!(Codebook::of(&versions, &words).entries.len(), 2);
    let report = report(&data, &edits());
    let keys: Vec<Key> = report.questions.iter().map(|one| one.key).collect();
    assert_eq!(keys.len(), 2);
    assert_ne!(keys[0], keys[1]);
    assert_eq!(keys[0].question, keys[1].question);
}
