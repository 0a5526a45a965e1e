//! What a team does with what people wrote: tags, marks and names that are struck out, by two tabs, undone, and read
//! back.

use crate::samples;
use crate::support::q;
use ask_together::model::id::{Author, Id, ResponseId};
use ask_together::model::records::{Heard, Kind as Record, hear};
use ask_together::model::response::Asked;
use ask_together::model::wire::{Packet, Unreadable, from_text, to_text};
use ask_together::model::work::{
    BadTag, Key, LARGEST_AT, Mark, Sheet, Spot, Stamp, TagId, Value, Work,
};
use ask_together::model::written::{Piece, pieces, struck_out};
use proptest::prelude::*;

pub const ME: Author = Author(1);
const YOU: Author = Author(2);

fn spot(response: u64) -> Spot {
    Spot { response: ResponseId(response), asked: q(1).into() }
}

pub fn with_tag(name: &str) -> (Work, TagId) {
    let mut work = Work::default();
    let (tag, step) = work.new_tag(name, ME).expect("a name");
    work.apply(step, ME);
    (work, tag)
}

fn names(work: &Work) -> Vec<(usize, String)> {
    work.tags().into_iter().map(|tag| (tag.code, tag.name)).collect()
}

#[test]
fn a_tag_keeps_its_number_when_others_are_renamed_and_deleted() {
    let (mut work, first) = with_tag("Food");
    for name in ["Staff", "Home"] {
        let (_, step) = work.new_tag(name, YOU).expect("a name");
        work.apply(step, YOU);
    }
    let rename = work.rename_tag(first, " Meals ").expect("a name");
    work.apply(rename, ME);
    assert_eq!(names(&work), [(1, "Meals".into()), (2, "Staff".into()), (3, "Home".into())]);
    let staff = work.tags()[1].id;
    let (undo, _) = work.apply(work.delete_tag(staff), ME);
    assert_eq!(names(&work), [(1, "Meals".into()), (3, "Home".into())]);
    let (_, step) = work.new_tag("Buses", ME).expect("a name");
    work.apply(step, ME);
    assert_eq!(names(&work)[2], (4, "Buses".into()), "a number is never given twice");
    work.apply(undo, ME);
    assert_eq!(names(&work)[1], (2, "Staff".into()));
}

#[test]
fn a_tag_has_a_name_of_its_own() {
    let (mut work, tag) = with_tag("Food");
    assert_eq!(work.new_tag(" \u{200b} ", ME), Err(BadTag::Empty));
    assert_eq!(work.new_tag("food", ME), Err(BadTag::Taken(tag)));
    assert_eq!(work.new_tag(&"é".repeat(61), ME), Err(BadTag::TooLong));
    assert_eq!(work.rename_tag(tag, "FOOD").map(|step| step.len()), Ok(1), "its own is not taken");
    for number in 1..60 {
        let (_, step) = work.new_tag(&format!("Tag {number}"), ME).expect("room");
        work.apply(step, ME);
    }
    assert_eq!(work.new_tag("One more", ME), Err(BadTag::TooMany));
}

#[test]
fn undo_takes_back_each_step_to_the_letter() {
    let (mut work, tag) = with_tag("Food");
    let steps = [
        work.tag(spot(1), tag, true),
        work.set_mark(spot(1), Some(Mark::Quote), 2),
        work.strike(spot(1), " Anna ", true),
    ];
    let undo: Vec<_> = steps.into_iter().map(|step| work.apply(step, ME).0).collect();
    assert!(work.has_tag(spot(1), tag));
    assert_eq!(work.mark(spot(1)), Some((Mark::Quote, 2)));
    assert_eq!(work.struck(spot(1)), ["Anna"]);
    assert_eq!(work.struck(spot(2)), [""; 0]);
    let redo: Vec<_> = undo.into_iter().rev().map(|step| work.apply(step, ME).0).collect();
    assert_eq!((work.has_tag(spot(1), tag), work.mark(spot(1))), (false, None));
    assert!(work.struck(spot(1)).is_empty());
    redo.into_iter().rev().for_each(|step| _ = work.apply(step, ME));
    assert_eq!((work.has_tag(spot(1), tag), work.struck(spot(1)).len()), (true, 1));
    assert!(work.strike(spot(1), " ", true).is_empty(), "nothing to strike");
}

/// One thing that one of two tabs does to the sheet of one person.
fn act() -> impl Strategy<Value = (bool, u8, u8)> {
    (any::<bool>(), 0..3_u8, 0..4_u8)
}

fn done(sheet: &mut Sheet, (is_me, what, how): (bool, u8, u8)) {
    let asked = Asked { question: q(1), round: 0 };
    let (key, value) = match what {
        0 => (
            Key::Tagged(asked, TagId(Id { author: ME, number: 1 })),
            if how % 2 == 0 { Value::Yes } else { Value::Nothing },
        ),
        1 => (
            Key::Mark(asked),
            match Mark::ALL.get(usize::from(how)) {
                Some(mark) => Value::Mark { mark: *mark, revision: 1 },
                None => Value::Nothing,
            },
        ),
        _ => (Key::Struck(asked, "Anna".into()), if how > 1 { Value::Yes } else { Value::Nothing }),
    };
    sheet.set(key, value, if is_me { ME } else { YOU });
}

fn merged(one: &Sheet, other: &Sheet) -> Sheet {
    let mut both = one.clone();
    both.merge(other.clone());
    both
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Each record is merged where two tabs meet, in whichever order and however often.
    #[test]
    fn tabs_agree_whatever_each_did(
        before in prop::collection::vec(act(), 0..4),
        ours in prop::collection::vec(act(), 0..6),
        theirs in prop::collection::vec(act(), 0..6),
    ) {
        let mut start = Sheet::default();
        before.into_iter().for_each(|act| done(&mut start, act));
        let (mut one, mut other) = (start.clone(), start.clone());
        ours.into_iter().for_each(|(_, what, how)| done(&mut one, (true, what, how)));
        theirs.into_iter().for_each(|(_, what, how)| done(&mut other, (false, what, how)));
        let both = merged(&one, &other);
        prop_assert_eq!(&merged(&other, &one), &both);
        prop_assert_eq!(&merged(&both, &one), &both);
        prop_assert_eq!(&merged(&merged(&start, &other), &merged(&one, &start)), &both);
        prop_assert_eq!(Sheet::from_packet(&both.to_packet()), Ok(both));
    }

    /// Wherever it is cut: the pieces are the text, and nothing that is struck is left.
    #[test]
    fn striking_loses_no_letter(text in "[ABab’ .é\n]{0,30}", words in "[ABab ]{1,4}") {
        let all: String = pieces(&text, &[&words]).iter().map(|piece| match piece {
            Piece::Stays(words) | Piece::Struck(words) => *words,
        }).collect();
        prop_assert_eq!(all, text);
    }
}

#[test]
fn what_another_tab_did_and_what_was_done_here_are_one_record() {
    let (mut here, mut there) = (Sheet::default(), Sheet::default());
    done(&mut here, (true, 0, 0));
    done(&mut there, (false, 1, 0));
    let both = Record::Work.merge(&to_text(&here), &to_text(&there));
    assert_eq!(both.aside, None);
    assert_eq!(from_text(&both.text), Ok(merged(&here, &there)));
    assert_eq!(Record::of("work/1/tags"), Record::Work);
    let Heard::Takes(heard) = hear(Record::Work, Some("rubbish"), true, Some(&both.text)) else {
        panic!("it is taken in")
    };
    assert_eq!(heard.aside.as_deref(), Some("rubbish"), "what can't be read is put aside");
}

#[test]
fn what_no_press_makes_is_damaged_and_what_is_unknown_is_newer() {
    let read = |key: Key, at: u32, value: Value| {
        let sheet: Sheet = [(key, (Stamp { at, by: ME }, value))].into_iter().collect();
        Sheet::from_packet(&sheet.to_packet()).map(|_| ())
    };
    let (asked, tag) = (Asked::from(q(1)), TagId(Id { author: ME, number: 1 }));
    let called = |name: &str| Value::Tag { place: 1, name: name.to_owned() };
    assert_eq!(read(Key::Tag(tag), 1, called("Food")), Ok(()));
    let bad = [
        read(Key::Tag(tag), LARGEST_AT + 1, called("Food")),
        read(Key::Tag(tag), 1, called(" Food")),
        read(Key::Tag(tag), 1, called("Fo\nod")),
        read(Key::Tag(tag), 1, called(&"e".repeat(61))),
        read(Key::Tag(tag), 1, Value::Yes),
        read(Key::Mark(asked), 1, Value::Yes),
        read(Key::Struck(asked, String::new()), 1, Value::Yes),
        read(Key::Struck(asked, "e".repeat(201)), 1, Value::Yes),
        read(Key::Tagged(asked, tag), 1, called("Food")),
    ];
    assert_eq!(bad, [Err(Unreadable::Damaged); 9]);
    let mut sheet = Sheet::default();
    (0..3).for_each(|how| done(&mut sheet, (true, 2, how)));
    let text = to_text(&sheet);
    assert_eq!(from_text::<Sheet>(&text[..text.len() - 4]), Err(Unreadable::Damaged));
}

#[test]
fn struck_words_are_whole_words_in_any_letters() {
    let check = |text: &str, struck: &[&str], expected: &str| {
        assert_eq!(struck_out(text, struck), expected, "{struck:?}");
    };
    check(
        "Anna helps. ANNA’s nice, and anna too.",
        &["Anna"],
        "[name] helps. [name]’s nice, and [name] too.",
    );
    check("Ann and Annabel", &["Ann"], "[name] and Annabel");
    check("Anna Smith and Anna", &["Anna", "Anna Smith"], "[name] and [name]");
    check("Anna\nSmith", &["Anna Smith"], "[name]");
    check("Ring 01234 567890.", &["01234 567890"], "Ring [name].");
    check("a@b.org", &["a@b.org"], "[name]");
    check("Éva and éva", &["éva"], "[name] and [name]");
    check("İ", &["i"], "İ");
    check("", &["Anna"], "");
    check("Anna", &[], "Anna");
    check("Anna", &[""], "Anna");
}

#[test]
fn two_computers_that_each_made_a_tag_keep_both() {
    let (mut mine, _) = with_tag("Food");
    let mut yours = Work::default();
    let (tag, step) = yours.new_tag("Staff", YOU).expect("a name");
    yours.apply(step, YOU);
    yours.apply(yours.tag(spot(1), tag, true), YOU);
    mine.merge(yours.clone());
    assert_eq!(names(&mine), [(1, "Food".into()), (2, "Staff".into())]);
    assert!(mine.has_tag(spot(1), tag));
    yours.merge(with_tag("Food").0);
    assert_eq!(yours, mine);
}

#[test]
fn a_copy_brings_what_was_done() {
    let work = &samples::backup_with_work().surveys[0].work;
    assert_eq!(names(work), [(1, "Food \u{2615}".into())]);
    let asked = Asked { question: q(5), round: 0 };
    let spot = Spot { response: samples::response().id, asked };
    assert!(work.has_tag(spot, work.tags()[0].id));
    assert_eq!(work.struck(spot), ["Café Gwen"]);
}
