//! Small things that are only for this browser: when the last copy was saved, what the person wants to be
//! called, who the tabs of this browser were, and of each survey the short name of its link and who gets its papers.
//! Lost, they are asked for again.

use crate::browser::{Failed, json_storage};
use crate::model::id::{Author, Edition, SurveyId};
use crate::model::lessons::Lessons;
use crate::model::practice::{Scores, Unreadable};

const COPIED: &str = "ask-together/copied";
const NAME: &str = "ask-together/name";
/// Which rules of the advice were taught.
const TAUGHT: &str = "ask-together/taught";
/// The scores of practice.
const PRACTICE: &str = "ask-together/practice";
/// The go at practice that is not over.
const TURN: &str = "ask-together/practice-turn";

/// The authors that tabs of this browser were, the newest last.
const AUTHORS: &str = "ask-together/authors";
/// Most of them that are remembered.
const MOST_AUTHORS: usize = 500;

/// Who tabs of this browser were.
pub fn my_authors() -> Vec<Author> {
    let kept = json_storage::get(AUTHORS).ok().flatten().unwrap_or_default();
    kept.split(' ').filter_map(|number| number.parse().ok().map(Author)).collect()
}

/// Remembers who a tab is, so that later ones know its work for the same person's.
pub fn note_author(author: Author) {
    let mut all = my_authors();
    if all.contains(&author) {
        return;
    }
    all.push(author);
    let newest = &all[all.len().saturating_sub(MOST_AUTHORS)..];
    let text: Vec<String> = newest.iter().map(|author| author.0.to_string()).collect();
    let _ = json_storage::set(AUTHORS, &text.join(" "));
}

/// When the last copy was saved, in milliseconds since 1970.
pub fn copied_at() -> Option<u64> {
    json_storage::get(COPIED).ok()??.parse().ok()
}

/// Notes that a copy was saved now. If that can't be noted, the app only asks again.
pub fn note_copied(at: u64) {
    let _ = json_storage::set(COPIED, &at.to_string());
}

/// What the person at this browser wants to be called. Empty until they say.
pub fn my_name() -> String {
    json_storage::get(NAME).ok().flatten().unwrap_or_default()
}

/// Keeps that name.
pub fn set_my_name(name: &str) -> Result<(), Failed> {
    json_storage::set(NAME, name)
}

/// Which rules of the advice were taught to the person at this browser. Nothing where the browser keeps nothing: they
/// are taught once more.
pub fn lessons() -> Lessons {
    Lessons::read(&json_storage::get(TAUGHT).ok().flatten().unwrap_or_default())
}

/// Remembers that. If the browser refuses, they are taught once more.
pub fn set_lessons(lessons: &Lessons) {
    let _ = json_storage::set(TAUGHT, &lessons.write());
}

/// How the person at this browser did at practice. None yet is no score; what can't be read stays as it is.
pub fn practice() -> Result<Scores, Unreadable> {
    match json_storage::get(PRACTICE) {
        Ok(None) => Ok(Scores::default()),
        Ok(Some(text)) => Scores::read(&text),
        Err(_) => Err(Unreadable),
    }
}

/// Keeps that.
pub fn set_practice(scores: &Scores) -> Result<(), Failed> {
    json_storage::set(PRACTICE, &scores.write())
}

/// Forgets it.
pub fn clear_practice() {
    json_storage::remove(PRACTICE);
}

/// The go at practice that is not over, as the model writes it. It is this tab's: two tabs practise apart.
pub fn practice_turn() -> Option<String> {
    let kept = json_storage::take_for_tab(TURN)?;
    json_storage::set_for_tab(TURN, &kept);
    Some(kept)
}

/// Keeps that. A browser that refuses begins the level anew when the page is loaded anew.
pub fn set_practice_turn(kept: &str) {
    json_storage::set_for_tab(TURN, kept);
}

/// Under which name the short link of a survey is remembered.
fn short_name(id: SurveyId) -> String {
    format!("ask-together/short/{id}")
}

/// The short name of a survey's link, and the edition whose file was last saved under it.
pub fn short_link(id: SurveyId) -> Option<(String, Option<Edition>)> {
    let kept = json_storage::get(&short_name(id)).ok()??;
    let (name, saved) = kept.split_once(' ').unwrap_or((&kept, ""));
    Some((name.to_owned(), Edition::parse(saved)))
}

/// Remembers both: who has printed the link must find the same one again.
pub fn note_short_link(id: SurveyId, name: &str, saved: Option<Edition>) {
    let saved = saved.map(|edition| edition.to_string()).unwrap_or_default();
    let _ = json_storage::set(&short_name(id), &[name, " ", &saved].concat());
}

/// Under which name it is remembered who gets the papers of a survey.
fn give_to_name(id: SurveyId) -> String {
    format!("ask-together/give-to/{id}")
}

/// Who people give the papers of a survey to, where somebody wrote that.
pub fn give_to(id: SurveyId) -> Option<String> {
    json_storage::get(&give_to_name(id)).ok()?
}

/// Remembers that: who prints more of them next week means the same person.
pub fn note_give_to(id: SurveyId, to: &str) {
    let _ = json_storage::set(&give_to_name(id), to);
}

/// Forgets what is remembered of a survey, with it.
pub(super) fn forget_survey(id: SurveyId) {
    json_storage::remove(&short_name(id));
    json_storage::remove(&give_to_name(id));
}
