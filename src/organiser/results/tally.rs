//! The card of one question: what people said to it, in the way that suits its kind, and who did
//! not answer it.

use super::counts::{Cell, chart, table};
use super::lists::{dates, listed, numbers};
use crate::model::results::Tally;
use crate::model::results::summary::{Summary, summary};
use crate::model::standard::OTHER;
use crate::model::survey::Kind;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::Pictures;

/// Whose answers a part of the results holds, and of how many people. Not all of them need to have
/// been asked each question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// People who answered for themselves.
    People { of: usize },
    /// People for whom somebody else answered.
    Others { of: usize },
    /// All of them.
    Everybody { of: usize },
}

/// What the counts of a question count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// People, of so many.
    People { of: usize },
    /// People, of so many, who did not answer themselves.
    Others { of: usize },
    /// Times: one person can be asked again.
    Times,
}

impl Asked {
    /// A count in words: "1 person", "for 2 people", "2 times".
    pub fn count(self, number: usize) -> String {
        let people = || words::count(number, "person", "people");
        match self {
            Asked::People { .. } => people(),
            Asked::Others { .. } => format!("for {}", people()),
            Asked::Times => words::count(number, "time", "times"),
        }
    }
}

/// One question.
pub fn tally_card(tally: &Tally, about: About, pictures: Pictures) -> El {
    let (asked, part) = match about {
        About::People { of } => (Asked::People { of }, "asked"),
        About::Others { of } => (Asked::Others { of }, "asked-others"),
        About::Everybody { of } => (Asked::People { of }, "asked-all"),
    };
    let asked = if tally.is_repeated { Asked::Times } else { asked };
    let id = format!("{part}-{}", tally.entry.code);
    let notes = notes(tally, asked).into_iter().map(|note| el("p").class("soft").text(note));
    let heading = el("h3").class("words").id(id.clone()).attr("dir", "auto");
    el("section")
        .class("card tally")
        .child(heading.text(tally.entry.text.clone()))
        .children(summary(tally).map(|found| in_a_sentence(tally, asked, found)))
        .and(said(tally, (asked, pictures), id))
        .child(el("div").class("notes").children(notes))
}

/// What most people said, in a sentence. Who reads one line of a card reads this.
fn in_a_sentence(tally: &Tally, asked: Asked, found: Summary) -> El {
    let name = |choice: usize| words::quoted(&tally.entry.choices[choice].text);
    let of = words::number(tally.answered);
    // What is done with a choice: by people, to one choice and to several.
    let [does, is_done, are_done] = match tally.entry.kind {
        Kind::Ranking => ["put", "was put first", "were put first"],
        kind if kind.picks_many() => ["picked", "was picked", "were picked"],
        _ => ["said", "was said", "were said"],
    };
    let first = if tally.entry.kind == Kind::Ranking { " first" } else { "" };
    let (lead, rest) = match (found, asked) {
        (Summary::Everyone { choice }, Asked::People { .. }) if tally.answered == 1 => {
            ("1 person answered:".to_owned(), format!("{}.", name(choice)))
        }
        (Summary::Everyone { choice }, Asked::People { .. }) => (
            format!("Everyone who answered {does} {}{first}:", name(choice)),
            format!("{of} people."),
        ),
        (Summary::Everyone { choice }, Asked::Others { .. }) => (
            format!("The answer was {} each time:", name(choice)),
            format!("{}.", asked.count(tally.answered)),
        ),
        (Summary::Everyone { choice }, Asked::Times) => (
            format!("{} {is_done} every time:", name(choice)),
            format!("{}.", asked.count(tally.answered)),
        ),
        (Summary::Most { choice, count }, Asked::People { .. }) => {
            let lead = format!("Most people {does} {}{first}:", name(choice));
            (lead, format!("{} of the {of} people who answered.", words::number(count)))
        }
        (Summary::Most { choice, count }, _) => often(&name(choice), is_done, asked, (count, &of)),
        (Summary::Often { choices, count }, _) => match *choices {
            [choice] => often(&name(choice), is_done, asked, (count, &of)),
            _ => {
                let names: Vec<String> = choices.into_iter().map(name).collect();
                let lead = format!("{} {are_done} most often:", words::and(&names));
                (lead, format!("{} each.", asked.count(count)))
            }
        },
    };
    el("p").class("finding").child(el("strong").text(lead)).text(" ").text(rest)
}

fn often(name: &str, is_done: &str, asked: Asked, (count, of): (usize, &str)) -> (String, String) {
    let rest = match asked {
        Asked::People { .. } => {
            format!("{} of the {of} people who answered.", words::number(count))
        }
        Asked::Others { .. } => format!("for {} of {of} people.", words::number(count)),
        Asked::Times => format!("{} of {of} times.", words::number(count)),
    };
    (format!("{name} {is_done} most often:"), rest)
}

/// What people said. `about` is the id of the question's heading.
fn said(tally: &Tally, shown: (Asked, Pictures), about: String) -> El {
    let kind = tally.entry.kind;
    let choices = || tally.entry.choices.iter();
    if kind.picks_one() || kind.picks_many() {
        let counted: Vec<_> = choices().zip(tally.counts.iter().copied()).collect();
        let chart = parts().child(chart(&counted, tally.answered, shown));
        if tally.written.is_empty() {
            return chart;
        }
        let other = tally.entry.choice(OTHER).map_or("", |choice| &choice.text);
        let own = format!("{other}, in people’s own words:", other = words::quoted(other));
        return chart
            .child(el("p").class("own-words").text(own))
            .and(listed(tally.written.clone(), about));
    }
    if kind.is_typed() && !matches!(kind, Kind::Number | Kind::Date | Kind::Month) {
        return match tally.written.is_empty() {
            true => parts().child(el("p").text("No one wrote anything.")),
            false => listed(tally.written.clone(), about),
        };
    }
    if tally.answered == 0 {
        return parts().child(el("p").text("No one answered this."));
    }
    let most = tally.answered;
    let cells =
        |counts: &[usize]| counts.iter().map(|count| Cell { count: *count, most }).collect();
    match kind {
        Kind::Ranking => {
            let counts = tally.counts.iter().zip(&tally.ranked);
            let rows = choices().zip(counts).map(|(c, (first, all))| (c, cells(&[*first, *all])));
            let columns = vec!["Put it first".to_owned(), "Gave it a place".to_owned()];
            parts().child(table("Choice", columns, rows, shown))
        }
        Kind::Sorting => {
            let rows = choices().zip(&tally.sorted).map(|(choice, places)| (choice, cells(places)));
            parts().child(table("Card", tally.entry.piles.clone(), rows, shown))
        }
        Kind::Number => numbers(tally.numbers.clone(), tally.middle(), about),
        _ => dates(&tally.dates, about),
    }
}

/// Who was asked, and who did not answer.
fn notes(tally: &Tally, asked: Asked) -> Vec<String> {
    let times = tally.answered + tally.preferred_not + tally.skipped + tally.unfit;
    let mut notes = Vec::new();
    match asked {
        Asked::Times => notes.push(format!("Asked {}.", asked.count(times))),
        Asked::People { .. } | Asked::Others { .. } if times == 0 => {
            notes.push("No one was asked this.".to_owned());
        }
        Asked::People { of } if times < of => {
            let were = if times == 1 { "was" } else { "were" };
            notes.push(format!("{times} of {of} people {were} asked this."));
        }
        Asked::Others { of } if times < of => {
            notes.push(format!("This was asked for {times} of {of} people."));
        }
        Asked::People { .. } | Asked::Others { .. } => {}
    }
    if tally.preferred_not > 0 {
        let count = asked.count(tally.preferred_not);
        notes.push(match asked {
            Asked::People { .. } => format!("{count} preferred not to say."),
            Asked::Others { .. } => format!("“I prefer not to say” was the answer {count}."),
            Asked::Times => format!("{count} people preferred not to say."),
        });
    }
    if tally.entry.kind.can_skip() && times > 0 {
        notes.push(match (tally.skipped, asked) {
            (0, _) => "No one skipped this.".to_owned(),
            (some, Asked::People { .. }) => format!("{} skipped this.", asked.count(some)),
            (some, Asked::Others { .. } | Asked::Times) => {
                format!("Skipped {}.", asked.count(some))
            }
        });
    }
    match tally.unfit {
        0 => {}
        1 => notes.push("1 answer does not fit this question. It is not counted.".to_owned()),
        some => {
            notes.push(format!("{some} answers do not fit this question. They are not counted."))
        }
    }
    notes
}
