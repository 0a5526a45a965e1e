//! The saved form of what an organiser made of a report.

use super::question::IdV1;
use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::id::{QuestionId, SurveyId};
use crate::model::report::{Edits, Key, Own, Slot};
use crate::model::suppress::Rule;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct EditsV1 {
    survey: u64,
    rule: RuleV1,
    questions: Option<Vec<KeyV1>>,
    /// The place, the organiser's words, and what the app said there.
    texts: Vec<(SlotV1, String, String)>,
    quotes: Vec<String>,
}

#[derive(Serialize, Deserialize)]
enum RuleV1 {
    UnderFive,
    UnderTen,
    Rounded,
}

#[derive(Serialize, Deserialize)]
struct KeyV1(IdV1, u8);

#[derive(Serialize, Deserialize)]
enum SlotV1 {
    Title,
    AskedHead,
    Asked,
    WhoHead,
    Who,
    SaidHead,
    Said,
    QuotesHead,
    NextHead,
    Next,
    Question(KeyV1),
    Finding(KeyV1),
    Base(KeyV1),
}

impl From<Key> for KeyV1 {
    fn from(Key { question, nth }: Key) -> Self {
        KeyV1(question.0.into(), nth)
    }
}

impl From<KeyV1> for Key {
    fn from(KeyV1(id, nth): KeyV1) -> Self {
        Key { question: QuestionId(id.into()), nth }
    }
}

fn slot(slot: Slot) -> SlotV1 {
    match slot {
        Slot::Title => SlotV1::Title,
        Slot::AskedHead => SlotV1::AskedHead,
        Slot::Asked => SlotV1::Asked,
        Slot::WhoHead => SlotV1::WhoHead,
        Slot::Who => SlotV1::Who,
        Slot::SaidHead => SlotV1::SaidHead,
        Slot::Said => SlotV1::Said,
        Slot::QuotesHead => SlotV1::QuotesHead,
        Slot::NextHead => SlotV1::NextHead,
        Slot::Next => SlotV1::Next,
        Slot::Question(key) => SlotV1::Question(key.into()),
        Slot::Finding(key) => SlotV1::Finding(key.into()),
        Slot::Base(key) => SlotV1::Base(key.into()),
    }
}

fn read_slot(slot: SlotV1) -> Slot {
    match slot {
        SlotV1::Title => Slot::Title,
        SlotV1::AskedHead => Slot::AskedHead,
        SlotV1::Asked => Slot::Asked,
        SlotV1::WhoHead => Slot::WhoHead,
        SlotV1::Who => Slot::Who,
        SlotV1::SaidHead => Slot::SaidHead,
        SlotV1::Said => Slot::Said,
        SlotV1::QuotesHead => Slot::QuotesHead,
        SlotV1::NextHead => Slot::NextHead,
        SlotV1::Next => Slot::Next,
        SlotV1::Question(key) => Slot::Question(key.into()),
        SlotV1::Finding(key) => Slot::Finding(key.into()),
        SlotV1::Base(key) => Slot::Base(key.into()),
    }
}

impl Packet for Edits {
    const NAME: &'static str = "report";
    const LARGEST: usize = LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let rule = match self.rule {
            Rule::Under(10) => RuleV1::UnderTen,
            Rule::Under(_) => RuleV1::UnderFive,
            Rule::Rounded => RuleV1::Rounded,
        };
        let questions = self.questions.as_ref();
        let text =
            |(place, own): (&Slot, &Own)| (slot(*place), own.text.clone(), own.instead_of.clone());
        let value = EditsV1 {
            survey: self.survey.0,
            rule,
            questions: questions.map(|all| all.iter().map(|key| (*key).into()).collect()),
            texts: self.texts.iter().map(text).collect(),
            quotes: self.quotes.clone(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: EditsV1 = unpack_v1(version, body)?;
        let rule = match read.rule {
            RuleV1::UnderFive => Rule::Under(5),
            RuleV1::UnderTen => Rule::Under(10),
            RuleV1::Rounded => Rule::Rounded,
        };
        let text = |(slot, text, instead_of): (SlotV1, String, String)| {
            (read_slot(slot), Own { text, instead_of })
        };
        Ok(Self {
            survey: SurveyId(read.survey),
            rule,
            questions: read.questions.map(|all| all.into_iter().map(Key::from).collect()),
            texts: read.texts.into_iter().map(text).collect(),
            quotes: read.quotes,
        })
    }
}
