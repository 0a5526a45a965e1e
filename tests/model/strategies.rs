//! Random values for the property tests.

use ask_together::model::id::{Author, ChoiceId, Id, QuestionId, ResponseId, SurveyId};
use ask_together::model::inbox::Received;
use ask_together::model::response::{Answer, Answers, Progress, Response};
use ask_together::model::seal::{PublicKey, SealedResponse};
use ask_together::model::survey::{Choice, Kind, Question, Survey};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

/// Words in any script, with the characters that files trip over.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ -~]{0,20}",
        2 => any::<String>(),
        1 => prop::sample::select(vec!["", "=1+1", "a,b\"c\"", "line\r\nline", "🍰", "شاي", "תה", "\0"])
            .prop_map(str::to_owned),
    ]
}

fn id() -> impl Strategy<Value = Id> {
    let number = || prop_oneof![0..4u32, any::<u32>()];
    (number(), number()).prop_map(|(author, number)| Id { author: Author(author), number })
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    btree_set(id(), 1..6).prop_flat_map(|ids| {
        let ids: Vec<Id> = ids.into_iter().collect();
        (vec(text(), ids.len()), Just(ids).prop_shuffle()).prop_map(|(texts, ids)| {
            let choice = |(id, text)| Choice { id: ChoiceId(id), text };
            ids.into_iter().zip(texts).map(choice).collect()
        })
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        choices().prop_map(Kind::OneChoice),
        choices().prop_map(Kind::ManyChoices),
        Just(Kind::ShortText),
        Just(Kind::LongText),
    ]
}

fn questions() -> impl Strategy<Value = Vec<Question>> {
    btree_set(id(), 1..6).prop_flat_map(|ids| {
        let parts = vec((text(), text(), kind()), ids.len());
        let ids: Vec<Id> = ids.into_iter().collect();
        (parts, Just(ids).prop_shuffle()).prop_map(|(parts, ids)| {
            let question = |(id, (text, hint, kind))| {
                let id = QuestionId(id);
                Question { id, text, hint, kind }
            };
            ids.into_iter().zip(parts).map(question).collect()
        })
    })
}

pub fn survey() -> impl Strategy<Value = Survey> {
    let texts = (text(), text(), text(), text());
    let numbers = (any::<u64>(), any::<u32>(), any::<[u8; 32]>());
    (numbers, texts, questions()).prop_map(|((id, version, key), texts, questions)| {
        let (title, organisation, welcome, who_sees) = texts;
        let (id, key) = (SurveyId(id), PublicKey(key));
        Survey { id, version, key, title, organisation, welcome, who_sees, questions }
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        id().prop_map(|id| Answer::OneChoice(ChoiceId(id))),
        vec(id().prop_map(ChoiceId), 0..5).prop_map(Answer::ManyChoices),
        text().prop_map(Answer::Text),
    ];
    vec((id().prop_map(QuestionId), answer), 0..8).prop_map(|pairs| pairs.into_iter().collect())
}

pub fn progress() -> impl Strategy<Value = Progress> {
    (any::<u64>(), any::<u32>(), any::<u32>(), answers())
        .prop_map(|(id, sent, page, answers)| Progress { id: ResponseId(id), sent, page, answers })
}

pub fn response() -> impl Strategy<Value = Response> {
    let numbers = (any::<u64>(), any::<u32>(), any::<u64>(), any::<u32>());
    (numbers, answers()).prop_map(|((id, revision, survey, version), answers)| Response {
        id: ResponseId(id),
        revision,
        survey: SurveyId(survey),
        version,
        answers,
    })
}

pub fn received() -> impl Strategy<Value = Received> {
    (any::<u64>(), response()).prop_map(|(at, response)| Received { at, response })
}

pub fn sealed() -> impl Strategy<Value = SealedResponse> {
    (any::<u64>(), any::<u32>(), vec(any::<u8>(), 0..200)).prop_map(|(survey, version, sealed)| {
        SealedResponse { survey: SurveyId(survey), version, sealed }
    })
}
