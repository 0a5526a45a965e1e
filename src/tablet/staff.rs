//! The organiser's page on the tablet: how many answers wait, the ways to take them off, and the end of the round.

use super::app::{say, sheet, title};
use super::state::Tablet;
use crate::browser::{clock, file, page, share, wait};
use crate::model::frames::cut;
use crate::model::tablet::{Session, Shut, batch};
use crate::model::words::Words;
use crate::participant::app::button;
use crate::participant::film::film;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the answers, for copying by hand.
const ALL: &str = "all-answers";
/// The field for the receipt.
const RECEIPT: &str = "receipt";
/// The dialog that asks before everything goes.
const STOP: &str = "stop";
/// What it says would happen.
const STOP_TEXT: &str = "stop-text";
/// The code on the screen.
const CODE: &str = "code";
/// How often, in milliseconds, and how many times the page is held open while codes are shown: who holds a camera before
/// them presses nothing. But it is not left open for ever.
const HOLD: i32 = 20_000;
const HOLDS: usize = 15;

/// The page.
pub fn staff(tablet: Tablet) -> El {
    let told = RwSignal::new(None::<(bool, String)>);
    let notice = |(is_good, words): (bool, String)| {
        el("div").class(if is_good { "notice good" } else { "notice bad" }).child(say(words))
    };
    sheet([
        title("Answers on this tablet"),
        el("div").class("collect").live(move || counted(tablet)),
        el("div").attr("role", "status").live(move || told.get().map(notice).into_iter().collect()),
        el("div").class("collect").live(move || {
            let is_empty = tablet.session.with(|s| s.as_ref().is_none_or(|s| s.waiting.is_empty()));
            match is_empty {
                true => Vec::new(),
                false => untrack(|| collect(tablet, told)),
            }
        }),
        el("div").class("steps").child(button(
            "button primary",
            "Back to the next person",
            move || tablet.between(),
        )),
        stop(tablet),
    ])
}

fn session(tablet: Tablet) -> Option<Session> {
    tablet.session.get_untracked()
}

fn people(count: usize) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

/// How many there are.
fn counted(tablet: Tablet) -> Vec<El> {
    let Some(session) = tablet.session.get() else { return Vec::new() };
    let (finished, unfinished) = session.counts();
    let whose = match session.survey.organisation.as_str() {
        "" => "whoever made the survey".to_owned(),
        name => name.to_owned(),
    };
    let mut lines = match finished + unfinished {
        0 => vec!["There are no answers on this tablet now.".to_owned()],
        _ => vec![format!("{} finished.", people(finished))],
    };
    if unfinished > 0 {
        lines.push(format!(
            "{} stopped before the end. Their answers are marked as not finished.",
            people(unfinished)
        ));
    }
    if finished + unfinished > 0 {
        lines.push(format!("Nobody can read them here. They are locked for {whose}."));
    }
    if session.shut(clock::today()) == Some(Shut::Closed) {
        lines.push("The last day of this survey is over. Nobody can begin it any more.".to_owned());
    }
    if session.taken > 0 {
        lines.push(format!("{} were collected before.", people(session.taken as usize)));
    }
    let mut all: Vec<El> = lines.into_iter().map(|line| say(line).attr("dir", "auto")).collect();
    if let Some(other) = tablet.linked.get() {
        let words = format!(
            "The link you opened is for another survey: {}. To start that one, collect these answers first, \
             and then stop this round.",
            other.title
        );
        all.push(el("div").class("notice").child(say(words)));
    }
    all
}

/// The ways off the tablet, and the receipt.
fn collect(tablet: Tablet, told: RwSignal<Option<(bool, String)>>) -> Vec<El> {
    let Some(now) = session(tablet) else { return Vec::new() };
    let organiser = page::address_of("../");
    let text = batch(&now.survey.title, &organiser, now.batch().into_iter());
    let (saved, copied, shared) = (text.clone(), text.clone(), text.clone());
    let scanned = text.clone();
    let save = move || {
        let is_saved =
            file::save("tablet-answers.txt", "text/plain;charset=utf-8", saved.as_bytes());
        told.set(Some(match is_saved {
            Ok(()) => (true, "The file is saved. It is called tablet-answers.txt.".to_owned()),
            Err(_) => (false, "The file could not be saved. Try another way.".to_owned()),
        }));
    };
    let copy = move || {
        let copied = copied.clone();
        spawn_local(async move {
            told.set(Some(match share::copy(&copied, ALL).await {
                true => (true, "Copied. Paste it on Answers, under Inbox.".to_owned()),
                false => (false, "Your browser does not copy. Use another way.".to_owned()),
            }));
        });
    };
    let title = now.survey.title.clone();
    let send = move || {
        let (title, shared) = (title.clone(), shared.clone());
        spawn_local(async move { _ = share::share(&title, &shared).await });
    };
    let share = share::can_share().then(|| button("button", "Share them", send));
    let all = el("textarea").class("code").id(ALL).attr("readonly", "").attr("rows", "4");
    let by_hand = el("details")
        .child(el("summary").text("Copy them by hand"))
        .child(el("label").attr("for", ALL).text("The locked answers"))
        .child(all.attr("dir", "ltr").text(text));
    vec![
        el("h2").class("say").text("1. Take the answers off"),
        el("div")
            .class("ways")
            .child(button("button primary", "Save them as a file", save))
            .children(share)
            .child(button("button", "Copy them", copy))
            .child(codes(tablet, scanned))
            .child(by_hand),
        el("h2").class("say").text("2. Empty the tablet"),
        say(
            "Bring the answers to Ask Together: Answers, then Inbox. When all of them are in, it shows a receipt \
             code. Type it here. Until then they stay on this tablet too.",
        ),
        receipt(tablet, told),
    ]
}

/// The answers as codes, one after another, for the camera of whoever collects.
fn codes(tablet: Tablet, text: String) -> El {
    let is_shown = RwSignal::new(false);
    let show = move |_| {
        is_shown.update(|is_shown| *is_shown = !*is_shown);
        page::show_soon(CODE);
        spawn_local(async move {
            for _ in 0..HOLDS {
                wait::pause(HOLD).await;
                if is_shown.try_get_untracked() != Some(true) {
                    return;
                }
                tablet.is_there();
            }
        });
    };
    let press = el("button")
        .attr("type", "button")
        .class("button")
        .live_attr("aria-expanded", move || Some(is_shown.get().to_string()))
        .on("click", show)
        .text("Show codes to scan");
    let hint = "On the computer of the organiser: Answers, Inbox, Scan a code.";
    let shown = move || match is_shown.get() {
        true => core::iter::once(say(hint)).chain(film(cut(&text), Words::english())).collect(),
        false => Vec::new(),
    };
    el("div").class("codes").child(press).child(el("div").id(CODE).class("codes-shown").live(shown))
}

const NOT_THIS: &str = "This is not the receipt of these answers. Look at it again, or collect all of them again as a \
                        file.";

/// The field for the receipt.
fn receipt(tablet: Tablet, told: RwSignal<Option<(bool, String)>>) -> El {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new("");
    let empty = move || {
        spawn_local(async move {
            let code = typed.get_untracked();
            let fits = session(tablet).is_some_and(|mut now| now.acknowledge(&code).is_some());
            wrong.set(match fits {
                true => "",
                false if code.trim().is_empty() => "Type the receipt code first.",
                false => NOT_THIS,
            });
            if !fits {
                // Nothing has changed, so nothing is drawn anew: codes that are shown stay.
                return page::focus_soon(RECEIPT);
            }
            let done = tablet.change(|session| session.acknowledge(&code)).await;
            told.set(Some(match done {
                Some(Some(count)) => {
                    (true, format!("The answers of {} are off this tablet.", people(count)))
                }
                Some(None) => (false, NOT_THIS.to_owned()),
                None => (false, "The tablet could not do it. Please try again.".to_owned()),
            }));
            if let Some(Some(_)) = done {
                page::start_soon(crate::ui::question::HEADING);
            }
        });
    };
    let field = el("input")
        .id(RECEIPT)
        .class("field")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("maxlength", "20")
        .value(move || typed.get())
        .on("input", move |event| typed.set(event_target_value(&event)));
    el("div")
        .class("entry")
        .child(el("label").class("say").attr("for", RECEIPT).text("Receipt code"))
        .child(el("div").attr("role", "alert").live(move || match wrong.get() {
            "" => Vec::new(),
            words => vec![el("div").class("notice bad").child(say(words))],
        }))
        .child(field)
        .child(button("button", "Empty the tablet", empty))
}

/// The end of the round: everything goes.
fn stop(tablet: Tablet) -> El {
    let text = move || {
        let left = tablet.session.with(|session| session.as_ref().map_or(0, |s| s.waiting.len()));
        match left {
            0 => {
                "The tablet forgets the survey and the PIN. All answers were collected.".to_owned()
            }
            left => format!(
                "The answers of {} are still here. If you stop now, they are gone for ever.",
                people(left)
            ),
        }
    };
    let yes = el("button").attr("type", "button").class("button danger").on("click", move |_| {
        page::close_dialog(STOP);
        tablet.stop();
    });
    let yes = yes.live_text(move || {
        let is_empty = tablet.session.with(|s| s.as_ref().is_none_or(|s| s.waiting.is_empty()));
        if is_empty { "Stop" } else { "Stop and lose the answers" }.to_owned()
    });
    let no = button("button", "No, go back", || page::close_dialog(STOP));
    let not_gone = move || {
        let words = "The tablet could not forget it. Please try again.";
        tablet
            .not_kept
            .get()
            .then(|| el("div").class("notice bad").child(say(words)))
            .into_iter()
            .collect()
    };
    let dialog = el("dialog")
        .class("dialog")
        .id(STOP)
        .attr("role", "alertdialog")
        .attr("aria-label", "Stop using this tablet?")
        .attr("aria-describedby", STOP_TEXT)
        .child(
            el("h2")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .attr("aria-describedby", STOP_TEXT)
                .text("Stop using this tablet?"),
        )
        .child(el("p").id(STOP_TEXT).live_text(text))
        .child(el("div").class("button-row").child(no).child(yes));
    el("div")
        .class("foot")
        .child(button("button plain", "Stop using this tablet", || page::open_dialog(STOP)))
        .child(el("div").attr("role", "alert").live(not_gone))
        .child(dialog)
}
