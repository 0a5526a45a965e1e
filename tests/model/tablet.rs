//! A tablet that goes from hand to hand: its PIN, the time somebody may do nothing, and the batches that leave it.

use crate::samples;
use ask_together::model::seal::SealedResponse;
use ask_together::model::tablet::{
    Between, Idle, MOST, Pin, Receipt, Session, Shut, TRIES, Tried, WAIT, WARNING, batch, idle,
    receipt, receipts_in,
};
use ask_together::model::wire::{Packet, Unreadable};

fn sealed(byte: u8) -> SealedResponse {
    SealedResponse { sealed: vec![byte; 80], ..samples::sealed() }
}

fn session() -> Session {
    Session::new(samples::survey(), Pin::read("1234").unwrap(), 3)
}

/// A session with so many finished answers.
fn with(count: u8) -> Session {
    let mut session = session();
    (0..count).for_each(|byte| session.finish(sealed(byte)));
    session
}

fn text(session: &Session) -> String {
    let sealed: Vec<_> = session.waiting.iter().map(|each| &each.sealed).collect();
    batch("Day out", "https://example.org/", sealed.into_iter())
}

#[test]
fn a_pin_is_four_digits_however_they_are_written() {
    assert_eq!(Pin::read(" 12 34 "), Pin::read("1234"));
    assert!(Pin::read("1234").is_some());
    for bad in ["", "123", "12345", "12a4", "-123", "1.23"] {
        assert_eq!(Pin::read(bad), None, "{bad}");
    }
}

#[test]
fn after_five_wrong_pins_nobody_can_try_for_a_minute() {
    let mut session = session();
    let now = 1_000_000;
    for left in (1..TRIES).rev() {
        assert_eq!(session.try_pin("0000", now), Tried::Wrong(left));
    }
    assert_eq!(session.try_pin("0000", now), Tried::Wait(60));
    assert_eq!(session.try_pin("1234", now + 1_000), Tried::Wait(59), "the right one waits too");
    assert_eq!(session.try_pin("1234", now + WAIT), Tried::Open);
    assert_eq!(session.try_pin("0000", now + WAIT), Tried::Wrong(TRIES - 1), "it counts from new");
}

#[test]
fn what_is_no_pin_is_no_try() {
    let mut session = session();
    for short in ["", "123", "12a4", "12345"] {
        assert_eq!(session.try_pin(short, 0), Tried::NoPin, "{short:?}");
    }
    assert_eq!(session.wrong, 0);
    assert_eq!(session.try_pin("0000", 0), Tried::Wrong(TRIES - 1));
}

#[test]
fn a_right_pin_forgets_the_wrong_ones_before_it() {
    let mut session = session();
    assert_eq!(session.try_pin("0000", 0), Tried::Wrong(4));
    assert_eq!(session.try_pin("1234", 0), Tried::Open);
    assert_eq!(session.try_pin("0000", 0), Tried::Wrong(4));
}

#[test]
fn a_clock_that_was_put_back_closes_nothing_for_a_year() {
    let mut session = Session { closed_until: u64::MAX, ..session() };
    assert_eq!(session.try_pin("1234", 5_000), Tried::Wait(60));
    assert_eq!(session.try_pin("1234", 5_000 + WAIT), Tried::Open);
}

#[test]
fn who_does_nothing_is_warned_for_thirty_seconds() {
    let minutes = 3 * 60_000;
    assert_eq!(idle(0, 3), Idle::No);
    assert_eq!(idle(minutes, 3), Idle::No);
    assert_eq!(idle(minutes + 1_000, 3), Idle::Warn(WARNING));
    assert_eq!(idle(minutes + 30_000, 3), Idle::Warn(1));
    assert_eq!(idle(minutes + 31_000, 3), Idle::Gone);
    assert_eq!(idle(u64::MAX, 3), Idle::Gone, "the tablet slept");
    assert_eq!(idle(60_999, 0), Idle::No, "a time that was never chosen is the shortest");
}

#[test]
fn who_finishes_is_thanked_and_who_leaves_is_kept_as_unfinished() {
    let mut session = session();
    session.begun = Some(sealed(1));
    session.finish(sealed(2));
    assert_eq!((session.between, session.counts()), (Between::Thanks, (1, 0)));
    session.begun = Some(sealed(3));
    session.leave();
    assert_eq!((session.between, session.counts()), (Between::Ready, (1, 1)));
    session.leave();
    assert_eq!(session.counts(), (1, 1), "who said nothing leaves nothing");
    session.begun = Some(sealed(4));
    session.delete();
    session.leave();
    assert_eq!(session.counts(), (1, 1), "what was deleted is gone");
}

#[test]
fn who_begins_is_not_thanked_for_the_answers_of_the_one_before() {
    let mut session = with(1);
    assert_eq!(session.between, Between::Thanks);
    session.begin();
    assert_eq!((session.between, session.counts()), (Between::Ready, (1, 0)));
    // What a tablet that went off had kept of somebody is not lost when the next one begins.
    session.begun = Some(sealed(5));
    session.begin();
    assert_eq!((session.begun.is_none(), session.counts()), (true, (1, 1)));
}

#[test]
fn nobody_begins_after_the_last_day_or_on_a_full_tablet() {
    let mut session = session();
    assert_eq!(session.shut(20_000), None);
    session.survey.closes = Some(20_000);
    assert_eq!(session.shut(20_000), None, "the last day is a day");
    assert_eq!(session.shut(20_001), Some(Shut::Closed));
    session.waiting = vec![session_waiting(); MOST];
    assert_eq!(session.shut(20_000), Some(Shut::Full));
    assert_eq!(session.shut(20_001), Some(Shut::Closed), "collecting would open nothing");
}

#[test]
fn the_wait_after_wrong_pins_counts_down() {
    let session = Session { closed_until: 1_060_000, ..session() };
    let waits =
        [1_000_000, 1_000_001, 1_059_001, 1_060_000, 2_000_000].map(|now| session.waits(now));
    assert_eq!(waits, [60, 60, 1, 0, 0]);
    assert_eq!(session.waits(0), 60, "a clock that was put back");
}

#[test]
fn a_batch_is_forgotten_once_its_receipt_is_typed() {
    let mut session = with(3);
    let [Receipt::Whole(code)] = &receipts_in(&text(&session))[..] else { panic!() };
    session.finish(sealed(9));
    assert_eq!(session.acknowledge("0000-0000"), None);
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    assert_eq!(session.acknowledge(&typed), Some(3));
    assert_eq!(session.waiting.len(), 1, "the answer that came after stays");
    assert_eq!(session.taken, 3);
    assert_eq!(session.acknowledge(code), None, "a receipt is good for one time");
}

#[test]
fn a_receipt_is_the_same_in_whatever_order_answers_are_found() {
    let [a, b] = [sealed(1), sealed(2)];
    assert_eq!(receipt([&a, &b].into_iter()), receipt([&b, &a, &a].into_iter()));
    assert_ne!(receipt([&a].into_iter()), receipt([&a, &b].into_iter()));
}

#[test]
fn a_batch_that_lost_an_answer_on_its_way_gets_no_receipt() {
    let whole = text(&with(3));
    let end = whole.trim_end().rfind('\n').unwrap();
    assert_eq!(receipts_in(&whole[..end]), [Receipt::Part(2, 3)]);
    assert_eq!(receipts_in("Locked answers"), []);
    assert_eq!(receipts_in("ask-tablet.many"), []);
    let two = text(&with(2)) + &text(&with(1));
    assert!(matches!(receipts_in(&two)[..], [Receipt::Whole(_), Receipt::Whole(_)]));
}

#[test]
fn a_session_reads_back_as_it_was() {
    let mut kept = with(2);
    kept.begun = Some(sealed(7));
    kept.leave();
    kept.begun = Some(sealed(8));
    assert_eq!(Session::from_packet(&kept.to_packet()), Ok(kept));
}

#[test]
fn a_session_that_no_release_makes_is_damaged() {
    let damaged = |session: Session| {
        assert_eq!(Session::from_packet(&session.to_packet()), Err(Unreadable::Damaged));
    };
    damaged(Session { minutes: 0, ..session() });
    damaged(Session { minutes: 31, ..session() });
    damaged(Session { wrong: TRIES, ..session() });
    let many = vec![session_waiting(); MOST + 1];
    damaged(Session { waiting: many, ..session() });
}

fn session_waiting() -> ask_together::model::tablet::Waiting {
    let sealed = SealedResponse { sealed: Vec::new(), ..samples::sealed() };
    ask_together::model::tablet::Waiting { sealed, unfinished: false }
}
