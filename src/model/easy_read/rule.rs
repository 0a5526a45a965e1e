//! The kinds of advice, what people call them, and where they come from.

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
    /// A sentence that is hard, though no other rule finds why.
    HardSentence,
}

impl Rule {
    /// Every rule, in the order that saved drafts number them.
    pub const ALL: [Rule; 24] = [
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
        Rule::HardSentence,
    ];

    /// What people call it: "Long sentence".
    pub fn name(self) -> &'static str {
        match self {
            Rule::LongSentence => "Long sentence",
            Rule::TwoIdeas => "More than one idea",
            Rule::HardWord => "Hard word",
            Rule::Passive => "Who does it is not clear",
            Rule::Negative => "Negative wording",
            Rule::Idiom => "Figure of speech",
            Rule::BigNumber => "Big number",
            Rule::NumberInWords => "Number written as a word",
            Rule::Acronym => "Letters that stand for words",
            Rule::Jargon => "Jargon",
            Rule::TwoNames => "Two names for one thing",
            Rule::Nested => "Brackets or asides",
            Rule::TwoQuestions => "Two questions in one",
            Rule::Leading => "Leading question",
            Rule::AgreeDisagree => "Agree or disagree",
            Rule::ToWhatExtent => "Hard to measure",
            Rule::TimeSpan => "Time that is hard to picture",
            Rule::TooManyChoices => "Too many choices",
            Rule::Overlapping => "Choices that overlap",
            Rule::Unbalanced => "Unbalanced choices",
            Rule::NoNotSure => "No “I am not sure”",
            Rule::NoPicture => "No picture",
            Rule::TooLong => "Too long for a phone screen",
            Rule::HardSentence => "Hard sentence",
        }
    }

    /// Where the rule comes from: "GOV.UK: accessible communication formats".
    pub fn source(self) -> &'static str {
        const GOV_UK: &str = "GOV.UK: accessible communication formats";
        const HEALTH: &str =
            "Department of Health: Making written information easier to understand (2009)";
        const INCLUSION: &str = "Inclusion Europe: Information for all";
        const COGA: &str = "W3C: Making content usable (COGA)";
        const STANDARD: &str = "Easy Read Standard 2026";
        match self {
            Rule::LongSentence | Rule::TwoIdeas | Rule::Acronym | Rule::Jargon => HEALTH,
            Rule::HardWord | Rule::Passive | Rule::NumberInWords | Rule::HardSentence => GOV_UK,
            Rule::Negative | Rule::BigNumber | Rule::TwoNames | Rule::NoPicture => INCLUSION,
            Rule::Idiom | Rule::Nested | Rule::TooLong | Rule::TooManyChoices => COGA,
            Rule::TwoQuestions
            | Rule::Leading
            | Rule::AgreeDisagree
            | Rule::ToWhatExtent
            | Rule::TimeSpan
            | Rule::Overlapping
            | Rule::Unbalanced
            | Rule::NoNotSure => STANDARD,
        }
    }
}
