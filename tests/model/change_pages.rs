//! What people read of the changes: "You said, we did", the page for a board, the business case, the table, and the
//! survey that asks people whether it is right.

use crate::sample_changes::{Writer, changes, four, said};
use crate::support::SURVEY;
use ask_together::model::answer::Answer;
use ask_together::model::change::{
    Act, Agreed, Block, Change, Every, Field, HEADS, Op, Standing, Strength, Value, Voice,
    agreed_in_words, ask_if_right, board, business_case, heard, is_amount, is_number, page,
    read_pounds, rows, sheet, theory_of_change,
};
use ask_together::model::csv::{Form, write_changes};
use ask_together::model::draft::Draft;
use ask_together::model::easy_read;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::Received;
use ask_together::model::response::{Answers, Response};
use ask_together::model::seal::PublicKey;
use ask_together::model::standard::{HELP, HELP_ANSWERED, NO, YES};
use ask_together::model::survey::Kind;
use ask_together::model::xlsx;

use crate::samples;

fn day(day: u32) -> String {
    format!("day {day}")
}

#[test]
fn what_is_done_comes_first_and_what_cannot_be_done_last() {
    let (writer, [trips, cost, night, morning]) = four();
    let sheet = sheet(&writer.changes.content());
    let ids: Vec<_> = sheet.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [morning, trips, cost, night]);
    assert_eq!(sheet.rows[0].people, "14 of 36 people said this");
    assert_eq!((sheet.unready.len(), sheet.hidden, sheet.pages()), (0, 0, 1));
}

#[test]
fn what_is_hidden_or_not_ready_is_not_shown() {
    let (mut writer, [trips, _, night, _]) = four();
    writer.writes(trips, Field::Doing, " ");
    writer.sets(Some(night), Field::Hidden, Value::Pick(0));
    let sheet = sheet(&writer.changes.content());
    assert_eq!((sheet.rows.len(), sheet.unready, sheet.hidden), (2, vec![trips], 1));
}

#[test]
fn what_was_measured_has_a_box_of_its_own_and_what_was_told_stands_beside_the_rest() {
    let (mut writer, [trips, _, _, morning]) = four();
    writer.writes(trips, Field::Happened, "12 people went on a trip.");
    writer.writes(morning, Field::Happened, "Before: 9 of 30. Now: 21 of 31.");
    writer.writes(morning, Field::How, "The same question, asked twice.");
    writer.sets(Some(morning), Field::Strength, Value::Pick(Strength::Measured.place()));
    let sheet = sheet(&writer.changes.content());
    let pair = (
        "Before: 9 of 30. Now: 21 of 31.".to_owned(),
        "The same question, asked twice.".to_owned(),
    );
    assert_eq!(sheet.difference, [pair]);
    assert_eq!(sheet.rows[0].did.len(), 1);
    assert_eq!(sheet.rows[1].did[1], "12 people went on a trip.");
}

#[test]
fn long_sheets_say_that_they_are_more_than_2_pages() {
    let mut writer = Writer::new(1);
    let long =
        "We talked to the bus company about it and they said that they will look at the times.";
    for _ in 0..8 {
        said(&mut writer, "We want the bus to come more often.", Standing::Doing, long);
    }
    assert_eq!(sheet(&writer.changes.content()).pages(), 2);
    for _ in 0..6 {
        said(&mut writer, "We want the bus to come more often.", Standing::Doing, long);
    }
    assert_eq!(sheet(&writer.changes.content()).pages(), 3);
}

#[test]
fn an_amount_that_nobody_knows_is_never_added_up_nor_shown_as_0() {
    let (mut writer, [trips, cost, night, _]) = four();
    let mut pays = |of, amount, every: Option<Every>| {
        writer.sets(Some(of), Field::Cost, amount);
        if let Some(every) = every {
            writer.sets(Some(of), Field::CostEvery, Value::Pick(every.place()));
        }
    };
    pays(trips, Value::NotKnown, None);
    pays(cost, Value::Pence(100_000), Some(Every::Year));
    pays(night, Value::Pence(50_050), None);
    let content = writer.changes.content();
    let Block::List(lines) = &board(&content, 0, day)[1] else { panic!("a list") };
    let costs = "Cost: £500.50 once and £1,000 each year, for 2 changes. Not known for 1 change.";
    assert!(lines.contains(&costs.to_owned()), "{lines:?}");
    let table = rows(content.changes.iter().map(|change| ("Tea", change)), |_| "");
    let column = HEADS.iter().position(|head| *head == "Cost in pounds").expect("a column");
    let cells: Vec<&str> = table.iter().map(|row| &*row[column]).collect();
    assert_eq!(cells, ["not known", "1000.00", "500.50", ""]);
}

#[test]
fn a_board_sees_what_is_late_and_who_does_not_agree() {
    let (mut writer, [trips, ..]) = four();
    writer.sets(Some(trips), Field::By, Value::Day(20_000));
    let agreed = Agreed {
        who: String::new(),
        day: 1,
        agrees: Some(false),
        because: String::new(),
        from: None,
    };
    writer.does(Act::Do(vec![Op::Agree(trips, agreed)]));
    let content = writer.changes.content();
    let lines = |today| match &board(&content, today, day)[1] {
        Block::List(lines) => lines.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        lines(20_000)[0],
        "4 changes. We did: 1, We are doing it: 1, Not yet: 1, We can’t: 1."
    );
    assert!(!lines(20_000).iter().any(|line| line.contains("late")));
    assert!(lines(20_001).contains(&"1 change is late.".to_owned()));
    assert!(lines(20_001).contains(&"Some people do not agree with 1 change.".to_owned()));
}

#[test]
fn a_business_case_says_what_is_not_written_yet() {
    let (writer, _) = four();
    let case = business_case(&writer.changes.content());
    let missing = case.iter().filter(|block| matches!(block, Block::Missing(_))).count();
    assert_eq!(missing, 7, "need, options, cost, benefit, evidence, risk and what is asked for");
    let headings: Vec<&str> = case
        .iter()
        .filter_map(|block| match block {
            Block::Heading(text) => Some(&**text),
            _ => None,
        })
        .collect();
    let all = [
        "The need",
        "The options",
        "The cost",
        "The benefit",
        "How strong the evidence is",
        "The risk",
        "What we ask for",
    ];
    assert_eq!(headings, all);
    let full = business_case(&changes().content());
    assert!(!full.iter().any(|block| matches!(block, Block::Missing(_))), "{full:?}");
    let chain = theory_of_change(&changes().content());
    assert_eq!(chain.len(), 8);
    assert_eq!(
        chain[4..6],
        [Block::Heading("What changed first".into()), Block::List(vec!["Happened ☕".into()])]
    );
}

#[test]
fn several_surveys_roll_up_into_one_table() {
    let (one, other) = (four().0.changes.content(), changes().content());
    let all = one.changes.iter().map(|change| ("Tea, \"hot\"", change));
    let all: Vec<(&str, &Change)> =
        all.chain(other.changes.iter().map(|change| ("=1+1", change))).collect();
    let table = rows(all, |_| "Co-producing");
    assert!(table.iter().all(|row| row.len() == HEADS.len()));
    assert_eq!(table.len(), one.changes.len() + other.changes.len());
    let file = String::from_utf8(write_changes(&table, Form::default())).expect("text");
    assert!(file.contains("\"'=1+1\""), "a spreadsheet must not run it");
    assert!(file.contains(",1200.50,"), "amounts are numbers");
    let bytes = xlsx::write_changes(&table, &[("Made with".into(), "Ask Together".into())]);
    assert!(bytes.starts_with(b"PK"));
    let numbers = HEADS.iter().enumerate().filter(|(place, _)| is_number(*place));
    let numbers: Vec<&str> = numbers.map(|(_, head)| *head).collect();
    let expected = [
        "How well we know (1 to 5)",
        "Cost in pounds",
        "Saving in pounds",
        "People who agree",
        "People who do not agree",
    ];
    assert_eq!(numbers, expected);
}

fn asked() -> Draft {
    let (writer, _) = four();
    ask_if_right(
        SurveyId(42),
        &sheet(&writer.changes.content()),
        ("Your support at home", "The support team"),
        1,
    )
}

#[test]
fn the_survey_that_asks_if_it_is_right_can_be_published_as_it_is() {
    let draft = asked();
    let survey = draft.publish(1, PublicKey([7; 32])).expect("no problems");
    assert_eq!(survey.title, "You said, we did: Your support at home");
    let kinds: Vec<Kind> = survey.questions.iter().map(|question| question.kind).collect();
    assert_eq!(kinds.len(), 9, "two for each change, and the one about help");
    let first = &survey.questions[0];
    let text = "You said: I want to pick who helps me in the morning.\nWe did: You can now pick your morning \
                worker.\nDo you agree?";
    assert_eq!(first.text, text);
    assert_eq!(first.hint, "14 of 36 people said this");
    let again = asked();
    assert_eq!(again.log(), draft.log(), "the ids are those of the changes");
    for text in [&draft.content().welcome, &draft.content().after, "What should we do instead?"] {
        assert_eq!(easy_read::in_text(text), [], "{text}");
    }
}

#[test]
fn what_people_send_back_is_noted_once_and_a_change_of_mind_takes_its_place() {
    let (mut writer, [.., morning]) = four();
    let draft = asked();
    let survey = draft.publish(1, PublicKey([7; 32])).expect("no problems");
    let (agree, why) = (survey.questions[0].id, survey.questions[1].id);
    let answer = |id, revision, pairs: Vec<_>| {
        let answers: Answers = pairs.into_iter().collect();
        let response = Response { id: ResponseId(id), revision, answers, ..samples::person() };
        Received { response, ..samples::received() }
    };
    let no = || vec![(agree, Answer::OneChoice(NO)), (why, Answer::Text(" Ask us first. ".into()))];
    let first = [
        answer(1, 1, no()),
        answer(2, 1, vec![(agree, Answer::OneChoice(YES))]),
        answer(3, 1, vec![]),
    ];
    let ops = heard(&writer.changes, &first, |_| 20_000);
    assert_eq!(ops.len(), 2);
    writer.does(Act::Do(ops));
    let tally =
        |writer: &Writer| writer.changes.content().change(morning).expect("a change").tally();
    assert_eq!(tally(&writer), (1, 1, 0));
    let because =
        writer.changes.content().change(morning).expect("a change").agreed[0].1.because.clone();
    assert_eq!(because, "Ask us first.");
    assert_eq!(heard(&writer.changes, &first, |_| 20_001), [], "it is noted already");
    let then = [answer(1, 2, vec![(agree, Answer::OneChoice(YES))])];
    let ops = heard(&writer.changes, &then, |_| 20_002);
    writer.does(Act::Do(ops));
    assert_eq!(tally(&writer), (2, 0, 0));
    assert_eq!(writer.changes.survey(), SURVEY);
}

#[test]
fn who_answered_for_a_person_is_told_apart_from_who_agrees() {
    let (mut writer, [.., morning]) = four();
    let survey = asked().publish(1, PublicKey([7; 32])).expect("no problems");
    let agree = survey.questions[0].id;
    let answers: Answers =
        [(agree, Answer::OneChoice(YES)), (HELP, Answer::ManyChoices(vec![HELP_ANSWERED]))]
            .into_iter()
            .collect();
    let response = Response { id: ResponseId(1), answers, ..samples::response() };
    let ops = heard(&writer.changes, &[Received { response, ..samples::received() }], |_| 20_000);
    writer.does(Act::Do(ops));
    let content = writer.changes.content();
    let change = content.change(morning).expect("a change");
    assert_eq!((change.tally(), change.count(Voice::ForAnother)), ((0, 0, 0), 1));
    assert_eq!(agreed_in_words(change), "Someone else answered for 1 person: not counted here.");
}

#[test]
fn who_agreed_with_other_words_does_not_agree_with_the_new_ones() {
    let (mut writer, [trips, ..]) = four();
    let agreed = |who: &str| {
        let who = who.to_owned();
        Op::Agree(
            trips,
            Agreed { who, day: 1, agrees: Some(true), because: String::new(), from: None },
        )
    };
    writer.does(Act::Do(vec![agreed("A visitor")]));
    writer.writes(trips, Field::Doing, "We close the hall for good.");
    let said = |writer: &Writer| {
        agreed_in_words(writer.changes.content().change(trips).expect("a change"))
    };
    assert_eq!(said(&writer), "1 answer was about earlier words: ask again.");
    writer.does(Act::Do(vec![agreed("A member")]));
    writer.writes(trips, Field::Who, "The manager");
    assert_eq!(said(&writer), "1 person agrees. 1 answer was about earlier words: ask again.");
}

#[test]
fn a_change_without_a_status_is_no_row_for_a_board() {
    let (mut writer, _) = four();
    let id = said(&mut writer, "We want tea.", Standing::Did, "There is tea.");
    writer.sets(Some(id), Field::Standing, Value::Nothing);
    let blocks = board(&writer.changes.content(), 0, day);
    let Some(Block::Table { rows, .. }) = blocks.iter().find(|b| matches!(b, Block::Table { .. }))
    else {
        panic!("a table")
    };
    assert_eq!(rows.len(), 4);
    let told = Block::Missing("1 change has no status yet, and so no row here.".to_owned());
    assert!(blocks.contains(&told), "{blocks:?}");
}

#[test]
fn an_amount_is_told_from_what_is_none_and_from_what_is_too_large() {
    for (typed, is, pence) in [
        ("1200", true, Some(120_000)),
        ("£999,999,999,999", true, None),
        ("3.505", false, None),
        ("a lot", false, None),
        ("", false, None),
    ] {
        assert_eq!((is_amount(typed), read_pounds(typed)), (is, pence), "{typed}");
    }
}

#[test]
fn a_page_of_its_own_runs_nothing_of_what_people_wrote() {
    let mut writer = Writer::new(1);
    let harm = "<script>alert('1')</script>\" onload=x & more";
    let id = said(&mut writer, harm, Standing::Did, harm);
    writer.writes(id, Field::People, harm);
    writer.writes(id, Field::Picture, "1F552");
    writer.writes(id, Field::Happened, harm);
    writer.writes(id, Field::How, harm);
    writer.sets(Some(id), Field::Strength, Value::Pick(Strength::Checked.place()));
    let pictures = [("1F552".to_owned(), "data:image/svg+xml,'\"><script>".to_owned())];
    let page = page(&sheet(&writer.changes.content()), harm, &pictures);
    assert!(!page.contains("<script") && !page.contains("\" onload"), "{page}");
    assert_eq!(page.matches("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;").count(), 7);
    assert_eq!(page.matches("<img").count(), 1);
    assert!(!page.contains("http"), "it asks nobody for anything");
}
