//! The record of changes: what a step does, undo and redo, what two people wrote apart, and its saved form.

use crate::attacks_on_packets::packet;
use crate::sample_changes::{Writer, changes, four};
use crate::support::SURVEY;
use ask_together::model::change::{
    Act, Agreed, ChangeId, Changes, Edit, EditName, Field, Link, Money, Op, Standing, Value,
    Written, is_sound, pounds, read_pounds,
};
use ask_together::model::id::{Author, Id, QuestionId, ResponseId};
use ask_together::model::records::Kind;
use ask_together::model::wire::{Packet, Unreadable, from_text, to_text};

#[test]
fn what_is_typed_on_is_one_step_of_undo() {
    let mut writer = Writer::new(1);
    let id = writer.adds();
    for text in ["W", "We", "We want"] {
        writer.types(id, Field::Said, text);
    }
    assert_eq!(writer.changes.log().len(), 2);
    assert_eq!(writer.text(id, Field::Said), "We want");
    let undo = writer.changes.undo(writer.author).expect("a step");
    writer.does(undo);
    assert_eq!(writer.text(id, Field::Said), "");
    let redo = writer.changes.redo(writer.author).expect("a step");
    writer.does(redo);
    assert_eq!(writer.text(id, Field::Said), "We want");
    assert_eq!(writer.changes.redo(writer.author), None);
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forth_until_something_new_is_done() {
    let mut writer = Writer::new(1);
    let id = writer.adds();
    writer.writes(id, Field::Said, "one");
    writer.writes(id, Field::Said, "two");
    let step = |writer: &mut Writer, redo: bool| {
        let act =
            if redo { writer.changes.redo(Author(1)) } else { writer.changes.undo(Author(1)) };
        if let Some(act) = act.clone() {
            writer.does(act);
        }
        (act.is_some(), writer.text(id, Field::Said))
    };
    assert_eq!(step(&mut writer, false), (true, "one".into()));
    assert_eq!(step(&mut writer, false), (true, String::new()));
    assert_eq!(step(&mut writer, true), (true, "one".into()));
    assert_eq!(step(&mut writer, true), (true, "two".into()));
    assert_eq!(step(&mut writer, true), (false, "two".into()));
    assert_eq!(step(&mut writer, false), (true, "one".into()));
    writer.writes(id, Field::Who, "Sam");
    assert_eq!(step(&mut writer, true), (false, "one".into()), "something new was done");
    assert_eq!(writer.changes.undo(Author(2)), None, "nobody undoes what others did");
}

#[test]
fn a_removed_change_comes_back_with_all_that_was_in_it() {
    let (mut writer, [trips, ..]) = four();
    let before = writer.changes.content();
    writer.does(Act::Do(vec![Op::Remove(trips)]));
    assert_eq!(writer.changes.content().change(trips), None);
    let undo = writer.changes.undo(writer.author).expect("a step");
    writer.does(undo);
    assert_eq!(writer.changes.content(), before);
}

#[test]
fn what_two_people_wrote_apart_stands_there_twice_until_somebody_picks() {
    let (mut ours, [trips, ..]) = four();
    let mut theirs = ours.shared_with(6);
    ours.writes(trips, Field::Doing, "Ours.");
    theirs.writes(trips, Field::Doing, "Theirs.");
    theirs.writes(trips, Field::Who, "Bo");
    ours.takes_in(&theirs);
    theirs.takes_in(&ours);
    assert_eq!(ours.changes, theirs.changes);
    let content = ours.changes.content();
    let fields = &content.change(trips).expect("a change").fields;
    assert_eq!(fields.clashes(), [Field::Doing]);
    let text = |text: &str| Value::Text(text.to_owned());
    assert_eq!(fields.values(Field::Doing), [&text("Ours."), &text("Theirs.")]);
    ours.writes(trips, Field::Doing, "Theirs.");
    let fields = &ours.changes.content().change(trips).expect("a change").fields.clone();
    assert_eq!((fields.clashes().len(), fields.text(Field::Doing)), (0, "Theirs."));
    let undo = ours.changes.undo(ours.author).expect("a step");
    ours.does(undo);
    let content = ours.changes.content();
    assert_eq!(content.change(trips).expect("a change").fields.clashes().len(), 1, "both are back");
}

#[test]
fn two_people_who_wrote_the_same_have_nothing_to_decide() {
    let (mut ours, [trips, ..]) = four();
    let mut theirs = ours.shared_with(6);
    ours.writes(trips, Field::Who, "Bo");
    theirs.writes(trips, Field::Who, "Bo");
    ours.takes_in(&theirs);
    assert_eq!(ours.changes.content().change(trips).expect("a change").fields.clashes(), []);
}

/// Somebody wrote over what was typed so far, while it was typed on.
#[test]
fn what_was_typed_on_meanwhile_is_not_covered() {
    let (mut ours, [trips, ..]) = four();
    ours.types(trips, Field::Who, "B");
    let mut theirs = ours.shared_with(6);
    theirs.writes(trips, Field::Who, "Ada");
    ours.types(trips, Field::Who, "Bo and Cy");
    ours.takes_in(&theirs);
    let content = ours.changes.content();
    let fields = &content.change(trips).expect("a change").fields;
    let text = |text: &str| Value::Text(text.to_owned());
    assert_eq!(fields.values(Field::Who), [&text("Bo and Cy"), &text("Ada")]);
}

#[test]
fn agreements_are_counted_and_can_be_removed() {
    let (mut writer, [trips, ..]) = four();
    let agreed = |agrees| {
        let (who, because) = ("The group".to_owned(), String::new());
        Op::Agree(trips, Agreed { who, day: 20_000, agrees, because, from: None })
    };
    writer.does(Act::Do(vec![
        agreed(Some(true)),
        agreed(Some(true)),
        agreed(Some(false)),
        agreed(None),
    ]));
    let tally = |writer: &Writer| writer.changes.content().change(trips).expect("a change").tally();
    assert_eq!(tally(&writer), (2, 1, 1));
    let name = writer.changes.content().change(trips).expect("a change").agreed[2].0;
    writer.does(Act::Do(vec![Op::Forget(name.0, name.1)]));
    assert_eq!(tally(&writer), (2, 0, 1));
}

#[test]
fn links_come_and_go() {
    let (mut writer, [trips, ..]) = four();
    let question = QuestionId(Id { author: Author(1), number: 1 });
    let link = Link::Question(SURVEY, question);
    writer.does(Act::Do(vec![Op::Link(trips, link)]));
    assert_eq!(
        writer.changes.content().change(trips).expect("a change").question(),
        Some(question)
    );
    writer.does(Act::Do(vec![Op::Unlink(trips, link)]));
    assert_eq!(writer.changes.content().change(trips).expect("a change").question(), None);
}

#[test]
fn not_said_not_known_and_nothing_are_three_things() {
    let (mut writer, [trips, ..]) = four();
    let money = |writer: &Writer| {
        writer.changes.content().change(trips).expect("a change").fields.money(Field::Cost)
    };
    assert_eq!(money(&writer), Money::Unsaid);
    writer.sets(Some(trips), Field::Cost, Value::NotKnown);
    assert_eq!(money(&writer), Money::NotKnown);
    writer.sets(Some(trips), Field::Cost, Value::Pence(0));
    assert_eq!(money(&writer), Money::Pence(0));
    writer.sets(Some(trips), Field::Cost, Value::Nothing);
    assert_eq!(money(&writer), Money::Unsaid);
}

#[test]
fn amounts_are_read_and_written_as_people_do() {
    let read = [
        "1200",
        "£1,200",
        " 1 200.00",
        "3.5",
        "0",
        "12.345",
        "",
        "£",
        "-3",
        "1e5",
        "9999999999999",
    ];
    let amounts = [
        Some(120_000),
        Some(120_000),
        Some(120_000),
        Some(350),
        Some(0),
        None,
        None,
        None,
        None,
        None,
        None,
    ];
    assert_eq!(read.map(read_pounds), amounts);
    assert_eq!(
        [0, 5, 350, 120_000, 123_456_789].map(pounds),
        ["£0", "£0.05", "£3.50", "£1,200", "£1,234,567.89"]
    );
}

#[test]
fn two_tabs_that_saved_have_one_record_with_what_both_wrote() {
    let (mut ours, [trips, ..]) = four();
    let mut theirs = ours.shared_with(6);
    ours.writes(trips, Field::Who, "Bo");
    theirs.writes(trips, Field::Next, "A party.");
    let both = Kind::Changes.merge(&to_text(&ours.changes), &to_text(&theirs.changes));
    let back = Kind::Changes.merge(&to_text(&theirs.changes), &to_text(&ours.changes));
    assert_eq!(both, back);
    let merged: Changes = from_text(&both.text).expect("a record");
    let content = merged.content();
    let fields = &content.change(trips).expect("a change").fields;
    assert_eq!((fields.text(Field::Who), fields.text(Field::Next)), ("Bo", "A party."));
    let damaged = Kind::Changes.merge("rubbish", &to_text(&ours.changes));
    assert_eq!(
        damaged.aside.as_deref(),
        Some("rubbish"),
        "it is kept, and never taken for nothing"
    );
}

#[test]
fn a_record_reads_back() {
    for changes in [changes(), Changes::new(SURVEY), four().0.changes] {
        assert_eq!(Changes::from_packet(&changes.to_packet()), Ok(changes));
    }
}

/// An edit by somebody who means harm.
fn hostile(act: Act) -> Edit {
    Edit { name: EditName { number: 9, author: Author(1) }, at: 1, act }
}

#[test]
fn what_this_app_never_writes_is_not_sound() {
    let id = ChangeId(Id { author: Author(1), number: 1 });
    let set = |of, field, value| Act::Do(vec![Op::Set { of, field, value, over: vec![] }]);
    let own = |field, value| set(Some(id), field, value);
    let later = Written { edit: EditName { number: 10, author: Author(1) }, at: 0 };
    let long = "a".repeat(10_001);
    let agreed = |who: &str, day| {
        let because = String::new();
        Act::Do(vec![Op::Agree(
            id,
            Agreed { who: who.into(), day, agrees: None, because, from: Some(ResponseId(1)) },
        )])
    };
    let harm = [
        own(Field::Said, Value::Text(long.clone())),
        own(Field::Said, Value::Day(3)),
        own(Field::By, Value::Day(u32::MAX)),
        own(Field::Cost, Value::Pence(u64::MAX)),
        own(Field::Picture, Value::Text("../../secret".into())),
        own(Field::Need, Value::Nothing),
        set(None, Field::Said, Value::Nothing),
        Act::Do(vec![Op::Set {
            of: None,
            field: Field::Need,
            value: Value::Nothing,
            over: vec![later],
        }]),
        Act::Do(vec![Op::Add(ChangeId(Id { author: Author(1), number: u32::MAX }))]),
        Act::Do(vec![Op::Forget(later.edit, 0)]),
        Act::Undo(later.edit),
        agreed(&long, 3),
        agreed("", u32::MAX),
    ];
    for act in harm {
        assert!(!is_sound(&hostile(act.clone())), "{act:?}");
        let record = Changes::from_log(SURVEY, [hostile(act)]);
        assert_eq!(Changes::from_packet(&record.to_packet()), Err(Unreadable::Damaged));
    }
    let high =
        Edit { name: EditName { number: u32::MAX, author: Author(1) }, ..hostile(Act::Do(vec![])) };
    assert!(!is_sound(&high), "nobody could write on after it");
    let many = Changes::from_log(SURVEY, [hostile(Act::Do(vec![Op::Remove(id); 601]))]);
    assert_eq!(Changes::from_packet(&many.to_packet()), Err(Unreadable::TooLarge));
}

#[test]
fn a_field_or_a_choice_that_a_newer_app_has_makes_the_record_newer() {
    let id = ChangeId(Id { author: Author(1), number: 1 });
    let set = |field, value| {
        let op = Op::Set { of: Some(id), field, value, over: vec![] };
        Changes::from_log(SURVEY, [hostile(Act::Do(vec![op]))])
    };
    let newer = set(Field::Standing, Value::Pick(Standing::ALL.len() as u8));
    assert_eq!(Changes::from_packet(&newer.to_packet()), Err(Unreadable::Newer));
    let mut body = set(Field::Ask, Value::Nothing).to_packet();
    body.truncate(body.len() - 4);
    let place = body.iter().rposition(|byte| *byte == 28).expect("the place of the field");
    body[place] = 29;
    assert_eq!(Changes::from_packet(&packet("changes", 1, &body[1..])), Err(Unreadable::Newer));
}
