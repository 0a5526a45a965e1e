//! A button that does something, for the organiser's screens. And one whose work takes a moment: a second
//! press meanwhile does nothing, so that nothing is done twice, and nobody reads of what they did not ask for.

use crate::browser::clock;
use crate::ui::el::{self, El};
use core::pin::pin;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::borrow::Cow;

/// Milliseconds after which a button says what it is doing. Words that come and go at once help nobody.
const SOON: i32 = 500;

/// The button: its classes, what it says, and what a press does.
pub fn button(
    class: &'static str,
    name: impl Into<Cow<'static, str>>,
    press: impl Fn() + Send + 'static,
) -> El {
    el::button(class).text(name).on("click", move |_| press())
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    Idle,
    Begun,
    /// It takes so long that a person should be told.
    Long,
}

/// Work that buttons begin, one at a time.
#[derive(Clone, Copy)]
pub struct Work(RwSignal<Pace>);

impl Work {
    /// Nothing to do yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Pace::Idle))
    }

    /// True from the press until the work is done.
    pub fn is_on(self) -> bool {
        self.0.try_get_untracked() != Some(Pace::Idle)
    }

    /// Begins, unless it goes on already.
    pub fn start(self, work: impl Future<Output = ()> + 'static) {
        if self.is_on() {
            return;
        }
        self.0.set(Pace::Begun);
        spawn_local(async move {
            let mut work = pin!(work);
            if clock::within(SOON, work.as_mut()).await.is_none() {
                // The screen of the button may be gone by now.
                let _ = self.0.try_set(Pace::Long);
                work.await;
            }
            let _ = self.0.try_set(Pace::Idle);
        });
    }

    /// A button that begins it, and keeps the focus while it goes on. The second press of a double click is
    /// none: the work of the first may be over by then.
    pub fn button(
        self,
        class: &'static str,
        (name, doing): (impl Fn() -> Cow<'static, str> + Send + 'static, &'static str),
        press: impl Fn() + Send + 'static,
    ) -> El {
        let is_on = move || self.0.try_get().is_some_and(|pace| pace != Pace::Idle);
        let is_long = move || self.0.try_get() == Some(Pace::Long);
        el::button(class)
            .live_attr("aria-disabled", move || is_on().then(|| "true".to_owned()))
            .on("click", move |event| {
                let event: MouseEvent = event.into();
                if !self.is_on() && event.detail() < 2 {
                    press();
                }
            })
            .live_text(move || if is_long() { doing.to_owned() } else { name().into_owned() })
    }
}

/// What desks work on for more than one screen.
#[derive(Clone, Copy)]
pub struct Works {
    /// A new survey, or a new draft of one.
    pub making: Work,
    /// Publishing.
    pub publishing: Work,
    /// The copy of everything.
    pub copying: Work,
    /// A round of checks.
    pub inviting: Work,
    /// Answers that the browser did not keep, or did not read.
    pub trying_again: Work,
}

impl Works {
    /// Nothing to do yet.
    pub fn new() -> Self {
        Self {
            making: Work::new(),
            publishing: Work::new(),
            copying: Work::new(),
            inviting: Work::new(),
            trying_again: Work::new(),
        }
    }
}
