//! `cargo xtask bench NAME`: how we do against another tool, measured and not guessed.
//!
//! A measurement is `tests/bench/NAME.mjs`. The other tool's page is made from the folder `tests/bench/NAME`, or from
//! the one that some measurements share, see [`peer_for`]. A folder with a `package.json` of its own gets its npm
//! packages from there, so that two versions of a tool can stand side by side.
//! A measurement's last line says the result: `bench NAME ours=… peer=… ratio=…`. `kills` has no peer: there what may be
//! lost is measured, and the best is 0. The peer of `open-sealed` is the same core, built for this machine.
//! Absent on purpose: the other tools themselves. They come from npm, and only for measuring.

use crate::build::{self, Care};
use crate::command::{capture, node, run as run_command};
use crate::example;
use crate::place::Place;
use crate::serve::{self, Site};
use crate::setup::{self, Browser};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

pub fn run(place: &Place, name: &str) -> Result<()> {
    let folder = place.root.join("tests/bench");
    let known = measurements(&folder)?;
    let chosen: Vec<&String> =
        known.iter().filter(|known| name == "all" || name == *known).collect();
    if chosen.is_empty() {
        bail!("there is no `{name}` to measure, only: {}", known.join(", "));
    }
    build::build_quietly(place, Care::Release)?;
    setup::npm_packages(&folder, "about 5 seconds")?;
    let browser = Browser::find_or_install()?;
    let ours = serve::open(Site::load(&place.dist(), &place.compressed(), "")?, 0)?;
    for name in chosen {
        let link = example::survey_link(place, example_for(name))?;
        let draft = example::survey_draft(place, example_for(name))?;
        let checked = match name.as_str() {
            "merge-round" => example::checked_survey(place, example_for(name))?,
            _ => String::new(),
        };
        // Too long for a variable of the environment.
        let checked_file = place.work().join("checked-survey.json");
        std::fs::write(&checked_file, checked)?;
        let peer_source = folder.join(peer_for(name));
        if peer_source.join("package.json").exists() {
            setup::npm_packages(&peer_source, "about 10 seconds")?;
        }
        let answers = match answered(name) {
            Some((how, count)) => Some(example::answers(place, example_for(name), how, count)?),
            None => None,
        };
        println!("\n== {name}");
        let mut script = node(folder.join(name).with_extension("mjs"));
        script
            .env("CHROMIUM", &browser.chromium)
            .env("BASE_URL", format!("http://localhost:{ours}"))
            .env("SURVEY_LINK", &link)
            .env("SURVEY_DRAFT", &draft)
            .env("CHECKED_SURVEY", &checked_file);
        if let Some((core, answers)) = &answers {
            script.env("CORE", core).env("EXAMPLE", example_for(name)).env("ANSWERS", answers);
        }
        if peer_source.is_dir() {
            let peer = serve::open(peer_site(place, &peer_source)?, 0)?;
            script.env("PEER_URL", format!("http://localhost:{peer}"));
        }
        run_command(&mut script)?;
    }
    Ok(())
}

fn measurements(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .context("there is no folder tests/bench")?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter_map(|file| Some(file.strip_suffix(".mjs")?.to_string()))
        .collect();
    names.sort();
    Ok(names)
}

/// The example survey that a measurement uses.
fn example_for(measurement: &str) -> &'static str {
    match measurement {
        "next-question" | "keystroke" | "builder-open" | "merge-round" => "long",
        "csv-export" => "sixty",
        _ => "ready-made",
    }
}

/// How the answers come that a measurement uses, sealed or kept, and how many.
fn answered(measurement: &str) -> Option<(&'static str, usize)> {
    match measurement {
        "open-sealed" => Some(("sealed", 10_000)),
        "csv-export" | "results-open" => Some(("kept", 100_000)),
        _ => None,
    }
}

/// The folder of the other tool that a measurement compares with.
fn peer_for(measurement: &str) -> &str {
    match measurement {
        "keystroke" | "builder-open" => "creator",
        "results-open" => "dashboard",
        _ => measurement,
    }
}

/// Bundles the other tool's page as its users would, and serves it as ours is served.
fn peer_site(place: &Place, source: &Path) -> Result<Site> {
    let made: PathBuf = place.work().join("peer");
    let (plain, compressed) = (made.join("plain"), made.join("compressed"));
    if plain.exists() {
        std::fs::remove_dir_all(&plain)?;
    }
    std::fs::create_dir_all(&plain)?;
    std::fs::copy(source.join("peer.html"), plain.join("index.html"))?;
    capture(
        build::esbuild(place)
            .args(["--format=esm", "--define:process.env.NODE_ENV=\"production\""])
            .arg(format!("--outdir={}", plain.display()))
            .arg(source.join("peer.js")),
    )?;
    build::compress(place, &plain, &compressed, Care::Release)?;
    Site::load(&plain, &compressed, "")
}
