//! Fields are full when a browser takes no more, and answers say so in time.

use ask_together::model::answer::{Answer, LONGEST_OTHER};
use ask_together::model::review::{LONGEST_FIELD, fitting};
use ask_together::model::room::{few_left, is_full, length};
use ask_together::model::survey::Kind;

#[test]
fn letters_are_counted_as_browsers_count_them() {
    for (text, long) in [("", 0), ("tea", 3), ("té", 2), ("🍵", 2), ("a\nb", 3)] {
        assert_eq!(length(text), long, "{text:?}");
        assert!(is_full(text, long) && !is_full(text, long + 1), "{text:?}");
    }
}

#[test]
fn the_last_200_letters_are_counted_in_round_numbers() {
    let left = |written: usize, most| few_left(&"a".repeat(written), most);
    for (written, expected) in [
        (0, None),
        (799, None),
        (800, Some(200)),
        (801, Some(150)),
        (950, Some(50)),
        (951, Some(40)),
        (990, Some(10)),
        (991, Some(9)),
        (999, Some(1)),
        (1_000, Some(0)),
        (1_001, Some(0)),
    ] {
        assert_eq!(left(written, 1_000), expected, "{written}");
    }
    assert_eq!((left(0, 20), left(19, 20), left(20, 20)), (None, None, Some(0)), "a short field");
}

#[test]
fn an_answer_says_how_much_more_fits_into_its_field() {
    let text = |length: usize| Answer::Text("a".repeat(length));
    assert_eq!(text(4_799).few_left(Kind::LongText), None);
    assert_eq!(text(4_800).few_left(Kind::LongText), Some((200, 5_000)));
    assert_eq!(text(5_000).few_left(Kind::LongText), Some((0, 5_000)));
    assert_eq!(text(300).few_left(Kind::ShortText), Some((0, 300)));
    assert_eq!(text(19).few_left(Kind::Number), None);
    assert_eq!(text(20).few_left(Kind::Number), Some((0, 20)));
    let other = |length: usize| Answer::Other { ticked: vec![], words: "a".repeat(length) };
    assert_eq!(other(LONGEST_OTHER - 201).few_left(Kind::OneChoice), None);
    assert_eq!(other(LONGEST_OTHER).few_left(Kind::ManyChoices), Some((0, LONGEST_OTHER)));
    assert_eq!(Answer::PreferNotToSay.few_left(Kind::LongText), None);
}

#[test]
fn what_a_reviewers_field_takes_is_kept_whole() {
    let full = "ก".repeat(LONGEST_FIELD);
    assert!(is_full(&full, LONGEST_FIELD));
    assert_eq!(fitting(full.clone()), full);
}
