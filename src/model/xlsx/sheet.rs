//! The files in a workbook (ECMA-376, SpreadsheetML): what stands around the sheets, and a sheet row by row.
//!
//! Absent: what stands in which cell.

use crate::model::day::days_of;
use crate::model::plain_text::without_controls;
use crate::model::zip::{Open, Zip};
use core::fmt::Write;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// Days since 30 December 1899, and how they are shown.
    Date(f64, Shown),
}

/// How a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Day,
    Month,
    Moment,
}

/// Days from 30 December 1899, where Excel begins to count, to 1970.
const EPOCH: i64 = 25_569;
/// The first day that every program takes for the same: 1 March 1900. Excel has a day before it that never was.
const FIRST: i64 = 61;

impl Cell {
    /// A day. One that no spreadsheet can count is text.
    pub fn day((year, month, day): (u32, u32, u32)) -> Self {
        Self::date((year, month, day), 0.0, Shown::Day)
            .unwrap_or_else(|| Cell::Text(format!("{year:04}-{month:02}-{day:02}")))
    }

    /// A month, by its first day.
    pub fn month(year: u32, month: u32) -> Self {
        Self::date((year, month, 1), 0.0, Shown::Month)
            .unwrap_or_else(|| Cell::Text(format!("{year:04}-{month:02}")))
    }

    /// A day and a time of day, from `2026-11-23T09:05:30`. What is none is text.
    pub fn moment(text: &str) -> Self {
        let parts: Vec<u32> = text.split(['-', 'T', ':']).flat_map(str::parse).collect();
        let [year, month, day, hours, minutes, seconds] = parts[..] else {
            return Cell::Text(text.to_owned());
        };
        let part = f64::from(hours * 3_600 + minutes * 60 + seconds) / 86_400.0;
        let date = Self::date((year, month, day), part, Shown::Moment);
        date.unwrap_or_else(|| Cell::Text(text.to_owned()))
    }

    fn date(date: (u32, u32, u32), part: f64, shown: Shown) -> Option<Self> {
        let days = days_of(date) + EPOCH;
        (days >= FIRST && date.0 <= 9_999).then_some(Cell::Date(days as f64 + part, shown))
    }
}

/// The places of the formats in the file of styles. Text is text, also once somebody edits it.
const TEXT: usize = 1;
const HEAD: usize = 2;
const DAY: usize = 3;
const MONTH: usize = 4;
const MOMENT: usize = 5;

const DECLARED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Every file but the sheets, each with its name. Sheets are called so, in this order.
pub fn around(sheets: &[&str]) -> Vec<(&'static str, String)> {
    let numbered = || (1..).zip(sheets);
    let of_type = |part: &str, what: &str| {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        format!("<Override PartName=\"/xl/{part}.xml\" ContentType=\"{kind}.{what}+xml\"/>")
    };
    let mut types = of_type("workbook", "sheet.main") + &of_type("styles", "styles");
    let mut listed = String::new();
    let related = |number: usize, what: &str, file: &str| {
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{what}\" Target=\"{file}.xml\"/>"
        )
    };
    let mut relations = related(sheets.len() + 1, "styles", "styles");
    for (number, name) in numbered() {
        types += &of_type(&format!("worksheets/sheet{number}"), "worksheet");
        let _ =
            write!(listed, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        relations += &related(number, "worksheet", &format!("worksheets/sheet{number}"));
    }
    let defaults = "<Default Extension=\"rels\" \
                    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                    <Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    let all_related = |text: &str| {
        format!("{DECLARED}<Relationships xmlns=\"{PACKAGE}/relationships\">{text}</Relationships>")
    };
    let types = format!("<Types xmlns=\"{PACKAGE}/content-types\">{defaults}{types}</Types>");
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{listed}</sheets></workbook>"
    );
    vec![
        ("[Content_Types].xml", [DECLARED, &types].concat()),
        ("_rels/.rels", all_related(&related(1, "officeDocument", "xl/workbook"))),
        ("xl/workbook.xml", [DECLARED, &workbook].concat()),
        ("xl/_rels/workbook.xml.rels", all_related(&relations)),
        ("xl/styles.xml", styles()),
    ]
}

fn styles() -> String {
    let format = |number: usize, font: usize| {
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" \
             wrapText=\"{}\"/></xf>",
            u8::from(font == 1)
        )
    };
    // 49 is text, and numbers from 164 on are our own.
    let formats: String = [(0, 0), (49, 0), (49, 1), (164, 0), (165, 0), (166, 0)]
        .map(|(n, f)| format(n, f))
        .concat();
    let own = [(164, "yyyy\\-mm\\-dd"), (165, "yyyy\\-mm"), (166, "yyyy\\-mm\\-dd\\ hh:mm:ss")]
        .map(|(number, code)| format!("<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>"))
        .concat();
    let font = |bold: &str| {
        format!("<font>{bold}<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>")
    };
    format!(
        "{DECLARED}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"3\">{own}</numFmts>\
         <fonts count=\"2\">{}{}</fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"6\">{formats}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         </styleSheet>",
        font(""),
        font("<b/>"),
    )
}

/// A sheet that is being written.
pub struct Sheet<'a> {
    open: Open<'a>,
    row: usize,
}

impl<'a> Sheet<'a> {
    /// The sheet with this number, from 1, with its first row frozen.
    pub fn open(zip: &'a mut Zip, number: usize, columns: usize) -> Self {
        let mut open = zip.open(&format!("xl/worksheets/sheet{number}.xml"));
        let pane = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
                    activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
        let widths = format!(
            "<cols><col min=\"1\" max=\"{columns}\" width=\"22\" customWidth=\"1\"/></cols>"
        );
        let head = format!("{DECLARED}<worksheet xmlns=\"{MAIN}\">{pane}{widths}<sheetData>");
        open.write(head.as_bytes());
        Self { open, row: 0 }
    }

    /// The row that names the columns.
    pub fn head(&mut self, names: &[String]) {
        self.put(names.iter().map(|name| (Cell::Text(name.clone()), HEAD)));
    }

    /// A row.
    pub fn row(&mut self, cells: impl Iterator<Item = Cell>) {
        self.put(cells.map(|cell| {
            let format = match cell {
                Cell::Empty | Cell::Number(_) => 0,
                Cell::Text(_) => TEXT,
                Cell::Date(_, Shown::Day) => DAY,
                Cell::Date(_, Shown::Month) => MONTH,
                Cell::Date(_, Shown::Moment) => MOMENT,
            };
            (cell, format)
        }));
    }

    fn put(&mut self, cells: impl Iterator<Item = (Cell, usize)>) {
        self.row += 1;
        let row = self.row;
        let mut text = format!("<row r=\"{row}\">");
        for (column, (cell, format)) in cells.enumerate() {
            let name = letters(column);
            // Text can't fail to take more.
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Number(number) | Cell::Date(number, _) => {
                    write!(text, "<c r=\"{name}{row}\" s=\"{format}\"><v>{number}</v></c>")
                }
                Cell::Text(words) => write!(
                    text,
                    "<c r=\"{name}{row}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}\
                     </t></is></c>",
                    escaped(&words)
                ),
            };
        }
        text.push_str("</row>");
        self.open.write(text.as_bytes());
    }

    /// Its end.
    pub fn close(mut self) {
        self.open.write(b"</sheetData></worksheet>");
        self.open.close();
    }
}

/// The letters of a column, from 0: A, B … Z, AA.
fn letters(column: usize) -> String {
    let (before, last) = (column / 26, (b'A' + (column % 26) as u8) as char);
    let mut name = if before > 0 { letters(before - 1) } else { String::new() };
    name.push(last);
    name
}

/// Words as XML has them. Workbooks read `_x0041_` as a letter, so what looks like that is told from it.
fn escaped(words: &str) -> String {
    let words = without_controls(words);
    let mut text = String::new();
    for (at, letter) in words.char_indices() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '_' if is_code(&words[at..]) => text.push_str("_x005F_"),
            // No letters, and XML takes none of them.
            '\u{fffe}' | '\u{ffff}' => {}
            letter => text.push(letter),
        }
    }
    text
}

fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes.starts_with(b"_x")
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}
