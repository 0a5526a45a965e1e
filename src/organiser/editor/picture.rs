//! The button that shows a picture and opens the dialog to pick another.

use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::organiser::field::TextField;
use crate::organiser::pictures;
use crate::organiser::state::{Desk, Pictured};
use crate::ui::picture::small;
use leptos::prelude::*;

/// The button.
#[component]
pub fn PictureButton(
    desk: Desk,
    of: Pictured,
    /// What the picture is of: "the question", "choice 2".
    #[prop(into)]
    what: Signal<String>,
) -> impl IntoView {
    let shown = Memo::new(move |_| desk.draft.with(|_| shown(desk, of)));
    let name = move || {
        let code = shown.get();
        let name =
            pictures::name(&code).unwrap_or(if code.is_empty() { "none yet" } else { &code });
        format!("Picture of {}: {name}", what.get())
    };
    view! {
        <button
            type="button"
            class="picture-button"
            class:empty=move || shown.with(String::is_empty)
            aria-haspopup="dialog"
            aria-label=name
            title=name
            on:click=move |_| desk.picking.set(Some(of))
        >
            {move || shown.with(|code| small(pictures::FOLDER, code))}
            <Show when=move || shown.with(String::is_empty)>
                <span>"Picture"</span>
            </Show>
        </button>
    }
}

/// The code of the picture that people will see: the one that was picked, or the app's own.
fn shown(desk: Desk, of: Pictured) -> String {
    match of {
        Pictured::Question(_) => desk.picture(of),
        Pictured::Choice(id, choice) => desk.draft.with(|draft| {
            let question = draft.content().question(id);
            let shows = question.and_then(|q| Some(q.choice(choice)?.shows(q.kind).to_owned()));
            shows.unwrap_or_default()
        }),
    }
}

/// What the question's picture shows, for people who do not see it. Away while it has none.
#[component]
pub fn PictureWords(desk: Desk, question: QuestionId) -> impl IntoView {
    let has_picture = Memo::new(move |_| !desk.picture(Pictured::Question(question)).is_empty());
    view! {
        <Show when=move || has_picture.get()>
            <TextField
                desk
                place=Place::PictureAlt(question)
                label="What does the picture show?"
                help="Leave this empty if the words say it all."
            />
        </Show>
    }
}
