//! Easy-read advice: what could be easier to read in a survey, why, and what to do about it.
//!
//! A text or a question of a draft goes in, a list of [`Finding`]s comes out. They are advice:
//! nothing is ever blocked. How hard a sentence is, all findings and all its words say together: see
//! [`score`]. Absent on purpose: a reading age (it is wrong on single sentences), and
//! the words "easy read" as a verdict, for only readers can give that.

mod acronym;
mod agree_disagree;
mod big_number;
mod choices;
mod explain;
mod finding;
mod forms;
mod gauge;
mod hard_word;
mod inflect;
mod known;
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
mod safe;
pub mod score;
mod sentences;
mod split;
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

use super::draft::{Content, Place};
use super::id::QuestionId;
use super::standard::SENTENCES;
use super::survey::{Kind, Language};
use super::words::Word;
pub use finding::{Does, Finding, Remedy, Severity};
pub use gauge::{Gauge, gauge};
pub use known::Known;
pub use rule::Rule;
use std::collections::BTreeMap;
use text::Text;

/// True for a word that people know, in any of its forms. It is in small letters.
pub fn is_common_word(word: &str) -> bool {
    words::is_common(word)
}

/// What the words of one text say by themselves, in the order they stand in it. For any text: a
/// draft is not needed. The places are all [`Place::Title`].
pub fn in_text(text: &str) -> Vec<Finding> {
    in_text_knowing(text, &Known::default())
}

/// The same, of a text whose document explains some words elsewhere.
pub fn in_text_knowing(text: &str, known: &Known) -> Vec<Finding> {
    read(&Text::new(text, known.at(Place::Title)))
}

/// How hard each sentence of a text is to read. Above 0 it is hard.
pub fn sums(text: &str, known: &Known) -> Vec<f64> {
    let text = Text::new(text, known.at(Place::Title));
    score::sums(&text, &found(&text))
}

/// What is summed up of each sentence of a text: for the command that finds the weights.
pub fn measured(text: &str, known: &Known) -> Vec<[f64; score::COUNT]> {
    let text = Text::new(text, known.at(Place::Title));
    score::measured(&text, &found(&text))
}

/// What every rule that reads words finds, and how much it matters.
fn read(text: &Text) -> Vec<Finding> {
    let mut found = found(text);
    score::weigh(text, &mut found);
    found.sort_by_key(|finding| (finding.at.start, finding.rule));
    found
}

/// What every rule that reads words finds.
fn found(text: &Text) -> Vec<Finding> {
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
    found
}

/// The advice about the words in one place of a draft. None for a draft in another language than
/// English, and none about names and addresses (whose it is: [`Place::Organisation`]).
pub fn of_place(content: &Content, place: Place) -> Vec<Finding> {
    of_place_knowing(content, place, &Known::of(content))
}

fn of_place_knowing(content: &Content, place: Place, known: &Known) -> Vec<Finding> {
    let words = content.text(place).unwrap_or_default();
    let is_left_alone = matches!(
        place,
        Place::Organisation
            | Place::Own(_)
            | Place::Word(_)
            | Place::PrivacyLink
            | Place::AskWho
            | Place::LogoAlt
    );
    if content.language != Language::ENGLISH || is_left_alone || words.trim().is_empty() {
        return Vec::new();
    }
    let mut text = Text::new(words, known.at(place));
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
    of_question_knowing(content, question, &Known::of(content))
}

/// The same, for who has asked already which words the survey explains.
pub fn of_question_knowing(content: &Content, question: QuestionId, known: &Known) -> Vec<Finding> {
    let Some(asked) = content.question(question) else {
        return Vec::new();
    };
    if content.language != Language::ENGLISH {
        return Vec::new();
    }
    let places = places_of(content, question);
    let mut found: Vec<Finding> =
        places.flat_map(|place| of_place_knowing(content, place, known)).collect();
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
    let first = [Place::Title, Place::Welcome, Place::WhoSees, Place::Privacy].into_iter();
    let is_there = |word: &Word| !content.left_out.contains(word);
    let said = SENTENCES.into_iter().filter(is_there).map(Place::Said);
    let before: Vec<Place> = first.chain(said).collect();
    let after: Vec<Place> = [Place::After].into_iter().chain(meanings).collect();
    let known = Known::of(content);
    let mut found = Vec::new();
    for place in &before {
        found.extend(of_place_knowing(content, *place, &known));
    }
    for question in &content.questions {
        found.extend(of_question_knowing(content, question.id, &known));
    }
    for place in &after {
        found.extend(of_place_knowing(content, *place, &known));
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
