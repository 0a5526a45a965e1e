//! The work on one language: every text beside a field for it, in groups that open one at a time,
//! so that a long survey has few fields in the page.

use super::groups::{Count, Group, groups, is_written};
use super::list::awaits_reader;
use super::names;
use super::row::row;
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::survey::Language;
use crate::organiser::state::{Desk, HEADING};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// What the work shows.
#[derive(Clone, Copy)]
struct Shown {
    language: Language,
    /// The group with its fields in the page.
    open: RwSignal<Option<Group>>,
    /// True when only what is not written yet is shown.
    only_missing: RwSignal<bool>,
    /// Every group, and how far it is.
    all: Memo<Vec<(Group, Count)>>,
}

/// One language.
pub fn work(desk: Desk, language: Language, turn_to: Callback<Option<Language>>) -> El {
    let has_words = names::has_words(language);
    let all = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let content = draft.content();
            let count = |(group, places): (Group, Vec<Place>)| {
                (group, Count::of(content, language, &places))
            };
            groups(content, language, has_words).into_iter().map(count).collect::<Vec<_>>()
        })
    });
    let open = RwSignal::new(None);
    let shown = Shown { language, open, only_missing: RwSignal::new(false), all };
    let says = Memo::new(move |_| all.with(|all| sum(all, true).says("phrase", "phrases")));
    let has_texts = Memo::new(move |_| all.with(|all| sum(all, true).all > 0));
    let name = names::name(language);
    let english = Some(names::english_name(language)).filter(|english| *english != name);
    let nothing_left = Memo::new(move |_| {
        shown.only_missing.get() && all.with(|all| all.iter().all(|(_, count)| count.missing == 0))
    });
    let back = button("button").on("click", move |_| turn_to.run(None));
    let heading = el("h1")
        .id(HEADING)
        .attr("tabindex", "-1")
        .child(el("span").attr("lang", language.tag().to_owned()).text(name));
    let head = el("div")
        .class("language-head")
        .child(heading)
        .children(english.map(|english| el("p").class("soft").text(english)));
    let done = || parts().child(el("p").class("notice good").text("All translated."));
    let texts = move || {
        let texts = el("section")
            .class("translations")
            .child(el("h2").text("The words of your survey"))
            .child(el("p").class("soft").live_text(move || says.get()))
            .child(listed(desk, shown, false));
        parts().child(texts)
    };
    let is_unread = language == Language::WELSH && has_words;
    el("main")
        .class("column")
        .child(el("div").class("button-row").child(back.text("Back to all languages")))
        .child(head)
        .children(is_unread.then(awaits_reader))
        .child(only_missing(shown))
        .show(move || nothing_left.get(), done)
        .show(move || has_texts.get(), texts)
        .children((!has_words).then(|| own_words(desk, shown)))
}

/// What the app itself says, for a language that it does not know.
fn own_words(desk: Desk, shown: Shown) -> El {
    let says = Memo::new(move |_| shown.all.with(|all| sum(all, false).says("phrase", "phrases")));
    let help = "These are the buttons and the help on every page. The app does not know this language, so please write them here. Keep the marks {1} and {2}. The app puts a number or a name there.";
    el("section")
        .class("translations")
        .child(el("h2").text("What the app says"))
        .child(el("p").class("help").text(help))
        .child(el("p").class("soft").live_text(move || says.get()))
        .child(listed(desk, shown, true))
}

fn only_missing(shown: Shown) -> El {
    let ticked = shown.only_missing;
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || ticked.get())
        .on("change", move |event| ticked.set(event_target_checked(&event.into())));
    let text = el("span").text("Show only what is left to translate");
    el("label").class("tick").child(input).child(text)
}

/// The groups of the survey's texts, or of the app's own words.
fn listed(desk: Desk, shown: Shown, own: bool) -> El {
    let groups = Memo::new(move |_| {
        let (open, only_missing) = (shown.open.get(), shown.only_missing.get());
        // The open group stays when its last text gets its first letter: a person is typing there.
        let stays = |(group, count): &&(Group, Count)| {
            is_own(*group) == own && (!only_missing || count.missing > 0 || open == Some(*group))
        };
        shown.all.with(|all| all.iter().filter(stays).map(|(group, _)| *group).collect::<Vec<_>>())
    });
    let group = move |group| text_group(desk, shown, group);
    el("ul").class("text-groups").attr("role", "list").keyed(move || groups.get(), group)
}

/// One group: a button with its name and how far it is, and its rows once it is open.
fn text_group(desk: Desk, shown: Shown, group: Group) -> El {
    let is_open = Memo::new(move |_| shown.open.get() == Some(group));
    let name = Memo::new(move |_| desk.draft.with(|draft| group.name(draft.content())));
    let count = Memo::new(move |_| {
        let own =
            |all: &Vec<(Group, Count)>| all.iter().find(|(other, _)| *other == group).copied();
        shown.all.with(own).map_or_else(Count::default, |(_, count)| count)
    });
    let id = id(group);
    let rows_id = format!("{id}-rows");
    let turn = {
        let id = id.clone();
        move |_| {
            desk.stop_typing();
            shown.open.set((!is_open.get_untracked()).then_some(group));
            page::show_soon(&id);
        }
    };
    let is_done = move || count.get().missing == 0;
    let sign = el("span")
        .class("group-sign")
        .attr("aria-hidden", "true")
        .live_text(move || if is_open.get() { "–" } else { "+" }.to_owned());
    let count = el("span")
        .class("group-count")
        .class_while("saved", is_done)
        .live_text(move || count.get().says("phrase", "phrases"));
    let name = el("span").class("group-name").attr("dir", "auto").live_text(move || name.get());
    let opener = button("group-opener")
        .id(id)
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .attr("aria-controls", rows_id.clone())
        .on("click", turn)
        .children([sign, name, count]);
    let rows = el("div")
        .id(rows_id)
        .show(move || is_open.get(), move || parts().child(rows(desk, shown, group)));
    el("li")
        .class("card text-group")
        .class_while("open", move || is_open.get())
        .child(el("h3").child(opener))
        .child(rows)
}

/// The rows of the open group.
fn rows(desk: Desk, shown: Shown, group: Group) -> El {
    let language = shown.language;
    let has_words = names::has_words(language);
    // With the filter on, a row that was there stays: it is being written.
    let places = Memo::new(move |before: Option<&(bool, Vec<Place>)>| {
        let only_missing = shown.only_missing.get();
        let was = before.filter(|(was, _)| *was == only_missing);
        let places = desk.draft.with(|draft| {
            let content = draft.content();
            let stays = |place: &Place| {
                !only_missing
                    || was.is_some_and(|(_, places)| places.contains(place))
                    || !is_written(content, language, *place)
            };
            let all = groups(content, language, has_words).into_iter();
            let own = all.filter(|(other, _)| *other == group);
            own.flat_map(|(_, places)| places).filter(stays).collect()
        });
        (only_missing, places)
    });
    let row = move |place| row(desk, language, place);
    el("ul").class("text-rows").attr("role", "list").keyed(move || places.get().1, row)
}

fn is_own(group: Group) -> bool {
    matches!(group, Group::Own(_))
}

/// How far all groups are: those of the survey's texts, or those of the app's own words.
fn sum(all: &[(Group, Count)], texts: bool) -> Count {
    let fits = |(group, _): &&(Group, Count)| is_own(*group) != texts;
    all.iter().filter(fits).fold(Count::default(), |sum, (_, count)| Count {
        all: sum.all + count.all,
        missing: sum.missing + count.missing,
    })
}

fn id(group: Group) -> String {
    match group {
        Group::FirstPage => "texts-first-page".to_owned(),
        Group::HardWords => "texts-hard-words".to_owned(),
        Group::Question(id) => format!("texts-{}", id.0),
        Group::Own(at) => format!("texts-own-{at}"),
    }
}
