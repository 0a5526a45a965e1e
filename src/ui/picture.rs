//! Pictures from the built folder, by name. Each is fetched on its own, when it comes into sight.
//!
//! Absent: people's own photos.

use super::el::{El, el};

/// The picture of a question, beside its words. Without a name, nothing.
pub fn large(folder: &str, name: &str, alt: &str) -> Option<El> {
    picture(folder, name, alt, "picture large")
}

/// The picture of a choice. The words are beside it, so it needs none of its own.
pub fn small(folder: &str, name: &str) -> Option<El> {
    picture(folder, name, "", "picture")
}

fn picture(folder: &str, name: &str, alt: &str, class: &'static str) -> Option<El> {
    (!name.is_empty()).then(|| {
        el("img")
            .class(class)
            .attr("alt", alt.to_owned())
            .attr("width", "72")
            .attr("height", "72")
            .attr("loading", "lazy")
            .attr("src", [folder, name, ".svg"].concat())
    })
}
