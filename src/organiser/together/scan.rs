//! Scanning codes from another device's screen with this computer's camera, in a dialog: one code, or one after
//! another without a press between them.
//!
//! What is too large for one code comes as frames, and is one thing once all of them are read.
//!
//! The camera is on only while the dialog is open. Absent: what a code's text means; the caller takes it in.

use crate::browser::page;
use crate::browser::scan::{Camera, has_camera};
use crate::browser::sound::beep;
use crate::model::frames::collect::{Frames, Seen, is_frame};
use crate::organiser::buttons::button;
use crate::organiser::read_file::codes;
use crate::organiser::words;
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
    /// What is counted where one after another is read. `None` where one is all.
    pub many: Option<Counted>,
}

/// What codes hold many of.
#[derive(Clone, Copy)]
pub struct Counted {
    /// What one is called, and what many are.
    pub names: [&'static str; 2],
    /// How many the text of a code holds.
    pub count: fn(&str) -> usize,
}

/// How far the scanning got.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scanning {
    Off,
    Asking,
    Looking,
    /// So many things are read; true when the last one was read before.
    Read(usize, bool),
    /// So many of so many frames are read.
    Frames(usize, usize),
    /// There was a code that is not meant.
    Other,
    NoCamera,
}

/// The button and its dialog. None where a page can not ask for a camera. `take` gets the text of each code, once.
/// `end` gets all of them where one after another was read.
pub fn scan(
    scan: Scan,
    take: impl Fn(String) + Copy + Send + Sync + 'static,
    end: impl Fn(&[String]) + Copy + Send + Sync + 'static,
) -> Option<[El; 2]> {
    if !has_camera() {
        return None;
    }
    let now = RwSignal::new(Scanning::Off);
    let start = move || {
        now.set(Scanning::Asking);
        page::open_dialog(scan.id);
        spawn_local(async move {
            let read = look(scan, now, take).await;
            end(&read);
        });
    };
    let says = move || match now.get() {
        Scanning::Off => String::new(),
        Scanning::Asking => "Your browser asks if it may use the camera. Say yes.".to_owned(),
        Scanning::Looking => "Hold the code in front of the camera.".to_owned(),
        Scanning::Read(count, is_again) => {
            let [one, many] = scan.many.map_or(["code", "codes"], |counted| counted.names);
            let read = words::count(count, one, many);
            let what = if is_again { "This one is already in. " } else { "" };
            format!(
                "{what}✓ {read} read. Hold the next code in front of the camera, or press Done."
            )
        }
        Scanning::Frames(have, of) => format!(
            "{} of {} codes read. Keep the screen in front of the camera until all are in.",
            words::number(have),
            words::number(of)
        ),
        Scanning::Other => scan.other.to_owned(),
        Scanning::NoCamera => {
            "The camera did not open. Ask for a message instead. Or allow the camera in your \
             browser, and try again."
                .to_owned()
        }
    };
    let [title, video] = [[scan.id, "-title"].concat(), video_id(scan)];
    let video = el("video")
        .id(video)
        .class("scan-video")
        .attr("playsinline", "")
        .attr("muted", "")
        .attr("aria-label", "What the camera sees");
    let end = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| page::close_dialog(scan.id))
        .live_text(move || {
            let is_some = matches!(now.get(), Scanning::Read(..));
            if is_some { "Done" } else { "Stop" }.to_owned()
        });
    let dialog = el("dialog")
        .class("dialog")
        .id(scan.id)
        .attr("aria-labelledby", title.clone())
        .on("close", move |_| now.set(Scanning::Off))
        .child(el("h2").id(title).text("Scan a code"))
        .child(el("p").attr("role", "status").live_text(says))
        .child(video)
        .child(el("div").class("button-row").child(end));
    Some([button("button", "Scan a code", start), dialog])
}

fn video_id(scan: Scan) -> String {
    [scan.id, "-video"].concat()
}

/// Looks for codes that are meant until there is one, or where many are read, until the dialog is closed. The person
/// may also go to another screen meanwhile, and then the signal is gone.
/// Comes back with those that were read one after another.
async fn look(scan: Scan, now: RwSignal<Scanning>, take: impl Fn(String)) -> Vec<String> {
    let is_on = || now.try_get_untracked().is_some_and(|now| now != Scanning::Off);
    let tell = |state| {
        // Drawn again for each look, screen readers would say it again and again.
        if now.try_get_untracked().is_some_and(|now| now != state) {
            now.set(state);
        }
    };
    let Ok(camera) = Camera::on(&video_id(scan)).await else {
        if is_on() {
            tell(Scanning::NoCamera);
        }
        return Vec::new();
    };
    if is_on() {
        tell(Scanning::Looking);
    }
    let mut read: Vec<String> = Vec::new();
    let mut last = String::new();
    let mut frames = Frames::default();
    while is_on() {
        let Some(grey) = camera.look().await else { continue };
        let mut found = codes(&grey);
        let has_frames = gather(&mut frames, &mut found);
        let Some(meant) = found.iter().find(|text| (scan.is_meant)(text)) else {
            if let Some((have, of)) = frames.progress().filter(|_| has_frames && is_on()) {
                tell(Scanning::Frames(have, of));
            } else if found.is_empty() {
                // The next one may be the same person's again.
                last.clear();
            } else if is_on() {
                tell(Scanning::Other);
            }
            continue;
        };
        if !is_on() || *meant == last {
            continue;
        }
        last.clone_from(meant);
        let Some(counted) = scan.many else {
            page::close_dialog(scan.id);
            take(meant.clone());
            return Vec::new();
        };
        let is_again = read.contains(meant);
        if !is_again {
            read.push(meant.clone());
            beep();
            take(meant.clone());
        }
        tell(Scanning::Read(read.iter().map(|text| (counted.count)(text)).sum(), is_again));
    }
    read
}

/// Takes the frames out of what was found, and puts in what became whole. True when there was a frame.
fn gather(frames: &mut Frames, found: &mut Vec<String>) -> bool {
    let mut rest = Vec::new();
    let has_frames = found.iter().any(|text| is_frame(text));
    for text in found.drain(..) {
        match frames.take(&text) {
            Seen::Other => rest.push(text),
            Seen::Whole(whole) => rest.insert(0, whole),
            Seen::Part | Seen::Damaged => {}
        }
    }
    *found = rest;
    has_frames
}
