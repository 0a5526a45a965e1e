//! The weights of the sum: printed by `cargo xtask easy-read train FILE`. Absent: the sentences they were
//! learned from. Where those stand, and how well the sum tells them apart: `tests/data/easy-read-sources.tsv`.

use super::COUNT;

/// What 1 of each thing adds.
pub const WEIGHTS: [f64; COUNT] = [
    0.650,   // length
    0.475,   // words above 15
    7.046,   // share of words that people seldom hear
    0.364,   // rarest word but one
    2.283,   // share of prepositions
    0.477,   // letters of a word
    0.471,   // commas and other signs
    -1.104,  // it says what something means
    -0.444,  // it starts with you, we, it or people
    -12.505, // share of people and things
    0.877,   // words that tie or hedge
    -1.208,  // share of names
    -9.680,  // share of plain words
    1.421,   // short forms
    0.589,   // hard words found
    0.098,   // passives found
    0.032,   // negatives found
    2.000,   // big numbers found
    0.894,   // letters that stand for words found
    1.162,   // hard ways to ask found
];

/// What is taken off, so that a hard sentence is above 0.
pub const BIAS: f64 = -4.927;

/// Above this, most easy-read documents have no sentence.
pub const RED: f64 = 2.090;
