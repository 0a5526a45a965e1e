//! A survey's own photos, sounds and videos on the tablet. No link holds them: they come with the survey's file, which
//! is opened here before the first person begins. A survey that is too long for a link comes so too.
//!
//! Absent: showing them, which the participant's pages do.

use super::app::say;
use super::state::{Screen, Tablet};
use crate::browser::file::{self, Given};
use crate::browser::{page, wait};
use crate::model::link::survey_fragment;
use crate::model::pictures::shown_by;
use crate::model::survey::Survey;
use crate::model::wire::{Packet, SurveyFile};
use crate::model::{media, photo};
use crate::participant::keep;
use crate::participant::open_file::{keep_all, unpack};
use crate::participant::state::FROM_FILE;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds between two looks for what is not here yet. On the organiser's own device it comes by itself.
const LOOK: i32 = 1_000;

/// The names of all that a survey brings itself.
pub fn names(survey: &Survey) -> Vec<String> {
    let mut all = photo::of_survey(survey);
    all.extend(media::of_survey(survey));
    all
}

/// Whether what the survey brings itself is on the tablet, and where its file is opened. Nothing for a survey that
/// brings nothing.
pub fn own(survey: &Survey) -> Option<El> {
    let (names, edition) = (StoredValue::new(names(survey)), survey.edition);
    if names.with_value(Vec::is_empty) {
        return None;
    }
    let count = move || {
        let names = names.try_get_value().unwrap_or_default();
        async move { keep::count_missing(&names).await }
    };
    let missing = RwSignal::new(None::<usize>);
    let wrong = RwSignal::new(None::<&'static str>);
    spawn_local(async move {
        loop {
            let count = count().await;
            // Gone once the page is.
            if missing.try_get_untracked().is_none() {
                return;
            }
            if missing.get_untracked() != Some(count) {
                missing.set(Some(count));
            }
            if count == 0 {
                return;
            }
            wait::pause(LOOK).await;
        }
    });
    let take = move |given: Given| {
        spawn_local(async move {
            let why = match read(&given).await {
                Ok((survey, _)) if survey.edition != edition => Some(
                    "This file is of another survey, or of another version of it. Choose the file that was saved with \
                     this link.",
                ),
                Ok((_, file)) => {
                    keep_all(&file.photos, &file.media).await;
                    // What is missing now is not in it, or there is no room.
                    missing.set(Some(count().await));
                    (missing.get_untracked() != Some(0)).then_some(
                        "Not all of them are in this file, or this tablet has no room for them. People see the words \
                         of those alone.",
                    )
                }
                Err(why) => Some(why),
            };
            wrong.set(why);
        });
    };
    let says = move || match missing.get() {
        None => Vec::new(),
        Some(0) => {
            let words = "The survey’s own photos, sounds and videos are on this tablet.";
            vec![el("div").class("notice good").child(say(words))]
        }
        Some(_) => {
            let words = "This survey has photos, sounds or videos of its own. They are not on this tablet yet. Open the \
                         file of the survey here: “Send a file” in Ask Together makes it. Without the file, people see \
                         the words alone.";
            let wrong = wrong.get().map(|why| say(why).attr("role", "alert"));
            let notice = el("div").class("notice").child(say(words)).children(wrong);
            vec![notice.child(choose(take))]
        }
    };
    Some(el("div").attr("role", "status").live(says))
}

/// Where a survey's file is opened while there is no survey.
pub fn open(tablet: Tablet) -> El {
    let wrong = RwSignal::new(None::<&'static str>);
    let take = move |given: Given| {
        spawn_local(async move {
            match read(&given).await {
                Ok((survey, file)) => {
                    keep_all(&file.photos, &file.media).await;
                    tablet.came_as_file(survey, &file.deflated);
                }
                Err(why) => wrong.set(Some(why)),
            }
        });
    };
    let told = move || wrong.get().map(|why| el("div").class("notice bad").child(say(why)));
    el("div")
        .class("stack")
        .child(say("Do you have the survey as a file? Open it here."))
        .child(choose(take))
        .child(el("div").attr("role", "alert").live(move || told().into_iter().collect()))
}

impl Tablet {
    /// The survey came as a file: from then on it is like one that came as a link.
    fn came_as_file(self, survey: Survey, deflated: &[u8]) {
        page::change_step(FROM_FILE, Some(&survey_fragment(deflated)));
        let pictures = shown_by(&survey);
        spawn_local(async move { self.get_ready(pictures).await });
        self.linked.set(Some(survey));
        self.show(Screen::SetUp);
    }

    /// Forgets what the survey brought itself.
    pub(super) fn forget_own(self) {
        let all = self.session.with_untracked(|now| now.as_ref().map(|now| names(&now.survey)));
        spawn_local(async move { keep::forget_own(&all.unwrap_or_default()).await });
    }
}

async fn read(given: &Given) -> Result<(Survey, SurveyFile), &'static str> {
    let bytes = given.bytes(SurveyFile::LARGEST).await;
    let bytes = bytes.map_err(|_| "This file could not be opened. Try again.")?;
    unpack(&bytes).map_err(|_| "There is no whole survey in this file. Choose another.")
}

fn choose(take: impl Fn(Given) + Clone + Send + 'static) -> El {
    let give = move |event| {
        if let Some(given) = file::given(&event).pop() {
            take(given);
        }
    };
    let input = el("input").attr("type", "file").on("change", give);
    el("label").class("button file-button").text("Open a survey file").child(input)
}
