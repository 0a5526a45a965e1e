//! "Who else should we ask, and how?": a short list that the group fills in. It is kept as it is typed, and shows in
//! "How this was made".

use super::Screen;
use crate::browser::page;
use crate::model::id::Id;
use crate::model::missing::{Field, Key, MOST_ROWS};
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

const ADD: &str = "missing-add";
const BACK: &str = "missing-back";

fn field_id(id: Id, name: &str) -> String {
    format!("missing-{}-{}-{name}", id.author.0, id.number)
}

/// The card.
pub(super) fn card(screen: Screen) -> El {
    let author = screen.desk.author();
    let removed = RwSignal::new(None::<Id>);
    let ids = Memo::new(move |_| {
        screen.plan.with(|plan| plan.rows().into_iter().map(|(id, _)| id).collect::<Vec<_>>())
    });
    let rows = move || {
        let ids = ids.get();
        ids.into_iter().zip(1..).map(|(id, number)| row(screen, removed, (id, number))).collect()
    };
    let add = move |_| {
        let mut new = None;
        screen.change(None, |plan| new = plan.add_row(author));
        removed.set(None);
        match new {
            Some(id) => page::focus_soon(&field_id(id, "who")),
            None => screen.desk.tell(&format!("A list can have {MOST_ROWS} lines.")),
        }
    };
    // Undo may have brought it back.
    let is_gone = move || removed.get().is_some_and(|id| !ids.with(|ids| ids.contains(&id)));
    let back = move || {
        let put_back = move |_| {
            let Some(id) = removed.get_untracked() else { return };
            screen.change(None, |plan| plan.show_row(id, true, author));
            removed.set(None);
            page::focus_soon(&field_id(id, "who"));
        };
        let put_back = button("button").id(BACK).on("click", put_back).text("Put it back");
        parts().child(
            el("div")
                .class("button-row no-print")
                .child(el("span").attr("role", "status").text("A line is removed."))
                .child(put_back),
        )
    };
    let none = move || {
        let text = "Nothing is written yet. Decide together, with people who know the area.";
        parts().child(el("p").class("soft").text(text))
    };
    el("section")
        .class("card missing-asks")
        .attr("aria-labelledby", "missing-asks-heading")
        .child(el("h2").id("missing-asks-heading").text("Who else should we ask, and how?"))
        .child(el("p").class("help no-print").text(
            "A short list is enough. It is saved as you type, and shown in “How this was made”. Do not write names of \
             private people.",
        ))
        .show(move || ids.with(Vec::is_empty), none)
        .child(el("ol").class("missing-list").attr("role", "list").live(rows))
        .show(is_gone, back)
        .child(
            el("div").class("button-row no-print").child(
                button("button").id(ADD).on("click", add).text("Add who to ask"),
            ),
        )
}

fn row(screen: Screen, removed: RwSignal<Option<Id>>, (id, number): (Id, usize)) -> El {
    let author = screen.desk.author();
    let field = |field: Field, name: &'static str, short: &'static str, example: &'static str| {
        let key = Key::Row(id, field);
        let (shown, own) = (key.clone(), field_id(id, short));
        let field = own.clone();
        el("div").class("labelled").child(el("label").attr("for", own.clone()).text(name)).child(
            el("textarea")
                .attr("rows", "2")
                .attr("dir", "auto")
                .attr("placeholder", example)
                .attr("maxlength", crate::model::missing::LONGEST_TEXT.to_string())
                .class("text-field")
                .id(own)
                .value(move || screen.plan.with(|plan| plan.get(&shown).to_owned()))
                .on("input", move |event| {
                    screen.write(&field, key.clone(), &event_target_value(&event));
                })
                .on("blur", move |_| screen.desk.stop_typing_here()),
        )
    };
    let remove = move |_| {
        screen.change(None, |plan| plan.show_row(id, false, author));
        removed.set(Some(id));
        page::focus_soon(BACK);
    };
    let name = format!("Remove line {number}");
    let inside = el("div")
        .class("missing-line")
        .attr("role", "group")
        .attr("aria-label", format!("Line {}", words::number(number)))
        .child(field(Field::Who, "Who", "who", "Older Asian women"))
        .child(field(Field::How, "How", "how", "At the community lunch, with an interpreter"))
        .child(field(Field::By, "Who does it", "by", "The outreach worker, by May"))
        .child(
            button("button no-print").attr("aria-label", name).on("click", remove).text("Remove"),
        );
    el("li").child(inside)
}
