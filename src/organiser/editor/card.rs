//! The card of a question or a page: its words, its kind, its choices and when it is asked, and
//! ways to move, copy and delete it. Closed, it shows the words.

use super::choices::Choices;
use super::kind_pick::KindPick;
use super::lines::{Line, Lines, line};
use super::options::Options;
use super::picture::{PictureButton, PictureWords};
use super::repeat::Repeat;
use super::when::When;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::organiser::field::TextField;
use crate::organiser::state::editing::card_id;
use crate::organiser::state::{Desk, Pictured, Spot};
use crate::organiser::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A question's card.
#[component]
pub fn QuestionCard(desk: Desk, id: QuestionId, lines: Lines) -> impl IntoView {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    let line = line(lines, id);
    let name = move || line.with(|line| line.as_ref().map(|line| line.name.clone()));
    let keys = move |event: KeyboardEvent| {
        let down = match event.key().as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            desk.move_question(id, down);
        }
    };
    view! {
        <section
            class="card editor-card"
            class:open=open
            id=card_id(Spot::Question(id))
            aria-label=name
            on:keydown=keys
        >
            <Show when=move || open.get() fallback=move || view! { <ClosedCard desk id line /> }>
                <OpenCard desk id line lines />
            </Show>
        </section>
    }
}

/// One button, with what there is to see of the question.
#[component]
fn ClosedCard(desk: Desk, id: QuestionId, line: Memo<Option<Line>>) -> impl IntoView {
    let problem = Memo::new(move |_| {
        let problems = desk.problems.read();
        let here = |problem: &&_| Spot::about(words::about(**problem)) == Some(Spot::Question(id));
        problems.iter().find(here).copied().map(words::problem_here)
    });
    let what = |line: Line| match line.number {
        Some(number) => format!("{number} · {}", words::kind(line.kind)),
        None => line.name,
    };
    let shown = move || {
        line.get().map(|line| {
            let when = |text| view! { <span class="card-when" dir="auto">{text}</span> };
            let more = [line.as_often_as, line.only_if];
            view! {
                <span class="card-text" dir="auto">
                    {line.text}
                </span>
                {more.into_iter().flatten().map(when).collect_view()}
            }
        })
    };
    view! {
        <button type="button" class="card-opener" on:click=move |_| desk.open(Spot::Question(id))>
            <span class="card-kind">{move || line.get().map(what)}</span>
            {shown}
            {move || problem.get().map(|text| view! { <span class="problem">{text}</span> })}
        </button>
    }
}

#[component]
fn OpenCard(desk: Desk, id: QuestionId, line: Memo<Option<Line>>, lines: Lines) -> impl IntoView {
    let kind =
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(Kind::ShortText, |l| l.kind)));
    let name = move || line.with(|line| line.as_ref().map(|line| line.name.clone()));
    view! {
        <div class="card-head">
            <h2 class="card-kind">{name}</h2>
            <CardButtons desk id lines />
        </div>
        <div class="question-row">
            <PictureButton
                desk
                of=Pictured::Question(id)
                what=Signal::derive(move || picture_of(kind.get()).to_owned())
            />
            <TextField
                desk
                place=Place::Question(id)
                label=Signal::derive(move || text_label(kind.get()).to_owned())
                rows=2
                put_in_for=id
            />
        </div>
        <PictureWords desk question=id />
        <Hint desk id kind />
        <KindPick desk id kind />
        <Show when=move || kind.get().has_choices()>
            <Choices desk question=id kind />
        </Show>
        <Options desk question=id kind />
        <Show when=move || kind.get() == Kind::Section>
            <Repeat desk question=id />
        </Show>
        <When desk question=id />
    }
}

/// Up, down, copy and delete.
#[component]
fn CardButtons(desk: Desk, id: QuestionId, lines: Lines) -> impl IntoView {
    let is_end = move |end: fn(&[Line]) -> Option<&Line>| {
        Memo::new(move |_| lines.with(|lines| end(lines).is_some_and(|line| line.id == id)))
    };
    let (is_first, is_last) = (is_end(<[Line]>::first), is_end(<[Line]>::last));
    view! {
        <div class="button-row">
            <button
                type="button"
                class="button square"
                aria-label="Move up"
                title="Move up (Alt and arrow up)"
                aria-disabled=move || is_first.get().then_some("true")
                on:click=move |_| desk.move_question(id, false)
            >
                "↑"
            </button>
            <button
                type="button"
                class="button square"
                aria-label="Move down"
                title="Move down (Alt and arrow down)"
                aria-disabled=move || is_last.get().then_some("true")
                on:click=move |_| desk.move_question(id, true)
            >
                "↓"
            </button>
            <button type="button" class="button" on:click=move |_| desk.duplicate(id)>
                "Duplicate"
            </button>
            <button type="button" class="button danger" on:click=move |_| desk.remove(id)>
                "Delete"
            </button>
        </div>
    }
}

/// The sentence that explains a question. For a page to read, its words.
#[component]
fn Hint(desk: Desk, id: QuestionId, kind: Memo<Kind>) -> impl IntoView {
    let is_page = Memo::new(move |_| is_page(kind.get()));
    move || {
        let (label, help, rows) = if is_page.get() {
            ("Words on the page", "Short sentences. Start a new line for each new thing.", 5)
        } else {
            ("More help (you can leave this empty)", "One sentence. Say what a hard word means.", 2)
        };
        view! { <TextField desk place=Place::Hint(id) label help rows put_in_for=id /> }
    }
}

/// True for kinds that are mostly words to read.
fn is_page(kind: Kind) -> bool {
    matches!(kind, Kind::Information | Kind::Consent | Kind::Section)
}

fn text_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "Title of the page",
        Kind::Section => "Title of the section",
        _ => "Question",
    }
}

fn picture_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "the page",
        Kind::Section => "the section",
        _ => "the question",
    }
}
