//! The words that a group agrees: those of the program, what a group does with them, and where drafts use them.

use crate::sample_words::{Writer, words};
use crate::support::SURVEY;
use ask_together::model::csv::{Form, unguarded, write_words};
use ask_together::model::draft::{Act as DraftAct, Change, Draft, DraftMeaning, Place};
use ask_together::model::easy_read::{Known, Severity, in_text_knowing};
use ask_together::model::edit::meanings;
use ask_together::model::glossary::{
    Act, BadRow, BadTable, Brings, Content, Field, Glossary, MOST_WORDS, Op, Remark, Row, TermId,
    advice, cells, count_words, key, offers, others, read, starts, strays, use_counts, uses,
};
use ask_together::model::id::{Author, Id, MeaningId};
use ask_together::model::ladder::{LADDER, rung, says};
use ask_together::model::pictures;
use ask_together::model::records::Kind;
use ask_together::model::review::Step;
use ask_together::model::wire::{self, Backup, Packet, Unreadable};
use std::collections::BTreeSet;

fn start() -> Content {
    Glossary::default().content()
}

#[test]
fn the_program_begins_with_about_60_terms_that_are_whole() {
    let all = starts();
    assert!((55..=80).contains(&all.len()), "{}", all.len());
    let ids: BTreeSet<TermId> = all.iter().map(|start| start.id).collect();
    assert_eq!(ids.len(), all.len(), "two terms have one number");
    for start in all {
        assert!(!start.word.is_empty() && !start.meaning.is_empty(), "{start:?}");
        assert!(pictures::name(start.picture).is_some(), "{start:?}");
        assert!(start.id.0 < 1_000, "{start:?}");
    }
}

#[test]
fn no_two_terms_of_the_program_share_a_name() {
    let mut seen = BTreeSet::new();
    for term in &start().terms {
        for name in term.names() {
            assert!(seen.insert(key(name)), "{name} is there twice");
        }
    }
}

#[test]
fn every_line_of_the_terms_is_read() {
    let text = include_str!("../../src/model/glossary/terms.txt");
    let terms = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
    assert_eq!(terms, starts().len());
    for sign in ["= ", "! ", "+ "] {
        let lines = text.lines().filter(|line| line.starts_with(sign)).count();
        let field = match sign {
            "= " => Field::Meaning,
            "! " => Field::IsNot,
            _ => Field::Also,
        };
        let read = starts().iter().filter(|start| !start.text(field).is_empty()).count();
        assert_eq!(lines, read, "{sign}");
    }
}

#[test]
fn no_meaning_of_the_program_is_long_or_hard_to_read() {
    let mut wrong = Vec::new();
    for term in &start().terms {
        for field in [Field::Meaning, Field::IsNot] {
            let text = term.text(field);
            if count_words(text) > MOST_WORDS {
                wrong.push(format!("{}: {} words", term.word(), count_words(text)));
            }
            for found in advice(term, text) {
                wrong.push(format!("{}: {text:?} {:?} {}", term.word(), found.rule, found.why));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_terms_that_are_taken_for_something_else_say_what_they_are_not() {
    let content = start();
    for word in [
        "co-production",
        "engagement",
        "consultation",
        "advocacy",
        "impact",
        "benefit",
        "evidence",
        "consent",
        "outcome",
    ] {
        let term = content.named(word).unwrap_or_else(|| panic!("{word}"));
        assert!(!term.text(Field::IsNot).is_empty(), "{word}");
    }
}

#[test]
fn each_step_of_the_ladder_is_easy_to_read() {
    assert_eq!(LADDER.map(|rung| rung.step), Step::ALL);
    let mut wrong = Vec::new();
    for rung in LADDER {
        let known = || Known::of_words([rung.name].into_iter());
        for text in [rung.plain, rung.what, rung.example, rung.is_not] {
            let found = in_text_knowing(text, &known());
            let found = found.into_iter().filter(|found| found.severity > Severity::Note);
            wrong.extend(found.map(|found| format!("{text:?} {:?} {}", found.rule, found.why)));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert_eq!(rung(Step::CoDesigning).plain, "Worked with");
    assert!(says(Step::Informing).contains("People are told what will happen."));
}

#[test]
fn what_a_group_writes_stands_in_place_of_what_the_program_says() {
    let mut us = Writer::new(1);
    us.writes(TermId(1), Field::Meaning, "We do it together.");
    let content = us.words.content();
    let term = content.term(TermId(1)).expect("it is there");
    assert_eq!((term.word(), term.meaning()), ("co-production", "We do it together."));
    assert!(term.is_changed());
    assert!(!content.term(TermId(2)).expect("it is there").is_changed());
    let undo = us.words.undo(us.author).expect("a step");
    us.does(undo);
    assert_eq!(us.words.content(), start());
    let redo = us.words.redo(us.author).expect("a step");
    us.does(redo);
    assert_eq!(us.words.content(), content);
}

#[test]
fn a_word_of_the_program_can_be_removed_and_comes_back_by_undo() {
    let mut us = Writer::new(1);
    us.does(Act::Do(vec![Op::Remove(TermId(3))]));
    assert!(us.words.content().term(TermId(3)).is_none());
    assert!(!us.words.is_free(TermId(3)));
    let undo = us.words.undo(us.author).expect("a step");
    us.does(undo);
    assert!(us.words.content().term(TermId(3)).is_some());
}

#[test]
fn an_agreement_holds_for_the_meaning_that_people_agreed_to() {
    let mut us = Writer::new(1);
    let id = us.adds_word("brew", "A hot drink.");
    us.agrees(id, "The tea group", 20_000);
    let term = |us: &Writer| us.words.content().term(id).expect("it is there").clone();
    assert_eq!(term(&us).agreement().map(|one| &*one.who), Some("The tea group"));
    us.writes(id, Field::Meaning, "Any drink.");
    assert_eq!(term(&us).agreement(), None);
    assert_eq!(term(&us).agreed.len(), 1, "who agreed before is kept");
    let meanings: Vec<String> =
        us.words.history(id).into_iter().map(|(.., text)| text.to_owned()).collect();
    assert_eq!(meanings, ["Any drink.", "A hot drink."]);
}

#[test]
fn two_people_who_add_one_word_apart_have_both() {
    let (mut us, mut them) = (Writer::new(1), Writer::new(2));
    let ours = us.adds_word("brew", "A hot drink.");
    let theirs = them.adds_word("Brew ", "A cold drink.");
    us.takes_in(&them);
    let content = us.words.content();
    assert_eq!(content.twins(ours).iter().map(|term| term.id).collect::<Vec<_>>(), [theirs]);
    assert_eq!(content.clashes(), 1);
}

#[test]
fn a_search_finds_words_other_names_and_meanings() {
    let content = start();
    let names = |search: &str| -> Vec<String> {
        let found = content.find(search).into_iter();
        found.map(|id| content.term(id).expect("it is there").word().to_owned()).collect()
    };
    assert!(names("local auth").contains(&"council".to_owned()));
    assert!(names("NURSE").contains(&"health care".to_owned()) || !names("nurse").is_empty());
    assert_eq!(names("no such word"), Vec::<String>::new());
    assert_eq!(names("").len(), content.terms.len());
}

/// A draft that asks one thing and explains these words.
fn draft(asks: &str, explains: Vec<DraftMeaning>) -> Draft {
    let mut draft = Draft::new(SURVEY);
    let mut changes: Vec<Change> = explains.into_iter().map(Change::AddMeaning).collect();
    let id = ask_together::model::id::QuestionId(Id { author: Author(1), number: 500 });
    let question = ask_together::model::survey::Question {
        text: asks.to_owned(),
        ..ask_together::model::survey::Question::empty(
            id,
            ask_together::model::survey::Kind::LongText,
            Vec::new(),
        )
    };
    let position = draft.question_position(None);
    changes.push(Change::AddQuestion(ask_together::model::draft::DraftQuestion {
        position,
        question,
    }));
    draft.apply(draft.edit(Author(1), 1, DraftAct::Do(changes)));
    draft
}

fn meaning(number: u32, word: &str, text: &str, term: Option<u64>) -> DraftMeaning {
    let id = MeaningId(Id { author: Author(1), number });
    DraftMeaning { term, ..DraftMeaning::new(id, word.to_owned(), text.to_owned()) }
}

#[test]
fn a_survey_that_says_something_else_is_found_and_brought_in_by_a_press() {
    let content = start();
    let advocate = content.named("advocate").expect("it is there");
    let mut draft =
        draft("Do you have an advocate?", vec![meaning(1, "Advocate", "A helper.", None)]);
    assert!(uses(&content, advocate.id, draft.content()));
    let found = others(&content, draft.content());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].term, &*found[0].says), (advocate.id, "A helper."));
    let changes = meanings::say_as(&draft, found[0].meaning, advocate).changes;
    draft.apply(draft.edit(Author(1), 2, DraftAct::Do(changes)));
    assert_eq!(others(&content, draft.content()), []);
    let now = &draft.content().meanings[0];
    assert_eq!((&*now.word, &*now.text), ("Advocate", advocate.meaning()));
    assert_eq!(now.term, Some(advocate.id.0), "it is linked from now on");
    assert_eq!(now.picture, advocate.text(Field::Picture));
    // Once it is linked, only the words change, and it keeps its place.
    let mut us = Writer::new(1);
    us.writes(advocate.id, Field::Meaning, "They speak up with you.");
    let content = us.words.content();
    let term = content.term(advocate.id).expect("it is there");
    let changes = meanings::say_as(&draft, now.id, term).changes;
    let place = Place::Meaning(now.id);
    assert_eq!(changes, [Change::SetText { place, text: "They speak up with you.".to_owned() }]);
}

#[test]
fn a_word_that_a_survey_names_is_offered_until_it_is_explained() {
    let content = start();
    let mut draft = draft("Does your council listen to your unpaid carer?", vec![]);
    let found = offers(&content, draft.content());
    let words: Vec<&str> = found.iter().map(|offer| &*offer.word).collect();
    assert_eq!(words, ["council", "unpaid carer"]);
    let term = content.term(found[1].term).expect("it is there");
    let edited = meanings::explain_as(&draft, Author(1), term, &found[1].word);
    draft.apply(draft.edit(Author(1), 2, DraftAct::Do(edited.changes)));
    let explained = &draft.content().meanings[0];
    assert_eq!(
        &*explained.word, "unpaid carer",
        "as the survey calls it, so that people can tap it"
    );
    assert!(explained.also.contains(&"carer".to_owned()));
    assert_eq!(offers(&content, draft.content()).len(), 1);
}

#[test]
fn a_shared_draft_brings_its_words_and_what_is_not_here_is_found() {
    let mut them = Writer::new(7);
    let brew = them.adds_word("brew", "A hot drink.");
    let content = them.words.content();
    let term = content.term(brew).expect("it is there");
    let mut theirs = draft("Do you want a brew?", vec![]);
    let edited = meanings::explain_as(&theirs, Author(1), term, "brew");
    theirs.apply(theirs.edit(Author(1), 2, DraftAct::Do(edited.changes)));
    let sent = Draft::from_packet(&theirs.to_packet()).expect("it reads");
    let ours = start();
    let found: Vec<&DraftMeaning> = strays(&ours, sent.content()).collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].term, &*found[0].text), (Some(brew.0), "A hot drink."));
    assert_eq!(strays(&content, sent.content()).count(), 0);
}

#[test]
fn words_go_out_as_a_table_and_come_back_as_they_were() {
    let mut us = Writer::new(1);
    let brew = us.adds_word("brew", "A hot drink, \"tea\" say;\nor coffee.");
    us.writes(brew, Field::Also, "=cuppa, tea");
    us.writes(brew, Field::Picture, "2615");
    us.agrees(brew, "+The tea group", 20_000);
    let content = us.words.content();
    let bytes = write_words(&cells(&content), Form::default());
    let table = read(&bytes).expect("it reads");
    assert_eq!(table.bad, []);
    let rows: Vec<Row> = content.terms.iter().map(Row::of).collect();
    assert_eq!(table.rows, rows);
    assert!(table.rows.iter().all(|row| row.brings(&content) == Brings::Same));
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("\"'=cuppa, tea\"") && text.contains("\"'+The tea group\""));
}

#[test]
fn a_guard_is_taken_off_where_it_was_put_on_and_nowhere_else() {
    for (cell, expected) in [("'=1", "=1"), ("'s Gravenhage", "'s Gravenhage"), ("=1", "=1")] {
        assert_eq!(unguarded(cell), expected);
    }
}

#[test]
fn bad_rows_are_told_and_the_others_are_read() {
    let file = "what it MEANS;Word;Other\nA drink.;brew;x\n;cake;\nLost.;;\n;;\nMore.;BREW;\nFlat.;bread\n";
    let table = read(file.as_bytes()).expect("it reads");
    let words: Vec<&str> = table.rows.iter().map(|row| &*row.word).collect();
    assert_eq!(words, ["brew", "bread"]);
    let bad = [(3, BadRow::NoMeaning), (4, BadRow::NoWord), (6, BadRow::Twice)];
    assert_eq!(table.bad, bad);
    assert_eq!(table.rows[0].brings(&start()), Brings::New);
    let other = Row { word: "Advocate".into(), meaning: "x".into(), ..Row::default() };
    assert!(matches!(other.brings(&start()), Brings::Other(_)));
    let long = format!("Word,What it means\nbrew,{}\n", "x".repeat(100_000));
    assert_eq!(read(long.as_bytes()).expect("it reads").bad, [(2, BadRow::TooLong)]);
    assert_eq!(read(b"a,b\n1,2\n"), Err(BadTable::NoHeads));
    assert_eq!(read(b""), Err(BadTable::NoHeads));
    assert_eq!(read(&[0xff, 0xfe, 0]), Err(BadTable::NotText));
}

#[test]
fn what_the_form_would_say_of_a_meaning_is_said_of_a_file_too() {
    let remarks = |word: &str, meaning: &str| {
        Row { word: word.into(), meaning: meaning.into(), ..Row::default() }.remarks()
    };
    assert_eq!(remarks("brew", "A hot drink."), []);
    let long = "You can have it. ".repeat(7);
    assert_eq!(remarks("brew", &long), [Remark::Long(28)]);
    let hard = "Individuals endeavour to facilitate remuneration.";
    assert!(matches!(&remarks("brew", hard)[..], [Remark::Hard(_), ..]));
    let not = Row { is_not: long, meaning: "A drink.".into(), ..Row::default() };
    assert_eq!(not.remarks(), [Remark::Long(28)]);
}

#[test]
fn there_is_room_for_so_many_words_and_the_first_clash_is_found() {
    let mut us = Writer::new(1);
    assert_eq!(start().room(), 500 - start().terms.len());
    assert_eq!(start().first_clash(), None);
    let one = us.adds_word("zebra", "An animal.");
    let other = us.adds_word("Zebra", "A crossing.");
    let content = us.words.content();
    assert_eq!(content.room(), 500 - content.terms.len());
    assert!([Some(one), Some(other)].contains(&content.first_clash()));
    assert_eq!(content.clashes(), 1);
    us.adds_word("", "A drink.");
    let nothing = us.adds_word("", " ");
    let content = us.words.content();
    assert_eq!(content.clashes(), 1, "words without a name are no clash");
    let is_blank = |id| content.term(id).expect("it is there").is_blank();
    assert!(is_blank(nothing) && !is_blank(one));
}

#[test]
fn a_term_is_counted_once_for_each_survey_that_explains_it() {
    let content = start();
    let advocate = content.named("advocate").expect("it is there");
    let both = vec![
        meaning(1, "Advocate", "A helper.", None),
        meaning(2, "advocates", "x", Some(advocate.id.0)),
    ];
    let drafts =
        [draft("Hello?", both), draft("Hello?", vec![meaning(1, "brew", "A drink.", None)])];
    let counts = use_counts(&content, drafts.iter().map(Draft::content));
    assert_eq!(counts, [(advocate.id, 1)].into());
}

#[test]
fn two_tabs_keep_what_both_did() {
    let (mut us, mut them) = (Writer::new(1), Writer::new(2));
    let (ours, theirs) = (us.adds_word("brew", "A drink."), them.adds_word("cake", "Food."));
    let both = Kind::Words.merge(&wire::to_text(&us.words), &wire::to_text(&them.words));
    let both: Glossary = wire::from_text(&both.text).expect("it reads");
    let content = both.content();
    assert!(content.term(ours).is_some() && content.term(theirs).is_some());
    assert_eq!(Kind::of("words/agreed"), Kind::Words);
}

#[test]
fn a_backup_has_what_the_group_did_and_nothing_where_it_did_nothing() {
    let backup = Backup { words: words(), ..Backup::default() };
    let read = Backup::from_json(&backup.to_json());
    assert!(read == Ok(backup));
    assert!(!Backup::default().to_json().contains("words"));
}

#[test]
fn what_a_newer_program_wrote_is_newer_and_not_damaged() {
    let mut us = Writer::new(1);
    us.writes(TermId(1), Field::Word, "x");
    let mut bytes = us.words.to_packet();
    let body = bytes.len() - 4;
    // The number of the part stands behind the name of the term.
    let place = bytes[..body].iter().rposition(|byte| *byte == b'x').expect("its text") - 2;
    assert_eq!(bytes[place], 0);
    bytes[place] = 99;
    let bytes = crate::attacks_on_packets::packet("words", 1, &bytes[1..body]);
    assert_eq!(Glossary::from_packet(&bytes), Err(Unreadable::Newer));
}
