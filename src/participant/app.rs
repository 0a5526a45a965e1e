//! The participant's program from opening the link to the last page.

use super::check_answers::check_answers;
use super::comfort;
use super::foot::foot;
use super::send::send_answers;
use super::state::{Answering, Keeping, Page, open_link};
use super::words;
use crate::browser::page;
use crate::model::answer::Answer;
use crate::model::link::BadLink;
use crate::model::path::{Path, Step};
use crate::model::standard::HELP;
use crate::model::survey::Kind;
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::{FIELD, Form, HEADING, Stand};
use crate::ui::survey_page::{Count, Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the pages stand: in the page itself.
const STAND: Stand =
    Stand { level: Level::Page, heading: HEADING, field: FIELD, pictures: "../pictures/" };

/// The whole program.
pub fn app() -> El {
    let opened = RwSignal::new(None::<Result<Answering, BadLink>>);
    comfort::apply();
    spawn_local(async move {
        let survey = open_link().await;
        opened.set(Some(match survey {
            Ok(survey) => Ok(Answering::new(survey).await),
            Err(why) => Err(why),
        }));
    });
    el("div").class("answering").live(move || match opened.get() {
        None => Vec::new(),
        Some(Ok(state)) => pages(state),
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

/// The bar, the notices, the page and its foot. All are drawn anew in another language.
fn pages(state: Answering) -> Vec<El> {
    state.language.track();
    let shown = move || match state.page.get() {
        Page::Welcome => welcome_page(state),
        Page::Question(step) => question_page(state, step),
        Page::Check => check_answers(state),
        Page::Send => send_answers(state),
        Page::Ended => ended_page(state),
        Page::Deleted => deleted_page(state),
    };
    let sheet = el("div").class("sheet").live(move || notices(state)).live(shown);
    vec![comfort::bar(state), el("main").child(sheet.children(foot(state)))]
}

/// What a person has to know about where their answers are.
fn notices(state: Answering) -> Vec<El> {
    let trouble = match state.keeping.get() {
        Keeping::Works => None,
        Keeping::Fails => Some(Word::CannotKeep),
        Keeping::OldUnreadable => Some(Word::OldUnreadable),
    };
    let all = [
        ("notice bad", trouble),
        ("notice good", state.resumed.get().then_some(Word::WelcomeBack)),
        ("notice", state.words_failed.get().then_some(Word::LanguageFailed)),
    ];
    let notice = |(class, word): (&'static str, Option<Word>)| {
        let words = el("p").text(state.say(word?));
        Some(el("div").class(class).attr("role", "status").child(words))
    };
    all.into_iter().filter_map(notice).collect()
}

/// A button that does something.
pub fn button(class: &'static str, name: &'static str, press: impl Fn() + Send + 'static) -> El {
    el("button").attr("type", "button").class(class).on("click", move |_| press()).text(name)
}

/// A page of its own, with a heading and words.
fn notice_page(state: Answering, title: Word, text: Word, on: El) -> Vec<El> {
    vec![
        heading(Level::Page, HEADING).text(state.say(title)),
        el("p").class("say").text(state.say(text)),
        el("div").class("steps").child(on),
    ]
}

fn welcome_page(state: Answering) -> Vec<El> {
    let mut page = state.survey.with_value(|survey| {
        let path = state.path();
        let asks = |step: &&Step| survey.questions[step.place].kind.asks();
        let questions = path.steps.iter().filter(asks).count();
        welcome(survey, &state.words(), questions, STAND)
    });
    let start = el("button").attr("type", "button").class("button primary");
    let start = start.on("click", move |_| state.go_on()).live_text(move || {
        let begun = state.progress.with(|progress| !progress.answers.is_empty());
        state.say(if begun { Word::GoOn } else { Word::Start }).to_owned()
    });
    page.push(el("div").class("steps").child(start));
    page
}

fn question_page(state: Answering, step: Step) -> Vec<El> {
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
        stand: STAND,
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
    let (number, of) = state.survey.with_value(|survey| path.count(survey, step));
    let count = Count { number, of, section: section(state, step, &path) };
    let asks = form.question.kind.asks();
    let next = if state.is_changing() && asks { Word::Save } else { Word::Next };
    survey_page(form, count, on_way, next)
}

/// The name of the section that a step is in, and which time round it is. Its own title page has
/// the name as its heading.
pub fn section(state: Answering, step: Step, path: &Path) -> String {
    state.survey.with_value(|survey| {
        let questions = &survey.questions;
        let title = questions[..=step.place].iter().rposition(|q| q.kind == Kind::Section);
        // The question about help is in none.
        let title = title.filter(|_| questions[step.place].id != HELP);
        let Some(title) = title else { return String::new() };
        let section = &questions[title];
        let times = path.steps.iter().filter(|other| other.place == title).count().to_string();
        let round = state.words().fill(Word::Round, &[&(step.round + 1).to_string(), &times]);
        match (title == step.place, section.repeat.is_some()) {
            (false, false) => section.text.clone(),
            (true, false) => String::new(),
            (false, true) => [&section.text, " · ", &round].concat(),
            (true, true) => round,
        }
    })
}

/// The person does not take part. Nothing is sent.
fn ended_page(state: Answering) -> Vec<El> {
    let back = button("button", state.say(Word::Back), move || state.back());
    notice_page(state, Word::EndedTitle, Word::EndedText, back)
}

fn deleted_page(state: Answering) -> Vec<El> {
    let again = button("button", state.say(Word::AnswerAgain), move || state.go(Page::Welcome));
    notice_page(state, Word::DeletedTitle, Word::DeletedText, again)
}
