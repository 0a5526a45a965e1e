//! The organiser's page on the tablet: how many answers wait, the ways to take them off, and the end of the round.

use super::app::{say, sheet, title};
use super::state::Tablet;
use crate::browser::{clock, file, page, share, wait};
use crate::model::link::answer_fragment;
use crate::model::qr::small;
use crate::model::seal::SealedResponse;
use crate::model::tablet::{Session, Shut, batch};
use crate::participant::app::button;
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
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
/// How long each code stands, in milliseconds: a camera reads it in one second, and a hand may shake.
const TURN: i32 = 3_000;
/// For how many rounds of all codes the page stays open though nobody presses.
const ROUNDS: usize = 2;

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
    let sealed: Vec<SealedResponse> = now.waiting.iter().map(|each| each.sealed.clone()).collect();
    let organiser = page::address_of("../");
    let text = batch(&now.survey.title, &organiser, sealed.iter());
    let links: Vec<String> =
        sealed.iter().map(|sealed| [&organiser, "#", &answer_fragment(sealed)].concat()).collect();
    let (saved, copied, shared) = (text.clone(), text.clone(), text.clone());
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
            .child(codes(tablet, links))
            .child(by_hand),
        el("h2").class("say").text("2. Empty the tablet"),
        say(
            "Bring the answers to Ask Together: Answers, then Inbox. When all of them are in, it shows a receipt \
             code. Type it here. Until then they stay on this tablet too.",
        ),
        receipt(tablet, told),
    ]
}

/// One code for each person's answers, for the camera of whoever collects. Each stands for a while, and can be
/// turned by hand.
fn codes(tablet: Tablet, links: Vec<String>) -> El {
    let at = RwSignal::new(None::<usize>);
    let count = links.len();
    let is_running = RwSignal::new(false);
    let turn = move |by: usize| at.update(|at| *at = at.map(|at| (at + by) % count));
    let start = move || {
        let is_first = at.get_untracked().is_none();
        at.set(Some(0));
        is_running.set(true);
        page::show_soon(CODE);
        if !is_first {
            return;
        }
        spawn_local(async move {
            let mut turns = ROUNDS * count;
            loop {
                wait::pause(TURN).await;
                // Who holds a camera before it presses nothing. But it is not left open for ever.
                if turns > 0 {
                    turns -= 1;
                    tablet.is_there();
                }
                // Drawn anew, nobody looks at them any more.
                match (is_running.try_get_untracked(), at.try_get_untracked().flatten()) {
                    (Some(true), Some(_)) => turn(1),
                    (Some(false), Some(_)) => {}
                    _ => return,
                }
            }
        });
    };
    let shown = move || {
        let Some(number) = at.get() else { return Vec::new() };
        let Some(code) = links.get(number).and_then(|link| small::encode(link)) else {
            // Nobody reads it in the time of a code.
            is_running.set(false);
            return vec![say(
                "This answer is too long for a code. Save the file instead: it has all answers, and the tablet takes \
                 its receipt.",
            )];
        };
        vec![qr_drawing(&code, "The code of one person’s locked answers")]
    };
    let line = move || match at.get() {
        Some(number) => format!("Code {} of {count}", number + 1),
        None => String::new(),
    };
    let pause = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| is_running.update(|runs| *runs = !*runs))
        .live_text(move || if is_running.get() { "Pause" } else { "Go on" }.to_owned());
    let buttons = el("div")
        .class("button-row")
        .child(button("button", "Before", move || turn(count - 1)))
        .child(pause)
        .child(button("button", "Next", move || turn(1)));
    let hint = "On the computer of the organiser: Answers, Inbox, Scan a code. It reads one after another.";
    el("div").class("codes").child(button("button", "Show codes to scan", start)).child(
        el("div")
            .id(CODE)
            .class("codes-shown")
            .hidden(move || at.get().is_none())
            .child(say(hint))
            .live(shown)
            .child(el("p").class("say").live_text(line))
            .child(buttons),
    )
}

/// The field for the receipt.
fn receipt(tablet: Tablet, told: RwSignal<Option<(bool, String)>>) -> El {
    let typed = RwSignal::new(String::new());
    let empty = move || {
        spawn_local(async move {
            let code = typed.get_untracked();
            let done = tablet.change(|session| session.acknowledge(&code)).await;
            told.set(Some(match done {
                Some(Some(count)) => (true, format!("The answers of {} are off this tablet.", people(count))),
                Some(None) => (
                    false,
                    "This is not the receipt of these answers. Look at it again, or collect all of them again as a file.".to_owned(),
                ),
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
