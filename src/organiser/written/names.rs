//! Words to strike out of the open answer: those that may be names, and any others that an organiser types.

use super::reading::Reading;
use crate::model::id::ResponseId;
use crate::model::work::{Mark, State};
use crate::model::written::{NAME, names, pieces};
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// The field for other words.
const OTHERS: &str = "strike-others";

/// The ticks, and the field.
pub fn names_card(reading: Reading) -> El {
    let all = Memo::new(move |_| {
        let Some(item) = reading.open.get() else { return Vec::new() };
        let mut all = names(&item.words);
        // What is struck out and was not suggested comes after.
        reading.work.with(|work| {
            let struck = work.struck(item.spot).into_iter();
            let others: Vec<String> = struck
                .filter(|words| !all.iter().any(|one| one == words))
                .map(str::to_owned)
                .collect();
            all.extend(others);
        });
        all.into_iter().map(|words| (item.spot.response, words)).collect::<Vec<_>>()
    });
    let list = el("ul").attr("role", "list").class("ticks");
    let list =
        list.keyed(move || all.get(), move |(_, words): (ResponseId, String)| tick(reading, words));
    // How many of them a quote would still show.
    let left = move || {
        let Some(item) = reading.open.get() else { return 0 };
        reading.work.with(|work| {
            let struck = work.struck(item.spot);
            let is_quote = item.state(work) == State::Marked(Mark::Quote);
            let is_left = |(_, words): &&(ResponseId, String)| !struck.contains(&&**words);
            if is_quote { all.with(|all| all.iter().filter(is_left).count()) } else { 0 }
        })
    };
    let in_quote = move || match left() {
        0 => String::new(),
        1 => "This is marked as a quote, and 1 of these is still in it.".to_owned(),
        some => format!("This is marked as a quote, and {some} of these are still in it."),
    };
    let help = move || match all.with(Vec::is_empty) {
        true => "No names found. Look yourself too: this does not find every name.".to_owned(),
        false => format!(
            "These may be names. Tick those that tell who someone is: others read {NAME} there. Look for more yourself."
        ),
    };
    let field = RwSignal::new(String::new());
    let trouble = RwSignal::new(String::new());
    let strike = move || {
        let typed = field.get_untracked();
        let typed = typed.trim();
        let Some(item) = reading.open.get_untracked() else { return };
        let (is_in, is_struck) = reading.work.with_untracked(|work| {
            let struck = work.struck(item.spot);
            let is_in = pieces(&item.words, &[typed]).len() > 1
                || item.words.trim().eq_ignore_ascii_case(typed);
            (is_in, struck.contains(&typed))
        });
        match typed {
            "" => trouble.set("Write the words to strike out first.".to_owned()),
            typed if !is_in => {
                trouble.set(format!("{} is not in this answer.", words::quoted(typed)));
            }
            typed => {
                trouble.set(String::new());
                if !is_struck {
                    reading.turn_struck(typed);
                }
                field.set(String::new());
            }
        }
        crate::browser::page::focus_soon(OTHERS);
    };
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "strike-trouble")
        .class("text-field")
        .id(OTHERS)
        .value(move || field.get())
        .on("input", move |event| field.set(event_target_value(&event)))
        .on_key(move |event| {
            if event.key() == "Enter" {
                strike();
            }
        });
    let row = el("div").class("field-and-button").child(input).child(button(
        "button",
        "Strike out",
        strike,
    ));
    el("fieldset")
        .child(el("legend").class("label").text("Names to strike out"))
        .child(el("p").class("help").live_text(help))
        .child(list)
        .child(el("p").class("help").live_text(in_quote))
        .child(el("label").attr("for", OTHERS).text("Other words"))
        .child(row)
        .child(
            el("p")
                .class("help")
                .id("strike-trouble")
                .attr("role", "status")
                .live_text(move || trouble.get()),
        )
}

fn tick(reading: Reading, name: String) -> El {
    let own = name.clone();
    let is = move || {
        let spot = reading.open.with(|open| open.as_ref().map(|item| item.spot));
        spot.is_some_and(|spot| reading.work.with(|work| work.struck(spot).contains(&&*own)))
    };
    let shown = name.clone();
    let input = el("input")
        .attr("type", "checkbox")
        .checked(is)
        .on("change", move |_| reading.turn_struck(&name));
    let label = el("label").class("tick").child(input);
    el("li").child(label.child(el("span").attr("dir", "auto").text(shown)))
}
