//! The codebook: every question that was ever asked in a survey, over all its versions, and the
//! codes that stand for questions and choices in exports.
//!
//! Published versions go in; one list of questions comes out, each with every choice it ever had.
//! Results and CSV both read it, so a deleted question keeps its answers. What one person was asked,
//! and what came of it, is told in the words of the version that they answered ([`said`]).
//!
//! **Invariant:** codes count in the order in which things were first published, and published
//! versions never change. So no new words, new order, new language or new version ever changes a code.
//! The exception is a version of another computer with a number that is taken here: it comes before
//! those with higher numbers, so that both computers count alike, and what it asked moves their codes.

use super::answer::Answer;
use super::id::{ChoiceId, QuestionId};
use super::path::Path;
use super::piping;
use super::response::{Asked, Response};
use super::standard::{self, OTHER};
use super::survey::{Choice, Condition, Kind, Question, Survey};
use super::words::Words;
use std::collections::BTreeSet;

/// Every question over all versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The newest version's in its order, then those that only older versions had. Pages to read
    /// are not in here.
    pub entries: Vec<Entry>,
}

/// One question over all versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From 1, in the order of first publishing.
    pub code: usize,
    /// The question.
    pub id: QuestionId,
    /// How it is answered. A question that changed its kind has one entry for each way to answer.
    pub kind: Kind,
    /// Its newest words.
    pub text: String,
    /// Every choice it ever had, in the newest order.
    pub choices: Vec<CodedChoice>,
    /// The names of the 3 places that cards are sorted into. Empty for other kinds.
    pub piles: Vec<String>,
    /// True when a version let people say that they prefer not to say.
    pub personal: bool,
}

/// A choice with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedChoice {
    /// From 1, in the order of first publishing.
    pub code: usize,
    /// The choice. Also "something else", where a version offered it.
    pub id: ChoiceId,
    /// Its newest words.
    pub text: String,
    /// The name of its newest picture. Empty when it has none.
    pub picture: String,
}

/// What one person was asked, and what they said.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Which question, which time round.
    pub asked: Asked,
    /// The question as it was in their version.
    pub question: &'a Question,
    /// What came of it.
    pub outcome: Outcome<'a>,
}

/// What came of a question that a person was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// An answer that can be right.
    Answer(&'a Answer),
    /// Nothing.
    Skipped,
    /// Something that no page makes of this question. It counts nowhere, and is not called skipped.
    Unfit,
}

/// The version that a response answers. Nothing else decides to which version an answer belongs.
pub fn version_of<'a>(versions: &'a [Survey], response: &Response) -> Option<&'a Survey> {
    versions.iter().find(|survey| survey.edition == response.edition)
}

/// What people call a version: its number, and where two computers published one with that number,
/// the start of its edition.
pub fn version_name(versions: &[Survey], survey: &Survey) -> String {
    let is_twin =
        |other: &Survey| other.version == survey.version && other.edition != survey.edition;
    let number = survey.version.to_string();
    match versions.iter().any(is_twin) {
        true => [&number, " (", &survey.edition.to_string()[..4], ")"].concat(),
        false => number,
    }
}

/// Versions in the order of publishing, which codes count in. Two with the same number stand in the
/// order of their editions, which is the same on every computer.
pub fn oldest_first(versions: &[Survey]) -> Vec<&Survey> {
    let mut sorted: Vec<&Survey> = versions.iter().collect();
    sorted.sort_by_key(|survey| (survey.version, survey.edition));
    sorted
}

impl Codebook {
    /// The codebook of these versions of one survey, in any order. Standard choices get these
    /// words.
    pub fn of(versions: &[Survey], words: &Words) -> Self {
        let oldest_first = oldest_first(versions);
        let mut book = Self::default();
        for survey in &oldest_first {
            for question in survey.questions.iter().filter(|question| question.kind.asks()) {
                match book.entries.iter_mut().find(|e| e.is(question.id, question.kind)) {
                    Some(entry) => entry.renew(question, words),
                    None => {
                        let code = book.entries.len() + 1;
                        book.entries.push(Entry::new(code, question, words));
                    }
                }
            }
        }
        let newest = oldest_first.last().map_or(&[][..], |survey| &survey.questions);
        let place = |entry: &Entry| {
            let place = newest.iter().position(|q| entry.is(q.id, q.kind));
            (place.unwrap_or(usize::MAX), entry.code)
        };
        book.entries.sort_by_key(place);
        book
    }

    /// The entries in the order of their codes, which never changes.
    pub fn by_code(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by_key(|entry| entry.code);
        entries
    }
}

impl Entry {
    fn new(code: usize, question: &Question, words: &Words) -> Self {
        let mut entry = Self {
            code,
            id: question.id,
            kind: question.kind,
            text: String::new(),
            choices: Vec::new(),
            piles: Vec::new(),
            personal: false,
        };
        entry.renew(question, words);
        entry
    }

    /// True when this is the entry for a question that is answered in this way.
    pub fn is(&self, id: QuestionId, kind: Kind) -> bool {
        self.id == id && way(self.kind) == way(kind)
    }

    /// Takes the words, the order and the new choices of a newer version.
    fn renew(&mut self, question: &Question, words: &Words) {
        self.kind = question.kind;
        self.personal |= question.personal;
        self.text = piping::without_answers(question.asks(words));
        if question.kind == Kind::Sorting {
            self.piles =
                (0..3).map(|at| piping::without_answers(question.pile(at, words))).collect();
        }
        let kind = question.kind;
        let own = |c: &Choice| {
            (c.id, piping::without_answers(c.says(kind, words)), c.shows(kind).to_owned())
        };
        let mut newest: Vec<(ChoiceId, String, String)> =
            question.choices.iter().map(own).collect();
        if question.other {
            newest.push((OTHER, standard::says(OTHER, kind, words).to_owned(), String::new()));
        }
        let older = std::mem::take(&mut self.choices);
        let mut codes = older.len();
        for (id, text, picture) in newest {
            let known = older.iter().find(|choice| choice.id == id);
            let code = known.map_or_else(
                || {
                    codes += 1;
                    codes
                },
                |choice| choice.code,
            );
            self.choices.push(CodedChoice { code, id, text, picture });
        }
        let gone = older.into_iter().filter(|old| question.choices.iter().all(|c| c.id != old.id));
        let gone: Vec<_> = gone.filter(|old| !(question.other && old.id == OTHER)).collect();
        self.choices.extend(gone);
    }

    /// A choice it ever had.
    pub fn choice(&self, id: ChoiceId) -> Option<&CodedChoice> {
        self.choices.iter().find(|choice| choice.id == id)
    }
}

/// A number for each way to answer: kinds with the same one can stand in one column.
fn way(kind: Kind) -> u8 {
    match kind {
        _ if kind.picks_one() => 0,
        _ if kind.picks_many() => 1,
        Kind::Ranking => 2,
        Kind::Sorting => 3,
        Kind::Number => 4,
        Kind::Date => 5,
        Kind::Month => 6,
        _ => 7,
    }
}

/// What a person was asked on their way through this version, with only right answers: of a response that is kept
/// apart, the questions whose answers are; of any other, the others.
pub fn said<'a>(survey: &'a Survey, response: &'a Response) -> Vec<Said<'a>> {
    if response.given.apart {
        return said_apart(survey, response);
    }
    let path = Path::of(survey, &response.answers);
    let steps = path.reachable().iter();
    let said = |step: &super::path::Step| {
        let question = &survey.questions[step.place];
        if question.apart {
            return None;
        }
        let asked = Asked { question: question.id, round: step.round };
        let outcome = match response.answers.get(asked) {
            None => Outcome::Skipped,
            Some(answer) if answer.is_right(question) => Outcome::Answer(answer),
            Some(_) => Outcome::Unfit,
        };
        question.kind.asks().then_some(Said { asked, question, outcome })
    };
    steps.filter_map(said).collect()
}

/// The same for answers that are kept apart. The way there is not known: what was skipped is told only of
/// questions that everybody is asked, or whose conditions are about such answers too.
fn said_apart<'a>(survey: &'a Survey, response: &'a Response) -> Vec<Said<'a>> {
    let is_apart = |id: QuestionId| survey.questions.iter().any(|q| q.id == id && q.apart);
    let mut alone = survey.clone();
    alone.questions.retain(|question| question.apart);
    let mut is_unknown = BTreeSet::new();
    for question in &mut alone.questions {
        if question.show_if.tests().any(|test| !is_apart(test.question)) {
            question.show_if = Condition::default();
            is_unknown.insert(question.id);
        }
    }
    let path = Path::of(&alone, &response.answers);
    let met = path
        .reachable()
        .iter()
        .map(|step| Asked { question: alone.questions[step.place].id, round: step.round });
    // In a section that comes many times, those rounds that have an answer.
    let later = response.answers.iter().map(|(asked, _)| *asked).filter(|asked| asked.round > 0);
    let said = |asked: Asked| {
        let question = survey.questions.iter().find(|question| question.id == asked.question)?;
        let outcome = match response.answers.get(asked) {
            None if is_unknown.contains(&question.id) => return None,
            None => Outcome::Skipped,
            Some(answer) if answer.is_right(question) => Outcome::Answer(answer),
            Some(_) => Outcome::Unfit,
        };
        question.apart.then_some(Said { asked, question, outcome })
    };
    met.chain(later).filter_map(said).collect()
}
