//! Dragging an item of a list to another place, by mouse, pen or finger.
//!
//! The list is marked `data-places`, each item `data-place` with a name of its own, and what scrolls,
//! when that is not the page, `data-scrolls`. The press of a pointer goes in; the item that the
//! dragged one was dropped behind comes out. Escape ends it with nothing done.
//!
//! Absent: HTML's own dragging, which no finger can do, and what a drop means.

use super::window;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// A listener that can take itself away.
type Kept = Rc<RefCell<Option<Closure<dyn FnMut(Event)>>>>;

/// How far a pointer moves before it is a drag, in pixels.
const SLACK: f64 = 4.0;
/// How near to an edge the list starts to scroll, in pixels.
const EDGE: f64 = 72.0;
/// How far it scrolls in a frame at most, in pixels.
const FASTEST: f64 = 16.0;
/// The whole page is marked while something is dragged, so that the style need not look for what is
/// dragged at every change of the page.
const DRAGGING: &str = "data-dragging";

/// What the handle hears while it is dragged. All but the first two end it.
const HEARD: [&str; 4] = ["pointermove", "pointerup", "pointercancel", "lostpointercapture"];

/// Where a dragged item may go: behind the item with this name, or in front of all.
type MayDrop = Box<dyn Fn(Option<&str>) -> bool>;

struct Drag {
    handle: Element,
    item: Element,
    list: Element,
    scroller: Option<Element>,
    may_drop: MayDrop,
    start: f64,
    now: f64,
    /// The line that shows where it would go. There once the pointer moved.
    line: Option<HtmlElement>,
    /// What it would go behind.
    behind: Option<Option<String>>,
    is_over: bool,
}

/// Follows a press of a pointer on a handle inside an item. `drop` is called at most once.
pub fn follow(
    press: JsValue,
    may_drop: impl Fn(Option<&str>) -> bool + 'static,
    drop: impl FnOnce(Option<String>) + 'static,
) {
    let press: PointerEvent = press.unchecked_into();
    if press.button() != 0 || !press.is_primary() {
        return;
    }
    let handle = press.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(handle) = handle else { return };
    let closest = |selector| handle.closest(selector).ok().flatten();
    let (Some(item), Some(list)) = (closest("[data-place]"), closest("[data-places]")) else {
        return;
    };
    press.prevent_default();
    let _ = handle.set_pointer_capture(press.pointer_id());
    let y = f64::from(press.client_y());
    let drag = Rc::new(RefCell::new(Drag {
        scroller: closest("[data-scrolls]"),
        handle,
        item,
        list,
        may_drop: Box::new(may_drop),
        start: y,
        now: y,
        line: None,
        behind: None,
        is_over: false,
    }));
    listen(&drag, drop);
}

fn listen(drag: &Rc<RefCell<Drag>>, drop: impl FnOnce(Option<String>) + 'static) {
    let listener: Kept = Rc::default();
    let (own, dragged, mut drop) = (listener.clone(), drag.clone(), Some(drop));
    let hear = move |event: Event| {
        let dropped = match event.type_().as_str() {
            "pointermove" => {
                let y = event.unchecked_into::<PointerEvent>().client_y();
                return dragged.borrow_mut().moved_to(f64::from(y));
            }
            "keydown" => {
                if event.unchecked_ref::<KeyboardEvent>().key() != "Escape" {
                    return;
                }
                event.prevent_default();
                event.stop_propagation();
                None
            }
            "pointerup" => dragged.borrow_mut().behind.take(),
            _ => None,
        };
        if dragged.borrow_mut().end() {
            if let Some(listener) = own.borrow_mut().take() {
                stop_listening(&dragged.borrow().handle, listener);
            }
            if let (Some(behind), Some(drop)) = (dropped, drop.take()) {
                drop(behind);
            }
        }
    };
    let closure = Closure::<dyn FnMut(Event)>::new(hear);
    let call = closure.as_ref().unchecked_ref();
    for name in HEARD {
        let _ = drag.borrow().handle.add_event_listener_with_callback(name, call);
    }
    let _ = window().add_event_listener_with_callback_and_bool("keydown", call, true);
    *listener.borrow_mut() = Some(closure);
    scroll_on(drag.clone());
}

fn stop_listening(handle: &Element, listener: Closure<dyn FnMut(Event)>) {
    let call = listener.as_ref().unchecked_ref();
    for name in HEARD {
        let _ = handle.remove_event_listener_with_callback(name, call);
    }
    let _ = window().remove_event_listener_with_callback_and_bool("keydown", call, true);
    // Not now: this is called from inside of it.
    next_frame(move || drop(listener));
}

fn next_frame(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let _ = window().request_animation_frame(call.unchecked_ref());
}

/// Scrolls in each frame, for as long as the pointer is near an edge.
fn scroll_on(drag: Rc<RefCell<Drag>>) {
    next_frame(move || {
        if !drag.borrow().is_over {
            drag.borrow_mut().scroll();
            scroll_on(drag);
        }
    });
}

impl Drag {
    fn moved_to(&mut self, y: f64) {
        self.now = y;
        if self.line.is_none() && (y - self.start).abs() > SLACK {
            self.begin();
        }
        self.show();
    }

    fn begin(&mut self) {
        let document = window().document();
        let line = document.as_ref().and_then(|document| document.create_element("div").ok());
        let line = line.and_then(|line| line.dyn_into::<HtmlElement>().ok());
        if let (Some(line), Some(body)) = (line, document.and_then(|document| document.body())) {
            line.set_class_name("drop-line");
            let _ = body.append_child(&line);
            let _ = self.item.set_attribute("data-dragged", "");
            if let Some(root) = root() {
                let _ = root.set_attribute(DRAGGING, "");
            }
            self.line = Some(line);
        }
    }

    /// Puts the line into the nearest gap that the item may go to.
    fn show(&mut self) {
        let Some(line) = &self.line else { return };
        let Ok(found) = self.list.query_selector_all("[data-place]") else { return };
        let mut nearest: Option<(f64, Option<String>, web_sys::DomRect)> = None;
        let (mut above, mut bottom) = (None, None);
        let mut last = None;
        let mut look = |y: f64, behind: Option<String>, rect: &web_sys::DomRect| {
            let is_nearer = nearest
                .as_ref()
                .is_none_or(|(other, ..)| (y - self.now).abs() < (other - self.now).abs());
            if is_nearer && (self.may_drop)(behind.as_deref()) {
                nearest = Some((y, behind, rect.clone()));
            }
        };
        for place in 0..found.length() {
            let Some(item) = found.get(place).and_then(|node| node.dyn_into::<Element>().ok())
            else {
                continue;
            };
            let rect = item.get_bounding_client_rect();
            // What is folded away is no place.
            if rect.height() > 0.0 {
                let y = bottom.map_or(rect.top() - 4.0, |bottom: f64| (bottom + rect.top()) / 2.0);
                look(y, above, &rect);
                above = item.get_attribute("data-place");
                bottom = Some(rect.bottom());
                last = Some(rect);
            }
        }
        if let Some(rect) = last {
            look(rect.bottom() + 4.0, above, &rect);
        }
        if let Some((y, behind, rect)) = nearest {
            let style = line.style();
            for (name, value) in [("top", y), ("left", rect.left()), ("width", rect.width())] {
                let _ = style.set_property(name, &format!("{value}px"));
            }
            self.behind = Some(behind);
        }
    }

    /// A step towards the edge that the pointer is near.
    fn scroll(&mut self) {
        if self.line.is_none() {
            return;
        }
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let height = height.unwrap_or_default();
        let (top, bottom) = match &self.scroller {
            None => (0.0, height),
            Some(scroller) => {
                let rect = scroller.get_bounding_client_rect();
                (rect.top().max(0.0), rect.bottom().min(height))
            }
        };
        let (up, down) = (top + EDGE - self.now, self.now - (bottom - EDGE));
        let far = if up > 0.0 { -up } else { down.max(0.0) };
        let by = (far / 4.0).clamp(-FASTEST, FASTEST);
        if by != 0.0 {
            match &self.scroller {
                None => window().scroll_by_with_x_and_y(0.0, by),
                Some(scroller) => scroller.set_scroll_top(scroller.scroll_top() + by as i32),
            }
            self.show();
        }
    }

    /// Takes away what shows it. False when it was over already.
    fn end(&mut self) -> bool {
        if let Some(line) = self.line.take() {
            line.remove();
        }
        let _ = self.item.remove_attribute("data-dragged");
        if let Some(root) = root() {
            let _ = root.remove_attribute(DRAGGING);
        }
        !core::mem::replace(&mut self.is_over, true)
    }
}

fn root() -> Option<Element> {
    window().document()?.document_element()
}
