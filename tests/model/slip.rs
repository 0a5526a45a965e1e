//! Which press is a slip, with given times and places.

use ask_together::model::slip::{Way, is_slip};

/// A second press on the same button, 200 milliseconds after the first, and as far from it as fingers
/// shake.
const TWICE: Way = Way { since: 200.0, apart: 6.0, is_same: true, has_moved: false };
/// The same after the first has brought another page, with another button there.
const ON_NEXT_PAGE: Way = Way { is_same: false, has_moved: true, ..TWICE };
/// Two choices of one question, one after the other.
const TWO_CHOICES: Way = Way { apart: 64.0, is_same: false, ..TWICE };

#[test]
fn a_second_press_on_the_same_control_within_half_a_second_is_a_slip() {
    assert!(is_slip(TWICE));
    assert!(is_slip(Way { since: 499.0, ..TWICE }));
}

#[test]
fn a_second_press_at_the_same_place_after_the_page_has_changed_is_a_slip() {
    assert!(is_slip(ON_NEXT_PAGE));
    assert!(is_slip(Way { apart: 0.0, ..ON_NEXT_PAGE }));
}

#[test]
fn whoever_waits_for_half_a_second_means_it() {
    assert!(!is_slip(Way { since: 500.0, ..TWICE }));
    assert!(!is_slip(Way { since: 500.0, ..ON_NEXT_PAGE }));
}

#[test]
fn whoever_is_quick_on_two_controls_means_both() {
    assert!(!is_slip(TWO_CHOICES));
    // However close they stand, such as near the edge between them.
    assert!(!is_slip(Way { since: 20.0, apart: 3.0, ..TWO_CHOICES }));
}

#[test]
fn whoever_is_quick_on_a_new_page_means_what_is_elsewhere_on_it() {
    assert!(!is_slip(Way { apart: 48.0, ..ON_NEXT_PAGE }));
}

#[test]
fn a_key_is_never_near_to_a_finger() {
    assert!(!is_slip(Way { apart: f32::INFINITY, ..ON_NEXT_PAGE }));
    assert!(is_slip(Way { apart: f32::INFINITY, ..TWICE }));
}
