//! The weights of the sum: printed by `cargo xtask easy-read train FILE`. Absent: the sentences they were
//! learned from. Where those stand, and how well the sum tells them apart: `tests/data/easy-read-sources.tsv`.

use super::COUNT;

/// What 1 of each thing adds.
pub const WEIGHTS: [f64; COUNT] = [
    1.268,   // length
    0.526,   // words above 15
    7.557,   // share of words that people seldom hear
    0.426,   // rarest word but one
    3.017,   // share of prepositions
    0.495,   // letters of a word
    0.478,   // commas and other signs
    -2.231,  // it says what something means
    -0.302,  // it starts with you, we, it or people
    -20.434, // share of people and things
    0.989,   // words of forms
    -2.050,  // share of names
    0.864,   // hard words found
    1.082,   // passives found
    0.181,   // negatives found
    0.488,   // big numbers found
    0.000,   // letters that stand for words found
    2.016,   // hard ways to ask found
];

/// What is taken off, so that a hard sentence is above 0.
pub const BIAS: f64 = -6.601;

/// Above this, most easy-read documents have no sentence.
pub const RED: f64 = 2.173;
