//! Easy-read advice: what could be easier to read in a survey, why, and what to do about it.
//!
//! A text or a question of a draft goes in, a list of [`Finding`]s comes out. They are advice:
//! nothing is ever blocked. Absent on purpose: a reading age (it is wrong on single sentences), and
//! the words "easy read" as a verdict, for only readers can give that.

mod acronym;
mod agree_disagree;
mod big_number;
mod choices;
mod finding;
mod forms;
mod hard_word;
mod inflect;
mod leading;
mod long_sentence;
mod negative;
mod nested;
mod no_not_sure;
mod no_picture;
mod number_in_words;
mod overlapping;
mod passive;
mod rule;
mod sentences;
mod text;
mod time_span;
mod to_what_extent;
mod too_long;
mod too_many_choices;
mod two_ideas;
mod two_names;
mod two_questions;
mod unbalanced;
mod words;

pub use finding::{Does, Finding, Remedy, Severity};
pub use rule::Rule;

use super::draft::{Content, Place};
use super::id::QuestionId;
use super::survey::{Kind, Language};
use std::collections::BTreeMap;
use text::Text;

impl Rule {
    /// What people call it: "Long sentence".
    pub fn name(self) -> &'static str {
        match self {
            Rule::LongSentence => "Long sentence",
            Rule::TwoIdeas => "More than one idea",
            Rule::HardWord => "Hard word",
            Rule::Passive => "Who does it is not clear",
            Rule::Negative => "Says what is not",
            Rule::Idiom => "Does not mean what it says",
            Rule::BigNumber => "Big number",
            Rule::NumberInWords => "Number in letters",
            Rule::Acronym => "Letters that stand for words",
            Rule::Jargon => "Word of care workers",
            Rule::TwoNames => "Two names for one thing",
            Rule::Nested => "Part within a sentence",
            Rule::TwoQuestions => "Two questions in one",
            Rule::Leading => "Says which answer you want",
            Rule::AgreeDisagree => "Agree or disagree",
            Rule::ToWhatExtent => "Hard to measure",
            Rule::TimeSpan => "Time that is hard to picture",
            Rule::TooManyChoices => "Too many choices",
            Rule::Overlapping => "Choices that overlap",
            Rule::Unbalanced => "Choices that lean to one side",
            Rule::NoNotSure => "No “I am not sure”",
            Rule::NoPicture => "No picture",
            Rule::TooLong => "Too long for a phone",
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
            Rule::HardWord | Rule::Passive | Rule::NumberInWords => GOV_UK,
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

/// What the words of one text say by themselves, in the order they stand in it. For any text: a
/// draft is not needed. The places are all [`Place::Title`].
pub fn in_text(text: &str) -> Vec<Finding> {
    read(&Text::new(text, core::iter::empty()))
}

/// Every rule that reads words.
fn read(text: &Text) -> Vec<Finding> {
    let mut found = Vec::new();
    let rules = [
        long_sentence::check,
        two_ideas::check,
        hard_word::check,
        passive::check,
        negative::check,
        big_number::check,
        number_in_words::check,
        acronym::check,
        nested::check,
        two_questions::check,
        leading::check,
        agree_disagree::check,
        to_what_extent::check,
        time_span::check,
    ];
    for rule in rules {
        rule(text, &mut found);
    }
    hard_word::weigh(text, &mut found);
    found.sort_by_key(|finding| (finding.at.start, finding.rule));
    found
}

/// The advice about the words in one place of a draft. None for a draft in another language than
/// English, and none about names (whose it is: [`Place::Organisation`]).
pub fn of_place(content: &Content, place: Place) -> Vec<Finding> {
    let words = content.text(place).unwrap_or_default();
    let is_left_alone = matches!(place, Place::Organisation | Place::Own(_) | Place::Word(_));
    if content.language != Language::ENGLISH || is_left_alone || words.trim().is_empty() {
        return Vec::new();
    }
    let explained = content.meanings.iter().map(|meaning| meaning.word.trim());
    let mut text = Text::new(words, explained.filter(|word| !word.is_empty()));
    text.is_label = matches!(place, Place::Choice(..) | Place::PictureAlt(_) | Place::Pile(..));
    if let Place::Question(id) = place {
        text.kind = content.question(id).map(|question| question.kind);
    }
    let mut found = read(&text);
    for finding in &mut found {
        finding.place = place;
    }
    found
}

/// The advice about a question, its choices and everything else in it. It reads this question
/// only: for a name that another question calls otherwise, see [`of_draft`].
pub fn of_question(content: &Content, question: QuestionId) -> Vec<Finding> {
    let Some(asked) = content.question(question) else {
        return Vec::new();
    };
    if content.language != Language::ENGLISH {
        return Vec::new();
    }
    let places = places_of(content, question);
    let mut found: Vec<Finding> = places.flat_map(|place| of_place(content, place)).collect();
    let of_words = found.len();
    let rules = [
        too_many_choices::check,
        overlapping::check,
        unbalanced::check,
        no_not_sure::check,
        no_picture::check,
        too_long::check,
    ];
    for rule in rules {
        rule(asked, &mut found);
    }
    for finding in &mut found[of_words..] {
        if finding.place == Place::Title {
            finding.place = Place::Question(question);
        }
    }
    found
}

/// Every place of a question that has words, in the order people meet them.
fn places_of(content: &Content, question: QuestionId) -> impl Iterator<Item = Place> {
    let asked = content.question(question);
    let choices = asked.filter(|asked| asked.kind.has_choices()).map_or(&[][..], |q| &q.choices);
    let piles = asked.filter(|asked| asked.kind == Kind::Sorting).map_or(0, |q| q.piles.len());
    [Place::Question(question), Place::PictureAlt(question), Place::Hint(question)]
        .into_iter()
        .chain(choices.iter().map(move |choice| Place::Choice(question, choice.id)))
        .chain((0..piles.min(3)).map(move |at| Place::Pile(question, at as u8)))
}

/// All advice about a draft, in the order people meet the words. What was set aside is in it too:
/// see [`is_set_aside`].
pub fn of_draft(content: &Content) -> Vec<Finding> {
    if content.language != Language::ENGLISH {
        return Vec::new();
    }
    let meanings = content.meanings.iter().map(|meaning| Place::Meaning(meaning.id));
    let before: Vec<Place> = [Place::Title, Place::Welcome, Place::WhoSees].into();
    let after: Vec<Place> = [Place::After].into_iter().chain(meanings).collect();
    let mut found = Vec::new();
    for place in &before {
        found.extend(of_place(content, *place));
    }
    for question in &content.questions {
        found.extend(of_question(content, question.id));
    }
    for place in &after {
        found.extend(of_place(content, *place));
    }
    let asked = content.questions.iter().flat_map(|question| places_of(content, question.id));
    let places: Vec<Place> =
        before.iter().copied().chain(asked).chain(after.iter().copied()).collect();
    two_names::check(content, &places, &mut found);
    let order: BTreeMap<Place, usize> = places.into_iter().zip(0..).collect();
    found.sort_by_key(|finding| order.get(&finding.place).copied());
    found
}

/// True when people decided to live with this.
pub fn is_set_aside(content: &Content, finding: &Finding) -> bool {
    let text = content.text(finding.place).unwrap_or_default();
    let words = text.get(finding.at.clone()).unwrap_or_default();
    let same = |aside: &super::draft::SetAside| {
        (aside.place, aside.rule, &*aside.words) == (finding.place, finding.rule, words)
    };
    content.set_aside.iter().any(same)
}
