//! What a file says that somebody gave: a message as plain text, or an email as it was saved. A file's
//! name and bytes come in, the text to look for links in comes out.
//!
//! Emails hold what people sent in other writings than plain text: encoded, as a page, or as a file of
//! their own inside. A zip or a mailbox is gone through step by step (see [`Pile`]). Pictures come out as they are: a
//! browser can open them. Absent: the links themselves (see [`link`](super::link)), and the codes in pictures.

mod mailbox;
mod picture;
mod pile;
mod unzip;

pub use picture::Picture;
pub use pile::{LARGEST_PILE, Pile, Step, Unreadable};
pub use unzip::CannotUnzip;

use super::link::has_mark;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use std::io::{Cursor, Read};

/// How many files deep we look: an email in an email in an email.
const DEEPEST: usize = 4;

/// Most bytes that come out of a zip in an email.
const MOST_ATTACHED: usize = 16 * 1024 * 1024;

/// Most bytes of text that come out of one file. Hostile files may hold one part many times.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Most bytes of pictures that come out of one file.
const MOST_OF_PICTURES: usize = 64 * 1024 * 1024;

/// How far into a file the head of an email begins, at most.
const HEAD: usize = 8 * 1024;

/// What a file is: it decides what to say when there is nothing in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Plain text, or what nobody can tell.
    Text,
    /// An email that was saved as a file, or several.
    Email,
    /// A file that packs its text away: PDF, Word, zip.
    Packed,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// All of its text, that of the files inside it too.
    pub text: String,
    /// What it is.
    pub kind: FileKind,
    /// The pictures in it, or it itself. There may be codes in them.
    pub pictures: Vec<Picture>,
}

/// Reads a file. What a person pasted is a file without a name: it may be the source of an email.
pub fn read(name: &str, bytes: &[u8]) -> Given {
    let mut text = Texts::default();
    let kind = text.add_file(name, bytes, 0);
    if kind != FileKind::Text && !has_mark(&text.all) {
        // It may be broken, or of a kind that our readers leave something out of.
        text.add(&String::from_utf8_lossy(bytes));
    }
    Given { text: text.all, kind, pictures: text.pictures }
}

#[derive(Default)]
struct Texts {
    all: String,
    pictures: Vec<Picture>,
    /// How many bytes these have.
    of_pictures: usize,
}

impl Texts {
    fn add(&mut self, text: &str) {
        if self.all.len() + text.len() <= MOST_TEXT {
            self.all.push_str(text);
            self.all.push('\n');
        }
    }

    /// Sets a picture aside. One for which there is no room has no bytes: it is told of as one that can't be read.
    fn add_picture(&mut self, name: &str, bytes: &[u8]) {
        let has_room = self.of_pictures + bytes.len() <= MOST_OF_PICTURES;
        let bytes = if has_room { bytes.to_vec() } else { Vec::new() };
        self.of_pictures += bytes.len();
        self.pictures.push(Picture { name: name.to_owned(), bytes });
    }

    fn add_file(&mut self, name: &str, bytes: &[u8], depth: usize) -> FileKind {
        let is_a = |extension: &str| name.to_ascii_lowercase().ends_with(extension);
        match bytes {
            _ if picture::mime(bytes).is_some() => {
                self.add_picture(name, bytes);
                FileKind::Text
            }
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => {
                let is_mail = self.add_compound(bytes, depth).unwrap_or_default();
                if is_mail || is_a(".msg") { FileKind::Email } else { FileKind::Packed }
            }
            _ if is_zip(bytes) => {
                self.add_zip(bytes, depth);
                FileKind::Packed
            }
            [b'%', b'P', b'D', b'F', ..] | [0x1f, 0x8b, ..] => {
                self.add(&String::from_utf8_lossy(bytes));
                FileKind::Packed
            }
            [0xff, 0xfe, text @ ..] => {
                self.add(&utf_16(text, u16::from_le_bytes));
                FileKind::Text
            }
            [0xfe, 0xff, text @ ..] => {
                self.add(&utf_16(text, u16::from_be_bytes));
                FileKind::Text
            }
            _ if is_a(".mbox") || mailbox::is_mailbox(bytes) => {
                let mut at = 0;
                while let Some((email, next)) = mailbox::next(bytes, at) {
                    self.add_email(&email, depth);
                    at = next;
                }
                FileKind::Email
            }
            _ if [".eml", ".emlx", ".mht", ".mhtml"].iter().any(|end| is_a(end))
                || is_email(bytes) =>
            {
                self.add_email(bytes, depth);
                FileKind::Email
            }
            _ => {
                self.add(&String::from_utf8_lossy(bytes));
                FileKind::Text
            }
        }
    }

    fn add_email(&mut self, bytes: &[u8], depth: usize) {
        // Apple Mail writes the length of the email on a line before it, and notes of its own behind it.
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap_or_default();
        let (count, behind) = bytes.split_at(first);
        let count = str::from_utf8(count).ok().and_then(|count| count.trim().parse::<usize>().ok());
        let bytes = count.and_then(|count| behind.get(1..=count)).unwrap_or(bytes);
        if let Some(message) = MessageParser::new().parse(bytes) {
            self.add_message(&message, depth);
        }
    }

    fn add_message(&mut self, message: &Message, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for part in &message.parts {
            match &part.body {
                PartType::Text(text) | PartType::Html(text) => self.add(text),
                PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                    match picture::mime(bytes) {
                        Some(_) => {
                            self.add_picture(part.attachment_name().unwrap_or_default(), bytes);
                        }
                        None => _ = self.add_file("", bytes, depth + 1),
                    }
                }
                PartType::Message(inner) => self.add_message(inner, depth + 1),
                PartType::Multipart(_) => {}
            }
        }
    }

    /// Adds what is in a zip that came within an email.
    fn add_zip(&mut self, bytes: &[u8], depth: usize) {
        let mut left = MOST_ATTACHED;
        let files = if depth < DEEPEST { unzip::list(bytes) } else { Ok(Vec::new()) };
        for packed in files.into_iter().flatten() {
            let Ok(mut file) = unzip::Unpacking::new(packed, left) else { continue };
            let whole = loop {
                match file.step(bytes) {
                    Ok(None) => {}
                    Ok(whole) => break whole,
                    Err(_) => break None,
                }
            };
            if let Some(whole) = whole {
                left -= whole.len().min(left);
                self.add_file(file.name(), &whole, depth + 1);
            }
        }
    }

    /// Adds all texts of a compound file: of an email that Outlook saved, and the files in it. True
    /// when it is an email. `None` when it is broken.
    fn add_compound(&mut self, bytes: &[u8], depth: usize) -> Option<bool> {
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
        let streams: Vec<_> = file.walk().filter(|entry| entry.is_stream()).collect();
        let mut is_mail = false;
        for stream in streams {
            is_mail |= stream.name().starts_with("__properties_version");
            if stream.len() > bytes.len() as u64 || self.all.len() > MOST_TEXT {
                continue;
            }
            let mut inside = Vec::new();
            let mut opened = file.open_stream(stream.path()).ok()?;
            if opened.read_to_end(&mut inside).is_err() {
                continue;
            }
            // The name tells the kind of text: "001F" is UTF-16, all else is as it is.
            if stream.name().ends_with("001F") {
                self.add(&utf_16(&inside, u16::from_le_bytes));
            } else if depth < DEEPEST {
                self.add_file("", &inside, depth + 1);
            }
        }
        Some(is_mail)
    }
}

/// True for a zip, also one with nothing in it. Word's and Excel's files are zips too.
fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// True when a text begins with the head of an email, as "Show original" has it.
fn is_email(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let names = [
        "mime-version:",
        "content-transfer-encoding:",
        "content-type:",
        "return-path:",
        "received:",
    ];
    head.lines().filter(|line| names.iter().any(|name| line.starts_with(name))).count() > 1
}
