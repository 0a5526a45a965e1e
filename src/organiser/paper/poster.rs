//! A poster for a wall: what the survey is, and the square that opens it on a phone. One sheet of A4.

use super::{english, said};
use crate::browser::clock;
use crate::model::phrase::own;
use crate::model::qr::Qr;
use crate::model::survey::Survey;
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use crate::ui::picture::{self, Pictures};
use crate::ui::qr::qr_drawing;

/// Most letters of the words about the survey that a poster has room for.
const LONGEST: usize = 260;

/// The poster. Without a code it says whom to ask.
pub fn poster(
    survey: &Survey,
    words: &Words,
    pictures: Pictures,
    (code, ask): (Option<&Qr>, &str),
) -> El {
    let logo = picture::large(pictures, &survey.notice.logo, &survey.notice.logo_alt);
    let by = (!survey.organisation.is_empty())
        .then(|| said("p", "poster-by", &words.fill(Word::By, &[&survey.organisation])));
    let welcome = &survey.welcome;
    let is_short = !welcome.is_empty() && welcome.chars().count() <= LONGEST;
    let welcome = is_short.then(|| said("p", "words", welcome));
    let closes = survey.closes.map(|day| {
        let day = clock::day_in(day, survey.language.tag());
        said("p", "", &words.fill(Word::OpenUntil, &[&day]))
    });
    let line = |text: String| english(el("p")).text(text);
    let way = match code {
        Some(code) => vec![
            qr_drawing(code, "QR code of the survey").class("qr poster-code"),
            line("Point the camera of your phone at this square. Then the survey opens.".into())
                .class("poster-how"),
        ],
        None => Vec::new(),
    };
    let whom = match ask.trim() {
        "" => None,
        name if code.is_some() => Some(format!("Do you want it on paper? Ask {}.", own(name))),
        name => Some(format!("Do you want to take part? Ask {}.", own(name))),
    };
    let body = el("div")
        .class("paper-body poster")
        .children(logo)
        .child(english(el("p").class("poster-lead")).text("Tell us what you think"))
        .child(said("h3", "paper-title", &survey.title))
        .children(by)
        .children(welcome)
        .children(way)
        .children(closes)
        .children(whom.map(line));
    el("div").class("paper-sheet").child(body)
}
