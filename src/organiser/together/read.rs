//! The words that people read in a round, where they are not those of now: what they said is about these.

use crate::model::draft::{Content, Draft, WhatTheyRead};
use crate::model::id::QuestionId;
use crate::model::review::RoundId;
use crate::organiser::editor::marks;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the draft said in each round. It is worked out anew only when there is another round: what
/// people read does not change any more.
pub fn contents(desk: Desk) -> Memo<BTreeMap<RoundId, Content>> {
    let rounds = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let rounds = draft.content().making.rounds.iter().map(|round| round.id);
            (draft.id(), rounds.collect::<Vec<_>>())
        })
    });
    Memo::new(move |_| {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        rounds.with(|_| ());
        desk.draft.with_untracked(Draft::contents_of_rounds)
    })
}

/// What people read about a question in a round, or about the whole survey. Nothing when it says the
/// same now.
pub fn they_read(
    desk: Desk,
    contents: Memo<BTreeMap<RoundId, Content>>,
    round: RoundId,
    about: Option<QuestionId>,
) -> impl Fn() -> Vec<El> + Send + 'static {
    let lines = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let read = contents.with(|all| draft.what_they_read(all.get(&round), about));
            lines(draft, &read)
        })
    });
    move || {
        let line = |line: String| el("p").attr("dir", "auto").text(line);
        let lines = lines.get();
        match lines.is_empty() {
            true => Vec::new(),
            false => vec![el("div").class("they-read").children(lines.into_iter().map(line))],
        }
    }
}

/// The same in words.
fn lines(draft: &Draft, read: &WhatTheyRead) -> Vec<String> {
    match read {
        WhatTheyRead::Same => Vec::new(),
        WhatTheyRead::Unknown => vec![words::UNKNOWN_WORDS.to_owned()],
        WhatTheyRead::Otherwise(parts) => {
            let line = |(part, text): &(_, String)| {
                words::they_read(*part, &marks::show(draft.content(), text))
            };
            let about = "What they said is about these words. They have changed since.".to_owned();
            parts.iter().map(line).chain([about]).collect()
        }
    }
}
