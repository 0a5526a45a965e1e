//! A reviewer comes back to the page where they were; the next person sees nothing of it.

use ask_together::model::review::Visit;

/// Nobody was here before.
const FIRST: Visit = Visit { step: None, kept: 0, is_over: false, is_somebody: false };
/// Somebody was, and stopped at page 3.
const BACK: Visit = Visit { kept: 3, is_somebody: true, ..FIRST };
/// They sent their notes, and their last page is 9.
const SENT: Visit = Visit { kept: 9, is_over: true, ..BACK };

#[test]
fn a_new_person_begins_at_the_first_page_and_is_asked_nothing() {
    assert!(!FIRST.asks_who() && FIRST.is_begun());
    assert_eq!(FIRST.page(), 0);
    assert_eq!(Visit { kept: 3, ..FIRST }.page(), 0, "what is kept is nobody's");
}

#[test]
fn who_opens_the_link_again_says_who_they_are_and_goes_on_where_they_were() {
    assert!(BACK.asks_who() && !BACK.is_begun());
    assert_eq!(BACK.page(), 3);
}

#[test]
fn who_loads_the_page_anew_goes_on_without_a_question() {
    let again = Visit { step: Some(2), ..BACK };
    assert!(!again.asks_who() && again.is_begun());
    assert_eq!(again.page(), 2);
}

#[test]
fn after_sending_a_page_that_is_loaded_anew_asks_too() {
    assert!(SENT.asks_who());
    let again = Visit { step: Some(9), ..SENT };
    assert!(again.asks_who() && again.is_begun());
    assert_eq!(again.page(), 9);
}
