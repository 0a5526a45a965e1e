//! Add answers: paste a message, or give files. Says what became of each. And take answers out
//! again, for a person who wants them back.

pub mod keeping;
mod take_out;

use super::buttons::Work;
use super::ids::{NOT_KEPT, TAKEN};
use super::library;
use super::removing::way_in;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, NotKept, Taken, Taking, Trouble};
use super::together::scan::{Scan, scan};
use super::words;
use crate::browser::{clock, file, page};
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::inbox::{Misfit, is_late};
use crate::model::link;
use crate::ui::el::{El, Event, button, el, parts};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use take_out::take_out;

/// What the camera looks for.
const ANSWER: Scan = Scan {
    id: "scan-answers",
    is_meant: |text| !link::find_answers(text).is_empty(),
    other: "This code is for something else. Hold the code on the person’s phone in front of the \
            camera.",
};

/// The inbox of the survey on the desk.
pub fn inbox(desk: Desk) -> El {
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let adding = Work::new();
    let add = move || {
        if pasted.with(|text| text.trim().is_empty()) {
            desk.tell("Paste a message first. Then press “Add these answers”.");
            return;
        }
        let text = pasted.get_untracked();
        adding.start(async move {
            // What could not be read stays in the field, so that nothing pasted is lost; and so does what
            // was pasted meanwhile. The field is gone when the person went to another screen.
            let is_all_in = desk.take_text(text.clone()).await;
            if is_all_in && pasted.try_with_untracked(|now| *now == text) == Some(true) {
                pasted.set(String::new());
            }
        });
    };
    let choose = move |event: Event| spawn_local(desk.take_files(file::given(&event)));
    let drop = move |event: Event| {
        let event: ev::DragEvent = event.into();
        event.prevent_default();
        over.set(false);
        spawn_local(desk.take_files(file::given(&event)));
    };
    let hold = move |event: Event| {
        let event: ev::DragEvent = event.into();
        event.prevent_default();
        over.set(true);
    };
    let total = move || desk.received.with(Vec::len);
    let results = move |_: Event| {
        if let Screen::Survey(id, _) = desk.screen.get_untracked() {
            desk.go(Screen::Survey(id, Part::Results));
        }
    };
    // One that can't be read says so above.
    let is_unpublished = move || {
        let id = desk.draft.with(Draft::id);
        desk.versions.with(Vec::is_empty) && library::unreadable_versions(id) == 0
    };
    let unpublished = || {
        let text = "This survey is not published yet. Publish it, then people can answer.";
        parts().child(el("div").class("notice").child(el("p").text(text)))
    };
    let only_wait = move || total() == 0 && library::count_waiting(desk.draft.with(Draft::id)) > 0;
    let people = move || match total() {
        1 => " person answered so far.".to_owned(),
        _ => " people answered so far.".to_owned(),
    };
    let see = move || {
        let see = button("button").on("click", results).text("See what people said");
        parts().child(el("div").class("button-row").child(see).child(way_in(desk)))
    };
    let count = move || {
        let number = el("strong").class("big").live_text(move || words::number(total()));
        el("p").child(number).live_text(people)
    };
    let field = el("textarea")
        .class("text-field")
        .id("paste")
        .attr("rows", "6")
        .attr("aria-describedby", "paste-help")
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(event_target_value(&event)));
    let help = "Paste whole messages or emails, as many as you like. We find the answers in them.";
    let name = (|| "Add these answers".into(), "Adding answers…");
    let add = adding.button("button primary", name, add);
    let paste = el("div")
        .class("card")
        .child(el("label").class("label").attr("for", "paste").text("Paste messages here"))
        .child(el("p").class("help").id("paste-help").text(help))
        .child(field)
        .child(el("div").class("button-row").child(add).children(
            scan(ANSWER, move |text| spawn_local(desk.take_code(text))).into_iter().flatten(),
        ));
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("aria-describedby", "files-help")
        .on("change", choose);
    let help = "Drop files here, or choose them. You can add many at once. Emails that you saved as files \
                work too, and photos of a code.";
    let files = el("div")
        .class("card drop")
        .class_while("over", move || over.get())
        .child(el("h2").text("Or add files"))
        .child(el("p").class("help").id("files-help").text(help))
        .child(el("label").class("button file-button").text("Choose files").child(input));
    // Answers may wait where no version is here yet.
    let has_some = move || {
        desk.received.track();
        !desk.versions.with(Vec::is_empty) || library::count_waiting(desk.draft.with(Draft::id)) > 0
    };
    let can_take_out = move || desk.is_received_read.get() && has_some();
    let twice = "You can add the same answer twice. It counts once.";
    el("main")
        .class("column")
        .on("dragover", hold)
        .on("dragleave", move |_| over.set(false))
        .on("drop", drop)
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Inbox"))
        .show(is_unpublished, unpublished)
        .live(move || desk.taking.get().map(how_far).into_iter().collect())
        .live(move || desk.taken.get().map(|taken| taken_report(desk, taken)).into_iter().collect())
        .live(move || waiting(desk))
        .show(move || !desk.is_received_read.get(), move || parts().child(unread(desk)))
        .show(move || desk.is_received_read.get(), move || parts().child(count()))
        .live(move || late(desk).into_iter().collect())
        .live(move || keeping::keeping(desk, true).into_iter().collect())
        .show(move || total() != 0, see)
        .show(only_wait, move || parts().child(el("div").class("button-row").child(way_in(desk))))
        .child(paste)
        .child(files)
        .child(el("p").class("soft").text(twice))
        .show(can_take_out, move || parts().child(take_out(desk)))
        .live(move || keeping::keeping(desk, false).into_iter().collect())
}

/// That some answers were sent after the survey closed. They count like the others.
fn late(desk: Desk) -> Option<El> {
    let closes = desk.versions.with(|versions| versions.last()?.closes)?;
    let late = desk.received.with(|received| {
        desk.versions.with(|versions| {
            received.iter().filter(|one| is_late(versions, one, clock::day_of(one.at))).count()
        })
    });
    let sent = words::count(late, "answer was", "answers were");
    let says = format!(
        "{sent} sent after the closing date, {}. {} counted like the others.",
        words::day(closes),
        if late == 1 { "It is" } else { "They are" }
    );
    (late > 0).then(|| el("div").class("notice").child(el("p").text(says)))
}

/// How far the taking in is. The number is only said by eye: read out at every step, it would drown all
/// else.
fn how_far(taking: Taking) -> El {
    let (doing, done, of) = match taking {
        Taking::Reading { file, of } => ("Reading file", file, of),
        Taking::Adding { done, of } => ("Adding answers:", done, of),
    };
    let words = format!("{doing} {} of {}", words::number(done), words::number(of));
    let bar = el("progress").attr("max", of.to_string()).attr("value", done.to_string());
    el("div")
        .class("notice taking")
        .child(el("p").id("taking").text(words))
        .child(bar.attr("aria-labelledby", "taking"))
}

/// The sealed answers to this survey that can't be counted.
pub fn waiting(desk: Desk) -> Vec<El> {
    desk.received.track();
    let count = library::waiting_now(desk.draft.with(Draft::id));
    let (are, they, kept) = match count {
        1 => ("answer is", "It answers", "We keep it, locked, and do not count it."),
        _ => ("answers are", "They answer", "We keep them, locked, and do not count them."),
    };
    let words = format!(
        "{they} a version of this survey that is not on this computer. {kept} Open a backup from the computer where that version was published.",
    );
    let title = el("strong").text(format!("{} {are} waiting. ", words::number(count)));
    let notice = el("div").class("notice").child(el("p").child(title).text(words));
    (count > 0).then_some(notice).into_iter().collect()
}

/// The answers that the browser did not keep, and the ways out.
pub fn not_kept(desk: Desk) -> El {
    let NotKept { sealed, is_full, is_saved } = desk.not_kept.get();
    let count = sealed.len();
    let answers =
        format!("{} {}", words::number(count), if count == 1 { "answer" } else { "answers" });
    let words = match is_full {
        true => format!(
            "There is no room in this browser for {answers}. They are still on this page. Save them as a \
             file, or make room: save a backup, delete a survey you do not need, and try again.",
        ),
        false => format!(
            "This browser did not keep {answers} just now. They are still on this page. Try again, or save \
             them as a file. If trying again does not help, reload this page once you have that file.",
        ),
    };
    let save = move |_: Event| {
        let links: Vec<String> = sealed.iter().map(link::answer_fragment).collect();
        let text = links.join("\n\n");
        desk.tell(match file::save("answers-to-add.txt", "text/plain;charset=utf-8", text.as_bytes()) {
            Ok(()) => {
                desk.not_kept.update(|not_kept| not_kept.is_saved = true);
                page::focus_soon(NOT_KEPT);
                "The answers are saved as answers-to-add.txt. Add that file here when there is room."
            }
            Err(_) => "The file was not saved. Please try again.",
        });
    };
    let trying = desk.works.trying_again;
    let again = move || trying.start(desk.take_again());
    let again = trying.button("button primary", (|| "Try again".into(), "Trying again…"), again);
    let close = move |_: Event| {
        desk.not_kept.set(NotKept::default());
        page::focus_soon(HEADING);
    };
    let row = el("div")
        .class("button-row")
        .child(again)
        .child(button("button").on("click", save).text("Save them as a file"))
        // Only once nothing is lost by it.
        .children(is_saved.then(|| button("button plain").on("click", close).text("Close")));
    el("div")
        .class("notice bad")
        .id(NOT_KEPT)
        .attr("tabindex", "-1")
        .child(el("p").text(words))
        .child(row)
}

/// That the browser did not read the answers that are here.
pub fn unread(desk: Desk) -> El {
    let title = el("strong").text("The answers that are here could not be read. ");
    let words = "This browser did not open them just now, so nobody can tell how many there are. Try again. \
                 If that does not help, reload this page.";
    let trying = desk.works.trying_again;
    let again = move || trying.start(desk.read_received_again());
    let again = trying.button("button", (|| "Try again".into(), "Trying again…"), again);
    el("div")
        .class("notice bad with-action")
        .attr("role", "status")
        .child(el("p").child(title).text(words))
        .child(again)
}

/// What became of the answers that were just taken in.
pub fn taken_report(desk: Desk, taken: Taken) -> El {
    let mut lines: Vec<String> = Vec::new();
    let mut line = |count: usize, one: &str, many: &str| {
        if count > 0 {
            lines.push(words::count(count, one, many));
        }
    };
    line(taken.new, "new answer.", "new answers.");
    line(
        taken.newer,
        "person sent new answers. They replace the earlier ones.",
        "people sent new answers. They replace the earlier ones.",
    );
    line(
        taken.seen_before,
        "already added (not counted again).",
        "already added (not counted again).",
    );
    line(
        taken.waiting,
        "answer is for another version. We keep it, and do not count it yet.",
        "answers are for another version. We keep them, and do not count them yet.",
    );
    line(
        taken.removed,
        "was removed earlier. It is not counted unless you restore it.",
        "were removed earlier. They are not counted unless you restore them.",
    );
    for (survey, count) in &taken.other_survey {
        let title = &words::or(&library::title(*survey), words::NO_TITLE);
        let went = words::count(*count, "answer was", "answers were");
        lines.push(match taken.to {
            Some(_) => format!(
                "{went} for another survey, {title}. We put it there.",
                title = words::quoted(title)
            ),
            None => format!("{went} for {title}. We put it there.", title = words::quoted(title)),
        });
    }
    let good = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| el("li").text(line));
        let notice = el("div").class("notice good").children(elsewhere(desk, taken.to));
        notice.child(el("ul").children(lines))
    });
    // A damaged file may hold thousands.
    const MOST: usize = 20;
    let unreadable = taken.trouble.len();
    let more = unreadable.saturating_sub(MOST);
    let more = (more > 0).then(|| el("li").text(format!("And {more} more.")));
    let trouble = |(from, trouble)| {
        let from: String = from;
        let from = el("strong").attr("dir", "auto").text(from);
        el("li").child(from).text(": ").text(explain(trouble))
    };
    let bad = (unreadable > 0).then(|| {
        el("div")
            .class("notice bad")
            .child(el("p").text(format!(
                "We could not add {}:",
                words::count(unreadable, "answer", "answers")
            )))
            .child(
                el("ul").children(taken.trouble.into_iter().take(MOST).map(trouble)).children(more),
            )
    });
    el("div")
        .id(TAKEN)
        .class("taken")
        .attr("tabindex", "-1")
        .attr("role", "status")
        .children(good)
        .children(bad)
}

/// Whose answers they are, for who went away from that survey's inbox meanwhile.
fn elsewhere(desk: Desk, to: Option<SurveyId>) -> Option<El> {
    let id = to.filter(|id| desk.screen.get() != Screen::Survey(*id, Part::Inbox))?;
    let title = words::or(&library::title(id), words::NO_TITLE);
    Some(el("p").text(format!("Answers to {title}:", title = words::quoted(&title))))
}

/// Why something was not taken in, and what to do.
pub fn explain(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Bad(why) => words::bad_answer(why),
        Trouble::UnknownSurvey => {
            "It is for a survey that is not on this computer. Open it where the survey was made. \
             Or open a backup of that work here first."
        }
        Trouble::WrongKey => {
            "It is locked for somebody else, or was changed on the way. Ask the person to send it again."
        }
        Trouble::KeyUnread => {
            "Its survey is on this computer, but the key that opens its answers cannot be read here. Keep \
             what you have. Go to My surveys: there you can save what cannot be read, and ask for help."
        }
        Trouble::FileTooLarge => "The file is too large. Choose another file.",
        Trouble::EmptyEmail => {
            "It is an email file, and we found no answers in it. Open the email, copy all of its \
             text, and paste it here. If it has a file attached, save that file and add it here."
        }
        Trouble::PackedFile => {
            "We cannot look inside this kind of file. Open it, copy the text with the answers, and \
             paste it here."
        }
        Trouble::FileUnread => {
            "The browser could not read it. Choose it again. If it is a photo, take a screenshot of it and choose \
             that."
        }
        Trouble::TooManyWait => {
            "It answers a version that is not on this computer, and 1,000 answers like that are waiting. We \
             keep no more. Open a backup from the computer where that version was published. Or \
             remove answers that are not real. Then add this one again."
        }
        Trouble::TakenBack => "This person took their answers back.",
        Trouble::Misfit(Misfit::Names) => {
            "This answer names questions or choices that this survey does not have, so it was not added."
        }
        Trouble::Misfit(Misfit::Size) => {
            "This answer is longer than this survey allows, so it was not added."
        }
    }
}
