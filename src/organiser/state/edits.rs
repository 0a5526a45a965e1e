//! What a person can do to a survey with one press. What each means is decided in [`edit`] and run in
//! `running`: one step of undo.

use super::Desk;
use crate::browser::{clock, page};
use crate::model::draft::{Change, ChoicePart, DraftQuestion, Part};
use crate::model::edit::choices::Target;
use crate::model::edit::moving::{self, Moved};
use crate::model::edit::pictures::{self, Pictured};
use crate::model::edit::{self, languages, meanings, questions};
use crate::model::glossary::Term;
use crate::model::id::{ChoiceId, MeaningId, QuestionId};
use crate::model::paste::{self, Row};
use crate::model::ready_made::{self, Template};
use crate::model::survey::{Condition, Kind, Language};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Questions.
impl Desk {
    /// Adds an empty question after another, or in front of all, and opens it.
    pub fn add_question_after(&self, after: Option<QuestionId>, kind: Kind) {
        self.edit(&|draft, author| questions::add(draft, author, after, kind));
    }

    /// Makes a survey from a template and opens it.
    pub fn make_from_template(&self, template: &Template) {
        self.open_begun(template.draft(super::new_id(), clock::now()));
    }

    /// Adds ready-made questions after the open one, or at the end, and opens the first.
    pub fn add_ready_made(&self, questions: Vec<DraftQuestion>) {
        let after = self.spot.get_untracked().question();
        self.add_written(
            self.draft
                .with_untracked(|draft| ready_made::picked(draft, self.author, questions, after)),
        );
    }

    /// Adds those questions of a pack that are not there, behind the ones that are, or at the end.
    pub fn add_pack(&self, pack: Vec<DraftQuestion>) {
        self.add_written(self.draft.with_untracked(|draft| {
            let (rest, after) = ready_made::rest_of_pack(draft.content(), pack);
            ready_made::picked(draft, self.author, rest, after)
        }));
    }

    /// Adds what was understood of a pasted list after a question, or at the end, and opens the first. They are in
    /// the section that they come to stand in, or `apart` from it in one of their own.
    pub fn add_pasted(&self, rows: Vec<Row>, after: Option<QuestionId>, apart: bool) {
        self.add_written(self.draft.with_untracked(|draft| {
            let (rows, after) = match apart {
                true => paste::apart(draft.content(), rows, after),
                false => (rows, after),
            };
            paste::questions(draft, self.author, rows, after)
        }));
    }

    /// Closes the tool that they come from too.
    fn add_written(&self, questions: Vec<DraftQuestion>) {
        if !questions.is_empty() {
            self.tool.set(None);
            self.edit(&|draft, _| questions::add_written(draft, questions.clone()));
        }
    }

    /// Adds a question that says the same in all languages, after it, and opens that.
    pub fn duplicate(&self, id: QuestionId) {
        self.edit(&|draft, author| questions::copy(draft, author, id));
    }

    /// The same for a section with all that is in it.
    pub fn duplicate_section(&self, title: QuestionId) {
        self.edit(&|draft, author| questions::copy_section(draft, author, title));
    }

    /// Deletes a question, and opens the one that comes after it.
    pub fn remove(&self, id: QuestionId) {
        self.edit(&|draft, _| questions::remove(draft, id));
    }

    /// Has a question answered in another way.
    pub fn set_kind(&self, question: QuestionId, kind: Kind) {
        self.edit(&|draft, author| questions::set_kind(draft, author, question, kind));
    }

    /// Changes something about a question that is not a text.
    pub fn set_part(&self, question: QuestionId, part: Part) {
        self.change(Change::SetPart { question, part });
    }

    /// Has the answers to a question kept apart from a person's others, or no longer.
    pub fn keep_apart(&self, question: QuestionId, on: bool) {
        self.edit(&|draft, _| questions::keep_apart(draft, question, on));
    }

    /// Says when a question is asked.
    pub fn ask_if(&self, question: QuestionId, condition: Condition) {
        self.set_part(question, Part::ShowIf(condition));
    }
}

/// Choices.
impl Desk {
    /// Adds choices after one of them, or at the end, and puts the focus in the last. Empty choices among
    /// `fill` take the first texts.
    pub fn add_choices(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        texts: Vec<String>,
        fill: &[ChoiceId],
    ) {
        let target = Target { question, after, fill };
        self.edit(&|draft, author| edit::choices::add(draft, author, target, texts.clone()));
    }

    /// Adds a pasted list, and tells what of it is left out.
    pub fn add_list(
        &self,
        question: QuestionId,
        after: Option<ChoiceId>,
        list: paste::Choices,
        fill: &[ChoiceId],
    ) {
        let target = Target { question, after, fill };
        self.edit(&|draft, author| edit::choices::add_list(draft, author, target, list.clone()));
    }

    /// Takes a choice out. The focus goes to the one after it, or before it.
    pub fn remove_choice(&self, question: QuestionId, choice: ChoiceId) {
        self.edit(&|draft, _| edit::choices::remove(draft, question, choice));
    }

    /// Moves a choice one place up or down.
    pub fn move_choice(&self, question: QuestionId, choice: ChoiceId, down: bool) {
        self.edit(&|draft, _| edit::choices::step(draft, question, choice, down));
    }

    /// Changes something about a choice that is not a text.
    pub fn set_choice_part(&self, question: QuestionId, choice: ChoiceId, part: ChoicePart) {
        self.change(Change::SetChoicePart { question, choice, part });
    }

    /// A person wrote a choice that said something else before.
    pub fn choice_was_written(&self, question: QuestionId, choice: ChoiceId, before: &str) {
        self.edit(&|draft, _| edit::choices::was_written(draft, question, choice, before));
    }
}

/// Moving.
impl Desk {
    /// Moves a question one place up or down. The focus stays where it was.
    pub fn move_question(&self, id: QuestionId, down: bool) {
        self.step_questions(&BTreeSet::from([id]), down);
    }

    /// The same for each of these.
    pub fn step_questions(&self, ids: &BTreeSet<QuestionId>, down: bool) {
        self.moved(self.draft.with_untracked(|draft| moving::step(draft, ids, down)));
    }

    /// Moves a question to the start or the end of the survey.
    pub fn move_to_end(&self, id: QuestionId, down: bool) {
        self.moved(self.draft.with_untracked(|draft| moving::to_end(draft, id, down)));
    }

    /// Moves a section with all that is in it past the one before or after it.
    pub fn move_section(&self, title: QuestionId, down: bool) {
        self.moved(self.draft.with_untracked(|draft| moving::step_section(draft, title, down)));
    }

    fn move_to_after(&self, ids: &BTreeSet<QuestionId>, after: Option<QuestionId>) {
        self.moved(self.draft.with_untracked(|draft| moving::to_after(draft, ids, after)));
    }

    fn moved(&self, moved: Moved) {
        if self.run(moved.edited)
            && let Some(section) = moved.into
        {
            self.arranging.folded.update(|folded| _ = folded.remove(&section));
        }
    }

    /// What moves when this is dragged: a question alone, the title of a section with the section.
    pub fn with_section(&self, id: QuestionId) -> BTreeSet<QuestionId> {
        self.draft.with_untracked(|draft| moving::with_section(draft.content(), id))
    }

    /// What a drop after a line comes after. The line is named as [`page`] gives it back.
    fn drop_after(&self, line: Option<&str>, in_outline: bool) -> Option<QuestionId> {
        let line = line?;
        let line = self.question_ids().into_iter().find(|id| id.0.to_string() == line)?;
        let is_folded = self.arranging.folded.with_untracked(|folded| folded.contains(&line));
        Some(self.draft.with_untracked(|draft| {
            moving::drop_after(draft.content(), line, in_outline && is_folded)
        }))
    }

    /// True where something may be dropped. A section never goes into another.
    pub fn may_drop(&self, id: QuestionId, line: Option<&str>, in_outline: bool) -> bool {
        let after = self.drop_after(line, in_outline);
        self.draft.with_untracked(|draft| moving::may_drop(draft.content(), id, after))
    }

    /// Puts what was dragged after the line that it was dropped after.
    pub fn drop_behind(&self, id: QuestionId, line: Option<&str>, in_outline: bool) {
        let after = self.drop_after(line, in_outline);
        self.move_to_after(&self.with_section(id), after);
    }

    /// Opens the dialog that moves these.
    pub fn ask_where(&self, ids: BTreeSet<QuestionId>) {
        self.arranging.moving.set(Some(ids).filter(|ids| !ids.is_empty()));
    }

    /// Does what its dialog says. The dialog gives the focus back before the page changes.
    pub fn move_as_asked(&self, dialog: &str, after: Option<QuestionId>) {
        let ids = self.arranging.moving.get_untracked().unwrap_or_default();
        page::close_dialog(dialog);
        self.move_to_after(&ids, after);
    }
}

/// Hard words, languages and pictures.
impl Desk {
    /// Adds a hard word that is not written yet, and puts the focus in it.
    pub fn add_meaning(&self) {
        self.edit(&meanings::add);
    }

    /// Explains a word of the survey as we agreed.
    pub fn explain_as(&self, term: &Term, word: &str) {
        self.edit(&|draft, author| meanings::explain_as(draft, author, term, word));
    }

    /// Has a word of the survey mean what we agreed.
    pub fn say_as(&self, id: MeaningId, term: &Term) {
        self.edit(&|draft, _| meanings::say_as(draft, id, term));
    }

    /// Takes a hard word out. The focus goes to the one after it, or before it.
    pub fn remove_meaning(&self, id: MeaningId) {
        self.edit(&|draft, _| meanings::remove(draft, id));
    }

    /// Says which language the survey is written in.
    pub fn set_language(&self, language: Language) {
        self.change(Change::SetLanguage(language));
    }

    /// Has the survey in one more language.
    pub fn add_language(&self, language: Language) {
        self.change(Change::AddLanguage(language));
    }

    /// Takes a language out, with all that is written in it.
    pub fn remove_language(&self, language: Language, name: &str) {
        self.run(languages::remove(language, name));
    }

    /// The name of the picture that somebody picked. Empty when nobody did.
    pub fn picture(&self, of: Pictured) -> String {
        self.draft.with(|draft| of.picture(draft.content()).to_owned())
    }

    /// The words that stand beside the picture.
    pub fn words_beside(&self, of: Pictured) -> String {
        self.draft.with(|draft| of.words_beside(draft.content()).to_owned())
    }

    /// Gives it this picture, or takes its picture away.
    pub fn set_picture(&self, of: Pictured, name: String) {
        self.run(pictures::set(of, name));
    }
}
