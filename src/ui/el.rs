//! Elements as data: one type for every element, however it is made up.
//!
//! Leptos's `view!` makes a type of its own for every shape of element, and the code to draw, change
//! and drop it. On a phone that was half of the download. Here the shape is a value, so that code
//! is there once. Signals and effects are Leptos's own, and an [`El`] stands in a `view!` like
//! anything else.
//!
//! Absent: changing one element into another. What depends on a signal is drawn anew, from nothing
//! ([`El::live`]): so no control of one page ever turns into one of the next.

mod more;

pub use more::{announced, button, parts};

use core::cell::RefCell;
use leptos::attr::Attribute;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
pub use leptos::tachys::renderer::types::Event;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, add_attr::AddAnyAttr};
use std::any::Any;
use std::borrow::Cow;

/// Text that is part of the program, or not.
type Text = Cow<'static, str>;
/// Reads signals, and is called again when they change.
type Live<T> = Box<dyn Fn() -> T + Send>;

/// An element that is not drawn yet.
pub struct El {
    tag: &'static str,
    parts: Vec<Part>,
}

enum Part {
    Attribute(&'static str, Text),
    LiveAttribute(&'static str, Live<Option<String>>),
    LiveFlag(&'static str, Live<bool>),
    Checked(Live<bool>),
    Value(Live<String>),
    On(&'static str, Box<dyn FnMut(Event) + Send>),
    Text(Text),
    LiveText(Live<String>),
    Child(El),
    Live(Live<Vec<El>>),
    Other(more::Other),
}

/// A new element.
pub fn el(tag: &'static str) -> El {
    El { tag, parts: Vec::new() }
}

impl El {
    fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(Part::Attribute(name, value.into()))
    }

    /// An attribute, where there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Its class.
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.attr("class", class)
    }

    /// Its id.
    pub fn id(self, id: impl Into<Text>) -> Self {
        self.attr("id", id)
    }

    /// An attribute that follows signals. `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with(Part::LiveAttribute(name, Box::new(value)))
    }

    /// Hidden while this is true.
    pub fn hidden(self, is_hidden: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Part::LiveFlag("hidden", Box::new(is_hidden)))
    }

    /// Whether a radio or checkbox is ticked.
    pub fn checked(self, is_checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Part::Checked(Box::new(is_checked)))
    }

    /// What stands in a field.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Part::Value(Box::new(value)))
    }

    /// Hears an event.
    pub fn on(self, event: &'static str, call: impl FnMut(Event) + Send + 'static) -> Self {
        self.with(Part::On(event, Box::new(call)))
    }

    /// Words in it.
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.with(Part::Text(text.into()))
    }

    /// Words in it that follow signals.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Part::LiveText(Box::new(text)))
    }

    /// An element in it.
    pub fn child(self, child: El) -> Self {
        self.with(Part::Child(child))
    }

    /// Elements in it: a list, or one that may not be there.
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        self.parts.extend(children.into_iter().map(Part::Child));
        self
    }

    /// Elements in it that are drawn anew whenever a signal changes that they read.
    pub fn live(self, children: impl Fn() -> Vec<El> + Send + 'static) -> Self {
        self.with(Part::Live(Box::new(children)))
    }

    fn draw(self) -> Drawn {
        let is_drawing = matches!(self.tag, "svg" | "path" | "rect");
        let namespace = is_drawing.then_some("http://www.w3.org/2000/svg");
        let node = Rndr::create_element(self.tag, namespace);
        let kept = self.parts.into_iter().filter_map(|part| part.draw(&node)).collect();
        Drawn { node, kept }
    }
}

impl Part {
    /// Puts it into the element. Comes back with what has to live as long as that.
    fn draw(self, node: &Element) -> Option<Kept> {
        let of = node.clone();
        Some(match self {
            Part::Attribute(name, value) => {
                Rndr::set_attribute(node, name, &value);
                return None;
            }
            Part::Text(text) => {
                let text: Node = Rndr::create_text_node(&text).into();
                Rndr::insert_node(node, &text, None);
                return None;
            }
            Part::Child(child) => {
                let drawn = child.draw();
                Rndr::insert_node(node, &drawn.node, None);
                Kept::Child(drawn)
            }
            Part::On(event, call) => Kept::Listener(Rndr::add_event_listener(node, event, call)),
            Part::LiveAttribute(name, value) => follow(move || put_attribute(&of, name, value())),
            Part::LiveFlag(name, value) => {
                follow(move || put_attribute(&of, name, value().then(String::new)))
            }
            Part::Checked(value) => {
                follow(move || Rndr::set_property(&of, "checked", &value().into()))
            }
            // Setting what is there already would move the caret.
            Part::Value(value) => {
                follow(move || Rndr::set_property_or_value(&of, "value", &value().into()))
            }
            Part::LiveText(text) => {
                let shown = Rndr::create_text_node("");
                Rndr::insert_node(node, &shown, None);
                let last = RefCell::new(String::new());
                follow(move || {
                    let new = text();
                    if *last.borrow() != new {
                        Rndr::set_text(&shown, &new);
                        last.replace(new);
                    }
                })
            }
            Part::Live(children) => {
                let end: Node = Rndr::create_text_node("").into();
                Rndr::insert_node(node, &end, None);
                Kept::Live(RenderEffect::new(move |before: Option<Vec<Drawn>>| {
                    let new: Vec<Drawn> = children().into_iter().map(El::draw).collect();
                    for old in before.into_iter().flatten() {
                        Rndr::remove(&old.node);
                    }
                    for child in &new {
                        more::put_before(&end, &child.node);
                    }
                    new
                }))
            }
            Part::Other(draw) => draw(node),
        })
    }
}

fn follow(change: impl Fn() + 'static) -> Kept {
    let change: Box<dyn Fn()> = Box::new(change);
    Kept::Effect(RenderEffect::new(move |_: Option<()>| change()))
}

/// Changes an attribute only where it is not so already: browsers lay out and paint anew for the old
/// value too. What is there is asked, since the browser itself opens and closes some elements.
fn put_attribute(of: &Element, name: &str, value: Option<String>) {
    match value {
        old if of.get_attribute(name) == old => {}
        Some(value) => Rndr::set_attribute(of, name, &value),
        None => Rndr::remove_attribute(of, name),
    }
}

/// An element in the page, with what keeps it alive.
pub struct Drawn {
    node: Element,
    kept: Vec<Kept>,
}

/// What only has to be there: dropping it stops the effects and takes the listeners away.
#[expect(dead_code, reason = "held for its drop")]
enum Kept {
    Effect(RenderEffect<()>),
    Live(RenderEffect<Vec<Drawn>>),
    Listener(RemoveEventHandler<Element>),
    Child(Drawn),
    Other(Box<dyn Any>),
}

/// An effect's task may outlive the effect for a moment, and what it drew with it. That would still
/// follow signals which are gone by then.
impl Drop for Kept {
    fn drop(&mut self) {
        if let Kept::Live(effect) = self {
            effect.take_value();
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
        self.kept.clear();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.node).and_then(Element::cast_from);
        parent.map(|parent| child.mount(&parent, Some(&self.node))).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.node.clone()]
    }
}

impl Render for El {
    type State = Drawn;

    fn build(self) -> Drawn {
        self.draw()
    }

    fn rebuild(self, state: &mut Drawn) {
        let mut new = self.draw();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for El {
    type Output<NewAttr: Attribute> = El;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> El {
        self
    }
}

/// What Leptos asks of a view. There is no server, so nothing is ever written as HTML.
impl RenderHtml for El {
    type AsyncOutput = El;
    type Owned = El;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> El {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.draw()
    }

    fn into_owned(self) -> El {
        self
    }
}
