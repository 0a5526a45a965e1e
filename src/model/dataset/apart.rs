//! Which sets of answers that are kept apart may be looked at.
//!
//! One such set is one person's, and whoever reads it beside the newest of the other answers knows whose. So none is
//! shown, counted or saved before [`FEWEST_APART`] are in that nothing tells apart. What a version asked does tell:
//! if only one person answered it, its mark on a set names them. So those of a version count towards each other
//! only with versions that asked the same.
//!
//! How many sets are in is no secret: it is about as many as there are people, which the results say. Absent: guarding
//! against somebody who opens one message at a time, and looks at what each adds. No page can.

use crate::model::codebook::version_of;
use crate::model::inbox::Received;
use crate::model::phrase;
use crate::model::survey::{Question, Survey};

/// So many sets have to be in before any of them is shown.
pub const FEWEST_APART: usize = 5;

/// Why nothing that is kept apart is shown yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many sets are in.
    pub here: usize,
}

impl TooFew {
    /// What is said in place of it.
    pub fn says(self) -> String {
        let why = format!(
            "We show and save nothing of them before {FEWEST_APART} are in. With fewer, you could tell whose they are."
        );
        match self.here {
            here if here < FEWEST_APART => {
                format!("{} of {FEWEST_APART} sets of answers are in. {why}", phrase::number(here))
            }
            // They answered versions that asked in different ways.
            here => format!(
                "{} are in, but fewer than {FEWEST_APART} of them answered the same questions. {why}",
                phrase::count(here, "set of answers", "sets of answers")
            ),
        }
    }
}

/// What is said of sets that are not shown, beside others that are. Empty where there are none.
pub fn held_back(held: usize) -> String {
    match held {
        0 => String::new(),
        1 => format!(
            "1 more set is held back. It answers a version that asked these questions in another way, and \
             {FEWEST_APART} of those have to be in."
        ),
        held => format!(
            "{} more sets are held back. They answer versions that asked these questions in another way, and \
             {FEWEST_APART} of each have to be in.",
            phrase::number(held)
        ),
    }
}

/// The sets that may be looked at: those of which enough answered the same questions. In the order in which they are
/// given.
pub fn open_sets<'a>(versions: &[Survey], apart: &'a [Received]) -> Vec<&'a Received> {
    let mut kinds: Vec<(&Survey, usize)> = Vec::new();
    let kind_of = |kinds: &[(&Survey, usize)], received: &Received| {
        let survey = version_of(versions, &received.response)?;
        kinds.iter().position(|(other, _)| ask_the_same(survey, other))
    };
    let own = || apart.iter().filter(|received| received.response.given.apart);
    for received in own() {
        match kind_of(&kinds, received) {
            Some(at) => kinds[at].1 += 1,
            None => kinds.extend(version_of(versions, &received.response).map(|one| (one, 1))),
        }
    }
    let is_open = |received: &&Received| {
        kind_of(&kinds, received).is_some_and(|at| kinds[at].1 >= FEWEST_APART)
    };
    own().filter(is_open).collect()
}

/// True where no set tells which of the two versions it answers.
fn ask_the_same(one: &Survey, other: &Survey) -> bool {
    let apart = |survey: &'_ Survey| -> Vec<Question> {
        let mut all: Vec<Question> =
            survey.questions.iter().filter(|question| question.apart).cloned().collect();
        all.sort_by_key(|question| question.id);
        all
    };
    let (own, others) = (apart(one), apart(other));
    one.edition == other.edition
        || own.len() == others.len()
            && own.iter().zip(&others).all(|(one, other)| is_same(one, other))
}

/// True for questions whose answers look the same. Their words may differ: a file has the newest.
fn is_same(one: &Question, other: &Question) -> bool {
    let choices = |question: &Question| -> Vec<_> {
        let mut ids: Vec<_> = question.choices.iter().map(|choice| choice.id).collect();
        ids.sort_unstable();
        ids
    };
    let Question { id, kind, show_if, repeat, other: own_words, least, most, .. } = one;
    (id, kind, own_words, least, most)
        == (&other.id, &other.kind, &other.other, &other.least, &other.most)
        && (show_if, repeat, one.personal) == (&other.show_if, &other.repeat, other.personal)
        && choices(one) == choices(other)
}
