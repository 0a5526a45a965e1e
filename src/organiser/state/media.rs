//! The sounds and videos of the survey on the desk. They are kept, carried and forgotten as its [photos](super::photos)
//! are, in the same store.

use super::Desk;
use super::photos::PHOTOS;
use crate::browser::{Failed, file};
use crate::model::draft::Part;
use crate::model::id::QuestionId;
use crate::model::media::{Media, is_media};
use leptos::prelude::*;

impl Desk {
    /// The name of a question's sound or video. Empty without one.
    pub fn media(&self, id: QuestionId) -> String {
        self.draft.with(|draft| {
            let question = draft.content().question(id);
            question.map(|question| question.media.to_string()).unwrap_or_default()
        })
    }

    /// Gives a question this sound or video, or takes it away.
    pub fn set_media(&self, id: QuestionId, name: String) {
        self.set_part(id, Part::Media(name));
    }

    /// The names of those that the draft on the desk plays, each once.
    pub(super) fn media_in_use(&self) -> Vec<String> {
        self.draft.with(|draft| {
            let mut names: Vec<String> = Vec::new();
            for question in &draft.content().questions {
                let is_new = names.iter().all(|name| **name != *question.media);
                if is_media(&question.media) && is_new {
                    names.push(question.media.to_string());
                }
            }
            names
        })
    }

    /// How many bytes those of the draft have together, as far as they are in this browser, without that of one
    /// question. Not tracked.
    pub fn media_size_but(&self, id: QuestionId) -> usize {
        let own = untrack(|| self.media(id));
        let mut names = untrack(|| self.media_in_use());
        names.retain(|name| *name != own);
        self.shown_media.with_value(|all| {
            let used = all.iter().filter(|media| names.contains(&media.name()));
            used.map(|media| media.bytes().len()).sum()
        })
    }

    /// Keeps sounds and videos in this browser, all or none, and lets them be played.
    pub async fn keep_media(self, all: &[Media]) -> Result<(), Failed> {
        if !all.is_empty() {
            let bytes = |media: &Media| (media.name(), media.bytes().to_vec());
            PHOTOS.keep(&all.iter().map(bytes).collect::<Vec<_>>()).await?;
            self.show_media(all);
        }
        Ok(())
    }

    /// Lets them be played.
    pub(super) fn show_media(&self, all: &[Media]) {
        for media in all {
            let name = media.name();
            let Ok(address) = file::address_of(media.bytes(), media.mime()) else { continue };
            if !self.is_photo_here(&name) {
                self.shown_media.update_value(|all| all.push(media.clone()));
                self.pictures.photos.update(|photos| photos.push((name, address)));
            }
        }
    }
}
