//! The weights of the sum: printed by `cargo xtask easy-read train FILE`. Absent: the sentences they were
//! learned from. Where those stand, and how well the sum tells them apart: `tests/data/easy-read-sources.tsv`.

use super::COUNT;

/// What 1 of each thing adds.
pub const WEIGHTS: [f64; COUNT] = [
    1.277,   // length
    0.513,   // words above 15
    7.401,   // share of words that people seldom hear
    0.469,   // rarest word but one
    3.311,   // share of prepositions
    0.480,   // letters of a word
    0.458,   // commas and other signs
    -2.354,  // it says what something means
    -0.324,  // it starts with you, we, it or people
    -20.811, // share of people and things
    0.967,   // words of forms
    -2.022,  // share of names
    0.867,   // hard words found
    1.053,   // passives found
    0.188,   // negatives found
    0.452,   // big numbers found
    0.000,   // letters that stand for words found
    3.846,   // hard ways to ask found
];

/// What is taken off, so that a hard sentence is above 0.
pub const BIAS: f64 = -6.554;

/// Above this, most easy-read documents have no sentence.
pub const RED: f64 = 1.997;
