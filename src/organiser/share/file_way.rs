//! Handing a survey out as a file: the way on which people's own photos go along.

use super::{Photos, Ready, button};
use crate::browser::{file, page, share};
use crate::model::media::{MOST_MEDIA, Media};
use crate::model::wire::{Packet, SurveyFile};
use crate::organiser::link_ways::link_field;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the address of the page that opens the file.
const ADDRESS: &str = "file-address";

/// How a survey's file ends.
const ENDING: &str = ".ask-survey";

/// What the link can't carry.
pub fn photos_notice(ready: &Ready) -> El {
    let own = own(ready.has_photos, ready.has_media);
    let notice = el("div")
        .class("notice")
        .child(el("p").child(el("strong").text(format!("This survey has {own} of your own."))))
        .child(el("p").text(cannot_carry(ready.has_photos + ready.has_media)));
    let lost = match &ready.photos {
        Photos::Here(photos, media) => {
            ready.has_photos + ready.has_media - photos.len() - media.len()
        }
        Photos::Coming | Photos::Failed => 0,
    };
    let said = || {
        let lost = words::count(lost, "of these is", "of these are");
        el("p").text(format!(
            "{lost} not in this browser, and cannot go into the file. Open a backup that has them. Or pick them again."
        ))
    };
    notice.children((lost > 0).then(said))
}

fn cannot_carry(count: usize) -> &'static str {
    match count {
        1 => {
            "A link or a QR code cannot carry it. People who open the link see the words without it. To send it too, \
             save the survey as a file."
        }
        _ => {
            "A link or a QR code cannot carry them. People who open the link see the words without them. To send them \
             too, save the survey as a file."
        }
    }
}

fn media_size(media: &[Media]) -> usize {
    media.iter().map(|media| media.bytes().len()).sum()
}

/// What goes along in the file alone: "2 photos and 1 sound or video".
fn own(photos: usize, media: usize) -> String {
    let all = [(photos, "photo", "photos"), (media, "sound or video", "sounds or videos")];
    let some = all.into_iter().filter(|(count, ..)| *count > 0);
    some.map(|(number, one, many)| words::count(number, one, many))
        .collect::<Vec<_>>()
        .join(" and ")
}

/// The card of the file. `again` looks for the photos once more.
pub fn as_file(desk: Desk, ready: &Ready, again: impl Fn() + Send + 'static) -> El {
    let card = el("section").class("card").child(el("h3").text("Send a file"));
    let (photos, media) = match &ready.photos {
        Photos::Here(photos, media) => (photos, media),
        Photos::Coming => {
            return card.child(
                el("p").attr("role", "status").text("Getting your photos, sounds and videos…"),
            );
        }
        Photos::Failed => {
            let words = "This browser did not give us your photos, sounds or videos. Try again. If that does not help, close \
                         this page and open it again.";
            let notice = el("div").class("notice bad with-action").attr("role", "alert");
            let again = button("button", "Try again", again);
            return card.child(notice.child(el("p").text(words)).child(again));
        }
    };
    let survey = SurveyFile {
        deflated: ready.deflated.clone(),
        photos: photos.clone(),
        media: media.clone(),
    };
    let packet = survey.to_packet();
    // Two people may each have added as much as a survey can have.
    if packet.len() > SurveyFile::LARGEST || media_size(media) > MOST_MEDIA {
        let words = "The sounds and videos of this survey have more than 15 MB together, so no file can carry them. \
                     Remove some. Then publish again.";
        return card.child(el("div").class("notice bad").child(el("p").text(words)));
    }
    let size = words::count(packet.len().div_ceil(1000), "kB", "kB");
    let name = [&*file_name(&ready.title), ENDING].concat();
    let save = move || match file::save(&name, "application/octet-stream", &packet) {
        Ok(()) => {
            desk.tell(&format!("The survey is saved as {}. Send it to people.", words::own(&name)))
        }
        Err(_) => desk.tell("The file was not saved. Please try again."),
    };
    let address = page::address_of("answer/");
    let copied = StoredValue::new(address.clone());
    let copy = move || {
        spawn_local(async move {
            desk.tell(if share::copy(&copied.get_value(), ADDRESS).await {
                "The address is copied. Paste it into your message."
            } else {
                "The browser did not let us copy. The address is marked. Copy it yourself."
            });
        });
    };
    let steps = [
        "Save the file. Send it in a message or an email.",
        "Write the address below into your message.",
        "People open the page. They press “Open a survey file” and choose the file.",
    ];
    let field = link_field(ADDRESS, move || address.clone());
    let what = match own(photos.len(), media.len()) {
        none if none.is_empty() => format!("The whole survey is in the file ({size})."),
        own => format!("The whole survey is in the file, with {own} ({size})."),
    };
    card.child(el("p").text(what))
        .child(el("ol").children(steps.map(|step| el("li").text(step))))
        .child(el("label").attr("for", ADDRESS).text("Address of the page"))
        .child(field)
        .child(
            el("div")
                .class("button-row")
                .child(button("button primary", "Save the survey as a file", save))
                .child(button("button", "Copy the address", copy)),
        )
}

/// What a file of a survey is called, without its ending: the title, in letters that every device takes.
pub fn file_name(title: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = title.to_lowercase().chars().map(letter).take(60).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "survey".to_owned() } else { parts.join("-") }
}
