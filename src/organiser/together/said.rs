//! What people said: a card for each question with its numbers, the words they did not know, and
//! each suggestion.

use super::suggestion::suggestion;
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::review::{Tally, hard_words, tally};
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The id of the heading. The focus goes there from what goes away.
pub const HEADING: &str = "said";

/// The part of the screen.
pub fn said(desk: Desk) -> El {
    let unread = Memo::new(move |_| desk.draft.with(|draft| draft.content().making.unread()));
    let people = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let making = &draft.content().making;
            let rounds = making.rounds.iter();
            rounds.map(|round| making.notes.reviewers(round.id).count()).sum::<usize>()
        })
    });
    // Which cards there are. Each draws itself anew when its own notes change.
    let abouts = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let notes = &content.making.notes;
            let all = content.questions.iter().map(|question| Some(question.id));
            let all = core::iter::once(None).chain(all);
            all.filter(|about| tally(notes, *about) != Tally::default()).collect::<Vec<_>>()
        })
    });
    let head = move || {
        if people.get() == 0 {
            return String::new();
        }
        let people = words::count(people.get(), "person has", "people have");
        match unread.get() {
            0 => format!("{people} sent notes. You have read them all."),
            1 => format!("{people} sent notes. 1 note is new."),
            new => format!("{people} sent notes. {new} notes are new."),
        }
    };
    el("section")
        .class("said")
        .attr("aria-labelledby", HEADING)
        .child(el("h2").id(HEADING).attr("tabindex", "-1").text("What people said"))
        .child(
            el("div").class("button-row").child(el("p").live_text(head)).child(
                button("button", "I have read them", move || {
                    desk.read_all();
                    // The button goes away.
                    page::focus_soon(HEADING);
                })
                .hidden(move || unread.get() == 0),
            ),
        )
        .live(move || unknown_words(desk).into_iter().collect())
        .live(move || match abouts.get() {
            none if none.is_empty() => vec![
                el("p")
                    .class("card empty")
                    .text("Nobody has sent notes yet. When they do, add them above."),
            ],
            some => some.into_iter().map(|about| card(desk, about)).collect(),
        })
}

/// Words that people did not know, and that are not explained yet.
fn unknown_words(desk: Desk) -> Option<El> {
    let open = desk.draft.with(|draft| {
        let content = draft.content();
        let mut words = hard_words(&content.making.notes);
        words.retain(|(word, _)| {
            content.meanings.iter().all(|meaning| meaning.word.trim().to_lowercase() != *word)
        });
        words
    });
    if open.is_empty() {
        return None;
    }
    let line = |(word, count): (String, usize)| {
        let people = words::count(count, "person does", "people do");
        let name = format!("Explain “{word}”");
        let explain = button("button", name, {
            let word = word.clone();
            move || desk.explain_word(&word, String::new())
        });
        el("li")
            .child(el("span").attr("dir", "auto").text(format!("“{word}”: {people} not know it.")))
            .child(explain)
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

/// What was said about one question, or about all of it.
fn card(desk: Desk, about: Option<QuestionId>) -> El {
    let title = move || match about {
        None => "The whole survey".to_owned(),
        Some(id) => desk.draft.with(|draft| {
            let content = draft.content();
            let text = content.text(Place::Question(id)).unwrap_or_default();
            words::or(&marks::show(content, text), words::NO_WORDS)
        }),
    };
    let tally =
        Memo::new(move |_| desk.draft.with(|draft| tally(&draft.content().making.notes, about)));
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
                    el("h4").text("Words they do not know"),
                    el("ul").class("hard").attr("role", "list").children(words),
                ],
            }
        })
    };
    let names = Memo::new(move |_| tally.with(|tally| tally.said.clone()));
    el("article")
        .class("card said-card")
        .child(el("h3").attr("dir", "auto").live_text(title))
        .live(numbers)
        .live(hard)
        .live(move || names.get().into_iter().map(|name| suggestion(desk, name)).collect())
}
