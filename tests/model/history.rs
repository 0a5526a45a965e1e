//! What was done to a draft, step by step, named versions, and the way back to any step.

use crate::draft_properties::three_tabs;
use crate::support::{SURVEY, Tab, c, q, set_text};
use ask_together::model::draft::{Act, Change, ChoicePart, Did, Draft, Edit, Named, Part, Place};
use ask_together::model::draft::{SetAside, Spoken};
use ask_together::model::easy_read::Rule;
use ask_together::model::id::Author;
use ask_together::model::survey::{Check, Kind, Language};
use proptest::prelude::*;

fn question(number: usize, text: &str) -> Named {
    Named { kind: Kind::OneChoice, number: Some(number), text: text.into() }
}

fn named(name: &str) -> Change {
    Change::NameVersion(name.into())
}

/// The last step.
fn last(tab: &Tab) -> Did {
    tab.draft.steps().last().expect("a step").did.clone()
}

#[test]
fn a_step_is_named_by_what_its_question_was_called_then() {
    let mut tab = Tab::new(1);
    let tea = tab.adds_question(None, "Tea?");
    assert_eq!(last(&tab), Did::Added(question(1, "Tea?")));
    let milk = tab.adds_question(Some(tea), "Milk?");
    assert_eq!(last(&tab), Did::Added(question(2, "Milk?")));
    tab.does(Change::RemoveQuestion(tea));
    assert_eq!(last(&tab), Did::Deleted(question(1, "Tea?")));
    tab.does(Change::SetKind { question: milk, kind: Kind::YesNo });
    assert_eq!(last(&tab), Did::ChangedKind(question(1, "Milk?")));
    tab.does(Change::RemoveQuestion(tea));
    assert_eq!(last(&tab), Did::Many(0), "it was gone already");
}

#[test]
fn each_way_to_change_a_question_has_a_name() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Tea?");
    let choice = tab.draft.content().questions[0].choices[1].id;
    let tea = || question(1, "Tea?");
    let part = |part| Change::SetPart { question: id, part };
    let picture = |name: &str| part(Part::Picture(name.into()));
    let of_choice = |part| Change::SetChoicePart { question: id, choice, part };
    let no = || "No".to_owned();
    for (change, did) in [
        (picture("2615"), Did::Pictured { of: tea(), taken_away: false }),
        (picture(""), Did::Pictured { of: tea(), taken_away: true }),
        (part(Part::ShowIf(crate::make::when(9, Check::Answered))), Did::ChangedWhen(tea())),
        (part(Part::Personal(true)), Did::ChangedQuestion(tea())),
        (of_choice(ChoicePart::Alone(true)), Did::ChangedQuestion(tea())),
        (
            of_choice(ChoicePart::Picture("2615".into())),
            Did::PicturedChoice { of: tea(), choice: no(), taken_away: false },
        ),
        (Change::RemoveChoice { question: id, choice }, Did::DeletedChoice(tea(), no())),
        (Change::SetLanguage(Language::WELSH), Did::SetLanguage(Language::WELSH)),
        (Change::AddLanguage(Language::ENGLISH), Did::AddedLanguage(Language::ENGLISH)),
        (Change::RemoveLanguage(Language::ENGLISH), Did::DeletedLanguage(Language::ENGLISH)),
        (named("Before lunch"), Did::NamedVersion("Before lunch".into())),
    ] {
        tab.does(change);
        assert_eq!(last(&tab), did);
    }
}

#[test]
fn a_stretch_of_typing_is_one_step_that_says_the_last_words() {
    let mut tab = Tab::new(1);
    for text in ["D", "Do", "Do you"] {
        tab.types(Place::Title, text);
    }
    let place = Spoken::Survey(Place::Title);
    let wrote = |text: &str| Did::Wrote { place: place.clone(), language: None, text: text.into() };
    assert_eq!(tab.draft.steps().len(), 1);
    assert_eq!(last(&tab), wrote("Do you"));
}

#[test]
fn many_changes_of_one_sort_are_counted() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, "Tea?");
    let questions = &tab.draft.content().questions;
    let (one, choices) = (questions[0].clone(), questions[0].choices.clone());
    let mut copies = vec![one.clone(), one];
    copies[0].question.id = q(1);
    copies[1].question.id = q(2);
    tab.does(Act::Do(copies.into_iter().map(Change::AddQuestion).collect()));
    assert_eq!(last(&tab), Did::AddedMany(2));
    let fill = set_text(Place::Choice(id, choices[0].id), "Yes please");
    tab.does(Act::Do(vec![fill, Change::AddChoices { question: id, choices }]));
    assert_eq!(last(&tab), Did::AddedChoices(question(1, "Tea?"), 3));
    tab.does(Act::Do(vec![Change::RemoveQuestion(q(1)), Change::RemoveQuestion(q(2))]));
    assert_eq!(last(&tab), Did::DeletedMany(2));
    tab.does(Act::Do(vec![set_text(Place::Title, "A"), set_text(Place::Welcome, "B")]));
    assert_eq!(last(&tab), Did::Many(2));
}

#[test]
fn what_is_taken_back_is_marked_and_what_took_it_back_says_what() {
    let mut tab = Tab::new(1);
    let tea = tab.adds_question(None, "Tea?");
    tab.does(Change::RemoveQuestion(tea));
    let deleted = || Some(Box::new(Did::Deleted(question(1, "Tea?"))));
    assert!(tab.undoes());
    assert_eq!(last(&tab), Did::Undid(deleted()));
    let undone: Vec<bool> = tab.draft.steps().iter().map(|step| step.undone).collect();
    assert_eq!(undone, [false, true, false]);
    tab.does(Change::SetPart { question: tea, part: Part::Personal(true) });
    assert_eq!(last(&tab), Did::ChangedQuestion(question(1, "Tea?")), "it is there again");
    assert!(tab.undoes() && tab.redoes());
    assert_eq!(last(&tab), Did::Redid(Some(Box::new(Did::ChangedQuestion(question(1, "Tea?"))))));
}

#[test]
fn undo_and_redo_pass_over_names() {
    let mut tab = Tab::new(1);
    tab.does(set_text(Place::Title, "Tea"));
    tab.does(named("With tea"));
    assert!(tab.undoes());
    assert_eq!(tab.draft.content().title, "");
    tab.does(named("Without"));
    assert!(tab.redoes(), "a name is nothing new");
    assert_eq!(tab.draft.content().title, "Tea");
    assert!(tab.undoes() && !tab.undoes());
    let names: Vec<_> = tab.draft.named_versions().into_iter().map(|step| step.name).collect();
    assert_eq!(names, [Some("With tea".to_owned()), Some("Without".to_owned())]);
}

#[test]
fn a_name_that_was_taken_back_is_listed_no_more() {
    let mut tab = Tab::new(1);
    let edit = tab.does(named("With tea"));
    tab.does(Act::Undo(edit.number));
    assert_eq!(tab.draft.named_versions(), []);
}

#[test]
fn going_back_is_one_step_and_says_so() {
    let mut tab = Tab::new(1);
    let tea = tab.adds_question(None, "Tea?");
    let named = tab.does(named("With tea"));
    tab.does(Change::RemoveQuestion(tea));
    let back = tab.draft.back_to((tab.author, named.number));
    tab.does(Act::Do(back));
    assert_eq!(tab.questions(), ["Tea?"]);
    assert_eq!(last(&tab), Did::WentBack(named.at));
    assert_eq!(tab.draft.back_to((tab.author, named.number)), [], "there already");
    assert!(tab.undoes());
    assert_eq!(tab.questions(), Vec::<&str>::new());
    assert_eq!(tab.draft.back_to((Author(77), 1)), [], "no such step");
}

#[test]
fn a_log_of_a_long_day_is_read_in_a_moment() {
    let mut edits: Vec<Edit> = Vec::new();
    let mut add = |act: Act| {
        let number = edits.len() as u32 + 1;
        edits.push(Edit {
            author: Author(1),
            number,
            revision: 0,
            at: 0,
            seen: vec![],
            act,
            was: None,
        });
    };
    let tab = crate::sample_draft::draft();
    let sample = tab.content().questions[0].clone();
    for number in 1..=200 {
        let mut new = sample.clone();
        new.question.id = q(number);
        add(Change::AddQuestion(new).into());
    }
    for round in 0..4_800 {
        add(match round % 4 {
            // An undo far back, as no person presses it.
            3 => Act::Undo(201),
            2 => Act::Redo(201),
            _ => set_text(Place::Question(q(round % 200)), "Tea?").into(),
        });
    }
    let draft = Draft::from_log(SURVEY, edits);
    let start = std::time::Instant::now();
    assert_eq!(draft.steps().len(), 5_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// Logs that no app writes: numbers with gaps, undo of what never was.
fn hostile() -> impl Strategy<Value = Draft> {
    let act = prop_oneof![
        (0..6u32).prop_map(Act::Undo),
        (0..6u32).prop_map(Act::Redo),
        Just(Act::Do(vec![])),
        (0..4u32).prop_map(|n| Change::RemoveQuestion(q(n)).into()),
        (0..4u32, 0..4u32)
            .prop_map(|(n, m)| Change::RemoveChoice { question: q(n), choice: c(m) }.into()),
        (0..4usize).prop_map(|n| {
            let mut question = crate::sample_draft::draft().content().questions[0].clone();
            question.question.id = q(n as u32);
            question.question.choices.extend(question.question.choices.clone());
            Act::Do(vec![Change::AddQuestion(question), named("A")])
        }),
        "[a-c]".prop_map(|words| {
            let (place, reason) = (Place::Title, words.clone());
            let aside = SetAside { place, rule: Rule::HardWord, words, reason };
            Act::Do(vec![Change::SetAside(aside)])
        }),
        Just(Act::Do(vec![Change::NoteBack(u64::MAX), set_text(Place::Pile(q(1), 200), "x")])),
    ];
    let edit = (1..3u32, 0..6u32, 0..9u32, act).prop_map(|(author, number, seen, act)| Edit {
        author: Author(author),
        number,
        revision: 0,
        at: 0,
        seen: vec![(Author(7), seen)],
        act,
        was: None,
    });
    prop::collection::vec(edit, 0..30).prop_map(|log| Draft::from_log(SURVEY, log))
}

/// What three people made.
fn merged() -> impl Strategy<Value = Draft> {
    three_tabs().prop_map(|tabs| {
        let mut all = Draft::new(SURVEY);
        tabs.iter().for_each(|tab| all.merge(tab.draft.log().to_vec()));
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_step_can_be_gone_back_to_and_undone(draft in merged(), pick in any::<prop::sample::Index>()) {
        let steps = draft.steps();
        prop_assert_eq!(steps.len(), draft.log().len());
        prop_assume!(!steps.is_empty());
        let step = pick.get(&steps).id;
        let mut goal = draft.content_at(step).expect("the step is there");
        goal.reader_checks.clone_from(&draft.content().reader_checks);
        goal.making.clone_from(&draft.content().making);
        let mut tab = Tab::with(5, draft.clone());
        let back = draft.back_to(step);
        prop_assert_eq!(back.is_empty(), &goal == draft.content());
        if !back.is_empty() {
            tab.does(Act::Do(back));
            prop_assert_eq!(tab.draft.content(), &goal);
            prop_assert!(tab.undoes());
        }
        prop_assert_eq!(tab.draft.content(), draft.content());
    }

    #[test]
    fn the_last_step_is_what_the_draft_says_now(draft in merged()) {
        if let Some(last) = draft.steps().last() {
            let said = draft.content_at(last.id);
            prop_assert_eq!(said.as_ref(), Some(draft.content()));
            prop_assert_eq!(draft.back_to(last.id), vec![]);
        }
    }

    #[test]
    fn a_log_that_no_app_writes_is_no_trouble(draft in hostile()) {
        let steps = draft.steps();
        prop_assert_eq!(steps.len(), draft.log().len());
        for step in steps {
            prop_assert!(draft.content_at(step.id).is_some());
            draft.did(step.id);
            let mut tab = Tab::with(5, draft.clone());
            tab.does(Act::Do(draft.back_to(step.id)));
        }
        prop_assert!(draft.named_versions().len() <= draft.log().len());
    }

    #[test]
    fn a_step_alone_has_the_name_that_it_has_among_all(tabs in three_tabs()) {
        for step in tabs[0].draft.steps() {
            let alone = tabs[0].draft.did(step.id);
            prop_assert!(alone.is_none_or(|did| did == step.did));
        }
    }
}
