//! A QR code, drawn.

use super::el::{El, el};
use crate::model::qr::Qr;

/// The drawing, black on white in any colours: cameras need it so. `name` says what it is.
pub fn qr_drawing(code: &Qr, name: &'static str) -> El {
    let size = code.size.to_string();
    let square = ["0 0 ", &size, " ", &size].concat();
    let ground = el("rect").attr("width", size.clone()).attr("height", size).attr("fill", "#fff");
    el("svg")
        .class("qr")
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("viewBox", square)
        .attr("shape-rendering", "crispEdges")
        .child(ground)
        .child(el("path").attr("d", code.path.clone()).attr("fill", "#000"))
}
