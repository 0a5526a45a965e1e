//! The weights of the sum: printed by `cargo xtask easy-read train FILE`. Absent: the sentences they were
//! learned from. Where those stand, and how well the sum tells them apart: `tests/data/easy-read-sources.tsv`.

use super::COUNT;

/// What 1 of each thing adds.
pub const WEIGHTS: [f64; COUNT] = [
    1.279,   // length
    0.541,   // words above 15
    7.766,   // share of words that people seldom hear
    0.449,   // rarest word but one
    3.284,   // share of prepositions
    0.526,   // letters of a word
    0.443,   // commas and other signs
    -2.348,  // it says what something means
    -0.359,  // it starts with you, we, it or people
    -21.239, // share of people and things
    0.836,   // words of forms
    -1.376,  // share of names
    0.771,   // hard words found
    1.040,   // passives found
    0.216,   // negatives found
    0.461,   // big numbers found
    0.000,   // letters that stand for words found
    3.877,   // hard ways to ask found
];

/// What is taken off, so that a hard sentence is above 0.
pub const BIAS: f64 = -7.006;

/// Above this, most easy-read documents have no sentence.
pub const RED: f64 = 2.052;
