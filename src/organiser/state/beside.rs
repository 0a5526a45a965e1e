//! Whether somebody may be typing in the same survey right now: another tab of this browser, or the device
//! beside this one. And where the caret stays while they do.

use super::Desk;
use crate::browser::page::{self, Typing};
use crate::model::draft::caret_in;
use crate::organiser::screen::Screen;
use crate::organiser::store;
use leptos::prelude::*;

impl Desk {
    /// Tells the other tabs which survey is open here, from now on, and hears where they are.
    pub(in crate::organiser) fn follow_company(self) {
        let company = self.company;
        store::listen(move |line| {
            let answer = company.try_update_value(|company| company.hear(line)).flatten();
            answer.iter().for_each(|answer| store::say(answer));
        });
        let open = move |survey| {
            let lines = company.try_update_value(|company| company.open(survey));
            lines.iter().flatten().for_each(|line| store::say(line));
        };
        let survey = move |screen| match screen {
            Screen::Survey(id, _) => Some(id),
            _ => None,
        };
        Effect::new(move |_| open(survey(self.screen.get())));
        page::on_leaving(move || open(None));
        page::on_return(move || open(survey(self.screen.get_untracked())));
    }

    /// True while somebody else may be typing in the survey on the desk.
    pub(super) fn is_beside_others(&self) -> bool {
        let has_pair = untrack(|| self.live.is_together() && self.is_pair_on_desk());
        has_pair || self.company.with_value(|company| company.is_there())
    }
}

/// Puts the caret back where it was among the letters, once the field shows what others wrote in it too.
pub(super) fn put_caret_back(before: Option<Typing>) {
    let (Some(before), Some(now)) = (before, page::typing()) else { return };
    if now.field == before.field && now.text != before.text {
        let at = usize::try_from(before.caret).unwrap_or_default();
        let at = caret_in(&before.text, &now.text, at);
        page::put_caret(&now.field, u32::try_from(at).unwrap_or(u32::MAX));
    }
}
