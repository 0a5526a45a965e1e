//! What the tests share: short names for ids, and a tab that edits a draft as the app does.

use ask_together::model::draft::{
    Act, Change, Draft, DraftChoice, DraftMeaning, DraftQuestion, Edit, Part, Place, Position,
};
use ask_together::model::id::{Author, ChoiceId, Id, MeaningId, QuestionId, SurveyId};
use ask_together::model::ready_made;
use ask_together::model::survey::{Kind, Question};

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

/// A hard word of the author 9.
pub fn m(number: u32) -> MeaningId {
    MeaningId(Id { author: Author(9), number })
}

/// A question for a draft.
pub fn draft_question(
    id: QuestionId,
    position: Position,
    kind: Kind,
    text: &str,
    choices: Vec<DraftChoice>,
) -> DraftQuestion {
    let question = Question { text: text.to_owned(), ..Question::empty(id, kind, choices) };
    DraftQuestion { position, question }
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

    /// Puts in a yes-or-no question behind another, or in front of all.
    pub fn adds_question(&mut self, after: Option<QuestionId>, text: &str) -> QuestionId {
        self.adds(Kind::OneChoice, after, text)
    }

    /// Puts in a question of any kind, with choices where its kind has some: standard ones, or
    /// "Yes" and "No".
    pub fn adds(&mut self, kind: Kind, after: Option<QuestionId>, text: &str) -> QuestionId {
        let mut ids = self.draft.fresh_ids(self.author);
        let id = QuestionId(ids.next().expect("an id"));
        let mut choices = ready_made::standard_choices(kind);
        if choices.is_empty() && kind.has_choices() {
            choices = ready_made::in_a_row(["Yes", "No"].map(str::to_owned).into_iter(), &mut ids);
        }
        let position = self.draft.question_position(after);
        self.does(Change::AddQuestion(draft_question(id, position, kind, text, choices)));
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
        let choice = DraftChoice::new(id, position, text.to_owned());
        self.does(Change::AddChoices { question, choices: vec![choice] });
        id
    }

    /// Explains a hard word.
    pub fn explains(&mut self, word: &str, text: &str) -> MeaningId {
        let id = MeaningId(self.draft.fresh_ids(self.author).next().expect("an id"));
        let (word, text) = (word.to_owned(), text.to_owned());
        self.does(Change::AddMeaning(DraftMeaning::new(id, word, text)));
        id
    }

    /// Sets something about a question.
    pub fn sets(&mut self, question: QuestionId, part: Part) {
        self.does(Change::SetPart { question, part });
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
