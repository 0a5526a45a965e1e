//! The way to each screen: from the page's address, by a press, and with what an address brings that
//! somebody sent.

use super::many::Many;
use super::{Desk, HEADING, Spot, sealed};
use crate::browser::page;
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::inbox::kept_apart;
use crate::model::link::{self, Sent};
use crate::organiser::later::Second;
use crate::organiser::library::{self, Found};
use crate::organiser::screen::{Lost, Part, Screen};
use crate::organiser::store;
use leptos::prelude::*;
use std::sync::Arc;

impl Desk {
    /// Goes where the page's address says. An address may also bring what somebody sent.
    pub(super) fn route(&self) {
        let fragment = page::fragment();
        let Some(sent) = link::sent(&fragment) else {
            let screen = Screen::parse(&fragment);
            self.show(screen.unwrap_or(Screen::Home));
            return self.lost.update(|lost| *lost = screen.err().or(*lost));
        };
        // Surveys have pages of their own, which also say what is wrong with a link.
        let elsewhere = match sent {
            Sent::Survey => Some("answer/"),
            Sent::Review => Some("review/"),
            _ => None,
        };
        if let Some(elsewhere) = elsewhere {
            page::replace(&[&page::address_of(elsewhere), "#", &fragment].concat());
            return self.show(Screen::Sent(sent));
        }
        if matches!(sent, Sent::Answers | Sent::Notes) && !sealed::may_open(&fragment) {
            return self.show(Screen::Sent(sent));
        }
        if !matches!(self.second.get_untracked(), Second::Here(_)) {
            self.show(Screen::Home);
        }
        self.take_link_later(fragment);
    }

    /// Goes where the address says once more, if it still brings what somebody sent: the second part of
    /// the program came too late to take that in.
    pub(in crate::organiser) fn route_again(&self) {
        let is_shown = matches!(self.screen.get_untracked(), Screen::Sent(_));
        if !is_shown && link::sent(&page::fragment()).is_some() {
            self.route();
        }
    }

    /// Takes in what an address brings that somebody sent.
    pub fn take_sent(self, fragment: String) {
        match link::sent(&fragment) {
            Some(Sent::Pair) => self.take_pair_link(&fragment),
            Some(Sent::Draft) => self.show_offered(fragment),
            Some(Sent::Notes) => {
                page::change_step(0, Some(""));
                self.show(Screen::Home);
                leptos::task::spawn_local(self.take_together_link(fragment));
            }
            _ => leptos::task::spawn_local(self.take_link(fragment)),
        }
    }

    /// Goes to a screen, as a step that the browser's Back button takes back.
    pub fn go(&self, screen: Screen) {
        page::add_step(0, Some(&screen.fragment()));
        self.show_at_heading(screen, None);
    }

    /// Shows a screen with the focus on its heading, and tells something there.
    pub(super) fn show_at_heading(&self, screen: Screen, told: Option<&'static str>) {
        let desk = *self;
        self.once_read(screen, move || {
            desk.show_read(screen);
            if let Some(told) = told {
                desk.tell(told);
            }
            page::start_soon(HEADING);
        });
    }

    /// Does something once the answers are in memory that a screen shows. They are, nearly always: then
    /// it is done at once.
    fn once_read(&self, screen: Screen, act: impl FnOnce() + 'static) {
        match screen {
            // Of many, the screen says how far it is.
            Screen::Survey(id, part)
                if shows_answers(part)
                    && !library::has_many(id)
                    && !library::is_received_read(id) =>
            {
                leptos::task::spawn_local(async move {
                    // What can't be read now is told when the screen asks for it.
                    let _ = library::load_received(id, |_, _| {}).await;
                    act();
                });
            }
            _ => act(),
        }
    }

    /// Shows a screen with what is in storage now.
    pub(super) fn show(&self, screen: Screen) {
        let desk = *self;
        self.once_read(screen, move || desk.show_read(screen));
    }

    fn show_read(&self, screen: Screen) {
        store::look_again();
        self.stop_typing();
        self.message.set(None);
        self.picking.set(None);
        self.tool.set(None);
        self.help.set(false);
        let laid = match screen {
            Screen::Survey(id, part) => self.lay_out(id, part),
            _ => Ok(()),
        };
        self.lost.set(laid.err());
        let screen = if laid.is_ok() { screen } else { Screen::Home };
        if screen == Screen::Home {
            self.load_home();
        }
        if !matches!(screen, Screen::Survey(_, Part::Inbox)) {
            self.taken.set(None);
        }
        self.screen.set(screen);
    }

    /// Puts a survey on the desk, if there is one with this id of which this part can be shown.
    pub(super) fn lay_out(&self, id: SurveyId, part: Part) -> Result<(), Lost> {
        let (draft, is_stand_in) = match library::draft(id) {
            Found::Here(draft) => (draft, false),
            unread => match library::stand_in(id) {
                Some(draft) if !part.needs_draft() => (draft, true),
                None if unread == Found::Absent => return Err(Lost::NoSurvey),
                _ => return Err(Lost::Unreadable),
            },
        };
        self.is_stand_in.set(is_stand_in);
        if self.draft.with_untracked(Draft::id) != id {
            self.spot.set(Spot::Welcome);
            self.checked.set(false);
            self.arranging.reset();
            self.unused.forget();
            self.asks_where.set(false);
        }
        self.versions.set(library::versions(&draft));
        self.draft.set(draft);
        self.show_received_on(id, part);
        Ok(())
    }

    /// Has the answers shown that are in memory, of the survey on the desk.
    pub(super) fn show_received(&self, id: SurveyId) {
        if let Screen::Survey(_, part) = self.screen.get_untracked() {
            self.show_received_on(id, part);
        }
    }

    /// Reads every answer, so only for a screen that shows some of them.
    fn show_received_on(&self, id: SurveyId, part: Part) {
        self.many.update_value(Many::stop);
        if shows_answers(part) && library::has_many(id) {
            return self.show_many(id);
        }
        let (received, unread) =
            if shows_answers(part) { library::received_and_unread(id) } else { (Vec::new(), 0) };
        let (received, apart) = kept_apart(received);
        self.received.set(Arc::new(received));
        self.apart.set(Arc::new(apart));
        self.grid.set(None);
        self.added_up.set(None);
        self.reading.set(None);
        self.unread_answers.set(unread);
        self.is_received_read.set(library::is_received_read(id));
    }

    /// Tries once more to read the answers of the survey on the desk.
    pub async fn read_received_again(self) {
        let id = self.draft.with_untracked(Draft::id);
        if library::has_many(id) {
            return self.show_received(id);
        }
        if library::load_received(id, |_, _| {}).await.is_err() {
            return self.tell("That did not work. Reload this page.");
        }
        if self.is_on_desk(id) {
            self.show_received(id);
            page::focus_soon(HEADING);
        }
    }
}

/// True for the parts that show answers, or how many there are.
fn shows_answers(part: Part) -> bool {
    matches!(
        part,
        Part::Invited
            | Part::Inbox
            | Part::Results
            | Part::Written
            | Part::Report
            | Part::Missing
            | Part::Removing
            | Part::Typing
            | Part::Changes
    )
}
