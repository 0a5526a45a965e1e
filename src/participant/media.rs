//! The sounds and videos of a survey that came as a file: kept on the phone, and found again for the page that
//! plays one.
//!
//! Part of the deferred part: nobody needs one to begin. Absent: playing it (see [`ui`](crate::ui)).

use super::keep::PHOTOS;
use crate::browser::file;
use crate::model::media::Media;
use crate::ui::el::{El, el};
use crate::ui::picture::Pictures;
use crate::ui::question::{Form, media};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Lets these be played in this visit, also where the browser refuses to keep them.
pub fn show(pictures: Pictures, all: &[Media]) {
    for media in all {
        remember(pictures, media);
    }
}

/// The player of a question, once the browser has found what it plays.
pub fn player(form: Form) -> Vec<El> {
    let (pictures, name) = (form.stand.pictures, form.question.media.to_string());
    let address = RwSignal::new(untrack(|| pictures.photo(&name)));
    if address.with_untracked(Option::is_none) {
        spawn_local(async move {
            let found = PHOTOS.find(&[name]).await.unwrap_or_default();
            let found = found.into_iter().flatten().find_map(Media::read);
            let found = found.and_then(|media| remember(pictures, &media));
            // The person may be on another page by now.
            address.try_set(found);
        });
    }
    vec![el("div").live(move || media::media(&form, address.get()))]
}

/// The address of one, from now on. Whoever draws pictures is not told: a page that is drawn anew loses the focus.
fn remember(pictures: Pictures, media: &Media) -> Option<String> {
    let address = file::address_of(media.bytes(), media.mime()).ok()?;
    let new = (media.name(), address.clone());
    pictures.photos.try_update_untracked(|photos| photos.push(new))?;
    Some(address)
}
