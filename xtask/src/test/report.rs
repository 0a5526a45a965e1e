//! What was tried and how it went: counted from what the test programs print, shown as one table.

use anyhow::Result;
use std::ops::AddAssign;
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    pub const ONE_PASSED: Tally = Tally { passed: 1, failed: 0 };
    pub const ONE_FAILED: Tally = Tally { passed: 0, failed: 1 };

    /// Reads one line of what `cargo test` or `node --test` prints. Most lines say nothing of this.
    pub fn read(line: &str) -> Tally {
        if let Some(result) = line.trim().strip_prefix("test result:") {
            let number_before = |word: &str| {
                let (before, _) = result.split_once(word)?;
                before.split_whitespace().last()?.parse().ok()
            };
            return Tally {
                passed: number_before("passed;").unwrap_or(0),
                failed: number_before("failed;").unwrap_or(0),
            };
        }
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["#" | "ℹ", "pass", number] => {
                Tally { passed: number.parse().unwrap_or(0), failed: 0 }
            }
            // A test that was cut off has not passed.
            ["#" | "ℹ", "fail" | "cancelled", number] => {
                Tally { passed: 0, failed: number.parse().unwrap_or(0) }
            }
            _ => Tally::default(),
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[derive(Default)]
pub struct Report {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    /// Nothing where it was left out.
    outcome: Option<(Tally, Duration)>,
}

impl Report {
    /// Does one step under its heading. Says whether all of it passed.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Tally>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("This did not work: {error:#}");
            Tally::ONE_FAILED
        });
        let took = start.elapsed();
        let is_passed = tally.failed == 0;
        let verdict = if is_passed { "passed" } else { "FAILED" };
        println!("== {name}: {verdict} in {:.1} s", took.as_secs_f32());
        self.steps.push(Step { name, outcome: Some((tally, took)) });
        is_passed
    }

    /// Says that a step can't be done here, and why. That is neither passed nor failed.
    pub fn leave_out(&mut self, name: &'static str, why: &anyhow::Error) {
        println!("\n== {name}: LEFT OUT, not tried: {why:#}");
        self.steps.push(Step { name, outcome: None });
    }

    /// The table, and then the line that tools look for at the very end.
    pub fn finish(self) -> ExitCode {
        println!("\n{:32}{:>8}{:>8}{:>10}", "", "passed", "failed", "seconds");
        let mut total = Tally::default();
        for Step { name, outcome } in self.steps {
            let Some((tally, took)) = outcome else {
                println!("{name:32}{:>26}", "left out, not tried");
                continue;
            };
            let (passed, failed) = (tally.passed, tally.failed);
            println!("{name:32}{passed:>8}{failed:>8}{:>10.1}", took.as_secs_f32());
            total += tally;
        }
        println!("\n{} passed, {} failed", total.passed, total.failed);
        ExitCode::from(u8::from(total.failed > 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: usize, failed: usize) {
        assert_eq!(Tally::read(line), Tally { passed, failed }, "{line}");
    }

    #[test]
    fn what_cargo_prints_is_counted() {
        check(
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            12,
            3,
        );
        check("test model::a_test_result_passed ... ok", 0, 0);
    }

    #[test]
    fn what_node_prints_is_counted() {
        check("ℹ pass 7", 7, 0);
        check("# fail 2", 0, 2);
        check("ℹ cancelled 1", 0, 1);
        check("ℹ tests 9", 0, 0);
    }
}
