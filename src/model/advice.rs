//! The advice on a draft that changes: what there is about the open card, and how much each question has.
//!
//! The counts are caught up with a few questions at a time, and only those that changed, so that typing stays
//! quick in a survey of hundreds of questions. Absent: the rules (see [`easy_read`]), and when to catch up.

use super::draft::{Content, DraftQuestion, SetAside};
use super::easy_read::{self, Finding, Severity};
use super::edit::Card;
use super::id::QuestionId;
use super::survey::Language;
use std::collections::BTreeMap;

/// Most questions to look at in one go.
const SLICE: usize = 20;

/// A piece of advice as the draft stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceItem {
    /// The advice.
    pub finding: Finding,
    /// The words it is about.
    pub words: String,
    /// True when they are all of their text.
    pub is_whole_text: bool,
    /// True when people live with it.
    pub is_aside: bool,
}

impl AdviceItem {
    /// Some advice on a draft, in the same order.
    pub fn all(content: &Content, findings: Vec<Finding>) -> Vec<AdviceItem> {
        let item = |finding: Finding| {
            let text = content.text(finding.place).unwrap_or_default();
            let words = text.get(finding.at.clone()).unwrap_or_default().to_owned();
            let ends = |letter: char| letter.is_whitespace() || matches!(letter, '.' | '?' | '!');
            let is_whole_text = text.trim_matches(ends) == words.trim_matches(ends);
            let is_aside = easy_read::is_set_aside(content, &finding);
            AdviceItem { finding, words, is_whole_text, is_aside }
        };
        findings.into_iter().map(item).collect()
    }

    /// What to note when people live with it.
    pub fn aside(&self) -> SetAside {
        let (place, rule) = (self.finding.place, self.finding.rule);
        SetAside { place, rule, words: self.words.clone(), reason: String::new() }
    }
}

/// All advice about one card.
pub fn about(content: &Content, card: Card) -> Vec<Finding> {
    if let Card::Question(id) = card {
        return easy_read::of_question(content, id);
    }
    let places = content.places().into_iter().filter(|place| Card::of(*place) == card);
    places.flat_map(|place| easy_read::of_place(content, place)).collect()
}

/// How many pieces of advice each question has that are more than notes and not set aside. Without those that
/// have none.
pub type Counts = BTreeMap<QuestionId, usize>;

/// What finds advice. It has all the lists of words behind it, so the page that opens an editor gets it a moment
/// later, and knows it by this alone.
#[derive(Clone, Copy)]
pub struct Adviser {
    /// All advice about one card.
    pub advise: fn(&Content, Card) -> Vec<AdviceItem>,
    /// Looks at some of the questions that changed. True when more are left, and how many pieces of advice each
    /// question has: see [`Known::counts`].
    pub catch_up: fn(&mut Known, &Content) -> (bool, Counts),
}

/// The one that there is.
pub const ADVISER: Adviser = Adviser {
    advise: |content, card| AdviceItem::all(content, about(content, card)),
    catch_up: |known, content| (known.catch_up(content), known.counts(content)),
};

/// What was found for each question, and for which words.
#[derive(Debug, Default)]
pub struct Known {
    language: Language,
    /// The words that the survey explains.
    words: easy_read::Known,
    questions: BTreeMap<QuestionId, (DraftQuestion, Vec<Finding>)>,
}

impl Known {
    /// Looks at some of the questions that changed, so that the next key does not wait. True when more are left.
    pub fn catch_up(&mut self, content: &Content) -> bool {
        let words = easy_read::Known::of(content);
        if (self.language, &self.words) != (content.language, &words) {
            *self = Known { language: content.language, words, questions: BTreeMap::new() };
        }
        let is_known = |question: &&DraftQuestion| {
            self.questions.get(&question.id).is_some_and(|(known, _)| known == *question)
        };
        let changed: Vec<_> = content.questions.iter().filter(|q| !is_known(q)).collect();
        for question in changed.iter().take(SLICE) {
            let mut found = easy_read::of_question_knowing(content, question.id, &self.words);
            found.retain(|finding| finding.severity > Severity::Note);
            self.questions.insert(question.id, ((*question).clone(), found));
        }
        changed.len() > SLICE
    }

    /// How much there is for each question.
    pub fn counts(&self, content: &Content) -> Counts {
        let count = |question: &DraftQuestion| {
            let (_, found) = self.questions.get(&question.id)?;
            let open = found.iter().filter(|found| !easy_read::is_set_aside(content, found));
            Some((question.id, open.count())).filter(|(_, count)| *count > 0)
        };
        content.questions.iter().filter_map(count).collect()
    }
}
