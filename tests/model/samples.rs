//! The fixed values behind the golden files: answers, keys and copies. The survey is in
//! [`survey`](crate::sample_survey), the draft in [`draft`](crate::sample_draft). Never change one:
//! add another beside it.

use crate::support::{SURVEY, c, q};
use ask_together::model::answer::Answer;
use ask_together::model::draft::Draft;
use ask_together::model::id::{Author, Id, QuestionId, ResponseId, SurveyId};
use ask_together::model::inbox::{By, Received};
use ask_together::model::invited::{Begun, How, Invited, Person};
use ask_together::model::own_template::OwnTemplate;
use ask_together::model::report::{self, Edits, Slot};
use ask_together::model::response::{Asked, Given, On, Progress, Response};
use ask_together::model::seal::{self, PublicKey, SealedNotes, SealedResponse, SecretKey};
use ask_together::model::standard::{NO, NOT_SURE, YES};
use ask_together::model::suppress::Rule;
use ask_together::model::survey::{Language, Notice, Survey};
use ask_together::model::tablet::{Issued, Receipts};
use ask_together::model::wire::{Backup, BackupSurvey, Packet};
use ask_together::model::words::Word;
use ask_together::model::work::{Key, Mark, Sheet, Stamp, TagId, Value, Work};

pub use crate::sample_draft::{draft, told, typed_beside};
pub use crate::sample_review::{ROUND, invitation, notes};
pub use crate::sample_survey::survey;

/// What the golden key pair was made from.
pub const KEY_SEED: [u8; 32] = *b"ask together: golden key seed v1";
/// What the golden response was sealed with.
pub const SEAL_SEED: [u8; 32] = *b"ask together: golden seal seed 1";

pub fn keys() -> (SecretKey, PublicKey) {
    seal::key_pair(&KEY_SEED)
}

pub fn progress() -> Progress {
    let Response { id, answers, .. } = response();
    let (apart, code) = (Some(ResponseId(0x1111_2222_3333_4444)), "7Q".to_owned());
    Progress { id, sent: 1, page: 3, answers, apart, code }
}

/// A response to the golden survey with every kind of answer, in two rounds. Some questions are
/// skipped.
pub fn response() -> Response {
    let first = |question: QuestionId| Asked { question, round: 0 };
    let second = |question: QuestionId| Asked { question, round: 1 };
    let text = |words: &str| Answer::Text(words.to_owned());
    Response {
        id: ResponseId(0xfedc_ba98_7654_3210),
        revision: 2,
        survey: SURVEY,
        version: 2,
        edition: survey().edition,
        given: Given {
            language: Some(Language::WELSH),
            day: Some(20_400),
            code: "7Q".into(),
            on: On::Tablet,
            unfinished: true,
            apart: true,
        },
        answers: [
            (first(q(2)), Answer::OneChoice(YES)),
            (first(q(10)), Answer::ManyChoices(vec![c(11), c(70_000)])),
            (first(q(1)), Answer::OneChoice(NOT_SURE)),
            (first(q(13)), Answer::Other { ticked: vec![], words: "Bara brith".into() }),
            (first(q(30)), Answer::Other { ticked: vec![c(31)], words: String::new() }),
            (first(q(50)), Answer::Ranked(vec![c(53), c(51)])),
            (first(q(60)), Answer::Sorted(vec![(c(61), 2), (c(62), 0)])),
            (first(q(80)), text("٢")),
            (first(q(90)), text("31/12/1999")),
            (first(q(20)), Answer::PreferNotToSay),
            (first(q(101)), text("Mam")),
            (second(q(101)), text("شاي 🍰\nand more")),
            (second(q(102)), Answer::OneChoice(NO)),
        ]
        .into_iter()
        .collect(),
    }
}

pub fn sealed() -> SealedResponse {
    seal::seal(&response().to_plain(), &survey(), SEAL_SEED).expect("a sound key")
}

/// One of the first form, as it lies in copies from before.
pub fn sealed_before() -> SealedResponse {
    SealedResponse::from_packet(include_bytes!("../data/v1/sealed.bin")).expect("a sealed response")
}

pub fn sealed_notes() -> SealedNotes {
    let plain = notes().to_packet();
    seal::seal_notes(&plain, (SURVEY, ROUND), &keys().1, SEAL_SEED).expect("a sound key")
}

/// What version 2 of the form brought: what people are told, and the app's words said otherwise or left out.
pub fn told_survey() -> Survey {
    let notice = Notice {
        privacy: "We lock your answers.".into(),
        privacy_link: "https://example.org/privacy".into(),
        ask: "Ana, 01632 960123".into(),
        keep_until: Some(20_900),
        logo: "2615".into(),
        logo_alt: "The logo of the café".into(),
    };
    let words = vec![
        (Word::YouChoose as u8, "You do not have to answer.".to_owned()),
        (Word::HelpIsFine as u8, String::new()),
    ];
    Survey { notice, words, ..survey() }.frozen()
}

/// The same as most are: with a person's other answers, not apart from them.
pub fn person() -> Response {
    let response = response();
    Response { given: Given { apart: false, ..response.given }, ..response }
}

/// What somebody made of a report: something of everything that is kept.
pub fn report() -> Edits {
    let key = |number, nth| report::Key { question: q(number), nth };
    let mut edits = Edits {
        rule: Rule::Rounded,
        questions: Some(vec![key(1, 0), key(70_000, 1)]),
        ..Edits::new(SURVEY)
    };
    let slots = [
        Slot::Title,
        Slot::AskedHead,
        Slot::Asked,
        Slot::WhoHead,
        Slot::Who,
        Slot::SaidHead,
        Slot::Said,
    ];
    let others = [
        Slot::QuotesHead,
        Slot::NextHead,
        Slot::Next,
        Slot::Question(key(1, 0)),
        Slot::Finding(key(1, 0)),
    ];
    for slot in slots.into_iter().chain(others).chain([Slot::Base(key(70_000, 1))]) {
        edits.write(slot, &format!("Your café ☕: {slot:?}"), "What we said");
    }
    edits.quotes = vec!["I like it.".into(), String::new()];
    edits
}

pub fn template() -> OwnTemplate {
    OwnTemplate::new(draft().as_template(SurveyId(77), Author(77), 1_750_000_000_000))
}

pub fn received() -> Received {
    Received { at: 1_750_000_123_456, by: By::Code, response: response() }
}

pub fn backup() -> Backup {
    let published = BackupSurvey {
        draft: draft(),
        keys: vec![keys().0],
        versions: vec![Survey { version: 1, ..survey() }.frozen(), survey()],
        received: vec![received()],
        withdrawn: vec![ResponseId(u64::MAX), ResponseId(7)],
        removed: vec![],
        waiting: vec![sealed_before()],
        work: Work::default(),
        changes: None,
    };
    let unpublished = BackupSurvey {
        draft: Draft::new(SurveyId(1)),
        keys: vec![],
        versions: vec![],
        received: vec![],
        withdrawn: vec![],
        removed: vec![],
        waiting: vec![],
        work: Work::default(),
        changes: None,
    };
    Backup { surveys: vec![published, unpublished], ..Backup::default() }
}

/// A list of people who are invited, and one who was removed.
pub fn invited() -> Invited {
    let begun = |at, how| Some(Begun { at, how });
    let mut list = invited_before();
    list.people[0].sent = begun(1_699_000_000_000, Some(How::Email));
    list.people[0].reminded = begun(1_700_000_000_000, Some(How::Copied));
    list.people[1].sent = begun(1_699_000_000_001, Some(How::File));
    list
}

/// The same as version 1 of the form has it: when a reminder was begun, and nothing else of what was sent.
pub fn invited_before() -> Invited {
    let person = |number: &str, name: &str, contact: &str, reminded: Option<u64>| Person {
        number: number.to_owned(),
        name: name.to_owned(),
        contact: contact.to_owned(),
        sent: None,
        reminded: reminded.map(|at| Begun { at, how: None }),
    };
    Invited {
        survey: SURVEY,
        people: vec![
            person("k3mn7pqr", "Person A", "a@example.org", Some(1_700_000_000_000)),
            person("22345678", "", "+447700900123", None),
        ],
        removed: ["abcdefgh".to_owned()].into(),
    }
}

/// The receipts of two batches of a tablet.
pub fn receipts() -> Receipts {
    let issued = |code: &str, answers, at| Issued { code: code.to_owned(), answers, at };
    let all =
        vec![issued("1A2B-3C4D", 12, 1_700_000_000_000), issued("00FF-9E01", 3, 1_700_100_000_000)];
    Receipts { survey: SURVEY, all }
}

fn stamp(at: u32, by: u32) -> Stamp {
    Stamp { at, by: Author(by) }
}

/// The tags of a survey: one that is there, and one that was deleted.
pub fn tags() -> Sheet {
    let tag = |author: u32, number| Key::Tag(TagId(Id { author: Author(author), number }));
    let called = |place, name: &str| Value::Tag { place, name: name.to_owned() };
    [
        (tag(7, 1), (stamp(2, 7), called(1, "Food \u{2615}"))),
        (tag(900_000, 3), (stamp(3, 900_000), called(2, ""))),
    ]
    .into_iter()
    .collect()
}

/// All that can be done with the answers of one person.
pub fn sheet() -> Sheet {
    let asked = |question, round| Asked { question: q(question), round };
    let tag = TagId(Id { author: Author(7), number: 1 });
    let mark = |mark| Value::Mark { mark, revision: 2 };
    [
        (Key::Tagged(asked(5, 0), tag), (stamp(1, 7), Value::Yes)),
        (Key::Tagged(asked(5, 1), tag), (stamp(2, 8), Value::Nothing)),
        (Key::Mark(asked(5, 0)), (stamp(3, 7), mark(Mark::Quote))),
        (Key::Mark(asked(5, 1)), (stamp(4, 7), mark(Mark::Paraphrase))),
        (Key::Mark(asked(6, 0)), (stamp(5, 7), mark(Mark::Private))),
        (Key::Mark(asked(7, 0)), (stamp(6, 7), Value::Nothing)),
        (Key::Struck(asked(5, 0), "Caf\u{e9} Gwen".into()), (stamp(7, 7), Value::Yes)),
    ]
    .into_iter()
    .collect()
}

/// A copy with what was done with written answers.
pub fn backup_with_work() -> Backup {
    let mut backup = backup();
    backup.surveys[0].work = Work { tags: tags(), sheets: [(response().id, sheet())].into() };
    backup
}
