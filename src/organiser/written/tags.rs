//! Tags of the open answer, and the list of all tags.

use super::reading::Reading;
use crate::browser::page;
use crate::model::work::{BadTag, Tag, TagId};
use crate::organiser::buttons::button;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// The field for a new tag.
const NEW: &str = "new-tag";
/// What opens the list of all tags.
const ALL: &str = "all-tags";
/// How many tags have a key.
const KEYS: usize = 9;

/// A tick for each tag, and the field for a new one.
pub fn tag_ticks(reading: Reading) -> El {
    let keys = move || {
        let tags = reading.work.with(|work| work.tags());
        tags.into_iter().zip(1..).map(|(tag, place)| (tag.id, tag.name, place)).collect()
    };
    let list = el("ul").attr("role", "list").class("ticks");
    let list = list.keyed(keys, move |(id, name, place): (TagId, String, usize)| {
        let is = move || {
            let spot = reading.open.with(|open| open.as_ref().map(|item| item.spot));
            spot.is_some_and(|spot| reading.work.with(|work| work.has_tag(spot, id)))
        };
        let key =
            (place <= KEYS).then(|| el("kbd").attr("aria-hidden", "true").text(place.to_string()));
        let shown = name.clone();
        let input = el("input")
            .attr("type", "checkbox")
            .checked(is)
            .on("change", move |_| reading.turn_tag(id, &name));
        let label = el("label").class("tick").child(input);
        let label = label.child(el("span").attr("dir", "auto").text(shown)).children(key);
        el("li").child(label)
    });
    let field = RwSignal::new(String::new());
    let trouble = RwSignal::new(String::new());
    let add = move || {
        let typed = field.get_untracked();
        let Some(item) = reading.open.get_untracked() else { return };
        let made = reading.work.with_untracked(|work| {
            let (tag, mut step) = match work.new_tag(&typed, reading.author()) {
                Ok(new) => new,
                // Who types the name of a tag wants that one.
                Err(BadTag::Taken(tag)) => (tag, Vec::new()),
                Err(why) => return Err(why),
            };
            step.extend(work.tag(item.spot, tag, true));
            Ok(step)
        });
        match made {
            Ok(step) => {
                trouble.set(String::new());
                reading.act(step, format!("Tag {} added.", words::quoted(typed.trim())));
                field.set(String::new());
            }
            Err(why) => trouble.set(why.says()),
        }
        page::focus_soon(NEW);
    };
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "new-tag-trouble")
        .class("text-field")
        .id(NEW)
        .value(move || field.get())
        .on("input", move |event| field.set(event_target_value(&event)))
        .on_key(move |event| {
            if event.key() == "Enter" {
                add();
            }
        });
    let row =
        el("div").class("field-and-button").child(input).child(button("button", "Add tag", add));
    el("fieldset")
        .child(el("legend").class("label").text("Tags"))
        .child(list)
        .child(el("label").attr("for", NEW).text("New tag"))
        .child(row)
        .child(
            el("p")
                .class("help")
                .id("new-tag-trouble")
                .attr("role", "status")
                .live_text(move || trouble.get()),
        )
}

/// All tags: to rename and to delete, with how many answers each is on.
pub fn all(reading: Reading) -> El {
    let has_some = move || reading.work.with(|work| !work.tags().is_empty());
    let keys =
        move || reading.work.with(|work| work.tags().into_iter().map(|tag| tag.id).collect());
    let list = move || {
        let list = el("ul").attr("role", "list").class("all-tags");
        list.keyed(keys, move |id| line(reading, id))
    };
    let details = move || {
        el("details")
            .class("card")
            .child(el("summary").id(ALL).text("Rename or delete tags"))
            .child(list())
    };
    el("div").show(has_some, move || parts().child(details()))
}

fn line(reading: Reading, id: TagId) -> El {
    let tag = move || reading.work.with(|work| work.tags().into_iter().find(|tag| tag.id == id));
    let name = move || tag().map(|tag: Tag| tag.name).unwrap_or_default();
    let field = format!("tag-{}", id.0);
    let on = move || {
        let count = reading.work.with(|work| {
            reading.all.with(|all| all.iter().filter(|item| work.has_tag(item.spot, id)).count())
        });
        words::count(count, "answer", "answers")
    };
    let rename = move |event| {
        let typed = event_target_value(&event);
        let made = reading.work.with_untracked(|work| work.rename_tag(id, &typed));
        match made {
            Ok(_) if typed.trim() == untrack(name) => {}
            Ok(step) => {
                reading.act(step, format!("The tag is called {} now.", words::quoted(typed.trim())))
            }
            Err(why) => {
                reading.desk.tell(&why.says());
                // The field says again what the tag is called.
                reading.work.update(|_| {});
            }
        }
    };
    let delete = move || {
        let step = reading.work.with_untracked(|work| work.delete_tag(id));
        reading.act(step, format!("Tag {} deleted.", words::quoted(&untrack(name))));
        page::focus_soon(ALL);
    };
    let label = move || format!("Name of the tag {}", words::quoted(&name()));
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", "60")
        .attr("dir", "auto")
        .class("text-field")
        .id(field)
        .live_attr("aria-label", move || Some(label()))
        .value(name)
        .on("change", rename);
    let remove = button("button", "Delete", delete).live_attr("aria-label", move || {
        Some(format!("Delete the tag {}", words::quoted(&name())))
    });
    el("li")
        .class("field-and-button")
        .child(input)
        .child(el("span").class("soft").live_text(on))
        .child(remove)
}
