//! The kinds of record, told by the start of their names: whether a text can be read as one, and how two
//! texts of one name become one.

mod disk;

pub use disk::{Heard, Put, Since, have_texts_to_do, hear, put, since};

use super::change::Changes;
use super::draft::Draft;
use super::glossary::Glossary;
use super::inbox::{Received, Waiting};
use super::invited::Invited;
use super::missing::Plan;
use super::own_template::OwnTemplate;
use super::report;
use super::response::Progress;
use super::seal::SecretKey;
use super::survey::Survey;
use super::wire::{self, Packet};
use super::work::Sheet;

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A draft.
    Draft,
    /// That a draft was deleted for good.
    Gone,
    /// A key that opens answers.
    Key,
    /// A published edition.
    Survey,
    /// A response.
    Answer,
    /// That a response was taken back.
    Withdrawn,
    /// That the organiser removed a response, which is kept.
    Removed,
    /// A sealed response that can't be counted yet.
    Waiting,
    /// A survey to start from that the organiser made.
    Template,
    /// Who is invited to a survey.
    Invited,
    /// What a team did with what people wrote.
    Work,
    /// A paper that is being typed in.
    Typing,
    /// What came of a survey.
    Changes,
    /// What the organiser made of a report.
    Report,
    /// What the words mean that all surveys share.
    Words,
    /// Who else a group will ask.
    Missing,
    /// A receipt that was given for the answers of a tablet.
    Receipts,
    /// What could not be read, and was put aside.
    Aside,
    /// None of ours, or no record.
    Other,
}

/// Two texts of one name, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    /// What is kept under the name.
    pub text: String,
    /// What has to be kept elsewhere, since it can't be read.
    pub aside: Option<String>,
}

impl Kind {
    /// Every kind of ours.
    pub const ALL: [Kind; 18] = [
        Kind::Draft,
        Kind::Gone,
        Kind::Key,
        Kind::Survey,
        Kind::Answer,
        Kind::Withdrawn,
        Kind::Removed,
        Kind::Waiting,
        Kind::Template,
        Kind::Invited,
        Kind::Work,
        Kind::Typing,
        Kind::Changes,
        Kind::Report,
        Kind::Words,
        Kind::Missing,
        Kind::Receipts,
        Kind::Aside,
    ];

    /// How the names of this kind start.
    pub fn start(self) -> &'static str {
        match self {
            Kind::Draft => "draft/",
            Kind::Gone => "gone/",
            Kind::Key => "key/",
            Kind::Survey => "survey/",
            Kind::Answer => "answer/",
            Kind::Withdrawn => "withdrawn/",
            Kind::Removed => "removed/",
            Kind::Waiting => "waiting/",
            Kind::Template => "template/",
            Kind::Invited => "invited/",
            Kind::Work => "work/",
            Kind::Typing => "typing/",
            Kind::Changes => "changes/",
            Kind::Report => "report/",
            Kind::Words => "words/",
            Kind::Missing => "missing/",
            Kind::Receipts => "receipts/",
            Kind::Aside => "aside/",
            Kind::Other => "",
        }
    }

    /// What a record with this name is.
    pub fn of(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| name.starts_with(kind.start())).unwrap_or(Kind::Other)
    }

    /// True when this version of the app can read the text.
    pub fn can_read(self, text: &str) -> bool {
        match self {
            Kind::Draft => wire::from_text::<Draft>(text).is_ok(),
            Kind::Key => wire::from_text::<SecretKey>(text).is_ok(),
            Kind::Survey => wire::from_text::<Survey>(text).is_ok(),
            Kind::Answer => wire::from_text::<Received>(text).is_ok(),
            Kind::Waiting => Waiting::from_text(text).is_ok(),
            Kind::Template => wire::from_text::<OwnTemplate>(text).is_ok(),
            Kind::Invited => wire::from_text::<Invited>(text).is_ok(),
            Kind::Work => wire::from_text::<Sheet>(text).is_ok(),
            Kind::Typing => wire::from_text::<Progress>(text).is_ok(),
            Kind::Changes => wire::from_text::<Changes>(text).is_ok(),
            Kind::Report => wire::from_text::<report::Edits>(text).is_ok(),
            Kind::Words => wire::from_text::<Glossary>(text).is_ok(),
            Kind::Missing => wire::from_text::<Plan>(text).is_ok(),
            Kind::Aside => false,
            Kind::Gone | Kind::Withdrawn | Kind::Removed | Kind::Receipts | Kind::Other => true,
        }
    }

    /// What two tabs, or two stores, hold under one name, as one: drafts have the edits of both, and
    /// so has what was done with written answers; of a response the later revision stays. Keys and editions of one
    /// name say the same.
    pub fn merge(self, ours: &str, stored: &str) -> Both {
        let keep = |text: &str| Both { text: text.to_owned(), aside: None };
        match (self.can_read(ours), self.can_read(stored)) {
            (true, false) => Both { aside: Some(stored.to_owned()), ..keep(ours) },
            (false, true) => Both { aside: Some(ours.to_owned()), ..keep(stored) },
            (false, false) => Both { aside: Some(ours.to_owned()), ..keep(stored) },
            (true, true) => match self {
                Kind::Draft => keep(&merged(ours, stored, drafts)),
                Kind::Invited => keep(&merged(ours, stored, Invited::merge)),
                Kind::Work => keep(&merged(ours, stored, Sheet::merge)),
                Kind::Changes => keep(&merged(ours, stored, changes)),
                Kind::Report => keep(&merged(ours, stored, report::Edits::merge)),
                Kind::Words => keep(&merged(ours, stored, words)),
                Kind::Missing => keep(&merged(ours, stored, Plan::merge)),
                Kind::Answer if revision(stored) > revision(ours) => keep(stored),
                _ => keep(ours),
            },
        }
    }
}

/// What two texts hold, made one by `merge`. The first as it is where it can't be read as that.
fn merged<T: Packet>(ours: &str, stored: &str, merge: impl FnOnce(&mut T, T)) -> String {
    match (wire::from_text::<T>(ours), wire::from_text::<T>(stored)) {
        (Ok(mut ours), Ok(stored)) => {
            merge(&mut ours, stored);
            wire::to_text(&ours)
        }
        _ => ours.to_owned(),
    }
}

fn drafts(ours: &mut Draft, stored: Draft) {
    ours.merge(stored.log().iter().cloned());
}

fn changes(ours: &mut Changes, stored: Changes) {
    if ours.survey() == stored.survey() {
        ours.merge(stored.log().iter().cloned());
    }
}

fn words(ours: &mut Glossary, stored: Glossary) {
    ours.merge(stored.log().iter().cloned());
}

fn revision(text: &str) -> Option<u32> {
    Some(wire::from_text::<Received>(text).ok()?.response.revision)
}

/// Where a text goes that can't be read, when another takes its name.
pub fn aside_name(name: &str, text: &str) -> String {
    let name = name.strip_prefix(Kind::Aside.start()).unwrap_or(name);
    format!("{}{name}/{}", Kind::Aside.start(), print(text))
}

/// Tells texts apart: FNV-1a over 64 bits. Two that have the same print by chance are one in the billions
/// of billions, and nobody gains by making some.
pub fn print(text: &str) -> String {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, add))
}
