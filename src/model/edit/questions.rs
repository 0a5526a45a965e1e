//! Whole questions: adding one, copying it, deleting it, having it answered in another way, and keeping its answers
//! apart.

use super::choices::{new_choices, stand_alone};
use super::{Card, Edited, Focus, neighbour};
use crate::model::alone::stands_alone;
use crate::model::draft::{
    Change, Content, Draft, DraftChoice, DraftQuestion, Part, Place, follows,
};
use crate::model::id::{Author, QuestionId};
use crate::model::phrase::{self, NO_WORDS};
use crate::model::piping;
use crate::model::survey::{Kind, Question};
use crate::model::{ready_made, standard};
use std::collections::BTreeSet;

/// Adds an empty question after another, or in front of all, and opens it.
pub fn add(draft: &Draft, author: Author, after: Option<QuestionId>, kind: Kind) -> Edited {
    let position = draft.question_position(after);
    let mut ids = draft.fresh_ids(author);
    let id = QuestionId(ids.next().expect("ids never run out"));
    let mut choices = ready_made::standard_choices(kind);
    if kind.has_choices() && choices.is_empty() {
        // Two empty choices show what belongs there.
        let texts = core::iter::repeat_n(String::new(), 2);
        choices = ready_made::in_a_row(texts, &mut ids);
    }
    let question = DraftQuestion { position, question: Question::empty(id, kind, choices) };
    let edited = Edited::only(vec![Change::AddQuestion(question)]).opening(id);
    match asked_again(draft.content(), after).filter(|_| kind != Kind::Section) {
        Some(section) => edited.saying(format!("Added in {section}.")),
        None => edited,
    }
}

/// Adds questions that are written already, where their positions say, and opens the first.
pub fn add_written(draft: &Draft, questions: Vec<DraftQuestion>) -> Edited {
    let Some(first) = questions.first() else { return Edited::default() };
    let (id, kind) = (first.id, first.kind);
    let above = draft.content().questions.iter().rfind(|one| one.position < first.position);
    let section = asked_again(draft.content(), above.map(|above| above.id));
    let is = if questions.len() == 1 { "is" } else { "are" };
    let added = format!("{} {is} added", counted(questions.iter().map(|q| q.kind)));
    let said = match section.filter(|_| kind != Kind::Section) {
        Some(section) => format!("{added} in {section}."),
        None => format!("{added}."),
    };
    Edited::only(questions.into_iter().map(Change::AddQuestion).collect()).opening(id).saying(said)
}

/// The section that a question behind this one is in, where people answer that more than once, and how often:
/// nobody should put a question there without knowing.
pub fn asked_again(content: &Content, after: Option<QuestionId>) -> Option<String> {
    let section = content.section_behind(after)?;
    let quoted = |id| {
        let text = piping::without_answers(content.text(Place::Question(id)).unwrap_or_default());
        phrase::quoted(&phrase::short(&phrase::or(&text, NO_WORDS), 60))
    };
    let source = quoted(section.repeat?);
    Some(format!("the section {}, asked as many times as {source} says", quoted(section.id)))
}

/// How many questions there are, and how many sections and pages: "3 questions and 1 section".
pub fn counted(kinds: impl Iterator<Item = Kind>) -> String {
    let mut counts = [0; 3];
    for kind in kinds {
        counts[match kind {
            Kind::Section => 1,
            Kind::Information => 2,
            _ => 0,
        }] += 1;
    }
    let names = [("question", "questions"), ("section", "sections"), ("page", "pages")];
    let some = counts.into_iter().zip(names).filter(|(count, _)| *count > 0);
    let some: Vec<_> = some.map(|(count, (one, many))| phrase::count(count, one, many)).collect();
    some.join(" and ")
}

/// Adds a question that says the same in all languages, after it, and opens that.
pub fn copy(draft: &Draft, author: Author, id: QuestionId) -> Edited {
    copy_and_open(draft, author, &[id], "The question is copied. You are in the copy.")
}

/// Adds a section that says the same as this one, with all that is in it, after it, and opens that.
pub fn copy_section(draft: &Draft, author: Author, title: QuestionId) -> Edited {
    let ids = draft.content().section(Some(title));
    let said = "The section is copied with its questions. You are in the copy.";
    copy_and_open(draft, author, &ids, said)
}

fn copy_and_open(draft: &Draft, author: Author, ids: &[QuestionId], said: &str) -> Edited {
    let (copies, changes) = draft.copy(author, ids);
    match copies.first() {
        Some(copy) => Edited::only(changes).opening(*copy).saying(said.to_owned()),
        None => Edited::default(),
    }
}

/// Deletes a question, and opens the one that comes after it.
pub fn remove(draft: &Draft, id: QuestionId) -> Edited {
    let content = draft.content();
    let ids: Vec<QuestionId> = content.questions.iter().map(|question| question.id).collect();
    let gone = match content.question(id).map(|question| question.kind) {
        Some(Kind::Section) => "The section is deleted. Its questions are still here.",
        Some(Kind::Information) => "The page is deleted.",
        _ => "The question is deleted.",
    };
    let leaning = content.leaning_on(&BTreeSet::from([id]));
    let edited =
        Edited::only(vec![Change::RemoveQuestion(id)]).saying(gone.to_owned() + &depended(leaning));
    match neighbour(&ids, id) {
        Some(next) => edited.opening(next),
        None => Edited { open: Some(Card::Welcome), ..edited.focusing(Focus::AddQuestion) },
    }
}

/// What to say of questions that depended on what is gone. Starts with a space.
pub(super) fn depended(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " 1 question that is left depended on this.".to_owned(),
        count => format!(" {count} questions that are left depended on this."),
    }
}

/// Has a question answered in another way. It keeps the choices it had, gets the standard ones
/// that it lacks, and two empty ones where people need something to pick from.
pub fn set_kind(draft: &Draft, author: Author, question: QuestionId, kind: Kind) -> Edited {
    let old = draft.content().question(question).filter(|old| old.kind != kind);
    let Some(old) = old else { return Edited::default() };
    let mut changes = vec![Change::SetKind { question, kind }];
    let lacks = |choice: &DraftChoice| old.choice(choice.id).is_none();
    let mut choices: Vec<_> =
        ready_made::standard_choices(kind).into_iter().filter(lacks).collect();
    let has_own = old.choices.iter().any(|choice| !standard::is_standard(choice.id));
    if kind.has_choices() && standard::choices_of(kind).is_empty() && !has_own {
        choices = new_choices(draft, author, question, None, vec![String::new(); 2]);
    }
    if !choices.is_empty() {
        changes.push(Change::AddChoices { question, choices });
    }
    // Where people picked one, nothing had to be let go of.
    if kind.picks_many() && !old.kind.picks_many() {
        let alone = old.choices.iter().filter(|c| !c.alone && stands_alone(&c.text));
        changes.extend(alone.map(|choice| stand_alone(question, choice.id)));
    }
    // A limit counts ticks or is a number in hundredths: one must never become the other.
    if (old.kind == Kind::Number) != (kind == Kind::Number) {
        changes.push(Change::SetPart { question, part: Part::Least(None) });
        changes.push(Change::SetPart { question, part: Part::Most(None) });
    }
    Edited::only(changes)
}

/// Has the answers to a question kept apart, or no longer. The page in front of it says what is so then.
pub fn keep_apart(draft: &Draft, question: QuestionId, on: bool) -> Edited {
    let mut changes = vec![Change::SetPart { question, part: Part::Apart(on) }];
    let content = draft.content();
    let Some((place, text)) = follows(content, question, on) else { return Edited::only(changes) };
    changes.push(Change::SetText { place, text });
    Edited::only(changes).saying("The page before these questions says so now.".to_owned())
}
