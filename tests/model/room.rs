//! Fields are full when a browser takes no more, and answers say so in time.

use ask_together::model::answer::{Answer, LONGEST_OTHER};
use ask_together::model::review::{LONGEST_FIELD, fitting};
use ask_together::model::room::{is_full, length};
use ask_together::model::survey::Kind;

#[test]
fn letters_are_counted_as_browsers_count_them() {
    for (text, long) in [("", 0), ("tea", 3), ("té", 2), ("🍵", 2), ("a\nb", 3)] {
        assert_eq!(length(text), long, "{text:?}");
        assert!(is_full(text, long) && !is_full(text, long + 1), "{text:?}");
    }
}

#[test]
fn an_answer_that_fills_its_field_says_how_much_fits() {
    let text = |length: usize| Answer::Text("a".repeat(length));
    assert_eq!(text(4_999).no_more_than(Kind::LongText), None);
    assert_eq!(text(5_000).no_more_than(Kind::LongText), Some(5_000));
    assert_eq!(text(300).no_more_than(Kind::ShortText), Some(300));
    assert_eq!(text(20).no_more_than(Kind::Number), Some(20));
    let other = |length: usize| Answer::Other { ticked: vec![], words: "a".repeat(length) };
    assert_eq!(other(LONGEST_OTHER - 1).no_more_than(Kind::OneChoice), None);
    assert_eq!(other(LONGEST_OTHER).no_more_than(Kind::ManyChoices), Some(LONGEST_OTHER));
    assert_eq!(Answer::PreferNotToSay.no_more_than(Kind::LongText), None);
}

#[test]
fn what_a_reviewers_field_takes_is_kept_whole() {
    let full = "ก".repeat(LONGEST_FIELD);
    assert!(is_full(&full, LONGEST_FIELD));
    assert_eq!(fitting(full.clone()), full);
}
