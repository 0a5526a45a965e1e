//! The inbox: every sealed response counts once.

use crate::samples;
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::{Arrival, By, Received, take_in};
use ask_together::model::response::Response;
use ask_together::model::seal::{SealedResponse, key_pair, seal};
use ask_together::model::wire::{Packet, Unreadable};

fn sealed(response: &Response) -> SealedResponse {
    sealed_bytes(&response.to_plain())
}

fn sealed_bytes(plain: &[u8]) -> SealedResponse {
    seal(plain, &samples::survey(), [3; 32]).expect("a sound key")
}

fn revision(revision: u32) -> Response {
    Response { revision, ..samples::response() }
}

/// Takes the response in while the inbox holds another one at time 1.
fn check(arriving: &SealedResponse, held: Option<Response>, expected: Arrival) {
    let held = held.map(|response| Received { at: 1, by: By::Pasted, response });
    let find = |id: ResponseId| held.filter(|held| held.response.id == id);
    assert_eq!(take_in(arriving, &samples::keys().0, (5, By::Link), find), expected);
}

#[test]
fn the_first_is_new() {
    let response = revision(1);
    check(&sealed(&response), None, Arrival::New(Received { at: 5, by: By::Link, response }));
}

#[test]
fn another_person_is_new() {
    let other = Response { id: ResponseId(7), ..revision(9) };
    let response = revision(1);
    check(
        &sealed(&response),
        Some(other),
        Arrival::New(Received { at: 5, by: By::Link, response }),
    );
}

#[test]
fn the_same_again_was_seen_before() {
    check(&sealed(&revision(2)), Some(revision(2)), Arrival::SeenBefore);
}

#[test]
fn a_later_one_of_the_same_person_replaces_the_earlier() {
    let response = revision(3);
    check(
        &sealed(&response),
        Some(revision(2)),
        Arrival::Newer(Received { at: 5, by: By::Link, response }),
    );
}

#[test]
fn an_earlier_one_that_comes_late_was_seen_before() {
    check(&sealed(&revision(1)), Some(revision(2)), Arrival::SeenBefore);
}

#[test]
fn another_survey_key_cannot_open_it() {
    let (other, _) = key_pair(&[1; 32]);
    let held = |_| -> Option<Received> { panic!("nothing was opened, so nothing is looked up") };
    assert_eq!(take_in(&samples::sealed(), &other, (5, By::Link), held), Arrival::WrongKey);
}

#[test]
fn garbage_inside() {
    for plain in [&b""[..], b"garbage", &samples::survey().to_packet()] {
        check(&sealed_bytes(plain), None, Arrival::Unreadable(Unreadable::Damaged));
    }
}

#[test]
fn a_newer_response_inside() {
    let newer = crate::attacks_on_packets::packet("response", 2, b"anything");
    check(&sealed_bytes(&newer), None, Arrival::Unreadable(Unreadable::Newer));
}

#[test]
fn the_golden_link_arrives() {
    check(
        &samples::sealed(),
        None,
        Arrival::New(Received { at: 5, by: By::Link, response: samples::response() }),
    );
}
