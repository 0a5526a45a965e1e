//! A survey on paper: where people go on, what stands beside a question, and what fits on a sheet.

use crate::flows::published;
use crate::make::{
    all, choice, picking, question, repeated, saying, shown, test, version, when, when_is,
};
use crate::samples;
use crate::support::{c, q};
use crate::walks::{act, walk};
use ask_together::model::answer::{Answer, in_words};
use ask_together::model::paper::pages::{Block, HEIGHT, Print, cut};
use ask_together::model::paper::{give_to, numbers, printed, routing, size};
use ask_together::model::path::Path;
use ask_together::model::phrase::quoted;
use ask_together::model::response::Answers;
use ask_together::model::standard::{NO, YES};
use ask_together::model::survey::{Check, Kind, Meaning, Question, Survey};
use ask_together::model::walk::asked;
use ask_together::model::words::{Word, Words};
use proptest::collection::vec;
use proptest::prelude::*;

fn go_on(questions: Vec<Question>) -> Vec<String> {
    routing::go_on(&version(1, questions), 0, &Words::english())
}

fn yes_no(number: u32) -> Question {
    question(number, Kind::YesNo)
}

#[test]
fn whoever_is_not_asked_what_comes_next_is_told_where_to_go() {
    let only_yes = || shown(when(1, Check::Is(YES)), saying(2, "Why?"));
    let said = go_on(vec![yes_no(1), only_yes(), saying(3, "And?")]);
    assert_eq!(
        said,
        ["If you said “No” or “I am not sure”, or left this empty, go to question 3."]
    );
    let only_no = shown(when(1, Check::Is(NO)), saying(3, "Why not?"));
    assert_eq!(
        go_on(vec![yes_no(1), only_yes(), only_no, saying(4, "And?")]),
        [
            "If you said “No”, go to question 3.",
            "If you said “I am not sure”, or left this empty, go to question 4."
        ]
    );
    // Of many, the few are named that go straight on.
    let long = Question {
        choices: (1..7).map(|n| choice(c(n), &n.to_string())).collect(),
        ..question(1, Kind::OneChoice)
    };
    let first = shown(when_is(1, 2), saying(2, "Why?"));
    assert_eq!(
        go_on(vec![long, first, saying(3, "And?")]),
        ["If you did not say “2”, go to question 3."]
    );
    let not_no = shown(when(1, Check::IsNot(NO)), saying(2, "Why?"));
    assert_eq!(
        go_on(vec![yes_no(1), not_no, saying(3, "And?")]),
        ["If you said “No”, go to question 3."]
    );
}

#[test]
fn pages_without_a_number_are_called_by_their_words() {
    let only_yes = shown(when(1, Check::Is(YES)), saying(2, "Why?"));
    let read = Question { text: "Thank you".into(), ..question(3, Kind::Information) };
    let said = go_on(vec![yes_no(1), only_yes.clone(), read]);
    assert!(said[0].ends_with("go to the page called “Thank you”."), "{said:?}");
    let part = Question { text: "Your work".into(), ..question(3, Kind::Section) };
    let said = go_on(vec![yes_no(1), only_yes.clone(), part]);
    assert!(said[0].ends_with("go to the part called “Your work”."), "{said:?}");
    assert!(go_on(vec![yes_no(1), only_yes])[0].ends_with("go to the end."));
    // A whole part is left out, whatever its questions depend on.
    let part = shown(when(1, Check::Is(YES)), question(2, Kind::Section));
    let within = shown(when(9, Check::Answered), saying(3, "Within?"));
    let next = question(4, Kind::Section);
    let said = go_on(vec![yes_no(1), part, within, next, saying(5, "Last?")]);
    assert!(said[0].ends_with("go to the part called “Question 4?”."), "{said:?}");
}

#[test]
fn nobody_is_sent_on_where_it_is_not_sure() {
    let none: [&str; 0] = [];
    // Everybody goes straight on.
    assert_eq!(go_on(vec![yes_no(1), saying(2, "Why?")]), none);
    // What comes next depends on another answer too.
    let both = all(&[test(1, Check::Is(YES)), test(9, Check::Answered)]);
    assert_eq!(go_on(vec![yes_no(1), shown(both, saying(2, "Why?")), saying(3, "?")]), none);
    let first = shown(when(1, Check::Is(YES)), saying(2, "Why?"));
    let other = shown(when(9, Check::Answered), saying(3, "Why?"));
    assert_eq!(go_on(vec![yes_no(1), first.clone(), other, saying(4, "?")]), none);
    // How often a part comes is up to another question.
    assert_eq!(go_on(vec![yes_no(1), first.clone(), repeated(3, 9), saying(4, "?")]), none);
    // Consent has words of its own, and several ticks can lead to more than one place.
    let consent = question(1, Kind::Consent);
    assert_eq!(go_on(vec![consent, first.clone(), saying(3, "?")]), none);
    let many = question(1, Kind::ManyChoices);
    assert_eq!(go_on(vec![many, shown(when_is(1, 1), saying(2, "?")), saying(3, "?")]), none);
    // The last question of a part that may begin again.
    let survey = version(1, vec![repeated(8, 9), yes_no(1), first, saying(3, "?")]);
    assert!(routing::go_on(&survey, 1, &Words::english()).is_empty());
}

#[test]
fn each_question_says_who_it_is_for() {
    let words = Words::english();
    let survey = samples::survey();
    let when = |number: u32| {
        routing::when(&survey, survey.question(q(number)).expect("a question"), &words)
    };
    assert_eq!(when(1), None);
    let bread = "Only answer this if you did not say “None of these” to question 3.";
    assert_eq!(when(13).as_deref(), Some(bread));
    assert!(
        when(18).expect("words").contains(" and also ")
            || when(18).expect("words").contains(", or if ")
    );
    let friends = when(100).expect("words");
    assert!(friends.contains("as many times as your answer to question 13 says"), "{friends}");
}

/// The sentence that is for who gave this answer.
fn sentence_for<'a>(
    said: &'a [String],
    question: &Question,
    answer: Option<&Answer>,
) -> Option<&'a String> {
    let name = match answer {
        None => None,
        Some(Answer::PreferNotToSay) => Some(quoted(Words::english().say(Word::PreferNot))),
        Some(Answer::Other { .. }) => Some(quoted(Words::english().say(Word::Other))),
        Some(answer) => Some(quoted(&in_words(question, answer, &Words::english()).concat())),
    };
    said.iter().find(|sentence| {
        let (condition, _) = sentence.rsplit_once(", go to ").unwrap_or((sentence, ""));
        let is_named = match &name {
            Some(name) => condition.contains(name),
            None => condition.contains("left this empty"),
        };
        sentence.starts_with("Now go to") || condition.contains("did not say") != is_named
    })
}

/// A survey with words of its own for each question and choice, so that sentences tell them apart.
fn named(mut survey: Survey) -> Survey {
    for (number, question) in (1..).zip(&mut survey.questions) {
        question.text = format!("page{number}x");
        for (place, choice) in (1..).zip(&mut question.choices) {
            choice.text = format!("choice{number}x{place}x");
        }
    }
    survey
}

proptest! {
    /// Whoever does what the paper says meets what a phone would have asked next.
    #[test]
    fn paper_leads_where_a_phone_leads(survey in published(9), acts in vec(act(), 0..40)) {
        let survey = named(survey);
        let progress = walk(&survey, &acts);
        let path = Path::of(&survey, &progress.answers);
        let words = Words::english();
        for two in path.steps.windows(2) {
            let question = &survey.questions[two[0].place];
            let said = routing::go_on(&survey, two[0].place, &words);
            let answer = progress.answers.get(asked(&survey, two[0]));
            let answer = answer.filter(|answer| answer.is_right(question));
            let Some(sentence) = sentence_for(&said, question, answer) else { continue };
            let next = &survey.questions[two[1].place];
            let number = numbers(&survey)[two[1].place];
            let target = match number {
                Some(number) => format!("question {number}."),
                None => format!("{}.", quoted(&next.text)),
            };
            prop_assert!(sentence.ends_with(&target), "{sentence} leads to {target}");
        }
    }

    /// Every block is on one sheet, in order, and no sheet is too full but for one block that is.
    #[test]
    fn sheets_hold_all_blocks(blocks in vec((1.0f32..300.0, any::<bool>(), any::<bool>()), 0..40)) {
        let block = |(height, begins, stays)| Block { height, begins, stays };
        let blocks: Vec<Block> = blocks.into_iter().map(block).collect();
        let sheets = cut(&blocks);
        let mut next = 0;
        for sheet in &sheets {
            prop_assert_eq!(sheet.start, next);
            prop_assert!(sheet.end > sheet.start);
            next = sheet.end;
            let height: f32 = blocks[sheet.clone()].iter().map(|block| block.height).sum();
            prop_assert!(height <= HEIGHT + 0.1 || sheet.len() == 1, "{}", height);
        }
        prop_assert_eq!(next, blocks.len());
    }
}

#[test]
fn a_title_is_not_alone_at_the_foot_of_a_sheet() {
    let block = |height, stays| Block { height, begins: false, stays };
    let sheets = cut(&[block(200.0, false), block(20.0, true), block(100.0, false)]);
    assert_eq!(sheets, [0..1, 1..3]);
    let begins = Block { begins: true, ..block(10.0, false) };
    assert_eq!(cut(&[block(10.0, false), begins]), [0..1, 1..2]);
}

#[test]
fn large_print_takes_more_room_and_long_lists_stand_in_two_columns() {
    let words = Words::english();
    let numbers: Vec<u32> = (1..31).collect();
    let survey = version(1, vec![yes_no(1), picking(2, Kind::ManyChoices, &numbers)]);
    let all = printed(&survey, &words);
    let [short, long] = [0, 1].map(|at| size::of(Print::Normal, &all[at], &words));
    let large = size::of(Print::Large, &all[0], &words);
    assert!(short.height < large.height && large.height < HEIGHT);
    assert!(!short.is_tight && long.is_tight && long.height < HEIGHT, "{long:?}");
}

#[test]
fn every_kind_fits_on_a_sheet_in_both_prints() {
    let words = Words::english();
    for printed in printed(&samples::survey(), &words) {
        for print in [Print::Normal, Print::Large] {
            let size = size::of(print, &printed, &words);
            assert!(size.height > 0.0 && size.height < HEIGHT, "{:?}: {size:?}", printed.question);
        }
    }
}

#[test]
fn paper_has_the_numbers_of_the_phone_and_explains_hard_words() {
    let words = Words::english();
    let mut survey = samples::survey();
    let path = Path::of(&survey, &Answers::default());
    let all = printed(&survey, &words);
    for step in path.steps.iter().take(5) {
        let number = path.count(&survey, *step).number;
        assert_eq!(all[step.place].number.unwrap_or(number), number);
    }
    let bread = all.iter().find(|one| one.question.id == q(13)).expect("the bread");
    assert_eq!(bread.explained, [survey.meanings[0].clone()], "rye is among its choices");
    // A word without a meaning says nothing, and one that comes twice is explained once.
    survey.meanings.push(Meaning { word: "tea".into(), text: "A drink.".into() });
    survey.questions[2].hint = "Tea is tea.".into();
    assert_eq!(printed(&survey, &words)[2].explained.len(), 1);
    let how = |number: u32| {
        all.iter().find(|one| one.question.id == q(number)).and_then(|one| one.how.clone())
    };
    assert_eq!(
        how(50),
        Some(("Write 1 next to the most important one. Then write 2, and so on.".into(), true))
    );
    assert_eq!(how(10), Some(("You can pick up to 2.".into(), false)));
    assert_eq!(how(103), None);
}

#[test]
fn paper_says_who_to_give_it_to() {
    assert_eq!(give_to(" "), "Please give these pages back to the person who asked you.");
    assert_eq!(give_to("Team A."), "Please give these pages back to Team A.");
}
