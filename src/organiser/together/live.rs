//! Working side by side: the card that makes a pair with a device next to this one, and that says
//! how far it is.
//!
//! Absent: telling that somebody came or went. The message at the foot of every screen says that.

mod words;

use super::invite::my_name;
use super::scan::{Scan, scan};
use crate::browser::{page, peer, share};
use crate::model::link::is_pair;
use crate::model::qr;
use crate::organiser::buttons::{Work, button};
use crate::organiser::ids::LIVE;
use crate::organiser::link_ways::link_field;
use crate::organiser::screen::Screen;
use crate::organiser::state::live::{GONE, Pairing};
use crate::organiser::state::{Desk, HEADING};
use crate::ui::el::{El, announced, el};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;
use leptos::task::spawn_local;
use words::explain;

/// The heading of what a person has to hand over.
const CODE: &str = "live-code";
/// The field with the code.
const LINK: &str = "live-link";
const FIELD: &str = "live-paste";

/// Codes on the other device.
const OTHER_DEVICE: Scan = Scan {
    id: "scan-pair",
    is_meant: is_pair,
    other: "This code is for something else. Scan the one below “Work side by side”.",
    many: None,
};

/// The screen for a device that has no survey yet.
pub fn screen(desk: Desk) -> El {
    el("main")
        .class("column together")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Make it together"))
        .child(card(desk))
}

/// The card.
pub fn card(desk: Desk) -> El {
    let live = desk.live;
    let trouble = move || {
        let why = live.trouble.get();
        why.map(|why| el("p").class("notice bad").text(explain(why))).into_iter().collect()
    };
    el("section")
        .class("card live")
        .attr("aria-labelledby", LIVE)
        .child(el("h2").id(LIVE).attr("tabindex", "-1").text("Work side by side"))
        .live(move || {
            if !peer::is_there() {
                return vec![el("p").class("notice").text(words::CANNOT)];
            }
            if live.asked.with(Option::is_some) {
                return asked(desk);
            }
            match live.pairing.get() {
                Pairing::Idle => start(desk),
                Pairing::Making => vec![el("p").text("Making the code…")],
                Pairing::Offered(link) => offered(desk, link),
                Pairing::Answered(link) => answered(desk, link),
                Pairing::Joining => {
                    vec![el("p").text("Looking for the other device…"), stop(desk)]
                }
                Pairing::Together => together(desk),
                Pairing::Gone => after("notice", GONE, desk),
                Pairing::NotFound => after("notice bad", words::NOT_FOUND, desk),
            }
        })
        .child(announced("status", trouble))
}

/// Somebody's code was opened. Nothing is sent anywhere before the person says so.
fn asked(desk: Desk) -> Vec<El> {
    let answer = move |connects: bool| {
        move || {
            desk.answer_asked(connects);
            page::focus_soon(LIVE);
        }
    };
    let connect = button("button primary", "Connect", answer(true));
    let not = button("button", "Do not connect", answer(false));
    vec![
        heading("Connect to the other device?"),
        el("p").text(
            "Connect only if the person is next to you, and you want to work on a survey together. \
             They will see the survey that you both work on, and what you change in it.",
        ),
        el("div").class("button-row").child(connect).child(not),
    ]
}

/// What can be done while there is no other device.
fn start(desk: Desk) -> Vec<El> {
    let mut all = vec![el("p").text(
        "Two devices next to each other can work on one survey at the same time. Each sees what \
         the other changes. Nothing goes over the internet.",
    )];
    let first = move || {
        desk.offer_pair();
        page::focus_soon(LIVE);
    };
    all.push(my_name(desk));
    if desk.screen.get_untracked() == Screen::Pair {
        all.push(el("p").text(
            "Open a survey on the other device. Go to Check, then “Side by side”, and press “Pair with a \
             device next to you”. Then bring its code here.",
        ));
    } else {
        all.push(el("p").text("Both must be on the same Wi-Fi."));
        all.push(el("div").class("button-row").child(button(
            "button primary",
            "Pair with a device next to you",
            first,
        )));
    }
    all.extend(paste(desk, "Paste the code of the other device", "Use this code"));
    all
}

fn after(class: &'static str, text: &'static str, desk: Desk) -> Vec<El> {
    let mut all = vec![el("p").class(class).text(text)];
    all.extend(start(desk));
    all
}

/// The code of this device, and the field for the answer.
fn offered(desk: Desk, link: String) -> Vec<El> {
    let mut all = vec![heading("1. Bring this code to the other device")];
    all.push(el("p").text("Point its camera at the picture. Or send the code as a message."));
    all.extend(qr::encode(&link).map(|code| qr_drawing(&code, "QR code that pairs")));
    all.extend(code(desk, "Code of this device", "Copy the code", link));
    all.push(el("h3").text("2. Bring the answer back here"));
    all.push(el("p").text("The other device shows an answer now. Scan it. Or paste it here."));
    all.extend(paste(desk, "Paste the answer of the other device", "Connect"));
    all.push(stop(desk));
    all
}

/// The answer of this device.
fn answered(desk: Desk, link: String) -> Vec<El> {
    let mut all = vec![heading("Bring this answer back to the first device")];
    all.push(el("p").text(
        "Press “Scan a code” on the first device. Hold this picture in front of it. Or send the \
         answer as a message, and paste it there. Then you are connected. Leave this page open.",
    ));
    all.extend(qr::encode(&link).map(|code| qr_drawing(&code, "QR code of the answer")));
    all.extend(code(desk, "Answer of this device", "Copy the answer", link));
    all.push(stop(desk));
    all
}

fn together(desk: Desk) -> Vec<El> {
    let name = desk.live.called();
    vec![
        el("p").class("notice good").text(format!("Connected with {name}.")),
        el("p").attr("dir", "auto").text(format!(
            "You both have {}.",
            crate::organiser::words::quoted(&desk.pair_title())
        )),
        el("p").text(
            "Each of you sees what the other changes, and where the other is. You both keep all \
             of it.",
        ),
        stop(desk),
    ]
}

/// A heading that gets the focus when the code is there.
fn heading(text: &'static str) -> El {
    page::focus_soon(CODE);
    el("h3").id(CODE).attr("tabindex", "-1").text(text)
}

/// A code, and the ways to hand it over.
fn code(desk: Desk, label: &'static str, copy_it: &'static str, link: String) -> [El; 3] {
    let (shown, copied, shared) = (link.clone(), link.clone(), link);
    let copy = move || {
        let link = copied.clone();
        spawn_local(async move {
            desk.tell(match share::copy(&link, LINK).await {
                true => "It is copied. Paste it into a message.",
                false => "The browser did not let us copy. It is marked. Copy it yourself.",
            });
        });
    };
    let handing = Work::new();
    let hand = move || {
        let link = shared.clone();
        handing.start(async move {
            if share::share("Ask Together", &link).await == share::Shared::Failed {
                desk.tell("Sharing did not work. Copy it instead.");
            }
        });
    };
    let field = link_field(LINK, move || shown.clone());
    let row =
        el("div").class("button-row").child(button("button primary", copy_it, copy)).children(
            share::can_share()
                .then(|| handing.button("button", (|| "Share".into(), "Sharing…"), hand)),
        );
    [el("label").class("label").attr("for", LINK).text(label), field, row]
}

/// The field for a code of the other device, the button that takes it in, and the one that scans it.
fn paste(desk: Desk, label: &'static str, take: &'static str) -> [El; 3] {
    let pasted = RwSignal::new(String::new());
    let take_in = move |text: String| {
        desk.take_pair(&text);
        // When it was not taken, the field is still there, with all that was pasted.
        if desk.live.trouble.get_untracked().is_none() {
            page::focus_soon(LIVE);
        }
    };
    let press = button("button", take, move || take_in(pasted.get_untracked()));
    let row = el("div").class("button-row").child(press);
    let field = el("textarea")
        .class("text-field link")
        .id(FIELD)
        .attr("rows", "3")
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(event_target_value(&event)));
    [
        el("label").class("label").attr("for", FIELD).text(label),
        field,
        row.children(scan(OTHER_DEVICE, take_in, |_| ()).into_iter().flatten()),
    ]
}

fn stop(desk: Desk) -> El {
    let stop = move || {
        desk.stop_pair();
        page::focus_soon(LIVE);
    };
    el("div").class("button-row").child(button("button", "Stop", stop))
}
