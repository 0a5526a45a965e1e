//! What became of what was taken in: one report with counts, and a sentence for each thing that was not added.

use super::explain::explain;
use crate::model::id::SurveyId;
use crate::model::tablet::Receipt;
use crate::organiser::ids::TAKEN;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::{Desk, Taken, Trouble};
use crate::organiser::{library, words};
use crate::ui::el::{El, el};
use leptos::prelude::*;

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
        taken.apart,
        "set of answers is kept apart. It is not a person more.",
        "sets of answers are kept apart. They are not more people.",
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
    if taken.pictures > 0 && taken.blank.is_empty() && !lines.is_empty() {
        let pictures = words::count(taken.pictures, "picture", "pictures");
        lines.push(format!("We read the codes in {pictures}."));
    }
    let pictures = pictures(&taken);
    let looked = looked(&taken);
    let good = match (lines.is_empty(), looked) {
        (true, None) => None,
        (true, Some(looked)) => {
            let words = format!("{looked} There were no new answers.");
            Some(el("div").class("notice").child(el("p").text(words)))
        }
        (false, looked) => {
            let lines = lines.into_iter().chain(looked).map(|line| el("li").text(line));
            let notice = el("div").class("notice good").children(elsewhere(desk, taken.to));
            Some(notice.child(el("ul").children(lines)))
        }
    };
    let (nothing, bad) = not_added(&taken);
    el("div")
        .id(TAKEN)
        .class("taken")
        .attr("tabindex", "-1")
        .attr("role", "status")
        .children(stopped(&taken))
        .children(good)
        .children(receipts(&taken))
        .children(bad)
        .children(nothing)
        .children(pictures)
}

/// How much was looked through, where that is more than a person would count.
fn looked(taken: &Taken) -> Option<String> {
    let files = || words::count(taken.files, "file", "files");
    let emails = || words::count(taken.emails, "email", "emails");
    match (taken.files > 1, taken.emails > 1) {
        // One by one they are files.
        (true, true) if taken.emails > taken.files => {
            Some(format!("We looked at {}, with {} in them.", files(), emails()))
        }
        (true, _) => Some(format!("We looked at {}.", files())),
        (false, true) => Some(format!("We looked at {}.", emails())),
        (false, false) => None,
    }
}

/// How many pictures in zips and emails were looked through for codes, and which hold no answers.
fn pictures(taken: &Taken) -> Option<El> {
    let blank: Vec<&str> = taken.blank.iter().map(String::as_str).collect();
    let none = match blank.len() {
        0 => return None,
        1 => "1 has no answers in it".to_owned(),
        many => format!("{} have no answers in them", words::number(many)),
    };
    let looked = words::count(taken.pictures, "picture", "pictures");
    let title = el("strong").text(format!("We looked for codes in {looked}: {none}. "));
    let words = "Is there a code in one? Then take a sharper photo, close up and in good light, and add that.";
    Some(el("div").class("notice").child(el("p").child(title).text(words)).child(all(&blank)))
}

/// What to type on a tablet, so that it forgets the answers: only once all of them are here.
fn receipts(taken: &Taken) -> Vec<El> {
    let line = |receipt: &Receipt| {
        match receipt {
        Receipt::Whole(code) => {
            let title = el("strong").text(format!("Receipt code for the tablet: {code}. "));
            let words = format!(
                "All of its answers are here. Type this code on the tablet: then it forgets them. You find the code \
                 again below, under “{}”.",
                super::receipts::TITLE
            );
            el("p").child(title).text(words)
        }
        Receipt::NotIn(left) => el("p").text(format!(
            "The tablet has to keep its answers: {} could not be added. See below why. Then collect them again.",
            words::count(*left, "of them", "of them")
        )),
        Receipt::Part(found, of) => el("p").text(format!(
            "The tablet gave {}, and only {} came here. Collect them again: they are still on it.",
            words::count(*of, "answer", "answers"),
            words::number(*found)
        )),
    }
    };
    let line = |receipt| el("div").class("notice").child(line(receipt));
    taken.receipts.iter().map(line).collect()
}

/// That the person stopped it, and what is left.
fn stopped(taken: &Taken) -> Option<El> {
    let left = match taken.stopped? {
        0 => "The rest was not looked at".to_owned(),
        1 => "1 file was not looked at".to_owned(),
        left => format!("{} files were not looked at", words::number(left)),
    };
    let words = format!(
        "{left}. What was added until then stays. To go on, add the same again: nothing counts twice."
    );
    let title = el("strong").text("You stopped it. ");
    Some(el("div").class("notice").child(el("p").child(title).text(words)))
}

/// A reason that holds for more than this many is said once.
const MOST_LINES: usize = 5;

/// What was not added: files without answers, where they are many, and all else, each with its reason.
fn not_added(taken: &Taken) -> (Vec<El>, Option<El>) {
    let (mut count, mut lines, mut nothing, mut empty) = (0, Vec::new(), Vec::new(), Vec::new());
    for (why, names) in taken.by_reason() {
        if names.len() > MOST_LINES && why.is_nothing() {
            nothing.extend(names);
            continue;
        }
        if why.is_nothing() {
            // Nobody knows that there was an answer in it.
            empty.extend(names.iter().map(|name| nothing_in(name, why)));
            continue;
        }
        count += names.len();
        let line = |name: &&str| {
            let from = el("strong").attr("dir", "auto").text((*name).to_owned());
            el("li").child(from).text(": ").text(explain(why))
        };
        if let ([first, others @ ..], true) = (&names[..], names.len() > MOST_LINES) {
            let others = words::count(others.len(), "other", "others");
            lines
                .push(line(first).text(format!(" The same goes for {others}.")).child(all(&names)));
        } else {
            lines.extend(names.iter().map(line));
        }
    }
    let many = (!nothing.is_empty()).then(|| {
        let words = words::count(nothing.len(), "file", "files");
        let title = el("strong").text(format!("We found no answers in {words}. "));
        let words = "If you expected some there, open the file, copy the text and paste it here.";
        el("div").class("notice").child(el("p").child(title).text(words)).child(all(&nothing))
    });
    let bad = (count > 0).then(|| {
        let title = format!("We could not add {}:", words::count(count, "answer", "answers"));
        el("div").class("notice bad").child(el("p").text(title)).child(el("ul").children(lines))
    });
    let few = (!empty.is_empty()).then(|| el("div").class("notice bad").children(empty));
    (many.into_iter().chain(few).collect(), bad)
}

/// That something has no answers in it, and what to do.
fn nothing_in(name: &str, why: Trouble) -> El {
    let title = el("strong").text(format!("We found no answers in {}. ", words::own(name)));
    el("p").child(title).text(explain(why))
}

/// The names of all, folded. A damaged file may hold thousands.
fn all(names: &[&str]) -> El {
    const MOST: usize = 500;
    let more = names.len().saturating_sub(MOST);
    let more = (more > 0).then(|| el("li").text(format!("And {} more.", words::number(more))));
    let name = |name: &&str| el("li").attr("dir", "auto").text((*name).to_owned());
    el("details")
        .child(el("summary").text("Show their names"))
        .child(el("ul").children(names.iter().take(MOST).map(name)).children(more))
}

/// Whose answers they are, for who went away from that survey's inbox meanwhile.
fn elsewhere(desk: Desk, to: Option<SurveyId>) -> Option<El> {
    let id = to.filter(|id| desk.screen.get() != Screen::Survey(*id, Part::Inbox))?;
    let title = words::or(&library::title(id), words::NO_TITLE);
    Some(el("p").text(format!("Answers to {title}:", title = words::quoted(&title))))
}
