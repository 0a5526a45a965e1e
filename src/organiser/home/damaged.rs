//! What is left of a survey whose draft can't be read: its link, its answers, and the way to go on with the
//! words that were published last. What can't be read stays, and is offered as a file above the cards.

use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::library::Summary;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// The card, without its place in the list.
pub fn damaged(desk: Desk, summary: Summary) -> El {
    let Summary { id, title, version, responses, .. } = summary;
    let title = words::or(&title, words::NO_TITLE);
    let asking = Asking::new();
    let named = |says: &'static str, class: &'static str| {
        button(class).attr("aria-label", format!("{says}: {title}")).text(says)
    };
    let to = |says, class, part| {
        named(says, class).on("click", move |_| desk.go(Screen::Survey(id, part)))
    };
    let people = if responses == 1 { " person answered" } else { " people answered" };
    let why = match version {
        Some(version) => format!(
            "The draft of this survey cannot be read here. The link of version {version} still works, and you \
             can add and read answers."
        ),
        None => "The draft of this survey cannot be read here. Its answers are kept.".to_owned(),
    };
    let next = version.map(|_| {
        "To go on writing, open a backup you saved before. Or start again with the words you published last."
    });
    let of = el("span").class("unseen").text(format!(": {title}"));
    let again = version.map(|version| start_again(desk, version, id).child(of));
    let first = if responses > 0 { "button primary" } else { "button" };
    let row = el("div")
        .class("button-row")
        .child(to("See answers", first, Part::Results))
        .child(to("Add answers", "button", Part::Inbox))
        .children(version.map(|_| to("Send", "button", Part::Share)))
        .children(again)
        .child(named("Delete", "button danger").on("click", move |_| ask(asking)));
    let answers = match responses {
        0 => String::new(),
        some => format!("Its {} will be deleted too. ", words::count(some, "answer", "answers")),
    };
    let asks = Asks {
        title: format!("Delete “{title}”?").into(),
        text: format!(
            "{answers}What cannot be read is deleted with it. You cannot get any of it back. Save it as a file \
             and save a backup first if you are not sure."
        )
        .into(),
        yes: "Yes, delete it".into(),
        no: "No, keep it",
    };
    let kept = title.clone();
    let delete = Callback::new(move |()| desk.delete(id, &kept));
    let inside = el("div")
        .class("survey-card")
        .child(el("p").class("pill damaged").text("Draft cannot be read"))
        .child(el("h2").attr("dir", "auto").text(title.clone()))
        .child(el("p").text(why))
        .children(next.map(|next| el("p").text(next)))
        .child(el("p").child(el("strong").class("big").text(words::number(responses))).text(people))
        .child(row);
    parts().child(inside).child(confirm(asking, asks, delete))
}

/// The same in short, above the screens that such a survey still has.
pub fn stand_in(desk: Desk) -> El {
    let id = desk.draft.with_untracked(Draft::id);
    let newest = desk.versions.with_untracked(|versions| versions.last().map(|last| last.version));
    let title = el("strong").text("The draft of this survey cannot be read here. ");
    let words = match newest {
        Some(_) => {
            "Its link and its answers still work. To go on writing, open a backup you saved before. Or start \
             again with the words you published last."
        }
        None => "Its answers are kept. To go on writing, open a backup you saved before.",
    };
    let again = newest.map(|version| start_again(desk, version, id));
    let notice = el("div")
        .class("notice bad with-action")
        .child(el("p").child(title).text(words))
        .children(again);
    el("div").class("column stand-in").child(notice)
}

/// The button that makes a new draft of what was published last.
fn start_again(desk: Desk, version: u32, id: SurveyId) -> El {
    let making = desk.works.making;
    let says = move || format!("Start again from version {version}").into();
    making.button("button", (says, "Making it…"), move || making.start(desk.start_again(id)))
}
