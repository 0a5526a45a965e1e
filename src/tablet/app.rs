//! The tablet from opening the link on: one screen after another.

use super::between::between;
use super::pin::pin_page;
use super::set_up::set_up;
use super::staff::staff;
use super::state::{Screen, Tablet};
use super::{own, person};
use crate::browser::page;
use crate::model::link::BadLink;
use crate::participant::app::{button, let_slips_go, opening};
use crate::participant::words::{self, Unopened};
use crate::participant::{Deferred, comfort};
use crate::ui::chunk::{Chunk, Stage};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What of the participant's pages is different here, and the rest of them.
static PAGES: Deferred = person::PAGES;

/// The whole program.
pub fn app() -> El {
    let tablet = Tablet::new();
    comfort::apply();
    let_slips_go();
    spawn_local(tablet.open());
    el("div").class("answering tablet").live(move || screen(tablet)).live(move || {
        let is_person = tablet.screen.get() == Screen::Person;
        is_person.then(|| untrack(|| person::still_there(tablet))).into_iter().collect()
    })
}

fn screen(tablet: Tablet) -> Vec<El> {
    let screen = tablet.screen.get();
    untrack(|| match screen {
        Screen::Opening => vec![opening()],
        Screen::NoSurvey(why) => vec![no_survey(tablet, why)],
        Screen::SetUp => vec![set_up(tablet)],
        Screen::Between => vec![between(tablet)],
        Screen::Person => match tablet.person.get_untracked() {
            Some(state) => person::pages(tablet, state, Chunk::new(Stage::Here(&PAGES))),
            None => vec![opening()],
        },
        Screen::Pin => vec![pin_page(tablet)],
        Screen::Staff => vec![staff(tablet)],
        Screen::Elsewhere => vec![elsewhere()],
    })
}

/// A page of the tablet, in English unless it says so itself.
pub fn sheet(children: impl IntoIterator<Item = El>) -> El {
    el("main").child(el("div").class("sheet").children(children))
}

/// The heading of a page for the organiser.
pub fn title(text: &'static str) -> El {
    page::set_title(text);
    heading(Level::Page, HEADING).text(text)
}

/// A paragraph.
pub fn say(text: impl Into<std::borrow::Cow<'static, str>>) -> El {
    el("p").class("say").text(text)
}

/// The link holds no survey, or not all of it.
fn no_survey(tablet: Tablet, why: BadLink) -> El {
    let (what, do_this) = match why {
        BadLink::Missing => (
            "There is no survey on this tablet yet.",
            "Open your survey in Ask Together and go to Send. Look for One tablet for many people.",
        ),
        why => words::unopened(Unopened::Link(why)),
    };
    let notice = el("div").class("notice bad").child(say(what)).child(say(do_this));
    // What a newer release keeps here stays as it is.
    let open = (why != BadLink::Newer).then(|| own::open(tablet));
    sheet([title("This tablet is not ready"), notice].into_iter().chain(open))
}

fn elsewhere() -> El {
    sheet([
        title("This page is open twice"),
        say(
            "The survey is open in another tab of this tablet. Use only one, so that no answers are mixed up.",
        ),
        el("div").class("steps").child(button("button primary", "Use this tab", page::reload)),
    ])
}
