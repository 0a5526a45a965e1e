//! Practice: that each fault is there, that our advice agrees with what is called better, and how a turn is scored.

use crate::guides::against;
use ask_together::model::easy_read::Severity;
use ask_together::model::practice::{
    Fault, Item, LEVELS, Level, Score, Scores, Stage, Turn, Unreadable, Verdict, judge, level,
    read_turn, write_turn,
};

const PICTURES: &str = include_str!("../../src/model/pictures.txt");

fn levels() -> Vec<Level> {
    (1..=LEVELS).map(|number| level(number).expect("a level")).collect()
}

fn items() -> Vec<Item> {
    levels().into_iter().flat_map(|level| level.items).collect()
}

#[test]
fn there_are_three_levels_of_six_and_one_item_of_each_is_fine() {
    assert_eq!(LEVELS, 3);
    assert_eq!((level(0), level(4)), (None, None));
    for level in levels() {
        assert_eq!((level.items.len(), level.faults()), (6, 5), "{}", level.name);
        let code = |line: &str| line.split(' ').next() == Some(level.picture);
        assert!(PICTURES.lines().any(code), "{}", level.picture);
        let fine: Vec<_> = level.items.iter().filter(|item| item.fault == Fault::None).collect();
        assert_eq!(fine.len(), 1);
    }
}

#[test]
fn our_advice_finds_each_planted_fault_and_none_in_what_is_fine() {
    for item in items() {
        let found = item.findings();
        let hard: Vec<_> =
            found.iter().filter(|f| f.severity > Severity::Note).map(|f| f.rule).collect();
        match &item.fault {
            Fault::Found { rule, .. } => {
                assert!(found.iter().any(|f| f.rule == *rule), "{}: {found:?}", item.text);
            }
            Fault::None | Fault::Seen { .. } => assert!(hard.is_empty(), "{}: {hard:?}", item.text),
        }
    }
}

#[test]
fn what_is_called_better_is_fixed_and_what_was_there_is_not() {
    for item in items() {
        let Fault::Found { better, .. } = &item.fault else { continue };
        let now = if item.fixes_choices() { item.choices.join("\n") } else { item.text.to_owned() };
        assert!(matches!(judge(&item, &now), Verdict::Hard(_)), "{}", item.text);
        let better = better.join("\n");
        assert_eq!(judge(&item, &better), Verdict::Fixed, "{better}");
    }
}

#[test]
fn words_that_say_nothing_or_something_else_fix_nothing() {
    let item = items().into_iter().find(|item| item.text.contains("sufficient")).expect("it");
    assert_eq!(judge(&item, " \n "), Verdict::NoWords);
    assert_eq!(judge(&item, &"time ".repeat(300)), Verdict::NoWords);
    assert_eq!(judge(&item, "time"), Verdict::OtherMeaning);
    assert_eq!(judge(&item, "Do you like tea?"), Verdict::OtherMeaning);
    let item = items().into_iter().find(|item| item.text.contains("music")).expect("it");
    assert_eq!(judge(&item, "Good"), Verdict::TooFewChoices);
    assert_eq!(judge(&item, "\n Good \n\n"), Verdict::TooFewChoices);
}

#[test]
fn nonsense_and_what_is_no_question_fix_nothing() {
    let named = |part: &str| items().into_iter().find(|item| item.text.contains(part)).expect("it");
    let check = |part: &str, written: &str, expected: Verdict| {
        assert_eq!(judge(&named(part), written), expected, "{written}");
    };
    check("friendly", "The staff are friendly.", Verdict::NoQuestion);
    check("friendly", "Staff friendly friendly?", Verdict::OtherMeaning);
    check("friendly", "Are the staff friendly?", Verdict::Fixed);
    check("friendly", "Do you like the staff?", Verdict::Fixed);
    check("friendly", "Tell us if the staff are kind.", Verdict::Fixed);
    check("friendly", "Are the staff here?", Verdict::OtherMeaning);
    check("hot and cheap", "Is the food here?", Verdict::OtherMeaning);
    check("hot and cheap", "Food hot cheap?", Verdict::NoQuestion);
    check("last 5 years", "How often did you come?", Verdict::OtherMeaning);
    check("garden group", "The garden group likes you.", Verdict::Fixed);
    check("garden group", "Garden garden garden.", Verdict::OtherMeaning);
    check("each week", "1\n2", Verdict::OtherMeaning);
    check("each week", "1\n2\n3 or more\nI am not sure", Verdict::Fixed);
    check("How old", "18 to 30\n31 to 50", Verdict::OtherMeaning);
    let ages = "18 to 29\n30 to 49\nOver 50\nI prefer not to say";
    check("How old", &ages.replace("Over 50", "50 or older"), Verdict::Fixed);
    check("How old", "Young\nOld", Verdict::OtherMeaning);
    check("music", "Good\nNice", Verdict::OtherMeaning);
    check("music", "Good\nOK\nNot good\nI am not sure", Verdict::Fixed);
    // Letters that were typed anyhow are words that nobody knows.
    for (part, written) in [
        ("friendly", "Are the staff friendly asdf?"),
        ("each week", "1\nasdf\n3"),
        ("Sunday", "I go out\nqwer zxcv"),
        ("garden group", "We like the garden asdf jklm."),
    ] {
        assert!(matches!(judge(&named(part), written), Verdict::Hard(_)), "{written}");
    }
}

#[test]
fn a_go_that_is_kept_goes_on_where_it_was() {
    let level = level(1).expect("level 1");
    let mut turn = Turn::begin();
    let back = |turn: &Turn, written: &str| {
        read_turn(1, &level, &write_turn(1, turn, written)).expect("it reads")
    };
    assert_eq!(back(&turn, ""), (turn.clone(), String::new()));
    turn.guess(&level, right(&level.items[0]));
    turn.show();
    assert_eq!(back(&turn, "One\nTwo"), (turn.clone(), "One\nTwo".to_owned()));
    turn.write(&level, "We want to know what you like about the garden.");
    assert_eq!(back(&turn, "x").0, turn);
    turn.go_on(&level);
    assert_eq!(back(&turn, "").0, turn);
    // Another level, a go that is over, and what is no go begin anew.
    assert_eq!(read_turn(2, &level, &write_turn(1, &turn, "")), None);
    turn.stage = Stage::Finished;
    assert_eq!(read_turn(1, &level, &write_turn(1, &turn, "")), None);
    for bad in [
        "",
        "1",
        "2 1 0 0 0 0 0 0\n",
        "1 1 9 0 0 0 0 0\n",
        "1 1 0 7 0 0 0 0\n",
        "1 1 0 0 0 0 9 0\n",
    ] {
        assert_eq!(read_turn(1, &level, bad), None, "{bad:?}");
    }
}

#[test]
fn one_offer_is_right_and_none_comes_twice() {
    let mut places = Vec::new();
    for item in items() {
        let offers = item.offers();
        assert_eq!(offers.iter().filter(|(_, is_right)| *is_right).count(), 1, "{}", item.text);
        for (place, (words, is_right)) in offers.iter().enumerate() {
            assert!(offers.iter().filter(|(other, _)| other == words).count() == 1, "{words}");
            places.extend(is_right.then_some(place));
        }
        if let Fault::Seen { ways, .. } = &item.fault {
            assert_eq!(ways.iter().filter(|way| way.is_right).count(), 1, "{}", item.text);
            assert!(ways.len() >= 3);
        }
    }
    places.sort_unstable();
    places.dedup();
    assert!(places.len() >= 3, "the right one is not always in the same place: {places:?}");
}

#[test]
fn our_own_advice_has_nothing_against_what_practice_says() {
    let mut found = Vec::new();
    for level in levels() {
        for text in [level.name, level.about, level.survey] {
            found.extend(against(level.name, text));
        }
        for item in &level.items {
            if let Fault::Seen { what, why, ways } = &item.fault {
                let right = ways.iter().find(|way| way.is_right).expect("one");
                for text in [what, why, &right.words] {
                    found.extend(against(item.text, text));
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn right(item: &Item) -> usize {
    item.offers().iter().position(|(_, is_right)| *is_right).expect("one is")
}

#[test]
fn whoever_finds_and_fixes_all_has_all() {
    for level in levels() {
        let mut turn = Turn::begin();
        for item in &level.items {
            turn.guess(&level, right(item));
            match &item.fault {
                Fault::None => {}
                Fault::Found { better, .. } => turn.write(&level, &better.join("\n")),
                Fault::Seen { ways, .. } => {
                    let place = ways.iter().position(|way| way.is_right).expect("one");
                    assert!(turn.pick(&level, place));
                }
            }
            assert_eq!(turn.stage, Stage::Settled { was_right: true });
            turn.go_on(&level);
        }
        assert_eq!(turn.stage, Stage::Finished);
        assert_eq!(turn.score, Score { found: 6, fixed: level.faults() });
    }
}

#[test]
fn what_is_shown_is_not_counted_as_fixed_and_nothing_counts_twice() {
    let level = level(1).expect("level 1");
    let mut turn = Turn::begin();
    turn.go_on(&level);
    assert_eq!(turn, Turn::begin(), "nobody passes an item that they have not looked at");
    turn.guess(&level, 99);
    assert_eq!(turn, Turn::begin());
    let wrong = (right(&level.items[0]) + 1) % 2;
    turn.guess(&level, wrong);
    turn.guess(&level, right(&level.items[0]));
    assert_eq!(turn.score.found, 0);
    turn.write(&level, "");
    let Stage::Fixing { verdict, .. } = &turn.stage else { panic!("{:?}", turn.stage) };
    assert_eq!(*verdict, Some(Verdict::NoWords));
    turn.show();
    turn.write(&level, "We want to know what you like about the garden.");
    assert_eq!(turn.stage, Stage::Settled { was_right: false });
    assert_eq!(turn.score, Score::default());
    // From one that is not fixed, people go on too.
    turn.go_on(&level);
    turn.guess(&level, right(&level.items[1]));
    turn.go_on(&level);
    assert_eq!((turn.at, &turn.stage), (2, &Stage::Looking));
    assert_eq!(turn.score, Score { found: 1, fixed: 0 });
}

#[test]
fn trying_all_ways_in_turn_is_not_counted() {
    let level = level(3).expect("level 3");
    let mut turn = Turn::begin();
    turn.guess(&level, right(&level.items[0]));
    let tries: Vec<bool> = (0..3).map(|place| turn.pick(&level, place)).collect();
    assert_eq!(tries.iter().filter(|is_right| **is_right).count(), 1);
    assert_eq!(turn.score, Score { found: 1, fixed: 0 });
}

#[test]
fn scores_come_back_as_they_were_the_first_time_and_the_last() {
    let mut scores = Scores::default();
    assert!(scores.is_empty());
    scores.note(1, Score { found: 3, fixed: 2 });
    scores.note(1, Score { found: 6, fixed: 5 });
    scores.note(3, Score { found: 4, fixed: 4 });
    assert_eq!(scores.write(), "1 1 3 2 6 5 2 3 4 4 4 4 1");
    assert_eq!(Scores::read(&scores.write()).as_ref(), Ok(&scores));
    let one = scores.of(1).expect("level 1");
    assert_eq!((one.first.found, one.last.found, one.times), (3, 6, 2));
    assert_eq!(scores.of(2), None);
    assert_eq!(Scores::read("1"), Ok(Scores::default()));
}

#[test]
fn scores_that_are_none_are_unreadable_and_not_empty() {
    let bad = [
        "",
        "2",
        "2 1 3 2 6 5 2",
        "1 ",
        "1 1",
        "1 1 3 2 6 5",
        "1 0 3 2 6 5 2",
        "1 9 3 2 6 5 2",
        "1 1 300 2 6 5 2",
        "1 1 3 2 6 5 0",
        "1 1 3 2 6 5 2 1 3 2 6 5 2",
        "one",
        "1 1 -3 2 6 5 2",
        "1 1 3 2 6 5 99999999999",
    ];
    for text in bad {
        assert_eq!(Scores::read(text), Err(Unreadable), "{text:?}");
    }
}
