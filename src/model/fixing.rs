//! What to do about a problem of a draft, in the words of the kind of question that it is about: a page has
//! a title, where a question has a question.
//!
//! Absent: where the problem shows, and what the card is called.

use super::draft::Problem;
use super::survey::Kind;

/// What to do, as it goes on after "Question 3: ". `kind` is that of the question that it is about.
pub fn says(problem: Problem, kind: Option<Kind>) -> &'static str {
    match problem {
        Problem::NoTitle => "Write a title for the survey.",
        Problem::NoOrganisation => "Write who is asking. People want to know.",
        Problem::NoLink => {
            "Write the whole address of the page. It starts with https:// and has no spaces."
        }
        Problem::NoLogoWords => {
            "Say what your logo shows, such as the name of your group. Some people do not see it."
        }
        Problem::NoQuestions => "Add a question.",
        Problem::NoQuestionText(_) => match kind {
            Some(Kind::Information) => "write the title of this page.",
            Some(Kind::Section) => "write the title of this section.",
            _ => "write the question.",
        },
        Problem::TooFewChoices(_) => match kind {
            Some(Kind::Ranking) => "add at least 2 things to rank.",
            Some(Kind::Sorting) => "add at least 2 cards to sort.",
            _ => "add at least 2 choices.",
        },
        Problem::NotTwoChoices(_) => "remove some choices. “This or that” has 2.",
        Problem::NoChoiceText(..) => "write this choice or remove it.",
        Problem::SameChoice(..) => "two choices say the same. Change one.",
        Problem::TooLong(_) => "make these words shorter.",
        Problem::TooManyQuestions => "Remove some questions. A survey can have 499.",
        Problem::SurveyTooLong => "The survey is too long for a link. Remove some questions.",
        Problem::TooManyChoices(_) => "remove some choices. A question can have 200.",
        Problem::BadLimits(_) => "nobody can answer inside these limits. Change a number.",
        Problem::ConditionGone(_) => {
            "“When to ask this” is about something that is gone. Change that condition or remove it."
        }
        Problem::ConditionAhead(_) => {
            "“When to ask this” is about a question that comes later. Move that one up, or change the condition."
        }
        Problem::ConditionRepeated(_) => {
            "“When to ask this” is about a question that is asked many times. Pick another question."
        }
        Problem::ConditionApart(_) => {
            "“When to ask this” is about an answer that is kept apart. Keep this one apart too, or change the condition."
        }
        Problem::PromisedApart(_) => {
            "the page before it says that these answers are kept apart. Keep this one apart too, or change that page."
        }
        Problem::TooManyTests(_) => "remove some conditions. “When to ask this” can have 20.",
        Problem::NeverAsked(_) => {
            "nobody will ever be asked this. Two conditions cannot both be true. Change “When to ask this”."
        }
        Problem::RepeatGone(_) => {
            "pick again how many times to ask it. It needs a question for a number before it."
        }
        Problem::AnswerGone(_) => {
            "the earlier answer in these words is gone, or comes later. Remove it from the words."
        }
        Problem::NoMediaWords(_) => "Write what the sound or video says.",
        Problem::NoMeaning(_) => "Write the hard word and what it means, or remove it.",
        Problem::TooManyMeanings => "Remove some hard words. A survey can have 200.",
        Problem::TooManyLanguages => "Remove some languages. A survey can have 12 more.",
    }
}
