//! The organiser starts the tablet: a PIN, and how long somebody may do nothing.

use super::app::{say, sheet, title};
use super::own::own;
use super::pin::pin_field;
use super::state::Tablet;
use crate::browser::{clock, page};
use crate::model::tablet::{MINUTES, Pin};
use crate::participant::app::button;
use crate::participant::keep::Keeping;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

const PIN: &str = "pin";
const AGAIN: &str = "pin-again";
const MINUTES_ID: &str = "minutes";
/// Where it says why it does not start.
const WHY: &str = "why";
/// The minutes that can be chosen. All are within [`MINUTES`].
const CHOICES: [u8; 7] = [1, 2, 3, 5, 10, 20, 30];

/// The page.
pub fn set_up(tablet: Tablet) -> El {
    let [_, usual, _] = MINUTES;
    let today = clock::today();
    let survey = tablet
        .linked
        .with_untracked(|survey| survey.as_ref().map(|s| (s.title.clone(), s.is_closed(today))));
    let (survey, is_closed) = survey.unwrap_or_default();
    let survey = el("p").class("whose say").attr("dir", "auto").text(survey);
    if is_closed {
        let closed = format!(
            "This survey is closed, so nobody can begin it. By the clock of this tablet, today is {}. Is that right? \
             Then set a later last day in Ask Together, publish again, and open the new link here.",
            clock::day_in(today, "en")
        );
        let notice = el("div").class("notice bad").child(say(closed));
        return sheet([title("Start this tablet"), survey, notice]);
    }
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let minutes = RwSignal::new(usual);
    let wrong = RwSignal::new(None::<&'static str>);
    let press = move || {
        let chosen = Pin::read(&pin.get_untracked());
        let why = match chosen {
            None => Some("The PIN has to be 4 digits, such as 2580."),
            _ if chosen != Pin::read(&again.get_untracked()) => {
                Some("The two PINs are not the same. Type them again.")
            }
            Some(_) => None,
        };
        wrong.set(why);
        let (None, Some(chosen)) = (why, chosen) else {
            page::focus_soon(PIN);
            return page::show_soon(WHY);
        };
        spawn_local(async move {
            if !tablet.start(chosen, minutes.get_untracked()).await {
                wrong.set(Some(CANNOT_KEEP));
            }
        });
    };
    let option = |each: u8| {
        let words = if each == 1 { "1 minute".to_owned() } else { format!("{each} minutes") };
        el("option")
            .attr("value", each.to_string())
            .attr_if("selected", (each == usual).then_some(""))
            .text(words)
    };
    let choose = move |event| {
        if let Ok(chosen) = event_target_value(&event).parse() {
            minutes.set(chosen);
        }
    };
    let select = el("select")
        .id(MINUTES_ID)
        .class("field")
        .on("change", choose)
        .attr("aria-describedby", "minutes-hint")
        .children(CHOICES.into_iter().map(option));
    let told = move || {
        let notice = |why: &'static str| el("div").class("notice bad").child(say(why));
        wrong.get().map(notice).into_iter().collect()
    };
    let own = tablet.linked.with_untracked(|survey| own(survey.as_ref()?));
    let keeper = tablet.keeper.get_value();
    let trouble = move || {
        let words = match keeper.keeping.get() {
            Keeping::Fails => CANNOT_KEEP,
            Keeping::OldUnreadable => OLD,
            Keeping::Works | Keeping::CannotDelete => return Vec::new(),
        };
        vec![el("div").class("notice bad").child(say(words))]
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            press();
        }
    };
    sheet([
        title("Start this tablet"),
        survey,
        say("People answer one after another. Nobody sees what the person before them said. \
             The answers are locked and wait here until you collect them."),
        say(
            "Before you hand it over, close all other tabs. Then lock the tablet to this page, so that nobody \
             leaves it by accident: on an iPad with Guided Access, on Android by pinning the app.",
        ),
        el("div").live(trouble),
        el("div").children(own),
        // Above the field that gets the focus: further down, nobody would see why it did not start.
        el("div").id(WHY).attr("role", "alert").live(told),
        pin_field(PIN, "Choose a PIN of 4 digits", Some("You need it to end the round."), pin)
            .on_key(enter),
        pin_field(AGAIN, "The PIN again", None, again).on_key(enter),
        el("div")
            .class("entry")
            .child(
                el("label")
                    .class("say")
                    .attr("for", MINUTES_ID)
                    .text("When somebody walks away, wait"),
            )
            .child(el("p").class("hint").id("minutes-hint").text(
                "Then the tablet asks whether anyone is there, and gets ready for the next person.",
            ))
            .child(select),
        el("div").class("steps").child(button("button primary", "Start", press)),
    ])
}

const CANNOT_KEEP: &str = "This browser keeps nothing, so answers would be lost. A private window may be the reason, \
                           or a full disk. Open the link in a usual window, or on another tablet.";
const OLD: &str = "There are older answers on this tablet that this page cannot read. They are still here. \
                   Before you clear this browser, ask whoever looks after Ask Together for you.";
