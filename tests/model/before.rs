//! What is asked, or told once, before words go out.

use crate::support::Tab;
use ask_together::model::before::{Before, before};
use ask_together::model::draft::{Change, Place};
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{Language, SendTo, Way};

const WELSH: Language = Language::WELSH;

fn polish() -> Language {
    Language::parse("pl").expect("a tag")
}

fn tea() -> Tab {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Tea");
    tab.types(Place::Organisation, "The café");
    tab.adds_question(None, "Do you like tea?");
    tab
}

fn translates(tab: &mut Tab, language: Language, place: Place, text: &str) {
    tab.does(Change::Translate { language, place, text: text.to_owned() });
}

#[test]
fn where_answers_go_is_asked_before_the_first_link_alone() {
    let mut tab = tea();
    let asks = |tab: &Tab, is_first| before(tab.draft.content(), is_first).asks_where;
    assert_eq!((asks(&tab, true), asks(&tab, false)), (true, false));
    let way = SendTo { way: Way::Email, to: "jo@example.org".to_owned(), name: String::new() };
    tab.does(Change::SetSendTo(vec![way]));
    assert_eq!(before(tab.draft.content(), true), Before::default());
    assert!(!Before::default().stops(false));
}

#[test]
fn a_language_that_is_begun_stops_a_press_where_nobody_sees_what_is_missing() {
    let mut tab = tea();
    tab.does(Change::AddLanguage(WELSH));
    tab.does(Change::AddLanguage(polish()));
    assert_eq!(before(tab.draft.content(), false).unfinished, [], "nobody can pick them");
    translates(&mut tab, WELSH, Place::Title, "Te");
    let (missing, all) = tab.draft.content().untranslated(WELSH);
    assert_eq!(missing + 1, all);
    let found = before(tab.draft.content(), false);
    assert_eq!(found.unfinished, [(WELSH, missing)]);
    assert_eq!((found.stops(false), found.stops(true)), (true, false));
    for place in tab.draft.content().said_places().collect::<Vec<_>>() {
        translates(&mut tab, WELSH, place, "Te");
    }
    assert_eq!(before(tab.draft.content(), false), Before::default());
}

#[test]
fn a_language_without_a_word_is_offered_to_nobody() {
    let mut tab = tea();
    tab.does(Change::AddLanguage(WELSH));
    tab.does(Change::AddLanguage(polish()));
    translates(&mut tab, WELSH, Place::Title, "Te");
    translates(&mut tab, polish(), Place::Title, " ");
    let survey = tab.draft.publish(1, PublicKey([7; 32])).expect("no problems");
    let languages: Vec<_> = survey.translations.iter().map(|one| one.language).collect();
    assert_eq!(languages, [WELSH]);
}
