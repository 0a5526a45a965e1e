//! The work on one language: every text beside a field for it, in groups that open one at a time,
//! so that a long survey has few fields in the page.

use super::groups::{Count, Group, groups, is_written};
use super::list::AwaitsReader;
use super::names;
use super::row::Row;
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::survey::Language;
use crate::organiser::state::{Desk, HEADING};
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
#[component]
pub fn Work(desk: Desk, language: Language, turn_to: Callback<Option<Language>>) -> impl IntoView {
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
    let says = Memo::new(move |_| all.with(|all| sum(all, true).says("text", "texts")));
    let has_texts = Memo::new(move |_| all.with(|all| sum(all, true).all > 0));
    let name = names::name(language);
    let english = Some(names::english_name(language)).filter(|english| *english != name);
    let nothing_left = Memo::new(move |_| {
        shown.only_missing.get() && all.with(|all| all.iter().all(|(_, count)| count.missing == 0))
    });
    view! {
        <main class="column">
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| turn_to.run(None)>
                    "Back to all languages"
                </button>
            </div>
            <div class="language-head">
                <h1 id=HEADING tabindex="-1">
                    <span lang=language.tag().to_owned()>{name}</span>
                </h1>
                {english.map(|english| view! { <p class="soft">{english}</p> })}
            </div>
            {(language == Language::WELSH && has_words).then(|| view! { <AwaitsReader /> })}
            <OnlyMissing shown />
            <Show when=move || nothing_left.get()>
                <p class="notice good">"All is written."</p>
            </Show>
            <Show when=move || has_texts.get()>
                <section class="translations">
                    <h2>"The words of your survey"</h2>
                    <p class="soft">{says}</p>
                    <Groups desk shown own=false />
                </section>
            </Show>
            {(!has_words).then(|| view! { <OwnWords desk shown /> })}
        </main>
    }
}

/// What the app itself says, for a language that it does not know.
#[component]
fn OwnWords(desk: Desk, shown: Shown) -> impl IntoView {
    let says = Memo::new(move |_| shown.all.with(|all| sum(all, false).says("text", "texts")));
    view! {
        <section class="translations">
            <h2>"What the app says"</h2>
            <p class="help">
                "These are the buttons and the help on every page. The app does not know this language, so please write them here. Keep the marks {1} and {2}. The app puts a number or a name there."
            </p>
            <p class="soft">{says}</p>
            <Groups desk shown own=true />
        </section>
    }
}

#[component]
fn OnlyMissing(shown: Shown) -> impl IntoView {
    let tick = move |event| shown.only_missing.set(event_target_checked(&event));
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=shown.only_missing on:change=tick />
            <span>"Show only what is not written yet"</span>
        </label>
    }
}

/// The groups of the survey's texts, or of the app's own words.
#[component]
fn Groups(desk: Desk, shown: Shown, own: bool) -> impl IntoView {
    let listed = Memo::new(move |_| {
        let (open, only_missing) = (shown.open.get(), shown.only_missing.get());
        // The open group stays when its last text gets its first letter: a person is typing there.
        let stays = |(group, count): &&(Group, Count)| {
            is_own(*group) == own && (!only_missing || count.missing > 0 || open == Some(*group))
        };
        shown.all.with(|all| all.iter().filter(stays).map(|(group, _)| *group).collect::<Vec<_>>())
    });
    view! {
        <ul class="text-groups" role="list">
            <For each=move || listed.get() key=|group| *group let(group)>
                <TextGroup desk shown group />
            </For>
        </ul>
    }
}

/// One group: a button with its name and how far it is, and its rows once it is open.
#[component]
fn TextGroup(desk: Desk, shown: Shown, group: Group) -> impl IntoView {
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
    let controls = rows_id.clone();
    view! {
        <li class="card text-group" class:open=is_open>
            <h3>
                <button
                    type="button"
                    class="group-opener"
                    id=id
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls=controls
                    on:click=turn
                >
                    <span class="group-sign" aria-hidden="true">
                        {move || if is_open.get() { "–" } else { "+" }}
                    </span>
                    <span class="group-name" dir="auto">
                        {name}
                    </span>
                    <span class="group-count" class:saved=move || count.get().missing == 0>
                        {move || count.get().says("text", "texts")}
                    </span>
                </button>
            </h3>
            <div id=rows_id>
                <Show when=move || is_open.get()>
                    <Rows desk shown group />
                </Show>
            </div>
        </li>
    }
}

/// The rows of the open group.
#[component]
fn Rows(desk: Desk, shown: Shown, group: Group) -> impl IntoView {
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
    view! {
        <ul class="text-rows" role="list">
            <For each=move || places.get().1 key=|place| *place let(place)>
                <Row desk language place />
            </For>
        </ul>
    }
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
