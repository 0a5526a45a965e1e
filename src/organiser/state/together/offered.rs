//! A draft in a link that was opened: what it says it is, before anything of it is taken in. Anybody can
//! have sent it.

use super::super::HEADING;
use super::{Came, CameNot, Desk, read_draft};
use crate::browser::page;
use crate::model::draft::{CameIn, Draft, Unsound};
use crate::model::id::Author;
use crate::model::link::{self, BadLink, Sent};
use crate::organiser::ids::OFFERED;
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::steps;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a draft would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The link's own words, to take it in.
    text: String,
    /// What the survey is called here. Where it is not here yet, in the draft.
    pub title: String,
    /// What those who wrote in it call themselves. Anybody can write any name there.
    pub from: Vec<String>,
    /// What it does to the survey that is here.
    pub brings: Brings,
}

/// What a draft does to what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brings {
    /// Its survey is not here yet. It has so many questions.
    Survey(usize),
    /// These changes, in words.
    Changes(Vec<String>),
    /// It says of some step what the draft that is here does not.
    Apart,
    /// Nothing new.
    Nothing,
    /// Nothing of it may be taken in, for this reason.
    Refused(Unsound),
}

impl Desk {
    /// Shows what a draft in the page's own address would bring. The address is changed, so that a reload
    /// does not bring it again. What can't be read is told at once.
    pub(in crate::organiser::state) fn show_offered(self, fragment: String) {
        page::change_step(0, Some(""));
        self.show(Screen::Home);
        match self.look_at(&fragment) {
            Some(offered) => {
                self.offered.set(Some(offered));
                page::focus_soon(OFFERED);
            }
            None => spawn_local(self.take_together_link(fragment)),
        }
    }

    fn look_at(&self, text: &str) -> Option<Offered> {
        let theirs = read(text)?;
        let ours = self.draft_of(theirs.id());
        let is_news = |edit| ours.as_ref().is_none_or(|ours: &Draft| !ours.has(edit));
        let names = &theirs.content().making.names;
        let mut authors: Vec<Author> = Vec::new();
        for edit in theirs.log().iter().filter(|edit| is_news(edit)) {
            if !authors.contains(&edit.author) {
                authors.push(edit.author);
            }
        }
        let name = |author: &Author| names.get(author).map(|name| name.trim().to_owned());
        // One person is another author in each tab.
        let mut from: Vec<String> = Vec::new();
        for name in authors.iter().filter_map(name).filter(|name| !name.is_empty()) {
            if !from.contains(&name) {
                from.push(name);
            }
        }
        // Whose link it is can be made to look like anything. What it would change is ours.
        let title = ours.as_ref().unwrap_or(&theirs).content().title.clone();
        let brings = match ours {
            None => {
                Brings::Survey(theirs.content().questions.iter().filter(|q| q.kind.asks()).count())
            }
            Some(ours) => brings(&ours, &theirs),
        };
        Some(Offered { text: text.to_owned(), title, from, brings })
    }

    /// Takes in what was offered, or leaves it.
    pub fn answer_offered(self, takes: bool) {
        let offered = self.offered.get_untracked();
        self.offered.set(None);
        match offered.filter(|_| takes) {
            Some(Offered { text, brings: Brings::Apart, .. }) => {
                if let Some(theirs) = read(&text) {
                    self.add_apart(&theirs);
                }
            }
            Some(Offered { brings: Brings::Refused(_), .. }) | None => page::focus_soon(HEADING),
            Some(offered) => spawn_local(self.take_together_link(offered.text)),
        }
    }

    /// Takes in notes or a draft, and shows their survey.
    pub(in crate::organiser::state) async fn take_together_link(self, fragment: String) {
        let came = self.take_together(fragment.clone()).await;
        let is_broken =
            |why| matches!(why, BadLink::CutShort | BadLink::Damaged | BadLink::TooLarge);
        if let ([Came::Trouble(CameNot::Bad(why))], Some(sent)) = (&came[..], link::sent(&fragment))
            && is_broken(*why)
        {
            // What it was and what to do stays on the screen: a message goes.
            page::change_step(0, Some(&fragment));
            self.show(Screen::Sent(sent));
            return page::start_soon(HEADING);
        }
        let survey = came.iter().find_map(|came| match came {
            Came::Notes(id, _) | Came::Changes(id, ..) | Came::Survey(id) | Came::Nothing(id) => {
                Some(*id)
            }
            Came::Apart(_) | Came::Trouble(_) => None,
        });
        if let Some(id) = survey {
            let is_draft = link::sent(&fragment) == Some(Sent::Draft);
            let part = if is_draft { Part::Drafts } else { Part::Notes };
            let screen = Screen::Survey(id, part);
            page::change_step(0, Some(&screen.fragment()));
            self.show(screen);
        }
        self.with_second(move |later| self.tell(&(later.came_words)(&came)));
    }
}

/// The draft in a link, where it can be read.
fn read(text: &str) -> Option<Draft> {
    let drafts = link::read_drafts(text).ok()?;
    drafts.iter().find_map(|draft| read_draft(&draft.deflated).ok())
}

/// What a draft would change in the one that is here.
fn brings(ours: &Draft, theirs: &Draft) -> Brings {
    let mut both = ours.clone();
    let mine = library::my_authors();
    match both.take_in_as(theirs, |author| mine.contains(&author)) {
        Err(Unsound::Differs) => Brings::Apart,
        Err(why) => Brings::Refused(why),
        Ok(0) => Brings::Nothing,
        Ok(_) => Brings::Changes(steps::came_in(&CameIn::between(ours, &both), &both)),
    }
}
