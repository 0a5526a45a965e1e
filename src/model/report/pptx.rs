//! The report for PowerPoint (PresentationML): a slide for each part, with a real title, so that slides have names and
//! are read in order, and each chart as a picture with its words.
//!
//! Absent: animations, notes, and looks: the theme that is needed stands in `frame`.

mod frame;

use super::package::{DRAWING, Images, Medium, Package, RELATIONS};
use super::svg::{self, Shape};
use super::xml::escaped;
use super::{Block, Line, Part, Report};
use crate::model::plain_text::is_right_to_left;

pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const KIND: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
const MEDIA: &str = "ppt/media";

/// A slide in English Metric Units, its margin, and where the words begin under its title.
pub(super) const WIDE: usize = 12_192_000;
pub(super) const HIGH: usize = 6_858_000;
const MARGIN: usize = 600_000;
const TOP: usize = 1_600_000;
/// The height of a title, and of a picture beside it.
const TITLE: usize = 1_150_000;
/// A line of words.
const LINE: usize = 480_000;

/// The file.
pub fn write(report: &Report, images: &Images) -> Vec<u8> {
    let mut package = Package::default();
    let slides = slides(report);
    for (slide, number) in slides.iter().zip(1..) {
        write_slide(&mut package, slide, number, images, &report.language);
    }
    frame::write(&mut package, slides.len(), &report.language);
    package.finish(report, "ppt/presentation.xml")
}

/// What is on one slide: a heading and the blocks under it.
struct Slide<'a> {
    part: &'a Part,
    title: &'a Line,
    blocks: Vec<&'a Block>,
}

/// Every part with a heading, with what follows it. A title without words has a slide to itself.
fn slides(report: &Report) -> Vec<Slide<'_>> {
    let mut slides: Vec<Slide> = Vec::new();
    for part in report.parts() {
        match (&part.heading, slides.last_mut()) {
            (Some((_, title)), _) => {
                slides.push(Slide { part, title, blocks: part.blocks.iter().collect() });
            }
            (None, Some(last)) => last.blocks.extend(&part.blocks),
            (None, None) => {}
        }
    }
    slides
}

/// The shapes of a slide, while they are written.
struct Shapes {
    text: String,
    /// Of all shapes: each needs a number of its own.
    last: usize,
    media: Vec<usize>,
}

fn write_slide(
    package: &mut Package,
    slide: &Slide,
    number: usize,
    images: &Images,
    language: &str,
) {
    let mut shapes = Shapes { text: String::new(), last: 1, media: Vec::new() };
    let picture = slide.part.picture.as_ref();
    let beside =
        picture.and_then(|shows| Some((package.picture(MEDIA, images, shows)?, &shows.alt)));
    let shift = if beside.is_some() { TITLE + 150_000 } else { 0 };
    let title = paragraph(
        &slide.title.text.replace('\n', " "),
        slide.title.language.as_deref().unwrap_or(language),
        "",
    );
    shapes.words(
        "title",
        "Title",
        (MARGIN + shift, 300_000, WIDE - 2 * MARGIN - shift, TITLE),
        &title,
    );
    if let Some((medium, alt)) = beside {
        shapes.picture(&medium, alt, (MARGIN, 300_000, TITLE, TITLE));
    }
    let chart = slide.blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some((package.chart(MEDIA, images, chart), chart)),
        _ => None,
    });
    let mut said = String::new();
    let mut lines = 0;
    let is_said = |block: &&&Block| match block {
        Block::Words(line) | Block::Finding(line) | Block::Base(line) => !line.text.is_empty(),
        Block::Chart(_) | Block::Quote(..) | Block::Credit(_) => true,
    };
    for block in slide.blocks.iter().filter(is_said) {
        let (text, size) = match block {
            Block::Words(line) | Block::Finding(line) => (line.text.clone(), ""),
            Block::Base(line) => (line.text.clone(), " sz=\"2000\""),
            Block::Quote(_, text) => (format!("“{text}”"), " i=\"1\""),
            Block::Credit(text) => (text.clone(), " sz=\"1400\""),
            Block::Chart(chart) => match images.charts.contains_key(&chart.key) {
                true => continue,
                false => (chart.alt.clone(), " sz=\"2000\""),
            },
        };
        for line in text.lines() {
            said.push_str(&paragraph(line, language, size));
            lines += 1 + line.chars().count() / 60;
        }
    }
    let room = HIGH - TOP - MARGIN / 2;
    let with_chart = matches!(&chart, Some((Some(_), _)));
    let words_high = if with_chart { (lines * LINE).min(room / 2) } else { room };
    if !said.is_empty() {
        shapes.words("body", "Words", (MARGIN, TOP, WIDE - 2 * MARGIN, words_high), &said);
    }
    if let Some((Some(medium), chart)) = &chart {
        let (width, height) = svg::size(chart, Shape::Wide);
        let (most_wide, most_high) = (WIDE - 2 * MARGIN, room - words_high - 100_000);
        let high = scaled(most_wide, height, width).min(most_high);
        let wide = scaled(high, width, height);
        shapes.picture(medium, &chart.alt, (MARGIN, TOP + words_high + 100_000, wide, high));
    }
    let text = format!(
        "<p:sld xmlns:p=\"{MAIN}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONS}\"><p:cSld><p:spTree>{}{}</p:spTree>\
         </p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        frame::GROUP,
        shapes.text
    );
    package.part(&format!("ppt/slides/slide{number}.xml"), KIND, &text);
    let mut related = vec![(
        "rIdLayout".to_owned(),
        "slideLayout",
        "../slideLayouts/slideLayout1.xml".to_owned(),
    )];
    related.extend(shapes.media.iter().map(|number| {
        (format!("rIdImage{number}"), "image", format!("../media/image{number}.png"))
    }));
    package.relations(&format!("ppt/slides/_rels/slide{number}.xml.rels"), &related);
}

/// A length by the ratio of two others. In between it is larger than a browser's `usize` holds.
fn scaled(length: usize, by: usize, of: usize) -> usize {
    (length as u64 * by as u64 / of as u64) as usize
}

/// Left side, top, width and height.
type Place = (usize, usize, usize, usize);

impl Shapes {
    fn number(&mut self) -> usize {
        self.last += 1;
        self.last
    }

    /// A place for words. What it is: the title, or the body.
    fn words(&mut self, what: &str, name: &str, place: Place, paragraphs: &str) {
        let id = self.number();
        let index = if what == "body" { " idx=\"1\"" } else { "" };
        let place = transform(place);
        self.text.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"{what}\"{index}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>\
             <p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ));
    }

    fn picture(&mut self, medium: &Medium, alt: &str, place: Place) {
        let (id, number, alt, place) =
            (self.number(), medium.number, escaped(alt), transform(place));
        if !self.media.contains(&number) {
            self.media.push(number);
        }
        self.text.push_str(&format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/>\
             <p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"rIdImage{number}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
             <p:spPr>{place}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
        ));
    }
}

fn transform((x, y, wide, high): Place) -> String {
    format!("<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>")
}

/// A paragraph. `rest` are more attributes of its letters.
fn paragraph(text: &str, language: &str, rest: &str) -> String {
    let turned = text.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_right_to_left);
    let direction = if turned { "<a:pPr algn=\"r\" rtl=\"1\"/>" } else { "" };
    let (text, language) = (escaped(text), escaped(language));
    format!("<a:p>{direction}<a:r><a:rPr lang=\"{language}\"{rest}/><a:t>{text}</a:t></a:r></a:p>")
}
