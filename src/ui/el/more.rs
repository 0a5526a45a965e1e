//! What only the organiser's screens ask of an [`El`]: parts without an element, what is shown only
//! sometimes, lists that keep their elements, and views of Leptos in it.
//!
//! Each is a method that puts its own way to be drawn into the element. So the participant's
//! program, which calls none of them, holds none of this.

use super::{Drawn, El, Kept, Live, Part, el, follow};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::Owner;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::Mountable;

/// Like [`Live`], for a memo.
type Asked<T> = Box<dyn Fn() -> T + Send + Sync>;

/// Parts without an element of their own: for [`El::and`], [`El::show`] and [`El::live_parts`].
pub fn parts() -> El {
    el("div")
}

/// A place for a `status` or an `alert`, whose words screen readers say as they come. The place itself is
/// there from the start, or they would miss the first; and it has no role, as an empty status is a stop
/// for who reads on.
pub fn announced(role: &'static str, says: impl Fn() -> Vec<El> + Send + 'static) -> El {
    let live = if role == "alert" { "assertive" } else { "polite" };
    el("div").attr("aria-live", live).live(move || {
        let said = says();
        let is_some = !said.is_empty();
        is_some.then(|| el("div").attr("role", role).children(said)).into_iter().collect()
    })
}

/// A button. It never sends a form.
pub fn button(class: &'static str) -> El {
    el("button").attr("type", "button").class(class)
}

impl El {
    /// All of these parts in it too.
    pub fn and(mut self, parts: El) -> Self {
        self.parts.extend(parts.parts);
        self
    }

    /// A view of Leptos in it.
    pub fn view(self, view: impl IntoView) -> Self {
        let view = view.into_any();
        self.other(Box::new(move |node| {
            let mut state = view.build();
            state.mount(node, None);
            Kept::Other(Box::new(state))
        }))
    }

    /// Hears keys.
    pub fn on_key(self, mut call: impl FnMut(KeyboardEvent) + Send + 'static) -> Self {
        self.on("keydown", move |event| call(event.into()))
    }

    /// Hears a click on something that leads elsewhere by itself, and leads there instead.
    pub fn on_follow(self, mut call: impl FnMut() + Send + 'static) -> Self {
        self.on("click", move |event| {
            let event: MouseEvent = event.into();
            event.prevent_default();
            call();
        })
    }

    /// A class more while this is true.
    pub fn class_while(self, class: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.other(class_while(class, Box::new(is)))
    }

    /// Whether an option of a list is the one that is picked.
    pub fn selected(self, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.other(selected(Box::new(is)))
    }

    /// Parts in it while this is true. Drawn anew only when that changes: what the parts read
    /// themselves while they are made is not followed.
    pub fn show(
        self,
        when: impl Fn() -> bool + Send + Sync + 'static,
        draw: impl Fn() -> El + Send + 'static,
    ) -> Self {
        self.other(show(Box::new(when), Box::new(draw)))
    }

    /// Parts in it that are drawn anew whenever a signal changes that they read.
    pub fn live_parts(self, draw: impl Fn() -> El + Send + 'static) -> Self {
        self.other(live_parts(Box::new(move || Some(draw()))))
    }

    /// A list. An element is kept for as long as its key is there, also when it moves, and the
    /// fewest are moved. What an element reads while it is made is not followed. No key comes twice.
    pub fn keyed<K: Clone + PartialEq + Send + 'static>(
        self,
        keys: impl Fn() -> Vec<K> + Send + 'static,
        draw: impl Fn(K) -> El + Send + 'static,
    ) -> Self {
        let mut old = Vec::new();
        self.other(list(Box::new(move |parent| {
            let new = keys();
            let item = |key: &K| match old.iter().position(|other| other == key) {
                Some(place) => Item::Kept(place),
                None => drawn(parent, &|| draw(key.clone())),
            };
            let items = new.iter().map(item).collect();
            old = new;
            items
        })))
    }

    fn other(self, draw: Other) -> Self {
        self.with(Part::Other(draw))
    }
}

/// A way to be drawn into an element.
pub(super) type Other = Box<dyn FnOnce(&Element) -> Kept + Send>;

fn class_while(class: &'static str, is: Live<bool>) -> Other {
    Box::new(move |node| {
        let list = Rndr::class_list(node);
        follow(move || match is() {
            true => Rndr::add_class(&list, class),
            false => Rndr::remove_class(&list, class),
        })
    })
}

fn selected(is: Live<bool>) -> Other {
    Box::new(move |node| {
        let of = node.clone();
        follow(move || Rndr::set_property(&of, "selected", &is().into()))
    })
}

fn show(when: Asked<bool>, draw: Live<El>) -> Other {
    let when = Memo::new(move |_| when());
    live_parts(Box::new(move || when.get().then(|| untrack(&draw))))
}

fn live_parts(draw: Live<Option<El>>) -> Other {
    Box::new(move |node| {
        let (start, end) = (mark(node), mark(node));
        held(RenderEffect::new(move |before: Option<Option<Drawn>>| {
            let new = draw().map(El::draw);
            while let Some(old) = Rndr::next_sibling(&start).filter(|node| *node != end) {
                Rndr::remove(&old);
            }
            drop(before);
            // The element that they were drawn in is not needed.
            while let Some(part) = new.as_ref().and_then(|new| Rndr::first_child(&new.node)) {
                put_before(&end, &part);
            }
            new
        }))
    })
}

/// Drops what an effect drew together with it, as for [`Kept::Live`].
struct Held<T: 'static>(RenderEffect<T>);

impl<T: 'static> Drop for Held<T> {
    fn drop(&mut self) {
        self.0.take_value();
    }
}

fn held<T: 'static>(effect: RenderEffect<T>) -> Kept {
    Kept::Other(Box::new(Held(effect)))
}

/// An element of the list as it shall be.
enum Item {
    /// The one that was at this place.
    Kept(usize),
    New(Drawn, Owner),
}

fn drawn(parent: &Owner, draw: &dyn Fn() -> El) -> Item {
    let owner = parent.with(Owner::new);
    Item::New(owner.with(|| untrack(draw).draw()), owner)
}

/// Says what the list shall be, and draws what is new in it.
type Items = Box<dyn FnMut(&Owner) -> Vec<Item> + Send>;

fn list(mut items: Items) -> Other {
    Box::new(move |node| {
        let end = mark(node);
        // Not the effect's own owner, which forgets everything each time.
        let parent = Owner::current().unwrap_or_default();
        held(RenderEffect::new(move |before: Option<Vec<(Drawn, Owner)>>| {
            let items = items(&parent);
            let mut before: Vec<_> = before.into_iter().flatten().map(Some).collect();
            let places = items.iter().filter_map(|item| match item {
                Item::Kept(place) => Some(*place),
                Item::New(..) => None,
            });
            let stay = longest_rising(&places.collect::<Vec<_>>());
            let mut new = Vec::with_capacity(items.len());
            let mut moved = Vec::with_capacity(items.len());
            for item in items {
                match item {
                    Item::New(drawn, owner) => {
                        moved.push(true);
                        new.push((drawn, owner));
                    }
                    Item::Kept(place) => {
                        if let Some(kept) = before[place].take() {
                            moved.push(!stay.contains(&place));
                            new.push(kept);
                        }
                    }
                }
            }
            for (gone, _) in before.iter().flatten() {
                Rndr::remove(&gone.node);
            }
            drop(before);
            let mut next = end.clone();
            for ((drawn, _), moved) in new.iter().zip(moved).rev() {
                if moved {
                    put_before(&next, &drawn.node);
                }
                next = drawn.node.clone().into();
            }
            new
        }))
    })
}

/// The most places that are in order already.
fn longest_rising(places: &[usize]) -> Vec<usize> {
    // For each length, the smallest place that such a row can end with, and the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] < *place);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let last = ends.last().copied();
    core::iter::successors(last, |at| before[*at]).map(|at| places[at]).collect()
}

/// An empty text that marks a place.
fn mark(node: &Element) -> Node {
    let mark: Node = Rndr::create_text_node("").into();
    Rndr::insert_node(node, &mark, None);
    mark
}

/// Moves a node to in front of another.
pub(super) fn put_before(next: &Node, node: &Node) {
    if let Some(parent) = Rndr::get_parent(next).and_then(Element::cast_from) {
        Rndr::insert_node(&parent, node, Some(next));
    }
}
