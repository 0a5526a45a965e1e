//! The participant's program from opening the link to the last page.

use super::check_answers::check_answers;
use super::comfort;
use super::done::done;
use super::foot::foot;
use super::keep::Keeping;
use super::send::{closed, send_answers, take_back, until};
use super::state::{Answering, Page, open_file, open_link};
use super::who::who;
use super::words::{self, Unopened};
use crate::browser::file::{self, Given};
use crate::browser::{page, presses};
use crate::model::answer::Answer;
use crate::model::link::BadLink;
use crate::model::path::Step;
use crate::model::slip::{Way as Between, is_slip};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::{FIELD, Form, HEADING, Stand};
use crate::ui::survey_page::{Count, Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the pages stand: in the page itself.
pub fn stand(state: Answering) -> Stand {
    Stand { level: Level::Page, heading: HEADING, field: FIELD, pictures: state.pictures }
}

/// The survey, or why there is none, once that is known.
type Opened = Option<Result<Answering, Unopened>>;

/// The whole program.
pub fn app() -> El {
    let opened: RwSignal<Opened> = RwSignal::new(None);
    comfort::apply();
    let_slips_go();
    spawn_local(open(opened, None));
    el("div").class("answering").live(move || match opened.get() {
        None => vec![opening()],
        Some(Ok(state)) => pages(state),
        Some(Err(why)) => vec![no_survey(opened, why)],
    })
}

/// From now on, a press that comes too soon after another at the same place does nothing.
pub fn let_slips_go() {
    presses::let_go(|since, apart, is_same, has_moved| {
        is_slip(Between { since, apart, is_same, has_moved })
    });
}

/// Opens the survey of the page's address, or first the file that brings it there.
async fn open(opened: RwSignal<Opened>, file: Option<Given>) {
    let from_file = file.is_some();
    let brought = match file {
        Some(file) => open_file(file).await.map_err(Unopened::File),
        None => Ok(Vec::new()),
    };
    let answering = match brought {
        Ok(photos) => open_link(photos).await.map_err(Unopened::Link),
        Err(why) => Err(why),
    };
    opened.set(Some(answering));
    if from_file {
        page::start_soon(HEADING);
    }
}

/// What stands here while something of the survey is still on its way, such as its words.
pub fn opening() -> El {
    let words = el("p").attr("role", "status").text("Opening your survey…");
    el("main").child(el("div").class("sheet").child(words))
}

/// There is no survey, or the link or file of it did not open. Says why and what to do. A file can be
/// opened here.
fn no_survey(opened: RwSignal<Opened>, why: Unopened) -> El {
    let (title, class) = match why {
        Unopened::Link(BadLink::Missing) => ("Open your survey", "notice"),
        _ => ("This survey did not open", "notice bad"),
    };
    let (what, do_this) = words::unopened(why);
    page::on_fragment(page::reload);
    page::set_title(title);
    let notice = el("div").class(class);
    let notice = notice.child(el("p").text(what)).child(el("p").text(do_this));
    let give = move |event| {
        file::allow_drop(&event);
        if let Some(file) = file::given(&event).pop() {
            spawn_local(open(opened, Some(file)));
        }
    };
    let input = el("input").attr("type", "file").on("change", give);
    let choose = el("label").class("button file-button").text("Open a survey file").child(input);
    let sheet = el("div")
        .class("sheet")
        .on("dragover", |event| file::allow_drop(&event))
        .on("drop", give)
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text(title))
        .child(notice)
        .child(el("p").text("Do you have the survey as a file? Open it here."))
        .child(choose);
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
        Page::Done => done(state),
        Page::Who => who(state),
        Page::Ended => ended_page(state),
        Page::Deleted => deleted_page(state),
    };
    let sheet = el("div").class("sheet").live(move || notices(state)).live(shown);
    vec![comfort::bar(state), el("main").child(sheet.children(foot(state)))]
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
    let words = el("p").text(state.say(Word::LanguageFailed));
    let again = move || {
        // The button goes away with what it stands in.
        page::focus_soon(HEADING);
        state.choose_language(state.language.get_untracked());
    };
    let again = button("button", state.say(Word::TryAgain), again);
    Some(el("div").class("notice").attr("role", "status").child(words).child(again))
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
        welcome(survey, &state.words(), questions, stand(state))
    });
    page.extend(closed(state));
    page.extend(until(state, false).map(|words| el("p").class("say").text(words)));
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
        stand: stand(state),
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
    let section = state.section(step, &path);
    let count = Count { number, of, section };
    let asks = form.question.kind.asks();
    let next = if state.is_changing() && asks { Word::Save } else { Word::Next };
    survey_page(form, count, on_way, next)
}

/// The person does not take part. Nothing is sent; if something was before, they can take it back.
fn ended_page(state: Answering) -> Vec<El> {
    let back = button("button", state.say(Word::Back), move || state.back());
    let sent_before = state.sent_before();
    let text = if sent_before { Word::EndedSentText } else { Word::EndedText };
    let mut page = notice_page(state, Word::EndedTitle, text, back);
    if sent_before {
        let buttons = page.pop();
        page.extend(take_back(state));
        page.extend(buttons);
    }
    page
}

fn deleted_page(state: Answering) -> Vec<El> {
    let again = button("button", state.say(Word::AnswerAgain), move || state.go(Page::Welcome));
    notice_page(state, Word::DeletedTitle, Word::DeletedText, again)
}
