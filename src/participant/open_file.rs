//! Opening a survey that somebody sent as a file.

use super::app::{Opened, start};
use super::media::show;
use super::state::{FROM_FILE, inflate};
use super::words::Unopened;
use super::{hosted, keep};
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

/// A file that is another, or not all of one.
const NO_SURVEY: Unopened = Unopened::File(
    "There is no whole survey in this file.",
    "Did you choose the right file? You can choose another. Or ask the person who sent it.",
);

/// Where a file is chosen, or dropped. Before that, the file is opened that the page's address names.
pub fn open_file(opened: RwSignal<Opened>) -> El {
    hosted::open_named(opened);
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
    let bytes = file.bytes(SurveyFile::LARGEST).await.map_err(|why| match why {
        Unread::TooLarge => NO_SURVEY,
        Unread::Failed => Unopened::File("We could not open this file.", "Please try again."),
    });
    open(opened, bytes, NO_SURVEY).await;
}

/// Opens the survey that these bytes hold, or says why there is none.
pub(super) async fn open(
    opened: RwSignal<Opened>,
    bytes: Result<Vec<u8>, Unopened>,
    no_survey: Unopened,
) {
    let carried = match bytes {
        Ok(bytes) => read(&bytes).await.map_err(|why| match why {
            BadLink::Newer => Unopened::Link(why),
            _ => no_survey,
        }),
        Err(why) => Err(why),
    };
    match carried {
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
async fn read(bytes: &[u8]) -> Result<(Vec<Photo>, Vec<Media>), BadLink> {
    // Checked before anything is kept and before the address changes.
    let (_, SurveyFile { deflated, photos, media }) = unpack(bytes)?;
    keep_all(&photos, &media).await;
    // The number of a personal link, where the survey lies beside the app.
    let number = link::invited(&page::fragment());
    let mut fragment = link::survey_fragment(&deflated);
    if !number.is_empty() {
        fragment += ".";
        fragment += &number;
    }
    page::change_step(FROM_FILE, Some(&fragment));
    Ok((photos, media))
}

/// The survey in a file, and the file without what its survey does not name.
pub fn unpack(bytes: &[u8]) -> Result<(Survey, SurveyFile), BadLink> {
    let mut file = SurveyFile::from_packet(bytes)?;
    let survey: Survey = inflate(&file.deflated)?;
    let named = photo::of_survey(&survey);
    file.photos.retain(|photo| named.contains(&photo.name()));
    file.media.retain(|media| {
        let name = media.name();
        survey.questions.iter().any(|question| *question.media == *name)
    });
    Ok((survey, file))
}

/// Keeps what came in a survey's file, for the next visit.
pub async fn keep_all(photos: &[Photo], media: &[Media]) {
    let of_photo = |photo: &Photo| (photo.name(), photo.bytes().to_vec());
    let of_media = |media: &Media| (media.name(), media.bytes().to_vec());
    // Each by itself: photos fit where a film does not.
    let kept = [photos.iter().map(of_photo).collect(), media.iter().map(of_media).collect()];
    for some in kept {
        keep::keep_own(some).await;
    }
}
