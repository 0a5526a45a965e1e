//! What the app says of itself in every survey, said in other words or left out: the help question too.

use crate::support::{SURVEY, Tab, set_text};
use ask_together::model::draft::{Change, Did, Draft, Place, Thing};
use ask_together::model::easy_read;
use ask_together::model::id::{Author, SurveyId};
use ask_together::model::ready_made::templates;
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{HELP, SENTENCES};
use ask_together::model::survey::{Language, Survey};
use ask_together::model::wire::{Packet, Unreadable};
use ask_together::model::words::{Word, Words};

const KEY: PublicKey = PublicKey([7; 32]);

fn ready() -> Tab {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "The party");
    tab.types(Place::Organisation, "The café");
    tab.adds_question(None, "Did you like the cake?");
    tab
}

/// What a person reads for a word, in a language of the survey.
fn says(survey: &Survey, language: Language, word: Word) -> String {
    let survey = survey.in_language(language);
    Words::of("", &survey.words).say(word).to_owned()
}

#[test]
fn a_sentence_is_said_in_other_words_and_a_help_question_too() {
    let mut tab = ready();
    tab.types(Place::Said(Word::YouChoose), " You do not have to answer. ");
    tab.types(Place::Said(Word::Help), "Did somebody fill this in with you?");
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    let english = Language::ENGLISH;
    assert_eq!(says(&survey, english, Word::YouChoose), "You do not have to answer.");
    assert_eq!(says(&survey, english, Word::HelpIsFine), Words::english().say(Word::HelpIsFine));
    let help = survey.question(HELP).expect("the question about help");
    assert_eq!(help.asks(&Words::english()), "Did somebody fill this in with you?");
    assert_eq!(Survey::from_packet(&survey.to_packet()), Ok(survey.clone()));
    let again = Draft::again(Author(7), 5, std::slice::from_ref(&survey)).expect("a version");
    assert_eq!(again.publish(1, KEY), Ok(survey));
}

#[test]
fn a_sentence_is_left_out_and_so_is_the_help_question() {
    let mut tab = ready();
    tab.types(Place::Said(Word::HelpIsFine), "Someone may help.");
    for word in SENTENCES {
        tab.does(Change::LeaveOut(word, true));
    }
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(says(&survey, Language::ENGLISH, Word::YouChoose), "");
    assert_eq!(says(&survey, Language::ENGLISH, Word::HelpIsFine), "", "whatever it would say");
    assert_eq!((survey.questions.len(), survey.question(HELP)), (1, None));
    assert_eq!(Survey::from_packet(&survey.to_packet()), Ok(survey.clone()));
    let again = Draft::again(Author(7), 5, std::slice::from_ref(&survey)).expect("a version");
    assert_eq!(again.publish(1, KEY), Ok(survey));
    tab.does(Change::LeaveOut(Word::HelpIsFine, false));
    let back = tab.draft.as_survey(1, KEY);
    assert_eq!(says(&back, Language::ENGLISH, Word::HelpIsFine), "Someone may help.");
}

#[test]
fn other_words_are_translated_like_every_other_text() {
    let mut tab = ready();
    tab.does(Change::AddLanguage(Language::WELSH));
    tab.types(Place::Said(Word::YouChoose), "You do not have to answer.");
    tab.types(Place::Said(Word::Help), "Did somebody help?");
    let welsh = |place, text: &str| Change::Translate {
        language: Language::WELSH,
        place,
        text: text.to_owned(),
    };
    tab.does(welsh(Place::Said(Word::YouChoose), "Does dim rhaid i chi ateb."));
    tab.does(welsh(Place::Said(Word::Help), "Wnaeth rhywun helpu?"));
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(says(&survey, Language::WELSH, Word::YouChoose), "Does dim rhaid i chi ateb.");
    let read = survey.in_language(Language::WELSH);
    assert_eq!(read.question(HELP).map(|help| &*help.text), Some("Wnaeth rhywun helpu?"));
    let words = tab.draft.content().words_in(Language::WELSH);
    assert_eq!(words, [(Word::YouChoose as u8, "Does dim rhaid i chi ateb.".to_owned())]);
}

#[test]
fn a_survey_that_says_what_the_app_says_is_sent_as_ever() {
    let mut tab = ready();
    tab.types(Place::Said(Word::YouChoose), "  ");
    tab.does(Change::LeaveOut(Word::Help, true));
    tab.does(Change::LeaveOut(Word::Help, false));
    let survey = tab.draft.as_survey(1, KEY);
    assert_eq!((survey.to_packet()[0], survey.words.len()), (1, 0));
}

#[test]
fn it_is_undone_gone_back_to_and_clashes_like_the_rest_of_a_draft() {
    let mut tab = ready();
    let mut other = tab.shared_with(2);
    tab.does(Change::LeaveOut(Word::Help, true));
    let steps = tab.draft.steps();
    assert_eq!(steps[steps.len() - 1].did, Did::LeftOut(Word::Help, true));
    let back = tab.draft.back_to(steps[steps.len() - 2].id);
    assert!(back.contains(&Change::LeaveOut(Word::Help, false)), "{back:?}");
    assert!(tab.undoes());
    assert!(tab.draft.content().left_out.is_empty());
    assert!(tab.redoes());
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Ok(tab.draft.clone()));
    other.does(Change::LeaveOut(Word::Help, true));
    other.does(Change::LeaveOut(Word::Help, false));
    tab.draft.merge(other.draft.log().iter().cloned());
    let said = format!("{:?}", tab.draft.conflicts());
    assert!(said.contains(&format!("{:?}", Thing::LeftOut(Word::Help))), "{said}");
    let copy = tab.draft.as_template(SurveyId(9), Author(99), 0);
    assert_eq!(copy.content().left_out, tab.draft.content().left_out);
}

#[test]
fn no_other_word_of_the_app_can_be_left_out() {
    let mut tab = ready();
    tab.does(Change::LeaveOut(Word::SendLocked, true));
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Err(Unreadable::Newer));
    let mut tab = ready();
    tab.does(set_text(Place::Said(Word::TakeBack), "Never"));
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Err(Unreadable::Newer));
}

#[test]
fn its_words_get_advice_as_long_as_they_are_there() {
    let mut tab = ready();
    let place = Place::Said(Word::YouChoose);
    tab.types(place, "Participation is entirely voluntary and at your discretion.");
    let has_advice = |tab: &Tab| {
        easy_read::of_draft(tab.draft.content()).iter().any(|finding| finding.place == place)
    };
    assert!(has_advice(&tab));
    tab.does(Change::LeaveOut(Word::YouChoose, true));
    assert!(!has_advice(&tab));
}

#[test]
fn a_survey_about_an_event_does_not_speak_of_support() {
    let all = templates();
    let event = all.iter().find(|one| one.name == "Event feedback").expect("the template");
    let survey = event.draft(SURVEY, 0).as_survey(1, KEY);
    assert_eq!(says(&survey, Language::ENGLISH, Word::YouChoose), "You do not have to answer.");
}
