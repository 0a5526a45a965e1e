//! Who is missing? The people who answered beside the people of an area, and who else the group will ask.
//!
//! What can be said is decided in [`missing`](crate::model::missing). The figures of areas are fetched when this screen
//! opens, and only then. Absent: why somebody is missing, and any map.

mod asks;
mod place;
mod topics;

use super::state::{Desk, HEADING};
use crate::browser::{fetch, language, page};
use crate::model::id::SurveyId;
use crate::model::missing::{Figures, Key, Plan};
use crate::model::ready_made::equality::Nation;
use crate::model::suppress::Rule;
use crate::organiser::library::{self, Found};
use crate::organiser::store;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Under which code the page names the figures: see `AREAS` in `xtask`.
const AREAS: &str = "x-areas";

/// The figures of areas, on their way.
#[derive(Clone, Debug, PartialEq)]
enum Fetched {
    Coming,
    Failed,
    Here(Arc<Figures>),
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Screen {
    desk: Desk,
    plan: RwSignal<Plan>,
    fetched: RwSignal<Fetched>,
    /// True for what can be shared.
    shares: RwSignal<bool>,
    rule: RwSignal<Rule>,
}

impl Screen {
    /// Changes what is written down, keeps it at once, and notes it as one step of undo. `typed` is the field that
    /// it was typed in.
    fn change(self, typed: Option<String>, change: impl FnOnce(&mut Plan)) {
        let before = self.plan.get_untracked();
        self.keep(change);
        let changed = self.plan.with_untracked(|plan| plan.changed_since(&before));
        let Some((first, _)) = changed.first() else { return };
        let (name, changed) = (first.name(), Arc::new(changed));
        let say = |which: usize| {
            let changed = changed.clone();
            move || {
                let author = self.desk.author();
                self.keep(|plan| {
                    for (key, texts) in changed.iter() {
                        plan.set(key.clone(), &texts[which], author);
                    }
                });
            }
        };
        self.desk.did_here(name, typed, (say(0), say(1)));
    }

    /// Changes what is written down, and keeps it at once.
    fn keep(self, change: impl FnOnce(&mut Plan)) {
        self.plan.update(change);
        let both = self.plan.with_untracked(library::save_plan);
        // What another tab has written since shows too.
        if self.plan.with_untracked(|plan| *plan != both) {
            self.plan.set(both);
        }
        let (desk, id) = (self.desk, self.plan.with_untracked(|plan| plan.survey));
        spawn_local(async move {
            if store::settled().await.is_err() {
                library::take_back_plan(id);
                desk.tell(
                    "This browser did not keep what you wrote. It may be full. Copy your words before you leave this \
                     page.",
                );
            }
        });
    }

    /// Takes a pick.
    fn set(self, key: Key, text: &str) {
        let author = self.desk.author();
        self.change(None, |plan| plan.set(key, text, author));
    }

    /// Takes what was typed in a field with this id.
    fn write(self, field: &str, key: Key, text: &str) {
        let author = self.desk.author();
        self.change(Some(field.to_owned()), |plan| plan.set(key, text, author));
    }

    fn nation_untracked(self) -> Nation {
        untrack(|| self.nation())
    }

    fn nation(self) -> Nation {
        self.plan.with(|plan| {
            let name = plan.get(&Key::Nation);
            Nation::ALL.into_iter().find(|nation| nation.name() == name).unwrap_or_default()
        })
    }

    /// True where the group compares with numbers of its own.
    fn is_own(self) -> bool {
        self.plan.with(|plan| !plan.get(&Key::Register).is_empty())
    }

    fn fetch(self) {
        self.fetched.set(Fetched::Coming);
        spawn_local(async move {
            let text = match language::words_address(AREAS) {
                Some(address) => fetch::text(&address).await,
                None => None,
            };
            let figures = text.and_then(|text| Figures::read(&text));
            let came = figures.map_or(Fetched::Failed, |figures| Fetched::Here(Arc::new(figures)));
            // Somebody may have left the screen.
            let _ = self.fetched.try_set(came);
        });
    }
}

/// The screen.
pub fn screen(desk: Desk, id: SurveyId) -> El {
    let found = library::plan(id);
    let can_read = found != Found::Unreadable;
    let screen = Screen {
        desk,
        plan: RwSignal::new(found.here().unwrap_or_else(|| Plan::new(id))),
        fetched: RwSignal::new(Fetched::Coming),
        shares: RwSignal::new(false),
        rule: RwSignal::new(Rule::default()),
    };
    screen.fetch();
    let is_read = move || desk.is_received_read.get();
    let unread = (!can_read).then(|| {
        let text = "We cannot read what you wrote here before. It may be from a newer version of this page. It stays \
                    on this computer, and My surveys offers it as a file.";
        el("div").class("notice bad").child(el("p").text(text))
    });
    let title = move || super::title::title(desk);
    let print = button("button").on("click", |_| page::print()).text("Print");
    let head = el("div")
        .class("heading-row")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Who is missing?"))
        .child(el("div").class("button-row no-print").child(print));
    let about =
        "See who took part beside who lives in your area. Then decide together who else to ask.";
    el("main")
        .class("column results missing")
        .child(el("p").class("print-only print-title").attr("dir", "auto").live_text(title))
        .child(head)
        .child(el("p").text(about))
        .children(unread)
        .show(move || !is_read(), move || parts().child(super::inbox::unread(desk)))
        .child(place::card(screen))
        .live(move || if is_read() { topics::topics(screen) } else { Vec::new() })
        .child(asks::card(screen))
}
