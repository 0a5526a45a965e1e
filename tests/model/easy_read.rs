//! The words that easy-read advice is about, one rule after the other.

use ask_together::model::easy_read::{Does, Finding, Rule, Severity, in_text};

/// The words that a rule finds in a text. Of what misleads, only what does so: a single "not" is a note.
fn marked(rule: Rule, text: &str) -> Vec<&str> {
    let least = if rule == Rule::Negative { Severity::Red } else { Severity::Note };
    let found = in_text(text);
    let mine = found.iter().filter(|f| f.rule == rule && f.severity >= least);
    mine.map(|finding| &text[finding.at.clone()]).collect()
}

/// What a rule marks in a text.
fn check(rule: Rule, text: &str, expected: &[&str]) {
    assert_eq!(marked(rule, text), expected, "{text}\n{:#?}", in_text(text));
}

fn only(rule: Rule, text: &str) -> Finding {
    let mut found = in_text(text);
    found.retain(|finding| finding.rule == rule);
    assert_eq!(found.len(), 1, "{rule:?} in {text}");
    found.remove(0)
}

/// What the first remedy of a rule writes.
fn written(rule: Rule, text: &str) -> String {
    match only(rule, text).remedies.first().map(|remedy| remedy.does.clone()) {
        Some(Does::Write(new)) => new,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_long_sentence_is_marked_whole() {
    let long = "You can ask your friends to come with you to the shop if you want them there today";
    check(Rule::LongSentence, &format!("It is fun. {long}."), &[long]);
    // Easy words carry some length.
    assert_eq!(only(Rule::LongSentence, long).severity, Severity::Note);
    let longer =
        [long, "or on any other day of the week before the summer holidays start"].join(" ");
    assert!(only(Rule::LongSentence, &longer).severity > Severity::Note);
}

#[test]
fn a_line_break_ends_a_sentence() {
    let list = "You can ask us about:\n- your money and your home\n- your health and your food\n- your job";
    check(Rule::LongSentence, list, &[]);
    check(Rule::TwoIdeas, list, &[]);
}

#[test]
fn a_name_of_many_words_counts_as_one() {
    let text = "We will tell the Local Government and Social Care Ombudsman what people with a \
                learning disability say.";
    check(Rule::LongSentence, text, &[]);
}

#[test]
fn two_ideas_in_a_sentence_are_found() {
    let two = "We read your letter and we talk to you and we write a plan";
    check(Rule::TwoIdeas, two, &[two]);
    check(Rule::TwoIdeas, "You can see your mum and dad.", &[]);
    let hangs = "We wrote a plan for the year, which the council will read soon";
    check(Rule::TwoIdeas, hangs, &[hangs]);
    check(Rule::TwoIdeas, "This book helps you to choose which of the clubs you would like.", &[]);
}

#[test]
fn a_hard_word_comes_with_a_plainer_one() {
    check(Rule::HardWord, "Do you utilise the bus?", &["utilise"]);
    assert_eq!(written(Rule::HardWord, "We utilised the bus."), "We used the bus.");
    assert_eq!(written(Rule::HardWord, "We are utilising it."), "We are using it.");
    assert_eq!(written(Rule::HardWord, "She utilizes it."), "She uses it.");
    assert_eq!(written(Rule::HardWord, "Purchase a book."), "Buy a book.");
    assert_eq!(written(Rule::HardWord, "They obtained a book."), "They got a book.");
    assert_eq!(written(Rule::HardWord, "It was terminated."), "It was ended.");
    assert_eq!(
        written(Rule::HardWord, "Please take into consideration my job."),
        "Please think about my job."
    );
    assert_eq!(
        only(Rule::HardWord, "We took it. Take into consideration my age.").why,
        "“Take into consideration” is hard to read. “think about” is plainer."
    );
}

/// A noun must not stand where a verb was, nor a verb where a noun was.
#[test]
fn only_what_fits_is_written() {
    let none = |text: &str| assert_eq!(only(Rule::HardWord, text).remedies, [], "{text}");
    none("We made a purchase.");
    none("An online purchase is quick.");
    none("Send us a form upon a request for remuneration.");
    let why = only(Rule::HardWord, "It was a remuneration.").why;
    assert_eq!(why, "“remuneration” is hard to read. An easier word may be “pay”.");
}

#[test]
fn an_article_fits_the_plainer_word() {
    assert_eq!(written(Rule::HardWord, "It is an additional book."), "It is an extra book.");
    assert_eq!(written(Rule::HardWord, "It is a supplementary book."), "It is an extra book.");
}

#[test]
fn forms_of_common_words_are_common() {
    let all = "The happiest babies stopped crying, and the biggest dogs were running quickly. \
               He's the carers' friend. I couldn't see. We organise and realize colours.";
    check(Rule::HardWord, all, &[]);
}

#[test]
fn names_and_numbers_are_not_hard() {
    check(Rule::HardWord, "We meet Aneurin at Ysbyty Gwynedd on 30 June 2026 at 9.30am.", &[]);
    check(Rule::HardWord, "Write to someone@example.org or see www.example.org.", &[]);
    check(Rule::HardWord, "What did [[1f-12]] say?", &[]);
}

#[test]
fn a_word_that_is_explained_is_not_hard() {
    check(Rule::Jargon, "We talk about safeguarding.", &["safeguarding"]);
    check(Rule::Jargon, "We talk about safeguarding. Safeguarding means keeping safe.", &[]);
    check(Rule::Jargon, "This is called safeguarding.", &[]);
    check(Rule::HardWord, "The plan has your outcomes. These are the things you want.", &[]);
    check(Rule::HardWord, "Tell us about your outcomes. This is a survey.", &["outcomes"]);
    check(Rule::HardWord, "An orthoptist is someone who helps with your eyes.", &[]);
    check(Rule::Acronym, "We asked the ICB. ICB means the people who pay for care.", &[]);
}

#[test]
fn jargon_comes_with_its_meaning() {
    check(Rule::Jargon, "You may get reablement.", &["reablement"]);
    check(Rule::Jargon, "Ask for reasonable adjustments.", &["reasonable adjustments"]);
    let remedy = only(Rule::Jargon, "You may get reablement.").remedies.remove(0);
    let meaning = "Help to do things for yourself again after an illness.".to_owned();
    assert_eq!(remedy.does, Does::Explain { word: "reablement".into(), meaning });
}

#[test]
fn the_passive_is_found_in_long_sentences() {
    let text = "Your home will be assessed before you can get any more money from us.";
    check(Rule::Passive, text, &["be assessed"]);
    check(
        Rule::Passive,
        "I am worried, and I am also very tired and a bit scared of my new job.",
        &[],
    );
    check(Rule::Passive, "It was done.", &[]);
    check(Rule::Passive, "Was the new centre opened last week?", &["Was the new centre opened"]);
    for state in ["Help is needed.", "You are involved.", "Were you treated well?", "We were told."]
    {
        check(Rule::Passive, state, &[]);
    }
}

#[test]
fn two_negatives_make_a_knot() {
    check(Rule::Negative, "You do not have to say nothing.", &["not have to say nothing"]);
    check(Rule::Negative, "Tick a box if you do not feel unsafe.", &["not feel unsafe"]);
    check(Rule::Negative, "You do not have to answer.", &[]);
    check(Rule::Negative, "Nobody with a disability or a disease came.", &[]);
    check(Rule::Negative, "Do not open emails that come from people you do not know.", &[]);
    check(Rule::Negative, "Do not stop without asking us.", &[]);
}

#[test]
fn short_forms_are_written_in_full() {
    let found = in_text("You don't have to answer.");
    let full = found.iter().flat_map(|finding| &finding.remedies).map(|remedy| &remedy.does);
    let full: Vec<&Does> = full.collect();
    assert_eq!(full, [&Does::Write("You do not have to answer.".into())]);
}

#[test]
fn idioms_are_found() {
    check(Rule::Idiom, "Help is there around the clock.", &["around the clock"]);
    let says = "Help is there all day and all night.";
    assert_eq!(written(Rule::Idiom, "Help is there around the clock."), says);
}

#[test]
fn percentages_and_big_numbers_are_found() {
    check(Rule::BigNumber, "40% of people like it.", &["40%"]);
    check(Rule::BigNumber, "40 per cent of people like it.", &["per cent"]);
    check(Rule::BigNumber, "It costs £25,000.", &["£25,000"]);
    check(Rule::BigNumber, "There are 2 million.", &["million"]);
    check(Rule::BigNumber, "Phone 01632 960123 in 2026. It costs £20.", &[]);
}

#[test]
fn numbers_in_letters_become_figures() {
    assert_eq!(written(Rule::NumberInWords, "I have three cats."), "I have 3 cats.");
    assert_eq!(written(Rule::NumberInWords, "I am twenty-five."), "I am 25.");
    assert_eq!(written(Rule::NumberInWords, "I am twenty five."), "I am 25.");
    assert_eq!(written(Rule::NumberInWords, "Four hundred came."), "400 came.");
    check(Rule::NumberInWords, "No one came. I want one.", &[]);
}

#[test]
fn letters_that_stand_for_words_are_found() {
    let noted = |text: &'static str| {
        let found = in_text(text).into_iter().filter(|finding| finding.rule == Rule::Acronym);
        found.map(|finding| &text[finding.at]).collect::<Vec<_>>()
    };
    assert_eq!(noted("The ICB pays for the MDT."), ["ICB", "MDT"]);
    assert_eq!(noted("The NHS pays my GP."), [""; 0]);
    assert_eq!(noted("WHAT WE DO"), [""; 0]);
    assert_eq!(noted("Ask the Department for Transport or DWP."), ["DWP"]);
    for spelled_out in [
        "You may get Disability Living Allowance (DLA). DLA is money.",
        "Ask the Department for Work and Pensions or DWP.",
        "DWP: the Department for Work and Pensions.",
        "The team is big. We say ICB for short.",
    ] {
        assert_eq!(noted(spelled_out), [""; 0], "{spelled_out}");
    }
    assert_eq!(only(Rule::Acronym, "The CQC came.").severity, Severity::Note);
}

/// The highest severity of what is found, and what all of it adds.
fn weight(text: &str) -> (Option<Severity>, u32) {
    let found = in_text(text);
    let adds = found.iter().map(|finding| u32::from(finding.adds)).sum();
    (found.iter().map(|finding| finding.severity).max(), adds)
}

#[test]
fn what_is_hard_adds_up() {
    assert_eq!(weight("You can come to the party."), (None, 0));
    let (_, adds) = weight("You may get reablement from us.");
    assert!((1..10).contains(&adds), "{adds}");
    let (many, more) = weight(
        "The statutory entitlement will be confirmed, subject to eligibility, by the authority.",
    );
    assert_eq!(many, Some(Severity::Red));
    assert!(more > 0);
}

/// A sentence without anything that a rule finds can be hard all the same.
#[test]
fn a_hard_sentence_says_why() {
    let hard =
        "Several magnificent cathedrals in Spain collapsed during catastrophic thunderstorms.";
    let why = in_text(hard).into_iter().map(|finding| (finding.rule, finding.severity)).max();
    assert!(why.is_some_and(|(_, severity)| severity > Severity::Note), "{:#?}", in_text(hard));
}

#[test]
fn brackets_and_inner_parts_are_found() {
    check(Rule::Nested, "Tell us (in your own words) now.", &["(in your own words)"]);
    check(Rule::Nested, "The Care Quality Commission (CQC) came.", &[]);
    check(Rule::Nested, "My mum, who lives in Leeds, came.", &[", who lives in Leeds,"]);
    check(Rule::Nested, "Bring food – if you like – and a drink.", &["– if you like –"]);
    check(Rule::Nested, "Bring pens, paper, and glue.", &[]);
    check(Rule::Nested, "Anyone can help you, such as a friend, a nurse or your mum.", &[]);
}

#[test]
fn two_questions_in_one_are_found() {
    let text = "Do staff listen to you and help you?";
    assert_eq!(marked(Rule::TwoQuestions, text).len(), 1);
    assert_eq!(marked(Rule::TwoQuestions, "Is your room clean and safe?").len(), 1);
    assert_eq!(marked(Rule::TwoQuestions, "Do you work and if so where?").len(), 1);
    check(Rule::TwoQuestions, "Do you see your friends and family?", &[]);
    check(Rule::TwoQuestions, "We listen to you and help you.", &[]);
    check(Rule::TwoQuestions, "Do you want tea or cake?", &[]);
}

#[test]
fn leading_questions_are_found() {
    check(Rule::Leading, "Don’t you think it is good?", &["Don’t you"]);
    check(Rule::Leading, "What did you think of our wonderful show?", &[]);
    check(Rule::Leading, "Did you like our wonderful show?", &["wonderful"]);
}

#[test]
fn hard_ways_to_ask_are_found() {
    check(Rule::AgreeDisagree, "Do you agree or disagree with it?", &["agree or disagree"]);
    check(Rule::ToWhatExtent, "To what extent do you feel safe?", &["To what extent"]);
    check(Rule::ToWhatExtent, "How satisfied are you?", &["How satisfied"]);
    check(Rule::ToWhatExtent, "How are you?", &[]);
}

#[test]
fn vague_and_long_times_are_found() {
    check(Rule::TimeSpan, "Did you go out recently?", &["recently"]);
    check(Rule::TimeSpan, "Did you go out in the last 12 months?", &["in the last 12 months"]);
    check(Rule::TimeSpan, "Did you go out over the past year?", &["over the past year"]);
    check(Rule::TimeSpan, "Did you go out in the last 2 weeks?", &[]);
    check(Rule::TimeSpan, "I went out recently.", &[]);
}

#[test]
fn every_rule_has_a_name_and_a_source() {
    for rule in Rule::ALL {
        assert!(!rule.name().is_empty() && !rule.source().is_empty(), "{rule:?}");
        assert_eq!(Rule::ALL.iter().filter(|other| other.name() == rule.name()).count(), 1);
    }
}

#[test]
fn names_of_peoples_nations_languages_and_religions_are_no_hard_words() {
    for text in [
        "African",
        "Irish",
        "Arab",
        "Presbyterian",
        "Bangladeshi or Pakistani",
        "Caribbean or Black",
        "Polish",
        "Do you speak Punjabi or Urdu?",
        "Somali people meet on Sunday.",
        "Are you Sikh?",
    ] {
        assert_eq!(in_text(text), [], "{text}");
    }
    // Other names that begin a sentence are told as before.
    assert!(!in_text("Flibbertigibbet").is_empty());
}

#[test]
fn words_in_other_scripts_are_not_judged() {
    let long = "هل تحب الشاي ".repeat(12);
    for text in ["هل تحب الشاي؟", &*long, "Чи любите ви сьогодні чай?", "你喜欢喝茶吗？"]
    {
        assert_eq!(in_text(text), [], "{text}");
    }
    let mixed = "Do you like to utilise шоколад?";
    check(Rule::HardWord, mixed, &["utilise"]);
    // Our own letters have marks in other languages, and the rules go on reading those.
    assert!(in_text("Do you utilise the café?").iter().any(|found| found.rule == Rule::HardWord));
}
