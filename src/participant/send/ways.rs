//! The ways for answers to leave: those that the organiser wrote down, a code for a camera, and those
//! that are always there. The first of them is the main button of the page; most others are folded.

use super::super::app::button;
use super::super::film::film;
use super::super::hand_over::{Handing, Message, Sent, class, send_way, too_long};
use super::super::state::Answering;
use crate::browser::page;
use crate::model::frames::cut;
use crate::model::plain_text::isolated;
use crate::model::qr::{Qr, small};
use crate::model::survey::{SendTo, Way};
use crate::model::ways::{Leads, Letter, leads};
use crate::model::words::Word;
use crate::ui::el::{El, el};
use crate::ui::qr::qr_drawing;
use leptos::prelude::*;

/// Sealed answers on their way to the organiser.
#[derive(Clone)]
pub struct Sending {
    state: Answering,
    handing: Handing,
    /// What an email is about, what a message says, and the link alone.
    letter: [String; 3],
    /// For a camera. None when there is too much in it for one code.
    code: Option<Qr>,
    /// True while the code is on the screen.
    is_shown: RwSignal<bool>,
}

/// A way to send, drawn.
enum Drawn {
    /// With its button.
    Here(El),
    /// The answers are too long for it. Says what to do.
    TooLong(El),
}

impl Sending {
    /// Seals the answers. `again`: they were sent as they are, and may not have arrived. `None` when the
    /// survey's key is no key, or the person did not agree to take part.
    pub fn of(state: Answering, again: bool) -> Option<Self> {
        let (link, revision) = state.sealed_link(again)?;
        let (title, id) = state.survey.with_value(|survey| {
            (survey.title.clone(), state.progress.with_untracked(|progress| progress.id.code()))
        });
        let to = state.survey.with_value(|survey| survey.send_to.first().map(whom));
        let words = state.words();
        let about = words.fill(Word::MyAnswersTo, &[&title]);
        // So that the code stays with what was sent, wherever the phone goes.
        let text = [&about, ". ", &words.fill(Word::MyCode, &[&id]), "\n", &link].concat();
        let message = Message { title, text: text.clone(), file: "my-answers.txt" };
        let sealed = state.progress.get_untracked();
        let on_sent = move |how| {
            let is_all = state.sent(&sealed, revision, how);
            if is_all && how == Sent::Shared && !again {
                state.done(Sent::Shared);
            }
        };
        Some(Self {
            state,
            handing: Handing::new(message, words, on_sent).to(to),
            code: small::encode(&link),
            letter: [about, text, link],
            is_shown: RwSignal::new(false),
        })
    }

    /// The page of sending: the best way, the code, and the rest folded.
    pub fn page(&self) -> Vec<El> {
        let mut ways = self.ways_written(true).into_iter();
        let by_hand = self.handing.by_hand();
        let Some(first) = ways.next() else {
            let mut page = self.handing.ways(true);
            page.extend(self.shows_code(true));
            page.extend([self.code_shown(), self.handing.told(), self.have_sent(), by_hand]);
            return page;
        };
        let is_too_long = matches!(first, Drawn::TooLong(_));
        // One sentence about their length is enough.
        let ways = ways.filter(|way| !is_too_long || matches!(way, Drawn::Here(_)));
        let mut others: Vec<El> = ways.map(Drawn::into_el).collect();
        let mut page = Vec::new();
        match first {
            Drawn::Here(first) => {
                page.push(first);
                others.extend(self.handing.ways(false));
            }
            Drawn::TooLong(why) => {
                page.push(why);
                page.extend(match self.is_given_first() {
                    true => self.handing.file_and_copy(true),
                    false => self.handing.copy_and_file(true),
                });
                others.extend(self.handing.share(false));
            }
        }
        page.extend(self.shows_code(!self.is_given_first()));
        page.extend([self.code_shown(), self.handing.told(), self.have_sent()]);
        if !others.is_empty() {
            page.push(self.fold(Word::OtherWays, others));
        }
        page.push(by_hand);
        page
    }

    /// All ways in one fold: for answers that may not have arrived.
    pub fn again(&self) -> El {
        let say = el("p").class("say").text(self.state.say(Word::SendAgain));
        let mut all = vec![say];
        all.extend(self.ways_written(false).into_iter().map(Drawn::into_el));
        all.extend(self.handing.ways(false));
        all.extend(self.shows_code(!self.is_given()));
        all.extend([self.code_shown(), self.handing.told(), self.handing.by_hand()]);
        self.fold(Word::NotWorked, all)
    }

    fn fold(&self, name: Word, ways: Vec<El>) -> El {
        let name = el("summary").class("say").text(self.state.say(name));
        el("details").class("fold").child(name).child(el("div").class("ways").children(ways))
    }

    /// The ways that the organiser wrote down and that lead somewhere.
    fn ways_written(&self, is_main: bool) -> Vec<Drawn> {
        let all = self.state.survey.with_value(|survey| survey.send_to.clone());
        let mut drawn: Vec<Drawn> = Vec::new();
        for way in &all {
            drawn.extend(self.way(is_main && drawn.is_empty(), way));
        }
        drawn
    }

    fn way(&self, is_main: bool, send_to: &SendTo) -> Option<Drawn> {
        let words = self.state.words();
        let [subject, text, link] = &self.letter;
        let (name, how) = match send_to.way {
            Way::Email => (Word::EmailAnswers, Word::EmailHow),
            Way::Text => (Word::TextAnswers, Word::TextHow),
            Way::WhatsApp => (Word::WhatsAppAnswers, Word::WhatsAppHow),
            Way::ByHand => return Some(self.give(is_main, &isolated(&send_to.name))),
        };
        let whom = whom(send_to);
        let address = match leads(send_to, Letter { subject, text, link }) {
            Leads::To(address) => address,
            Leads::TooLong => {
                let why = words.fill(Word::TooLongForWay, &[&whom]);
                return Some(Drawn::TooLong(too_long(why)));
            }
            Leads::Nowhere => return None,
        };
        let how = [&words.fill(Word::ToWhom, &[&whom]), " ", words.say(how)].concat();
        let handing = self.handing.clone();
        let press = el("a")
            .class(class(is_main))
            .attr("href", address)
            // Not in place of this page, where the answers are.
            .attr_if("target", (send_to.way == Way::WhatsApp).then_some("_blank"))
            .attr("rel", "noopener noreferrer")
            .on("click", move |_| handing.left(Sent::Opened))
            .text(words.say(name));
        Some(Drawn::Here(send_way(press, how)))
    }

    /// To a person, by the code.
    fn give(&self, is_main: bool, whom: &str) -> Drawn {
        let words = self.state.words();
        let button = self.code_button(is_main, words.fill(Word::GiveAnswers, &[whom]));
        Drawn::Here(send_way(button, words.say(Word::GiveHow).to_owned()))
    }

    /// True when the main button shows the code.
    fn is_given_first(&self) -> bool {
        let first =
            self.state.survey.with_value(|survey| survey.send_to.first().map(|first| first.way));
        first == Some(Way::ByHand)
    }

    /// True when a way that the organiser wrote down shows the code.
    fn is_given(&self) -> bool {
        let is_given = |send_to: &SendTo| send_to.way == Way::ByHand;
        self.state.survey.with_value(|survey| survey.send_to.iter().any(is_given))
    }

    /// The button that shows the code, where it is needed.
    fn shows_code(&self, is_needed: bool) -> Option<El> {
        is_needed.then(|| {
            let button = self.code_button(false, self.state.say(Word::ShowCode).to_owned());
            send_way(button, self.state.say(Word::ShowCodeHow).to_owned())
        })
    }

    fn code_button(&self, is_main: bool, name: String) -> El {
        let (is_shown, handing) = (self.is_shown, self.handing.clone());
        let press = move |_| {
            is_shown.update(|is_shown| *is_shown = !*is_shown);
            if is_shown.get_untracked() {
                handing.left(Sent::Shown);
                page::show_soon(CODE);
            }
        };
        el("button")
            .attr("type", "button")
            .class(class(is_main))
            .live_attr("aria-expanded", move || Some(is_shown.get().to_string()))
            .on("click", press)
            .text(name)
    }

    /// The code, while it is shown. For people who sit side by side.
    fn code_shown(&self) -> El {
        let Self { state, is_shown, .. } = *self;
        let (code, [.., link]) = (self.code.clone(), self.letter.clone());
        el("div").id(CODE).class("code-shown").live(move || {
            if !is_shown.get() {
                return Vec::new();
            }
            let have = button("button primary", state.say(Word::HaveScanned), move || {
                state.done(Sent::Shown);
            });
            let mut shown = vec![el("p").class("say").text(state.say(Word::ScanHow))];
            match &code {
                Some(code) => shown.push(qr_drawing(code, state.say(Word::CodeName))),
                None => shown.extend(film(cut(&link), state.words())),
            }
            shown.push(have);
            shown
        })
    }

    /// The button to the last page, once a way was taken. Only the person knows whether it was sent.
    fn have_sent(&self) -> El {
        let (state, sent) = (self.state, self.handing.sent);
        el("div").class("stack").live(move || match sent.get() {
            Sent::NotYet | Sent::Failed | Sent::Shown => Vec::new(),
            how => {
                let name = state.say(Word::HaveSent);
                vec![button("button primary", name, move || state.done(how))]
            }
        })
    }
}

impl Drawn {
    fn into_el(self) -> El {
        match self {
            Drawn::Here(way) | Drawn::TooLong(way) => way,
        }
    }
}

/// The place of the code in the page.
const CODE: &str = "code-shown";

/// Who gets it and where: "Jo at the day centre (jo@example.org)".
pub(super) fn whom(SendTo { to, name, .. }: &SendTo) -> String {
    match (name.is_empty(), to.is_empty()) {
        (true, _) => isolated(to),
        (_, true) => isolated(name),
        _ => [&isolated(name), " (", &isolated(to), ")"].concat(),
    }
}
