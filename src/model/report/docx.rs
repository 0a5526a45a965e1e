//! The report for Word (WordprocessingML): A4 pages with real headings, so that a screen reader can walk them, pictures
//! with words, and a page number at the foot.
//!
//! Charts are PNG of twice their size, sharp on paper: a drawing (SVG) beside it would double the file, and programs
//! differ in what they make of one.

mod page;

pub use page::write_page;

use super::fit::{PICTURE, WIDE};
use super::package::{DRAWING, EMU, Images, Medium, Package, RELATIONS};
use super::svg::{self, Shape};
use super::xml::escaped;
use super::{Block, Line, Part, Report};
use crate::model::plain_text::is_right_to_left;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Twentieths of a point in a millimetre, about.
const TWIPS: usize = 57;
const MEDIA: &str = "word/media";

/// The document, while it is written.
struct Document<'a> {
    package: Package,
    images: &'a Images,
    body: String,
    /// The numbers of the pictures that are in it.
    media: Vec<usize>,
    /// Of all drawings: each needs a number of its own.
    drawings: usize,
    /// True where the next paragraph begins a page.
    breaks: bool,
    /// True where there are lists.
    has_lists: bool,
}

/// The file.
pub fn write(report: &Report, images: &Images) -> Vec<u8> {
    let mut document = Document::new(images);
    for (at, page) in report.pages.iter().enumerate() {
        document.breaks = at > 0;
        page.parts.iter().for_each(|part| document.part(part));
    }
    finished(document, report)
}

/// The file of a document whose body is written.
fn finished(document: Document, report: &Report) -> Vec<u8> {
    let Document { mut package, body, media, has_lists, .. } = document;
    let (wide, high, margin) = (210 * TWIPS, 297 * TWIPS, 16 * TWIPS);
    let text = format!(
        "<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"{DRAWING}\" xmlns:pic=\"{DRAWING_PICTURE}\"><w:body>{body}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
         <w:pgSz w:w=\"{wide}\" w:h=\"{high}\"/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" \
         w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    );
    package.part("word/document.xml", DOCUMENT, &text);
    let lists = if has_lists { LIST } else { "" };
    package.part("word/styles.xml", STYLES, &styles(&report.language, lists));
    package.part("word/settings.xml", SETTINGS, &settings(&report.language));
    package.part("word/footer1.xml", FOOTER, &footer());
    let image =
        |number: &usize| (format!("rIdImage{number}"), "image", format!("media/image{number}.png"));
    let named = |id: &str, kind, file: &str| (id.to_owned(), kind, file.to_owned());
    let mut related: Vec<_> = media.iter().map(image).collect();
    related.push(named("rIdStyles", "styles", "styles.xml"));
    related.push(named("rIdSettings", "settings", "settings.xml"));
    related.push(named("rIdFooter", "footer", "footer1.xml"));
    if has_lists {
        package.part("word/numbering.xml", NUMBERING, &page::numbering());
        related.push(named("rIdNumbering", "numbering", "numbering.xml"));
    }
    package.relations("word/_rels/document.xml.rels", &related);
    package.finish(report, "word/document.xml")
}

const DOCUMENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
const SETTINGS: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
const NUMBERING: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const FOOTER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
const DRAWING_PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

impl<'a> Document<'a> {
    fn new(images: &'a Images) -> Self {
        Self {
            package: Package::default(),
            images,
            body: String::new(),
            media: Vec::new(),
            drawings: 0,
            breaks: false,
            has_lists: false,
        }
    }

    fn part(&mut self, part: &Part) {
        if let Some((level, line)) = &part.heading {
            let picture = part.picture.as_ref().and_then(|shows| {
                let medium = self.package.picture(MEDIA, self.images, shows)?;
                Some(self.drawn(&medium, &shows.alt, (PICTURE, PICTURE)))
            });
            let text = run(&line.text.replace('\n', " "), line.language.as_deref());
            let gap = if picture.is_some() { run("  ", None) } else { String::new() };
            let style = format!("Heading{level}");
            self.paragraph(&style, &line.text, &[picture.unwrap_or_default(), gap, text].concat());
        }
        part.blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Words(line) => self.lines("Normal", line),
            Block::Finding(line) => self.lines("Finding", line),
            Block::Base(line) => self.lines("Base", line),
            Block::Credit(text) => self.paragraph("Base", text, &run(text, None)),
            Block::Quote(_, text) => {
                self.paragraph("Quote", text, &run(&format!("“{text}”"), None));
            }
            Block::Chart(chart) => match self.package.chart(MEDIA, self.images, chart) {
                Some(medium) => {
                    let (width, height) = svg::size(chart, Shape::Wide);
                    let drawn =
                        self.drawn(&medium, &chart.alt, (WIDE, (height * WIDE).div_ceil(width)));
                    self.paragraph("Chart", "", &drawn);
                }
                None => self.paragraph("Normal", &chart.alt, &run(&chart.alt, None)),
            },
        }
    }

    fn lines(&mut self, style: &str, line: &Line) {
        for text in line.text.lines() {
            self.paragraph(style, text, &run(text, line.language.as_deref()));
        }
    }

    /// A paragraph with these runs. `text` says which way it is written.
    fn paragraph(&mut self, style: &str, text: &str, runs: &str) {
        let breaks = if core::mem::take(&mut self.breaks) { "<w:pageBreakBefore/>" } else { "" };
        let turned =
            text.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_right_to_left);
        let bidi = if turned { "<w:bidi/>" } else { "" };
        self.body.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{breaks}{bidi}</w:pPr>{runs}</w:p>"
        ));
    }

    /// A picture in a line, of this size in millimetres.
    fn drawn(&mut self, medium: &Medium, alt: &str, (wide, high): (usize, usize)) -> String {
        if !self.media.contains(&medium.number) {
            self.media.push(medium.number);
        }
        self.drawings += 1;
        let (number, id, alt) = (medium.number, self.drawings, escaped(alt));
        let (wide, high) = (wide * EMU, high * EMU);
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"{DRAWING_PICTURE}\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"image{number}.png\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rIdImage{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        )
    }
}

fn run(text: &str, language: Option<&str>) -> String {
    let properties = language.map_or(String::new(), |tag| {
        format!("<w:rPr><w:lang w:val=\"{tag}\" w:bidi=\"{tag}\"/></w:rPr>", tag = escaped(tag))
    });
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

/// Sizes are in half points. They go with those of `fit`.
fn styles(language: &str, lists: &str) -> String {
    let language = escaped(language);
    let style = |id: &str,
                 name: &str,
                 outline: Option<usize>,
                 before: usize,
                 size: usize,
                 rest: &str| {
        let outline =
            outline.map_or(String::new(), |level| format!("<w:outlineLvl w:val=\"{level}\"/>"));
        let keep = if outline.is_empty() { "" } else { "<w:keepNext/>" };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{keep}<w:spacing w:before=\"{before}\" w:after=\"80\"/>\
             {outline}</w:pPr><w:rPr>{rest}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
        )
    };
    let bold = "<w:b/><w:bCs/>";
    let colour = "<w:color w:val=\"0B4F5C\"/>";
    let headings = [
        style("Heading1", "heading 1", Some(0), 0, 52, bold),
        style("Heading2", "heading 2", Some(1), 200, 40, &[bold, colour].concat()),
        style("Heading3", "heading 3", Some(2), 200, 34, bold),
        style("Finding", "Finding", None, 40, 32, bold),
        style("Base", "Base", None, 40, 26, ""),
        style("Chart", "Chart", None, 40, 32, ""),
        style("Quote", "Quote", None, 120, 32, "<w:i/><w:iCs/>"),
        style("Cell", "Cell", None, 40, 24, ""),
        style("CellHead", "Cell heading", None, 40, 24, bold),
        lists.to_owned(),
    ];
    format!(
        "<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"32\"/>\
         <w:szCs w:val=\"32\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"312\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{}</w:styles>",
        headings.concat()
    )
}

/// Lines of a list. Only documents with lists have it, for only those say which sign is in front.
const LIST: &str = "<w:style w:type=\"paragraph\" w:styleId=\"List\"><w:name w:val=\"List\"/><w:basedOn w:val=\"Normal\"/>\
                    <w:qFormat/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";

fn settings(language: &str) -> String {
    let language = escaped(language);
    format!(
        "<w:settings xmlns:w=\"{MAIN}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

fn footer() -> String {
    let field = |what: &str| {
        format!("<w:fldSimple w:instr=\" {what} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let (page, pages) = (field("PAGE"), field("NUMPAGES"));
    format!(
        "<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Base\"/><w:jc w:val=\"right\"/></w:pPr>\
         {}{page}{}{pages}</w:p></w:ftr>",
        run("Page ", None),
        run(" of ", None)
    )
}
