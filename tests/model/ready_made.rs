//! The ready-made surveys: what is in them, that it is easy to read, and that its ids never move.

use crate::support::{SURVEY, Tab};
use ask_together::model::draft::{Draft, Place, Problem};
use ask_together::model::id::{APP, Author, Id};
use ask_together::model::ready_made::{WHO_SEES, in_a_row, new_survey, your_support_at_home};
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{self, NO, NOT_SURE, YES};
use ask_together::model::survey::Kind;
use ask_together::model::wire::Packet;
use ask_together::model::words::Words;

const KEY: PublicKey = PublicKey([7; 32]);

fn support() -> Draft {
    your_support_at_home(SURVEY, 5)
}

/// Each question's number, the numbers of its own choices (0 where they are standard, or there are
/// none), and its words.
const GOLDEN: [(u32, u32, u32, &str); 15] = [
    (1, 2, 6, "Where do you live?"),
    (7, 0, 0, "Do you like where you live?"),
    (8, 9, 12, "Do staff listen to you?"),
    (13, 14, 17, "Do you choose what you eat?"),
    (18, 19, 22, "Do you choose when you go to bed?"),
    (23, 24, 30, "What do staff help you with?"),
    (31, 0, 0, "Do you get enough help?"),
    (32, 33, 36, "Do you feel safe at home?"),
    (37, 38, 43, "Who do you talk to when you are worried?"),
    (44, 45, 48, "Can you see your friends when you want to?"),
    (49, 0, 0, "Do you have a support plan?"),
    (50, 0, 0, "Did you help to make your support plan?"),
    (51, 0, 0, "What is good about your support?"),
    (52, 0, 0, "What would you change about your support?"),
    (53, 0, 0, "What town or village do you live in?"),
];

/// Teams compare their answers by these ids. A better question gets a new number.
#[test]
fn the_ids_never_move() {
    let own = |number| Id { author: APP, number };
    let draft = support();
    assert_eq!(draft.content().questions.len(), GOLDEN.len());
    for (question, (id, first, last, text)) in draft.content().questions.iter().zip(GOLDEN) {
        assert_eq!((question.id.0, &*question.text), (own(id), text));
        let choices: Vec<Id> = question.choices.iter().map(|choice| choice.id.0).collect();
        let expected: Vec<Id> = if first == 0 {
            standard::choices_of(question.kind).iter().map(|id| id.0).collect()
        } else {
            (first..=last).map(own).collect()
        };
        assert_eq!(choices, expected, "choices of {text}");
    }
}

#[test]
fn only_the_organisation_is_missing() {
    assert_eq!(support().publish(1, KEY), Err(vec![Problem::NoOrganisation]));
    let mut tab = Tab::with(1, support());
    tab.types(Place::Organisation, "The café");
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(survey.questions.len(), 16, "with the question about help");
    assert_eq!(survey.title, "Your support at home");
    assert_eq!(survey.minutes(), 10);
}

#[test]
fn every_sentence_has_at_most_15_words() {
    let draft = support();
    let content = draft.content();
    let mut texts = vec![&*content.title, &content.welcome, &content.who_sees, WHO_SEES];
    for question in &content.questions {
        texts.extend([&*question.text, &question.hint]);
        texts.extend(question.choices.iter().map(|choice| &*choice.text));
    }
    for sentence in texts.into_iter().flat_map(|text| text.split(['.', '?', '!', '\n'])) {
        let words = sentence.split_whitespace().count();
        assert!(words <= 15, "{words} words: {sentence}");
    }
}

#[test]
fn no_hint_stands_in_the_place_of_the_question() {
    for question in &support().content().questions {
        assert!(question.text.ends_with('?'), "{}", question.text);
        assert!(question.hint.is_empty() || question.hint.ends_with('.'), "{}", question.hint);
    }
}

#[test]
fn every_question_with_choices_has_a_way_out() {
    let ways_out = ["I am not sure", "Somewhere else", "None of these", "No one"];
    let words = Words::english();
    for question in support().content().questions.iter().filter(|q| q.kind.has_choices()) {
        let last = question.choices.last().expect("choices").says(question.kind, &words);
        assert!(ways_out.contains(&last), "{}: {last}", question.text);
    }
}

#[test]
fn two_teams_that_start_from_it_have_the_same_draft() {
    assert_eq!(support(), support());
    let mut tab = Tab::with(1, support());
    tab.takes_in(&Tab::with(2, your_support_at_home(SURVEY, 99)));
    assert_eq!(tab.draft, support(), "the time of making it does not matter");
}

#[test]
fn nobody_can_undo_the_ready_made_part() {
    let mut tab = Tab::with(1, support());
    assert!(!tab.undoes());
    tab.adds_question(None, "New");
    assert!(tab.undoes());
    assert!(!tab.undoes());
    assert_eq!(tab.draft.content(), support().content());
}

#[test]
fn it_reads_back_from_its_packet() {
    assert_eq!(Draft::from_packet(&support().to_packet()), Ok(support()));
}

#[test]
fn a_new_survey_says_who_sees_the_answers() {
    let draft = new_survey(SURVEY, 5);
    assert_eq!(draft.content().who_sees, WHO_SEES);
    assert_eq!((draft.id(), draft.changed_at(), draft.log().len()), (SURVEY, 5, 1));
    assert_eq!(draft.fresh_ids(Author(1)).next(), Some(Id { author: Author(1), number: 1 }));
}

#[test]
fn choices_in_a_row_keep_their_order() {
    let mut ids = (1..).map(|number| Id { author: Author(1), number });
    let texts: Vec<String> = (0..300).map(|number: u32| number.to_string()).collect();
    let choices = in_a_row(texts.clone().into_iter(), &mut ids);
    assert!(choices.windows(2).all(|pair| pair[0].position < pair[1].position));
    assert!(choices.iter().map(|choice| &choice.text).eq(&texts));
    assert_eq!(ids.next().map(|id| id.number), Some(301));
}

#[test]
fn yes_or_no_questions_bring_standard_choices_without_words() {
    let draft = support();
    let yes_or_no = draft.content().questions.iter().filter(|q| q.kind == Kind::YesNo);
    assert_eq!(yes_or_no.clone().count(), 4);
    for question in yes_or_no {
        let ids: Vec<_> = question.choices.iter().map(|choice| choice.id).collect();
        assert_eq!(ids, [YES, NO, NOT_SURE], "{}", question.text);
        assert!(question.choices.iter().all(|choice| choice.text.is_empty()));
    }
}
