//! What Word and PowerPoint files have in common (ECMA-376): a zip of XML files that say how they hang together, what
//! the document is called and in which language it is, and pictures with the words that stand for them.
//!
//! Absent: what is in either. Our own few files, on the zip writer that workbooks use too: `docx-rs` is 225 kB of the
//! page (brotli) for a document with a heading and a picture, and no crate that is kept up writes slides for a browser.

use super::edits::Key;
use super::xml::{DECLARED, escaped};
use super::{Chart, Report, Shows};
use crate::model::zip::Zip;
use std::collections::BTreeMap;

/// Pictures as PNG: of each chart, and of pictures by name. Where one is missing, its words stand instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Images {
    /// Of charts.
    pub charts: BTreeMap<Key, Vec<u8>>,
    /// Of the pictures beside headings.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

/// English Metric Units in a millimetre.
pub const EMU: usize = 36_000;

pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A file that is being made.
#[derive(Default)]
pub struct Package {
    zip: Zip,
    /// The parts that are not plain XML, each with its kind.
    kinds: Vec<(String, &'static str)>,
    /// The pictures that are in it already, by what they are of.
    media: BTreeMap<Source, usize>,
}

/// What a picture is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Chart(Key),
    Picture(String),
}

/// A picture in a file: its number, from 1.
pub struct Medium {
    pub number: usize,
}

impl Package {
    /// An XML file of this kind.
    pub fn part(&mut self, name: &str, kind: &'static str, text: &str) {
        self.zip.file(name, [DECLARED, text].concat().as_bytes());
        self.kinds.push((name.to_owned(), kind));
    }

    /// What a part leads to: for each an id, a kind and a file.
    pub fn relations(&mut self, name: &str, all: &[(String, &str, String)]) {
        let one = |(id, kind, target): &(String, &str, String)| {
            let kind = match kind.starts_with("http") {
                true => (*kind).to_owned(),
                false => format!("{RELATIONS}/{kind}"),
            };
            let target = escaped(target);
            format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
        };
        let all: String = all.iter().map(one).collect();
        let text =
            format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>");
        self.zip.file(name, [DECLARED, &text].concat().as_bytes());
    }

    /// The picture of a chart, in this folder. `None` where there is none.
    pub fn chart(&mut self, folder: &str, images: &Images, chart: &Chart) -> Option<Medium> {
        let bytes = images.charts.get(&chart.key)?;
        Some(self.medium(folder, Source::Chart(chart.key), bytes))
    }

    /// The same of a picture beside a heading.
    pub fn picture(&mut self, folder: &str, images: &Images, shows: &Shows) -> Option<Medium> {
        let bytes = images.pictures.get(&shows.name)?;
        Some(self.medium(folder, Source::Picture(shows.name.clone()), bytes))
    }

    fn medium(&mut self, folder: &str, source: Source, bytes: &[u8]) -> Medium {
        let next = self.media.len() + 1;
        let number = *self.media.entry(source).or_insert(next);
        if number == next {
            self.zip.file(&format!("{folder}/image{number}.png"), bytes);
        }
        Medium { number }
    }

    /// All of it. `main` is the part that a program opens first.
    pub fn finish(mut self, report: &Report, main: &str) -> Vec<u8> {
        self.part(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            &core(report),
        );
        let app = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
                   <Application>Ask Together</Application></Properties>";
        self.part(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            app,
        );
        let relation =
            |id: &str, kind: &'static str, target: &str| (id.to_owned(), kind, target.to_owned());
        self.relations(
            "_rels/.rels",
            &[
                relation("rId1", "officeDocument", main),
                relation(
                    "rId2",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
                relation("rId3", "extended-properties", "docProps/app.xml"),
            ],
        );
        let kinds: String = self
            .kinds
            .iter()
            .map(|(name, kind)| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"))
            .collect();
        let types = format!(
            "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"png\" ContentType=\"image/png\"/>{kinds}</Types>"
        );
        self.zip.file("[Content_Types].xml", [DECLARED, &types].concat().as_bytes());
        self.zip.finish()
    }
}

fn core(report: &Report) -> String {
    let (title, language) = (escaped(&report.title), escaped(&report.language));
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title>\
         <dc:language>{language}</dc:language></cp:coreProperties>"
    )
}
