//! `cargo xtask test reproducible`: that the same sources make the same bytes in whichever folder they are built.
//!
//! Builds here and, from a copy of the sources, in a folder of another name and depth, with a target folder, packages
//! from npm and a time zone of its own. Then the two `dist` are compared, file by file. It takes as long as two builds,
//! so it is no part of `cargo xtask test`.
//!
//! Absent: another Rust. Two releases of it make different programs; whoever compares must have the same.

use crate::build::{self, Care};
use crate::command::{cargo, run, step};
use crate::place::Place;
use crate::verify;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// What a copy of the sources does without: what is made from them, and what belongs to the folder.
const MADE: [&str; 5] = [".git", ".tools", "dist", "node_modules", "target"];

/// Says each file that differs, and leaves the second folder for whoever wants to find out why.
pub fn run_twice(place: &Place) -> Result<()> {
    build::build_quietly(place, Care::Release)?;
    // Not inside of this folder: cargo would read its settings there too.
    let other = std::env::temp_dir().join(format!("ask-together-{}/again", std::process::id()));
    let sources = other.join("sources");
    copy(&place.root, &sources, &|path| is_made(place, path))
        .with_context(|| format!("copying the sources to {}", sources.display()))?;
    step("Building again in another folder (about 3 minutes)", || {
        let mut build = cargo();
        build.args(["xtask", "build"]).current_dir(&sources);
        // West of here, and on another day for most of ours.
        build.env("CARGO_TARGET_DIR", other.join("made")).env("TZ", "Pacific/Honolulu");
        run(&mut build)
    })?;
    let wrong = verify::wrong_in_folder(place, &sources.join("dist"))?;
    if wrong.is_empty() {
        println!("Both builds made the same bytes.");
        _ = std::fs::remove_dir_all(other.parent().unwrap_or(&other));
        return Ok(());
    }
    wrong.iter().for_each(|line| println!("  {line}"));
    bail!("the build in {} made other files", sources.display())
}

fn is_made(place: &Place, path: &Path) -> bool {
    *path == place.target || MADE.iter().any(|name| *path == place.root.join(name))
}

/// Copies a folder but for what is left out.
fn copy(from: &Path, to: &Path, is_left_out: &dyn Fn(&Path) -> bool) -> Result<()> {
    std::fs::create_dir_all(to)?;
    let inside: Vec<PathBuf> = std::fs::read_dir(from)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    for path in inside.iter().filter(|path| !is_left_out(path)) {
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(path, &to, is_left_out)?;
        } else {
            std::fs::copy(path, to)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_has_the_sources_and_nothing_that_was_made() {
        let folder = std::env::temp_dir().join(format!("ask-together-copy-{}", std::process::id()));
        let (root, copied) = (folder.join("here"), folder.join("there"));
        for file in
            ["src/lib.rs", "Cargo.toml", "target/a", "dist/index.html", "src/target/b", "built/c"]
        {
            let file = root.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "text").unwrap();
        }
        let place = Place { target: root.join("built"), root: root.clone() };
        copy(&root, &copied, &|path| is_made(&place, path)).unwrap();
        let is_there = |file: &str| copied.join(file).exists();
        assert!(["src/lib.rs", "Cargo.toml", "src/target/b"].into_iter().all(is_there));
        assert!(!["target", "dist", "built"].into_iter().any(is_there));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
