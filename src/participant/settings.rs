//! How the page looks, to be chosen: the size of its words, colours, pictures, movement.
//!
//! Absent: what the phone remembers, and giving the page that look (see [`comfort`](super::comfort)).

use super::comfort::{REMEMBERED, SETTINGS, Setting, remembered};
use super::state::Answering;
use crate::browser::{page, storage};
use crate::model::words::Word;
use crate::ui::el::{El, el};

/// A group of choices for each setting.
pub fn settings(state: Answering) -> Vec<El> {
    let set = remembered();
    let setting = |(at, (name, title, choices)): (usize, &Setting)| {
        let (name, chosen) = (*name, set[at]);
        let choice = |(number, word): (u8, &Word)| {
            let choose = move |_| {
                let mut all = remembered();
                all[at] = number;
                let digits: String = all.iter().map(|digit| char::from(b'0' + digit)).collect();
                // Where nothing is kept, it is only forgotten.
                let _ = storage::set(REMEMBERED, &digits);
                page::mark(name, &number.to_string());
            };
            let radio = el("input").attr("type", "radio").attr("name", name).on("change", choose);
            let radio = radio.attr_if("checked", (number == chosen).then_some(""));
            el("label").class("setting").child(radio).text(state.say(*word))
        };
        let choices = (0..).zip(choices.iter()).map(choice);
        let group = el("fieldset").class("setting-group");
        group.child(el("legend").text(state.say(*title))).children(choices)
    };
    SETTINGS.iter().enumerate().map(setting).collect()
}
