//! From Rust to WebAssembly, the standard library included.
//!
//! Rust's ready-made standard library brings its texts for a crash and the code that writes them, and phones
//! download those only for nobody to read them. Built anew, with a crash that simply stops, the participant's page
//! is a tenth smaller (measured: 9 kB after compression).
//!
//! This leans on parts of Rust that are not stable. When a later Rust takes them away or names them anew, the check
//! in `rebuilds_the_standard_library` says so, and the build goes the plain way: pages work just the same and are
//! larger, and the size limits say whether they are too large. Plain `cargo build` and `cargo test` never come here.
//!
//! None of this is for [`Care::Watch`]: its programs are built the plain way, without care for their size, and are
//! there 3 seconds after a change where the small ones take 23.

use super::Care;
use super::PROGRAMS;
use super::cut;
use super::program::ORGANISER;
use crate::command::{capture, cargo, run, step};
use crate::place::Place;
use crate::setup;
use anyhow::Result;
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const BUILD_STD: &str = "-Zbuild-std=std,panic_abort";
/// Has the standard library sort and print numbers in ways that are short, not quick.
const SHORT_STD: &str = "-Zbuild-std-features=optimize_for_size";
const STOP_AT_ONCE: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Makes a stable Rust take its unstable options.
const ALLOW: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

pub fn compile(place: &Place, care: Care) -> Result<()> {
    let can_rebuild = care == Care::Release
        && setup::standard_library_sources()
        && rebuilds_the_standard_library();
    let first_time = !ORGANISER.compiled(place, care).exists();
    let how_long =
        if first_time { "the first time takes about 2 minutes" } else { "a few seconds" };
    step(&format!("Building the programs ({how_long})"), || {
        // Sources of another release, or a machine without them: pages that are a tenth larger are better
        // than none. A mistake in our own code fails both ways, and is said twice.
        if can_rebuild && run(&mut build(place, care, true)?).is_ok() {
            return Ok(());
        }
        if care == Care::Release {
            println!(
                "• This Rust can't build its standard library, so the pages get a tenth larger."
            );
        }
        run(&mut build(place, care, false)?)
    })
}

/// What builds all programs. `rebuilds`: with a standard library that is built to be small.
fn build(place: &Place, care: Care, rebuilds: bool) -> Result<Command> {
    // What is only tried out may name the folder that it was built in. So folders that share a target
    // folder also share what is built of other people's crates.
    let mut flags = match care {
        Care::Release => without_paths(place)?,
        Care::Watch => Vec::new(),
    };
    if rebuilds {
        flags.extend(STOP_AT_ONCE.map(String::from));
    }
    if care == Care::Release {
        flags.extend(cut::FLAGS.map(String::from));
    }
    let mut build = cargo();
    build.args(["build", "--quiet", "--package", "ask-together"]);
    build.args(PROGRAMS.iter().flat_map(|program| ["--bin", program.name]));
    build.args(["--profile", care.profile(), "--target", TARGET]).current_dir(&place.root);
    if rebuilds {
        build.args([BUILD_STD, SHORT_STD]).env(ALLOW.0, ALLOW.1);
    }
    // These come on top of the flags in `.cargo/config.toml`. As JSON, they are TOML too.
    build.arg("--config").arg(format!("target.{TARGET}.rustflags={}", json!(flags)));
    Ok(build)
}

/// Whether this Rust still knows the unstable options. Asks without building anything.
fn rebuilds_the_standard_library() -> bool {
    let knows = |command: &mut Command| capture(command.env(ALLOW.0, ALLOW.1)).is_ok_and(|_| true);
    knows(cargo().args([BUILD_STD, SHORT_STD, "locate-project"]))
        && knows(
            Command::new("rustc").args(STOP_AT_ONCE).args(["--target", TARGET, "--print", "cfg"]),
        )
}

/// Keeps the folders of whoever builds this, and so perhaps their name, out of the pages.
fn without_paths(place: &Place) -> Result<Vec<String>> {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let folders = [
        (Some(setup::sysroot()?), "rust"),
        (cargo_home, "cargo"),
        (Some(place.root.clone()), "ask-together"),
        (Some(place.target.clone()), "target"),
    ];
    let remap = |(folder, name): (Option<PathBuf>, &str)| {
        Some(format!("--remap-path-prefix={}={name}", folder?.display()))
    };
    Ok(folders.into_iter().filter_map(remap).collect())
}
