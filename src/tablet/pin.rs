//! The PIN in front of the organiser's page.

use super::app::{say, sheet, title};
use super::state::{Screen, Tablet};
use crate::browser::{clock, page, wait};
use crate::model::tablet::Tried;
use crate::participant::app::button;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

const PIN: &str = "pin";

/// A field for a PIN. Its digits are dots, and no browser offers to remember it.
pub fn pin_field(
    id: &'static str,
    name: &'static str,
    hint: Option<&'static str>,
    typed: RwSignal<String>,
) -> El {
    let hint_id = [id, "-hint"].concat();
    let field = el("input")
        .id(id)
        .class("field pin")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "8")
        .attr_if("aria-describedby", hint.map(|_| hint_id.clone()))
        .value(move || typed.get())
        .on("input", move |event| typed.set(event_target_value(&event)));
    let hint = hint.map(|hint| el("p").class("hint").id(hint_id).text(hint));
    el("div")
        .class("entry")
        .child(el("label").class("say").attr("for", id).text(name))
        .children(hint)
        .child(field)
}

/// The page.
pub fn pin_page(tablet: Tablet) -> El {
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let waits = RwSignal::new(0);
    let count = move || {
        spawn_local(async move {
            loop {
                let now = clock::now();
                let left =
                    tablet.session.with_untracked(|s| s.as_ref().map_or(0, |s| s.waits(now)));
                let was = waits.try_get_untracked();
                // Drawn anew, nobody looks at it any more.
                if waits.try_set(left).is_some() || left == 0 {
                    if was.is_some_and(|was| was > 0) {
                        told.try_set(None);
                    }
                    return;
                }
                wait::pause(1_000).await;
            }
        });
    };
    count();
    let open = move || {
        spawn_local(async move {
            match tablet.try_pin(typed.get_untracked()).await {
                Some(Tried::Open) => return tablet.show(Screen::Staff),
                Some(Tried::NoPin) => {
                    told.set(Some("A PIN has 4 digits. Type all of them.".to_owned()));
                }
                Some(Tried::Wrong(1)) => {
                    told.set(Some("This is not the PIN. You can try 1 more time.".to_owned()));
                }
                Some(Tried::Wrong(left)) => {
                    told.set(Some(format!("This is not the PIN. You can try {left} more times.")));
                }
                Some(Tried::Wait(_)) => {
                    told.set(Some("There were too many wrong PINs. Please wait.".to_owned()));
                    count();
                }
                None => told.set(Some("The tablet could not look. Please try again.".to_owned())),
            }
            typed.set(String::new());
            page::focus_soon(PIN);
        });
    };
    let notice = |words: String| el("div").class("notice bad").child(say(words));
    let told = move || told.get().map(notice).into_iter().collect();
    let left = move || match waits.get() {
        0 => String::new(),
        1 => "You can try again in 1 second.".to_owned(),
        left => format!("You can try again in {left} seconds."),
    };
    // Said once as it starts. A number that is said each second helps nobody.
    let left = el("p").class("say").attr("role", "timer").attr("aria-live", "off").live_text(left);
    let back = button("button", "Back", move || tablet.between());
    let form = pin_field(PIN, "PIN", None, typed).on_key(move |event| {
        if event.key() == "Enter" {
            open();
        }
    });
    sheet([
        title("For the organiser"),
        el("div").attr("role", "alert").live(told),
        left.hidden(move || waits.get() == 0),
        form,
        el("details")
            .child(el("summary").text("I forgot the PIN"))
            .child(say(
                "Nobody can look it up. Ask who set up this tablet. Without it the answers cannot be collected, but \
                 people can go on answering. Clearing this website’s data in the browser ends the round and deletes \
                 the answers.",
            )),
        el("div").class("steps").child(back).child(button("button primary", "Open", open)),
    ])
}
