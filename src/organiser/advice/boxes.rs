//! Boxes of advice: what is hard and why, a button for each way to change it, and "Ignore".
//!
//! Boxes are drawn anew only when what they say changes, not when their words move as a person
//! types before them. So what a button does is looked up when it is pressed.

use crate::browser::page;
use crate::model::draft::{Place, SetAside};
use crate::model::easy_read::score::HARD;
use crate::model::easy_read::{Rule, Severity};
use crate::model::id::QuestionId;
use crate::model::lessons::{because, example};
use crate::organiser::ids::field_id;
use crate::organiser::state::{Desk, Seen, Spot};
use crate::organiser::words::{count, quoted, short};
use crate::ui::el::{El, el, parts};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The field for the reason why something is left. There is one at a time.
const REASON: &str = "left-reason";
/// Most letters of the words that a box is about.
const LONGEST_QUOTE: usize = 80;

/// A piece of advice as far as it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub place: Place,
    pub rule: Rule,
    pub severity: Severity,
    pub words: String,
    /// Which one it is among those of the same rule about the same words in the same place.
    turn: usize,
    /// True where the reader has to be told which words it is about.
    quotes: bool,
    pub why: String,
    adds: u8,
    remedies: Vec<String>,
    /// True when a person decided just now to live with it.
    is_left: bool,
}

/// The advice that shows: all that is open, and what was left just now.
pub fn shown<'a>(
    advice: impl Iterator<Item = &'a Seen>,
    just_left: Option<&SetAside>,
) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for seen in advice {
        let aside = seen.aside();
        let is_left = seen.is_aside && just_left == Some(&aside);
        let same = |other: &&Shown| other.is(&aside);
        let turn = all.iter().filter(same).count();
        // What is left is left in all places of the same words.
        if seen.is_aside && (!is_left || turn > 0) {
            continue;
        }
        all.push(Shown {
            place: aside.place,
            rule: aside.rule,
            severity: seen.finding.severity,
            words: aside.words,
            turn,
            quotes: !seen.words.is_empty()
                && !seen.is_whole_text
                && !seen.finding.why.contains(&format!("“{}”", seen.words)),
            why: seen.finding.why.clone(),
            adds: seen.finding.adds,
            remedies: seen.finding.remedies.iter().map(|remedy| remedy.label.clone()).collect(),
            is_left,
        });
    }
    all
}

impl Shown {
    fn is(&self, aside: &SetAside) -> bool {
        (self.place, self.rule, &self.words) == (aside.place, aside.rule, &aside.words)
    }

    pub fn aside(&self) -> SetAside {
        let (place, rule, words) = (self.place, self.rule, self.words.clone());
        SetAside { place, rule, words, reason: String::new() }
    }

    /// True where another piece of advice says the very same of another question, and offers nothing to press.
    pub fn says_the_same(&self, other: &Shown) -> bool {
        let is_plain = |one: &Shown| one.is_about_all() && one.remedies.is_empty() && !one.is_left;
        is_plain(self) && is_plain(other) && (self.rule, &self.why) == (other.rule, &other.why)
    }

    /// True for advice about a whole question, and not about some words of it.
    pub fn is_about_all(&self) -> bool {
        self.words.is_empty() && matches!(self.place, Place::Question(_))
    }

    /// The same piece of advice in a list as it is now.
    fn find(&self, advice: &[Seen]) -> Option<Seen> {
        advice.iter().filter(|seen| self.is(&seen.aside())).nth(self.turn).cloned()
    }
}

/// The id of the element that says how much advice there is below a field.
pub fn count_id(field: &str) -> String {
    format!("{field}-advice")
}

/// The advice about the words in a place, which has to be in the open card.
pub fn of_place(desk: Desk, place: Place) -> Memo<Vec<Shown>> {
    of_open_card(desk, place, false)
}

fn of_open_card(desk: Desk, place: Place, is_about_all: bool) -> Memo<Vec<Shown>> {
    Memo::new(move |_| {
        let mut all = desk.advice.just_left.with(|just_left| {
            desk.advice.here.with(|advice| {
                let here = advice.iter().filter(|seen| seen.finding.place == place);
                shown(here, just_left.as_ref())
            })
        });
        all.retain(|shown| shown.is_about_all() == is_about_all);
        all
    })
}

/// The boxes under a field.
pub fn about_words(desk: Desk, place: Place) -> El {
    let shown = of_place(desk, place);
    let id = field_id(None, place);
    let count_id = count_id(&id);
    parts().live(move || {
        let all = shown.get();
        still_shown(desk, place);
        let open = all.iter().filter(|shown| !shown.is_left).count();
        if all.is_empty() {
            return Vec::new();
        }
        let pieces = format!("{} below.", count(open, "suggestion", "suggestions"));
        let mut boxes = vec![el("p").class("unseen").id(count_id.clone()).text(pieces)];
        boxes.extend(list(desk, all, &id, "Advice on these words"));
        boxes
    })
}

/// Says which rules show in a place now: what was half typed teaches nobody.
fn still_shown(desk: Desk, place: Place) {
    // Of a card that closes nothing is gone: the person moved on from it.
    if desk.spot.get_untracked() != Spot::of(place) {
        return;
    }
    let rules: Vec<Rule> = desk.advice.here.with_untracked(|all| {
        let here = all.iter().filter(|seen| seen.finding.place == place && !seen.is_aside);
        here.map(|seen| seen.finding.rule).collect()
    });
    desk.still_shown(place, &rules);
}

/// The boxes about a whole question.
pub fn about_question(desk: Desk, question: QuestionId) -> El {
    let place = Place::Question(question);
    let shown = of_open_card(desk, place, true);
    let id = field_id(None, place);
    let list = move || list(desk, shown.get(), &id, "Advice on this question");
    parts().child(el("div").class("advice").live(list))
}

/// What matters is open. Notes are folded in, so that a card stays calm.
fn list(desk: Desk, all: Vec<Shown>, field: &str, name: &'static str) -> Vec<El> {
    let line = |shown: Shown, is_folded: bool| {
        let (is_left, field) = (shown.is_left, field.to_owned());
        let inside = advice_box(desk, desk.advice.here, (shown, is_folded), move || field.clone());
        el("li").class(if is_left { "left" } else { "" }).child(inside)
    };
    let boxes = |all: Vec<Shown>, is_folded: bool| {
        let list = el("ul").attr("role", "list").attr("aria-label", name);
        list.children(all.into_iter().map(|shown| line(shown, is_folded)))
    };
    let (notes, open): (Vec<Shown>, Vec<Shown>) =
        all.into_iter().partition(|shown| shown.severity == Severity::Note && !shown.is_left);
    let more = if open.is_empty() { ["note", "notes"] } else { ["more note", "more notes"] };
    let mut shown = Vec::new();
    if !open.is_empty() {
        shown.push(boxes(open, false));
    }
    if !notes.is_empty() {
        let summary = el("summary").text(count(notes.len(), more[0], more[1]));
        shown.push(el("details").class("advice-notes").child(summary).child(boxes(notes, true)));
    }
    shown
}

/// One box. `all` is the list that the advice is in, and `next` says where the focus goes when the
/// box goes away. What is folded in is not there to be seen, so it teaches nobody of its own accord.
pub fn advice_box(
    desk: Desk,
    all: Memo<Vec<Seen>>,
    (shown, is_folded): (Shown, bool),
    next: impl Fn() -> String + Clone + Send + 'static,
) -> El {
    if shown.is_left {
        return left(desk, shown.aside(), next);
    }
    let name = shown.rule.name();
    let mut says = el("p").child(el("strong").text(format!("{name}. ")));
    if shown.quotes {
        says = says.text(format!("{} ", quoted(&short(&shown.words, LONGEST_QUOTE))));
    }
    let says = says.text(shown.why.clone());
    let remedy = |(place, label): (usize, &String)| {
        let (shown, next) = (shown.clone(), next.clone());
        let take = move || {
            let found = all.with_untracked(|all| shown.find(all))?;
            let remedy = found.finding.remedies.get(place)?;
            desk.take_remedy(&found.finding, remedy);
            page::focus_soon(&next());
            Some(())
        };
        button("button", label.clone()).on("click", move |_| _ = take())
    };
    let aside = shown.aside();
    let leave = button("button plain", "Ignore").attr("aria-label", format!("Ignore: {name}")).on(
        "click",
        move |_| {
            desk.leave(aside.clone());
            page::focus_soon(REASON);
        },
    );
    let buttons = el("div")
        .class("button-row")
        .children(shown.remedies.iter().enumerate().map(remedy))
        .child(leave);
    let rule = shown.rule;
    let teaches = !is_folded && desk.teaches(rule, shown.place, &shown.words);
    let summary =
        el("summary").text("Why?").child(el("span").class("unseen").text(format!(" {name}")));
    // The first press closes what stands open.
    let summary = match teaches {
        true => summary.on("click", move |_| desk.end_lesson(rule)),
        false => summary,
    };
    let example = example(rule);
    let way = |start: &'static str, words: &'static str| {
        el("p").child(el("strong").text(start)).text(words)
    };
    let why = el("details")
        .class("advice-why")
        .attr_if("open", teaches.then_some(""))
        .child(summary)
        .child(el("p").text(because(rule)))
        .child(way("Instead of: ", example.instead_of))
        .child(way("Better: ", example.better))
        .children(adds(shown.adds).map(|says| el("p").text(says)))
        .child(el("p").class("soft").text(format!("From: {}.", shown.rule.source())));
    let class = match shown.severity {
        Severity::Note => "advice-box note",
        Severity::Amber => "advice-box",
        Severity::Red => "advice-box red",
    };
    el("div").class(class).child(says).child(buttons).child(why)
}

/// How much a piece of advice adds to what makes its sentence hard.
fn adds(points: u8) -> Option<String> {
    let says = format!(
        "It adds {}. At {HARD} points a sentence is hard.",
        count(points.into(), "point", "points")
    );
    (points > 0).then_some(says)
}

/// What stands where a box was that is left: nobody has to say why.
fn left(desk: Desk, aside: SetAside, next: impl Fn() -> String + Clone + Send + 'static) -> El {
    let reason = RwSignal::new(String::new());
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id(REASON)
        .attr("autocomplete", "off")
        .attr("dir", "auto")
        .value(move || reason.get())
        .on("input", move |event| reason.set(event_target_value(&event)));
    let label = el("label")
        .attr("for", REASON)
        .text("Why are you keeping it? ")
        .child(el("span").class("help").text("(optional)"));
    let back = {
        let (aside, next) = (aside.clone(), next.clone());
        button("button plain", "Bring it back").on("click", move |_| {
            desk.bring_back(aside.clone());
            page::focus_soon(&next());
        })
    };
    let keep = el("button").attr("type", "submit").class("button").text("Save reason");
    el("form")
        .class("labelled advice-left")
        .child(label)
        .child(field)
        .child(el("div").class("button-row").child(keep).child(back))
        .on("submit", move |event| {
            let event: SubmitEvent = event.into();
            event.prevent_default();
            desk.keep_reason(aside.clone(), &reason.get_untracked());
            page::focus_soon(&next());
        })
}

fn button(class: &'static str, text: impl Into<std::borrow::Cow<'static, str>>) -> El {
    el("button").attr("type", "button").class(class).text(text)
}
