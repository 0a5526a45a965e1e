//! A change that one tap makes is right wherever its words can stand. Each is tried in sentences made for every
//! place that a word of its sort can have.

use ask_together::model::easy_read::{Does, Rule, in_text};
use std::collections::BTreeMap;

/// The words that one tap may change, by their sort.
fn safe() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut sort = "";
    for line in include_str!("../../src/model/easy_read/words/safe.txt").lines() {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => sort = name,
            None if !line.starts_with('#') => all.entry(sort).or_default().push(line),
            None => {}
        }
    }
    all
}

/// What one tap makes of a text, for each change that is offered about words.
fn changed(text: &str) -> Vec<String> {
    let found = in_text(text).into_iter();
    let of_words = found.filter(|f| matches!(f.rule, Rule::HardWord | Rule::Idiom | Rule::Jargon));
    let does = of_words.flat_map(|finding| finding.remedies).map(|remedy| remedy.does);
    does.filter_map(|does| if let Does::Write(new) = does { Some(new) } else { None }).collect()
}

fn is_left(text: &str) {
    assert_eq!(changed(text), [""; 0], "{text}");
}

/// A verb in its forms: "uses", "used", "using".
fn forms(verb: &str) -> [String; 3] {
    let (first, rest) =
        verb.split_once(' ').map_or((verb, ""), |(first, _)| (first, &verb[first.len()..]));
    let stem = first.strip_suffix('e').unwrap_or(first);
    let double = if first == "transmit" { "t" } else { "" };
    [
        format!("{first}s{rest}"),
        format!("{stem}{double}ed{rest}"),
        format!("{stem}{double}ing{rest}"),
    ]
}

#[test]
fn every_safe_change_is_offered_somewhere() {
    for (sort, words) in safe() {
        for word in words {
            let frames = [
                format!("We {word} it."),
                format!("You can see the {word} today."),
                format!("It is {word} it."),
                format!("They came {word} they went."),
                format!("Tell us {word} it."),
                format!("We left at that {word}."),
            ];
            assert!(frames.iter().any(|frame| !changed(frame).is_empty()), "{sort}: {word}");
        }
    }
}

#[test]
fn a_verb_is_changed_only_where_a_verb_stands() {
    let all = safe();
    for verb in
        all["verb"].iter().chain(&all["verb or noun"]).filter(|verb| !verb.starts_with("is "))
    {
        for noun in
            ["The {} is good.", "We saw your {} today.", "Is this {} new?", "Each {} counts."]
        {
            is_left(&noun.replace("{}", verb));
        }
        if verb.starts_with("be ") || verb.starts_with("are ") {
            continue;
        }
        let [_, past, going] = forms(verb);
        // In front of a noun they are no verbs.
        is_left(&format!("The {past} rooms are new."));
        is_left(&format!("The {going} rooms are new."));
        is_left(&format!("People read leaflets {past} by staff."));
        is_left(&format!("{going} rooms are new."));
    }
}

#[test]
fn a_word_that_is_a_noun_too_is_changed_only_after_what_goes_with_verbs() {
    for word in &safe()["verb or noun"] {
        for noun in ["An online {} is quick.", "New {} rules came.", "Staff {} orders."] {
            is_left(&noun.replace("{}", word));
        }
        assert_eq!(changed(&format!("You can {word} it.")).len(), 1, "{word}");
    }
}

#[test]
fn a_noun_is_changed_only_alone() {
    for noun in &safe()["noun"] {
        is_left(&format!("The polling {noun} is open."));
        is_left(&format!("We want to {noun} it."));
        assert_eq!(changed(&format!("The {noun} is open.")).len(), 1, "{noun}");
    }
}

/// "Some the people" is no English.
#[test]
fn words_that_lose_their_of_are_left_before_the() {
    for phrase in ["a number of", "a large number of", "the majority of"] {
        for next in ["the people", "our staff", "these rooms", "you"] {
            is_left(&format!("We saw {phrase} {next}."));
        }
        assert_eq!(changed(&format!("We saw {phrase} people.")).len(), 1, "{phrase}");
    }
}

#[test]
fn the_changes_that_went_wrong_are_ideas_now() {
    for text in [
        "Someone can prompt you by phone.",
        "Staff seek to learn from you.",
        "You are entitled to receive help.",
        "It had a big impact on our club.",
        "Read the leaflet provided by staff.",
        "Clean the remaining rooms.",
        "What is the best way to communicate with you?",
        "What is your gender identity?",
        "We have a long-term plan.",
        "Show us a currently valid card.",
        "It is required by law.",
        "We take no blame in respect of its use.",
        "There is no gap in regard to speed.",
        "The one initially planned is here.",
        "It takes increasingly more time.",
        "We keep point in time copies.",
        "We saw a rise in excess of 15.",
        "Read the frequently asked questions.",
        "We live it day-to-day.",
        "It came at an early stage of it.",
        "Parliament has select committees.",
        "We require that you sign.",
        "Papers are required to apply.",
        "We saw photos of participating schools.",
        "Some constructs are hard.",
        "We saw the majority of Kent.",
    ] {
        is_left(text);
    }
}

#[test]
fn a_change_fits_the_words_around_it() {
    for (text, new) in [
        ("She commences work.", "She starts work."),
        ("You have been selected.", "You have been chosen."),
        ("We selected you.", "We chose you."),
        ("By utilising it, you help.", "By using it, you help."),
        ("You wish to go.", "You want to go."),
        ("They complied with it.", "They followed it."),
        ("In order to help, we came.", "To help, we came."),
        ("Whilst you wait, sit down.", "While you wait, sit down."),
        ("It is an additional day.", "It is an extra day."),
        ("We will participate in it.", "We will take part in it."),
        ("Tell us of participating in it.", "Tell us of taking part in it."),
        ("Ask questions regarding your home.", "Ask questions about your home."),
        ("You are required to come.", "You have to come."),
        ("You may be required to come.", "You may have to come."),
        ("We meet on a regular basis.", "We meet regularly."),
    ] {
        assert_eq!(changed(text), [new], "{text}");
    }
}

/// The two sentences that a tap makes of one.
fn split(text: &str) -> Option<String> {
    let found = in_text(text).into_iter().filter(|finding| finding.rule == Rule::TwoIdeas);
    let does = found.flat_map(|finding| finding.remedies).map(|remedy| remedy.does).next()?;
    if let Does::Write(new) = does { Some(new) } else { None }
}

#[test]
fn a_sentence_is_cut_where_both_parts_can_stand_alone() {
    for (text, new) in [
        (
            "We read your letter and then write, and we will tell you.",
            "We read your letter and then write. We will tell you.",
        ),
        (
            "Hello. The group meets every week but you can come late. Bye.",
            "Hello. The group meets every week. But you can come late. Bye.",
        ),
        (
            "The bus is late today, so we need another car.",
            "The bus is late today. So we need another car.",
        ),
    ] {
        assert_eq!(split(text).as_deref(), Some(new));
    }
    for whole in [
        "If you come to us and you like it, tell all your friends.",
        "Tell us when you can come and we will meet you there.",
        "We do not know who you are and we will not ask you.",
        "You and I have a new plan for the whole of next year.",
        "Do you go to the club and do you like it there?",
        "We think that it is good and it is cheap for you.",
        "We send the form early so you can read it at home.",
    ] {
        assert_eq!(split(whole), None, "{whole}");
    }
}

#[test]
fn what_stands_around_them_makes_these_changes_wrong() {
    for text in [
        "It came in quite a number of ways.",
        "This is the oldest currently supported version.",
        "Do you currently work?",
        "There are increasingly stricter rules.",
        "Do not write the word \"require\" here.",
    ] {
        is_left(text);
    }
    assert_eq!(changed("We are currently here."), ["We are now here."]);
    assert_eq!(changed("There are a number of ways."), ["There are some ways."]);
}
