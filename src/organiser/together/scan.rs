//! Scanning a code from somebody's phone with this computer's camera, in a dialog.
//!
//! The camera is on only while the dialog is open. Absent: what the code's text means; the caller
//! takes it in.

use crate::browser::page;
use crate::browser::scan::{Camera, Grey, has_camera};
use crate::model::link::is_from_others;
use crate::model::qr::read;
use crate::organiser::buttons::button;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

const DIALOG: &str = "scan";
const TITLE: &str = "scan-title";
const VIDEO: &str = "scan-video";

/// How far the scanning got.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scanning {
    Off,
    Asking,
    Looking,
    /// There was a code that is none of ours.
    Other,
    NoCamera,
}

/// The button and its dialog. None where a page can not ask for a camera. `take` gets the text of a
/// code that holds notes or a draft.
pub fn scan(take: impl Fn(String) + Copy + Send + Sync + 'static) -> Option<[El; 2]> {
    if !has_camera() {
        return None;
    }
    let now = RwSignal::new(Scanning::Off);
    let start = move || {
        now.set(Scanning::Asking);
        page::open_dialog(DIALOG);
        spawn_local(async move {
            let found = look(now).await;
            if now.get_untracked() != Scanning::Off
                && let Some(text) = found
            {
                page::close_dialog(DIALOG);
                take(text);
            }
        });
    };
    let says = move || match now.get() {
        Scanning::Off => "",
        Scanning::Asking => "Your browser asks if it may use the camera. Say yes.",
        Scanning::Looking => "Hold the code in front of the camera.",
        Scanning::Other => {
            "This code is for something else. Try the code on the page “Send my notes”."
        }
        Scanning::NoCamera => {
            "The camera did not open. Ask for a link or a file. Or choose a photo of the code."
        }
    };
    let video = el("video")
        .id(VIDEO)
        .class("scan-video")
        .attr("playsinline", "")
        .attr("muted", "")
        .attr("aria-label", "What the camera sees");
    let dialog = el("dialog")
        .class("dialog")
        .id(DIALOG)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| now.set(Scanning::Off))
        .child(el("h2").id(TITLE).text("Scan a code"))
        .child(el("p").attr("role", "status").live_text(move || says().to_owned()))
        .child(video)
        .child(el("div").class("button-row").child(button("button", "Stop", || {
            page::close_dialog(DIALOG);
        })));
    Some([button("button", "Scan a code", start), dialog])
}

/// Looks until there is a code of ours, or the dialog is closed.
async fn look(now: RwSignal<Scanning>) -> Option<String> {
    let is_on = || now.try_get_untracked().is_some_and(|now| now != Scanning::Off);
    let Ok(camera) = Camera::on(VIDEO).await else {
        if is_on() {
            now.set(Scanning::NoCamera);
        }
        return None;
    };
    if is_on() {
        now.set(Scanning::Looking);
    }
    while is_on() {
        let Some(grey) = camera.look().await else { continue };
        let found = codes(&grey);
        if let Some(ours) = found.iter().find(|text| is_from_others(text)) {
            return Some(ours.clone());
        }
        if !found.is_empty() && is_on() {
            now.set(Scanning::Other);
        }
    }
    None
}

/// The text of every code in a picture.
pub fn codes(grey: &Grey) -> Vec<String> {
    read::read(grey.width, grey.height, &grey.points)
}
