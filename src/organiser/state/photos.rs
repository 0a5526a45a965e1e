//! People's own photos, sounds and videos: kept in this browser, found for the survey on the desk, carried by
//! copies and survey files, and forgotten with the last survey that names them.

use super::Desk;
use crate::browser::Failed;
use crate::browser::file;
use crate::browser::photos::Store;
use crate::model::copied::Restored;
use crate::model::media::{self, Media, is_media};
use crate::model::photo::{self, Photo, is_photo};
use crate::model::survey::Survey;
use crate::model::wire::Backup;
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The organiser's photos, sounds and videos.
pub(super) const PHOTOS: Store = Store("ask-together-photos");

impl Desk {
    /// From now on, finds the photos of the survey on the desk, whenever it names new ones: those of
    /// its draft and of its published versions.
    pub(super) fn follow_photos(self) {
        let named = Memo::new(move |_| {
            let published = self.versions.read();
            let all_of =
                |survey| photo::of_survey(survey).into_iter().chain(media::of_survey(survey));
            let published = published.iter().flat_map(all_of);
            let own = self.photos_in_use().into_iter().chain(self.media_in_use());
            own.chain(published).collect::<Vec<_>>()
        });
        Effect::new(move |_| {
            let here = |name: &String| self.is_photo_here(name);
            let missing: Vec<String> = named.get().into_iter().filter(|n| !here(n)).collect();
            if !missing.is_empty() {
                spawn_local(async move {
                    let (photos, media) = find(&missing).await.unwrap_or_default();
                    self.show_photos(&photos);
                    self.show_media(&media);
                });
            }
        });
    }

    /// The names of the photos that the draft on the desk shows, each once, in its order.
    pub fn photos_in_use(&self) -> Vec<String> {
        self.draft.with(|draft| {
            let logo = &draft.content().notice.logo;
            let mut names: Vec<String> = is_photo(logo).then(|| logo.clone()).into_iter().collect();
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

    /// True for what can be shown or played. Not tracked.
    pub(super) fn is_photo_here(&self, name: &str) -> bool {
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

    /// Puts back the photos, sounds and videos that are in memory, after the browser deleted what it kept. Comes back with how
    /// many that surveys name are not in this browser then.
    pub(super) async fn put_photos_back(self) -> usize {
        let named = library::backup().photo_names();
        let mut photos = self.shown_photos.get_value();
        photos.retain(|photo| named.contains(&photo.name()));
        // What can't be put back is counted as missing.
        let _ = self.keep_photos(&photos).await;
        let mut media = self.shown_media.get_value();
        media.retain(|media| named.contains(&media.name()));
        let _ = self.keep_media(&media).await;
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
        let all_read = store::load("answer/", |_, _| {}).await;
        let mut backup = library::backup();
        let names: Vec<String> = backup.photo_names().into_iter().collect();
        (backup.photos, backup.media) = find(&names).await.unwrap_or_default();
        let missing = names.len() - backup.photos.len() - backup.media.len();
        all_read.map(|()| (backup, missing))
    }

    /// Puts a copy back, its photos first: a survey whose photos did not fit would look whole.
    pub async fn restore(self, mut backup: Backup) -> Result<Restored, Failed> {
        self.keep_photos(&core::mem::take(&mut backup.photos)).await?;
        self.keep_media(&core::mem::take(&mut backup.media)).await?;
        store::load("answer/", |_, _| {}).await?;
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
                self.shown_media.update_value(|all| all.retain(|m| !names.contains(&m.name())));
            }
        });
    }
}

/// The photos, sounds and videos of a published survey that are in this browser. Fails when the browser does not
/// say.
pub async fn photos_of(survey: &Survey) -> Result<(Vec<Photo>, Vec<Media>), Failed> {
    find(&[photo::of_survey(survey), media::of_survey(survey)].concat()).await
}

async fn find(names: &[String]) -> Result<(Vec<Photo>, Vec<Media>), Failed> {
    let (mut photos, mut media) = (Vec::new(), Vec::new());
    if names.is_empty() {
        return Ok((photos, media));
    }
    for (name, bytes) in names.iter().zip(PHOTOS.find(names).await?) {
        match bytes {
            Some(bytes) if is_media(name) => media.extend(Media::read(bytes)),
            bytes => photos.extend(bytes.and_then(Photo::read)),
        }
    }
    Ok((photos, media))
}
