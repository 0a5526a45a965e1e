//! Dates as people type them.

use ask_together::model::typed::{
    NoDate, date, in_box, month as month_of, read_date, read_month, spread,
};
use proptest::prelude::*;

fn check_date(text: &str, expected: Option<(u32, u32, u32)>) {
    assert_eq!(date(text), expected, "{text:?}");
}

#[test]
fn days_that_there_are() {
    check_date("1/2/2003", Some((2003, 2, 1)));
    check_date("01/02/2003", Some((2003, 2, 1)));
    check_date(" 23 / 11 / 1980 ", Some((1980, 11, 23)));
    check_date("٢٣/١١/١٩٨٠", Some((1980, 11, 23)));
    check_date("31/12/1800", Some((1800, 12, 31)));
    check_date("31/12/2200", Some((2200, 12, 31)));
    check_date("0031/0012/2000", Some((2000, 12, 31)));
    check_date("২৩/১১/১৯৮০", Some((1980, 11, 23)));
    check_date("２３/１１/１９８０", Some((1980, 11, 23)));
    check_date("\u{200e}23\u{200b}/11./1980\u{feff}", Some((1980, 11, 23)));
}

#[test]
fn days_that_there_are_not() {
    for text in [
        "31/4/2020",
        "31/6/2020",
        "31/9/2020",
        "31/11/2020",
        "30/2/2020",
        "32/1/2020",
        "0/1/2020",
        "1/0/2020",
        "1/13/2020",
        "31/12/1799",
        "1/1/2201",
    ] {
        check_date(text, None);
    }
}

#[test]
fn leap_years() {
    for (year, is_leap) in
        [(2020, true), (2021, false), (2000, true), (1900, false), (2100, false), (2104, true)]
    {
        check_date(&format!("29/2/{year}"), is_leap.then_some((year, 2, 29)));
        check_date(&format!("28/2/{year}"), Some((year, 2, 28)));
    }
}

#[test]
fn months_have_names_that_may_be_cut() {
    for (name, month) in [
        ("January", 1),
        ("feb", 2),
        ("MARCH", 3),
        ("Apr.", 4),
        ("May", 5),
        ("June", 6),
        ("jul", 7),
        ("Aug", 8),
        ("Sept", 9),
        ("Sept.", 9),
        ("octob", 10),
        ("Nov", 11),
        ("december", 12),
        ("Ionawr", 1),
        ("Chwef.", 2),
        ("mawrth", 3),
        ("Fawrth", 3),
        ("Ebr", 4),
        ("Mai", 5),
        ("Fai", 5),
        ("Meh", 6),
        ("Fehefin", 6),
        ("Gorffennaf", 7),
        ("Orff", 7),
        ("Awst", 8),
        ("Medi", 9),
        ("Fedi", 9),
        ("Hyd", 10),
        ("Tach", 11),
        ("Dachwedd", 11),
        ("Rhag", 12),
        ("Ragfyr", 12),
    ] {
        check_date(&format!("7/{name}/1980"), Some((1980, month, 7)));
        assert_eq!(month_of(&format!("{name}/1980")), Some((1980, month)), "{name}");
    }
    for no_name in ["Ma", "J", "Junes", "Mayo", "é", "Ja\u{301}n", "January ionawr", "ýýý"] {
        check_date(&format!("7/{no_name}/1980"), None);
    }
}

#[test]
fn days_have_endings() {
    for day in ["1st", "1af", "1."] {
        check_date(&format!("{day}/2/1980"), Some((1980, 2, 1)));
    }
    for (day, number) in [
        ("2nd", 2),
        ("2il", 2),
        ("2ail", 2),
        ("3RD", 3),
        ("3ydd", 3),
        ("4th", 4),
        ("5ed", 5),
        ("7fed", 7),
        ("11eg", 11),
        ("20ain", 20),
    ] {
        check_date(&format!("{day}/2/1980"), Some((1980, 2, number)));
    }
    for day in ["th", "5thed", "5 th th", "5x", "5.1"] {
        check_date(&format!("{day}/2/1980"), None);
    }
}

/// What becomes of a text that is typed into the first of 3 boxes, and the day that it is.
fn check_spread(text: &str, boxes: Option<&str>, day: Option<(u32, u32, u32)>) {
    assert_eq!(spread(text, 3, false).as_deref(), boxes, "{text:?}");
    let kept = boxes.map_or_else(|| format!("{}//", in_box(text)), str::to_owned);
    check_date(&kept, day);
}

#[test]
fn a_whole_date_in_one_box_goes_into_all_of_them() {
    let day = Some((1980, 3, 5));
    for (text, boxes) in [
        ("5/3/1980", "5/3/1980"),
        (" 05.03.1980 ", "05/03/1980"),
        ("5-3-1980", "5/3/1980"),
        ("5 3 1980", "5/3/1980"),
        ("1980-03-05", "05/03/1980"),
        ("1980/03/05", "05/03/1980"),
        ("5 March 1980", "5/March/1980"),
        ("5th of March, 1980", "5th/March/1980"),
        ("5ed o Fawrth 1980", "5ed/Fawrth/1980"),
        ("5. 3. 1980", "5/3/1980"),
        ("March 5, 1980", "5/March/1980"),
        ("Wednesday 5 March 1980", "5/March/1980"),
        ("Wed, March 5th, 1980", "5th/March/1980"),
        ("Dydd Mercher 5 Mawrth 1980", "5/Mawrth/1980"),
        ("\u{200e}5/\u{200e}3/\u{200e}1980", "5/3/1980"),
        ("৫/৩/১৯৮০", "৫/৩/১৯৮০"),
    ] {
        check_spread(text, Some(boxes), day);
    }
    check_spread("31/4/1980", Some("31/4/1980"), None);
    assert_eq!(spread("March 1980", 2, false).as_deref(), Some("March/1980"));
    assert_eq!(spread("1980-03", 2, false).as_deref(), Some("03/1980"));
    assert_eq!(spread("5 March 1980", 2, false), None);
}

/// Whoever types a date into one box gets it into all of them with its last digit, not before.
#[test]
fn what_is_no_whole_date_yet_stays_in_its_box() {
    for text in ["", "5", "5/", "5/3", "5/3/", "5/3/19", "5/3/198", "5 March", "1980-03-0", "1980"]
    {
        check_spread(text, None, None);
    }
    check_spread("1980-3-5", None, Some((1980, 3, 5)));
    check_spread("5/3/80", None, None);
    check_spread("5 5 March 1980", None, None);
    check_spread("March May 1980", None, None);
}

#[test]
fn the_reason_fits_what_is_wrong() {
    for (text, why) in [
        ("31/4/2020", NoDate::Day(31)),
        ("31 April 2020//", NoDate::Day(31)),
        ("29/2/1900", NoDate::Day(29)),
        ("29/Feb/2023", NoDate::Day(29)),
        ("0/1/2020", NoDate::Day(0)),
        ("45/1/2020", NoDate::Day(45)),
        ("5/3/80", NoDate::ShortYear(80)),
        ("5/3/080", NoDate::Year),
        ("5/3/0", NoDate::Year),
        ("5/3/0000", NoDate::Year),
        ("5/3/2568", NoDate::Year),
        ("5/3/19800", NoDate::Year),
        ("5/3/last", NoDate::Year),
        ("5.3.80//", NoDate::ShortYear(80)),
        ("5//1980", NoDate::Empty),
        ("5/3/ ", NoDate::Empty),
        ("5/3/\u{200b}", NoDate::Empty),
        ("5/13/2020", NoDate::Unread),
        ("5/Marvember/2020", NoDate::Unread),
        ("x/3/2020", NoDate::Unread),
        ("5/3", NoDate::Unread),
    ] {
        assert_eq!(read_date(text), Err(why), "{text:?}");
    }
    assert_eq!(read_month("3/80"), Err(NoDate::ShortYear(80)));
    assert_eq!(read_month("3/"), Err(NoDate::Empty));
    assert_eq!(read_month("13/1980"), Err(NoDate::Unread));
}

#[test]
fn missing_and_odd_boxes() {
    for text in [
        "",
        "/",
        "//",
        "23//1980",
        "/11/1980",
        "23/11/",
        "23/11",
        "23",
        "23/11/1980/",
        "a/11/1980",
        "-1/11/1980",
        "23/11/1980/1",
        "1.5/11/1980",
        "+1/1/2000",
        "23/11/99999999999999999999",
        "99999999999999999999/11/1980",
        "23/00000000011/1980",
    ] {
        check_date(text, None);
    }
}

#[test]
fn months() {
    for (text, expected) in [
        ("11/1980", Some((1980, 11))),
        (" 1 / 2003 ", Some((2003, 1))),
        ("١١/١٩٨٠", Some((1980, 11))),
        ("13/1980", None),
        ("0/1980", None),
        ("1980", None),
        ("1/11/1980", None),
        ("/", None),
        ("11/99999999999999999999", None),
    ] {
        assert_eq!(month_of(text), expected, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in "[0-9a-z٠-٩,./ -]{0,30}|\\PC{0,20}") {
        let _ = (date(&text), month_of(&text), spread(&text, 3, true), spread(&text, 2, false));
    }

    #[test]
    fn a_day_that_there_is_comes_back(year in 1800..=2200u32, month in 1..=12u32, day in 1..=28u32) {
        check_date(&format!("{day}/{month}/{year}"), Some((year, month, day)));
        check_date(&format!("{year}-{month:02}-{day:02}//"), Some((year, month, day)));
    }
}
