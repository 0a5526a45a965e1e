//! Where a long link gets through whole, and what to do where it does not: a table of the ways that
//! people send links, and the most that each carries.
//!
//! Absent: the ways our own pages offer, which the caller knows.

/// A way to send a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// A text message.
    TextMessage,
    /// An email, in any program but Outlook.
    Email,
    /// An email in Outlook.
    Outlook,
    /// WhatsApp.
    WhatsApp,
}

/// Whether a link gets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    Whole,
    /// Most programs carry it. Some break it.
    Mostly,
    /// It is cut off, or can't be tapped.
    No,
}

/// What is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A survey for people to answer.
    Survey,
    /// A survey for people to check.
    Review,
    /// A draft for a colleague.
    Draft,
}

/// How long a link is, and the message that it goes in. In characters, which are all ASCII in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The link alone.
    pub link: usize,
    /// With the words before it.
    pub message: usize,
}

impl Channel {
    /// All, in the order in which they are named.
    pub const ALL: [Channel; 4] =
        [Channel::TextMessage, Channel::Email, Channel::Outlook, Channel::WhatsApp];

    /// What people call it.
    fn name(self) -> &'static str {
        match self {
            Channel::TextMessage => "a text message",
            Channel::Email => "email",
            Channel::Outlook => "Outlook",
            Channel::WhatsApp => "WhatsApp",
        }
    }

    /// Whether a link of this length gets through.
    pub fn fit(self, length: Length) -> Fit {
        let up_to = |most, length| if length <= most { Fit::Whole } else { Fit::No };
        match self {
            // Networks join up to 10 parts of 153 characters. More is cut off, or sent as something else.
            Channel::TextMessage => up_to(10 * PART_OF_TEXT, length.message),
            // A line of an email has at most 998 characters (RFC 5322, 2.1.1). Most programs write a
            // longer one in another way, which the other side undoes; some break it in two.
            Channel::Email if length.link <= 998 => Fit::Whole,
            Channel::Email => Fit::Mostly,
            // Windows opens no address that is longer, so Outlook makes no link of it.
            Channel::Outlook => up_to(2_048, length.link),
            Channel::WhatsApp => up_to(4_096, length.message),
        }
    }
}

/// Characters of each part of a long text message.
const PART_OF_TEXT: usize = 153;

/// What to say about a link of this length, and the way that works. `None` when it gets through
/// everywhere. `has_code` says that there is a QR code of it.
pub fn advice(thing: Thing, length: Length, has_code: bool) -> Option<String> {
    let that = |fit| {
        let channels = Channel::ALL.into_iter().filter(move |channel| channel.fit(length) == fit);
        channels.map(Channel::name).collect::<Vec<_>>()
    };
    let (whole, mostly, not) = (that(Fit::Whole), that(Fit::Mostly), that(Fit::No));
    if not.is_empty() && mostly.is_empty() {
        return None;
    }
    let mut sentences = vec![format!("This link has {} characters.", grouped(length.link))];
    if !not.is_empty() {
        sentences.push(format!("It is too long for {}.", list(&not, "or")));
    }
    if !whole.is_empty() {
        sentences.push(format!("It fits in {}.", list(&whole, "and")));
        // Nobody would call that one message, and some pay for each.
        let texts = length.message.div_ceil(PART_OF_TEXT);
        if whole.contains(&Channel::TextMessage.name()) && texts > 1 {
            sentences.push(format!("A phone sends it as {texts} text messages."));
        }
    }
    if !mostly.is_empty() {
        sentences.push(format!(
            "It works in most {} programs, but some may cut it.",
            list(&mostly, "and")
        ));
    }
    sentences.push(instead(thing, has_code).to_owned());
    Some(sentences.join(" "))
}

/// The way that works at any length.
fn instead(thing: Thing, has_code: bool) -> &'static str {
    match (thing, has_code) {
        (Thing::Survey, true) => {
            "To be safe, send the survey as a file, or show people the QR code."
        }
        (Thing::Survey, false) => "To be safe, send the survey as a file.",
        (Thing::Review, true) => {
            "To be safe, send yourself the link first and try it, or show people the QR code."
        }
        (Thing::Review, false) => "To be safe, save it as a file and attach that to an email.",
        (Thing::Draft, _) => "To be safe, save the draft as a file and send that.",
    }
}

/// True when none of them carries it.
pub fn fits_nowhere(length: Length) -> bool {
    Channel::ALL.iter().all(|channel| channel.fit(length) != Fit::Whole)
}

fn list(names: &[&str], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{},{:03}", grouped(number / 1000), number % 1000)
}
