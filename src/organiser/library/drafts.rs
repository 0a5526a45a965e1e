//! Keeping a draft: what other tabs wrote is merged in first, and what can't be read is put aside.
//!
//! Absent: reading one (see [`draft`](super::draft)).

use super::ROOT;
use super::names::{draft_name, gone_name};
use crate::browser::json_storage;
use crate::model::draft::{Draft, Held};
use crate::model::id::SurveyId;
use crate::model::records::aside_name;
use crate::model::wire::{self, Packet};
use crate::organiser::store;
use core::cell::RefCell;

/// The draft that this tab wrote last.
struct LastDraft {
    name: String,
    text: String,
    held: Held,
}

thread_local! {
    static LAST: RefCell<Option<LastDraft>> = const { RefCell::new(None) };
}

/// True when there is no record of a draft, readable or not.
pub fn is_gone(id: SurveyId) -> bool {
    !store::has(&draft_name(id))
}

/// Keeps a draft. What another tab wrote meanwhile is merged in first, so neither is lost: see
/// [`merge_stored`].
pub fn save_draft(draft: &mut Draft) {
    merge_stored(draft);
    write_draft(draft);
}

/// Merges in what is stored of this draft. True when there was something new in it: another tab
/// wrote that, or another screen of this one.
pub fn merge_stored(draft: &mut Draft) -> bool {
    let name = draft_name(draft.id());
    let in_texts = json_storage::get(&[ROOT, &name].concat()).ok().flatten();
    let mut is_new = false;
    for text in [store::get(&name).as_deref(), in_texts.as_deref()].into_iter().flatten() {
        if holds_written(draft, &name, text) {
            continue;
        }
        match wire::from_text::<Draft>(text) {
            Ok(stored) if stored.log().iter().any(|edit| !draft.has(edit)) => {
                draft.merge(stored.log().iter().cloned());
                is_new = true;
            }
            Ok(_) => {}
            Err(_) => store::set(&aside_name(&name, text), text),
        }
    }
    is_new
}

/// True when a stored text is what this tab wrote last, and the draft holds it. So it is at nearly every
/// key, and then the stored draft need not be read: in a survey of 200 questions that takes longer than
/// all else there is to do.
fn holds_written(draft: &Draft, name: &str, text: &str) -> bool {
    LAST.with_borrow(|last| {
        let last = last.as_ref().filter(|last| last.name == name && last.text == text);
        last.is_some_and(|last| draft.holds(&last.held))
    })
}

/// Keeps a draft that holds all that is stored of it: in the database, and as text beside it. Only the
/// first counts as saved, see [`store`]; the second is there for the day when the first is emptied.
pub fn write_draft(draft: &Draft) {
    let (name, text) = (draft_name(draft.id()), wire::to_text(draft));
    store::remove(&gone_name(&name));
    store::set(&name, &text);
    let _ = json_storage::set(&[ROOT, &name].concat(), &text);
    LAST.set(Some(LastDraft { name, text, held: draft.held() }));
}

/// True when a draft's record is nearly as long as can be read again. What is left is room for one long
/// text, and for a note that it was published.
pub fn is_full(draft: &Draft) -> bool {
    const LEFT: usize = 256 * 1024;
    let stored = store::get(&draft_name(draft.id()));
    stored.is_some_and(|text| text.len() / 4 * 3 > Draft::LARGEST - LEFT)
}
