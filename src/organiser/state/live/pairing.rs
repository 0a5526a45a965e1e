//! How two devices make a pair: a code goes over, and one comes back.

use super::{BadPair, Desk, Pairing, Talk};
use crate::browser::peer::{Line, Peer};
use crate::browser::{json_storage, page, random};
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::link;
use crate::model::live::{PairCode, Side};
use crate::organiser::screen::Screen;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where a tab leaves an answer for the one that waits for it.
const HANDED: &str = "ask-together/pair";

impl Desk {
    /// Makes a code for a device that is next to this one, about the survey on the desk.
    pub fn offer_pair(self) {
        let pairing = u32::from_be_bytes(random::bytes());
        let survey = self.draft.with_untracked(Draft::id);
        let Some(line) = self.begin(pairing, Side::Offer, Some(survey)) else { return };
        spawn_local(async move {
            let description = line.offer().await.ok();
            self.show_code(pairing, Side::Offer, description, Pairing::Offered);
        });
    }

    /// Takes in a code of the other device: the first, or the answer to ours.
    pub fn take_pair(self, text: &str) {
        self.live.trouble.set(None);
        let (ours, side) = self.live.talk.with_value(|talk| (talk.pairing, talk.side));
        let waits = matches!(self.live.pairing.get_untracked(), Pairing::Offered(_));
        match link::read_pair(text) {
            Err(why) => self.refuse(BadPair::Bad(why)),
            Ok(code) => match code.side {
                Side::Offer if waits && code.pairing == ours => self.refuse(BadPair::Own),
                Side::Offer => self.answer_pair(&code),
                Side::Answer if side == Side::Answer && code.pairing == ours => {
                    self.refuse(BadPair::Own);
                }
                Side::Answer if !waits => {
                    // A camera opens its link in a tab of its own. Another one may wait for it.
                    let _ = json_storage::set(HANDED, &link::pair_fragment(&code));
                    self.refuse(BadPair::NotAsked);
                }
                Side::Answer if code.pairing != ours => self.refuse(BadPair::ForOther),
                Side::Answer => self.accept_pair(&code),
            },
        }
    }

    /// Shows the code that the page's own address holds. The address is changed, so that a reload does
    /// not bring it again. Anybody may have sent it, so the person says first whether to connect. An
    /// answer needs no such word: it is good for nothing but the code that a tab of theirs shows.
    pub(in crate::organiser::state) fn take_pair_link(self, fragment: &str) {
        page::change_step(0, Some(&Screen::Pair.fragment()));
        self.show(Screen::Pair);
        match link::read_pair(fragment) {
            Ok(code) if code.side == Side::Offer => self.live.asked.set(Some(fragment.to_owned())),
            _ => self.take_pair(fragment),
        }
    }

    /// Connects to the device whose code was opened, or does not.
    pub fn answer_asked(self, connects: bool) {
        let asked = self.live.asked.get_untracked();
        self.live.asked.set(None);
        if let Some(code) = asked.filter(|_| connects) {
            self.take_pair(&code);
        }
    }

    /// Takes in an answer that another tab of this browser was opened with, if this one waits.
    pub(in crate::organiser::state) fn take_handed_pair(self, name: &str) {
        if name == HANDED && matches!(self.live.pairing.get_untracked(), Pairing::Offered(_)) {
            let handed = json_storage::get(HANDED).ok().flatten();
            json_storage::remove(HANDED);
            self.take_pair(&handed.unwrap_or_default());
        }
    }

    fn refuse(&self, why: BadPair) {
        self.live.trouble.set(Some(why));
    }

    fn answer_pair(self, code: &PairCode) {
        let pairing = code.pairing;
        let Some(line) = self.begin(pairing, Side::Answer, None) else { return };
        let offer = code.to_sdp();
        spawn_local(async move {
            let description = line.answer(&offer).await.ok();
            self.show_code(pairing, Side::Answer, description, Pairing::Answered);
        });
    }

    fn accept_pair(self, code: &PairCode) {
        let Some(line) = self.live.peer.with_value(|peer| peer.as_ref().map(Peer::line)) else {
            return;
        };
        let (pairing, answer) = (code.pairing, code.to_sdp());
        self.live.pairing.set(Pairing::Joining);
        spawn_local(async move {
            if line.accept(&answer).await.is_err() && self.is_pair(pairing) {
                self.live.end(Pairing::Idle);
                self.refuse(BadPair::NoWay);
            }
        });
    }

    /// Starts anew. `None` when the browser can't connect to others.
    fn begin(self, pairing: u32, side: Side, survey: Option<SurveyId>) -> Option<Line> {
        self.stop_pair();
        self.live.talk.set_value(Talk::new(pairing, side, survey));
        match Peer::new(move |heard| self.heard(heard)) {
            Ok(peer) => {
                let line = peer.line();
                self.live.peer.set_value(Some(peer));
                self.live.pairing.set(Pairing::Making);
                Some(line)
            }
            Err(_) => {
                self.refuse(BadPair::NoWay);
                None
            }
        }
    }

    /// Shows the link with what the browser says of this device.
    fn show_code(
        self,
        pairing: u32,
        side: Side,
        description: Option<String>,
        shown: fn(String) -> Pairing,
    ) {
        // The person may have stopped meanwhile, or started anew.
        if !self.is_pair(pairing) || self.live.pairing.get_untracked() != Pairing::Making {
            return;
        }
        let code = description.and_then(|sdp| PairCode::from_sdp(side, pairing, &sdp));
        match code {
            Some(code) => {
                let link = [&page::address_of(""), "#", &link::pair_fragment(&code)].concat();
                self.live.pairing.set(shown(link));
            }
            None => {
                self.live.end(Pairing::Idle);
                self.refuse(BadPair::NoWay);
            }
        }
    }

    fn is_pair(&self, pairing: u32) -> bool {
        self.live.talk.with_value(|talk| talk.pairing == pairing)
    }
}
