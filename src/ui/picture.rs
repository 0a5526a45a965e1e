//! Pictures, by name: ours from the built folder, and people's own photos, which each program finds in
//! the browser.
//!
//! **Invariant:** no sign of a broken picture. One that does not come leaves its words alone.

use super::el::{El, el};
use crate::model::photo::is_photo;
use leptos::prelude::*;

/// Pictures that were fetched: the name of each, and its address if it came.
pub type Fetched = Vec<(String, Option<String>)>;

/// Where the pictures are.
#[derive(Clone, Copy)]
pub struct Pictures {
    /// The way to ours, with a slash at the end.
    pub folder: &'static str,
    /// The photos that are in this browser: name and address of each.
    pub photos: RwSignal<Vec<(String, String)>>,
    /// Where all of a survey's are fetched at once: those of ours that have been, each with an address
    /// that needs no host, and with none when it did not come. `None` where each is fetched when it
    /// comes into sight.
    pub fetched: Option<RwSignal<Fetched>>,
}

/// Holds the place of a picture that is on its way, so that nothing moves when it comes.
const COMING: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

impl Pictures {
    /// The address of one of ours. `None` for one that did not come.
    fn address(&self, name: &str) -> Option<String> {
        let Some(fetched) = self.fetched else { return Some(self.address_at_host(name)) };
        fetched.with(|all| match all.iter().find(|(other, _)| other == name) {
            Some((_, address)) => address.clone(),
            None => Some(COMING.to_owned()),
        })
    }

    /// Where the host has one of ours.
    pub fn address_at_host(&self, name: &str) -> String {
        [self.folder, name, ".svg"].concat()
    }

    /// The address of a photo. `None` for one that is not here.
    pub fn photo(&self, name: &str) -> Option<String> {
        self.photos.with(|photos| {
            photos.iter().find(|(other, _)| other == name).map(|(_, address)| address.clone())
        })
    }
}

/// The picture of a question, beside its words. Without a name, nothing.
pub fn large(from: Pictures, name: &str, alt: &str) -> Option<El> {
    picture(from, name, alt, "picture large")
}

/// The picture of a choice. The words are beside it, so it needs none of its own.
pub fn small(from: Pictures, name: &str) -> Option<El> {
    picture(from, name, "", "picture")
}

fn picture(from: Pictures, name: &str, alt: &str, class: &'static str) -> Option<El> {
    if name.is_empty() {
        return None;
    }
    let is_broken = RwSignal::new(false);
    let img = el("img")
        .class(class)
        .attr("alt", alt.to_owned())
        .attr("width", "72")
        .attr("height", "72")
        .attr("loading", "lazy")
        // Drawn anew, it may be gone by the time it is told.
        .on("error", move |_| _ = is_broken.try_set(true));
    if is_photo(name) {
        // Of a photo that is not here, the words are there alone.
        return Some(img.attr("src", from.photo(name)?).hidden(move || is_broken.get()));
    }
    let name = name.to_owned();
    let shown = name.clone();
    let is_hidden = move || is_broken.get() || from.address(&name).is_none();
    Some(img.live_attr("src", move || from.address(&shown)).hidden(is_hidden))
}
