//! What the tests share: short names for ids, and a tab that edits a draft as the app does.

use ask_together::model::draft::{
    Act, Change, Draft, DraftChoice, DraftKind, DraftQuestion, Edit, Place,
};
use ask_together::model::id::{Author, ChoiceId, Id, QuestionId, SurveyId};
use ask_together::model::ready_made;

/// The survey that most tests are about.
pub const SURVEY: SurveyId = SurveyId(0x0123_4567_89ab_cdef);

/// A question of the author 9, who makes the fixed values of these tests.
pub fn q(number: u32) -> QuestionId {
    QuestionId(Id { author: Author(9), number })
}

/// A choice of the author 9.
pub fn c(number: u32) -> ChoiceId {
    ChoiceId(Id { author: Author(9), number })
}

/// One author's tab, with its own copy of the draft.
#[derive(Clone, Debug)]
pub struct Tab {
    pub author: Author,
    pub draft: Draft,
    /// Counts up with every edit, so that no two edits have the same time.
    clock: u64,
}

impl Tab {
    pub fn new(author: u32) -> Self {
        Self::with(author, Draft::new(SURVEY))
    }

    /// A tab that opens a draft.
    pub fn with(author: u32, draft: Draft) -> Self {
        Self { author: Author(author), draft, clock: 0 }
    }

    /// A tab of another author that starts from what this one has.
    pub fn shared_with(&self, author: u32) -> Self {
        Self { author: Author(author), ..self.clone() }
    }

    /// Makes a change.
    pub fn does(&mut self, act: impl Into<Act>) -> Edit {
        self.clock += 1;
        let edit = self.draft.edit(self.author, self.clock, act);
        self.draft.apply(edit.clone());
        edit
    }

    /// Types words, as the app does at every key: on from the last words if it can.
    pub fn types(&mut self, place: Place, text: &str) -> Edit {
        self.clock += 1;
        let change = Change::SetText { place, text: text.to_owned() };
        let edit = match self.draft.retype(self.author, self.clock, &change) {
            Some(edit) => edit,
            None => self.draft.edit(self.author, self.clock, change),
        };
        self.draft.apply(edit.clone());
        edit
    }

    /// Takes the last step back. False when there is none.
    pub fn undoes(&mut self) -> bool {
        self.draft.undo(self.author).map(|change| self.does(change)).is_some()
    }

    /// Does the last step again. False when there is none.
    pub fn redoes(&mut self) -> bool {
        self.draft.redo(self.author).map(|change| self.does(change)).is_some()
    }

    /// Puts in a question behind another, or in front of all.
    pub fn adds_question(&mut self, after: Option<QuestionId>, text: &str) -> QuestionId {
        let mut ids = self.draft.fresh_ids(self.author);
        let id = QuestionId(ids.next().expect("an id"));
        self.does(Change::AddQuestion(DraftQuestion {
            id,
            position: self.draft.question_position(after),
            kind: DraftKind::OneChoice,
            text: text.to_owned(),
            hint: String::new(),
            choices: ready_made::in_a_row(["Yes", "No"].map(str::to_owned).into_iter(), &mut ids),
        }));
        id
    }

    /// Puts in a choice behind another, or in front of all.
    pub fn adds_choice(
        &mut self,
        question: QuestionId,
        after: Option<ChoiceId>,
        text: &str,
    ) -> ChoiceId {
        let id = ChoiceId(self.draft.fresh_ids(self.author).next().expect("an id"));
        let position = self.draft.choice_position(question, after);
        let choice = DraftChoice { id, position, text: text.to_owned() };
        self.does(Change::AddChoices { question, choices: vec![choice] });
        id
    }

    /// Takes in everything that another tab has.
    pub fn takes_in(&mut self, other: &Tab) {
        self.draft.merge(other.draft.log().to_vec());
    }

    /// What the questions say, in order.
    pub fn questions(&self) -> Vec<&str> {
        self.draft.content().questions.iter().map(|q| q.text.as_str()).collect()
    }

    /// What a question's choices say, in order.
    pub fn choices(&self, question: QuestionId) -> Vec<&str> {
        let question = self.draft.content().question(question).expect("the question");
        question.choices.iter().map(|c| c.text.as_str()).collect()
    }

    /// A choice of a question, by its place.
    pub fn choice(&self, question: QuestionId, place: usize) -> ChoiceId {
        self.draft.content().question(question).expect("the question").choices[place].id
    }
}

/// A change of words.
pub fn set_text(place: Place, text: &str) -> Change {
    Change::SetText { place, text: text.to_owned() }
}
