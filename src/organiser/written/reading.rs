//! What is being read: all written answers, those that are looked for, the one that is open, and what was done to it.

use crate::browser::page;
use crate::model::dataset::{Written, written};
use crate::model::id::Author;
use crate::model::work::{Mark, Spot, State, Step, TagId, Work};
use crate::model::written::{Consent, Sieve, consents, may_quote, passes, quote_questions};
use crate::organiser::state::Desk;
use crate::organiser::words;
use leptos::prelude::*;

/// The heading of the answer that is open. It gets the focus with each other answer.
pub const OPEN: &str = "open-answer";

/// A written answer, with what is shown beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub spot: Spot,
    /// The code of the question.
    pub code: usize,
    /// What it asks, in the newest words.
    pub question: String,
    pub words: String,
    pub revision: u32,
    pub is_answered_for: bool,
    /// What the person said about quotes.
    pub consents: Vec<Consent>,
    /// Milliseconds since 1970.
    pub at: u64,
    row: usize,
    entry: usize,
}

impl Item {
    /// What was done with it.
    pub fn state(&self, work: &Work) -> State {
        State::of(work, self.spot, self.revision)
    }

    fn passes(&self, sieve: &Sieve, work: &Work) -> bool {
        let one = Written {
            spot: self.spot,
            row: self.row,
            entry: self.entry,
            words: &self.words,
            revision: self.revision,
            is_answered_for: self.is_answered_for,
        };
        passes(sieve, work, (self.code, &one))
    }
}

/// What is being read. It holds for as long as the screen is open.
#[derive(Clone, Copy)]
pub struct Reading {
    pub desk: Desk,
    pub work: RwSignal<Work>,
    /// How many records of it can't be read.
    pub unread: RwSignal<usize>,
    pub sieve: RwSignal<Sieve>,
    pub all: Memo<Vec<Item>>,
    /// Those that are looked for. What is done with one does not take it out of this list: it is looked for anew when
    /// something else is.
    pub passed: Memo<Vec<Spot>>,
    /// The questions that people wrote to, by their codes.
    pub questions: Memo<Vec<(usize, String)>>,
    /// The one that is open.
    pub open: Memo<Option<Item>>,
    at: RwSignal<Option<Spot>>,
    /// What undoes the last steps, each with what it was.
    undo: RwSignal<Vec<(String, Step)>>,
    /// What was just done.
    pub told: RwSignal<String>,
}

impl Reading {
    pub fn new(desk: Desk) -> Self {
        let (work, unread) = (RwSignal::new(Work::default()), RwSignal::new(0));
        Effect::new(move |_| {
            let (new, count) = desk.work();
            work.maybe_update(|old| core::mem::replace(old, new.clone()) != new);
            unread.set(count);
        });
        let all = Memo::new(move |_| items(desk));
        let sieve = RwSignal::new(Sieve::default());
        let passed = Memo::new(move |_| {
            all.with(|all| {
                sieve.with(|sieve| {
                    work.with_untracked(|work| {
                        let some = all.iter().filter(|item| item.passes(sieve, work));
                        some.map(|item| item.spot).collect()
                    })
                })
            })
        });
        let at = RwSignal::new(None);
        let open = Memo::new(move |_| {
            let spot = passed.with(|passed: &Vec<Spot>| {
                at.get().filter(|at| passed.contains(at)).or_else(|| passed.first().copied())
            })?;
            all.with(|all: &Vec<Item>| all.iter().find(|item| item.spot == spot).cloned())
        });
        let questions = Memo::new(move |_| {
            all.with(|all: &Vec<Item>| {
                let mut questions: Vec<(usize, String)> = Vec::new();
                for item in all {
                    if questions.last().is_none_or(|(code, _)| *code != item.code) {
                        questions.push((item.code, item.question.clone()));
                    }
                }
                questions
            })
        });
        let (undo, told) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
        Self { desk, work, unread, sieve, all, passed, questions, open, at, undo, told }
    }

    /// Looks for others.
    pub fn sift(self, change: impl FnOnce(&mut Sieve)) {
        self.told.set(String::new());
        self.sieve.update(change);
    }

    /// The place of the open one among those that are looked for, from 0.
    pub fn place(self) -> usize {
        let open = self.open.with(|open| open.as_ref().map(|item| item.spot));
        self.passed.with(|passed| passed.iter().position(|spot| Some(*spot) == open)).unwrap_or(0)
    }

    /// Opens the one so many places on.
    pub fn step(self, by: isize) {
        let place = untrack(|| self.place());
        let next = place.checked_add_signed(by);
        let next = next.and_then(|next| self.passed.with_untracked(|all| all.get(next).copied()));
        match next {
            Some(spot) => {
                self.told.set(String::new());
                self.at.set(Some(spot));
                page::focus_soon(OPEN);
            }
            None if by > 0 => self.told.set("This is the last answer.".to_owned()),
            None => self.told.set("This is the first answer.".to_owned()),
        }
    }

    /// Does a step to the answers, and tells it.
    pub fn act(self, step: Step, told: String) {
        if step.is_empty() {
            return;
        }
        // Who looks at what was filtered stays at this answer.
        self.at.set(self.open.with_untracked(|open| open.as_ref().map(|item| item.spot)));
        let back = self.desk.do_work(self.work, step);
        self.undo.update(|undo| undo.push((told.clone(), back)));
        self.told.set(told);
    }

    /// True where there is something to undo.
    pub fn can_undo(self) -> bool {
        self.undo.with(|undo| !undo.is_empty())
    }

    /// Takes the last step back.
    pub fn undo(self) {
        let Some((told, step)) = self.undo.try_update(Vec::pop).flatten() else {
            return self.told.set("There is nothing to undo.".to_owned());
        };
        self.desk.do_work(self.work, step);
        self.told.set(format!("Undone: {told}"));
    }

    /// Gives the open answer a tag, or takes it away.
    pub fn turn_tag(self, tag: TagId, name: &str) {
        let Some(item) = self.open.get_untracked() else { return };
        let (has, step) = self.work.with_untracked(|work| {
            let has = work.has_tag(item.spot, tag);
            (has, work.tag(item.spot, tag, !has))
        });
        let name = words::quoted(name);
        self.act(
            step,
            if has { format!("Tag {name} removed.") } else { format!("Tag {name} added.") },
        );
    }

    /// Says how the open answer may be used. What it is already is taken back.
    pub fn turn_mark(self, mark: Option<Mark>) {
        let Some(item) = self.open.get_untracked() else { return };
        if mark == Some(Mark::Quote) && !may_quote(&item.consents) {
            return self.told.set("This person did not say yes to being quoted.".to_owned());
        }
        let (is, step) = self.work.with_untracked(|work| {
            let is = mark.is_some_and(|mark| item.state(work) == State::Marked(mark));
            let mark = mark.filter(|_| !is);
            (is, work.set_mark(item.spot, mark, item.revision))
        });
        let told = match mark.filter(|_| !is) {
            Some(mark) => format!("Marked: {}.", mark.says()),
            None => "Marked: Not decided.".to_owned(),
        };
        self.act(step, told);
    }

    /// Strikes words out of the open answer, or has them back.
    pub fn turn_struck(self, name: &str) {
        let Some(item) = self.open.get_untracked() else { return };
        let (is, step) = self.work.with_untracked(|work| {
            let is = work.struck(item.spot).contains(&name);
            (is, work.strike(item.spot, name, !is))
        });
        let name = words::quoted(name);
        let told = if is { format!("{name} is back.") } else { format!("{name} is struck out.") };
        self.act(step, told);
    }

    /// The tab that does all this.
    pub fn author(self) -> Author {
        self.desk.author()
    }
}

fn items(desk: Desk) -> Vec<Item> {
    let (versions, received) = (desk.versions.read(), desk.received.read());
    let data = desk.laid(&versions, &received);
    let questions = quote_questions(&data);
    let item = |one: Written| Item {
        spot: one.spot,
        code: data.entries[one.entry].code,
        question: data.entries[one.entry].text.clone(),
        words: one.words.to_owned(),
        revision: one.revision,
        is_answered_for: one.is_answered_for,
        consents: consents(&data, &questions, one.row),
        at: data.people[one.row].received.at,
        row: one.row,
        entry: one.entry,
    };
    written(&data).into_iter().map(item).collect()
}
