//! Surveys to start from, in our own easy-read words.
//!
//! They come as drafts made by the app itself ([`APP`]), so everyone who starts from one has the
//! same ids, and the answers of two teams can be compared. A ready-made question is never changed
//! here: a better one gets a new number.

use super::draft::{Change, Draft, DraftChoice, DraftQuestion, Edit, Place, Position};
use super::id::{APP, ChoiceId, Id, QuestionId, SurveyId};
use super::standard;
use super::survey::{Kind, Question};

/// What a new survey says about who sees the answers, until somebody writes it better.
pub const WHO_SEES: &str = "Only the people who made this survey will see your answers.";

const OFTEN: &[&str] = &["Yes", "Sometimes", "No", "I am not sure"];

/// Kind, question, hint, choices.
type Template = (Kind, &'static str, &'static str, &'static [&'static str]);

const SUPPORT_AT_HOME: [Template; 15] = [
    (
        Kind::OneChoice,
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
    (Kind::YesNo, "Do you like where you live?", "", &[]),
    (
        Kind::OneChoice,
        "Do staff listen to you?",
        "Staff are the people paid to help you, like your support worker.",
        OFTEN,
    ),
    (Kind::OneChoice, "Do you choose what you eat?", "", OFTEN),
    (Kind::OneChoice, "Do you choose when you go to bed?", "", OFTEN),
    (
        Kind::ManyChoices,
        "What do staff help you with?",
        "",
        &["Washing", "Cooking", "Cleaning", "Shopping", "Money", "Medicine", "None of these"],
    ),
    (Kind::YesNo, "Do you get enough help?", "", &[]),
    (Kind::OneChoice, "Do you feel safe at home?", "", OFTEN),
    (
        Kind::ManyChoices,
        "Who do you talk to when you are worried?",
        "",
        &["My family", "A friend", "Staff", "My social worker", "My advocate", "No one"],
    ),
    (Kind::OneChoice, "Can you see your friends when you want to?", "", OFTEN),
    (Kind::YesNo, "Do you have a support plan?", "A support plan says what help you want.", &[]),
    (Kind::YesNo, "Did you help to make your support plan?", "", &[]),
    (Kind::LongText, "What is good about your support?", "", &[]),
    (Kind::LongText, "What would you change about your support?", "", &[]),
    (Kind::ShortText, "What town or village do you live in?", "", &[]),
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
    for (kind, question, hint, own) in SUPPORT_AT_HOME {
        let id = QuestionId(next(&mut ids));
        let mut choices = standard_choices(kind);
        choices.extend(in_a_row(own.iter().map(|text| (*text).to_owned()), &mut ids));
        changes.push(Change::AddQuestion(DraftQuestion {
            position: position.clone(),
            question: Question {
                text: question.to_owned(),
                hint: hint.to_owned(),
                ..Question::empty(id, kind, choices)
            },
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
            let choice = DraftChoice::new(ChoiceId(next(ids)), position.clone(), text);
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
    });
    Draft::from_log(id, edits)
}

fn next(ids: &mut impl Iterator<Item = Id>) -> Id {
    ids.next().expect("ids never run out")
}
