//! The report as files: a Word document, slides, and each chart as a picture. A browser makes pixels of drawings here,
//! for Word and PowerPoint read those alike; where it can't, the words of a picture stand in its place.

use super::Screen;
use crate::browser::{drawn, file};
use crate::model::report::svg::{self, Shape};
use crate::model::report::{Chart, Images, Key, Report, docx, pptx};
use crate::organiser::buttons::button;
use crate::organiser::title::title;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// How the name of a file ends, and what browsers call what is in it.
type Format = (&'static str, &'static str);

const DOCX: Format =
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
const PPTX: Format =
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
const SVG: Format = ("svg", "image/svg+xml");
const PNG: Format = ("png", "image/png");

/// Pixels for each unit of a chart, and for a picture beside a heading.
const TIMES: usize = 2;
const PICTURE: u32 = 288;

/// The button for Word.
pub fn word(screen: Screen) -> El {
    let press = move || save_document(screen, DOCX, docx::write);
    screen.saving.button("button primary", (|| "Save as Word".into(), "Saving…"), press)
}

/// The button for PowerPoint.
pub fn slides(screen: Screen) -> El {
    let press = move || save_document(screen, PPTX, pptx::write);
    screen.saving.button("button", (|| "Save as PowerPoint".into(), "Saving…"), press)
}

/// A button for each chart and each format.
pub fn charts(screen: Screen) -> El {
    let line = move |(number, chart): (usize, &Chart)| {
        let key = chart.key;
        let one = move |format: Format, name: &'static str| {
            button("button quiet", name, move || save_chart(screen, number, key, format))
                .attr("aria-label", format!("{name}: chart {number}"))
        };
        let text: String = chart.alt.chars().take(90).collect();
        el("li").child(el("span").attr("dir", "auto").text(format!("{number}. {text}…"))).child(
            el("div")
                .class("button-row")
                .child(one(SVG, "Save as SVG"))
                .child(one(PNG, "Save as PNG")),
        )
    };
    let list = move || screen.made.with(|report| (1..).zip(report.charts()).map(line).collect());
    let has_some = move || screen.made.with(|report| report.charts().next().is_some());
    el("details")
        .class("card report-charts")
        .hidden(move || !has_some())
        .child(el("summary").text("Save charts as pictures"))
        .child(el("ul").attr("role", "list").live(list))
}

fn save_document(screen: Screen, format: Format, write: fn(&Report, &Images) -> Vec<u8>) {
    screen.saving.start(async move {
        let report = screen.made.get_untracked();
        let (images, lost) = images(screen, &report).await;
        let name = save(screen, "report", format, &write(&report, &images));
        let told = match (name, lost) {
            (Some(name), 0) => format!("The report is saved as {}.", words::own(&name)),
            (Some(name), _) => format!(
                "The report is saved as {}. This browser could not draw all pictures: words stand in their place.",
                words::own(&name)
            ),
            (None, _) => "The file was not saved. Please try again.".to_owned(),
        };
        screen.desk.tell(&told);
    });
}

/// Every picture of the report as pixels, and how many could not be made.
async fn images(screen: Screen, report: &Report) -> (Images, usize) {
    let mut images = Images::default();
    let mut lost = 0;
    for chart in report.charts() {
        let drawing = screen.pictures.with_untracked(|all| svg::draw(chart, Shape::Wide, all));
        match pixels((drawing, svg::size(chart, Shape::Wide))).await {
            Some(bytes) => _ = images.charts.insert(chart.key, bytes),
            None => lost += 1,
        }
    }
    for shows in report.parts().filter_map(|part| part.picture.as_ref()) {
        let address = screen.pictures.with_untracked(|all| all.get(&shows.name).cloned());
        let drawn = match address {
            Some(address) => drawn::png(&address, (PICTURE, PICTURE)).await.ok(),
            None => None,
        };
        match drawn {
            Some(bytes) => _ = images.pictures.insert(shows.name.clone(), bytes),
            None => lost += 1,
        }
    }
    (images, lost)
}

async fn pixels((drawing, (width, height)): (String, (usize, usize))) -> Option<Vec<u8>> {
    let size = ((width * TIMES) as u32, (height * TIMES) as u32);
    drawn::png(&drawn::address(&drawing), size).await.ok()
}

fn save_chart(screen: Screen, number: usize, key: Key, format: Format) {
    screen.saving.start(async move {
        let report = screen.made.get_untracked();
        let Some(chart) = report.charts().find(|chart| chart.key == key) else { return };
        // Alone, nothing else says what it is about.
        let title = report.heading_of(key).unwrap_or_default();
        let drawn = screen.pictures.with_untracked(|all| svg::draw_titled(chart, title, all));
        let bytes = match format {
            SVG => Some(drawn.0.into_bytes()),
            _ => pixels(drawn).await,
        };
        let name = bytes.and_then(|bytes| save(screen, &format!("chart-{number}"), format, &bytes));
        screen.desk.tell(&match name {
            Some(name) => format!("The chart is saved as {}.", words::own(&name)),
            None => "The chart was not saved. Please try again.".to_owned(),
        });
    });
}

/// The name of the file, if the browser saved it.
fn save(screen: Screen, what: &str, (end, kind): Format, bytes: &[u8]) -> Option<String> {
    let name = format!("{}.{end}", words::file_name(&untrack(|| title(screen.desk)), what));
    file::save(&name, kind, bytes).is_ok().then_some(name)
}
