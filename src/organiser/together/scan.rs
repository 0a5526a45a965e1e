//! Scanning a code from another device's screen with this computer's camera, in a dialog.
//!
//! The camera is on only while the dialog is open. Absent: what the code's text means; the caller
//! takes it in.

use crate::browser::page;
use crate::browser::scan::{Camera, has_camera};
use crate::organiser::buttons::button;
use crate::organiser::read_file::codes;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is scanned for.
#[derive(Clone, Copy)]
pub struct Scan {
    /// The id of its dialog.
    pub id: &'static str,
    /// True for the text of a code that is meant.
    pub is_meant: fn(&str) -> bool,
    /// What to do about any other code.
    pub other: &'static str,
}

/// How far the scanning got.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scanning {
    Off,
    Asking,
    Looking,
    /// There was a code that is not meant.
    Other,
    NoCamera,
}

/// The button and its dialog. None where a page can not ask for a camera. `take` gets the text of the
/// code.
pub fn scan(scan: Scan, take: impl Fn(String) + Copy + Send + Sync + 'static) -> Option<[El; 2]> {
    if !has_camera() {
        return None;
    }
    let now = RwSignal::new(Scanning::Off);
    let start = move || {
        now.set(Scanning::Asking);
        page::open_dialog(scan.id);
        spawn_local(async move {
            if let Some(text) = look(scan, now).await {
                page::close_dialog(scan.id);
                take(text);
            }
        });
    };
    let says = move || match now.get() {
        Scanning::Off => "",
        Scanning::Asking => "Your browser asks if it may use the camera. Say yes.",
        Scanning::Looking => "Hold the code in front of the camera.",
        Scanning::Other => scan.other,
        Scanning::NoCamera => {
            "The camera did not open. Ask for a message instead. Or allow the camera in your \
             browser, and try again."
        }
    };
    let [title, video] = [[scan.id, "-title"].concat(), video_id(scan)];
    let video = el("video")
        .id(video)
        .class("scan-video")
        .attr("playsinline", "")
        .attr("muted", "")
        .attr("aria-label", "What the camera sees");
    let stop = button("button", "Stop", move || page::close_dialog(scan.id));
    let dialog = el("dialog")
        .class("dialog")
        .id(scan.id)
        .attr("aria-labelledby", title.clone())
        .on("close", move |_| now.set(Scanning::Off))
        .child(el("h2").id(title).text("Scan a code"))
        .child(el("p").attr("role", "status").live_text(move || says().to_owned()))
        .child(video)
        .child(el("div").class("button-row").child(stop));
    Some([button("button", "Scan a code", start), dialog])
}

fn video_id(scan: Scan) -> String {
    [scan.id, "-video"].concat()
}

/// Looks until there is a code that is meant, or the dialog is closed. The person may also go to
/// another screen meanwhile, and then the signal is gone.
async fn look(scan: Scan, now: RwSignal<Scanning>) -> Option<String> {
    let is_on = || now.try_get_untracked().is_some_and(|now| now != Scanning::Off);
    let tell = |state| _ = now.try_set(state);
    let Ok(camera) = Camera::on(&video_id(scan)).await else {
        if is_on() {
            tell(Scanning::NoCamera);
        }
        return None;
    };
    if is_on() {
        tell(Scanning::Looking);
    }
    while is_on() {
        let Some(grey) = camera.look().await else { continue };
        let found = codes(&grey);
        if let Some(meant) = found.iter().find(|text| (scan.is_meant)(text)) {
            return is_on().then(|| meant.clone());
        }
        if !found.is_empty() && is_on() {
            tell(Scanning::Other);
        }
    }
    None
}
