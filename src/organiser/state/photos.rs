//! People's own photos: kept in this browser, found for the survey on the desk, carried by copies and
//! survey files, and forgotten with the last survey that names them.

use super::Desk;
use crate::browser::Failed;
use crate::browser::file;
use crate::browser::photos::Store;
use crate::model::copied::Restored;
use crate::model::photo::{self, Photo, is_photo};
use crate::model::survey::Survey;
use crate::model::wire::Backup;
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The organiser's photos.
const PHOTOS: Store = Store("ask-together-photos");

impl Desk {
    /// From now on, finds the photos of the survey on the desk, whenever it names new ones: those of
    /// its draft and of its published versions.
    pub(super) fn follow_photos(self) {
        let named = Memo::new(move |_| {
            let published = self.versions.read();
            let published = published.iter().flat_map(photo::of_survey);
            self.photos_in_use().into_iter().chain(published).collect::<Vec<_>>()
        });
        Effect::new(move |_| {
            let here = |name: &String| self.is_photo_here(name);
            let missing: Vec<String> = named.get().into_iter().filter(|n| !here(n)).collect();
            if !missing.is_empty() {
                spawn_local(async move {
                    self.show_photos(&find(&missing).await.unwrap_or_default());
                });
            }
        });
    }

    /// The names of the photos that the draft on the desk shows, each once, in its order.
    pub fn photos_in_use(&self) -> Vec<String> {
        self.draft.with(|draft| {
            let mut names: Vec<String> = Vec::new();
            for question in &draft.content().questions {
                let choices = question.choices.iter().map(|choice| &choice.choice.picture);
                for name in [&question.picture].into_iter().chain(choices) {
                    if is_photo(name) && !names.contains(name) {
                        names.push(name.clone());
                    }
                }
            }
            names
        })
    }

    /// True for a photo that can be shown. Not tracked.
    fn is_photo_here(&self, name: &str) -> bool {
        self.pictures.photos.with_untracked(|photos| photos.iter().any(|(n, _)| n == name))
    }

    /// Lets photos be shown.
    fn show_photos(&self, photos: &[Photo]) {
        let address = |photo: &Photo| {
            let name = photo.name();
            let address = file::address_of(photo.bytes(), photo.mime()).ok()?;
            (!self.is_photo_here(&name)).then_some((name, address))
        };
        let new: Vec<_> = photos.iter().filter_map(address).collect();
        if !new.is_empty() {
            let is_new = |photo: &&Photo| new.iter().any(|(name, _)| *name == photo.name());
            let kept: Vec<Photo> = photos.iter().filter(is_new).cloned().collect();
            self.shown_photos.update_value(|photos| photos.extend(kept));
            self.pictures.photos.update(|photos| photos.extend(new));
        }
    }

    /// Puts back the photos that are in memory, after the browser deleted what it kept. Comes back with how
    /// many that surveys name are not in this browser then.
    pub(super) async fn put_photos_back(self) -> usize {
        let named = library::backup().photo_names();
        let mut photos = self.shown_photos.get_value();
        photos.retain(|photo| named.contains(&photo.name()));
        // What can't be put back is counted as missing.
        let _ = self.keep_photos(&photos).await;
        let here = PHOTOS.names().await.unwrap_or_default();
        named.iter().filter(|name| !here.contains(name)).count()
    }

    /// Keeps photos in this browser, all or none, and lets them be shown.
    pub async fn keep_photos(self, photos: &[Photo]) -> Result<(), Failed> {
        if !photos.is_empty() {
            let bytes = |photo: &Photo| (photo.name(), photo.bytes().to_vec());
            PHOTOS.keep(&photos.iter().map(bytes).collect::<Vec<_>>()).await?;
            self.show_photos(photos);
        }
        Ok(())
    }

    /// Everything there is with its photos, and how many of those are not in this browser. Fails when the
    /// browser can't read all answers now: half a copy would look like a whole one.
    pub async fn backup_with_photos(self) -> Result<(Backup, usize), Failed> {
        let all_read = store::load("answer/").await;
        let mut backup = library::backup();
        let names: Vec<String> = backup.photo_names().into_iter().collect();
        backup.photos = find(&names).await.unwrap_or_default();
        let missing = names.len() - backup.photos.len();
        all_read.map(|()| (backup, missing))
    }

    /// Puts a copy back, its photos first: a survey whose photos did not fit would look whole.
    pub async fn restore(self, mut backup: Backup) -> Result<Restored, Failed> {
        self.keep_photos(&core::mem::take(&mut backup.photos)).await?;
        store::load("answer/").await?;
        let restored = library::restore(backup);
        // The words that some answers wait for may have come with it.
        library::waited_for().into_iter().for_each(|id| self.try_waiting(id));
        store::settled().await.map(|()| restored)
    }

    /// Forgets the photos that no survey names any more, not even in its history. With work here that
    /// can't be read, nobody knows what that names.
    pub fn forget_unused_photos(self) {
        if !library::unread().is_empty() {
            return;
        }
        let used = library::backup().photo_names();
        spawn_local(async move {
            let mut names = PHOTOS.names().await.unwrap_or_default();
            names.retain(|name| !used.contains(name));
            if !names.is_empty() {
                // What stays takes up a little room, and the next time may work.
                let _ = PHOTOS.remove(&names).await;
                self.pictures.photos.update(|photos| photos.retain(|(n, _)| !names.contains(n)));
                self.shown_photos.update_value(|all| all.retain(|p| !names.contains(&p.name())));
            }
        });
    }
}

/// The photos of a published survey that are in this browser. Fails when the browser does not say.
pub async fn photos_of(survey: &Survey) -> Result<Vec<Photo>, Failed> {
    find(&photo::of_survey(survey)).await
}

async fn find(names: &[String]) -> Result<Vec<Photo>, Failed> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let found = PHOTOS.find(names).await?;
    Ok(found.into_iter().flatten().filter_map(Photo::read).collect())
}
