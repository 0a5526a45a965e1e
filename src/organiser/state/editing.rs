//! Everything a person can do to the draft on the desk. Each is one edit, one step of undo, and
//! is on its way to the disk before the next key is pressed.

use super::beside::put_caret_back;
use super::{Desk, HEADING, Message, Undo};
use crate::browser::{clock, page};
use crate::model::draft::{Act, Change, Draft, LONGEST_DRAFT_TEXT, Left, Place};
use crate::model::edit::Card;
use crate::model::edit::undoing::{self, Undoing};
use crate::model::survey::Language;
use crate::organiser::ids::{
    ADD_QUESTION, ADD_WORD, apart_id, card_id, choices_id, field_id, first_field_id, limits_id,
    repeat_id, when_id,
};
use crate::organiser::library;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::words::About;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

impl Desk {
    /// Puts words in a place: in the survey's own language, or in another. Typing on in the same
    /// place stays one step of undo.
    pub fn write(&self, language: Option<Language>, place: Place, text: String) {
        let is_long = text.len() > LONGEST_DRAFT_TEXT;
        let change = match language {
            None => Change::SetText { place, text },
            Some(language) => Change::Translate { language, place, text },
        };
        // What is typed on needs no more room, but what is pasted may.
        let types_on = !is_long && self.typing.get_value() == Some((language, place));
        if !types_on && !self.has_room_for(&change.clone().into()) {
            return;
        }
        let how = (types_on, self.is_beside_others());
        let edit =
            self.draft.with_untracked(|draft| draft.typed(self.author, clock::now(), change, how));
        self.typing.set_value(Some((language, place)));
        self.draft.update(|draft| draft.apply(edit));
        self.message.maybe_update(|message| message.take().is_some());
        self.save();
    }

    /// The person left the field: what they type next is a new step.
    pub fn stop_typing(&self) {
        self.typing.set_value(None);
    }

    /// From now on, all problems of what is there show.
    pub(super) fn show_problems(&self) {
        self.left.set(self.draft.with_untracked(|draft| Left::all(draft.content())));
        self.checked.set(true);
    }

    /// True while a person is typing in a field: the last change was a key.
    pub fn is_typing(&self) -> bool {
        self.typing.with_value(Option::is_some)
    }

    /// Does something, as one step of undo. Where the survey has no room for it, that shows instead.
    pub fn change(&self, act: impl Into<Act>) {
        let act = act.into();
        if self.has_room_for(&act) {
            self.change_in_any_case(act);
        }
    }

    /// True when the survey can be read again with this act as well. Shows when it can't.
    pub(super) fn has_room_for(&self, act: &Act) -> bool {
        let has_room = self.draft.with_untracked(|draft| {
            !library::is_full(draft) && draft.has_room_for(self.author, act).is_ok()
        });
        self.is_full.maybe_update(|full| core::mem::replace(full, !has_room) == has_room);
        has_room
    }

    /// The same for what must be noted: that something was published.
    pub(in crate::organiser::state) fn change_in_any_case(&self, act: Act) {
        self.stop_typing();
        self.draft.update(|draft| {
            let edit = draft.edit(self.author, clock::now(), act);
            draft.apply(edit);
        });
        self.message.maybe_update(|message| message.take().is_some());
        self.save();
    }

    /// Takes in what somebody did elsewhere. Who is typing here goes on, wherever their card moved. When
    /// the open question went away, that is told. `merge` says whether there was anything.
    pub(super) fn take_in_place(&self, merge: impl FnOnce() -> bool) {
        let give_back = page::hold_focus();
        let typing = page::typing();
        let open = self.spot.get_untracked();
        let is_open = || self.draft.with_untracked(|draft| open.is_there(draft.content()));
        let was_open = is_open();
        if !merge() {
            return;
        }
        if was_open && !is_open() {
            self.spot.set(Card::Welcome);
            self.picking.set(None);
            self.arranging.moving.set(None);
            self.tell("The question that was open here was deleted on another screen.");
            page::focus_soon(HEADING);
        } else {
            after_tick(move || {
                give_back();
                put_caret_back(typing);
            });
        }
    }

    /// Keeps the draft. The desk says when it is on the disk, or that this failed.
    pub fn save(&self) {
        // What stands for a draft that can't be read is nobody's work.
        if self.is_stand_in.get_untracked() {
            return;
        }
        // Who follows the draft hears only of what came from elsewhere: the rest was told before.
        self.take_in_place(|| {
            let merged = |draft: &mut Draft| {
                let is_new = library::merge_stored(draft);
                (is_new, is_new)
            };
            self.draft.try_maybe_update(merged).unwrap_or_default()
        });
        self.draft.with_untracked(library::write_draft);
    }

    /// The same for what Undo takes back.
    pub fn tell_undoable(&self, text: String) {
        // It was not done: that shows already.
        if self.is_full.get_untracked() {
            return;
        }
        self.message.set(Some(Message { text, undo: Some(Undo::Step) }));
    }

    /// Takes back this person's last step.
    pub fn undo(&self) {
        if let Some(act) = self.draft.with_untracked(|draft| draft.undo(self.author)) {
            self.take_back(act);
        }
    }

    /// What the keys for it do: see [`undoing`].
    pub fn undo_by_key(&self) {
        let has_focus =
            |(language, place): &undoing::Field| page::has_focus(&field_id(*language, *place));
        let field = self.field.get_value().filter(has_focus);
        let found = self.draft.with_untracked(|draft| undoing::undo(draft, self.author, field));
        // A message with Undo beside it says what would be taken back.
        let is_said = self.message.with_untracked(|message| {
            message.as_ref().is_some_and(|message| message.undo == Some(Undo::Step))
        });
        match found {
            None => {}
            Some(Undoing::Elsewhere(act)) if !is_said => {
                let keys = if page::has_mac_keys() { "⌘Z" } else { "Ctrl+Z" };
                let name = self.name_of(&act);
                self.tell_undoable(format!("Press {keys} again to undo this: {name}"));
            }
            Some(Undoing::Here(act) | Undoing::Elsewhere(act)) => self.take_back(act),
        }
    }

    fn take_back(&self, act: Act) {
        let name = self.name_of(&act);
        self.step(act);
        self.tell(&format!("Undone: {name}"));
    }

    /// Does the step again that was taken back last.
    pub fn redo(&self) {
        if let Some(act) = self.draft.with_untracked(|draft| draft.redo(self.author)) {
            let name = self.name_of(&act);
            self.step(act);
            self.tell(&format!("Redone: {name}"));
        }
    }

    /// A step back or forth, or a larger one. Opens a question that came back with it, and closes one that went.
    pub(super) fn step(&self, act: Act) {
        let before = self.question_ids();
        self.change(act);
        let open = self.spot.get_untracked();
        let then = self.draft.with_untracked(|draft| open.after_step(&before, draft.content()));
        if then != open {
            self.spot.set(then);
        }
    }

    /// Takes back the last step from a button that goes away with it, so the focus moves into the
    /// open card.
    pub fn undo_and_return(&self) {
        self.undo();
        self.open(self.spot.get_untracked());
    }

    /// Opens a card, shows all of it and puts the focus in its first field.
    pub fn open(&self, spot: Card) {
        self.stop_typing();
        self.spot.set(spot);
        page::show_soon(&card_id(spot));
        page::focus_soon(&first_field_id(spot));
    }

    /// Opens the card that holds a place, and selects some of the words in its field. They count in
    /// UTF-16, as browsers do.
    pub fn open_words(&self, place: Place, start: u32, end: u32) {
        self.stop_typing();
        self.spot.set(Card::of(place));
        page::select_soon(&field_id(None, place), start, end);
        page::show_soon(&field_id(None, place));
    }

    /// Goes to where a problem can be mended, and puts the focus there.
    pub fn open_about(&self, about: About) {
        self.stop_typing();
        if about == About::Languages {
            let id = self.draft.with_untracked(Draft::id);
            return self.go(Screen::Survey(id, Part::Languages));
        }
        if let Some(spot) = about.card() {
            self.spot.set(spot);
        }
        page::focus_soon(&match about {
            About::Survey | About::Languages => ADD_QUESTION.to_owned(),
            About::Words => ADD_WORD.to_owned(),
            About::Text(place) => field_id(None, place),
            About::Choices(id) => choices_id(id),
            About::Limits(id) => limits_id(id),
            About::When(id) => when_id(id),
            About::Repeat(id) => repeat_id(id),
            About::Apart(id) => apart_id(id),
        });
    }
}

/// Does something as soon as the page is changed.
pub(super) fn after_tick(act: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        act();
    });
}
