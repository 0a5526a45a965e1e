//! Reading records into memory that are only known to be there: as many as there are, some at a time.

use super::{Entry, RECORDS, Shelf, count, with};
use crate::browser::{Failed, clock};
use core::cell::RefCell;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::Poll;
use std::collections::BTreeSet;
use std::rc::Rc;

thread_local! {
    /// The starts of names whose records are being read right now.
    static LOADING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// That records are being read, for as long as it lives.
struct Loading(String);

impl Loading {
    fn begin(start: &str) -> Self {
        LOADING.with_borrow_mut(|all| all.push(start.to_owned()));
        Self(start.to_owned())
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        LOADING.with_borrow_mut(|all| all.retain(|other| *other != self.0));
    }
}

/// How many records are read at once.
const SLICE: usize = 2_000;

/// True when all records whose names start so are in memory.
pub fn is_loaded(start: &str) -> bool {
    with(|shelf| {
        let from = shelf.entries.range(start.to_owned()..);
        from.take_while(|(name, _)| name.starts_with(start)).all(|(_, entry)| entry.text.is_some())
    })
}

/// Reads the records whose names start so into memory, some at a time. Tells how many of how many are there. The page
/// has its turns meanwhile, and what several ask for at once is read once.
pub async fn load(start: &str, tell: impl Fn(usize, usize)) -> Result<(), Failed> {
    while LOADING.with_borrow(|all| all.iter().any(|other| other == start)) {
        clock::breathe().await;
    }
    let _loading = Loading::begin(start);
    let (of, mut done) = (count(start), 0);
    let mut ahead = next_unread(start, start).map(Reading::begin);
    while let Some(reading) = ahead.take() {
        // While these are handed over and taken in, the browser finds the next.
        ahead = next_unread(start, &[&*reading.last, "\0"].concat()).map(Reading::begin);
        if let Some(next) = &mut ahead {
            next.go_on().await;
        }
        done += reading.count;
        let (first, last, found) = reading.finish().await?;
        with(|shelf| shelf.take_read(&first, &last, found));
        tell(done.min(of), of);
    }
    Ok(())
}

/// The first name from here on that is only known to be there, the last of those that are read with it, and how many
/// these are.
fn next_unread(start: &str, from: &str) -> Option<(String, String, usize)> {
    with(|shelf| {
        let all = shelf.entries.range(from.to_owned()..);
        let all = all.take_while(|(name, _)| name.starts_with(start));
        let mut unread = all.skip_while(|(_, entry)| entry.text.is_some()).take(SLICE);
        let (first, _) = unread.next()?;
        let (mut last, mut count) = (first, 1);
        for (name, _) in unread {
            (last, count) = (name, count + 1);
        }
        Some((first.clone(), last.clone(), count))
    })
}

type Found = Result<Vec<(String, String)>, Failed>;

/// Some records that the browser looks for.
struct Reading {
    first: String,
    last: String,
    count: usize,
    finding: Pin<Box<dyn Future<Output = Found>>>,
    found: Option<Found>,
}

impl Reading {
    fn begin((first, last, count): (String, String, usize)) -> Self {
        let (from, to) = (first.clone(), last.clone());
        let finding = Box::pin(async move { RECORDS.between(&from, &to).await });
        Self { first, last, count, finding, found: None }
    }

    /// Has the browser begin.
    async fn go_on(&mut self) {
        poll_fn(|context| {
            if let Poll::Ready(found) = self.finding.as_mut().poll(context) {
                self.found = Some(found);
            }
            Poll::Ready(())
        })
        .await;
    }

    /// The names that they are between, and what was found.
    async fn finish(self) -> Result<(String, String, Vec<(String, String)>), Failed> {
        let found = match self.found {
            Some(found) => found?,
            None => self.finding.await?,
        };
        Ok((self.first, self.last, found))
    }
}

impl Shelf {
    /// Takes in what was found between two names.
    fn take_read(&mut self, first: &str, last: &str, found: Vec<(String, String)>) {
        let between = first.to_owned()..=last.to_owned();
        let unread = self.entries.range(between).filter(|(_, entry)| entry.text.is_none());
        // What another tab took away since then is not there to be read.
        let mut gone: BTreeSet<String> = unread.map(|(name, _)| name.clone()).collect();
        for (name, text) in found {
            gone.remove(&name);
            let entry = self.entries.entry(name).or_default();
            if entry.text.is_none() {
                let text: Rc<str> = text.into();
                *entry = Entry { text: Some(text.clone()), on_disk: Some(text), reads: false };
            }
        }
        gone.iter().for_each(|name| _ = self.entries.remove(name));
    }
}
