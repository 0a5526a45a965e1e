//! What the closed cards and the outline show: one line for each question and page, with its name,
//! its number and its words.
//!
//! One memo holds them all, and each has a signal of its own. So a key in a field of the open card
//! redraws no more than its own line, however long the survey is.

use super::{called, marks, sentence};
use crate::browser::page;
use crate::model::draft::{Content, DraftQuestion, Place};
use crate::model::id::QuestionId;
use crate::model::survey::Kind;
use crate::model::words::Words;
use crate::organiser::state::{Desk, Spot};
use crate::organiser::words;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A question or a page, as far as it shows while its card is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: QuestionId,
    /// Of what kind.
    pub kind: Kind,
    /// The title of the section that it is in. For such a title, itself.
    pub section: Option<QuestionId>,
    /// As participants see it, from 1. Pages that are only read have none.
    pub number: Option<usize>,
    /// What its card is called: "Question 3", "Page", "Section 2".
    pub name: String,
    /// Its words, or what stands for them.
    pub text: String,
    /// When it is asked, when that is not always.
    pub only_if: Option<String>,
    /// How often it is asked, when that is not once.
    pub as_often_as: Option<String>,
}

/// How many are drawn before the screen is first painted: more than it has room for.
const FIRST: usize = 30;

/// One line. `None` once its question is gone.
pub type OneLine = ReadSignal<Option<Line>>;

/// Every line, in order, and each by itself.
#[derive(Clone, Copy)]
pub struct Lines {
    /// All of them.
    pub all: Memo<Vec<Line>>,
    each: StoredValue<BTreeMap<QuestionId, ArcRwSignal<Option<Line>>>>,
    /// How many there is a card and an entry for so far. It only grows.
    drawn: RwSignal<usize>,
    /// Where the kinds of question to add are shown: below this question, or in front of all.
    pub adding: RwSignal<Option<Option<QuestionId>>>,
}

/// Every line of the survey on the desk.
pub fn all_lines(desk: Desk) -> Memo<Vec<Line>> {
    Memo::new(move |_| desk.draft.with(|draft| all(draft.content(), &desk.words)))
}

/// The same for the editor, where cards and entries follow one line each.
pub fn lines(desk: Desk) -> Lines {
    let each = StoredValue::new(BTreeMap::new());
    let lines = Lines {
        all: all_lines(desk),
        each,
        drawn: RwSignal::new(FIRST),
        adding: RwSignal::new(None),
    };
    let all = lines.all;
    Effect::new(move |_| lines.draw_open(desk));
    Effect::new(move |before: Option<Vec<QuestionId>>| {
        let order = all.with(|all| all.iter().map(|line| line.id).collect::<Vec<_>>());
        // What was added or moved may have the focus.
        if before.is_some_and(|before| before != order) {
            lines.draw_all();
        }
        order
    });
    Effect::new(move |_| {
        if all.with(|all| lines.tell_each(all, !desk.is_typing())) {
            page::after_painting(move || {
                all.try_with_untracked(|all| lines.tell_each(all, true));
            });
        }
    });
    lines.draw_rest();
    lines
}

/// The line of one question.
pub fn line(lines: Lines, id: QuestionId) -> OneLine {
    let now = || lines.all.with_untracked(|lines| lines.iter().find(|line| line.id == id).cloned());
    let each = lines.each.try_update_value(|each| {
        each.entry(id).or_insert_with(|| ArcRwSignal::new(now())).read_only()
    });
    each.unwrap_or_else(|| ArcRwSignal::new(now()).read_only()).into()
}

impl Lines {
    /// The lines that cards and entries are drawn for: the first ones, and the others a moment later.
    pub fn with_drawn<T>(&self, read: impl FnOnce(&[Line]) -> T) -> T {
        let drawn = self.drawn.get();
        self.all.with(|lines| read(&lines[..drawn.min(lines.len())]))
    }

    /// Has the others drawn once the first are painted: some at a time, so that a key or a click
    /// seldom waits for all of them.
    fn draw_rest(self) {
        page::after_painting(move || {
            let Some(drawn) = self.drawn.try_get_untracked() else { return };
            let all = self.all.try_with_untracked(Vec::len).unwrap_or(0);
            if drawn.saturating_add(FIRST) >= all {
                self.draw_all();
            } else {
                self.drawn.set(drawn + FIRST);
                self.draw_rest();
            }
        });
    }

    /// Has all drawn now, and those that are added later.
    fn draw_all(self) {
        if self.drawn.get_untracked() != usize::MAX {
            self.drawn.set(usize::MAX);
        }
    }

    /// Has all drawn when one of the others is opened. The open one may be gone: another tab or device
    /// may have deleted it.
    fn draw_open(self, desk: Desk) {
        let drawn = self.drawn.get_untracked();
        if let Spot::Question(id) = desk.spot.get()
            && self.all.with(|lines| lines.iter().skip(drawn).any(|line| line.id == id))
        {
            self.draw_all();
        }
    }

    /// Tells those whose line changed. Did each follow all lines instead, hundreds of them would look
    /// for their own at every key.
    ///
    /// Words that a person is typing in the open card are painted there first, and the other places that
    /// show them are told later: then all is told but that, without `words_too`. True when some wait.
    fn tell_each(&self, lines: &[Line], words_too: bool) -> bool {
        let mut waits = false;
        self.each.try_update_value(|each| {
            let mut gone = core::mem::take(each);
            for line in lines {
                let Some(own) = gone.remove(&line.id) else { continue };
                let (is_same, in_words) = own.with_untracked(|old| match old {
                    Some(old) => (old == line, old.differs_in_words(line)),
                    None => (false, false),
                });
                if in_words && !words_too {
                    waits = true;
                } else if !is_same {
                    own.set(Some(line.clone()));
                }
                each.insert(line.id, own);
            }
            for own in gone.values() {
                own.set(None);
            }
        });
        waits
    }
}

impl Line {
    /// True when the other is another line, but only in words that people write.
    fn differs_in_words(&self, other: &Line) -> bool {
        let Line { id, kind, section, number, name, .. } = other;
        let same_place = (self.id, self.kind, self.section) == (*id, *kind, *section);
        self != other && same_place && self.number == *number && self.name == *name
    }
}

fn all(content: &Content, app: &Words) -> Vec<Line> {
    let (mut number, mut section) = (0, None);
    let line = |(question, name): (&DraftQuestion, String)| {
        let (id, kind) = (question.id, question.kind);
        number += usize::from(kind.asks());
        if kind == Kind::Section {
            section = Some(id);
        }
        let text = content.text(Place::Question(id)).unwrap_or_default();
        Line {
            id,
            kind,
            section,
            number: kind.asks().then_some(number),
            name,
            text: words::or(&marks::show(content, text), words::NO_WORDS),
            only_if: sentence::only_if(content, app, &question.show_if),
            as_often_as: sentence::as_often_as(content, question),
        }
    };
    content.questions.iter().zip(called::names(content)).map(line).collect()
}
