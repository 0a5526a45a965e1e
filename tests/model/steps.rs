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
        ("together", Part::Ask),
        ("notes", Part::Notes),
        ("clashes", Part::Clashes),
        ("share-draft", Part::Drafts),
        ("side-by-side", Part::Beside),
        ("making", Part::Making),
        ("share", Part::Share),
        ("personal-links", Part::Invited),
        ("add-answers", Part::Inbox),
        ("results", Part::Results),
        ("written-answers", Part::Written),
        ("remove-answers", Part::Removing),
        ("on-paper", Part::Paper),
        ("type-in", Part::Typing),
        ("changes", Part::Changes),
        ("you-said-we-did", Part::Told),
        ("board", Part::Board),
        ("report", Part::Report),
        ("who-is-missing", Part::Missing),
    ];
    for (address, part) in known {
        assert_eq!(part.address(), address);
    }
}

#[test]
fn a_step_opens_what_there_is_something_new_in() {
    let nothing = Waiting::default();
    let some = Waiting { notes: 2, clashes: 1, answers: 3 };
    let check = |step: Step, without, with| {
        assert_eq!((step.opens(nothing), step.opens(some)), (without, with), "{step:?}");
    };
    check(Step::Write, Some(Part::Questions), Some(Part::Questions));
    check(Step::Check, Some(Part::Advice), Some(Part::Notes));
    check(Step::Send, Some(Part::Share), Some(Part::Share));
    check(Step::Answers, Some(Part::Inbox), Some(Part::Results));
    check(Step::Changed, Some(Part::Changes), Some(Part::Changes));
    let clash = Waiting { clashes: 1, ..nothing };
    assert_eq!(Step::Check.opens(clash), Some(Part::Clashes));
}

#[test]
fn new_notes_come_first_and_clashes_show_while_there_are_some() {
    use Part::{Advice, Ask, Beside, Clashes, Drafts, Making, Notes};
    let shown =
        |notes, clashes, open| Step::Check.shown(Waiting { notes, clashes, answers: 0 }, open);
    assert_eq!(shown(0, 0, Advice), [Advice, Ask, Notes, Drafts, Beside, Making]);
    assert_eq!(shown(3, 0, Advice), [Notes, Advice, Ask, Drafts, Beside, Making]);
    assert_eq!(shown(0, 1, Ask), [Advice, Ask, Notes, Clashes, Drafts, Beside, Making]);
    // The last one was just resolved, or an address leads there.
    assert_eq!(shown(0, 0, Clashes), shown(0, 1, Clashes));
    let waiting = Waiting { notes: 3, clashes: 2, answers: 9 };
    assert_eq!(Notes.news(waiting).as_deref(), Some("3 new"));
    assert_eq!(Clashes.news(waiting).as_deref(), Some("2"));
    assert_eq!(Ask.news(waiting).or(Notes.news(Waiting::default())), None);
}

#[test]
fn steps_count_new_notes_clashes_and_answers() {
    let waiting = Waiting { notes: 2, clashes: 1, answers: 3 };
    assert_eq!(Step::ALL.map(|step| step.count(waiting)), [0, 3, 0, 3, 0]);
}
