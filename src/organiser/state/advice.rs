//! Advice on the draft: what there is about the open card, which questions have some, and what a
//! person can do about a piece of it. Each is one step of undo.

mod store;

pub use store::{Advice, Seen};

use super::Desk;
use crate::browser::page;
use crate::model::draft::{Act, Change, DraftMeaning, Place, ReaderCheck, SetAside};
use crate::model::easy_read::{Does, Finding, Remedy};
use crate::model::id::{MeaningId, QuestionId};
use crate::organiser::field::field_id;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::Spot;
use crate::organiser::words;
use leptos::prelude::*;

impl Desk {
    /// Makes the change that a piece of advice offers.
    pub fn take_remedy(&self, finding: &Finding, remedy: &Remedy) {
        let question = match Spot::of(finding.place) {
            Spot::Question(id) => Some(id),
            Spot::Welcome | Spot::Words => None,
        };
        let told = match (&remedy.does, question) {
            (Does::Write(text), _) => {
                self.change(Change::SetText { place: finding.place, text: text.clone() });
                match remedy.label.strip_prefix("Change to ") {
                    Some(words) => format!("Changed to {words}."),
                    None => "Changed.".to_owned(),
                }
            }
            (Does::Explain { word, meaning }, _) => {
                self.explain(word, meaning);
                format!("{word} is now in the word list.", word = words::quoted(word))
            }
            (Does::Split(first, second), Some(id)) => {
                self.split(id, first, second);
                "Split in two. The second question comes next.".to_owned()
            }
            (Does::AddChoice(text), Some(id)) => {
                self.add_choice_at_end(id, text);
                format!("The choice {text} is added.", text = words::quoted(text))
            }
            (Does::SetKind(kind), Some(id)) => {
                self.set_kind(id, *kind);
                format!("People answer in another way now: {}.", words::kind(*kind))
            }
            (Does::Split(..) | Does::AddChoice(_) | Does::SetKind(_), None) => return,
        };
        self.tell_undoable(told);
    }

    /// The question asks the first, and a copy of it behind it asks the second. What they said in
    /// other languages was about both, so it goes.
    fn split(&self, id: QuestionId, first: &str, second: &str) {
        let changes = self.draft.with_untracked(|draft| {
            let position = draft.question_position(Some(id));
            let (mut copy, translations) = draft.copy_of(self.author, id, position)?;
            second.clone_into(&mut copy.question.text);
            let (own, new) = (Place::Question(id), Place::Question(copy.id));
            let mut changes = vec![
                Change::SetText { place: own, text: first.to_owned() },
                Change::AddQuestion(copy),
            ];
            for (language, texts) in &draft.content().translations {
                if texts.contains_key(&own) {
                    let (language, text) = (*language, String::new());
                    changes.push(Change::Translate { language, place: own, text });
                }
            }
            let stays = |change: &Change| {
                !matches!(change, Change::Translate { place, .. } if *place == new)
            };
            changes.extend(translations.into_iter().filter(stays));
            Some(changes)
        });
        if let Some(changes) = changes {
            self.change(Act::Do(changes));
        }
    }

    /// Adds a choice behind all others but those that stand for none of them.
    fn add_choice_at_end(&self, question: QuestionId, text: &str) {
        let (after, alone) = self.draft.with_untracked(|draft| {
            let Some(found) = draft.content().question(question) else { return (None, false) };
            let last = found.choices.iter().rfind(|choice| !choice.alone);
            (last.map(|choice| choice.id), found.kind.picks_many())
        });
        let mut choices = self.new_choices(question, after, vec![text.to_owned()]);
        for choice in &mut choices {
            // Somebody who is not sure ticks nothing else.
            choice.choice.alone = alone;
        }
        self.change(Change::AddChoices { question, choices });
    }

    fn explain(&self, word: &str, text: &str) {
        let id = self.draft.with_untracked(|draft| draft.fresh_ids(self.author).next());
        if let Some(id) = id.map(MeaningId) {
            let (word, text) = (word.to_owned(), text.to_owned());
            self.change(Change::AddMeaning(DraftMeaning::new(id, word, text)));
        }
    }

    /// Lives with a piece of advice. A reason may follow: see [`Desk::keep_reason`].
    pub fn leave(&self, aside: SetAside) {
        self.change(Change::SetAside(aside.clone()));
        self.advice.just_left.set(Some(aside));
        self.tell_undoable("Left as it is.".into());
    }

    /// Says why people live with a piece of advice.
    pub fn keep_reason(&self, aside: SetAside, reason: &str) {
        self.advice.just_left.set(None);
        let reason = reason.trim().to_owned();
        if !reason.is_empty() {
            self.change(Change::SetAside(SetAside { reason, ..aside }));
            self.tell_undoable("The reason is kept.".into());
        }
    }

    /// No longer lives with it.
    pub fn bring_back(&self, aside: SetAside) {
        self.advice.just_left.set(None);
        self.change(Change::BringBack(aside));
        self.tell_undoable("The advice is back.".into());
    }

    /// Notes who checked the survey as it is now. `at` is when, in milliseconds since 1970.
    pub fn note_check(&self, who: &str, at: u64) {
        let print = self.draft.with_untracked(|draft| draft.print());
        self.change(Change::AddReaderCheck(ReaderCheck { who: who.trim().to_owned(), at, print }));
        self.tell_undoable("The check is noted.".into());
    }

    /// Takes such a note away.
    pub fn remove_check(&self, check: ReaderCheck) {
        self.change(Change::RemoveReaderCheck(check));
        self.tell_undoable("The record is removed.".into());
    }

    /// Opens the card of some words, from any screen, and puts the focus in their field.
    pub fn open_place(&self, place: Place) {
        let Screen::Survey(id, part) = self.screen.get_untracked() else { return };
        if part != Part::Questions {
            self.go(Screen::Survey(id, Part::Questions));
        }
        self.stop_typing();
        self.spot.set(Spot::of(place));
        let field = field_id(None, place);
        page::focus_soon(&field);
        page::show_soon(&field);
    }
}
