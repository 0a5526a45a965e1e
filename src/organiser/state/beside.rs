//! Whether somebody may be typing in the same survey right now: another tab of this browser, or the device
//! beside this one. And where the caret stays while they do.

use super::Desk;
use crate::browser::page;
use crate::model::draft::caret_in;
use crate::organiser::editor::marks;
use crate::organiser::field::field_id;
use crate::organiser::screen::Screen;
use crate::organiser::store;
use leptos::prelude::*;

/// A caret in a field, before others changed the words round it.
pub(super) struct Caret {
    field: String,
    at: u32,
    shown: String,
}

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

    /// Where the caret is, while a person types.
    pub(super) fn caret(&self) -> Option<Caret> {
        let (language, place) = self.typing.get_value()?;
        let field = field_id(language, place);
        page::has_focus(&field).then_some(())?;
        Some(Caret { at: page::caret(&field)?, shown: self.shown_where_typed()?, field })
    }

    /// Puts it back, once the page shows what others wrote.
    pub(super) fn put_back(&self, caret: Option<Caret>) {
        let now = self.shown_where_typed();
        let (Some(Caret { field, at, shown }), Some(now)) = (caret, now) else { return };
        if now != shown && page::has_focus(&field) {
            let at = caret_in(&shown, &now, usize::try_from(at).unwrap_or_default());
            page::put_caret(&field, u32::try_from(at).unwrap_or(u32::MAX));
        }
    }

    fn shown_where_typed(&self) -> Option<String> {
        let (language, place) = self.typing.get_value()?;
        self.draft.with_untracked(|draft| {
            let content = draft.content();
            let text = match language {
                None => content.text(place),
                Some(language) => content.translated(language, place),
            };
            Some(marks::show(content, text?))
        })
    }
}
