//! One tablet that goes from hand to hand: the link that starts it, here or on another device.

use super::super::buttons::button;
use super::super::link_ways::link_field;
use super::super::state::Desk;
use super::{Photos, Ready};
use crate::browser::photos::ANSWERING;
use crate::browser::{page, share};
use crate::model::link::survey_fragment;
use crate::model::qr;
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
use leptos::task::spawn_local;

/// The field that holds the link.
const LINK: &str = "tablet-link";

/// The card.
pub fn on_a_tablet(desk: Desk, ready: &Ready) -> El {
    let address = format!("{}#{}", page::address_of("tablet/"), survey_fragment(&ready.deflated));
    let start = el("a")
        .class("button")
        .attr("href", address.clone())
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .on("click", {
            let own = own(ready);
            move |_| {
                let own = own.clone();
                if own.is_empty() {
                    return;
                }
                // The tablet's page waits for them.
                spawn_local(async move { _ = ANSWERING.keep(&own).await });
            }
        })
        .text("Start on this device")
        .child(el("span").class("unseen").text(" (opens a new tab)"));
    let (copied, shown) = (address.clone(), address.clone());
    let copy = move || {
        let address = copied.clone();
        spawn_local(async move {
            if share::copy(&address, LINK).await {
                desk.tell(
                    "The link for the tablet is copied. Send it to the tablet and open it there.",
                );
            } else {
                desk.tell("The browser did not let us copy. The link is marked. Copy it yourself.");
            }
        });
    };
    let code = qr::encode(&address)
        .map(|code| qr_drawing(&code, "QR code of the link that starts a tablet"));
    let has_code = code.is_some();
    let how = if has_code {
        "Point its camera at this code, or send it the link and open it there."
    } else {
        "Send it the link and open it there."
    };
    let has_photos = ready.has_photos + ready.has_media > 0;
    let photos = "The link holds no photos, sounds or videos of your own. Bring the survey’s file to the tablet too: save \
                  it under “Send a file”. The tablet asks for it before you start.";
    // A second large code beside the first would have people scan the wrong one.
    let elsewhere = el("details")
        .class("fold stack")
        .child(el("summary").text("Start it on another tablet"))
        .child(el("p").class("soft").text(how))
        .children(has_photos.then(|| el("p").text(photos)))
        .children(code)
        .child(el("label").class("unseen").attr("for", LINK).text("Link for the tablet"))
        .child(link_field(LINK, move || shown.clone()))
        .child(el("div").class("button-row").child(button("button", "Copy the tablet link", copy)));
    el("section")
        .class("card")
        .child(el("h3").text("One tablet for many people"))
        .child(el("p").text(
            "People answer one after another on the same tablet. Nobody sees what the person before them said. \
             You choose a PIN, and collect the locked answers at the end. It works with no internet once all of it is there: \
             then it says so at its foot.",
        ))
        .child(el("p").class("help").text(
            "Before you hand this device over, close all other tabs of this browser: your own surveys are in them. Then \
             lock the device to that one page: on an iPad with Guided Access, on Android by pinning the app.",
        ))
        .child(el("div").class("button-row").child(start))
        .child(elsewhere)
}

/// What the survey brings itself, by its names: for a tablet that is this device.
fn own(ready: &Ready) -> Vec<(String, Vec<u8>)> {
    let Photos::Here(photos, media) = &ready.photos else { return Vec::new() };
    let photos = photos.iter().map(|photo| (photo.name(), photo.bytes().to_vec()));
    photos.chain(media.iter().map(|media| (media.name(), media.bytes().to_vec()))).collect()
}
