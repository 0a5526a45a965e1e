//! Opening a survey that somebody sent as a file.

use super::app::{Opened, start};
use super::keep;
use super::media::show;
use super::state::{FROM_FILE, inflate};
use super::words::Unopened;
use crate::browser::file::{self, Given, Unread};
use crate::browser::page;
use crate::model::link::{self, BadLink};
use crate::model::media::Media;
use crate::model::photo::{self, Photo};
use crate::model::survey::Survey;
use crate::model::wire::{Packet, SurveyFile};
use crate::ui::el::{El, el};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where a file is chosen, or dropped.
pub fn open_file(opened: RwSignal<Opened>) -> El {
    let give = move |event| {
        file::allow_drop(&event);
        if let Some(file) = file::given(&event).pop() {
            spawn_local(take(opened, file));
        }
    };
    let input = el("input").attr("type", "file").on("change", give);
    let choose = el("label").class("button file-button").text("Open a survey file").child(input);
    el("div")
        .class("stack")
        .on("dragover", |event| file::allow_drop(&event))
        .on("drop", give)
        .child(el("p").text("Do you have the survey as a file? Open it here."))
        .child(choose)
}

/// Opens the survey of this file.
async fn take(opened: RwSignal<Opened>, file: Given) {
    // Says that it is opened: some files take a while to come, as from another place.
    opened.set(None);
    match read(file).await {
        Ok((photos, media)) => {
            start(opened, photos).await;
            if let Some(Ok(state)) = opened.get_untracked() {
                show(state.pictures, &media);
            }
        }
        Err(why) => opened.set(Some(Err(why))),
    }
    page::start_soon(HEADING);
}

/// Keeps the photos, sounds and videos of a survey's file, and puts its survey into the page's address: from then
/// on it is like a survey that came as a link. Comes back with them, since a browser may refuse to keep them.
async fn read(file: Given) -> Result<(Vec<Photo>, Vec<Media>), Unopened> {
    let bytes = file.bytes(SurveyFile::LARGEST).await.map_err(|why| match why {
        Unread::TooLarge => Unopened::File(BadLink::TooLarge),
        Unread::Failed => Unopened::NotRead,
    })?;
    let bad = Unopened::File;
    let SurveyFile { deflated, mut photos, mut media } =
        SurveyFile::from_packet(&bytes).map_err(|why| bad(why.into()))?;
    // Checked before anything is kept and before the address changes.
    let survey: Survey = inflate(&deflated).map_err(bad)?;
    let named = photo::of_survey(&survey);
    photos.retain(|photo| named.contains(&photo.name()));
    media.retain(|media| {
        let name = media.name();
        survey.questions.iter().any(|question| *question.media == *name)
    });
    let of_photo = |photo: &Photo| (photo.name(), photo.bytes().to_vec());
    let of_media = |media: &Media| (media.name(), media.bytes().to_vec());
    // Each by itself: photos fit where a film does not.
    let kept = [photos.iter().map(of_photo).collect(), media.iter().map(of_media).collect()];
    for some in kept {
        keep::keep_own(some).await;
    }
    page::change_step(FROM_FILE, Some(&link::survey_fragment(&deflated)));
    Ok((photos, media))
}
