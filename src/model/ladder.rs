//! The ladder of involvement: how much people take part in a piece of work, step by step, with an example of
//! each and what people often take for it. The group picks its step; the app never does.
//!
//! After the ladder of co-production (Think Local Act Personal, 2021), in our own words. The steps are in
//! [`review`](super::review), where drafts keep the one that was picked.

use super::review::Step;

/// One step of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Which.
    pub step: Step,
    /// What people who work in the field call it.
    pub name: &'static str,
    /// The same in a few plain words.
    pub plain: &'static str,
    /// What it means.
    pub what: &'static str,
    /// What it looks like.
    pub example: &'static str,
    /// What it is not, though people take it for that.
    pub is_not: &'static str,
}

/// Every step, from least to most.
pub const LADDER: [Rung; 5] = [
    Rung {
        step: Step::Informing,
        name: "Informing",
        plain: "Told",
        what: "People are told what will happen.",
        example: "We sent a letter that says when the new café opens.",
        is_not: "Asking what people think.",
    },
    Rung {
        step: Step::Consulting,
        name: "Consulting",
        plain: "Asked",
        what: "People are asked what they think. Others decide.",
        example: "We asked people which of 2 menus they like. The manager decided.",
        is_not: "Deciding together.",
    },
    Rung {
        step: Step::Engaging,
        name: "Engaging",
        plain: "Heard again and again",
        what: "People say what they think more than once. Others decide.",
        example: "A group met each month to talk about the café. The manager listened. Then the manager decided.",
        is_not: "Sharing the power to decide.",
    },
    Rung {
        step: Step::CoDesigning,
        name: "Co-designing",
        plain: "Worked with",
        what: "People make it together. Others have the last word.",
        example: "People and staff planned the café together. The manager said yes at the end.",
        is_not: "Showing people a plan when it is done.",
    },
    Rung {
        step: Step::CoProducing,
        name: "Co-producing",
        plain: "Led by people, as equals",
        what: "People make it and decide together, from start to end.",
        example: "People who use the café run it with the staff. They chose the food, the prices and the cook.",
        is_not: "Asking people about a plan that is already made.",
    },
];

/// The step in a line of a report: how we made this, and what that means.
pub fn says(step: Step) -> String {
    let Rung { name, what, .. } = rung(step);
    format!("How we made this survey: {name}. {what}")
}

/// The one of a step.
pub fn rung(step: Step) -> &'static Rung {
    LADDER.iter().find(|rung| rung.step == step).unwrap_or(&LADDER[0])
}
