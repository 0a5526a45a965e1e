//! Scripts and styles, each made into one small file by esbuild.

use super::assets::Font;
use super::cut;
use super::program::Program;
use crate::command::{capture, node};
use crate::hash;
use crate::place::Place;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::Command;

/// Browsers from 2022 on. They all have what the wasm needs too.
const TARGET: &str = "--target=es2022,safari15.4,chrome105,firefox104";

/// esbuild with what all our bundles share.
pub fn esbuild(place: &Place) -> Command {
    let mut command = node(place.npm("esbuild/bin/esbuild"));
    command
        .args(["--bundle", "--minify", "--legal-comments=none"])
        .args(["--log-level=warning", TARGET])
        .current_dir(&place.root);
    command
}

/// The program's own style, and the little that is needed while it loads.
pub fn style(place: &Place, program: &Program) -> Result<Vec<u8>> {
    let entry = place.work().join(program.name).join("entry.css");
    let imports: Vec<_> = [format!("style/{}.css", program.name), "web/loading.css".into()]
        .iter()
        .map(|file| format!("@import {};", json!(place.root.join(file))))
        .collect();
    std::fs::write(&entry, imports.join("\n"))?;
    capture(esbuild(place).arg("--loader:.svg=dataurl").arg(entry))
        .with_context(|| format!("bundling the {}'s style", program.name))
}

/// The script and the style of the page that hosts show when they have none at an address.
pub fn lost(place: &Place) -> Result<[Vec<u8>; 2]> {
    let made = |file| capture(esbuild(place).arg("--format=iife").arg(place.root.join(file)));
    Ok([made("web/lost.js")?, made("web/loading.css")?])
}

/// The second part of a program that is cut in two.
pub struct SecondPart {
    pub path: String,
    pub integrity: String,
    /// What the two parts share: its name in the second, and in the first.
    pub names: Map<String, Value>,
}

/// The glue that wasm-bindgen left in `folder`, and the starter that calls it.
pub fn script(
    place: &Place,
    folder: &Path,
    wasm: &str,
    integrity: &str,
    fonts: &[Font],
    second: Option<&SecondPart>,
) -> Result<Vec<u8>> {
    let fonts: Vec<_> = fonts.iter().map(Font::for_script).collect();
    let beside = |path: &str| {
        format!("new URL({}, import.meta.url)", json!(path.trim_start_matches("assets/")))
    };
    let (import, init) = match second {
        None => (String::new(), "init".to_owned()),
        Some(SecondPart { path, integrity, names }) => (
            format!("import {{ withSecondPart }} from {};", json!(cut::script(place))),
            format!(
                "withSecondPart(init, {}, {}, {})",
                beside(path),
                json!(integrity),
                json!(names)
            ),
        ),
    };
    let entry = format!(
        "import init from './glue.js';
         import {{ start }} from {starter};
         {import}
         start({init}, {wasm}, {integrity}, {fonts});",
        starter = json!(place.root.join("web/start.js")),
        wasm = beside(wasm),
        integrity = json!(integrity),
        fonts = json!(fonts),
    );
    let file = folder.join("entry.js");
    std::fs::write(&file, entry)?;
    capture(esbuild(place).args(["--format=esm", "--charset=utf8"]).arg(file))
        .context("bundling the script")
}

/// What starts the participant's program in a page that holds all of it. `program` and `second` name the files of
/// the two parts, as that page has them.
pub fn single(
    place: &Place,
    folder: &Path,
    program: &str,
    second: Option<(&str, &Map<String, Value>)>,
) -> Result<Vec<u8>> {
    let (import, init) = match second {
        None => (String::new(), "init".to_owned()),
        Some((file, names)) => (
            format!("import {{ withSecondPart }} from {};", json!(cut::script(place))),
            format!("withSecondPart(init, {}, '', {})", json!(file), json!(names)),
        ),
    };
    let entry = format!(
        "import init from './glue.js';
         import {{ startSingle }} from {starter};
         {import}
         startSingle({init}, {program});",
        starter = json!(place.root.join("web/single.js")),
        program = json!(program),
    );
    let file = folder.join("single.js");
    std::fs::write(&file, entry)?;
    capture(
        esbuild(place)
            .args(["--format=iife", "--charset=utf8"])
            // What asks where the script lies is not in this bundle.
            .arg("--log-override:empty-import-meta=silent")
            .arg(file),
    )
    .context("bundling the script of a survey's own page")
}

pub fn service_worker(
    place: &Place,
    program: &Program,
    page: &str,
    script: &str,
    keep: &[String],
    fonts: &[Font],
) -> Result<Vec<u8>> {
    let template = place.root.join("web/service-worker.js");
    let from_worker = |path: &String| format!("{}{path}", program.base);
    let keep: Vec<String> = keep.iter().map(from_worker).collect();
    let fonts: Vec<String> = fonts.iter().map(|font| from_worker(&font.path)).collect();
    let mut version = std::fs::read(&template)?;
    version.extend(page.bytes());
    version.extend(format!("{keep:?}{fonts:?}").bytes());
    let define = |name: &str, value: serde_json::Value| format!("--define:{name}={value}");
    capture(
        esbuild(place)
            .arg("--format=iife")
            .arg(define("PROGRAM", json!(program.name)))
            .arg(define("BASE", json!(program.base)))
            .arg(define("VERSION", json!(hash::short(&version))))
            .arg(define("SCRIPT", json!(script)))
            .arg(define("FILES", json!(keep)))
            .arg(define("FONTS", json!(fonts)))
            .arg(template),
    )
    .context("making the service worker")
}
