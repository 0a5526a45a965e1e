//! The chips of an open question: what each says at rest of what opens under it, and which questions
//! have use for it. And which kinds of question the picker offers first.
//!
//! Absent: what opens, and the words of conditions, which are the organiser program's.

use super::survey::{Kind, Question};
use crate::model::limit::Limit;

/// What a chip is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chip {
    /// When the question is asked.
    Asked,
    /// How often a section is asked.
    Repeats,
    /// Whether people can say that they prefer not to say.
    Personal,
    /// How many choices people can pick, or which numbers are allowed.
    Limits,
    /// What the places for cards are called.
    Groups,
}

/// The chips that a kind of question has use for, in the order in which they show.
pub fn chips_of(kind: Kind) -> Vec<Chip> {
    let has_limits = kind.picks_many() || kind == Kind::Number;
    let all = [
        (Chip::Asked, true),
        (Chip::Repeats, kind == Kind::Section),
        (Chip::Personal, kind.can_skip()),
        (Chip::Limits, has_limits),
        (Chip::Groups, kind == Kind::Sorting),
    ];
    all.into_iter().filter(|(_, has)| *has).map(|(chip, _)| chip).collect()
}

/// The name of a chip.
pub fn name(chip: Chip) -> &'static str {
    match chip {
        Chip::Asked => "Asked",
        Chip::Repeats => "Repeats",
        Chip::Personal => "Personal",
        Chip::Limits => "Limits",
        Chip::Groups => "Groups",
    }
}

/// What a chip says of this question, after its name.
pub fn says<C>(chip: Chip, question: &Question<C>) -> String {
    let yes_no = |is: bool| if is { "yes" } else { "no" };
    match chip {
        Chip::Asked => match question.show_if.tests().count() {
            0 => "always".to_owned(),
            1 => "on 1 condition".to_owned(),
            many => format!("on {many} conditions"),
        },
        Chip::Repeats => yes_no(question.repeat.is_some()).to_owned(),
        Chip::Personal if question.apart => [yes_no(question.personal), ", kept apart"].concat(),
        Chip::Personal => yes_no(question.personal).to_owned(),
        Chip::Limits => limits(question),
        Chip::Groups => match question.piles.iter().all(|name| name.trim().is_empty()) {
            true => "standard".to_owned(),
            false => "own names".to_owned(),
        },
    }
}

/// Between which numbers an answer fits, or how many choices.
fn limits<C>(question: &Question<C>) -> String {
    let show = |limit: Limit| match question.kind {
        Kind::Number => limit.number().shown(),
        _ => limit.count().to_string(),
    };
    match (question.least, question.most) {
        (None, None) => "none".to_owned(),
        (Some(least), None) => format!("{} or more", show(least)),
        (None, Some(most)) => format!("up to {}", show(most)),
        (Some(least), Some(most)) if least == most => format!("exactly {}", show(least)),
        (Some(least), Some(most)) => format!("{} to {}", show(least), show(most)),
    }
}

/// What most surveys are made of, in the order in which the picker offers them.
const COMMON: [Kind; 6] = [
    Kind::YesNo,
    Kind::OneChoice,
    Kind::ManyChoices,
    Kind::Faces3,
    Kind::ShortText,
    Kind::LongText,
];

/// The six kinds that the picker offers at once: what was used last comes first, then what is common.
/// `used` has the last one first.
pub fn offered_first(used: &[Kind]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(COMMON.len());
    for kind in used.iter().filter(|kind| kind.asks()).take(3).chain(&COMMON) {
        if !kinds.contains(kind) && kinds.len() < COMMON.len() {
            kinds.push(*kind);
        }
    }
    kinds
}
