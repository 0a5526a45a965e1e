//! A survey as one web page: a file that people open by a double click, with no website behind it.
//!
//! What it is made of is fetched when it is asked for. Absent: how the page is filled in, which the
//! [model](crate::model::single) says.

use super::file_way::file_name;
use super::{Photos, Ready, button};
use crate::browser::{fetch, file, page};
use crate::model::deflate::deflate;
use crate::model::link::survey_fragment;
use crate::model::pictures::shown_by;
use crate::model::single::{self, Single};
use crate::model::wire::{Packet, SurveyFile};
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How the file ends.
const ENDING: &str = ".html";

/// What is saved.
struct Parts {
    title: String,
    deflated: Vec<u8>,
    /// The survey's file, where it has photos, sounds or videos.
    own: Option<Vec<u8>>,
    /// The codes of its pictures.
    pictures: Vec<String>,
}

/// Why there is no page.
enum NotMade {
    /// Not all came that it is made of.
    NotAllCame,
    /// What came is of another release.
    OtherRelease,
    /// The browser did not save it.
    NotSaved,
}

/// The card. Nothing while its photos are on their way, which go into the page.
pub fn one_page(desk: Desk, ready: &Ready) -> Option<El> {
    let Photos::Here(photos, media) = &ready.photos else { return None };
    let has_own = !photos.is_empty() || !media.is_empty();
    let own = has_own.then(|| {
        let (photos, media) = (photos.clone(), media.clone());
        SurveyFile { deflated: ready.deflated.clone(), photos, media }.to_packet()
    });
    if own.as_ref().is_some_and(|own| own.len() > SurveyFile::LARGEST) {
        return None;
    }
    let pictures =
        desk.versions.with_untracked(|versions| versions.last().map(shown_by).unwrap_or_default());
    let (title, deflated) = (ready.title.clone(), ready.deflated.clone());
    let parts = Arc::new(Parts { title, deflated, own, pictures });
    let is_making = RwSignal::new(false);
    let save = move || {
        if is_making.get_untracked() {
            return;
        }
        is_making.set(true);
        desk.tell("Making the web page…");
        let parts = parts.clone();
        spawn_local(async move {
            let made = make(&parts).await;
            // The person may be on another screen by now. The page was asked for all the same.
            _ = is_making.try_set(false);
            desk.tell(&match made {
                Ok((name, bytes)) => {
                    let size = words::count(bytes.div_ceil(1000), "kB", "kB");
                    format!("The web page is saved as {} ({size}). Send it to people.", words::own(&name))
                }
                Err(NotMade::NotAllCame) => {
                    "Not all of the web page came. Check your internet. Then try again.".to_owned()
                }
                Err(NotMade::OtherRelease) => {
                    "There is a newer Ask Together on this website. Close this page and open it again. Then try again.".to_owned()
                }
                Err(NotMade::NotSaved) => "The web page was not saved. Please try again.".to_owned(),
            });
        });
    };
    let steps = [
        "Save the web page.",
        "Attach it to an email. Or copy it to a USB stick or to SharePoint.",
        "People save it on their computer and open it. They send their answers as they would from the link.",
    ];
    let help = "Some browsers keep nothing for a page that is a file. The page says so, and people then answer in one \
                go. On phones the link works better: many phones only show such a file, and cannot run it.";
    let photos = has_own.then(|| {
        el("p").text(
            "Your photos, sounds and videos are in it. They can make it too large for an email.",
        )
    });
    let card = el("section")
        .class("card")
        .child(el("h3").text("Save it as one web page"))
        .child(
            el("p").text(
                "The whole survey is in one file. It opens by a double click, with no internet.",
            ),
        )
        .children(photos)
        .child(el("ol").children(steps.map(|step| el("li").text(step))))
        .child(el("p").class("soft").text(help))
        .child(el("div").class("button-row").child(button("button", "Save as one web page", save)));
    Some(card)
}

/// Fetches what the page is made of, and has the browser save it. Comes back with its name and its bytes.
async fn make(parts: &Parts) -> Result<(String, usize), NotMade> {
    let template = fetch::bytes(single::ADDRESS, single::LARGEST);
    // All begin before the first is waited for.
    let drawings: Vec<_> = parts
        .pictures
        .iter()
        .map(|code| (code, fetch::text(&["pictures/", code, ".svg"].concat())))
        .collect();
    let template = template.await.map_err(|_| NotMade::NotAllCame)?;
    let template = String::from_utf8(template).map_err(|_| NotMade::OtherRelease)?;
    let mut pictures = Vec::new();
    for (code, drawing) in drawings {
        let svg = drawing.await.filter(|text| text.starts_with("<svg"));
        pictures.push((code.clone(), deflate(svg.ok_or(NotMade::NotAllCame)?.as_bytes())));
    }
    let whole = Single {
        title: &parts.title,
        organiser: &page::address_of("./"),
        fragment: &survey_fragment(&parts.deflated),
        own: parts.own.as_deref(),
        pictures: &pictures,
    };
    let whole = single::fill(&template, whole).ok_or(NotMade::OtherRelease)?;
    let name = [&*file_name(&parts.title), ENDING].concat();
    file::save(&name, "text/html;charset=utf-8", whole.as_bytes())
        .map_err(|_| NotMade::NotSaved)?;
    Ok((name, whole.len()))
}
