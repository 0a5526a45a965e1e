//! Random people, random surveys: nobody meets a hidden question, no hidden answer is sent, and what
//! was said comes all the way into the spreadsheet. The people are in `walks`.

use crate::flows::published;
use crate::samples;
use crate::spreadsheet::{bytes, read};
use crate::strategies;
use crate::walks::{Opinion, act, walk};
use ask_together::model::answer::Answer;
use ask_together::model::codebook::Codebook;
use ask_together::model::csv::{Cells, FIXED};
use ask_together::model::id::ChoiceId;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::{Arrival, By, Inbox, Known, Received, Store};
use ask_together::model::link::{answer_fragment, find_answers, read_survey, survey_fragment};
use ask_together::model::path::{Path, Step};
use ask_together::model::response::{Answers, Asked, Progress, Response};
use ask_together::model::seal::{SealedResponse, seal};
use ask_together::model::standard::{OTHER, YES};
use ask_together::model::survey::{Kind, Survey};
use ask_together::model::typed;
use ask_together::model::wire::Packet;
use ask_together::model::words::Words;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every sent answer is right, and to a question that the person may meet; and all such are sent.
fn check_sent(survey: &Survey, progress: &Progress) {
    let opinion = Opinion { survey, answers: &progress.answers };
    let Some(response) = progress.finish(survey) else {
        let all_met = opinion.may_meet();
        let last = all_met.last().expect("a consent page");
        assert_eq!(survey.questions[last.place].kind, Kind::Consent, "only consent holds back");
        return;
    };
    let met: BTreeSet<Asked> = opinion
        .may_meet()
        .iter()
        .filter(|step| opinion.counted(**step).is_some())
        .map(|step| Asked { question: survey.questions[step.place].id, round: step.round })
        .collect();
    let sent: BTreeSet<Asked> = response.answers.iter().map(|(asked, _)| *asked).collect();
    assert_eq!(sent, met);
    for (asked, answer) in response.answers.iter() {
        let question = survey.questions.iter().find(|question| question.id == asked.question);
        let kind = question.expect("a question of the survey").kind;
        let given = progress.answers.get(*asked).map(|given| given.plain(kind));
        assert_eq!(given.as_ref(), Some(answer), "as it was given, in one way of writing");
    }
    let walked = Path::of(survey, &progress.answers);
    assert_eq!(Path::of(survey, &response.answers), walked, "the organiser sees the same path");
}

/// A computer that holds a survey, and no answers.
struct Here<'a>(&'a Survey);

impl Store for Here<'_> {
    fn known(&self, _: SurveyId) -> Option<Known> {
        let keys = vec![samples::keys().0];
        Some(Known { keys, has_unread_key: false, versions: vec![self.0.clone()] })
    }

    fn held(&self, _: SurveyId, _: ResponseId) -> Option<Received> {
        None
    }

    fn is_withdrawn(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_removed(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_waiting(&self, _: &SealedResponse) -> bool {
        false
    }

    fn count_waiting(&self, _: SurveyId) -> usize {
        0
    }
}

/// The survey after a link, and the response after a link of its own.
fn sent_and_received(survey: &Survey, progress: &Progress) -> Option<(Survey, Received)> {
    let deflated = miniz_oxide::deflate::compress_to_vec(&survey.to_packet(), 6);
    let link = format!("https://example.org/answer.html#{}", survey_fragment(&deflated));
    let body = read_survey(&link).expect("a sound link");
    let packet = miniz_oxide::inflate::decompress_to_vec(&body).expect("deflated");
    let opened = Survey::from_packet(&packet).expect("a sound packet");
    let response = progress.finish(&opened)?;
    let sealed = seal(&response.to_plain(), &opened, [5; 32]).expect("a sound key");
    let message = format!("Here they are: {} Bye", answer_fragment(&sealed));
    let found = find_answers(&message).remove(0).expect("a sound link");
    match Inbox::over(Here(&opened)).take(&found, (3, By::Link)) {
        Arrival::New(received) => Some((opened, received)),
        other => panic!("{other:?}"),
    }
}

/// What the cell of this name in the file of codes has to say, read from the answer alone.
fn cell(survey: &Survey, response: &Response, name: &str) -> String {
    let book = Codebook::of(std::slice::from_ref(survey), &Words::english());
    let (question, part) = name[1..].split_once('_').unwrap_or((&name[1..], ""));
    let (code, round) = question.split_once('.').unwrap_or((question, "1"));
    let entry = book.entries.iter().find(|entry| entry.code.to_string() == code).expect("a code");
    let round = round.parse::<u8>().expect("a number") - 1;
    let own_words = part == "text" && !entry.kind.is_typed();
    let Some(answer) = response.answers.get(Asked { question: entry.id, round }) else {
        let path = Path::of(survey, &response.answers);
        let is_it = |step: &&Step| survey.questions[step.place].id == entry.id;
        let was_asked = path.reachable().iter().filter(is_it).any(|step| step.round == round);
        let why = if was_asked { ".s" } else { ".n" };
        return if own_words { String::new() } else { why.to_owned() };
    };
    let code_of = |id: ChoiceId| entry.choice(id).expect("a choice of its own").code.to_string();
    let choice = entry.choices.iter().find(|choice| choice.code.to_string() == part);
    let choice = choice.map(|choice| choice.id);
    match (answer, choice) {
        (Answer::Other { words, .. }, None) if own_words => words.clone(),
        (_, None) if own_words => String::new(),
        (Answer::PreferNotToSay, _) => ".p".into(),
        (Answer::OneChoice(id), None) => code_of(*id),
        (Answer::Other { .. }, None) => code_of(OTHER),
        (Answer::ManyChoices(ids), Some(id)) => u8::from(ids.contains(&id)).to_string(),
        (Answer::Other { ticked, .. }, Some(id)) => {
            u8::from(id == OTHER || ticked.contains(&id)).to_string()
        }
        (Answer::Ranked(order), Some(id)) => {
            let place = order.iter().position(|other| *other == id);
            place.map_or_else(|| ".x".to_owned(), |place| (place + 1).to_string())
        }
        (Answer::Sorted(cards), Some(id)) => {
            let card = cards.iter().find(|(card, _)| *card == id);
            card.map_or_else(|| ".x".to_owned(), |(_, at)| (at + 1).to_string())
        }
        (Answer::Text(text), None) => match entry.kind {
            Kind::Number => typed::number(text).expect("a number").shown(),
            Kind::Date => "2020-02-29".into(),
            Kind::Month => "2020-02".into(),
            _ => text.clone(),
        },
        other => panic!("{name}: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nobody_reaches_a_hidden_question_and_no_hidden_answer_is_sent(
        survey in published(9),
        acts in vec(act(), 0..40),
    ) {
        let progress = walk(&survey, &acts);
        check_sent(&survey, &progress);
    }

    #[test]
    fn any_survey_survives_its_link_and_any_answers_their_way_into_the_spreadsheet(
        survey in published(9),
        acts in vec(act(), 0..60),
    ) {
        let survey = Survey { key: samples::keys().1, ..survey }.frozen();
        let mut progress = walk(&survey, &acts);
        // Most people agree.
        for consent in survey.questions.iter().filter(|q| q.kind == Kind::Consent) {
            progress.answers.set(consent.id, Some(Answer::OneChoice(YES)));
        }
        let response = progress.finish(&survey);
        let Some((opened, received)) = sent_and_received(&survey, &progress) else {
            prop_assert!(response.is_none());
            return Ok(());
        };
        prop_assert_eq!(&opened, &survey);
        prop_assert_eq!(Some(&received.response), response.as_ref());
        let rows = read(&bytes(&[opened], &[received], Cells::Codes));
        prop_assert_eq!(rows.len(), 2);
        for (name, found) in rows[0].iter().zip(&rows[1]).skip(FIXED.len()) {
            let expected = cell(&survey, response.as_ref().expect("sent"), name);
            let guarded = format!("'{expected}");
            prop_assert!(*found == expected || *found == guarded, "{}: {:?}", name, found);
        }
        // Every answer stands somewhere: each question that was answered has a cell that says so.
        let answered = response.iter().flat_map(|response| response.answers.iter()).count();
        let cells = rows[1][FIXED.len()..].iter().filter(|cell| !cell.is_empty()).count();
        prop_assert!(cells >= answered, "{} of {}", cells, answered);
    }

    #[test]
    fn the_count_of_questions_never_grows_as_a_person_answers(
        survey in strategies::survey(),
        progress in strategies::progress(),
    ) {
        let mut answers = Answers::default();
        let mut at = Path::of(&survey, &answers).steps.first().copied();
        let mut most = usize::MAX;
        while let Some(step) = at {
            let asked = Asked { question: survey.questions[step.place].id, round: step.round };
            let before = Path::of(&survey, &answers).count(&survey, step).of;
            answers.set(asked, progress.answers.get(asked).cloned());
            let path = Path::of(&survey, &answers);
            let after = path.count(&survey, step).of;
            prop_assert!(before <= most && after <= before, "{} {} {}", most, before, after);
            most = after;
            at = path.after(step);
        }
    }

    #[test]
    fn any_survey_and_any_answers_at_all_are_walked_without_a_panic(
        survey in strategies::survey(),
        progress in strategies::progress(),
        step in (0..8usize, any::<u8>()),
    ) {
        let path = Path::of(&survey, &progress.answers);
        let step = Step { place: step.0, round: step.1 };
        let _ = (path.nearest(step), path.after(step), path.before(step), path.count(&survey, step));
        let opinion = Opinion { survey: &survey, answers: &progress.answers };
        prop_assert!(path.reachable().iter().all(|step| usize::from(step.round) < 10));
        if let Some(response) = progress.finish(&survey) {
            for (asked, answer) in response.answers.iter() {
                let place = opinion.place(asked.question).expect("a question of its own");
                prop_assert!(answer.is_right(&survey.questions[place]));
                let step = Step { place, round: asked.round };
                prop_assert!(path.steps.contains(&step));
            }
        }
    }
}
