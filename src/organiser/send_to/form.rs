//! Adding a way to send, or changing one. It is checked before it is kept: a wrong address would lose
//! answers without anybody knowing.

use super::{HEAD, set};
use crate::browser::page;
use crate::model::survey::{SendTo, Way};
use crate::model::ways::{Unfit, put_in, tidy, unfit};
use crate::organiser::buttons::button;
use crate::organiser::full::limited;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The list of ways.
pub const WAY: &str = "send-way";
const TO: &str = "send-address";
const NAME: &str = "send-name";
const PROBLEM: &str = "send-problem";
/// Longer than any address or name.
const LONGEST: usize = 200;

/// What is written in the form. A copy is the same form.
#[derive(Clone, Copy)]
pub struct Editing {
    /// Which way is changed, as it was. None for a new one.
    old: StoredValue<Option<SendTo>>,
    way: RwSignal<Way>,
    to: RwSignal<String>,
    name: RwSignal<String>,
    problem: RwSignal<Option<Unfit>>,
}

impl Editing {
    /// A new way.
    pub fn new() -> Self {
        Self::with(None, SendTo { way: Way::Email, to: String::new(), name: String::new() })
    }

    /// This way, to change it.
    pub fn of(way: &SendTo) -> Self {
        Self::with(Some(way.clone()), way.clone())
    }

    fn with(old: Option<SendTo>, SendTo { way, to, name }: SendTo) -> Self {
        Self {
            old: StoredValue::new(old),
            way: RwSignal::new(way),
            to: RwSignal::new(to),
            name: RwSignal::new(name),
            problem: RwSignal::new(None),
        }
    }

    /// The way as it would be kept.
    fn read(self) -> SendTo {
        let way = self.way.get_untracked();
        let to = self.to.with_untracked(|to| tidy(way, to));
        SendTo { way, to, name: self.name.get_untracked().trim().to_owned() }
    }
}

/// The form.
pub fn form(
    desk: Desk,
    ways: Memo<Vec<SendTo>>,
    now: Editing,
    editing: RwSignal<Option<Editing>>,
) -> El {
    let keep = move || {
        let new = now.read();
        if let Some(why) = unfit(&new) {
            now.problem.set(Some(why));
            return page::focus_soon(field_of(why));
        }
        let mut all = ways.get_untracked();
        now.old.with_value(|old| put_in(&mut all, old.as_ref(), new));
        editing.set(None);
        if all != ways.get_untracked() {
            set(desk, all);
        }
        page::focus_soon(HEAD);
    };
    let cancel = move || {
        editing.set(None);
        page::focus_soon(HEAD);
    };
    let is_new = now.old.with_value(Option::is_none);
    el("form")
        .class("send-form")
        .attr("novalidate", "")
        .attr("aria-label", if is_new { "Add a way to send" } else { "Change a way to send" })
        .child(pick(now))
        .child(address(now))
        .child(name(now))
        .child(
            el("div")
                .class("button-row")
                .child(el("button").attr("type", "submit").class("button primary").text("Save"))
                .child(button("button", "Cancel", cancel)),
        )
        .on("submit", move |event| {
            let event: SubmitEvent = event.into();
            event.prevent_default();
            keep();
        })
}

fn pick(now: Editing) -> El {
    let option = |way: Way| {
        let place = way as usize;
        let is_picked = now.way.get_untracked() == way;
        el("option")
            .attr("value", place.to_string())
            .attr_if("selected", is_picked.then_some(""))
            .text(way_name(way))
    };
    let picked = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        now.way.set(Way::ALL.get(place).copied().unwrap_or(Way::Email));
        now.problem.set(None);
    };
    let select = el("select").class("text-field").id(WAY).on("change", picked);
    el("div")
        .class("labelled")
        .child(el("label").attr("for", WAY).text("How do people send them?"))
        .child(select.children(Way::ALL.map(option)))
}

fn way_name(way: Way) -> &'static str {
    match way {
        Way::Email => "Email",
        Way::Text => "Text message",
        Way::WhatsApp => "WhatsApp",
        Way::ByHand => "Give them to a person",
    }
}

/// What is wrong with this field, between its label and itself.
fn problem(now: Editing, id: &'static str) -> El {
    let wrong = move || now.problem.get().filter(|why| field_of(*why) == id);
    let says = move || wrong().map(|why| why_unfit(why).to_owned()).unwrap_or_default();
    let problem = el("p").class("problem").hidden(move || !is_wrong(now, id)).live_text(says);
    problem.live_attr("id", move || is_wrong(now, id).then(|| PROBLEM.to_owned()))
}

fn is_wrong(now: Editing, id: &'static str) -> bool {
    now.problem.get().is_some_and(|why| field_of(why) == id)
}

fn why_unfit(why: Unfit) -> &'static str {
    match why {
        Unfit::NoEmail => "Write one email address, like jo@example.org.",
        Unfit::NoNumber => "Write a phone number, like 07700 900123.",
        Unfit::NoCountry => "Write the number with its country’s code, like +44 7700 900123.",
        Unfit::NoName => "Write who people give their answers to.",
    }
}

fn field_of(why: Unfit) -> &'static str {
    match why {
        Unfit::NoEmail | Unfit::NoNumber | Unfit::NoCountry => TO,
        Unfit::NoName => NAME,
    }
}

fn field(now: Editing, id: &'static str, value: RwSignal<String>, help: &'static str) -> [El; 2] {
    let described =
        move || if is_wrong(now, id) { [PROBLEM, " ", help].concat() } else { help.to_owned() };
    let field = el("input")
        .class("text-field")
        .id(id)
        .attr("autocomplete", "off")
        .live_attr("aria-invalid", move || is_wrong(now, id).then(|| "true".to_owned()))
        .live_attr("aria-describedby", move || Some(described()).filter(|ids| !ids.is_empty()))
        .value(move || value.get())
        .on("input", move |event| value.set(event_target_value(&event)));
    limited(field, LONGEST, move || value.get())
}

fn address(now: Editing) -> El {
    const HELP: &str = "send-address-help";
    let is_email = move || now.way.get() == Way::Email;
    let label = move || if is_email() { "Email address" } else { "Mobile number" }.to_owned();
    let help =
        "A British number can start with 07. Other numbers need their country’s code, like +353.";
    let [input, full] = field(now, TO, now.to, HELP);
    let input = input
        .live_attr("type", move || Some(if is_email() { "email" } else { "tel" }.to_owned()))
        .attr("dir", "ltr");
    el("div")
        .class("labelled")
        .class_while("has-problem", move || is_wrong(now, TO))
        .hidden(move || now.way.get() == Way::ByHand)
        .child(el("label").attr("for", TO).live_text(label))
        .child(el("p").class("help").id(HELP).hidden(is_email).text(help))
        .child(problem(now, TO))
        .children([input, full])
}

fn name(now: Editing) -> El {
    const HELP: &str = "send-name-help";
    let label = move || match now.way.get() {
        Way::ByHand => "Who do people give them to?".to_owned(),
        _ => "Who gets them? (you can leave this empty)".to_owned(),
    };
    let [input, full] = field(now, NAME, now.name, HELP);
    let help = "A name that people know. For example: Jo at the day centre.";
    el("div")
        .class("labelled")
        .class_while("has-problem", move || is_wrong(now, NAME))
        .child(el("label").attr("for", NAME).live_text(label))
        .child(el("p").class("help").id(HELP).text(help))
        .child(problem(now, NAME))
        .children([input.attr("type", "text").attr("dir", "auto"), full])
}
