//! Makes a program small for the phones that download it: takes out what its script never calls, shrinks the
//! code, and gives the things that wasm and script say to each other short names.
//!
//! wasm-bindgen's own names are 45 characters with a hash in each, and they stand in both files.

use super::bundle::esbuild;
use super::cut::{Cut, Second};
use super::streams;
use crate::command::{capture, node};
use crate::place::Place;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Where wasm-bindgen says that the imports come from.
const MODULE: &str = "./glue_bg.js";

/// Only what rustc itself turns on: with `--all-features`, browsers refuse the result.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes a program small. Once as it came, once with its jumps laid out anew, and once more for what that
/// brought up: 2 kB less on the participant's program. No address below 1024 is ever one: the stack ends there.
/// That an address is even helps no engine, and saying so takes bytes. Functions in the order of their names stand beside those that they are like, and that compresses to 1 % less. So
/// the names stay in until [`without_names`].
const SMALL: [&str; 12] = [
    "-g",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    "--dealign",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--strip-producers",
    "-tnh",
];

/// Takes `glue_bg.wasm` and `glue.js` in `folder`, and leaves `small.wasm` and a `glue.js` that fits it. Of a program
/// that is cut in two, also `second.wasm` and the names that it needs.
pub fn shrink(place: &Place, folder: &Path, cut: Option<&Cut>) -> Result<()> {
    let glue_file = folder.join("glue.js");
    let glue = streams::without_classes(&std::fs::read_to_string(&glue_file)?);
    streams::empty_functions(&folder.join("glue_bg.wasm"))?;

    let mut called = names_behind(&glue, "wasm.");
    called.extend(cut.iter().flat_map(|cut| cut.shared.iter().cloned()));
    let export = |name: &String| json!({ "name": format!("export {name}"), "export": name });
    let mut graph: Vec<Value> = called.iter().map(export).collect();
    let reaches: Vec<_> = called.iter().map(|name| format!("export {name}")).collect();
    graph.push(json!({ "name": "script", "root": true, "reaches": reaches }));
    let graph_file = folder.join("graph.json");
    std::fs::write(&graph_file, Value::from(graph).to_string())?;

    let needed = folder.join("needed.wasm");
    capture(
        binaryen(place, "wasm-metadce")
            .args(["-g", "--graph-file"])
            .arg(graph_file)
            .arg("-o")
            .args([&needed, &folder.join("glue_bg.wasm")]),
    )?;
    let small = folder.join("small.wasm");
    let renamed = capture(
        binaryen(place, "wasm-opt")
            .args(SMALL)
            .args(["--minify-imports-and-exports-and-modules", "-o"])
            .args([&small, &needed]),
    )?;
    without_names(&small)?;
    let renamed: Value = serde_json::from_slice(&renamed).context("reading the new names")?;
    if let Some(cut) = cut {
        let mut names = new_names(&renamed);
        names.retain(|name, _| cut.shared.contains(name));
        Second::note_names(folder, &names)?;
        let second = folder.join("second.wasm");
        capture(binaryen(place, "wasm-opt").args(SMALL).arg("-o").args([&second, &cut.second]))?;
        without_names(&second)?;
    }
    // All imports come from one module, and it is always given this name.
    std::fs::write(&glue_file, glue.replace(MODULE, "a"))?;
    rename(place, folder, &renamed)
}

/// Takes all that is no code out of a file: a custom section has the number 0, and no engine needs one.
fn without_names(file: &Path) -> Result<()> {
    const HEAD: usize = 8;
    let wasm = std::fs::read(file)?;
    let (head, mut rest) = wasm.split_at_checked(HEAD).context("this is no wasm")?;
    let mut kept = head.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (size, length) = leb128(after).context("a section has no size")?;
        let end = 1 + length + size;
        let section = rest.get(..end).context("a section is cut short")?;
        if *kind != 0 {
            kept.extend(section);
        }
        rest = &rest[end..];
    }
    Ok(std::fs::write(file, kept)?)
}

/// The number at the start of these bytes, and how many of them it takes: 7 bits in each, the lowest first.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((number, at + 1));
        }
    }
    None
}

fn binaryen(place: &Place, tool: &str) -> Command {
    let mut command = node(place.npm("binaryen/bin").join(tool));
    command.args(FEATURES);
    command
}

/// Every name that stands right behind `before`.
fn names_behind(text: &str, before: &str) -> BTreeSet<String> {
    let is_name = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    text.split(before).skip(1).map(|rest| rest.chars().take_while(is_name).collect()).collect()
}

/// What wasm-opt calls now what had another name.
fn new_names(renamed: &Value) -> Map<String, Value> {
    // A row is an import's module, old name and new name, or an export's old name and new name.
    let rows = ["imports", "exports"].iter().filter_map(|kind| renamed[kind].as_array()).flatten();
    let old_and_new = |row: &Value| match row.as_array().map(Vec::as_slice) {
        Some([.., old, new]) => Some((old.as_str()?.to_owned(), new.clone())),
        _ => None,
    };
    rows.filter_map(old_and_new).collect()
}

/// Has esbuild, which knows what a name is, put the short names into the glue.
fn rename(place: &Place, folder: &Path, renamed: &Value) -> Result<()> {
    let names = new_names(renamed);
    let old: Vec<&str> = names.keys().map(String::as_str).collect();
    let pattern = format!("--mangle-props=^({})$", old.join("|"));
    let cache = folder.join("names.json");
    std::fs::write(&cache, Value::from(names).to_string())?;
    let glue_file = folder.join("glue.js");
    let glue = capture(
        esbuild(place)
            .args(["--format=esm", "--charset=utf8", &pattern])
            .arg(format!("--mangle-cache={}", cache.display()))
            .arg(&glue_file),
    )
    .context("giving the script short names")?;
    Ok(std::fs::write(glue_file, glue)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_section_is_read_as_it_is_written() {
        assert_eq!(leb128(&[0x05, 0xff]), Some((5, 1)));
        assert_eq!(leb128(&[0x80, 0x02]), Some((256, 2)));
        assert_eq!(leb128(&[0x80]), None);
    }

    #[test]
    fn the_names_a_script_calls_are_found() {
        let found = names_behind("wasm.memory.buffer; wasm.f_1(a); wasm.memory", "wasm.");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["f_1", "memory"]);
    }
}
