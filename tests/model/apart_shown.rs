//! From how many sets on answers that are kept apart show, and in which files.

use crate::apart::{both, kept, survey};
use crate::make::{answers, one, picking, received, version};
use crate::spreadsheet::read;
use crate::support::q;
use ask_together::model::csv::{
    self, Cells, Form, Options, fixed_of, write_codebook, write_counts,
};
use ask_together::model::dataset::{Dataset, FEWEST_APART, Many, TooFew, held_back, open_sets};
use ask_together::model::id::{Edition, ResponseId};
use ask_together::model::inbox::{By, Received};
use ask_together::model::package;
use ask_together::model::report::{self, Edits, Is};
use ask_together::model::response::Response;
use ask_together::model::suppress::{LeftOut, Rule, Shown, shared, shared_apart};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;
use ask_together::model::xlsx;

/// A set that is kept apart, by somebody who picked this at question 2 of a version.
fn set(survey: &Survey, id: u64, picked: u32) -> Received {
    let [_, apart] = both(1, id);
    let (version, edition) = (survey.version, survey.edition);
    let answers = answers(&[(2, one(picked))]);
    Received { at: 0, by: By::Link, response: Response { version, edition, answers, ..apart } }
}

fn sets(survey: &Survey, count: u64) -> Vec<Received> {
    (0..count).map(|id| set(survey, 100 * u64::from(survey.version) + id, 22)).collect()
}

fn too_few(versions: &[Survey], sets: &[Received]) -> Option<TooFew> {
    Dataset::of_apart(versions, sets, &Words::english()).err()
}

#[test]
fn nothing_shows_before_five_sets_are_in() {
    let versions = [survey()];
    for count in 0..5 {
        let here = count as usize;
        let why = too_few(&versions, &sets(&versions[0], count)).expect("too few");
        assert_eq!(why, TooFew { here });
        assert!(why.says().starts_with(&format!("{here} of 5 sets of answers are in.")));
        assert!(open_sets(&versions, &sets(&versions[0], count)).is_empty());
    }
    assert_eq!(FEWEST_APART, 5);
    let five = sets(&versions[0], 5);
    let words = Words::english();
    let data = Dataset::of_apart(&versions, &five, &words).expect("enough");
    assert_eq!((data.people.len(), data.held, held_back(data.held)), (5, 0, String::new()));
}

#[test]
fn what_people_said_beside_it_counts_for_nothing() {
    let versions = [survey()];
    let [main, _] = both(1, 99);
    let person = |id| Received {
        at: 7,
        by: By::Link,
        response: Response { id: ResponseId(id), ..main.clone() },
    };
    let mut all = sets(&versions[0], 4);
    all.extend((500..509).map(person));
    assert_eq!(too_few(&versions, &all), Some(TooFew { here: 4 }));
    // And of the other table, no set is a row.
    let words = Words::english();
    assert_eq!(Dataset::of(&versions, &all, &words).people.len(), 9);
}

/// A version of the survey with another second question.
fn other(number: u32, second: Question) -> Survey {
    let mut other = version(number, vec![picking(1, Kind::OneChoice, &[11, 12]), second]);
    other.edition = Edition([number as u8; 16]);
    other
}

#[test]
fn the_only_set_of_a_version_that_asked_otherwise_is_held_back() {
    let first = other(1, kept(2, &[21, 22]));
    let second = other(2, kept(2, &[21, 22, 23]));
    let versions = [first, second];
    let mut all = sets(&versions[0], 5);
    all.push(set(&versions[1], 300, 23));
    let words = Words::english();
    let data = Dataset::of_apart(&versions, &all, &words).expect("five of the first");
    assert_eq!((data.people.len(), data.held), (5, 1));
    assert!(held_back(1).starts_with("1 more set is held back."));
    // Nor do two kinds make five together.
    let mixed = [sets(&versions[0], 3), sets(&versions[1], 3)].concat();
    let why = too_few(&versions, &mixed).expect("too few of each");
    assert!(why.says().starts_with("6 sets of answers are in, but fewer than 5 of them"));
    // And one whose version is not here shows nowhere.
    assert_eq!(open_sets(&versions[1..], &all).len(), 0);
}

#[test]
fn versions_that_asked_the_same_count_together_and_no_word_tells_which() {
    let first = other(1, kept(2, &[21, 22]));
    let mut reworded = kept(2, &[22, 21]);
    reworded.text = "Question 2, said better?".to_owned();
    reworded.choices[0].text = "The second".to_owned();
    let versions = [first, other(2, reworded)];
    let all = [sets(&versions[0], 4), sets(&versions[1], 1)].concat();
    let words = Words::english();
    let data = Dataset::of_apart(&versions, &all, &words).expect("five");
    let options = Options { cells: Cells::Words, ..Options::default() };
    let rows = read(&csv::write(&data, options, |at| at.to_string()));
    assert_eq!(rows[0], ["Response", "Question 2, said better?"]);
    assert!(rows[1..].iter().all(|row| row[1] == "The second"), "{rows:?}");
    assert_eq!(rows.len(), 6);
}

#[test]
fn its_codebook_workbook_and_zip_have_codes_and_nothing_that_joins() {
    let versions = [survey()];
    let (all, words) = (sets(&versions[0], 5), Words::english());
    let data = Dataset::of_apart(&versions, &all, &words).expect("five");
    let fixed: Vec<&str> = fixed_of(&data).iter().map(|fixed| fixed.name()).collect();
    assert_eq!(fixed, ["response"]);
    let codes = Options { cells: Cells::Codes, ..Options::default() };
    let rows = read(&csv::write(&data, codes, |at| at.to_string()));
    assert_eq!(rows[0], ["response", "q2", "q3"], "the codes are those of the whole survey");
    assert_eq!(rows[1][1..], ["2".to_owned(), ".n".to_owned()]);
    let book = read(&write_codebook(&data, Form::default(), |_| "Pick one"));
    let columns: Vec<&str> = book[1..].iter().map(|row| &*row[0]).collect();
    assert!(columns.iter().all(|name| ["response", "q2", "q3"].contains(name)), "{columns:?}");
    assert!(book.iter().any(|row| row[0] == "q2" && row.contains(&"22".to_owned())));
    xlsx::write(&data, &[], |at| at.to_string(), |_| "Pick one").expect("it is small");
    let about = package::About { title: "Tea", lines: &[] };
    let zip = package::write(&data, &about, |at| at.to_string(), |_| "Pick one");
    let text = String::from_utf8_lossy(&zip);
    assert!(!text.contains("came_in_at"));
    assert_eq!(data.columns(Many::Columns).len(), 2);
}

/// Twelve people, each with a set: so many picked 21 at question 2.
fn twelve(first: u64) -> (Vec<Survey>, Vec<Received>, Vec<Received>) {
    let versions = vec![other(1, kept(2, &[21, 22]))];
    let people = vec![received(1, &[(1, one(11))]); 12];
    let picked = |id| if id < first { 21 } else { 22 };
    let sets = (0..12).map(|id| set(&versions[0], id, picked(id))).collect();
    (versions, people, sets)
}

#[test]
fn what_can_be_shared_of_it_hides_small_counts() {
    let words = Words::english();
    let of = |first, rule| {
        let (versions, people, sets) = twelve(first);
        let main = shared(&Dataset::of(&versions, &people, &words), rule);
        let data = Dataset::of_apart(&versions, &sets, &words).expect("twelve");
        let apart = shared_apart(&data, rule, &main);
        let file = write_counts(&main, &[], Some(&apart), Form::PLAIN);
        (apart, String::from_utf8(file).expect("text"))
    };
    let (apart, file) = of(6, Rule::Under(5));
    let choices = apart.tables[0].counts.as_ref().map(|counts| counts.choices.clone());
    assert_eq!(choices, Ok(vec![vec![Shown::Count(6)], vec![Shown::Count(6)]]));
    assert!(file.contains("\"All that is kept apart\",\"Sets of answers\",\"\",12,\"\""), "{file}");
    let (apart, file) = of(1, Rule::Under(5));
    let choices = apart.tables[0].counts.as_ref().map(|counts| counts.choices.clone());
    assert_eq!(choices, Ok(vec![vec![Shown::Hidden], vec![Shown::Hidden]]));
    assert!(!file.contains("\"21\",\"\",1"), "{file}");
}

#[test]
fn a_question_that_another_answer_leads_to_is_left_out_of_what_can_be_shared() {
    let words = Words::english();
    let mut second = kept(2, &[21, 22]);
    second.show_if = crate::make::when_is(1, 11);
    let versions = [other(1, second)];
    let people = vec![received(1, &[(1, one(11))]); 12];
    let sets = sets(&versions[0], 12);
    let main = shared(&Dataset::of(&versions, &people, &words), Rule::default());
    let data = Dataset::of_apart(&versions, &sets, &words).expect("twelve");
    let apart = shared_apart(&data, Rule::default(), &main);
    assert_eq!(apart.tables[0].counts, Err(LeftOut::Depends));
}

#[test]
fn rounded_counts_of_both_tables_say_no_more_together() {
    let words = Words::english();
    let (versions, people, sets) = twelve(6);
    // Two of 7 at most are 14 people at most; the other table says 18 to 22.
    let more = [people.clone(), people[..8].to_vec()].concat();
    let data = Dataset::of_apart(&versions, &sets, &words).expect("twelve");
    let main = shared(&Dataset::of(&versions, &more, &words), Rule::Rounded);
    let apart = shared_apart(&data, Rule::Rounded, &main);
    assert!(apart.tables.iter().all(|table| table.counts.is_err()), "{apart:?}");
}

#[test]
fn a_report_offers_it_and_begins_without_it() {
    let words = Words::english();
    let (versions, people, sets) = twelve(6);
    let main = Dataset::of(&versions, &people, &words);
    let apart = Dataset::of_apart(&versions, &sets, &words).expect("twelve");
    let edits = Edits::new(crate::support::SURVEY);
    let found = report::report_on(&main, Some(&apart), &edits, None);
    let of = |report: &report::Report| {
        let own = report.questions.iter().find(|one| one.key.question == q(2));
        own.map(|one| (one.key, one.is))
    };
    let (key, is) = of(&found).expect("it is offered");
    assert_eq!(is, Is::Unticked);
    let ticked = Edits { questions: Some(vec![key]), ..edits };
    let found = report::report_on(&main, Some(&apart), &ticked, None);
    assert_eq!(of(&found).map(|(_, is)| is), Some(Is::In));
    assert!(found.charts().count() == 1);
}
