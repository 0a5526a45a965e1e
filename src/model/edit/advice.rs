//! What a person does about a piece of advice: has the change made that it offers, or lives with it.

use super::choices::new_choices;
use super::{Card, Edited, meanings, questions};
use crate::model::draft::{Change, Draft, Place, ReaderCheck, SetAside};
use crate::model::easy_read::{Does, Finding, Remedy};
use crate::model::id::{Author, QuestionId};
use crate::model::phrase;
use crate::model::survey::Kind;

/// Makes the change that a piece of advice offers. `kind_name` is what people call a kind of question.
pub fn take(
    draft: &Draft,
    author: Author,
    (finding, remedy): (&Finding, &Remedy),
    kind_name: fn(Kind) -> &'static str,
) -> Edited {
    let place = finding.place;
    match (&remedy.does, Card::of(place).question()) {
        (Does::Write(text), _) => {
            let said = match remedy.label.strip_prefix("Change to ") {
                Some(words) => format!("Changed to {words}."),
                None => "Changed.".to_owned(),
            };
            Edited::only(vec![Change::SetText { place, text: text.clone() }]).saying(said)
        }
        (Does::Explain { word, meaning }, _) => {
            meanings::explain(draft, author, word, meaning.clone())
        }
        (Does::Split(first, second), Some(id)) => {
            let changes = split(draft, author, id, first, second).unwrap_or_default();
            let said = "Split in two. The second question comes next.";
            Edited::only(changes).saying(said.to_owned())
        }
        (Does::AddChoice(text), Some(id)) => {
            Edited::only(vec![add_choice(draft, author, id, text)])
                .saying(format!("The choice {} is added.", phrase::quoted(text)))
        }
        (Does::SetKind(kind), Some(id)) => questions::set_kind(draft, author, id, *kind)
            .saying(format!("People answer in another way now: {}.", kind_name(*kind))),
        (Does::Split(..) | Does::AddChoice(_) | Does::SetKind(_), None) => Edited::default(),
    }
}

/// The question asks the first, and a copy after it asks the second. What they said in other languages was
/// about both, so it goes.
fn split(
    draft: &Draft,
    author: Author,
    id: QuestionId,
    first: &str,
    second: &str,
) -> Option<Vec<Change>> {
    let position = draft.question_position(Some(id));
    let (mut copy, translations) = draft.copy_of(author, id, position)?;
    second.clone_into(&mut copy.question.text);
    let (own, new) = (Place::Question(id), Place::Question(copy.id));
    let mut changes =
        vec![Change::SetText { place: own, text: first.to_owned() }, Change::AddQuestion(copy)];
    for (language, texts) in &draft.content().translations {
        if texts.contains_key(&own) {
            let (language, text) = (*language, String::new());
            changes.push(Change::Translate { language, place: own, text });
        }
    }
    let stays =
        |change: &Change| !matches!(change, Change::Translate { place, .. } if *place == new);
    changes.extend(translations.into_iter().filter(stays));
    Some(changes)
}

/// Adds a choice after all others but those that stand for none of them.
fn add_choice(draft: &Draft, author: Author, question: QuestionId, text: &str) -> Change {
    let found = draft.content().question(question);
    let last = found.and_then(|found| found.choices.iter().rfind(|choice| !choice.alone));
    let after = last.map(|choice| choice.id);
    let mut choices = new_choices(draft, author, question, after, vec![text.to_owned()]);
    for choice in &mut choices {
        // Somebody who is not sure ticks nothing else.
        choice.choice.alone = found.is_some_and(|found| found.kind.picks_many());
    }
    Change::AddChoices { question, choices }
}

/// Lives with a piece of advice. A reason may follow: see [`give_reason`].
pub fn leave(aside: SetAside) -> Edited {
    Edited::only(vec![Change::SetAside(aside)]).saying("Left as it is.".to_owned())
}

/// Lives with some advice that says the same of many places.
pub fn leave_all(asides: Vec<SetAside>) -> Edited {
    let said = format!("{} ignored.", phrase::count(asides.len(), "suggestion", "suggestions"));
    Edited::only(asides.into_iter().map(Change::SetAside).collect()).saying(said)
}

/// Says why people live with a piece of advice. Nothing to say changes nothing.
pub fn give_reason(aside: SetAside, reason: &str) -> Edited {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Edited::default();
    }
    Edited::only(vec![Change::SetAside(SetAside { reason, ..aside })])
        .saying("The reason is kept.".to_owned())
}

/// No longer lives with it.
pub fn bring_back(aside: SetAside) -> Edited {
    Edited::only(vec![Change::BringBack(aside)]).saying("The advice is back.".to_owned())
}

/// Notes who checked the survey as it is now. `at` is when, in milliseconds since 1970.
pub fn note_check(draft: &Draft, who: &str, at: u64) -> Edited {
    let check = ReaderCheck { who: who.trim().to_owned(), at, print: draft.print() };
    Edited::only(vec![Change::AddReaderCheck(check)]).saying("The check is noted.".to_owned())
}

/// Takes such a note away.
pub fn remove_check(check: ReaderCheck) -> Edited {
    Edited::only(vec![Change::RemoveReaderCheck(check)]).saying("The record is removed.".to_owned())
}
