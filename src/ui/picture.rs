//! Pictures, by name: ours from the built folder, each fetched on its own when it comes into sight,
//! and people's own photos, which each program finds in the browser.

use super::el::{El, el};
use crate::model::photo::is_photo;
use leptos::prelude::*;

/// Where the pictures are.
#[derive(Clone, Copy)]
pub struct Pictures {
    /// The way to ours, with a slash at the end.
    pub folder: &'static str,
    /// The photos that are in this browser: name and address of each.
    pub photos: RwSignal<Vec<(String, String)>>,
}

impl Pictures {
    /// The address of a picture. `None` without a name, and for a photo that is not here: then the
    /// words are there alone.
    pub fn address(&self, name: &str) -> Option<String> {
        if is_photo(name) {
            return self.photos.with(|photos| {
                photos.iter().find(|(other, _)| other == name).map(|(_, address)| address.clone())
            });
        }
        (!name.is_empty()).then(|| [self.folder, name, ".svg"].concat())
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
    from.address(name).map(|address| {
        el("img")
            .class(class)
            .attr("alt", alt.to_owned())
            .attr("width", "72")
            .attr("height", "72")
            .attr("loading", "lazy")
            .attr("src", address)
    })
}
