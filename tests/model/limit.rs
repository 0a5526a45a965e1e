//! Limits: what a phone says of them, and in which unit they are read.

use crate::make::question;
use ask_together::model::limit::{Hundredths, Limit, NumberLimits};
use ask_together::model::survey::{Kind, Question};
use ask_together::model::words::Words;

#[test]
fn a_limit_is_read_in_the_unit_of_its_kind() {
    let limited =
        |kind| Question { least: Some(Limit(100)), most: Some(Limit(250)), ..question(1, kind) };
    let numbers = limited(Kind::Number).number_limits();
    let ends = NumberLimits { least: Some(Hundredths(100)), most: Some(Hundredths(250)) };
    assert_eq!(numbers, ends);
    let counts = limited(Kind::ManyChoices).count_limits();
    assert_eq!((counts.least, counts.most), (Some(100), Some(250)));
}

#[test]
fn people_are_told_both_ends() {
    let says = |least: Option<i64>, most: Option<i64>| {
        let (least, most) = (least.map(Limit), most.map(Limit));
        let asked = Question { least, most, ..question(1, Kind::ManyChoices) };
        asked.count_limits().says(&Words::english())
    };
    assert_eq!(says(None, None), "You can pick more than one.");
    assert_eq!(says(Some(2), None), "Pick 2 or more.");
    assert_eq!(says(None, Some(3)), "You can pick up to 3.");
    assert_eq!(says(Some(2), Some(3)), "Pick 2 or more. You can pick up to 3.");
    assert_eq!(says(Some(1), Some(3)), "You can pick up to 3.", "one is picked, or none at all");
}
