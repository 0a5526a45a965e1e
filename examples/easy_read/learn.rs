//! Finds the weights of the sum from sentences of two labels, and says how well they do on documents that they
//! were not found from.
//!
//! Logistic regression with a penalty for weights that are far from earlier ones. A thing that makes sentences harder may not count
//! for them, so weights with the wrong sign are left out. The documents are dealt into ten parts; each part is
//! judged by weights from the other nine. The same once more by publishers, who write all their documents alike: that is
//! nearer to what happens to text by somebody new, and the limit comes from it.

use crate::lines::{Line, first_seen, known, labels, tell_apart};
use ask_together::model::easy_read::{self, Known, score::COUNT, score::NAMES, score::SIGNS};

/// How strong the penalty is.
const PENALTY: f64 = 30.0;
/// The weights of earlier sentences, which nobody kept: the penalty is for being far from them. In the order of
/// [`NAMES`].
const EARLIER: [f64; COUNT] = [
    1.279, 0.541, 7.766, 0.449, 3.284, 0.526, 0.443, -2.348, -0.359, -21.239, 0.836, -1.376, 0.0,
    0.0, 0.771, 1.04, 0.216, 0.461, 0.0, 2.0,
];
/// The last things that are summed up are what rules find, and so much may one of them weigh.
const FOUND: usize = 6;
const MOST_FOUND: f64 = 2.0;
const PARTS: usize = 10;
/// How many of a hundred easy sentences may be amber, and red.
const MOST_AMBER: f64 = 0.18;
const MOST_RED: f64 = 0.02;

/// One row: what is measured, and a last 1 for the bias.
type Row = [f64; COUNT + 1];

/// Prints the weights and how well they do.
pub fn train(lines: &[Line]) {
    let labels = labels(lines);
    let [easy, hard] = labels[..] else {
        eprintln!("There must be two labels in it: what is easy first.");
        return;
    };
    let raw: Vec<[f64; COUNT]> =
        lines.iter().zip(&known(lines)).map(|(line, known)| measured(line, known)).collect();
    let (middle, spread) = scale(&raw);
    let row = |measured: &[f64; COUNT]| {
        let mut row = [1.0; COUNT + 1];
        for (at, value) in measured.iter().enumerate() {
            row[at] = (value - middle[at]) / spread[at];
        }
        row
    };
    let rows: Vec<Row> = raw.iter().map(row).collect();
    let is_hard: Vec<bool> = lines.iter().map(|line| line.label == hard).collect();
    let mut limit_of = Vec::new();
    for (name, of) in [("documents", document as fn(&Line) -> &str), ("publishers", publisher)] {
        let keys: Vec<&str> = lines.iter().map(of).collect();
        let seen = first_seen(keys.iter().copied());
        let part = |key: &str| seen.iter().position(|own| *own == key).unwrap_or(0) * 7 % PARTS;
        let parts: Vec<usize> = keys.iter().map(|key| part(key)).collect();
        let held_out = judged(&rows, &is_hard, &parts, &spread);
        println!(
            "{} {name} in {PARTS} parts. Each part is judged by weights from the others:",
            seen.len()
        );
        tell_apart(lines, &held_out);
        let mut easy_sums: Vec<f64> = held_out
            .iter()
            .zip(&is_hard)
            .filter(|(_, hard)| !**hard)
            .map(|(sum, _)| *sum)
            .collect();
        easy_sums.sort_by(f64::total_cmp);
        limit_of = [MOST_AMBER, MOST_RED].map(|most| limit(&easy_sums, most)).to_vec();
        for most in [0.1, 0.15, MOST_AMBER, 0.2] {
            let most = limit(&easy_sums, most);
            let above = |of: bool| {
                let own = || held_out.iter().zip(&is_hard).filter(|(_, hard)| **hard == of);
                100.0 * own().filter(|(sum, _)| **sum > most).count() as f64 / own().count() as f64
            };
            println!("{hard} {:.1} % flagged at {easy} {:.1} %", above(true), above(false));
        }
    }
    let all: Vec<usize> = (0..rows.len()).collect();
    let weights = fit(&rows, &is_hard, &all, &spread);
    let mut bias = weights[COUNT] - limit_of[0];
    println!("\npub const WEIGHTS: [f64; COUNT] = [");
    for at in 0..COUNT {
        let weight = weights[at] / spread[at];
        bias -= weight * middle[at];
        println!("    {weight:.3}, // {}", NAMES[at]);
    }
    println!("];\npub const BIAS: f64 = {bias:.3};");
    println!("pub const RED: f64 = {:.3};", limit_of[1] - limit_of[0]);
}

fn document(line: &Line) -> &str {
    &line.document
}

/// Whose document it is, as far as its address says so.
fn publisher(line: &Line) -> &str {
    let rest = line.document.split("://").nth(1).unwrap_or(&line.document);
    let host = rest.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// The sum of each row by weights that were found from the other parts.
fn judged(rows: &[Row], is_hard: &[bool], parts: &[usize], spread: &[f64; COUNT]) -> Vec<f64> {
    let mut sums = vec![0.0; rows.len()];
    for away in 0..PARTS {
        let others: Vec<usize> = (0..rows.len()).filter(|at| parts[*at] != away).collect();
        let weights = fit(rows, is_hard, &others, spread);
        for at in (0..rows.len()).filter(|at| parts[*at] == away) {
            sums[at] = dot(&rows[at], &weights);
        }
    }
    sums
}

/// Above this are so many of all these sums, which are sorted.
fn limit(sums: &[f64], most: f64) -> f64 {
    sums[((1.0 - most) * sums.len() as f64) as usize]
}

/// The hardest sentence of a line.
fn measured(line: &Line, known: &Known) -> [f64; COUNT] {
    let all = easy_read::measured(&line.sentence, known);
    let longest = all.into_iter().max_by(|one, other| one[0].total_cmp(&other[0]));
    longest.unwrap_or([0.0; COUNT])
}

fn scale(rows: &[[f64; COUNT]]) -> ([f64; COUNT], [f64; COUNT]) {
    let (mut middle, mut spread) = ([0.0; COUNT], [0.0; COUNT]);
    let number = rows.len() as f64;
    for at in 0..COUNT {
        middle[at] = rows.iter().map(|row| row[at]).sum::<f64>() / number;
        let squares: f64 = rows.iter().map(|row| (row[at] - middle[at]).powi(2)).sum();
        spread[at] = (squares / number).sqrt().max(1e-6);
    }
    (middle, spread)
}

fn dot(row: &Row, weights: &Row) -> f64 {
    row.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// The weights for these rows. The one with the wrong sign that is furthest off is left out, until none is.
/// What one rule finds never weighs so much that it makes a sentence hard alone.
fn fit(rows: &[Row], is_hard: &[bool], of: &[usize], spread: &[f64; COUNT]) -> Row {
    let mut used = [true; COUNT + 1];
    loop {
        let mut weights = newton(rows, is_hard, of, spread, &used);
        let wrong = |at: &usize| weights[*at] * SIGNS[*at];
        let worst = (0..COUNT).min_by(|one, other| wrong(one).total_cmp(&wrong(other)));
        if let Some(at) = worst.filter(|at| wrong(at) < 0.0) {
            used[at] = false;
            continue;
        }
        for (weight, spread) in weights.iter_mut().zip(spread).skip(COUNT - FOUND) {
            *weight = weight.min(MOST_FOUND * spread);
        }
        return weights;
    }
}

fn newton(
    rows: &[Row],
    is_hard: &[bool],
    of: &[usize],
    spread: &[f64; COUNT],
    used: &[bool; COUNT + 1],
) -> Row {
    const MOST_STEPS: usize = 30;
    // Both labels count the same, whatever publisher is away.
    let half = of.len() as f64 / 2.0;
    let number = of.iter().filter(|at| is_hard[**at]).count() as f64;
    let (each_hard, each_easy) = (half / number, half / (of.len() as f64 - number));
    let mut weights = [0.0; COUNT + 1];
    for _ in 0..MOST_STEPS {
        let mut slope = [0.0; COUNT + 1];
        let mut bend = [[0.0; COUNT + 1]; COUNT + 1];
        for at in 0..COUNT {
            slope[at] = PENALTY * (weights[at] - EARLIER[at] * spread[at]);
            bend[at][at] = PENALTY;
        }
        bend[COUNT][COUNT] = 1e-9;
        for (values, hard) in of.iter().map(|at| (&rows[*at], is_hard[*at])) {
            let weight = if hard { each_hard } else { each_easy };
            let chance = 1.0 / (1.0 + (-dot(values, &weights)).exp());
            let off = weight * (chance - f64::from(u8::from(hard)));
            for one in 0..=COUNT {
                slope[one] += off * values[one];
                for other in 0..=COUNT {
                    bend[one][other] +=
                        weight * chance * (1.0 - chance) * values[one] * values[other];
                }
            }
        }
        for at in (0..=COUNT).filter(|at| !used[*at]) {
            slope[at] = 0.0;
            bend[at] = [0.0; COUNT + 1];
            for row in &mut bend {
                row[at] = 0.0;
            }
            bend[at][at] = 1.0;
        }
        let step = solve(bend, slope);
        for at in 0..=COUNT {
            weights[at] -= step[at];
        }
        if step.iter().all(|step| step.abs() < 1e-7) {
            break;
        }
    }
    weights
}

/// Solves a system of equations whose matrix is symmetric and positive.
fn solve(mut matrix: [Row; COUNT + 1], mut right: Row) -> Row {
    for pivot in 0..=COUNT {
        for row in pivot + 1..=COUNT {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            let above = matrix[pivot];
            for (value, above) in matrix[row].iter_mut().zip(above).skip(pivot) {
                *value -= factor * above;
            }
            right[row] -= factor * right[pivot];
        }
    }
    for row in (0..=COUNT).rev() {
        for column in row + 1..=COUNT {
            right[row] -= matrix[row][column] * right[column];
        }
        right[row] /= matrix[row][row];
    }
    right
}
