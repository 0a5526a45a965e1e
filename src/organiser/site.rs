//! What the host says about itself in `site.json`: on My surveys, and as the start of each new survey.
//!
//! Absent: participants. What they read of it stands in the survey, where an organiser can change it.

use super::state::Desk;
use crate::browser::{clock, fetch, page};
use crate::model::draft::{Act, Draft};
use crate::model::site::Site;
use crate::model::web_address::host_of;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file, beside the page.
const FILE: &str = "site.json";

impl Desk {
    /// Reads what the host says. Without it, or when it takes too long, all is as it was.
    pub(super) fn read_site(self) {
        spawn_local(async move {
            let Some(text) = fetch::text(FILE).await else { return };
            match Site::from_json(&text) {
                Ok(site) => _ = self.site.try_set(site),
                Err(why) => page::note(&why.says()),
            }
        });
    }

    /// A new survey as it begins on this host.
    pub(super) fn begun(self, mut draft: Draft) -> Draft {
        let changes = self.site.with_untracked(|site| site.begins(draft.content()));
        if !changes.is_empty() {
            draft.apply(draft.edit(self.author(), clock::now(), Act::Do(changes)));
        }
        draft
    }
}

/// Whose copy this is, above the list of surveys.
pub(super) fn head(desk: Desk) -> El {
    let Site { name, logo, .. } = desk.site.get();
    // The name beside it says all that a logo says.
    let picture = |logo| el("img").class("site-logo").attr("src", logo).attr("alt", "");
    let picture = (!logo.is_empty()).then(|| picture(logo));
    let words = (!name.is_empty()).then(|| el("span").attr("dir", "auto").text(name));
    let is_there = picture.is_some() || words.is_some();
    let head = el("p").class("site-head").children(picture).children(words);
    parts().children(is_there.then_some(head))
}

/// What the host does with what people say, below the list.
pub(super) fn foot(desk: Desk) -> El {
    let Site { privacy, privacy_link, .. } = desk.site.get();
    let link = host_of(&privacy_link).map(|host| {
        let says = format!("Read more at {host} (opens a new tab)");
        let link = el("a").attr("href", privacy_link.clone()).attr("target", "_blank");
        el("p").child(link.attr("rel", "noopener noreferrer").text(says))
    });
    let words = (!privacy.is_empty())
        .then(|| el("p").class("site-privacy").attr("dir", "auto").text(privacy));
    let is_there = words.is_some() || link.is_some();
    let card = el("section")
        .class("card")
        .attr("aria-labelledby", "site-privacy")
        .child(el("h2").id("site-privacy").text("Privacy"))
        .children(words)
        .children(link);
    parts().children(is_there.then_some(card))
}
