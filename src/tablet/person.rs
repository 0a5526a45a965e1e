//! The pages of whoever holds the tablet: those of every participant, and what is different at the end of them.

use super::between::CODE;
use super::state::Tablet;
use super::words::{self, Said, spoken};
use crate::browser::{page, storage};
use crate::model::words::Word;
use crate::participant::app::{self, Opened, button};
use crate::participant::check_answers::check_answers_in;
use crate::participant::deferred::{COMFORT, Deferred, piece};
use crate::participant::send::{take_back, take_back_in_words};
use crate::participant::shut::shut_page;
use crate::participant::state::{Answering, Page};
use crate::ui::chunk::Chunk;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The pages that are not as they are on a phone.
pub const PAGES: Deferred =
    Deferred { page: shown, shut: shut_page, piece, foot, comfort: COMFORT, open_file };

/// Nobody is handed a tablet without a survey: the organiser opens its file before (see `own`).
fn open_file(_: RwSignal<Opened>) -> El {
    el("div")
}

/// The id of the dialog that asks whether somebody wants to stop.
const STOP: &str = "stop";
/// The id of what it says would happen.
const STOP_TEXT: &str = "stop-text";
/// The id of the dialog that asks whether somebody is there.
const THERE: &str = "there";
/// The id of what it says would happen.
const THERE_TEXT: &str = "there-text";

/// All pages of this person. What they said is kept, sealed, each time they turn one, and while they type.
pub fn pages(tablet: Tablet, state: Answering, chunk: Chunk<Deferred>) -> Vec<El> {
    provide_context(tablet);
    Effect::new(move |_| {
        state.page.track();
        untrack(|| tablet.keep_begun());
    });
    Effect::new(move |_| {
        state.progress.track();
        tablet.keep_soon();
    });
    let pages = el("div").class("person").live(move || app::pages(state, chunk));
    vec![pages]
}

/// The table of pages can hold no tablet, so the owner of the screen provides it.
fn tablet() -> Option<Tablet> {
    use_context()
}

fn say(state: Answering, said: Said) -> &'static str {
    words::say(said, state.language.get_untracked())
}

fn shown(state: Answering, page: Page) -> Vec<El> {
    match page {
        Page::Check => check(state),
        Page::Ended => ended(state),
        Page::Send => finish(state),
        // The first part draws these, or nobody gets there.
        Page::Welcome | Page::Question(_) | Page::Done | Page::Who | Page::Deleted => Vec::new(),
    }
}

/// The answers before the end. Nobody sends anything here, so it does not say so.
fn check(state: Answering) -> Vec<El> {
    let mut said = state.words();
    if words::has(state.language.get_untracked()) {
        let (send, check) = (say(state, words::FINISH), say(state, words::CHECK));
        said = said.with(&[(Word::Send, send), (Word::CheckNothingSent, check)]);
    }
    check_answers_in(state, said)
}

/// The person does not take part. Nothing of theirs stays, and the tablet can go on to the next.
fn ended(state: Answering) -> Vec<El> {
    let Some(tablet) = tablet() else { return Vec::new() };
    let lang = spoken(state.language.get_untracked());
    let paragraph = |said| el("p").class("say").attr("lang", lang).text(say(state, said));
    let back = button("button", state.say(Word::Back), move || state.back());
    let next = move || spawn_local(tablet.delete());
    let next = button("button primary", say(state, words::NEXT), next).attr("lang", lang);
    vec![
        heading(Level::Page, HEADING).text(state.say(Word::EndedTitle)),
        paragraph(words::SAID_NO),
        paragraph(words::PASS_ON),
        el("div").class("steps").child(back).child(next),
    ]
}

/// The last page: whether the person has finished.
fn finish(state: Answering) -> Vec<El> {
    let Some(tablet) = tablet() else { return Vec::new() };
    let lang = spoken(state.language.get_untracked());
    let not_kept = move || {
        let words = el("p").text(say(state, words::NOT_KEPT));
        tablet
            .not_kept
            .get()
            .then(|| el("div").class("notice bad").child(words))
            .into_iter()
            .collect()
    };
    let yes = button("button primary", say(state, words::FINISHED_YES), move || {
        let [how, name, code] = take_back_in_words(state);
        let tag = state.language.get_untracked().tag().to_owned();
        let lines = [tag, name, code, how, state.say(Word::KeepCode).to_owned()];
        storage::pass_on(CODE, &lines.join("\n"));
        spawn_local(tablet.finish());
    });
    let back = button("button", state.say(Word::Back), move || state.back());
    page::set_title(say(state, words::FINISHED));
    let [how, code] = take_back(state);
    let keep = el("p").class("say").text(state.say(Word::KeepCode));
    vec![
        heading(Level::Page, HEADING).attr("lang", lang).text(say(state, words::FINISHED)),
        el("p").class("say").attr("lang", lang).text(say(state, words::FINISHED_TEXT)),
        el("div").attr("role", "alert").attr("lang", lang).live(not_kept),
        el("div").class("code-card").child(code).child(how).child(keep),
        el("div").class("steps").child(back).child(yes.attr("lang", lang)),
        // Their licence asks for it.
        el("p").class("hint").attr("lang", "en").text("Pictures: OpenMoji (CC BY-SA 4.0)"),
    ]
}

/// At the end of each page, once somebody is on their way: the way to stop, and its dialog.
fn foot(state: Answering) -> Vec<El> {
    let Some(tablet) = tablet() else { return Vec::new() };
    let lang = spoken(state.language.get_untracked());
    let is_away = move || match state.page.get() {
        Page::Welcome => state.progress.with(|progress| progress.answers.is_empty()),
        page => page == Page::Ended,
    };
    let stop = button("button plain", say(state, words::STOP), || page::open_dialog(STOP));
    let no = button("button", say(state, words::STOP_NO), || page::close_dialog(STOP));
    let yes = button("button danger", say(state, words::STOP_YES), move || {
        page::close_dialog(STOP);
        spawn_local(tablet.delete());
    });
    let dialog = el("dialog")
        .class("dialog")
        .id(STOP)
        .attr("role", "alertdialog")
        .attr("aria-label", say(state, words::STOP_ASK))
        .attr("aria-describedby", STOP_TEXT)
        .attr("lang", lang)
        // The focus starts here: what it asks is said before its first button.
        .child(
            el("h2")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .attr("aria-describedby", STOP_TEXT)
                .text(say(state, words::STOP_ASK)),
        )
        .child(el("p").id(STOP_TEXT).text(say(state, words::STOP_TEXT)))
        .child(el("div").class("button-row").child(no).child(yes));
    vec![el("div").class("foot").attr("lang", lang).hidden(is_away).child(stop), dialog]
}

/// Asks whether somebody is there, with a large number that counts down.
pub fn still_there(tablet: Tablet) -> El {
    let language = tablet
        .person
        .with_untracked(|person| person.map(|state| state.language.get_untracked()))
        .unwrap_or_default();
    let say = move |said| words::say(said, language);
    let is_asked = Memo::new(move |_| tablet.warning.get().is_some());
    Effect::new(move |_| match is_asked.get() {
        true => page::open_dialog(THERE),
        false => page::close_dialog(THERE),
    });
    let left = move || tablet.warning.get().unwrap_or_default().to_string();
    let here = button("button primary large", say(words::THERE_YES), move || tablet.is_there());
    el("dialog")
        .class("dialog still-there")
        .id(THERE)
        .attr("role", "alertdialog")
        .attr("aria-label", say(words::THERE))
        .attr("aria-describedby", THERE_TEXT)
        .attr("lang", spoken(language))
        // Escape says that somebody is there, as every key does.
        .on("close", move |_| tablet.is_there())
        .child(
            el("h2")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .attr("aria-describedby", THERE_TEXT)
                .text(say(words::THERE)),
        )
        .child(
            el("p")
                .class("countdown")
                .attr("role", "timer")
                .attr("aria-live", "off")
                .live_text(left),
        )
        .child(el("p").id(THERE_TEXT).text(say(words::THERE_TEXT)))
        .child(here)
}
