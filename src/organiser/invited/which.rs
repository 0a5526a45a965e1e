//! Which link people get: the long one, which holds the survey, or a short one to its file beside the app. Absent: putting
//! that file there, and its name, which are for Share.

use super::Inviting;
use crate::browser::page;
use crate::model::deflate::deflate;
use crate::model::hosted::query;
use crate::model::link::{self, SHORT};
use crate::model::survey::Survey;
use crate::model::wire::Packet;
use crate::model::{media, photo};
use crate::organiser::{library, words};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The link for everybody, to which numbers are added: long, with the survey in it, or short.
pub fn address(survey: &Survey, is_short: bool) -> String {
    let page = page::address_of("answer/");
    match short_name(survey).filter(|_| is_short) {
        Some(name) => format!("{page}{}{SHORT}", query(&name)),
        None => format!("{page}#{}", link::survey_fragment(&deflate(&survey.to_packet()))),
    }
}

/// The short name under which the file of this very version was saved.
fn short_name(survey: &Survey) -> Option<String> {
    let (name, saved) = library::short_link(survey.id)?;
    (saved? == survey.edition).then_some(name)
}

/// True for a survey with photos, sounds or videos of its own, which no long link holds.
fn has_own(survey: &Survey) -> bool {
    !photo::of_survey(survey).is_empty() || !media::of_survey(survey).is_empty()
}

/// Which link people get, where there are two; and what a long one leaves out.
pub fn which_link(inviting: Inviting, survey: &Survey) -> Option<El> {
    let is_short = inviting.is_short;
    let left_out = "The long link shows the words without your own photos, sounds and videos. ";
    let left_out = if has_own(survey) { left_out } else { "" };
    let Some(name) = short_name(survey) else {
        let words = "To show them too, save the survey’s file under “Make a short link” on Share. Then you can choose \
                     the short link here.";
        let notice = el("div").class("notice").child(el("p").text(format!("{left_out}{words}")));
        return (!left_out.is_empty()).then_some(notice);
    };
    let radio = |says: String, value: bool| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "invite-link")
            .id(if value { "invite-short" } else { "invite-long" })
            .checked(move || is_short.get() == value)
            .on("change", move |_| {
                is_short.set(value);
                page::focus_soon(if value { "invite-short" } else { "invite-long" });
            });
        el("label").child(input).text(says)
    };
    let help = format!("{left_out}The short link works once the file is on your website.");
    let choice = el("fieldset")
        .class("who-to-show")
        .child(el("legend").class("label").text("Which link people get"))
        .child(radio("The long link, with the survey in it".to_owned(), false))
        .child(radio(format!("The short link, {}", words::quoted(&name)), true));
    Some(el("section").class("card stack").child(choice).child(el("p").class("help").text(help)))
}

/// True where people get the short link unless the organiser says otherwise: the long one would leave something out.
pub fn is_short_first(survey: &Survey) -> bool {
    has_own(survey) && short_name(survey).is_some()
}
