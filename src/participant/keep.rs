//! Keeping a person's answers on their phone, as they go.
//!
//! One record for each edition of each survey: a link with other words, or another key, finds none of
//! the answers to this one. What can't be read is never written over: it is
//! put aside under another name first. Photos that came with a survey are kept beside.

use crate::browser::Failed;
use crate::browser::photos::Store;
use crate::browser::storage;
use crate::model::photo::Photo;
use crate::model::response::Progress;
use crate::model::survey::Survey;
use crate::model::wire;

/// Photos of surveys that came as files. The organiser's own are in another store.
const PHOTOS: Store = Store("ask-together-answering");

/// What was kept, if anything.
pub enum Kept {
    /// Answers from an earlier visit.
    Answers(Progress),
    /// Nothing yet.
    Nothing,
    /// Something that this version of the app can't read. It is put aside.
    Unreadable,
    /// The browser keeps nothing here.
    NoStorage,
}

/// Looks for answers from an earlier visit.
pub fn find(survey: &Survey) -> Kept {
    let name = name(survey);
    match storage::get(&name) {
        Err(_) => Kept::NoStorage,
        Ok(None) => Kept::Nothing,
        Ok(Some(text)) => match wire::from_text(&text) {
            Ok(progress) => Kept::Answers(progress),
            Err(_) => match storage::set(&[&name, "/unreadable"].concat(), &text) {
                Ok(()) => Kept::Unreadable,
                Err(_) => Kept::NoStorage,
            },
        },
    }
}

/// Keeps the answers as they are now.
pub fn keep(survey: &Survey, progress: &Progress) -> Result<(), Failed> {
    storage::set(&name(survey), &wire::to_text(progress))
}

/// Forgets all answers to this survey, those put aside too.
pub fn forget(survey: &Survey) -> Result<(), Failed> {
    let name = name(survey);
    storage::remove(&name)?;
    storage::remove(&[&name, "/unreadable"].concat())
}

/// Keeps photos that came in a survey's file, for the next visit. A browser that refuses shows them in
/// this one.
pub async fn keep_photos(photos: &[Photo]) {
    let photo = |photo: &Photo| (photo.name(), photo.bytes().to_vec());
    let photos: Vec<_> = photos.iter().map(photo).collect();
    if !photos.is_empty() {
        let _ = PHOTOS.keep(&photos).await;
    }
}

/// Those of the named photos that are kept here.
pub async fn find_photos(names: &[String]) -> Vec<Photo> {
    if names.is_empty() {
        return Vec::new();
    }
    let found = PHOTOS.find(names).await.unwrap_or_default();
    found.into_iter().flatten().filter_map(Photo::read).collect()
}

fn name(survey: &Survey) -> String {
    format!("ask-together/answers/{}/{}", survey.id, survey.edition)
}
