//! Which file needs which, and which of them go round in a circle: none of those can be understood, or
//! changed, without all the others.
//!
//! What counts is where a thing is defined: a file that only hands names on, as `draft.rs` does, is neither
//! in the way nor a way out.

use super::source::{code, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// The names of a module and of all that it is in: `["organiser", "state"]`.
type Module = Vec<String>;

/// What a file names.
struct Source {
    /// Every path that its code leads to.
    needs: Vec<Module>,
    /// The names that it brings in, and what each stands for.
    names: BTreeMap<String, Module>,
}

/// For each file of a layer, the files that it needs. `texts` are the paths below `src` with what they say.
pub fn needed(texts: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeSet<Module> = texts.iter().map(|(path, _)| module(path)).collect();
    let sources: BTreeMap<Module, Source> = texts
        .iter()
        .map(|(path, text)| (module(path), source(&module(path), &code(text), &modules)))
        .collect();
    let all = |of: &Module, source: &Source| {
        let found = source.needs.iter().filter_map(|path| defined(path, &sources));
        found.filter(|other| other != of).map(|other| other.join("/")).collect()
    };
    sources.iter().map(|(of, source)| (of.join("/"), all(of, source))).collect()
}

/// The largest circle: files that all need each other, in some number of steps.
pub fn largest_circle(needed: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        needed.keys().map(|from| (from, reached(from, needed))).collect();
    let circle = |from: &String| {
        let back = reached[from].iter().filter(|to| reached[**to].contains(from));
        back.map(|to| (*to).clone()).collect::<BTreeSet<String>>()
    };
    needed.keys().map(circle).max_by_key(BTreeSet::len).unwrap_or_default()
}

fn reached<'a>(
    from: &'a String,
    needed: &'a BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'a String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        for to in needed.get(next).into_iter().flatten() {
            if found.insert(to) {
                open.push(to);
            }
        }
    }
    found
}

fn module(path: &str) -> Module {
    let plain = path.trim_end_matches(".rs");
    let plain = plain.strip_suffix("/mod").unwrap_or(plain);
    plain.split('/').map(str::to_owned).collect()
}

fn source(of: &Module, code: &str, modules: &BTreeSet<Module>) -> Source {
    let tokens: Vec<&str> = tokens(code).into_iter().map(|(_, token)| token).collect();
    let (mut uses, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        // `use<>` in a type is no import.
        if tokens[at] == "use" && tokens.get(at + 1) != Some(&"<") {
            let end = (at..tokens.len()).find(|end| tokens[*end] == ";").unwrap_or(tokens.len());
            let is_handed_on = matches!(rest.last(), Some(&("pub" | ")")));
            let mut found = Vec::new();
            imported(&tokens[at + 1..end], &[], &mut found);
            uses.extend(found.into_iter().map(|(path, name)| (is_handed_on, path, name)));
            at = end + 1;
        } else {
            rest.push(tokens[at]);
            at += 1;
        }
    }
    let absolute = |path: &[String]| absolute(path, of, modules);
    let mut source = Source { needs: Vec::new(), names: BTreeMap::new() };
    for (is_handed_on, path, name) in uses {
        let Some(path) = absolute(&path) else { continue };
        // What is only handed on is not needed here.
        if !is_handed_on || rest.contains(&name.as_str()) {
            source.needs.push(path.clone());
        }
        source.names.insert(name, path);
    }
    for start in 0..rest.len() {
        let before = start.checked_sub(1).map(|before| rest[before]);
        if rest.get(start + 1) != Some(&"::") || matches!(before, Some("::" | "in")) {
            continue;
        }
        let mut path = Module::new();
        for part in rest[start..].split(|token| *token == "::") {
            path.extend(part.first().map(|first| (*first).to_owned()));
            if part.len() != 1 {
                break;
            }
        }
        source.needs.extend(absolute(&path));
    }
    source
}

/// What an import brings in: each path with the name that it has here.
fn imported(tokens: &[&str], before: &[String], found: &mut Vec<(Module, String)>) {
    let mut depth = 0;
    let is_comma = |token: &&str| {
        depth += i32::from(*token == "{") - i32::from(*token == "}");
        depth == 0 && *token == ","
    };
    for item in tokens.split(is_comma).filter(|item| !item.is_empty()) {
        let group = item.iter().position(|token| *token == "{");
        let path = item[..group.unwrap_or(item.len())].iter().filter(|token| **token != "::");
        let mut path: Module =
            before.iter().cloned().chain(path.map(|token| (*token).to_owned())).collect();
        if let Some(group) = group {
            imported(&item[group + 1..item.len() - 1], &path, found);
            continue;
        }
        let alias = path.iter().position(|part| part == "as");
        let alias = alias.map(|place| path.split_off(place).pop().unwrap_or_default());
        if path.last().is_some_and(|last| last == "self" || last == "*") {
            path.pop();
        }
        let name = alias.or_else(|| path.last().cloned()).unwrap_or_default();
        found.push((path, name));
    }
}

/// A path from the top of `src`. `None` for what other crates have.
fn absolute(path: &[String], of: &Module, modules: &BTreeSet<Module>) -> Option<Module> {
    let below =
        |first: &String| modules.contains(&[&of[..], core::slice::from_ref(first)].concat());
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([&of[..], &path[1..]].concat()),
        "super" => {
            let up = path.iter().take_while(|part| *part == "super").count();
            Some([&of[..of.len().checked_sub(up)?], &path[up..]].concat())
        }
        _ => below(&path[0]).then(|| [&of[..], path].concat()),
    }
}

/// The file that a path leads to: where its thing is defined, not where it is handed on.
fn defined(path: &[String], sources: &BTreeMap<Module, Source>) -> Option<Module> {
    let mut path = path.to_vec();
    // Names that are handed on in a ring would lead nowhere.
    for _ in 0..8 {
        let of = (1..=path.len()).rev().find(|end| sources.contains_key(&path[..*end]))?;
        let handed_on = path.get(of).and_then(|name| sources[&path[..of]].names.get(name));
        match handed_on {
            Some(to) => path = [&to[..], &path[of + 1..]].concat(),
            None => return Some(path[..of].to_vec()),
        }
    }
    None
}
