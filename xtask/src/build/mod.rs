//! From sources to `dist`: a folder that works from any place on any static web host.
//!
//! **Invariant:** every address written into `dist` is relative, and every file in `dist/assets` has the digest
//! of its content in its name, so a host may let browsers keep it for ever.

mod assets;
mod bundle;
mod compile;
mod cut;
pub mod headers;
mod page;
mod pictures;
mod program;
mod shrink;
mod single;
mod sizes;
mod streams;
pub mod sums;

pub use bundle::esbuild;
pub use sizes::Sizes;

use crate::command::{node, run, step};
use crate::place::Place;
use crate::{hash, setup};
use anyhow::{Context, Result};
use assets::Dist;
use program::{ORGANISER, PARTICIPANT, Program, REVIEWER, TABLET};
use std::path::{Path, PathBuf};

/// How much time to spend on making the files small.
#[derive(Clone, Copy, PartialEq)]
pub enum Care {
    /// As small as can be: this is what hosts get.
    Release,
    /// Quick, for the moments between two changes.
    Watch,
}

impl Care {
    /// The profile in Cargo.toml, which also names the folder of what cargo makes.
    fn profile(self) -> &'static str {
        match self {
            Care::Release => "release",
            Care::Watch => "quick",
        }
    }
}

/// Builds and says how large the result is.
pub fn build(place: &Place, care: Care) -> Result<()> {
    build_quietly(place, care)?;
    if care == Care::Release {
        print!("{}", Sizes::measure(place)?);
    }
    Ok(())
}

pub fn build_quietly(place: &Place, care: Care) -> Result<()> {
    setup::for_building(place)?;
    compile::compile(place, care)?;

    let stamp = place.work().join("built-from");
    let inputs = inputs(place, care)?;
    let is_built = place.dist().join("index.html").exists() && place.compressed().exists();
    if is_built && std::fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == inputs) {
        println!("• Nothing changed since the last build: `dist` is ready.");
        return Ok(());
    }
    _ = std::fs::remove_file(&stamp);
    step("Making the pages small (about 40 seconds)", || {
        make_dist(place, care)?.write(&place.dist())?;
        compress(place, &place.dist(), &place.compressed(), care)
    })?;
    Ok(std::fs::write(stamp, inputs)?)
}

static PROGRAMS: [&Program; 4] = [&ORGANISER, &PARTICIPANT, &REVIEWER, &TABLET];

/// The folder of each page in `dist`: empty, or with a slash at the end. Each has a worker of its own.
pub fn page_folders() -> impl Iterator<Item = &'static str> {
    PROGRAMS.iter().map(|program| program.folder)
}

/// A digest of everything that `dist` is made from, this tool included.
fn inputs(place: &Place, care: Care) -> Result<String> {
    let mut files: Vec<PathBuf> =
        PROGRAMS.iter().map(|program| program.compiled(place, care)).collect();
    let sources = [
        "style",
        "web",
        "index.html",
        "answer.html",
        "review.html",
        "tablet.html",
        "single.html",
        "package-lock.json",
        "Cargo.lock",
        "xtask",
        "NOTICES.md",
        pictures::LIST,
    ];
    files.extend(sources.iter().map(|name| place.root.join(name)));
    Ok(format!("{} {}", hash::of_files(&files)?, care as u8))
}

fn make_dist(place: &Place, care: Care) -> Result<Dist> {
    let mut dist = Dist::default();
    let fonts = dist.add_fonts(place)?;
    let words = dist.add_words(place)?;
    let mut words_and_pictures = words.clone();
    words_and_pictures.push(dist.add_picture_list(place)?);
    let mut words_and_areas = words.clone();
    words_and_areas.push(dist.add_areas(place)?);
    dist.add_icons(place)?;
    for (name, picture) in pictures::make(place)? {
        dist.add(format!("pictures/{name}"), picture);
    }
    let [script, style] = bundle::lost(place)?;
    dist.add("404.html", page::lost(place, &script, &style)?.into_bytes());
    headers::add_to(&mut dist);
    // The licences of the typeface and the pictures ask that they go wherever the folder goes.
    dist.add("NOTICES.txt", std::fs::read(place.root.join("NOTICES.md"))?);
    let make = |program: &'static Program| {
        let words = match () {
            () if program.picks_pictures => &words_and_pictures,
            () if program.compares_areas => &words_and_areas,
            () => &words,
        };
        let fonts = &fonts;
        move || program::make(place, program, fonts, words, care)
    };
    // Node and the wasm steps use one processor for each program.
    let (organiser, others) = std::thread::scope(|scope| {
        let organiser = scope.spawn(make(&ORGANISER));
        let others = [&PARTICIPANT, &REVIEWER, &TABLET].map(|program| make(program)());
        (organiser.join(), others)
    });
    let organiser = organiser.ok().context("building the organiser's program stopped half-way")?;
    dist.take(organiser?);
    for program in others {
        dist.take(program?);
    }
    single::add(place, &mut dist, &words, care)?;
    dist.add_sums();
    Ok(dist)
}

/// Leaves the two compressed forms of each file of `from` in `to`.
pub fn compress(place: &Place, from: &Path, to: &Path, care: Care) -> Result<()> {
    let quality = match care {
        Care::Release => "11",
        Care::Watch => "5",
    };
    run(node(place.root.join("xtask/compress.mjs")).args([from, to]).arg(quality))
}
