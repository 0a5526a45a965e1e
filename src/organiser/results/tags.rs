//! Tags on what people wrote: rows of people as for choices, and the quotes that can be shared.

use super::counts::chart;
use super::tally::{About, Asked};
use crate::model::codebook::CodedChoice;
use crate::model::csv::left_out_says;
use crate::model::id::ChoiceId;
use crate::model::suppress::{SharedWords, Shown};
use crate::model::written::{TagCount, TagTally};
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use crate::ui::picture::Pictures;

/// The tags of one question, for its card.
pub fn tag_chart(tally: &TagTally, about: About, pictures: Pictures) -> El {
    let asked = match about {
        About::People { of } | About::Everybody { of } => Asked::People { of },
        About::Others { of } => Asked::Others { of },
    };
    let choice = |one: &TagCount| CodedChoice {
        code: one.tag.code,
        id: ChoiceId(one.tag.id.0),
        text: one.tag.name.clone(),
        picture: String::new(),
    };
    let choices: Vec<CodedChoice> = tally.tags.iter().map(choice).collect();
    let counted: Vec<_> = choices.iter().zip(tally.tags.iter().map(|one| one.people)).collect();
    let wrote = match asked {
        Asked::Others { .. } => format!("Something was written {}.", asked.count(tally.wrote)),
        _ => format!("{} wrote something.", asked.count(tally.wrote)),
    };
    let untagged = match tally.untagged {
        0 => "All of it has a tag.".to_owned(),
        some => format!("Without a tag: {}.", asked.count(some)),
    };
    let base = format!("{wrote} {untagged} One answer can have several tags.");
    parts()
        .child(el("p").class("own-words").text("Your tags on what people wrote:"))
        .and(chart(&counted, tally.wrote, (asked, pictures)))
        .child(el("p").class("soft").text(base))
}

/// What can be shared of what people wrote to one question.
pub fn shared_words(shared: &SharedWords, show: fn(Shown) -> String) -> El {
    let mut all = parts();
    match &shared.tags {
        Ok(tags) if tags.is_empty() => {}
        Ok(tags) => {
            let row = |(name, shown): &(String, Shown)| {
                let name = el("th").attr("scope", "row").attr("dir", "auto").text(name.clone());
                el("tr").child(name).child(el("td").text(show(*shown)))
            };
            let head = |name: &'static str| el("th").attr("scope", "col").text(name);
            let table =
                el("table")
                    .class("counts")
                    .child(el("caption").text(
                        "How many people wrote about what. One answer can have several tags.",
                    ))
                    .child(el("thead").child(el("tr").child(head("Tag")).child(head("People"))))
                    .child(el("tbody").children(tags.iter().map(row)));
            let were = if shared.asked == Shown::Count(1) { "was" } else { "were" };
            let asked = format!("{} {were} asked this.", words::sentence(&show(shared.asked)));
            all = all.child(table).child(el("p").class("soft").text(asked));
        }
        Err(why) => {
            let says = left_out_says(*why).replacen("Left out", "Tags are left out", 1);
            all = all.child(el("p").class("soft").text(says));
        }
    }
    match &shared.quotes {
        Ok(quotes) if quotes.is_empty() => all,
        Ok(quotes) => {
            let quote = |one: &crate::model::written::Quote| {
                el("li").attr("dir", "auto").text(format!("“{}”", one.words.trim()))
            };
            all.child(el("p").class("own-words").text("In people’s own words:")).child(
                el("ul").class("quotes").attr("role", "list").children(quotes.iter().map(quote)),
            )
        }
        Err(why) => {
            let says = left_out_says(*why).replacen("Left out", "Quotes are left out", 1);
            all.child(el("p").class("soft").text(says))
        }
    }
}
