//! Prints the fragment of a link to the ready-made survey, for `cargo xtask bench`. Its key is for
//! nobody: answers to it can't be opened.

use ask_together::model::draft::{Change, Place};
use ask_together::model::id::{Author, SurveyId};
use ask_together::model::wire::Packet;
use ask_together::model::{link, ready_made, seal};

fn main() {
    let mut draft = ready_made::your_support_at_home(SurveyId(1), 0);
    let text = "The benchmark".to_owned();
    draft.apply(draft.edit(Author(1), 0, Change::SetText { place: Place::Organisation, text }));
    let (_, key) = seal::key_pair(&[0; 32]);
    let survey = draft.publish(1, key).expect("the ready-made survey has no problems");
    let deflated = miniz_oxide::deflate::compress_to_vec(&survey.to_packet(), 9);
    println!("#{}", link::survey_fragment(&deflated));
}
