//! The time by this device's clock.

use super::window;
use core::cell::RefCell;
use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::Poll;
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// What comes of this work, or `None` when it takes longer than so many milliseconds.
pub async fn within<T>(milliseconds: i32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut end = JsFuture::from(Promise::new(&mut |resolve, _| {
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    }));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Pending => Pin::new(&mut end).poll(context).map(|_| None),
        Poll::Ready(done) => Poll::Ready(Some(done)),
    })
    .await
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// Comes back when the browser has done what else it had to do, such as painting and hearing a press.
pub async fn breathe() {
    let turn = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // A timeout is never refused.
    let _ = JsFuture::from(turn).await;
}

/// Today here, in days since 1970-01-01.
pub fn today() -> u32 {
    day_of(now())
}

/// The day here of a time in milliseconds since 1970, in days since 1970-01-01.
pub fn day_of(at: u64) -> u32 {
    let date = Date::new(&(at as f64).into());
    let minutes = at as f64 / 60_000.0 - date.get_timezone_offset();
    (minutes / 1_440.0) as u32
}

/// The day here, as `2026-11-23`.
pub fn day(at: u64) -> String {
    let date = Date::new(&(at as f64).into());
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// The day and the time of day here, as `2026-11-23T09:05:30` (ISO 8601).
pub fn moment(at: u64) -> String {
    // A file asks for very many, most of them close to each other. The browser is asked once for each quarter of an
    // hour: no clock is set forward or back within one.
    let (quarter, seconds) = (at / QUARTER, at % QUARTER / 1_000);
    let start = LAST.with_borrow_mut(|last| match last {
        Some((known, start)) if *known == quarter => start.clone(),
        _ => {
            let start = start_of_quarter(quarter * QUARTER);
            *last = Some((quarter, start.clone()));
            start
        }
    });
    let (before, minutes) = start;
    format!("{before}:{:02}:{:02}", minutes + seconds / 60, seconds % 60)
}

/// Milliseconds of a quarter of an hour.
const QUARTER: u64 = 900_000;

thread_local! {
    /// The quarter of an hour that was last asked for, and its start.
    static LAST: RefCell<Option<(u64, (String, u64))>> = const { RefCell::new(None) };
}

/// The day and the hour, and the minutes.
fn start_of_quarter(at: u64) -> (String, u64) {
    let date = Date::new(&(at as f64).into());
    (format!("{}T{:02}", day(at), date.get_hours()), u64::from(date.get_minutes()))
}

/// The day here, in words: "3 November 2026".
pub fn day_in_words(at: u64) -> String {
    let options = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&options, &part.into(), &form.into());
    }
    Date::new(&(at as f64).into()).to_locale_date_string("en-GB", &options).into()
}

/// A day in the words of a language: "3 November 2026". It is given in days since 1970-01-01. In
/// British English where the browser does not know the language, or its tag is none.
pub fn day_in(day: u32, language: &str) -> String {
    let options = Object::new();
    for (part, form) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &part.into(), &form.into());
    }
    let date = Date::new(&(f64::from(day) * 86_400_000.0).into());
    // A browser refuses a tag that is none with an error.
    let words = |language: &str| {
        let name = Reflect::get(&date, &"toLocaleDateString".into()).ok()?;
        let words = name.dyn_into::<Function>().ok()?.call2(&date, &language.into(), &options);
        words.ok()?.as_string()
    };
    let known = if language == "en" { None } else { words(language) };
    known.or_else(|| words("en-GB")).unwrap_or_default()
}

/// The start of a day here, which is written as `2026-11-23`. `None` for what is no day, or is too
/// long ago.
pub fn start_of_day(day: &str) -> Option<u64> {
    let parts: Vec<i32> = day.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [year, month, day] = parts[..] else { return None };
    let start = Date::new_with_year_month_day(u32::try_from(year).ok()?, month - 1, day);
    let time = start.get_time();
    (time > 0.0).then_some(time as u64)
}

/// How many midnights lie between then and now: 0 is today.
pub fn days_ago(at: u64) -> u64 {
    let midnight = |at: f64| {
        let date = Date::new(&at.into());
        date.set_hours(12);
        date.get_time() / 86_400_000.0
    };
    (midnight(Date::now()) - midnight(at as f64)).round().max(0.0) as u64
}

/// The time of day here, as `09:05`.
pub fn time(at: u64) -> String {
    let date = Date::new(&(at as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
