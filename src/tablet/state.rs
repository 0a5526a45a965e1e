//! What the tablet knows and does: its session, what it shows, and keeping both. The model and the browser meet here.

mod idling;

use super::words::PICTURES;
use crate::browser::{clock, fetch, offline, page, presses, wait};
use crate::model::kept::Kept;
use crate::model::link::{self, BadLink};
use crate::model::pictures::shown_by;
use crate::model::response::{On, Response};
use crate::model::seal::SealedResponse;
use crate::model::survey::Survey;
use crate::model::tablet::{Pin, Session, Tried};
use crate::participant::comfort;
use crate::participant::keep::{self, Keeper};
use crate::participant::pictures::pictures;
use crate::participant::state::{Answering, forget_language, inflate};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name of the record. A tablet is handed on for one survey at a time.
const RECORD: &str = "ask-together/tablet";

/// Milliseconds after which what is being typed is kept, and between two looks for what is not kept yet.
const SOON: i32 = 1_500;
const LOOK: i32 = 3_000;
/// The longest that gets, once there is a worker.
const LONGEST_LOOK: i32 = 60_000;

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
    /// True from a page that was opened anew in somebody's hands until the next person begins.
    pub broke_off: RwSignal<bool>,
    /// Seconds until the tablet takes itself back, while it asks whether somebody is there.
    pub warning: RwSignal<Option<u64>>,
    /// True when what was to be kept could not be.
    pub not_kept: RwSignal<bool>,
    /// How keeping goes.
    pub keeper: StoredValue<Keeper>,
    /// Whether all of it opens with no internet, with its pictures. None until that is known.
    pub is_offline: RwSignal<Option<bool>>,
    /// True while what is typed is to be kept in a moment.
    is_waiting: StoredValue<bool>,
    /// True once the browser's Back leads away no more.
    is_held: StoredValue<bool>,
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
            broke_off: RwSignal::new(false),
            warning: RwSignal::new(None),
            not_kept: RwSignal::new(false),
            keeper: StoredValue::new(Keeper::nowhere()),
            is_offline: RwSignal::new(None),
            is_waiting: StoredValue::new(false),
            is_held: StoredValue::new(false),
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
                let pictures = shown_by(&session.survey);
                spawn_local(async move { self.get_ready(pictures).await });
                let has_begun = session.begun.is_some();
                if has_begun {
                    session.leave();
                    self.broke_off.set(true);
                }
                self.session.set(Some(session));
                if has_begun {
                    self.keep().await;
                }
                self.between();
            }
            Kept::Nothing | Kept::Unreadable => match linked {
                Ok(survey) => {
                    let pictures = shown_by(&survey);
                    spawn_local(async move { self.get_ready(pictures).await });
                    self.linked.set(Some(survey));
                    self.show(Screen::SetUp);
                }
                Err(why) => self.screen.set(Screen::NoSurvey(why)),
            },
        }
        let tablet = self;
        // Before what waits is written for good.
        page::on_leaving(move || tablet.keep_begun());
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
        self.hold_back();
        self.show(Screen::Between);
    }

    /// Has all pictures kept, so that people see them with no internet, and says once they are. The worker keeps what
    /// it brings. On the first visit it comes after the page.
    pub(super) async fn get_ready(self, mut names: Vec<String>) {
        names.extend(PICTURES.map(str::to_owned));
        let from = pictures(Vec::new());
        let addresses: Vec<String> = names.iter().map(|name| from.address_at_host(name)).collect();
        let mut pause = LOOK;
        loop {
            if offline::has_worker() {
                let mut is_all = true;
                for address in &addresses {
                    if !offline::is_kept(address).await {
                        fetch::text(address).await;
                        is_all &= offline::is_kept(address).await;
                    }
                }
                if is_all {
                    return self.is_offline.set(Some(true));
                }
                // The internet is away, or the host lacks one.
                pause = (2 * pause).min(LONGEST_LOOK);
            }
            if self.is_offline.get_untracked().is_none() {
                self.is_offline.set(Some(false));
            }
            wait::pause(pause).await;
        }
    }

    /// From now on the browser's Back leads to nothing that was open in this tab before: on a person's pages it is
    /// their own Back, and from the organiser's it locks them. Only the program's own end opens the way again.
    fn hold_back(self) {
        if self.is_held.get_value() {
            return;
        }
        self.is_held.set_value(true);
        if page::step().is_none() {
            page::change_step(0, None);
        }
        page::add_step(0, None);
        page::on_step(move |step| {
            // No number: another link was opened in this page, and it loads anew.
            if step.is_none() || self.screen.get_untracked() == Screen::Elsewhere {
                return;
            }
            page::add_step(0, None);
            self.is_there();
            match self.screen.get_untracked() {
                Screen::Person => {
                    if let Some(state) = self.person.get_untracked() {
                        state.back();
                    }
                }
                Screen::Pin | Screen::Staff => self.between(),
                _ => {}
            }
        });
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
        let today = clock::today();
        let survey = self.session.with_untracked(|session| {
            let session = session.as_ref().filter(|session| session.shut(today).is_none())?;
            Some(session.survey.clone())
        });
        // Midnight may have passed since the button was drawn.
        let Some(survey) = survey else { return self.between() };
        self.broke_off.set(false);
        self.change(Session::begin).await;
        let state = Answering::on_tablet(survey).await;
        self.is_there();
        self.person.set(Some(state));
        self.show(Screen::Person);
    }

    /// The answers of the person who holds the tablet, sealed. `None` when there is nothing that may be kept. Who
    /// skipped every question and then says that they have finished has answered, as on a phone.
    ///
    /// The second is kept apart. It says neither that it is from a tablet nor whether the person finished: both tell whose.
    fn sealed(self, unfinished: bool) -> Option<(SealedResponse, Option<SealedResponse>)> {
        let state = self.person.get_untracked()?;
        state.draw_apart();
        let is_empty =
            unfinished && state.progress.with_untracked(|progress| progress.answers.is_empty());
        let change = |response: &mut Response| {
            response.given.on = On::Tablet;
            response.given.unfinished = unfinished;
        };
        let (sealed, _) = (!is_empty).then(|| state.sealed(false, change)).flatten()?;
        Some((sealed, state.sealed(true, |_| ()).map(|(apart, _)| apart)))
    }

    /// Keeps what the person has said so far, sealed.
    pub fn keep_begun(self) {
        let is_ours = self.screen.get_untracked() == Screen::Person && !self.is_ending.get_value();
        let begun = if is_ours { self.sealed(true) } else { return };
        let is_news = self.session.with_untracked(|session| {
            session.as_ref().is_some_and(|s| begun.is_some() || s.begun.is_some())
        });
        if is_news {
            spawn_local(async move {
                // Put away meanwhile, it would count twice.
                if !self.is_ending.get_value() {
                    self.change(|session| session.keep_begun(begun)).await;
                }
            });
        }
    }

    /// The same in a moment, for what is being typed: not at each key, and however long somebody types.
    pub fn keep_soon(self) {
        if self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        spawn_local(async move {
            wait::pause(SOON).await;
            self.is_waiting.set_value(false);
            self.keep_begun();
        });
    }

    /// The person has finished. The page is loaded anew, so that nothing of theirs is in it any more.
    pub async fn finish(self) {
        match self.sealed(false) {
            Some((sealed, apart)) => self.end(|session| session.finish(sealed, apart)).await,
            None => self.not_kept.set(true),
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
            session.keep_begun(begun);
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

    /// Tries a PIN.
    pub async fn try_pin(self, typed: String) -> Option<Tried> {
        self.change(|session| session.try_pin(&typed, clock::now())).await
    }

    /// Stops the tablet: nothing of it stays.
    pub fn stop(self) {
        self.forget_own();
        self.keeper.get_value().forget(move |is_gone| {
            if is_gone {
                page::reload();
            } else {
                self.not_kept.set(true);
            }
        });
    }
}
