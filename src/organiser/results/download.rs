//! The answers as files: a workbook, spreadsheets in words or in codes, the codebook, and a zip for people who analyse
//! them. All of these hold everything, and say so. Counts that can be shared are a file of their own.

use crate::browser::file::Parts;
use crate::browser::turns::Turns;
use crate::browser::{clock, file};
use crate::model::csv::{self, Cells, Form, Options, Separator};
use crate::model::dataset::{Dataset, Many};
use crate::model::package;
use crate::model::suppress::{Rule, shared, shared_apart, shared_words};
use crate::model::xlsx::{self, TooLarge};
use crate::organiser::buttons::Work;
use crate::organiser::state::Desk;
use crate::organiser::title::title;
use crate::organiser::words;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// The id of the sentence that says what the spreadsheet is for.
const CSV_HELP: &str = "csv-help";
/// What the name of a file with all answers ends with.
const EVERYTHING: &str = "everything-do-not-share";

/// Whose answers a file holds. The two never stand in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// What people said, but for what is kept apart.
    Everybody,
    /// What is kept apart.
    Apart,
}

impl Of {
    /// What a button says after the name of its file.
    fn name(self, file: &str) -> String {
        match self {
            Of::Everybody => file.to_owned(),
            Of::Apart => [file, " of what is kept apart"].concat(),
        }
    }

    /// How an id, or the name of a file, begins.
    pub fn start(self, rest: &str) -> String {
        match self {
            Of::Everybody => rest.to_owned(),
            Of::Apart => ["kept-apart-", rest].concat(),
        }
    }
}

/// What each file is for, and those that fewer people need.
pub fn more_downloads(desk: Desk, of: Of) -> El {
    let (help, warning, more) = match of {
        Of::Everybody => (
            "“Download CSV” makes a spreadsheet. It has a row for each person, and their answers in words.",
            "All of these files hold every answer. Do not share them: they can show who someone is. To share \
             results, pick “To share” under “What to show”.",
            "More downloads",
        ),
        Of::Apart => (
            "The spreadsheet has a row for each set of answers, in an order that tells nothing. It does not say to \
             which version, when or in which language, so no row can be joined to the person’s other answers.",
            "All of these files hold every set. Do not share them: they can show who someone is. To share results, \
             pick “To share” under “What to show”.",
            "More downloads of what is kept apart",
        ),
    };
    let more = el("details")
        .child(el("summary").text(more))
        .child(el("p").class("help").text(warning))
        .child(
            el("ul")
                .attr("role", "list")
                .child(line(
                    of.name("Download Excel file"),
                    of.start("excel-help"),
                    "A workbook with the answers in words, what each column means, and where it is from. Numbers \
                     and dates can be counted with, and phone numbers keep their first 0.",
                    move || save_workbook(desk, of),
                ))
                .child(csv_with_settings(desk, of))
                .child(line(
                    of.name("Download the codebook"),
                    of.start("codebook-help"),
                    "It says what each column holds, what each code means, and which words people read in \
                     which version. Keep the files together.",
                    move || save_codebook(desk, of),
                ))
                .child(line(
                    of.name("Download zip for analysts"),
                    of.start("zip-help"),
                    "The answers in codes with their labels, ready for R, SPSS, Stata, pandas and DuckDB. A text \
                     in it says how to open them.",
                    move || save_package(desk, of),
                )),
        );
    let help = el("p").class("help").id(of.start(CSV_HELP)).text(help);
    el("div").class("downloads").child(help).child(more)
}

fn line(name: String, id: String, help: &'static str, save: impl Fn() + Send + 'static) -> El {
    let button = button("button").attr("aria-describedby", id.clone());
    let save = button.on("click", move |_| save()).text(name);
    el("li").child(save).child(el("p").class("help").id(id).text(help))
}

/// A spreadsheet as somebody's program wants it.
fn csv_with_settings(desk: Desk, of: Of) -> El {
    let options = RwSignal::new(Options::default());
    let cells = choices(
        (of.start("csv-cells"), "Answers as"),
        &[("Words", Cells::Words), ("Codes", Cells::Codes)],
        move |cells| options.update(|options| options.cells = *cells),
    );
    let many = choices(
        (of.start("csv-many"), "Questions with several choices"),
        &[
            ("A column for each choice", Many::Columns),
            ("All choices in one column", Many::Joined),
            ("Both", Many::Both),
        ],
        move |many| options.update(|options| options.many = *many),
    );
    let separator = choices(
        (of.start("csv-separator"), "Between cells"),
        &[
            ("Comma", Separator::Comma),
            ("Semicolon", Separator::Semicolon),
            ("Tab", Separator::Tab),
        ],
        move |separator| options.update(|options| options.form.separator = *separator),
    );
    let mark = el("input")
        .attr("type", "checkbox")
        .checked(move || options.with(|options| options.form.mark))
        .on("change", move |event| {
            let is = event_target_checked(&event.into());
            options.update(|options| options.form.mark = is);
        });
    let mark = el("label").class("tick").child(mark).child(el("span").text(
        "Mark the file as UTF-8 (a byte order mark). Excel needs it, some other programs do not want it",
    ));
    let zeros = "Codes are for programs that count. Where there is no answer, they say why: .s is skipped, .n is not \
                 asked, .p is “I prefer not to say”. Excel drops the first 0 of a phone number when you open a CSV \
                 with a double click: use the Excel file instead.";
    let saving = Work::new();
    let save = move || saving.start(save_answers(desk, of, options.get_untracked()));
    let name = (move || of.name("Download CSV with these settings").into(), "Making the CSV…");
    let help = of.start("csv-settings-help");
    let save = saving.button("button", name, save).attr("aria-describedby", help);
    let fields = el("div").class("look-fields").child(cells).child(many).child(separator);
    el("li")
        .class("csv-settings")
        .child(
            el("fieldset")
                .child(el("legend").class("label").text(of.name("CSV settings")))
                .child(fields)
                .child(mark),
        )
        .child(save)
        .child(el("p").class("help").id(of.start("csv-settings-help")).text(zeros))
}

/// A list to pick one of these from. The first is picked.
fn choices<T: Send + Sync + 'static>(
    (id, name): (String, &'static str),
    all: &'static [(&'static str, T)],
    pick: impl Fn(&'static T) + Send + 'static,
) -> El {
    let option = |(place, (name, _)): (usize, &(&'static str, T))| {
        el("option").attr("value", place.to_string()).text(*name)
    };
    let picked = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some((_, value)) = place.and_then(|place| all.get(place)) {
            pick(value);
        }
    };
    let select = el("select").class("text-field").id(id.clone()).on("change", picked);
    let select = select.children(all.iter().enumerate().map(option));
    el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(select)
}

/// The button that saves the answers in words. While it does, it says so.
pub fn save_csv(desk: Desk, of: Of, class: &'static str) -> El {
    let saving = Work::new();
    let save = move || saving.start(save_answers(desk, of, Options::default()));
    let of_what =
        if of == Of::Apart { "Download CSV of what is kept apart" } else { "Download CSV" };
    let name = (move || of_what.into(), "Making the CSV…");
    saving.button(class, name, save).attr("aria-describedby", of.start(CSV_HELP))
}

/// Saves the answers in turns with the page.
async fn save_answers(desk: Desk, of: Of, options: Options) {
    let what = match options.cells {
        Cells::Words => "answers",
        Cells::Codes => "answers-in-codes",
    };
    // As they are now: others may come in meanwhile.
    let (versions, received) = (desk.versions.get_untracked(), desk.received.get_untracked());
    let (sets, work) = (desk.apart.get_untracked(), untrack(|| desk.work().0));
    let data = match of {
        Of::Everybody => untrack(|| desk.laid(&versions, &received)),
        Of::Apart => match Dataset::of_apart(&versions, &sets, &desk.words) {
            Ok(data) => data,
            Err(why) => return desk.tell(&why.says()),
        },
    };
    // Looking at all that was written takes its time, and nobody works on what is kept apart.
    let is_plain = work.is_empty() || of == Of::Apart;
    let data = if is_plain { data } else { data.with(&work) };
    let mut sheet = csv::Sheet::begin(&data, options, clock::moment);
    let (mut file, mut turns) = (Parts::new(), Turns::begin());
    while let Some(rows) = sheet.next(SOME) {
        file.add(&rows);
        if turns.is_over() {
            turns.rest().await;
        }
    }
    let name = format!("{}-{EVERYTHING}", of.start(what));
    let name = format!("{}.{}", words::file_name(&title(desk), &name), CSV.0);
    tell_saved(desk, "The answers are", &name, file.save(&name, CSV.1).is_ok());
}

/// So many rows of a spreadsheet are made before the page may have its turn.
const SOME: usize = 100;

fn save_codebook(desk: Desk, of: Of) {
    let made = with_data(desk, of, |data| csv::write_codebook(data, Form::default(), words::kind));
    if let Some(bytes) = made {
        save(desk, &of.start("codebook"), CSV, ("The codebook is", &bytes));
    }
}

fn save_workbook(desk: Desk, of: Of) {
    let lines = about(desk, of);
    let made = with_data(desk, of, |data| xlsx::write(data, &lines, clock::moment, words::kind));
    match made {
        None => {}
        Some(Ok(bytes)) => {
            let name = format!("{}-{EVERYTHING}", of.start("answers"));
            save(desk, &name, XLSX, ("The answers are", &bytes));
        }
        Some(Err(TooLarge::Columns)) => {
            desk.tell(
                "There are more columns than an Excel sheet holds. Download the CSV instead.",
            );
        }
        Some(Err(TooLarge::Rows)) => {
            desk.tell(
                "There are more answers than an Excel sheet holds. Download the CSV instead.",
            );
        }
    }
}

fn save_package(desk: Desk, of: Of) {
    let (lines, title) = (about(desk, of), title(desk));
    let about = package::About { title: &title, lines: &lines };
    let made = with_data(desk, of, |data| package::write(data, &about, clock::moment, words::kind));
    if let Some(bytes) = made {
        save(desk, &format!("{}-{EVERYTHING}", of.start("data")), ZIP, ("The zip is", &bytes));
    }
}

/// Saves counts that can be shared.
pub fn save_counts(desk: Desk, rule: Rule) {
    let work = untrack(|| desk.work().0);
    let made = with_data(desk, Of::Everybody, |data| {
        let shared = shared(data, rule);
        let words = shared_words(data, &work, rule, &shared);
        let apart = desk.apart.with_untracked(|sets| {
            let apart = Dataset::of_apart(data.versions, sets, &desk.words).ok()?;
            Some(shared_apart(&apart, rule, &shared))
        });
        csv::write_counts(&shared, &words, apart.as_ref(), Form::default())
    });
    if let Some(bytes) = made {
        save(desk, "counts-to-share", CSV, ("The counts are", &bytes));
    }
}

/// What files say of themselves.
fn about(desk: Desk, of: Of) -> Vec<(String, String)> {
    let line = |what: &str, text: String| (what.to_owned(), text);
    let apart =
        "These answers were sealed apart from the rest. No row says whose other answers are whose.";
    let lines = with_data(desk, of, |data| {
        let versions: Vec<String> =
            data.versions.iter().map(|v| csv::version_name(data.versions, v)).collect();
        let mut lines = vec![
            line("Everything", "Do not share. Small numbers in it can show who someone is.".into()),
            line("Survey", title(desk)),
            line("Versions", versions.join(", ")),
            line("Responses", data.people.len().to_string()),
            line("Saved", clock::moment(clock::now()).replace('T', " ")),
            line("Made with", "Ask Together".into()),
        ];
        lines.extend(data.is_apart.then(|| line("Kept apart", apart.to_owned())));
        lines
    });
    lines.unwrap_or_default()
}

/// Makes something of a table. `None` where it can't be looked at, which is told.
fn with_data<T>(desk: Desk, of: Of, make: impl FnOnce(&Dataset) -> T) -> Option<T> {
    let work = untrack(|| desk.work().0);
    desk.versions.with_untracked(|versions| match of {
        Of::Everybody => desk.received.with_untracked(|received| {
            Some(make(&untrack(|| desk.laid(versions, received)).with(&work)))
        }),
        Of::Apart => desk.apart.with_untracked(|sets| {
            let data = Dataset::of_apart(versions, sets, &desk.words);
            data.map(|data| make(&data)).map_err(|why| desk.tell(&why.says())).ok()
        }),
    })
}

/// How the name of a file ends, and what browsers call what is in it.
type Format = (&'static str, &'static str);

const CSV: Format = ("csv", "text/csv;charset=utf-8");
const XLSX: Format = ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
const ZIP: Format = ("zip", "application/zip");

fn save(desk: Desk, what: &str, (end, kind): Format, (are, bytes): (&str, &[u8])) {
    let name = format!("{}.{end}", words::file_name(&title(desk), what));
    tell_saved(desk, are, &name, file::save(&name, kind, bytes).is_ok());
}

fn tell_saved(desk: Desk, are: &str, name: &str, is_saved: bool) {
    if is_saved {
        desk.tell(&format!("{are} saved as {}.", words::own(name)));
    } else {
        desk.tell("The file was not saved. Please try again.");
    }
}
