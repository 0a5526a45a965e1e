//! What one chart shows: a row for each choice, with its count as it may be shared, and all of that in words for who
//! does not see it.
//!
//! Absent: how it is drawn (see [`svg`](super::svg)).

use super::edits::Key;
use crate::model::photo::is_photo;
use crate::model::phrase::{count, number, own};
use crate::model::results::chart::Figures;
use crate::model::suppress::{Counts, Shown, Table};
use crate::model::survey::Kind;

/// Most rows of a chart: as many as fit on a page.
pub const MOST_ROWS: usize = 12;

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its question.
    pub key: Key,
    /// All that it shows, in words.
    pub alt: String,
    /// From 0 to [`MOST_ROWS`].
    pub rows: Vec<Row>,
    /// How people are drawn. `None` for bars.
    pub figures: Option<Figures>,
    /// What would fill a bar.
    pub most: usize,
    /// Under the rows: what a figure stands for, what is hidden, and how many rows are not shown.
    pub notes: Vec<String>,
    /// How many rows are not shown.
    left: usize,
    /// What the words of it begin with.
    about: String,
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its words.
    pub name: String,
    /// The name of its picture, if that is one of ours. Empty for none.
    pub picture: String,
    /// How many people picked it.
    pub shown: Shown,
}

impl Chart {
    /// The chart of a question.
    pub fn of(key: Key, table: &Table, counts: &Counts) -> Self {
        let entry = &table.entry;
        let mut rows = Vec::new();
        for (choice, shown) in entry.choices.iter().zip(&counts.choices) {
            for (place, shown) in shown.iter().enumerate() {
                let name = match entry.kind {
                    Kind::Sorting => {
                        let pile = entry.piles.get(place).map_or("", String::as_str);
                        format!("{}: {}", own(&choice.text), own(pile))
                    }
                    _ => choice.text.clone(),
                };
                let picture = if is_photo(&choice.picture) { "" } else { &choice.picture };
                rows.push(Row { name, picture: picture.to_owned(), shown: *shown });
            }
        }
        let largest = rows.iter().map(|row| drawn(row.shown)).max().unwrap_or_default();
        let mut chart = Self {
            key,
            alt: String::new(),
            rows,
            figures: Figures::of(largest),
            most: drawn(counts.asked).max(largest),
            notes: Vec::new(),
            left: 0,
            about: about(&entry.text, entry.kind),
        };
        while chart.rows.len() > MOST_ROWS {
            chart.leave_one_out();
        }
        chart.say();
        chart
    }

    /// The chart with one row less, where it has too many for a page.
    pub fn without_one_row(&mut self) {
        self.leave_one_out();
        self.say();
    }

    /// Leaves out the last of the smallest rows. What is hidden goes first, and says nothing by that: it is in the
    /// same table as the others.
    fn leave_one_out(&mut self) {
        let all = self.rows.iter().enumerate().rev();
        if let Some((smallest, _)) = all.min_by_key(|(_, row)| drawn(row.shown)) {
            self.rows.remove(smallest);
            self.left += 1;
        }
    }

    /// Says in words what it shows.
    fn say(&mut self) {
        self.notes.clear();
        if let Some(Figures { each, .. }) = self.figures.filter(|figures| figures.each > 1) {
            self.notes.push(format!("1 figure means {each} people."));
        }
        if self.rows.iter().any(|row| row.shown == Shown::Hidden) {
            self.notes.push("“Hidden” means that we do not show the number.".to_owned());
        }
        if self.left > 0 {
            let them = count(self.left, "more answer is", "more answers are");
            self.notes.push(format!("{them} not in this chart."));
        }
        let rows =
            self.rows.iter().map(|row| format!("{}: {}.", own(row.name.trim()), people(row.shown)));
        let said: Vec<String> = [self.about.clone()]
            .into_iter()
            .chain(rows)
            .chain(self.notes.iter().cloned())
            .collect();
        self.alt = said.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    }
}

/// How many people are drawn for a count.
pub fn drawn(shown: Shown) -> usize {
    match shown {
        Shown::Count(count) | Shown::About(count) => count,
        Shown::Hidden => 0,
    }
}

/// A count in words.
pub fn people(shown: Shown) -> String {
    match shown {
        Shown::Hidden => "hidden".to_owned(),
        Shown::Count(some) => count(some, "person", "people"),
        Shown::About(0) => "0 people".to_owned(),
        Shown::About(some) => format!("about {} people", number(some)),
    }
}

fn about(question: &str, kind: Kind) -> String {
    let what = match kind {
        Kind::Ranking => "how many people put each one first",
        Kind::Sorting => "how many people put each card where",
        _ => "how many people gave each answer",
    };
    let question = own(question.trim());
    let end = if question.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("A chart of {what}. {question}{end}")
}
