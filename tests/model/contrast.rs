//! The contrast of every pair of colours that stand on each other, read from `style/tokens.css`
//! and `style/organiser-tokens.css`, and from `style/themes.css` for the colours a participant can choose.
//!
//! Text that participants read needs 7:1 (WCAG 2.2, 1.4.6); the organiser's small notes 4.5:1
//! (1.4.3); edges of controls and the focus ring 3:1 (1.4.11).

use std::collections::BTreeMap;

const TOKENS: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/organiser-tokens.css")
);
const THEMES: &str = include_str!("../../style/themes.css");

/// Text, what it stands on.
const PARTICIPANT_TEXT: [(&str, &str); 18] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "primary-soft"),
    ("ink", "marigold-soft"),
    ("ink", "danger-soft"),
    ("soft-ink", "paper"),
    ("soft-ink", "card"),
    ("primary", "paper"),
    ("primary", "card"),
    ("primary", "primary-soft"),
    ("primary", "marigold-soft"),
    ("primary", "danger-soft"),
    ("on-primary", "primary"),
    ("on-primary", "primary-deep"),
    ("danger", "card"),
    ("danger", "paper"),
    ("danger", "danger-soft"),
    ("soft-ink", "danger-soft"),
];

const ORGANISER_TEXT: [(&str, &str); 6] = [
    ("calm", "card"),
    ("on-primary", "ink"),
    ("soft-ink", "sand"),
    ("soft-ink", "desk"),
    ("ink", "sand"),
    ("primary", "sand"),
];

/// Lines under words and round dots, on the organiser's pages.
const ORGANISER_EDGES: [(&str, &str); 5] = [
    ("marigold-deep", "card"),
    ("marigold-deep", "marigold-soft"),
    ("marigold-deep", "paper"),
    ("marigold-deep", "primary-soft"),
    ("danger", "marigold-soft"),
];

const EDGES: [(&str, &str); 8] = [
    ("edge", "card"),
    ("edge", "paper"),
    ("primary", "primary-soft"),
    ("primary", "sand"),
    ("danger", "card"),
    ("ring", "marigold"),
    ("ink", "paper"),
    ("primary", "card"),
];

/// Every token that is a colour, as red, green and blue.
type Colours = BTreeMap<String, [u8; 3]>;

fn colours_in(style: &str) -> Colours {
    let colour = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let number = u32::from_str_radix(value.trim_end_matches(';'), 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some((name.to_owned(), [red, green, blue]))
    };
    style.lines().filter_map(colour).collect()
}

/// The colours of each theme: light, and what each of the others changes of it.
fn themes() -> Vec<(String, Colours)> {
    let light = colours_in(TOKENS);
    let others = THEMES.split("[data-colours=").skip(1).map(|theme| {
        let mut colours = light.clone();
        colours.extend(colours_in(theme));
        (format!("theme {}", &theme[..3]), colours)
    });
    [("light".to_owned(), light.clone())].into_iter().chain(others).collect()
}

/// Relative luminance (WCAG 2.2, glossary).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check((theme, colours): &(String, Colours), pairs: &[(&str, &str)], least: f64) {
    for (front, back) in pairs {
        let ratio = ratio(colours[*front], colours[*back]);
        assert!(ratio >= least, "{theme}: {front} on {back} is {ratio:.2}:1, and needs {least}:1");
    }
}

#[test]
fn there_are_four_themes() {
    assert_eq!(themes().len(), 4);
}

#[test]
fn what_participants_read_stands_out_seven_to_one() {
    themes().iter().for_each(|theme| check(theme, &PARTICIPANT_TEXT, 7.0));
}

#[test]
fn what_organisers_read_stands_out_four_and_a_half_to_one() {
    // The organiser's pages have one theme.
    check(&themes()[0], &ORGANISER_TEXT, 4.5);
}

#[test]
fn edges_stand_out_three_to_one() {
    themes().iter().for_each(|theme| check(theme, &EDGES, 3.0));
    check(&themes()[0], &ORGANISER_EDGES, 3.0);
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 0.001);
}
