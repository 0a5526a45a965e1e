//! Copying questions, one or a whole set, as the changes of one step.
//!
//! A copy has ids of its own. What one question of a set says about another of it (when it is asked,
//! how often, whose answer goes into its words) is about the copy of that one then. What is about
//! questions outside of the set stays.

use super::change::{Act, Change, Place};
use super::content::{Content, DraftQuestion};
use super::{Draft, Edit, Position};
use crate::model::id::{Author, ChoiceId, Id, QuestionId, SurveyId};
use crate::model::piping::{self, Piece};
use crate::model::review::Recorded;
use crate::model::standard;
use crate::model::survey::{Check, Condition};
use std::collections::BTreeMap;

/// Which ids the copies of some questions and their choices have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renamed {
    questions: BTreeMap<QuestionId, QuestionId>,
    choices: BTreeMap<(QuestionId, ChoiceId), ChoiceId>,
}

impl Draft {
    /// The same draft as a survey of its own. That the old one was published says nothing about this
    /// one: it gets a key of its own. Nor does it say that answers to the old one were deleted.
    pub fn copy_as(&self, id: SurveyId) -> Draft {
        let is_published = |change: &Change| matches!(change, Change::Published(_));
        let is_deletion = |change: &Change| matches!(change, Change::Record(Recorded::Deletion(_)));
        let edit = |edit: &Edit| {
            let mut edit = edit.clone();
            if let Act::Do(changes) = &mut edit.act {
                if changes.iter().any(is_published) {
                    // The history names the step after it too.
                    changes.retain(|c| !is_published(c) && !matches!(c, Change::NameVersion(_)));
                }
                changes.retain(|change| !is_deletion(change));
            }
            edit
        };
        Draft::from_log(id, self.log().iter().map(edit))
    }
}

impl Renamed {
    /// Gives a question and its own choices fresh ids. `None` when there are no more.
    pub fn rename(
        &mut self,
        question: &mut DraftQuestion,
        ids: &mut impl Iterator<Item = Id>,
    ) -> Option<()> {
        let old = question.id;
        question.id = QuestionId(ids.next()?);
        self.questions.insert(old, question.id);
        // Other programs know one question by a name.
        question.name.clear();
        let own = question.choices.iter_mut().filter(|c| !standard::is_standard(c.id));
        for choice in own {
            let new = ChoiceId(ids.next()?);
            self.choices.insert((old, choice.id), new);
            choice.id = new;
        }
        Some(())
    }

    /// The same for all but what one author made: that keeps its ids, and so does what other programs call
    /// the question.
    pub fn rename_but(
        &mut self,
        author: Author,
        question: &mut DraftQuestion,
        ids: &mut impl Iterator<Item = Id>,
    ) {
        let mut fresh =
            |old: Id| if old.author == author { old } else { ids.next().unwrap_or(old) };
        let old = question.id;
        question.id = QuestionId(fresh(old.0));
        self.questions.insert(old, question.id);
        for choice in &mut question.choices {
            let new = ChoiceId(fresh(choice.id.0));
            self.choices.insert((old, choice.id), new);
            choice.id = new;
        }
    }

    /// Has all that a question says about questions of the set be about their copies.
    pub fn follow(&self, question: &mut DraftQuestion) {
        self.follow_in(&mut question.show_if);
        if let Some(new) = question.repeat.and_then(|source| self.questions.get(&source)) {
            question.repeat = Some(*new);
        }
        let question = &mut question.question;
        let texts = [
            &mut question.text,
            &mut question.hint,
            &mut question.picture_alt,
            &mut question.media_words,
        ];
        let choices = question.choices.iter_mut().map(|choice| &mut choice.choice.text);
        for text in texts.into_iter().chain(&mut question.piles).chain(choices) {
            *text = self.in_words(text);
        }
    }

    fn follow_in(&self, condition: &mut Condition) {
        for test in condition.groups.iter_mut().flat_map(|group| &mut group.tests) {
            if let Check::Is(choice) | Check::IsNot(choice) = &mut test.check
                && let Some(new) = self.choices.get(&(test.question, *choice))
            {
                *choice = *new;
            }
            if let Some(new) = self.questions.get(&test.question) {
                test.question = *new;
            }
        }
    }

    /// The same for the answers that go into a text.
    pub fn in_words(&self, text: &str) -> String {
        let piece = |piece| match piece {
            Piece::Text(words) => words.to_owned(),
            Piece::Answer(id) => piping::mark(self.questions.get(&id).copied().unwrap_or(id)),
        };
        piping::pieces(text).into_iter().map(piece).collect()
    }
}

impl Draft {
    /// Copies of these questions that say the same in all languages, behind the last of them and in
    /// the order of the survey: their ids, and what puts them in.
    pub fn copy(&self, author: Author, questions: &[QuestionId]) -> (Vec<QuestionId>, Vec<Change>) {
        let all = self.content().questions.iter();
        let set: Vec<&DraftQuestion> = all.filter(|q| questions.contains(&q.id)).collect();
        let positions = self.question_positions(set.last().map(|last| last.id), set.len());
        let (mut ids, mut renamed) = (self.fresh_ids(author), Renamed::default());
        let mut copies = Vec::new();
        for (old, position) in set.into_iter().zip(positions) {
            let mut copy = DraftQuestion { position, ..old.clone() };
            if renamed.rename(&mut copy, &mut ids).is_some() {
                copies.push((old, copy));
            }
        }
        let mut changes = Vec::new();
        for (old, copy) in &mut copies {
            renamed.follow(copy);
            changes.push(Change::AddQuestion(copy.clone()));
            changes.extend(translations(self.content(), old, copy, &renamed));
        }
        (copies.into_iter().map(|(_, copy)| copy.id).collect(), changes)
    }

    /// A copy of one question to stand at a position, and what it says in other languages.
    pub fn copy_of(
        &self,
        author: Author,
        question: QuestionId,
        position: Position,
    ) -> Option<(DraftQuestion, Vec<Change>)> {
        let old = self.content().question(question)?;
        let mut renamed = Renamed::default();
        let mut copy = DraftQuestion { position, ..old.clone() };
        renamed.rename(&mut copy, &mut self.fresh_ids(author))?;
        let translations = translations(self.content(), old, &copy, &renamed);
        Some((copy, translations))
    }
}

/// What the copy of a question says in other languages.
pub(super) fn translations(
    content: &Content,
    old: &DraftQuestion,
    copy: &DraftQuestion,
    renamed: &Renamed,
) -> Vec<Change> {
    let own = [
        (Place::Question(old.id), Place::Question(copy.id)),
        (Place::Hint(old.id), Place::Hint(copy.id)),
        (Place::PictureAlt(old.id), Place::PictureAlt(copy.id)),
        (Place::MediaWords(old.id), Place::MediaWords(copy.id)),
    ];
    let piles = (0..3).map(|at| (Place::Pile(old.id, at), Place::Pile(copy.id, at)));
    let choices = old.choices.iter().zip(&copy.choices);
    let choices =
        choices.map(|(from, to)| (Place::Choice(old.id, from.id), Place::Choice(copy.id, to.id)));
    let places: Vec<_> = own.into_iter().chain(piles).chain(choices).collect();
    let mut changes = Vec::new();
    for (language, texts) in &content.translations {
        let said =
            places.iter().filter_map(|(from, to)| Some((*to, renamed.in_words(texts.get(from)?))));
        changes.extend(said.map(|(place, text)| Change::Translate {
            language: *language,
            place,
            text,
        }));
    }
    changes
}

/// How the note starts that something is a copy.
const COPY: &str = " (copy";

/// What the copy of a survey is called: "Your week (copy)", then "Your week (copy 2)", the first that
/// none of the others is called. A title that is not written yet stays so.
pub fn title_of_copy<'a>(title: &str, others: impl Iterator<Item = &'a str>) -> String {
    let title = title.trim();
    if title.is_empty() {
        return String::new();
    }
    let others: Vec<&str> = others.map(str::trim).collect();
    let plain = without_copy(title);
    let name = |number: u32| match number {
        1 => format!("{plain}{COPY})"),
        number => format!("{plain}{COPY} {number})"),
    };
    let is_free = |name: &String| name != title && !others.contains(&&**name);
    (1..).map(name).find(is_free).unwrap_or_default()
}

/// A title without "(copy)" or "(copy 2)" behind it.
fn without_copy(title: &str) -> &str {
    let Some((plain, mark)) = title.rsplit_once(COPY) else { return title };
    let Some(number) = mark.strip_suffix(')') else { return title };
    let digits = number.trim_start();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if (number.is_empty() || is_number) && !plain.is_empty() { plain } else { title }
}
