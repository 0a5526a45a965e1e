//! A short link, for surveys that are too long for one that holds them: the survey lies as a file beside the app on
//! its host, and the link has the name of the file alone.
//!
//! The name is remembered: who has printed the link needs the same one after the survey is published again.
//!
//! Its code and its ways show once the file was found there: a link that opens nothing is not handed out by mistake.
//!
//! Absent: putting it there. Whoever looks after the host does that (see `docs/hosting.md`).

use super::{Photos, Ready, button};
use crate::browser::fetch::{self, NotFetched};
use crate::browser::{file, page, share};
use crate::model::hosted::{LONGEST, OnHost, beside, file_name, on_host, query, safe_name};
use crate::model::qr;
use crate::model::wire::{Packet, SurveyFile};
use crate::organiser::buttons::Work;
use crate::organiser::library;
use crate::organiser::link_ways::link_field;
use crate::organiser::state::Desk;
use crate::ui::el::{El, announced, el};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The fields for the name and the link.
const NAME: &str = "hosted-name";
const LINK: &str = "hosted-link";
const LINK_HELP: &str = "hosted-link-help";

/// The card. Nothing while its photos are on their way, which the file needs.
pub fn hosted(desk: Desk, ready: &Ready) -> Option<El> {
    let Photos::Here(photos, media) = &ready.photos else { return None };
    let survey = SurveyFile {
        deflated: ready.deflated.clone(),
        photos: photos.clone(),
        media: media.clone(),
    };
    let packet = survey.to_packet();
    let (id, edition) =
        desk.versions.with_untracked(|all| all.last().map(|last| (last.id, last.edition)))?;
    let (kept, saved) = library::short_link(id).unzip();
    let of_title = || safe_name(&ready.title).unwrap_or_else(|| "survey".to_owned());
    let typed = RwSignal::new(kept.unwrap_or_else(of_title));
    // The edition whose file was last saved under this name.
    let saved = RwSignal::new(saved.flatten());
    let name = Memo::new(move |_| typed.with(|typed| safe_name(typed)));
    let page_address = StoredValue::new(page::address_of("answer/"));
    let link = move || {
        name.get().map(|name| page_address.with_value(|page| [&**page, &*query(&name)].concat()))
    };
    let says = move || match name.get() {
        None => "Use at least one letter from a to z, or a digit.".to_owned(),
        Some(name) => format!("The file is called {}.", file_name(&name)),
    };
    // What was found on the website under this name, in words, once somebody has looked.
    let looked = RwSignal::new(None::<Result<OnHost, NotFetched>>);
    let looking = Work::new();
    let ours = StoredValue::new(packet.clone());
    let look = move || {
        let Some(name) = name.get_untracked() else { return page::focus_soon(NAME) };
        looking.start(async move {
            let address = page::address_of(&beside(&name));
            let file = fetch::bytes(&address, SurveyFile::LARGEST).await;
            let seen = match file {
                Ok(file) => Ok(ours.with_value(|ours| on_host(&file, ours))),
                Err(NotFetched::Missing) => Ok(OnHost::Nothing),
                Err(NotFetched::TooLarge) => Ok(OnHost::Other),
                Err(why) => Err(why),
            };
            looked.try_set(Some(seen));
        });
    };
    let is_there = move || looked.get() == Some(Ok(OnHost::Newest));
    let note = move || {
        if let Some(name) = name.get_untracked() {
            library::note_short_link(id, &name, saved.get_untracked());
        }
    };
    let save = move || {
        let Some(name) = name.get_untracked() else { return page::focus_soon(NAME) };
        let name = file_name(&name);
        let is_new = saved.get_untracked().is_none_or(|saved| saved == edition);
        desk.tell(&match file::save(&name, "application/octet-stream", &packet) {
            Ok(()) => {
                saved.set(Some(edition));
                note();
                let instead = if is_new { "" } else { ", in place of the older one" };
                format!(
                    "The survey is saved as {name}. Put it into the folder surveys on your website{instead}."
                )
            }
            Err(_) => "The file was not saved. Please try again.".to_owned(),
        });
    };
    let older = move || {
        let words = "You published again after you saved this file. The short link still opens the older words. Save \
                     the file again, and have it put in place of the older one on the website.";
        let is_older = saved.get().is_some_and(|saved| saved != edition);
        is_older.then(|| el("p").class("notice").text(words)).into_iter().collect()
    };
    let copy = move || {
        let Some(link) = untrack(link) else { return page::focus_soon(NAME) };
        note();
        spawn_local(async move {
            desk.tell(if share::copy(&link, LINK).await {
                "The short link is copied."
            } else {
                "The browser did not let us copy. The link is marked. Copy it yourself."
            });
        });
    };
    let field = el("input")
        .class("text-field")
        .id(NAME)
        .attr("maxlength", (2 * LONGEST).to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", "hosted-name-help")
        .value(move || typed.get())
        .on("input", move |event| {
            let before = name.get_untracked();
            typed.set(event_target_value(&event));
            if name.get_untracked() != before {
                // No file has this name yet.
                saved.set(None);
                looked.set(None);
            }
            note();
        });
    let labelled = el("div")
        .class("labelled")
        .child(el("label").attr("for", NAME).text("Short name"))
        .child(el("p").class("help").id("hosted-name-help").live_text(says))
        .child(field);
    let code = move || {
        let code = qr::encode(&link()?)?;
        Some(qr_drawing(&code, "QR code of the short link"))
    };
    let says = move || seen_in_words(looked.get()).into_iter().collect();
    // A link that opens nothing yet is not handed out by mistake.
    let ready = move || {
        if !is_there() {
            return Vec::new();
        }
        let row = el("div").class("button-row");
        let copy = button("button", "Copy the short link", copy);
        let test = el("a")
            .class("button")
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .live_attr("href", link)
            .text("Try the short link")
            .child(el("span").class("unseen").text(" (opens a new tab)"));
        code().into_iter().chain([row.child(copy).child(test)]).collect()
    };
    let put = "Ask whoever looks after this website to put the file into the folder “surveys”, beside the app.";
    let works = "It works once the file is on the website.";
    let check = (|| "Check that it is there".into(), "Looking…");
    let row = |inside: El| el("div").class("button-row").child(inside);
    let steps = [
        step("1. Save the file").child(labelled).child(row(button(
            "button primary",
            "Save the file for the website",
            save,
        ))),
        step("2. Put it on the website").child(el("p").text(put)),
        step("3. Check it, then send the link")
            .child(el("label").class("label").attr("for", LINK).text("Short link"))
            .child(el("p").class("help").id(LINK_HELP).hidden(is_there).text(works))
            .child(link_field(LINK, move || link().unwrap_or_default()))
            .child(row(looking.button("button", check, look)))
            .child(announced("status", says))
            .live(ready),
    ];
    let card = el("section")
        .class("card")
        .child(el("h3").text("Make a short link"))
        .child(el("p").text(
            "For surveys that are too long for a link, or that have photos of your own. Whoever has the link can \
             open the survey. Answers are never on the website.",
        ))
        .live(older)
        .children(steps);
    Some(card)
}

fn step(name: &'static str) -> El {
    el("div").class("stack").child(el("h4").text(name))
}

/// What the website has under the name.
fn seen_in_words(looked: Option<Result<OnHost, NotFetched>>) -> Option<El> {
    let (class, words) = match looked? {
        Ok(OnHost::Newest) => ("notice good", "It is there. The short link opens your survey."),
        Ok(OnHost::Other) => (
            "notice",
            "Another file has this name: an older version, or another survey. Save the file again, and have it put \
             in place of that one.",
        ),
        Ok(OnHost::Nothing) => {
            ("notice", "It is not there yet. Put the file into the folder “surveys” first.")
        }
        Err(_) => ("notice", "The website did not answer. Check your internet. Then try again."),
    };
    Some(el("p").class(class).text(words))
}
