//! Above the screens that send a survey and show its answers: that some of it is here and can't be read. Without a
//! word, what is left would look like all there is.
//!
//! Absent: a draft that can't be read (see [`home`](super::home)), and saving it all as files, which My surveys
//! offers.

use super::state::Desk;
use super::{library, words};
use crate::model::id::SurveyId;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// The notice, or nothing.
pub fn unread(desk: Desk, id: SurveyId) -> El {
    let says = Memo::new(move |_| {
        // Both come back with a copy.
        desk.versions.track();
        says(desk.unread_answers.get(), library::unreadable_versions(id))
    });
    let notice = move || {
        let title = el("strong").text("Some of this survey cannot be read here. ");
        let text = el("p").child(title).live_text(move || says.get());
        el("div").class("column").child(el("div").class("notice bad").child(text))
    };
    parts().show(move || !says.with(String::is_empty), move || parts().child(notice()))
}

fn says(answers: usize, versions: usize) -> String {
    let mut all = Vec::new();
    if answers > 0 {
        let is = words::count(answers, "answer is", "answers are");
        all.push(format!("{is} kept, and not counted."));
    }
    if versions > 0 {
        let are = words::count(versions, "published version is", "published versions are");
        all.push(format!(
            "{are} kept, but its words are lost here. Its link still works for the people who have it, and their \
             answers wait until the words are back. Do not publish again before you have tried that."
        ));
    }
    if !all.is_empty() {
        all.push(
            "Open a backup on My surveys to bring it back. My surveys also saves what cannot be read as a file."
                .to_owned(),
        );
    }
    all.join(" ")
}
