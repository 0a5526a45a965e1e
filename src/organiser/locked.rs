//! What a person sees who opens a link to somebody’s sealed answers or notes, where their key is not:
//! the person who sent it, who wants to know what it is; a supporter; the organiser on another device.
//! Easy read, and made for a phone.
//!
//! Absent: what is in it. Nobody here can read it, not even what the survey is called.

use super::buttons::Work;
use super::link_ways::link_field;
use super::screen::Screen;
use super::state::{Desk, HEADING};
use crate::browser::page;
use crate::browser::share::{self, Shared};
use crate::model::link::{self, BadLink, Sent};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the link.
const LINK: &str = "locked-link";

/// What the screen is called, for the link in the page's address.
pub fn title(sent: Sent) -> &'static str {
    match sent {
        Sent::Answers | Sent::Notes if link::sealed_for(&page::fragment()).is_err() => {
            "This link did not open"
        }
        Sent::Draft => "This link did not open",
        Sent::Answers => "These answers are locked",
        Sent::Notes => "These notes are locked",
        _ => "Opening…",
    }
}

/// The screen.
pub fn locked(desk: Desk, sent: Sent) -> El {
    let main = el("main")
        .class("column locked")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text(title(sent)));
    if !matches!(sent, Sent::Answers | Sent::Notes | Sent::Draft) {
        // The page that it belongs to is on its way.
        return main;
    }
    let fragment = page::fragment();
    let main = match link::sealed_for(&fragment) {
        // A draft comes here only where it can't be read.
        _ if sent == Sent::Draft => main.child(bad(sent, link::draft_fault(&fragment))),
        Ok(_) => main.and(what_to_do(desk, sent, fragment)),
        Err(why) => main.child(bad(sent, why)),
    };
    let home =
        el("a").attr("href", "#").on_follow(move || desk.go(Screen::Home)).text("Go to My surveys");
    main.child(el("p").class("soft").text("Do you make surveys? ").child(home))
}

fn what_to_do(desk: Desk, sent: Sent, fragment: String) -> El {
    let (what, about) = match sent {
        Sent::Notes => (
            "This link holds what somebody said about a survey.",
            "My notes about the survey (locked)",
        ),
        _ => {
            ("This link holds somebody’s answers to a survey.", "My answers to the survey (locked)")
        }
    };
    let address = StoredValue::new([&page::address_of(""), "#", &fragment].concat());
    let copy = move |_| {
        spawn_local(async move {
            desk.tell(if share::copy(&address.get_value(), LINK).await {
                "The link is copied. Now paste it into a message."
            } else {
                "We could not copy the link. It is marked. Copy it yourself."
            });
        });
    };
    let handing = Work::new();
    let hand = move || {
        handing.start(async move {
            let text = [about, ":\n", &address.get_value()].concat();
            match share::share(about, &text).await {
                Shared::Handed => {
                    desk.tell("The link went to the app you picked. Press send there.")
                }
                Shared::Closed => {}
                Shared::Failed => desk.tell("That did not work. Copy the link instead."),
            }
        });
    };
    let share = share::can_share();
    let copy_class = if share { "button" } else { "button primary" };
    let field = link_field(LINK, move || address.get_value());
    let send = el("section")
        .class("card")
        .attr("aria-labelledby", "send-it")
        .child(el("h2").id("send-it").text("Send them this link"))
        .child(el("p").text("Send this link to the person who asked the questions."))
        .child(
            el("div")
                .class("button-row")
                .children(share.then(|| {
                    handing.button("button primary", (|| "Share the link".into(), "Sharing…"), hand)
                }))
                .child(button(copy_class).on("click", copy).text("Copy the link")),
        )
        .child(el("label").class("label").attr("for", LINK).text("The link"))
        .child(field);
    let made = el("section")
        .class("card")
        .attr("aria-labelledby", "made-it")
        .child(el("h2").id("made-it").text("Did you make the survey?"))
        .child(
            el("p").text("Open this link on the computer where you made it. Use the same browser."),
        );
    parts()
        .child(el("p").text(what))
        .child(el("p").text("Only the person who made the survey can open them."))
        .child(send)
        .child(made)
}

/// The link is broken: whoever sent it can send it again.
fn bad(sent: Sent, why: BadLink) -> El {
    let holds = match sent {
        Sent::Notes => "It was to bring what somebody said about a survey.",
        Sent::Draft => "It was to bring the draft of a survey.",
        _ => "It was to bring somebody’s answers.",
    };
    let what = match why {
        BadLink::CutShort => "The end of this link is missing.",
        BadLink::TooLarge => "This link is too long.",
        BadLink::Newer => "This link is newer than this page.",
        BadLink::Damaged | BadLink::Missing | BadLink::OtherKind => {
            "This link was changed on the way."
        }
    };
    let next = match why {
        BadLink::Newer => "Close this page. Then open the link again.",
        _ => "Ask the person who sent it to send it again.",
    };
    let words = [what, holds, next].map(|words| el("p").text(words));
    el("div").class("notice bad").children(words)
}
