//! The organiser's records: held in memory, kept in IndexedDB, and told to other tabs.
//!
//! A screen reads from memory and never waits. A change is in memory at once and on its way to the
//! disk right after; [`settled`] says when it has arrived. Nothing is "saved" before that.
//!
//! **Invariants:** a record that another tab changed meanwhile is never written over: the two are
//! merged, inside one transaction. When the browser has emptied its storage while the page was open, all
//! that memory holds is written back.
//!
//! Absent: what a record means. [`library`](super::library) knows that.

mod looking;
mod opening;
mod reading;
mod writing;

pub use looking::{count, names, note_read, parts, some, unreadable};
pub use opening::{Opened, open};
pub use reading::{is_loaded, load};

use writing::{write, write_soon};

use crate::browser::Failed;
use crate::browser::database::Table;
use crate::browser::records::Records;
use crate::browser::tabs::Tabs;
use crate::model::company::Company;
use crate::model::records::{self, Heard, Kind, aside_name};
use core::cell::RefCell;
use core::future::poll_fn;
use core::task::{Poll, Waker};
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where the records are.
const RECORDS: Records = Records(Table { database: "ask-together", table: "records" });
/// The record that says that storage was not emptied since it was written.
const STAMP: &str = "stamp";
/// How the tabs of one browser find each other.
const TABS: &str = "ask-together";

/// Where this browser keeps records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Database,
    /// There is no database here, as in some private windows: text storage has to do.
    Text,
}

/// One record.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// What it says here. `None` while it is only known to be there.
    text: Option<Rc<str>>,
    /// What the disk held when it was last looked at.
    on_disk: Option<Rc<str>>,
    /// True once somebody found that what it says here can be read.
    reads: bool,
}

/// How far the writing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// All that is here is on the disk.
    Settled,
    /// Some of it is on its way.
    Writing,
    /// The browser refused some of it. It is tried again with the next change.
    Refused,
}

/// What happened to records by no act of this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Another tab changed these records, or deleted them.
    Changed(Vec<String>),
    /// The browser had emptied its storage. Everything in memory is written back; so many records
    /// were not in memory and are lost.
    Emptied { lost: usize },
}

type OnNews = Rc<dyn Fn(News)>;
type OnSaid = Rc<dyn Fn(&str)>;
type OnState = Rc<dyn Fn(State)>;

struct Shelf {
    place: Place,
    entries: BTreeMap<String, Entry>,
    /// Names whose records are to be written, or deleted when they have no entry.
    waiting: Vec<String>,
    /// Those of the batch that is on its way to the disk right now.
    writing: Vec<String>,
    is_writing: bool,
    /// Why the browser refused some of it.
    refused: Option<Failed>,
    /// The stamp that was in the storage when it was last looked at.
    stamp: Option<Rc<str>>,
    wakers: Vec<Waker>,
    /// Counts changes of what is in memory, other than reading it from the disk.
    changes: u64,
    tabs: Option<Tabs>,
    on_news: Option<OnNews>,
    on_said: Option<OnSaid>,
    on_state: Option<OnState>,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::new(Shelf {
        place: Place::Text,
        entries: BTreeMap::new(),
        waiting: Vec::new(),
        writing: Vec::new(),
        is_writing: false,
        refused: None,
        stamp: None,
        wakers: Vec::new(),
        changes: 0,
        tabs: None,
        on_news: None,
        on_said: None,
        on_state: None,
    });
}

fn with<T>(look: impl FnOnce(&mut Shelf) -> T) -> T {
    SHELF.with_borrow_mut(look)
}

/// Calls back with what other tabs did, and with how far the writing is.
pub fn follow(on_news: impl Fn(News) + 'static, on_state: impl Fn(State) + 'static) {
    with(|shelf| {
        shelf.on_news = Some(Rc::new(on_news));
        shelf.on_state = Some(Rc::new(on_state));
    });
}

/// Calls back with what other tabs say of themselves: see [`Company`].
pub fn listen(on_said: impl Fn(&str) + 'static) {
    with(|shelf| shelf.on_said = Some(Rc::new(on_said)));
}

/// Says something to the other tabs.
pub fn say(line: &str) {
    with(|shelf| {
        if let Some(tabs) = &shelf.tabs {
            tabs.tell(line);
        }
    });
}

/// What is kept under a name. `None` also for a record that is there and was not [`load`]ed.
pub fn get(name: &str) -> Option<Rc<str>> {
    with(|shelf| shelf.entries.get(name)?.text.clone())
}

/// True when there is a record of this name, in memory or on the disk.
pub fn has(name: &str) -> bool {
    with(|shelf| shelf.entries.contains_key(name))
}

/// Goes up with each change of what is in memory, by this tab or another.
pub fn changes() -> u64 {
    with(|shelf| shelf.changes)
}

/// Keeps a text under this name, in place of what was there.
pub fn set(name: &str, text: &str) {
    with(|shelf| {
        let entry = shelf.entries.entry(name.to_owned()).or_default();
        entry.text = Some(text.into());
        entry.reads = false;
        shelf.wait_for(name);
    });
    write_soon();
}

/// Forgets what was kept under this name.
pub fn remove(name: &str) {
    let was_there = with(|shelf| {
        let was_there = shelf.entries.remove(name).is_some();
        if was_there {
            shelf.wait_for(name);
        }
        was_there
    });
    if was_there {
        write_soon();
    }
}

/// How far the writing is.
pub fn state() -> State {
    with(|shelf| shelf.state())
}

/// Waits until everything is on the disk. Fails when the browser refused some of it, with its reason: that
/// stays in memory, and is tried again with the next change.
pub async fn settled() -> Result<(), Failed> {
    poll_fn(|context| {
        with(|shelf| match &shelf.refused {
            _ if shelf.is_writing => {
                shelf.wakers.push(context.waker().clone());
                Poll::Pending
            }
            Some(why) => Poll::Ready(Err(why.clone())),
            None => Poll::Ready(Ok(())),
        })
    })
    .await
}

/// Takes these records back out of memory when the browser refused to keep them: back to what the disk
/// holds.
pub fn give_up(names: &[String]) {
    with(|shelf| {
        shelf.waiting.retain(|waiting| !names.contains(waiting));
        for name in names {
            let Some(entry) = shelf.entries.get_mut(name) else { continue };
            entry.text = entry.on_disk.clone();
            entry.reads = false;
            shelf.changes += 1;
            if entry.text.is_none() {
                shelf.entries.remove(name);
            }
        }
        if shelf.waiting.is_empty() {
            shelf.refused = None;
        }
    });
    tell_state();
}

/// Looks whether the browser has emptied its storage, and then writes everything back.
pub fn look_again() {
    if with(|shelf| shelf.place == Place::Database && !shelf.is_writing) {
        with(|shelf| shelf.is_writing = true);
        spawn_local(write());
    }
}

impl Shelf {
    fn state(&self) -> State {
        if self.is_writing {
            State::Writing
        } else if self.refused.is_some() {
            State::Refused
        } else {
            State::Settled
        }
    }

    /// Takes in what the disk holds under a name. True when that is news here. What is in memory alone is
    /// neither lost nor forgotten: it waits to be written.
    fn take_in(&mut self, name: &str, on_disk: Option<Rc<str>>) -> bool {
        let is_waiting = self.waiting.iter().chain(&self.writing).any(|waiting| waiting == name);
        let ours = self.entries.get(name).and_then(|entry| entry.text.clone());
        let heard = records::hear(Kind::of(name), ours.as_deref(), is_waiting, on_disk.as_deref());
        let both = match heard {
            Heard::Stays => return false,
            Heard::Gone => {
                self.changes += 1;
                return self.entries.remove(name).is_some();
            }
            Heard::Takes(both) => both,
        };
        self.changes += 1;
        if let Some(aside) = both.aside {
            let name = aside_name(name, &aside);
            self.entries.entry(name.clone()).or_default().text = Some(aside.into());
            self.wait_for(&name);
        }
        let text: Rc<str> = both.text.into();
        if on_disk.as_ref() != Some(&text) {
            self.wait_for(name);
        }
        let is_news = ours.as_ref() != Some(&text);
        self.entries.insert(name.to_owned(), Entry { text: Some(text), on_disk, reads: false });
        is_news
    }

    fn wait_for(&mut self, name: &str) {
        self.changes += 1;
        if !self.waiting.iter().any(|waiting| waiting == name) {
            self.waiting.push(name.to_owned());
        }
    }
}

fn tell_state() {
    let (state, tell) = with(|shelf| {
        let state = shelf.state();
        if state != State::Writing {
            shelf.wakers.drain(..).for_each(Waker::wake);
        }
        (state, shelf.on_state.clone())
    });
    if let Some(tell) = tell {
        tell(state);
    }
}

fn tell_news(news: News) {
    if let Some(tell) = with(|shelf| shelf.on_news.clone()) {
        tell(news);
    }
}

/// Reads what another tab has just changed.
async fn hear(lines: String) {
    if Company::is_said(&lines) {
        if let Some(hear) = with(|shelf| shelf.on_said.clone()) {
            hear(&lines);
        }
        return;
    }
    // A stamp is told when it is new.
    let mut names: Vec<String> = lines.lines().map(str::to_owned).collect();
    names.retain(|name| name != STAMP);
    names.push(STAMP.to_owned());
    let Ok(mut found) = RECORDS.find(&names).await else { return };
    let stamp = found.pop().flatten();
    let is_emptied = with(|shelf| shelf.stamp.as_deref() != stamp.as_deref());
    let is_news = |(name, text): &(String, Option<String>)| {
        let text = text.as_deref().map(Rc::from);
        // Nobody deleted what went with all the rest.
        (text.is_some() || !is_emptied) && with(|shelf| shelf.take_in(name, text))
    };
    let news = names.into_iter().zip(found).filter(is_news);
    let news: Vec<String> = news.map(|(name, _)| name).collect();
    if !news.is_empty() {
        tell_news(News::Changed(news));
    }
    if is_emptied {
        look_again();
    }
    if with(|shelf| !shelf.waiting.is_empty()) {
        write_soon();
    }
}
