//! Looking for a survey among many, and sorting them.

use ask_together::model::shelf::{Kept, Order, arranged};

const ALL: [Kept; 3] = [
    Kept { title: "Your support", changed_at: 5, responses: 2 },
    Kept { title: "a day centre", changed_at: 9, responses: 0 },
    Kept { title: "Your day", changed_at: 7, responses: 8 },
];

#[test]
fn surveys_are_sorted_by_change_by_title_and_by_answers() {
    assert_eq!(arranged(&ALL, "", Order::Changed), [1, 2, 0]);
    assert_eq!(arranged(&ALL, "", Order::Title), [1, 2, 0]);
    assert_eq!(arranged(&ALL, "", Order::Answers), [2, 0, 1]);
}

#[test]
fn a_survey_is_found_by_any_words_of_its_title_in_any_order() {
    assert_eq!(arranged(&ALL, "  DAY ", Order::Changed), [1, 2]);
    assert_eq!(arranged(&ALL, "day your", Order::Changed), [2]);
    assert!(arranged(&ALL, "tea", Order::Changed).is_empty());
}
