//! The pages of the report on the screen, as large as paper where there is room, and on paper.

use super::{Screen, line};
use crate::browser::drawn;
use crate::model::report::svg::{self, Shape};
use crate::model::report::{Block, Chart, Page, Part, Report, Shows};
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// Every page.
pub fn sheets(screen: Screen, report: &Report) -> Vec<El> {
    let of = report.pages.len();
    let pages = report.pages.iter().enumerate();
    pages.map(|(at, page)| sheet(screen, report, page, (at + 1, of))).collect()
}

fn sheet(screen: Screen, report: &Report, page: &Page, (number, of): (usize, usize)) -> El {
    let foot = el("p").class("report-foot").text(format!("Page {number} of {of}"));
    let body = el("div").class("report-body");
    el("section")
        .class("report-sheet")
        .attr("lang", report.language.clone())
        .attr("aria-label", format!("Page {number} of {of}"))
        .child(body.children(page.parts.iter().map(|of| part(screen, of))))
        .child(foot)
}

fn part(screen: Screen, part: &Part) -> El {
    let heading = part.heading.as_ref().map(|(level, line)| {
        // The screen has a heading of its own over all of them.
        let tag = ["h2", "h3", "h4"][usize::from(*level).clamp(1, 3) - 1];
        let picture = part.picture.as_ref().and_then(|shows| beside(screen, shows));
        el("div").class("report-heading").children(picture).child(line::line(screen, tag, "", line))
    });
    let blocks = part.blocks.iter().map(|block| match block {
        Block::Words(line) => line::line(screen, "p", "", line),
        Block::Finding(line) => line::line(screen, "p", "report-finding", line),
        Block::Base(line) => line::line(screen, "p", "report-base", line),
        Block::Chart(chart) => drawing(screen, chart),
        Block::Quote(_, text) => {
            el("blockquote").class("say").attr("dir", "auto").text(format!("“{text}”"))
        }
        Block::Credit(text) => el("p").class("report-credit").text(text.clone()),
    });
    el("div").class("report-part").children(heading).children(blocks)
}

/// A picture beside a heading, once it came. Not one that a browser fetches when it comes into sight: paper has none.
fn beside(screen: Screen, shows: &Shows) -> Option<El> {
    let address = screen.pictures.with(|pictures| pictures.get(&shows.name).cloned())?;
    let image = el("img").class("picture large").attr("alt", shows.alt.clone());
    Some(image.attr("width", "72").attr("height", "72").attr("src", address))
}

/// A chart, in the shape that the screen has room for. A voice reads its words.
fn drawing(screen: Screen, chart: &Chart) -> El {
    let address =
        |shape| screen.pictures.with(|pictures| drawn::address(&svg::draw(chart, shape, pictures)));
    let (width, height) = svg::size(chart, Shape::Wide);
    let narrow =
        el("source").attr("media", "(max-width: 600px)").attr("srcset", address(Shape::Narrow));
    let image = el("img")
        .attr("alt", chart.alt.clone())
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("src", address(Shape::Wide));
    let said = el("span").class("unseen say").attr("aria-hidden", "true").text(chart.alt.clone());
    let both = el("picture").child(narrow).child(image);
    el("div").class("report-chart").child(both).child(said)
}
