//! Holds the arrows between the folders, and the rules for every file.
//!
//! `bin → organiser | participant | reviewer | tablet`, `reviewer | tablet → participant`, and each of
//! those four `→ ui → model` and `→ browser`. The
//! compiler can't see most of this: everything but the model is one `cfg`. So the sources are read
//! as text, with comments and strings taken out.

#[path = "layers/circles.rs"]
mod circles;
#[path = "layers/source.rs"]
mod source;

use circles::{largest_circle, needed};
use source::{code, named_layers, words};
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src`, and which others each may name.
const LAYERS: [(&str, &[&str]); 8] = [
    ("bin", &["organiser", "participant", "reviewer", "tablet"]),
    ("tablet", &["participant", "ui", "model", "browser"]),
    ("reviewer", &["participant", "ui", "model", "browser"]),
    ("organiser", &["ui", "model", "browser"]),
    ("participant", &["ui", "model", "browser"]),
    ("ui", &["model"]),
    ("browser", &[]),
    ("model", &[]),
];

/// Only `browser` may name these. Leptos hands some of them out under its own name, so they are
/// found as words, wherever they stand. (`leptos::ev` and `leptos::html` are no problem.)
const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];

/// Most lines in a file, unless its head says why it is longer.
const MOST_LINES: usize = 400;

/// What a longer file says in its head.
const EXCUSE: &str = "Longer than 400 lines because";

/// Words that mark something unfinished. Put together here, so that this file does not hold them.
const UNFINISHED: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// Macros that never stay.
const UNFINISHED_MACROS: [&str; 3] = ["dbg!", "unimplemented!", "todo!"];

/// Everything wrong with one file: its path from the root, its text, and the rules above.
fn violations(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |line: usize, what: String| found.push(format!("{path}:{line}: {what}"));
    if !text.starts_with("//!") {
        wrong(1, "does not open with `//!`".into());
    }
    let head = text.lines().take_while(|line| line.starts_with("//!"));
    let excused = head.collect::<String>().contains(EXCUSE);
    if text.lines().count() > MOST_LINES && !excused {
        wrong(MOST_LINES + 1, format!("has over {MOST_LINES} lines, and its head says no reason"));
    }
    for (line, number) in text.lines().zip(1..) {
        for word in UNFINISHED.iter().filter(|word| words(line).any(|w| w == **word)) {
            wrong(number, format!("{word}: finish it"));
        }
    }
    let code = code(text);
    for (line, number) in code.lines().zip(1..) {
        for name in UNFINISHED_MACROS.iter().filter(|name| line.contains(**name)) {
            wrong(number, format!("{name} must not stay"));
        }
    }
    let Some(place) = path.strip_prefix("src/") else {
        return found;
    };
    for (line, number) in code.lines().zip(1..) {
        for word in words(line) {
            let is_browser = BROWSER_CRATES.iter().any(|name| word.starts_with(name));
            if is_browser && !place.starts_with("browser/") {
                wrong(number, format!("only `browser` may name {word}"));
            }
            if word == "leptos" && place.starts_with("model/") {
                wrong(number, "the model may not name leptos".into());
            }
            if word == "serde" && !place.starts_with("model/wire") {
                wrong(number, "only `model/wire` may name serde".into());
            }
        }
    }
    for (layer, allowed) in LAYERS {
        if place.starts_with(&format!("{layer}/")) {
            for (number, named) in named_layers(&code, &LAYERS.map(|(name, _)| name)) {
                if named != layer && !allowed.contains(&named.as_str()) {
                    wrong(number, format!("`{layer}` may not name `{named}`"));
                }
            }
        }
    }
    found
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if path.is_dir() && !hidden && !path.ends_with("node_modules") && !path.ends_with("target")
        {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn every_file_holds_to_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(root, &mut files);
    assert!(files.len() > 40, "only {} files were found", files.len());
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file can be read");
        let path = file.strip_prefix(root).expect("a path below the root");
        found.extend(violations(&path.to_string_lossy().replace('\\', "/"), &text));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Each file of a folder of `src`, with its text.
fn texts(layer: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root.join(layer), &mut files);
    let text = |file: &PathBuf| {
        let path = file.strip_prefix(&root).expect("a path below src");
        let text = fs::read_to_string(file).expect("a source file can be read");
        (path.to_string_lossy().replace('\\', "/"), text)
    };
    files.iter().map(text).collect()
}

/// Most files that may need each other in a circle, by layer.
const LARGEST_CIRCLES: [(&str, usize); 2] = [("organiser", 28), ("model", 7)];

#[test]
fn no_circle_of_files_grows() {
    for (layer, most) in LARGEST_CIRCLES {
        let circle = largest_circle(&needed(&texts(layer)));
        assert!(circle.len() <= most, "{} in {layer}: {circle:#?}", circle.len());
    }
}

/// What the state may name, beside itself: leaves, what the browser keeps, and the way to the second part.
const STATE_NAMES: [&str; 11] = [
    // What buttons began is kept for all screens.
    "buttons",
    "ids",
    "later",
    "library",
    "pictures",
    "read_file",
    "screen",
    "steps",
    "store",
    "tool",
    "words",
];

/// A decision or an effect that needs a view is in the wrong place.
#[test]
fn the_state_names_no_view() {
    let needed = needed(&texts("organiser"));
    let state = needed.iter().filter(|(file, _)| file.starts_with("organiser/state"));
    for (file, names) in state {
        for name in names.iter().filter_map(|name| name.strip_prefix("organiser/")) {
            let room = name.split('/').next().unwrap_or_default();
            assert!(room == "state" || STATE_NAMES.contains(&room), "{file} names {name}");
        }
    }
}

/// Where edits come into a draft that is here, and what judges them before. Bytes of all of them were judged
/// by the bounds of `model/draft/bounds.rs` when they were read.
const DOORS: [(&str, &str); 6] = [
    ("library/drafts.rs", "own storage: only tabs of this browser write there"),
    ("state/following.rs", "another tab of this browser"),
    (
        "state/live/hearing.rs",
        "side by side: `Draft::held_with`, then by the door of `together.rs`",
    ),
    ("state/together.rs", "links, files and pasted messages: `Draft::take_in_as`"),
    ("state/together/offered.rs", "a look at a link: `Draft::take_in_as` on a copy"),
    ("library/copies.rs", "a copy of the work: `copied::judge`, by `Draft::take_in`"),
];

/// A new way in is not to be made without a thought for who may stand in front of it.
#[test]
fn every_door_of_a_draft_is_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/organiser");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let is_door = |file: &&PathBuf| {
        let code = code(&fs::read_to_string(file).expect("a source file can be read"));
        ["draft.merge(", ".held_with(", ".take_in(theirs", ".take_in_as(theirs", "copied::judge("]
            .iter()
            .any(|call| code.contains(call))
    };
    let mut found: Vec<String> = files
        .iter()
        .filter(is_door)
        .map(|file| {
            file.strip_prefix(&root).expect("below it").to_string_lossy().replace('\\', "/")
        })
        .collect();
    found.sort();
    let mut known = DOORS.map(|(file, _)| file.to_owned());
    known.sort();
    assert_eq!(found, known);
}

/// What is wrong with this made-up file, without its path.
fn check(path: &str, text: &str, expected: &[&str]) {
    let found = violations(path, &format!("//! Head.\n{text}"));
    let found: Vec<&str> = found.iter().map(|v| &v[path.len() + 1..]).collect();
    assert_eq!(found, expected, "{path}\n{text}");
}

/// The largest circle of these made-up files.
fn check_circle(files: &[(&str, &str)], expected: &[&str]) {
    let files: Vec<_> = files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect();
    let found = largest_circle(&needed(&files));
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn files_that_need_each_other_are_a_circle() {
    let a = ("m/a.rs", "use super::b::B;");
    check_circle(&[a, ("m/b.rs", "fn f() { crate::m::c::g() }"), ("m/c.rs", "")], &[]);
    let back = ("m/c.rs", "use crate::m::{a::{self, A as Other}, d};");
    check_circle(
        &[a, ("m/b.rs", "fn f() { crate::m::c::g() }"), back, ("m/d.rs", "")],
        &["m/a", "m/b", "m/c"],
    );
}

#[test]
fn a_name_that_is_handed_on_leads_to_where_it_is_defined() {
    let top = ("m/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;");
    check_circle(&[top, ("m/a.rs", "use super::B;"), ("m/b.rs", "")], &[]);
    check_circle(&[top, ("m/a.rs", "use super::B;"), ("m/b.rs", "use super::A;")], &["m/a", "m/b"]);
    let used = ("m/mod.rs", "mod a; pub use a::A; struct B(A);");
    check_circle(&[used, ("m/a.rs", "use super::B;")], &["m", "m/a"]);
}

#[test]
fn what_the_arrows_allow_passes() {
    check("src/ui/a.rs", "use crate::model::{draft::Draft, id};\nuse leptos::{ev, html};", &[]);
    check("src/organiser/a.rs", "use crate::{browser, model::id, ui::{a, b}};", &[]);
    check("src/participant/a.rs", "use super::state::State;\nuse crate::browser::storage;", &[]);
    check("src/bin/organiser.rs", "fn main() { ask_together::organiser::run() }", &[]);
    check("src/browser/a.rs", "use web_sys::Window;\nuse crate::browser::b;", &[]);
    check("src/model/a.rs", "use super::id;\nuse hpke::{Deserializable, Serializable};", &[]);
    check("src/model/wire/a.rs", "use serde::Serialize;", &[]);
    check("src/model/wire.rs", "use serde::Serialize;", &[]);
}

#[test]
fn what_breaks_an_arrow_is_found_with_its_line() {
    check("src/ui/a.rs", "\nuse crate::browser::b;", &["3: `ui` may not name `browser`"]);
    check("src/ui/a.rs", "use crate::organiser;", &["2: `ui` may not name `organiser`"]);
    check("src/model/a.rs", "use crate::ui::a;", &["2: `model` may not name `ui`"]);
    check("src/browser/a.rs", "use crate::model::id;", &["2: `browser` may not name `model`"]);
    check("src/browser/a.rs", "use ask_together::ui;", &["2: `browser` may not name `ui`"]);
    check(
        "src/organiser/a/b.rs",
        "use super::super::super::participant::app;",
        &["2: `organiser` may not name `participant`"],
    );
    check("src/bin/organiser.rs", "use ask_together::ui;", &["2: `bin` may not name `ui`"]);
}

#[test]
fn a_name_in_a_group_is_found_too() {
    check(
        "src/ui/a.rs",
        "use crate::{\n    model::{draft, id},\n    browser::{self, b},\n    participant,\n};",
        &["4: `ui` may not name `browser`", "5: `ui` may not name `participant`"],
    );
    check("src/ui/a.rs", "use crate::{model::{browser, organiser}};", &[]);
}

#[test]
fn a_name_in_the_middle_of_the_code_is_found_too() {
    check(
        "src/participant/a.rs",
        "fn f() { let x = crate :: organiser :: g(); }",
        &["2: `participant` may not name `organiser`"],
    );
}

#[test]
fn the_browsers_crates_are_found_under_any_name() {
    let only = |name| format!("2: only `browser` may name {name}");
    check("src/ui/a.rs", "use leptos::web_sys::Event;", &[&only("web_sys")]);
    check("src/organiser/a.rs", "use gloo_storage::Storage;", &[&only("gloo_storage")]);
    check("src/lib.rs", "use js_sys::Date;", &[&only("js_sys")]);
    check("src/bin/a.rs", "use wasm_bindgen_futures::a;", &[&only("wasm_bindgen_futures")]);
}

#[test]
fn serde_and_leptos_are_found_where_they_must_not_be() {
    check("src/model/a.rs", "use serde::Serialize;", &["2: only `model/wire` may name serde"]);
    check("src/ui/a.rs", "use serde::Serialize;", &["2: only `model/wire` may name serde"]);
    check("src/model/a.rs", "use leptos::prelude::*;", &["2: the model may not name leptos"]);
}

#[test]
fn comments_and_strings_count_for_nothing() {
    check("src/ui/a.rs", "// crate::browser web_sys\n/* web_sys /* js_sys */ gloo */", &[]);
    check("src/ui/a.rs", "const A: &str = \"web_sys \\\" gloo\";", &[]);
    check("src/ui/a.rs", "const A: &str = r#\"web_sys \" gloo\"#;", &[]);
    check("src/ui/a.rs", "fn f<'a>(x: &'a str) -> char { '\"' } // web_sys", &[]);
}

#[test]
fn the_rules_of_every_file_are_held() {
    let long = "\n".repeat(MOST_LINES);
    check("tests/a.rs", &long, &["401: has over 400 lines, and its head says no reason"]);
    let excused = format!("//! {EXCUSE} it is a table.\n{long}");
    assert!(violations("tests/a.rs", &excused).is_empty());
    assert_eq!(violations("xtask/a.rs", "fn f() {}"), ["xtask/a.rs:1: does not open with `//!`"]);
    check("xtask/a.rs", "dbg!(1);", &["2: dbg! must not stay"]);
    let unfinished = format!("// {}: more", UNFINISHED[0]);
    check("src/model/a.rs", &unfinished, &[&format!("2: {}: finish it", UNFINISHED[0])]);
}
