//! One thing that somebody said, and the ways to decide: do it, do it in other words, or say no with
//! a reason.

use crate::browser::page;
use crate::model::review::{Decision, NoteName, Says};
use crate::organiser::buttons::button;
use crate::organiser::glossary::{agreed_words, put_meaning};
use crate::organiser::state::Desk;
use crate::organiser::{pictures, words};
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;

/// What is open below a suggestion.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Change,
    Decline,
}

/// The suggestion with its decision, or with the ways to decide.
pub fn suggestion(desk: Desk, name: NoteName) -> El {
    let open = RwSignal::new(Open::Nothing);
    let who = move || {
        desk.draft.with(|draft| {
            let notes = &draft.content().making.notes;
            let found = notes.iter().find(|(other, ..)| *other == name);
            let called = found.map(|(_, reviewer, _)| words::own(reviewer.name.trim()));
            called.filter(|called| !called.is_empty()).unwrap_or_else(|| "Someone".to_owned())
        })
    };
    let decision = Memo::new(move |_| {
        desk.draft.with(|draft| Decided(draft.content().making.decision(name).cloned()))
    });
    // They sent it again in other words: what was decided before was about the old ones.
    let earlier = move || {
        let found = desk.draft.with(|draft| {
            let making = &draft.content().making;
            making.earlier_decision(name).map(|(says, decision)| (says.clone(), decision.clone()))
        });
        let Some((says, decision)) = found else { return Vec::new() };
        let (_, text) = in_words(desk, name, &says);
        let before = match text.is_empty() {
            true => "They changed this after you decided.".to_owned(),
            false => format!(
                "They changed this after you decided. Before, they said: {text}",
                text = words::quoted(&text)
            ),
        };
        vec![el("p").class("soft").attr("dir", "auto").text(before), decided(&decision)]
    };
    let note = Memo::new(move |_| Said(desk.note(name).map(|note| note.says)));
    let said = move || {
        let Said(Some(says)) = note.get() else { return Vec::new() };
        let (kind, text) = in_words(desk, name, &says);
        let quote = match &says {
            Says::Picture(code) => {
                let shows = pictures::name(code).unwrap_or_default();
                el("p").children(small(desk.pictures, code)).text(shows)
            }
            _ => el("p").class("quote").attr("dir", "auto").text(words::quoted(&text)),
        };
        let kind =
            el("p").class("said-kind").attr("dir", "auto").text(format!("{}: {kind}", who()));
        [kind, quote].into_iter().chain(agreed_meaning(desk, &says)).collect()
    };
    let suggestion = el("div").class("suggestion").id(id_of(name)).attr("tabindex", "-1");
    suggestion.live(said).live(earlier).live(move || match decision.get() {
        Decided(Some(decision)) => vec![decided(&decision)],
        Decided(None) => ways(desk, name, note.get().0, open),
    })
}

/// The id of a suggestion. The focus goes there when its buttons go away with the decision.
fn id_of(name: NoteName) -> String {
    format!("said-{:x}-{}", name.reviewer.0, name.number)
}

fn decide(name: NoteName, decide: impl FnOnce()) {
    decide();
    page::focus_soon(&id_of(name));
}

/// A decision that memos can compare.
#[derive(Clone, PartialEq)]
struct Decided(Option<Decision>);

#[derive(Clone, PartialEq)]
struct Said(Option<Says>);

fn decided(decision: &Decision) -> El {
    let verdict = words::verdict(decision.verdict);
    let line = el("p").class("decided").child(el("strong").text(verdict));
    match decision.reason.is_empty() {
        true => line,
        false => line.child(el("span").attr("dir", "auto").text(format!(" {}", decision.reason))),
    }
}

fn ways(desk: Desk, name: NoteName, says: Option<Says>, open: RwSignal<Open>) -> Vec<El> {
    let Some(says) = says else { return Vec::new() };
    let can_reword =
        matches!(says, Says::Wording(_) | Says::Choice(_) | Says::Question(_) | Says::Meaning(..));
    let changes = can_reword || matches!(says, Says::Picture(_));
    let accept = match &says {
        Says::Wording(_) => "Use these words",
        Says::Choice(_) => "Add this choice",
        Says::Question(_) => "Add this question",
        Says::Picture(_) => "Use this picture",
        Says::Meaning(..) => "Explain the word like this",
        _ => "Mark as done",
    };
    let mut row = el("div").class("button-row").child(button("button", accept, move || {
        if changes {
            decide(name, || desk.accept(name, None, String::new()));
        } else {
            open.set(Open::Change);
        }
    }));
    if can_reword {
        row = row.child(button("button", "Change the words first", move || open.set(Open::Change)));
    }
    row = row.children(put_in_words(desk, name, &says));
    let row = row.child(button("button", "Decline with a reason", move || open.set(Open::Decline)));
    let text = match &says {
        Says::Wording(text)
        | Says::Choice(text)
        | Says::Question(text)
        | Says::Meaning(_, text) => text.clone(),
        _ => String::new(),
    };
    let below = el("div").live(move || match open.get() {
        Open::Nothing => Vec::new(),
        Open::Change if can_reword => {
            vec![field(name, "Your words", text.clone(), "Use my words", {
                move |words| {
                    let empty = words.trim().is_empty();
                    if empty {
                        desk.tell("Write the words first.");
                    } else {
                        decide(name, || desk.accept(name, Some(words), String::new()));
                    }
                }
            })]
        }
        Open::Change => vec![field(name, "What did you do?", String::new(), "Save", {
            move |reason| decide(name, || desk.accept(name, None, reason))
        })],
        Open::Decline => {
            vec![field(name, "Why not? People can read your reason", String::new(), "Decline", {
                move |reason| {
                    if reason.trim().is_empty() {
                        desk.tell("Write a reason. People who took part want to know why.");
                    } else {
                        decide(name, || desk.decline(name, reason));
                    }
                }
            })]
        }
    });
    vec![row, below]
}

/// Puts a meaning that somebody said in Words we agree, and notes that.
fn put_in_words(desk: Desk, name: NoteName, says: &Says) -> Option<El> {
    let Says::Meaning(word, text) = says else { return None };
    let (word, text) = (word.clone(), text.clone());
    let reason = format!("It is in {}.", words::WORDS);
    Some(button("button", format!("Put in {}", words::WORDS), move || {
        put_meaning(desk, &word, &text);
        decide(name, || desk.record_done(name, reason.clone()));
    }))
}

/// What we agreed that the word means, beside what somebody says.
fn agreed_meaning(desk: Desk, says: &Says) -> Option<El> {
    let Says::Meaning(word, text) = says else { return None };
    let ours = agreed_words(desk).with(|content| {
        content.named(word).map(|term| term.meaning().to_owned()).unwrap_or_default()
    });
    let is_other = !ours.is_empty() && ours != text.trim();
    let says = format!("Words we agree: {}", words::quoted(&ours));
    is_other.then(|| el("p").class("soft").attr("dir", "auto").text(says))
}

fn field(
    name: NoteName,
    label: &'static str,
    text: String,
    done: &'static str,
    take: impl Fn(String) + Send + 'static,
) -> El {
    let id = format!("decide-{:x}-{}", name.reviewer.0, name.number);
    let written = RwSignal::new(text);
    page::focus_soon(&id);
    let area = el("textarea")
        .class("text-field")
        .id(id.clone())
        .attr("rows", "2")
        .attr("dir", "auto")
        .value(move || written.get())
        .on("input", move |event| written.set(event_target_value(&event)));
    el("div").class("labelled").child(el("label").attr("for", id).text(label)).child(area).child(
        el("div")
            .class("button-row")
            .child(button("button primary", done, move || take(written.get_untracked()))),
    )
}

/// What sort of thing it is, and what they said.
fn in_words(desk: Desk, name: NoteName, says: &Says) -> (String, String) {
    let (kind, text) = match says {
        Says::Nothing | Says::Ease(_) => ("", ""),
        Says::HardWord(word) => ("a hard word", &**word),
        Says::Wording(text) => ("say it another way", &**text),
        Says::Picture(_) => ("another picture", ""),
        Says::Choice(text) => ("a choice is missing", &**text),
        Says::Question(text) => ("ask this too", &**text),
        Says::Free(text) => ("a note", &**text),
        Says::Meaning(word, text) => {
            return (format!("what {} means", words::quoted(word)), text.clone());
        }
        Says::Reply(_, text) => {
            let asked = desk
                .draft
                .with(|draft| draft.content().making.asked(name, says).map(|ask| ask.text.clone()));
            let kind = match asked {
                Some(asked) => format!("you asked {asked}", asked = words::quoted(&asked)),
                None => "you asked something, in a round that is on another computer".to_owned(),
            };
            return (kind, text.clone());
        }
    };
    (kind.to_owned(), text.to_owned())
}
