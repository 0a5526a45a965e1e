//! What a fresh machine still lacks, installed on first use. Each step says what it does and how long it takes.
//!
//! Absent on purpose: installing Rust or Node. People choose those for themselves.

use crate::command::{self, capture, cargo, first_on_path, npm, run, step};
use crate::hash;
use crate::place::Place;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The release of `wasm-bindgen` that the app, this tool and the test runner must share.
const WASM_BINDGEN: &str = "0.2.130";

/// Rust can compile to WebAssembly, and the npm packages of the project are there.
pub fn for_building(place: &Place) -> Result<()> {
    wasm_target()?;
    npm_packages(&place.root, "about 15 seconds")
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    // A Rust that came without rustup brings its own target, or cargo says that it is missing.
    let Ok(installed) = capture(Command::new("rustup").args(["target", "list", "--installed"]))
    else {
        return Ok(());
    };
    if String::from_utf8_lossy(&installed).contains(TARGET) {
        return Ok(());
    }
    step("Adding WebAssembly to Rust (a few seconds)", || {
        run(Command::new("rustup").args(["target", "add", TARGET]))
    })
}

/// Where this Rust keeps what belongs to it.
pub fn sysroot() -> Result<PathBuf> {
    let printed = capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(String::from_utf8(printed)?.trim()))
}

/// Whether the sources of Rust's standard library are there. The build uses them to make pages smaller, and does
/// without where they can't be had: with no rustup, or with no internet.
pub fn standard_library_sources() -> bool {
    let is_there = || {
        let lock_file = "lib/rustlib/src/rust/library/Cargo.lock";
        sysroot().is_ok_and(|folder| folder.join(lock_file).exists())
    };
    let add = || {
        step("Adding the sources of Rust's standard library (a few seconds)", || {
            capture(Command::new("rustup").args(["component", "add", "rust-src"]))
        })
    };
    is_there()
        || (first_on_path(&["rustup", "rustup.exe"]).is_some() && add().is_ok() && is_there())
}

/// Installs exactly what the folder's package-lock.json names, once for each lock file.
pub fn npm_packages(folder: &Path, how_long: &str) -> Result<()> {
    let stamp = folder.join("node_modules/.installed-for");
    let wanted = hash::of_files(&[folder.join("package-lock.json")])?;
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    step(&format!("Installing npm packages ({how_long})"), || {
        capture(npm().arg("ci").current_dir(folder))?;
        Ok(std::fs::write(&stamp, wanted)?)
    })
}

/// The program that runs wasm tests in a browser.
pub fn wasm_test_runner(place: &Place) -> Result<PathBuf> {
    let tools = place.root.join(".tools");
    let runner = tools.join("bin/wasm-bindgen-test-runner");
    let version = capture(Command::new(&runner).arg("--version")).unwrap_or_default();
    if String::from_utf8_lossy(&version).trim().ends_with(WASM_BINDGEN) {
        return Ok(runner);
    }
    step("Installing the runner for browser unit tests (about 1 minute)", || {
        // Not `--locked`: the lock file inside that package names a crate that is gone.
        // Its own target folder: sharing the project's would rebuild both each time.
        run(cargo()
            .args(["install", "--quiet", "--debug", "--force", "wasm-bindgen-cli"])
            .args(["--version", WASM_BINDGEN, "--root"])
            .arg(&tools)
            .env("CARGO_TARGET_DIR", place.work().join("tools")))
    })?;
    Ok(runner)
}

/// Installs these packages where that needs nobody's leave: on Debian, as root. Elsewhere it does nothing.
pub fn debian_packages(what: &str, packages: &[&str]) -> Result<()> {
    if !is_root() || first_on_path(&["apt-get"]).is_none() {
        return Ok(());
    }
    step(&format!("Installing {what}"), || {
        capture(Command::new("apt-get").arg("update"))?;
        capture(
            Command::new("apt-get")
                .args(["install", "-y", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
        Ok(())
    })
}

/// The browser that tests and measurements use.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

impl Browser {
    pub fn find_or_install() -> Result<Browser> {
        if let Some(browser) = Browser::find() {
            return Ok(browser);
        }
        debian_packages(
            "the Chromium browser (about 30 seconds)",
            &["chromium", "chromium-driver"],
        )?;
        match Browser::find() {
            Some(browser) => Ok(browser),
            None => bail!(
                "these tests need a browser. Install Chromium or Chrome, and the chromedriver of the same version. \
                 If they are in an unusual place, set CHROMIUM and CHROMEDRIVER to their paths"
            ),
        }
    }

    fn find() -> Option<Browser> {
        let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
        let chromium = named("CHROMIUM").or_else(|| {
            first_on_path(&[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ])
        })?;
        let chromedriver =
            named("CHROMEDRIVER").or_else(|| command::first_on_path(&["chromedriver"]))?;
        Some(Browser { chromium, chromedriver })
    }

    /// The same engine without the parts that draw a window, for the many stories: it takes half of the
    /// processor's time (measured). Where it is not to be had, or somebody chose a Chromium, it is that one.
    pub fn without_window(self) -> PathBuf {
        const NAME: &str = "chromium-headless-shell";
        let find = || first_on_path(&[NAME]);
        if std::env::var_os("CHROMIUM").is_some() {
            return self.chromium;
        }
        find()
            .or_else(|| {
                debian_packages("Chromium without a window (about 15 seconds)", &[NAME]).ok()?;
                find()
            })
            .unwrap_or(self.chromium)
    }
}

fn is_root() -> bool {
    capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    /// Cargo looks at each alone. With two releases of it, pages stop where script and program meet.
    #[test]
    fn all_name_one_release_of_wasm_bindgen() {
        let pinned = |manifest: &str, name: &str| {
            let line = manifest.lines().find(|line| line.starts_with(&format!("{name} = \"")));
            line.unwrap_or_else(|| panic!("{name} is not pinned")).to_owned()
        };
        let app = include_str!("../../Cargo.toml");
        assert_eq!(pinned(app, "wasm-bindgen"), format!("wasm-bindgen = \"={WASM_BINDGEN}\""));
        let tool = pinned(include_str!("../Cargo.toml"), "wasm-bindgen-cli-support");
        assert_eq!(tool, format!("wasm-bindgen-cli-support = \"={WASM_BINDGEN}\""));
    }
}
