//! Remove many answers at once: those of a day, of a way they came in, or those that a person ticks. They
//! can be put back, until the person deletes them for good.
//!
//! Answers that wait are among them: whoever has the link can send any number of those.
//!
//! Absent: the answers of a person who wants them back. Those go by their code, in the inbox.

use super::buttons::button;
use super::confirm::{Asking, Asks, ask, confirm};
use super::results::{date, day};
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, opened_waiting};
use super::words;
use crate::browser::clock;
use crate::model::id::ResponseId;
use crate::model::inbox::{By, Listed, Noted, Sieve, by_day, by_way, first_words, is_late, sieved};
use crate::model::response::Response;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How many answers show before a person asks for more.
const FIRST: usize = 100;
/// Most characters of what an answer says first.
const LONGEST: usize = 80;

/// What is ticked, and which answers can be.
#[derive(Clone, Copy)]
struct Picking {
    desk: Desk,
    sieve: RwSignal<Sieve>,
    ticked: RwSignal<BTreeSet<ResponseId>>,
    /// How many are drawn at most.
    drawn: RwSignal<usize>,
    /// All that there are.
    all: Memo<Vec<Listed>>,
    /// Those that the sieve lets pass. A time tells a person's answers from those they sent before.
    passed: Memo<Vec<Listed>>,
}

impl Picking {
    fn new(desk: Desk) -> Self {
        let sieve = RwSignal::new(Sieve::default());
        let all = Memo::new(move |_| desk.listed());
        let passed =
            Memo::new(move |_| all.with(|all| sieve.with(|sieve| sieved(all, sieve, clock::day))));
        let ticked = RwSignal::new(BTreeSet::new());
        Self { desk, sieve, ticked, drawn: RwSignal::new(FIRST), all, passed }
    }

    /// What would be removed: what is ticked and can be seen to be. Of one person some may count and some
    /// wait: those go together.
    fn chosen(self) -> BTreeSet<ResponseId> {
        let (passed, ticked) = (self.passed.read(), self.ticked.read());
        passed.iter().map(|one| one.came.id).filter(|id| ticked.contains(id)).collect()
    }

    fn has_all(self) -> bool {
        let (passed, ticked) = (self.passed.read(), self.ticked.read());
        passed.iter().all(|one| ticked.contains(&one.came.id))
    }

    fn sift(self, change: impl FnOnce(&mut Sieve)) {
        self.drawn.set(FIRST);
        self.sieve.update(change);
    }
}

/// Leads here.
pub fn way_in(desk: Desk) -> El {
    button("button", "Remove answers…", move || go(desk, Part::Removing))
}

fn go(desk: Desk, part: Part) {
    if let Screen::Survey(id, _) = desk.screen.get_untracked() {
        desk.go(Screen::Survey(id, part));
    }
}

/// The screen.
pub fn screen(desk: Desk) -> El {
    let has_some = move || desk.is_received_read.get() && !desk.listed().is_empty();
    let has_none = move || desk.is_received_read.get() && !has_some();
    let back = || {
        let results = button("button", "Back to Results", move || go(desk, Part::Results));
        el("div").class("button-row").child(results)
    };
    let about = "For answers that are not real, or that came in by mistake. You can undo it. Does a person \
                 want their answers back? Use their code in the Inbox.";
    el("main")
        .class("column removing")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Remove answers"))
        .child(el("p").text(about))
        .child(back())
        .show(
            move || !desk.is_received_read.get(),
            move || parts().child(super::inbox::unread(desk)),
        )
        .show(has_none, || parts().child(el("p").text("There are no answers here.")))
        .show(has_some, move || parts().child(pick(Picking::new(desk))))
        .live(move || removed(desk).into_iter().collect())
}

/// The answers that are here, with ticks, and the button that removes what is ticked.
fn pick(picking: Picking) -> El {
    let Picking { desk, passed, ticked, drawn, .. } = picking;
    let asking = Asking::new();
    let tick_all = move || {
        let all = passed.with_untracked(|passed| passed.iter().map(|one| one.came.id).collect());
        ticked.set(if untrack(|| picking.has_all()) { BTreeSet::new() } else { all });
    };
    let tick_says = move || match passed.with(Vec::len) {
        1 => "Select the answer shown".to_owned(),
        count => format!("Select all {}", words::count(count, "answer", "answers")),
    };
    let tick_says =
        move || if picking.has_all() { "Clear selection".to_owned() } else { tick_says() };
    let all = button("button", "", tick_all).live_text(tick_says);
    let any = move || passed.with(|passed| !passed.is_empty());
    let none = el("p").hidden(any).text("No answers match.");
    let keys = move || passed.with(|passed| passed.iter().take(drawn.get()).copied().collect());
    let list = el("ul").attr("role", "list").class("removing-list");
    let list = list.keyed(keys, move |one| item(picking, one));
    let hidden = move || passed.with(Vec::len).saturating_sub(drawn.get());
    let more = button("button", "", move || drawn.update(|drawn| *drawn += FIRST))
        .hidden(move || hidden() == 0)
        .live_text(move || format!("Show more ({} left)", words::number(hidden())));
    let press = move || match untrack(|| picking.chosen()).len() {
        0 => desk.tell("Select the answers you want to remove first."),
        _ => ask(asking),
    };
    let chosen = move || words::count(picking.chosen().len(), "answer", "answers");
    let remove = el("button").attr("type", "button").class("button danger");
    let remove =
        remove.on("click", move |_| press()).live_text(move || match picking.chosen().len() {
            0 => "Remove answers…".to_owned(),
            _ => format!("Remove {}…", chosen()),
        });
    let asks = Asks {
        title: (move || format!("Remove {}?", chosen())).into(),
        text: "They will no longer be counted, even if they are sent again. You can undo this."
            .into(),
        yes: "Yes, remove them".into(),
        no: "No, keep them",
    };
    let removes = Callback::new(move |()| {
        let chosen = untrack(|| picking.chosen()).into_iter().collect();
        ticked.set(BTreeSet::new());
        desk.remove_answers(chosen);
    });
    let fields = el("div").class("removing-fields").child(days(picking)).child(ways(picking));
    let answers = el("fieldset")
        .child(el("legend").class("label").text("Answers, the last first"))
        .child(el("div").class("button-row").child(all).hidden(move || !any()))
        .child(none)
        .child(list)
        .child(more);
    el("section")
        .class("card")
        .attr("aria-labelledby", "which-answers")
        .child(el("h2").id("which-answers").text("Which answers?"))
        .child(fields)
        .child(answers)
        .child(el("div").class("button-row").child(remove))
        .child(confirm(asking, asks, removes))
}

/// One answer with its tick: what tells it from others.
fn item(picking: Picking, one: Listed) -> El {
    let Picking { desk, ticked, .. } = picking;
    let Listed { came, waits } = one;
    let Noted { at, by, id } = came;
    let say = |response: &Response| {
        desk.versions
            .with_untracked(|versions| words::short(first_words(versions, response), LONGEST))
    };
    let said = if one.is_apart() {
        // Beside the day of the person's other answers, one word could join the two.
        None
    } else if waits {
        let survey = desk.draft.with_untracked(|draft| draft.id());
        opened_waiting(survey, came).map(|response| say(&response))
    } else {
        desk.received.with_untracked(|received| {
            received.iter().find(|one| one.response.id == id).map(|one| say(&one.response))
        })
    };
    let said = said.unwrap_or_default();
    let is_late = desk.received.with_untracked(|received| {
        let own = received.iter().find(|one| one.response.id == id);
        let versions = desk.versions.read_untracked();
        own.is_some_and(|one| is_late(&versions, one, clock::day_of(one.at)))
    });
    let late = if is_late { ". Sent after the closing date" } else { "" };
    let waits = if waits { ". Waiting, not counted" } else { "" };
    let about = match one.is_apart() {
        true => format!("Kept apart, so no day is kept{waits}"),
        false => format!("{}, {}. {}{waits}{late}", day(at), clock::time(at), by.says()),
    };
    let turn = move |_| {
        ticked.update(|ticked| {
            if !ticked.remove(&id) {
                ticked.insert(id);
            }
        });
    };
    let input = el("input").attr("type", "checkbox").on("change", turn);
    let said = match &*said {
        "" if one.is_apart() => el("span").class("soft").text("Not shown"),
        "" => el("span").class("soft").text("No written words"),
        _ => el("strong").attr("dir", "auto").text(said),
    };
    let words = el("span").class("removing-words").child(said);
    let words = words.child(el("span").class("soft").text(about));
    let input = input.checked(move || ticked.with(|ticked| ticked.contains(&id)));
    el("li").child(el("label").class("tick").child(input).child(words))
}

fn days(picking: Picking) -> El {
    let Picking { all, sieve, .. } = picking;
    let days = move || all.with(|all| by_day(all, clock::day));
    let option = move |(name, count): (String, usize)| {
        let mut parts = name.split('-').filter_map(|part| part.parse().ok());
        let mut part = || parts.next().unwrap_or_default();
        let says = format!("{} ({})", date((part(), part(), part())), words::number(count));
        let own = name.clone();
        let is_picked = move || sieve.with(|sieve| sieve.day.as_ref() == Some(&own));
        el("option").attr("value", name).selected(is_picked).text(says)
    };
    let any = || el("option").attr("value", "").text("Any day");
    let pick = move |event| {
        let day = Some(event_target_value(&event)).filter(|day| !day.is_empty());
        picking.sift(|sieve| sieve.day = day);
    };
    let select = el("select").class("text-field").id("removing-day").on("change", pick);
    let select =
        select.live(move || [any()].into_iter().chain(days().into_iter().map(option)).collect());
    labelled("removing-day", "Date added", select)
}

fn ways(picking: Picking) -> El {
    let Picking { all, sieve, .. } = picking;
    let option = move |(by, count): (By, usize)| {
        let says = format!("{} ({})", by.says(), words::number(count));
        let is_picked = move || sieve.with(|sieve| sieve.by == Some(by));
        el("option").attr("value", (by as u8).to_string()).selected(is_picked).text(says)
    };
    let any = || el("option").attr("value", "").text("Any way");
    let pick = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let by = place.and_then(|place| By::ALL.get(place).copied());
        picking.sift(|sieve| sieve.by = by);
    };
    let select = el("select").class("text-field").id("removing-way").on("change", pick);
    let select = select.live(move || {
        [any()].into_iter().chain(all.with(|all| by_way(all)).into_iter().map(option)).collect()
    });
    labelled("removing-way", "How they were added", select)
}

fn labelled(id: &'static str, name: &'static str, field: El) -> El {
    el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(field)
}

/// What is removed already, and can be put back.
fn removed(desk: Desk) -> Option<El> {
    let all = desk.removed();
    let count = words::count(all.len(), "answer", "answers");
    let asking = Asking::new();
    let (put_back, gone) = (all.clone(), all.clone());
    let id = desk.draft.with_untracked(|draft| draft.id());
    let back = button("button", "Restore", move || desk.put_back(id, put_back.clone()));
    let delete = button("button danger", "Delete for good…", move || ask(asking));
    let asks = Asks {
        title: format!("Delete {count} for good?").into(),
        text: "You cannot get them back. They cannot be added again.".into(),
        yes: "Yes, delete them".into(),
        no: "No, keep them",
    };
    let deletes = Callback::new(move |()| desk.delete_removed(gone.clone()));
    let says = format!(
        "{count} removed. This browser keeps removed answers until you delete them for good."
    );
    let card = el("section")
        .class("card")
        .child(el("h2").text("Removed answers"))
        .child(el("p").text(says))
        .child(el("div").class("button-row").child(back).child(delete))
        .child(confirm(asking, asks, deletes));
    (!all.is_empty()).then_some(card)
}
