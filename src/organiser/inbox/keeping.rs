//! Until when people were told that their answers are kept: the reminder on that day, deleting all of them,
//! and the record that it was done.
//!
//! Absent: copies of answers elsewhere, in backups and downloads. Only their owner can delete those, and is
//! told to.

use crate::browser::clock;
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::phrase::{count, number};
use crate::model::review::Deletion;
use crate::model::survey::Survey;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The id of the heading, which the reminder leads to.
pub const KEEPING: &str = "keeping-answers";

/// The card of the inbox, where it is wanted: at the top once it is time to delete, else at the end. Nothing
/// where people were told no day and nothing was deleted.
pub fn keeping(desk: Desk, at_top: bool) -> Option<El> {
    let told = desk.versions.with(|versions| versions.last().and_then(told));
    let deletions = desk.draft.with(|draft| draft.content().making.deletions.clone());
    if told.is_none() && deletions.is_empty() {
        return None;
    }
    desk.received.track();
    let here = library::count_all(desk.draft.with(Draft::id));
    let is_due = told.is_some_and(|(_, is_due)| is_due) && here > 0;
    if is_due != at_top {
        return None;
    }
    let says = told.map(|(until, _)| match is_due {
        true => format!(
            "You told people that you keep their answers until {}. It is time to delete them.",
            words::day(until)
        ),
        false => {
            format!("You told people that you keep their answers until {}.", words::day(until))
        }
    });
    let card = el("section")
        .class(if is_due { "card notice" } else { "card" })
        .attr("aria-labelledby", KEEPING)
        .child(el("h2").id(KEEPING).attr("tabindex", "-1").text("How long answers are kept"))
        .children(says.map(|says| el("p").text(says)))
        .children((!deletions.is_empty()).then(|| record(&deletions)))
        .children((here > 0).then(|| delete_all(desk, here, told.map(|(until, _)| until))));
    Some(card)
}

/// The day until which people were told that answers are kept, and whether it has come.
fn told(survey: &Survey) -> Option<(u32, bool)> {
    Some((survey.notice.keep_until?, survey.is_to_be_deleted(clock::today())))
}

/// What was deleted, and when.
pub fn record(deletions: &[Deletion]) -> El {
    el("ul")
        .class("deletions")
        .children(deletions.iter().map(|deletion| el("li").text(line(deletion))))
}

fn line(Deletion { at, answers, told }: &Deletion) -> String {
    let answers = count(*answers as usize, "answer was", "answers were");
    match told {
        Some(until) => format!(
            "{}: {answers} deleted. People were told that they are kept until {}.",
            clock::day_in_words(*at),
            words::day(*until)
        ),
        None => format!("{}: {answers} deleted.", clock::day_in_words(*at)),
    }
}

/// The button that deletes all answers, and the question before it.
fn delete_all(desk: Desk, here: usize, told: Option<u32>) -> El {
    let asking = Asking::new();
    let all = count(here, "answer", "answers");
    let asks = Asks {
        title: format!("Delete {all} for good?").into(),
        text: "All answers to this survey are deleted from this browser, also those that you removed or that \
               wait. You cannot get them back, and they cannot be added again. That it was done is kept in \
               the record of this survey."
            .into(),
        yes: "Yes, delete them all".into(),
        no: "No, keep them",
    };
    let elsewhere = "Backups, downloads and other computers may hold these answers too. Delete them there as \
                     well.";
    let press = button("button danger").on("click", move |_| ask(asking));
    parts()
        .child(el("p").class("help").text(elsewhere))
        .child(
            el("div")
                .class("button-row")
                .child(press.text(format!("Delete all {}…", number(here)))),
        )
        .child(confirm(asking, asks, Callback::new(move |()| desk.delete_all_answers(told))))
}

/// The reminder on the first screen, for each survey whose answers are to be deleted by now.
pub fn due(desk: Desk) -> El {
    let due: Vec<(SurveyId, String, u32)> = desk.summaries.with(|all| {
        let due = all.iter().filter_map(|one| Some((one.id, one.title.clone(), one.due?)));
        due.collect()
    });
    let notice = |(id, title, until): (SurveyId, String, u32)| {
        let title = words::or(&title, words::NO_TITLE);
        let says = format!(
            "You told people that you keep their answers until {}. It is time to delete them.",
            words::day(until)
        );
        let go = button("button").text("Go to these answers");
        let go = go.on("click", move |_| desk.go(Screen::Survey(id, Part::Inbox)));
        let title = el("strong").attr("dir", "auto").text(title);
        el("div")
            .class("notice with-action")
            .child(el("p").child(title).text(": ").text(says))
            .child(go)
    };
    parts().children(due.into_iter().map(notice))
}
