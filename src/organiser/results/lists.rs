//! What people wrote: words, numbers and dates. A long list shows its first lines until a person
//! asks for all.

use crate::browser::clock;
use crate::model::typed;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// Lines that show before a person asks for all.
const FIRST: usize = 5;
/// The class of a line that the screen shows only then. Paper has no button, so it shows all.
const FOLDED: &str = "folded";

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

/// A list of what people wrote. `about` is the id of the question's heading: the page has many of
/// these buttons.
pub fn listed(items: Vec<String>, about: String) -> El {
    let count = items.len();
    let all = RwSignal::new(false);
    let item = |(place, words): (usize, String)| {
        let class = (place >= FIRST).then_some(FOLDED);
        el("li").attr_if("class", class).attr("dir", "auto").text(words)
    };
    let list = el("ul").class("written").attr("role", "list");
    let list = list.class_while("all", move || all.get());
    parts()
        .child(list.children(items.into_iter().enumerate().map(item)))
        .children((count > FIRST).then(|| read_all(count, all, about)))
}

/// Opens and closes a list. It stays in its place, so that the focus does too.
fn read_all(count: usize, all: RwSignal<bool>, about: String) -> El {
    let name = move || match all.get() {
        true => "Read less".to_owned(),
        false => format!("Read all {count}"),
    };
    let turn = button("button")
        .attr("aria-describedby", about)
        .on("click", move |_| all.update(|all| *all = !*all))
        .live_text(name);
    el("div").class("button-row").child(turn)
}

/// Numbers: the ends, the middle, how many, and all of them for those who ask. They are in
/// hundredths, from small to large, and there are some.
pub fn numbers(numbers: Vec<i64>, middle: Option<i64>, about: String) -> El {
    let count = numbers.len();
    let facts = [
        ("Smallest", numbers.first().copied()),
        ("Middle", middle),
        ("Largest", numbers.last().copied()),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, typed::show(value?))));
    let fact = |(name, value): (&'static str, String)| {
        el("div").child(el("dt").text(name)).child(el("dd").text(value))
    };
    let facts = facts.chain([("How many", count.to_string())]).map(fact);
    let all = RwSignal::new(false);
    let items = numbers.iter().map(|number| el("li").class(FOLDED).text(typed::show(*number)));
    let list = el("ul").class("numbers").attr("role", "list");
    let list = list.class_while("all", move || all.get()).children(items);
    let middle = "Middle: half of the numbers are smaller, half are larger.";
    parts()
        .child(el("dl").class("number-facts").children(facts))
        .child(el("p").class("help").text(middle))
        .child(list)
        .child(read_all(count, all, about))
}

/// Days or months, in their order.
pub fn dates(dates: &[(u32, u32, u32)], about: String) -> El {
    listed(dates.iter().copied().map(date).collect(), about)
}

/// A date in words: year, month and day come in. Day 0 is a whole month.
pub fn date((year, month, day): (u32, u32, u32)) -> String {
    let name = MONTHS[(month as usize).clamp(1, 12) - 1];
    match day {
        0 => format!("{name} {year}"),
        day => format!("{day} {name} {year}"),
    }
}

/// The day here in words, from milliseconds since 1970.
pub fn day(at: u64) -> String {
    let day = clock::day(at);
    let mut parts = day.split('-').filter_map(|part| part.parse().ok());
    let mut part = || parts.next().unwrap_or_default();
    date((part(), part(), part()))
}
