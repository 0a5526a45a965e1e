//! Why each rule is there, in a sentence, for people who ask.

use crate::model::easy_read::Rule;

/// What makes it hard for people.
pub fn because(rule: Rule) -> &'static str {
    match rule {
        Rule::LongSentence => "People lose the start of a long sentence before they reach its end.",
        Rule::TwoIdeas => "Each idea takes time to understand. One at a time is easier.",
        Rule::HardWord => "A word that people do not know can hide what the whole sentence means.",
        Rule::Passive => "It is easier to understand when the words say who does it.",
        Rule::Negative => "People can miss a small word like “not”. Then it means the opposite.",
        Rule::Idiom => "Many people read words just as they are written.",
        Rule::BigNumber => "Percentages and big numbers are hard to picture.",
        Rule::NumberInWords => "Many people find 3 quicker to read than three.",
        Rule::Acronym => "People may not know what the letters stand for.",
        Rule::Jargon => {
            "These are words of people who work in care. Other people may not know them."
        }
        Rule::TwoNames => "People may think that 2 names are 2 things.",
        Rule::Nested => "Brackets and parts in the middle break up the sentence.",
        Rule::TwoQuestions => {
            "When there are 2 questions and 1 answer, nobody can tell which one it is for."
        }
        Rule::Leading => "Many people give the answer that they think you want.",
        Rule::AgreeDisagree => {
            "Many people say that they agree, to be kind. It is easier to answer a plain question."
        }
        Rule::ToWhatExtent => "It is hard to say how much of something there is.",
        Rule::TimeSpan => "It is hard to remember how often things happened, or how long ago.",
        Rule::TooManyChoices => {
            "It is hard to keep many choices in mind. People often pick the last one."
        }
        Rule::Overlapping => "When 2 choices fit, people do not know which one to pick.",
        Rule::Unbalanced => {
            "With more good choices than bad ones, the answers look better than they are."
        }
        Rule::NoNotSure => "People who do not know have to guess. Then the answers are wrong.",
        Rule::NoPicture => "A picture helps many people to see what the words are about.",
        Rule::HardSentence => "Long words and words that people seldom hear make a sentence hard.",
        Rule::TooLong => "When people have to scroll, they can miss the end.",
    }
}
