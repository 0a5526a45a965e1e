//! What records are called.

use crate::model::id::{Edition, ResponseId, SurveyId};
use crate::model::records::{self, Kind};
use crate::model::seal::SealedResponse;
use crate::model::survey::Survey;
use crate::model::wire;
use crate::model::work::Of;

/// A draft.
pub(super) fn draft_name(id: SurveyId) -> String {
    format!("draft/{id}")
}

/// What came of a survey.
pub(super) fn changes_name(id: SurveyId) -> String {
    format!("changes/{id}")
}

/// How the names of a survey's records of one kind start.
pub(super) fn start_of(kind: &str, id: SurveyId) -> String {
    format!("{kind}/{id}/")
}

/// What says that a draft was deleted for good, given the draft's own name.
pub fn gone_name(draft: &str) -> String {
    draft.replacen("draft/", "gone/", 1)
}

/// A key, by a print of itself: a survey has a second key when two computers each made one.
pub(super) fn key_name(id: SurveyId, key: &str) -> String {
    format!("key/{id}/{}", records::print(key))
}

/// A published version.
pub(super) fn edition_name(id: SurveyId, edition: Edition) -> String {
    format!("survey/{id}/{edition}")
}

/// A response.
pub(super) fn received_name(id: SurveyId, response: ResponseId) -> String {
    format!("answer/{id}/{response}")
}

/// That a response was taken back.
pub(super) fn withdrawn_name(id: SurveyId, response: ResponseId) -> String {
    format!("withdrawn/{id}/{response}")
}

/// That the organiser removed a response.
pub(super) fn removed_name(id: SurveyId, response: ResponseId) -> String {
    format!("removed/{id}/{response}")
}

/// What was done with the answers of a person, or with the tags of a survey.
pub(super) fn work_name(id: SurveyId, of: Of) -> String {
    let of = match of {
        Of::Tags => "tags".to_owned(),
        Of::Response(response) => response.to_string(),
    };
    [&start_of("work", id), &*of].concat()
}

/// The name that a record of this old name and text has now. Earlier releases named keys by their survey
/// alone, and versions by their number.
pub fn name_now(name: &str, text: &str) -> String {
    let now = match Kind::of(name) {
        Kind::Key => {
            let id = name.split('/').nth(1).and_then(SurveyId::parse);
            id.map(|id| key_name(id, text))
        }
        Kind::Survey => {
            let survey = wire::from_text::<Survey>(text).ok();
            survey.map(|survey| edition_name(survey.id, survey.edition))
        }
        _ => None,
    };
    now.unwrap_or_else(|| name.to_owned())
}

/// A paper that is being typed in, by the version that is on it.
pub(super) fn typing_name(id: SurveyId, edition: Edition, response: ResponseId) -> String {
    format!("typing/{id}/{edition}/{response}")
}

/// A sealed response that waits, by a print of itself.
pub(super) fn waiting_name(sealed: &SealedResponse) -> String {
    let print = records::print(&wire::to_text(sealed));
    [&start_of("waiting", sealed.survey), &*print].concat()
}
