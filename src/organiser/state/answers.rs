//! Taking in answers: from a link, a pasted message or files, many at once. And taking out those
//! of a person who wants them back.

use super::{Desk, HEADING};
use crate::browser::file::{Given, Unread};
use crate::browser::{clock, page};
use crate::model::draft::Draft;
use crate::model::id::SurveyId;
use crate::model::inbox::{Arrival, By, Received, take_in};
use crate::model::link::{self, BadLink};
use crate::model::response::Response;
use crate::model::seal::SealedResponse;
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use leptos::prelude::*;

/// Most bytes of one file. Thousands of answers fit.
const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// What became of answers that came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Never seen before.
    pub new: usize,
    /// The same person's later answers, in place of the earlier.
    pub newer: usize,
    /// Already here.
    pub seen_before: usize,
    /// For another survey in this browser, by title. They went there.
    pub other_survey: Vec<(String, usize)>,
    /// Not taken in, each with where it came from and why.
    pub trouble: Vec<(String, Trouble)>,
}

/// Why something was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It can't be read.
    Bad(BadLink),
    /// Its survey is not in this browser.
    UnknownSurvey,
    /// Its version of the survey is not in this browser.
    UnknownVersion,
    /// It was not sealed to this survey's key.
    WrongKey,
    /// The file is larger than we read.
    FileTooLarge,
    /// The browser could not read the file.
    FileUnread,
    /// There was no room to keep it.
    NotKept,
    /// The person took their answers back.
    TakenBack,
}

/// Why a person's code finds no answers to take out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCode {
    /// It is no code.
    NoCode,
    /// Nobody's answers here have it.
    Unknown,
    /// The answers with it are taken out already.
    TakenBack,
    /// Two people have it, so nobody can tell whose it is.
    Shared,
}

impl Desk {
    /// Takes in every answer in a text, for the survey on the desk.
    pub fn take_text(&self, text: &str) {
        let mut taken = Taken::default();
        self.take(text, "What you pasted", &mut taken);
        self.show_taken(taken);
    }

    /// Takes in every answer in these files.
    pub async fn take_files(self, files: Vec<Given>) {
        let mut taken = Taken::default();
        for file in files {
            match file.text(LARGEST_FILE).await {
                Ok(text) => self.take(&text, &file.name(), &mut taken),
                Err(Unread::TooLarge) => taken.trouble.push((file.name(), Trouble::FileTooLarge)),
                Err(Unread::Failed) => taken.trouble.push((file.name(), Trouble::FileUnread)),
            }
        }
        self.show_taken(taken);
    }

    /// Takes in the answer that the page's own address holds, and shows its survey's inbox. The
    /// address is changed, so that a reload does not bring the same answer again.
    pub(super) fn take_link(&self, fragment: &str) {
        let survey = link::find_answers(fragment).into_iter().find_map(|found| {
            let survey = found.ok()?.survey;
            library::draft(survey).map(|_| survey)
        });
        let screen = survey.map_or(Screen::Home, |id| Screen::Survey(id, Part::Inbox));
        page::change_step(0, Some(&screen.fragment()));
        self.show(screen);
        let mut taken = Taken::default();
        self.take(fragment, "The link you opened", &mut taken);
        self.show_taken(taken);
    }

    fn take(&self, text: &str, from: &str, taken: &mut Taken) {
        let found = link::find_answers(text);
        if found.is_empty() {
            let why = if link::has_survey(text) { BadLink::OtherKind } else { BadLink::Missing };
            taken.trouble.push((from.to_owned(), Trouble::Bad(why)));
        }
        let many = found.len() > 1;
        for (number, answer) in (1u64..).zip(found) {
            let outcome = match answer {
                // A millisecond apart, so that they keep the order they came in.
                Ok(sealed) => self.take_one(&sealed, clock::now() + number, taken),
                Err(why) => Err(Trouble::Bad(why)),
            };
            if let Err(trouble) = outcome {
                let from = if many { format!("{from}, answer {number}") } else { from.to_owned() };
                taken.trouble.push((from, trouble));
            }
        }
    }

    fn take_one(&self, sealed: &SealedResponse, at: u64, taken: &mut Taken) -> Result<(), Trouble> {
        let id = sealed.survey;
        let key = library::key(id).ok_or(Trouble::UnknownSurvey)?;
        let held = |response| library::find_received(id, response);
        let (received, is_new) = match take_in(sealed, &key, (at, By::Pasted), held) {
            Arrival::New(received) => (received, true),
            Arrival::Newer(received) => (received, false),
            Arrival::SeenBefore => {
                taken.seen_before += 1;
                return Ok(());
            }
            Arrival::WrongKey => return Err(Trouble::WrongKey),
            Arrival::Unreadable(why) => return Err(Trouble::Bad(why.into())),
        };
        let Response { id: response, version, .. } = received.response;
        if library::is_withdrawn(id, response) {
            return Err(Trouble::TakenBack);
        }
        if library::versions(id).iter().all(|survey| survey.version != version) {
            return Err(Trouble::UnknownVersion);
        }
        library::save_received(&received).map_err(|_| Trouble::NotKept)?;
        if !self.is_on_desk(id) {
            taken.add_to_other(title_of(id));
        } else if is_new {
            taken.new += 1;
        } else {
            taken.newer += 1;
        }
        Ok(())
    }

    /// The answers on the desk with the code that their person told, however it was typed.
    pub fn find_code(&self, typed: &str) -> Result<Received, BadCode> {
        let code = read_code(typed).ok_or(BadCode::NoCode)?;
        let has_code = |received: &Received| received.response.id.code() == code;
        let mut found = self.received.get_untracked();
        found.retain(has_code);
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => {
                let id = self.draft.with_untracked(Draft::id);
                let gone = library::withdrawn(id).iter().any(|response| response.code() == code);
                Err(if gone { BadCode::TakenBack } else { BadCode::Unknown })
            }
            _ => Err(BadCode::Shared),
        }
    }

    /// Takes a person's answers out for good. They never come in again.
    pub fn take_out(&self, response: &Response) {
        let taken_out = library::withdraw(response.survey, response.id);
        self.received.set(library::received(response.survey));
        self.taken.set(None);
        self.tell(match taken_out {
            Ok(()) => "The answers are taken out. They can not be added again.",
            Err(_) => "The answers are still here. This browser did not let us take them out.",
        });
    }

    pub(super) fn is_on_desk(&self, id: SurveyId) -> bool {
        matches!(self.screen.get_untracked(), Screen::Survey(shown, _) if shown == id)
    }

    fn show_taken(&self, taken: Taken) {
        if let Screen::Survey(id, _) = self.screen.get_untracked() {
            self.received.set(library::received(id));
        }
        self.message.set(None);
        self.taken.set(Some(taken));
        page::start_soon(HEADING);
        page::focus_soon("taken");
    }
}

impl Taken {
    fn add_to_other(&mut self, title: String) {
        match self.other_survey.iter_mut().find(|(other, _)| *other == title) {
            Some((_, count)) => *count += 1,
            None => self.other_survey.push((title, 1)),
        }
    }
}

/// A code as the app writes it, from how a person heard or typed it. Codes have no letter O, I or
/// L, so those are numbers that were misread.
fn read_code(typed: &str) -> Option<String> {
    let read = |letter: char| match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let digits: String = typed.chars().filter(char::is_ascii_alphanumeric).map(read).collect();
    let is_code = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_code.then(|| format!("{}-{}", &digits[..4], &digits[4..]))
}

fn title_of(id: SurveyId) -> String {
    library::draft(id).map(|draft| draft.content().title.clone()).unwrap_or_default()
}
