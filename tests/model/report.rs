//! The report: at most 5 pages whatever comes, nothing but what may be shared, words for every picture, and files that
//! other programs read, also where people wrote what breaks files.

use crate::dataset::unzipped;
use crate::make::{many, one, picking, question, received, saying, sorted, version};
use crate::strategies::text;
use crate::support::{SURVEY, q};
use ask_together::model::codebook::Codebook;
use ask_together::model::dataset::Dataset;
use ask_together::model::easy_read::{self, Severity};
use ask_together::model::inbox::Received;
use ask_together::model::report::svg::{self, Shape};
use ask_together::model::report::{
    Block, Edits, FIRST_QUESTIONS, Images, Is, Key, MOST_PAGES, Report, Slot, docx, pptx, report,
};
use ask_together::model::suppress::Rule;
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::wire::{Backup, Packet, Unreadable};
use ask_together::model::words::Words;
use proptest::prelude::*;
use quick_xml::events::Event;

/// The report on some answers.
fn of(survey: &Survey, received: &[Received], edits: &Edits) -> Report {
    let words = Words::english();
    let versions = [survey.clone()];
    report(&Dataset::of(&versions, received, &words), edits)
}

fn edits() -> Edits {
    Edits::new(SURVEY)
}

/// People who each pick one choice of question 1: so many for each of choices 1, 2 and 3.
fn pickers(counts: [usize; 3]) -> Vec<Received> {
    let of =
        |(number, count): (u32, usize)| (0..count).map(move |_| received(1, &[(1, one(number))]));
    (1..).zip(counts).flat_map(of).collect()
}

fn one_question() -> Survey {
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

/// A picture for everything that wants one.
fn images(report: &Report) -> Images {
    let png = || b"\x89PNG".to_vec();
    Images {
        charts: report.charts().map(|chart| (chart.key, png())).collect(),
        pictures: report.pictures().into_iter().map(|name| (name, png())).collect(),
    }
}

/// The elements of an XML file, each with its attributes, and its text.
fn read(xml: &str) -> (Vec<(String, String)>, String) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut elements, mut text) = (Vec::new(), String::new());
    let mut open = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Eof => break,
            Event::Text(part) => {
                let part = part.decode().expect("UTF-8");
                assert!(!part.contains('&'), "{part}");
                text += &part;
            }
            Event::GeneralRef(name) => {
                let name = name.decode().expect("UTF-8");
                assert!(["amp", "lt", "gt", "quot", "#39"].contains(&&*name), "{name}");
            }
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{error}: {xml}"));
                    let name = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                    let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
                    let value = attribute.decode_and_unescape_value(reader.decoder());
                    elements.push((format!("{name} {key}"), value.expect("a value").into_owned()));
                }
                open += 1;
            }
            _ => {}
        }
    }
    assert!(open > 0, "{xml}");
    (elements, text)
}

fn part(zip: &[u8], name: &str) -> String {
    String::from_utf8(unzipped(zip, name)).expect("UTF-8")
}

/// Both files are XML that other programs read, and each of their pictures has words and is there.
fn check_files(report: &Report) {
    let images = images(report);
    let word = docx::write(report, &images);
    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/styles.xml",
        "word/footer1.xml",
    ] {
        read(&part(&word, name));
    }
    let links = part(&word, "word/_rels/document.xml.rels");
    let drawn = check_pictures(&part(&word, "word/document.xml"), &links, "wp:docPr descr");
    let charts = report.charts().count();
    let beside = report.parts().filter(|part| part.picture.is_some()).count();
    assert_eq!(drawn, charts + beside);
    let slides = pptx::write(report, &images);
    let with_heading = report.parts().filter(|part| part.heading.is_some()).count();
    let drawn: usize = (1..=with_heading)
        .map(|number| {
            let links = part(&slides, &format!("ppt/slides/_rels/slide{number}.xml.rels"));
            let slide = part(&slides, &format!("ppt/slides/slide{number}.xml"));
            assert!(slide.contains("<p:ph type=\"title\"/>"));
            check_pictures(&slide, &links, "p:cNvPr descr")
        })
        .sum();
    assert_eq!(drawn, charts + beside);
    for name in
        ["ppt/presentation.xml", "ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml"]
    {
        read(&part(&slides, name));
    }
}

fn check_pictures(xml: &str, links: &str, words: &str) -> usize {
    let (elements, _) = read(xml);
    read(links);
    let said: Vec<&String> =
        elements.iter().filter(|(name, _)| name == words).map(|(_, alt)| alt).collect();
    assert!(said.iter().all(|alt| !alt.trim().is_empty()), "{said:?}");
    let shown = elements.iter().filter(|(name, _)| name == "a:blip r:embed");
    let shown: Vec<&String> = shown.map(|(_, id)| id).collect();
    assert!(shown.iter().all(|id| links.contains(&format!("Id=\"{id}\""))), "{shown:?} {links}");
    assert_eq!(shown.len(), said.len());
    shown.len()
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
fn small_numbers_and_who_was_answered_for_are_in_no_text_and_no_drawing() {
    // 3 said "2" and 17 said "1": both are hidden, or the other gives it back.
    let report = of(&one_question(), &pickers([17, 3, 0]), &edits());
    let text = all_text(&report);
    assert!(!text.contains("3 people") && !text.contains("17"), "{text}");
    let drawn =
        svg::draw(report.charts().next().expect("a chart"), Shape::Wide, &Default::default());
    assert!(drawn.contains(">hidden</text>") && !drawn.contains("3 people"), "{drawn}");
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
fn a_file_without_its_pictures_has_their_words() {
    let report = of(&one_question(), &pickers([7, 6, 0]), &edits());
    let word = docx::write(&report, &Images::default());
    let slides = pptx::write(&report, &Images::default());
    for (file, name) in [(word, "word/document.xml"), (slides, "ppt/slides/slide5.xml")] {
        let (_, text) = read(&part(&file, name));
        assert!(text.contains("1: 7 people. 2: 6 people."), "{text}");
    }
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_five_pages_at_most_and_files_that_read(
        texts in proptest::collection::vec(prop_oneof![text(), "[a-z \n]{0,900}"], 12),
        names in proptest::collection::vec(prop_oneof![text(), "[a-zא-ת ]{0,300}"], 1..40),
        people in prop_oneof![Just(0_usize), Just(1), Just(40), Just(230)],
        questions in 1..14_u32,
    ) {
        let numbers: Vec<u32> = (1..=names.len() as u32).collect();
        let asked = |number: u32| {
            let mut asked = picking(number, Kind::OneChoice, &numbers);
            asked.text.clone_from(&texts[number as usize % texts.len()]);
            for (choice, name) in asked.choices.iter_mut().zip(&names) {
                choice.text.clone_from(name);
            }
            asked.choices[0].picture = "1F4DD".into();
            asked
        };
        let survey = version(1, (1..=questions).map(asked).collect());
        let survey = Survey { title: texts[0].clone(), organisation: texts[1].clone(), ..survey };
        let received: Vec<Received> = (0..people)
            .map(|at| {
                let pick = |number: u32| (number, one(1 + (at as u32 * number) % names.len().min(4) as u32));
                received(1, &(1..=questions).map(pick).collect::<Vec<_>>())
            })
            .collect();
        let mut edits = edits();
        for (slot, text) in [Slot::Asked, Slot::Who, Slot::Next, Slot::Said, Slot::Title].into_iter().zip(&texts[2..]) {
            edits.write(slot, text, "");
        }
        edits.quotes.extend(texts[7..].iter().cloned());
        let report = of(&survey, &received, &edits);
        prop_assert!((1..=MOST_PAGES).contains(&report.pages.len()));
        prop_assert!(report.lines().all(|line| !line.text.trim().is_empty()), "{report:?}");
        check_files(&report);
        for chart in report.charts() {
            for shape in [Shape::Wide, Shape::Narrow] {
                let drawn = svg::draw(chart, shape, &[("1F4DD".to_owned(), "data:,\"<".to_owned())].into());
                read(&drawn);
            }
        }
    }
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
