//! What goes on which page. A part never breaks over two pages, and there are never more than 5: questions at the end
//! give way, for what an organiser has to say has room whatever it is.
//!
//! Sizes are of an A4 sheet, in millimetres, and a little more than browsers and Word need. They go with the sizes in
//! `style/components/report.css` and in `docx.rs`.

use super::chart::Chart;
use super::svg::{self, Shape};
use super::{Block, MOST_PAGES, Page, Part};

/// Room on a sheet between its margins, without the line at the foot.
const ROOM: usize = 246;
/// How wide that is.
pub const WIDE: usize = 178;
/// Around each part.
const GAP: usize = 6;
/// Letters in a line, and how high it is: of words, of a heading of each level, and of small words.
const WORDS: (usize, usize) = (54, 8);
const HEADINGS: [(usize, usize); 3] = [(30, 14), (38, 11), (40, 9)];
const SMALL: (usize, usize) = (62, 7);
/// How high a picture beside a heading is.
pub const PICTURE: usize = 16;

/// The pages, and how many of the questions are on them. `said` stands over the first one.
pub fn pages(
    before: Vec<Part>,
    said: &Part,
    mut questions: Vec<Part>,
    after: Vec<Part>,
) -> (Vec<Page>, usize) {
    loop {
        let fitting = questions.len();
        let said = (fitting > 0).then(|| said.clone());
        let asked = questions.iter().cloned().map(shrunk);
        let all = before.iter().cloned().chain(said).chain(asked).chain(after.iter().cloned());
        let pages = filled(all.collect());
        if pages.len() <= MOST_PAGES || questions.pop().is_none() {
            return (pages, fitting);
        }
    }
}

/// Parts on as many pages as it takes. The heading over all questions stays with the first one.
fn filled(parts: Vec<Part>) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut left = ROOM;
    let sizes: Vec<usize> = parts.iter().map(size).collect();
    for (at, part) in parts.into_iter().enumerate() {
        let leads = |at: usize| sizes.get(at).copied().unwrap_or_default();
        let is_lead =
            matches!(&part.heading, Some((2, line)) if line.slot == super::Slot::SaidHead);
        let next = if is_lead { leads(at + 1) } else { 0 };
        let needs = if sizes[at] + next <= ROOM { sizes[at] + next } else { sizes[at] };
        if needs > left && !pages[pages.len() - 1].parts.is_empty() {
            pages.push(Page::default());
            left = ROOM;
        }
        left = left.saturating_sub(sizes[at]);
        if let Some(page) = pages.last_mut() {
            page.parts.push(part);
        }
    }
    pages
}

/// A question with no more rows than fit on a page.
fn shrunk(mut part: Part) -> Part {
    while size(&part) > ROOM {
        let chart = part.blocks.iter_mut().find_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        });
        let Some(chart) = chart.filter(|chart| chart.rows.len() > 1) else { break };
        chart.without_one_row();
    }
    part
}

/// How high a part is.
pub fn size(part: &Part) -> usize {
    let heading = part.heading.as_ref().map_or(0, |(level, line)| {
        let kind = HEADINGS[usize::from(*level).clamp(1, 3) - 1];
        let least = if part.picture.is_some() { PICTURE + 2 } else { 0 };
        lines(&line.text, kind).max(least)
    });
    let block = |block: &Block| match block {
        Block::Words(line) | Block::Finding(line) => lines(&line.text, WORDS) + 2,
        Block::Base(line) => lines(&line.text, SMALL) + 2,
        Block::Chart(chart) => high(chart) + 4,
        Block::Quote(_, text) => lines(text, WORDS) + 4,
        Block::Credit(text) => lines(text, SMALL),
    };
    heading + part.blocks.iter().map(block).sum::<usize>() + GAP
}

/// How high a chart is that is as wide as the page.
fn high(chart: &Chart) -> usize {
    let (width, height) = svg::size(chart, Shape::Wide);
    (height * WIDE).div_ceil(width)
}

/// How high some lines are. Words do not break where a line is full, so each line has a little less.
fn lines(text: &str, (letters, high): (usize, usize)) -> usize {
    let of = |line: &str| (line.chars().count() * 8).div_ceil(letters * 7).max(1);
    text.lines().map(of).sum::<usize>() * high
}
