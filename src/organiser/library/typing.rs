//! Papers that are being typed in: each is kept as it is typed, until it is one of the answers.
//!
//! They are in no backup: what is on the paper is still there.

use super::names::{start_of, typing_name};
use super::{find, keep};
use crate::model::id::{Edition, SurveyId};
use crate::model::response::Progress;
use crate::model::wire;
use crate::organiser::store;

/// Every paper of a survey that is not finished, with the version that is on it.
pub fn typing(id: SurveyId) -> Vec<(Edition, Progress)> {
    let start = start_of("typing", id);
    let one = |name: &String| {
        let (edition, _) = name.strip_prefix(&start)?.split_once('/')?;
        Some((Edition::parse(edition)?, find(name).here()?))
    };
    store::names(&start).iter().filter_map(one).collect()
}

/// Keeps what is typed so far.
pub fn save_typing(id: SurveyId, edition: Edition, progress: &Progress) {
    keep(&typing_name(id, edition, progress.id), &wire::to_text(progress));
}

/// True when this paper is kept already.
pub fn has_typing(id: SurveyId, edition: Edition, progress: &Progress) -> bool {
    store::has(&typing_name(id, edition, progress.id))
}

/// Forgets a paper that is in, or that nobody goes on with.
pub fn forget_typing(id: SurveyId, edition: Edition, progress: &Progress) {
    store::remove(&typing_name(id, edition, progress.id));
}
