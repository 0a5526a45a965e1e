//! A short link, for surveys that are too long for one that holds them: the survey lies as a file beside the app on
//! its host, and the link has the name of the file alone.
//!
//! The name is remembered: who has printed the link needs the same one after the survey is published again.
//!
//! Absent: putting it there. Whoever looks after the host does that (see `docs/hosting.md`).

use super::{Photos, Ready, button};
use crate::browser::{file, page, share};
use crate::model::hosted::{LONGEST, file_name, query, safe_name};
use crate::model::qr;
use crate::model::wire::{Packet, SurveyFile};
use crate::organiser::library;
use crate::organiser::link_ways::link_field;
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The fields for the name and the link.
const NAME: &str = "hosted-name";
const LINK: &str = "hosted-link";

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
                "The short link is copied. It works once the file is on your website."
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
            }
            note();
        });
    let labelled = el("div")
        .class("labelled")
        .child(el("label").attr("for", NAME).text("Short name"))
        .child(el("p").class("help").id("hosted-name-help").live_text(says))
        .child(field);
    let test = el("a")
        .class("button")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .live_attr("href", link)
        .text("Try the short link")
        .child(el("span").class("unseen").text(" (opens a new tab)"));
    let steps = [
        "Save the file.",
        "Ask whoever looks after this website to put it into the folder “surveys”, beside the app.",
        "Try the short link. Once it opens your survey, send it, or print its code.",
    ];
    let code = move || {
        let code = qr::encode(&link()?)?;
        Some(qr_drawing(&code, "QR code of the short link"))
    };
    let card = el("section")
        .class("card")
        .child(el("h3").text("Make a short link"))
        .child(el("p").text(
            "For surveys that are too long for a link, or that have photos of your own. Whoever has the link can \
             open the survey. Answers are never on the website.",
        ))
        .live(older)
        .child(el("ol").children(steps.map(|step| el("li").text(step))))
        .child(labelled)
        .child(el("label").class("label").attr("for", LINK).text("Short link"))
        .child(link_field(LINK, move || link().unwrap_or_default()))
        .live(move || code().into_iter().collect())
        .child(
            el("div")
                .class("button-row")
                .child(button("button primary", "Save the file for the website", save))
                .child(button("button", "Copy the short link", copy))
                .child(test),
        );
    Some(card)
}
