//! What people said: a card for each question with its numbers, the words they did not know, and
//! each suggestion. Each round by itself: between two rounds the words may have changed, and where they
//! are not those of now, the words that people read stand with what they said.

use super::came::{Adds, add};
use super::read::{contents, they_read};
use super::suggestion::suggestion;
use crate::browser::page;
use crate::model::draft::{self, Place};
use crate::model::glossary::Content;
use crate::model::id::QuestionId;
use crate::model::review::{HardWord, Making, RoundId, hard_words, tally};
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::glossary::{agreed_words, explain_agreed};
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The id of the heading. The focus goes there from what goes away.
pub const HEADING: &str = "said";

/// The screen below its heading: what people said, and the card that adds notes, which is open while
/// there are none.
pub fn said(desk: Desk) -> El {
    let unread = Memo::new(move |_| desk.draft.with(|draft| draft.content().making.unread()));
    // How many people there are in each round. Who took part in two is in both.
    let people = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let making = &draft.content().making;
            let rounds = making.rounds.iter().map(|round| making.notes.reviewers(round.id).count());
            rounds.collect::<Vec<_>>()
        })
    });
    // Which cards there are. Each draws itself anew when its own notes change.
    let abouts = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let all = content.questions.iter().map(|question| Some(question.id));
            let mut all: Vec<_> = core::iter::once(None).chain(all).collect();
            let about: BTreeSet<_> =
                content.making.notes.iter().map(|(.., note)| note.question).collect();
            all.retain(|question| about.contains(question));
            // What was said about a question stays when the question is deleted.
            all.extend(
                about
                    .into_iter()
                    .filter(|question| question.is_some_and(|id| content.question(id).is_none())),
            );
            all
        })
    });
    let read = contents(desk);
    let head = move || {
        let people = match &people.get()[..] {
            rounds if rounds.iter().all(|count| *count == 0) => return String::new(),
            [people] => {
                format!("{} sent notes.", words::count(*people, "person has", "people have"))
            }
            rounds => {
                let round = |(count, number): (&usize, usize)| {
                    format!("Round {number}: {}.", words::count(*count, "person", "people"))
                };
                let rounds: Vec<_> = rounds.iter().zip(1..).map(round).collect();
                rounds.join(" ")
            }
        };
        match unread.get() {
            0 => format!("{people} You have read all of them."),
            1 => format!("{people} 1 note is new."),
            new => format!("{people} {new} notes are new."),
        }
    };
    let has_none = Memo::new(move |_| abouts.with(Vec::is_empty));
    // The card stays open for the next notes: it is closed only where notes are there to begin with.
    let open = has_none.get_untracked().then_some("");
    let adding = el("details")
        .class("card fold")
        .attr_if("open", open)
        .child(el("summary").child(el("h2").text("Add notes that people sent you")))
        .child(add(desk, Adds::Notes));
    let heading = el("h2").id(HEADING).attr("tabindex", "-1").text("What people said");
    let mark = button("button", "Mark as read", move || {
        desk.read_all();
        // The button goes away.
        page::focus_soon(HEADING);
    });
    let row = el("div")
        .class("heading-row")
        .child(el("p").live_text(head))
        .child(mark.hidden(move || unread.get() == 0));
    let agreed = agreed_words(desk);
    let none = "Nobody has sent notes yet. When they do, add them above.";
    parts().child(adding).child(
        el("section")
            .class("said")
            .attr("aria-labelledby", HEADING)
            .child(heading)
            .child(row.hidden(move || has_none.get()))
            .live(move || unknown_words(desk, agreed).into_iter().collect())
            .live(move || match abouts.get() {
                abouts if abouts.is_empty() => vec![el("p").class("card empty").text(none)],
                some => some.into_iter().map(|about| card(desk, read, about)).collect(),
            }),
    )
}

/// Words that people did not know, and that are not explained yet.
fn unknown_words(desk: Desk, agreed: Memo<Content>) -> Option<El> {
    let open = desk.draft.with(|draft| {
        let content = draft.content();
        let mut words = hard_words(&content.making.notes);
        words.retain(|(word, _)| {
            content.meanings.iter().all(|meaning| meaning.word.trim().to_lowercase() != *word)
        });
        let counted = |(word, rounds): HardWord| (word, who_does_not(&content.making, &rounds));
        words.into_iter().map(counted).collect::<Vec<_>>()
    });
    if open.is_empty() {
        return None;
    }
    let line = |(word, people): (String, String)| {
        let name = format!("Explain {word}", word = words::quoted(&word));
        let explain = button("button", name, {
            let word = word.clone();
            move || desk.explain_word(&word, String::new())
        });
        let says = el("span")
            .attr("dir", "auto")
            .text(format!("{word}: {people} not know it.", word = words::quoted(&word)));
        let item = el("li").child(says);
        match agreed.with(|content| explain_agreed(desk, content, &word)) {
            Some((says, press)) => {
                item.child(el("span").attr("dir", "auto").text(says)).children([press, explain])
            }
            None => item.child(explain),
        }
    };
    Some(
        el("div")
            .class("card")
            .child(el("h3").text("Words people do not know"))
            .child(el("p").class("help").text("Use another word, or explain it."))
            .child(
                el("ul").class("unknown").attr("role", "list").children(open.into_iter().map(line)),
            ),
    )
}

/// "2 people do", or by round where it was said in more than one: one person may be in both.
fn who_does_not(making: &Making, rounds: &[(RoundId, usize)]) -> String {
    if let [(_, count)] = rounds {
        return words::count(*count, "person does", "people do");
    }
    let mut rounds = rounds.to_vec();
    rounds.sort_by_key(|(round, _)| making.number_of(*round));
    let one = |(round, count): (RoundId, usize)| {
        let people = words::count(count, "person", "people");
        format!("{people} in {}", round_name(making, round))
    };
    let all: Vec<String> = rounds.into_iter().map(one).collect();
    format!("{} do", all.join(" and "))
}

/// "round 2". A round may be on another computer.
fn round_name(making: &Making, round: RoundId) -> String {
    let number = making.number_of(round);
    number.map_or_else(|| "another round".to_owned(), |number| format!("round {number}"))
}

/// What was said about one question, or about all of it.
fn card(
    desk: Desk,
    read: Memo<BTreeMap<RoundId, draft::Content>>,
    about: Option<QuestionId>,
) -> El {
    let title = move || match about {
        None => "The whole survey".to_owned(),
        Some(id) => desk.draft.with(|draft| {
            let content = draft.content();
            let show = |text: &str| words::or(&marks::show(content, text), words::NO_WORDS);
            match content.text(Place::Question(id)) {
                Some(text) => show(text),
                None => {
                    format!("{} (deleted)", show(draft.last_words(id).unwrap_or_default()))
                }
            }
        }),
    };
    // With more than one round, each has a heading.
    let rounds = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let making = &draft.content().making;
            let heard = making.heard_in(about);
            let has_one = making.rounds.len() == 1 && heard == [making.rounds[0].id];
            let name = |round| (!has_one).then(|| words::sentence(&round_name(making, round)));
            heard.into_iter().map(|round| (round, name(round))).collect::<Vec<_>>()
        })
    });
    el("article").class("card said-card").child(el("h3").attr("dir", "auto").live_text(title)).live(
        move || {
            let parts = |(round, name)| in_round(desk, read, about, round, name);
            rounds.get().into_iter().flat_map(parts).collect()
        },
    )
}

/// What was said in one round: its name, if there are several, the numbers, and each suggestion.
fn in_round(
    desk: Desk,
    read: Memo<BTreeMap<RoundId, draft::Content>>,
    about: Option<QuestionId>,
    round: RoundId,
    name: Option<String>,
) -> Vec<El> {
    let tally = Memo::new(move |_| {
        desk.draft.with(|draft| tally(&draft.content().making.notes, round, about))
    });
    let numbers = move || {
        let [easy, hard, not_ok] = tally.with(|tally| tally.ease);
        let number = |class: &'static str, count: usize, name: &'static str| {
            let people = words::count(count, "person", "people");
            (count > 0).then(|| el("li").class(class).text(format!("{name}: {people}")))
        };
        let all = [
            number("ease easy", easy, "Easy"),
            number("ease hard", hard, "Hard"),
            number("ease not-ok", not_ok, "Not OK"),
        ];
        vec![el("ul").class("eases").attr("role", "list").children(all.into_iter().flatten())]
    };
    let hard = move || {
        tally.with(|tally| {
            let word = |(word, count): &(String, usize)| {
                el("li").attr("dir", "auto").text(format!("{word} ({count})"))
            };
            let words: Vec<El> = tally.words.iter().map(word).collect();
            match words.is_empty() {
                true => Vec::new(),
                false => vec![
                    el("p").class("said-kind").text("Words they do not know"),
                    el("ul").class("hard").attr("role", "list").children(words),
                ],
            }
        })
    };
    let names = Memo::new(move |_| tally.with(|tally| tally.said.clone()));
    let part = el("div")
        .class("said-round")
        .live(they_read(desk, read, round, about))
        .live(numbers)
        .live(hard)
        .live(move || names.get().into_iter().map(|name| suggestion(desk, name)).collect());
    name.map(|name| el("h4").text(name)).into_iter().chain([part]).collect()
}
