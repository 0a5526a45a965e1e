//! Working side by side: two devices make a pair, and then each sees what the other changes and
//! where the other person is.
//!
//! A code goes over and one comes back. From then on every edit goes over as it is made, whoever
//! made it, and both keep all of it. So when the other device goes, nothing is lost, and the next
//! pair brings over what is missing.
//!
//! **Invariant:** only the survey that the pair was made for goes over.

mod hearing;
mod pairing;

use super::Desk;
use crate::browser::peer::Peer;
use crate::browser::{json_storage, page};
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::link::BadLink;
use crate::model::live::{Known, Parts, Pointing, Said, Side, cut};
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::Spot;
use crate::organiser::words;
use leptos::prelude::*;

/// What is said when the other device is no longer there.
pub const GONE: &str = "The other device has gone. Your changes are kept. Pair again to go on.";

/// How far two devices are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// There is no other device.
    Idle,
    /// The browser makes the code.
    Making,
    /// This is the link for the other device, whose answer is waited for.
    Offered(String),
    /// This is the answer to the other device's code.
    Answered(String),
    /// Both codes are there.
    Joining,
    /// They are connected.
    Together,
    /// They were connected.
    Gone,
    /// They had the codes, but did not find each other.
    NotFound,
}

/// Why two devices don't get together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPair {
    /// The code can't be read.
    Bad(BadLink),
    /// It is the code that this device shows.
    Own,
    /// It is an answer, but this device shows no code.
    NotAsked,
    /// It is an answer to another code.
    ForOther,
    /// The browser takes no such code, or does not know how it could be reached.
    NoWay,
    /// What the other device sent does not fit what is here.
    Unsound,
    /// There was no room to keep it.
    NotKept,
}

/// The other device, for the screens.
#[derive(Clone, Copy)]
pub struct Live {
    /// How far we are.
    pub pairing: RwSignal<Pairing>,
    /// The code in a link that was opened. Nothing connects before the person says so.
    pub asked: RwSignal<Option<String>>,
    /// What went wrong last.
    pub trouble: RwSignal<Option<BadPair>>,
    /// What the other person wants to be called. Empty when they did not say.
    pub name: RwSignal<String>,
    /// Which card they have open.
    pub at: RwSignal<Pointing>,
    /// Only the browser's own thread may have it.
    peer: StoredValue<Option<Peer>, LocalStorage>,
    talk: StoredValue<Talk>,
}

/// What this device knows of the pair.
struct Talk {
    /// Which pair it is, so that an old one is told apart.
    pairing: u32,
    side: Side,
    /// The survey that it is about. The device that answers hears it from the other.
    survey: Option<SurveyId>,
    /// What the other device has.
    known: Known,
    parts: Parts,
    /// True once the survey was opened here.
    is_opened: bool,
}

impl Talk {
    fn new(pairing: u32, side: Side, survey: Option<SurveyId>) -> Self {
        let (known, parts) = (Known::default(), Parts::default());
        Self { pairing, side, survey, known, parts, is_opened: side == Side::Offer }
    }
}

impl Live {
    /// No other device.
    pub(super) fn new() -> Self {
        Self {
            pairing: RwSignal::new(Pairing::Idle),
            asked: RwSignal::new(None),
            trouble: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            at: RwSignal::new(Pointing::Away),
            peer: StoredValue::new_local(None),
            talk: StoredValue::new(Talk::new(0, Side::Offer, None)),
        }
    }

    /// What the other person is called in a sentence.
    pub fn called(&self) -> String {
        let name = self.name.get();
        if name.is_empty() { "the other device".to_owned() } else { words::own(&name) }
    }

    /// True while both are connected.
    pub fn is_together(&self) -> bool {
        self.pairing.with(|pairing| *pairing == Pairing::Together)
    }

    fn say(&self, said: &Said) {
        self.peer.with_value(|peer| {
            if let Some(peer) = peer {
                // A part that does not go is the end of the connection, which is heard of.
                let _ = cut(said).iter().all(|part| peer.send(part));
            }
        });
    }

    /// Lets the other device go.
    fn end(&self, pairing: Pairing) {
        self.peer.set_value(None);
        self.at.set(Pointing::Away);
        self.pairing.set(pairing);
    }
}

impl Desk {
    /// True when the other person has this card of the survey on the desk open.
    pub fn is_other_at(&self, spot: Spot) -> bool {
        let at = match self.live.at.get() {
            Pointing::Away => return false,
            Pointing::Welcome => Spot::Welcome,
            Pointing::Words => Spot::Words,
            Pointing::Question(id) => Spot::Question(id),
        };
        at == spot && self.is_pair_on_desk()
    }

    /// True when the survey that the pair is about is the one on the desk.
    pub fn is_pair_on_desk(&self) -> bool {
        !self.is_stand_in.get_untracked()
            && self.pair_survey().is_some_and(|id| self.is_on_desk(id))
    }

    /// The title of the survey that the pair is about.
    pub fn pair_title(&self) -> String {
        let draft = self.pair_survey().and_then(|id| self.draft_of(id));
        let title = draft.map(|draft| draft.content().title.clone()).unwrap_or_default();
        words::or(&title, words::NO_TITLE)
    }

    fn pair_survey(&self) -> Option<SurveyId> {
        self.live.talk.with_value(|talk| talk.survey)
    }

    /// Sends what is done here, for as long as there is somebody to send it to, and hears of a code that
    /// another tab was opened with.
    pub(in crate::organiser) fn follow_live(self) {
        let live = self.live;
        json_storage::on_change_elsewhere(move |name| self.take_handed_pair(&name));
        Effect::new(move |_| {
            self.draft.track();
            if live.is_together() && self.is_pair_on_desk() {
                self.draft.with_untracked(|draft| self.send_news(draft));
            }
        });
        let at = Memo::new(move |_| match (self.screen.get(), self.spot.get()) {
            (Screen::Survey(id, Part::Questions), spot) => Some((id, spot)),
            _ => None,
        });
        Effect::new(move |_| {
            let at = at.get();
            if live.is_together() {
                let survey = self.pair_survey();
                live.say(&Said::At(match at {
                    Some((id, Spot::Question(question))) if survey == Some(id) => {
                        Pointing::Question(question)
                    }
                    Some((id, Spot::Welcome)) if survey == Some(id) => Pointing::Welcome,
                    Some((id, Spot::Words)) if survey == Some(id) => Pointing::Words,
                    _ => Pointing::Away,
                }));
            }
        });
        page::on_leaving(move || {
            if untrack(|| live.is_together()) {
                live.say(&Said::Bye);
                live.end(Pairing::Gone);
            }
        });
    }

    /// The person has had enough.
    pub fn stop_pair(&self) {
        self.live.say(&Said::Bye);
        self.live.trouble.set(None);
        self.live.end(Pairing::Idle);
    }

    /// Sends the other device what it does not have of the survey.
    fn send_news(&self, draft: &Draft) {
        let news = self.live.talk.try_update_value(|talk| talk.known.news(draft.log()));
        let news = news.unwrap_or_default();
        if !news.is_empty() {
            self.live.say(&Said::Edits(Box::new(Draft::from_log(draft.id(), news))));
        }
    }
}
