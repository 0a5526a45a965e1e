//! Between two people: thanks to the one before with the code of their answers, and the button
//! for the next. Nothing here tells what anybody said.

use super::state::{Screen, Tablet};
use super::words::{self, say, spoken};
use crate::browser::{clock, page, storage};
use crate::model::tablet::{Between, Shut};
use crate::participant::app::button;
use crate::participant::state::first_language;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::picture::{Pictures, small};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the tab keeps of the last person while they are thanked: the code to take their answers back.
pub const CODE: &str = "ask-together/tablet-code";

/// The page.
pub fn between(tablet: Tablet) -> El {
    let Some(session) = tablet.session.get_untracked() else { return el("main") };
    let language = first_language(&session.survey);
    let is_thanks = session.between == Between::Thanks;
    let picture = words::PICTURES[usize::from(is_thanks)];
    let from =
        Pictures { folder: "../pictures/", photos: RwSignal::new(Vec::new()), fetched: None };
    let shut = session.shut(clock::today());
    let is_closed = shut == Some(Shut::Closed);
    let (title, next) = match is_thanks {
        true => (words::THANKS, words::NEXT),
        false if is_closed => (words::CLOSED, words::BEGIN),
        false => (words::READY, words::BEGIN),
    };
    page::set_title(say(title, language));
    let paragraph = |said| el("p").class("say").text(say(said, language));
    let pass_on = if is_closed { words::GIVE_BACK } else { words::PASS_ON };
    let texts = match is_thanks {
        true => {
            let mut texts = vec![paragraph(words::SAFE)];
            texts.extend(code_card());
            texts.push(paragraph(pass_on));
            texts
        }
        false if is_closed => vec![paragraph(pass_on)],
        false if tablet.broke_off.get_untracked() => {
            vec![paragraph(words::OPENED_AGAIN).class("notice")]
        }
        false => vec![paragraph(words::READY_TEXT)],
    };
    let begin = move || {
        storage::pass_on(CODE, "");
        spawn_local(tablet.next_person());
    };
    let begin = button("button primary large", say(next, language), begin)
        .attr_if("disabled", shut.is_some().then_some(""));
    let hello = el("div")
        .class("between")
        .attr("lang", spoken(language))
        .children(small(from, picture))
        .child(heading(Level::Page, HEADING).text(say(title, language)))
        .children(texts)
        // What leads nowhere is not offered.
        .children((!is_closed).then_some(begin));
    let sheet = el("div").class("sheet").children(other_link(tablet)).child(hello);
    el("main").child(sheet.child(for_organiser(tablet, shut)))
}

/// The code to take the answers back, for who did not write it down yet. The next person does not get to see it.
fn code_card() -> Option<El> {
    let kept = storage::passed_on(CODE);
    let mut lines = kept.lines().map(str::to_owned);
    let (language, name, code) = (lines.next()?, lines.next()?, lines.next()?);
    let code = el("strong").class("response-code").attr("dir", "ltr").text(code);
    let card = el("div").class("code-card").attr("lang", language);
    let rest = lines.map(|line| el("p").class("say").text(line));
    Some(card.child(el("p").class("say").text(name).child(code)).children(rest))
}

/// That the link which was opened is for another survey than the one people answer here.
fn other_link(tablet: Tablet) -> Option<El> {
    let other = tablet.linked.with_untracked(|other| other.as_ref().map(|o| o.title.clone()))?;
    let words = tablet.session.with_untracked(|session| {
        let session = session.as_ref()?;
        let (title, count) = (&session.survey.title, session.waiting.len());
        Some(match count {
            0 => format!("This tablet is set up for “{title}”. To start “{other}”, stop this round first."),
            _ => format!(
                "This tablet still holds answers for “{title}”. Collect these first. Then you can start “{other}”."
            ),
        })
    })?;
    let notice = el("div").class("notice with-way").attr("lang", "en").attr("role", "status");
    let way = button("button", "Go to the organiser’s page", move || tablet.show(Screen::Pin));
    Some(notice.child(el("p").attr("dir", "auto").text(words)).child(way))
}

/// At the foot, small: how many people there were, and the way to the organiser's page.
fn for_organiser(tablet: Tablet, shut: Option<Shut>) -> El {
    let line = tablet.session.with_untracked(|session| {
        let Some(session) = session else { return String::new() };
        let (finished, unfinished) = session.counts();
        let people = match finished + unfinished + session.taken as usize {
            0 => "Nobody has answered yet".to_owned(),
            1 => "1 person so far".to_owned(),
            many => format!("{many} people so far"),
        };
        // Of those whose answers were collected, it is not known any more.
        let people = match unfinished {
            0 => people,
            _ => format!("{people} · {finished} finished, {unfinished} not finished"),
        };
        let title = &session.survey.title;
        let shut = match shut {
            Some(Shut::Full) => " · This tablet is full",
            Some(Shut::Closed) => " · The last day is over",
            None => "",
        };
        format!("{title} · {people}{shut}")
    });
    let line = move || {
        // Not before all pictures are here too.
        let internet = match tablet.is_offline.get() {
            None => "",
            Some(true) => " · works with no internet",
            Some(false) => " · still needs the internet",
        };
        format!("{line}{internet}")
    };
    el("div")
        .class("for-organiser")
        .attr("lang", "en")
        .child(el("p").attr("dir", "auto").live_text(line))
        .child(button("button plain", "For the organiser", move || tablet.show(Screen::Pin)))
}
