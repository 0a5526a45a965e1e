//! The participant's program from opening the link to the last page.

use super::comfort;
use super::deferred::{self, Deferred};
use super::keep::Keeping;
use super::send::{closed, is_closed, until};
use super::state::{Answering, Page, open_link};
use super::words::{self, Unopened};
use crate::browser::{clock, page, presses};
use crate::model::answer::Answer;
use crate::model::link::BadLink;
use crate::model::path::Step;
use crate::model::photo::Photo;
use crate::model::slip::{Way as Between, is_slip};
use crate::model::words::{Word, Words};
use crate::ui::chunk::{Chunk, Stage};
use crate::ui::el::{El, el};
use crate::ui::heading::Level;
use crate::ui::question::{FIELD, Form, HEADING, Stand};
use crate::ui::survey_page::{Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the pages stand: in the page itself.
pub fn stand(state: Answering) -> Stand {
    Stand { level: Level::Page, heading: HEADING, field: FIELD, pictures: state.pictures }
}

/// The survey, or why there is none, once that is known.
pub type Opened = Option<Result<Answering, Unopened>>;

/// The whole program.
pub fn app(chunk: Chunk<Deferred>) -> El {
    let opened: RwSignal<Opened> = RwSignal::new(None);
    comfort::apply();
    let_slips_go();
    spawn_local(async move {
        start(opened, Vec::new()).await;
        // The first page comes first, on slow connections too.
        page::after_painting(move || deferred::fetch(chunk));
    });
    el("div").class("answering").live(move || match opened.get() {
        None => vec![opening()],
        Some(Ok(state)) => pages(state, chunk),
        // The part that fetches the survey which the address names is on its way.
        Some(Err(Unopened::Link(BadLink::Missing))) if is_named(chunk) => vec![opening()],
        Some(Err(why)) => vec![no_survey(opened, why, chunk)],
    })
}

fn is_named(chunk: Chunk<Deferred>) -> bool {
    matches!(chunk.get(), Stage::Away(_)) && !page::query().is_empty()
}

/// Opens the survey in the page's address, with these photos and with those that are kept.
pub async fn start(opened: RwSignal<Opened>, photos: Vec<Photo>) {
    opened.set(Some(open_link(photos).await.map_err(Unopened::Link)));
}

/// From now on, a press that comes too soon after another at the same place does nothing.
pub fn let_slips_go() {
    presses::let_go(|since, apart, is_same, has_moved| {
        is_slip(Between { since, apart, is_same, has_moved })
    });
}

/// What stands here while something of the survey is still on its way, such as its words.
pub fn opening() -> El {
    let words = el("p").attr("role", "status").text("Opening your survey…");
    el("main").child(el("div").class("sheet").child(words))
}

/// There is no survey, or the link or file of it did not open. Says why and what to do. A file can be
/// opened here, once the part is in that reads it.
fn no_survey(opened: RwSignal<Opened>, why: Unopened, chunk: Chunk<Deferred>) -> El {
    let (title, class) = match why {
        Unopened::Link(BadLink::Missing) => ("Open your survey", "notice"),
        _ => ("This survey did not open", "notice bad"),
    };
    let (what, do_this) = words::unopened(why);
    page::on_fragment(page::reload);
    page::set_title(title);
    let nothing_is_lost = RwSignal::new(true);
    let notice = el("div").class(class);
    let notice = notice.child(el("p").text(what)).child(el("p").text(do_this));
    let sheet = el("div")
        .class("sheet")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text(title))
        .child(notice)
        .live(move || match chunk.get() {
            Stage::Here(deferred) => vec![(deferred.open_file)(opened)],
            Stage::Away(_) => Vec::new(),
            Stage::Failed(_) => {
                vec![deferred::not_all_came(Words::english(), chunk, nothing_is_lost)]
            }
        });
    el("main").child(sheet)
}

/// The bar, the notices, the page and its foot. All are drawn anew in another language.
pub fn pages(state: Answering, chunk: Chunk<Deferred>) -> Vec<El> {
    state.language.track();
    let shown = move || match state.page.get() {
        Page::Welcome => welcome_page(state, chunk),
        Page::Question(step) => question_page(state, step, chunk),
        page => behind_title(state.title(), deferred::show(state, page, chunk)),
    };
    let sheet = el("div").class("sheet").live(move || notices(state)).live(shown);
    let sheet = sheet.live(move || match chunk.get() {
        Stage::Here(deferred) => untrack(|| (deferred.foot)(state)),
        Stage::Away(_) | Stage::Failed(_) => Vec::new(),
    });
    let comfort = move || match chunk.get() {
        Stage::Here(deferred) => Some(&deferred.comfort),
        Stage::Away(_) | Stage::Failed(_) => None,
    };
    vec![comfort::bar(state, comfort), el("main").child(sheet)]
}

/// The same page with the survey's title in front.
pub fn behind_title(title: String, mut page: Vec<El>) -> Vec<El> {
    page.insert(0, survey_name(title));
    page
}

/// What the survey is called, right before a heading, where other pages have which question it is. Orca says
/// nothing of a heading that gets the focus with no words before it: it takes it for where the pressed button
/// was.
fn survey_name(title: String) -> El {
    el("p").class("survey-name").attr("dir", "auto").text(title)
}

/// What a person has to know about where their answers are.
fn notices(state: Answering) -> Vec<El> {
    let trouble = match state.keeper.keeping.get() {
        Keeping::Works => None,
        Keeping::Fails => Some(Word::CannotKeep),
        Keeping::OldUnreadable => Some(Word::OldUnreadable),
        Keeping::CannotDelete => Some(Word::CannotDelete),
    };
    let all = [
        ("notice bad", trouble),
        ("notice good", state.resumed.get().then_some(Word::WelcomeBack)),
    ];
    let notice = |(class, word): (&'static str, Option<Word>)| {
        let words = el("p").text(state.say(word?));
        Some(el("div").class(class).attr("role", "status").child(words))
    };
    all.into_iter().filter_map(notice).chain(words_trouble(state)).collect()
}

/// The words of the language did not come. They can be asked for again.
pub fn words_trouble(state: Answering) -> Option<El> {
    if !state.words_failed.get() {
        return None;
    }
    let again = move || state.choose_language(state.language.get_untracked());
    Some(try_again_notice(state.words(), Word::LanguageFailed, again).attr("role", "status"))
}

/// Something did not come. It can be asked for again.
pub fn try_again_notice(words: Words, what: Word, again: impl Fn() + Send + 'static) -> El {
    let again = move || {
        // The button goes away with what it stands in.
        page::focus_soon(HEADING);
        again();
    };
    let again = button("button", words.say(Word::TryAgain), again);
    el("div").class("notice").child(el("p").text(words.say(what))).child(again)
}

/// A button that does something.
pub fn button(class: &'static str, name: &'static str, press: impl Fn() + Send + 'static) -> El {
    el("button").attr("type", "button").class(class).on("click", move |_| press()).text(name)
}

fn welcome_page(state: Answering, chunk: Chunk<Deferred>) -> Vec<El> {
    if state.is_shut() {
        return deferred::shut(state, chunk);
    }
    let mut page = state.survey.with_value(|survey| {
        let questions = state.path().count(survey, Step { place: 0, round: 0 });
        let language = state.language.get_untracked();
        let day = |day| clock::day_in(day, language.tag());
        welcome(survey, &state.words(), questions, stand(state), day)
    });
    let is_personal = state.progress.with_untracked(|progress| !progress.code.is_empty());
    page.extend(is_personal.then(|| el("p").class("say").text(state.say(Word::JustForYou))));
    page.extend(closed(state));
    let until = (!is_closed(state)).then(|| until(state, Word::OpenUntil)).flatten();
    page.extend(until.map(|words| el("p").class("say").text(words)));
    let start = el("button").attr("type", "button").class("button primary");
    let start = start.on("click", move |_| state.go_on()).live_text(move || {
        let begun = state.progress.with(|progress| !progress.answers.is_empty());
        state.say(if begun { Word::GoOn } else { Word::Start }).to_owned()
    });
    page.push(el("div").class("steps").child(start));
    page
}

fn question_page(state: Answering, step: Step, chunk: Chunk<Deferred>) -> Vec<El> {
    let path = state.path();
    let asked = state.asked(step);
    let answer = Callback::new(move |()| state.progress.with(|p| p.answers.get(asked).cloned()));
    let form = Form {
        question: state.question(step, &path),
        meanings: state.survey.with_value(|survey| survey.meanings.clone()),
        words: state.words(),
        answer,
        on_answer: Callback::new(move |answer| state.answer(step, answer)),
        wrong: state.wrong(),
        focus: Callback::new(page::focus_soon),
        stand: stand(state),
        later: Callback::new(move |piece| deferred::draw(state, piece, chunk)),
    };
    let on_way = Callback::new(move |way| match way {
        Way::Back => state.back(),
        Way::Next => state.next(step),
        Way::Skip => {
            state.answer(step, None);
            state.next(step);
        }
        Way::PreferNot => {
            state.answer(step, Some(Answer::PreferNotToSay));
            state.next(step);
        }
        Way::Mend => state.mend(),
    });
    let count = state.survey.with_value(|survey| path.count(survey, step));
    let section = state.section(step, &path);
    let asks = form.question.kind.asks();
    let next = if state.is_changing() && asks { Word::Save } else { Word::Next };
    let mut page = survey_page(form, (count, section), on_way, next);
    if !asks {
        // Behind how far along it is.
        page.insert(1, survey_name(state.title()));
    }
    page
}
