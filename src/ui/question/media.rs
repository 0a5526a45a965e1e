//! A question's own sound or video, in the browser's own player, with its words.
//!
//! It never plays by itself. Where it is not in the browser, as after opening a link, its words stand alone.
//! Absent: finding it, which each program does.

use super::Form;
use crate::model::media::{MediaKind, kind_of};
use crate::model::words::Word;
use crate::ui::el::{El, el};

/// The player and the words behind it. `address` says where it is.
pub fn media(form: &Form, address: Option<String>) -> Vec<El> {
    let Form { question, words, stand, .. } = form;
    let said = |class: &'static str| {
        el("p").class(class).attr("dir", "auto").text(question.media_words.clone())
    };
    let Some(address) = address else { return vec![said("hint words say")] };
    let tag = match kind_of(&question.media) {
        Some(MediaKind::Video) => "video",
        _ => "audio",
    };
    let player = el(tag)
        .class("player")
        .attr("controls", "")
        .attr("preload", "metadata")
        // iPhones would fill the screen with it.
        .attr("playsinline", "")
        .attr("aria-labelledby", stand.heading)
        .attr("src", address);
    let name = el("summary").text(words.say(Word::MediaWords));
    let words = el("details").child(name).child(said("words"));
    vec![player, words]
}
