//! My surveys: all of them, ways to start, and the copy of everything.

mod copies;
mod damaged;
mod own_templates;
mod shelf;

pub use copies::{copy_button, open_copies, save_copy};
pub use damaged::{damaged, stand_in};
pub use own_templates::own_templates;

use super::later::{self, Second};
use super::library::Unread;
use super::screen::{Lost, Screen};
use super::state::{Desk, HEADING};
use super::{library, words};
use crate::browser::{file, page};
use crate::model::draft::DraftQuestion;
use crate::model::ready_made::equality::{self, Nation};
use crate::model::ready_made::{Template, first_templates};
use crate::model::records;
use crate::model::survey::Kind;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::ui::el::{El, button, el, parts};
use crate::ui::picture::small;
use copies::{copy_reminder, open_copy};
use leptos::prelude::*;
use shelf::shelf;
use std::borrow::Cow;

/// The first screen.
pub fn home(desk: Desk) -> El {
    let has_none = move || desk.summaries.with(Vec::is_empty);
    // Where something can't be read, nobody can say that there is nothing.
    let is_empty = move || has_none() && desk.unread.with(Vec::is_empty) && desk.keeps_anything();
    let heading = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("My surveys"))
        .child(making(desk, "button primary", "Make a survey", move || desk.make_new()));
    el("main")
        .class("column")
        .live_parts(move || of_host(desk, 0))
        .child(heading)
        .children((!desk.keeps_anything()).then(keeps_nothing))
        .live_parts(move || lost(desk))
        .live_parts(move || stray_answers(desk))
        .live_parts(move || due(desk))
        .live_parts(move || sent_draft(desk))
        .show(move || !has_none(), move || parts().child(copy_reminder(desk)))
        .and(unread_data(desk))
        .show(is_empty, || parts().child(nothing_yet()))
        .and(shelf(desk))
        .child(starts(desk))
        .child(open_copy(desk))
        .child(words_we_agree(desk))
        .child(side_by_side(desk))
        .child(learn(desk))
        .live_parts(move || of_host(desk, 1))
}

/// What the host says about itself: above the surveys, or below.
fn of_host(desk: Desk, place: usize) -> El {
    desk.site.track();
    later::once_here(desk, |later| (later.site[place])(desk))
}

fn keeps_nothing() -> El {
    el("div").class("notice bad").child(
        el("p").child(el("strong").text("This browser does not keep anything. ")).text(
            "You cannot make a survey here. Open this page in a window that is not private, or in another browser.",
        ),
    )
}

fn nothing_yet() -> El {
    el("div")
        .class("card empty")
        .child(el("h2").text("You have no surveys yet"))
        .child(el("p").text(
            "Press “Make a survey” to write your own. Or start from a ready-made one below, and change the words.",
        ))
        .child(el("p").text("Your work is kept on this computer. Nobody else can see it."))
}

/// The way to the words that all surveys share.
fn words_we_agree(desk: Desk) -> El {
    let link = el("a")
        .class("button")
        .attr("href", format!("#{}", Screen::Words.fragment()))
        .on_follow(move || desk.go(Screen::Words))
        .text("Open Words we agree");
    el("section")
        .class("card")
        .child(el("h2").text(words::WORDS))
        .child(
            el("p").text("Agree with your group what words mean. Your surveys can explain them."),
        )
        .child(el("div").class("button-row").child(link))
}

/// The way in for a device that joins another one.
fn side_by_side(desk: Desk) -> El {
    let link = el("a")
        .class("button")
        .attr("href", format!("#{}", Screen::Pair.fragment()))
        .on_follow(move || desk.go(Screen::Pair))
        .text("Enter a code from another device");
    el("section")
        .class("card")
        .child(el("h2").text("Work side by side"))
        .child(
            el("p").text("Is somebody next to you making a survey? You can work on it together."),
        )
        .child(el("div").class("button-row").child(link))
}

/// The way to guides and practice.
fn learn(desk: Desk) -> El {
    let way = |screen: Screen, name: &'static str| {
        el("a")
            .class("button")
            .attr("href", format!("#{}", screen.fragment()))
            .on_follow(move || desk.go(screen))
            .text(name)
    };
    el("section")
        .class("card")
        .child(el("h2").text("Learn how"))
        .child(el("p").text(
            "Short guides for you, for people who check a survey, and for people who help somebody.",
        ))
        .child(
            el("div")
                .class("button-row")
                .child(way(Screen::Guides, "Read the guides"))
                .child(way(Screen::Practice(None), "Practise")),
        )
}

/// Ways to start: from nothing, and from each template.
fn starts(desk: Desk) -> El {
    el("section")
        .class("starts")
        .attr("aria-labelledby", "starts")
        .child(el("h2").id("starts").text("Start a new survey"))
        .child(
            el("p")
                .class("soft")
                .text("Take one of these and change the words. Or start from scratch."),
        )
        .live_parts(move || own(desk))
        .child(
            el("ul")
                .class("start-cards")
                .attr("role", "list")
                .child(start_empty(desk))
                .children(first_templates().map(|template| start_from(desk, template)))
                .live(move || match desk.second.get() {
                    Second::Here(later) => vec![(later.about_you_start)(desk)],
                    Second::Away(_) | Second::Failed(_) => Vec::new(),
                }),
        )
}

/// The card of the equality questions, which are too many for the first part.
pub fn about_you_start(desk: Desk) -> El {
    start_from(desk, equality::template(Nation::England))
}

/// The organiser's own templates, where there are some.
fn own(desk: Desk) -> El {
    match desk.templates.with(Vec::is_empty) {
        true => parts(),
        false => later::once_here(desk, |later| (later.own_templates)(desk)),
    }
}

fn start_empty(desk: Desk) -> El {
    el("li")
        .class("card start from-scratch")
        .child(
            el("div")
                .class("start-head")
                .children(small(desk.pictures, "1F4DD"))
                .child(el("h3").text("Start from scratch")),
        )
        .child(el("p").text("You write all of the questions."))
        .child(making(desk, "button", "Start from scratch", move || desk.make_new()))
}

fn start_from(desk: Desk, template: Template) -> El {
    let name = template.name;
    let facts = format!(
        "{} · about {}",
        words::count(template.asked(), "question", "questions"),
        words::count(template.minutes(), "minute", "minutes"),
    );
    let question = |question: &DraftQuestion| {
        let is_title = question.kind == Kind::Section;
        el("li").attr_if("class", is_title.then_some("start-section")).text(question.text.clone())
    };
    let inside = el("details")
        .class("look-inside")
        .child(
            el("summary")
                .text("Look inside")
                .child(el("span").class("unseen").text(format!(": {name}"))),
        )
        .child(el("ul").children(template.questions.iter().map(question)));
    el("li")
        .class("card start")
        .child(
            el("div")
                .class("start-head")
                .children(small(desk.pictures, template.picture))
                .child(el("h3").text(name)),
        )
        .child(el("p").text(template.who))
        .child(el("p").class("soft").text(facts))
        .child(making(desk, "button", format!("Use “{name}”"), move || {
            desk.make_from_template(&template);
        }))
        .child(inside)
}

/// A button that makes a survey: one at a time.
fn making(
    desk: Desk,
    class: &'static str,
    name: impl Into<Cow<'static, str>>,
    make: impl Fn() + Send + 'static,
) -> El {
    let name = name.into();
    let says = name.clone();
    desk.works.making.button(class, (move || says.clone(), "Making it…"), make)
}

/// What a record holds, for people. Its name helps whoever they ask.
fn what(record: &str) -> &'static str {
    match records::Kind::of(record) {
        records::Kind::Draft => "The questions of a survey",
        records::Kind::Key => "A key that opens answers",
        records::Kind::Survey => "A published survey",
        records::Kind::Answer | records::Kind::Waiting => "Somebody’s answers",
        records::Kind::Template => "A template of yours",
        records::Kind::Invited => "A list of invited people",
        records::Kind::Work => "Tags and marks on written answers",
        records::Kind::Typing => "A paper that was half typed in",
        records::Kind::Changes => "What changed, as you wrote it down",
        records::Kind::Report => "What you wrote for a report",
        records::Kind::Words => "What you did with Words we agree",
        records::Kind::Missing => "Who else you will ask",
        records::Kind::Aside => "Something that was put aside before",
        records::Kind::Gone
        | records::Kind::Withdrawn
        | records::Kind::Removed
        | records::Kind::Receipts
        | records::Kind::Other => "A note of this app",
    }
}

/// What is in storage and can't be read. It stays, and can be had as a file.
fn unread_data(desk: Desk) -> El {
    let item = move |unread: Unread| {
        let name = unread.name.replace('/', "-");
        let asking = Asking::new();
        let text = unread.text.clone();
        let shown_name = unread.name.clone();
        let save = move |_| {
            let saved = file::save(&format!("{name}.txt"), "text/plain", text.as_bytes());
            desk.tell(match saved {
                Ok(()) => "Saved as a file.",
                Err(_) => "The file was not saved. Please try again.",
            });
        };
        let forget = Callback::new(move |()| {
            library::forget(&unread);
            desk.load_home();
            desk.tell("It is deleted.");
            // The button went with it.
            page::focus_soon(HEADING);
        });
        let asks = Asks {
            title: "Delete this?".into(),
            text: "Save it as a file first. You cannot get it back.".into(),
            yes: "Yes, delete it".into(),
            no: "No, keep it",
        };
        let save = button("button").on("click", save).text("Save it as a file");
        let delete = button("button danger").on("click", move |_| ask(asking)).text("Delete it");
        el("li")
            .child(el("p").child(el("strong").text(what(&shown_name))))
            .child(el("code").text(shown_name))
            .child(el("div").class("button-row").children([save, delete]))
            .child(confirm(asking, asks, forget))
    };
    let notice = move || {
        let title = el("strong").text("Some work on this computer cannot be read. ");
        let words = "It is still here. Save it as a file, and ask for help. A newer Ask Together may be able to \
                     read it.";
        let list = el("ul").attr("role", "list");
        let list = list.live(move || desk.unread.get().into_iter().map(item).collect());
        let notice = el("div").class("notice bad unread");
        parts().child(notice.child(el("p").child(title).text(words)).child(list))
    };
    parts().show(move || !desk.unread.with(Vec::is_empty), notice)
}

/// A link with a draft was opened.
fn sent_draft(desk: Desk) -> El {
    match desk.offered.with(Option::is_some) {
        false => parts(),
        true => later::once_here(desk, |later| parts().child((later.offered)(desk))),
    }
}

/// An answer link was opened, but its survey is not in this browser.
fn stray_answers(desk: Desk) -> El {
    match desk.taken.get() {
        None => parts(),
        Some(taken) => {
            later::once_here(desk, |later| parts().child((later.taken_report)(desk, taken)))
        }
    }
}

/// That it is time to delete the answers to some surveys.
fn due(desk: Desk) -> El {
    match desk.summaries.with(|all| all.iter().any(|one| one.due.is_some())) {
        false => parts(),
        true => later::once_here(desk, |later| (later.due)(desk)),
    }
}

/// The address that was opened leads nowhere, or to a survey that is not here.
fn lost(desk: Desk) -> El {
    let words = match desk.lost.get() {
        None => return parts(),
        Some(Lost::Nowhere) => {
            "This address does not lead to a page of Ask Together. Check that you copied all of it. \
             Here are your surveys."
        }
        Some(Lost::NoSurvey) => {
            "The survey in this address is not in this browser. It may have been deleted, or made in \
             another browser. Here are your surveys."
        }
        Some(Lost::Unreadable) => {
            "The survey in this address is in this browser, but it cannot be read. It is still here: \
             you can save it as a file below."
        }
    };
    parts().child(el("div").class("notice bad").attr("role", "status").child(el("p").text(words)))
}
