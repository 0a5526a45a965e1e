//! The dialog to pick a picture: what fits the words, people's own photos, a search, and all pictures
//! in groups. The browser's own `<dialog>`, so that Escape closes it and the focus goes back to the
//! button that opened it.
//!
//! One for the whole editor. Its pictures are only in the page while it is open.

use super::own_photo::{OwnPhoto, TITLE};
use crate::browser::{file, page};
use crate::model::standard;
use crate::organiser::buttons::button;
use crate::organiser::pictures::{self, Group, Picture};
use crate::organiser::state::{Desk, Pictured};
use crate::organiser::words;
use crate::ui::el::{El, el};
use crate::ui::picture::small;
use leptos::prelude::*;

const DIALOG: &str = "picture-dialog";

/// The dialog. Open while the desk says what a picture is picked for.
pub fn picture_dialog(desk: Desk) -> El {
    let own = OwnPhoto::new(desk);
    Effect::new(move |was: Option<bool>| {
        let is = desk.picking.get().is_some();
        match (was.unwrap_or(false), is) {
            (false, true) => page::open_dialog(DIALOG),
            (true, false) => {
                own.forget();
                page::close_dialog(DIALOG);
            }
            _ => {}
        }
        is
    });
    let inside = move || match desk.picking.get() {
        None => Vec::new(),
        Some(of) if own.is_open.get() => own.cropping(of),
        Some(of) => pick(desk, of, own),
    };
    el("dialog")
        .class("dialog picture-dialog")
        .id(DIALOG)
        .attr("aria-labelledby", TITLE)
        .on("close", move |_| desk.picking.set(None))
        .on("dragover", |event| file::allow_drop(&event))
        .on("drop", move |event| {
            file::allow_drop(&event);
            own.take(file::given(&event));
        })
        .on("paste", move |event| own.take(file::given(&event)))
        .live(inside)
}

fn pick(desk: Desk, of: Pictured, own: OwnPhoto) -> Vec<El> {
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| search.with(|search| pictures::find(search)));
    let has_search = move || search.with(|search| !search.trim().is_empty());
    let count = move || {
        let count = found.with(|groups| groups.iter().map(|group| group.pictures.len()).sum());
        match count {
            0 => "No pictures found. Try another word.".to_owned(),
            count => words::count(count, "picture", "pictures"),
        }
    };
    let (title, none) = match of {
        Pictured::Choice(_, id) if standard::is_standard(id) => ("choice", "The usual picture"),
        Pictured::Choice(..) => ("choice", "No picture"),
        Pictured::Question(_) => ("question", "No picture"),
        Pictured::Logo => ("survey", "No picture"),
    };
    // No `type="search"`: there, Escape empties the field and leaves the dialog open.
    let field = el("input")
        .attr("type", "text")
        .class("text-field")
        .id("picture-search")
        .attr("autocomplete", "off")
        .on("input", move |event| search.set(event_target_value(&event)));
    let label = el("label").attr("for", "picture-search").text("Search for a picture");
    let suggested = pictures::suggest(&untrack(|| desk.words_beside(of)));
    let suggested = (!suggested.is_empty())
        .then(|| group(desk, of, &Group { name: "From your words", pictures: suggested }));
    let before = el("div").hidden(has_search).children(suggested.into_iter().flatten());
    // One's own photo is the way on where no picture fits.
    let finds = move || has_search() && found.with(|groups| !groups.is_empty());
    let groups =
        move || found.with(|groups| groups.iter().flat_map(|g| group(desk, of, g)).collect());
    let all = el("div")
        .class("picture-groups")
        .child(before)
        .child(el("div").hidden(finds).child(own.ways(of)))
        .child(el("div").live(groups))
        .child(credit());
    vec![
        el("h2").id(TITLE).text(format!("Pick a picture for this {title}")),
        el("div").class("labelled").child(label).child(field),
        el("div")
            .class("button-row")
            .child(button("button", none, move || own.pick(of, String::new())))
            .child(button("button", "Close", move || desk.picking.set(None))),
        el("p").class("help").attr("role", "status").live_text(count),
        all,
    ]
}

/// The heading of a group and its pictures.
fn group(desk: Desk, of: Pictured, group: &Group) -> [El; 2] {
    let now = untrack(|| desk.picture(of));
    let one = |picture: &Picture| {
        let (code, name) = (picture.code, picture.name);
        choice(small(desk.pictures, code), name.to_owned(), code == now, move || {
            desk.set_picture(of, code.to_owned());
            desk.picking.set(None);
        })
    };
    let grid = el("ul").class("picture-grid").attr("role", "list");
    [el("h3").text(group.name), grid.children(group.pictures.iter().map(one))]
}

/// One picture to pick.
pub fn choice(
    picture: Option<El>,
    name: String,
    is_now: bool,
    pick: impl Fn() + Send + 'static,
) -> El {
    let button = el("button")
        .attr("type", "button")
        .class("picture-choice")
        .attr_if("aria-current", is_now.then_some("true"))
        .on("click", move |_| pick());
    el("li").child(button.children(picture).child(el("span").text(name)))
}

/// Whose pictures they are, as their licence asks.
fn credit() -> El {
    let link = el("a").attr("href", "NOTICES.txt").attr("target", "_blank").attr("rel", "noopener");
    let link =
        link.text("All credits").child(el("span").class("unseen").text(" (opens a new tab)"));
    el("p").class("help").text("Pictures by OpenMoji, licence CC BY-SA 4.0. ").child(link)
}
