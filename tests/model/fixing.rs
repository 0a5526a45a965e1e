//! What to do about a problem is said in the words of the kind of question that has it.

use ask_together::model::draft::Problem;
use ask_together::model::fixing::says;
use ask_together::model::id::{ChoiceId, QuestionId};
use ask_together::model::survey::Kind;

const Q: QuestionId =
    QuestionId(ask_together::model::id::Id { author: ask_together::model::id::APP, number: 1 });

#[test]
fn a_page_and_a_section_have_a_title_and_a_question_a_question() {
    let check = |kind, expected| {
        assert_eq!(says(Problem::NoQuestionText(Q), Some(kind)), expected, "{kind:?}");
    };
    check(Kind::Information, "write the title of this page.");
    check(Kind::Section, "write the title of this section.");
    check(Kind::Consent, "write the question.");
    check(Kind::YesNo, "write the question.");
}

#[test]
fn too_few_choices_are_called_what_they_are() {
    let check = |kind, expected| {
        assert_eq!(says(Problem::TooFewChoices(Q), Some(kind)), expected, "{kind:?}");
    };
    check(Kind::OneChoice, "add at least 2 choices.");
    check(Kind::Ranking, "add at least 2 things to rank.");
    check(Kind::Sorting, "add at least 2 cards to sort.");
}

#[test]
fn a_choice_without_words_is_written_or_removed() {
    let problem = Problem::NoChoiceText(Q, ChoiceId(Q.0));
    assert_eq!(says(problem, Some(Kind::OneChoice)), "write this choice or remove it.");
}
