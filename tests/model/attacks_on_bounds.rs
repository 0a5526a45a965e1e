//! Drafts that are larger than any that people make: refused when they are read, and never made here.
//!
//! Some of these took minutes or gigabytes; a test that hangs here has failed.

use crate::allocations::most_held;
use crate::attacks_on_packets::{number, packet};
use crate::support::{SURVEY, Tab, c, draft_question, m, q, set_text};
use ask_together::model::draft::{
    Act, Change, Conflict, Draft, DraftChoice, DraftMeaning, Edit, HIGHEST_VERSION,
    LONGEST_DRAFT_TEXT, Part, Place, Position, Published, TooMuch,
};
use ask_together::model::id::{Author, ChoiceId, Edition, Id, QuestionId};
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{
    Condition, Group, Kind, Language, MOST_CHOICES, MOST_QUESTIONS, Test,
};
use ask_together::model::wire::{Packet, Unreadable};

/// An edit of author 1 that had seen nobody.
fn edit(number: u32, act: impl Into<Act>) -> Edit {
    Edit { author: Author(1), number, revision: 0, at: 0, seen: vec![], act: act.into(), was: None }
}

/// Reads a draft of these edits, as a link brings it. Nothing is summed up before that.
fn read(edits: Vec<Edit>) -> Result<Draft, Unreadable> {
    Draft::from_packet(&Draft::from_log(SURVEY, edits).to_packet())
}

fn added(number: u32) -> Change {
    Change::AddQuestion(draft_question(q(number), Position::default(), Kind::OneChoice, "", vec![]))
}

fn choice(number: u32) -> DraftChoice {
    DraftChoice::new(c(number), Position::default(), String::new())
}

#[test]
fn more_questions_than_anybody_asks() {
    let most = 2 * MOST_QUESTIONS as u32;
    let one_by_one = |count: u32| (1..=count).map(|n| edit(n, added(n))).collect();
    assert!(read(one_by_one(most)).is_ok());
    assert_eq!(read(one_by_one(most + 1)), Err(Unreadable::TooLarge));
    let at_once = vec![edit(1, Act::Do((1..=most + 1).map(added).collect()))];
    assert_eq!(read(at_once), Err(Unreadable::TooLarge));
}

/// Twelve thousand of them fit into a link of 41 kB, and the page stood still for 43 seconds.
#[test]
fn twelve_thousand_questions_in_a_link() {
    let question = |n: u32| {
        let id = [vec![1], number(n as usize)].concat();
        [&[1, 128][..], &id, &[0; 16]].concat()
    };
    let add = |n: u32| [&[2][..], &question(n)].concat();
    // The form is the point here: a question that is read as such.
    let one = [&[0; 17][..], &[1, 1, 1, 0, 0, 0, 0, 1], &add(1)].concat();
    assert_eq!(
        Draft::from_packet(&packet("draft", 1, &one)).map(|d| d.content().questions.len()),
        Ok(1)
    );
    let edits = (1..=12_000)
        .flat_map(|n: u32| [&[1][..], &number(n as usize), &[0, 0, 0, 0, 1], &add(n)].concat());
    let body: Vec<u8> = [0; 17].into_iter().chain(number(12_000)).chain(edits).collect();
    assert_eq!(Draft::from_packet(&packet("draft", 1, &body)), Err(Unreadable::TooLarge));
}

#[test]
fn more_choices_than_anybody_offers() {
    let most = 2 * MOST_CHOICES as u32;
    let offered = |choices: Vec<DraftChoice>| {
        read(vec![edit(1, added(1)), edit(2, Change::AddChoices { question: q(1), choices })])
    };
    assert!(offered((1..=most).map(choice).collect()).is_ok());
    assert_eq!(offered((1..=most + 1).map(choice).collect()), Err(Unreadable::TooLarge));
    assert_eq!(offered(vec![choice(1); most as usize + 2]), Err(Unreadable::TooLarge));
    let choices = (1..=most + 1).map(choice).collect();
    let question = draft_question(q(1), Position::default(), Kind::OneChoice, "", choices);
    assert_eq!(read(vec![edit(1, Change::AddQuestion(question))]), Err(Unreadable::TooLarge));
}

#[test]
fn more_words_and_languages_than_there_are() {
    let meaning = |n| Change::AddMeaning(DraftMeaning::new(m(n), String::new(), String::new()));
    let meanings = (1..=401).map(meaning).collect();
    assert_eq!(read(vec![edit(1, Act::Do(meanings))]), Err(Unreadable::TooLarge));
    let language = |n: u8| {
        let letters = [b'a' + n / 26, b'a' + n % 26];
        let tag = core::str::from_utf8(&letters).expect("letters");
        Language::parse(tag).map(Change::AddLanguage)
    };
    let languages = (0..60).filter_map(language).collect();
    assert_eq!(read(vec![edit(1, Act::Do(languages))]), Err(Unreadable::TooLarge));
}

/// A title of three million letters fits into a link of four kilobytes, and nobody gets to the button below it.
#[test]
fn words_of_a_megabyte() {
    let long = |length: usize| "a".repeat(length);
    let mut with_hint = draft_question(q(1), Position::default(), Kind::OneChoice, "", vec![]);
    with_hint.question.hint = long(LONGEST_DRAFT_TEXT + 1);
    let title = |length| set_text(Place::Title, &long(length));
    assert!(read(vec![edit(1, title(LONGEST_DRAFT_TEXT))]).is_ok());
    let translated = Change::Translate {
        language: Language::parse("cy").expect("a language"),
        place: Place::Title,
        text: long(LONGEST_DRAFT_TEXT + 1),
    };
    let choice = DraftChoice::new(c(1), Position::default(), long(LONGEST_DRAFT_TEXT + 1));
    let changes = [
        title(LONGEST_DRAFT_TEXT + 1),
        translated,
        Change::AddQuestion(with_hint),
        Change::AddChoices { question: q(1), choices: vec![choice] },
        Change::NameVersion(long(LONGEST_DRAFT_TEXT + 1)),
    ];
    for change in changes {
        assert_eq!(read(vec![edit(1, change)]), Err(Unreadable::TooLarge));
    }
}

/// Publishing once more wrote a number that the next visit refused, and so the whole draft.
#[test]
fn a_version_from_which_nobody_could_count_on() {
    let published = |version| {
        let (edition, key) = (Edition([1; 16]), PublicKey([1; 32]));
        vec![edit(1, Change::Published(Published { version, edition, key }))]
    };
    assert!(read(published(HIGHEST_VERSION)).is_ok());
    assert_eq!(read(published(HIGHEST_VERSION + 1)), Err(Unreadable::TooLarge));
}

/// The next id after the highest was 0 again, and each new question took the place of the one before.
#[test]
fn ids_at_the_end_of_all_numbers() {
    for number in [1 << 31, u32::MAX] {
        let id = Id { author: Author(1), number };
        let question = |id| draft_question(id, Position::default(), Kind::OneChoice, "", vec![]);
        let mut with_choice = question(q(1));
        with_choice.question.choices =
            vec![DraftChoice::new(ChoiceId(id), Position::default(), String::new())];
        for change in [
            Change::AddQuestion(question(QuestionId(id))),
            Change::AddQuestion(with_choice.clone()),
            Change::AddChoices { question: q(1), choices: with_choice.question.choices.clone() },
        ] {
            let log = vec![edit(1, change.clone())];
            assert_eq!(read(log), Err(Unreadable::TooLarge), "{change:?}");
        }
    }
}

#[test]
fn numbers_and_revisions_at_the_end_of_all_numbers() {
    let words = || set_text(Place::Title, "Tea");
    let highest = Edit { revision: u32::MAX, ..edit(1, words()) };
    let published = Change::Published(Published {
        version: u32::MAX,
        edition: Edition([1; 16]),
        key: PublicKey([1; 32]),
    });
    assert_eq!(read(vec![edit(1, published)]), Err(Unreadable::TooLarge));
    assert_eq!(read(vec![edit(1, Change::SetCloses(Some(u32::MAX)))]), Err(Unreadable::TooLarge));
    for log in [vec![highest], vec![edit(u32::MAX, words())], vec![edit(1, Act::Undo(u32::MAX))]] {
        assert_eq!(read(log), Err(Unreadable::TooLarge));
    }
}

#[test]
fn a_position_of_a_megabyte() {
    let long = |length: usize| {
        Position::from_bytes([vec![1; length - 1], vec![128]].concat()).expect("ends with 128")
    };
    let moved = |to| read(vec![edit(1, Change::MoveQuestion { question: q(1), to })]);
    assert!(moved(long(4_096)).is_ok());
    for length in [4_097, 1 << 20] {
        assert_eq!(moved(long(length)), Err(Unreadable::TooLarge));
        let mut choice = choice(1);
        choice.position = long(length);
        let add = Change::AddChoices { question: q(1), choices: vec![choice] };
        assert_eq!(read(vec![edit(1, add)]), Err(Unreadable::TooLarge));
    }
}

#[test]
fn a_condition_with_thousands_of_tests() {
    let test = Test { question: q(1), check: ask_together::model::survey::Check::Answered };
    let group = Group { all: true, tests: vec![test; 5_000] };
    let part = Part::ShowIf(Condition { all: true, groups: vec![group] });
    let log = vec![edit(1, Change::SetPart { question: q(1), part })];
    assert_eq!(read(log), Err(Unreadable::TooLarge));
}

/// A change of two bytes is hundreds of bytes in memory.
#[test]
fn millions_of_changes_take_no_memory() {
    let count = 1_900_000;
    let no_closing_day = [24, 0].repeat(count);
    let one_edit = [&[0; 17][..], &[1, 1, 1, 0, 0, 0, 0], &number(count)[..], &no_closing_day[..]];
    let many_edits =
        (1..=500_000).flat_map(|n| [&[1][..], &number(n), &[0, 0, 0, 0, 1, 24, 0]].concat());
    let many_edits: Vec<u8> =
        [0; 17].into_iter().chain(number(500_000)).chain(many_edits).collect();
    for body in [one_edit.concat(), many_edits] {
        let bytes = packet("draft", 1, &body);
        let held = most_held(|| {
            assert_eq!(Draft::from_packet(&bytes), Err(Unreadable::TooLarge));
        });
        assert!(held < 160 << 20, "held {held} bytes");
    }
}

/// Adding up would pass a thousand questions at each of two hundred thousand edits.
#[test]
fn more_work_than_a_page_can_do() {
    let most = 2 * MOST_QUESTIONS as u32;
    let start = edit(1, Act::Do((1..=most).map(added).collect()));
    let again = (2..150_000).map(|n| edit(n, Change::RemoveQuestion(q(most + 5))));
    let log: Vec<Edit> = core::iter::once(start).chain(again).collect();
    assert_eq!(Draft::from_foreign_log(SURVEY, log), Err(TooMuch));
}

/// Each saw all others: checking that took the fourth power of how many they are.
#[test]
fn six_hundred_authors_who_saw_each_other() {
    let others = |author: u32, count: u32| {
        (1..=600).filter(|n| *n != author).map(|n| (Author(n), count)).collect()
    };
    let edits = |number: u32| {
        (1..=600).map(move |author| Edit {
            author: Author(author),
            seen: if number == 1 { vec![] } else { others(author, number - 1) },
            ..edit(number, set_text(Place::Title, "Tea"))
        })
    };
    let theirs = Draft::from_log(SURVEY, edits(1).chain(edits(2)));
    assert_eq!(Draft::new(SURVEY).take_in(&theirs), Ok(1_200));
    let too_many = (1..=1_001)
        .map(|author| Edit { author: Author(author), ..edit(1, set_text(Place::Title, "Tea")) });
    assert_eq!(Draft::from_foreign_log(SURVEY, too_many.collect()), Err(TooMuch));
}

/// For each work on what was deleted, everything else that was done to it was looked through.
#[test]
fn a_deleted_question_that_was_worked_on_fifty_thousand_times() {
    let add = edit(1, added(1));
    let seen = vec![(Author(1), 1)];
    let removal =
        Edit { author: Author(2), seen: seen.clone(), ..edit(1, Change::RemoveQuestion(q(1))) };
    let work = (1..=50_000).map(|number| Edit {
        author: Author(3),
        seen: seen.clone(),
        ..edit(number, set_text(Place::Question(q(1)), "Tea?"))
    });
    let settling = (2..=20_000).map(|number| Edit {
        author: Author(2),
        seen: seen.clone(),
        ..edit(number, added(1))
    });
    let log = [add, removal].into_iter().chain(work).chain(settling);
    let conflicts = Draft::from_log(SURVEY, log).conflicts();
    let worked = conflicts.iter().find_map(|conflict| match conflict {
        Conflict::Deleted { work, .. } => Some(work.len()),
        Conflict::Changed { .. } => None,
    });
    assert_eq!(worked, Some(50_000));
}

#[test]
fn an_editor_stops_before_its_draft_could_not_be_read_again() {
    let mut tab = Tab::new(1);
    let most = 2 * MOST_QUESTIONS as u32;
    tab.does(Act::Do((1..=most).map(added).collect()));
    let one_more = Act::from(added(most + 1));
    assert_eq!(tab.draft.has_room_for(tab.author, &one_more), Err(TooMuch));
    let other = Act::from(set_text(Place::Title, "Tea"));
    assert_eq!(tab.draft.has_room_for(tab.author, &other), Ok(()));
    // Taken back questions are no longer there, and come back only where there is room again.
    assert!(tab.undoes());
    assert_eq!(tab.draft.has_room_for(tab.author, &one_more), Ok(()));
    let redo = tab.draft.redo(tab.author).expect("just undone");
    assert_eq!(tab.draft.has_room_for(tab.author, &redo), Ok(()));
    tab.does(one_more);
    assert_eq!(tab.draft.has_room_for(tab.author, &Act::Redo(1)), Err(TooMuch));
    assert_eq!(Draft::from_packet(&tab.draft.to_packet()), Ok(tab.draft));
}
