//! What has the focus, and where it goes next. Absent: who decides that, which is each screen.

use super::super::window;
use super::{after_drawing, document, element};
use core::cell::Cell;
use wasm_bindgen::JsCast;

/// Puts the focus on the element with this id, once the page has been drawn anew, and shows it.
/// Does nothing when it is not there.
///
/// Most pages are drawn as soon as this call is over. Then the focus moves at once, before a person
/// who is quick with keys presses the next one. What takes longer to draw gets it a frame later.
///
/// Of two calls the newer wins: a page that was turned away from within a frame takes no focus back.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    let number = CALLS.get() + 1;
    CALLS.set(number);
    let focus_as = move |id: &str| focus(id).inspect(|_| ARRIVED.set(number.max(ARRIVED.get())));
    wasm_bindgen_futures::spawn_local(async move {
        let first = focus_as(&id);
        after_drawing(move || {
            // Drawing may have put another element in its place, or moved it, which takes the focus.
            let body = document().body().map(Into::into);
            let is_lost =
                first.is_none() || element(&id) != first || document().active_element() == body;
            if is_lost && ARRIVED.get() <= number {
                focus_as(&id);
            }
        });
    });
}

thread_local! {
    /// How often [`focus_soon`] was called.
    static CALLS: Cell<u32> = const { Cell::new(0) };
    /// The newest of those calls whose element has had the focus. A newer one may name what never comes.
    static ARRIVED: Cell<u32> = const { Cell::new(0) };
}

/// `None` when the element is not there, or can't have the focus yet.
pub(super) fn focus(id: &str) -> Option<web_sys::HtmlElement> {
    let element = element(id)?;
    element.focus().ok()?;
    let has_it = document().active_element().as_ref() == Some(element.as_ref());
    has_it.then_some(element)
}

/// Puts the focus on the element with this id now. Does nothing when it is not there.
pub fn focus_now(id: &str) {
    let _ = focus(id);
}

/// True while the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|focused| focused.id() == id)
}

/// True while a field for several lines has the focus.
pub fn is_writing() -> bool {
    document().active_element().is_some_and(|focused| focused.tag_name() == "TEXTAREA")
}

/// True while a button has the focus.
pub fn is_on_button() -> bool {
    document().active_element().is_some_and(|focused| focused.tag_name() == "BUTTON")
}

/// True while nothing has the focus, such as after what had it was taken away.
pub fn is_focus_lost() -> bool {
    let focused = document().active_element();
    focused.is_none() || focused == document().body().map(Into::into)
}

/// Gives the focus back where the page is about to draw anew what has it: to the element with its id
/// then, or to the one with the id `other`. Does nothing where it stays, or went elsewhere meanwhile.
pub fn keep_focus(other: &'static str) {
    let Some(old) = document().active_element() else { return };
    after_drawing(move || {
        let is_lost = document().active_element() == document().body().map(Into::into);
        if is_lost && !old.is_connected() && focus(&old.id()).is_none() {
            focus(other);
        }
    });
}

/// What gives the focus back to the element that has it now: what is moved in the page loses it.
/// When it was drawn anew, to the one that has its id then.
pub fn hold_focus() -> impl FnOnce() {
    let focused = document().active_element();
    move || {
        if let Some(old) = focused.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            if old.is_connected() {
                let _ = old.focus();
            } else {
                focus_soon(&old.id());
            }
        }
    }
}

/// Puts the focus on the next element that `selector` finds and that can be seen, or on the one
/// before it. Comes back with its id. From elsewhere, on the first.
pub fn step_focus(selector: &str, down: bool) -> Option<String> {
    let all = document().query_selector_all(selector).ok()?;
    let all: Vec<web_sys::HtmlElement> =
        (0..all.length()).filter_map(|place| all.get(place)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let place = all.iter().position(|element| focused.as_ref() == Some(element.as_ref()));
    // Each that is asked has to be laid out. So only those are that stand between.
    let can_be_seen = |element: &&web_sys::HtmlElement| element.offset_height() > 0;
    let element = match place {
        None => all.iter().find(can_be_seen),
        Some(place) if down => all[place + 1..].iter().find(can_be_seen),
        Some(place) => all[..place].iter().rfind(can_be_seen),
    }?;
    let _ = element.focus();
    Some(element.id())
}

/// Puts the focus on the element with this id, as [`focus_soon`], and scrolls to the top: for the
/// start of a new page.
pub fn start_soon(id: &str) {
    focus_soon(id);
    after_drawing(|| window().scroll_to_with_x_and_y(0.0, 0.0));
}
