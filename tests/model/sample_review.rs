//! The golden review: an invitation, notes of every sort, and a decision. Never change one: add
//! another beside it.

use crate::sample_survey::survey;
use crate::support::{SURVEY, q};
use ask_together::model::id::Author;
use ask_together::model::review::{
    Ask, Decision, Ease, Invitation, Note, NoteName, Notes, Reviewer, ReviewerId, Round, RoundId,
    Says, Verdict,
};

pub const ROUND: RoundId = RoundId(0x1122_3344_5566_7788);
pub const ANA: ReviewerId = ReviewerId(u64::MAX);

fn asks() -> Vec<Ask> {
    let text = "Is “support worker” the right word here?".to_owned();
    vec![
        Ask { number: 1, question: Some(q(1)), text },
        Ask { number: 70_000, question: None, text: "What is missing?".into() },
    ]
}

pub fn round() -> Round {
    Round { id: ROUND, at: 1_750_000_000_000, asks: asks() }
}

pub fn invitation() -> Invitation {
    Invitation { round: ROUND, survey: survey(), asks: asks() }
}

/// Every sort of note.
pub fn notes() -> Notes {
    let says = [
        (Some(q(1)), Says::Ease(Ease::Easy)),
        (Some(q(2)), Says::Ease(Ease::Hard)),
        (Some(q(10)), Says::Ease(Ease::NotOk)),
        (Some(q(2)), Says::HardWord("advocate".into())),
        (Some(q(2)), Says::Wording("Does someone speak up for you?".into())),
        (Some(q(1)), Says::Picture("1F375".into())),
        (Some(q(10)), Says::Choice("Bara brith 🍰".into())),
        (None, Says::Question("What do you do at weekends?".into())),
        (None, Says::Free("I liked it.\nشكرا".into())),
        (Some(q(1)), Says::Reply(1, "No. We say “staff”.".into())),
        (None, Says::Nothing),
    ];
    let notes = (1..)
        .zip(says)
        .map(|(number, (question, says))| (number, Note { revision: number / 3, question, says }));
    let reviewer = Reviewer { id: ANA, name: "Ana".into(), may_be_named: true };
    Notes { survey: SURVEY, round: ROUND, revision: 2, reviewer, notes: notes.collect() }
}

pub fn decision() -> Decision {
    Decision {
        note: NoteName { reviewer: ANA, number: 5 },
        verdict: Verdict::Changed,
        reason: "We kept the word and explain it.".into(),
        author: Author(9),
        at: 1_750_000_000_000,
    }
}
