//! Where answers go: the ways that people get a button for, until when answers are wanted, and what
//! happens next. A card of the screen that hands the survey out; it travels in the survey.
//!
//! Nothing of it has to be filled in. What people miss without it is said.

mod form;

use super::bar::publish_button;
use super::buttons::button;
use super::day_field::{DayField, day_field};
use super::field::TextField;
use super::ids::WHERE_ANSWERS_GO as HEAD;
use super::state::Desk;
use super::words;
use crate::browser::{clock, page};
use crate::model::draft::{Change, Place};
use crate::model::survey::{MOST_WAYS, SendTo, Way};
use crate::model::ways::international;
use crate::ui::el::{El, el};
use form::{Editing, form};
use leptos::prelude::*;

/// The heading of the card without the ways.
const REST: &str = "until-when";

/// The card, for a survey that has a link.
pub fn send_to(desk: Desk) -> El {
    ways_card(desk, false)
        .child(closes(desk))
        .view(after(desk))
        .live(move || is_newer(desk).then(|| publish_again(desk)).into_iter().collect())
}

/// The card with the ways alone, on the way to the first link. Who has no answer yet goes on without.
pub fn where_first(desk: Desk) -> El {
    let has_none = move || desk.draft.with(|draft| draft.content().send_to.is_empty());
    let skip = move || {
        let skip = button("button", "Skip for now", move || desk.publish_without_where());
        let help = el("p")
            .class("help")
            .text("You can say it later. Then you publish again, and send the new link.");
        el("div").class("stack").child(help).child(el("div").class("button-row").child(skip))
    };
    ways_card(desk, true).live(move || has_none().then(skip).into_iter().collect())
}

/// What else can be said, below the first link.
pub fn until_when(desk: Desk) -> El {
    el("section")
        .class("card")
        .attr("aria-labelledby", REST)
        .child(el("h2").id(REST).text("When it ends, and what happens next"))
        .child(closes(desk))
        .view(after(desk))
}

fn after(desk: Desk) -> impl IntoView {
    view! {
        <TextField
            desk
            place=Place::After
            label="What happens next?"
            help="People read this once they have sent their answers."
            rows=2
        />
    }
}

/// The ways. Before the first link the form is open once a person has tried to publish.
fn ways_card(desk: Desk, is_first: bool) -> El {
    let ways = Memo::new(move |_| desk.draft.with(|draft| draft.content().send_to.clone()));
    let editing = RwSignal::new(None::<Editing>);
    Effect::new(move |_| {
        if is_first && desk.asks_where.get() && ways.with_untracked(Vec::is_empty) {
            editing.set(Some(Editing::new()));
        }
    });
    let about = "People get a large button for the first way, with their answers filled in. The other \
                 ways are one press away.";
    let list = move || {
        let all = ways.get();
        let lines =
            all.iter().enumerate().map(|(place, way)| line(desk, &all, place, way, editing));
        match all.len() {
            0 => vec![nothing_yet()],
            _ => vec![el("ol").class("send-to").attr("role", "list").children(lines)],
        }
    };
    let add = move || match editing.get() {
        Some(now) => vec![form(desk, ways, now, editing)],
        None if ways.with(Vec::len) < MOST_WAYS => {
            let add = move || {
                editing.set(Some(Editing::new()));
                page::focus_soon(form::WAY);
            };
            vec![el("div").class("button-row").child(button("button", "Add a way to send", add))]
        }
        None => Vec::new(),
    };
    el("section")
        .class("card")
        .attr("aria-labelledby", HEAD)
        .child(el("h2").id(HEAD).attr("tabindex", "-1").text("Where do answers go?"))
        .live(move || (is_first && desk.asks_where.get()).then(asked).into_iter().collect())
        .child(el("p").text(about))
        .live(list)
        .live(add)
}

/// Why a press on Publish led here. Not in a message, which would lie over the form.
fn asked() -> El {
    let says = "Nothing is published yet. Say where answers go, or press “Skip for now”.";
    el("p").child(el("strong").text(says))
}

/// Leads to the card from the top of the screen, while nobody is told where to send answers.
pub fn no_way_yet(desk: Desk) -> Option<El> {
    let is_said = desk.draft.with(|draft| !draft.content().send_to.is_empty());
    let words = el("p")
        .child(el("strong").text("You have not said where answers go. "))
        .text("People will have to know by themselves whom to send them to.");
    let say = button("button", "Say where answers go", || page::focus_soon(HEAD));
    (!is_said).then(|| el("div").class("notice with-action").child(words).child(say))
}

fn nothing_yet() -> El {
    let words = "Without this, people see “Share my answers”, “Copy my answers” and “Save my answers as \
                 a file”, and have to know whom to send them to. Many stop there.";
    el("p").class("notice").text(words)
}

fn publish_again(desk: Desk) -> El {
    el("div")
        .class("notice with-action")
        .child(el("p").text("Publish again so that people see this. Then send them the new link."))
        .child(publish_button(desk, "button", "Publish again"))
}

/// True when a version is out that says something else about where answers go.
fn is_newer(desk: Desk) -> bool {
    desk.versions.with(|versions| {
        versions.last().is_some_and(|last| {
            desk.draft.with(|draft| {
                let now = draft.content();
                (&now.send_to, now.closes, now.after.trim())
                    != (&last.send_to, last.closes, last.after.trim())
            })
        })
    })
}

/// One way, with what can be done to it.
fn line(
    desk: Desk,
    all: &[SendTo],
    place: usize,
    way: &SendTo,
    editing: RwSignal<Option<Editing>>,
) -> El {
    let name = words::send_to(way);
    let act = |text: &'static str, press: Box<dyn Fn() + Send>| {
        el("button")
            .attr("type", "button")
            .class("button plain")
            .attr("aria-label", format!("{text}: {name}"))
            .text(text)
            .on("click", move |_| press())
    };
    let without = {
        let mut left = all.to_vec();
        left.remove(place);
        left
    };
    let edit = {
        let way = way.clone();
        move || {
            editing.set(Some(Editing::of(&way)));
            page::focus_soon(form::WAY);
        }
    };
    let first = {
        let moved: Vec<SendTo> = [way.clone()].into_iter().chain(without.clone()).collect();
        let name = name.clone();
        move || {
            editing.set(None);
            set(desk, moved.clone());
            desk.tell_undoable(format!("First: {name}"));
            page::focus_soon(HEAD);
        }
    };
    let remove = {
        let name = name.clone();
        move || {
            editing.set(None);
            set(desk, without.clone());
            desk.tell_undoable(format!("Removed: {name}"));
            page::focus_soon(HEAD);
        }
    };
    let abroad = match way.way {
        Way::Text | Way::WhatsApp => international(&way.to).filter(|number| *number != way.to),
        Way::Email | Way::ByHand => None,
    };
    let abroad = abroad.map(|number| {
        el("p").class("soft").text(format!("The button uses the number as {number}."))
    });
    let is_first = place == 0;
    let (by, whom) = words::send_to_parts(way);
    let heading = el("h3").attr("dir", "auto").child(el("span").class("way").text(by));
    let row = el("div")
        .class("button-row")
        .child(act("Change", Box::new(edit)))
        .children((!is_first).then(|| act("Put first", Box::new(first))))
        .child(act("Remove", Box::new(remove)));
    el("li")
        .class("card")
        .children(is_first.then(|| el("p").class("pill open").text("People see this first")))
        .child(heading.text(whom))
        .children(abroad)
        .child(row)
}

/// Says where answers go, as one step of undo.
fn set(desk: Desk, ways: Vec<SendTo>) {
    desk.change(Change::SetSendTo(ways));
}

/// The last day on which answers are wanted.
fn closes(desk: Desk) -> El {
    let field = DayField {
        id: "closes",
        label: "Last day for answers (you can leave this empty)",
        stored: |content| content.closes,
        change: Change::SetCloses,
    };
    day_field(desk, field, |stored| {
        match stored {
        Some(last) if last < clock::today() => format!(
            "People read that the survey is closed, and that it was open until {}. Who has begun can still \
             send. You see which answers came late.",
            words::day(last)
        ),
        _ => "People can answer until the end of that day. Then they read that the survey is closed, and who \
              to ask. Anyone who has started can still send. You see which answers came late."
            .to_owned(),
    }
    })
}
