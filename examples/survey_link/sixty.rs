//! A survey of 60 questions, for `cargo xtask bench csv-export`: 50 to pick from, some of them with several ticks, and 10
//! to write to.

use crate::making::Making;
use ask_together::model::draft::Draft;
use ask_together::model::survey::Kind;

const QUESTIONS: usize = 60;

pub fn draft() -> Draft {
    let mut m = Making::new(60, "Sixty questions");
    for number in 1..=QUESTIONS {
        let text = format!("What do you think of thing number {number}?");
        match number % 6 {
            0 => _ = m.asks(Kind::ShortText, &text, &[]),
            1 | 2 => _ = m.asks(Kind::YesNo, &text, &[]),
            3 => _ = m.asks(Kind::Faces3, &text, &[]),
            4 => _ = m.asks(Kind::OneChoice, &text, &["At home", "At work", "In town", "Nowhere"]),
            _ => _ = m.asks(Kind::ManyChoices, &text, &["My friends", "My family", "Staff"]),
        }
    }
    m.0
}
