//! What a person reads before the first question: what it is, whose it is, how long it takes,
//! that they don't have to, and who will see it.

use super::heading::{Heading, Level};
use super::icon::{CLOCK, Drawing, EYE, HAND, Icon, PEOPLE};
use crate::model::survey::Survey;
use leptos::prelude::*;

/// The welcome text and its facts. The button to start is the caller's.
#[component]
pub fn Welcome(
    survey: Survey,
    /// How deep the title stands as a heading.
    level: Level,
    /// The id of the heading, so that the page can put the focus on it.
    heading: &'static str,
) -> impl IntoView {
    let questions = match survey.questions.len() {
        1 => "1 question".to_owned(),
        many => format!("{many} questions"),
    };
    let minutes = match survey.minutes() {
        1 => "about 1 minute".to_owned(),
        many => format!("about {many} minutes"),
    };
    let whose = (!survey.organisation.is_empty()).then(|| {
        view! { <p class="whose" dir="auto">"By " {survey.organisation}</p> }
    });
    let about = (!survey.welcome.is_empty()).then(|| {
        view! { <p class="words" dir="auto">{survey.welcome}</p> }
    });
    let who_sees = (!survey.who_sees.is_empty()).then(|| fact(EYE, survey.who_sees));
    view! {
        <Heading level id=heading>
            {survey.title}
        </Heading>
        {whose}
        {about}
        <ul class="facts" role="list">
            {fact(CLOCK, format!("It has {questions}. It takes {minutes}."))}
            {fact(HAND, "You do not have to answer. Your support will stay the same.".to_owned())}
            {fact(PEOPLE, "Someone can help you. Say what you think.".to_owned())}
            {who_sees}
        </ul>
    }
}

fn fact(icon: Icon, text: String) -> impl IntoView {
    view! {
        <li>
            <Drawing icon />
            <span class="words" dir="auto">
                {text}
            </span>
        </li>
    }
}
