//! The package's own examples: links to example surveys for measurements and browser tests, and the
//! easy-read advice on a file. They use the model, which would be slow to build into this tool.

use crate::command::{capture, cargo, run, step};
use crate::place::Place;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// What comes after the address of the participant's page: the `#` and an example survey.
pub fn survey_link(place: &Place, name: &str) -> Result<String> {
    step("Making a survey link (the first time takes about 1 minute)", || {
        printed(place, &["survey_link", "--", name])
    })
}

/// An example survey as an organiser's browser keeps it: its id, a space and its text.
pub fn survey_draft(place: &Place, name: &str) -> Result<String> {
    printed(place, &["survey_link", "--", name, "draft"])
}

/// An example survey that people have checked, with what they sent back, as JSON.
pub fn checked_survey(place: &Place, name: &str) -> Result<String> {
    printed(place, &["survey_link", "--", name, "round"])
}

/// Answers of so many people to an example survey, as a file, and the program that made it: built to be quick on this
/// machine.
pub fn answers(place: &Place, name: &str, how: &str, count: usize) -> Result<(PathBuf, PathBuf)> {
    let file = place.work().join(format!("{name}-{how}-{count}"));
    let core = place.target.join("native/examples/survey_link");
    step("Making the answers (the first time takes about 1 minute)", || {
        let build = ["build", "--quiet", "--package", "ask-together", "--profile", "native"];
        run(cargo().args(build).args(["--example", "survey_link"]).current_dir(&place.root))?;
        let made = capture(Command::new(&core).args([name, how]).arg(count.to_string()))?;
        Ok(std::fs::write(&file, made)?)
    })?;
    Ok((core, file))
}

fn printed(place: &Place, example: &[&str]) -> Result<String> {
    let printed = capture(
        cargo()
            .args(["run", "--quiet", "--package", "ask-together", "--example"])
            .args(example)
            .current_dir(&place.root),
    )?;
    Ok(String::from_utf8(printed)?.trim().to_string())
}

/// Measures the easy-read advice on a file, or finds its weights, and says how it went.
pub fn easy_read(place: &Place, what: &str, file: &str, explain: bool) -> Result<ExitCode> {
    let file = std::path::absolute(file).with_context(|| format!("no path: {file}"))?;
    let mut example = cargo();
    example.args(["run", "--quiet", "--package", "ask-together", "--example", "easy_read", "--"]);
    example.arg(what).arg(file).args(explain.then_some("--explain"));
    let status = example.current_dir(&place.root).status().context("could not start cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
