//! Cuts each program in two, so that it opens before all of it is there.
//!
//! The linker keeps its notes of who calls whom (`--emit-relocs`). From those, the wasm-split library puts into a
//! second file what only the program's table of deferred functions leads to, such as `DEFERRED` in
//! `src/participant/deferred.rs`. The two share one memory and one table of functions. `web/second.js` fetches the
//! second file. The names in `program!` of `src/lib.rs` say where to cut.

use crate::place::Place;
use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What rustc gets on top for programs that shall be cut.
pub const FLAGS: [&str; 3] = ["-Clink-arg=--emit-relocs", "--cfg", "cut"];

/// A program in two files, before wasm-bindgen saw the first.
pub struct Cut {
    pub first: PathBuf,
    pub second: PathBuf,
    /// What the second file takes from the first, by the names of its exports.
    pub shared: Vec<String>,
}

/// The second file as it goes to hosts.
pub struct Second {
    pub wasm: Vec<u8>,
    /// The name that each shared thing has in the second file, and the short one it has in the first.
    pub names: Map<String, Value>,
}

pub fn cut(compiled: &Path, folder: &Path) -> Result<Cut> {
    let output = folder.join("cut");
    let (first, link) = (output.join("first.wasm"), output.join("link.js"));
    let wasm = std::fs::read(compiled)?;
    let mut options = Options::new(&wasm);
    options.output_dir = &output;
    options.main_out_path = &first;
    options.link_name = "link.js";
    let made = transform(options).map_err(|why| anyhow!("cutting the program: {why:#}"))?;
    let [second] = made.split_modules.as_slice() else {
        return Err(anyhow!("the program came in {} parts", made.split_modules.len() + 1));
    };
    // The library brings a loader, and ours does without most of it: no debug build, one file, integrity.
    let link = std::fs::read_to_string(link)?;
    let shared = shared(&link).context("finding what the two parts share")?;
    Ok(Cut { first, second: second.clone(), shared })
}

/// The names in `const { a, b, } = initSync(`.
fn shared(link: &str) -> Option<Vec<String>> {
    let (before, _) = link.split_once("} = initSync(")?;
    let (_, names) = before.rsplit_once("const {")?;
    Some(names.split(',').map(str::trim).filter(|n| !n.is_empty()).map(String::from).collect())
}

impl Second {
    /// Where it is kept until the program changes.
    fn files(folder: &Path) -> [PathBuf; 2] {
        [folder.join("second.wasm"), folder.join("second.json")]
    }

    pub fn note_names(folder: &Path, names: &Map<String, Value>) -> Result<()> {
        let [_, file] = Self::files(folder);
        Ok(std::fs::write(file, serde_json::to_vec(names)?)?)
    }

    pub fn read(folder: &Path) -> Result<Second> {
        let [wasm, names] = Self::files(folder);
        let names = serde_json::from_slice(&std::fs::read(names)?)?;
        Ok(Second { wasm: std::fs::read(wasm)?, names })
    }
}

/// The script that fetches it.
pub fn script(place: &Place) -> PathBuf {
    place.root.join("web/second.js")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_read_from_the_loader() {
        let link = "x = { __wasm_split: {  } };\n const { memory, table,  } = initSync(undefined);";
        assert_eq!(shared(link).unwrap(), ["memory", "table"]);
        assert_eq!(shared("const { memory } = other();"), None);
    }
}
