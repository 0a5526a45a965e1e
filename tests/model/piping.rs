//! Words from an earlier answer in a later text.

use crate::make::{
    answers, answers_in_rounds, many, one, other, question, ranked, repeated, shown, version, when,
    when_is, words,
};
use crate::support::q;
use ask_together::model::answer::Answer;
use ask_together::model::id::{Author, Id, QuestionId};
use ask_together::model::path::{Path, Step};
use ask_together::model::piping::{self, Piece, fill, mark, pieces};
use ask_together::model::plain_text::is_blank;
use ask_together::model::response::Answers;
use ask_together::model::survey::{Check, Kind, Question, Survey};
use ask_together::model::words::Words;
use proptest::prelude::*;

/// Pieces as text: an answer is `<author number>`.
fn shown_pieces(text: &str) -> Vec<String> {
    let show = |piece: &Piece| match piece {
        Piece::Text(words) => (*words).to_owned(),
        Piece::Answer(QuestionId(id)) => format!("<{:x} {}>", id.author.0, id.number),
    };
    pieces(text).iter().map(show).collect()
}

fn check_pieces(text: &str, expected: &[&str]) {
    assert_eq!(shown_pieces(text), expected, "{text:?}");
}

#[test]
fn marks_are_found_wherever_they_stand() {
    check_pieces("", &[]);
    check_pieces("No mark", &["No mark"]);
    check_pieces("[[9-1]]", &["<9 1>"]);
    check_pieces("Is [[9-1]] well?", &["Is ", "<9 1>", " well?"]);
    check_pieces("[[9-1]][[1f-12]]", &["<9 1>", "<1f 12>"]);
    check_pieces("é[[9-1]]☕", &["é", "<9 1>", "☕"]);
    check_pieces("[[ffffffff-4294967295]]", &["<ffffffff 4294967295>"]);
    check_pieces("[[[9-1]]]", &["[", "<9 1>", "]"]);
    check_pieces("[[a [[9-1]]", &["[[a ", "<9 1>"]);
}

#[test]
fn what_is_no_mark_stays_as_it_is() {
    for text in [
        "[[",
        "[[]]",
        "[[-]]",
        "[[9-]]",
        "[[-1]]",
        "[[9-1]",
        "[9-1]]",
        "[[9-1 ]]",
        "[[ 9-1]]",
        "[[9-1-1]]",
        "[[g-1]]",
        "[[9-a]]",
        "[[9]]",
        "[[100000000-1]]",
        "[[9-4294967296]]",
        "[[9-000000000000000000000001]]",
        "[[é-1]]",
        "[[9-é]]",
        "[[9-1]é",
        "[[9\n-1]]",
        "] ]",
        "[[٩-١]]",
    ] {
        check_pieces(text, &[text]);
    }
}

#[test]
fn a_mark_reads_back() {
    for (author, number) in [(0, 0), (9, 1), (u32::MAX, u32::MAX)] {
        let id = QuestionId(Id { author: Author(author), number });
        assert_eq!(pieces(&mark(id)), [Piece::Answer(id)]);
    }
}

/// The text on the page of the last question, with these answers.
fn filled(survey: &Survey, answers: &Answers, step: Step, text: &str) -> String {
    let path = Path::of(survey, answers);
    fill(text, (survey, answers, &path), step, &Words::english())
}

/// What stands for the answer to question 1 on a page behind it, without its isolates.
fn check(first: Question, answer: Option<Answer>, expected: &str) {
    let survey = version(1, vec![first, question(2, Kind::LongText)]);
    let given: Vec<_> = answer.into_iter().map(|answer| (1, answer)).collect();
    let text = format!("“{}”", mark(q(1)));
    let filled = filled(&survey, &answers(&given), Step { place: 1, round: 0 }, &text);
    let expected = match expected {
        "…" => "“…”".to_owned(),
        said => format!("“\u{2068}{said}\u{2069}”"),
    };
    assert_eq!(filled, expected);
}

#[test]
fn every_kind_of_answer_can_be_put_in() {
    let other_too = Question { other: true, ..question(1, Kind::OneChoice) };
    check(question(1, Kind::ShortText), Some(words("Sam")), "Sam");
    check(question(1, Kind::OneChoice), Some(one(2)), "2");
    check(other_too, Some(other(&[], "Tea")), "Something else: Tea");
    check(question(1, Kind::ManyChoices), Some(many(&[1, 3])), "1, 3");
    check(question(1, Kind::Ranking), Some(ranked(&[3, 1])), "1. 3, 2. 1");
    check(question(1, Kind::Number), Some(words("٣")), "٣");
    check(question(1, Kind::Date), Some(words("1/2/2003")), "1 2 2003");
}

#[test]
fn three_dots_stand_for_an_answer_that_is_not_there() {
    check(question(1, Kind::ShortText), None, "…");
    check(question(1, Kind::Number), Some(words("three")), "…");
    check(question(1, Kind::OneChoice), Some(one(9)), "…");
    check(question(1, Kind::OneChoice), Some(words("left over")), "…");
    let survey = version(1, vec![question(1, Kind::ShortText)]);
    let text = mark(q(99));
    let step = Step { place: 0, round: 0 };
    assert_eq!(filled(&survey, &Answers::default(), step, &text), "…", "no such question");
}

#[test]
fn a_name_that_is_not_there_takes_its_comma_along() {
    let survey = version(1, vec![question(1, Kind::ShortText), question(2, Kind::LongText)]);
    let mark = mark(q(1));
    let text = |before: &str, behind: &str| {
        let text = [before, &mark, behind].concat();
        filled(&survey, &Answers::default(), Step { place: 1, round: 0 }, &text)
    };
    assert_eq!(text("", ", where do you live?"), "Where do you live?");
    assert_eq!(text("Where do you live, ", "?"), "Where do you live?");
    assert_eq!(text("Is it Ann, ", " or Bo?"), "Is it Ann or Bo?");
    assert_eq!(text("Does ", " help you?"), "Does … help you?");
    assert_eq!(text("", " helps, you say?"), "… helps, you say?");
    assert_eq!(text("", ","), "");
    let given = answers(&[(1, words("Ann"))]);
    let step = Step { place: 1, round: 0 };
    let said = filled(&survey, &given, step, &[&mark, ", are you well?"].concat());
    assert_eq!(said, "\u{2068}Ann\u{2069}, are you well?");
}

#[test]
fn a_hidden_answer_is_not_there() {
    let hidden = shown(when_is(1, 1), question(2, Kind::ShortText));
    let survey =
        version(1, vec![question(1, Kind::OneChoice), hidden, question(3, Kind::LongText)]);
    let step = Step { place: 2, round: 0 };
    let said = |first| answers(&[(1, one(first)), (2, words("Sam"))]);
    assert_eq!(filled(&survey, &said(2), step, &mark(q(2))), "…");
    assert_eq!(filled(&survey, &said(1), step, &mark(q(2))), "\u{2068}Sam\u{2069}");
}

#[test]
fn marks_and_html_in_an_answer_are_only_words() {
    let text = Kind::ShortText;
    for said in ["[[9-1]]", "[[9-2]]", "<b>", "&amp;", "{1}", "[[[9-1]]]"] {
        check(question(1, text), Some(words(said)), said);
    }
}

#[test]
fn an_answer_can_not_turn_or_break_the_sentence_around_it() {
    let text = Kind::LongText;
    check(question(1, text), Some(words("one\ntwo")), "one two");
    check(question(1, text), Some(words("a\0b\u{1b}c\u{85}d")), "abcd");
    check(question(1, text), Some(words("a\u{2069}\u{202e}b\u{2066}\u{202a}c")), "abc");
    check(question(1, text), Some(words("مريم")), "مريم");
    check(question(1, text), Some(words("👨‍👩‍👧")), "👨‍👩‍👧");
}

#[test]
fn a_long_answer_is_cut() {
    let long = "é".repeat(500);
    check(question(1, Kind::LongText), Some(words(&long)), &("é".repeat(119) + "…"));
    let words_of_ten = "abcdefghi ".repeat(13);
    let whole = "abcdefghi ".repeat(11) + "abcdefghi…";
    check(question(1, Kind::LongText), Some(words(&words_of_ten)), &whole);
    let turned = "\u{202e}".repeat(500) + "Sam";
    check(question(1, Kind::LongText), Some(words(&turned)), "Sam");
}

/// Each friend has a name (3), and those with a name have a dog (4). Behind them come another
/// repeated section (6) and a page alone (8).
fn friends() -> Survey {
    let named = |number| question(number, Kind::ShortText);
    let dog = shown(when(3, Check::Answered), named(4));
    version(
        1,
        vec![
            question(1, Kind::Number),
            repeated(2, 1),
            named(3),
            dog,
            named(9),
            repeated(5, 1),
            named(6),
            question(7, Kind::Section),
            named(8),
        ],
    )
}

fn check_friends(place: usize, round: u8, source: u32, expected: &str) {
    let given = answers_in_rounds(&[
        (1, 0, words("3")),
        (3, 0, words("Jo")),
        (3, 2, words("Al")),
        (4, 0, words("Rex")),
        (4, 1, words("hidden")),
        (8, 0, words("Last")),
    ]);
    let text = filled(&friends(), &given, Step { place, round }, &mark(q(source)));
    let text = text.trim_matches(['\u{2068}', '\u{2069}']);
    assert_eq!(text, expected, "{source} on {place} in round {round}");
}

#[test]
fn an_answer_comes_from_the_same_time_round() {
    check_friends(4, 0, 3, "Jo");
    check_friends(4, 2, 3, "Al");
    check_friends(4, 1, 3, "…");
    check_friends(2, 2, 1, "3");
    check_friends(6, 2, 3, "Al");
    check_friends(8, 0, 3, "Jo");
}

#[test]
fn an_answer_that_is_hidden_this_time_is_not_taken_from_another_time() {
    check_friends(4, 0, 4, "Rex");
    check_friends(4, 1, 4, "…");
    check_friends(4, 2, 4, "…");
}

#[test]
fn every_text_of_a_question_is_filled() {
    let text = mark(q(1));
    let mut sorting = question(2, Kind::Sorting);
    (sorting.text, sorting.hint) = (format!("1 {text}"), format!("2 {text}"));
    sorting.picture_alt = format!("3 {text}");
    sorting.piles = vec![format!("4 {text}"), String::new(), "5".into()];
    sorting.choices[0].text = format!("6 {text}");
    let survey = version(1, vec![question(1, Kind::ShortText), sorting]);
    let given = answers(&[(1, words("Sam"))]);
    let path = Path::of(&survey, &given);
    let step = Step { place: 1, round: 0 };
    let mut filled = piping::question((&survey, &given, &path), step, &Words::english());
    let sam = |number: u32| format!("{number} \u{2068}Sam\u{2069}");
    assert_eq!([&filled.text, &filled.hint, &filled.picture_alt], [&sam(1), &sam(2), &sam(3)]);
    assert_eq!(filled.piles, [sam(4), String::new(), "5".into()]);
    assert_eq!(filled.choices.remove(0).text, sam(6));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_hold_all_of_a_text(text in "(\\[\\[|\\]\\]|9-1|[\\[\\]a-f0-9-]|é){0,30}") {
        let put_back = |piece: &Piece| match piece {
            Piece::Text(words) => (*words).to_owned(),
            Piece::Answer(id) => mark(*id),
        };
        let together: String = pieces(&text).iter().map(put_back).collect();
        // Zeros and capitals in front are read, and written back without them.
        let plain = |text: &str| text.replace(['0', '+'], "").to_lowercase();
        prop_assert_eq!(plain(&together), plain(&text));
    }

    #[test]
    fn any_answer_stays_between_its_isolates(said in any::<String>()) {
        // What nobody can see is no answer.
        prop_assume!(!is_blank(&said));
        let survey = version(1, vec![question(1, Kind::LongText)]);
        let given = answers(&[(1, words(&said))]);
        let text = format!("a {} b", mark(q(1)));
        let filled = filled(&survey, &given, Step { place: 0, round: 0 }, &text);
        let inside = filled.strip_prefix("a \u{2068}").and_then(|t| t.strip_suffix("\u{2069} b"));
        let inside = inside.expect("isolates around the answer");
        let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!inside.contains(turns) && !inside.contains(char::is_control));
        prop_assert!(inside.chars().count() <= 120);
    }
}
