//! The columns that every file of answers has in front: whose answers, to which version, and how they came.

use super::Cells;
use super::cell::Cell;
use crate::model::dataset::Dataset;
use crate::model::day;
use crate::model::inbox::{By, Received, is_late};
use crate::model::response::On;

/// A column in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// Names one person's answers.
    Response,
    /// The version that they answered.
    Version,
    /// When their answers were added.
    CameInAt,
    /// By which way, and whether they were given on a shared tablet.
    CameInBy,
    /// The number of the sheet of paper that they were typed in from.
    Paper,
    /// The language that they answered in.
    Language,
    /// Whether they came to the end.
    Finished,
    /// Whether they were sent after the survey closed.
    Late,
}

/// All of them, in their order.
pub const FIXED: [Fixed; 8] = [
    Fixed::Response,
    Fixed::Version,
    Fixed::CameInAt,
    Fixed::CameInBy,
    Fixed::Paper,
    Fixed::Language,
    Fixed::Finished,
    Fixed::Late,
];

/// Those of a table. What is kept apart has the name of each set alone: the version, the day, the way in and the
/// language stand beside the person's other answers too, and whatever stands in both files joins them.
pub fn fixed_of(data: &Dataset) -> &'static [Fixed] {
    if data.is_apart { &FIXED[..1] } else { &FIXED }
}

fn yes_or_no(is: bool) -> &'static str {
    if is { "Yes" } else { "No" }
}

/// How answers came: by which way, and true for those that were given on a shared tablet.
type Came = (By, bool);

/// Each way there is, with its code from 1. Those of a tablet stand behind all others, so that the codes of those never
/// change; what is typed in comes from no tablet.
fn ways() -> impl Iterator<Item = (usize, Came)> {
    let of_tablet = By::ALL.into_iter().filter(|by| *by != By::Typed);
    let all = By::ALL.into_iter().map(|by| (by, false)).chain(of_tablet.map(|by| (by, true)));
    (1..).zip(all)
}

fn came(received: &Received) -> Came {
    let is_on_tablet = received.response.given.on == On::Tablet && received.by != By::Typed;
    (received.by, is_on_tablet)
}

fn way_says((by, is_on_tablet): Came) -> String {
    let way = by.says();
    if is_on_tablet { format!("{way}, on a shared tablet") } else { way.to_owned() }
}

/// The number on the paper that these answers were typed in from. **Invariant:** never the number of a personal link,
/// by which somebody could be found.
fn paper(received: &Received) -> &str {
    let given = &received.response.given;
    let is_paper = received.by == By::Typed && given.on == On::Paper && !given.apart;
    if is_paper { &given.code } else { "" }
}

impl Fixed {
    /// What it is called in files with codes.
    pub fn name(self) -> &'static str {
        match self {
            Fixed::Response => "response",
            Fixed::Version => "version",
            Fixed::CameInAt => "came_in_at",
            Fixed::CameInBy => "came_in_by",
            Fixed::Paper => "paper_number",
            Fixed::Language => "language",
            Fixed::Finished => "finished",
            Fixed::Late => "late",
        }
    }

    /// What it is called for people.
    pub fn heading(self) -> &'static str {
        match self {
            Fixed::Response => "Response",
            Fixed::Version => "Survey version",
            Fixed::CameInAt => "Came in at",
            Fixed::CameInBy => "Came in by",
            Fixed::Paper => "Paper number",
            Fixed::Language => "Language",
            Fixed::Finished => "Finished",
            Fixed::Late => "Came after closing",
        }
    }

    /// The type of what it holds, and what that is.
    pub(super) fn about(self) -> (&'static str, &'static str) {
        match self {
            Fixed::Response => {
                ("text", "Names one person’s answers. It says nothing about who they are.")
            }
            Fixed::Version => (
                "whole number",
                "The version of the survey that they answered. Where two computers published one with the \
                 same number, the start of its name follows in brackets.",
            ),
            Fixed::CameInAt => (
                "date and time",
                "When their answers were added, by the clock of the computer that saved this.",
            ),
            Fixed::CameInBy => (
                "whole number: a code",
                "By which way their answers came in, and whether they were given on a shared tablet.",
            ),
            Fixed::Paper => (
                "text",
                "The number on the sheet of paper that their answers were typed in from. Empty for all others.",
            ),
            Fixed::Language => {
                ("text", "The language that they answered in, by its tag: en is English.")
            }
            Fixed::Finished => (
                "whole number: 1 or 0",
                "Whether they came to the end. Someone may stop before it.",
            ),
            Fixed::Late => (
                "whole number: 1 or 0",
                "Whether they were sent after the last day of the survey, by the clock of the phone. Empty \
                 where the answers do not tell their day.",
            ),
        }
    }

    /// What each code in it means.
    pub fn codes(self) -> Vec<(usize, String)> {
        match self {
            Fixed::CameInBy => ways().map(|(code, came)| (code, way_says(came))).collect(),
            Fixed::Finished | Fixed::Late => {
                [(1, true), (0, false)].map(|(code, is)| (code, yes_or_no(is).to_owned())).into()
            }
            _ => Vec::new(),
        }
    }

    /// What stands in it for one person, with the time in the organiser's own day.
    pub(super) fn cell(
        self,
        data: &Dataset,
        row: usize,
        cells: Cells,
        moment: impl Fn(u64) -> String,
    ) -> Cell {
        let received = data.people[row].received;
        match (self, cells) {
            (Fixed::CameInBy, Cells::Codes) => {
                let of_row = came(received);
                let code = ways().find_map(|(code, came)| (came == of_row).then_some(code));
                Cell::Number(code.unwrap_or_default().to_string())
            }
            (Fixed::Finished, Cells::Codes) => {
                Cell::Number(u8::from(!received.response.given.unfinished).to_string())
            }
            (Fixed::Late, cells) => match (Fixed::is_late(data, row, moment), cells) {
                (None, _) => Cell::empty(),
                (Some(is), Cells::Codes) => Cell::Number(u8::from(is).to_string()),
                (Some(is), Cells::Words) => Cell::Text(yes_or_no(is).to_owned()),
            },
            // Spreadsheets take it for a time with a space; other programs with a T, as ISO 8601 has it.
            (Fixed::CameInAt, Cells::Words) => Cell::Text(moment(received.at).replace('T', " ")),
            (Fixed::CameInAt, Cells::Codes) => Cell::Text(moment(received.at)),
            (Fixed::Version, _) => {
                let name = self.text(data, row);
                match name.parse::<u32>() {
                    Ok(_) => Cell::Number(name),
                    Err(_) => Cell::Text(name),
                }
            }
            _ => Cell::Text(self.text(data, row)),
        }
    }

    /// Whether a person's answers were sent after the survey closed. `None` where nobody knows. `moment` gives the day
    /// on which they came, by the organiser's clock.
    pub fn is_late(data: &Dataset, row: usize, moment: impl Fn(u64) -> String) -> Option<bool> {
        let received = data.people[row].received;
        data.people[row].version?;
        received.response.given.day?;
        let came = moment(received.at).get(..10).and_then(day::read)?;
        Some(is_late(data.versions, received, came))
    }

    /// What a person reads in it. Empty for the time, which is a number, and for what depends on it.
    pub fn text(self, data: &Dataset, row: usize) -> String {
        let received = data.people[row].received;
        match self {
            // The letter keeps spreadsheets from reading an id of digits as a number.
            Fixed::Response => format!("r{}", received.response.id),
            Fixed::Version => data.version_of(row),
            Fixed::CameInAt | Fixed::Late => String::new(),
            Fixed::CameInBy => way_says(came(received)),
            Fixed::Paper => paper(received).to_owned(),
            Fixed::Language => {
                data.language(row).map(|language| language.tag().to_owned()).unwrap_or_default()
            }
            Fixed::Finished => yes_or_no(!received.response.given.unfinished).to_owned(),
        }
    }
}
