//! The language of the page: which one a person starts in, and changing it at any moment. Answers
//! are kept by id, so none is lost.

use super::Answering;
use crate::browser::{fetch, language, page, speech, storage};
use crate::model::survey::{Language, Survey};
use crate::model::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the phone remembers a person's language.
const REMEMBERED: &str = "ask-together/language";

/// The language that a person chose before, or that their phone speaks, where the survey has it.
/// Otherwise the survey's own.
pub fn first_language(survey: &Survey) -> Language {
    let all = languages(survey);
    let has = |tag: &str| all.iter().copied().find(|language| language.tag() == tag);
    let remembered = storage::get(REMEMBERED).ok().flatten();
    let of_phone = language::of_browser();
    remembered
        .and_then(|tag| has(&tag))
        .or_else(|| has(of_phone.split('-').next().unwrap_or_default()))
        .unwrap_or(survey.language)
}

/// Begins in the usual language again, for the next person on a tablet that is handed on.
pub fn forget_language() {
    let _ = storage::remove(REMEMBERED);
}

/// The languages of a survey, its own first.
pub fn languages(survey: &Survey) -> Vec<Language> {
    // A survey may hold the app's words in its own language too.
    let others = survey.translations.iter().map(|translation| translation.language);
    let others = others.filter(|language| *language != survey.language);
    core::iter::once(survey.language).chain(others).collect()
}

impl Answering {
    /// The languages there are to choose from.
    pub fn languages(&self) -> Vec<Language> {
        self.came.with_value(languages)
    }

    /// Goes on in another language, and remembers it.
    pub fn choose_language(&self, chosen: Language) {
        // Where nothing is kept, it is only forgotten.
        let _ = storage::set(REMEMBERED, chosen.tag());
        let state = *self;
        spawn_local(async move {
            if state.speak(chosen).await {
                state.language.set(chosen);
                state.retitle();
                page::focus_soon(super::super::comfort::LANGUAGE);
            }
        });
    }

    /// Takes the texts and words of a language. English words stand in for those that can't be
    /// fetched. False when the person chose again while they were: only the last choice counts.
    pub(super) async fn speak(&self, chosen: Language) -> bool {
        self.choices.update_value(|choices| *choices += 1);
        let choice = self.choices.get_value();
        speech::stop();
        self.listening.set(false);
        let survey = self.came.with_value(|came| came.in_language(chosen));
        let found = survey.translations.iter().find(|t| t.language == chosen);
        let supplied = found.map_or(&[][..], |translation| &translation.words);
        let supplied = [&survey.words[..], supplied].concat();
        let mut file = Some(String::new());
        if chosen != Language::ENGLISH
            && let Some(address) = language::words_address(chosen.tag())
        {
            file = fetch::text(&address).await;
        }
        if self.choices.get_value() != choice {
            return false;
        }
        self.words_failed.set(file.is_none());
        self.words.set_value(Words::of(file.unwrap_or_default().leak(), &supplied));
        self.survey.set_value(survey);
        language::set(chosen.tag(), chosen.direction());
        true
    }
}
