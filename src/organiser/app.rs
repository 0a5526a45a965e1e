//! The organiser's program: the bar, the screen below it, and what is told.

use super::bar::top_bar;
use super::editor::editor;
use super::emptied::emptied;
use super::home::home;
use super::later::{self, Second};
use super::locked;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, Undo};
use super::store::Opened;
use super::title::title;
use super::words;
use crate::browser::{page, presses};
use crate::model::steps::Step;
use crate::ui::el::{El, announced, button, el, parts};
use leptos::prelude::*;

/// The whole program.
pub fn app(second: Second, opened: Opened) -> El {
    let desk = Desk::new(second, opened);
    desk.fetch_second();
    presses::follow_held();
    later::follow_others(desk);
    Effect::new(move |_| {
        page::set_title(&match desk.screen.get() {
            Screen::Home => "My surveys – Ask Together".to_owned(),
            Screen::Words => format!("{} – Ask Together", words::WORDS),
            Screen::Pair => "Work side by side – Ask Together".to_owned(),
            screen @ (Screen::Guides | Screen::Guide(_) | Screen::Practice(_)) => {
                format!("{} – Ask Together", later::learning_name(screen))
            }
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
        Screen::Guides | Screen::Guide(_) | Screen::Practice(_) => {
            later::show_learning(desk, screen)
        }
        Screen::Words => later::show_words(desk),
        Screen::Sent(sent) => untrack(|| parts().child(locked::locked(desk, sent))),
        Screen::Survey(id, part) => later::show(desk, id, part),
    };
    el("div")
        .class("organiser")
        .and(top_bar(desk))
        .live_parts(move || later::trouble(desk))
        .child(emptied(desk))
        .child(announced("status", move || later::not_kept(desk).into_iter().collect()))
        .live_parts(move || shown(screen.get()))
        .child(messages(desk))
}

/// What was just done. In the page from the start, so that screen readers hear each change.
fn messages(desk: Desk) -> El {
    // The button goes away with the message, so the focus moves to what came back.
    let undo = move |undo: Undo| match (undo, desk.screen.get_untracked()) {
        (Undo::Answers(id, responses), _) => {
            desk.with_second(move |later| (later.put_back)(desk, id, responses));
        }
        (Undo::Template(template), _) => {
            desk.with_second(move |later| (later.put_back_template)(desk, *template));
        }
        (Undo::Report(edits), _) => {
            desk.with_second(move |later| (later.put_back_report)(desk, *edits));
        }
        (_, Screen::Survey(_, part))
            if part.step() == Step::Check
                || part.step() == Step::Write && part != Part::Questions =>
        {
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
    announced("status", shown).class("toasts")
}
