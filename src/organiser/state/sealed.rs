//! Whether something sealed that an address brings can be for this browser.

use crate::model::link;
use crate::organiser::library;

/// True when the answers or notes in an address may be for this browser: their key is here. Or nobody
/// can tell whose they are, and there are surveys here.
pub(super) fn may_open(fragment: &str) -> bool {
    match link::sealed_for(fragment) {
        Ok(survey) => !library::keys(survey).is_empty() || library::has_unreadable_key(survey),
        Err(_) => !library::is_empty(),
    }
}
