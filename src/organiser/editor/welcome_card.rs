//! The card of the first page: title, whose it is, what it is for, who sees the answers. And what
//! happens once they are sent.

use crate::model::draft::Place;
use crate::organiser::app::title;
use crate::organiser::field::TextField;
use crate::organiser::state::editing::card_id;
use crate::organiser::state::{Desk, Spot};
use leptos::prelude::*;

/// Closed, it shows the title. Open, its fields.
#[component]
pub fn WelcomeCard(desk: Desk) -> impl IntoView {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Welcome);
    let title = move || title(desk);
    view! {
        <section
            class="card editor-card"
            class:open=open
            id=card_id(Spot::Welcome)
            aria-label="First page"
        >
            <Show
                when=move || open.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="card-opener"
                            on:click=move |_| desk.open(Spot::Welcome)
                        >
                            <span class="card-kind">"First page"</span>
                            <span class="card-text" dir="auto">
                                {title}
                            </span>
                        </button>
                    }
                }
            >
                <h2 class="card-kind">"First page"</h2>
                <TextField desk place=Place::Title label="Title" />
                <TextField
                    desk
                    place=Place::Organisation
                    label="Who is asking?"
                    help="The name of your group or team. People want to know whose survey it is."
                />
                <TextField
                    desk
                    place=Place::Welcome
                    label="What is it for?"
                    help="Say why you ask, and what you will do with the answers."
                    rows=3
                />
                <TextField desk place=Place::WhoSees label="Who will see the answers?" rows=2 />
                <TextField
                    desk
                    place=Place::After
                    label="What happens next?"
                    help="People read this once they have sent their answers."
                    rows=2
                />
                <p class="help">
                    "We add the rest: how long it takes, and that people do not have to answer."
                </p>
            </Show>
        </section>
    }
}
