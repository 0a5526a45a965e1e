//! How the counts of one question are drawn. Rows of people are what people with a learning disability read best, and
//! aligned bars come next (Wu et al., CHI 2021); so people are drawn as long as they fit one row.
//!
//! Absent: pies and percentages, which they read worst; and the drawing itself.

/// Figures that fit one row on a phone: as large as a finger tip, and as small as can be told apart.
const FIGURES: [usize; 2] = [10, 20];

/// How many people one figure can stand for.
const STEPS: [usize; 4] = [1, 2, 5, 10];

/// How the people of one question are drawn, the same for all its choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// How many people one figure stands for.
    pub each: usize,
    /// How many figures a row has room for.
    pub room: usize,
}

impl Figures {
    /// `largest` is the largest count of the question. `None` when there are too many people for a row: then bars
    /// say it better.
    pub fn of(largest: usize) -> Option<Self> {
        let fits = |each: usize| FIGURES.into_iter().find(|room| largest <= each * room);
        STEPS.into_iter().find_map(|each| Some(Self { each, room: fits(each)? }))
    }
}
