//! The people on the list, each with whether they have answered and a message ready to send.

use super::Inviting;
use crate::browser::{clock, page, share};
use crate::model::invited::{Begun, How, Person, Purpose, message};
use crate::model::survey::Way;
use crate::model::ways::Leads;
use crate::organiser::buttons::button;
use crate::organiser::confirm::{Asking, Asks, ask, confirm};
use crate::organiser::library::Found;
use crate::organiser::link_ways::link_field;
use crate::organiser::results::day;
use crate::organiser::state::HEADING;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many people show before an organiser asks for more.
const FIRST: usize = 50;
/// What could not be copied, marked for copying by hand.
const BY_HAND: &str = "invite-by-hand";

/// Who shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Everyone,
    /// Those who have not answered.
    Waiting,
    /// Those whose link went nowhere yet.
    NotSent,
}

/// The list, and which of it shows.
pub fn people(inviting: Inviting, title: &str, link: String) -> El {
    let shows = RwSignal::new(Shows::Everyone);
    let drawn = RwSignal::new(FIRST);
    let by_hand = RwSignal::new(None::<String>);
    let removal = Removal { asking: Asking::new(), who: RwSignal::new(None) };
    let texts = StoredValue::new((words::or(title, words::NO_TITLE), link));
    let radio = move |name: &'static str, value: Shows| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "invite-show")
            .checked(move || shows.get() == value)
            .on("change", move |_| {
                drawn.set(FIRST);
                shows.set(value);
            });
        el("label").child(input).text(name)
    };
    let shown = Memo::new(move |_| {
        let Found::Here(list) = inviting.list.get() else { return Vec::new() };
        let standing = inviting.standing.read();
        let at = |person: &Person| standing.answered.get(&person.number).copied();
        let all = list.people.into_iter().map(|person| (at(&person), person));
        all.filter(|(at, person)| match shows.get() {
            Shows::Everyone => true,
            Shows::Waiting => at.is_none(),
            Shows::NotSent => standing.lacks_link(person),
        })
        .collect::<Vec<_>>()
    });
    let lines = move || {
        let shown = shown.read();
        let line = |(at, person): &(Option<u64>, Person)| {
            texts.with_value(|(title, link)| {
                one(inviting, person, *at, (title, link), (by_hand, removal))
            })
        };
        match shown.len() {
            0 if shows.get() == Shows::NotSent => {
                vec![el("p").text("Nobody is left: every link was copied, emailed or saved.")]
            }
            0 => vec![el("p").text("Nobody is left: everyone has answered.")],
            _ => {
                let lines = shown.iter().take(drawn.get()).map(line);
                vec![el("ul").attr("role", "list").class("people-list").children(lines)]
            }
        }
    };
    let hidden = move || shown.read().len().saturating_sub(drawn.get());
    let more = button("button", "", move || drawn.update(|drawn| *drawn += FIRST))
        .hidden(move || hidden() == 0)
        .live_text(move || format!("Show more ({} left)", words::number(hidden())));
    let copied = move || {
        let field = link_field(BY_HAND, move || by_hand.get().unwrap_or_default());
        let label = el("label").class("label").attr("for", BY_HAND).text("Copy this message");
        el("div").class("notice").child(label).child(field)
    };
    el("section")
        .class("card stack")
        .attr("aria-labelledby", "invite-people")
        .child(el("h2").id("invite-people").text("People and their links"))
        .child(
            el("fieldset")
                .class("who-to-show")
                .child(el("legend").class("unseen").text("Who to show"))
                .child(radio("Everyone", Shows::Everyone))
                .child(radio("Not answered yet", Shows::Waiting))
                .child(radio("No link yet", Shows::NotSent)),
        )
        .show(move || by_hand.with(Option::is_some), copied)
        .live(lines)
        .child(more)
        .child(asks(inviting, removal))
}

/// Whether to remove somebody, and whom.
#[derive(Clone, Copy)]
struct Removal {
    asking: Asking,
    who: RwSignal<Option<Person>>,
}

/// Asks before somebody is removed: nobody can tell afterwards whose link it was.
fn asks(inviting: Inviting, removal: Removal) -> El {
    let called = move || {
        removal.who.with(|who| who.as_ref().map_or(String::new(), |who| words::own(who.called())))
    };
    let asks = Asks {
        title: TextProp::from(move || format!("Remove {}?", called())),
        text: "Their link still works. But nobody can tell any more that it was theirs, or that they have \
               answered. You cannot undo this."
            .into(),
        yes: "Yes, remove".into(),
        no: "No, go back",
    };
    let remove = Callback::new(move |()| {
        let Some(person) = removal.who.get_untracked() else { return };
        let done = format!("{} is off the list.", words::own(person.called()));
        page::focus_soon(HEADING);
        spawn_local(async move {
            inviting
                .change(|list| {
                    list.remove(&person.number);
                    done
                })
                .await;
        });
    });
    confirm(removal.asking, asks, remove)
}

fn one(
    inviting: Inviting,
    person: &Person,
    answered: Option<u64>,
    (title, link): (&str, &str),
    (by_hand, removal): (RwSignal<Option<String>>, Removal),
) -> El {
    let called = person.called().to_owned();
    let own = person.link(link);
    let text = message(Purpose::Invite, &person.name, title, &own);
    let again = message(Purpose::Remind, &person.name, title, &own);
    let named = |says: &str| format!("{says}: {}", words::own(&called));
    let copy = |says: &'static str, text: String, purpose: Purpose| {
        let (number, id) = (person.number.clone(), button_id(person, says));
        let (text, named_id) = (StoredValue::new(text), id.clone());
        let copy = move || {
            let (number, id) = (number.clone(), id.clone());
            spawn_local(async move {
                let text = text.get_value();
                by_hand.set(None);
                let is_copied = share::copy(&text, "").await;
                // The list is drawn anew by this.
                note(inviting, &number, purpose, How::Copied).await;
                if is_copied {
                    page::focus_soon(&id);
                    inviting
                        .desk
                        .tell("The message is copied. Paste it into an email or a text message.");
                } else {
                    by_hand.set(Some(text));
                    inviting.desk.tell(
                        "The browser did not let us copy. The message is below. Copy it yourself.",
                    );
                    page::focus_soon(BY_HAND);
                }
            });
        };
        button("button", says, copy).id(named_id).attr("aria-label", named(says))
    };
    let how = if person.way() == Some(Way::Email) { How::Email } else { How::Text };
    let open = |says: &'static str, subject: &str, text: &str, purpose: Purpose| {
        let Leads::To(address) = person.leads((subject, text, &own)) else { return None };
        let (number, id) = (person.number.clone(), button_id(person, says));
        let link = el("a").class("button").attr("href", address).attr("aria-label", named(says));
        Some(link.id(id.clone()).text(says).on("click", move |_| {
            let (number, id) = (number.clone(), id.clone());
            spawn_local(async move {
                note(inviting, &number, purpose, how).await;
                page::focus_soon(&id);
            });
        }))
    };
    let remove = {
        let person = person.clone();
        move || {
            removal.who.set(Some(person.clone()));
            ask(removal.asking);
        }
    };
    let (invite, remind) = match person.way() {
        Some(Way::Email) => ("Email the link", "Email a reminder"),
        _ => ("Text the link", "Text a reminder"),
    };
    let mut row = el("div").class("button-row");
    if answered.is_none() {
        row = row
            .children(open(invite, title, &text, Purpose::Invite))
            .child(copy("Copy the message", text, Purpose::Invite))
            .children(open(remind, title, &again, Purpose::Remind))
            .child(copy("Copy a reminder", again, Purpose::Remind));
    }
    let row =
        row.child(button("button plain", "Remove", remove).attr("aria-label", named("Remove")));
    let stands = match answered {
        Some(at) => ("pill open", format!("Answered on {}", day(at))),
        None => ("pill", "Not answered yet".to_owned()),
    };
    let trace = |what: &str, begun: Begun| {
        format!("{what} {} on {}, {}", begun.says(), day(begun.at), clock::time(begun.at))
    };
    let none = || "Link not copied, emailed or saved yet".to_owned();
    let sent = match (person.sent, person.reminded, answered) {
        (Some(begun), ..) => Some(trace("Link", begun)),
        // Their link was in what they have, or they could not have answered.
        (None, None, None) => Some(none()),
        _ => None,
    };
    let traces = sent.into_iter().chain(person.reminded.map(|begun| trace("Reminder", begun)));
    let traces = traces.map(|says| el("li").text(says));
    let contact = (!person.name.is_empty() && !person.contact.is_empty())
        .then(|| el("span").class("soft").attr("dir", "ltr").text(person.contact.clone()));
    el("li")
        .child(el("h3").attr("dir", "auto").text(called))
        .children(contact)
        .child(el("p").class(stands.0).text(stands.1))
        .child(el("ul").attr("role", "list").class("traces soft").children(traces))
        .child(row)
}

/// The id of one of somebody's buttons: it has the focus again when the list was drawn anew.
fn button_id(person: &Person, says: &str) -> String {
    format!("invite-{}-{}", person.number, says.replace(' ', "-").to_lowercase())
}

/// Notes that a message was begun: nobody knows whether it was sent.
async fn note(inviting: Inviting, number: &str, purpose: Purpose, how: How) {
    let begun = Begun { at: clock::now(), how: Some(how) };
    inviting
        .change(|list| {
            list.note(number, purpose, begun);
            String::new()
        })
        .await;
}
