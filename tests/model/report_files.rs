//! The files of a report: 5 pages at most whatever people wrote, XML that other programs read, and words for every
//! picture.

use crate::dataset::unzipped;
use crate::make::{one, picking, received, version};
use crate::report::{edits, of, one_question, pickers};
use crate::strategies::text;
use ask_together::model::change::Block;
use ask_together::model::inbox::Received;
use ask_together::model::report::svg::{self, Shape};
use ask_together::model::report::{Images, MOST_PAGES, Report, Slot, docx, pptx};
use ask_together::model::survey::{Kind, Survey};
use proptest::prelude::*;
use quick_xml::events::Event;

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
pub fn check_files(report: &Report) {
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
fn a_file_without_its_pictures_has_their_words() {
    let report = of(&one_question(), &pickers([7, 6, 0]), &edits());
    let word = docx::write(&report, &Images::default());
    let slides = pptx::write(&report, &Images::default());
    for (file, name) in [(word, "word/document.xml"), (slides, "ppt/slides/slide5.xml")] {
        let (_, text) = read(&part(&file, name));
        assert!(text.contains("1: 7 people. 2: 6 people."), "{text}");
    }
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
        let headings = || report.parts().filter_map(|part| part.heading.as_ref());
        prop_assert!(headings().all(|(_, line)| !line.text.trim().is_empty()), "{report:?}");
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
fn a_page_for_word_has_its_lists_and_tables_and_nothing_that_is_still_to_be_written() {
    let text = |text: &str| text.to_owned();
    let blocks = [
        Block::Heading(text("The need")),
        Block::Missing(text("Write what is needed.")),
        Block::Heading(text("The cost")),
        Block::List(vec![text("Tea & cake: £5"), text("A bus")]),
        Block::Table {
            head: vec![text("You said"), text("What came of it")],
            rows: vec![vec![text("<b>"), text("Tea")]],
        },
        Block::Text(text("In all: £5.")),
    ];
    let bytes = docx::write_page(("Business case", "A club, today"), &blocks);
    let (elements, said) = read(&part(&bytes, "word/document.xml"));
    for words in ["Business case", "The cost", "A bus", "In all"] {
        assert!(said.contains(words), "{said}");
    }
    assert!(!said.contains("Write what") && !said.contains("The need"), "{said}");
    let styled = |name: &str| {
        elements.iter().filter(|(of, value)| of == "w:pStyle w:val" && value == name).count()
    };
    assert_eq!((styled("List"), styled("CellHead"), styled("Cell")), (2, 2, 2));
    read(&part(&bytes, "word/numbering.xml"));
    read(&part(&bytes, "word/styles.xml"));
}
