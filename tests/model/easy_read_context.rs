//! Words that are hard, leading or vague in one sentence and fine in the next: advice looks at what stands around
//! them.

use ask_together::model::easy_read::{
    Does, Finding, Known, Rule, Severity, in_text, in_text_knowing, measured,
};

fn found(rule: Rule, text: &str) -> Vec<Finding> {
    in_text(text).into_iter().filter(|finding| finding.rule == rule).collect()
}

fn finds(rule: Rule, texts: &[&str]) {
    for text in texts {
        assert!(!found(rule, text).is_empty(), "{rule:?} finds nothing in: {text}");
    }
}

fn finds_nothing(rule: Rule, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(rule, text), [], "{text}");
    }
}

#[test]
fn plain_questions_are_fine() {
    for text in [
        "Do most people in your house work?",
        "Should letters say clearly when we will visit?",
        "Was your job application successful?",
        "Do you live on the ground floor?",
        "Is your dinner on the table?",
        "Who usually helps you?",
        "The new commissioner for buses is here.",
        "Do you like black and white pictures?",
        "Do you have a good evening at the end of the day?",
        "Do you need help to get washed and dressed?",
        "Do you walk hand in hand with your friend?",
    ] {
        let found = in_text(text);
        assert!(
            found.iter().all(|finding| finding.severity == Severity::Note),
            "{text}\n{found:#?}"
        );
    }
}

#[test]
fn a_question_leads_when_it_praises_or_speaks_for_all() {
    finds(
        Rule::Leading,
        &[
            "Did you enjoy our excellent food?",
            "Do you like the popular new club?",
            "Most people think it is good. Do most people think so?",
            "Clearly, it works. Clearly, does it work?",
            "You like it, don’t you?",
        ],
    );
    finds_nothing(
        Rule::Leading,
        &[
            "Was the food excellent?",
            "Is your group popular?",
            "Was the trip exciting or boring?",
            "Can you see clearly?",
            "Do most people here speak English?",
        ],
    );
}

#[test]
fn vague_times_matter_where_a_number_is_asked_for() {
    finds(Rule::TimeSpan, &["How often do you usually go out?", "Did you go out recently?"]);
    finds_nothing(Rule::TimeSpan, &["Who usually cooks?", "Do you generally feel well?"]);
}

#[test]
fn how_much_of_what_nobody_can_see_is_hard_to_answer() {
    finds(
        Rule::ToWhatExtent,
        &["How much control do you have?", "How much confidence have you got?"],
    );
    finds_nothing(
        Rule::ToWhatExtent,
        &["How much money do you need?", "How much tea do you drink?"],
    );
}

#[test]
fn two_questions_are_found_in_all_their_forms() {
    finds(
        Rule::TwoQuestions,
        &[
            "Did staff listen and explain?",
            "When and how do you want to hear from us?",
            "What or who helps you?",
            "Do you want a meeting and/or a phone call?",
            "Were staff kind and helpful?",
            "Did the nurse tell you and show you?",
            "If you came by bus, was it clean and safe?",
            "In the last week, did you cook and did you clean?",
            "Do you work, and if so where?",
            "Have you got a job and do you like it?",
            "Did we answer your call and were we kind?",
            "Was it easy to find and was it warm?",
            "Can you cook and can you clean?",
            "What do you like and what would you change?",
            "Do you go out and who goes with you?",
            "Has anyone treated you badly and shouted at you?",
            "Did staff welcome you and help you?",
            "Is the food hot and tasty?",
            "Are the rooms warm and the beds comfortable?",
            "How clean and tidy is the house?",
            "Did you find the page easy to use and helpful?",
            "Were you told about the change and asked what you think?",
            "Do staff knock and wait before they come in?",
            "Do you like your job and the people you work with?",
            "Do you feel safe and well at home?",
            "Did the plumber come on time and mend the tap?",
            "Is your boss fair and friendly?",
        ],
    );
    finds_nothing(
        Rule::TwoQuestions,
        &[
            "Do you want tea or cake?",
            "Do you like fish and chips?",
            "Do you see your mum and dad?",
            "Do you have a bath and a shower?",
            "Can you choose between red and blue?",
            "Is it open from Monday and over the weekend?",
            "Would you like to read and write better?",
            "Do you pay for your care and support?",
            "Do you live in a safe and secure place?",
            "Do you need help to get up and get dressed?",
            "Do you have time to sit and talk?",
            "Can people come and go as they like?",
            "Did you go and see the doctor?",
            "Can you read and write?",
            "Would you like a tea and a cake?",
            "Can you get in and out of the bath?",
        ],
    );
}

#[test]
fn a_state_is_no_passive_and_a_pair_is_one_idea() {
    finds_nothing(
        Rule::Passive,
        &["Help is needed here.", "We were involved in it.", "You are told today."],
    );
    finds_nothing(
        Rule::TwoIdeas,
        &[
            "It is open on Monday and Tuesday and on Friday and Saturday each week.",
            "You can see your mum and dad and your sister and her new husband there.",
        ],
    );
    finds(Rule::TwoIdeas, &["We read your letter and we talk to you and we write a plan."]);
}

#[test]
fn explaining_is_seen_in_every_form() {
    let none = |text: &str| {
        let found = in_text(text).into_iter();
        let words: Vec<_> = found
            .filter(|f| matches!(f.rule, Rule::Jargon | Rule::HardWord | Rule::Acronym))
            .collect();
        assert_eq!(words, [], "{text}");
    };
    for text in [
        "This is called ‘reablement’.",
        "Reablement: help after an illness.",
        "Reablement - help after an illness.",
        "Reablement means help after an illness.",
        "The word reablement means help after an illness.",
        "Reablement is when you get help after an illness.",
        "You may get reablement. This means help after an illness.",
        "Reablement is help. We call this reablement.",
    ] {
        none(text);
    }
    finds(Rule::HardWord, &["Our inclusive governance strategy means change."]);
    // Only what is defined is known, not the words around it.
    finds(Rule::Jargon, &["Safeguarding means that reablement comes first."]);
}

#[test]
fn a_capital_inside_a_sentence_is_a_name() {
    finds_nothing(Rule::HardWord, &["We asked (Zephyrine) and “Quillfeather” about Xanthippe."]);
}

#[test]
fn words_of_care_are_so_only_in_care() {
    finds(Rule::Jargon, &["The commissioner pays for your care.", "The care pathway is new."]);
    finds_nothing(
        Rule::Jargon,
        &["The commissioner for buses came.", "Walk on the pathway by the sea."],
    );
}

/// What a word means is right for people, in every sentence that it is said in.
#[test]
fn an_explanation_fits_where_the_word_stands() {
    let meaning = |text: &str| {
        let remedies = in_text(text).into_iter().flat_map(|finding| finding.remedies);
        let mut does = remedies.filter_map(|remedy| match remedy.does {
            Does::Explain { meaning, .. } => Some(meaning),
            _ => None,
        });
        does.next()
    };
    let says = "If you are gay, straight, bisexual or something else.";
    assert_eq!(meaning("What is your sexual orientation?").as_deref(), Some(says));
    assert_eq!(found(Rule::Jargon, "What is your sexual orientation?"), []);
    for other in [
        "Is the light switch hard to reach?",
        "Are the signposts in the hospital clear?",
        "Is there discharge from your eye, and does it hurt at the hospital?",
        "The hospital has capacity for 30 people.",
    ] {
        assert_eq!(meaning(other), None, "{other}");
    }
    for known in [
        "When were you discharged from hospital?",
        "We talk to hard to reach groups.",
        "Who lacks capacity?",
    ] {
        assert!(meaning(known).is_some(), "{known}");
    }
}

/// Some documents say what a word is by what it does: "If something is accessible, everyone can use it."
#[test]
fn if_something_is_so_explains_it() {
    let known = Known::of_texts(["If something is inclusive, everyone can take part."].into_iter());
    let text = "We want an inclusive club.";
    assert!(in_text_knowing(text, &known).iter().all(|f| f.rule != Rule::HardWord));
    finds(Rule::HardWord, &[text]);
    let known = Known::of_texts(["If you are eligible, tell us."].into_iter());
    let text = "Are you eligible?";
    assert!(in_text_knowing(text, &known).iter().any(|f| f.rule == Rule::HardWord));
}

/// A number that is there in figures too, or that is a name, needs no change. A span is one change.
#[test]
fn a_number_in_letters_is_changed_once() {
    finds_nothing(
        Rule::NumberInWords,
        &["There are 2 (two) votes.", "There are two (2) votes.", "Meet us in Room Eighteen."],
    );
    let of = |text: &str| {
        let found = found(Rule::NumberInWords, text);
        found.into_iter().map(|finding| finding.remedies[0].does.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("It takes five to ten days."), [Does::Write("It takes 5 to 10 days.".into())]);
    assert_eq!(of("Come to us two times."), [Does::Write("Come to us 2 times.".into())]);
}

#[test]
fn a_share_is_said_as_some_of_10_or_100() {
    let why = |text: &str| found(Rule::BigNumber, text)[0].why.clone();
    assert_eq!(why("30% of you came."), "Percentages are hard. “3 in 10” is easier.");
    assert_eq!(why("16% of you came."), "Percentages are hard. “16 in 100” is easier.");
    assert_eq!(
        why("A percentage of you came."),
        "Percentages are hard. “4 in 10 people” is easier."
    );
}

/// A word is as easy as the easiest word that it can be a form of, and things of every day are never rare.
#[test]
fn forms_of_words_that_people_know_and_things_of_every_day_are_not_rare() {
    const SHARE_OF_RARE: usize = 2;
    for text in [
        "The names and the times changed.",
        "The staff are friendly.",
        "The bread and the rice are in the cupboard.",
        "I can't find my socks.",
    ] {
        assert_eq!(measured(text, &Known::default())[0][SHARE_OF_RARE], 0.0, "{text}");
    }
    assert!(measured("The criteria are here.", &Known::default())[0][SHARE_OF_RARE] > 0.0);
}

/// A choice of one word is no sentence.
#[test]
fn one_long_word_is_no_hard_sentence() {
    finds_nothing(Rule::HardSentence, &["Bangladeshi", "Telecommunications", "Not applicable"]);
}
