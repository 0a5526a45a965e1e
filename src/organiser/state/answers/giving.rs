//! Taking in what a person gave: pasted text, files, folders, zips and mailboxes. All of it is gone through in turns with
//! the page, and can be stopped; what was found until then is taken in.

use super::{SOON, Taken, Taking, Trouble};
use crate::browser::dropped::Walked;
use crate::browser::file::Unread;
use crate::browser::turns::Turns;
use crate::model::given::{CannotUnzip, FileKind, LARGEST_PILE, Picture, Pile, Step, Unreadable};
use crate::model::inbox::By;
use crate::model::link::{self, BadLink, Gathered};
use crate::model::phrase;
use crate::model::tablet::batches_in;
use crate::organiser::read_file::{Read, codes_in, open_file};
use crate::organiser::state::Desk;
use leptos::prelude::*;
use std::collections::HashSet;

/// The pictures that were looked at: one that is there many times is looked at once.
type Seen = HashSet<[u8; 32]>;

impl Desk {
    /// Takes in every answer in a text, for the survey on the desk. True when nothing is left of it to
    /// look at again.
    pub async fn take_text(self, text: String) -> bool {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let pile = Pile::new("", text.into_bytes());
        self.take_pile(pile, ("What you pasted", By::Pasted), &mut taken, &mut Seen::new()).await;
        if self.is_stopped() {
            taken.stopped = Some(0);
        }
        let is_all_in = taken.is_all_in();
        self.show_taken(taken);
        is_all_in
    }

    /// Takes in every answer in these files: in their text, or in the codes of a photo.
    pub async fn take_files(self, given: Walked) {
        let mut taken = self.turn(self.survey_on_desk()).await;
        let unread = given.unread.into_iter().map(|name| (name, Trouble::FileUnread));
        taken.trouble.extend(unread);
        let of = given.files.len();
        let (mut turns, mut seen) = (Turns::begin(), Seen::new());
        for (number, file) in (1..).zip(given.files) {
            let reading = Taking::Reading { file: number, of };
            if of > 1 && turns.is_over() {
                self.taking.set(Some(reading));
                turns.rest().await;
            }
            if self.is_stopped() {
                taken.stopped = Some(of + 1 - number);
                break;
            }
            let (name, by) = (file.name(), By::File);
            taken.files += 1;
            match self.telling(reading, open_file(&file, LARGEST_PILE)).await {
                Ok(Read::Codes(given)) => self.take(&given, (&name, by), &mut taken).await,
                Ok(Read::Bytes(bytes)) => {
                    let pile = Pile::new(&name, bytes);
                    self.take_pile(pile, (&name, by), &mut taken, &mut seen).await;
                }
                Err(Unread::TooLarge) => taken.trouble.push((name, Trouble::FileTooLarge)),
                Err(Unread::Failed) => taken.trouble.push((name, Trouble::FileUnread)),
            }
            if self.is_stopped() {
                taken.stopped = Some(of - number);
                break;
            }
        }
        self.taking.set(None);
        self.show_taken(taken);
    }

    /// Takes in every answer in a file, step by step.
    async fn take_pile(self, mut pile: Pile, from: (&str, By), taken: &mut Taken, seen: &mut Seen) {
        let (mut all, mut turns, mut emails) = (Gathered::default(), Turns::begin(), 0);
        let (mut last, troubles, mut batches) = (None, taken.trouble.len(), Vec::new());
        while let Some(step) = pile.step() {
            match step {
                Step::Working => {}
                Step::Piece(given) => {
                    emails += usize::from(given.kind == FileKind::Email);
                    for part in link::parts(&given.text) {
                        all.add(part);
                        if turns.is_over() {
                            turns.rest().await;
                        }
                    }
                    batches.extend(batches_in(&given.text));
                    last = Some(given.kind);
                    let new = given.pictures.into_iter().filter(|one| seen.insert(one.print()));
                    for picture in new.collect::<Vec<_>>() {
                        self.taking.set(Some(Taking::Pictures { looked: taken.pictures + 1 }));
                        let text = look_at(&picture, from.0, taken).await;
                        all.add(&text);
                        turns.rest().await;
                        if self.is_stopped() {
                            break;
                        }
                    }
                }
                Step::Trouble(part, why) => taken.trouble.push(trouble(&pile, from.0, part, why)),
            }
            if self.is_stopped() {
                break;
            }
            if turns.is_over() {
                if emails > 1 {
                    self.taking.set(Some(Taking::Emails { looked: emails, found: all.count() }));
                }
                turns.rest().await;
            }
        }
        taken.emails += emails;
        let has_survey = all.has_survey();
        let found = all.finish();
        if found.is_empty() && taken.trouble.len() == troubles && !self.is_stopped() {
            let why = match pile.kind() {
                _ if has_survey => Trouble::Bad(BadLink::OtherKind),
                FileKind::Text => Trouble::Bad(BadLink::Missing),
                FileKind::Email => Trouble::EmptyEmail,
                FileKind::Packed if last.is_none() || is_zip(from.0) => Trouble::EmptyZip,
                FileKind::Packed => Trouble::PackedFile,
            };
            taken.trouble.push((from.0.to_owned(), why));
        }
        self.take_found(found, from, taken).await;
        self.give_receipts(&batches, taken);
    }

    /// Does this, and tells what it is when it takes a moment.
    pub(super) async fn telling<T>(self, what: Taking, work: impl Future<Output = T>) -> T {
        let mut work = core::pin::pin!(work);
        if let Some(done) = crate::browser::clock::within(SOON, work.as_mut()).await {
            return done;
        }
        let before = self.taking.get_untracked();
        self.taking.set(Some(what));
        let done = work.await;
        self.taking.set(before);
        done
    }
}

/// The text of the codes in a picture of this file. One without answers is counted, and one that can't be opened is
/// told of.
async fn look_at(picture: &Picture, file: &str, taken: &mut Taken) -> String {
    let name = if picture.name.is_empty() { "A picture" } else { &picture.name };
    let called = match picture.name == file {
        true => file.to_owned(),
        false => format!("{} in {}", phrase::own(name), phrase::own(file)),
    };
    taken.pictures += 1;
    match codes_in(picture).await.map(|codes| codes.join("\n")) {
        Ok(text) => {
            if link::find_answers(&text).is_empty() {
                taken.blank.push(called);
            }
            text
        }
        Err(_) => {
            taken.trouble.push((called, Trouble::FileUnread));
            String::new()
        }
    }
}

/// What to say of a part of a file that can't be read.
fn trouble(pile: &Pile, file: &str, part: String, why: Unreadable) -> (String, Trouble) {
    let is_whole = part == file || part.is_empty();
    let why = match why {
        Unreadable::TooLarge if is_whole && pile.kind() == FileKind::Text => Trouble::FileTooLarge,
        // A document of Word or Excel that is broken: to people it is no zip.
        Unreadable::Zip(CannotUnzip::Damaged) if is_whole && !is_zip(file) => Trouble::PackedFile,
        why => Trouble::Unreadable(why),
    };
    let name = match is_whole {
        true => file.to_owned(),
        false => format!("{} in {}", phrase::own(&part), phrase::own(file)),
    };
    (name, why)
}

fn is_zip(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}
