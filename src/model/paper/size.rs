//! How much room a question takes on paper, so that it is not split over two sheets.
//!
//! **Invariant:** this goes through the same parts as `organiser/paper.rs` draws.

use super::pages::{HEIGHT, LINE, Print, WIDTH};
use super::{LINES, Printed};
use crate::model::standard::{self, OTHER};
use crate::model::survey::Kind;
use crate::model::words::{Word, Words};

/// The room between questions, and between the parts of one.
pub const BETWEEN: f32 = 12.0;
pub const GAP: f32 = 3.0;
/// How large the picture of a question is, and that of a choice.
const PICTURE: f32 = 26.0;
const SMALL_PICTURE: f32 = 16.0;
/// A box to tick, with the room beside it.
const BOX: f32 = 13.0;
/// How much larger than the print the letters of a question are.
const QUESTION: f32 = 1.2;
/// The edge and padding of what stands in a frame.
const FRAME: f32 = 5.0;

/// How a question is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// How high it is, in millimetres, with the room above it.
    pub height: f32,
    /// True when its choices stand in two columns, with small pictures: otherwise it would not fit on one sheet.
    pub is_tight: bool,
}

/// How much room a question takes.
pub fn of(print: Print, printed: &Printed, words: &Words) -> Size {
    let roomy = height(print, printed, words, false);
    let is_tight = roomy > HEIGHT;
    let height = if is_tight { height(print, printed, words, true) } else { roomy };
    Size { height, is_tight }
}

fn height(print: Print, printed: &Printed, words: &Words, is_tight: bool) -> f32 {
    let Printed { question, number, when, how, explained, go_on } = printed;
    let has_picture = !question.picture.is_empty();
    let beside = if has_picture { WIDTH - PICTURE - 6.0 } else { WIDTH };
    let title = number.map(|number| format!("{number}. ")).unwrap_or_default();
    let title = title + question.asks(words);
    let mut asks = print.text(&title, beside, QUESTION);
    // What a sound or a video says stands there in its place.
    for text in [&question.media_words, &question.hint] {
        if !text.is_empty() {
            asks += print.text(text, beside, 1.0);
        }
    }
    let asks = if has_picture { asks.max(PICTURE) } else { asks };
    let framed = |text: &String| print.text(text, WIDTH - 2.0 * FRAME, 1.0) + FRAME + GAP;
    let explained = explained.iter().map(|meaning| [&*meaning.word, ": ", &*meaning.text].concat());
    let how = how.iter().map(|(how, _)| print.text(how, WIDTH, 1.0) + GAP);
    BETWEEN
        + asks
        + when.iter().map(framed).sum::<f32>()
        + explained.map(|text| print.text(&text, WIDTH, 1.0) + GAP).sum::<f32>()
        + how.sum::<f32>()
        + answers(print, printed, words, is_tight)
        + go_on.iter().map(framed).sum::<f32>()
}

fn answers(print: Print, printed: &Printed, words: &Words, is_tight: bool) -> f32 {
    let question = &printed.question;
    let kind = question.kind;
    match kind {
        Kind::Information | Kind::Section => 0.0,
        Kind::LongText => LINES[1] as f32 * (LINE + GAP),
        Kind::ShortText => LINES[0] as f32 * (LINE + GAP),
        Kind::Number => 18.0,
        Kind::Date | Kind::Month => 18.0 + print.line(),
        Kind::Sorting => {
            let third = WIDTH / 5.0 - FRAME;
            let heads = (0..3).map(|at| print.text(question.pile(at, words), third, 1.0));
            let head = heads.fold(0.0, f32::max) + FRAME;
            let rows = question.choices.iter().map(|choice| {
                let room = if choice.shows(kind).is_empty() { 0.0 } else { SMALL_PICTURE + 4.0 };
                let text =
                    print.text(choice.says(kind, words), WIDTH * 2.0 / 5.0 - room - FRAME, 1.0);
                let least = if room > 0.0 && !is_tight { SMALL_PICTURE } else { 9.0 };
                text.max(least) + FRAME
            });
            head + rows.sum::<f32>() + GAP
        }
        _ => {
            let (width, picture) =
                if is_tight { (WIDTH / 2.0 - 6.0, 10.0) } else { (WIDTH, SMALL_PICTURE) };
            let line = |text: &str, shows: &str| {
                let room = if shows.is_empty() { 0.0 } else { picture + 4.0 };
                let text = print.text(text, width - BOX - room, 1.0);
                text.max(if room > 0.0 { picture } else { 9.0 }) + GAP
            };
            let own = question.choices.iter().map(|c| line(c.says(kind, words), c.shows(kind)));
            let mut lines: Vec<f32> = own.collect();
            if question.personal {
                lines.push(line(words.say(Word::PreferNot), ""));
            }
            let other = line(standard::says(OTHER, kind, words), "").max(LINE + GAP) + LINE;
            let other = if question.other { other } else { 0.0 };
            let all = match is_tight {
                // Two beside each other are as high as the higher one.
                true => lines.chunks(2).map(|two| two.iter().copied().fold(0.0, f32::max)).sum(),
                false => lines.iter().sum::<f32>(),
            };
            all + other
        }
    }
}
