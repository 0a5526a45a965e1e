//! Whether an item as a person wrote it is better: our own advice says so.

use super::{Fault, Item};
use crate::model::draft::{Change, Content, Draft, DraftQuestion, Edit, Place, Position};
use crate::model::easy_read::{Finding, Rule, Severity, of_place, of_question};
use crate::model::id::{APP, Id, QuestionId, SurveyId};
use crate::model::ready_made::{in_a_row, standard_choices};
use crate::model::survey::{Kind, Question};
use std::collections::BTreeSet;

/// Most letters of what is judged.
const LONGEST: usize = 1_000;
/// Fewest different words that ask or tell something.
const FEWEST_WORDS: usize = 3;
/// One of these is in each question.
const ASKING: [&str; 29] = [
    "do", "does", "did", "is", "are", "was", "were", "am", "have", "has", "had", "can", "could",
    "will", "would", "should", "may", "what", "when", "where", "which", "who", "why", "how",
    "don’t", "don't", "isn't", "isn’t", "whose",
];
/// Who asks may also begin so.
const TELLING: [&str; 4] = ["tell", "say", "write", "choose"];
/// The question that is judged.
const ID: QuestionId = QuestionId(Id { author: APP, number: 1 });

/// What becomes of what a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It says nothing, or too much to be looked at.
    NoWords,
    /// It asks something else: words that it needs are not in it.
    OtherMeaning,
    /// It is no question any more.
    NoQuestion,
    /// There are fewer than 2 choices.
    TooFewChoices,
    /// This is still hard. Never empty.
    Hard(Vec<Finding>),
    /// It is fixed.
    Fixed,
}

/// Judges what a person wrote: the text of an item, or its choices, one a line.
pub fn judge(item: &Item, written: &str) -> Verdict {
    let written = written.trim();
    if written.is_empty() || written.chars().count() > LONGEST {
        return Verdict::NoWords;
    }
    let Fault::Found { rule, keeps, .. } = &item.fault else { return Verdict::Fixed };
    let found = if item.fixes_choices() {
        let choices: Vec<&str> =
            written.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if choices.len() < 2 {
            return Verdict::TooFewChoices;
        }
        if !keeps_all(keeps, written) {
            return Verdict::OtherMeaning;
        }
        findings(item.kind, item.text, &choices)
    } else {
        if words_of(written).collect::<BTreeSet<_>>().len() < FEWEST_WORDS
            || !keeps_all(keeps, written)
        {
            return Verdict::OtherMeaning;
        }
        if item.kind.is_some() && !asks(written) {
            return Verdict::NoQuestion;
        }
        findings(item.kind, written, &item.choices)
    };
    // A word that nobody knows says nothing: letters that were typed anyhow are no better words.
    let counts = |finding: &Finding| {
        finding.severity > Severity::Note || [*rule, Rule::HardWord].contains(&finding.rule)
    };
    let hard: Vec<Finding> = found.into_iter().filter(counts).collect();
    if hard.is_empty() { Verdict::Fixed } else { Verdict::Hard(hard) }
}

/// The words, in small letters and without signs.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(word).filter(|word| !word.is_empty())
}

/// True where one of each of these is there. A number is there as it is, a word also in its longer forms.
fn keeps_all(keeps: &[Vec<&str>], written: &str) -> bool {
    let words: Vec<String> = words_of(written).collect();
    let all = [" ", &words.join(" ").replace('\'', "’"), " "].concat();
    let is_there = |kept: &&str| match kept.starts_with(|c: char| c.is_ascii_digit()) {
        true => words.iter().any(|word| word.split(['-', '–', '+']).any(|part| part == *kept)),
        false => all.contains(&[" ", kept].concat()),
    };
    keeps.iter().all(|kept| kept.iter().any(is_there))
}

/// True for words that ask: a sentence with a question mark that has a verb or a question word where questions have
/// one, or a request to tell.
fn asks(written: &str) -> bool {
    let mut sentences = written.split_inclusive(['.', '?', '!', '\n']);
    sentences.any(|sentence| {
        let words: Vec<String> = words_of(sentence).collect();
        let asks = words.iter().any(|word| ASKING.contains(&&**word));
        let tells = words.iter().take(2).any(|word| TELLING.contains(&&**word));
        sentence.trim_end().ends_with('?') && asks && words.len() >= FEWEST_WORDS
            || tells && words.len() > FEWEST_WORDS
    })
}

impl Item {
    /// What our advice says of it as it is. Without pictures, which practice has none of.
    pub fn findings(&self) -> Vec<Finding> {
        findings(self.kind, self.text, &self.choices)
    }
}

fn findings(kind: Option<Kind>, text: &str, choices: &[&str]) -> Vec<Finding> {
    let changes = match kind {
        None => vec![Change::SetText { place: Place::Welcome, text: text.to_owned() }],
        Some(kind) => vec![Change::AddQuestion(question(kind, text, choices))],
    };
    let edits = changes.into_iter().zip(1..).map(|(change, number)| Edit {
        author: APP,
        number,
        revision: 0,
        at: 0,
        seen: Vec::new(),
        act: change.into(),
        was: None,
    });
    let draft = Draft::from_log(SurveyId(0), edits);
    let content: &Content = draft.content();
    let mut found = match kind {
        None => of_place(content, Place::Welcome),
        Some(_) => of_question(content, ID),
    };
    found.retain(|finding| finding.rule != Rule::NoPicture);
    found
}

fn question(kind: Kind, text: &str, choices: &[&str]) -> DraftQuestion {
    let mut ids = (2..).map(|number| Id { author: APP, number });
    let choices = match choices {
        [] => standard_choices(kind),
        own => in_a_row(own.iter().map(|choice| (*choice).to_owned()), &mut ids),
    };
    let question = Question { text: text.to_owned(), ..Question::empty(ID, kind, choices) };
    DraftQuestion { position: Position::default(), question }
}
