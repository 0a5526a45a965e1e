//! Labelled controls for what is not a text of the draft: a list to pick from, a box to tick, a
//! number. State comes in as signals, what a person does goes out as callbacks.

use crate::model::limit::Hundredths;
use crate::model::typed;
use crate::organiser::field::described_by;
use crate::ui::el::{El, Event, el};
use leptos::prelude::*;

/// What a list offers: a value for the program, and words for people.
pub type Options = Vec<(String, String)>;

/// What a control is called.
pub struct Label {
    text: Signal<String>,
    /// True where the words on both sides say what it is for. Screen readers still hear the label.
    is_unseen: bool,
}

impl Label {
    /// A label that shows.
    pub fn seen(text: impl Into<Signal<String>>) -> Self {
        Self { text: text.into(), is_unseen: false }
    }

    /// A label for screen readers alone.
    pub fn unseen(text: impl Into<Signal<String>>) -> Self {
        Self { text: text.into(), is_unseen: true }
    }

    fn draw(self, of: String) -> El {
        let class = if self.is_unseen { "unseen" } else { "" };
        el("label").class(class).attr("for", of).live_text(move || self.text.get())
    }
}

/// Ids of what describes a control, besides what it says itself.
pub type DescribedBy = Option<Signal<Option<String>>>;

/// A list to pick one thing from: what it offers, and which value is picked.
pub fn pick(
    id: String,
    label: Label,
    options: Memo<Options>,
    value: Memo<String>,
    on_pick: Callback<String>,
    described_by: DescribedBy,
) -> El {
    let option = move |(own, name): (String, String)| {
        let picked = own.clone();
        el("option")
            .attr("value", own)
            .text(name)
            .selected(move || value.with(|value| *value == picked))
    };
    let list = el("select")
        .class("text-field")
        .id(id.clone())
        .live_attr("aria-describedby", move || described_by?.get())
        .on("change", move |event| on_pick.run(event_target_value(&event)))
        .live(move || options.get().into_iter().map(option).collect());
    el("div").class("labelled").child(label.draw(id)).child(list)
}

/// A box to tick, with a sentence more or none. The whole line is its target.
pub fn tick(
    label: impl Into<Signal<String>>,
    help: &'static str,
    ticked: Memo<bool>,
    on_tick: Callback<bool>,
) -> El {
    let label = label.into();
    let help = (!help.is_empty()).then(|| el("span").class("help").text(" ").text(help));
    let check = el("input")
        .attr("type", "checkbox")
        .checked(move || ticked.get())
        .on("change", move |event| on_tick.run(event_target_checked(&event.into())));
    let words = el("span").live_text(move || label.get()).children(help);
    el("label").class("tick").child(check).child(words)
}

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any number, or none.
    Number,
    /// A number that counts something, or none.
    Count,
    /// Any number. It can't be left empty.
    NeededNumber,
}

/// A number. It is taken when a person leaves the field or presses Enter: half a
/// number would be another number, and one more step of undo.
///
/// `described_by_too` is what else is wrong with it, to be told to screen readers.
pub fn number_field(
    id: String,
    label: Label,
    takes: Takes,
    value: Memo<Option<Hundredths>>,
    on_number: Callback<Option<Hundredths>>,
    described_by_too: DescribedBy,
) -> El {
    let is_wrong = RwSignal::new(false);
    let shown = move || value.get().map(Hundredths::shown).unwrap_or_default();
    // A new number, or an undo, takes the problem away with the text that it was about.
    Effect::new(move |_| {
        value.track();
        is_wrong.set(false);
    });
    let problem_id = format!("{id}-problem");
    let take = move |event: Event| {
        let text = event_target_value(&event);
        let number = match takes {
            Takes::Number if text.trim().is_empty() => Some(None),
            Takes::Count if text.trim().is_empty() => Some(None),
            Takes::Count => typed::number(&text).filter(|n| n.0 > 0 && n.0 % 100 == 0).map(Some),
            Takes::Number | Takes::NeededNumber => typed::number(&text).map(Some),
        };
        is_wrong.set(number.is_none());
        if let Some(number) = number.filter(|number| *number != value.get_untracked()) {
            on_number.run(number);
        }
    };
    let describer = {
        let problem_id = problem_id.clone();
        move || {
            let too = described_by_too.and_then(|too| too.get()).unwrap_or_default();
            described_by(|| is_wrong.get(), &problem_id, !too.is_empty(), &too)
        }
    };
    let problem = match takes {
        Takes::Count => "Write a number like 1 or 3, or leave it empty.",
        Takes::Number => "Write a number like 3 or 2.5, or leave it empty.",
        Takes::NeededNumber => "Write a number like 3 or 2.5.",
    };
    let problem =
        el("p").class("problem").id(problem_id).hidden(move || !is_wrong.get()).text(problem);
    let field = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .class("text-field")
        .id(id.clone())
        .attr("autocomplete", "off")
        .live_attr("aria-describedby", describer)
        .live_attr("aria-invalid", move || is_wrong.get().then(|| "true".to_owned()))
        .value(shown)
        .on("change", take);
    el("div")
        .class("labelled number")
        .class_while("has-problem", move || is_wrong.get())
        .child(label.draw(id))
        .child(problem)
        .child(field)
}
