//! What people wrote: words, numbers and dates. A long list shows its first lines until a person asks for more, and
//! holds no more than that: with many thousand lines a page would stand still.

use crate::browser::clock;
use crate::model::limit::Hundredths;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// Lines that show before a person asks for more.
const FIRST: usize = 5;
/// How many more there are then, each time. Paper has no button, so it shows as many.
const MORE: usize = 300;
/// The class of a line that the screen shows only then.
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
    list("written", items, FIRST, about)
}

/// The list, of which `first` lines show at once.
fn list(class: &'static str, items: Vec<String>, first: usize, about: String) -> El {
    let count = items.len();
    // How many lines show on the screen.
    let shown = RwSignal::new(first);
    let lines =
        el("ul").class(class).attr("role", "list").class_while("all", move || shown.get() > first);
    let lines = lines.live(move || {
        let until = shown.get().max(MORE).min(count);
        let item = |(place, words): (usize, &String)| {
            let class = (place >= first).then_some(FOLDED);
            el("li").attr_if("class", class).attr("dir", "auto").text(words.clone())
        };
        items[..until].iter().enumerate().map(item).collect()
    });
    let more = (count > first).then(|| read_more(count, first, shown, about));
    let on_paper = (count > MORE).then(|| {
        let left = words::number(count - MORE);
        let says = format!("And {left} more. Download CSV has all of them.");
        el("p").class("print-only").text(says)
    });
    parts().child(lines).children(on_paper).children(more)
}

/// Opens a list, some lines at a time, and closes it. It stays in its place, so that the focus does too.
fn read_more(count: usize, first: usize, shown: RwSignal<usize>, about: String) -> El {
    let name = move || match shown.get() {
        all if all >= count => "Read less".to_owned(),
        some if some > first => {
            format!("Read {} more", words::number((count - some).min(MORE)))
        }
        _ if count > MORE => format!("Read the first {} of {}", MORE, words::number(count)),
        _ => format!("Read all {count}"),
    };
    let turn = move |_| {
        shown.update(|shown| {
            *shown = match *shown {
                all if all >= count => first,
                some if some > first => some + MORE,
                _ => MORE,
            }
            .min(count.max(first));
        });
    };
    let turn = button("button").attr("aria-describedby", about).on("click", turn).live_text(name);
    el("div").class("button-row").child(turn)
}

/// Numbers: the ends, the middle, how many, and all of them for those who ask. They are
/// from small to large, and there are some.
pub fn numbers(numbers: Vec<Hundredths>, middle: Option<Hundredths>, about: String) -> El {
    let count = numbers.len();
    let facts = [
        ("Smallest", numbers.first().copied()),
        ("Middle", middle),
        ("Largest", numbers.last().copied()),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, value?.shown())));
    let fact = |(name, value): (&'static str, String)| {
        el("div").child(el("dt").text(name)).child(el("dd").text(value))
    };
    let facts = facts.chain([("How many", words::number(count))]).map(fact);
    let items = numbers.iter().map(|number| number.shown()).collect();
    // Of a few numbers there is no middle to speak of: they stand there themselves.
    if count < FEWEST_WITH_MIDDLE || numbers.first() == numbers.last() {
        return list("numbers", items, FEWEST_WITH_MIDDLE.max(FIRST), about);
    }
    let middle = "Middle: as many numbers are below it as above.";
    parts()
        .child(el("dl").class("number-facts").children(facts))
        .child(el("p").class("help").text(middle))
        .and(list("numbers", items, 0, about))
}

/// Fewest numbers of which the smallest, the middle and the largest are told.
const FEWEST_WITH_MIDDLE: usize = 4;

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
