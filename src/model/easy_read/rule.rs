//! The kinds of advice there are. A leaf, because drafts remember which advice people live with.
//!
//! Absent: what each looks for, which is one rule a file, and what people call it.

/// One kind of advice. New rules are only ever put at the end: drafts name them by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A sentence of more than 15 words.
    LongSentence,
    /// More than one idea in a sentence.
    TwoIdeas,
    /// A word that many people do not know.
    HardWord,
    /// Who does it is not said.
    Passive,
    /// It says what is not.
    Negative,
    /// Words that do not mean what they say.
    Idiom,
    /// Percentages and big numbers.
    BigNumber,
    /// A number in letters.
    NumberInWords,
    /// Letters that stand for words.
    Acronym,
    /// A word of people who work in social care.
    Jargon,
    /// One thing with two names.
    TwoNames,
    /// Brackets, and parts within a sentence.
    Nested,
    /// Two questions in one.
    TwoQuestions,
    /// It says which answer is wanted.
    Leading,
    /// It asks whether people agree.
    AgreeDisagree,
    /// It asks how much, in words nobody can picture.
    ToWhatExtent,
    /// A time that is vague or too long ago.
    TimeSpan,
    /// More than 5 choices.
    TooManyChoices,
    /// Two choices fit one answer.
    Overlapping,
    /// More good choices than bad ones, or the other way round.
    Unbalanced,
    /// No way to say "I am not sure".
    NoNotSure,
    /// No picture.
    NoPicture,
    /// More than fits on the screen of a phone.
    TooLong,
}

impl Rule {
    /// Every rule, in the order that saved drafts number them.
    pub const ALL: [Rule; 23] = [
        Rule::LongSentence,
        Rule::TwoIdeas,
        Rule::HardWord,
        Rule::Passive,
        Rule::Negative,
        Rule::Idiom,
        Rule::BigNumber,
        Rule::NumberInWords,
        Rule::Acronym,
        Rule::Jargon,
        Rule::TwoNames,
        Rule::Nested,
        Rule::TwoQuestions,
        Rule::Leading,
        Rule::AgreeDisagree,
        Rule::ToWhatExtent,
        Rule::TimeSpan,
        Rule::TooManyChoices,
        Rule::Overlapping,
        Rule::Unbalanced,
        Rule::NoNotSure,
        Rule::NoPicture,
        Rule::TooLong,
    ];
}
