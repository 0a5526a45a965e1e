//! A survey of 200 questions with 100 conditions, for `cargo xtask bench next-question`, and for
//! `keystroke` and `builder-open`.
//!
//! Every second question depends on the one before it and on the first. Its shape is written once
//! more for the peers, in `peer.js` of `tests/bench/next-question` and `tests/bench/creator`.

use crate::making::Making;
use ask_together::model::draft::{Draft, Part};
use ask_together::model::standard::{NO, YES};
use ask_together::model::survey::{Check, Condition, Group, Kind, Test};

/// How many questions there are.
const QUESTIONS: usize = 200;

pub fn draft() -> Draft {
    let mut m = Making::new(3, "A long survey");
    let mut asked = Vec::new();
    for number in 1..=QUESTIONS {
        let text = format!("Is this thing number {number} good for you?");
        let question = m.asks(Kind::YesNo, &text, &[]);
        if let (0, Some(before), Some(first)) = (number % 2, asked.last(), asked.first()) {
            let tests = vec![
                Test { question: *before, check: Check::Is(YES) },
                Test { question: *first, check: Check::IsNot(NO) },
            ];
            let groups = vec![Group { all: true, tests }];
            m.sets(question, Part::ShowIf(Condition { all: true, groups }));
        }
        asked.push(question);
    }
    m.0
}
