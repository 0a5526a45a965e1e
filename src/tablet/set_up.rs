//! The organiser starts the tablet: a PIN, and how long somebody may do nothing.

use super::app::{say, sheet, title};
use super::pin::pin_field;
use super::state::Tablet;
use crate::browser::page;
use crate::model::survey::Survey;
use crate::model::tablet::{MINUTES, Pin};
use crate::participant::app::button;
use crate::participant::keep::Keeping;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

const PIN: &str = "pin";
const AGAIN: &str = "pin-again";
const MINUTES_ID: &str = "minutes";
/// The minutes that can be chosen. All are within [`MINUTES`].
const CHOICES: [u8; 7] = [1, 2, 3, 5, 10, 20, 30];

/// The page.
pub fn set_up(tablet: Tablet) -> El {
    let [_, usual, _] = MINUTES;
    let survey = tablet.linked.with_untracked(|survey| survey.as_ref().map(|s| s.title.clone()));
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let minutes = RwSignal::new(usual);
    let wrong = RwSignal::new(None::<&'static str>);
    let press = move || {
        let chosen = Pin::read(&pin.get_untracked());
        let keeps_apart = tablet
            .linked
            .with_untracked(|survey| survey.as_ref().is_some_and(Survey::keeps_some_apart));
        let why = match chosen {
            _ if keeps_apart => Some(
                "This survey keeps some answers apart. That does not work on a shared tablet. Use the link for \
                 phones.",
            ),
            None => Some("The PIN has to be 4 digits, such as 2580."),
            _ if chosen != Pin::read(&again.get_untracked()) => {
                Some("The two PINs are not the same. Type them again.")
            }
            Some(_) => None,
        };
        wrong.set(why);
        let (None, Some(chosen)) = (why, chosen) else { return page::focus_soon(PIN) };
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
    let keeper = tablet.keeper.get_value();
    let trouble = move || {
        let words = match keeper.keeping.get() {
            Keeping::Fails => CANNOT_KEEP,
            Keeping::OldUnreadable => OLD,
            Keeping::Works | Keeping::CannotDelete => return Vec::new(),
        };
        vec![el("div").class("notice bad").child(say(words))]
    };
    sheet([
        title("Start this tablet"),
        el("p").class("whose say").attr("dir", "auto").text(survey.unwrap_or_default()),
        say("People answer one after another. Nobody sees what the person before them said. \
             The answers are locked and wait here until you collect them."),
        el("div").live(trouble),
        pin_field(PIN, "Choose a PIN of 4 digits", Some("You need it to end the round."), pin),
        pin_field(AGAIN, "The PIN again", None, again),
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
        el("div").attr("role", "alert").live(told),
        el("div").class("steps").child(button("button primary", "Start", press)),
    ])
}

const CANNOT_KEEP: &str = "This browser keeps nothing, so answers would be lost. A private window may be the reason, \
                           or a full disk. Open the link in a usual window, or on another tablet.";
const OLD: &str = "There are older answers on this tablet that this page cannot read. They are still here. \
                   Before you clear this browser, ask whoever looks after Ask Together for you.";
