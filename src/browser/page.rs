//! The page itself: its address, its steps back and forth, focus and title.

mod focus;
mod print;

pub use focus::*;
pub use print::print;

use super::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What stands behind `#` in the address. The host never sees it.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// What stands behind `?` in the address, with that sign. Empty where there is none.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The whole address of `path` as seen from this page, without what is behind `#` or `?`.
pub fn address_of(path: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    web_sys::Url::new_with_base(path, &here)
        .map(|url| {
            url.set_hash("");
            url.set_search("");
            url.href()
        })
        .unwrap_or_default()
}

/// True where keyboards have ⌘ and ⌥ for Ctrl and Alt.
pub fn has_mac_keys() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// True for a person whose device is set to show little movement.
pub fn is_calm() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Goes to another page, in place of this one: Back leads to where a person came from.
pub fn replace(address: &str) {
    let _ = window().location().replace(address);
}

/// Adds a step that the browser's Back button can take back. `number` comes back in
/// [`on_step`]. `fragment` is the new address behind `#`; none keeps the address.
pub fn add_step(number: u32, fragment: Option<&str>) {
    let address = fragment.map(|text| format!("#{text}"));
    let history = window().history();
    let _ = history
        .and_then(|history| history.push_state_with_url(&number.into(), "", address.as_deref()));
}

/// The same without a new step.
pub fn change_step(number: u32, fragment: Option<&str>) {
    let address = fragment.map(|text| format!("#{text}"));
    let history = window().history();
    let _ = history
        .and_then(|history| history.replace_state_with_url(&number.into(), "", address.as_deref()));
}

/// The number of the step that the page is on. A page that was loaded anew still has it.
pub fn step() -> Option<u32> {
    let state = window().history().and_then(|history| history.state()).ok()?;
    state.as_f64().map(|number| number as u32)
}

/// Takes one step back, as the browser's own Back button does.
pub fn step_back() {
    let _ = window().history().and_then(|history| history.back());
}

/// Calls back with the number of each step that the browser goes back or forth to.
pub fn on_step(mut call: impl FnMut(Option<u32>) + 'static) {
    listen("popstate", move |event| {
        let state = event.unchecked_into::<web_sys::PopStateEvent>().state();
        call(state.as_f64().map(|number| number as u32));
    });
}

/// Calls back when what stands behind `#` changes.
pub fn on_fragment(mut call: impl FnMut() + 'static) {
    listen("hashchange", move |_| call());
}

/// Calls back when the page is left, reloaded or put aside.
pub fn on_leaving(mut call: impl FnMut() + 'static) {
    listen("pagehide", move |_| call());
}

/// Calls back when there is a connection again.
pub fn on_connection(mut call: impl FnMut() + 'static) {
    listen("online", move |_| call());
}

/// Has the browser ask a person who closes or reloads the page, for as long as `is_needed`.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    listen("beforeunload", move |event| {
        if is_needed() {
            event.unchecked_into::<web_sys::Event>().prevent_default();
        }
    });
}

/// Calls back when a page that was put aside is shown again.
pub fn on_return(mut call: impl FnMut() + 'static) {
    listen("pageshow", move |_| call());
}

fn listen(name: &str, call: impl FnMut(JsValue) + 'static) {
    let listener = Closure::<dyn FnMut(JsValue)>::new(call);
    let _ = window().add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Writes a sentence where whoever looks into a page finds it.
pub fn note(text: &str) {
    web_sys::console::warn_1(&text.into());
}

/// The title of the tab, which screen readers say first.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Scrolls the element with this id into sight, once the page has been drawn anew.
pub fn show_soon(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        if let Some(element) = element(&id) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// The same for a line of a list that scrolls by itself: the page stays where it is.
pub fn show_within(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        let Some(line) = element(&id) else { return };
        let Some(list) = line.closest("[data-scrolls]").ok().flatten() else { return };
        let (line, shown) = (line.get_bounding_client_rect(), list.get_bounding_client_rect());
        let above = shown.top() - line.top();
        let below = line.bottom() - shown.bottom();
        let by = if above > 0.0 { -above } else { below.max(0.0) };
        list.set_scroll_top(list.scroll_top() + by as i32);
    });
}

/// The same for what stands in a row that scrolls sideways: it comes to the middle of the row.
pub fn show_across(id: &str) {
    let id = id.to_owned();
    after_drawing(move || {
        let Some(part) = element(&id) else { return };
        let Some(row) = part.closest("ul").ok().flatten() else { return };
        let (part, shown) = (part.get_bounding_client_rect(), row.get_bounding_client_rect());
        let by = part.left() + part.width() / 2.0 - shown.left() - shown.width() / 2.0;
        row.set_scroll_left(row.scroll_left() + by as i32);
    });
}

/// Puts the focus into the field with this id, once the page has been drawn anew, and selects
/// these of its letters. They count in UTF-16, as browsers do.
pub fn select_soon(id: &str, start: u32, end: u32) {
    let id = id.to_owned();
    focus_soon(&id);
    after_drawing(move || {
        let field = document().get_element_by_id(&id);
        if let Some(line) = field.as_ref().and_then(|f| f.dyn_ref::<web_sys::HtmlInputElement>()) {
            let _ = line.set_selection_range(start, end);
        } else if let Some(area) =
            field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
        {
            let _ = area.set_selection_range(start, end);
        }
    });
}

/// Marks all text in a field, so that one key copies it.
pub fn select_text(id: &str) {
    let field = document().get_element_by_id(id);
    if let Some(line) = field.as_ref().and_then(|f| f.dyn_ref::<web_sys::HtmlInputElement>()) {
        line.select();
    } else if let Some(area) = field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    {
        area.select();
    }
}

/// Where the caret is in the field with this id, in UTF-16. `None` where it is in none.
pub fn caret(id: &str) -> Option<u32> {
    let field = element(id)?;
    if let Some(line) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        return line.selection_end().ok().flatten();
    }
    field.dyn_ref::<web_sys::HtmlTextAreaElement>()?.selection_end().ok().flatten()
}

/// Somebody in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The id of the field.
    pub field: String,
    /// What stands in it.
    pub text: String,
    /// Where the caret is, in UTF-16.
    pub caret: u32,
}

/// The field that has the focus. `None` where none has it that holds a text.
pub fn typing() -> Option<Typing> {
    let field = document().active_element()?;
    let id = field.id();
    let line = field.dyn_ref::<web_sys::HtmlInputElement>().map(|line| line.value());
    let area = || field.dyn_ref::<web_sys::HtmlTextAreaElement>().map(|area| area.value());
    Some(Typing { text: line.or_else(area)?, caret: caret(&id)?, field: id })
}

/// Puts the focus in the field with this id, and the caret at a place, in UTF-16.
pub fn put_caret(id: &str, at: u32) {
    let Some(field) = focus::focus(id) else { return };
    if let Some(line) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = line.set_selection_range(at, at);
    } else if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        let _ = area.set_selection_range(at, at);
    }
}

/// Scrolls the element with this id as far as another one, in the frame that is drawn next.
pub fn scroll_along(id: &str, other: &str) {
    let (id, other) = (id.to_owned(), other.to_owned());
    after_drawing(move || {
        if let (Some(element), Some(other)) = (element(&id), element(&other)) {
            element.set_scroll_left(other.scroll_left());
            element.set_scroll_top(other.scroll_top());
        }
    });
}

/// Calls back a frame later, when what the program changed is in the page.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let _ = window().request_animation_frame(call.unchecked_ref());
}

/// Calls back right after the next frame is painted.
pub fn after_painting(call: impl FnOnce() + 'static) {
    after_drawing(move || {
        let call = Closure::once_into_js(call);
        let _ = window().set_timeout_with_callback(call.unchecked_ref());
    });
}

fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> web_sys::Document {
    window().document().expect("the programs run in a page")
}

/// Marks the whole page with a value that the style reads: `data-<name>`.
pub fn mark(name: &str, value: &str) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute(&["data-", name].concat(), value);
    }
}

/// Opens the dialog with this id. The browser holds the focus in it, and Escape closes it.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog with this id. The focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
