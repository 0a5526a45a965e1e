//! The bar at the top: the survey's title, the steps of the work with what waits in each, and what one
//! does at any of them: undo, publish, see what was done.

use super::editor::menu::menu;
use super::ids::{HELP, HELP_HEADING, OPEN_PART, OPEN_STEP};
use super::later::{self, Second};
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, Saving};
use super::title::title;
use super::tool::Tool;
use crate::browser::page;
use crate::model::draft::Draft;
use crate::model::steps::{Step, Undoes, Waiting};
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use crate::ui::icon::{TICK, drawing};
use leptos::prelude::*;

/// The bar, and the parts of the step that is open.
pub fn top_bar(desk: Desk) -> El {
    let part = move || match desk.screen.get() {
        Screen::Survey(_, part) => Some(part),
        _ => None,
    };
    let in_survey = move || part().is_some();
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
    // Clashes are looked for on the screens that tell of them, not at every key in the editor.
    let clashes = Memo::new(move |_| {
        let screen = desk.screen.get();
        let is_check = matches!(screen, Screen::Survey(_, part) if part.step() == Step::Check);
        if is_check {
            desk.draft.track();
        }
        match desk.second.get() {
            Second::Here(later) => untrack(|| (later.clashes)(desk)),
            Second::Away(_) | Second::Failed(_) => 0,
        }
    });
    let waiting = Memo::new(move |_| Waiting {
        notes: desk.draft.with(|draft| draft.content().making.unread()),
        clashes: clashes.get(),
        answers: desk.received.with(|all| all.len()),
    });
    let can_write = move || in_survey() && !desk.is_stand_in.get();
    let header = el("header")
        .class("top-bar")
        .class_while("in-survey", in_survey)
        .show(in_survey, move || parts().child(skip_link()))
        .live(brand)
        .show(in_survey, crumb)
        .show(in_survey, move || parts().child(steps(desk, waiting)))
        .show(can_write, move || parts().child(actions(desk)))
        .show(move || !in_survey(), move || parts().child(learning(desk)));
    let stands_in = move || in_survey() && desk.is_stand_in.get();
    let help = move || match desk.help.get() {
        true => later::once_here(desk, |later| (later.help)(desk)),
        false => parts(),
    };
    let below = step_parts(desk, Memo::new(move |_| part()), waiting).live_parts(help);
    parts().child(header).and(below).show(stands_in, move || {
        let notice = move || later::once_here(desk, |later| parts().child((later.stand_in)(desk)));
        parts().live_parts(notice)
    })
}

/// Where no survey is open: what the screen is for, and the guides.
fn learning(desk: Desk) -> El {
    let guides = move || {
        // Who only came with a link is not to be led elsewhere.
        let is_sent = matches!(desk.screen.get(), Screen::Sent(_));
        let link = || {
            el("a")
                .class("button plain")
                .attr("href", format!("#{}", Screen::Guides.fragment()))
                .on_follow(move || desk.go(Screen::Guides))
                .text("Guides")
        };
        (!is_sent).then(link).into_iter().collect()
    };
    el("div").class("top-actions").child(help_button(desk)).live(guides)
}

/// Shows and hides what the open screen is for.
fn help_button(desk: Desk) -> El {
    button("help-button")
        .id(HELP)
        .live_attr("aria-expanded", move || Some(desk.help.get().to_string()))
        .child(el("span").class("help-sign").attr("aria-hidden", "true").text("?"))
        .child(el("span").class("help-name").text("What is this?"))
        .on("click", move |_| desk.help.update(|on| *on = !*on))
}

/// Hides it, with the focus on what showed it.
pub fn close_help(desk: Desk) {
    desk.help.set(false);
    // The first is not there where the bar is narrow.
    page::focus_soon("more");
    page::focus_soon(HELP);
}

/// For keys: past the bar, to what the page is about.
fn skip_link() -> El {
    el("a")
        .class("skip")
        .attr("href", "#")
        .on_follow(|| page::focus_soon(HEADING))
        .text("Skip to the page")
}

/// The steps.
fn steps(desk: Desk, waiting: Memo<Waiting>) -> El {
    let shown = Step::ALL.into_iter().filter(|step| !step.parts().is_empty());
    let step = |(place, step): (usize, Step)| {
        let screen = move || match (desk.screen.get(), step.opens(waiting.get())) {
            (Screen::Survey(id, _), Some(part)) => Screen::Survey(id, part),
            (elsewhere, _) => elsewhere,
        };
        let current = move || match desk.screen.get() {
            Screen::Survey(_, part) if part.step() == step => Some("step".to_owned()),
            _ => None,
        };
        let is_out_of_reach = move || step.parts().iter().all(|part| is_out_of_reach(desk, *part));
        let count = Memo::new(move |_| step.count(waiting.get()));
        let badge = move || {
            let count = count.get();
            let (one, many) = match step {
                Step::Check if waiting.with(|waiting| waiting.clashes == 0) => {
                    (" new note", " new notes")
                }
                Step::Check => (" thing to look at", " things to look at"),
                _ => (" answer", " answers"),
            };
            let what = el("span").class("unseen").text(if count == 1 { one } else { many });
            let is_news = step == Step::Check;
            let badge = el("span").class(if is_news { "badge" } else { "badge quiet" });
            (count > 0).then(|| badge.text(words::number(count)).child(what))
        };
        let link = el("a")
            .live_attr("href", move || Some(format!("#{}", screen().fragment())))
            .live_attr("aria-current", current)
            .on_follow(move || desk.go(untrack(screen)))
            .child(
                el("span")
                    .class("step-number")
                    .attr("aria-hidden", "true")
                    .text(format!("{} ", place + 1)),
            )
            .text(step.name())
            .live(move || badge().into_iter().collect());
        let link = link.live_attr("id", move || current().map(|_| OPEN_STEP.to_owned()));
        el("li").hidden(is_out_of_reach).child(link)
    };
    // On a phone the row is wider than the screen, and Back leads to what is off it.
    Effect::new(move |_| {
        desk.screen.track();
        page::show_across(OPEN_STEP);
    });
    let list = el("ul").attr("role", "list").children(shown.enumerate().map(step));
    el("nav").class("steps").attr("aria-label", "Steps").child(list)
}

/// True for what can't be shown of a survey whose draft can't be read.
fn is_out_of_reach(desk: Desk, part: Part) -> bool {
    let has_link = !desk.versions.with(Vec::is_empty);
    let needs_link = matches!(part, Part::Share | Part::Paper | Part::Typing);
    desk.is_stand_in.get() && (part.needs_draft() || needs_link && !has_link)
}

/// The parts of the open step, where it has more than one. The editor has the others in its outline: there
/// each row would be one less for the question.
///
/// Links stay while people go from one to the next. Screen readers lose their place with a link that goes.
fn step_parts(desk: Desk, open: Memo<Option<Part>>, waiting: Memo<Waiting>) -> El {
    let shown = Memo::new(move |_| match open.get() {
        None | Some(Part::Questions) => Vec::new(),
        Some(open) => open.step().shown(waiting.get(), open),
    });
    Effect::new(move |_| {
        open.track();
        shown.track();
        // On a phone the row is wider than the screen.
        page::show_across(OPEN_PART);
    });
    let part = move |part: Part| {
        let name = move || match part.news(waiting.get()) {
            Some(news) => format!("{} ({news})", part.name()),
            None => part.name().to_owned(),
        };
        let is_open = Memo::new(move |_| open.get() == Some(part));
        let link = part_link(desk, part)
            .live_attr("aria-current", move || is_open.get().then(|| "page".to_owned()))
            .live_attr("id", move || is_open.get().then(|| OPEN_PART.to_owned()))
            .live_text(name);
        el("li").hidden(move || is_out_of_reach(desk, part)).child(link)
    };
    let list = move || {
        let list = el("ul").attr("role", "list").keyed(move || shown.get(), part);
        let links = el("nav").class("parts").attr("aria-label", "This step").child(list);
        parts().child(el("div").class("parts-row").child(links).child(help_button(desk)))
    };
    parts().show(move || shown.with(|shown| shown.len() > 1), list)
}

/// The way to a part of the survey on the desk. Its words are still to be put in.
pub fn part_link(desk: Desk, part: Part) -> El {
    let screen = move || match desk.screen.get() {
        Screen::Survey(id, _) => Screen::Survey(id, part),
        elsewhere => elsewhere,
    };
    el("a")
        .live_attr("href", move || Some(format!("#{}", screen().fragment())))
        .on_follow(move || desk.go(untrack(screen)))
}

fn actions(desk: Desk) -> El {
    let (undo, redo) = steps_back(desk);
    let open = RwSignal::new(false);
    let more = menu("more".to_owned(), || "More".to_owned(), open, move || more_items(desk, open));
    // Send has one of its own, beside what it is about.
    let is_send = move || matches!(desk.screen.get(), Screen::Survey(_, Part::Share));
    // What changed is a record of its own: there, Publish would seem to be of that.
    let is_apart = move || matches!(desk.screen.get(), Screen::Survey(_, part) if part.step() == Step::Changed);
    let publish =
        publish_button(desk, "button primary", "Publish").hidden(move || is_send() || is_apart());
    // The editor has no row of parts to hold it. Where the bar is narrow, it is in the list of more.
    let in_editor = move || matches!(desk.screen.get(), Screen::Survey(_, Part::Questions));
    let help = move || parts().child(help_button(desk));
    el("div").class("top-actions").show(in_editor, help).children([undo, redo, more, publish])
}

/// Undo and Redo. They are about what shows on the open screen, and say what they would do.
fn steps_back(desk: Desk) -> (El, El) {
    let next = desk.next_steps();
    let button = |name: &'static str,
                  sign: &'static str,
                  which: fn(&[Option<String>; 2]) -> &Option<String>| {
        button("more-button")
            .attr("aria-label", name)
            .text(sign)
            .live_attr("title", move || next.with(|next| which(next).clone()))
            .live_attr("aria-disabled", move || {
                next.with(|next| which(next).is_none()).then(|| "true".to_owned())
            })
            .hidden(move || desk.undoes() == Undoes::Nothing)
    };
    let undo = button("Undo", "↶", |next| &next[0]).on("click", move |_| desk.undo_here());
    let redo = button("Redo", "↷", |next| &next[1]).on("click", move |_| desk.redo_here());
    (undo, redo)
}

fn more_items(desk: Desk, open: RwSignal<bool>) -> El {
    let tool = move |name: &'static str, tool: Tool| {
        button("menu-item").attr("aria-haspopup", "dialog").text(name).on("click", move |_| {
            open.set(false);
            page::focus_soon("more");
            // These are in the editor.
            if let Screen::Survey(id, part) = desk.screen.get_untracked()
                && part != Part::Questions
            {
                desk.go(Screen::Survey(id, Part::Questions));
            }
            desk.tool.set(Some(tool));
        })
    };
    let save = button("menu-item").text("Save a backup").on("click", move |_| {
        open.set(false);
        page::focus_soon("more");
        desk.with_second(move |later| (later.save_copy)(desk));
    });
    let template = button("menu-item").text("Save as template").on("click", move |_| {
        open.set(false);
        page::focus_soon("more");
        let id = desk.draft.with_untracked(Draft::id);
        desk.with_second(move |later| (later.save_as_template)(desk, id));
    });
    let help = button("menu-item").text("What is this?").on("click", move |_| {
        open.set(false);
        desk.help.set(true);
        desk.with_second(|_| page::focus_soon(HELP_HEADING));
    });
    let in_editor = matches!(desk.screen.get_untracked(), Screen::Survey(_, Part::Questions));
    parts()
        .children(in_editor.then_some(help))
        .child(tool("History and versions", Tool::History))
        .child(tool("Keyboard shortcuts", Tool::Shortcuts))
        .child(template)
        .child(save)
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
            // A phone's bar has room for the first word.
            let where_to = el("span").class("saved-where").text(" on this computer");
            el("span").class("saved").child(drawing(TICK)).text("Saved").child(where_to)
        }
        Saving::Writing => el("span").class("saved").text("Saving…"),
        Saving::Failed => el("span").class("not-saved").text("Not saved"),
    }
}
