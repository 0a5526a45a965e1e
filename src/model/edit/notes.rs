//! What a team does about the notes that reviewers sent: does what a note says, or declines it with a
//! reason. Either is one step, and stays on the record.

use super::{Edited, meanings};
use crate::model::alone;
use crate::model::draft::{Change, Draft, DraftChoice, DraftMeaning, DraftQuestion, Part, Place};
use crate::model::glossary::key;
use crate::model::id::{Author, ChoiceId, QuestionId};
use crate::model::ready_made;
use crate::model::review::{Decision, Note, NoteName, Recorded, Says, Verdict};
use crate::model::survey::{Kind, Question};
use std::collections::BTreeSet;

/// Does what a note says, in the note's words or in others. `at` is when, in milliseconds since 1970.
pub fn accept(
    draft: &Draft,
    (author, at): (Author, u64),
    name: NoteName,
    words: Option<String>,
    reason: &str,
) -> Edited {
    let Some(note) = draft.content().making.notes.get(name) else { return Edited::default() };
    let verdict = if words.is_some() { Verdict::Changed } else { Verdict::Accepted };
    let mut changes: Vec<Change> = asked_for(draft, author, note, words).into_iter().collect();
    changes.push(decided((author, at), name, verdict, reason));
    Edited::only(changes).saying("It is done, and kept in the record.".to_owned())
}

/// Notes that a note was done elsewhere: the survey stays as it is.
pub fn done(by: (Author, u64), name: NoteName, reason: &str) -> Edited {
    Edited::only(vec![decided(by, name, Verdict::Accepted, reason)])
        .saying("It is done, and kept in the record.".to_owned())
}

/// Declines what a note says, with a reason for people to read.
pub fn decline(by: (Author, u64), name: NoteName, reason: &str) -> Edited {
    Edited::only(vec![decided(by, name, Verdict::Declined, reason)])
        .saying("Your reason is kept in the record.".to_owned())
}

fn decided((author, at): (Author, u64), note: NoteName, verdict: Verdict, why: &str) -> Change {
    let reason = why.trim().to_owned();
    Change::Record(Recorded::Decision(Decision { note, verdict, reason, author, at }))
}

/// What a note asks for. Nothing, for notes that only say something.
fn asked_for(draft: &Draft, author: Author, note: &Note, words: Option<String>) -> Option<Change> {
    let content = draft.content();
    let id = || draft.fresh_ids(author).next().expect("ids never run out");
    Some(match (&note.says, note.question) {
        (Says::Wording(text), Some(question)) => {
            let text = words.unwrap_or_else(|| text.clone());
            Change::SetText { place: Place::Question(question), text }
        }
        (Says::Picture(name), Some(question)) => {
            Change::SetPart { question, part: Part::Picture(name.clone()) }
        }
        (Says::Choice(text), Some(question)) => {
            let found = content.question(question);
            let last = found.and_then(|found| found.choices.last()).map(|choice| choice.id);
            let text = words.unwrap_or_else(|| text.clone());
            let position = draft.choice_position(question, last);
            let mut choices = vec![DraftChoice::new(ChoiceId(id()), position, text)];
            if let Some(found) = found {
                alone::mark(found.kind, &mut choices);
            }
            Change::AddChoices { question, choices }
        }
        (Says::Question(text), _) => {
            let last = content.questions.last().map(|question| question.id);
            let choices = ready_made::standard_choices(Kind::LongText);
            let text = words.unwrap_or_else(|| text.clone());
            let empty = Question::empty(QuestionId(id()), Kind::LongText, choices);
            let position = draft.question_position(last);
            Change::AddQuestion(DraftQuestion { position, question: Question { text, ..empty } })
        }
        (Says::HardWord(word), _) => {
            let text = words.unwrap_or_default();
            Change::AddMeaning(meanings::new(draft, author, word.clone(), text))
        }
        (Says::Meaning(word, text), _) => {
            let text = words.unwrap_or_else(|| text.clone());
            let is_it = |meaning: &&DraftMeaning| key(&meaning.word) == key(word);
            match content.meanings.iter().find(is_it) {
                Some(known) => Change::SetText { place: Place::Meaning(known.id), text },
                None => Change::AddMeaning(meanings::new(draft, author, word.clone(), text)),
            }
        }
        _ => return None,
    })
}

/// Notes that everything which came in so far was read.
pub fn read_all(draft: &Draft) -> Edited {
    let making = &draft.content().making;
    let names = making.notes.iter().map(|(name, ..)| name);
    let unread: Vec<NoteName> = names.filter(|name| !making.read.contains(name)).collect();
    let news = !unread.is_empty();
    Edited::only(news.then_some(Change::Record(Recorded::Read(unread))).into_iter().collect())
}

/// The authors who have to sign with the name that a person wants to be called by: the one of this tab, and
/// each of `mine` that wrote in the draft without a name. None where the draft says it already.
pub fn unsigned(draft: &Draft, author: Author, mine: &[Author], name: &str) -> BTreeSet<Author> {
    let names = &draft.content().making.names;
    let called = |author: &Author| names.get(author).map_or("", |name| name.trim());
    let wrote = draft.log().iter().map(|edit| edit.author);
    let nameless =
        |author: &Author| mine.contains(author) && called(author).is_empty() && !name.is_empty();
    let mut all: BTreeSet<Author> = wrote.filter(nameless).collect();
    if called(&author) != name {
        all.insert(author);
    }
    all
}
