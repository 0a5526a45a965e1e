//! What two of the chips open: whether people can prefer not to say, and what the groups for cards
//! are called.
//!
//! Part of the second part of the program.

use super::controls::tick;
use crate::model::draft::{Part, Place};
use crate::model::id::QuestionId;
use crate::model::words::Word;
use crate::organiser::field::{TextField, problem_about};
use crate::organiser::ids::apart_id;
use crate::organiser::state::Desk;
use crate::organiser::words::{self, About};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// Whether people can say that they prefer not to say, and whether the answers are kept apart.
pub fn not_say(desk: Desk, question: QuestionId) -> El {
    parts().child(let_not_say(desk, question)).child(keep_apart(desk, question))
}

/// Whether the answers to a question are sealed apart from the others.
fn keep_apart(desk: Desk, question: QuestionId) -> El {
    let is_apart = Memo::new(move |_| {
        desk.draft.with(|draft| draft.content().question(question).is_some_and(|q| q.apart))
    });
    let set = Callback::new(move |on| desk.keep_apart(question, on));
    let problem = problem_about(desk, About::Apart(question));
    let id = apart_id(question);
    let problem_id = format!("{id}-problem");
    let trouble = el("p")
        .class("problem")
        .id(problem_id.clone())
        .hidden(move || problem.get().is_none())
        .live_text(move || problem.get().unwrap_or_default());
    let described_by = move || problem.get().map(|_| problem_id.clone());
    el("div")
        .class_while("has-problem", move || problem.get().is_some())
        .id(id)
        .attr("role", "group")
        .attr("aria-label", words::KEEP_APART)
        .attr("tabindex", "-1")
        .live_attr("aria-describedby", described_by)
        .child(trouble)
        .child(tick(words::KEEP_APART, words::APART_MEANS, is_apart, set))
}

fn let_not_say(desk: Desk, question: QuestionId) -> El {
    let personal = Memo::new(move |_| {
        desk.draft.with(|draft| draft.content().question(question).is_some_and(|q| q.personal))
    });
    let set = Callback::new(move |on| desk.set_part(question, Part::Personal(on)));
    tick(words::LET_NOT_SAY, "Use this for personal questions.", personal, set)
}

/// The names of the 3 groups that cards are sorted into.
pub fn groups(desk: Desk, question: QuestionId) -> El {
    let names = [Word::GoingWell, Word::PileNotSure, Word::NotGoingWell];
    let row = (0..).zip(names).fold(el("div").class("pile-names-row"), |row, (at, word)| {
        let (place, label) = (Place::Pile(question, at), format!("Group {}", at + 1));
        let placeholder = desk.words.say(word).to_owned();
        row.view(view! { <TextField desk place label placeholder /> })
    });
    el("fieldset")
        .class("pile-names")
        .child(el("legend").text("The 3 groups for cards"))
        .child(el("p").class("help").text("Leave blank to use the standard wording."))
        .child(row)
}
