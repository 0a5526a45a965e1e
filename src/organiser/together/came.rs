//! Taking in what others sent: notes and drafts, by paste or as files. Says what became of each.

use super::offered::APART;
use super::scan::{Scan, scan};
use crate::browser::file;
use crate::model::draft::Unsound;
use crate::model::link::is_from_others;
use crate::organiser::bar::part_link;
use crate::organiser::buttons::{Work, button};
use crate::organiser::read_file::read_file;
use crate::organiser::screen::Part;
use crate::organiser::state::{Came, CameNot, Desk};
use crate::organiser::{library, words};
use crate::ui::el::{El, announced, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Most bytes of one file.
const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// Codes on the phones of people who checked the survey.
const NOTES_OR_DRAFT: Scan = Scan {
    id: "scan-notes",
    is_meant: is_from_others,
    other: "This code is for something else. Try the code on the page “Send my notes”.",
    many: None,
};

/// What people came to add. Either place takes both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Adds {
    /// What people said who checked the survey.
    Notes,
    /// The draft, from somebody who wrote on it too.
    Drafts,
}

/// Where it is pasted or chosen, and what became of it. Of drafts it is a card by itself.
pub fn add(desk: Desk, adds: Adds) -> El {
    let is_notes = adds == Adds::Notes;
    let says = if is_notes { "Add notes" } else { "Add the draft" };
    let pasted = RwSignal::new(String::new());
    let report = RwSignal::new(Vec::<Came>::new());
    let take_text = move |text: String| {
        spawn_local(async move { _ = report.try_set(desk.take_together(text).await) });
    };
    let adding = Work::new();
    let take = move || {
        let text = pasted.get_untracked();
        if text.trim().is_empty() {
            desk.tell(&format!("Paste a message first. Then press “{says}”."));
            return;
        }
        adding.start(async move {
            let came = desk.take_together(text.clone()).await;
            // What could not be read stays in the field, so that nothing pasted is lost; and so does what
            // was pasted meanwhile. The field is gone when the person went to another screen.
            let is_all_in =
                came.iter().all(|came| !matches!(came, Came::Trouble(_) | Came::Apart(_)));
            if is_all_in && pasted.try_with_untracked(|now| *now == text) == Some(true) {
                pasted.set(String::new());
            }
            report.try_set(came);
        });
    };
    let choose = move |event| {
        let files = file::given(&event);
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                match read_file(&file, LARGEST_FILE).await {
                    Ok(given) => all.extend(desk.take_together(given.text).await),
                    Err(_) => desk.tell("The browser could not read that file. Choose it again."),
                }
            }
            report.try_set(all);
        });
    };
    let field = el("textarea")
        .class("text-field")
        .id("paste-notes")
        .attr("rows", "4")
        .attr("aria-describedby", "paste-notes-help")
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(event_target_value(&event)));
    let files = el("input").attr("type", "file").attr("multiple", "").on("change", choose);
    let line = move |came: Came| {
        let is_bad = matches!(came, Came::Trouble(_) | Came::Apart(_));
        let class = if is_bad { "notice bad" } else { "notice good" };
        let words = el("p").text(one(&came));
        let is_clash = matches!(came, Came::Changes(_, _, open) if open > 0);
        let way_out = match came {
            Came::Apart(theirs) => {
                Some(button("button", "Add it as a survey of its own", move || {
                    desk.add_apart(&theirs);
                }))
            }
            _ => None,
        };
        let see = is_clash
            .then(|| part_link(desk, Part::Clashes).class("button").text("See the clashes"));
        el("div").class(class).child(words).children(way_out).children(see)
    };
    let (heading, help) = match adds {
        Adds::Notes => {
            (None, "Paste whole messages, as many as you like. We find the notes in them.")
        }
        Adds::Drafts => (
            Some(el("h2").id("came").text("Add a draft that came back")),
            "Paste the link or the whole message. Nothing of yours is replaced.",
        ),
    };
    let class = if is_notes { "button primary" } else { "button" };
    el("section")
        .class(if is_notes { "stack" } else { "card" })
        .attr_if("aria-labelledby", heading.is_some().then_some("came"))
        .children(heading)
        .child(el("label").class("label").attr("for", "paste-notes").text("Paste messages here"))
        .child(el("p").class("help").id("paste-notes-help").text(help))
        .child(field)
        .child(
            el("div")
                .class("button-row")
                .child(adding.button(class, (move || says.into(), "Adding…"), take))
                .child(el("label").class("button file-button").text("Choose files").child(files))
                .children(scan(NOTES_OR_DRAFT, take_text, |_| ()).into_iter().flatten()),
        )
        .child(announced("status", move || report.get().into_iter().map(line).collect()))
}

/// What became of all that came, in a few sentences.
pub fn came_words(came: &[Came]) -> String {
    came.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn one(came: &Came) -> String {
    let title = |id| {
        let draft = library::draft(id).here();
        words::or(
            &draft.map(|draft| draft.content().title.clone()).unwrap_or_default(),
            words::NO_TITLE,
        )
    };
    match came {
        Came::Notes(id, name) => {
            format!("Notes from {name} are added to {}.", words::quoted(&title(*id)))
        }
        Came::Changes(_, news, 0) => {
            format!("{} added.", words::count(*news, "change", "changes"))
        }
        Came::Changes(_, news, open) => format!(
            "{} added. {} to resolve.",
            words::count(*news, "change", "changes"),
            words::count(*open, "clash", "clashes"),
        ),
        Came::Survey(id) => format!("{} is now in My surveys.", words::quoted(&title(*id))),
        Came::Nothing(_) => "We have this already. Nothing is lost.".to_owned(),
        Came::Apart(_) => APART.to_owned(),
        Came::Trouble(why) => explain(*why).to_owned(),
    }
}

/// Why something was not taken in, and what to do.
pub(super) fn explain(why: CameNot) -> &'static str {
    match why {
        CameNot::Bad(why) => words::bad_note(why),
        CameNot::UnknownSurvey => {
            "These notes are for a survey that is not on this computer. Open them where the survey \
             was made."
        }
        CameNot::WrongKey => {
            "These notes are locked for somebody else, or were changed on the way. Ask the person \
             to send them again."
        }
        CameNot::Unsound(Unsound::Incomplete) => {
            "Some of this draft is missing. Ask the person to send it again."
        }
        CameNot::Unsound(Unsound::Stranger) => {
            "This draft was not made from yours: somebody may have made it from the survey’s link. Nothing \
             was changed. Ask the person for the draft that you work on together."
        }
        CameNot::Full | CameNot::Unsound(Unsound::TooMuch) => {
            "With this, the survey would be too large to keep. Nothing was changed. Keep what you were sent. \
             Make a copy of the survey in My surveys: a copy starts with a short history."
        }
        CameNot::Unsound(_) => {
            "This draft does not fit the one you have. Nothing was changed. Ask the person to send \
             it again."
        }
        CameNot::UnreadHere => {
            "The survey they are for is on this computer, but its draft or its key cannot be read here. \
             Keep what you have. Go to My surveys: there you can save what cannot be read, and ask for \
             help."
        }
        CameNot::NotKept => {
            "This browser did not keep it just now. Nothing is lost: keep what you were sent. Reload this \
             page, then add it again."
        }
        CameNot::NoRoom => {
            "There is no room in this browser to keep it. Save a backup. Then delete a \
             survey you do not need, and try again."
        }
    }
}
