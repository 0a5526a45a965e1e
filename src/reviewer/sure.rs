//! Notes are taken off the phone only after asking once more: for a person who wants that, and for the
//! next person on the same phone, who must not see them.

use super::state::Reviewing;
use crate::browser::page;
use crate::model::words::Word;
use crate::participant::app::button;
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::HEADING;
use leptos::prelude::*;

/// What is asked once more stands here.
const SURE: &str = "sure";
/// The button to delete the notes.
const DELETE: &str = "delete";

/// Asks whether this is the person whose notes are on the phone, before it shows a word of them.
pub fn who_page(state: Reviewing) -> Vec<El> {
    let is_asked = RwSignal::new(false);
    let ways = move || {
        let yes = button("button primary", state.trial.say(Word::SameYes), move || {
            state.same_person();
        });
        let no = button("button", state.trial.say(Word::SameNo), move || ask(is_asked));
        el("div").class("ways").child(yes).child(no)
    };
    let sure = move || {
        let why = "The notes of the other person may not be sent yet. If you start, they are deleted \
                   from this phone.";
        let yes = state.trial.say(Word::SureStart);
        once_more(state, is_asked, HEADING, why, yes, Reviewing::start_again)
    };
    vec![
        heading(Level::Page, HEADING).text(state.trial.say(Word::SamePerson)),
        el("p").class("say").text("Somebody checked this survey on this phone before."),
        el("div").class("stack").live(move || vec![if is_asked.get() { sure() } else { ways() }]),
    ]
}

/// The button to delete the notes.
pub fn delete(state: Reviewing) -> El {
    let is_asked = RwSignal::new(false);
    let sure = move || {
        let why = "Delete your notes from this phone? You cannot get them back.";
        let yes = state.trial.say(Word::DeleteYes);
        once_more(state, is_asked, DELETE, why, yes, Reviewing::delete)
    };
    let name = "Delete my notes from this phone";
    let press = move || button("button plain", name, move || ask(is_asked)).id(DELETE);
    el("div").class("stack").live(move || vec![if is_asked.get() { sure() } else { press() }])
}

fn ask(is_asked: RwSignal<bool>) {
    is_asked.set(true);
    page::focus_soon(SURE);
}

/// Asks once more, in place of what was pressed. The focus goes to `back` then.
fn once_more(
    state: Reviewing,
    is_asked: RwSignal<bool>,
    back: &'static str,
    why: &'static str,
    yes: &'static str,
    act: fn(&Reviewing),
) -> El {
    let leave = move || {
        is_asked.set(false);
        page::focus_soon(back);
    };
    let no = button("button primary", state.trial.say(Word::NoGoBack), leave);
    let yes = button("button danger", yes, move || {
        leave();
        act(&state);
    });
    let why = el("p").class("say").text(why);
    let notice = el("div").class("notice").id(SURE).attr("tabindex", "-1").child(why);
    let ways = el("div").class("ways").child(no).child(yes);
    el("div").class("stack").child(notice).child(ways)
}
