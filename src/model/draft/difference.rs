//! The changes that lead from one content to another.

use super::change::{Change, Place};
use super::content::{Content, SetAside};
use crate::model::standard::SENTENCES;
use core::hash::Hash;

impl Content {
    /// Changes that make this say what `goal` says. Notes of reader checks stay as they are.
    ///
    /// A question that differs is put in anew as a whole: there are too many parts to name each.
    pub(super) fn changes_to(&self, goal: &Content) -> Vec<Change> {
        let mut changes = Vec::new();
        for place in Place::OF_SURVEY.into_iter().chain(SENTENCES.map(Place::Said)) {
            let text = goal.text(place).unwrap_or_default();
            if self.text(place) != Some(text) {
                changes.push(Change::SetText { place, text: text.to_owned() });
            }
        }
        if self.language != goal.language {
            changes.push(Change::SetLanguage(goal.language));
        }
        if self.send_to != goal.send_to {
            changes.push(Change::SetSendTo(goal.send_to.clone()));
        }
        if self.closes != goal.closes {
            changes.push(Change::SetCloses(goal.closes));
        }
        for word in SENTENCES {
            let is = goal.left_out.contains(&word);
            if self.left_out.contains(&word) != is {
                changes.push(Change::LeaveOut(word, is));
            }
        }
        if self.notice.logo != goal.notice.logo {
            changes.push(Change::SetLogo(goal.notice.logo.clone()));
        }
        if self.notice.keep_until != goal.notice.keep_until {
            changes.push(Change::SetKeepUntil(goal.notice.keep_until));
        }
        self.questions_to(goal, &mut changes);
        let (gone, new) = list_to(&self.meanings, &goal.meanings, |meaning| meaning.id);
        changes.extend(gone.into_iter().map(|meaning| Change::RemoveMeaning(meaning.id)));
        changes.extend(new.iter().cloned().map(Change::AddMeaning));
        self.translations_to(goal, &mut changes);
        let key = |aside: &SetAside| (aside.place, aside.rule, aside.words.clone());
        let (gone, new) = list_to(&self.set_aside, &goal.set_aside, key);
        changes.extend(gone.into_iter().cloned().map(Change::BringBack));
        changes.extend(new.iter().cloned().map(Change::SetAside));
        changes
    }

    fn questions_to(&self, goal: &Content, changes: &mut Vec<Change>) {
        let gone = self.questions.iter().filter(|own| goal.question(own.id).is_none());
        changes.extend(gone.map(|own| Change::RemoveQuestion(own.id)));
        for wanted in &goal.questions {
            match self.question(wanted.id) {
                Some(own) if own == wanted => {}
                Some(own) if own.question == wanted.question => {
                    let to = wanted.position.clone();
                    changes.push(Change::MoveQuestion { question: wanted.id, to });
                }
                _ => changes.push(Change::AddQuestion(wanted.clone())),
            }
        }
    }

    fn translations_to(&self, goal: &Content, changes: &mut Vec<Change>) {
        let gone = self.translations.keys().filter(|own| !goal.translations.contains_key(own));
        changes.extend(gone.map(|language| Change::RemoveLanguage(*language)));
        for (&language, wanted) in &goal.translations {
            let mut own = self.translations.get(&language);
            // No change takes one text away, so the language goes and comes back with the others.
            if own.is_some_and(|own| own.keys().any(|place| !wanted.contains_key(place))) {
                changes.push(Change::RemoveLanguage(language));
                own = None;
            }
            if own.is_none() {
                changes.push(Change::AddLanguage(language));
            }
            let is_new =
                |place: &Place, text: &String| own.and_then(|own| own.get(place)) != Some(text);
            let new = wanted.iter().filter(|(place, text)| is_new(place, text));
            changes.extend(new.map(|(&place, text)| Change::Translate {
                language,
                place,
                text: text.clone(),
            }));
        }
    }
}

/// For a list where what is put in goes to the end: what to take out of `own`, and what of `goal`
/// to put in then.
fn list_to<'a, T: PartialEq, K: Eq + Hash>(
    own: &'a [T],
    goal: &'a [T],
    key: impl Fn(&T) -> K,
) -> (Vec<&'a T>, &'a [T]) {
    let wanted: std::collections::HashSet<K> = goal.iter().map(&key).collect();
    let (kept, gone): (Vec<&T>, Vec<&T>) = own.iter().partition(|item| wanted.contains(&key(item)));
    let same = kept.iter().zip(goal).take_while(|(own, goal)| *own == goal).count();
    (gone, &goal[same..])
}
