//! What the cards of questions and pages are called: "Question 3", "Page", "Section 2".

use crate::model::draft::{Content, DraftQuestion};
use crate::model::id::QuestionId;
use crate::model::survey::Kind;

/// The name of each card, in order.
pub fn names(content: &Content) -> Vec<String> {
    let pages = [Kind::Information, Kind::Consent, Kind::Section];
    let of_kind = |kind| content.questions.iter().filter(|q| q.kind == kind).count();
    let several = pages.map(of_kind);
    let (mut number, mut passed) = (0, [0; 3]);
    let name = |question: &DraftQuestion| {
        // As participants count them: a page that asks for a yes has a number too, and no use for it
        // here.
        number += usize::from(question.kind.asks());
        let Some(page) = pages.iter().position(|kind| *kind == question.kind) else {
            return format!("Question {number}");
        };
        passed[page] += 1;
        // Only as many names as it takes to tell them apart.
        match several[page] {
            1 => page_name(question.kind).to_owned(),
            _ => format!("{} {}", page_name(question.kind), passed[page]),
        }
    };
    content.questions.iter().map(name).collect()
}

/// The name of one card. `None` once its question is gone.
pub fn name(content: &Content, id: QuestionId) -> Option<String> {
    let place = content.questions.iter().position(|question| question.id == id)?;
    names(content).into_iter().nth(place)
}

fn page_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Section => "Section",
        Kind::Consent => "Consent page",
        _ => "Page",
    }
}
