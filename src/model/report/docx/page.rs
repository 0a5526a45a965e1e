//! A page for people who decide, for Word: a business case, a board page, a theory of change. Headings, sentences, lists
//! and tables, each as what it is, so that a screen reader tells them apart.
//!
//! Absent: what is still to be written ([`Block::Missing`]). That is for whoever writes the page.

use super::{Document, MAIN, TWIPS, finished, run};
use crate::model::change::Block;
use crate::model::report::Report;
use crate::model::report::fit::WIDE;
use crate::model::report::package::Images;

/// The file. `line` says whose page it is, and from when.
pub fn write_page((title, line): (&str, &str), blocks: &[Block]) -> Vec<u8> {
    let images = Images::default();
    let mut document = Document::new(&images);
    document.paragraph("Heading1", title, &run(title, None));
    document.paragraph("Base", line, &run(line, None));
    // A heading with nothing under it yet says nothing.
    let is_empty = |at: usize| {
        let mut rest =
            blocks[at + 1..].iter().take_while(|block| !matches!(block, Block::Heading(_)));
        rest.all(|block| matches!(block, Block::Missing(_)))
    };
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Missing(_) => {}
            Block::Heading(_) if is_empty(at) => {}
            Block::Heading(text) => document.paragraph("Heading2", text, &run(text, None)),
            Block::Text(text) => {
                text.lines().for_each(|line| document.paragraph("Normal", line, &run(line, None)));
            }
            Block::List(lines) => {
                document.has_lists = true;
                lines.iter().for_each(|line| document.paragraph("List", line, &run(line, None)));
            }
            Block::Table { head, rows } => table(&mut document, head, rows),
        }
    }
    let report = Report {
        title: title.to_owned(),
        language: "en-GB".to_owned(),
        pages: Vec::new(),
        questions: Vec::new(),
    };
    finished(document, &report)
}

/// A table whose first row is a heading on every page.
fn table(document: &mut Document, head: &[String], rows: &[Vec<String>]) {
    let width = WIDE * TWIPS / head.len().max(1);
    let grid = format!("<w:gridCol w:w=\"{width}\"/>").repeat(head.len());
    let edge = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:color=\"8A8778\"/>");
    let edges: String =
        ["top", "left", "bottom", "right", "insideH", "insideV"].into_iter().map(edge).collect();
    document.body.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>",
        width * head.len()
    ));
    let properties = format!("<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
    let mut row = |cells: &[String], is_head: bool| {
        let kind = if is_head { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
        document.body.push_str(&format!("<w:tr>{kind}"));
        for text in cells {
            document.body.push_str(&format!("<w:tc>{properties}"));
            document.paragraph(if is_head { "CellHead" } else { "Cell" }, text, &run(text, None));
            document.body.push_str("</w:tc>");
        }
        document.body.push_str("</w:tr>");
    };
    row(head, true);
    rows.iter().for_each(|cells| row(cells, false));
    document.body.push_str("</w:tbl>");
}

/// The signs in front of the lines of lists.
pub fn numbering() -> String {
    format!(
        "<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">\
         <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:pPr><w:ind w:left=\"480\" w:hanging=\"360\"/></w:pPr>\
         </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}
