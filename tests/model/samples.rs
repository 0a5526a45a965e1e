//! The fixed values behind the golden files. Never change one: add another beside it.

use crate::support::{SURVEY, c, q, set_text};
use ask_together::model::draft::{
    Act, Change, Draft, DraftChoice, DraftKind, DraftQuestion, Edit, Place, Position,
};
use ask_together::model::id::{Author, ResponseId};
use ask_together::model::inbox::Received;
use ask_together::model::response::{Answer, Progress, Response};
use ask_together::model::seal::{self, PublicKey, SealedResponse, SecretKey};
use ask_together::model::survey::{Choice, Kind, Question, Survey};
use ask_together::model::wire::{Backup, BackupSurvey, Packet};

/// What the golden key pair was made from.
pub const KEY_SEED: [u8; 32] = *b"ask together: golden key seed v1";
/// What the golden response was sealed with.
pub const SEAL_SEED: [u8; 32] = *b"ask together: golden seal seed 1";

pub fn keys() -> (SecretKey, PublicKey) {
    seal::key_pair(&KEY_SEED)
}

fn choices(numbers: [u32; 3], texts: [&str; 3]) -> Vec<Choice> {
    let choice = |(number, text): (u32, &str)| Choice { id: c(number), text: text.to_owned() };
    numbers.into_iter().zip(texts).map(choice).collect()
}

/// A survey with every kind of question, in several scripts.
pub fn survey() -> Survey {
    let question = |number, text: &str, hint: &str, kind| Question {
        id: q(number),
        text: text.to_owned(),
        hint: hint.to_owned(),
        kind,
    };
    let answers = ["Yes", "No", "I am not sure"];
    Survey {
        id: SURVEY,
        version: 2,
        key: keys().1,
        title: "Your café ☕".into(),
        organisation: "Caffi’r Dref".into(),
        welcome: "We want to know what you think.\nYou do not have to answer.".into(),
        who_sees: String::new(),
        questions: vec![
            question(1, "Do you like tea?", "", Kind::OneChoice(choices([2, 3, 4], answers))),
            question(
                10,
                "What do you eat? هل تحب الشاي؟",
                "Tick all that fit.",
                Kind::ManyChoices(choices([11, 300, 70_000], ["Cake 🍰", "Fruit", "תה"])),
            ),
            question(20, "What town do you live in?", "", Kind::ShortText),
            question(u32::MAX, "What would you change?", "Say it your way.", Kind::LongText),
        ],
    }
}

/// A draft with every change, in every place, by two authors.
pub fn draft() -> Draft {
    let position = |bytes: &[u8]| Position::from_bytes(bytes.to_vec()).expect("ends with 128");
    let choice = |number, byte, text: &str| DraftChoice {
        id: c(number),
        position: position(&[byte, 128]),
        text: text.to_owned(),
    };
    let question = |number, byte, kind, text: &str, choices| {
        Change::AddQuestion(DraftQuestion {
            id: q(number),
            position: position(&[byte, 128]),
            kind,
            text: text.to_owned(),
            hint: String::new(),
            choices,
        })
    };
    let two = vec![choice(2, 128, "Yes"), choice(3, 129, "No")];
    let first = [
        set_text(Place::Title, "Your café ☕"),
        set_text(Place::Organisation, "Caffi’r Dref"),
        set_text(Place::Welcome, "Hello\nagain"),
        set_text(Place::WhoSees, "Only us"),
        question(1, 128, DraftKind::OneChoice, "Do you like tea?", two),
        question(4, 129, DraftKind::ManyChoices, "What do you eat?", vec![]),
        question(5, 130, DraftKind::ShortText, "What town?", vec![]),
        question(6, 131, DraftKind::LongText, "What would you change?", vec![]),
        set_text(Place::Question(q(5)), "What town do you live in?"),
        Change::RemoveQuestion(q(6)),
    ];
    let undone = [Act::Undo(10), Act::Redo(10)];
    let second = [
        set_text(Place::Hint(q(1)), "Tea is a hot drink. هل تحب الشاي؟"),
        set_text(Place::Choice(q(1), c(2)), "Yes, a lot"),
        Change::SetKind { question: q(5), kind: DraftKind::LongText },
        Change::MoveQuestion { question: q(4), to: position(&[127, 0, 255, 128]) },
        Change::AddChoices {
            question: q(1),
            choices: vec![choice(7, 130, "Maybe"), choice(8, 127, "I am not sure")],
        },
        Change::MoveChoice { question: q(1), choice: c(7), to: position(&[126, 128]) },
        Change::RemoveChoice { question: q(1), choice: c(3) },
    ];
    let edit = |author, seen: &[(Author, u32)], (act, number): (Act, u32)| Edit {
        author: Author(author),
        number,
        revision: number / 2,
        at: 1_750_000_000_000 + u64::from(number),
        seen: seen.to_vec(),
        act,
    };
    let seen = [(Author(9), 12)];
    let first = first.map(Act::from).into_iter().chain(undone);
    let first = first.zip(1..).map(|pair| edit(9, &[], pair));
    let second =
        second.map(Act::from).into_iter().zip(1..).map(|pair| edit(0xffff_ffff, &seen, pair));
    Draft::from_log(SURVEY, first.chain(second))
}

pub fn progress() -> Progress {
    let Response { id, answers, .. } = response();
    Progress { id, sent: 1, page: 3, answers }
}

/// A response with every kind of answer, and one question skipped.
pub fn response() -> Response {
    Response {
        id: ResponseId(0xfedc_ba98_7654_3210),
        revision: 2,
        survey: SURVEY,
        version: 2,
        answers: [
            (q(10), Answer::ManyChoices(vec![c(11), c(70_000)])),
            (q(1), Answer::OneChoice(c(4))),
            (q(u32::MAX), Answer::Text("More cake 🍰\nand شاي".into())),
        ]
        .into_iter()
        .collect(),
    }
}

pub fn sealed() -> SealedResponse {
    let plain = response().to_packet();
    seal::seal(&plain, (SURVEY, 2), &keys().1, SEAL_SEED).expect("a sound key")
}

pub fn received() -> Received {
    Received { at: 1_750_000_123_456, response: response() }
}

pub fn backup() -> Backup {
    let published = BackupSurvey {
        draft: draft(),
        key: Some(keys().0),
        versions: vec![Survey { version: 1, ..survey() }, survey()],
        received: vec![received()],
    };
    let unpublished = BackupSurvey {
        draft: Draft::new(ask_together::model::id::SurveyId(1)),
        key: None,
        versions: vec![],
        received: vec![],
    };
    Backup { surveys: vec![published, unpublished] }
}
