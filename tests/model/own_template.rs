//! An organiser's own templates: what they hand on, and what they never do.

use crate::samples;
use crate::support::{SURVEY, Tab};
use ask_together::model::draft::{Act, Change, Draft, Part, Place};
use ask_together::model::id::{APP, Author, QuestionId, SurveyId};
use ask_together::model::own_template::{LONGEST_NAME, OwnTemplate};
use ask_together::model::piping::mark;
use ask_together::model::ready_made::your_support_at_home;
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{Check, Condition, Group, Kind, Language, Survey, Test};
use ask_together::model::wire::{Backup, Packet, Unreadable};
use std::collections::BTreeSet;

const KEY: PublicKey = PublicKey([7; 32]);
const TEMPLATE: SurveyId = SurveyId(77);
const FRESH: Author = Author(77);

fn template(draft: &Draft) -> OwnTemplate {
    OwnTemplate::new(draft.as_template(TEMPLATE, FRESH, 5))
}

/// Every text, in every language, as people read it.
fn texts(draft: &Draft) -> Vec<String> {
    let survey = draft.as_survey(1, KEY);
    let languages = survey.translations.iter().map(|one| one.language);
    let read = |language| survey.in_language(language);
    let all = core::iter::once(survey.language).chain(languages).map(read);
    all.flat_map(|mut one| one.texts_mut().into_iter().map(|text| text.clone()).collect::<Vec<_>>())
        .collect()
}

#[test]
fn a_survey_that_is_made_from_it_says_the_same_in_all_languages() {
    for draft in [samples::draft(), your_support_at_home(SURVEY, 0)] {
        let begun = template(&draft).begin(SurveyId(9));
        // A mark for an earlier answer names a question, and those have other ids.
        let plain = |text: &String| !text.contains("[[");
        let said = |draft: &Draft| texts(draft).into_iter().filter(plain).collect::<Vec<_>>();
        assert_eq!(said(&begun), said(&draft));
        let kinds =
            |draft: &Draft| draft.content().questions.iter().map(|q| q.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&begun), kinds(&draft));
        assert_eq!(begun.content().send_to, draft.content().send_to);
        assert_eq!(begun.id(), SurveyId(9));
    }
}

#[test]
fn it_hands_on_no_history_no_names_no_notes_no_versions_and_no_days() {
    let draft = samples::draft();
    let made = template(&draft).draft;
    let content = made.content();
    assert!(made.log().iter().all(|edit| edit.author == FRESH && edit.at == 5));
    assert_eq!(
        (content.published.len(), content.reader_checks.len(), content.set_aside.len()),
        (0, 0, 0)
    );
    assert_eq!(content.making, Default::default());
    assert_eq!((content.closes, content.notice.keep_until), (None, None));
    let packet = made.to_packet();
    let says = |text: &str| packet.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(says("Maybe") && !says("Ana, at") && !says("Before the meeting") && !says("Group B"));
}

#[test]
fn what_questions_say_about_each_other_is_about_those_of_the_new_survey() {
    let mut tab = Tab::new(1);
    let first = tab.adds(Kind::OneChoice, None, "Do you like tea?");
    let then = tab.adds(Kind::YesNo, Some(first), "Do you like milk?");
    let yes = tab.choice(first, 0);
    let tests = vec![Test { question: first, check: Check::Is(yes) }];
    let groups = vec![Group { all: true, tests }];
    tab.sets(then, Part::ShowIf(Condition { all: true, groups }));
    tab.sets(first, Part::Name("TEA".into()));
    tab.types(Place::Hint(then), &format!("You said {}.", mark(first)));
    tab.does(Change::AddLanguage(Language::WELSH));
    let text = format!("Fe ddywedoch chi {}.", mark(first));
    tab.does(Change::Translate { language: Language::WELSH, place: Place::Hint(then), text });
    let made = template(&tab.draft).draft;
    let [new, after] = &made.content().questions[..] else { panic!("2 questions") };
    let test = after.show_if.tests().next().expect("a test");
    assert_eq!((test.question, test.check), (new.id, Check::Is(new.choices[0].id)));
    assert_eq!(after.hint, format!("You said {}.", mark(new.id)));
    let welsh = made.content().translated(Language::WELSH, Place::Hint(after.id));
    assert_eq!(welsh, Some(&*format!("Fe ddywedoch chi {}.", mark(new.id))));
    assert_eq!(new.name, "TEA", "what other programs call it");
    assert!(new.id != first && after.id != then);
}

#[test]
fn ready_made_questions_stay_the_same_ones() {
    let mut tab = Tab::with(1, your_support_at_home(SURVEY, 0));
    let before: Vec<QuestionId> = tab.draft.content().questions.iter().map(|q| q.id).collect();
    tab.adds_question(None, "One of ours?");
    let made = template(&tab.draft).draft;
    let ids: Vec<QuestionId> = made.content().questions.iter().map(|q| q.id).collect();
    assert_eq!(ids[1..], before);
    assert!(before.iter().all(|id| id.0.author == APP));
}

#[test]
fn whoever_wrote_it_writes_on_without_using_an_id_twice() {
    let mut tab = Tab::new(1);
    tab.adds_question(None, "Do you like tea?");
    let mut on = Tab::with(1, template(&tab.draft).begin(SurveyId(9)));
    on.adds_question(None, "Do you like milk?");
    let content = on.draft.content();
    let ids: BTreeSet<_> = content.questions.iter().map(|question| question.id).collect();
    assert_eq!(ids.len(), 2);
    let choices = content.questions.iter().flat_map(|q| q.choices.iter().map(|choice| choice.id));
    assert_eq!(choices.collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn its_name_is_one_line_and_never_empty() {
    let mut tab = Tab::new(1);
    assert_eq!(template(&tab.draft).name, "Untitled survey");
    tab.types(Place::Title, "  Your\nweek ");
    let made = template(&tab.draft);
    assert_eq!(made.name, "Your week");
    assert_eq!(made.renamed("  "), None);
    let long = made.renamed(&"é".repeat(500)).expect("a name").name;
    assert_eq!(long.chars().count(), LONGEST_NAME);
}

#[test]
fn it_is_kept_and_goes_into_copies_of_everything() {
    let made = template(&samples::draft());
    assert_eq!(OwnTemplate::from_packet(&made.to_packet()), Ok(made.clone()));
    let nameless = OwnTemplate { name: " ".into(), ..made.clone() };
    assert_eq!(OwnTemplate::from_packet(&nameless.to_packet()), Err(Unreadable::Damaged));
    let backup = Backup { templates: vec![made], ..samples::backup() };
    let json = backup.to_json();
    assert!(Backup::from_json(&json) == Ok(backup));
    assert!(!samples::backup().to_json().contains("templates"), "copies without one are as before");
}

#[test]
fn a_large_survey_makes_one_that_can_be_read() {
    let mut tab = Tab::new(1);
    let mut last = None;
    for number in 0..400 {
        last = Some(tab.adds_question(last, &number.to_string()));
    }
    tab.does(Act::Do(vec![Change::AddLanguage(Language::WELSH)]));
    let made = template(&tab.draft);
    let read = OwnTemplate::from_packet(&made.to_packet()).expect("a template");
    let questions = |survey: &Survey| survey.questions.len();
    assert_eq!(questions(&read.draft.as_survey(1, KEY)), 401);
    assert_eq!(read.asked(), 400);
}
