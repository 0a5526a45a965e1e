//! Tags and marks as columns of every file with everything, and the codebook that says what is struck out.

use crate::make::{other, picking, received, saying, version, words};
use crate::support::q;
use ask_together::model::csv::{self, Cells, Form, Options};
use ask_together::model::dataset::{Dataset, Many};
use ask_together::model::id::{Author, ResponseId};
use ask_together::model::inbox::Received;
use ask_together::model::package;
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::words::Words;
use ask_together::model::work::{Mark, Spot, Work};
use ask_together::model::xlsx;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

const ME: Author = Author(1);

fn versions() -> [Survey; 1] {
    let mut pick = picking(2, Kind::OneChoice, &[1, 2]);
    pick.other = true;
    [version(1, vec![saying(1, "What is good?"), pick, saying(3, "Anything else?")])]
}

fn people() -> Vec<Received> {
    let person = |id, given: &[_]| {
        let mut person = received(1, given);
        person.response.id = ResponseId(id);
        person
    };
    vec![
        person(1, &[(1, words("Anna makes tea.")), (2, other(&[], "Soup"))]),
        person(2, &[(1, words("=1+1")), (2, crate::make::one(1))]),
        person(3, &[]),
    ]
}

fn work() -> Work {
    let mut work = Work::default();
    let at = |question, id| Spot { response: ResponseId(id), asked: q(question).into() };
    for name in ["Food", "=Staff", "Unused"] {
        let (_, step) = work.new_tag(name, ME).expect("a name");
        work.apply(step, ME);
    }
    let tags: Vec<_> = work.tags().into_iter().map(|tag| tag.id).collect();
    let steps = [
        work.tag(at(1, 1), tags[0], true),
        work.tag(at(2, 1), tags[0], true),
        work.tag(at(1, 2), tags[1], true),
        work.set_mark(at(1, 1), Some(Mark::Quote), 2),
        work.set_mark(at(1, 2), Some(Mark::Private), 1),
        work.strike(at(1, 1), "Anna", true),
    ];
    steps.into_iter().for_each(|step| _ = work.apply(step, ME));
    work
}

fn with_all<T>(make: impl FnOnce(&Dataset) -> T) -> T {
    let (versions, people, english, work) = (versions(), people(), Words::english(), work());
    make(&Dataset::of(&versions, &people, &english).with(&work))
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let row = |row: ::csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

fn moment(_: u64) -> String {
    "2026-11-23T09:05:30".to_owned()
}

/// The columns of one file whose names are these, from the head down.
fn columns(table: &[Vec<String>], names: &[&str]) -> Vec<Vec<String>> {
    let place = |name: &&str| {
        let found = table[0].iter().position(|head| head == name);
        found.unwrap_or_else(|| panic!("{name} is not among {:?}", table[0]))
    };
    let column = |at: usize| table[1..].iter().map(|row| row[at].clone()).collect();
    names.iter().map(place).map(column).collect()
}

#[test]
fn the_file_in_codes_says_who_has_which_tag_and_why_not() {
    let codes = Options { cells: Cells::Codes, many: Many::Columns, form: Form::PLAIN };
    let table = table(&with_all(|data| csv::write(data, codes, moment)));
    let names = ["q1_text", "q1_tag1", "q1_tag2", "q1_mark", "q2_text", "q2_tag1"];
    let found = columns(&table, &names);
    assert_eq!(found[0], ["Anna makes tea.", "'=1+1", ".s"], "the words are all there");
    assert_eq!(found[1], ["1", "0", ".s"]);
    assert_eq!(found[2], ["0", "1", ".s"]);
    assert_eq!(found[3], ["1", "", ".s"], "a mark of words that were sent since is none");
    assert_eq!(found[4], ["Soup", "", ""]);
    assert_eq!(found[5], ["1", "", ""]);
    assert!(!table[0].iter().any(|name| name == "q1_tag3" || name == "q2_mark"));
    assert!(!table[0].iter().any(|name| name.starts_with("q3_tag")));
}

#[test]
fn the_file_in_words_and_the_workbook_say_the_same() {
    let options = Options { form: Form::PLAIN, ..Options::default() };
    let table = table(&with_all(|data| csv::write(data, options, moment)));
    let heads = [
        "What is good? (tag: Food)",
        "What is good? (tag: =Staff)",
        "What is good? (use of the words)",
    ];
    let found = columns(&table, &heads);
    assert_eq!(found, [["Food", "", ""], ["", "'=Staff", ""], ["Quote", "", ""]]);
    let bytes = with_all(|data| xlsx::write(data, &[], moment, |_| "A kind").expect("few columns"));
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("Answers").expect("a sheet");
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    let at = |head: &str| {
        rows[0].iter().position(|cell| *cell == Data::String(head.into())).expect("it")
    };
    assert_eq!(rows[1][at(heads[0])], Data::String("Food".into()));
    assert_eq!(rows[2][at(heads[1])], Data::String("=Staff".into()));
    assert_eq!(rows[1][at(heads[2])], Data::String("Quote".into()));
    assert_eq!(rows[3][at(heads[0])], Data::Empty);
}

#[test]
fn the_codebook_says_what_tags_mean_and_that_struck_words_are_still_there() {
    let book = table(&with_all(|data| csv::write_codebook(data, Form::PLAIN, |_| "A kind")));
    let lines =
        |name: &str| -> Vec<&Vec<String>> { book.iter().filter(|row| row[0] == name).collect() };
    assert_eq!(lines("q1_tag1")[0][2], "What is good?: Food");
    assert_eq!(
        (&*lines("q1_tag1")[0][6], &*lines("q1_tag1")[0][7]),
        ("1", "The team gave it this tag")
    );
    let marks: Vec<&str> = lines("q1_mark").iter().take(3).map(|row| &*row[7]).collect();
    assert_eq!(marks, ["Quote", "Paraphrase", "Keep private"]);
    let says =
        |name| lines(name).iter().any(|row| row[7].contains("also those that were struck out"));
    assert!(says("q1_text") && !says("q3_text"), "only where some are");
    assert!(
        lines("q2_tag1").iter().all(|row| !row[6].starts_with('.')),
        "no reasons beside choices"
    );
}

#[test]
fn the_package_labels_them() {
    let about = package::About { title: "Tea", lines: &[] };
    let zip = with_all(|data| package::write(data, &about, moment, |_| "A kind"));
    let text = String::from_utf8_lossy(&zip).into_owned();
    // Nothing in the zip is packed, or it could not be read here.
    let json = text.contains("\"name\": \"q1_tag1\"") || text.starts_with("PK");
    assert!(json);
    let fields = with_all(|data| {
        data.columns(Many::Columns)
            .iter()
            .map(|column| csv::explained(data, column).codes)
            .collect::<Vec<_>>()
    });
    let marks =
        vec![(1, "Quote".to_owned()), (2, "Paraphrase".to_owned()), (3, "Keep private".to_owned())];
    assert!(fields.contains(&marks));
}

#[test]
fn without_any_of_it_the_files_are_as_before() {
    let (versions, people, english) = (versions(), people(), Words::english());
    let empty = Work::default();
    let file = |data: &Dataset| csv::write(data, Options::default(), moment);
    let plain = file(&Dataset::of(&versions, &people, &english));
    assert_eq!(file(&Dataset::of(&versions, &people, &english).with(&empty)), plain);
}

/// By the day that the phone told, and never later than the day it came.
#[test]
fn files_say_which_answers_came_after_the_closing_date() {
    let english = Words::english();
    let last = 20_000;
    let versions = [Survey { closes: Some(last), ..versions()[0].clone() }];
    let sent = |day: Option<u32>| {
        let mut person = received(1, &[(1, words("Tea"))]);
        person.response.given.day = day;
        person
    };
    let unknown = Received { response: version_of_nobody(), ..sent(Some(last + 1)) };
    let people = [sent(Some(last)), sent(Some(last + 1)), sent(None), unknown];
    let data = Dataset::of(&versions, &people, &english);
    let of = |cells, name| {
        let options = Options { cells, form: Form::PLAIN, ..Options::default() };
        columns(&table(&csv::write(&data, options, moment)), &[name])[0].clone()
    };
    assert_eq!(of(Cells::Codes, "late"), ["0", "1", "", ""]);
    assert_eq!(of(Cells::Words, "Came after closing"), ["No", "Yes", "", ""]);
    let bytes = xlsx::write(&data, &[], moment, |_| "A kind").expect("few columns");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("Answers").expect("a sheet");
    let late: Vec<String> = sheet.rows().map(|row| row[7].to_string()).collect();
    assert_eq!(late, ["Came after closing", "No", "Yes", "", ""]);
    let open = [Survey { closes: None, ..versions[0].clone() }];
    let data = Dataset::of(&open, &people[1..2], &english);
    let options = Options { cells: Cells::Codes, form: Form::PLAIN, ..Options::default() };
    let late = columns(&table(&csv::write(&data, options, moment)), &["late"])[0].clone();
    assert_eq!(late, ["0"], "a survey that never closes");
}

fn version_of_nobody() -> ask_together::model::response::Response {
    received(9, &[]).response
}
