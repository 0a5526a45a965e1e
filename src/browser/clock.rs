//! The time by this device's clock.

use js_sys::Date;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// The day here, as `2026-11-23`.
pub fn day(at: u64) -> String {
    let date = Date::new(&(at as f64).into());
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
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
