//! Pasted lists as they come from Word, mail and web pages: their marks, what belongs together
//! without one, how to answer, and what is left out.

use ask_together::model::paste::{Why, choices, read, with_marks};
use std::time::{Duration, Instant};

/// One line for each row: its kind, its words, its choices.
fn shown(text: &str) -> Vec<String> {
    let rows = read(text, &[]).rows.into_iter().map(|row| row.found);
    let row = rows.map(|found| {
        let other = if found.other { ["+other"].as_slice() } else { &[] };
        let choices = found.choices.iter().map(String::as_str).chain(other.iter().copied());
        let choices = choices.collect::<Vec<_>>().join(", ");
        format!("{:?}: {} [{choices}]", found.kind, found.text).replace(" []", "")
    });
    row.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "{text}");
}

#[track_caller]
fn check_out(text: &str, expected: &[(usize, Why)]) {
    let out = read(text, &[]).out;
    let out: Vec<(usize, Why)> = out.iter().map(|out| (out.line, out.why)).collect();
    assert_eq!(out, expected, "{text}");
}

#[test]
fn every_bullet_of_word_and_the_web_marks_a_choice() {
    let marks = [
        "\u{f0b7}\t",
        "\u{f0d8}\t",
        "\u{f0a8}\t",
        "\u{f0a7} ",
        "§\t",
        "Ø\t",
        "ü\t",
        "q\t",
        "o\t",
        "v\t",
        "n\t",
        "¨\t",
        "► ",
        "⦁\t",
        "◆ ",
        "❖ ",
        "▸ ",
        "» ",
        "– ",
        "○ ",
        "⬜ ",
        "- [ ] ",
        "• a) ",
        "ii) ",
        "a)",
        "B. ",
        "( ) ",
        "→\t",
        "-\t",
    ];
    for mark in marks {
        check(
            &format!("Which fruit?\n{mark}Pear\n{mark}Plum"),
            &["OneChoice: Which fruit? [Pear, Plum]"],
        );
        assert_eq!(choices(&format!("{mark}Pear\n{mark}Plum")).texts, ["Pear", "Plum"], "{mark}");
    }
}

#[test]
fn numbers_go_with_and_without_a_space() {
    let fronts = [
        "1.",
        "2)",
        "1.1 ",
        "Q4 - ",
        "5: ",
        "5:",
        "(3)",
        "Q3.",
        "Question 7 – ",
        "2b) ",
        "Q2b ",
        "3.2.1. ",
        "6.1.2A ",
        "١. ",
        "२) ",
        "4 - ",
        "7]",
        "12\t",
    ];
    for front in fronts {
        check(&format!("{front}Is it far?"), &["YesNo: Is it far?"]);
    }
    check("١. هل هو بعيد؟", &["LongText: هل هو بعيد؟"]);
    for kept in ["1.5 litres", "10:30 in the morning", "0 - 4 years", "2nd of May", "35+"] {
        assert_eq!(choices(kept).texts, [kept]);
    }
}

#[test]
fn short_lines_below_a_question_are_its_choices() {
    check(
        "How old are you?\nUnder 30\n30 to 59\n60 or over\n\nDo you drive?\nYes\nNo",
        &["OneChoice: How old are you? [Under 30, 30 to 59, 60 or over]", "YesNo: Do you drive?"],
    );
    check(
        "Where do you swim?\n\nIn a pool\n\nIn the sea\n\nDo you dive?\n\nYes\n\nNo",
        &["OneChoice: Where do you swim? [In a pool, In the sea]", "YesNo: Do you dive?"],
    );
    check(
        "1. Swimming\nNever\nOften\n2. Running\nNever\nOften",
        &["OneChoice: Swimming [Never, Often]", "OneChoice: Running [Never, Often]"],
    );
    check(
        "How do you pay?\nPlease tick one\nCash\nCARD",
        &["OneChoice: How do you pay? [Cash, CARD]"],
    );
    check("Is it far?\nTell us more", &["YesNo: Is it far?", "LongText: Tell us more"]);
    check("Street\nTown", &["LongText: Street", "LongText: Town"]);
    check(
        "How old are you?\nWhere do you live?",
        &["Number: How old are you?", "ShortText: Where do you live?"],
    );
}

#[test]
fn numbered_lines_below_a_question_are_its_choices() {
    check(
        "Which fruit?\n1. Pear\n2. Plum\nWhich pet?\n1. Dog\n2. Cat",
        &["OneChoice: Which fruit? [Pear, Plum]", "OneChoice: Which pet? [Dog, Cat]"],
    );
    check(
        "3. Which fruit?\n1) Pear\n2) Plum\n99) Other\n4. Which pet?\n1) Dog\n2) Cat",
        &["OneChoice: Which fruit? [Pear, Plum, +other]", "OneChoice: Which pet? [Dog, Cat]"],
    );
    check(
        "1. Is it far?\n1.1 Who drives you?\n1.2 Why",
        &["YesNo: Is it far?", "ShortText: Who drives you?", "LongText: Why"],
    );
    check(
        "1. Is it far?\n2. Your street\n3. Your town",
        &["YesNo: Is it far?", "LongText: Your street", "LongText: Your town"],
    );
}

#[test]
fn signs_and_faces_are_choices() {
    check("How much?\n- %\n- £", &["OneChoice: How much? [%, £]"]);
    check("How was it?\n- :-)\n- :-(", &["OneChoice: How was it? [:-), :-(]"]);
    check("How was it?\n☐ ⭐\n☐ ⭐⭐", &["OneChoice: How was it? [⭐, ⭐⭐]"]);
}

#[test]
fn some_choices_can_stand_in_one_line() {
    check("Do you drive? ☐ Yes ☐ No", &["YesNo: Do you drive?"]);
    check("2. Do you drive? Yes [ ] No [ ]", &["YesNo: Do you drive?"]);
    check("Do you drive? (Yes/No)", &["YesNo: Do you drive?"]);
    check("Your fruit: ○ Pear ○ Plum ○ Fig", &["OneChoice: Your fruit [Pear, Plum, Fig]"]);
    check("Which fruit?\nPear / Plum / Fig", &["OneChoice: Which fruit? [Pear, Plum, Fig]"]);
    check("Which fruit?\n1, Pear | 2, Plum", &["OneChoice: Which fruit? [Pear, Plum]"]);
    check("How far?\n1 2 3 4 5", &["OneChoice: How far? [1, 2, 3, 4, 5]"]);
    check("How far?\n1\t2\t3", &["OneChoice: How far? [1, 2, 3]"]);
    check(
        "How far?\nVery near 1 2 3 Very far",
        &["OneChoice: How far? [1 – Very near, 2, 3 – Very far]"],
    );
    assert_eq!(choices("☐ Pear ☐ Plum").texts, ["Pear", "Plum"]);
}

#[test]
fn remarks_set_the_kind_and_are_no_questions() {
    for remark in
        ["Please tick all that apply", "(Tick any that apply.)", "Circle as many as you like"]
    {
        check(
            &format!("Which fruit?\n{remark}\n- Pear\n- Plum"),
            &["ManyChoices: Which fruit? [Pear, Plum]"],
        );
    }
    for remark in ["Please tick one", "Please circle", "Tick one box only", "(circle your answer)"]
    {
        check(
            &format!("Which fruit? {remark}\n- Pear\n- Plum"),
            &["OneChoice: Which fruit? [Pear, Plum]"],
        );
    }
    check(
        "Which fruit? (please put in order)\n- Pear\n- Plum",
        &["Ranking: Which fruit? [Pear, Plum]"],
    );
    check("Which fruit? (optional)", &["ShortText: Which fruit?"]);
    check(
        "Select all the towns where you lived",
        &["LongText: Select all the towns where you lived"],
    );
}

#[test]
fn other_is_a_tick_and_lines_are_for_writing() {
    for other in
        ["Other (please say) ____", "Other, please specify:", "Other: .......", "Something else"]
    {
        check(
            &format!("Which fruit?\n☐ Pear\n☐ {other}"),
            &["OneChoice: Which fruit? [Pear, +other]"],
        );
    }
    check("Which fruit?\n- Other fruit\n- Pear", &["OneChoice: Which fruit? [Other fruit, Pear]"]);
    check("Your street: ________", &["ShortText: Your street"]);
    check("Do you have a wish?\n______\n______", &["LongText: Do you have a wish?"]);
    check("Street ______ Town ______", &["ShortText: Street", "ShortText: Town"]);
    check("When did you come? __/__/____", &["Date: When did you come?"]);
    check("First day (DD/MM/YYYY)", &["Date: First day"]);
    assert_eq!(
        choices("Pear\nOther (please say) ___").other.as_deref(),
        Some("Other (please say)")
    );
}

#[test]
fn the_head_of_a_table_of_boxes_gives_the_choices_of_its_rows() {
    for head in ["\tYes\tNo", "Question\tYes\tNo", "\tYes\tNo\tComments"] {
        for cells in ["\t☐\t☐", "\t\t", "\t[ ]\t[ ]"] {
            check(
                &format!("{head}\nIs it far?{cells}\n2. Swimming{cells}\n"),
                &["YesNo: Is it far?", "YesNo: Swimming"],
            );
        }
    }
    check(
        "How often do you go?\tNever\tOften\nShops\t○\t○\nPark\t○\t○",
        &[
            "Section: How often do you go?",
            "OneChoice: Shops [Never, Often]",
            "OneChoice: Park [Never, Often]",
        ],
    );
    check(
        "Question\tFirst\tSecond\nWhich fruit?\tPear\tPlum",
        &["OneChoice: Which fruit? [Pear, Plum]"],
    );
    check_out("Question\tFirst\tSecond\nWhich fruit?\tPear\tPlum", &[(1, Why::Columns)]);
}

#[test]
fn every_line_that_is_left_out_is_told() {
    let text = "Page 1 of 2\nPlease tick one box for each\n-----\nWhich fruit? (optional)\n- Pear\n- Plum\n______\n☐";
    check_out(
        text,
        &[
            (1, Why::Page),
            (2, Why::How),
            (3, Why::NoWords),
            (4, Why::Optional),
            (7, Why::Line),
            (8, Why::NoWords),
        ],
    );
    let many = format!("Which?\n{}", "- Pear\n".repeat(203));
    assert_eq!(read(&many, &[]).out.len(), 3);
    assert_eq!(read(&many, &[]).rows[0].found.choices.len(), 200);
    let out: Vec<Why> = choices("Tick one\nPear\n---").out.iter().map(|out| out.why).collect();
    assert_eq!(out, [Why::How, Why::NoWords]);
}

#[test]
fn a_text_to_read_is_no_question() {
    check(
        "Thank you for your time. We want to know how the garden can be better for all who come here.",
        &[
            "Information: Thank you for your time. We want to know how the garden can be better for all who come here.",
        ],
    );
}

#[track_caller]
fn check_page(html: &str, expected: &[&str]) {
    let text = with_marks(html).expect("it has a list");
    assert_eq!(shown(&text), expected, "{text}");
}

#[test]
fn lists_of_a_page_keep_their_marks() {
    check_page(
        "<h2>Your day</h2><ol start=4><li>Is it far?<ul><li>Yes</li><li>No</li></ul></li><li><p>Which fruit?</p>\
         <ol><li>Pear &amp; fig<li>Plum</ol></li></ol>",
        &["Section: Your day", "YesNo: Is it far?", "OneChoice: Which fruit? [Pear & fig, Plum]"],
    );
    check_page(
        "<table><tr><th></th><th>Yes</th><th>No</th></tr><tr><td><p>Is it\nfar?</p></td><td>&#9744;</td><td></td></tr></table>",
        &["YesNo: Is it far?"],
    );
    check_page(
        "<p>Which fruit?</p><label><input type=\"radio\"> Pear</label><br><label><input type='radio'> Plum</label>",
        &["OneChoice: Which fruit? [Pear, Plum]"],
    );
    // As Word writes it, with its own bullets in a paragraph.
    check_page(
        "<style>p {}</style><p class=MsoNormal>Which fruit?</p><p style='mso-list:l0 level2 lfo1'><![if !supportLists]>\
         <span>o<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Pear<o:p></o:p></p>\
         <p style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span>\u{f0b7}<span>&nbsp;&nbsp; </span></span>\
         <!--[endif]-->Plum</p>",
        &["OneChoice: Which fruit? [Pear, Plum]"],
    );
    assert_eq!(with_marks("<p>Is it <b>far</b>?</p>"), None);
}

#[test]
fn a_broken_or_hostile_page_is_read_in_no_time() {
    let started = Instant::now();
    for piece in
        ["<", "<!--", "<li", "<li>", "<ol><li>", "&", "&#", "<td>", "<script>", "<p style='"]
    {
        let _ = with_marks(&piece.repeat(100_000));
    }
    assert_eq!(with_marks("<li>Pear<script>alert(1)</script><b"), Some("• Pear<b\n".into()));
    let lists = [
        "Pear?\n",
        "1. Pear\n",
        "- Pear\n",
        "Pear\n",
        "Never\n",
        "\tPear\tPlum\n",
        "☐ ",
        "____",
        "(",
        "?",
    ];
    for piece in lists {
        let _ = read(&piece.repeat(390_000 / piece.len()), &[]);
        let _ = choices(&piece.repeat(390_000 / piece.len()));
    }
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}
