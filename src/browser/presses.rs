//! Presses: by a finger, a mouse, or a key on what has the focus. A page can have some of them let go.
//!
//! Absent: fields to write in, where a second press marks a word; and which presses to let go.

use super::{wait, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// What can be pressed, or written in.
const CONTROLS: &str = "button, summary, a, label, input, select, textarea";
/// What is ticked.
const TICKS: &str = "[type=radio], [type=checkbox]";

/// A press that was let through.
struct Press {
    at: f64,
    control: Element,
    /// Where the press was, unless it was a key's.
    place: Option<(f32, f32)>,
    /// True while the tick is still to come that a press on its words makes.
    brings_tick: bool,
}

/// Calls back at each press, key, touch, and change of a field, whatever it is on: who dictates presses no key. A press
/// counts once it is over: what would close under the finger before that would have it press what is underneath.
pub fn on_any(call: impl Fn() + 'static) {
    let call = Rc::new(call);
    for name in ["click", "keydown", "input", "wheel", "touchmove"] {
        let call = call.clone();
        hear(name, move |_| call());
    }
}

thread_local! {
    /// True while a finger or a button of the mouse is down.
    static IS_HELD: Cell<bool> = const { Cell::new(false) };
    /// What waits until it is up.
    static AFTER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Follows where presses begin and end, for [`once_up`].
pub fn follow_held() {
    hear("pointerdown", |_| IS_HELD.set(true));
    for name in ["pointerup", "pointercancel", "dragend"] {
        hear(name, |_| {
            IS_HELD.set(false);
            // What is clicked hears of it first.
            wasm_bindgen_futures::spawn_local(async {
                wait::pause(0).await;
                AFTER.take().into_iter().for_each(|call| call());
            });
        });
    }
}

/// Does this when nothing is pressed: now, or right after. What moves under a finger that is down is not what
/// it presses any more when it comes up, and nothing is pressed at all.
pub fn once_up(call: impl FnOnce() + 'static) {
    match IS_HELD.get() {
        true => AFTER.with_borrow_mut(|waiting| waiting.push(Box::new(call))),
        false => call(),
    }
}

/// Asks about each press but the first, and lets it go when `is_slip` says so: nothing in the page
/// hears of it. What is told is how long after the press before it is, in milliseconds; how far from
/// that, in pixels across or down; whether it is on the same control; and whether the control of the
/// press before is no longer where it was pressed.
pub fn let_go(is_slip: impl Fn(f64, f32, bool, bool) -> bool + 'static) {
    let last = Rc::new(RefCell::new(None::<Press>));
    let before = last.clone();
    hear("keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        let mut before = before.borrow_mut();
        if !matches!(event.key().as_str(), "Enter" | " ") {
            // They go elsewhere, and so they mean what they press there.
            *before = None;
        } else if let Some(press) = before.as_mut().filter(|_| event.repeat()) {
            // A key that is held down is one press.
            press.at = event.time_stamp();
        }
    });
    hear("click", move |event| {
        let event: MouseEvent = event.unchecked_into();
        // What a program presses is nobody's slip.
        if !event.is_trusted() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some((control, is_tick)) = target.and_then(control_of) else { return };
        let at = event.time_stamp();
        let place = || (event.client_x() as f32, event.client_y() as f32);
        let place = (event.detail() > 0).then(place);
        let mut last = last.borrow_mut();
        if let Some(before) = last.as_mut() {
            let is_same = before.control == control;
            if core::mem::take(&mut before.brings_tick) && is_same && is_tick {
                return;
            }
            let (apart, has_moved) = match (before.place, place) {
                (Some((x, y)), Some((to_x, to_y))) => {
                    ((to_x - x).abs().max((to_y - y).abs()), !is_at(&before.control, x, y))
                }
                // Only the page itself moves the focus to another control without a key.
                (None, None) => (0.0, !is_same),
                _ => (f32::INFINITY, false),
            };
            if is_slip(at - before.at, apart, is_same, has_moved) {
                event.prevent_default();
                event.stop_immediate_propagation();
                return;
            }
        }
        let brings_tick = !is_tick && control.tag_name() == "LABEL";
        *last = Some(Press { at, control, place, brings_tick });
    });
}

/// The control that a press is on, and whether it is on its tick itself. A tick and its words are one
/// control.
fn control_of(target: Element) -> Option<(Element, bool)> {
    let nearest = target.closest(CONTROLS).ok()??;
    match nearest.tag_name().as_str() {
        "BUTTON" | "SUMMARY" | "A" => Some((nearest, false)),
        "LABEL" => nearest.query_selector(TICKS).ok()?.map(|_| (nearest, false)),
        _ if nearest.matches(TICKS).ok()? => {
            let label = nearest.closest("label").ok()?;
            Some((label.unwrap_or(nearest), true))
        }
        _ => None,
    }
}

/// True while nothing else is at that place of the screen, such as a dialog or another page.
fn is_at(control: &Element, x: f32, y: f32) -> bool {
    let document = window().document();
    let there = document.and_then(|document| document.element_from_point(x, y));
    there.is_some_and(|there| control.contains(Some(&there)))
}

/// Hears an event before anything in the page does, for as long as the page is open.
fn hear(name: &str, call: impl FnMut(JsValue) + 'static) {
    let listener = Closure::<dyn FnMut(JsValue)>::new(call).into_js_value();
    let _ =
        window().add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
}
