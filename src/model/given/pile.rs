//! A file that may hold many: a zip, a mailbox, a zip of mailboxes. It is gone through step by step, each a few
//! milliseconds, so that the page can be used meanwhile and a person can stop it.
//!
//! A name and bytes go in. Out come texts to look for answers in, and what could not be read, by name. Nothing is
//! ever left out in silence. Absent: what the texts hold, and waiting between steps.

use super::unzip::{self, CannotUnzip, Packed, Unpacking};
use super::{FileKind, Given, is_zip, mailbox, read};
use std::rc::Rc;

/// How many zips deep we look: a zip, and one in it.
const MOST_ZIPS: u8 = 2;
/// Most bytes that come out of all the zips in one file.
const MOST_UNPACKED: usize = 256 * 1024 * 1024;
/// Most bytes of one text or one email. Thousands of answers fit.
pub const LARGEST_PART: usize = 16 * 1024 * 1024;
/// Most bytes of a file that is gone through step by step.
pub const LARGEST_PILE: usize = 256 * 1024 * 1024;

/// Why a part of a file, or all of it, was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is not one byte in it.
    Empty,
    /// One text is larger than we read.
    TooLarge,
    /// A zip in a zip in a zip.
    TooDeep,
    /// It is in a zip, and did not come out.
    Zip(CannotUnzip),
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    Working,
    /// A text, or one email.
    Piece(Given),
    /// A part with this name can't be read.
    Trouble(String, Unreadable),
}

/// What is still to be looked at. The last is the next.
pub struct Pile {
    todo: Vec<Task>,
    /// How many bytes may still come out of zips.
    left: usize,
    /// What the file as a whole is.
    kind: FileKind,
}

enum Task {
    File { name: String, bytes: Vec<u8>, zips: u8 },
    Mailbox { name: String, bytes: Vec<u8>, at: usize },
    Zip { name: String, bytes: Rc<[u8]>, rest: std::vec::IntoIter<Packed>, zips: u8 },
    Unpacking { bytes: Rc<[u8]>, file: Box<Unpacking>, zips: u8 },
}

impl Pile {
    /// The file with this name. What a person pasted has none.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let kind = match () {
            () if is_zip(&bytes) => FileKind::Packed,
            () if is_mailbox(name, &bytes) => FileKind::Email,
            () => FileKind::Text,
        };
        let first = Task::File { name: name.to_owned(), bytes, zips: 0 };
        Self { todo: vec![first], left: MOST_UNPACKED, kind }
    }

    /// What the file is, as far as it was looked at: it decides what to say when there is nothing in it.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// The next step. `None` once all is looked at.
    pub fn step(&mut self) -> Option<Step> {
        let is_first = self.todo.len() == 1;
        Some(match self.todo.pop()? {
            Task::File { name, bytes, zips } => self.open(name, bytes, zips, is_first),
            Task::Mailbox { name, bytes, at } => self.next_email(name, bytes, at),
            Task::Zip { name, bytes, rest, zips } => self.next_file(name, bytes, rest, zips),
            Task::Unpacking { bytes, file, zips } => self.unpack(bytes, file, zips),
        })
    }

    fn open(&mut self, name: String, bytes: Vec<u8>, zips: u8, is_whole: bool) -> Step {
        if bytes.is_empty() {
            return Step::Trouble(name, Unreadable::Empty);
        }
        if is_zip(&bytes) {
            if zips == MOST_ZIPS {
                return Step::Trouble(name, Unreadable::TooDeep);
            }
            return match unzip::list(&bytes) {
                Ok(all) => {
                    let (bytes, rest) = (bytes.into(), all.into_iter());
                    self.todo.push(Task::Zip { name, bytes, rest, zips: zips + 1 });
                    Step::Working
                }
                Err(why) => Step::Trouble(name, Unreadable::Zip(why)),
            };
        }
        if is_mailbox(&name, &bytes) {
            self.todo.push(Task::Mailbox { name, bytes, at: 0 });
            return Step::Working;
        }
        if bytes.len() > LARGEST_PART {
            return Step::Trouble(name, Unreadable::TooLarge);
        }
        let given = read(&name, &bytes);
        if is_whole && zips == 0 {
            self.kind = given.kind;
        }
        Step::Piece(given)
    }

    fn next_email(&mut self, name: String, bytes: Vec<u8>, at: usize) -> Step {
        let Some((email, next)) = mailbox::next(&bytes, at) else { return Step::Working };
        let step = match email.len() {
            length if length > LARGEST_PART => Step::Trouble(name.clone(), Unreadable::TooLarge),
            // What stands in front of the first email, such as an empty line.
            _ if email.trim_ascii().is_empty() => Step::Working,
            _ => Step::Piece(read(".eml", &email)),
        };
        drop(email);
        self.todo.push(Task::Mailbox { name, bytes, at: next });
        step
    }

    fn next_file(
        &mut self,
        name: String,
        bytes: Rc<[u8]>,
        mut rest: std::vec::IntoIter<Packed>,
        zips: u8,
    ) -> Step {
        let Some(packed) = rest.next() else { return Step::Working };
        let called = packed.name.clone();
        self.todo.push(Task::Zip { name, bytes: bytes.clone(), rest, zips });
        match Unpacking::new(packed, self.left) {
            Ok(file) => {
                self.todo.push(Task::Unpacking { bytes, file: Box::new(file), zips });
                Step::Working
            }
            Err(why) => Step::Trouble(called, Unreadable::Zip(why)),
        }
    }

    fn unpack(&mut self, bytes: Rc<[u8]>, mut file: Box<Unpacking>, zips: u8) -> Step {
        match file.step(&bytes) {
            Ok(None) => {
                self.todo.push(Task::Unpacking { bytes, file, zips });
                Step::Working
            }
            Ok(Some(whole)) => {
                self.left -= whole.len().min(self.left);
                self.todo.push(Task::File { name: file.name().to_owned(), bytes: whole, zips });
                Step::Working
            }
            Err(why) => {
                let called = file.name().to_owned();
                let zip = match (why, self.todo.last()) {
                    // Whoever made one file swell made the others too, so the zip as a whole is let be.
                    (CannotUnzip::Swells, Some(Task::Zip { name, .. })) => Some(name.clone()),
                    _ => None,
                };
                if zip.is_some() {
                    self.todo.pop();
                }
                Step::Trouble(zip.unwrap_or(called), Unreadable::Zip(why))
            }
        }
    }
}

fn is_mailbox(name: &str, bytes: &[u8]) -> bool {
    name.to_ascii_lowercase().ends_with(".mbox") || mailbox::is_mailbox(bytes)
}
