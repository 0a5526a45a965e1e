//! A link with the ways to hand it out: the field that holds it, copy, share sheet, a look at it, and
//! what it takes to try it. For surveys and for reviews.

use super::buttons::{Work, button};
use super::state::Desk;
use crate::browser::share::{self, Shared};
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A link to hand out.
pub struct Link {
    /// The id of its field.
    pub id: &'static str,
    /// What the field is called.
    pub label: &'static str,
    /// What the share sheet calls it.
    pub title: String,
    /// What stands above the link in a message.
    pub message: String,
    /// The link.
    pub address: String,
}

/// A field that only shows a link, for copying by hand.
pub fn link_field(id: &'static str, link: impl Fn() -> String + Send + 'static) -> El {
    el("textarea")
        .class("text-field link")
        .id(id)
        .attr("readonly", "")
        .attr("rows", "3")
        .attr("dir", "ltr")
        .value(link)
}

/// The field with its label, and the row of buttons, to which the caller may add.
pub fn link_ways(desk: Desk, link: Link) -> ([El; 2], El) {
    let Link { id, label, title, message, address } = link;
    let shown = address.clone();
    let field = link_field(id, move || shown.clone());
    let label = el("label").class("unseen").attr("for", id).text(label);
    let open = el("a")
        .class("button")
        .attr("href", address.clone())
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text("Preview as a participant")
        .child(el("span").class("unseen").text(" (opens a new tab)"));
    let text = format!("{message}\n{address}");
    let kept = StoredValue::new((title, text, address));
    let copy = move || {
        spawn_local(async move {
            if share::copy(&kept.get_value().2, id).await {
                desk.tell("The link is copied. Paste it into a message or an email.");
            } else {
                desk.tell("The browser did not let us copy. The link is marked. Copy it yourself.");
            }
        });
    };
    // A browser that has its share sheet open refuses a second one.
    let handing = Work::new();
    let hand = move || {
        handing.start(async move {
            let (title, text, _) = kept.get_value();
            match share::share(&title, &text).await {
                Shared::Handed => desk.tell("The link went to the app you picked."),
                Shared::Closed => {}
                Shared::Failed => desk.tell("Sharing did not work. Copy the link instead."),
            }
        });
    };
    let row = el("div")
        .class("button-row")
        .child(button("button primary", "Copy the link", copy))
        .children(
            share::can_share()
                .then(|| handing.button("button", (|| "Share the link".into(), "Sharing…"), hand)),
        )
        .child(open);
    ([label, field], row)
}
