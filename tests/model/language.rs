//! Languages: tags, directions, and a survey in another language.

use crate::draft_properties::three_tabs;
use crate::samples;
use crate::strategies;
use crate::support::Tab;
use ask_together::model::draft::{Change, Content, Draft, Place};
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::help_question;
use ask_together::model::survey::{Kind, Language, Survey, Translation};
use ask_together::model::wire::Packet;
use proptest::prelude::*;

#[test]
fn tags_that_are_read() {
    for tag in ["en", "cy", "ar", "ckb", "zh-Hant", "pt-BR", "ar-Latn", "es-419", "abcdefgh"] {
        assert_eq!(Language::parse(tag).expect("a tag").tag(), tag);
    }
    assert_eq!(Language::ENGLISH.tag(), "en");
    assert_eq!(Language::WELSH.tag(), "cy");
    assert_eq!(Language::default(), Language::ENGLISH);
}

#[test]
fn what_is_no_tag() {
    for tag in [
        "",
        "e",
        "E",
        "EN",
        "En",
        "1n",
        "e-",
        "en-",
        "-en",
        "en_GB",
        "en gb",
        "en\0",
        "é",
        "éé",
        "zh-Hant-H",
        "abcdefghi",
        "../x",
        "en/x",
        "en.",
        "<b>",
    ] {
        assert_eq!(Language::parse(tag), None, "{tag:?}");
    }
}

fn check_direction(tag: &str, primary: &str, direction: &str) {
    let language = Language::parse(tag).expect("a tag");
    assert_eq!((language.primary(), language.direction()), (primary, direction), "{tag}");
}

#[test]
fn the_direction_is_that_of_the_script() {
    check_direction("en", "en", "ltr");
    check_direction("cy", "cy", "ltr");
    check_direction("pl", "pl", "ltr");
    check_direction("zh-Hant", "zh", "ltr");
    for tag in ["ar", "fa", "he", "ur", "ckb", "ps", "yi"] {
        check_direction(tag, tag, "rtl");
    }
    check_direction("ar-EG", "ar", "rtl");
    check_direction("ar-Latn", "ar", "ltr");
    check_direction("sd-Deva", "sd", "ltr");
    check_direction("pa", "pa", "ltr");
    check_direction("pa-Arab", "pa", "rtl");
    check_direction("ku-Arab", "ku", "rtl");
    check_direction("arn", "arn", "ltr");
}

const WELSH: Language = Language::WELSH;

/// The golden survey with only these texts in Welsh.
fn with_texts(texts: Vec<&str>) -> Survey {
    let texts = texts.into_iter().map(str::to_owned).collect();
    let translations = vec![Translation { language: WELSH, texts, words: vec![] }];
    Survey { translations, ..samples::survey() }
}

#[test]
fn only_what_is_translated_is_replaced() {
    let mut welsh = with_texts(vec!["Eich caffi", "", "Helo"]).in_language(WELSH);
    assert_eq!(welsh.title, "Eich caffi");
    assert_eq!(welsh.organisation, "Caffi’r Dref");
    assert_eq!(welsh.welcome, "Helo");
    let mut english = with_texts(vec![]);
    let texts = |survey: &mut Survey| -> Vec<String> {
        survey.texts_mut().into_iter().map(|text| text.clone()).collect()
    };
    assert_eq!(texts(&mut welsh)[3..], texts(&mut english)[3..]);
    assert_eq!(welsh.questions[3].id, english.questions[3].id);
}

#[test]
fn a_language_that_is_not_there_changes_nothing() {
    let survey = samples::survey();
    assert_eq!(survey.in_language(Language::parse("pl").expect("a tag")), survey);
    assert_eq!(survey.in_language(Language::ENGLISH), survey);
}

#[test]
fn more_translations_than_texts_are_left_over() {
    let many = with_texts(vec!["x"; 1_000]);
    let mut all = many.in_language(WELSH);
    assert!(all.texts_mut().into_iter().all(|text| text == "x"));
}

#[test]
fn what_was_translated_in_a_draft_is_read_in_the_survey() {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Food");
    tab.types(Place::Organisation, "The café");
    let tea = tab.explains("tea", "A hot drink.");
    let first = tab.adds_question(None, "Do you like tea?");
    let gone = tab.adds_question(Some(first), "Gone?");
    let sorting = tab.adds(Kind::Sorting, Some(first), "Sort them");
    let choice = tab.choice(first, 1);
    tab.does(Change::AddLanguage(WELSH));
    for (place, text) in [
        (Place::Question(gone), "Wedi mynd?"),
        (Place::Title, " Bwyd "),
        (Place::Meaning(tea), "Diod boeth."),
        (Place::Choice(first, choice), "Nac ydw"),
        (Place::Pile(sorting, 1), "Canol"),
    ] {
        tab.does(Change::Translate { language: WELSH, place, text: text.to_owned() });
    }
    tab.does(Change::RemoveQuestion(gone));
    let survey = tab.draft.publish(1, PublicKey([7; 32])).expect("no problems");
    let survey = Survey::from_packet(&survey.to_packet()).expect("a sound packet");
    let welsh = survey.in_language(WELSH);
    assert_eq!((&*welsh.title, &*welsh.organisation), ("Bwyd", "The café"));
    assert_eq!((&*welsh.meanings[0].word, &*welsh.meanings[0].text), ("tea", "Diod boeth."));
    assert_eq!(welsh.questions[0].text, "Do you like tea?");
    assert_eq!(welsh.questions[0].choices[0].text, "Yes");
    assert_eq!(welsh.questions[0].choices[1].text, "Nac ydw");
    assert_eq!(welsh.questions[1].piles, ["", "Canol", ""]);
    assert_eq!(welsh.questions[2], help_question());
}

#[test]
fn what_the_organiser_says_for_the_app_travels_with_its_language() {
    use ask_together::model::words::{Word, Words};
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Food");
    tab.types(Place::Organisation, "The café");
    tab.adds_question(None, "Do you like tea?");
    tab.does(Change::AddLanguage(WELSH));
    for (word, text) in [(Word::Start, "Dechrau"), (Word::Back, " ")] {
        let (place, text) = (Place::Own(word), text.to_owned());
        tab.does(Change::Translate { language: WELSH, place, text });
    }
    let survey = tab.draft.publish(1, PublicKey([7; 32])).expect("no problems");
    let words = Words::of("", &survey.translations[0].words);
    assert_eq!((words.say(Word::Start), words.say(Word::Back)), ("Dechrau", "Back"));
}

/// Each text of the survey is the one in the draft's place of the same number. The question about
/// help has texts at the end, and no places.
fn check_places(draft: &Draft) {
    let content: &Content = draft.content();
    let places = content.places();
    let mut survey = draft.as_survey(1, PublicKey([7; 32]));
    let of_help = {
        let mut only = Survey { questions: vec![help_question()], ..samples::survey() };
        only.meanings.clear();
        only.texts_mut().len() - 5
    };
    let texts = survey.texts_mut();
    assert_eq!(texts.len(), places.len() + of_help);
    for (text, place) in texts.into_iter().zip(&places) {
        assert_eq!(Some(text.as_str()), content.text(*place).map(str::trim), "{place:?}");
    }
    for translation in &survey.translations {
        assert_eq!(translation.texts.len(), places.len());
    }
}

#[test]
fn places_and_texts_of_a_draft_with_everything_stand_in_the_same_order() {
    check_places(&samples::draft());
    let mut tab = Tab::new(1);
    for kind in Kind::ALL {
        tab.adds(kind, None, &format!("{kind:?}"));
    }
    tab.explains("tea", "A hot drink.");
    check_places(&tab.draft);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn places_and_texts_of_any_draft_stand_in_the_same_order(tabs in three_tabs()) {
        tabs.iter().for_each(|tab| check_places(&tab.draft));
    }

    #[test]
    fn another_language_changes_texts_and_nothing_else(survey in strategies::survey()) {
        for language in survey.translations.iter().map(|t| t.language) {
            let mut other = survey.in_language(language);
            let mut own = survey.clone();
            for (text, old) in other.texts_mut().into_iter().zip(own.texts_mut()) {
                text.clone_from(old);
            }
            prop_assert_eq!(&other, &survey);
        }
    }

    #[test]
    fn any_tag_reads_back_and_any_text_is_no_panic(text in any::<String>(), tag in strategies::language()) {
        prop_assert_eq!(Language::parse(tag.tag()), Some(tag));
        if let Some(language) = Language::parse(&text) {
            prop_assert_eq!(language.tag(), text);
        }
    }
}
