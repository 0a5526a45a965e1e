//! Guides, and what is said of each screen: short, pictured, in order, and with nothing hard in them by our own advice.

use ask_together::model::easy_read::{Severity, in_text};
use ask_together::model::guides::{Guide, Reader, Topic, help};
use std::collections::BTreeSet;

const PICTURES: &str = include_str!("../../src/model/pictures.txt");
/// At 130 words a minute, 2 minutes.
const MOST_WORDS: usize = 260;
/// What is read while standing before a screen.
const MOST_WORDS_OF_HELP: usize = 70;

fn is_picture(code: &str) -> bool {
    PICTURES.lines().any(|line| line.split(' ').next() == Some(code))
}

/// What our advice has against a text, beyond notes.
pub fn against(of: &str, text: &str) -> Vec<String> {
    let hard = in_text(text).into_iter().filter(|finding| finding.severity > Severity::Note);
    hard.map(|found| {
        format!("{of}: “{}” in “{text}”: {}", &text[found.at.clone()], found.rule.name())
    })
    .collect()
}

#[test]
fn each_guide_is_read_in_two_minutes_and_says_whom_it_is_for() {
    for guide in Guide::ALL {
        let (page, name) = (guide.page(), guide.title());
        assert!((120..=MOST_WORDS).contains(&page.words()), "{name}: {} words", page.words());
        assert_eq!(page.minutes(), 2, "{name}");
        assert!(!page.readers.is_empty(), "{name}");
        assert!(page.who.starts_with("This guide is for people who ") && page.who.ends_with('.'));
        assert!(page.sections.len() >= 3, "{name}");
        for section in &page.sections {
            assert!(!section.heading.is_empty() && !section.points.is_empty(), "{name}");
            assert!(!section.heading.ends_with('.'), "{name}: {}", section.heading);
        }
    }
    let readers = Guide::ALL.iter().flat_map(|guide| guide.page().readers);
    let first: BTreeSet<_> = Guide::ALL
        .iter()
        .filter_map(|guide| Some(guide.page().readers.first()?.heading()))
        .collect();
    assert!(Reader::ALL.iter().all(|reader| readers.clone().any(|other| other == *reader)));
    assert_eq!(first.len(), Reader::ALL.len(), "each group of the list has a guide");
}

#[test]
fn each_point_of_a_guide_has_a_picture_that_we_have() {
    for guide in Guide::ALL {
        let page = guide.page();
        assert!(is_picture(page.picture), "{}: {}", guide.title(), page.picture);
        for point in page.sections.iter().flat_map(|section| &section.points) {
            assert!(is_picture(point.picture), "{}: {}", point.picture, point.words);
            assert!(point.words.ends_with(['.', '?', '”']), "{}", point.words);
        }
    }
}

#[test]
fn our_own_advice_has_nothing_against_the_guides() {
    let mut found = Vec::new();
    for guide in Guide::ALL {
        found.extend(against(guide.address(), guide.title()));
        for text in guide.page().texts() {
            found.extend(against(guide.address(), text));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_address_of_a_guide_leads_to_it_alone() {
    for guide in Guide::ALL {
        assert_eq!(Guide::at(guide.address()), Some(guide));
    }
    assert_eq!(Guide::at("asking"), None);
    assert_eq!(Guide::at(""), None);
    // From one to the next, all of them are met.
    let mut seen = vec![Guide::ALL[0]];
    while seen.len() < Guide::ALL.len() {
        let next = seen.last().expect("one").next();
        assert!(!seen.contains(&next), "{}", next.title());
        seen.push(next);
    }
    assert_eq!(seen.last().expect("one").next(), seen[0]);
}

#[test]
fn every_screen_says_what_it_is_for_and_our_own_advice_has_nothing_against_that() {
    let mut found = Vec::new();
    for topic in Topic::all() {
        let Some(help) = help(topic) else { panic!("nothing is said of {topic:?}") };
        let text = help.lines.join(" ");
        let sentences = text.matches(['.', '?']).count();
        assert!((2..=6).contains(&sentences), "{topic:?}: {sentences} sentences");
        let words = text.split_whitespace().count();
        assert!(words <= MOST_WORDS_OF_HELP, "{topic:?}: {words} words");
        assert!(help.lines.iter().all(|line| line.ends_with('.')), "{topic:?}");
        for line in help.lines {
            found.extend(against(&format!("{topic:?}"), line));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
