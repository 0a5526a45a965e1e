//! The organiser's program: the bar at the top, and the screen below it.

use super::editor::editor;
use super::emptied::emptied;
use super::home::home;
use super::later::{self, Second};
use super::locked;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, Saving, Undo};
use super::store::Opened;
use super::title::title;
use super::words;
use crate::browser::page;
use crate::ui::el::{El, button, el, parts};
use crate::ui::icon::{TICK, drawing};
use leptos::prelude::*;

/// The whole program.
pub fn app(second: Second, opened: Opened) -> El {
    let desk = Desk::new(second, opened);
    desk.fetch_second();
    later::follow_others(desk);
    Effect::new(move |_| {
        page::set_title(&match desk.screen.get() {
            Screen::Home => "My surveys – Ask Together".to_owned(),
            Screen::Pair => "Work side by side – Ask Together".to_owned(),
            Screen::Sent(sent) => format!("{} – Ask Together", locked::title(sent)),
            Screen::Survey(_, part) => {
                format!("{} – {} – Ask Together", part.name(), words::own(&title(desk)))
            }
        });
    });
    let screen = Memo::new(move |_| desk.screen.get());
    let shown = move |screen: Screen| match screen {
        Screen::Home => untrack(|| parts().child(home(desk))),
        Screen::Survey(_, Part::Questions) => untrack(|| parts().child(editor(desk))),
        Screen::Pair => later::show_pair(desk),
        Screen::Sent(sent) => untrack(|| parts().child(locked::locked(desk, sent))),
        Screen::Survey(id, part) => later::show(desk, id, part),
    };
    el("div")
        .class("organiser")
        .and(top_bar(desk))
        .live_parts(move || later::trouble(desk))
        .child(emptied(desk))
        .child(el("div").attr("role", "status").live_parts(move || later::not_kept(desk)))
        .live_parts(move || shown(screen.get()))
        .child(messages(desk))
}

fn top_bar(desk: Desk) -> El {
    let in_survey = move || matches!(desk.screen.get(), Screen::Survey(..));
    let is_written = |part| {
        matches!(
            part,
            Part::Questions
                | Part::Advice
                | Part::Paths
                | Part::Languages
                | Part::Together
                | Part::Share
        )
    };
    let in_editor =
        move || matches!(desk.screen.get(), Screen::Survey(_, part) if is_written(part));
    let brand = move || {
        if let Screen::Sent(_) = desk.screen.get() {
            // Who only came with a link has no surveys to go to.
            return vec![el("span").class("brand").text("Ask Together")];
        }
        let home = el("a").class("brand").attr("href", "#");
        vec![home.on_follow(move || desk.go(Screen::Home)).text("Ask Together")]
    };
    let crumb = move || {
        let title = el("span").class("crumb").attr("dir", "auto").live_text(move || title(desk));
        parts().child(title).live(move || vec![saved(desk.saving.get())])
    };
    let can_write = move || in_editor() && !desk.is_stand_in.get();
    let header = el("header")
        .class("top-bar")
        .live(brand)
        .show(in_survey, crumb)
        .show(can_write, move || parts().child(actions(desk)));
    let stands_in = move || in_survey() && desk.is_stand_in.get();
    parts().child(header).show(in_survey, move || parts().child(work(desk))).show(
        stands_in,
        move || {
            let notice =
                move || later::once_here(desk, |later| parts().child((later.stand_in)(desk)));
            parts().live_parts(notice)
        },
    )
}

fn actions(desk: Desk) -> El {
    let (undoes, redoes) = (desk.next_undo(), desk.next_redo());
    let undo = button("button")
        .live_attr("title", move || undoes.get())
        .live_attr("aria-disabled", move || (!desk.can_undo()).then(|| "true".to_owned()))
        .on("click", move |_| desk.undo())
        .text("Undo");
    let redo = button("button")
        .live_attr("title", move || redoes.get())
        .live_attr("aria-disabled", move || (!desk.can_redo()).then(|| "true".to_owned()))
        .on("click", move |_| desk.redo())
        .text("Redo");
    // Share has one of its own, beside what it is about.
    let is_share = move || matches!(desk.screen.get(), Screen::Survey(_, Part::Share));
    let publish = publish_button(desk, "button primary", "Publish").hidden(is_share);
    el("div").class("top-actions").children([undo, redo, publish])
}

/// A button that publishes. While it does, all of them say so.
pub fn publish_button(desk: Desk, class: &'static str, name: &'static str) -> El {
    let name = (move || name.into(), "Publishing…");
    desk.works.publishing.button(class, name, move || desk.publish())
}

/// Whether the draft is kept. Says so in words; a failure stays until it works again.
fn saved(saving: Saving) -> El {
    match saving {
        Saving::Saved => {
            el("span").class("saved").child(drawing(TICK)).text("Saved on this computer")
        }
        Saving::Writing => el("span").class("saved").text("Saving…"),
        Saving::Failed => el("span").class("not-saved").text("Not saved"),
    }
}

/// The parts that have a tab. How it was made is reached from Together.
const TABS: [Part; 8] = [
    Part::Questions,
    Part::Advice,
    Part::Paths,
    Part::Languages,
    Part::Together,
    Part::Share,
    Part::Inbox,
    Part::Results,
];

/// The parts of a survey's work.
fn work(desk: Desk) -> El {
    let part = move |part: Part| {
        let current = move || match desk.screen.get() {
            Screen::Survey(_, shown) if shown == part => Some("page".to_owned()),
            _ => None,
        };
        let screen = move || match desk.screen.get() {
            Screen::Survey(id, _) => Screen::Survey(id, part),
            elsewhere => elsewhere,
        };
        let link = el("a")
            .live_attr("href", move || Some(format!("#{}", screen().fragment())))
            .live_attr("aria-current", current)
            .on_follow(move || desk.go(screen()))
            .text(part.name());
        let has_link = move || !desk.versions.with(Vec::is_empty);
        let is_out_of_reach = move || {
            desk.is_stand_in.get() && (part.needs_draft() || part == Part::Share && !has_link())
        };
        el("li").hidden(is_out_of_reach).child(link)
    };
    let list = el("ul").attr("role", "list").children(TABS.map(part));
    el("nav").class("parts").attr("aria-label", "This survey").child(list)
}

/// What was just done. In the page from the start, so that screen readers hear each change.
fn messages(desk: Desk) -> El {
    // The button goes away with the message, so the focus moves to what came back.
    let undo = move |undo: Undo| match (undo, desk.screen.get_untracked()) {
        (Undo::Answers(id, responses), _) => {
            desk.with_second(move |later| (later.put_back)(desk, id, responses));
        }
        (_, Screen::Survey(_, Part::Languages | Part::Advice | Part::Paths | Part::Together)) => {
            desk.undo();
            page::focus_soon(HEADING);
        }
        _ => desk.undo_and_return(),
    };
    let shown = move || {
        let message = desk.message.get();
        let toast = message.map(|message| {
            let undo = message
                .undo
                .map(|what| button("button").on("click", move |_| undo(what.clone())).text("Undo"));
            let close = button("button plain").text("Close");
            el("div")
                .class("toast")
                .child(el("p").text(message.text))
                .children(undo)
                .child(close.on("click", move |_| desk.message.set(None)))
        });
        let is_coming = toast.is_none() && later::is_dialog_coming(desk);
        let coming = || el("div").class("toast").child(el("p").text(later::OPENING));
        toast.or(is_coming.then(coming)).into_iter().collect()
    };
    el("div").class("toasts").attr("role", "status").live(shown)
}
