//! Personal links: who is invited, a link for each, who has answered, and a message ready for those who have not.
//!
//! The list is on this computer alone. Absent: what anybody said, which is never shown beside a name; and what the list
//! and its numbers mean, which is the model's.

mod list;
mod which;

use super::buttons::{Work, button};
use super::confirm::{Asking, Asks, ask, confirm};
use super::library::{self, Found};
use super::state::{Desk, HEADING};
use super::words;
use crate::browser::{clock, file, page, random};
use crate::model::csv::personal_links;
use crate::model::id::SurveyId;
use crate::model::invited::{
    Added, Begun, How, Invited, MOST_PEOPLE, Purpose, Standing, read_list, standing,
};
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use list::people;
use which::{address, is_short_first, which_link};

/// The field for a pasted list.
const PASTE: &str = "invite-paste";
/// What became of it.
const ADDED: &str = "invite-added";

/// The list on this screen, and what can be done with it.
#[derive(Clone, Copy)]
pub struct Inviting {
    desk: Desk,
    id: SurveyId,
    list: RwSignal<Found<Invited>>,
    standing: Memo<Standing>,
    /// True for links that are short, to the survey's file beside the app.
    is_short: RwSignal<bool>,
}

impl Inviting {
    fn new(desk: Desk, id: SurveyId) -> Self {
        let list = RwSignal::new(library::invited(id));
        let standing = Memo::new(move |_| {
            desk.received.with(|received| {
                list.with(|list| match list {
                    Found::Here(list) => standing(list, received),
                    Found::Absent | Found::Unreadable => Standing::default(),
                })
            })
        });
        let is_short = desk.versions.with_untracked(|all| all.last().is_some_and(is_short_first));
        Self { desk, id, list, standing, is_short: RwSignal::new(is_short) }
    }

    /// Changes the list as it is kept now: another tab may have changed it too. Says what was done once it is on the
    /// disk, and puts the old list back where the browser does not keep it.
    async fn change(self, change: impl FnOnce(&mut Invited) -> String) -> bool {
        let before = library::invited(self.id);
        let mut list = before.clone().here().unwrap_or_else(|| Invited::new(self.id));
        let done = change(&mut list);
        let is_kept = library::save_invited(&list).await;
        let _ = self.list.try_set(library::invited(self.id));
        match &is_kept {
            Ok(()) if done.is_empty() => {}
            Ok(()) => self.desk.tell(&done),
            Err(why) if why.is_full() => self.desk.tell(
                "There is no room in this browser, so the list was not changed. Make room, then try again.",
            ),
            Err(_) => self.desk.tell(
                "This browser did not keep that just now, so the list was not changed. Try again.",
            ),
        }
        is_kept.is_ok()
    }

    fn count(self) -> usize {
        self.list.with(|list| match list {
            Found::Here(list) => list.people.len(),
            Found::Absent | Found::Unreadable => 0,
        })
    }
}

/// The screen.
pub fn screen(desk: Desk, id: SurveyId) -> El {
    let inviting = Inviting::new(desk, id);
    let about = "Give each person a link of their own, and see who has answered and who has not. Names and \
                 contact details stay on this computer. They are not in the links, and not in the answers.";
    let survey = move || desk.versions.with(|versions| versions.last().cloned());
    let is_unread = move || inviting.list.with(|list| *list == Found::Unreadable);
    // Drawn anew at each note of what was sent, the list would forget who it shows.
    let has_people = Memo::new(move |_| inviting.count() > 0);
    let is_ready = move || !is_unread() && survey().is_some();
    let unread = || {
        let words = "The list of people for this survey cannot be read by this page. It is kept as it is. Load this \
                     page again. If that does not help, go to My surveys: there you can save what cannot be read.";
        parts().child(el("div").class("notice bad").child(el("p").text(words)))
    };
    let unpublished = || {
        let words = "Publish your survey first. Then you can make a link for each person.";
        parts().child(el("div").class("notice").child(el("p").text(words)))
    };
    el("main")
        .class("column")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Personal links"))
        .child(el("p").text(about))
        .show(move || survey().is_none(), unpublished)
        .show(is_unread, unread)
        .show(
            move || !desk.is_received_read.get(),
            move || parts().child(super::inbox::unread(desk)),
        )
        .show(is_ready, move || parts().child(add(inviting)))
        .live(move || how_far(inviting))
        .live(move || match survey() {
            Some(survey) if has_people.get() => {
                let link = address(&survey, inviting.is_short.get());
                let which = untrack(|| which_link(inviting, &survey));
                let people = people(inviting, &survey.title, link.clone());
                which.into_iter().chain([people, files(inviting, link)]).collect()
            }
            _ => Vec::new(),
        })
}

/// The card with the field for a list.
fn add(inviting: Inviting) -> El {
    let pasted = RwSignal::new(String::new());
    let said = RwSignal::new(None::<Added>);
    let adding = Work::new();
    let press = move || {
        let lines = pasted.with_untracked(|text| read_list(text));
        if lines.is_empty() {
            inviting.desk.tell("Write or paste a name, an email address or a phone number first.");
            page::focus_soon(PASTE);
            return;
        }
        adding.start(async move {
            let mut added = Added::default();
            let is_kept = inviting
                .change(|list| {
                    added = list.add(lines, random::bytes);
                    String::new()
                })
                .await;
            if is_kept {
                let _ = pasted.try_set(String::new());
                let _ = said.try_set(Some(added));
                page::focus_soon(ADDED);
            }
        });
    };
    let field = el("textarea")
        .class("text-field")
        .id(PASTE)
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "invite-help")
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(event_target_value(&event)));
    let help = "One person on each line: a name, an email address or phone number, or both. You can paste two columns \
                from a spreadsheet.";
    let known = "With personal links, answers are not anonymous. Ask Together shows no name beside an answer. But each \
                 answer holds the number of its link, so whoever has this list and the answers could find out who said \
                 what. People are told: our message and the first page of the survey say so.";
    let make = adding.button("button primary", (|| "Make links".into(), "Making links…"), press);
    let added = el("div")
        .id(ADDED)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .live(move || said.get().map(added_words).into_iter().collect());
    el("section")
        .class("card stack")
        .child(el("label").class("label").attr("for", PASTE).text("People to invite"))
        .child(el("p").class("help").id("invite-help").text(help))
        .child(field)
        .child(el("div").class("button-row").child(make))
        .child(added)
        .child(el("p").class("soft").text(known))
}

fn added_words(added: Added) -> El {
    let mut says = format!("{} added.", words::count(added.new, "person", "people"));
    if added.known > 0 {
        let known = words::count(added.known, "was", "were");
        says += &format!(" {known} on the list already, or twice in what you pasted.");
    }
    if added.too_many > 0 {
        let left = words::count(added.too_many, "person", "people");
        let most = words::number(MOST_PEOPLE);
        says += &format!(" {left} not added: a list holds up to {most} people.");
    }
    if added.sharing > 0 {
        let people = words::count(added.sharing, "person shares", "people share");
        says += &format!(
            " {people} an email address or phone number with somebody. Each has a link of their own: \
             make sure that each gets theirs."
        );
    }
    if !added.wrong.is_empty() {
        let some: Vec<String> =
            added.wrong.iter().take(5).map(|text| words::quoted(text)).collect();
        says += &format!(
            " {} not added, as the email address is not right: {}.",
            words::count(added.wrong.len(), "line was", "lines were"),
            words::and(&some)
        );
    }
    let class =
        if added.too_many > 0 || !added.wrong.is_empty() { "notice bad" } else { "notice good" };
    el("div").class(class).child(el("p").text(says))
}

/// How many have answered, and what is odd about the numbers that came in.
fn how_far(inviting: Inviting) -> Vec<El> {
    let count = inviting.count();
    if count == 0 || !inviting.desk.is_received_read.get() {
        return Vec::new();
    }
    let standing = inviting.standing.get();
    let answered = standing.answered.len();
    let left = match count - answered {
        0 => "Everyone has answered.".to_owned(),
        1 => "1 has not answered yet.".to_owned(),
        left => format!("{} have not answered yet.", words::number(left)),
    };
    let of = format!(" of {} answered. {left}", words::count(count, "person has", "people have"));
    let number = el("strong").class("big").text(words::number(answered));
    let mut all = vec![el("p").child(number).text(of)];
    all.extend(not_sent(inviting, &standing));
    if !standing.repeats.is_empty() {
        let line = |repeat: &crate::model::invited::Repeat| {
            let name = el("strong").attr("dir", "auto").text(repeat.person.called().to_owned());
            let answers = words::count(repeat.answers, "answer", "answers");
            el("li").child(name).text(format!(": {answers}"))
        };
        let words = "More than one answer came from the same personal link. Perhaps the link was passed on, or used on \
                     two devices. Each answer counts. If one is not real, remove it in Results.";
        all.push(
            el("div")
                .class("notice")
                .child(el("p").text(words))
                .child(el("ul").children(standing.repeats.iter().map(line))),
        );
    }
    let others = [
        (
            standing.without,
            "came by the link that is for everyone",
            "came by the link that is for everyone",
        ),
        (
            standing.unknown,
            "has a number that is not on this list",
            "have numbers that are not on this list",
        ),
        (standing.on_tablet, "was given on a shared tablet", "were given on a shared tablet"),
        (standing.on_paper, "was typed in from paper", "were typed in from paper"),
    ];
    let others = others.into_iter().filter(|(count, ..)| *count > 0);
    all.extend(others.map(|(count, one, many)| {
        let answers = words::count(count, "answer", "answers");
        el("p").class("soft").text(format!("{answers} {}.", if count == 1 { one } else { many }))
    }));
    all
}

/// How many have no link yet, as far as this computer knows.
fn not_sent(inviting: Inviting, standing: &Standing) -> Option<El> {
    let count = inviting.list.with(|list| match list {
        Found::Here(list) => list.people.iter().filter(|one| standing.lacks_link(one)).count(),
        Found::Absent | Found::Unreadable => 0,
    });
    let have = words::count(count, "link was", "links were");
    let says = format!("{have} not copied, emailed or saved yet.");
    (count > 0).then(|| el("p").class("soft").text(says))
}

/// The links as a file, and a way to delete the list.
fn files(inviting: Inviting, link: String) -> El {
    let Inviting { desk, id, list, standing, .. } = inviting;
    let link = StoredValue::new(link);
    let save = move |name: &'static str, only_waiting: bool| {
        let Found::Here(list) = list.get_untracked() else { return };
        let standing = standing.get_untracked();
        let all = list.people.iter().map(|one| (one, standing.has_answered(one)));
        let some = all.filter(|(_, has_answered)| !(only_waiting && *has_answered));
        let bytes = link.with_value(|link| personal_links(some, link));
        let purpose = if only_waiting { Purpose::Remind } else { Purpose::Invite };
        let all = list.people.iter().filter(|one| !(only_waiting && standing.has_answered(one)));
        let numbers: Vec<String> = all.map(|one| one.number.clone()).collect();
        leptos::task::spawn_local(async move {
            if file::save(name, "text/csv;charset=utf-8", &bytes).is_err() {
                return desk.tell("The file was not saved. Please try again.");
            }
            let begun = Begun { at: clock::now(), how: Some(How::File) };
            inviting
                .change(|list| {
                    numbers.iter().for_each(|number| list.note(number, purpose, begun));
                    format!("The links are saved as {name}.")
                })
                .await;
        });
    };
    let help = "For mail merge in Word, Outlook or Gmail: a spreadsheet with each person’s name, contact and link. It \
                holds names, so keep it safe and delete it when you are done.";
    let asking = Asking::new();
    let asks = Asks {
        title: "Delete this list?".into(),
        text: "The names and contact details go from this computer. Links that you sent still work, but nobody can \
               tell any more whose answers came by which. You cannot undo this."
            .into(),
        yes: "Yes, delete the list".into(),
        no: "No, keep it",
    };
    let delete = Callback::new(move |()| {
        library::forget_invited(id);
        list.set(Found::Absent);
        page::focus_soon(HEADING);
        leptos::task::spawn_local(async move {
            desk.tell(match super::store::settled().await {
                Ok(()) => "The list is deleted.",
                Err(_) => {
                    "The list is gone from this page. But this browser did not delete it for good just now. Reload \
                     this page, then look whether it is gone."
                }
            });
        });
    });
    el("section")
        .class("card stack")
        .attr("aria-labelledby", "invite-files")
        .child(el("h2").id("invite-files").text("All links as a file"))
        .child(el("p").class("help").text(help))
        .child(
            el("div")
                .class("button-row")
                .child(button("button", "Save all links (CSV)", move || {
                    save("personal-links.csv", false);
                }))
                .child(button(
                    "button",
                    "Save links of those who have not answered (CSV)",
                    move || {
                        save("personal-links-reminder.csv", true);
                    },
                ))
                .child(button("button danger", "Delete the list…", move || ask(asking))),
        )
        .child(confirm(asking, asks, delete))
}
