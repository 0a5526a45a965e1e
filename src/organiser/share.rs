//! The ways to hand out a survey: as a link, as a QR code of the link, and as a file.
//!
//! The survey itself travels in the link, behind `#`, which no host ever sees. The file carries
//! people's own photos too, which no link can.

mod file_way;
mod hosted;
mod single;
mod tablet;

use super::bar::publish_button;
use super::buttons::button;
use super::editor::called;
use super::ids::PROBLEMS;
use super::languages::unwritten;
use super::link_ways::{Link, link_ways};
use super::screen::{Part, Screen};
use super::send_to::{no_way_yet, send_to, until_when, where_first};
use super::state::photos::photos_of;
use super::state::{Desk, HEADING, Spot};
use super::{library, words};
use crate::browser::{file, page};
use crate::model::codebook::version_name;
use crate::model::deflate::deflate;
use crate::model::draft::{Draft, Problem};
use crate::model::id::SurveyId;
use crate::model::link;
use crate::model::media::{self, Media};
use crate::model::photo::{self, Photo};
use crate::model::qr::{self, Qr};
use crate::model::sending::{self, Length, Thing};
use crate::model::survey::doubled;
use crate::model::wire::Packet;
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
use file_way::{as_file, photos_notice};
use hosted::hosted;
use leptos::prelude::*;
use leptos::task::spawn_local;
use single::one_page;
use tablet::on_a_tablet;

/// The field that holds the link.
const LINK: &str = "survey-link";

/// The heading of the ways to send it.
const WAYS: &str = "share-ways";

/// What is handed out.
#[derive(Clone)]
struct Ready {
    title: String,
    /// The survey's packet, deflated: what the link and the file hold.
    deflated: Vec<u8>,
    /// Its photos, sounds and videos that are in this browser.
    photos: Photos,
    /// How many photos it has.
    has_photos: usize,
    /// How many sounds and videos it has.
    has_media: usize,
}

/// Where a survey's photos, sounds and videos are.
#[derive(Clone)]
enum Photos {
    /// The browser is looking for them.
    Coming,
    /// Here.
    Here(Vec<Photo>, Vec<Media>),
    /// The browser did not say.
    Failed,
}

/// The share screen.
#[component]
pub fn Share(desk: Desk, id: SurveyId) -> impl IntoView {
    // What stands for a draft that can't be read has nothing to publish, and nobody changes it.
    let has_draft = move || !desk.is_stand_in.get();
    let ready = RwSignal::new(None::<Ready>);
    Effect::new(move |_| make_ready(desk, ready));
    let version = move || desk.versions.with(|versions| versions.last().map(|s| s.version));
    let ways = move || match ready.get() {
        None => Vec::new(),
        Some(now) => ways(desk, &now, move || untrack(|| make_ready(desk, ready))),
    };
    let version = Memo::new(move |_| version());
    let is_first =
        Memo::new(move |_| version.get().is_none() && library::unreadable_versions(id) == 0);
    let is_changed = Memo::new(move |_| has_draft() && changed(desk));
    let first = move || match version.get() {
        None if !has_draft() => Vec::new(),
        None if library::unreadable_versions(id) > 0 => vec![publish_unread(desk, id)],
        None => vec![where_first(desk), publish_first(desk, id)],
        Some(version) => vec![el("p").text(format!(
            "Version {version} is published. Send it to the people you want to ask."
        ))],
    };
    let older = move || is_changed.get().then(|| older(desk, id)).into_iter().collect();
    el("main")
        .class("column")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Send your survey"))
        .live(move || if has_draft() { unwritten_languages(desk, id) } else { Vec::new() })
        .live(first)
        .live(move || two_of_one_number(desk))
        .live(older)
        .live(move || {
            let has_link = has_draft() && version.get().is_some();
            has_link.then(|| no_way_yet(desk)).flatten().into_iter().collect()
        })
        .live(move || if version.get().is_some() { ways() } else { Vec::new() })
        .live(move || match (has_draft(), is_first.get()) {
            (false, _) => Vec::new(),
            (true, true) => vec![until_when(desk)],
            (true, false) => vec![send_to(desk)],
        })
}

/// True when the draft says something else than its last version.
fn changed(desk: Desk) -> bool {
    desk.versions.with(|versions| {
        versions.last().is_some_and(|last| {
            let now = desk.draft.with(|draft| draft.publish(last.version, last.key));
            now.as_ref() != Ok(last)
        })
    })
}

fn publish_first(desk: Desk, id: SurveyId) -> El {
    let why = "Your survey has no link yet. Publish it to get one. You can still change it later, \
               and publish again.";
    el("div")
        .class("card empty")
        .child(el("h2").text("Publish your survey"))
        .child(el("p").text(why))
        .child(to_fix(desk, id))
        .child(el("div").class("button-row").child(publish_button(
            desk,
            "button primary",
            "Publish",
        )))
}

/// It was published, and what was published can't be read here.
fn publish_unread(desk: Desk, id: SurveyId) -> El {
    let why = "The link that you sent before still works. If you can’t open a backup, you can publish again: that makes \
               a second link. Answers to the first one wait until a backup brings its words back.";
    el("div")
        .class("card empty")
        .child(el("h2").text("The link of this survey cannot be read here"))
        .child(el("p").text(why))
        .child(to_fix(desk, id))
        .child(el("div").class("button-row").child(publish_button(desk, "button", "Publish again")))
}

/// Two computers each published a version with the same number.
fn two_of_one_number(desk: Desk) -> Vec<El> {
    let versions = desk.versions.get();
    let Some(last) = versions.last() else { return Vec::new() };
    let notice = |version: u32| {
        let title = el("strong").text(format!("There are two different versions {version}. "));
        let words = "They were published on two computers. Each keeps its own answers, in its own columns, so the \
                     columns of a spreadsheet may be numbered in a new way.";
        // Once a later version is out, all go on with that.
        let now = (last.version == version).then(|| {
            let name = version_name(&versions, last);
            format!(
                " The link here is that of version {name}. Publish again to go on with one survey."
            )
        });
        let p = el("p").child(title).text([words, &now.unwrap_or_default()].concat());
        el("div").class("notice").child(p)
    };
    doubled(&versions).into_iter().map(notice).collect()
}

/// What has to be fixed before it can be published. Each line leads to where.
fn to_fix(desk: Desk, id: SurveyId) -> El {
    let problems = Memo::new(move |_| desk.draft.with(Draft::problems));
    let line = move |problem: Problem| {
        let about = words::about(problem);
        let card = match about.card() {
            Some(Spot::Question(id)) => desk.draft.with(|draft| called::name(draft.content(), id)),
            _ => None,
        };
        let fix = move || {
            desk.go(Screen::Survey(id, Part::Questions));
            desk.open_about(about);
        };
        let link = el("a").attr("href", "#").on_follow(fix);
        let says = desk
            .draft
            .with_untracked(|draft| words::problem(draft.content(), problem, card.as_deref()));
        el("li").child(link.text(says))
    };
    el("div")
        .class("notice bad error-summary")
        .id(PROBLEMS)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", "problems-title")
        .hidden(move || problems.with(Vec::is_empty))
        .child(el("h2").id("problems-title").text("Fix these before you publish"))
        .child(el("ul").live(move || problems.get().into_iter().map(line).collect()))
}

fn older(desk: Desk, id: SurveyId) -> El {
    let words =
        el("p").child(el("strong").text("You changed the survey after you published it. ")).text(
            "This link still shows the survey as it was before. Publish again to get a new link.",
        );
    let again = publish_button(desk, "button", "Publish again");
    el("div")
        .class("notice stack")
        .child(words)
        .child(to_fix(desk, id))
        .child(el("div").class("button-row").child(again))
}

/// Which languages are not finished. Soft: a survey may go out so.
fn unwritten_languages(desk: Desk, id: SurveyId) -> Vec<El> {
    let lines = unwritten(desk);
    if lines.is_empty() {
        return Vec::new();
    }
    let write = move || desk.go(Screen::Survey(id, Part::Languages));
    let list = el("ul").attr("role", "list");
    let list = list.children(lines.into_iter().map(|line| el("li").text(line)));
    let write = button("button", "Go to Languages", write);
    vec![el("div").class("notice with-action").child(list).child(write)]
}

/// Makes the newest version ready: what the link holds at once, and its photos once they are found.
fn make_ready(desk: Desk, ready: RwSignal<Option<Ready>>) {
    let Some(survey) = desk.versions.with(|versions| versions.last().cloned()) else { return };
    let title = super::title::title(desk);
    let deflated = deflate(&survey.to_packet());
    let has_photos = photo::of_survey(&survey).len();
    let has_media = media::of_survey(&survey).len();
    let is_linkable = has_photos + has_media == 0;
    let photos = if is_linkable { Photos::Here(Vec::new(), Vec::new()) } else { Photos::Coming };
    ready.set(Some(Ready { title, deflated, photos, has_photos, has_media }));
    if is_linkable {
        return;
    }
    spawn_local(async move {
        let photos = photos_of(&survey).await;
        let photos = photos.map_or(Photos::Failed, |(photos, media)| Photos::Here(photos, media));
        // The person may have gone to another screen, or published again.
        ready.try_update(|ready| match ready {
            Some(ready) if ready.deflated == deflate(&survey.to_packet()) => ready.photos = photos,
            _ => {}
        });
    });
}

fn ways(desk: Desk, ready: &Ready, again: impl Fn() + Send + 'static) -> Vec<El> {
    // The address of the participant's page with the survey in it.
    let link =
        format!("{}#{}", page::address_of("answer/"), link::survey_fragment(&ready.deflated));
    let code = qr::encode(&link);
    let has_code = code.is_some();
    let code = qr_code(desk, code);
    let link = the_link(desk, ready.title.clone(), link, has_code);
    let file = as_file(desk, ready, again);
    // The first is the large one. With photos that is the file: it is the way on which nothing is left out.
    let has_photos = ready.has_photos + ready.has_media > 0;
    let tablet = on_a_tablet(desk, ready);
    let all = if has_photos { [file, link, code, tablet] } else { [link, code, file, tablet] };
    let cards = el("div")
        .class("share-ways")
        .children(all)
        .children(hosted(desk, ready))
        .children(one_page(desk, ready));
    let ways = el("section")
        .class("stack")
        .attr("aria-labelledby", WAYS)
        .child(el("h2").id(WAYS).text("Send it to people"))
        .children(has_photos.then(|| photos_notice(ready)))
        .child(cards);
    vec![ways]
}

fn the_link(desk: Desk, title: String, address: String, has_code: bool) -> El {
    let message = title.clone();
    let length =
        Length { link: address.len(), message: address.len() + message.chars().count() + 1 };
    let long = sending::advice(Thing::Survey, length, has_code);
    let long = long.map(|long| el("p").class("help").text(long));
    let link = Link { id: LINK, label: "Survey link", title, message, address };
    let (field, buttons) = link_ways(desk, link);
    el("section")
        .class("card")
        .child(el("h3").text("Send the link"))
        .children(field)
        .children(long)
        .child(buttons)
        .child(el("p").class("soft").text("The whole survey is in the link. No website keeps it."))
}

fn qr_code(desk: Desk, code: Option<Qr>) -> El {
    let card = el("section").class("card").child(el("h3").text("Show or print the QR code"));
    let Some(code) = code else {
        return card.child(el("p").text(
            "This survey is too long for a QR code. Please share the link. Or make the survey shorter.",
        ));
    };
    let size = code.size.to_string();
    let square = format!("0 0 {size} {size}");
    let picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{square}\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{}\"/></svg>",
        code.path,
    );
    let save = move || match file::save("survey-qr-code.svg", "image/svg+xml", picture.as_bytes()) {
        Ok(()) => desk.tell("The QR code is saved as survey-qr-code.svg. You can print it."),
        Err(_) => desk.tell("The QR code was not saved. Please try again."),
    };
    let fine = "This code has many small squares. Try it with your own phone before you print it. Print it large.";
    let drawn = qr_drawing(&code, "QR code of the survey link");
    card.child(el("p").text("People point their phone camera at it. Then the survey opens."))
        .child(drawn)
        .children(code.is_fine.then(|| el("p").class("help").text(fine)))
        .child(el("div").class("button-row").child(button("button", "Save the QR code", save)))
}
