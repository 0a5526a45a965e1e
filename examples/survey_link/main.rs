//! Prints the fragment of a link to an example survey, for benchmarks and browser tests:
//! `cargo run --example survey_link -- every-kind`. Without a name it is the ready-made survey.
//! With `draft` after the name it is the survey's id and its draft, as an organiser's browser
//! keeps it; with `round`, a draft that people have checked, with what they sent back. With `kept` or `sealed` and a
//! number, so many answers to it, see `answered`; `open` opens sealed ones from its input.
//!
//! The key is made from 32 bytes of 0, so tests can open what is answered. Absent: anything that
//! the app itself uses.

mod answered;
mod every_kind;
mod long;
mod making;
mod round;
mod sixty;

use ask_together::model::draft::{Change, Draft, Place};
use ask_together::model::id::{Author, SurveyId};
use ask_together::model::wire::{self, Packet};
use ask_together::model::{link, ready_made, seal};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    let draft = match name.as_str() {
        "" | "ready-made" => ready_made(),
        "every-kind" => every_kind::draft(),
        "long" => long::draft(),
        "sixty" => sixty::draft(),
        other => panic!("there is no example called {other}"),
    };
    match std::env::args().nth(2).as_deref() {
        Some("draft") => return println!("{} {}", draft.id(), wire::to_text(&draft)),
        Some("round") => return println!("{}", round::answered(draft)),
        Some("kept") => return answered::kept(&draft, count()),
        Some("sealed") => return answered::sealed(&draft, count()),
        Some("open") => return answered::opened(&draft),
        _ => {}
    }
    let (_, key) = seal::key_pair(&[0; 32]);
    let survey = draft.publish(1, key).expect("an example has no problems");
    let deflated = miniz_oxide::deflate::compress_to_vec(&survey.to_packet(), 9);
    println!("#{}", link::survey_fragment(&deflated));
}

/// How many people are to answer.
fn count() -> usize {
    std::env::args().nth(3).and_then(|count| count.parse().ok()).expect("how many answers")
}

fn ready_made() -> Draft {
    let mut draft = ready_made::your_support_at_home(SurveyId(1), 0);
    let text = "The benchmark".to_owned();
    draft.apply(draft.edit(Author(1), 0, Change::SetText { place: Place::Organisation, text }));
    draft
}
