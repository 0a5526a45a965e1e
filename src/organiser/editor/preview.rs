//! The preview: the open card as a phone shows it, by the very components a participant gets.
//! What is answered here is kept nowhere.

use crate::model::id::QuestionId;
use crate::model::response::Answers;
use crate::model::seal::PublicKey;
use crate::model::survey::Survey;
use crate::organiser::state::{Desk, Spot};
use crate::ui::fresh::fresh;
use crate::ui::heading::Level;
use crate::ui::survey_page::{Count, SurveyPage, Way};
use crate::ui::welcome::Welcome;
use leptos::prelude::*;

/// A phone beside the editor.
#[component]
pub fn Preview(desk: Desk, ids: Memo<Vec<QuestionId>>) -> impl IntoView {
    let answers = RwSignal::new(Answers::default());
    // A place beside the open one: the preview walks the cards.
    let step = move |by: isize| {
        let ids = ids.get_untracked();
        let place = match desk.spot.get_untracked() {
            Spot::Welcome => -1,
            Spot::Question(id) => ids.iter().position(|o| *o == id).map_or(-1, |p| p as isize),
        };
        match usize::try_from(place + by) {
            Err(_) => desk.spot.set(Spot::Welcome),
            Ok(place) => {
                if let Some(id) = ids.get(place) {
                    desk.spot.set(Spot::Question(*id));
                }
            }
        }
    };
    let question = Memo::new(move |_| match desk.spot.get() {
        Spot::Welcome => None,
        Spot::Question(id) => desk
            .draft
            .with(|draft| draft.content().question(id).map(|question| question.as_question())),
    });
    let turn = StoredValue::new(0);
    let page = move || match question.get() {
        None => {
            let survey = first_page(desk);
            view! {
                <Welcome survey level=Level::Preview heading="preview-heading" />
                <div class="steps">
                    <button type="button" class="button primary" on:click=move |_| step(1)>
                        "Start"
                    </button>
                </div>
            }
            .into_any()
        }
        Some(mut question) => {
            let id = question.id;
            if question.text.is_empty() {
                question.text = "Your question goes here".to_owned();
            }
            let place = ids.with(|ids| ids.iter().position(|other| *other == id)).unwrap_or(0);
            let count = Count { number: place + 1, of: ids.with(Vec::len) };
            let answer = Callback::new(move |()| answers.with(|all| all.get(id).cloned()));
            let on_answer = Callback::new(move |answer| answers.update(|all| all.set(id, answer)));
            let on_way = Callback::new(move |way| match way {
                Way::Back => step(-1),
                Way::Next => step(1),
                Way::Skip => {
                    answers.update(|all| all.set(id, None));
                    step(1);
                }
            });
            view! {
                <SurveyPage
                    question
                    count
                    answer
                    on_answer
                    on_way
                    next="Next"
                    level=Level::Preview
                    heading="preview-heading"
                />
            }
            .into_any()
        }
    };
    let shown = move || {
        turn.update_value(|turn| *turn += 1);
        fresh(turn.get_value(), page())
    };
    view! {
        <aside class="preview" aria-label="Preview">
            <h2 class="preview-title">"How it looks on a phone"</h2>
            <div class="phone">
                <div class="answering">
                    <div class="sheet">{shown}</div>
                </div>
            </div>
        </aside>
    }
}

/// The first page as it stands. What a survey must have to be published is not there yet.
fn first_page(desk: Desk) -> Survey {
    desk.draft.with(|draft| {
        let content = draft.content();
        let or = |text: &str, other: &str| {
            if text.trim().is_empty() { other.to_owned() } else { text.trim().to_owned() }
        };
        Survey {
            id: draft.id(),
            version: 0,
            key: PublicKey([0; 32]),
            title: or(&content.title, "Your title goes here"),
            organisation: or(&content.organisation, ""),
            welcome: or(&content.welcome, ""),
            who_sees: or(&content.who_sees, ""),
            questions: content.questions.iter().map(|question| question.as_question()).collect(),
        }
    })
}
