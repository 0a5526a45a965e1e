//! What can be done to a draft. One act is one step of undo, however many changes it makes.

use super::content::{DraftChoice, DraftMeaning, DraftQuestion, Published, ReaderCheck, SetAside};
use super::position::Position;
use crate::model::id::{Author, ChoiceId, Id, MeaningId, QuestionId};
use crate::model::limit::Limit;
use crate::model::review::Recorded;
use crate::model::survey::{Condition, Kind, Language, SendTo};
use crate::model::words::Word;

/// A piece of text in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// What the survey is called.
    Title,
    /// Whose it is.
    Organisation,
    /// What it is for.
    Welcome,
    /// Who will see the answers.
    WhoSees,
    /// A question.
    Question(QuestionId),
    /// The sentence that explains a question.
    Hint(QuestionId),
    /// A choice of a question.
    Choice(QuestionId, ChoiceId),
    /// What happens once answers are sent.
    After,
    /// What a question's picture shows.
    PictureAlt(QuestionId),
    /// One of the 3 places that cards are sorted into: 0, 1 or 2.
    Pile(QuestionId, u8),
    /// A hard word.
    Word(MeaningId),
    /// What a hard word means.
    Meaning(MeaningId),
    /// Something the app itself says, for a language that it does not know.
    Own(Word),
    /// How answers are looked after.
    Privacy,
    /// The address of a page with more about that.
    PrivacyLink,
    /// Whom people can ask.
    AskWho,
    /// What the logo shows.
    LogoAlt,
    /// What the survey says in its own language in place of one of
    /// [`SENTENCES`](crate::model::standard::SENTENCES). Empty for the app's words.
    Said(Word),
    /// What a question's sound or video says and shows.
    MediaWords(QuestionId),
}

/// Something that can be done to a draft. What it names may be gone by the time it is applied,
/// since somebody else may have deleted it: then it does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Put these words in that place.
    SetText { place: Place, text: String },
    /// Have it answered in another way. Choices are kept, for a change of mind.
    SetKind { question: QuestionId, kind: Kind },
    /// Put in a question, with all it has.
    AddQuestion(DraftQuestion),
    /// Put a question somewhere else.
    MoveQuestion { question: QuestionId, to: Position },
    /// Take a question out.
    RemoveQuestion(QuestionId),
    /// Put in choices, one or a whole list.
    AddChoices { question: QuestionId, choices: Vec<DraftChoice> },
    /// Put a choice somewhere else.
    MoveChoice { question: QuestionId, choice: ChoiceId, to: Position },
    /// Take a choice out.
    RemoveChoice { question: QuestionId, choice: ChoiceId },
    /// Change something else about a question.
    SetPart { question: QuestionId, part: Part },
    /// Change something else about a choice.
    SetChoicePart { question: QuestionId, choice: ChoiceId, part: ChoicePart },
    /// Explain a hard word.
    AddMeaning(DraftMeaning),
    /// No longer explain a hard word.
    RemoveMeaning(MeaningId),
    /// Say which language the survey is written in.
    SetLanguage(Language),
    /// Have the survey in one more language.
    AddLanguage(Language),
    /// No longer have it in that language. The words in it go too.
    RemoveLanguage(Language),
    /// Put these words in that place, in another language.
    Translate { language: Language, place: Place, text: String },
    /// Live with some advice, for a reason.
    SetAside(SetAside),
    /// No longer live with it.
    BringBack(SetAside),
    /// Note that readers checked it.
    AddReaderCheck(ReaderCheck),
    /// Take such a note away.
    RemoveReaderCheck(ReaderCheck),
    /// Give the draft as it is now a name, so that people can go back to it.
    NameVersion(String),
    /// Note that the changes beside it make the draft say what it said at that time, in
    /// milliseconds since 1970. Changes nothing itself.
    NoteBack(u64),
    /// Add to the record of how it was made.
    Record(Recorded),
    /// Say where answers go.
    SetSendTo(Vec<SendTo>),
    /// Say until when answers are wanted, in days since 1970-01-01.
    SetCloses(Option<u32>),
    /// Note that a version was published.
    Published(Published),
    /// Say until when answers are kept, in days since 1970-01-01.
    SetKeepUntil(Option<u32>),
    /// Leave out one of [`SENTENCES`](crate::model::standard::SENTENCES), or no longer.
    LeaveOut(Word, bool),
    /// Show this picture at the top of the first page, or none.
    SetLogo(String),
}

/// Something about a question that is not a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The name of its picture, or empty.
    Picture(String),
    /// Whether people may answer in their own words beside the choices.
    Other(bool),
    /// Whether people may say that they prefer not to say.
    Personal(bool),
    /// The fewest ticks, or the smallest number in hundredths.
    Least(Option<Limit>),
    /// The most ticks, or the largest number in hundredths.
    Most(Option<Limit>),
    /// When it is asked.
    ShowIf(Condition),
    /// For a section: the question that says how often.
    Repeat(Option<QuestionId>),
    /// What other programs and standards call it.
    Name(String),
    /// Whether its answer is sealed apart from the others.
    Apart(bool),
    /// The name of its sound or video, or empty.
    Media(String),
}

/// Something about a choice that is not a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoicePart {
    /// The name of its picture, or empty.
    Picture(String),
    /// Whether picking it lets go of all others.
    Alone(bool),
    /// What other programs and standards call it.
    Code(String),
}

/// One step that a person takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Make these changes, in their order.
    Do(Vec<Change>),
    /// Take back the author's own edit with this number.
    Undo(u32),
    /// Let the author's own edit with this number stand again.
    Redo(u32),
}

impl From<Change> for Act {
    fn from(change: Change) -> Self {
        Act::Do(vec![change])
    }
}

impl Place {
    /// Each place of the survey itself: of its first page, and what comes after sending.
    pub const OF_SURVEY: [Place; 9] = [
        Place::Title,
        Place::Organisation,
        Place::Welcome,
        Place::WhoSees,
        Place::After,
        Place::Privacy,
        Place::PrivacyLink,
        Place::AskWho,
        Place::LogoAlt,
    ];

    /// The question that it is in.
    pub(super) fn question(self) -> Option<QuestionId> {
        match self {
            Place::Question(id)
            | Place::Hint(id)
            | Place::Choice(id, _)
            | Place::PictureAlt(id)
            | Place::MediaWords(id)
            | Place::Pile(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Act {
    /// True when all it does is to give the draft a name, such as that of a version that was published.
    pub(super) fn only_names(&self) -> bool {
        let is_name =
            |change: &Change| matches!(change, Change::NameVersion(_) | Change::Published(_));
        matches!(self, Act::Do(changes) if !changes.is_empty() && changes.iter().all(is_name))
    }

    /// Where this act puts words, and in which other language, when that is all it does.
    pub(super) fn typed_in(&self) -> Option<(Option<Language>, Place)> {
        match self {
            Act::Do(changes) => match changes.as_slice() {
                [Change::SetText { place, .. }] => Some((None, *place)),
                [Change::Translate { language, place, .. }] => Some((Some(*language), *place)),
                _ => None,
            },
            Act::Undo(_) | Act::Redo(_) => None,
        }
    }

    /// True for an act that only adds to the record of the making. Undo passes over it: what people
    /// sent is never taken back by a key.
    pub(super) fn is_only_record(&self) -> bool {
        let is_record = |change: &Change| match change {
            Change::Record(recorded) => !matches!(recorded, Recorded::Decision(_)),
            _ => false,
        };
        matches!(self, Act::Do(changes) if changes.iter().all(is_record))
    }

    /// The highest number among the ids that this act made for `author`, or 0.
    pub(super) fn highest_id(&self, author: Author) -> u32 {
        match self {
            Act::Do(changes) => changes.iter().map(|c| c.highest_id(author)).max().unwrap_or(0),
            Act::Undo(_) | Act::Redo(_) => 0,
        }
    }
}

impl Change {
    /// The highest number among the ids that this change made for `author`, or 0.
    fn highest_id(&self, author: Author) -> u32 {
        let own = |id: Id| if id.author == author { id.number } else { 0 };
        let of_choices = |choices: &[DraftChoice]| choices.iter().map(|c| own(c.id.0)).max();
        match self {
            Change::AddQuestion(question) => {
                own(question.id.0).max(of_choices(&question.choices).unwrap_or(0))
            }
            Change::AddChoices { choices, .. } => of_choices(choices).unwrap_or(0),
            Change::AddMeaning(meaning) => own(meaning.id.0),
            _ => 0,
        }
    }
}
