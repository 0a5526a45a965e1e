//! Surveys to start from, in our own easy-read words.
//!
//! They come as drafts made by the app itself ([`APP`]), so everyone who starts from one has the
//! same ids, and the answers of two teams can be compared. A ready-made question is never changed
//! here: a better one gets a new number.

use super::draft::{Change, Draft, DraftChoice, DraftKind, DraftQuestion, Edit, Place, Position};
use super::id::{APP, ChoiceId, Id, QuestionId, SurveyId};

/// What a new survey says about who sees the answers, until somebody writes it better.
pub const WHO_SEES: &str = "Only the people who made this survey will see your answers.";

const YES_NO: &[&str] = &["Yes", "No", "I am not sure"];
const OFTEN: &[&str] = &["Yes", "Sometimes", "No", "I am not sure"];

/// Kind, question, hint, choices.
type Template = (DraftKind, &'static str, &'static str, &'static [&'static str]);

const SUPPORT_AT_HOME: [Template; 15] = [
    (
        DraftKind::OneChoice,
        "Where do you live?",
        "",
        &[
            "In my own home",
            "With my family",
            "In a shared house",
            "In a care home",
            "Somewhere else",
        ],
    ),
    (DraftKind::OneChoice, "Do you like where you live?", "", YES_NO),
    (
        DraftKind::OneChoice,
        "Do staff listen to you?",
        "Staff are the people paid to help you, like your support worker.",
        OFTEN,
    ),
    (DraftKind::OneChoice, "Do you choose what you eat?", "", OFTEN),
    (DraftKind::OneChoice, "Do you choose when you go to bed?", "", OFTEN),
    (
        DraftKind::ManyChoices,
        "What do staff help you with?",
        "",
        &["Washing", "Cooking", "Cleaning", "Shopping", "Money", "Medicine", "None of these"],
    ),
    (DraftKind::OneChoice, "Do you get enough help?", "", YES_NO),
    (DraftKind::OneChoice, "Do you feel safe at home?", "", OFTEN),
    (
        DraftKind::ManyChoices,
        "Who do you talk to when you are worried?",
        "",
        &["My family", "A friend", "Staff", "My social worker", "My advocate", "No one"],
    ),
    (DraftKind::OneChoice, "Can you see your friends when you want to?", "", OFTEN),
    (
        DraftKind::OneChoice,
        "Do you have a support plan?",
        "A support plan says what help you want.",
        YES_NO,
    ),
    (DraftKind::OneChoice, "Did you help to make your support plan?", "", YES_NO),
    (DraftKind::LongText, "What is good about your support?", "", &[]),
    (DraftKind::LongText, "What would you change about your support?", "", &[]),
    (DraftKind::ShortText, "What town or village do you live in?", "", &[]),
];

/// "Your support at home": 15 questions about daily support, as a draft with this id.
pub fn your_support_at_home(id: SurveyId, at: u64) -> Draft {
    let text = |place, text: &str| Change::SetText { place, text: text.to_owned() };
    let mut changes = vec![
        text(Place::Title, "Your support at home"),
        text(
            Place::Welcome,
            "We want to know what you think about your support.\nYour answers will help us make it better.",
        ),
        text(Place::WhoSees, WHO_SEES),
    ];
    let mut ids = (1..).map(|number| Id { author: APP, number });
    let mut position = Position::default();
    for (kind, question, hint, choices) in SUPPORT_AT_HOME {
        changes.push(Change::AddQuestion(DraftQuestion {
            id: QuestionId(next(&mut ids)),
            position: position.clone(),
            kind,
            text: question.to_owned(),
            hint: hint.to_owned(),
            choices: in_a_row(choices.iter().map(|text| (*text).to_owned()), &mut ids),
        }));
        position = Position::new_after(&position);
    }
    by_app(id, at, changes)
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
            let choice = DraftChoice { id: ChoiceId(next(ids)), position: position.clone(), text };
            position = Position::new_after(&position);
            choice
        })
        .collect()
}

fn by_app(id: SurveyId, at: u64, changes: Vec<Change>) -> Draft {
    let edits = changes.into_iter().zip(1..).map(|(change, number)| Edit {
        author: APP,
        number,
        revision: 0,
        at,
        seen: Vec::new(),
        act: change.into(),
    });
    Draft::from_log(id, edits)
}

fn next(ids: &mut impl Iterator<Item = Id>) -> Id {
    ids.next().expect("ids never run out")
}
