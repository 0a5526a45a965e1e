//! A round of review that 30 people have answered, for `cargo xtask bench merge-round`.
//!
//! Each says of every question whether it is easy, and of some a hard word and other words for it.
//! Its shape is written once more for the peer, in `peer.js` of `tests/bench/merge-round`.

use ask_together::model::draft::{Change, Draft};
use ask_together::model::id::{Author, QuestionId};
use ask_together::model::review::{
    Ease, Note, Notes, Recorded, Reviewer, ReviewerId, Round, RoundId, Says,
};
use ask_together::model::wire::{self, Packet};
use ask_together::model::{link, seal};
use serde_json::json;

const PEOPLE: u64 = 30;
const ROUND: RoundId = RoundId(9);

/// As JSON: the draft with its round and its key, as an organiser's browser keeps them, and what
/// each person sends back.
pub fn answered(mut draft: Draft) -> String {
    let round = Round { id: ROUND, at: 0, asks: Vec::new() };
    draft.apply(draft.edit(Author(7), 0, Change::Record(Recorded::Round(round))));
    let (secret, public) = seal::key_pair(&[0; 32]);
    let messages = (1..=PEOPLE).map(|person| {
        let notes = notes(&draft, person);
        let seed = [person as u8; 32];
        let sealed = seal::seal_notes(&notes.to_packet(), (draft.id(), ROUND), &public, seed);
        link::notes_fragment(&sealed.expect("the key is a key"))
    });
    json!({
        "id": draft.id().to_string(),
        "draft": wire::to_text(&draft),
        "key": wire::to_text(&secret),
        "messages": messages.collect::<Vec<_>>(),
    })
    .to_string()
}

fn notes(draft: &Draft, person: u64) -> Notes {
    let questions = draft.content().questions.iter().map(|question| question.id);
    let said = questions.zip(1..).flat_map(|(id, number)| says(id, number, person));
    let note =
        |(number, (question, says))| (number, Note { revision: 0, question: Some(question), says });
    let reviewer =
        Reviewer { id: ReviewerId(person), name: format!("Person {person}"), may_be_named: true };
    let notes = (1..).zip(said).map(note).collect();
    Notes { survey: draft.id(), round: ROUND, revision: 1, reviewer, notes }
}

fn says(id: QuestionId, number: u64, person: u64) -> Vec<(QuestionId, Says)> {
    let ease = if (number + person).is_multiple_of(3) { Ease::Hard } else { Ease::Easy };
    let mut all = vec![(id, Says::Ease(ease))];
    if (number + person).is_multiple_of(5) {
        all.push((id, Says::HardWord("thing".into())));
    }
    if (number + person).is_multiple_of(10) {
        all.push((
            id,
            Says::Wording(format!("Do you like number {number}? Person {person} asks.")),
        ));
    }
    all
}
