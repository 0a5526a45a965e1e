//! The record of changes that is open: every press and key becomes an edit, is on its way to the disk at once, and
//! is put together with what other tabs write.

use crate::browser::{clock, page};
use crate::model::change::{
    Act, Change, ChangeId, Changes, Content, Edit, Field, MOST_CHANGES, MOST_EDITS, Op, Value,
};
use crate::model::draft::Place;
use crate::model::id::SurveyId;
use crate::model::wire::{LARGEST_PACKET, Packet};
use crate::organiser::library::{self, Found};
use crate::organiser::state::{Desk, HEADING};
use crate::organiser::title::title;
use crate::organiser::words;
use leptos::prelude::*;

/// The record, and which change of it is open.
#[derive(Clone, Copy)]
pub struct Book {
    pub desk: Desk,
    pub id: SurveyId,
    record: RwSignal<Changes>,
    /// What it says.
    pub content: Memo<Content>,
    /// True when there is a record that this app can't read.
    pub is_unreadable: bool,
    /// The change whose form is open.
    pub opened: RwSignal<Option<ChangeId>>,
    /// Where the person is typing, so that it is one step of undo.
    typing: StoredValue<Option<(Option<ChangeId>, Field)>>,
}

impl Book {
    /// What came of a survey, as it is kept.
    pub fn open(desk: Desk, id: SurveyId) -> Self {
        let found = library::changes(id);
        let is_unreadable = found == Found::Unreadable;
        let record = RwSignal::new(found.here().unwrap_or_else(|| Changes::new(id)));
        let book = Self {
            desk,
            id,
            record,
            content: Memo::new(move |_| record.with(Changes::content)),
            is_unreadable,
            opened: RwSignal::new(None),
            typing: StoredValue::new(None),
        };
        Effect::new(move |_| {
            desk.changes_heard.track();
            if let Found::Here(stored) = library::changes(id) {
                record.maybe_update(|record| record.merge(stored.log().iter().cloned()));
            }
            // What had the focus went with the form.
            let open = book.opened.get_untracked();
            if open.is_some_and(|open| untrack(|| book.change(open)).is_none()) {
                book.opened.set(None);
                desk.tell("This change was removed in another tab. Undo brings it back.");
                page::focus_soon(HEADING);
            }
        });
        book
    }

    /// One change, as long as it is there.
    pub fn change(self, id: ChangeId) -> Option<Change> {
        self.content.with(|content| content.change(id).cloned())
    }

    /// Writes in a field. Typing on in the same field stays one step.
    pub fn write(self, of: Option<ChangeId>, field: Field, value: Value) {
        let types_on = self.typing.get_value() == Some((of, field));
        let by = (self.desk.author(), clock::now());
        let edit =
            self.record.with_untracked(|record| record.write(by, (of, field), value, types_on));
        if self.apply(edit) {
            self.typing.set_value(Some((of, field)));
        }
    }

    /// The person left the field: what they type next is a new step.
    pub fn stop_typing(self) {
        self.typing.set_value(None);
    }

    /// Does something, as one step.
    pub fn act(self, act: Act) -> bool {
        self.stop_typing();
        let (author, at) = (self.desk.author(), clock::now());
        let edit = self.record.with_untracked(|record| record.edit(author, at, act));
        self.apply(edit)
    }

    /// Adds changes, each with what else is done to it, as one step. Gives back the first of them.
    pub fn add(self, with: Vec<impl FnOnce(ChangeId) -> Vec<Op>>) -> Option<ChangeId> {
        if self.content.with_untracked(|content| content.changes.len() + with.len() > MOST_CHANGES)
        {
            self.desk.tell("There are too many changes. Remove one that you do not need.");
            return None;
        }
        let mut ids = self.record.with_untracked(|record| record.new_id(self.desk.author()));
        let (mut ops, mut first) = (Vec::new(), None);
        for with in with {
            let id = ids.next()?;
            ops.push(Op::Add(id));
            ops.extend(with(id));
            first = first.or(Some(id));
        }
        self.act(Act::Do(ops)).then_some(first?)
    }

    /// Keeps an edit. False when there is no room for it, and that is told.
    fn apply(self, edit: Edit) -> bool {
        let mut record = self.record.get_untracked();
        record.apply(edit);
        if record.log().len() > MOST_EDITS || record.to_packet().len() > LARGEST_PACKET {
            self.desk.tell("There is no room for more here. Nothing was changed.");
            return false;
        }
        self.desk.message.maybe_update(|message| message.take().is_some());
        library::save_changes(&mut record);
        self.record.set(record);
        true
    }

    /// The record as it is now.
    pub fn record(self) -> Changes {
        self.record.get_untracked()
    }

    /// What takes back the last step of this person.
    pub fn next_undo(self) -> Option<Act> {
        self.record.with(|record| record.undo(self.desk.author()))
    }

    /// What does it again.
    pub fn next_redo(self) -> Option<Act> {
        self.record.with(|record| record.redo(self.desk.author()))
    }

    /// A step back or forth.
    pub fn step(self, act: Option<Act>, told: &str) {
        let Some(act) = act else { return };
        if self.act(act) {
            self.desk.tell(told);
        }
    }

    /// Whose changes these are, and from when: the title, who asks, and today.
    pub fn line(self) -> String {
        let whose = self.desk.draft.with(|draft| {
            draft.content().text(Place::Organisation).unwrap_or_default().trim().to_owned()
        });
        let all = [title(self.desk), whose, words::day(clock::today())];
        all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Opens the form of a change, with the focus in its first field.
    pub fn open_form(self, id: ChangeId) {
        self.stop_typing();
        self.opened.set(Some(id));
        page::focus_soon(&field_id(Some(id), Field::Said));
    }
}

/// The id of a field.
pub fn field_id(of: Option<ChangeId>, field: Field) -> String {
    let of = of.map_or("whole".to_owned(), |id| id.0.to_string());
    format!("change-{of}-{}", format!("{field:?}").to_lowercase())
}
