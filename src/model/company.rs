//! Which tabs of one browser have the same survey open: who types in one of them is beside the others, and
//! what both type into one field is merged letter by letter (see [`Draft::typed`]).
//!
//! Each tab says when it opens a survey and when it leaves it. Whoever hears of a new one says that it is
//! there too. A tab that is killed says nothing, and counts until the others leave the survey.
//!
//! Absent: how the lines get to other tabs.
//!
//! [`Draft::typed`]: super::draft::Draft::typed

use super::id::{Author, SurveyId};
use std::collections::BTreeSet;

/// How a line starts that says where a tab is. No name of a record starts so.
const HERE: &str = "~here";
/// And one that says that it left.
const GONE: &str = "~gone";

/// The survey that a tab has open, and which others have it open too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    own: Author,
    survey: Option<SurveyId>,
    others: BTreeSet<Author>,
}

impl Company {
    /// A tab with no survey open.
    pub fn of(own: Author) -> Self {
        Self { own, survey: None, others: BTreeSet::new() }
    }

    /// True for a line that says where a tab is.
    pub fn is_said(line: &str) -> bool {
        line.starts_with('~')
    }

    /// True while another tab has the same survey open.
    pub fn is_there(&self) -> bool {
        !self.others.is_empty()
    }

    /// Opens a survey in place of another, or none. Comes back with the lines to tell.
    pub fn open(&mut self, survey: Option<SurveyId>) -> Vec<String> {
        if self.survey == survey {
            return Vec::new();
        }
        let left = self.survey.map(|left| self.line(GONE, left));
        self.survey = survey;
        self.others.clear();
        left.into_iter().chain(survey.map(|here| self.line(HERE, here))).collect()
    }

    /// Hears a line. Comes back with what to answer.
    pub fn hear(&mut self, line: &str) -> Option<String> {
        let mut parts = line.split(' ');
        let (what, survey, who) = (parts.next()?, parts.next()?, parts.next()?);
        let who = Author(who.parse().ok()?);
        let survey = SurveyId::parse(survey).filter(|id| self.survey == Some(*id))?;
        match what {
            _ if who == self.own => None,
            HERE => self.others.insert(who).then(|| self.line(HERE, survey)),
            GONE => {
                self.others.remove(&who);
                None
            }
            _ => None,
        }
    }

    fn line(&self, what: &str, survey: SurveyId) -> String {
        format!("{what} {survey} {}", self.own.0)
    }
}
