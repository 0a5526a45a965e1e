//! A draft made again from what was published, for where the draft itself can't be read.
//!
//! A version has every word that participants read and every id, so answers still find their questions.
//! Absent from it, and so gone: the history, the notes and the decisions, and advice that was set aside.

use super::change::{Act, Change, Place};
use super::content::{DraftChoice, DraftMeaning, DraftQuestion, Published};
use super::{Draft, Edit, Position};
use crate::model::id::{APP, Author, Id, MeaningId, SurveyId};
use crate::model::standard::HELP;
use crate::model::survey::{Question, Survey};
use crate::model::words::Word;

/// The newest of some versions. Two computers may each have published one of that number: then all
/// computers choose the same.
pub fn newest(versions: &[Survey]) -> Option<&Survey> {
    versions.iter().max_by_key(|survey| (survey.version, survey.edition))
}

impl Draft {
    /// What lies on the desk in place of a draft that can't be read: its name and its versions, so that its
    /// link and its answers are within reach. It is never kept. `None` where nothing is left to reach.
    pub fn stand_in(id: SurveyId, versions: &[Survey], has_answers: bool) -> Option<Draft> {
        if versions.is_empty() && !has_answers {
            return None;
        }
        let title = newest(versions).map(|survey| survey.title.clone()).unwrap_or_default();
        let mut changes = vec![text(Place::Title, &title)];
        changes.extend(published(versions));
        Some(Draft::from_log(id, [first(APP, 0, changes)]))
    }

    /// A draft that says what the newest of these versions says, and knows that all of them were
    /// published. `author` must be new: edits of theirs may be in the draft that can't be read, which may
    /// come back in a copy. `None` without a version.
    pub fn again(author: Author, at: u64, versions: &[Survey]) -> Option<Draft> {
        let survey = newest(versions)?;
        let mut changes = vec![
            Change::SetLanguage(survey.language),
            text(Place::Title, &survey.title),
            text(Place::Organisation, &survey.organisation),
            text(Place::Welcome, &survey.welcome),
            text(Place::WhoSees, &survey.who_sees),
            text(Place::After, &survey.after),
            Change::SetSendTo(survey.send_to.clone()),
            Change::SetCloses(survey.closes),
        ];
        let notice = &survey.notice;
        let told = [
            text(Place::Privacy, &notice.privacy),
            text(Place::PrivacyLink, &notice.privacy_link),
            text(Place::AskWho, &notice.ask),
            text(Place::LogoAlt, &notice.logo_alt),
            Change::SetLogo(notice.logo.clone()),
            Change::SetKeepUntil(notice.keep_until),
        ];
        // Earlier releases can't read what they do not know, so nothing is said of what is empty.
        changes.extend(told.into_iter().filter(|change| match change {
            Change::SetText { text, .. } | Change::SetLogo(text) => !text.is_empty(),
            _ => notice.keep_until.is_some(),
        }));
        let word = |number: &u8| Word::ALL.get(usize::from(*number)).copied();
        changes.extend(survey.words.iter().filter_map(|(number, said)| {
            Some(match said.as_str() {
                "" => Change::LeaveOut(word(number)?, true),
                said => text(Place::Said(word(number)?), said),
            })
        }));
        match survey.question(HELP) {
            None => changes.push(Change::LeaveOut(Word::Help, true)),
            Some(help) if help.text.is_empty() => {}
            Some(help) => changes.push(text(Place::Said(Word::Help), &help.text)),
        }
        let meaning = |(meaning, number): (&crate::model::survey::Meaning, u32)| {
            let id = MeaningId(Id { author, number });
            Change::AddMeaning(DraftMeaning::new(id, meaning.word.clone(), meaning.text.clone()))
        };
        changes.extend(survey.meanings.iter().zip(1..).map(meaning));
        let own = survey.questions.iter().filter(|question| question.id != HELP);
        changes.extend(own.zip(places()).map(|(q, place)| Change::AddQuestion(of(q, place))));
        let words = Draft::from_log(survey.id, [first(author, at, changes.clone())]);
        changes.extend(translated(survey, &words.content.places()));
        changes.extend(published(versions));
        Some(Draft::from_log(survey.id, [first(author, at, changes)]))
    }
}

fn text(place: Place, text: &str) -> Change {
    Change::SetText { place, text: text.to_owned() }
}

fn first(author: Author, at: u64, changes: Vec<Change>) -> Edit {
    Edit { author, number: 1, revision: 0, at, seen: Vec::new(), act: Act::Do(changes), was: None }
}

/// Places in a list, one after the other.
fn places() -> impl Iterator<Item = Position> {
    core::iter::successors(Some(Position::default()), |last| Some(Position::new_after(last)))
}

/// A published question, to be edited again.
fn of(published: &Question, position: Position) -> DraftQuestion {
    let Question {
        id,
        kind,
        ref text,
        ref hint,
        ref picture,
        ref picture_alt,
        ref choices,
        ref piles,
        other,
        personal,
        least,
        most,
        ref show_if,
        repeat,
        ref name,
        apart,
        ref media,
        ref media_words,
    } = *published;
    let choices = choices.iter().cloned().zip(places());
    let question = Question {
        id,
        kind,
        text: text.clone(),
        hint: hint.clone(),
        picture: picture.clone(),
        picture_alt: picture_alt.clone(),
        choices: choices.map(|(choice, position)| DraftChoice { position, choice }).collect(),
        piles: piles.clone(),
        other,
        personal,
        least,
        most,
        show_if: show_if.clone(),
        repeat,
        name: name.clone(),
        apart,
        media: media.clone(),
        media_words: media_words.clone(),
    };
    DraftQuestion { position, question }
}

/// What a version says in other languages: its texts are in the order of `places`.
fn translated(survey: &Survey, places: &[Place]) -> Vec<Change> {
    let mut changes = Vec::new();
    for translation in &survey.translations {
        let language = translation.language;
        changes.push(Change::AddLanguage(language));
        let texts = places.iter().copied().zip(&translation.texts);
        let own = translation.words.iter().filter_map(|(number, text)| {
            Some((Place::Own(*Word::ALL.get(usize::from(*number))?), text))
        });
        let written = texts.chain(own).filter(|(_, text)| !text.is_empty());
        changes.extend(written.map(|(place, text)| {
            let text = text.clone();
            Change::Translate { language, place, text }
        }));
    }
    changes
}

/// That these were published, the newest last.
fn published(versions: &[Survey]) -> Vec<Change> {
    let mut all: Vec<&Survey> = versions.iter().collect();
    all.sort_by_key(|survey| (survey.version, survey.edition));
    let published = |survey: &Survey| {
        let Survey { version, edition, key, .. } = *survey;
        Change::Published(Published { version, edition, key })
    };
    all.into_iter().map(published).collect()
}
