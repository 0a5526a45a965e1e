//! A draft as a start for others: what it says now, and nothing of how it came to say it.
//!
//! Absent from it, and so never handed on: the history, who wrote what, the notes and the decisions, advice
//! that was set aside, the record of checks and of deleted answers, versions and keys. Days are left out too:
//! a survey that is made from it closes on another one.

use super::change::{Change, Place};
use super::content::{Content, DraftMeaning, DraftQuestion};
use super::copying::{Renamed, translations};
use super::{Act, Draft, Edit};
use crate::model::id::{APP, Author, Id, MeaningId, SurveyId};
use crate::model::standard::SENTENCES;
use crate::model::survey::Language;

impl Draft {
    /// The start for others that this draft makes. `author` must be new, as their ids must be: whoever wrote
    /// the draft may write on in what is made of it, and counts on from their own. Ready-made questions keep
    /// their ids, so that the answers of two teams can be compared.
    pub fn as_template(&self, id: SurveyId, author: Author, at: u64) -> Draft {
        let content = self.content();
        let mut ids = (1..).map(|number| Id { author, number });
        let mut changes = of_survey(content);
        changes.extend(meanings(content, &mut ids));
        changes.extend(questions(content, &mut ids));
        let edit = |(change, number): (Change, u32)| Edit {
            author,
            number,
            revision: 0,
            at,
            seen: Vec::new(),
            act: Act::from(change),
            was: None,
        };
        Draft::from_log(id, changes.into_iter().zip(1..).map(edit))
    }
}

/// What the survey itself says, in all its languages.
fn of_survey(content: &Content) -> Vec<Change> {
    let mut changes = vec![Change::SetLanguage(content.language)];
    for place in Place::OF_SURVEY.into_iter().chain(SENTENCES.map(Place::Said)) {
        let text = content.text(place).unwrap_or_default();
        if !text.is_empty() {
            changes.push(Change::SetText { place, text: text.to_owned() });
        }
    }
    changes.extend(content.left_out.iter().map(|word| Change::LeaveOut(*word, true)));
    if !content.notice.logo.is_empty() {
        changes.push(Change::SetLogo(content.notice.logo.clone()));
    }
    if !content.send_to.is_empty() {
        changes.push(Change::SetSendTo(content.send_to.clone()));
    }
    for (language, texts) in &content.translations {
        changes.push(Change::AddLanguage(*language));
        let own = texts.iter().filter(|(place, _)| {
            matches!(place, Place::Own(_) | Place::Said(_)) || Place::OF_SURVEY.contains(place)
        });
        changes.extend(own.map(|(place, text)| translate(*language, *place, text)));
    }
    changes
}

fn translate(language: Language, place: Place, text: &str) -> Change {
    Change::Translate { language, place, text: text.to_owned() }
}

fn meanings(content: &Content, ids: &mut impl Iterator<Item = Id>) -> Vec<Change> {
    let mut changes = Vec::new();
    for (meaning, id) in content.meanings.iter().zip(ids) {
        let (old, new) = (meaning.id, MeaningId(id));
        changes.push(Change::AddMeaning(DraftMeaning { id: new, ..meaning.clone() }));
        for (language, texts) in &content.translations {
            let places =
                [(Place::Word(old), Place::Word(new)), (Place::Meaning(old), Place::Meaning(new))];
            let said = places.into_iter().filter_map(|(from, to)| Some((to, texts.get(&from)?)));
            changes.extend(said.map(|(place, text)| translate(*language, place, text)));
        }
    }
    changes
}

fn questions(content: &Content, ids: &mut impl Iterator<Item = Id>) -> Vec<Change> {
    let mut renamed = Renamed::default();
    let copies: Vec<(&DraftQuestion, DraftQuestion)> = content
        .questions
        .iter()
        .map(|old| {
            let mut copy = old.clone();
            renamed.rename_but(APP, &mut copy, ids);
            (old, copy)
        })
        .collect();
    let mut changes = Vec::new();
    for (old, mut copy) in copies {
        renamed.follow(&mut copy);
        changes.push(Change::AddQuestion(copy.clone()));
        changes.extend(translations(content, old, &copy, &renamed));
    }
    changes
}
