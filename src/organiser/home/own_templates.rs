//! The organiser's own templates among the ways to start a survey: to use, to rename and to remove.

use super::making;
use crate::browser::page;
use crate::model::id::SurveyId;
use crate::model::own_template::{LONGEST_NAME, OwnTemplate};
use crate::organiser::editor::menu::menu;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The list, while there are some.
pub fn own_templates(desk: Desk) -> El {
    let all = desk.templates.get();
    let list = || {
        let cards = all.into_iter().map(|template| card(desk, template));
        let list = el("ul").class("start-cards").attr("role", "list").children(cards);
        el("section")
            .class("own-templates")
            .attr("aria-labelledby", "own-templates")
            .child(el("h3").id("own-templates").text("Your templates"))
            .child(list)
    };
    let is_there = desk.templates.with(|all| !all.is_empty());
    parts().children(is_there.then(list))
}

fn card(desk: Desk, template: OwnTemplate) -> El {
    let id = template.draft.id();
    let facts = format!(
        "{} · about {}",
        words::count(template.asked(), "question", "questions"),
        words::count(template.minutes(), "minute", "minutes"),
    );
    let name = template.name;
    let (renaming, open) = (RwSignal::new(false), RwSignal::new(false));
    let more = format!("more-{id}");
    let use_it = format!("Use {}", words::quoted(&name));
    let label = format!("More for the template {}", words::own(&name));
    let items = move || {
        let rename = button("menu-item").text("Rename").on("click", move |_| {
            open.set(false);
            renaming.set(true);
            page::focus_soon(&field_id(id));
        });
        let remove = button("menu-item danger").text("Remove").on("click", move |_| {
            open.set(false);
            desk.remove_template(id);
        });
        parts().child(rename).child(remove)
    };
    let shown = name.clone();
    let row = el("div")
        .class("button-row")
        .child(making(desk, "button", use_it, move || desk.begin_with(id)))
        .child(menu(more, move || label.clone(), open, items));
    el("li")
        .class("card start")
        .child(el("h4").attr("dir", "auto").text(shown))
        .child(el("p").class("soft").text(facts))
        .child(row)
        .live(move || renaming.get().then(|| form(desk, id, &name, renaming)).into_iter().collect())
}

fn field_id(id: SurveyId) -> String {
    format!("rename-{id}")
}

/// The field for another name.
fn form(desk: Desk, id: SurveyId, name: &str, renaming: RwSignal<bool>) -> El {
    let typed = RwSignal::new(name.to_owned());
    let wrong = RwSignal::new(false);
    let field = field_id(id);
    let problem = format!("{field}-problem");
    let close = move || {
        renaming.set(false);
        page::focus_soon(&format!("more-{id}"));
    };
    let save = move || {
        if desk.rename_template(id, &typed.get_untracked()) {
            return close();
        }
        wrong.set(true);
        page::focus_soon(&field_id(id));
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            save();
        }
    };
    let described = problem.clone();
    let input = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(field.clone())
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("maxlength", LONGEST_NAME.to_string())
        .live_attr("aria-invalid", move || wrong.get().then(|| "true".to_owned()))
        .live_attr("aria-describedby", move || wrong.get().then(|| described.clone()))
        .value(move || typed.get())
        .on("input", move |event| {
            typed.set(event_target_value(&event));
            wrong.set(false);
        })
        .on_key(keys);
    let labelled = el("div")
        .class("labelled")
        .child(el("label").attr("for", field).text("Name of the template"))
        .child(
            el("p")
                .class("problem")
                .id(problem)
                .hidden(move || !wrong.get())
                .text("Write a name for the template."),
        )
        .child(input);
    let row = el("div")
        .class("button-row")
        .child(button("button").text("Save").on("click", move |_| save()))
        .child(button("button plain").text("Cancel").on("click", move |_| close()));
    el("div").class("rename-form").child(labelled).child(row)
}
