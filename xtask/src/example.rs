//! Links to example surveys, for measurements and browser tests. The surveys are in
//! `examples/survey_link`.

use crate::command::{capture, cargo, step};
use crate::place::Place;
use anyhow::Result;

/// What comes after the address of the participant's page: the `#` and an example survey.
pub fn survey_link(place: &Place, name: &str) -> Result<String> {
    let printed = step("Making a survey link (the first time takes about 1 minute)", || {
        capture(
            cargo()
                .args(["run", "--quiet", "--package", "ask-together"])
                .args(["--example", "survey_link", "--", name])
                .current_dir(&place.root),
        )
    })?;
    Ok(String::from_utf8(printed)?.trim().to_string())
}
