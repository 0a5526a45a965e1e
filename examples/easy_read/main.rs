//! Measures the easy-read advice on lines of a label, a tab and a sentence, and finds its weights:
//! `cargo xtask easy-read measure FILE [--explain]` and `cargo xtask easy-read train FILE`.
//!
//! A third column, after another tab, names the document that a sentence is from. `measure` ends with one
//! line a label, in the order the labels come: `easy-read LABEL flagged=N of=M`. A sentence is flagged when
//! something amber or red is found in it. Absent: any judgement.

mod learn;
mod lines;
mod measure;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let explain = arguments.iter().any(|argument| argument == "--explain");
    let words: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    let (trains, file) = match words[..] {
        ["train", file] => (true, file),
        ["measure", file] => (false, file),
        _ => {
            eprintln!(
                "cargo xtask easy-read measure FILE [--explain], or: cargo xtask easy-read train FILE"
            );
            return ExitCode::FAILURE;
        }
    };
    let read = std::fs::read_to_string(file)
        .map_err(|error| format!("{file} could not be read: {error}"))
        .and_then(|text| lines::read(&text).map_err(|error| format!("{file}, {error}")));
    match read {
        Ok(lines) if trains => learn::train(&lines),
        Ok(lines) => measure::measure(&lines, explain),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
