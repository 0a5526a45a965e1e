//! Writing a draft in few lines.

use ask_together::model::draft::{
    Change, ChoicePart, Draft, DraftMeaning, DraftQuestion, Part, Place,
};
use ask_together::model::id::{Author, ChoiceId, MeaningId, QuestionId, SurveyId};
use ask_together::model::ready_made;
use ask_together::model::survey::{Check, Condition, Group, Kind, Language, Question, Test};

/// Who writes the examples.
const AUTHOR: Author = Author(7);

/// A draft that grows from top to bottom.
pub struct Making(pub Draft);

impl Making {
    pub fn new(id: u64, title: &str) -> Self {
        let mut making = Self(Draft::new(SurveyId(id)));
        making.says(Place::Title, title);
        making.says(Place::Organisation, "Together Group");
        making
    }

    pub fn does(&mut self, change: Change) {
        self.0.apply(self.0.edit(AUTHOR, 0, change));
    }

    pub fn says(&mut self, place: Place, text: &str) {
        self.does(Change::SetText { place, text: text.to_owned() });
    }

    pub fn translates(&mut self, language: Language, place: Place, text: &str) {
        self.does(Change::Translate { language, place, text: text.to_owned() });
    }

    pub fn explains(&mut self, word: &str, text: &str) {
        let id = self.0.fresh_ids(AUTHOR).next().expect("an id");
        let (word, text) = (word.to_owned(), text.to_owned());
        self.does(Change::AddMeaning(DraftMeaning::new(MeaningId(id), word, text)));
    }

    /// Adds a question at the end, with its own choices or those of its kind.
    pub fn asks(&mut self, kind: Kind, text: &str, choices: &[&str]) -> QuestionId {
        let last = self.0.content().questions.last().map(|question| question.id);
        let mut ids = self.0.fresh_ids(AUTHOR);
        let id = QuestionId(ids.next().expect("an id"));
        let mut all = ready_made::standard_choices(kind);
        let own = choices.iter().map(|text| (*text).to_owned());
        all.extend(ready_made::in_a_row(own, &mut ids));
        let question = Question { text: text.to_owned(), ..Question::empty(id, kind, all) };
        let position = self.0.question_position(last);
        self.does(Change::AddQuestion(DraftQuestion { position, question }));
        id
    }

    pub fn sets(&mut self, question: QuestionId, part: Part) {
        self.does(Change::SetPart { question, part });
    }

    pub fn sets_choice(&mut self, question: QuestionId, choice: ChoiceId, part: ChoicePart) {
        self.does(Change::SetChoicePart { question, choice, part });
    }

    /// The choice of a question at this place.
    pub fn choice(&self, question: QuestionId, place: usize) -> ChoiceId {
        self.0.content().question(question).expect("the question").choices[place].id
    }

    /// Asks a question only if this test holds.
    pub fn only_if(&mut self, question: QuestionId, source: QuestionId, check: Check) {
        let tests = vec![Test { question: source, check }];
        let groups = vec![Group { all: true, tests }];
        self.sets(question, Part::ShowIf(Condition { all: true, groups }));
    }
}
