//! Surveys to start from and questions to pick from, in our own easy-read words.
//!
//! Each [`Template`] is a text file in `ready_made/`. Its questions have ids of the app's own
//! ([`APP`]), other numbers in each file, so everyone who uses one has the same ids, and the
//! answers of two teams can be compared. A ready-made question is never changed: a better one gets
//! a new number. Only its picture may become a better one.

pub mod equality;
mod pick;
mod read;

pub use pick::{already_in, picked, rest_of_pack};

use super::draft::{Change, Draft, DraftChoice, DraftQuestion, Edit, Place, Position};
use super::id::{APP, ChoiceId, Id, SurveyId};
use super::seal::PublicKey;
use super::standard;
use super::survey::Kind;
use super::words::Word;

/// What a new survey says about who sees the answers, until somebody writes it better.
pub const WHO_SEES: &str = "Only the people who made this survey will see your answers.";

/// In the order that people see them.
const FILES: [&str; 6] = [
    include_str!("ready_made/support_at_home.txt"),
    include_str!("ready_made/day_centre.txt"),
    include_str!("ready_made/health_check.txt"),
    include_str!("ready_made/event.txt"),
    include_str!("ready_made/together.txt"),
    include_str!("ready_made/consent.txt"),
];

/// A survey to start from. Its questions can also be picked one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// What organisers know it by.
    pub name: &'static str,
    /// The code of the picture that stands for it.
    pub picture: &'static str,
    /// Who it is for, in a sentence.
    pub who: &'static str,
    /// What the survey is called.
    title: &'static str,
    /// What it is for.
    welcome: String,
    /// What happens once answers are sent. May be empty.
    after: String,
    /// That people need not answer, where the app's own words for it do not fit. May be empty.
    choose: &'static str,
    /// In order.
    pub questions: Vec<DraftQuestion>,
}

/// Every template. The equality questions are those for England: see [`equality`] for the others.
pub fn templates() -> Vec<Template> {
    let equality = equality::template(equality::Nation::England);
    first_templates().chain([equality]).collect()
}

/// Those that the first screen shows at once. The equality questions are longer than all of them, and come after it.
pub fn first_templates() -> impl Iterator<Item = Template> {
    FILES.into_iter().map(read::template)
}

impl Template {
    /// A survey of its own, as a draft with this id.
    pub fn draft(&self, id: SurveyId, at: u64) -> Draft {
        let text = |place, text: &str| Change::SetText { place, text: text.to_owned() };
        let mut changes = vec![
            text(Place::Title, self.title),
            text(Place::Welcome, &self.welcome),
            text(Place::WhoSees, WHO_SEES),
        ];
        if !self.after.is_empty() {
            changes.push(text(Place::After, &self.after));
        }
        if !self.choose.is_empty() {
            changes.push(text(Place::Said(Word::YouChoose), self.choose));
        }
        changes.extend(self.questions.iter().cloned().map(Change::AddQuestion));
        by_app(id, at, changes)
    }

    /// How many questions people answer, without the one about help.
    pub fn asked(&self) -> usize {
        self.questions.iter().filter(|question| question.kind.asks()).count()
    }

    /// About how many minutes it takes people.
    pub fn minutes(&self) -> usize {
        self.draft(SurveyId(0), 0).as_survey(0, PublicKey([0; 32])).minutes()
    }
}

/// "Your support at home": 15 questions about daily support, as a draft with this id.
pub fn your_support_at_home(id: SurveyId, at: u64) -> Draft {
    read::template(FILES[0]).draft(id, at)
}

/// An empty survey with its first words in place.
pub fn new_survey(id: SurveyId, at: u64) -> Draft {
    by_app(id, at, vec![Change::SetText { place: Place::WhoSees, text: WHO_SEES.to_owned() }])
}

/// Choices one behind the other, for a question that has none yet.
pub fn in_a_row(
    texts: impl Iterator<Item = String>,
    ids: &mut impl Iterator<Item = Id>,
) -> Vec<DraftChoice> {
    let mut position = Position::default();
    texts
        .map(|text| {
            let id = ids.next().expect("ids never run out");
            let choice = DraftChoice::new(ChoiceId(id), position.clone(), text);
            position = Position::new_after(&position);
            choice
        })
        .collect()
}

/// The choices that a kind of question brings with it, without words: the app has some.
pub fn standard_choices(kind: Kind) -> Vec<DraftChoice> {
    let mut position = Position::default();
    let choice = |id: &ChoiceId| {
        let choice = DraftChoice::new(*id, position.clone(), String::new());
        position = Position::new_after(&position);
        choice
    };
    standard::choices_of(kind).iter().map(choice).collect()
}

fn by_app(id: SurveyId, at: u64, changes: Vec<Change>) -> Draft {
    let edits = changes.into_iter().zip(1..).map(|(change, number)| Edit {
        author: APP,
        number,
        revision: 0,
        at,
        seen: Vec::new(),
        act: change.into(),
        was: None,
    });
    Draft::from_log(id, edits)
}
