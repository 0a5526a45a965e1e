//! The list of all cards at the side, with the questions of a section under its title. It opens
//! cards, finds words, folds sections, and moves or deletes several questions at once.
//!
//! Where the screen is narrow, it stands above the cards and opens with a button.

mod entry;
mod finder;
mod select;

pub use entry::move_by_key;

use super::find;
use super::lines::Lines;
use crate::browser::page;
use crate::model::id::QuestionId;
use crate::organiser::bar::part_link;
use crate::organiser::beside::here;
use crate::organiser::ids::{ADD_QUESTION, SELECT_SEVERAL, entry_id};
use crate::organiser::screen::Part;
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, button, el};
use entry::Shared;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The title of a section, if these have one, and what is in it.
type Section = (Option<QuestionId>, Vec<QuestionId>);

/// The outline.
pub fn outline(desk: Desk, lines: Lines, preview: RwSignal<bool>) -> El {
    let sections = Memo::new(move |_| {
        lines.with_drawn(|lines| {
            let mut sections: Vec<Section> = vec![(None, Vec::new())];
            for line in lines {
                if line.section == Some(line.id) {
                    sections.push((Some(line.id), Vec::new()));
                } else if let Some((_, ids)) = sections.last_mut() {
                    ids.push(line.id);
                }
            }
            sections
        })
    });
    let titles = Memo::new(move |_| {
        sections.with(|all| all.iter().map(|(title, _)| *title).collect::<Vec<_>>())
    });
    let selecting = Memo::new(move |_| desk.arranging.selected.with(Option::is_some));
    let shown = RwSignal::new(false);
    let shared = Shared { desk, lines, selecting, shown };
    // The questions of a section, or those in front of all sections.
    let questions = move |list: El, title: Option<QuestionId>| {
        let ids = Memo::new(move |_| {
            sections.with(|all| {
                let own = all.iter().find(|(other, _)| *other == title);
                own.map(|(_, ids)| ids.clone()).unwrap_or_default()
            })
        });
        list.keyed(move || ids.get(), move |id| el("li").child(entry::entry(shared, id)))
    };
    let section = move |title: QuestionId| {
        let list = format!("outline-in-{}", title.0);
        let is_folded = move || desk.arranging.folded.with(|folded| folded.contains(&title));
        let inside = el("ol").attr("role", "list").id(list.clone()).hidden(is_folded);
        el("li")
            .class("outline-section")
            .child(entry::title(shared, title, list))
            .child(questions(inside, Some(title)))
    };
    // The entry of the open card may be far down in a long list.
    Effect::new(move |_| {
        if let Spot::Question(id) = desk.spot.get() {
            page::show_within(&entry_id(id));
        }
    });
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        search.with(|search| desk.draft.with(|draft| find::find(draft.content(), search)))
    });
    let is_searching = Memo::new(move |_| search.with(|search| !search.trim().is_empty()));
    let results = move || {
        is_searching.get().then(|| finder::results(shared, search, found)).into_iter().collect()
    };
    let list = el("ol")
        .attr("role", "list")
        .attr("data-places", "")
        .hidden(move || is_searching.get())
        .child(el("li").child(fixed(shared, Spot::Welcome, "Welcome page")));
    let list = questions(list, None)
        .keyed(move || titles.get().into_iter().flatten().collect(), section)
        .child(el("li").child(fixed(shared, Spot::Words, "Word list")));
    let head = el("div")
        .class("outline-head")
        .child(finder::finder(shared, search, found))
        .child(tools(desk, titles, selecting, is_searching))
        .child(select::bar(desk, lines, selecting));
    let all = el("div")
        .class("outline-list")
        .attr("data-scrolls", "")
        .child(el("div").live(results))
        .child(list)
        .child(add_link(shown));
    el("nav")
        .class("outline")
        .class_while("shown", move || shown.get())
        .attr("aria-label", "Questions in this survey")
        .child(toggle(lines, shown))
        .child(preview_toggle(preview))
        .child(el("div").class("outline-body").id(BODY).child(head).child(all))
        .child(
            el("div")
                .class("outline-parts")
                .child(part_link(desk, Part::Languages).text(Part::Languages.name()))
                .child(part_link(desk, Part::Paths).text(Part::Paths.name())),
        )
}

const BODY: &str = "outline-body";

/// What shows the preview in the place of the cards, where the screen is narrow.
fn preview_toggle(preview: RwSignal<bool>) -> El {
    let see = move || if preview.get() { "Back to the questions" } else { "Preview" };
    button("button preview-toggle")
        .live_attr("aria-pressed", move || Some(preview.get().to_string()))
        .on("click", move |_| preview.update(|on| *on = !*on))
        .live_text(move || see().to_owned())
}

/// What opens the outline where the screen is narrow.
fn toggle(lines: Lines, shown: RwSignal<bool>) -> El {
    let asked = move || lines.all.with(|lines| lines.iter().filter(|l| l.number.is_some()).count());
    el("button")
        .attr("type", "button")
        .class("button outline-toggle")
        .live_attr("aria-expanded", move || Some(shown.get().to_string()))
        .attr("aria-controls", BODY)
        .live_text(move || format!("Questions ({})", asked()))
        .on("click", move |_| shown.update(|shown| *shown = !*shown))
}

/// Selecting several, and folding all sections where there are some.
fn tools(
    desk: Desk,
    titles: Memo<Vec<Option<QuestionId>>>,
    selecting: Memo<bool>,
    is_searching: Memo<bool>,
) -> El {
    let folded = desk.arranging.folded;
    let sections = move || titles.get().into_iter().flatten();
    let is_all_folded =
        Memo::new(move |_| folded.with(|folded| sections().all(|title| folded.contains(&title))));
    let fold_all = move |_| match is_all_folded.get_untracked() {
        true => folded.update(|folded| folded.clear()),
        false => folded.set(untrack(|| sections().collect())),
    };
    let fold_all = el("button")
        .attr("type", "button")
        .class("button outline-tool")
        .hidden(move || sections().count() < 2)
        .live_text(move || if is_all_folded.get() { "Open all" } else { "Close all" }.to_owned())
        .live_attr("aria-label", move || {
            let label =
                if is_all_folded.get() { "Open all sections" } else { "Close all sections" };
            Some(label.to_owned())
        })
        .on("click", fold_all);
    el("div")
        .class("outline-tools")
        .hidden(move || is_searching.get())
        .child(select::start(desk, selecting))
        .child(fold_all)
}

/// A card that every survey has.
fn fixed(shared: Shared, spot: Spot, name: &'static str) -> El {
    let desk = shared.desk;
    el("button")
        .attr("type", "button")
        .class("outline-entry fixed")
        .live_attr("aria-current", move || (desk.spot.get() == spot).then(|| "true".to_owned()))
        .on("click", move |_| {
            shared.shown.set(false);
            desk.open(spot);
        })
        .text(name)
        .child(here(desk, spot))
}

fn add_link(shown: RwSignal<bool>) -> El {
    el("a").class("button outline-add").attr("href", "#").text("+ Add a question").on(
        "click",
        move |event| {
            MouseEvent::from(event).prevent_default();
            shown.set(false);
            page::focus_soon(ADD_QUESTION);
        },
    )
}
