//! What is suggested to be struck out of an answer, and what is not.

use ask_together::model::written::names;

fn check(text: &str, expected: &[&str]) {
    assert_eq!(names(text), expected, "{text:?}");
}

#[test]
fn names_with_a_capital_letter_are_suggested() {
    check("I like it when Anna comes.", &["Anna"]);
    check("I went with Anna Smith and Bo.", &["Anna Smith", "Bo"]);
    check("Gwenllian helps me. She is kind.", &["Gwenllian"]);
    check("Staff are nice. Anna’s the best, and anna knows.", &["Anna"]);
    check("We talked to Rose in the garden.", &["Rose"]);
    check("We go to Llangefni on Fridays.", &["Llangefni"]);
    check("It was Siân O'Brien-Jones", &["Siân O'Brien-Jones"]);
}

#[test]
fn names_after_a_title_or_a_relation_are_suggested_in_small_letters_too() {
    check("mr jones said so", &["jones"]);
    check("I asked Mrs. Brown about it.", &["Brown"]);
    check("my friend gwenda comes", &["gwenda"]);
    check("My support worker gwenda is nice", &["gwenda"]);
    check("my name is gwenda", &["gwenda"]);
    check("a man called gwilym", &["gwilym"]);
    check("Dr Patel and nurse Okafor", &["Patel", "Okafor"]);
}

#[test]
fn ways_to_reach_somebody_are_suggested() {
    check("Write to anna.b@example.org, please.", &["anna.b@example.org"]);
    check("I am @annab on there", &["@annab"]);
    check("Ring me: 01632 960 123.", &["01632 960 123"]);
    check("or +44 (0)1632 960123", &["+44 (0)1632 960123"]);
    check("I live at ll77 7ee now", &["ll77 7ee"]);
    check("SW1A 1AA", &["SW1A 1AA"]);
    check("see www.example.org/anna", &["www.example.org/anna"]);
}

#[test]
fn ordinary_words_are_not() {
    for text in [
        "",
        " \n",
        "I like the food. It is good.",
        "We go out on Monday. I have been here since March 2019.",
        "She comes on Mondays and Fridays.",
        "On 03/11/2026 I was ill.",
        "I pay £12.50 for 10 days.",
        "The NHS and my GP help me. I'm OK.",
        "my friend and my mum",
        "my mum is nice",
        "I miss my home",
        "I dont like it. Its bad.",
        "• More tea\n• Less noise",
        "3 of 5 or 10 to 20",
    ] {
        check(text, &[]);
    }
}

#[test]
fn who_shouts_or_gives_each_word_a_capital_letter_is_not_all_names() {
    check("I LIKE THE FOOD HERE", &[]);
    check("I LIKE GWENLLIAN", &["GWENLLIAN"]);
    check("I Like The Food And The Garden With Gwenllian", &["Gwenllian"]);
}

#[test]
fn what_is_suggested_stands_in_the_text() {
    let text = "Anna, “Bo” (Éva) and É’s — ’s -- @ a@ @@ +++ 000000000000000000 ('Siôn')";
    for name in names(text) {
        assert!(text.contains(&name) && !name.is_empty(), "{name:?}");
    }
    let many = "Gwen1lian Anna. ".repeat(1000);
    assert!(names(&many).len() < 31);
}
