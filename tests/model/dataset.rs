//! One table behind everything: the counts on the screen, the spreadsheets, the workbook and the package say the same,
//! cell by cell, whatever was asked and answered.

use crate::flows::published;
use crate::make::{
    answers, choice, many, one, other, picking, question, ranked, received, saying, sorted,
    version, words,
};
use crate::support::c;
use crate::walks::{Act, act, walk};
use ask_together::model::compare::{names, sides, ways};
use ask_together::model::csv::{self, Cells, FIXED, Form, Options, Sheet};
use ask_together::model::dataset::{Dataset, Grid, Many};
use ask_together::model::inbox::{By, Received};
use ask_together::model::package;
use ask_together::model::plain_text::{closed, without_controls};
use ask_together::model::results::{Results, Tally, results, results_of, tally};
use ask_together::model::standard::HELP;
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;
use ask_together::model::xlsx;
use calamine::{Data, DataType, Reader, Xlsx};
use proptest::prelude::*;
use std::io::Cursor;
use std::sync::Arc;

const MOMENT: &str = "2026-11-23T09:05:30";

/// The rows of a spreadsheet, without its head.
fn rows(data: &Dataset, cells: Cells, many: Many) -> Vec<Vec<String>> {
    let bytes = csv::write(data, Options { cells, many, form: Form::PLAIN }, |_| MOMENT.into());
    body(&bytes)
}

fn body(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::Reader::from_reader(bytes);
    let row = |row: ::csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("every row has as many cells"))).collect()
}

/// A workbook, as another program reads it.
fn workbook(data: &Dataset) -> Xlsx<Cursor<Vec<u8>>> {
    let about = [("What".to_owned(), "=1+1".to_owned())];
    let bytes = xlsx::write(data, &about, |_| MOMENT.into(), |_| "A kind").expect("few columns");
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

fn sheet(data: &Dataset, name: &str) -> Vec<Vec<Data>> {
    let range = workbook(data).worksheet_range(name).expect("a sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

/// A cell as it stands in the spreadsheet in words.
fn as_words(cell: &Data, column: usize) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(_) => {
            let time = cell.as_datetime().expect("a time");
            let (text, length) = (time.to_string(), if column == 2 { 19 } else { 10 });
            text.chars().take(length).collect()
        }
        Data::String(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

/// Without what each of the two files can't or must not hold.
fn bare(text: &str) -> String {
    let text = closed(&without_controls(text)).replace(['\u{fffe}', '\u{ffff}'], "");
    text.strip_prefix('\'').unwrap_or(&text).to_owned()
}

fn check_all(versions: &[Survey], received: &[Received]) {
    let english = Words::english();
    let data = Dataset::of(versions, received, &english);
    let (in_words, in_codes) =
        (rows(&data, Cells::Words, Many::Columns), rows(&data, Cells::Codes, Many::Columns));
    check_counts(&data, &in_codes);
    check_joined(&data);
    check_slices(versions, received);
    let months = data
        .columns(Many::Columns)
        .iter()
        .map(|column| data.entries[column.entry].kind == Kind::Month)
        .collect::<Vec<_>>();
    let sheet = sheet(&data, "Answers");
    assert_eq!(sheet.len(), received.len() + 1);
    for (row, cells) in in_words.iter().zip(&sheet[1..]) {
        for (place, cell) in row.iter().enumerate() {
            let other = cells.get(place).map_or_else(String::new, |cell| as_words(cell, place));
            let is_month = place >= FIXED.len() && months[place - FIXED.len()];
            let is_day = matches!(cells.get(place), Some(Data::DateTime(_)));
            let other = if is_month && is_day { other.chars().take(7).collect() } else { other };
            assert_eq!(bare(cell), bare(&other), "column {place}");
        }
    }
    let about = package::About { title: "A survey", lines: &[] };
    let package = package::write(&data, &about, |_| MOMENT.into(), |_| "A kind");
    assert_eq!(body(&unzipped(&package, "answers.csv")), in_codes);
}

/// What each question counts is what its columns hold.
fn check_counts(data: &Dataset, in_codes: &[Vec<String>]) {
    let columns = data.columns(Many::Columns);
    let all: Vec<usize> = (0..data.people.len()).collect();
    let found = results(data);
    for (place, entry) in data.entries.iter().enumerate() {
        let counted = tally(data, place, &all);
        for (at, choice) in entry.choices.iter().enumerate() {
            let is_own = |column: &usize| {
                let name = columns[*column].name(data);
                let end = format!("_{}", choice.code);
                let is_tick = name.ends_with(&end) && !name.ends_with("_text");
                columns[*column].entry == place && (entry.kind.picks_one() || is_tick)
            };
            let wanted = if entry.kind.picks_one() { choice.code.to_string() } else { "1".into() };
            let of: Vec<usize> = (0..columns.len()).filter(is_own).collect();
            let cells = in_codes.iter().flat_map(|row| of.iter().map(|at| &row[FIXED.len() + at]));
            let count = cells.filter(|cell| **cell == wanted).count();
            let shown = if entry.kind == Kind::Sorting {
                counted.sorted[at][0]
            } else {
                counted.counts[at]
            };
            assert_eq!(shown, count, "{} {}", entry.code, choice.code);
            assert!(counted.counts[at] <= counted.answered, "nobody counts twice");
        }
        let apart = |tallies: &[Tally]| {
            tallies.iter().find(|t| t.entry.code == entry.code).map_or(0, |t| t.answered)
        };
        let both = match entry.id == HELP {
            true => found.help.as_ref().map_or(0, |help| help.answered),
            false => apart(&found.own.tallies) + apart(&found.for_them.tallies),
        };
        assert_eq!(both, counted.answered, "each stands with one of the two");
    }
}

/// What is worked out a few people at a time is what is worked out at once.
fn check_slices(versions: &[Survey], received: &[Received]) {
    let english = Words::english();
    let data = Dataset::of(versions, received, &english);
    let mut grid = Grid::begin(versions, &english, false);
    received.chunks(2).for_each(|some| grid.add(versions, some));
    assert!(grid.is_of(versions, received) && !grid.is_of(&[], received));
    let sliced = Dataset::laid(Some(Arc::new(grid)), versions, received, &english);
    let mut joined = Results::default();
    for first in 0..received.len() {
        joined.join(results_of(&sliced, first..first + 1));
    }
    joined.settle();
    if !received.is_empty() {
        assert_eq!(joined, results(&data));
    }
    for (cells, many) in [(Cells::Words, Many::Both), (Cells::Codes, Many::Columns)] {
        let options = Options { cells, many, form: Form::default() };
        let mut sheet = Sheet::begin(&sliced, options, |_| MOMENT.into());
        let parts: Vec<Vec<u8>> = std::iter::from_fn(|| sheet.next(1)).collect();
        assert_eq!(parts.concat(), csv::write(&data, options, |_| MOMENT.into()));
    }
    for (by, _) in ways(&data) {
        let named = sides(&data, by).into_iter().map(|side| side.name);
        assert_eq!(names(&data, by), named.collect::<Vec<_>>());
    }
}

/// Ticks in one cell are the ticks in their columns.
fn check_joined(data: &Dataset) {
    let both = data.columns(Many::Both);
    let rows = rows(data, Cells::Codes, Many::Both);
    for (at, column) in both.iter().enumerate().filter(|(_, c)| c.name(data).ends_with("_all")) {
        for row in &rows {
            let cell = |place: usize| &row[FIXED.len() + place];
            let ticked = (0..both.len()).filter(|other| {
                let name = both[*other].name(data);
                both[*other].entry == column.entry
                    && both[*other].round == column.round
                    && *other != at
                    && !name.ends_with("_text")
                    && cell(*other) == "1"
            });
            let joined = cell(at).split("; ").filter(|code| code.parse::<u32>().is_ok()).count();
            assert_eq!(joined, ticked.count());
        }
    }
}

/// A file of a zip, read by what its directory says.
pub fn unzipped(zip: &[u8], wanted: &str) -> Vec<u8> {
    let short = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let long =
        |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().expect("4 bytes")) as usize;
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = long(end + 16);
    for _ in 0..short(end + 10) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (packed, whole, name) = (long(at + 20), long(at + 24), short(at + 28));
        if &zip[at + 46..at + 46 + name] == wanted.as_bytes() {
            let from = long(at + 42) + 30 + name;
            let bytes = &zip[from..from + packed];
            let bytes =
                ask_together::model::deflate::inflate(bytes, whole).expect("deflated bytes");
            assert_eq!(crc32fast::hash(&bytes) as usize, long(at + 16));
            return bytes;
        }
        at += 46 + name;
    }
    panic!("no {wanted}");
}

/// Two questions of every kind that counts, and some words.
fn every_kind() -> Survey {
    let other_too = |kind| Question { other: true, personal: true, ..question(20, kind) };
    let kinds = [Kind::YesNo, Kind::OneChoice, Kind::ManyChoices, Kind::Ranking, Kind::Sorting];
    let mut questions: Vec<Question> =
        (1..).zip(kinds).map(|(number, kind)| question(number, kind)).collect();
    questions.push(other_too(Kind::ManyChoices));
    questions.extend([
        question(7, Kind::Number),
        question(8, Kind::Date),
        question(9, Kind::Month),
    ]);
    questions.push(saying(10, "Why?"));
    version(1, questions)
}

#[test]
fn every_kind_agrees_everywhere() {
    let given = [
        (2, one(3)),
        (3, many(&[1, 3])),
        (4, ranked(&[2, 1])),
        (5, sorted(&[(1, 0), (2, 2)])),
        (20, other(&[2], "=cmd()")),
        (7, words("-2.5")),
        (8, words("29/2/2020")),
        (9, words("3/1899")),
        (10, words("007\n\"_x0041_\" <&> שלום")),
    ];
    let people = [received(1, &given), received(1, &[]), received(9, &given[..2])];
    check_all(&[every_kind()], &people);
}

#[test]
fn a_workbook_keeps_numbers_numbers_and_text_text() {
    let versions = [every_kind()];
    let english = Words::english();
    for text in
        ["007", "12345678901234567890", "1e5", "=1+1", "+44 7700 900123", "TRUE", "_x0041_", " a "]
    {
        let given = [(10, words(text)), (7, words("12.5")), (8, words("1/2/2003"))];
        let people = [received(1, &given)];
        let data = Dataset::of(&versions, &people, &english);
        let row = sheet(&data, "Answers").remove(1);
        let text = Data::String(text.replace("_x0041_", "_x005F_x0041_"));
        // This reader leaves the escape as it stands in the file.
        assert!(row.contains(&text) || row.contains(&Data::String("_x0041_".into())), "{row:?}");
        assert!(row.contains(&Data::Float(12.5)));
        assert!(
            row.iter()
                .any(|cell| cell.as_date().is_some_and(|day| day.to_string() == "2003-02-01"))
        );
        let came = row[2].as_datetime().expect("a time");
        assert_eq!(came.to_string(), "2026-11-23 09:05:30");
    }
}

#[test]
fn nothing_in_a_workbook_is_a_formula() {
    let choices = vec![choice(c(1), "=1+1"), choice(c(2), "@x")];
    let which = Question { text: "=cmd()".into(), choices, ..picking(1, Kind::ManyChoices, &[]) };
    let versions = [version(1, vec![which])];
    let people = [received(1, &[(1, many(&[1, 2]))])];
    let english = Words::english();
    let data = Dataset::of(&versions, &people, &english);
    let mut book = workbook(&data);
    assert_eq!(book.sheet_names(), ["Answers", "Codebook", "About"]);
    for name in ["Answers", "Codebook", "About"] {
        let formulas = book.worksheet_formula(name).expect("a sheet");
        assert!(formulas.rows().flatten().all(String::is_empty), "{name}");
    }
}

#[test]
fn ticks_stand_in_columns_in_one_cell_or_both() {
    let versions = [version(1, vec![picking(1, Kind::ManyChoices, &[1, 2, 3])])];
    let people = [received(1, &[(1, many(&[3, 1]))]), received(1, &[])];
    let english = Words::english();
    let data = Dataset::of(&versions, &people, &english);
    let own = |cells, many| -> Vec<Vec<String>> {
        rows(&data, cells, many).iter().map(|row| row[FIXED.len()..].to_vec()).collect()
    };
    assert_eq!(own(Cells::Words, Many::Joined), [["1; 3"], [""]]);
    assert_eq!(own(Cells::Codes, Many::Joined), [["1; 3"], [".s"]]);
    assert_eq!(own(Cells::Codes, Many::Both), [["1; 3", "1", "0", "1"], [".s", ".s", ".s", ".s"]]);
}

#[test]
fn every_row_says_how_it_came() {
    let versions = [version(1, vec![saying(1, "Why?")])];
    let mut person = received(1, &[]);
    person.by = By::Typed;
    person.response.given.unfinished = true;
    let english = Words::english();
    let people = [person];
    let data = Dataset::of(&versions, &people, &english);
    assert_eq!(rows(&data, Cells::Codes, Many::Columns)[0][2..7], [MOMENT, "5", "", "cy", "0"]);
    let in_words = rows(&data, Cells::Words, Many::Columns);
    assert_eq!(in_words[0][2..7], ["2026-11-23 09:05:30", "Typed in from paper", "", "cy", "No"]);
}

#[test]
fn the_package_describes_every_column_and_names_each_reason() {
    let versions = [every_kind()];
    let english = Words::english();
    let people = [received(1, &[(10, words("a\nb, \"c\""))])];
    let data = Dataset::of(&versions, &people, &english);
    let about = package::About { title: "Tea", lines: &[("Responses".into(), "1".into())] };
    let zip = package::write(&data, &about, |_| MOMENT.into(), |_| "A kind");
    let text = |name: &str| String::from_utf8(unzipped(&zip, name)).expect("text");
    let described: serde_json::Value =
        serde_json::from_str(&text("datapackage.json")).expect("JSON");
    let schema = &described["resources"][0]["schema"];
    let names: Vec<&str> = schema["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .filter_map(|f| f["name"].as_str())
        .collect();
    let head = text("answers.csv").lines().next().expect("a head").replace('"', "");
    assert_eq!(names, head.split(',').collect::<Vec<_>>());
    let of =
        |name: &str| &schema["fields"][names.iter().position(|n| *n == name).expect("a field")];
    assert_eq!(of("q1")["categories"][0], serde_json::json!({ "value": 1, "label": "Yes" }));
    assert_eq!(of("q8_date")["type"], "date");
    assert_eq!(of("q9_month")["type"], "yearmonth");
    assert_eq!(
        schema["missingValues"][1],
        serde_json::json!({ "value": ".s", "label": "Skipped" })
    );
    let web: serde_json::Value =
        serde_json::from_str(&text("answers.csv-metadata.json")).expect("JSON");
    assert_eq!(web["tableSchema"]["columns"].as_array().map(Vec::len), Some(names.len()));
    for name in ["README.txt", "answers.R", "answers.sps", "answers.do"] {
        assert!(text(name).contains("Everything: do not share"), "{name}");
    }
    for name in ["answers.R", "answers.sps", "answers.do"] {
        for column in &names {
            let column = if name == "answers.do" {
                column.replace('.', "_time")
            } else {
                (*column).to_owned()
            };
            assert!(text(name).contains(&column), "{name}: {column}");
        }
    }
    assert_eq!(text("answers-for-spss.csv").lines().count(), 2, "a line for each person");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn screen_spreadsheet_workbook_and_package_agree_cell_by_cell(
        survey in published(9),
        people in prop::collection::vec(prop::collection::vec(act(), 0..30), 0..5),
    ) {
        let survey = survey.frozen();
        let person = |(place, acts): (usize, &Vec<Act>)| {
            let response = walk(&survey, acts).finish(&survey)?;
            let response = ask_together::model::response::Response {
                id: ask_together::model::id::ResponseId(place as u64),
                ..response
            };
            Some(Received { at: 0, by: By::File, response })
        };
        let mut received: Vec<Received> = people.iter().enumerate().filter_map(person).collect();
        // Somebody who sends what no page makes.
        received.push(Received { response: ask_together::model::response::Response {
            survey: survey.id, version: survey.version, edition: survey.edition,
            answers: answers(&[(1, one(1))]), ..crate::samples::person() }, at: 0, by: By::Link });
        check_all(std::slice::from_ref(&survey), &received);
    }
}
