//! Random values for the property tests.

use ask_together::model::answer::Answer;
use ask_together::model::day::LAST;
use ask_together::model::id::{Author, ChoiceId, Edition, Id, QuestionId, ResponseId, SurveyId};
use ask_together::model::inbox::{By, Received};
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::response::{Answers, Asked, Given, On, Progress, Response};
use ask_together::model::seal::{PublicKey, SealedResponse};
use ask_together::model::survey::{
    Check, Choice, Condition, Group, Kind, Language, Meaning, Notice, Question, SendTo, Survey,
    Test, Translation, Way,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

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

fn question_id() -> impl Strategy<Value = QuestionId> {
    id().prop_map(QuestionId)
}

fn choice_id() -> impl Strategy<Value = ChoiceId> {
    id().prop_map(ChoiceId)
}

/// What OpenMoji calls its files, or nothing.
fn picture() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[0-9A-F]{4,5}(-FE0F)?"]
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    btree_set(choice_id(), 1..6).prop_flat_map(|ids| {
        let ids: Vec<ChoiceId> = ids.into_iter().collect();
        let parts = vec((text(), picture(), any::<bool>(), text()), ids.len());
        (parts, Just(ids).prop_shuffle()).prop_map(|(parts, ids)| {
            let choice =
                |(id, (text, picture, alone, code))| Choice { id, text, picture, alone, code };
            ids.into_iter().zip(parts).map(choice).collect()
        })
    })
}

pub fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn check() -> impl Strategy<Value = Check> {
    prop_oneof![
        choice_id().prop_map(Check::Is),
        choice_id().prop_map(Check::IsNot),
        Just(Check::Answered),
        Just(Check::NotAnswered),
        any::<i64>().prop_map(|number| Check::LessThan(Hundredths(number))),
        any::<i64>().prop_map(|number| Check::MoreThan(Hundredths(number))),
        any::<i64>().prop_map(|number| Check::Equals(Hundredths(number))),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let test = (question_id(), check()).prop_map(|(question, check)| Test { question, check });
    let group = (any::<bool>(), vec(test, 1..4)).prop_map(|(all, tests)| Group { all, tests });
    (any::<bool>(), vec(group, 0..3)).prop_map(|(all, groups)| Condition { all, groups })
}

/// A question of any kind with anything it could ever have, used or not.
fn question(id: QuestionId) -> impl Strategy<Value = Question> {
    let texts = (text(), text(), text(), picture(), vec(text(), 0..4));
    let flags = (any::<bool>(), any::<bool>(), any::<Option<i64>>(), any::<Option<i64>>());
    let way = (condition(), option::of(question_id()), text(), any::<bool>());
    (kind(), choices(), texts, flags, way).prop_map(move |(kind, choices, texts, flags, way)| {
        let (text, hint, picture_alt, picture, piles) = texts;
        let (other, personal, least, most) = flags;
        let (show_if, repeat, name, apart) = way;
        let choices = if kind.has_choices() { choices } else { vec![] };
        Question {
            id,
            kind,
            text,
            hint,
            picture,
            picture_alt,
            choices,
            piles,
            other,
            personal,
            least: least.map(Limit),
            most: most.map(Limit),
            show_if,
            repeat,
            name,
            apart,
            media: Box::default(),
            media_words: String::new(),
        }
    })
}

fn questions() -> impl Strategy<Value = Vec<Question>> {
    btree_set(question_id(), 1..6)
        .prop_flat_map(|ids| ids.into_iter().map(question).collect::<Vec<_>>())
        .prop_shuffle()
}

pub fn language() -> impl Strategy<Value = Language> {
    "[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?".prop_map(|tag| Language::parse(&tag).expect("a tag"))
}

fn translations() -> impl Strategy<Value = Vec<Translation>> {
    btree_set(language(), 0..3).prop_flat_map(|languages| {
        let translation = |language| {
            let words = vec((any::<u8>(), text()), 0..3);
            (vec(text(), 0..8), words).prop_map(move |(texts, words)| Translation {
                language,
                texts,
                words,
            })
        };
        languages.into_iter().map(translation).collect::<Vec<_>>()
    })
}

/// Any survey that a link can carry, also one that no publishing would make.
pub fn survey() -> impl Strategy<Value = Survey> {
    let numbers = (any::<u64>(), any::<u32>(), any::<[u8; 32]>(), language());
    let texts = (text(), text(), text(), text(), text());
    let meaning = (text(), text()).prop_map(|(word, text)| Meaning { word, text });
    let send_to = (select(&Way::ALL[..]), text(), text()).prop_map(|(way, to, name)| SendTo {
        way,
        to,
        name,
    });
    let link = select(&["", "https://example.org/privacy"][..]).prop_map(str::to_owned);
    let notice = (text(), link, text(), option::of(0..=LAST), picture(), text());
    let notice = notice.prop_map(|(privacy, privacy_link, ask, keep_until, logo, logo_alt)| {
        Notice { privacy, privacy_link, ask, keep_until, logo, logo_alt }
    });
    let words = vec((any::<u8>(), text()), 0..3);
    let ends = (vec(send_to, 0..3), any::<Option<u32>>(), notice, words);
    let lists = (vec(meaning, 0..3), questions(), translations(), ends);
    (numbers, texts, lists).prop_map(|(numbers, texts, lists)| {
        let (id, version, key, language) = numbers;
        let (title, organisation, welcome, who_sees, after) = texts;
        let (meanings, questions, translations, (send_to, closes, notice, words)) = lists;
        Survey {
            id: SurveyId(id),
            version,
            edition: Edition::default(),
            key: PublicKey(key),
            language,
            title,
            organisation,
            welcome,
            who_sees,
            after,
            send_to,
            closes,
            notice,
            words,
            meanings,
            questions,
            translations,
        }
        .frozen()
    })
}

pub fn answer() -> impl Strategy<Value = Answer> {
    let ids = || vec(choice_id(), 0..5);
    prop_oneof![
        choice_id().prop_map(Answer::OneChoice),
        ids().prop_map(Answer::ManyChoices),
        (ids(), text()).prop_map(|(ticked, words)| Answer::Other { ticked, words }),
        ids().prop_map(Answer::Ranked),
        vec((choice_id(), any::<u8>()), 0..5).prop_map(Answer::Sorted),
        text().prop_map(Answer::Text),
        Just(Answer::PreferNotToSay),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    let asked =
        (question_id(), any::<u8>()).prop_map(|(question, round)| Asked { question, round });
    vec((asked, answer()), 0..8).prop_map(|pairs| pairs.into_iter().collect())
}

pub fn progress() -> impl Strategy<Value = Progress> {
    let numbers = (any::<u64>(), any::<u32>(), any::<u32>(), any::<Option<u64>>());
    (numbers, answers(), text()).prop_map(|((id, sent, page, apart), answers, code)| Progress {
        id: ResponseId(id),
        sent,
        page,
        answers,
        apart: apart.map(ResponseId),
        code,
    })
}

fn given() -> impl Strategy<Value = Given> {
    let marks = (select(&On::ALL[..]), any::<bool>(), any::<bool>());
    (option::of(language()), any::<Option<u32>>(), "[0-9a-z]{0,9}", marks).prop_map(
        |(language, day, code, (on, unfinished, apart))| Given {
            language,
            day,
            code,
            on,
            unfinished,
            apart,
        },
    )
}

fn edition() -> impl Strategy<Value = Edition> {
    any::<[u8; 16]>().prop_map(Edition)
}

pub fn response() -> impl Strategy<Value = Response> {
    let numbers = (any::<u64>(), 0..=100_000u32, any::<u64>(), any::<u32>(), edition());
    (numbers, answers(), given()).prop_map(
        |((id, revision, survey, version, edition), answers, given)| Response {
            id: ResponseId(id),
            revision,
            survey: SurveyId(survey),
            version,
            edition,
            given,
            answers,
        },
    )
}

pub fn received() -> impl Strategy<Value = Received> {
    (any::<u64>(), select(&By::ALL[..]), response()).prop_map(|(at, by, response)| Received {
        at,
        by,
        response,
    })
}

pub fn sealed() -> impl Strategy<Value = SealedResponse> {
    (any::<u64>(), any::<u32>(), edition(), vec(any::<u8>(), 0..200)).prop_map(
        |(survey, version, edition, sealed)| SealedResponse {
            survey: SurveyId(survey),
            version,
            edition,
            sealed,
        },
    )
}
