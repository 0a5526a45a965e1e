//! The organiser's own copy of their work: everything this browser holds about their surveys.
//!
//! JSON with packets inside as base64, so that a person can see what it is, and so that a later
//! app reads the packets with the code it already has. It holds the keys that open answers: the
//! app says so when it makes one.

use super::{Packet, Unreadable, from_text, to_text};
use crate::model::carried::named_in;
use crate::model::change::Changes;
use crate::model::draft::Draft;
use crate::model::glossary::Glossary;
use crate::model::id::ResponseId;
use crate::model::inbox::Received;
use crate::model::invited::Invited;
use crate::model::media::Media;
use crate::model::missing::Plan;
use crate::model::own_template::OwnTemplate;
use crate::model::photo::Photo;
use crate::model::report::Edits;
use crate::model::seal::{SealedResponse, SecretKey};
use crate::model::survey::Survey;
use crate::model::tablet::Receipts;
use crate::model::work::Work;
use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most bytes in a copy that we will read: more than browser storage holds, 700 photos, and the sounds and videos
/// of 4 surveys.
pub const LARGEST_BACKUP: usize = 128 * 1024 * 1024;

/// What marks the file as ours.
const APP: &str = "Ask Together";

/// Everything about some surveys.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// Each survey with all that hangs on it.
    pub surveys: Vec<BackupSurvey>,
    /// The photos that they name, as far as they are in this browser.
    pub photos: Vec<Photo>,
    /// The organiser's own templates.
    pub templates: Vec<OwnTemplate>,
    /// Who is invited to these surveys by a link of their own. Names and addresses, so a backup is for the
    /// organiser alone.
    pub invited: Vec<Invited>,
    /// What they made of their reports.
    pub reports: Vec<Edits>,
    /// The sounds and videos that they name, as far as they are in this browser.
    pub media: Vec<Media>,
    /// What the group did with the words that all surveys share. Empty while that is nothing.
    pub words: Glossary,
    /// Who else they will ask.
    pub missing: Vec<Plan>,
    /// What was given for the answers of their tablets.
    pub receipts: Vec<Receipts>,
}

/// Everything about one survey.
#[derive(Clone, PartialEq, Eq)]
pub struct BackupSurvey {
    /// The draft.
    pub draft: Draft,
    /// What opens the answers. None before the first version is published, and more than one when two
    /// computers each made their own.
    pub keys: Vec<SecretKey>,
    /// Every published version.
    pub versions: Vec<Survey>,
    /// Every response that came in.
    pub received: Vec<Received>,
    /// Responses that were taken back. They never come in again.
    pub withdrawn: Vec<ResponseId>,
    /// Which of `received` the organiser removed. They count nowhere until they are put back.
    pub removed: Vec<ResponseId>,
    /// Sealed responses that wait, such as for a version that is on another computer.
    pub waiting: Vec<SealedResponse>,
    /// What the team did with what people wrote.
    pub work: Work,
    /// What came of it. None while nothing was written.
    pub changes: Option<Changes>,
}

/// What every format starts with, so that a newer one is told from a damaged one.
#[derive(Deserialize)]
struct Head {
    app: String,
    format: u32,
}

/// Fields of a newer app are refused rather than dropped: a copy that lost some would look whole.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupV1 {
    app: String,
    format: u32,
    surveys: Vec<BackupSurveyV1>,
    /// In base64. Not there in copies without a photo, nor in those of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    photos: Vec<String>,
    /// Not there in copies without one, nor in those of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    templates: Vec<String>,
    /// Not there in copies without a list, nor in those of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    invited: Vec<String>,
    /// Not there in copies without one, nor in those of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reports: Vec<String>,
    /// In base64. Not there in copies without one, nor in those of earlier apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    media: Vec<String>,
    /// Not there while the words are those of the program, nor in copies of earlier apps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    /// Not there in copies without one, nor in those of earlier apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
    /// Not there in copies without one, nor in those of earlier apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    receipts: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupSurveyV1 {
    /// For people who look inside. Not read back.
    title: String,
    draft: String,
    keys: Vec<String>,
    versions: Vec<String>,
    received: Vec<String>,
    /// As 16 hexadecimal digits: many programs round large numbers in JSON.
    withdrawn: Vec<String>,
    waiting: Vec<String>,
    /// Written as `withdrawn` is. Not there while nothing is removed, nor in copies of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    removed: Vec<String>,
    /// What was done with written answers. Not there while nothing was, nor in copies of the first apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    work: Vec<SheetOfV1>,
    /// Not there while nothing is written, nor in copies of the first apps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changes: Option<String>,
}

/// What was done with the answers of one person, or with the tags.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetOfV1 {
    /// The response, written as `withdrawn` is. Empty for the tags.
    of: String,
    sheet: String,
}

fn sheets(work: &Work) -> Vec<SheetOfV1> {
    let tags = (String::new(), &work.tags);
    let others = work.sheets.iter().map(|(id, sheet)| (id.to_string(), sheet));
    let all = [tags].into_iter().chain(others).filter(|(_, sheet)| !sheet.is_empty());
    all.map(|(of, sheet)| SheetOfV1 { of, sheet: to_text(sheet) }).collect()
}

fn work(sheets: Vec<SheetOfV1>) -> Result<Work, Unreadable> {
    let mut work = Work::default();
    for SheetOfV1 { of, sheet } in sheets {
        let sheet = from_text(&sheet)?;
        match &*of {
            "" => work.tags.merge(sheet),
            id => {
                let id = ResponseId::parse(id).ok_or(Unreadable::Damaged)?;
                work.sheets.entry(id).or_default().merge(sheet);
            }
        }
    }
    Ok(work)
}

impl Backup {
    /// The file's text.
    pub fn to_json(&self) -> String {
        let survey = |survey: &BackupSurvey| BackupSurveyV1 {
            title: survey.draft.content().title.clone(),
            draft: to_text(&survey.draft),
            keys: survey.keys.iter().map(to_text).collect(),
            versions: survey.versions.iter().map(to_text).collect(),
            received: survey.received.iter().map(to_text).collect(),
            withdrawn: survey.withdrawn.iter().map(ResponseId::to_string).collect(),
            waiting: survey.waiting.iter().map(to_text).collect(),
            removed: survey.removed.iter().map(ResponseId::to_string).collect(),
            work: sheets(&survey.work),
            changes: survey.changes.as_ref().map(to_text),
        };
        let value = BackupV1 {
            app: APP.to_owned(),
            format: 1,
            surveys: self.surveys.iter().map(survey).collect(),
            photos: self.photos.iter().map(|photo| Base64::encode_string(photo.bytes())).collect(),
            templates: self.templates.iter().map(to_text).collect(),
            invited: self.invited.iter().map(to_text).collect(),
            reports: self.reports.iter().map(to_text).collect(),
            missing: self.missing.iter().map(to_text).collect(),
            receipts: self.receipts.iter().map(to_text).collect(),
            media: self.media.iter().map(|media| Base64::encode_string(media.bytes())).collect(),
            words: (!self.words.log().is_empty()).then(|| to_text(&self.words)),
        };
        serde_json::to_string_pretty(&value).unwrap_or_default()
    }

    /// Reads the file's text. All of it or nothing: half a copy would look like a whole one.
    pub fn from_json(text: &str) -> Result<Self, Unreadable> {
        if text.len() > LARGEST_BACKUP {
            return Err(Unreadable::TooLarge);
        }
        let head: Head = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        match head.format {
            _ if head.app != APP => return Err(Unreadable::Damaged),
            0 => return Err(Unreadable::Damaged),
            1 => {}
            2.. => return Err(Unreadable::Newer),
        }
        let read: BackupV1 = serde_json::from_str(text).map_err(|error| {
            // serde_json tells this by its words alone.
            let is_newer = error.to_string().starts_with("unknown field");
            if is_newer { Unreadable::Newer } else { Unreadable::Damaged }
        })?;
        let ids = |ids: &[String]| {
            let id = |id: &String| ResponseId::parse(id).ok_or(Unreadable::Damaged);
            ids.iter().map(id).collect::<Result<_, _>>()
        };
        let survey = |survey: BackupSurveyV1| {
            Ok(BackupSurvey {
                draft: from_text(&survey.draft)?,
                keys: survey.keys.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
                versions: survey.versions.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
                received: survey.received.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
                withdrawn: ids(&survey.withdrawn)?,
                removed: ids(&survey.removed)?,
                waiting: survey.waiting.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
                work: work(survey.work)?,
                changes: survey.changes.map(|text| from_text(&text)).transpose()?,
            })
        };
        let photo = |text: String| {
            Photo::read_sent(Base64::decode_vec(&text).map_err(|_| Unreadable::Damaged)?)
        };
        let media = |text: String| {
            Media::read_sent(Base64::decode_vec(&text).map_err(|_| Unreadable::Damaged)?)
        };
        Ok(Self {
            surveys: read.surveys.into_iter().map(survey).collect::<Result<_, _>>()?,
            photos: read.photos.into_iter().map(photo).collect::<Result<_, _>>()?,
            templates: read.templates.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
            invited: read.invited.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
            reports: read.reports.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
            missing: read.missing.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
            receipts: read.receipts.iter().map(|t| from_text(t)).collect::<Result<_, _>>()?,
            media: read.media.into_iter().map(media).collect::<Result<_, _>>()?,
            words: read.words.map(|text| from_text(&text)).transpose()?.unwrap_or_default(),
        })
    }

    /// The names of all photos, sounds and videos in these surveys and templates: those that are shown, and those that undo can bring
    /// back.
    pub fn photo_names(&self) -> BTreeSet<String> {
        let named = |survey: &BackupSurvey| {
            let versions = survey.versions.iter().map(Packet::to_packet);
            versions.chain([survey.draft.to_packet()]).collect::<Vec<_>>()
        };
        let templates = self.templates.iter().map(|template| template.draft.to_packet());
        let packets = self.surveys.iter().flat_map(named).chain(templates);
        packets.flat_map(|packet| named_in(&packet)).collect()
    }
}
