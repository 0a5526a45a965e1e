//! Pasted lists: what each line is understood as, and what comes of it in a survey.

use crate::support::Tab;
use ask_together::model::draft::{Act, Change, Problem};
use ask_together::model::paste::{self, Row, Trouble, choices, questions, trouble};
use ask_together::model::survey::Kind;
use proptest::prelude::*;

fn read(text: &str, before: &[Row]) -> Vec<Row> {
    paste::read(text, before).rows
}

/// One line for each row: its kind, its words, its choices.
fn shown(text: &str) -> Vec<String> {
    let row = |row: Row| {
        let other = if row.found.other { ["+other"].as_slice() } else { &[] };
        let choices: Vec<&str> =
            row.found.choices.iter().map(String::as_str).chain(other.iter().copied()).collect();
        format!("{:?}: {} [{}]", row.kind, row.found.text, choices.join(", ")).replace(" []", "")
    };
    read(text, &[]).into_iter().map(row).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn one_question_a_line_is_answered_as_its_words_ask() {
    check(
        "Do you like tea?\n\nIs it warm?\r\nHow many cups do you drink?\nWhen did you last drink tea?\n\
         What is your name?\nWhere do you live?\nWhat would you change?\nTell us about tea.",
        &[
            "YesNo: Do you like tea?",
            "YesNo: Is it warm?",
            "Number: How many cups do you drink?",
            "About: When did you last drink tea?",
            "ShortText: What is your name?",
            "ShortText: Where do you live?",
            "LongText: What would you change?",
            "LongText: Tell us about tea.",
        ],
    );
}

#[test]
fn numbers_in_front_go() {
    for front in ["1. ", "1) ", "(1) ", "Q1 ", "Q1. ", "q1: ", "Question 1: ", "12.\t", "1.2. "] {
        check(&format!("{front}Do you like tea?"), &["YesNo: Do you like tea?"]);
    }
    check("2026 was a good year. Why?", &["LongText: 2026 was a good year. Why?"]);
    check("1", &["LongText: 1"]);
    check("Quiet days", &["LongText: Quiet days"]);
}

#[test]
fn lines_with_a_mark_are_choices() {
    for mark in
        ["- ", "-", "• ", "•", "•\t", "* ", "o ", "o\t", "a) ", "a. ", "(a) ", "☐ ", "[ ] ", "    "]
    {
        check(
            &format!("What do you drink?\n{mark}Tea\n{mark}Water"),
            &["OneChoice: What do you drink? [Tea, Water]"],
        );
    }
    check(
        "What do you drink?\n   1. Tea\n   2. Water",
        &["OneChoice: What do you drink? [Tea, Water]"],
    );
}

#[test]
fn choices_say_how_a_question_is_answered() {
    check("Tea?\n- Yes\n- No", &["YesNo: Tea?"]);
    check("Tea?\n- Yes\n- No\n- Don’t know", &["YesNo: Tea?"]);
    check("Tea?\nYes / No / Not sure", &["YesNo: Tea?"]);
    check("Tea?\n- Yes\n- Sometimes\n- No", &["OneChoice: Tea? [Yes, Sometimes, No]"]);
    check("Tea?\n- Good\n- OK\n- Bad", &["Faces3: Tea?"]);
    check("What? (tick all that apply)\n- A cup\n- A pot", &["ManyChoices: What? [A cup, A pot]"]);
    check("What?\nTick all that apply:\n- A cup\n- A pot", &["ManyChoices: What? [A cup, A pot]"]);
    check("What? [choose any]\n- A cup", &["ManyChoices: What? [A cup]"]);
    check("What? (tick one)\n- A cup\n- A pot", &["OneChoice: What? [A cup, A pot]"]);
    check("What?\n- A cup\n- Other (please say)", &["OneChoice: What? [A cup, +other]"]);
}

#[test]
fn smileys_are_choices_and_boxes_are_not() {
    check("How are you?\n- 😀\n- 👍 Good", &["OneChoice: How are you? [😀, 👍 Good]"]);
    check("Question\tYes\tNo\nDo you go out?\t☐\t☐", &["YesNo: Do you go out?"]);
    check("How old are you? ____", &["Number: How old are you?"]);
}

#[test]
fn a_picture_is_a_choice_with_a_bullet_or_on_a_line_of_its_own() {
    for mark in ["- ", "* ", "•\t", "", "   "] {
        for picture in
            ["☺", "☹", "😐", "👍", "👎🏽", "✅", "❌", "✔", "✘", "⭐", "❤️", "❓", "☀️", "⬆️"]
        {
            check(
                &format!("How was it?\n{mark}{picture}\n{mark}🙂🙂"),
                &[&format!("OneChoice: How was it? [{picture}, 🙂🙂]")],
            );
        }
    }
    check("How was it?\n☺ 😐 ☹", &["OneChoice: How was it? [☺, 😐, ☹]"]);
    check("Did it work?\n👍 / 👎", &["OneChoice: Did it work? [👍, 👎]"]);
    check("Did it work?\t✅\t❌", &["OneChoice: Did it work? [✅, ❌]"]);
    check("Is it good?\n1. ⭐\n2. ⭐⭐", &["OneChoice: Is it good? [⭐, ⭐⭐]"]);
}

#[test]
fn a_picture_with_its_words_is_a_choice() {
    check(
        "How was it?\n🙂 Good\n😐 It was OK\n🙁 Bad",
        &["OneChoice: How was it? [🙂 Good, 😐 It was OK, 🙁 Bad]"],
    );
    let yes_or_no =
        ["✅ Yes\n❌ No", "- ✅ Yes\n- ❌ No", "✔ Yes\n✘ No", "👍 Yes\n👎 No\n❓ Not sure"];
    for choices in yes_or_no {
        check(&format!("Did it work?\n{choices}"), &["YesNo: Did it work?"]);
    }
    check("How was it?\n☐ 🙂 Good\n☐ 🙁 Bad", &["OneChoice: How was it? [🙂 Good, 🙁 Bad]"]);
    check(
        "Is it warm?\n🍎 Do you like apples?",
        &["YesNo: Is it warm?", "YesNo: 🍎 Do you like apples?"],
    );
    check("☐\nIs it warm?\n☐", &["YesNo: Is it warm?"]);
}

#[test]
fn letters_that_were_bullets_in_word_are_no_words() {
    for mark in ["§\t", "Ø\t", "ü\t", "q\t", "►\t", "⦁\t", "→ "] {
        check(
            &format!("What do you drink?\n{mark}Tea\n{mark}Water"),
            &["OneChoice: What do you drink? [Tea, Water]"],
        );
    }
}

#[test]
fn a_list_of_choices_loses_its_marks_and_keeps_its_pictures() {
    let text = "- Tea\n☐ Water\n2. Milk\n• 😀\n✔\n✅ Yes\n☐\n\n18 to 24\nü\tJuice";
    let expected = ["Tea", "Water", "Milk", "😀", "✔", "✅ Yes", "18 to 24", "Juice"];
    assert_eq!(choices(text).texts, expected);
}

#[test]
fn titles_make_sections() {
    check("Your home:\nDo you like it?", &["Section: Your home", "YesNo: Do you like it?"]);
    check("YOUR HOME\nDo you like it?", &["Section: YOUR HOME", "YesNo: Do you like it?"]);
    check("Section 2: Your home", &["Section: Your home"]);
    check("Section 2:\n- Is it warm?", &["Section: Section 2", "YesNo: Is it warm?"]);
    check("Which do you like:\n- Tea\n- Water", &["OneChoice: Which do you like [Tea, Water]"]);
    check(
        "HOME\n- Is it warm?\n- Is it dry?",
        &["Section: HOME", "YesNo: Is it warm?", "YesNo: Is it dry?"],
    );
}

#[test]
fn a_list_of_questions_with_bullets_is_a_list_of_questions() {
    check("• Do you like tea?\n• Where?", &["YesNo: Do you like tea?", "ShortText: Where?"]);
    check("  Do you like tea?\n  Where?", &["YesNo: Do you like tea?", "ShortText: Where?"]);
}

#[test]
fn rows_of_a_table_are_questions_with_choices() {
    check(
        "Do you like tea?\tYes\tNo\nWhat do you drink?\tTea\tWater\t\t\nWhy?\t\t",
        &[
            "YesNo: Do you like tea?",
            "OneChoice: What do you drink? [Tea, Water]",
            "LongText: Why?",
        ],
    );
    check("1\tTea\n2\tWater", &["LongText: Tea", "LongText: Water"]);
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", " \n\t\n", "---", "•\n-\n*", "\u{feff}", "1.", "?"] {
        check(text, &[]);
        assert_eq!(trouble(text, &read(text, &[]), 0), Some(Trouble::Nothing), "{text:?}");
    }
}

#[test]
fn what_is_too_much_is_said() {
    let list = |count: usize| "Why?\n".repeat(count);
    let of = |text: &str, already| trouble(text, &read(text, &[]), already);
    assert_eq!(of(&list(499), 0), None);
    assert_eq!(of(&list(500), 0), Some(Trouble::TooMany(499)));
    assert_eq!(of(&list(10), 490), Some(Trouble::TooMany(9)));
    assert_eq!(of(&format!("Why?\n{}", "x".repeat(10_001)), 0), Some(Trouble::TooLong(2)));
    assert_eq!(of(&format!("Why?\n- {}", "x".repeat(10_001)), 0), Some(Trouble::TooLong(1)));
    assert_eq!(of(&"x".repeat(400_001), 0), Some(Trouble::TooMuch));
}

#[test]
fn reading_on_keeps_what_a_person_chose() {
    let mut rows = read("Why?\nDo you like tea?\nWhy?", &[]);
    rows[1].kind = Kind::Faces3;
    rows[2].wanted = false;
    let rows = read("Where?\nWhy?\nDo you like tea?\nWhy?\nDo you like te", &rows);
    let kinds: Vec<(Kind, bool)> = rows.iter().map(|row| (row.kind, row.wanted)).collect();
    let expected = [
        (Kind::ShortText, true),
        (Kind::LongText, true),
        (Kind::Faces3, true),
        (Kind::LongText, false),
        (Kind::YesNo, true),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn the_rows_come_into_the_survey_as_one_step() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "First");
    tab.adds_question(Some(first), "Last");
    let mut rows =
        read("HOME\nTea?\n- Yes\n- No\nWhat? (tick any)\n- Cup\n- None of these\nWhy?", &[]);
    rows[3].kind = Kind::OneChoice;
    let added = questions(&tab.draft, tab.author, rows, Some(first));
    tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
    assert_eq!(tab.questions(), ["First", "HOME", "Tea?", "What?", "Why?", "Last"]);
    let of = |place: usize| &tab.draft.content().questions[place];
    assert_eq!(
        (of(1).kind, of(2).kind, of(3).kind),
        (Kind::Section, Kind::YesNo, Kind::ManyChoices)
    );
    assert_eq!(of(2).choices.len(), 3);
    assert!(of(3).choices[1].alone && !of(3).choices[0].alone);
    assert_eq!(of(4).choices.len(), 2, "two empty choices");
    let problems = tab.draft.problems();
    let empty = |problem: &&Problem| matches!(problem, Problem::NoChoiceText(..));
    assert_eq!(problems.iter().filter(empty).count(), 2);
    assert!(tab.undoes());
    assert_eq!(tab.questions(), ["First", "Last"]);
}

#[test]
fn five_hundred_questions_keep_their_order() {
    let mut tab = Tab::new(1);
    let first = tab.adds_question(None, "First");
    tab.adds_question(Some(first), "Last");
    let text: String = (0..490).map(|number| format!("Why {number}?\n")).collect();
    let added = questions(&tab.draft, tab.author, read(&text, &[]), Some(first));
    assert!(added.iter().all(|question| question.position.as_bytes().len() < 20));
    tab.does(Act::Do(added.into_iter().map(Change::AddQuestion).collect()));
    let expected = (0..490).map(|number| format!("Why {number}?"));
    let expected: Vec<String> =
        ["First".into()].into_iter().chain(expected).chain(["Last".into()]).collect();
    assert_eq!(tab.questions(), expected);
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "(\\PC|[ \\t\\n().:?/1aoQ•-]){0,200}") {
        let rows = read(&text, &[]);
        prop_assert_eq!(read(&text, &rows), rows.clone());
        let tab = Tab::new(1);
        let added = questions(&tab.draft, tab.author, rows.clone(), None);
        prop_assert_eq!(added.len(), rows.len());
        let texts = rows.iter().flat_map(|row| row.found.choices.iter().chain([&row.found.text]));
        for text in texts {
            prop_assert!(!text.trim().is_empty() && text.trim() == text);
            prop_assert!(!text.contains(char::is_control));
        }
    }
}
