//! The part of the program that nobody needs to say hello: the pages of the survey with what people think
//! of each, and sending. It comes as a file of its own, right after the first page stands.
//!
//! **Invariant:** the first part names nothing of it but [`DEFERRED`], and that only through a
//! [`Chunk`]: the sizes that `cargo xtask build` prints tell.

use super::hello::hello_page;
use super::pages::{first_page, last_page, question_page};
use super::send::{done, send_notes};
use super::state::{Page, Reviewing};
use super::sure::who_page;
use crate::model::words::Word;
use crate::participant::app::button;
use crate::participant::comfort::Comfort;
use crate::participant::deferred::{COMFORT, not_all_came};
use crate::ui::chunk::{Chunk, Stage};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;

/// The way into the deferred part.
pub struct Deferred {
    /// A page other than the first.
    page: fn(Reviewing, Page) -> Vec<El>,
    /// The part of the bar that is not needed to say hello.
    pub comfort: Comfort,
}

/// The deferred part itself.
pub static DEFERRED: Deferred = Deferred { page, comfort: COMFORT };

fn page(state: Reviewing, page: Page) -> Vec<El> {
    match page {
        // The first part draws these.
        Page::Hello | Page::Who => Vec::new(),
        Page::First => first_page(state),
        Page::Question(place) => question_page(state, place),
        Page::Last => last_page(state),
        Page::Send => send_notes(state),
        Page::Done => done(state),
    }
}

/// A page, or its name until the part is in that draws it.
pub fn show(state: Reviewing, page: Page, chunk: Chunk<Deferred>) -> Vec<El> {
    match page {
        Page::Hello => return hello_page(state),
        Page::Who => return who_page(state),
        _ => {}
    }
    let waits = match chunk.get() {
        Stage::Here(deferred) => return (deferred.page)(state, page),
        Stage::Away(_) => {
            el("p").class("say").attr("role", "status").text(state.trial.say(Word::Opening))
        }
        Stage::Failed(_) => not_all_came(state.trial.words(), chunk, state.keeper.is_kept),
    };
    let title = heading(Level::Page, HEADING).text(state.name_of(page));
    let back = button("button", state.trial.say(Word::Back), move || state.back());
    vec![title, waits, el("div").class("steps").child(back)]
}
