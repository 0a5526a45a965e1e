//! A question of a draft, with its choices: what a participant would see of it, and what it keeps for
//! a change of mind.
//!
//! Absent: where a question stands among the others, which is for [`Content`](super::Content).

use super::super::change::Part;
use super::super::position::Position;
use crate::model::id::ChoiceId;
use crate::model::media::is_media;
use crate::model::plain_text::trimmed;
use crate::model::standard;
use crate::model::survey::{Choice, Condition, Kind, Question, is_picture};
use core::ops::{Deref, DerefMut};
use std::collections::BTreeSet;

/// A question that is being made. Choices are kept, unused, while its kind needs none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftQuestion {
    /// Where it stands among the others.
    pub position: Position,
    /// All that a participant will see of it.
    pub question: Question<DraftChoice>,
}

/// A choice that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChoice {
    /// Where it stands among the others.
    pub position: Position,
    /// What a participant will see of it.
    pub choice: Choice,
}

/// How many places cards are sorted into.
pub(super) const PILES: usize = 3;

impl Deref for DraftQuestion {
    type Target = Question<DraftChoice>;

    fn deref(&self) -> &Self::Target {
        &self.question
    }
}

impl DerefMut for DraftQuestion {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.question
    }
}

impl Deref for DraftChoice {
    type Target = Choice;

    fn deref(&self) -> &Choice {
        &self.choice
    }
}

impl DerefMut for DraftChoice {
    fn deref_mut(&mut self) -> &mut Choice {
        &mut self.choice
    }
}

impl DraftChoice {
    /// A choice with these words at that place.
    pub fn new(id: ChoiceId, position: Position, text: String) -> Self {
        Self { position, choice: Choice::new(id, text) }
    }
}

impl DraftQuestion {
    /// The choice with this id.
    pub fn choice(&self, id: ChoiceId) -> Option<&DraftChoice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The choices that its kind has use for, in order.
    pub fn offered(&self) -> impl Iterator<Item = &DraftChoice> {
        let of_kind = standard::choices_of(self.kind);
        let fits = move |choice: &&DraftChoice| {
            if of_kind.is_empty() {
                !standard::is_standard(choice.id)
            } else {
                of_kind.contains(&choice.id)
            }
        };
        let choices = if self.kind.has_choices() { &self.choices[..] } else { &[] };
        choices.iter().filter(fits)
    }

    pub(super) fn sort(&mut self) {
        self.choices.sort_by(|a, b| (&a.position, a.id).cmp(&(&b.position, b.id)));
        // A hostile edit may bring one choice twice, and a survey can't carry that.
        let mut seen = BTreeSet::new();
        self.choices.retain(|choice| seen.insert(choice.id));
    }

    pub(super) fn set(&mut self, part: &Part) {
        match part {
            Part::Picture(name) => self.picture.clone_from(name),
            Part::Other(other) => self.other = *other,
            Part::Personal(personal) => self.personal = *personal,
            Part::Least(least) => self.least = *least,
            Part::Most(most) => self.most = *most,
            Part::ShowIf(condition) => self.show_if.clone_from(condition),
            Part::Repeat(source) => self.repeat = *source,
            Part::Name(name) => self.name.clone_from(name),
            Part::Apart(apart) => self.apart = *apart,
            Part::Media(name) => self.media = name.as_str().into(),
        }
    }

    /// The question as a participant would see it, checked or not. What its kind has no use for
    /// stays behind, and what no survey can carry: empty groups and names that are no picture's.
    pub fn as_question(&self) -> Question {
        let kind = self.kind;
        let picture = |name: &String| if is_picture(name) { name.clone() } else { String::new() };
        let choice = |c: &DraftChoice| Choice {
            text: trimmed(&c.text),
            picture: picture(&c.picture),
            code: trimmed(&c.code),
            ..c.choice.clone()
        };
        let media = if is_media(&self.media) { &*self.media } else { "" };
        let groups = self.show_if.groups.iter().filter(|group| !group.tests.is_empty());
        let limited = kind.picks_many() || kind == Kind::Number;
        let piles: &[String] = if kind == Kind::Sorting { &self.piles } else { &[] };
        Question {
            id: self.id,
            kind,
            text: trimmed(&self.text),
            hint: trimmed(&self.hint),
            picture: picture(&self.picture),
            picture_alt: trimmed(&self.picture_alt),
            choices: self.offered().map(choice).collect(),
            piles: piles.iter().map(String::as_str).map(trimmed).collect(),
            other: self.other && kind.can_have_other(),
            personal: self.personal && kind.can_skip(),
            least: self.least.filter(|_| limited),
            most: self.most.filter(|_| limited),
            show_if: Condition { all: self.show_if.all, groups: groups.cloned().collect() },
            repeat: self.repeat.filter(|_| kind == Kind::Section),
            name: trimmed(&self.name),
            apart: self.apart && kind.can_skip(),
            media: media.into(),
            media_words: if media.is_empty() { String::new() } else { trimmed(&self.media_words) },
        }
    }
}
