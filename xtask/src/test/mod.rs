//! `cargo xtask test`: every check of the project, each under its own heading, then one table.
//!
//! A failed step does not stop the next one: whoever reads the result wants to know everything that is wrong.

mod ahead;
mod engines;
mod report;
mod reproducible;

pub use reproducible::run_twice;

use crate::build::{self, Care, Sizes};
use crate::command::{self, cargo, follow, node};
use crate::example;
use crate::place::Place;
use crate::serve::{self, Site};
use crate::setup::{self, Browser};
use ahead::Ahead;
use anyhow::{Context, Result, bail};
use engines::{ENGINES, with_web_socket};
use report::{Report, Tally};
use serde_json::json;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

#[derive(Clone, Copy, PartialEq)]
pub enum Which {
    All,
    /// What needs no browser and no build.
    Fast,
    /// What needs both.
    EndToEnd,
    /// The main journeys in other engines than Chromium's.
    Engines,
}

pub fn run(place: &Place, which: Which) -> Result<ExitCode> {
    let mut report = Report::default();
    let is_ready = report.step("Set-up", || {
        setup::for_building(place)?;
        Ok(Tally::default())
    });
    if !is_ready {
        return Ok(report.finish());
    }
    let ahead = (which == Which::All).then(|| Ahead::begin(place));
    if matches!(which, Which::All | Which::Fast) {
        report.step("Format", || check(cargo().args(["fmt", "--all", "--check"]), place));
        report.step("Lints, native", || {
            let all = ["clippy", "--workspace", "--all-targets"];
            check(cargo().args(all).args(["--", "-D", "warnings"]), place)
        });
        report.step("Lints, WebAssembly", || {
            let all = ["clippy", "--package", "ask-together", "--all-targets"];
            check(cargo().args(all).args(WASM).args(["--", "-D", "warnings"]), place)
        });
        report.step("Tests, native", || count(cargo().args(["test", "--workspace"]), place));
    }
    if which == Which::All {
        report.step("Tests of units in a browser", || browser_units(place));
    }
    if let Some(ahead) = ahead {
        ahead.wait();
    }
    if which != Which::Fast {
        built(place, which, &mut report);
    }
    Ok(report.finish())
}

/// The steps that open what was built.
fn built(place: &Place, which: Which, report: &mut Report) {
    let is_built = report.step("Build", || {
        build::build_quietly(place, Care::Release)?;
        Ok(Tally::ONE_PASSED)
    });
    let only_built = |work: &dyn Fn() -> Result<Tally>| {
        if !is_built {
            bail!("not tried: the build did not work");
        }
        work()
    };
    // Those of an earlier time would only mislead. Mostly there are none.
    _ = std::fs::remove_dir_all(place.failures());
    if which != Which::Engines {
        report.step("Size limits", || only_built(&|| size_limits(place)));
        report.step("Tests from end to end", || only_built(&|| end_to_end(place)));
    }
    if which == Which::EndToEnd {
        return;
    }
    for engine in &ENGINES {
        match engine.find_or_install() {
            Err(why) if which == Which::All => report.leave_out(engine.step, &why),
            found => {
                report.step(engine.step, || {
                    let programs = found?;
                    only_built(&|| in_engine(place, &programs))
                });
            }
        }
    }
}

fn check(command: &mut Command, place: &Place) -> Result<Tally> {
    command::run(command.current_dir(&place.root))?;
    Ok(Tally::ONE_PASSED)
}

/// Runs a program that says itself how many tests passed and failed.
fn count(command: &mut Command, place: &Place) -> Result<Tally> {
    let mut tally = Tally::default();
    let is_content = follow(command.current_dir(&place.root), |line| tally += Tally::read(line))?;
    match (is_content, tally) {
        (true, Tally { passed: 0, failed: 0 }) => bail!("no test was run"),
        // It did not get as far as its tests, such as when they do not compile.
        (false, Tally { failed: 0, .. }) => tally += Tally::ONE_FAILED,
        _ => {}
    }
    Ok(tally)
}

fn browser_units(place: &Place) -> Result<Tally> {
    let browser = Browser::find_or_install()?;
    let runner = setup::wasm_test_runner(place)?;
    let options = json!({ "goog:chromeOptions": {
        "binary": browser.chromium,
        "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    } });
    let webdriver = place.work().join("webdriver.json");
    std::fs::create_dir_all(place.work())?;
    std::fs::write(&webdriver, options.to_string())?;
    count(
        cargo()
            .args(["test", "--package", "ask-together", "--test", "browser"])
            // These few are over in a second. What takes time is compiling, and without care it takes half.
            .args(["--profile", "dev"])
            .args(WASM)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", browser.chromedriver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver),
        place,
    )
}

fn size_limits(place: &Place) -> Result<Tally> {
    let sizes = Sizes::measure(place)?;
    print!("{sizes}");
    let (passed, failed) = sizes.kept_and_broken();
    Ok(Tally { passed, failed })
}

/// The tests find `dist` at the top of one host and in a folder of another.
fn end_to_end(place: &Place) -> Result<Tally> {
    let browser = Browser::find_or_install()?;
    let open = |under| {
        let site = Site::load(&place.dist(), &place.compressed(), under)?;
        let port = serve::open(site, 0)?;
        Ok::<String, anyhow::Error>(format!("http://localhost:{port}{under}"))
    };
    count(
        stories(place, "tests/e2e", None)?
            .env("BASE_URL", open("")?)
            .env("EVERY_KIND_LINK", example::survey_link(place, "every-kind")?)
            .env("E2E_SUBFOLDER", open("/some/folder")?)
            .env("CHROMIUM", browser.without_window()),
        place,
    )
}

/// These open `dist` on hosts of their own.
fn in_engine(place: &Place, programs: &[(&str, OsString)]) -> Result<Tally> {
    let mut stories = stories(place, "tests/engines", with_web_socket()?)?;
    count(stories.envs(programs.iter().map(|(name, value)| (name, value))), place)
}

/// Node, about to run all the stories of a folder.
fn stories(place: &Place, folder: &str, option: Option<&str>) -> Result<Command> {
    let mut files: Vec<_> = std::fs::read_dir(place.root.join(folder))
        .with_context(|| format!("there is no folder {folder}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{folder} has no test in it");
    }
    // Node's own is one less than there are cores. On two, that is one file after the other, with one core idle.
    let at_once = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    let mut command = node("--test");
    command
        .arg("--test-reporter=spec")
        .arg(format!("--test-concurrency={at_once}"))
        // A failed test can leave its browser open, and node would wait for that for ever.
        .args(["--test-force-exit", "--test-timeout=600000"])
        .args(option)
        .args(files)
        .env("E2E_FAILURES", place.failures());
    Ok(command)
}
