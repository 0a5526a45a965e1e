//! Short guides: the list of them, and one to read, to listen to, to print and to send on.
//!
//! What they say is in [`guides`](crate::model::guides). Absent: anything of a survey. A guide opens for whoever
//! has its address, as a co-designer or a supporter on their phone.

use super::buttons::{Work, button};
use super::link_ways::link_field;
use super::listen::listen;
use super::screen::Screen;
use super::state::{Desk, HEADING};
use super::words::count;
use crate::browser::page;
use crate::browser::share::{self, Shared};
use crate::model::guides::{Guide, Page, Point, Reader, Section};
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field with the address of the guide.
const LINK: &str = "guide-link";

/// The list.
pub fn list(desk: Desk) -> El {
    let group = |reader: Reader| {
        let is_first = move |guide: &Guide| guide.page().readers.first() == Some(&reader);
        let guides = Guide::ALL.into_iter().filter(is_first);
        el("section").class("guide-group").child(el("h2").text(reader.heading())).child(
            el("ul")
                .class("guide-cards")
                .attr("role", "list")
                .children(guides.map(|guide| card(desk, guide))),
        )
    };
    el("main")
        .class("column guides")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Guides"))
        .child(
            el("p").class("soft").text(
                "Each takes 2 minutes. Read it, listen to it, print it, or send it to somebody.",
            ),
        )
        .children(Reader::ALL.map(group))
        .child(to_practice(desk))
}

fn card(desk: Desk, guide: Guide) -> El {
    let page = guide.page();
    let screen = Screen::Guide(guide);
    let link = el("a")
        .attr("href", format!("#{}", screen.fragment()))
        .on_follow(move || desk.go(screen))
        .text(guide.title());
    el("li").class("card guide-card").children(small(desk.pictures, page.picture)).child(
        el("div")
            .child(el("h3").child(link))
            .child(el("p").text(page.who))
            .child(el("p").class("soft").text(time(&page))),
    )
}

fn time(page: &Page) -> String {
    format!("{} to read", count(page.minutes(), "minute", "minutes"))
}

fn to_practice(desk: Desk) -> El {
    let screen = Screen::Practice(None);
    let link = el("a")
        .class("button")
        .attr("href", format!("#{}", screen.fragment()))
        .on_follow(move || desk.go(screen))
        .text("Practise");
    el("section")
        .class("card")
        .child(el("h2").text("Practise"))
        .child(
            el("p")
                .text("Find and fix the faults in a survey that we made up. There are 3 levels."),
        )
        .child(el("div").class("button-row").child(link))
}

/// One guide.
pub fn guide(desk: Desk, guide: Guide) -> El {
    let read = guide.page();
    let head = el("div").class("guide-head").children(small(desk.pictures, read.picture)).child(
        el("div")
            .child(el("h1").class("say").id(HEADING).attr("tabindex", "-1").text(guide.title()))
            .child(el("p").class("say").text(read.who))
            .child(el("p").class("soft").text(time(&read))),
    );
    let next = guide.next();
    let way = |screen: Screen, name: String| {
        el("a")
            .class("button")
            .attr("href", format!("#{}", screen.fragment()))
            .on_follow(move || desk.go(screen))
            .text(name)
    };
    let on = el("nav")
        .class("button-row no-print")
        .attr("aria-label", "More guides")
        .child(way(Screen::Guide(next), format!("Next guide: {}", next.title())))
        .child(way(Screen::Guides, "All guides".to_owned()));
    el("main")
        .class("column guide")
        .child(head)
        .child(tools())
        .children(read.sections.iter().map(|section| part(desk, section)))
        .child(send(desk, guide))
        .child(on)
}

fn tools() -> El {
    el("div").class("button-row no-print").child(listen()).child(button(
        "button",
        "Print",
        page::print,
    ))
}

fn part(desk: Desk, section: &Section) -> El {
    let point = |point: &Point| {
        // Paper needs all of them, also those that nobody has scrolled to.
        let picture = small(desk.pictures, point.picture).map(|img| img.attr("loading", "eager"));
        el("li").children(picture).child(el("p").class("say").text(point.words))
    };
    el("section")
        .class("card guide-part")
        .child(el("h2").class("say").text(section.heading))
        .child(el("ul").attr("role", "list").children(section.points.iter().map(point)))
}

/// The address, for somebody else's phone.
fn send(desk: Desk, guide: Guide) -> El {
    let address =
        StoredValue::new([&page::address_of(""), "#", &Screen::Guide(guide).fragment()].concat());
    let copy = move || {
        spawn_local(async move {
            desk.tell(if share::copy(&address.get_value(), LINK).await {
                "The link is copied. Paste it into a message or an email."
            } else {
                "The browser did not let us copy. The link is marked. Copy it yourself."
            });
        });
    };
    let handing = Work::new();
    let hand = move || {
        handing.start(async move {
            match share::share(guide.title(), &address.get_value()).await {
                Shared::Handed => desk.tell("The link went to the app you picked."),
                Shared::Closed => {}
                Shared::Failed => desk.tell("Sharing did not work. Copy the link instead."),
            }
        });
    };
    el("section")
        .class("card no-print")
        .attr("aria-labelledby", "send-guide")
        .child(el("h2").id("send-guide").text("Send this guide to somebody"))
        .child(el("p").text("The link opens this page on their phone. They need nothing else."))
        .child(el("label").class("unseen").attr("for", LINK).text("Link to this guide"))
        .child(link_field(LINK, move || address.get_value()).attr("rows", "2"))
        .child(
            el("div").class("button-row").child(button("button", "Copy the link", copy)).children(
                share::can_share().then(|| {
                    handing.button("button", (|| "Share the link".into(), "Sharing…"), hand)
                }),
            ),
        )
}
