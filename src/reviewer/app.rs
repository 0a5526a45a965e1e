//! The reviewer's program from opening the link to the last page.

use super::deferred::{self, Deferred};
use super::state::{Page, Reviewing, open_link};
use super::words;
use crate::browser::page;
use crate::model::link::BadLink;
use crate::participant::app::{behind_title, button, let_slips_go, opening, words_trouble};
use crate::participant::comfort;
use crate::participant::deferred::fetch;
use crate::participant::keep::Keeping;
use crate::ui::chunk::{Chunk, Stage};
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole program.
pub fn app(chunk: Chunk<Deferred>) -> El {
    let opened = RwSignal::new(None::<Result<Reviewing, BadLink>>);
    comfort::apply();
    let_slips_go();
    spawn_local(async move {
        opened.set(Some(match open_link() {
            Ok(invitation) => Reviewing::new(invitation).await,
            Err(why) => Err(why),
        }));
        // The first page comes first, on slow connections too.
        page::after_painting(move || fetch(chunk));
    });
    el("div").class("answering reviewing").live(move || match opened.get() {
        None => vec![opening()],
        Some(Ok(state)) => pages(state, chunk),
        Some(Err(why)) => vec![no_survey(why)],
    })
}

/// The link did not open. Says why and what to do.
fn no_survey(why: BadLink) -> El {
    const TITLE: &str = "This survey did not open";
    let (what, do_this) = words::bad_link(why);
    page::on_fragment(page::reload);
    page::set_title(TITLE);
    let notice = el("div").class("notice bad");
    let notice = notice.child(el("p").text(what)).child(el("p").text(do_this));
    let sheet = el("div").class("sheet").child(el("h1").text(TITLE)).child(notice);
    el("main").child(sheet)
}

/// The bar, the notices and the page. All are drawn anew in another language.
fn pages(state: Reviewing, chunk: Chunk<Deferred>) -> Vec<El> {
    state.trial.language.track();
    let shown = move || {
        let page = state.page.get();
        let shown = deferred::show(state, page, chunk);
        match page {
            Page::Who | Page::Send | Page::Done => behind_title(state.trial.title(), shown),
            _ => shown,
        }
    };
    let sheet = el("div").class("sheet").live(move || notices(state)).live(shown);
    // All is in English, around a survey in any language.
    let comfort = move || match chunk.get() {
        Stage::Here(deferred) => Some(&deferred.comfort),
        Stage::Away(_) | Stage::Failed(_) => None,
    };
    vec![comfort::bar(state.trial, comfort), el("main").attr("lang", "en").child(sheet)]
}

/// What a person has to know about where their notes are.
fn notices(state: Reviewing) -> Vec<El> {
    let trouble = match state.keeper.keeping.get() {
        Keeping::Works => None,
        Keeping::Fails => {
            Some("We cannot keep your notes on this phone. Send them before you close this page.")
        }
        Keeping::OldUnreadable => {
            Some("There are older notes on this phone. We cannot read them. Please start again.")
        }
        Keeping::CannotDelete => Some("Your notes could not be deleted. Please try again."),
    };
    let back = "Welcome back. Your notes are still here.";
    let gone = "Your notes are deleted from this phone.";
    let all = [
        ("notice bad", trouble),
        ("notice good", state.resumed.get().then_some(back)),
        ("notice good", state.deleted.get().then_some(gone)),
    ];
    let notice = |(class, text): (&'static str, Option<&'static str>)| {
        Some(el("div").class(class).attr("role", "status").child(el("p").text(text?)))
    };
    let to_first = || button("button plain", "Go to the first page", move || state.go(Page::Hello));
    let to_first =
        (state.resumed.get() && state.page.get_untracked() != Page::Hello).then(to_first);
    let notices = all.into_iter().filter_map(notice);
    notices.chain(to_first).chain(words_trouble(state.trial)).collect()
}
