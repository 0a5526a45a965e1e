//! The participant's program from opening the link to the last page.

use super::check_answers::CheckAnswers;
use super::send::SendAnswers;
use super::state::{Answering, Keeping, Page, open_link};
use super::words;
use crate::browser::page;
use crate::model::link::BadLink;
use crate::ui::confirm::{self, Asking, Confirm};
use crate::ui::fresh::fresh;
use crate::ui::heading::Level;
use crate::ui::question::HEADING;
use crate::ui::survey_page::{Count, SurveyPage, Way};
use crate::ui::welcome::Welcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole program.
#[component]
pub fn App() -> impl IntoView {
    let opened = RwSignal::new(None::<Result<Answering, BadLink>>);
    spawn_local(async move {
        let survey = open_link().await;
        opened.set(Some(survey.map(Answering::new)));
    });
    move || match opened.get() {
        None => ().into_any(),
        Some(Ok(state)) => view! { <Pages state /> }.into_any(),
        Some(Err(why)) => view! { <NoSurvey why /> }.into_any(),
    }
}

/// The link did not open. Says why and what to do.
#[component]
fn NoSurvey(why: BadLink) -> impl IntoView {
    let (what, do_this) = words::bad_link(why);
    page::on_fragment(page::reload);
    page::set_title("This survey did not open");
    view! {
        <main class="answering">
            <div class="sheet">
                <h1>"This survey did not open"</h1>
                <div class="notice bad">
                    <p>{what}</p>
                    <p>{do_this}</p>
                </div>
            </div>
        </main>
    }
}

#[component]
fn Pages(state: Answering) -> impl IntoView {
    let turn = StoredValue::new(0);
    let shown = move || {
        let page = match state.page.get() {
            Page::Welcome => view! { <WelcomePage state /> }.into_any(),
            Page::Question(number) => view! { <QuestionPage state number /> }.into_any(),
            Page::Check => view! { <CheckAnswers state /> }.into_any(),
            Page::Send => view! { <SendAnswers state /> }.into_any(),
            Page::Deleted => view! { <DeletedPage state /> }.into_any(),
        };
        turn.update_value(|turn| *turn += 1);
        fresh(turn.get_value(), page)
    };
    view! {
        <main class="answering">
            <div class="sheet">
                <Notices state />
                {shown}
                <Foot state />
            </div>
        </main>
    }
}

/// What a person has to know about where their answers are.
#[component]
fn Notices(state: Answering) -> impl IntoView {
    let trouble = move || {
        let text = match state.keeping.get() {
            Keeping::Works => return None,
            Keeping::Fails => {
                "Your answers can not be kept on this phone. Send them before you close this page."
            }
            Keeping::OldUnreadable => {
                "There are older answers on this phone. We can not read them. Please start again."
            }
        };
        Some(view! {
            <div class="notice bad" role="status">
                <p>{text}</p>
            </div>
        })
    };
    let resumed = move || {
        state.resumed.get().then(|| {
            view! {
                <div class="notice good" role="status">
                    <p>"Welcome back. Your answers are still here."</p>
                </div>
            }
        })
    };
    view! {
        {trouble}
        {resumed}
    }
}

#[component]
fn WelcomePage(state: Answering) -> impl IntoView {
    let survey = state.survey.get_value();
    let begun = move || state.progress.with(|progress| !progress.answers.is_empty());
    let start = move || if begun() { "Go on" } else { "Start" };
    view! {
        <Welcome survey level=Level::Page heading=HEADING />
        <div class="steps">
            <button
                type="button"
                class="button primary"
                on:click=move |_| state.go_on()
            >
                {start}
            </button>
        </div>
    }
}

#[component]
fn QuestionPage(state: Answering, number: usize) -> impl IntoView {
    let question = state.survey.with_value(|survey| survey.questions[number].clone());
    let id = question.id;
    let answer =
        Callback::new(move |()| state.progress.with(|progress| progress.answers.get(id).cloned()));
    let on_answer = Callback::new(move |answer| state.answer(id, answer));
    let on_way = Callback::new(move |way| match way {
        Way::Back => state.back(),
        Way::Next => state.next(),
        Way::Skip => {
            state.answer(id, None);
            state.next();
        }
    });
    let count = Count { number: number + 1, of: state.questions() };
    let next = if state.changing.get_untracked() { "Save" } else { "Next" };
    view! {
        <SurveyPage question count answer on_answer on_way next level=Level::Page heading=HEADING />
    }
}

#[component]
fn DeletedPage(state: Answering) -> impl IntoView {
    view! {
        <h1 id=HEADING tabindex="-1">
            "Your answers are deleted"
        </h1>
        <p>"They are gone from this phone. If you sent them before, that is not undone."</p>
        <div class="steps">
            <button type="button" class="button" on:click=move |_| state.go(Page::Welcome)>
                "Answer this survey again"
            </button>
        </div>
    }
}

/// What a person may want to be rid of. One dialog asks for both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    StartAgain,
    Delete,
}

/// At the end of every page with answers: where they are, and the ways to be rid of them.
#[component]
fn Foot(state: Answering) -> impl IntoView {
    let dialog = Asking::new();
    let asked = RwSignal::new(Asked::Delete);
    let ask = move |what| {
        move |_| {
            asked.set(what);
            confirm::ask(dialog);
        }
    };
    let shown = move || {
        let has_page = !matches!(state.page.get(), Page::Welcome | Page::Deleted);
        has_page || state.progress.with(|progress| !progress.answers.is_empty())
    };
    let kept = move || match state.keeping.get() {
        Keeping::Fails => "",
        _ => "Your answers are kept on this phone. You can stop and come back.",
    };
    let words = move || match asked.get() {
        Asked::StartAgain => [
            "Start again?",
            "Your answers on this phone will be deleted. Then you start from the beginning.",
            "Yes, start again",
        ],
        Asked::Delete => [
            "Delete your answers?",
            "Your answers will be deleted from this phone. You can not get them back.",
            "Yes, delete them",
        ],
    };
    let on_yes = Callback::new(move |()| match asked.get_untracked() {
        Asked::StartAgain => state.start_again(),
        Asked::Delete => state.delete(),
    });
    view! {
        <div class="foot" hidden=move || !shown()>
            <p class="kept">{kept}</p>
            <button type="button" class="button plain" on:click=ask(Asked::StartAgain)>
                "Start again"
            </button>
            <button type="button" class="button plain" on:click=ask(Asked::Delete)>
                "Delete my answers from this phone"
            </button>
        </div>
        <Confirm
            dialog
            title=move || words()[0]
            text=move || words()[1]
            yes=move || words()[2]
            no="No, go back"
            on_yes
        />
    }
}
