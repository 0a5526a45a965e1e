//! Measures the easy-read advice on lines of a label, a tab and a sentence:
//! `cargo xtask easy-read FILE [--explain]`.
//!
//! It ends with one line a label, in the order the labels come: `easy-read LABEL flagged=N of=M`. A
//! sentence is flagged when something amber or red is found in it. Absent: any judgement.

use ask_together::model::easy_read::{self, Finding, Rule, Severity};
use std::process::ExitCode;

/// What was found for one label.
struct Label {
    name: String,
    flagged: usize,
    of: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let explain = arguments.iter().any(|argument| argument == "--explain");
    let Some(file) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        eprintln!("Say which file to read: cargo xtask easy-read FILE [--explain]");
        return ExitCode::FAILURE;
    };
    let measured = std::fs::read_to_string(file)
        .map_err(|error| format!("{file} could not be read: {error}"))
        .and_then(|text| measure(&text, explain).map_err(|error| format!("{file}, {error}")));
    match measured {
        Ok(labels) => {
            for Label { name, flagged, of } in labels {
                println!("easy-read {name} flagged={flagged} of={of}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads every line, prints the counts of each rule, and gives back the labels. The error says
/// which line is wrong, and how.
fn measure(text: &str, explain: bool) -> Result<Vec<Label>, String> {
    let mut labels: Vec<Label> = Vec::new();
    let mut all: Vec<(usize, Finding)> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let (name, sentence) = line
            .split_once('\t')
            .filter(|(name, sentence)| !name.trim().is_empty() && !sentence.trim().is_empty())
            .ok_or_else(|| format!("line {number}: expected a label, a tab and a sentence"))?;
        let place = labels.iter().position(|label| label.name == name).unwrap_or(labels.len());
        if place == labels.len() {
            labels.push(Label { name: name.to_owned(), flagged: 0, of: 0 });
        }
        let found = easy_read::in_text(sentence);
        let is_flagged = found.iter().any(|finding| finding.severity > Severity::Note);
        labels[place].of += 1;
        labels[place].flagged += usize::from(is_flagged);
        if explain {
            println!("{} {name}: {sentence}", if is_flagged { "!" } else { " " });
            for finding in &found {
                let words = sentence.get(finding.at.clone()).unwrap_or_default();
                println!(
                    "    {:?} {}: “{words}”. {}",
                    finding.severity,
                    finding.rule.name(),
                    finding.why
                );
            }
        }
        all.extend(found.into_iter().map(|finding| (place, finding)));
    }
    if labels.is_empty() {
        return Err("line 1: there is no sentence in it".into());
    }
    for rule in Rule::ALL {
        let of_rule = || all.iter().filter(|(_, finding)| finding.rule == rule);
        if of_rule().next().is_some() {
            let counts = labels.iter().enumerate().map(|(place, label)| {
                let count = |flagged: bool| {
                    let mine = of_rule().filter(|(whose, _)| *whose == place);
                    mine.filter(|(_, f)| (f.severity > Severity::Note) == flagged).count()
                };
                format!("{} {} (and {} notes)", label.name, count(true), count(false))
            });
            println!("{}: {}", rule.name(), counts.collect::<Vec<String>>().join(", "));
        }
    }
    Ok(labels)
}
