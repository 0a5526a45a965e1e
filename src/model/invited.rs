//! People who are invited by a link of their own, so that an organiser knows who has answered and who has not.
//!
//! A list goes in as people paste it; a number is drawn for each. **Invariant:** a link and an answer hold that number
//! and nothing else of the person. Names and addresses are in this list alone, which stays on the organiser's computer
//! and in their backups. Who said what is never put together here: an answer only tells that its number has answered.
//!
//! Absent: reading the number out of a link (see [`invited`](super::link::invited)), and the drawing of bytes.

mod standing;

pub use standing::{Repeat, Standing, standing};

use super::id::SurveyId;
use super::survey::{SendTo, Way};
use super::ways::{self, international};
use std::collections::BTreeSet;

/// Most people on one list.
pub const MOST_PEOPLE: usize = 10_000;
/// Most letters of a name or an address.
const LONGEST: usize = 200;
/// The letters of numbers: none that looks like another when it is read out or written down.
const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// Somebody who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What their link and their answers carry: 8 letters and digits.
    pub number: String,
    /// What the organiser calls them. May be empty when there is an address.
    pub name: String,
    /// Their email address or phone number. May be empty when there is a name.
    pub contact: String,
    /// How their link was last handed out. `None` while it was not.
    pub sent: Option<Begun>,
    /// The same of a reminder.
    pub reminded: Option<Begun>,
}

/// A message that was begun: nobody but the person who sends it knows whether it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Begun {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// How. `None` where an earlier release noted it.
    pub how: Option<How>,
}

/// How a message leaves. New ones are only ever put at the end: forms name them by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It was copied.
    Copied,
    /// An email was opened with it.
    Email,
    /// A text message was opened with it.
    Text,
    /// The link went into a file.
    File,
}

impl How {
    /// Each, in the order that forms number them.
    pub const ALL: [How; 4] = [How::Copied, How::Email, How::Text, How::File];
}

impl Begun {
    /// What was done, for the organiser, as it goes on in "Link copied", "Reminder put in an email".
    pub fn says(self) -> &'static str {
        match self.how {
            None => "begun",
            Some(How::Copied) => "copied",
            Some(How::Email) => "put in an email",
            Some(How::Text) => "put in a text message",
            Some(How::File) => "saved in a file",
        }
    }
}

/// Who is invited to a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// To which.
    pub survey: SurveyId,
    /// In the order in which they were added.
    pub people: Vec<Person>,
    /// Numbers of people who were removed. Their names are nowhere any more; another tab that still has them forgets
    /// them too.
    pub removed: BTreeSet<String>,
}

/// What became of a list that was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// New people.
    pub new: usize,
    /// On the list already, or twice in what was pasted.
    pub known: usize,
    /// Not added, as the list is full.
    pub too_many: usize,
    /// How many of the new people share their email address or phone number with somebody: in one home, perhaps. Each
    /// has a link of their own.
    pub sharing: usize,
    /// Not added: what has an @ and is no email address.
    pub wrong: Vec<String>,
}

/// A line of a pasted list: a name and an address, one of which may be empty.
pub type Line = (String, String);

/// What stands in a pasted list: lines with a name, an email address or phone number, or both, as mail programs and
/// spreadsheets write them. A line of headings is left out.
pub fn read_list(text: &str) -> Vec<Line> {
    let lines = text.lines().flat_map(|line| match line.matches('@').count() {
        // As mail programs list people: "Ann <ann@example.org>, Bo <bo@example.org>".
        2.. => line.split([';', ',']).map(str::to_owned).collect(),
        _ => vec![first_name_first(line)],
    });
    let lines: Vec<String> = lines.collect();
    let lines = lines.iter().map(String::as_str);
    let read = lines.map(read_line).filter(|(name, to)| !name.is_empty() || !to.is_empty());
    let mut all: Vec<Line> = read.collect();
    let has_contacts = all.iter().any(|(_, to)| !to.is_empty());
    if has_contacts && all.first().is_some_and(|(name, to)| to.is_empty() && is_heading(name)) {
        all.remove(0);
    }
    all
}

fn read_line(line: &str) -> Line {
    let mut parts: Vec<String> = line
        .split(['\t', ',', ';', '<', '>'])
        .map(|part| tidy(part.trim_matches(|c: char| c.is_whitespace() || "\"'".contains(c))))
        .filter(|part| !part.is_empty())
        .collect();
    let place = parts.iter().position(|part| contact(part).is_some());
    // A name and an address with nothing but a space between.
    if let (None, [line]) = (place, &parts[..])
        && let Some((name, to)) = line.rsplit_once(' ')
        && let Some(to) = contact(to)
    {
        return (name.trim().to_owned(), to);
    }
    let found: Vec<String> = parts.iter().filter_map(|part| contact(part)).collect();
    // An email address where there is one: what else reaches them is no part of their name.
    let to =
        found.iter().find(|to| to.contains('@')).or(found.first()).cloned().unwrap_or_default();
    parts.retain(|part| contact(part).is_none());
    (parts.join(" "), to)
}

/// A line of a spreadsheet with the name "Bee, Ann" in quotes, as it is said: Ann Bee.
fn first_name_first(line: &str) -> String {
    let quoted = || {
        let (before, rest) = line.split_once('"')?;
        let (name, after) = rest.split_once('"')?;
        let (last, first) = name.split_once(',')?;
        let is_one = !first.contains(',') && !name.contains('@');
        is_one.then(|| [before, first.trim(), " ", last.trim(), after].concat())
    };
    quoted().unwrap_or_else(|| line.to_owned())
}

/// One line, not too long.
fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

/// An email address or phone number as it is kept. `None` for what is neither.
fn contact(text: &str) -> Option<String> {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    [Way::Email, Way::Text].into_iter().find_map(|way| {
        let is_number = text.chars().all(|c| c.is_ascii_digit() || "+-() ./".contains(c));
        let to = ways::tidy(way, text);
        let is_one = match way {
            Way::Email => {
                ways::unfit(&SendTo { way, to: to.clone(), name: String::new() }).is_none()
            }
            // A number whose country nobody can tell is still theirs.
            _ => is_number && to.len() >= 8,
        };
        is_one.then_some(to)
    })
}

fn is_heading(name: &str) -> bool {
    let name = name.to_lowercase();
    ["name", "email", "e-mail", "phone", "mobile", "contact"].iter().any(|word| name.contains(word))
}

/// The number that these bytes, drawn at random, are: 40 bits, so that nobody guesses that of somebody else.
fn number(bytes: [u8; 8]) -> String {
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect()
}

impl Invited {
    /// Nobody yet.
    pub fn new(survey: SurveyId) -> Self {
        Self { survey, people: Vec::new(), removed: BTreeSet::new() }
    }

    /// Adds those who are not on the list. `draw` gives bytes at random.
    pub fn add(&mut self, lines: Vec<Line>, mut draw: impl FnMut() -> [u8; 8]) -> Added {
        let key = |name: &str, contact: &str| (contact.to_lowercase(), name.to_lowercase());
        // People in one home can share an address. Without a name, it is whoever is there.
        let mut known: BTreeSet<(String, String)> = BTreeSet::new();
        for one in &self.people {
            known.insert(key(&one.name, &one.contact));
        }
        let shares = |known: &BTreeSet<(String, String)>, contact: &str| {
            let contact = contact.to_lowercase();
            known
                .range((contact.clone(), String::new())..)
                .next()
                .is_some_and(|one| one.0 == contact)
        };
        let mut taken: BTreeSet<String> =
            self.people.iter().map(|one| one.number.clone()).chain(self.removed.clone()).collect();
        let mut added = Added::default();
        for (name, contact) in lines {
            let is_shared = !contact.is_empty() && shares(&known, &contact);
            if contact.is_empty() && name.contains('@') {
                added.wrong.push(name);
            } else if is_shared && name.is_empty() || known.contains(&key(&name, &contact)) {
                added.known += 1;
            } else if self.people.len() >= MOST_PEOPLE {
                added.too_many += 1;
            } else {
                let number = loop {
                    let number = number(draw());
                    if taken.insert(number.clone()) {
                        break number;
                    }
                };
                known.insert(key(&name, &contact));
                self.people.push(Person { number, name, contact, sent: None, reminded: None });
                added.new += 1;
                added.sharing += usize::from(is_shared);
            }
        }
        added
    }

    /// Takes somebody off the list. Their link still works; nobody can tell any more whose it was.
    pub fn remove(&mut self, number: &str) {
        self.people.retain(|one| one.number != number);
        self.removed.insert(number.to_owned());
    }

    /// Notes that a message to somebody was begun.
    pub fn note(&mut self, number: &str, purpose: Purpose, begun: Begun) {
        if let Some(one) = self.people.iter_mut().find(|one| one.number == number) {
            match purpose {
                Purpose::Invite => one.sent = Some(begun),
                Purpose::Remind => one.reminded = Some(begun),
            }
        }
    }

    /// What another tab, or a backup, has of the same list too: everybody of both, but those that either removed.
    pub fn merge(&mut self, other: Invited) {
        self.removed.extend(other.removed);
        for person in other.people {
            match self.people.iter_mut().find(|one| one.number == person.number) {
                Some(one) => {
                    one.sent = one.sent.max(person.sent);
                    one.reminded = one.reminded.max(person.reminded);
                }
                None => self.people.push(person),
            }
        }
        let removed = &self.removed;
        self.people.retain(|one| !removed.contains(&one.number));
        self.people.truncate(MOST_PEOPLE);
    }
}

impl Person {
    /// What to call them on a screen.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.contact } else { &self.name }
    }

    /// Their link, from that of the survey.
    pub fn link(&self, survey: &str) -> String {
        [survey, ".", &self.number].concat()
    }

    /// By which app their contact is reached.
    pub fn way(&self) -> Option<Way> {
        match () {
            () if self.contact.contains('@') => Some(Way::Email),
            () => international(&self.contact).map(|_| Way::Text),
        }
    }

    /// Where a press on "Email" or "Text" leads, with a message ready.
    pub fn leads(&self, (subject, text, link): (&str, &str, &str)) -> ways::Leads {
        let Some(way) = self.way() else { return ways::Leads::Nowhere };
        let to = SendTo { way, to: self.contact.clone(), name: String::new() };
        // A text message says whose the link is too: people have a right to know.
        let link = if way == Way::Text { text } else { link };
        ways::leads(&to, ways::Letter { subject, text, link })
    }
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To ask somebody for the first time.
    Invite,
    /// To ask again who has not answered.
    Remind,
}

/// A message with somebody's link, ready to send. It says that the link is theirs, as people have a right to know.
pub fn message(purpose: Purpose, name: &str, title: &str, link: &str) -> String {
    let hello = match name {
        "" => "Hello,".to_owned(),
        name => format!("Hello {name},"),
    };
    let ask = match purpose {
        Purpose::Invite => format!("Please tell us what you think: {title}."),
        Purpose::Remind => format!(
            "We asked you some questions: {title}. We have not had your answers yet. If you want to answer, there is \
             still time. You do not have to. If you already sent them, thank you. You can ignore this message."
        ),
    };
    format!(
        "{hello}\n\n{ask}\n\nThis link is only for you. Please do not pass it on. It tells us that you have answered.\n\n{link}\n"
    )
}
