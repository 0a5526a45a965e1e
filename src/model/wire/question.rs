//! The sent form of a question, and what drafts share of it: ids, kinds and conditions.

use crate::model::id::{Author, ChoiceId, Id, QuestionId};
use crate::model::limit::{Hundredths, Limit};
use crate::model::survey::{Check, Choice, Condition, Group, Kind, Question, Test};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct QuestionV1<C = ChoiceV1> {
    pub id: IdV1,
    /// The place of the kind in [`Kind::ALL`].
    pub kind: u8,
    pub text: String,
    pub hint: String,
    pub picture: String,
    pub picture_alt: String,
    pub choices: Vec<C>,
    pub piles: Vec<String>,
    pub other: bool,
    pub personal: bool,
    pub least: Option<i64>,
    pub most: Option<i64>,
    pub show_if: ConditionV1,
    pub repeat: Option<IdV1>,
    pub name: String,
    pub apart: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ChoiceV1 {
    pub id: IdV1,
    pub text: String,
    pub picture: String,
    pub alone: bool,
    pub code: String,
}

/// Whether all groups must hold, and each group: whether all tests must, and the tests.
#[derive(Serialize, Deserialize)]
pub(super) struct ConditionV1(bool, Vec<(bool, Vec<(IdV1, CheckV1)>)>);

#[derive(Serialize, Deserialize)]
enum CheckV1 {
    Is(IdV1),
    IsNot(IdV1),
    Answered,
    NotAnswered,
    LessThan(i64),
    MoreThan(i64),
    Equals(i64),
}

/// An author and a number.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct IdV1(u32, u32);

impl From<Id> for IdV1 {
    fn from(id: Id) -> Self {
        Self(id.author.0, id.number)
    }
}

impl From<IdV1> for Id {
    fn from(IdV1(author, number): IdV1) -> Self {
        Self { author: Author(author), number }
    }
}

pub(super) fn write_kind(kind: Kind) -> u8 {
    kind as u8
}

/// `None` for a kind that is not known here.
pub(super) fn read_kind(kind: u8) -> Option<Kind> {
    Kind::ALL.get(usize::from(kind)).copied()
}

impl From<Choice> for ChoiceV1 {
    fn from(choice: Choice) -> Self {
        let Choice { id, text, picture, alone, code } = choice;
        Self { id: id.0.into(), text, picture, alone, code }
    }
}

impl From<ChoiceV1> for Choice {
    fn from(ChoiceV1 { id, text, picture, alone, code }: ChoiceV1) -> Self {
        Self { id: ChoiceId(id.into()), text, picture, alone, code }
    }
}

impl<C> QuestionV1<C> {
    /// The sent form, with its choices as `choice` writes them.
    pub fn write<D>(question: Question<D>, choice: impl Fn(D) -> C) -> Self {
        Self {
            id: question.id.0.into(),
            kind: write_kind(question.kind),
            text: question.text,
            hint: question.hint,
            picture: question.picture,
            picture_alt: question.picture_alt,
            choices: question.choices.into_iter().map(choice).collect(),
            piles: question.piles,
            other: question.other,
            personal: question.personal,
            least: question.least.map(|limit| limit.0),
            most: question.most.map(|limit| limit.0),
            show_if: ConditionV1::write(&question.show_if),
            repeat: question.repeat.map(|id| id.0.into()),
            name: question.name,
            apart: question.apart,
        }
    }

    /// The question, with its choices as `choice` reads them. `None` for an unknown kind, or a
    /// choice that can't be read.
    pub fn read_with<D>(self, choice: impl Fn(C) -> Option<D>) -> Option<Question<D>> {
        Some(Question {
            id: QuestionId(self.id.into()),
            kind: read_kind(self.kind)?,
            text: self.text,
            hint: self.hint,
            picture: self.picture,
            picture_alt: self.picture_alt,
            choices: self.choices.into_iter().map(choice).collect::<Option<_>>()?,
            piles: self.piles,
            other: self.other,
            personal: self.personal,
            least: self.least.map(Limit),
            most: self.most.map(Limit),
            show_if: self.show_if.read(),
            repeat: self.repeat.map(|id| QuestionId(id.into())),
            name: self.name,
            apart: self.apart,
            // Forms that carry these have them beside the question.
            media: Box::default(),
            media_words: String::new(),
        })
    }
}

impl From<Question> for QuestionV1 {
    fn from(question: Question) -> Self {
        Self::write(question, ChoiceV1::from)
    }
}

impl QuestionV1 {
    /// `None` for a kind that is not known here.
    pub fn read(self) -> Option<Question> {
        self.read_with(|choice| Some(choice.into()))
    }
}

impl ConditionV1 {
    pub fn write(condition: &Condition) -> Self {
        let check = |check| match check {
            Check::Is(id) => CheckV1::Is(choice_id(id)),
            Check::IsNot(id) => CheckV1::IsNot(choice_id(id)),
            Check::Answered => CheckV1::Answered,
            Check::NotAnswered => CheckV1::NotAnswered,
            Check::LessThan(number) => CheckV1::LessThan(number.0),
            Check::MoreThan(number) => CheckV1::MoreThan(number.0),
            Check::Equals(number) => CheckV1::Equals(number.0),
        };
        let test = |test: &Test| (test.question.0.into(), check(test.check));
        let group = |group: &Group| (group.all, group.tests.iter().map(test).collect());
        Self(condition.all, condition.groups.iter().map(group).collect())
    }

    pub fn read(self) -> Condition {
        let check = |check| match check {
            CheckV1::Is(id) => Check::Is(ChoiceId(id.into())),
            CheckV1::IsNot(id) => Check::IsNot(ChoiceId(id.into())),
            CheckV1::Answered => Check::Answered,
            CheckV1::NotAnswered => Check::NotAnswered,
            CheckV1::LessThan(number) => Check::LessThan(Hundredths(number)),
            CheckV1::MoreThan(number) => Check::MoreThan(Hundredths(number)),
            CheckV1::Equals(number) => Check::Equals(Hundredths(number)),
        };
        let test = |(id, how): (IdV1, CheckV1)| Test {
            question: QuestionId(id.into()),
            check: check(how),
        };
        let group = |(all, tests): (bool, Vec<(IdV1, CheckV1)>)| Group {
            all,
            tests: tests.into_iter().map(test).collect(),
        };
        Condition { all: self.0, groups: self.1.into_iter().map(group).collect() }
    }
}

fn choice_id(id: ChoiceId) -> IdV1 {
    id.0.into()
}
