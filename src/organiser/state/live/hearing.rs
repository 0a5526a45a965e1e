//! What comes from the other device, and what becomes of it.
//!
//! Edits are taken in as those of a file are: only when they hold together with what is here. Then
//! they are kept before the next is heard.

use super::{BadPair, Desk, GONE, Pairing};
use crate::browser::page;
use crate::browser::peer::Heard;
use crate::model::draft::{Draft, Unsound};
use crate::model::id::SurveyId;
use crate::model::live::{Pointing, Said, short_name};
use crate::organiser::ids::LIVE;
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::CameNot;
use leptos::prelude::*;

impl Desk {
    /// What came of the connection.
    pub(super) fn heard(&self, heard: Heard) {
        let live = self.live;
        match heard {
            Heard::Open if live.pairing.get_untracked() == Pairing::Gone => {
                live.pairing.set(Pairing::Together);
            }
            Heard::Open => live.say(&Said::Hello {
                survey: self.pair_survey().unwrap_or(SurveyId(0)),
                name: short_name(&library::my_name()),
            }),
            Heard::Bytes(bytes) => {
                match live.talk.try_update_value(|talk| talk.parts.take(&bytes)) {
                    Some(Ok(Some(said))) => self.hear(said),
                    Some(Ok(None)) | None => {}
                    Some(Err(why)) => self.end_with(BadPair::Bad(why.into())),
                }
            }
            // It may come back, so the connection stays.
            Heard::Silent if live.pairing.get_untracked() == Pairing::Together => {
                live.at.set(Pointing::Away);
                live.pairing.set(Pairing::Gone);
                self.tell(GONE);
            }
            Heard::Silent => {}
            Heard::Over => match live.pairing.get_untracked() {
                // The other device may not have the answer yet, however long that takes.
                Pairing::Answered(_) => {}
                Pairing::Together => self.other_went(),
                Pairing::Gone => live.end(Pairing::Gone),
                _ => live.end(Pairing::NotFound),
            },
        }
    }

    fn hear(&self, said: Said) {
        let live = self.live;
        match said {
            Said::Hello { survey, name } => {
                live.talk.update_value(|talk| _ = talk.survey.get_or_insert(survey));
                live.name.set(name.trim().to_owned());
                live.trouble.set(None);
                live.pairing.set(Pairing::Together);
                if live.talk.with_value(|talk| talk.is_opened) {
                    self.greet();
                } else {
                    // What had the focus is gone with the answer.
                    page::focus_soon(LIVE);
                }
                if let Some(draft) = self.pair_survey().and_then(|id| self.draft_of(id)) {
                    self.send_news(&draft);
                }
            }
            Said::Edits(theirs) => self.hear_edits(&theirs),
            Said::At(at) => live.at.set(at),
            Said::Bye => self.other_went(),
        }
    }

    fn hear_edits(&self, theirs: &Draft) {
        let live = self.live;
        let id = theirs.id();
        if self.pair_survey() != Some(id) {
            return self.end_with(BadPair::Unsound);
        }
        live.talk.update_value(|talk| talk.known.note(theirs.log()));
        match self.take_edits(theirs) {
            Err(CameNot::NoRoom | CameNot::NotKept) => return self.end_with(BadPair::NotKept),
            Err(_) => return self.end_with(BadPair::Unsound),
            Ok(_) => {}
        }
        let is_first =
            live.talk.try_update_value(|talk| !core::mem::replace(&mut talk.is_opened, true));
        if is_first == Some(true) {
            if !self.is_on_desk(id) {
                self.go(Screen::Survey(id, Part::Questions));
            }
            self.greet();
        }
    }

    /// Says who the other is, and says to the other who this is.
    fn greet(&self) {
        self.sign();
        self.tell(&format!("Connected with {}.", untrack(|| self.live.called())));
    }

    /// Takes in some edits of a survey. With those that are here they must hold together like any
    /// draft that comes in.
    fn take_edits(&self, theirs: &Draft) -> Result<usize, CameNot> {
        match self.draft_of(theirs.id()) {
            Some(ours) => self.take_theirs(&ours.held_with(theirs)),
            // The first edits of a survey that is not here are all of them.
            None if self.live.talk.with_value(|talk| talk.is_opened) => {
                Err(CameNot::Unsound(Unsound::Incomplete))
            }
            None => self.take_theirs(theirs),
        }
    }

    fn other_went(&self) {
        self.live.end(Pairing::Gone);
        self.tell(GONE);
    }

    /// Stops, and says why.
    fn end_with(&self, why: BadPair) {
        self.live.say(&Said::Bye);
        self.live.end(Pairing::Gone);
        self.live.trouble.set(Some(why));
    }
}
