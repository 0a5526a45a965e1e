//! Tags on what people wrote: rows of people as for choices, and the quotes that can be shared.

use super::counts::chart;
use super::share::lines;
use super::tally::{About, Asked};
use crate::model::codebook::CodedChoice;
use crate::model::csv::left_out_says;
use crate::model::id::{APP, ChoiceId, Id};
use crate::model::suppress::{Counts, SharedWords, Shown};
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
    let choice = |one: &TagCount| named(one.tag.name.clone(), one.tag.code, one.tag.id.0);
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

/// A tag, drawn as a choice without a picture.
fn named(text: String, code: usize, id: Id) -> CodedChoice {
    CodedChoice { code, id: ChoiceId(id), text, picture: String::new() }
}

/// Whose tag it is, where that is not shown.
const NOBODY: Id = Id { author: APP, number: 0 };

/// What can be shared of what people wrote to one question.
pub fn shared_words(shared: &SharedWords, pictures: Pictures, show: fn(Shown) -> String) -> El {
    let mut all = parts();
    match &shared.tags {
        Ok(tags) if tags.is_empty() => {}
        Ok(tags) => {
            let choice = |(name, _): &(String, Shown)| named(name.clone(), 0, NOBODY);
            let choices: Vec<CodedChoice> = tags.iter().map(choice).collect();
            let counts = Counts {
                asked: shared.asked,
                unanswered: Shown::Hidden,
                choices: tags.iter().map(|(_, shown)| vec![*shown]).collect(),
            };
            let were = if shared.asked == Shown::Count(1) { "was" } else { "were" };
            let asked = format!("{} {were} asked this.", words::sentence(&show(shared.asked)));
            let base = format!("{asked} One answer can have several tags.");
            all = all
                .child(el("p").class("own-words").text("What people wrote about:"))
                .and(lines(&choices, &counts, pictures))
                .child(el("p").class("soft").text(base));
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
