//! Numbers as people type them.

use ask_together::model::limit::Hundredths;
use ask_together::model::typed::{LARGEST, number};
use proptest::prelude::*;

fn check(text: &str, hundredths: Option<i64>) {
    assert_eq!(number(text), hundredths.map(Hundredths), "{text:?}");
}

#[test]
fn whole_numbers() {
    check("0", Some(0));
    check("3", Some(300));
    check("007", Some(700));
    check(" 12 ", Some(1_200));
    check("\u{200e}12\u{200b}", Some(1_200));
    check("\u{a0}12\n", Some(1_200));
    check("1000000000", Some(100_000_000_000));
}

#[test]
fn digits_of_every_script() {
    check("٠١٢٣٤٥٦٧٨٩", Some(12_345_678_900));
    check("۰۱۲۳۴۵۶۷۸۹", Some(12_345_678_900));
    check("٢٫٥", Some(250));
    check("۲٫۵", Some(250));
    check("١٬٠٠٠", Some(100_000));
    check("2٥", Some(2_500));
    for ten in ["১০", "१०", "１０", "๑๐", "၁၀", "១០", "༡༠", "𑄷𑄶", "𝟙𝟘", "꘡꘠"]
    {
        check(ten, Some(1_000));
    }
    check("１．５", Some(150));
    check("１，５００", Some(150_000));
    for no_digit in ["五", "Ⅳ", "²", "½", "①", "\u{104aa}", "\u{30030}", "\u{66a}"] {
        check(no_digit, None);
    }
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
fn a_comma_with_one_or_two_digits_after_it_is_a_point() {
    check("2,5", Some(250));
    check("2,50", Some(250));
    check("-0,25", Some(-25));
    check(",5", Some(50));
    check("12345,5", Some(1_234_550));
    for text in ["1,", ",", "1,2,3", "1.5,5", "1,5.5", "2,5,", "1,0000"] {
        check(text, None);
    }
}

#[test]
fn many_signs_stand_between_thousands() {
    for text in [
        "1,500",
        "1 500",
        "1'500",
        "1’500",
        "1\u{a0}500",
        "1\u{2009}500",
        "1\u{202f}500",
        "1٬500",
        "1500",
        "1,500.",
        "1,500.0",
        "1.500,0",
        "1 500,00",
        "1'500.00",
    ] {
        check(text, Some(150_000));
    }
    check("12,345,678", Some(1_234_567_800));
    check("12.345.678", Some(1_234_567_800));
    check("12.345.678,9", Some(1_234_567_890));
    check("-1 000", Some(-100_000));
    check("1000,000", Some(100_000_000));
}

#[test]
fn what_could_be_two_numbers_is_none() {
    for text in [
        "3 4",
        "1 50",
        "1990 500",
        "1 500 5",
        "1 500,500",
        "1 500.500",
        "1.500",
        "1,00,000",
        "1,00.5",
        "1.5,000",
        ",000",
        " ,5,",
        "1,,000",
        "1  000",
        "1,000,",
        "1'000,000.5",
        "1,000 000",
        "1.500.000.5",
    ] {
        check(text, None);
    }
}

#[test]
fn garbage() {
    for text in [
        "", " ", "three", "3 or 4", "£3", "3%", "1e3", "0x10", "½", "²", "五", "3a", "a3", "\0",
        "NaN", "inf",
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
        assert_eq!(Hundredths(hundredths).shown(), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_that_is_shown_can_be_typed(hundredths in -LARGEST * 100..LARGEST * 100) {
        let number_of = Hundredths(hundredths);
        prop_assert_eq!(number(&number_of.shown()), Some(number_of));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "[0-9٠-٩۰-۹,.'٬٫+ -]{0,30}|\\PC{0,20}") {
        let _ = number(&text);
    }
}
