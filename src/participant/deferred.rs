//! The part of the program that nobody needs to begin a survey: what comes after the questions, the foot of
//! each page, opening a file, cards to be put in order or in places, boxes for dates, sounds and videos. It comes
//! as a file of its own, right after the first page stands.
//!
//! **Invariant:** the first part names nothing of it but [`DEFERRED`], and that only through a
//! [`Chunk`]: the sizes that `cargo xtask build` prints tell.

use super::app::{Opened, button, try_again_notice};
use super::check_answers::check_answers;
use super::comfort::Comfort;
use super::done::done;
use super::ended::{deleted_page, ended_page};
use super::foot::foot;
use super::listen::listen;
use super::media::player;
use super::open_file::open_file;
use super::send::send_answers;
use super::settings::settings;
use super::shut::shut_page;
use super::state::{Answering, Page};
use super::who::who;
use crate::browser::later::{self, NO_SUCH_FILE};
use crate::browser::{page, wait};
use crate::model::words::{Word, Words};
use crate::ui::chunk::{Chunk, Stage, Try};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::{Form, HEADING, Piece, arranged};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds that people wait before the page says that something is missing.
const PATIENCE: i32 = 20_000;

/// Milliseconds before each time that it is asked for again, such as after a tunnel.
const PAUSES: [i32; 3] = [5_000, 30_000, 120_000];

/// All ways into the deferred part.
pub struct Deferred {
    /// A page other than the welcome and the questions.
    pub page: fn(Answering, Page) -> Vec<El>,
    /// The page of a survey that closed, for those who have not begun it.
    pub shut: fn(Answering) -> Vec<El>,
    /// A piece of a question's page.
    pub piece: fn(Form, Piece) -> Vec<El>,
    /// The end of every page: where the answers are, and the ways to be rid of them.
    pub foot: fn(Answering) -> Vec<El>,
    /// The part of the bar that is not needed to begin.
    pub comfort: Comfort,
    /// Where a survey's file is opened, while there is no survey.
    pub open_file: fn(RwSignal<Opened>) -> El,
}

/// The deferred part itself.
pub static DEFERRED: Deferred =
    Deferred { page, shut: shut_page, piece, foot, comfort: COMFORT, open_file };

/// The same for the reviewer's program.
pub const COMFORT: Comfort = Comfort { listen, settings };

fn page(state: Answering, page: Page) -> Vec<El> {
    match page {
        Page::Check => check_answers(state),
        Page::Send => send_answers(state),
        Page::Done => done(state),
        Page::Who => who(state),
        Page::Ended => ended_page(state),
        Page::Deleted => deleted_page(state),
        // The first part draws these.
        Page::Welcome | Page::Question(_) => Vec::new(),
    }
}

pub fn piece(form: Form, piece: Piece) -> Vec<El> {
    match piece {
        Piece::Cards => arranged(form),
        Piece::Media => player(form),
    }
}

/// A page of the deferred part, or its heading until that is in.
pub fn show(state: Answering, page: Page, chunk: Chunk<Deferred>) -> Vec<El> {
    let waits = match here(state, chunk) {
        Ok(deferred) => return (deferred.page)(state, page),
        Err(waits) => waits,
    };
    let mut all = vec![heading(Level::Page, HEADING).text(state.name_of(page)), waits];
    // The others have no way back.
    if matches!(page, Page::Check | Page::Send | Page::Ended) {
        let back = button("button", state.say(Word::Back), move || state.back());
        all.push(el("div").class("steps").child(back));
    }
    all
}

/// The page of a survey that closed, or its heading until that part is in.
pub fn shut(state: Answering, chunk: Chunk<Deferred>) -> Vec<El> {
    match here(state, chunk) {
        Ok(deferred) => (deferred.shut)(state),
        Err(waits) => {
            vec![heading(Level::Page, HEADING).text(state.say(Word::ClosedTitle)), waits]
        }
    }
}

/// A piece of a question's page, once that part is in.
pub fn draw(state: Answering, (form, piece): (Form, Piece), chunk: Chunk<Deferred>) -> Vec<El> {
    match here(state, chunk) {
        // What an answer changes in it, it draws itself.
        Ok(deferred) => untrack(|| (deferred.piece)(form, piece)),
        Err(waits) => vec![waits],
    }
}

/// The deferred part, or what stands in its place until it is in.
fn here(state: Answering, chunk: Chunk<Deferred>) -> Result<&'static Deferred, El> {
    match chunk.get() {
        Stage::Here(deferred) => Ok(deferred),
        Stage::Away(_) => {
            Err(el("p").class("say").attr("role", "status").text(state.say(Word::Opening)))
        }
        Stage::Failed(_) => Err(not_all_came(state.words(), chunk, state.keeper.is_kept)),
    }
}

/// That the deferred part did not come. It can be asked for again. `is_kept`: whether a page that is
/// loaded anew loses nothing.
pub fn not_all_came<T: Sync>(words: Words, chunk: Chunk<T>, is_kept: RwSignal<bool>) -> El {
    let again = move || try_for(chunk, Some(is_kept));
    try_again_notice(words, Word::NotAllCame, again).attr("role", "alert")
}

/// Fetches the deferred part of a program, unless it is here. Whoever waits for it sees it come.
pub fn fetch<T: Sync>(chunk: Chunk<T>) {
    try_for(chunk, None);
    page::on_connection(move || {
        if let Stage::Failed(_) = chunk.get_untracked() {
            try_for(chunk, None);
        }
    });
}

fn try_for<T: Sync>(chunk: Chunk<T>, mut is_kept: Option<RwSignal<bool>>) {
    let Some(this) = chunk.begin() else { return };
    spawn_local(async move {
        for milliseconds in PAUSES {
            let Err(why) = later::fetch().await else { return came(this) };
            // The page is of another release than what its host has now. Only who has just pressed
            // expects that it opens again.
            let may_reload = is_kept.take().and_then(|is_kept| is_kept.try_get_untracked());
            if why.0 == NO_SUCH_FILE && may_reload == Some(true) {
                return page::reload();
            }
            failed(this);
            wait::pause(milliseconds).await;
            // Another try has brought it meanwhile.
            if let Stage::Here(_) = chunk.get_untracked() {
                return;
            }
        }
    });
    // Some connections neither bring a file nor fail.
    spawn_local(async move {
        wait::pause(PATIENCE).await;
        failed(this);
    });
}

/// It is here. What may have the focus is drawn again: the heading, or the way back beside it.
fn came<T: Sync>(this: Try<T>) {
    page::keep_focus(HEADING);
    this.came();
}

/// It did not come, or not yet. The same is drawn again.
fn failed<T: Sync>(this: Try<T>) {
    page::keep_focus(HEADING);
    this.failed();
}
