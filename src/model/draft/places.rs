//! What of a draft people read: every place in the order of a survey's texts, what it says in place of the
//! app's own words, and all of it in other languages.

use super::{Content, Place};
use crate::model::media::is_media;
use crate::model::plain_text::{is_blank, trimmed};
use crate::model::standard::{self, SENTENCES};
use crate::model::survey::{Kind, Language, Question, Translation};
use crate::model::words::Word;
use std::collections::BTreeMap;

impl Content {
    /// What stands in a language in place of the app's own words on the first page: the place of the word in
    /// [`Word::ALL`], and the words. Empty where they are left out.
    pub fn words_in(&self, language: Language) -> Vec<(u8, String)> {
        let said = |place| {
            let own = trimmed(self.text(place).unwrap_or_default());
            let other = self.translated(language, place).map(trimmed);
            other.filter(|other| !other.is_empty() && !own.is_empty()).unwrap_or(own)
        };
        let word = |word: Word| match self.left_out.contains(&word) {
            true => Some((word as u8, String::new())),
            false => {
                Some((word as u8, said(Place::Said(word)))).filter(|(_, text)| !text.is_empty())
            }
        };
        SENTENCES.into_iter().filter(|word| *word != Word::Help).filter_map(word).collect()
    }

    /// Every place that says something in the survey's own language: what there is to translate.
    pub fn said_places(&self) -> impl Iterator<Item = Place> {
        let is_said = |place: &Place| self.text(*place).is_some_and(|text| !is_blank(text));
        self.places().into_iter().filter(is_said)
    }

    /// How many texts another language lacks, and how many there are.
    pub fn untranslated(&self, language: Language) -> (usize, usize) {
        let lacks = |place: &Place| self.translated(language, *place).is_none_or(is_blank);
        (self.said_places().filter(lacks).count(), self.said_places().count())
    }

    /// Every place whose words people read, in the order of
    /// [`Survey::texts_mut`](crate::model::survey::Survey::texts_mut). The question about help has
    /// words of the app's, and no places but the one where other words for it may stand.
    pub fn places(&self) -> Vec<Place> {
        let mut places =
            vec![Place::Title, Place::Organisation, Place::Welcome, Place::WhoSees, Place::After];
        let notice =
            [Place::Privacy, Place::PrivacyLink, Place::AskWho, Place::LogoAlt].into_iter();
        let is_said =
            |place: &Place| self.text(*place).is_some_and(|text| !trimmed(text).is_empty());
        places.extend(notice.filter(is_said));
        let of_first_page = SENTENCES.into_iter().filter(|word| *word != Word::Help);
        let is_there = |word: &Word| !self.left_out.contains(word);
        places.extend(of_first_page.filter(is_there).map(Place::Said).filter(is_said));
        for meaning in &self.meanings {
            places.extend([Place::Word(meaning.id), Place::Meaning(meaning.id)]);
        }
        for question in &self.questions {
            let id = question.id;
            places.extend([Place::Question(id), Place::Hint(id), Place::PictureAlt(id)]);
            if question.kind == Kind::Sorting {
                places.extend((0..3).map(|at| Place::Pile(id, at)));
            }
            places.extend(question.offered().map(|choice| Place::Choice(id, choice.id)));
            let words = Some(Place::MediaWords(id)).filter(is_said);
            places.extend(words.filter(|_| is_media(&question.media)));
        }
        let help = [Word::Help].into_iter().filter(is_there).map(Place::Said);
        places.extend(help.filter(is_said));
        places
    }
}

/// The question about help, unless it is left out.
pub(super) fn help(content: &Content) -> Option<Question> {
    let text = trimmed(content.text(Place::Said(Word::Help)).unwrap_or_default());
    let is_there = !content.left_out.contains(&Word::Help);
    is_there.then(|| Question { text, ..standard::help_question() })
}

/// All that is said in other languages. A language in which nothing is written yet is not among them: people would
/// pick it, and read on in the one that they did not pick.
pub(super) fn translations(content: &Content) -> Vec<Translation> {
    let places = content.places();
    let translation = |(language, texts): (&Language, &BTreeMap<Place, String>)| {
        let text =
            |place: &Place| texts.get(place).map(String::as_str).map(trimmed).unwrap_or_default();
        let own = |(place, word): (usize, &Word)| {
            let text = text(&Place::Own(*word));
            (!text.is_empty()).then_some((place as u8, text))
        };
        Translation {
            language: *language,
            texts: places.iter().map(text).collect(),
            words: Word::ALL.iter().enumerate().filter_map(own).collect(),
        }
    };
    let is_written = |found: &Translation| {
        !found.words.is_empty() || found.texts.iter().any(|text| !text.is_empty())
    };
    content.translations.iter().map(translation).filter(is_written).collect()
}
