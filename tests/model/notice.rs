//! What people are told before they begin: how their answers are looked after, whom to ask, and until when
//! the answers are kept. That it travels wherever a draft and a survey go, and that nothing else changes.

use crate::make::{question, version};
use crate::photos::photo;
use crate::samples;
use crate::support::{SURVEY, Tab};
use ask_together::model::day::LAST;
use ask_together::model::draft::{Change, Conflict, Did, Draft, Place, Problem, Thing};
use ask_together::model::easy_read;
use ask_together::model::id::{Author, SurveyId};
use ask_together::model::inbox::{Received, is_late};
use ask_together::model::photo::of_survey;
use ask_together::model::pictures::shown_by;
use ask_together::model::response::Response;
use ask_together::model::review::{Deletion, Recorded};
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{Kind, Language, Notice, Survey};
use ask_together::model::wire::{Packet, Unreadable};

const KEY: PublicKey = PublicKey([7; 32]);
const LINK: &str = "https://example.org/privacy";

/// A draft that says all of it, and can be published.
fn told() -> Tab {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Your café");
    tab.types(Place::Organisation, "The café");
    tab.adds_question(None, "Do you like tea?");
    tab.types(Place::Privacy, " We lock your answers. ");
    tab.types(Place::PrivacyLink, LINK);
    tab.types(Place::AskWho, "Jo, 01632 960123");
    tab.does(Change::SetLogo("2615".into()));
    tab.types(Place::LogoAlt, "A cup");
    tab.does(Change::SetKeepUntil(Some(20_900)));
    tab
}

fn notice() -> Notice {
    Notice {
        privacy: "We lock your answers.".into(),
        privacy_link: LINK.into(),
        ask: "Jo, 01632 960123".into(),
        keep_until: Some(20_900),
        logo: "2615".into(),
        logo_alt: "A cup".into(),
    }
}

#[test]
fn what_is_told_is_published_and_read_again() {
    let survey = told().draft.publish(1, KEY).expect("no problems");
    assert_eq!(survey.notice, notice());
    let packet = survey.to_packet();
    assert_eq!(packet[0], 2, "an earlier release reads that this is newer");
    assert_eq!(Survey::from_packet(&packet), Ok(survey.clone()));
    let again =
        Draft::again(Author(7), 5, std::slice::from_ref(&survey)).expect("there is a version");
    assert_eq!(again.publish(1, KEY), Ok(survey));
}

#[test]
fn a_survey_without_it_is_sent_as_ever_and_a_newer_part_of_it_is_newer() {
    let plain = Survey { notice: Notice::default(), ..version(1, samples::survey().questions) };
    assert_eq!(plain.to_packet()[0], 1);
    let mut far = told();
    far.does(Change::SetKeepUntil(Some(LAST)));
    let sent = far.draft.as_survey(1, KEY).frozen();
    assert_eq!(Survey::from_packet(&sent.to_packet()), Ok(sent.clone()));
    let later =
        Survey { notice: Notice { keep_until: Some(LAST + 1), ..sent.notice.clone() }, ..sent };
    assert_eq!(Survey::from_packet(&later.to_packet()), Err(Unreadable::Newer));
}

#[test]
fn a_link_that_leads_elsewhere_is_never_followed() {
    let sent = told().draft.as_survey(1, KEY);
    for link in ["javascript:alert(1)", "http://example.org", "https://", "example.org"] {
        let notice = Notice { privacy_link: link.into(), ..notice() };
        let packet = Survey { notice, ..sent.clone() }.to_packet();
        assert_eq!(Survey::from_packet(&packet), Err(Unreadable::Damaged), "{link}");
        let mut tab = told();
        tab.types(Place::PrivacyLink, link);
        assert_eq!(tab.draft.problems(), [Problem::NoLink], "{link}");
    }
    assert_eq!(Problem::NoLink.place(), Some(Place::PrivacyLink));
}

#[test]
fn a_logo_needs_words_and_is_fetched_like_every_other_picture() {
    let mut tab = told();
    tab.types(Place::LogoAlt, " ");
    assert_eq!(tab.draft.problems(), [Problem::NoLogoWords]);
    assert_eq!(Problem::NoLogoWords.place(), Some(Place::LogoAlt));
    let photo = photo().name();
    let survey = |logo: &str| {
        let notice = Notice { logo: logo.to_owned(), ..notice() };
        Survey { notice, ..version(1, vec![question(1, Kind::LongText)]) }
    };
    assert_eq!((of_survey(&survey(&photo)), shown_by(&survey(&photo))), (vec![photo], vec![]));
    assert_eq!(
        (of_survey(&survey("2615")), shown_by(&survey("2615"))),
        (vec![], vec!["2615".into()])
    );
    let hostile = survey("../secret").to_packet();
    assert_eq!(Survey::from_packet(&hostile), Err(Unreadable::Damaged));
}

#[test]
fn it_is_translated_like_every_other_text() {
    let mut tab = told();
    tab.does(Change::AddLanguage(Language::WELSH));
    let text = "Rydyn ni’n cloi eich atebion.".to_owned();
    tab.does(Change::Translate { language: Language::WELSH, place: Place::Privacy, text });
    let welsh = tab.draft.as_survey(1, KEY).in_language(Language::WELSH);
    assert_eq!(welsh.notice.privacy, "Rydyn ni’n cloi eich atebion.");
    assert_eq!((&*welsh.notice.privacy_link, &*welsh.notice.ask), (LINK, "Jo, 01632 960123"));
    tab.types(Place::Privacy, "");
    let welsh = tab.draft.as_survey(1, KEY).in_language(Language::WELSH);
    assert_eq!((&*welsh.notice.privacy, &*welsh.notice.ask), ("", "Jo, 01632 960123"));
}

#[test]
fn it_is_undone_gone_back_to_copied_and_kept_like_the_rest_of_a_draft() {
    let mut tab = told();
    let before = tab.draft.content().clone();
    tab.does(Change::SetKeepUntil(None));
    assert_eq!(tab.draft.steps()[tab.draft.steps().len() - 1].did, Did::SetKeepUntil(None));
    assert!(tab.undoes());
    assert_eq!(tab.draft.content(), &before);
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Ok(tab.draft.clone()));
    assert_eq!(tab.draft.copy_as(SurveyId(9)).content().notice, before.notice);
}

#[test]
fn two_who_set_another_day_clash() {
    let mut one = told();
    let mut other = one.shared_with(2);
    one.does(Change::SetKeepUntil(Some(21_000)));
    other.does(Change::SetKeepUntil(None));
    one.draft.merge(other.draft.log().iter().cloned());
    let conflicts = one.draft.conflicts();
    let is_it = |one: &Conflict| matches!(one, Conflict::Changed { thing: Thing::KeepUntil, .. });
    assert!(conflicts.iter().any(is_it), "{conflicts:?}");
}

#[test]
fn its_words_get_advice_and_its_addresses_do_not() {
    let mut tab = told();
    tab.types(Place::Privacy, "Your answers are pseudonymised by the data controller.");
    let found = easy_read::of_draft(tab.draft.content());
    assert!(found.iter().any(|finding| finding.place == Place::Privacy));
    for place in [Place::PrivacyLink, Place::AskWho] {
        assert_eq!(easy_read::of_place(tab.draft.content(), place), []);
    }
}

#[test]
fn answers_are_to_be_deleted_from_the_day_that_people_were_told() {
    let mut survey = version(1, Vec::new());
    assert!(!survey.is_to_be_deleted(u32::MAX));
    survey.notice.keep_until = Some(20_900);
    assert!(!survey.is_to_be_deleted(20_899));
    assert!(survey.is_to_be_deleted(20_900));
}

#[test]
fn that_answers_were_deleted_is_on_record_and_is_no_step_of_undo() {
    let mut tab = told();
    let deletion = Deletion { at: 5, answers: 12, told: Some(20_900) };
    tab.does(Change::Record(Recorded::Deletion(deletion.clone())));
    assert!(tab.undoes());
    assert_eq!(tab.draft.content().notice.keep_until, None, "the step before is undone");
    let read = Draft::from_packet(&tab.draft.to_packet()).expect("a draft");
    assert_eq!(read.content().making.deletions, [deletion]);
    assert_eq!(read.copy_as(SurveyId(9)).content().making.deletions, []);
    assert_eq!(read.id(), SURVEY);
}

/// An answer of this edition that left the phone on this day.
fn sent(survey: &Survey, day: Option<u32>) -> Received {
    let mut response = Response { edition: survey.edition, ..samples::person() };
    response.given.day = day;
    Received { response, ..samples::received() }
}

#[test]
fn an_answer_is_late_once_the_last_day_is_over_by_every_clock_that_counts() {
    let closing = |number, closes| Survey { closes, ..version(number, Vec::new()) };
    let first = closing(1, Some(100));
    let all = [first.clone()];
    assert!(!is_late(&all, &sent(&first, Some(100)), 300), "until the end of that day");
    assert!(is_late(&all, &sent(&first, Some(101)), 300));
    assert!(!is_late(&all, &sent(&first, Some(5_000)), 100), "a phone’s clock that is ahead");
    assert!(!is_late(&all, &sent(&first, None), 300), "nobody knows");
    let longer = [first.clone(), closing(2, Some(200))];
    assert!(!is_late(&longer, &sent(&first, Some(150)), 300), "people were given more time");
    assert!(is_late(&longer, &sent(&first, Some(201)), 300));
    let open = [first.clone(), closing(2, None)];
    assert!(!is_late(&open, &sent(&first, Some(150)), 300));
    let shorter = [first.clone(), closing(2, Some(50))];
    assert!(!is_late(&shorter, &sent(&first, Some(90)), 300), "they were told day 100");
    assert!(!is_late(&[], &sent(&first, Some(150)), 300));
}
