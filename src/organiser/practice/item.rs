//! One thing to look at: what it says, what may be wrong with it, and writing it better.

use super::level::{Going, STEP};
use crate::browser::page;
use crate::model::lessons::because;
use crate::model::practice::{Fault, Item, Stage, Turn, Verdict};
use crate::ui::el::{El, announced, button, el, parts};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The field for better words.
const FIELD: &str = "practice-words";
/// What is said when nothing was picked, or of what was written.
const SAID: &str = "practice-said";

/// What somebody picks and writes at an item.
#[derive(Clone, Copy)]
pub struct Words {
    picked: RwSignal<Option<usize>>,
    written: RwSignal<Option<String>>,
    /// True after a press with nothing picked.
    is_missing: RwSignal<bool>,
}

impl Words {
    /// What was written before the page was loaded anew, or nothing.
    pub fn new(written: String) -> Self {
        Self {
            picked: RwSignal::new(None),
            written: RwSignal::new(Some(written).filter(|written| !written.is_empty())),
            is_missing: RwSignal::new(false),
        }
    }

    /// What is written.
    pub fn written(self) -> String {
        self.written.get().unwrap_or_default()
    }

    /// Nothing once more.
    pub fn clear(self) {
        self.picked.set(None);
        self.written.set(None);
        self.is_missing.set(false);
    }
}

fn with_item<T>(going: Going, read: impl FnOnce(&Item) -> T) -> Option<T> {
    let at = going.turn.with_untracked(|turn| turn.at);
    going.level.with_value(|level| level.items.get(at).map(read))
}

/// What it says.
pub fn shown(going: Going) -> El {
    let drawn = with_item(going, |item| {
        let choices = (!item.choices.is_empty())
            .then(|| el("ul").children(item.choices.iter().map(|choice| el("li").text(*choice))));
        el("section")
            .class("card practice-item")
            .attr("aria-labelledby", "practice-item")
            .child(el("h2").class("soft").id("practice-item").text(item.label))
            .child(el("p").class("practice-text").text(item.text))
            .children(choices)
    });
    drawn.unwrap_or_else(parts)
}

/// A set of radios, and the button that takes the picked one.
fn pick(
    going: Going,
    name: &'static str,
    offers: Vec<&'static str>,
    press: &'static str,
    take: impl Fn(usize) + Send + 'static,
) -> El {
    let Words { picked, is_missing, .. } = going.words;
    let radio = |(place, words): (usize, &'static str)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "practice")
            .checked(move || picked.get() == Some(place))
            .on("change", move |_| {
                picked.set(Some(place));
                is_missing.set(false);
            });
        let input = if place == 0 { input.id(FIELD) } else { input };
        el("label").child(input).child(el("span").text(words))
    };
    let missing = move || match is_missing.get() {
        true => vec![el("p").class("problem").text("Choose an answer.")],
        false => Vec::new(),
    };
    let fields = el("fieldset")
        .attr("aria-describedby", SAID)
        .child(el("legend").text(name))
        .child(
            el("div").class("practice-picks").children(offers.into_iter().enumerate().map(radio)),
        )
        .child(announced("alert", missing).id(SAID));
    el("form")
        .class("card")
        .child(fields)
        .child(
            el("div")
                .class("button-row")
                .child(el("button").attr("type", "submit").class("button primary").text(press)),
        )
        .on("submit", move |event| {
            let event: SubmitEvent = event.into();
            event.prevent_default();
            match picked.get_untracked() {
                Some(place) => take(place),
                None => {
                    is_missing.set(true);
                    page::focus_soon(FIELD);
                }
            }
        })
}

/// Finding what is wrong.
pub fn looking(going: Going) -> El {
    let offers = with_item(going, |item| item.offers().iter().map(|(words, _)| *words).collect());
    pick(
        going,
        "What is wrong here?",
        offers.unwrap_or_default(),
        "Check my answer",
        move |place| {
            change(going, |turn| {
                going.level.with_value(|level| turn.guess(level, place));
            });
            going.words.picked.set(None);
            page::start_soon(STEP);
        },
    )
}

fn change(going: Going, act: impl FnOnce(&mut Turn)) {
    going.turn.update(act);
}

/// Whether they were right, and why it matters.
fn lesson(going: Going, was_right: bool) -> El {
    let said = with_item(going, |item| match &item.fault {
        Fault::None => ("Nothing is wrong here.".to_owned(), None, None),
        Fault::Found { rule, .. } => (
            format!("{}.", rule.name()),
            Some(because(*rule)),
            Some(format!("From: {}.", rule.source())),
        ),
        Fault::Seen { what, why, .. } => (format!("{what}."), Some(*why), None),
    });
    let (what, why, source) = said.unwrap_or_default();
    let (class, start) = match was_right {
        true => ("notice good", "Yes."),
        false => ("notice", "Not this time."),
    };
    el("div")
        .class(class)
        .child(el("h2").id(STEP).attr("tabindex", "-1").text(format!("{start} {what}")))
        .children(why.map(|why| el("p").text(why)))
        .children(source.map(|source| el("p").class("soft").text(source)))
}

/// Writing it better, or picking how.
pub fn fixing(going: Going) -> El {
    let was_right = going.turn.with_untracked(|turn| match turn.stage {
        Stage::Fixing { was_right, .. } | Stage::Settled { was_right } => was_right,
        Stage::Looking | Stage::Finished => false,
    });
    let ways = with_item(going, |item| match &item.fault {
        Fault::Seen { ways, .. } => Some(ways.iter().map(|way| way.words).collect::<Vec<_>>()),
        _ => None,
    });
    let fix = match ways.flatten() {
        Some(ways) => picking(going, ways),
        None => writing(going),
    };
    let pass =
        button("button plain").text("Go on without fixing it").on("click", move |_| going.go_on());
    el("div")
        .class("practice-step")
        .child(lesson(going, was_right))
        .child(fix)
        .child(el("div").class("button-row").child(pass))
}

fn picking(going: Going, ways: Vec<&'static str>) -> El {
    let is_wrong = RwSignal::new(false);
    let again = move || match is_wrong.get() {
        true => vec![el("p").class("notice").text("That does not fix it. Try another one.")],
        false => Vec::new(),
    };
    let form = pick(going, "How can you fix it?", ways, "Fix it this way", move |place| {
        let mut is_right = false;
        change(going, |turn| {
            is_right = going.level.with_value(|level| turn.pick(level, place));
        });
        if is_right {
            page::start_soon(STEP);
        } else {
            let _ = is_wrong.try_set(true);
        }
    });
    el("div").class("practice-step").child(announced("status", again)).child(form)
}

fn writing(going: Going) -> El {
    let read = with_item(going, |item| {
        let better = match &item.fault {
            Fault::Found { better, .. } => better.join("\n"),
            _ => String::new(),
        };
        let now = if item.fixes_choices() { item.choices.join("\n") } else { item.text.to_owned() };
        (item.fixes_choices(), now, better)
    });
    let (of_choices, now, better) = read.unwrap_or_default();
    let written = going.words.written;
    if written.with_untracked(Option::is_none) {
        written.set(Some(now));
    }
    let (label, help) = match of_choices {
        true => ("Write better choices", "One choice on each line."),
        false => ("Write it better", "Change the words so that nothing is hard."),
    };
    let field = el("textarea")
        .class("text-field")
        .id(FIELD)
        .attr("rows", if of_choices { "6" } else { "5" })
        .attr("maxlength", "900")
        .attr("aria-describedby", "practice-help")
        .value(move || written.get().unwrap_or_default())
        .on("input", move |event| written.set(Some(event_target_value(&event))));
    let verdict = Memo::new(move |_| {
        going.turn.with(|turn| match &turn.stage {
            Stage::Fixing { verdict, .. } => verdict.clone(),
            _ => None,
        })
    });
    let said = move || verdict.with(|verdict| verdict.as_ref().map(says)).into_iter().collect();
    let is_shown = Memo::new(move |_| {
        going.turn.with(|turn| matches!(turn.stage, Stage::Fixing { is_shown: true, .. }))
    });
    let show = button("button").text("Show me one way").hidden(move || is_shown.get()).on(
        "click",
        move |_| {
            change(going, Turn::show);
            page::focus_soon("practice-way");
        },
    );
    let way = move || {
        let way = better.clone();
        is_shown
            .get()
            .then(|| {
                el("div")
                    .class("notice")
                    .child(
                        el("h3")
                            .id("practice-way")
                            .attr("tabindex", "-1")
                            .text("One way to write it"),
                    )
                    .child(el("p").class("practice-way").text(way))
            })
            .into_iter()
            .collect()
    };
    el("form")
        .class("card")
        .child(el("label").class("practice-label").attr("for", FIELD).text(label))
        .child(el("p").class("help").id("practice-help").text(help))
        .child(field)
        .child(announced("status", said).id(SAID))
        .child(
            el("div")
                .class("button-row")
                .child(
                    el("button")
                        .attr("type", "submit")
                        .class("button primary")
                        .text("Check my words"),
                )
                .child(show),
        )
        .live(way)
        .on("submit", move |event| {
            let event: SubmitEvent = event.into();
            event.prevent_default();
            let text = written.get_untracked().unwrap_or_default();
            change(going, |turn| {
                going.level.with_value(|level| turn.write(level, &text));
            });
            if matches!(going.turn.with_untracked(|turn| turn.stage.clone()), Stage::Settled { .. })
            {
                page::start_soon(STEP);
            } else {
                page::focus_soon(FIELD);
            }
        })
}

/// What is still to do.
fn says(verdict: &Verdict) -> El {
    let line = |words: &str| el("p").text(words.to_owned());
    let inside = match verdict {
        Verdict::NoWords => vec![line("Write some words first. Keep them short.")],
        Verdict::OtherMeaning => {
            vec![line(
                "This asks something else now. Keep what it is about, and change only what is hard.",
            )]
        }
        Verdict::NoQuestion => {
            vec![line(
                "People could not answer this. Write it as a question, with a question mark.",
            )]
        }
        Verdict::TooFewChoices => vec![line("Write 2 choices or more, each on its own line.")],
        Verdict::Hard(found) => {
            let finding = |found: &crate::model::easy_read::Finding| {
                el("li")
                    .child(el("strong").text(format!("{}. ", found.rule.name())))
                    .text(found.why.clone())
            };
            vec![line("Our advice still finds this:"), el("ul").children(found.iter().map(finding))]
        }
        Verdict::Fixed => vec![line("That is better.")],
    };
    el("div").class("notice").children(inside)
}

/// An item that is done.
pub fn settled(going: Going) -> El {
    let was_right =
        going.turn.with_untracked(|turn| matches!(turn.stage, Stage::Settled { was_right: true }));
    let has_fault = with_item(going, |item| item.fault != Fault::None).unwrap_or_default();
    let notice = match has_fault {
        false => lesson(going, was_right),
        true => {
            let written = going.words.written.get_untracked();
            el("div")
                .class("notice good")
                .child(el("h2").id(STEP).attr("tabindex", "-1").text("You fixed it."))
                .children(written.map(|words| el("p").class("practice-way").text(words)))
        }
    };
    let next = button("button primary").text("Go on").on("click", move |_| going.go_on());
    el("div").class("practice-step").child(notice).child(el("div").class("button-row").child(next))
}
