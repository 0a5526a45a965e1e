//! The surveys of this browser, each with what there is most to do with it, and the rest in a list. Where
//! there are many, ways to find one.

use crate::browser::{clock, page};
use crate::model::shelf::{Kept, MANY, Order, arranged};
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::editor::menu::menu;
use crate::organiser::library::Summary;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::Desk;
use crate::organiser::{later, words};
use crate::ui::el::{El, Event, el, parts};
use leptos::prelude::*;

/// The cards, and above them the ways to find one.
pub fn shelf(desk: Desk) -> El {
    let (wanted, order) = (RwSignal::new(String::new()), RwSignal::new(Order::Changed));
    let shown = move || {
        desk.summaries.with(|all| {
            let kept: Vec<Kept> = all.iter().map(kept).collect();
            // Few are in their order, whatever was looked for before.
            match all.len() < MANY {
                true => all.clone(),
                false => wanted.with(|wanted| {
                    let places = arranged(&kept, wanted, order.get());
                    places.into_iter().map(|at| all[at].clone()).collect()
                }),
            }
        })
    };
    let are_many = move || desk.summaries.with(|all| all.len() >= MANY);
    let cards = el("ul").class("survey-cards").attr("role", "list");
    let cards = cards.keyed(shown, move |one| survey_card(desk, one));
    parts().show(are_many, move || parts().child(shelf_tools(wanted, order))).child(cards)
}

fn kept(one: &Summary) -> Kept<'_> {
    Kept { title: &one.title, changed_at: one.changed_at, responses: one.responses }
}

/// Looking for a survey, and sorting them.
fn shelf_tools(wanted: RwSignal<String>, order: RwSignal<Order>) -> El {
    let search = el("input")
        .attr("type", "search")
        .class("text-field")
        .id("find-survey")
        .value(move || wanted.get())
        .on("input", move |event| wanted.set(event_target_value(&event)));
    let option = |(own, name): (Order, &'static str)| {
        el("option").attr("value", name).text(name).selected(move || order.get() == own)
    };
    let pick = move |event: Event| {
        let picked = event_target_value(&event);
        if let Some((own, _)) = Order::ALL.into_iter().find(|(_, name)| *name == picked) {
            order.set(own);
        }
    };
    let sort = el("select")
        .class("text-field")
        .id("sort-surveys")
        .on("change", pick)
        .children(Order::ALL.map(option));
    let labelled = |id: &'static str, name: &'static str, field: El| {
        el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(field)
    };
    el("div")
        .class("shelf-tools")
        .child(labelled("find-survey", "Find a survey", search))
        .child(labelled("sort-surveys", "Sort by", sort))
}

/// A survey. Where its draft can't be read, what is left of it.
fn survey_card(desk: Desk, summary: Summary) -> El {
    if !summary.has_draft {
        let left = move || {
            let summary = summary.clone();
            later::once_here(desk, |later| (later.damaged)(desk, summary))
        };
        return el("li").class("card").live_parts(left);
    }
    let Summary { id, title, questions, changed_at, version, responses, closes, .. } = summary;
    let title = words::or(&title, words::NO_TITLE);
    let asking = Asking::new();
    let go = move |part| move |_| desk.go(Screen::Survey(id, part));
    let mut facts = vec![words::count(questions, "question", "questions")];
    facts.extend(version.map(|version| format!("version {version}")));
    facts.push(format!("changed {}", words::days(clock::days_ago(changed_at))));
    let pill = |class: &'static str, says: &'static str| el("p").class(class).text(says);
    let state = match (version, closes) {
        (None, _) => pill("pill", "Draft"),
        (_, Some(last)) if last < clock::today() => pill("pill", "Closed"),
        (_, Some(last)) => {
            pill("pill open", "Open until ").child(el("span").text(words::day(last)))
        }
        _ => pill("pill open", "Open for answers"),
    };
    let about = |what: &str| format!("{what}: {}", words::own(&title));
    let delete_text = match responses {
        0 => "You cannot get it back.".to_owned(),
        some => format!(
            "Its {} will be deleted too. You cannot get them back. Save a backup first if you are not sure.",
            words::count(some, "answer", "answers"),
        ),
    };
    let kept = title.clone();
    let button = |says: &'static str, class: &'static str| {
        el("button").attr("type", "button").class(class).attr("aria-label", about(says)).text(says)
    };
    let to = |says, class, part| button(says, class).on("click", go(part));
    let people = if responses == 1 { " person answered" } else { " people answered" };
    // What there is most to do with comes first.
    let main = match responses {
        0 => to("Edit", "button primary", Part::Questions),
        _ => to("See answers", "button primary", Part::Results),
    };
    let open = RwSignal::new(false);
    let named = title.clone();
    let name = move || format!("More for {}", words::own(&named));
    let item = {
        let title = title.clone();
        move |says: &'static str, class: &'static str| {
            let label = format!("{says}: {}", words::own(&title));
            el("button").attr("type", "button").class(class).attr("aria-label", label).text(says)
        }
    };
    let items = move || {
        let edit = (responses > 0).then(|| {
            item("Edit", "menu-item").on("click", move |_| {
                desk.go(Screen::Survey(id, Part::Questions));
            })
        });
        let copy = item("Make a copy", "menu-item").on("click", move |_| {
            open.set(false);
            desk.with_second(move |later| (later.make_from)(desk, id));
        });
        let template = item("Save as template", "menu-item").on("click", move |_| {
            open.set(false);
            page::focus_soon(&format!("more-{id}"));
            desk.with_second(move |later| (later.save_as_template)(desk, id));
        });
        let delete = item("Delete", "menu-item danger").on("click", move |_| {
            open.set(false);
            page::focus_soon(&format!("more-{id}"));
            ask(asking);
        });
        parts().children(edit).child(copy).child(template).child(delete)
    };
    let inside = el("div")
        .class("survey-card")
        .child(state)
        .child(el("h2").attr("dir", "auto").text(title.clone()))
        .child(el("p").class("soft").text(facts.join(" · ")))
        .children(version.map(|_| {
            let number = el("strong").class("big").text(words::number(responses));
            el("p").child(number).text(people)
        }))
        .child(
            el("div")
                .class("button-row")
                .child(main)
                .children(version.map(|_| to("Send", "button", Part::Share)))
                .child(menu(format!("more-{id}"), name, open, items)),
        );
    let asks = Asks {
        title: format!("Delete {}?", words::quoted(&title)).into(),
        text: delete_text.into(),
        yes: "Yes, delete it".into(),
        no: "No, keep it",
    };
    let delete = Callback::new(move |()| desk.delete(id, &kept));
    el("li").class("card").child(inside).child(confirm(asking, asks, delete))
}
