//! A chart as a drawing (SVG): the same on the screen, on paper, as a file, and in what a browser makes of it for Word
//! and PowerPoint. Dark on white, so it is read in grey too; each number stands in words beside its row.
//!
//! Two shapes: wide for paper and slides, and narrow for a phone, with the name of a choice over its row. Letters are
//! measured by a fair guess, for fonts differ: a name that is too long for its lines ends in "…", and is whole in the
//! words of the chart.

use super::chart::{Chart, Row, drawn, people};
use super::xml::escaped;
use crate::model::phrase::short;
use crate::model::plain_text::is_right_to_left;
use crate::model::results::chart::Figures;
use crate::model::suppress::Shown;
use std::collections::BTreeMap;

/// How a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Names left, numbers right.
    Wide,
    /// Names over the rows.
    Narrow,
}

/// The addresses of pictures, by name. They hold the picture itself (`data:`), or a drawing does not show them.
pub type Pictures = BTreeMap<String, String>;

/// The colours of the app's own: see `style/tokens.css`.
const INK: &str = "#1b1f2a";
const PRIMARY: &str = "#0b4f5c";
const SAND: &str = "#efece0";

/// The size of letters, how far lines are apart, and how wide a letter is by the guess, in the drawing's own units.
const LETTERS: usize = 26;
const LINE: usize = 32;
const WIDTH_OF_LETTER: usize = 15;
/// Around a row.
const GAP: usize = 12;
/// Most lines of what a chart is about.
const MOST_TITLE: usize = 6;
/// A picture beside a name.
const PICTURE: usize = 52;
/// A figure: its own size, and from the start of one to the next.
const FIGURE: (usize, usize) = (26, 34);
const STEP: usize = 30;

/// Where things stand.
struct Places {
    width: usize,
    /// Where names start and how wide they are.
    names: (usize, usize),
    /// The same of figures and bars, and of numbers.
    drawn: (usize, usize),
    counts: (usize, usize),
    most_lines: usize,
    /// True where a name stands over its row.
    is_stacked: bool,
}

fn places(chart: &Chart, shape: Shape) -> Places {
    let shift = if has_pictures(chart) { PICTURE + 12 } else { 0 };
    match shape {
        Shape::Wide => Places {
            width: 900,
            names: (shift, 320 - shift),
            drawn: (336, 350),
            counts: (702, 198),
            most_lines: 2,
            is_stacked: false,
        },
        Shape::Narrow => Places {
            width: 480,
            names: (shift, 480 - shift),
            drawn: (0, 290),
            counts: (304, 176),
            most_lines: 3,
            is_stacked: true,
        },
    }
}

fn has_pictures(chart: &Chart) -> bool {
    chart.rows.iter().any(|row| !row.picture.is_empty())
}

/// How wide and how high a chart is, in units of which 900 are as wide as a page.
pub fn size(chart: &Chart, shape: Shape) -> (usize, usize) {
    let places = places(chart, shape);
    let rows: usize = chart.rows.iter().map(|row| height(row, &places)).sum();
    (
        places.width,
        (rows + chart.notes.iter().map(|note| note_height(note, &places)).sum::<usize>()).max(1),
    )
}

fn note_height(note: &str, places: &Places) -> usize {
    wrapped(note, places.width, 3).len() * LINE
}

fn height(row: &Row, places: &Places) -> usize {
    let name = wrapped(&row.name, places.names.1, places.most_lines).len() * LINE;
    let count = wrapped(&people(row.shown), places.counts.1, 2).len() * LINE;
    let beside = if row.picture.is_empty() { name } else { name.max(PICTURE) };
    let line = count.max(FIGURE.1 + 10);
    GAP + if places.is_stacked { beside + line + GAP } else { beside.max(line) }
}

/// The drawing. `pictures` are those that came: a row whose picture did not has its words alone.
pub fn draw(chart: &Chart, shape: Shape, pictures: &Pictures) -> String {
    drawing(chart, shape, pictures, "").0
}

/// The drawing for a file of its own, with what the chart is about over it, and how wide and how high it is.
pub fn draw_titled(chart: &Chart, title: &str, pictures: &Pictures) -> (String, (usize, usize)) {
    drawing(chart, Shape::Wide, pictures, title)
}

fn drawing(
    chart: &Chart,
    shape: Shape,
    pictures: &Pictures,
    title: &str,
) -> (String, (usize, usize)) {
    let places = places(chart, shape);
    let (width, of_rows) = size(chart, shape);
    let mut inside = String::new();
    let mut top = 0;
    if !title.trim().is_empty() {
        // A heading is bold, so its letters are wider.
        for line in wrapped(title, width * 9 / 10, MOST_TITLE) {
            write_at(&mut inside, &line, (0, width), top + LETTERS, true);
            top += LINE;
        }
        top += GAP;
    }
    let height_of_all = top + of_rows;
    for row in &chart.rows {
        let high = height(row, &places);
        draw_row(&mut inside, chart, row, (top, high), &places, pictures);
        top += high;
    }
    for note in &chart.notes {
        for line in wrapped(note, width, 3) {
            write_at(&mut inside, &line, (0, width), top + LETTERS, false);
            top += LINE;
        }
    }
    let alt = escaped(&chart.alt);
    let drawn = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height_of_all}\" width=\"{width}\" \
         height=\"{height_of_all}\" role=\"img\" font-family=\"Arial, Helvetica, sans-serif\" \
         font-size=\"{LETTERS}\" fill=\"{INK}\"><title>{alt}</title>\
         <rect width=\"{width}\" height=\"{height_of_all}\" fill=\"#ffffff\"/>{inside}</svg>"
    );
    (drawn, (width, height_of_all))
}

fn draw_row(
    out: &mut String,
    chart: &Chart,
    row: &Row,
    (top, high): (usize, usize),
    places: &Places,
    pictures: &Pictures,
) {
    let name = wrapped(&row.name, places.names.1, places.most_lines);
    let beside = (name.len() * LINE).max(if row.picture.is_empty() { 0 } else { PICTURE });
    // Where the names and the row itself have their middles.
    let (name_middle, middle) = match places.is_stacked {
        true => (top + GAP / 2 + beside / 2, top + GAP + beside + (high - GAP - beside - GAP) / 2),
        false => (top + high / 2, top + high / 2),
    };
    if let Some(address) = pictures.get(&row.picture) {
        let y = name_middle.saturating_sub(PICTURE / 2);
        let address = escaped(address);
        out.push_str(&format!(
            "<image href=\"{address}\" x=\"0\" y=\"{y}\" width=\"{PICTURE}\" height=\"{PICTURE}\"/>"
        ));
    }
    write_lines(out, &name, places.names, name_middle, true);
    write_lines(
        out,
        &wrapped(&people(row.shown), places.counts.1, 2),
        places.counts,
        middle,
        false,
    );
    if row.shown == Shown::Hidden {
        return;
    }
    let (x, wide) = places.drawn;
    match chart.figures {
        Some(figures) => draw_people(out, drawn(row.shown), figures, (x, wide), middle),
        None => {
            let y = middle.saturating_sub(14);
            let filled = wide * drawn(row.shown) / chart.most.max(1);
            out.push_str(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"28\" fill=\"{SAND}\"/>\
                 <rect x=\"{x}\" y=\"{y}\" width=\"{filled}\" height=\"28\" fill=\"{PRIMARY}\"/>"
            ));
        }
    }
}

/// A row of people. Of the last there is only a part when they don't come out even.
fn draw_people(
    out: &mut String,
    count: usize,
    Figures { each, room }: Figures,
    (x, wide): (usize, usize),
    middle: usize,
) {
    let whole = count / each;
    let rest = count % each;
    let figure = |place: usize| {
        let (x, (width, height)) = (place * STEP, FIGURE);
        format!(
            "M{} 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM{x} {height}v-6a11 11 0 0 1 11-11h4a11 11 0 0 1 11 11v6z",
            x + width / 2
        )
    };
    let row: String = (0..whole).map(figure).collect();
    let part = match rest {
        0 => String::new(),
        rest => {
            let (at, width, height) = (whole * STEP, FIGURE.0 * rest / each, FIGURE.1);
            format!(
                "<svg x=\"{at}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
                 <path d=\"{}\"/></svg>",
                figure(0)
            )
        }
    };
    let (units, high) = (room * STEP, FIGURE.1);
    let drawn_high = high * wide / units;
    let y = middle.saturating_sub(drawn_high / 2);
    out.push_str(&format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{drawn_high}\" viewBox=\"0 0 {units} {high}\" \
         fill=\"{PRIMARY}\"><path d=\"{row}\"/>{part}</svg>"
    ));
}

fn write_lines(
    out: &mut String,
    lines: &[String],
    place: (usize, usize),
    middle: usize,
    is_bold: bool,
) {
    let top = (middle + LETTERS).saturating_sub(lines.len() * LINE / 2);
    for (at, line) in lines.iter().enumerate() {
        write_at(out, line, place, top + at * LINE - 2, is_bold);
    }
}

fn write_at(out: &mut String, line: &str, (x, wide): (usize, usize), y: usize, is_bold: bool) {
    let turned = line.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_right_to_left);
    let (x, direction) = if turned { (x + wide, " direction=\"rtl\"") } else { (x, "") };
    let weight = if is_bold { " font-weight=\"700\"" } else { "" };
    let line = escaped(line);
    out.push_str(&format!("<text x=\"{x}\" y=\"{y}\"{direction}{weight}>{line}</text>"));
}

/// A text in lines of at most so many units. What is more than `most` lines ends in "…". Never no line.
fn wrapped(text: &str, wide: usize, most: usize) -> Vec<String> {
    let room = (wide / WIDTH_OF_LETTER).max(4);
    let mut lines: Vec<String> = Vec::new();
    let mut words: Vec<String> = text.split_whitespace().rev().map(str::to_owned).collect();
    while let Some(word) = words.pop() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            // Longer than a line, it breaks where the line is full.
            _ if length > room => {
                lines.push(word.chars().take(room).collect());
                words.push(word.chars().skip(room).collect());
            }
            _ => lines.push(word),
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = match last.chars().count() < room {
                    true => format!("{last}…"),
                    false => short(last, room - 1),
                };
            }
            break;
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}
