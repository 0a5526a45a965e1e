//! What people wrote: words, numbers and dates. A long list shows its first lines until a person
//! asks for all.

use crate::model::survey::Kind;
use crate::model::typed;
use leptos::prelude::*;

/// Lines that show before a person asks for all.
const FIRST: usize = 5;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A list of what people wrote.
#[component]
pub fn Listed(
    items: Vec<String>,
    /// The id of the question's heading: the page has many of these buttons.
    about: String,
) -> impl IntoView {
    let count = items.len();
    let all = RwSignal::new(false);
    let shown = move || {
        let number = if all.get() { count } else { FIRST };
        let item = |words: &String| view! { <li dir="auto">{words.clone()}</li> };
        items.iter().take(number).map(item).collect_view()
    };
    view! {
        <ul class="written" role="list">
            {shown}
        </ul>
        {(count > FIRST).then(|| view! { <ReadAll count all about /> })}
    }
}

/// Opens and closes a list. It stays in its place, so that the focus does too.
#[component]
fn ReadAll(count: usize, all: RwSignal<bool>, about: String) -> impl IntoView {
    let name = move || match all.get() {
        true => "Read less".to_owned(),
        false => format!("Read all {count}"),
    };
    view! {
        <div class="button-row">
            <button
                type="button"
                class="button"
                aria-describedby=about
                on:click=move |_| all.update(|all| *all = !*all)
            >
                {name}
            </button>
        </div>
    }
}

/// Numbers: the ends, the middle, how many, and all of them for those who ask.
#[component]
pub fn Numbers(
    /// In hundredths, from small to large. Not empty.
    numbers: Vec<i64>,
    middle: Option<i64>,
    about: String,
) -> impl IntoView {
    let count = numbers.len();
    let facts = [
        ("Smallest", numbers.first().copied()),
        ("Middle", middle),
        ("Largest", numbers.last().copied()),
    ];
    let fact = |name: &'static str, value: String| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, typed::show(value?))));
    let facts: Vec<_> = facts.chain([("How many", count.to_string())]).collect();
    let all = RwSignal::new(false);
    let item = |number: i64| view! { <li>{typed::show(number)}</li> };
    let list = move || {
        all.get().then(|| {
            let items = numbers.iter().copied().map(item).collect_view();
            view! {
                <ul class="numbers" role="list">
                    {items}
                </ul>
            }
        })
    };
    view! {
        <dl class="number-facts">
            {facts.into_iter().map(|(name, value)| fact(name, value)).collect_view()}
        </dl>
        <p class="help">"Middle: half of the numbers are smaller, half are larger."</p>
        {list}
        <ReadAll count all about />
    }
}

/// Days or months, the earliest first.
#[component]
pub fn Dates(kind: Kind, written: Vec<String>, about: String) -> impl IntoView {
    let read = |text: &String| match kind {
        Kind::Month => typed::month(text).map(|(year, month)| (year, month, 0)),
        _ => typed::date(text),
    };
    let mut dates: Vec<_> = written.iter().filter_map(read).collect();
    dates.sort_unstable();
    let items = dates.into_iter().map(date).collect();
    view! { <Listed items about /> }
}

/// A date in words: year, month and day come in. Day 0 is a whole month.
pub fn date((year, month, day): (u32, u32, u32)) -> String {
    let name = MONTHS[(month as usize).clamp(1, 12) - 1];
    match day {
        0 => format!("{name} {year}"),
        day => format!("{day} {name} {year}"),
    }
}
