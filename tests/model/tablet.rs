//! A tablet that goes from hand to hand: its PIN, the time somebody may do nothing, and the batches that leave it.

use crate::samples;
use crate::support::SURVEY;
use ask_together::model::seal::SealedResponse;
use ask_together::model::tablet::{
    Between, Idle, Issued, MOST, MOST_ISSUED, Pin, Receipt, Receipts, Session, Shut, TRIES, Tried,
    WAIT, WARNING, batch, batches_in, idle, receipt,
};
use ask_together::model::wire::{Backup, Packet, Unreadable};

fn sealed(byte: u8) -> SealedResponse {
    SealedResponse { sealed: vec![byte; 80], ..samples::sealed() }
}

fn session() -> Session {
    Session::new(samples::survey(), Pin::read("1234").unwrap(), 3)
}

/// A session with so many finished answers.
fn with(count: u8) -> Session {
    let mut session = session();
    (0..count).for_each(|byte| session.finish(sealed(byte), None));
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
    session.finish(sealed(2), None);
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
    let [batch] = &batches_in(&text(&session))[..] else { panic!() };
    let Receipt::Whole(code) = &batch.receipt(&[]) else { panic!() };
    session.finish(sealed(9), None);
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
    let receipts = |text: &str| -> Vec<Receipt> {
        batches_in(text).iter().map(|batch| batch.receipt(&[])).collect()
    };
    assert_eq!(receipts(&whole[..end]), [Receipt::Part(2, 3)]);
    assert_eq!(receipts("Locked answers"), []);
    assert_eq!(receipts("ask-tablet.many"), []);
    let two = text(&with(2)) + &text(&with(1));
    assert!(matches!(receipts(&two)[..], [Receipt::Whole(_), Receipt::Whole(_)]));
}

#[test]
fn a_tablet_keeps_a_batch_of_which_an_answer_was_not_taken_in_and_no_other() {
    let (one, other) = (with(2), Session { waiting: vec![], ..session() });
    let [batch] = &batches_in(&text(&one))[..] else { panic!() };
    let left = [one.waiting[1].sealed.clone()];
    assert_eq!(batch.receipt(&left), Receipt::NotIn(1));
    // What was wrong with anything else changes nothing.
    assert!(matches!(batch.receipt(&[sealed(77)]), Receipt::Whole(_)));
    assert_eq!(batches_in(&text(&other)).len(), 1, "an empty one is one too");
}

fn issued(code: &str, at: u64) -> Issued {
    Issued { code: code.to_owned(), answers: 3, at }
}

#[test]
fn receipts_are_kept_in_the_order_they_were_given_and_each_once() {
    let mut receipts = Receipts::new(SURVEY);
    for one in [issued("B", 2), issued("A", 1), issued("B", 9)] {
        receipts.note(one);
    }
    assert_eq!(receipts.all, [issued("A", 1), issued("B", 2)]);
    let mut other = Receipts::new(SURVEY);
    other.note(issued("C", 0));
    other.note(issued("A", 5));
    receipts.merge(other);
    assert_eq!(receipts.all, [issued("C", 0), issued("A", 1), issued("B", 2)]);
    let kept = Issued::read(&issued("C", 7).write());
    assert_eq!(kept, Some(issued("", 7)), "its record is named by its code");
    for bad in ["", "7", "x 7", "7 x", "1 2 3"] {
        assert_eq!(Issued::read(bad), None, "{bad}");
    }
    for number in 0..MOST_ISSUED as u64 {
        receipts.note(issued(&number.to_string(), 10 + number));
    }
    assert_eq!(receipts.all.len(), MOST_ISSUED);
    assert_eq!(receipts.all[0], issued("0", 10), "the oldest went");
    assert_eq!(Receipts::from_packet(&receipts.to_packet()), Ok(receipts));
}

#[test]
fn a_backup_has_the_receipts_and_one_without_is_as_before() {
    let mut receipts = Receipts::new(SURVEY);
    receipts.note(issued("1A2B-3C4D", 7));
    let backup = Backup { receipts: vec![receipts], ..samples::backup() };
    assert!(Backup::from_json(&backup.to_json()) == Ok(backup));
    assert!(!samples::backup().to_json().contains("receipts"));
    let long = Receipts { survey: SURVEY, all: vec![issued(&"x".repeat(50), 1)] };
    assert_eq!(Receipts::from_packet(&long.to_packet()), Err(Unreadable::Damaged));
}

#[test]
fn a_session_reads_back_as_it_was() {
    let mut kept = with(2);
    kept.begun = Some(sealed(7));
    kept.leave();
    kept.begun = Some(sealed(8));
    assert_eq!(Session::from_packet(&kept.to_packet()), Ok(kept));
}

/// Five people, each with a set that is kept apart. The bytes of those go down while people come.
fn with_apart() -> Session {
    let mut session = session();
    for byte in 0..5 {
        session.keep_begun(Some((sealed(byte), Some(sealed(90 - byte)))));
        match byte {
            3 => session.leave(),
            byte => session.finish(sealed(byte), Some(sealed(90 - byte))),
        }
    }
    session
}

#[test]
fn sets_that_are_kept_apart_wait_in_an_order_that_tells_nothing() {
    let session = with_apart();
    let first = |all: &[&SealedResponse]| all.iter().map(|one| one.sealed[0]).collect::<Vec<_>>();
    assert_eq!(first(&session.batch()), [0, 1, 2, 3, 4, 86, 87, 88, 89, 90]);
    assert_eq!(session.counts(), (4, 1), "they are no people");
    assert_eq!((&session.begun, &session.begun_apart), (&None, &None));
    let mut gone = with_apart();
    gone.keep_begun(Some((sealed(8), Some(sealed(80)))));
    gone.delete();
    assert_eq!(gone, Session { between: gone.between, ..with_apart() }, "nothing of theirs stays");
}

#[test]
fn a_tablet_with_sets_that_are_kept_apart_forgets_all_of_a_batch_or_nothing() {
    let mut session = with_apart();
    let text = batch("Day out", "https://example.org/", session.batch().into_iter());
    let [batch] = &batches_in(&text)[..] else { panic!() };
    let Receipt::Whole(code) = &batch.receipt(&[]) else { panic!() };
    let mut later = session.clone();
    later.finish(sealed(9), Some(sealed(50)));
    assert_eq!(later.acknowledge(code), None, "nobody knows which of the sets are in the batch");
    let main: Vec<&SealedResponse> = session.waiting.iter().map(|each| &each.sealed).collect();
    let half = receipt(main.into_iter());
    assert_eq!(session.clone().acknowledge(&half), None);
    assert_eq!(session.acknowledge(code), Some(5));
    assert!(session.batch().is_empty());
    assert_eq!(session.taken, 5);
}

#[test]
fn a_session_with_sets_that_are_kept_apart_reads_back_and_older_ones_still_read() {
    let mut kept = with_apart();
    kept.keep_begun(Some((sealed(8), Some(sealed(80)))));
    assert_eq!(Session::from_packet(&kept.to_packet()), Ok(kept));
    let many = vec![sealed(1); MOST + 1];
    let full = Session { apart: many, ..session() };
    assert_eq!(Session::from_packet(&full.to_packet()), Err(Unreadable::Damaged));
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
