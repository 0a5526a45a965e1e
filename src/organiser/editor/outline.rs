//! The list of all cards at the side, with the questions of a section under its title. A tap opens
//! a card.

use super::lines::{Lines, line};
use crate::browser::page;
use crate::model::id::QuestionId;
use crate::organiser::state::editing::ADD_QUESTION;
use crate::organiser::state::{Desk, Spot};
use leptos::prelude::*;

/// The title of a section, if these have one, and what is in it.
type Section = (Option<QuestionId>, Vec<QuestionId>);

/// The outline. Hidden where the screen is narrow: the cards are a list themselves.
#[component]
pub fn Outline(desk: Desk, lines: Lines) -> impl IntoView {
    let sections = Memo::new(move |_| {
        lines.with(|lines| {
            let mut sections: Vec<Section> = vec![(None, Vec::new())];
            for line in lines {
                if line.section == Some(line.id) {
                    sections.push((Some(line.id), Vec::new()));
                } else if let Some((_, ids)) = sections.last_mut() {
                    ids.push(line.id);
                }
            }
            sections
        })
    });
    let titles =
        move || sections.with(|all| all.iter().map(|(title, _)| *title).collect::<Vec<_>>());
    let section = move |title: Option<QuestionId>| {
        let ids = Memo::new(move |_| {
            sections.with(|all| {
                let own = all.iter().find(|(other, _)| *other == title);
                own.map(|(_, ids)| ids.clone()).unwrap_or_default()
            })
        });
        let questions = move || {
            view! {
                <For each=move || ids.get() key=|id| *id let(id)>
                    <li>
                        <Entry desk id lines />
                    </li>
                </For>
            }
        };
        match title {
            None => questions().into_any(),
            Some(title) => view! {
                <li class="outline-section">
                    <Entry desk id=title lines />
                    <ol role="list">{questions()}</ol>
                </li>
            }
            .into_any(),
        }
    };
    // The entry of the open card may be far down in a long list.
    Effect::new(move |_| {
        if let Spot::Question(id) = desk.spot.get() {
            page::show_soon(&entry_id(id));
        }
    });
    let add = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus_soon(ADD_QUESTION);
    };
    view! {
        <nav class="outline" aria-label="Questions in this survey">
            <ol role="list">
                <li>
                    <Fixed desk spot=Spot::Welcome name="First page" />
                </li>
                <For each=titles key=|title| *title children=section />
                <li>
                    <Fixed desk spot=Spot::Words name="Hard words" />
                </li>
            </ol>
            <a class="button outline-add" href="#" on:click=add>
                "+ Add a question"
            </a>
        </nav>
    }
}

/// A card that every survey has.
#[component]
fn Fixed(desk: Desk, spot: Spot, name: &'static str) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-current=move || (desk.spot.get() == spot).then_some("true")
            on:click=move |_| desk.open(spot)
        >
            <span class="outline-number"></span>
            {name}
        </button>
    }
}

/// A question or a page: its number, its words, and whether only some people are asked.
#[component]
fn Entry(desk: Desk, id: QuestionId, lines: Lines) -> impl IntoView {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Question(id));
    let line = line(lines, id);
    let shown = move || {
        line.get().map(|line| {
            let only_if = line.only_if.is_some().then(|| {
                view! { <span class="outline-if">"Only if"</span> }
            });
            view! {
                <span class="outline-number">{line.number}</span>
                <span class="outline-text" dir="auto">
                    {line.text.clone()}
                </span>
                {only_if}
            }
        })
    };
    view! {
        <button
            type="button"
            id=entry_id(id)
            aria-current=move || open.get().then_some("true")
            on:click=move |_| desk.open(Spot::Question(id))
        >
            {shown}
        </button>
    }
}

fn entry_id(id: QuestionId) -> String {
    format!("outline-{}", id.0)
}
