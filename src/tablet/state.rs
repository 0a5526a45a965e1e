//! What the tablet knows and does: its session, what it shows, and keeping both. The model and the browser meet here.

use crate::browser::{clock, page, presses, wait};
use crate::model::kept::Kept;
use crate::model::link::{self, BadLink};
use crate::model::response::{On, Response};
use crate::model::seal::SealedResponse;
use crate::model::survey::Survey;
use crate::model::tablet::{Idle, Pin, Session, Tried, idle};
use crate::participant::comfort;
use crate::participant::keep::{self, Keeper};
use crate::participant::state::{Answering, forget_language, inflate};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name of the record. A tablet is handed on for one survey at a time.
const RECORD: &str = "ask-together/tablet";

/// What the tablet shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// It is being opened.
    Opening,
    /// There is no survey in the link.
    NoSurvey(BadLink),
    /// The organiser chooses a PIN.
    SetUp,
    /// Between two people.
    Between,
    /// Somebody answers.
    Person,
    /// The organiser's PIN is asked for.
    Pin,
    /// The organiser's own page.
    Staff,
    /// Another tab of this browser is the tablet now.
    Elsewhere,
}

/// The tablet.
#[derive(Clone, Copy)]
pub struct Tablet {
    /// What it shows.
    pub screen: RwSignal<Screen>,
    /// None until it is set up.
    pub session: RwSignal<Option<Session>>,
    /// The survey of the link, until it is set up; another one than the session's, while that holds answers.
    pub linked: RwSignal<Option<Survey>>,
    /// Whoever answers now.
    pub person: RwSignal<Option<Answering>>,
    /// Seconds until the tablet takes itself back, while it asks whether somebody is there.
    pub warning: RwSignal<Option<u64>>,
    /// True when what was to be kept could not be.
    pub not_kept: RwSignal<bool>,
    /// How keeping goes.
    pub keeper: StoredValue<Keeper>,
    /// When somebody last pressed something, in milliseconds since 1970.
    pressed: StoredValue<u64>,
    /// True while the person's answers are being put away: that happens once, however long it takes.
    is_ending: StoredValue<bool>,
}

impl Tablet {
    /// A tablet that nobody has opened.
    pub fn new() -> Self {
        Self {
            screen: RwSignal::new(Screen::Opening),
            session: RwSignal::new(None),
            linked: RwSignal::new(None),
            person: RwSignal::new(None),
            warning: RwSignal::new(None),
            not_kept: RwSignal::new(false),
            keeper: StoredValue::new(Keeper::nowhere()),
            pressed: StoredValue::new(clock::now()),
            is_ending: StoredValue::new(false),
        }
    }

    /// Opens what is kept, and the survey of the link. Whoever had the tablet when it went off has left it.
    pub async fn open(self) {
        let amount = |session: &Session| session.taken as usize + session.waiting.len();
        let (keeper, kept) = keep::open::<Session, _>(RECORD.to_owned(), amount).await;
        self.keeper.set_value(keeper);
        let linked: Result<Survey, BadLink> =
            link::read_survey(&page::fragment()).and_then(|deflated| inflate(&deflated));
        match kept {
            Kept::Newer => self.screen.set(Screen::NoSurvey(BadLink::Newer)),
            Kept::Here(mut session) => {
                let other = linked.ok().filter(|survey| survey.edition != session.survey.edition);
                self.linked.set(other);
                let has_begun = session.begun.is_some();
                if has_begun {
                    session.leave();
                }
                self.session.set(Some(session));
                if has_begun {
                    self.keep().await;
                }
                self.between();
            }
            Kept::Nothing | Kept::Unreadable => match linked {
                Ok(survey) => {
                    self.linked.set(Some(survey));
                    self.show(Screen::SetUp);
                }
                Err(why) => self.screen.set(Screen::NoSurvey(why)),
            },
        }
        let tablet = self;
        // One record for all tabs: two that write it in turn would lose answers.
        keeper.follow(move |_| tablet.screen.set(Screen::Elsewhere));
        page::on_fragment(page::reload);
        presses::on_any(move || tablet.is_there());
        spawn_local(async move { tablet.watch().await });
    }

    /// Shows this, and has screen readers begin at its heading.
    pub fn show(self, screen: Screen) {
        self.screen.set(screen);
        page::start_soon(crate::ui::question::HEADING);
    }

    /// Back to between two people: nothing that somebody chose stays.
    pub fn between(self) {
        comfort::forget();
        forget_language();
        self.show(Screen::Between);
    }

    /// Starts the tablet.
    pub async fn start(self, pin: Pin, minutes: u8) -> bool {
        let Some(survey) = self.linked.get_untracked() else { return false };
        self.session.set(Some(Session::new(survey, pin, minutes)));
        if self.keep().await {
            self.linked.set(None);
            self.between();
            return true;
        }
        self.session.set(None);
        false
    }

    /// Keeps the session. False, and said so, when it is not on the tablet.
    pub async fn keep(self) -> bool {
        let Some(session) = self.session.get_untracked() else { return false };
        let is_kept = self.keeper.get_value().put_now(&session).await;
        self.not_kept.set(!is_kept);
        is_kept
    }

    /// Changes the session, and keeps it. What can't be kept is as if it had not been.
    pub async fn change<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let before = self.session.get_untracked();
        let mut made = None;
        self.session.update(|session| made = session.as_mut().map(change));
        let tried = self.session.get_untracked();
        if self.keep().await {
            return made;
        }
        // Unless something newer was kept meanwhile.
        if self.session.get_untracked() == tried {
            self.session.set(before);
        }
        None
    }

    /// The next person begins.
    pub async fn next_person(self) {
        let Some(survey) = self.session.with_untracked(|s| s.as_ref().map(|s| s.survey.clone()))
        else {
            return;
        };
        let state = Answering::on_tablet(survey).await;
        self.is_there();
        self.person.set(Some(state));
        self.show(Screen::Person);
    }

    /// The answers of the person who holds the tablet, sealed. `None` when there is nothing that may be kept.
    fn sealed(self, unfinished: bool) -> Option<SealedResponse> {
        let state = self.person.get_untracked()?;
        let is_empty = state.progress.with_untracked(|progress| progress.answers.is_empty());
        let change = |response: &mut Response| {
            response.given.on = On::Tablet;
            response.given.unfinished = unfinished;
        };
        (!is_empty).then(|| state.sealed(false, change)).flatten().map(|(sealed, _)| sealed)
    }

    /// Keeps what the person has said so far, sealed: after each page.
    pub fn keep_begun(self) {
        let begun = self.sealed(true);
        let is_news = self.session.with_untracked(|session| {
            session.as_ref().is_some_and(|s| begun.is_some() || s.begun.is_some())
        });
        if is_news && !self.is_ending.get_value() {
            spawn_local(async move {
                self.change(|session| session.begun = begun).await;
            });
        }
    }

    /// The person has finished. The page is loaded anew, so that nothing of theirs is in it any more.
    pub async fn finish(self) {
        if let Some(sealed) = self.sealed(false) {
            self.end(|session| session.finish(sealed)).await;
        }
    }

    /// The person wants nothing of theirs to stay.
    pub async fn delete(self) {
        self.end(Session::delete).await;
    }

    /// The person is gone.
    async fn leave(self) {
        let begun = self.sealed(true);
        self.end(|session| {
            session.begun = begun;
            session.leave();
        })
        .await;
    }

    /// Puts the person's answers away, and loads the page anew.
    async fn end(self, change: impl FnOnce(&mut Session)) {
        if self.is_ending.get_value() {
            return;
        }
        self.is_ending.set_value(true);
        match self.change(change).await {
            Some(()) => page::reload(),
            None => self.is_ending.set_value(false),
        }
    }

    /// Somebody pressed something.
    pub fn is_there(self) {
        self.pressed.set_value(clock::now());
        if self.warning.get_untracked().is_some() {
            self.warning.set(None);
        }
    }

    /// Looks every second whether somebody is there, for as long as the page is open. By the clock, since a tablet
    /// that sleeps counts no seconds.
    async fn watch(self) {
        loop {
            wait::pause(1_000).await;
            if self.screen.get_untracked() != Screen::Person || self.is_ending.get_value() {
                continue;
            }
            let minutes =
                self.session.with_untracked(|session| session.as_ref().map_or(0, |s| s.minutes));
            let still = clock::now().saturating_sub(self.pressed.get_value());
            match idle(still, minutes) {
                Idle::No => {}
                Idle::Warn(left) => self.warning.set(Some(left)),
                Idle::Gone => self.leave().await,
            }
        }
    }

    /// Tries a PIN.
    pub async fn try_pin(self, typed: String) -> Option<Tried> {
        self.change(|session| session.try_pin(&typed, clock::now())).await
    }

    /// Stops the tablet: nothing of it stays.
    pub fn stop(self) {
        self.keeper.get_value().forget(move |is_gone| {
            if is_gone {
                page::reload();
            } else {
                self.not_kept.set(true);
            }
        });
    }
}
