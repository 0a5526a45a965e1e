//! One program's part of `dist`: its wasm, script, style, page and service worker.

use super::assets::{AREAS, Dist, Font, Words};
use super::cut::{self, Second};
use super::{Care, bundle, page, shrink};
use crate::hash;
use crate::place::Place;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

pub struct Program {
    /// Names the bin in Cargo.toml, the style file, and the files in `dist/assets`.
    pub name: &'static str,
    /// The page that it is filled into, in the project's folder.
    pub template: &'static str,
    /// Its folder in `dist`: empty, or with a slash at the end.
    pub folder: &'static str,
    /// The way from that folder back to `dist`.
    pub base: &'static str,
    /// What else its page names, and so what it needs when there is no internet.
    pub extras: &'static [&'static str],
    /// Whether its page names the list of what each picture shows.
    pub picks_pictures: bool,
    /// Whether its page names the figures of areas.
    pub compares_areas: bool,
    /// Whether a part of it comes a moment after its page: see [`cut`].
    pub is_cut: bool,
}

pub static ORGANISER: Program = Program {
    name: "organiser",
    template: "index.html",
    folder: "",
    base: "",
    extras: &["manifest.webmanifest", "icons/icon.svg", "icons/icon-192.png"],
    // Its program holds the list.
    picks_pictures: false,
    compares_areas: true,
    is_cut: true,
};

pub static PARTICIPANT: Program = Program {
    name: "participant",
    template: "answer.html",
    folder: "answer/",
    base: "../",
    extras: &["icons/icon.svg"],
    picks_pictures: false,
    compares_areas: false,
    is_cut: true,
};

pub static REVIEWER: Program = Program {
    name: "reviewer",
    template: "review.html",
    folder: "review/",
    base: "../",
    extras: &["icons/icon.svg"],
    picks_pictures: true,
    compares_areas: false,
    is_cut: true,
};

pub static TABLET: Program = Program {
    name: "tablet",
    template: "tablet.html",
    folder: "tablet/",
    base: "../",
    extras: &["icons/icon.svg"],
    picks_pictures: false,
    compares_areas: false,
    // It is opened once, where there is a connection, and then stays open.
    is_cut: false,
};

impl Program {
    /// What cargo made of it.
    pub fn compiled(&self, place: &Place, care: Care) -> PathBuf {
        let folder = place.target.join("wasm32-unknown-unknown").join(care.profile());
        folder.join(self.name).with_extension("wasm")
    }

    /// Names the file of its deferred part in `dist/assets`.
    pub fn second_name(&self) -> String {
        format!("{}-later", self.name)
    }
}

pub fn make(
    place: &Place,
    program: &Program,
    fonts: &[Font],
    words: &[Words],
    care: Care,
) -> Result<Dist> {
    let folder = place.work().join(program.name);
    std::fs::create_dir_all(&folder)?;
    let mut dist = Dist::default();

    let wasm = wasm_and_glue(place, program, &folder, care)
        .with_context(|| format!("turning the {} into WebAssembly", program.name))?;
    let integrity = hash::integrity(&wasm);
    let wasm = dist.add_asset(program.name, "wasm", wasm);
    let css = dist.add_asset(program.name, "css", bundle::style(place, program)?);
    let is_cut = program.is_cut && care == Care::Release;
    let second = if is_cut { Some(Second::read(&folder)?) } else { None };
    let second = second.map(|Second { wasm, names }| {
        let integrity = hash::integrity(&wasm);
        let path = dist.add_asset(&program.second_name(), "wasm", wasm);
        bundle::SecondPart { path, integrity, names }
    });
    let js = bundle::script(place, &folder, &wasm, &integrity, fonts, second.as_ref())?;
    let js = dist.add_asset(program.name, "js", js);

    let filled = page::Filled { css: &css, js: &js, wasm: &wasm, words };
    let page = page::fill(place, program, &filled)?;
    let mut keep = vec![css, js.clone(), wasm];
    keep.extend(second.map(|second| second.path));
    keep.extend(program.extras.iter().map(|name| name.to_string()));
    // The figures of areas are kept once somebody asks for them.
    let wanted = words.iter().filter(|words| words.language != AREAS);
    keep.extend(wanted.map(|words| words.path.clone()));
    let worker = bundle::service_worker(place, program, &page, &js, &keep, fonts)?;
    dist.add(format!("{}index.html", program.folder), page.into_bytes());
    dist.add(format!("{}sw.js", program.folder), worker);
    Ok(dist)
}

/// Leaves the JavaScript glue in `folder` and gives back the program, as small as `care` asks for.
/// This is the slow part, so it is done again only when the program itself has changed.
fn wasm_and_glue(place: &Place, program: &Program, folder: &Path, care: Care) -> Result<Vec<u8>> {
    let large = folder.join("glue_bg.wasm");
    let small = folder.join("small.wasm");
    let stamp = folder.join("built-from");
    let inputs = [
        program.compiled(place, care),
        place.root.join("package-lock.json"),
        place.root.join("xtask/src/build"),
    ];
    let inputs = format!("{} {}", hash::of_files(&inputs)?, care as u8);
    if std::fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == inputs) {
        return Ok(std::fs::read(small)?);
    }
    let compiled = program.compiled(place, care);
    let is_cut = program.is_cut && care == Care::Release;
    let cut = if is_cut { Some(cut::cut(&compiled, folder)?) } else { None };
    let input = cut.as_ref().map_or(&compiled, |cut| &cut.first);
    Bindgen::new()
        .input_path(input)
        .keep_lld_exports(cut.is_some())
        .out_name("glue")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .generate(folder)?;
    match care {
        Care::Release => shrink::shrink(place, folder, cut.as_ref())?,
        Care::Watch => _ = std::fs::copy(&large, &small)?,
    }
    std::fs::write(stamp, inputs)?;
    Ok(std::fs::read(small)?)
}
