//! The five steps of the work: which parts they have, what they open and what they count.

use ask_together::model::steps::{Part, Step, Waiting};

#[test]
fn every_part_belongs_to_the_step_that_lists_it() {
    for step in Step::ALL {
        for part in step.parts() {
            assert_eq!(part.step(), step, "{part:?}");
        }
    }
    let listed = |part: &Part| part.step().parts().contains(part);
    let others: Vec<Part> = Part::ALL.into_iter().filter(|part| !listed(part)).collect();
    assert_eq!(others, [Part::Removing], "it is reached from the answers");
}

#[test]
fn no_two_parts_have_one_address() {
    let mut addresses = Part::ALL.map(Part::address);
    addresses.sort_unstable();
    assert!(addresses.windows(2).all(|two| two[0] != two[1]));
}

#[test]
fn addresses_that_are_in_bookmarks_stay() {
    let known = [
        ("questions", Part::Questions),
        ("advice", Part::Advice),
        ("paths", Part::Paths),
        ("languages", Part::Languages),
        ("together", Part::Together),
        ("making", Part::Making),
        ("share", Part::Share),
        ("add-answers", Part::Inbox),
        ("results", Part::Results),
        ("remove-answers", Part::Removing),
    ];
    for (address, part) in known {
        assert_eq!(part.address(), address);
    }
}

#[test]
fn a_step_opens_what_there_is_something_new_in() {
    let nothing = Waiting::default();
    let some = Waiting { notes: 2, answers: 3 };
    let check = |step: Step, without, with| {
        assert_eq!((step.opens(nothing), step.opens(some)), (without, with), "{step:?}");
    };
    check(Step::Write, Some(Part::Questions), Some(Part::Questions));
    check(Step::Check, Some(Part::Advice), Some(Part::Together));
    check(Step::Send, Some(Part::Share), Some(Part::Share));
    check(Step::Answers, Some(Part::Inbox), Some(Part::Results));
    check(Step::Changed, None, None);
}

#[test]
fn steps_count_new_notes_and_answers() {
    let waiting = Waiting { notes: 2, answers: 3 };
    assert_eq!(Step::ALL.map(|step| step.count(waiting)), [0, 2, 0, 3, 0]);
}
