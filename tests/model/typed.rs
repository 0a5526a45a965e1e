//! Numbers and dates as people type them.

use ask_together::model::typed::{LARGEST, date, month, number, show};
use proptest::prelude::*;

fn check(text: &str, hundredths: Option<i64>) {
    assert_eq!(number(text), hundredths, "{text:?}");
}

#[test]
fn whole_numbers() {
    check("0", Some(0));
    check("3", Some(300));
    check("007", Some(700));
    check(" 12 ", Some(1_200));
    check("\u{a0}12\n", Some(1_200));
    check("1000000000", Some(100_000_000_000));
}

#[test]
fn digits_of_three_scripts() {
    check("٠١٢٣٤٥٦٧٨٩", Some(12_345_678_900));
    check("۰۱۲۳۴۵۶۷۸۹", Some(12_345_678_900));
    check("٢٫٥", Some(250));
    check("۲٫۵", Some(250));
    check("١٬٠٠٠", Some(100_000));
    check("2٥", Some(2_500));
}

#[test]
fn decimals() {
    check("2.5", Some(250));
    check("2.50", Some(250));
    check("2.05", Some(205));
    check(".5", Some(50));
    check("2.", Some(200));
    check("0.01", Some(1));
    check("2.505", None);
    check("2.500", None);
    check("2.5.5", None);
    check(".", None);
    check("..", None);
}

#[test]
fn signs() {
    check("-3", Some(-300));
    check("−3", Some(-300));
    check("+3", Some(300));
    check("-0", Some(0));
    check("-0.25", Some(-25));
    check("--3", None);
    check("+-3", None);
    check("- 3", None);
    check("3-", None);
    check("-", None);
    check("+", None);
}

#[test]
fn commas_stand_between_thousands_only() {
    check("1,000", Some(100_000));
    check("12,345,678", Some(1_234_567_800));
    check("1,000.50", Some(100_050));
    check("-1,000", Some(-100_000));
    check("2,5", None);
    check("2,50", None);
    check("1,0000", None);
    check("1,00,000", None);
    check(",000", None);
    check("1,", None);
    check("1,,000", None);
    check("1,000,", None);
    check("1,00.5", None);
    check("1.5,000", None);
}

#[test]
fn garbage() {
    for text in [
        "",
        " ",
        "three",
        "3 or 4",
        "3 4",
        "£3",
        "3%",
        "1e3",
        "0x10",
        "½",
        "²",
        "３",
        "五",
        "3a",
        "a3",
        "\0",
        "3\u{200b}",
        "NaN",
        "inf",
        "३",
    ] {
        check(text, None);
    }
}

#[test]
fn numbers_above_the_largest() {
    check("1000000000.99", Some(LARGEST * 100 + 99));
    check("-1000000000.99", Some(-LARGEST * 100 - 99));
    check("1000000001", None);
    check("-1000000001", None);
    check(&"9".repeat(10_000), None);
    check(&"0".repeat(10_000), Some(0));
}

#[test]
fn numbers_are_shown_with_as_few_digits_as_they_need() {
    for (hundredths, expected) in [
        (0, "0"),
        (300, "3"),
        (250, "2.5"),
        (205, "2.05"),
        (1, "0.01"),
        (-25, "-0.25"),
        (-100, "-1"),
        (i64::MIN, "-92233720368547758.08"),
    ] {
        assert_eq!(show(hundredths), expected);
    }
}

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
fn years_of_two_digits_are_refused() {
    check_date("23/11/80", None);
    check_date("23/11/080", None);
    assert_eq!(month("11/80"), None);
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
        "23/November/1980",
        "-1/11/1980",
        "23/11/1980/1",
        "23.11.1980",
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
        assert_eq!(month(text), expected, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_that_is_shown_can_be_typed(hundredths in -LARGEST * 100..LARGEST * 100) {
        prop_assert_eq!(number(&show(hundredths)), Some(hundredths));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "[0-9٠-٩۰-۹,./٬٫+ -]{0,30}|\\PC{0,20}") {
        let _ = (number(&text), date(&text), month(&text));
    }

    #[test]
    fn a_day_that_there_is_comes_back(year in 1800..=2200u32, month in 1..=12u32, day in 1..=28u32) {
        check_date(&format!("{day}/{month}/{year}"), Some((year, month, day)));
    }
}
