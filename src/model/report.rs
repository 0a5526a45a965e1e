//! An easy-read report on what people said, of at most 5 pages: what we asked, who answered, what they said, what
//! happens next.
//!
//! The table of who said what goes in, with what the organiser wrote and picked; one [`Report`] comes out. The screen,
//! the printed pages, Word, PowerPoint and each chart as a picture draw from that one value. A report is made to be
//! shared, so it sees counts by way of [`suppress`](super::suppress) alone: nothing else of the table is read.
//!
//! Absent: how a picture becomes pixels (a browser does that), and where an organiser's words are kept
//! (see [`wire`](super::wire)). Written answers are in it as far as an organiser puts them in as quotes.

pub mod chart;
pub mod docx;
mod edits;
mod fit;
mod package;
pub mod pptx;
pub mod svg;
mod texts;
mod xml;

pub use chart::Chart;
pub use edits::{Edits, Key, LONGEST_QUOTE, MOST_QUOTES, Own, Slot};
pub use package::Images;

use super::codebook::oldest_first;
use super::dataset::Dataset;
use super::photo::is_photo;
use super::pictures;
use super::review::Step;
use super::standard::HELP;
use super::suppress::{LeftOut, Shared, Table, shared, shared_apart};
use super::survey::Survey;

/// Most pages: a longer report is not read (Tuffrey-Wijne).
pub const MOST_PAGES: usize = 5;
/// How many questions a report begins with. Organisers tick more.
pub const FIRST_QUESTIONS: usize = 8;

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it is called, without line ends.
    pub title: String,
    /// The language of what it says itself, as HTML has it. A line of another language says so.
    pub language: String,
    /// From 1 to [`MOST_PAGES`].
    pub pages: Vec<Page>,
    /// Every question that can be ticked, in the order of the survey.
    pub questions: Vec<Offered>,
}

/// What goes on one sheet of paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// One after another.
    pub parts: Vec<Part>,
}

/// A heading and what is under it. It never breaks over two pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its heading, and of which level: 1 for the title, 2 and 3 below. Without one it belongs to the part before it.
    pub heading: Option<(u8, Line)>,
    /// What stands left of the heading.
    pub picture: Option<Shows>,
    /// What is under it, in order.
    pub blocks: Vec<Block>,
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Words.
    Words(Line),
    /// What a chart says, in a sentence.
    Finding(Line),
    /// A chart.
    Chart(Chart),
    /// Who was asked, and who did not answer.
    Base(Line),
    /// What somebody wrote: which of the quotes, from 0, and the words.
    Quote(usize, String),
    /// Whose pictures these are.
    Credit(String),
}

/// Words that an organiser can write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which they are.
    pub slot: Slot,
    /// What stands there, without blank lines. Each line of it is a paragraph. Never empty.
    pub text: String,
    /// What the app says there by itself. The same where nobody wrote over it.
    pub ours: String,
    /// True where somebody wrote over it, and the app would now say something else than it did then.
    pub is_older: bool,
    /// Its language where that is not the report's.
    pub language: Option<String>,
}

/// A picture of ours, with what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shows {
    /// Its name.
    pub name: String,
    /// Its words. Never empty.
    pub alt: String,
}

/// A question that a report can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Which question.
    pub key: Key,
    /// Its words.
    pub text: String,
    /// Whether it is in the report.
    pub is: Is,
}

/// Whether a question is in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// It is.
    In,
    /// Nobody ticked it.
    Unticked,
    /// It is ticked, and does not fit on 5 pages.
    NoRoom,
    /// It can't be shared.
    LeftOut(LeftOut),
}

/// The report on these answers, as the organiser edited it.
pub fn report(data: &Dataset, edits: &Edits) -> Report {
    report_on(data, None, edits, None)
}

/// The same, which also says how people took part in the making, where the group has said so. The questions whose
/// answers are kept `apart` come after the others, and are for who ticks them.
pub fn report_on(
    data: &Dataset,
    apart: Option<&Dataset>,
    edits: &Edits,
    took_part: Option<Step>,
) -> Report {
    let mut shared = shared(data, edits.rule);
    let together = shared.tables.len();
    // Too few people for any question are too few for these.
    if let Some(apart) = apart.filter(|_| together > 0) {
        let mut more = shared_apart(apart, edits.rule, &shared).tables;
        // A question that was kept apart in one version alone has one name, and is in the report once.
        more.retain(|table| shared.tables.iter().all(|own| own.entry.code != table.entry.code));
        shared.tables.extend(more);
    }
    let newest = oldest_first(data.versions).last().copied();
    let keys = keys(&shared);
    let can = |at: &usize| shared.tables[*at].counts.is_ok();
    // The first that say something: a chart of hidden numbers is for who asks for it.
    let says =
        |at: &usize| shared.tables[*at].entry.id != HELP && says_something(&shared.tables[*at]);
    let first = || (0..together).filter(can).filter(says);
    let picked: Vec<usize> = match &edits.questions {
        None => first().take(FIRST_QUESTIONS).collect(),
        Some(picked) => {
            (0..keys.len()).filter(can).filter(|at| picked.contains(&keys[*at])).collect()
        }
    };
    let filled = |in_it: usize| {
        let texts = texts::Texts { edits, in_it, newest, shared: &shared, took_part };
        let asked: Vec<Part> =
            picked.iter().map(|at| question(&texts, keys[*at], *at, newest)).collect();
        let (before, after) = (opening(&texts), closing(&texts));
        let credit = texts::credit(before.iter().chain(&asked).chain(&after));
        let after: Vec<Part> = after.into_iter().chain(credit).collect();
        fit::pages(before, &texts.said(), asked, after)
    };
    // It says how many questions are in it, and so that many have to be.
    let mut in_it = picked.len();
    let (pages, fitting) = loop {
        let (pages, fitting) = filled(in_it);
        if fitting >= in_it {
            break (pages, fitting);
        }
        in_it = fitting;
    };
    let is = |at: usize| match &shared.tables[at].counts {
        Err(why) => Is::LeftOut(*why),
        Ok(_) => match picked.iter().position(|picked| *picked == at) {
            None => Is::Unticked,
            Some(place) if place < fitting => Is::In,
            Some(_) => Is::NoRoom,
        },
    };
    let offered = |at: usize| {
        let text = shared.tables[at].entry.text.clone();
        Offered { key: keys[at], text, is: is(at) }
    };
    Report {
        title: texts::Texts { edits, in_it, newest, shared: &shared, took_part }
            .line(Slot::Title)
            .text
            .replace('\n', " "),
        language: "en-GB".to_owned(),
        pages,
        questions: (0..keys.len()).map(offered).collect(),
    }
}

impl Report {
    /// Every part, in order.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.pages.iter().flat_map(|page| &page.parts)
    }

    /// Every chart, in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.parts().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// What stands over the chart of a question.
    pub fn heading_of(&self, key: Key) -> Option<&str> {
        let mut last = None;
        for part in self.parts() {
            last = part.heading.as_ref().map(|(_, line)| &*line.text).or(last);
            let is_it = |block: &Block| matches!(block, Block::Chart(chart) if chart.key == key);
            if part.blocks.iter().any(is_it) {
                return last;
            }
        }
        None
    }

    /// The names of all its pictures, each once: beside headings, and in charts.
    pub fn pictures(&self) -> Vec<String> {
        let beside = self.parts().filter_map(|part| Some(part.picture.as_ref()?.name.clone()));
        let rows = self.charts().flat_map(|chart| &chart.rows).map(|row| row.picture.clone());
        let mut all: Vec<String> = beside.chain(rows).filter(|name| !name.is_empty()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Every line that can be written over, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.parts().flat_map(|part| {
            let heading = part.heading.as_ref().map(|(_, line)| line);
            heading.into_iter().chain(part.blocks.iter().filter_map(|block| match block {
                Block::Words(line) | Block::Finding(line) | Block::Base(line) => Some(line),
                Block::Chart(_) | Block::Quote(..) | Block::Credit(_) => None,
            }))
        })
    }
}

/// True where a count of people is shown.
fn says_something(table: &Table) -> bool {
    let counts = table.counts.iter().flat_map(|counts| counts.choices.iter().flatten());
    counts.into_iter().any(|shown| chart::drawn(*shown) > 0)
}

/// What names each table: its question, and which of those with this id it is.
fn keys(shared: &Shared) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for table in &shared.tables {
        let same = |other: &&Table| {
            other.entry.id == table.entry.id && other.entry.code < table.entry.code
        };
        let nth = shared.tables.iter().filter(same).count() as u8;
        keys.push(Key { question: table.entry.id, nth });
    }
    keys
}

/// What stands in front of the questions.
fn opening(texts: &texts::Texts) -> Vec<Part> {
    let title = Part { heading: Some((1, texts.line(Slot::Title))), ..Part::default() };
    let part = |picture: &str, head: Slot, words: Slot| Part {
        heading: Some((2, texts.line(head))),
        picture: ours(picture, ""),
        blocks: vec![Block::Words(texts.line(words))],
    };
    vec![
        title,
        part("1F4DD", Slot::AskedHead, Slot::Asked),
        part("1F465", Slot::WhoHead, Slot::Who),
    ]
}

/// What stands behind them.
fn closing(texts: &texts::Texts) -> Vec<Part> {
    let quotes = texts.quotes();
    let quoted = (!quotes.is_empty()).then(|| Part {
        heading: Some((2, texts.line(Slot::QuotesHead))),
        picture: ours("1F4AC", ""),
        blocks: quotes.into_iter().map(|(at, text)| Block::Quote(at, text)).collect(),
    });
    let next = Part {
        heading: Some((2, texts.line(Slot::NextHead))),
        picture: ours("1F91D", ""),
        blocks: vec![Block::Words(texts.line(Slot::Next))],
    };
    quoted.into_iter().chain([next]).collect()
}

fn question(texts: &texts::Texts, key: Key, at: usize, newest: Option<&Survey>) -> Part {
    let table = &texts.shared.tables[at];
    let asked = newest.and_then(|survey| survey.question(key.question));
    let blocks = match &table.counts {
        Ok(counts) => vec![
            Block::Finding(texts.finding(key, table, counts)),
            Block::Chart(Chart::of(key, table, counts)),
            Block::Base(texts.base(key, table, counts)),
        ],
        Err(_) => Vec::new(),
    };
    Part {
        heading: Some((3, texts.question(key, &table.entry.text))),
        picture: asked.and_then(|asked| ours(&asked.picture, &asked.picture_alt)),
        blocks,
    }
}

/// A picture of ours by its name. `None` for a photo: it may show somebody, and a report goes anywhere.
fn ours(name: &str, alt: &str) -> Option<Shows> {
    if name.is_empty() || is_photo(name) {
        return None;
    }
    let alt = match alt.trim() {
        "" => pictures::name(name).unwrap_or("a picture"),
        alt => alt,
    };
    Some(Shows { name: name.to_owned(), alt: alt.to_owned() })
}
