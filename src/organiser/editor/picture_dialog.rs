//! The dialog to pick a picture: a search, and all pictures in groups. The browser's own
//! `<dialog>`, so that Escape closes it and the focus goes back to the button that opened it.
//!
//! One for the whole editor. Its pictures are only in the page while it is open.

use crate::model::standard;
use crate::organiser::pictures::{self, FOLDER, Group, Picture};
use crate::organiser::state::{Desk, Pictured};
use crate::organiser::words;
use crate::ui::picture::small;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The dialog. Open while the desk says what a picture is picked for.
#[component]
pub fn PictureDialog(desk: Desk) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let search = RwSignal::new(String::new());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (desk.picking.get(), dialog.open()) {
            (Some(_), false) => {
                search.set(String::new());
                // Fails only for a dialog that is open already.
                let _ = dialog.show_modal();
            }
            (None, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="dialog picture-dialog"
            node_ref=dialog
            aria-labelledby="picture-title"
            on:close=move |_| desk.picking.set(None)
        >
            {move || desk.picking.get().map(|of| view! { <Pictures desk of search /> })}
        </dialog>
    }
}

#[component]
fn Pictures(desk: Desk, of: Pictured, search: RwSignal<String>) -> impl IntoView {
    let picked = desk.picture(of);
    let found = Memo::new(move |_| search.with(|search| pictures::find(search)));
    let count = move || {
        let count = found.with(|groups| groups.iter().map(|group| group.pictures.len()).sum());
        match count {
            0 => "No pictures found. Try another word.".to_owned(),
            count => words::count(count, "picture", "pictures"),
        }
    };
    let pick = move |code: &str| {
        desk.set_picture(of, code.to_owned());
        desk.picking.set(None);
    };
    let (title, none) = match of {
        Pictured::Choice(_, id) if standard::is_standard(id) => ("choice", "The usual picture"),
        Pictured::Choice(..) => ("choice", "No picture"),
        Pictured::Question(_) => ("question", "No picture"),
    };
    let button = move |picture: &Picture| {
        let code = picture.code;
        let is_picked = (code == picked).then_some("true");
        view! {
            <li>
                <button
                    type="button"
                    class="picture-choice"
                    aria-current=is_picked
                    on:click=move |_| pick(code)
                >
                    {small(FOLDER, code)}
                    <span>{picture.name}</span>
                </button>
            </li>
        }
    };
    let group = move |group: &Group| {
        view! {
            <h3>{group.name}</h3>
            <ul class="picture-grid" role="list">
                {group.pictures.iter().map(&button).collect_view()}
            </ul>
        }
    };
    view! {
        <h2 id="picture-title">{format!("Pick a picture for this {title}")}</h2>
        <div class="labelled">
            <label for="picture-search">"Search for a picture"</label>
            // No `type="search"`: there, Escape empties the field and leaves the dialog open.
            <input
                type="text"
                class="text-field"
                id="picture-search"
                autocomplete="off"
                prop:value=search
                on:input=move |event| search.set(event_target_value(&event))
            />
        </div>
        <div class="button-row">
            <button type="button" class="button" on:click=move |_| pick("")>
                {none}
            </button>
            <button type="button" class="button" on:click=move |_| desk.picking.set(None)>
                "Close"
            </button>
        </div>
        <p class="help" role="status">
            {count}
        </p>
        <div class="picture-groups">
            {move || found.with(|groups| groups.iter().map(&group).collect_view())}
        </div>
    }
}
