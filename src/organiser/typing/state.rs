//! What is being typed in, and what each press does with it.

use crate::browser::{page, random, wait};
use crate::model::answer::{Answer, Wrong};
use crate::model::codebook::version_of;
use crate::model::id::{Edition, ResponseId, SurveyId};
use crate::model::inbox::Received;
use crate::model::path::{Path, Step};
use crate::model::phrase::own;
use crate::model::response::{Answers, Progress};
use crate::model::survey::Survey;
use crate::model::typing::twice::Difference;
use crate::model::typing::{self, is_once_more, keys};
use crate::model::walk::{self, Changing, Page, number_of, page_at};
use crate::model::words::Words;
use crate::organiser::buttons::Work;
use crate::organiser::library;
use crate::organiser::state::Desk;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often it is looked whether a page that was turned to has the focus, and how many milliseconds apart.
const LOOKS: usize = 60;
const LOOK: i32 = 10;

/// The ids of what gets the focus.
pub const NUMBER: &str = "paper-number";
pub const KNOWN: &str = "paper-known";
pub const QUESTION: &str = "typing-question";
pub const FIELD: &str = "typing-field";
pub const OWN_WORDS: &str = "typing-own-words";
pub const WRONG: &str = "typing-wrong";
pub const SAVE: &str = "typing-save";

/// What the screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The field for the number of a paper.
    Start,
    /// That the paper with this number was typed in before.
    Known(Received),
    /// A question of it.
    Question(Step),
    /// All that was typed.
    Check,
    /// The person said no to taking part.
    SaidNo,
    /// Where the second time differs from the first.
    Differ(Vec<Difference>),
}

/// Somebody typing in papers.
#[derive(Clone, Copy)]
pub struct Typist {
    pub desk: Desk,
    pub id: SurveyId,
    pub shown: RwSignal<Shown>,
    /// The number of the next paper, as it is typed.
    pub number: RwSignal<String>,
    /// The version that is on the next paper. `None` is the newest.
    pub version: RwSignal<Option<Edition>>,
    /// The version that is on the paper.
    pub survey: StoredValue<Option<Survey>>,
    /// What is typed so far.
    pub progress: RwSignal<Option<Progress>>,
    /// What is wrong on this page, once somebody went on with it.
    pub wrong: RwSignal<Option<Wrong>>,
    /// The card that is sorted next.
    pub card: RwSignal<usize>,
    /// What was picked of each difference.
    pub picked: RwSignal<Vec<Option<usize>>>,
    changing: StoredValue<Changing>,
    /// How many pages were turned to.
    turns: StoredValue<u32>,
    /// The app's words in the version that was last typed in: they stay in memory once they are made.
    words: StoredValue<(Option<Edition>, Words)>,
    pub saving: Work,
}

impl Typist {
    /// Nobody has typed anything yet.
    pub fn new(desk: Desk, id: SurveyId) -> Self {
        Self {
            desk,
            id,
            shown: RwSignal::new(Shown::Start),
            number: RwSignal::new(String::new()),
            version: RwSignal::new(None),
            survey: StoredValue::new(None),
            progress: RwSignal::new(None),
            wrong: RwSignal::new(None),
            card: RwSignal::new(0),
            picked: RwSignal::new(Vec::new()),
            changing: StoredValue::new(None),
            turns: StoredValue::new(0),
            words: StoredValue::new((None, desk.words)),
            saving: Work::new(),
        }
    }

    /// The app's words, as the survey that is typed in has them.
    pub fn words(self) -> Words {
        self.words.get_value().1
    }

    /// What is typed so far. Nothing where no paper is open.
    pub fn answers(self) -> Answers {
        self.progress
            .with_untracked(|now| now.as_ref().map(|now| now.answers.clone()))
            .unwrap_or_default()
    }

    /// What people call the paper that is open.
    pub fn name(self) -> String {
        let number = self.progress.with(|now| now.as_ref().map(|now| now.code.clone()));
        format!("Paper {}", own(&number.unwrap_or_default()))
    }

    pub fn is_once_more(self) -> bool {
        self.progress.with(|now| now.as_ref().is_some_and(is_once_more))
    }

    /// Looks at the survey that is on the paper. `None` while none is open.
    pub fn with_survey<T>(self, look: impl FnOnce(&Survey) -> T) -> Option<T> {
        self.survey.with_value(|survey| survey.as_ref().map(look))
    }

    pub fn path(self) -> Option<Path> {
        let answers = self.answers();
        self.with_survey(|survey| Path::of(survey, &answers))
    }

    /// Opens the paper whose number stands in the field, or asks about one that is in already.
    pub fn open(self) {
        let number = match typing::paper_number(&self.number.get_untracked()) {
            Ok(number) => number,
            Err(why) => {
                page::focus_soon(NUMBER);
                return self.desk.tell(match why {
                    typing::BadNumber::Empty => {
                        "Type the number of the paper first. If it has none, write one on it."
                    }
                    typing::BadNumber::TooLong => {
                        "This number is too long. Use at most 20 letters and digits."
                    }
                });
            }
        };
        let unfinished = library::typing(self.id);
        let same =
            |(_, progress): &&(Edition, Progress)| typing::is_same_number(&progress.code, &number);
        if unfinished.iter().any(|one| same(&one)) {
            return self.desk.tell("This paper is half typed in. Go on with it below.");
        }
        if let Some(known) = typing::typed_before(&library::all_received(self.id), &number) {
            self.shown.set(Shown::Known(known.clone()));
            return page::focus_soon(KNOWN);
        }
        let survey = self.desk.versions.with_untracked(|versions| {
            let picked = self.version.get_untracked();
            let of = |survey: &&Survey| Some(survey.edition) == picked;
            versions.iter().find(of).or(versions.last()).cloned()
        });
        let id = ResponseId(u64::from_be_bytes(random::bytes()));
        if let Some(survey) = survey {
            self.begin(survey, typing::new_paper(id, number));
        }
    }

    /// Types a paper in that is in already.
    pub fn open_once_more(self, known: &Received) {
        let survey =
            self.desk.versions.with_untracked(|all| version_of(all, &known.response).cloned());
        match survey {
            Some(survey) => self.begin(survey, typing::once_more(known)),
            None => self.desk.tell(
                "The version that this paper answers is not on this computer. Open a backup that has it.",
            ),
        }
    }

    /// Goes on with a paper that is half typed in.
    pub fn resume(self, edition: Edition, progress: Progress) {
        if let Some(survey) = self.on_paper(edition) {
            self.begin(survey, progress);
        }
    }

    /// Forgets what is typed of a paper that is half typed in, and types it in from its start.
    pub fn start_over(self, edition: Edition, progress: &Progress) {
        if let Some(survey) = self.on_paper(edition) {
            library::forget_typing(self.id, edition, progress);
            self.begin(survey, typing::start_over(progress));
        }
    }

    /// The version that is on a paper. Says so where it is not here.
    fn on_paper(self, edition: Edition) -> Option<Survey> {
        let survey = self
            .desk
            .versions
            .with_untracked(|all| all.iter().find(|survey| survey.edition == edition).cloned());
        if survey.is_none() {
            self.desk.tell(
                "The version that this paper answers is not on this computer. Open a backup that has it.",
            );
        }
        survey
    }

    fn begin(self, survey: Survey, progress: Progress) {
        let number = progress.page;
        if self.words.with_value(|(of, _)| *of != Some(survey.edition)) {
            let words = match survey.words.is_empty() {
                true => self.desk.words,
                false => Words::of("", &survey.words),
            };
            self.words.set_value((Some(survey.edition), words));
        }
        self.survey.set_value(Some(survey));
        self.progress.set(Some(progress));
        self.changing.set_value(None);
        self.desk.message.set(None);
        let Some(path) = self.path() else { return };
        self.go(match page_at(number, &path, false) {
            Page::Welcome => path.steps.first().map_or(Page::Check, |step| Page::Question(*step)),
            page => page,
        });
    }

    /// Shows a page of the paper, and keeps where that is.
    fn go(self, page: Page) {
        self.wrong.set(None);
        self.card.set(0);
        let (shown, focus) = match page {
            Page::Question(step) => (Shown::Question(step), self.focus_of(step)),
            Page::Ended => (Shown::SaidNo, QUESTION),
            Page::Welcome => return self.stop(),
            _ => (Shown::Check, SAVE),
        };
        self.progress.update(|now| {
            if let Some(now) = now {
                now.page = number_of(page);
            }
        });
        self.keep();
        self.shown.set(shown);
        page::show_soon(QUESTION);
        self.turns.update_value(|turns| *turns += 1);
        let turn = self.turns.get_value();
        // Who types quickly is on the next page before this one has stood for a frame: then it must not take the focus
        // back. And on a busy computer it takes more than a frame to stand.
        spawn_local(async move {
            for look in 0..LOOKS {
                if self.turns.try_get_value() != Some(turn) {
                    return;
                }
                if look == 0 || page::is_focus_lost() {
                    page::focus_now(focus);
                }
                wait::pause(LOOK).await;
            }
        });
    }

    /// A field takes the keys itself. Otherwise the question does.
    fn focus_of(self, step: Step) -> &'static str {
        let is_typed = self.with_survey(|survey| survey.questions[step.place].kind.is_typed());
        if is_typed == Some(true) { FIELD } else { QUESTION }
    }

    /// Keeps what is typed so far.
    fn keep(self) {
        let edition = self.with_survey(|survey| survey.edition);
        self.progress.with_untracked(|now| {
            // An empty paper is none yet.
            if let (Some(now), Some(edition)) = (now, edition)
                && (!now.answers.is_empty() || library::has_typing(self.id, edition, now))
            {
                library::save_typing(self.id, edition, now);
            }
        });
    }

    /// The answer to a step so far.
    pub fn answer(self, step: Step) -> Option<Answer> {
        let asked = self.with_survey(|survey| walk::asked(survey, step))?;
        self.progress.with(|now| now.as_ref()?.answers.get(asked).cloned())
    }

    /// Answers a step.
    pub fn set(self, step: Step, answer: Option<Answer>) {
        let Some(asked) = self.with_survey(|survey| walk::asked(survey, step)) else { return };
        self.progress.update(|now| {
            if let Some(now) = now {
                now.answers.set(asked, answer);
            }
        });
        self.keep();
    }

    /// A key was pressed on a question. True when it did something.
    pub fn press(self, step: Step, key: &str) -> bool {
        let before = untrack(|| self.answer(step));
        let (card, words) = (self.card.get_untracked(), self.words());
        let pressed = self.with_survey(|survey| {
            keys::press(&survey.questions[step.place], before, card, key, &words)
        });
        let Some(pressed) = pressed.flatten() else { return false };
        self.set(step, pressed.answer);
        self.card.set(pressed.card);
        if pressed.writes {
            page::focus_soon(OWN_WORDS);
        }
        true
    }

    /// On to the next page, unless the answer is wrong. While one answer is changed from the check, back there.
    pub fn next(self, step: Step) {
        let answers = self.answers();
        let wrong = self.with_survey(|survey| walk::wrong(survey, &answers, step)).flatten();
        if wrong.is_some() {
            self.wrong.set(wrong);
            return page::focus_soon(self.focus_of(step));
        }
        let Some(path) = self.path() else { return };
        let (page, changing) = walk::next(&path, step, self.changing.get_value());
        self.changing.set_value(changing);
        self.go(page);
    }

    /// Back to the page before.
    pub fn back(self, page: Page) {
        let Some(path) = self.path() else { return };
        let is_changing = self.changing.with_value(Option::is_some);
        self.changing.set_value(None);
        let is_question = matches!(page, Page::Question(_));
        self.go(if is_changing && is_question { Page::Check } else { walk::before(&path, page) });
    }

    /// Changes one answer from the check.
    pub fn change(self, step: Step) {
        self.changing.set_value(self.path().map(|path| path.steps));
        self.go(Page::Question(step));
    }

    /// To the field for the next paper. What is half typed stays.
    pub fn stop(self) {
        self.progress.set(None);
        self.survey.set_value(None);
        self.wrong.set(None);
        self.shown.set(Shown::Start);
        page::focus_soon(NUMBER);
    }

    /// Forgets what is typed of this paper, and goes to the next.
    pub fn forget(self) {
        let edition = self.with_survey(|survey| survey.edition);
        self.progress.with_untracked(|now| {
            if let (Some(now), Some(edition)) = (now, edition) {
                library::forget_typing(self.id, edition, now);
            }
        });
        self.number.set(String::new());
        self.stop();
    }
}

/// The first choice of a difference.
pub fn difference_id(place: usize) -> String {
    format!("difference-{place}")
}
