//! Who with lived experience agrees with a change, and who does not: the list, and a small form to add to it.

use super::book::Book;
use crate::browser::{clock, page};
use crate::model::change::{
    Act, Agreed, ChangeId, EditName, LONGEST_FIELD, Op, Voice, agreed_in_words,
};
use crate::model::plain_text::is_blank;
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// Each answer to "do you agree?", in words.
const ANSWERS: [(&str, Option<bool>); 3] =
    [("Agrees", Some(true)), ("Does not agree", Some(false)), ("Not sure", None)];

/// The part of the form.
pub fn agreed(book: Book, of: ChangeId) -> El {
    let all = Memo::new(move |_| book.change(of));
    let heading = format!("agreed-{}", of.0);
    let line = {
        let heading = heading.clone();
        move |(name, agreed): &((EditName, u32), Agreed), voice: Voice| {
            let (edit, place) = *name;
            let who = words::own(&words::or(&agreed.who, "Someone"));
            let says = ANSWERS
                .iter()
                .find(|(_, says)| *says == agreed.agrees)
                .map_or("", |(name, _)| name);
            let earlier = if voice == Voice::Earlier { " (about earlier words)" } else { "" };
            let says =
                format!("{who}, {}: {}{earlier}", words::day(agreed.day), says.to_lowercase());
            let because = (!agreed.because.is_empty())
                .then(|| format!(". {}", words::quoted(&agreed.because)));
            let back = heading.clone();
            let remove = button("button plain", "Remove", move || {
                book.act(Act::Do(vec![Op::Forget(edit, place)]));
                page::focus_soon(&back);
            })
            .attr("aria-label", format!("Remove: {who}"));
            el("li").child(el("span").text(says).text(because.unwrap_or_default())).child(remove)
        }
    };
    let sum = move || all.with(|change| change.as_ref().map(agreed_in_words).unwrap_or_default());
    let list = move || {
        let lines = all.with(|change| {
            let lines = change.iter().flat_map(|change| {
                let said = change.agreed.iter();
                said.map(|one| line(one, change.voice(one.0, &one.1)))
            });
            lines.collect::<Vec<_>>()
        });
        if lines.is_empty() {
            return vec![el("p").class("soft").text("Nobody said yet if they agree.")];
        }
        vec![el("ul").class("agreed-list").attr("role", "list").children(lines)]
    };
    el("fieldset")
        .class("pick-one")
        .child(
            el("legend")
                .id(heading)
                .attr("tabindex", "-1")
                .text("Do people with lived experience agree?"),
        )
        .child(el("p").live_text(sum))
        .live(list)
        .child(add(book, of))
}

fn add(book: Book, of: ChangeId) -> El {
    let (who, because) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let says = RwSignal::new(None::<Option<bool>>);
    let field = |what: &str, label: &'static str, into: RwSignal<String>| {
        let id = format!("agreed-{what}-{}", of.0);
        let input = el("input")
            .attr("type", "text")
            .class("text-field")
            .id(id.clone())
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .attr("maxlength", LONGEST_FIELD.to_string())
            .value(move || into.get())
            .on("input", move |event| into.set(event_target_value(&event)));
        el("div").class("labelled").child(el("label").attr("for", id).text(label)).child(input)
    };
    let option = move |(name, value): (&'static str, Option<bool>)| {
        el("option").attr("value", name).text(name).selected(move || says.get() == Some(value))
    };
    let none = el("option").attr("value", "").text("Choose").selected(move || says.get().is_none());
    let pick = format!("agreed-says-{}", of.0);
    let select = el("select")
        .class("text-field")
        .id(pick.clone())
        .on("change", move |event| {
            let picked = event_target_value(&event);
            let answer = ANSWERS.iter().find(|(name, _)| *name == picked);
            says.set(answer.map(|(_, value)| *value));
        })
        .child(none)
        .children(ANSWERS.map(option));
    let press = move || {
        // Nobody agrees by an empty form.
        if who.with_untracked(|who| is_blank(who)) {
            page::focus_soon(&format!("agreed-who-{}", of.0));
            return book.desk.tell("Write who said it.");
        }
        let Some(agrees) = says.get_untracked() else {
            page::focus_soon(&format!("agreed-says-{}", of.0));
            return book.desk.tell("Choose what they say.");
        };
        let agreed = Agreed {
            who: who.get_untracked().trim().to_owned(),
            day: clock::today(),
            agrees,
            because: because.get_untracked().trim().to_owned(),
            from: None,
        };
        if book.act(Act::Do(vec![Op::Agree(of, agreed)])) {
            who.set(String::new());
            because.set(String::new());
            says.set(None);
            book.desk.tell("Added.");
        }
    };
    let fields =
        el("div").class("change-row").child(field("who", "Who (first name or role)", who)).child(
            el("div")
                .class("labelled")
                .child(el("label").attr("for", pick).text("What they say"))
                .child(select),
        );
    el("div")
        .class("agreed-add")
        .child(fields)
        .child(field("because", "Because (optional)", because))
        .child(el("div").class("button-row").child(button("button", "Add what they say", press)))
}
