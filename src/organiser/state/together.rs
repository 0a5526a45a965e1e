//! Working with others: rounds of review, the notes that come back and what is decided about them,
//! and drafts that go between people.

mod came;
mod came_in;
mod offered;

pub use came::{Came, CameNot};
pub use offered::{Brings, Offered};

use super::publishing::held_key;
use super::{Desk, HEADING};
use crate::browser::{clock, page, random};
use crate::model::deflate::{self, CannotInflate};
use crate::model::draft::{Act, Change, Draft, Unsound};
use crate::model::edit::{meanings, notes};
use crate::model::id::{Author, QuestionId, SurveyId};
use crate::model::link::{self, BadLink};
use crate::model::review::{
    AllNotes, Ask, Invitation, Note, NoteName, Notes, Recorded, Round, RoundId,
};
use crate::model::seal::SealedNotes;
use crate::model::wire::Packet;
use crate::organiser::ids::TO_SETTLE;
use crate::organiser::library::{self, Found};
use crate::organiser::store;
use crate::organiser::words;
use came::{called_in, open_notes};
use leptos::prelude::*;
use std::collections::BTreeMap;

impl Desk {
    /// Adds to the record of how the survey was made.
    pub fn record(&self, recorded: Recorded) {
        self.change(Change::Record(recorded));
    }

    /// Starts a round of review with these questions to reviewers, once the survey's key is on the disk:
    /// notes that are sealed to a key which was not kept would be lost. False when the key can't be kept
    /// or read, and that is told.
    pub async fn start_round(self, asks: Vec<(Option<QuestionId>, String)>) -> bool {
        let id = self.draft.with_untracked(Draft::id);
        let Some((secret, _)) = self.keys() else {
            self.tell_no_key();
            return false;
        };
        library::save_key(id, &secret);
        if store::settled().await.is_err() {
            library::take_back_key(id, &secret);
            self.tell(
                "This browser did not let us keep the key for the notes, so there is no link yet. Go to \
                 My surveys and save a backup. Then try again.",
            );
            return false;
        }
        if !self.is_on_desk(id) {
            return false;
        }
        let ask = |(number, (question, text))| Ask { number, question, text };
        let asks = (1..).zip(asks).map(ask).collect();
        let round = RoundId(u64::from_be_bytes(random::bytes()));
        self.record(Recorded::Round(Round { id: round, at: clock::now(), asks }));
        true
    }

    /// The review link of the newest round, with the draft as it was when that began: what people say
    /// is about these words. `None` while there is no round, or no key here that opens the notes: the
    /// survey may be a copy, or come from somebody else.
    pub fn review_link(self) -> Option<String> {
        let invitation = self.draft.with_untracked(|draft| {
            let round = draft.content().making.rounds.last()?;
            let then = draft.content_of_round(round.id)?;
            let survey = draft.survey_of(&then, 0, held_key(draft)?);
            let (round, asks) = (round.id, round.asks.clone());
            Some(Invitation { round, survey, asks })
        })?;
        let deflated = deflate::deflate(&invitation.to_packet());
        Some([&page::address_of("review/"), "#", &link::review_fragment(&deflated)].concat())
    }

    /// The draft with all that was ever done to it, as text for a file or a link behind `#`.
    pub fn draft_text(self) -> String {
        self.sign();
        let packet = self.draft.with_untracked(Packet::to_packet);
        link::draft_fragment(&deflate::deflate(&packet))
    }

    /// Says in the draft what this person wants to be called, once they said it: for this tab, and for each
    /// earlier one of this browser that wrote in it without a name.
    pub(super) fn sign(&self) {
        let name = library::my_name();
        let mine = library::my_authors();
        let unsigned =
            self.draft.with_untracked(|draft| notes::unsigned(draft, self.author, &mine, &name));
        for author in unsigned {
            self.record(Recorded::Name(author, name.clone()));
        }
    }

    /// What somebody who edits is called: "You", their name, or "Someone".
    pub fn called(&self, author: Author) -> String {
        if author == self.author {
            return "You".to_owned();
        }
        let named = self.draft.with(|draft| draft.content().making.names.get(&author).cloned());
        let named = named.filter(|name| !name.trim().is_empty());
        // Another tab of this browser, unless somebody else used it then.
        let is_mine = named.as_ref().is_none_or(|name| *name == library::my_name());
        match named {
            _ if is_mine && library::my_authors().contains(&author) => "You".to_owned(),
            Some(name) => words::own(&name),
            None => "Someone".to_owned(),
        }
    }

    /// Takes in notes and drafts from a text: a link, a message, or a file.
    pub async fn take_together(self, text: String) -> Vec<Came> {
        let mut came = self.take_notes(link::find_notes(&text));
        if came.is_empty() {
            came.push(match link::read_drafts(&text) {
                Ok(drafts) => self.take_first_draft(drafts),
                Err(why) => Came::Trouble(CameNot::Bad(why)),
            });
        }
        if let Err(why) = store::settled().await {
            // Nothing of it is told as taken in: it would be gone with this page.
            came.retain(|came| matches!(came, Came::Trouble(_) | Came::Apart(_)));
            let why = if why.is_full() { CameNot::NoRoom } else { CameNot::NotKept };
            came.push(Came::Trouble(why));
        }
        came
    }

    /// Takes in the first of these readings that opens.
    fn take_first_draft(self, drafts: Vec<link::Draft>) -> Came {
        const DAMAGED: Came = Came::Trouble(CameNot::Bad(BadLink::Damaged));
        let mut otherwise = BadLink::Damaged;
        for (place, draft) in drafts.into_iter().enumerate() {
            if place == 0 {
                otherwise = draft.otherwise;
            }
            let came = self.take_draft(&draft.deflated);
            if came != DAMAGED {
                return came;
            }
        }
        Came::Trouble(CameNot::Bad(otherwise))
    }

    /// Takes in notes, and says what became of each. All that are new to a survey are one edit, so a
    /// whole round is worked out, drawn and kept once.
    fn take_notes(&self, found: Vec<Result<SealedNotes, BadLink>>) -> Vec<Came> {
        let mut came = Vec::new();
        let mut by_survey: BTreeMap<SurveyId, (AllNotes, Vec<(usize, Notes)>)> = BTreeMap::new();
        for (place, sealed) in found.into_iter().enumerate() {
            let opened = sealed.map_err(CameNot::Bad).and_then(|sealed| open_notes(&sealed));
            let notes = match opened {
                Ok(notes) => notes,
                Err(why) => {
                    came.push(Came::Trouble(why));
                    continue;
                }
            };
            let survey = notes.survey;
            let (known, news) = by_survey.entry(survey).or_insert_with(|| {
                let held = self.draft_of(survey).map(|draft| draft.content().making.notes.clone());
                (held.unwrap_or_default(), Vec::new())
            });
            if !known.fits(&notes) {
                came.push(Came::Trouble(CameNot::Bad(BadLink::Damaged)));
            } else if known.has(&notes) {
                came.push(Came::Nothing(survey));
            } else {
                came.push(Came::Notes(survey, called_in(&notes)));
                known.take_in(&notes);
                news.push((place, notes));
            }
        }
        for (survey, (_, news)) in by_survey {
            let (places, news): (Vec<usize>, Vec<Notes>) = news.into_iter().unzip();
            if let Err(why) = self.keep_notes(survey, news) {
                places.into_iter().for_each(|place| came[place] = Came::Trouble(why));
            }
        }
        came
    }

    fn keep_notes(&self, survey: SurveyId, news: Vec<Notes>) -> Result<(), CameNot> {
        if news.is_empty() {
            return Ok(());
        }
        let record = |notes| Change::Record(Recorded::Notes(notes));
        let act = Act::Do(news.into_iter().map(record).collect());
        if self.is_on_desk(survey) {
            if !self.has_room_for(&act) {
                return Err(CameNot::Full);
            }
            self.change_in_any_case(act);
            return Ok(());
        }
        let mut draft = match library::draft(survey) {
            Found::Here(draft) => draft,
            Found::Unreadable => return Err(CameNot::UnreadHere),
            Found::Absent => return Err(CameNot::UnknownSurvey),
        };
        if library::is_full(&draft) || draft.has_room_for(self.author, &act).is_err() {
            return Err(CameNot::Full);
        }
        draft.apply(draft.edit(self.author, clock::now(), act));
        library::save_draft(&mut draft);
        Ok(())
    }

    fn take_draft(self, deflated: &[u8]) -> Came {
        let theirs = match read_draft(deflated) {
            Ok(draft) => draft,
            Err(why) => return Came::Trouble(CameNot::Bad(why)),
        };
        let id = theirs.id();
        let before = self.draft_of(id);
        match (self.take_theirs(&theirs), before) {
            (Err(CameNot::Unsound(Unsound::Differs)), _) => Came::Apart(Box::new(theirs)),
            (Err(why), _) => Came::Trouble(why),
            (Ok(_), None) => Came::Survey(id),
            (Ok(0), _) => Came::Nothing(id),
            (Ok(news), Some(before)) => {
                self.note_came_in(&before);
                let open = self.draft_of(id).map_or(0, |draft| draft.conflicts().len());
                Came::Changes(id, news, open)
            }
        }
    }

    /// Takes in a draft, if it holds together and fits what is here, and keeps it. Gives back how
    /// many edits were new.
    pub(super) fn take_theirs(&self, theirs: &Draft) -> Result<usize, CameNot> {
        let id = theirs.id();
        let ours = self.draft_of(id);
        let is_new = ours.is_none();
        let mut draft = ours.unwrap_or_else(|| Draft::new(id).with_secret(theirs.secret()));
        let mine = library::my_authors();
        let is_mine = |author| mine.contains(&author);
        let news = draft.take_in_as(theirs, is_mine).map_err(CameNot::Unsound)?;
        if news == 0 && !is_new {
            return Ok(0);
        }
        if draft.to_packet().len() > Draft::LARGEST {
            return Err(CameNot::Unsound(Unsound::TooMuch));
        }
        if self.is_on_desk(id) {
            self.take_in_place(|| {
                self.draft.set(draft);
                true
            });
            self.save();
        } else {
            library::save_draft(&mut draft);
        }
        Ok(news)
    }

    pub(super) fn draft_of(&self, id: SurveyId) -> Option<Draft> {
        if self.is_on_desk(id) {
            Some(self.draft.get_untracked())
        } else {
            library::draft(id).here()
        }
    }

    /// One note, if it is here.
    pub fn note(&self, name: NoteName) -> Option<Note> {
        self.draft.with(|draft| draft.content().making.notes.get(name).cloned())
    }

    /// Does what a note says, in the note's words or in others, and keeps that decision. One step.
    pub fn accept(&self, name: NoteName, words: Option<String>, reason: String) {
        let by = (self.author, clock::now());
        self.edit(&|draft, _| notes::accept(draft, by, name, words.clone(), &reason));
    }

    /// Notes that a note was done, outside of the survey.
    pub fn record_done(&self, name: NoteName, reason: String) {
        self.run(notes::done((self.author, clock::now()), name, &reason));
    }

    /// Says no to a note, with a reason for people to read.
    pub fn decline(&self, name: NoteName, reason: String) {
        self.run(notes::decline((self.author, clock::now()), name, &reason));
    }

    /// Explains a word that people did not know.
    pub fn explain_word(&self, word: &str, meaning: String) {
        self.edit(&|draft, author| meanings::explain(draft, author, word, meaning.clone()));
    }

    /// Notes that everything which came in so far was read.
    pub fn read_all(&self) {
        self.edit(&|draft, _| notes::read_all(draft));
    }

    /// Settles what two people changed, by having it as one of them would.
    pub fn settle(&self, change: Change) {
        self.change(change);
        self.tell_undoable("Resolved.".into());
        let is_over = self.draft.with_untracked(|draft| draft.conflicts().is_empty());
        page::focus_soon(if is_over { HEADING } else { TO_SETTLE });
    }

    /// Who works in this tab.
    pub fn author(&self) -> Author {
        self.author
    }
}

/// The draft of a link or file.
fn read_draft(deflated: &[u8]) -> Result<Draft, BadLink> {
    let packet = deflate::inflate(deflated, Draft::LARGEST).map_err(|why| match why {
        CannotInflate::Damaged => BadLink::Damaged,
        CannotInflate::TooLarge => BadLink::TooLarge,
    })?;
    Ok(Draft::from_packet(&packet)?)
}
