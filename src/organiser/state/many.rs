//! Many answers: they are read, sorted and added up in turns with the page, which says how far that is and what it
//! knows so far. What came of it is kept until an answer or a version changes, so going from screen to screen reads
//! nothing twice.
//!
//! Absent: few answers. Those are read at once, before a screen shows.

use super::Desk;
use crate::browser::clock;
use crate::browser::turns::Turns;
use crate::model::dataset::{Dataset, Grid};
use crate::model::id::SurveyId;
use crate::model::inbox::{Received, kept_apart};
use crate::model::results::{Results, results, results_of};
use crate::model::survey::Survey;
use crate::organiser::{library, store};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// How far the reading of many answers is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// So many are read.
    pub read: usize,
    /// So many are added up.
    pub counted: usize,
    pub of: usize,
}

/// What was read of many answers.
#[derive(Clone, Default)]
pub(super) struct Many {
    held: Option<Held>,
    /// Counts the times that reading began or was stopped: it goes on while this stays.
    turn: u64,
}

#[derive(Clone)]
struct Held {
    id: SurveyId,
    /// What [`store::changes`] said then.
    changes: u64,
    received: Arc<Vec<Received>>,
    apart: Arc<Vec<Received>>,
    unread: usize,
    grid: Arc<Grid>,
    added_up: Arc<Results>,
}

/// How many answers the first charts are of, which show before all are read.
const FIRST: usize = 2_000;
/// How many are sorted into the grid, and added up, before the page may have its turn.
const SOME: usize = 250;

impl Many {
    /// Ends what is being read.
    pub(super) fn stop(&mut self) {
        self.turn += 1;
    }
}

impl Desk {
    /// The table of who said what on the desk. Of many answers it is worked out already. Followed.
    pub fn laid<'a>(&'a self, versions: &'a [Survey], received: &'a [Received]) -> Dataset<'a> {
        Dataset::laid(self.grid.get(), versions, received, &self.words)
    }

    /// Shows what was read of a survey with many answers, or begins to read.
    pub(super) fn show_many(&self, id: SurveyId) {
        let is_of = |held: &&Held| held.id == id && held.changes == store::changes();
        let versions = self.versions.get_untracked();
        let is_here = |held: &&Held| is_of(held) && held.grid.is_of(&versions, &held.received);
        let held = self.many.with_value(|many| many.held.as_ref().filter(is_here).cloned());
        if let Some(held) = held {
            return self.show_held(held);
        }
        self.many.update_value(|many| many.held = None);
        self.received.set(Arc::default());
        self.apart.set(Arc::default());
        self.grid.set(None);
        self.added_up.set(None);
        self.unread_answers.set(0);
        self.is_received_read.set(false);
        let of = library::count(id);
        self.reading.set(Some(Reading { read: 0, counted: 0, of }));
        // Before the second part is here, the browser can begin to look for them.
        spawn_local(async move { _ = library::load_received(id, |_, _| {}).await });
        let desk = *self;
        self.with_second(move |later| (later.read_many)(desk, id));
    }

    fn show_held(&self, held: Held) {
        self.received.set(held.received);
        self.apart.set(held.apart);
        self.grid.set(Some(held.grid));
        self.added_up.set(Some(held.added_up));
        self.unread_answers.set(held.unread);
        self.reading.set(None);
        self.is_received_read.set(true);
    }

    /// Reads and adds up the answers to the survey on the desk, which are many.
    pub fn read_many(self, id: SurveyId) {
        let turn = self.many.with_value(|many| many.turn);
        spawn_local(async move {
            let is_wanted = || self.many.with_value(|many| many.turn) == turn;
            // The second part may have come late, when the person was elsewhere already.
            if !self.is_on_desk(id) || self.reading.with_untracked(Option::is_none) {
                return;
            }
            loop {
                let changes = store::changes();
                match self.read_and_count(id, changes, &is_wanted).await {
                    // What another tab wrote meanwhile may not be in it.
                    Some(_) if is_wanted() && store::changes() != changes => {}
                    Some(held) if is_wanted() => {
                        self.many.update_value(|many| many.held = Some(held.clone()));
                        self.show_held(held);
                        return self.try_waiting(id);
                    }
                    None if is_wanted() => return self.reading.set(None),
                    _ => return,
                }
            }
        });
    }

    /// `None` where the browser did not read them, or nobody wants them any more.
    async fn read_and_count(
        self,
        id: SurveyId,
        changes: u64,
        is_wanted: &impl Fn() -> bool,
    ) -> Option<Held> {
        let versions = self.versions.get_untracked();
        let all = self.read_in_turns(id, &versions, is_wanted).await?;
        let of = all.len();
        let unread = library::count(id).saturating_sub(of);
        let mut turns = Turns::begin();
        let (received, apart) = sorted(all);
        let mut grid = Grid::begin(&versions, &self.words, false);
        for some in received.chunks(SOME) {
            grid.add(&versions, some);
            if turns.is_over() {
                turns.rest().await;
                is_wanted().then_some(())?;
            }
        }
        let grid = Arc::new(grid);
        let data = Dataset::laid(Some(grid.clone()), &versions, &received, &self.words);
        let mut added_up = Results::default();
        for first in (0..received.len()).step_by(SOME) {
            let until = received.len().min(first + SOME);
            added_up.join(results_of(&data, first..until));
            if turns.is_over() {
                self.reading.set(Some(Reading { read: of, counted: until, of }));
                turns.rest().await;
                is_wanted().then_some(())?;
            }
        }
        added_up.settle();
        drop(data);
        let (received, apart, added_up) = (Arc::new(received), Arc::new(apart), Arc::new(added_up));
        Some(Held { id, changes, received, apart, unread, grid, added_up })
    }

    async fn read_in_turns(
        self,
        id: SurveyId,
        versions: &[Survey],
        is_wanted: &impl Fn() -> bool,
    ) -> Option<Vec<Received>> {
        let loaded = Rc::new(Cell::new(None));
        let loading = loaded.clone();
        spawn_local(async move {
            loading.set(Some(library::load_received(id, |_, _| {}).await.is_ok()));
        });
        let of = library::count(id);
        let (mut all, mut turns) = (Vec::with_capacity(of), Turns::begin());
        let (mut from, mut is_first) = (None, true);
        loop {
            // Asked first: what came in between is found in the next round.
            let is_loaded = loaded.get();
            match library::some_received(id, from.as_deref()) {
                Some((some, next)) => {
                    all.extend(some);
                    from = Some(next);
                }
                None if is_loaded == Some(true) => return Some(all),
                None if is_loaded == Some(false) => return None,
                None => clock::breathe().await,
            }
            if turns.is_over() {
                if is_first && all.len() >= FIRST {
                    is_first = false;
                    self.show_first(versions, &all);
                }
                self.reading.set(Some(Reading { read: all.len(), counted: 0, of }));
                turns.rest().await;
                is_wanted().then_some(())?;
            }
        }
    }

    /// Shows what the first of them said, with the screen saying that these are not all.
    fn show_first(self, versions: &[Survey], all: &[Received]) {
        let first = all.iter().filter(|one| !one.response.given.apart).take(FIRST);
        let first: Vec<Received> = first.cloned().collect();
        let data = Dataset::of(versions, &first, &self.words);
        self.added_up.set(Some(Arc::new(results(&data))));
    }
}

/// In the order in which they came in, with those that are kept apart by themselves.
fn sorted(mut all: Vec<Received>) -> (Vec<Received>, Vec<Received>) {
    all.sort_by_key(|received| (received.at, received.response.id));
    kept_apart(all)
}
