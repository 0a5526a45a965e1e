//! Asking people to check the survey: what to ask them, and the link, file and QR code.

use crate::browser::file;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::qr;
use crate::model::review::LONGEST_FIELD;
use crate::model::sending::{self, Length, Thing};
use crate::organiser::buttons::button;
use crate::organiser::editor::marks;
use crate::organiser::full::limited;
use crate::organiser::link_ways::{Link, link_ways};
use crate::organiser::state::Desk;
use crate::organiser::{library, words};
use crate::ui::el::{El, el, parts};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;

/// The field that holds the link.
const LINK: &str = "review-link";
const FILE: &str = "check-this-survey.txt";

/// The key that opens the notes stays in the browser where the round was started.
const NO_LINK: &str = "This survey was sent out to be checked from another computer, or before it was \
                       copied. The link is there. Start a new round to get a link here.";

/// The link of the round that is open, and below it how to start one.
pub fn invite(desk: Desk) -> El {
    let asks = RwSignal::new(Vec::<(Option<QuestionId>, String)>::new());
    // None until it was looked for.
    let link = RwSignal::new(None::<Option<String>>);
    let rounds = Memo::new(move |_| desk.draft.with(|draft| draft.content().making.rounds.len()));
    // The link shows the draft as it was when the round began. Its ways are drawn anew only for
    // another link.
    Effect::new(move |_| {
        if rounds.get() == 0 {
            return;
        }
        desk.draft.track();
        let new = Some(desk.review_link());
        if link.with_untracked(|old| *old != new) {
            link.set(new);
        }
    });
    let start = move || {
        let written: Vec<_> =
            asks.get_untracked().into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
        if desk.draft.with_untracked(|draft| draft.content().questions.is_empty()) {
            desk.tell("Write a question first. Then people have something to check.");
            return;
        }
        desk.works.inviting.start(async move {
            if desk.start_round(written).await {
                asks.try_set(Vec::new());
                desk.tell("The link is ready. Send it to the people you want to ask.");
            }
        });
    };
    let add = move || asks.update(|asks| asks.push((None, String::new())));
    // Once a link is there, what people do most is send it.
    let is_open = Memo::new(move |_| rounds.get() > 0);
    let start_button = move || {
        let (class, name) = match is_open.get() {
            true => ("button", "Start a new round"),
            false => ("button primary", "Make a link to send"),
        };
        desk.works.inviting.button(class, (move || name.into(), "Making the link…"), start)
    };
    let form = move || {
        let (title, about) = match is_open.get() {
            true => (
                "Ask again",
                "Changed the survey, or want to ask something new? A new round has a new link, with the \
                 survey as it is now.",
            ),
            false => (
                "Ask people to check this",
                "Make a link and send it. People see the survey as it is now, and say what they think of \
                 each page.",
            ),
        };
        let row = el("div")
            .class("button-row")
            .child(button("button", "Ask them something specific", add))
            .child(start_button());
        let asks = el("div").class("asks").live(move || {
            (0..asks.with(Vec::len)).map(|place| ask_row(desk, asks, place)).collect()
        });
        let card = el("section").class("card").child(el("h2").text(title));
        let card = card.child(el("p").text(about)).live(move || photos_stay(desk));
        vec![card.child(asks).child(row)]
    };
    parts()
        .child(el("div").live(move || match link.get() {
            Some(Some(link)) if rounds.get() > 0 => ways(desk, link, rounds.get()),
            Some(None) if rounds.get() > 0 => vec![el("p").class("notice").text(NO_LINK)],
            _ => Vec::new(),
        }))
        .child(el("div").live(form))
}

/// That people who check the survey do not see its photos.
fn photos_stay(desk: Desk) -> Vec<El> {
    let (whose, them) = match desk.photos_in_use().len() {
        0 => return Vec::new(),
        1 => ("a photo of your own", "it"),
        _ => ("photos of your own", "them"),
    };
    let words = format!(
        "This survey has {whose}. The link cannot carry {them}: people see the words without {them}, and read that a \
         photo belongs there. Show {them} in another way if you want to ask about {them}."
    );
    vec![el("p").class("notice").text(words)]
}

/// One thing that the organiser asks, and about which question.
fn ask_row(desk: Desk, asks: RwSignal<Vec<(Option<QuestionId>, String)>>, place: usize) -> El {
    let (about, id) = (format!("ask-about-{place}"), format!("ask-{place}"));
    let questions = desk.draft.with_untracked(|draft| {
        let content = draft.content();
        let text = |id| {
            words::or(
                &marks::show(content, content.text(Place::Question(id)).unwrap_or_default()),
                words::NO_WORDS,
            )
        };
        content
            .questions
            .iter()
            .map(|question| (question.id, text(question.id)))
            .collect::<Vec<_>>()
    });
    let chosen = asks.with_untracked(|asks| asks.get(place).and_then(|ask| ask.0));
    let option = |(id, text): &(QuestionId, String)| {
        el("option")
            .attr("value", id.0.to_string())
            .attr_if("selected", (chosen == Some(*id)).then_some(""))
            .text(text.clone())
    };
    let options: Vec<El> = questions.iter().map(option).collect();
    let ids: Vec<QuestionId> = questions.iter().map(|(id, _)| *id).collect();
    let choose = move |event| {
        let value = event_target_value(&event);
        let id = ids.iter().copied().find(|id| id.0.to_string() == value);
        asks.update_untracked(|asks| asks[place].0 = id);
    };
    let text = asks.with_untracked(|asks| asks.get(place).map(|ask| ask.1.clone()));
    let text = RwSignal::new(text.unwrap_or_default());
    let write = move |event| {
        text.set(event_target_value(&event));
        asks.update_untracked(|asks| asks[place].1 = text.get_untracked());
    };
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(id.clone())
        .attr("dir", "auto")
        .attr("placeholder", "Is “support worker” the right word here?")
        .attr("value", text.get_untracked())
        .on("input", write);
    el("div")
        .class("ask")
        .child(el("label").attr("for", about.clone()).text("About"))
        .child(
            el("select")
                .class("text-field")
                .id(about)
                .on("change", choose)
                .child(el("option").attr("value", "").text("The whole survey"))
                .children(options),
        )
        .child(el("label").attr("for", id).text("What do you want to ask them?"))
        .children(limited(field, LONGEST_FIELD, move || text.get()))
}

/// The ways to hand the link out.
fn ways(desk: Desk, address: String, round: usize) -> Vec<El> {
    let has_changed = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let newest = draft.content().making.rounds.last();
            let then = newest.and_then(|round| draft.content_of_round(round.id));
            then.is_some_and(|then| draft.has_changed_since(&then))
        })
    });
    let title = crate::organiser::title::title(desk);
    let message = format!("Please help us check {title}.", title = words::quoted(&title));
    let text = format!("{message}\nOpen this link:\n{address}\n");
    let save = move || match file::save(FILE, "text/plain;charset=utf-8", text.as_bytes()) {
        Ok(()) => desk.tell("The link is saved as check-this-survey.txt."),
        Err(_) => desk.tell("The file was not saved. Please try again."),
    };
    let code = qr::encode(&address);
    let length =
        Length { link: address.len(), message: address.len() + message.chars().count() + 1 };
    let long = sending::advice(Thing::Review, length, code.is_some());
    let link = Link { id: LINK, label: "Review link", title, message, address };
    let (field, buttons) = link_ways(desk, link);
    let fine = "This code has many small squares. Show it large. Try it with your own phone first.";
    let code = match code {
        None => {
            let why = "This survey is too long for a QR code. Send the link or the file.";
            el("p").class("help").text(why)
        }
        Some(code) => el("details")
            .child(el("summary").text("Show the QR code"))
            .child(qr_drawing(&code, "QR code of the review link"))
            .children(code.is_fine.then(|| el("p").class("help").text(fine))),
    };
    let old = "You have changed the survey since. People with this link still see it as it was. Start a new \
               round to ask about the new words.";
    let old = move || {
        let notice = || el("p").class("notice").text(old);
        has_changed.get().then(notice).into_iter().collect()
    };
    let card = el("section")
        .class("card")
        .child(el("h2").text(match round {
            1 => "Send this link".to_owned(),
            _ => format!("Send the link of round {round}"),
        }))
        .child(el("p").text(
            "People open it on their phone, and send their notes back to you. The link keeps the survey \
             as it was when you made it, so you know which words they read.",
        ))
        .child(el("div").live(old))
        .children(field)
        .children(long.map(|long| el("p").class("help").text(long)))
        .child(buttons.child(button("button", "Save as a file", save)))
        .child(code);
    vec![card]
}

/// The field for what the person at this browser wants to be called.
pub fn my_name(desk: Desk) -> El {
    let write = move |event| {
        if library::set_my_name(event_target_value(&event).trim()).is_err() {
            desk.tell("This browser did not keep your name.");
        }
    };
    el("div")
        .class("labelled")
        .child(el("label").attr("for", "my-name").text("Your name (others see it on your changes)"))
        .child(
            el("input")
                .attr("type", "text")
                .class("text-field")
                .id("my-name")
                .attr("dir", "auto")
                .attr("autocomplete", "name")
                .attr("value", library::my_name())
                .on("input", write),
        )
}
