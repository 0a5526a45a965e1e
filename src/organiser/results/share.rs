//! Results that can be shared: counts with small ones hidden. What may be shown is decided in the model.

use super::counts::{Cell, bar, figures, named};
use super::tags::shared_words;
use crate::model::codebook::CodedChoice;
use crate::model::csv::left_out_says;
use crate::model::results::chart::Figures;
use crate::model::suppress::{Counts, LeftOut, Rule, Shared, SharedWords, Shown, Table};
use crate::model::survey::Kind;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::Pictures;

/// What stands in place of a count that is hidden.
const HIDDEN: &str = "hidden";

/// The part of the screen with all questions, and what can be shared of what people wrote.
pub fn shared_part(shared: &Shared, words: &[SharedWords], rule: Rule, pictures: Pictures) -> El {
    let words_to = |table: &Table| words.iter().find(|one| one.entry.code == table.entry.code);
    let small = match rule {
        Rule::Under(least) => format!(
            "Counts from 1 to {} are hidden, and some others that would give them back.",
            least - 1
        ),
        Rule::Rounded => "Counts are rounded to the nearest 5. 1 to 7 are shown as 5.".to_owned(),
    };
    let base = match shared.people {
        Shown::Hidden => {
            "Too few people answered for themselves. Nothing can be shared yet.".to_owned()
        }
        Shown::Count(0) | Shown::About(0) => {
            "Nobody answered for themselves yet, so there is nothing to share.".to_owned()
        }
        Shown::About(_) if shared.tables.is_empty() => {
            "Too few people answered for themselves. Nothing can be shared yet.".to_owned()
        }
        shown => format!("From {} who answered for themselves, alone or with help.", people(shown)),
    };
    let notes = [small, "What someone else answered for a person is not in here.".to_owned()];
    let notes = notes.into_iter().map(|note| el("p").class("soft").text(note));
    el("div")
        .class("results-part")
        .child(el("h2").text("What people said"))
        .child(el("p").class("soft").text(base))
        .children(notes)
        .children(shared.tables.iter().map(|table| card(table, words_to(table), pictures)))
}

/// The same of what is kept apart, in a part that has its heading already.
pub fn shared_apart_part(part: El, shared: &Shared, pictures: Pictures) -> El {
    let base = match shared.people {
        Shown::Hidden => "Too few sets of answers are in to share anything of them yet.".to_owned(),
        _ if shared.tables.is_empty() => {
            "Too few sets of answers are in to share anything of them yet.".to_owned()
        }
        shown => format!(
            "From {}. These answers were sealed apart from the rest, also those that someone else gave for a person.",
            people(shown)
        ),
    };
    let cards = shared.tables.iter().map(|table| card(table, None, pictures));
    part.child(el("p").class("soft").text(base)).children(cards)
}

fn card(table: &Table, written: Option<&SharedWords>, pictures: Pictures) -> El {
    let entry = &table.entry;
    let card = el("section").class("card tally");
    let card = card.child(el("h3").class("words").attr("dir", "auto").text(entry.text.clone()));
    let written = written.map(|written| shared_words(written, pictures, people));
    let counts = match &table.counts {
        Err(LeftOut::Words) if let Some(written) = written => return card.and(written),
        Err(why) => return card.child(el("p").class("soft").text(left_out_says(*why))),
        Ok(counts) => counts,
    };
    let about = match entry.kind {
        Kind::Ranking => Some(el("p").text("How many people put each one first.")),
        _ => None,
    };
    let card = card.children(about);
    let card = match entry.kind {
        Kind::Sorting => card.child(cards(&entry.choices, &entry.piles, counts)),
        _ => card.and(lines(&entry.choices, counts, pictures)),
    };
    let notes = notes(counts, entry.kind).into_iter().map(|note| el("p").class("soft").text(note));
    let card = card.child(el("div").class("notes").children(notes));
    match written {
        Some(written) => card.and(written),
        None => card,
    }
}

/// A row of people or a bar for each choice, with its count in words.
pub fn lines(choices: &[CodedChoice], counts: &Counts, pictures: Pictures) -> El {
    let number = |shown: Shown| match shown {
        Shown::Count(count) | Shown::About(count) => count,
        Shown::Hidden => 0,
    };
    let all = || choices.iter().zip(counts.choices.iter().map(|shown| shown[0]));
    let largest = all().map(|(_, shown)| number(shown)).max().unwrap_or_default();
    let people_drawn = Figures::of(largest);
    let most = number(counts.asked);
    let line = |(choice, shown): (&CodedChoice, Shown)| {
        let drawn = match (shown, people_drawn) {
            (Shown::Hidden, _) => el("span"),
            (_, Some(drawn)) => figures(number(shown), drawn),
            (_, None) => bar(Cell { count: number(shown), most }),
        };
        el("li")
            .child(el("span").class("bar-name").children(named(pictures, choice)))
            .child(drawn)
            .child(el("span").class("bar-count").text(people(shown)))
    };
    let legend = people_drawn.filter(|drawn| drawn.each > 1).map(|Figures { each, .. }| {
        el("p").class("soft").text(format!("Each figure stands for {each} people."))
    });
    let list = el("ul").class("bars").attr("role", "list").children(all().map(line));
    parts().child(list).children(legend)
}

fn cards(choices: &[CodedChoice], piles: &[String], counts: &Counts) -> El {
    let head = |name: &String| el("th").attr("scope", "col").attr("dir", "auto").text(name.clone());
    let heads = el("tr").child(el("th").attr("scope", "col").text("Card"));
    let row = |(choice, shown): (&CodedChoice, &Vec<Shown>)| {
        let cells = shown.iter().map(|shown| el("td").text(words_of(*shown)));
        let name = el("th").attr("scope", "row").attr("dir", "auto").text(choice.text.clone());
        el("tr").child(name).children(cells)
    };
    el("table")
        .class("counts")
        .child(el("caption").text("Each number is how many people."))
        .child(el("thead").child(heads.children(piles.iter().map(head))))
        .child(el("tbody").children(choices.iter().zip(&counts.choices).map(row)))
}

fn notes(counts: &Counts, kind: Kind) -> Vec<String> {
    let were = if counts.asked == Shown::Count(1) { "was" } else { "were" };
    let mut notes = vec![format!("{} {were} asked this.", words::sentence(&people(counts.asked)))];
    if kind != Kind::Sorting {
        notes.push(match counts.unanswered {
            Shown::Hidden => "How many did not answer is hidden.".to_owned(),
            Shown::Count(0) | Shown::About(0) => "Everyone who was asked answered.".to_owned(),
            shown => format!("{} did not answer.", words::sentence(&people(shown))),
        });
    }
    notes
}

fn people(shown: Shown) -> String {
    match shown {
        Shown::Hidden => HIDDEN.to_owned(),
        Shown::Count(count) => words::count(count, "person", "people"),
        Shown::About(0) => "0 people".to_owned(),
        Shown::About(count) => format!("about {}", words::count(count, "person", "people")),
    }
}

fn words_of(shown: Shown) -> String {
    match shown {
        Shown::Hidden => HIDDEN.to_owned(),
        Shown::Count(count) => words::number(count),
        Shown::About(0) => "0".to_owned(),
        Shown::About(count) => format!("about {}", words::number(count)),
    }
}
