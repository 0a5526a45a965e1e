//! Whether an item as a person wrote it is better: our own advice says so.

use super::{Fault, Item};
use crate::model::draft::{Change, Content, Draft, DraftQuestion, Edit, Place, Position};
use crate::model::easy_read::{Finding, Rule, Severity, of_place, of_question};
use crate::model::id::{APP, Id, QuestionId, SurveyId};
use crate::model::ready_made::{in_a_row, standard_choices};
use crate::model::survey::{Kind, Question};

/// Most letters of what is judged.
const LONGEST: usize = 1_000;
/// The question that is judged.
const ID: QuestionId = QuestionId(Id { author: APP, number: 1 });

/// What becomes of what a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It says nothing, or too much to be looked at.
    NoWords,
    /// It asks something else: none of the words is in it that it needs.
    OtherMeaning,
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
        findings(item.kind, item.text, &choices)
    } else {
        let small = written.to_lowercase();
        if written.split_whitespace().count() < 3
            || !keeps.is_empty() && !keeps.iter().any(|word| small.contains(word))
        {
            return Verdict::OtherMeaning;
        }
        findings(item.kind, written, &item.choices)
    };
    let counts = |finding: &Finding| finding.severity > Severity::Note || finding.rule == *rule;
    let hard: Vec<Finding> = found.into_iter().filter(counts).collect();
    if hard.is_empty() { Verdict::Fixed } else { Verdict::Hard(hard) }
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
