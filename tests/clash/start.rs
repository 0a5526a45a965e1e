//! The draft that two people change apart.

use ask_together::model::draft::{
    Act, Change, Draft, DraftChoice, DraftMeaning, DraftQuestion, Position,
};
use ask_together::model::id::{Author, ChoiceId, Id, MeaningId, QuestionId, SurveyId};
use ask_together::model::ready_made;
use ask_together::model::review::{
    Note, NoteName, Notes, Recorded, Reviewer, ReviewerId, RoundId, Says,
};
use ask_together::model::survey::{Kind, Language, Question};
use std::collections::BTreeMap;

/// Whoever made the draft that both start from.
pub const FIRST: Author = Author(1);

/// What somebody said.
pub const NOTE: NoteName = NoteName { reviewer: ReviewerId(5), number: 1 };

/// A thing of that author.
pub fn id(number: u32) -> Id {
    Id { author: FIRST, number }
}

/// A question.
pub fn q(number: u32) -> QuestionId {
    QuestionId(id(number))
}

/// A choice.
pub fn c(number: u32) -> ChoiceId {
    ChoiceId(id(number))
}

/// Makes a change.
pub fn does(draft: &mut Draft, author: u32, act: impl Into<Act>) {
    let edit = draft.edit(Author(author), 0, act);
    draft.apply(edit);
}

/// What both start from: seven questions and a section, a hard word and a note.
pub fn start() -> Draft {
    let mut draft = Draft::new(SurveyId(1));
    let kinds = [
        (Kind::OneChoice, "Do you have a job?"),
        (Kind::ManyChoices, "What do you like?"),
        (Kind::Number, "How many children?"),
        (Kind::Section, "Your home"),
        (Kind::Sorting, "How is it going?"),
        (Kind::YesNo, "Do you like it?"),
        (Kind::YesNo, "Do you like it?"),
    ];
    for (number, (kind, text)) in (1..).zip(kinds) {
        let mut choices = ready_made::standard_choices(kind);
        if kind.has_choices() && choices.is_empty() {
            let mut place = Position::default();
            for (own, says) in (0..).zip(["Tea", "Milk", "Water"]) {
                let choice = DraftChoice::new(c(number * 100 + own), place.clone(), says.into());
                place = Position::new_after(&place);
                choices.push(choice);
            }
        }
        let question =
            Question { text: text.to_owned(), ..Question::empty(q(number), kind, choices) };
        let last = draft.content().questions.last().map(|question| question.id);
        let position = draft.question_position(last);
        does(&mut draft, 1, Change::AddQuestion(DraftQuestion { position, question }));
    }
    let (word, text) = ("advocate".to_owned(), "Someone who speaks up for you.".to_owned());
    does(&mut draft, 1, Change::AddMeaning(DraftMeaning::new(MeaningId(id(900)), word, text)));
    does(&mut draft, 1, Change::AddLanguage(Language::WELSH));
    let note = Note { revision: 1, question: None, says: Says::Free("It is too long.".into()) };
    let notes = Notes {
        survey: SurveyId(1),
        round: RoundId(1),
        revision: 1,
        reviewer: Reviewer { id: NOTE.reviewer, name: "Ana".into(), may_be_named: true },
        notes: BTreeMap::from([(NOTE.number, note)]),
    };
    does(&mut draft, 1, Change::Record(Recorded::Notes(notes)));
    draft
}
