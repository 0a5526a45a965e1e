//! The words as they are open: every press and key becomes an edit, is on its way to the disk at once, and is put
//! together with what other tabs write.

use crate::browser::{clock, page, random};
use crate::model::draft::{self, Draft};
use crate::model::edit::meanings;
use crate::model::glossary::{
    Act, Agreed, Content, Edit, Field, Glossary, MOST_EDITS, Op, Term, TermId, key,
};
use crate::model::id::{MeaningId, SurveyId};
use crate::model::wire::{LARGEST_PACKET, Packet};
use crate::organiser::library::{self, Found};
use crate::organiser::state::Desk;
use crate::organiser::words;
use leptos::prelude::*;

/// The words, and which of them is open.
#[derive(Clone, Copy)]
pub struct Book {
    pub desk: Desk,
    record: RwSignal<Glossary>,
    /// What they mean.
    pub content: Memo<Content>,
    /// True when there is a record that this app can't read.
    pub is_unreadable: bool,
    /// The word whose form is open.
    pub opened: RwSignal<Option<TermId>>,
    /// Every survey whose draft can be read.
    pub drafts: RwSignal<Vec<Draft>>,
    /// Where the person is typing, so that it is one step of undo.
    typing: StoredValue<Option<(TermId, Field)>>,
}

/// What was agreed, for screens that only read it.
pub fn agreed(desk: Desk) -> Memo<Content> {
    Memo::new(move |_| {
        desk.words_heard.track();
        library::words().here().unwrap_or_default().content()
    })
}

impl Book {
    /// The words as they are kept.
    pub fn open(desk: Desk) -> Self {
        let found = library::words();
        let is_unreadable = found == Found::Unreadable;
        let record = RwSignal::new(found.here().unwrap_or_default());
        let book = Self {
            desk,
            record,
            content: Memo::new(move |_| record.with(Glossary::content)),
            is_unreadable,
            opened: RwSignal::new(None),
            drafts: RwSignal::new(library::all_drafts()),
            typing: StoredValue::new(None),
        };
        Effect::new(move |_| {
            desk.words_heard.track();
            if let Found::Here(stored) = library::words() {
                record.maybe_update(|record| record.merge(stored.log().iter().cloned()));
            }
        });
        book
    }

    /// One term, as long as it is there.
    pub fn term(self, id: TermId) -> Option<Term> {
        self.content.with(|content| content.term(id).cloned())
    }

    /// Writes in a part of a term. Typing on in the same field stays one step.
    pub fn write(self, of: TermId, field: Field, text: String) {
        let types_on = self.typing.get_value() == Some((of, field));
        let by = (self.desk.author(), clock::now());
        let edit =
            self.record.with_untracked(|record| record.write(by, (of, field), text, types_on));
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

    /// Adds words, as one step, each with what stands in it. Gives back the last of them.
    pub fn add(self, all: Vec<New>) -> Option<TermId> {
        if self.content.with_untracked(Content::room) < all.len() {
            self.desk.tell("There are too many words. Remove one that you do not need.");
            return None;
        }
        let (mut ops, mut last) = (Vec::new(), None);
        for new in all {
            let (id, adds) = self.record.with_untracked(|record| new.ops(record));
            ops.extend(adds);
            last = Some(id);
        }
        self.act(Act::Do(ops)).then_some(last?)
    }

    /// Keeps an edit. False when there is no room for it, and that is told.
    fn apply(self, edit: Edit) -> bool {
        let mut record = self.record.get_untracked();
        record.apply(edit);
        if !has_room(&record) {
            self.desk.tell(NO_ROOM);
            return false;
        }
        self.desk.message.maybe_update(|message| message.take().is_some());
        library::save_words(&mut record);
        self.record.set(record);
        true
    }

    /// The record as it is now.
    pub fn record(self) -> Glossary {
        self.record.get()
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

    /// Opens the form of a word, with the focus in its first field.
    pub fn open_form(self, id: TermId) {
        self.stop_typing();
        if self.opened.get_untracked() != Some(id) {
            self.drop_blank();
        }
        self.opened.set(Some(id));
        page::focus_soon(&field_id(id, Field::Word));
    }

    /// Closes the form. A word that says what it means has to have a name: without one it stays open, and that is
    /// told. False then.
    pub fn close_form(self) -> bool {
        let open = self.opened.get_untracked().and_then(|id| untrack(|| self.term(id)));
        if let Some(term) = open.filter(|term| term.word().is_empty() && !term.is_blank()) {
            self.desk.tell("Write the word first. Or remove it.");
            page::focus_soon(&field_id(term.id, Field::Word));
            return false;
        }
        self.drop_blank();
        self.opened.set(None);
        true
    }

    /// Removes the open word where nobody has written anything in it.
    pub fn drop_blank(self) {
        let open = self.opened.get_untracked().and_then(|id| untrack(|| self.term(id)));
        if let Some(term) = open.filter(Term::is_blank) {
            self.opened.set(None);
            self.act(Act::Do(vec![Op::Remove(term.id)]));
        }
    }

    /// Has a survey mean by a word what we agreed. It is a step of that survey, which its Undo takes back.
    pub fn bring(self, survey: SurveyId, meaning: MeaningId, of: TermId) {
        let (Some(term), Found::Here(mut draft)) = (self.term(of), library::draft(survey)) else {
            return;
        };
        let changes = meanings::say_as(&draft, meaning, &term).changes;
        if changes.is_empty() {
            return;
        }
        let edit = draft.edit(self.desk.author(), clock::now(), draft::Act::Do(changes));
        draft.apply(edit);
        library::save_draft(&mut draft);
        self.drafts.set(library::all_drafts());
        let (word, title) = (words::quoted(term.word()), title(&draft));
        self.desk.tell(&format!("{title} now says our meaning of {word}."));
    }

    /// Takes the meaning that a survey has for a word of ours.
    pub fn take(self, of: TermId, says: &str) {
        self.write(of, Field::Meaning, says.to_owned());
        self.stop_typing();
        self.desk.tell("Words we agree now has this meaning.");
    }
}

/// True when there is room for what the record has now.
fn has_room(record: &Glossary) -> bool {
    record.log().len() <= MOST_EDITS && record.to_packet().len() <= LARGEST_PACKET
}

/// What is told where there is none.
const NO_ROOM: &str = "There is no room for more here. Nothing was changed.";

/// Does something to the words from another screen, as one step.
pub fn act_elsewhere(desk: Desk, ops: impl FnOnce(&Glossary) -> Vec<Op>, told: &str) {
    let Some(mut record) = readable() else {
        return desk.tell("The words you agreed cannot be read here. You find them on My surveys.");
    };
    let ops = ops(&record);
    record.apply(record.edit(desk.author(), clock::now(), Act::Do(ops)));
    if !has_room(&record) {
        return desk.tell(NO_ROOM);
    }
    library::save_words(&mut record);
    desk.words_heard.update(|heard| *heard += 1);
    desk.tell(told);
}

fn readable() -> Option<Glossary> {
    match library::words() {
        Found::Here(record) => Some(record),
        Found::Absent => Some(Glossary::default()),
        Found::Unreadable => None,
    }
}

/// What stands in a new word.
#[derive(Default)]
pub struct New {
    /// Its name, where a draft has given it one.
    pub id: Option<TermId>,
    pub texts: Vec<(Field, String)>,
    pub agreed: Option<Agreed>,
}

impl New {
    /// What adds it, and the name that it gets.
    pub fn ops(self, record: &Glossary) -> (TermId, Vec<Op>) {
        let id = self.id.filter(|id| record.is_free(*id));
        let id = id.unwrap_or_else(|| TermId(u64::from_be_bytes(random::bytes())));
        let texts = self.texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let set = |(field, text)| Op::Set { of: id, field, text, over: Vec::new() };
        let agree = self.agreed.map(|agreed| Op::Agree(id, agreed));
        (id, [Op::Add(id)].into_iter().chain(texts.map(set)).chain(agree).collect())
    }

    /// A word that a survey explains.
    pub fn of(meaning: &draft::DraftMeaning) -> Self {
        let names = meaning.also.iter().filter(|name| key(name) != key(&meaning.word));
        let also = names.cloned().collect::<Vec<_>>().join(", ");
        let texts = vec![
            (Field::Word, meaning.word.trim().to_owned()),
            (Field::Meaning, meaning.text.trim().to_owned()),
            (Field::Picture, meaning.picture.clone()),
            (Field::Also, also),
        ];
        Self { id: meaning.term.map(TermId), texts, agreed: None }
    }
}

/// What a survey is called, in quotation marks.
pub fn title(draft: &Draft) -> String {
    words::quoted(&words::or(&draft.content().title, words::NO_TITLE))
}

/// The id of a field.
pub fn field_id(of: TermId, field: Field) -> String {
    format!("term-{:x}-{}", of.0, format!("{field:?}").to_lowercase())
}

/// The id of what opens a word.
pub fn opener_id(of: TermId) -> String {
    format!("term-{:x}-open", of.0)
}
