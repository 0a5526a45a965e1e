//! The easy-read report: what is in it, its pages as they will be printed, and the ways to take it along.
//!
//! What it says and what fits is decided in [`report`](crate::model::report); here it is shown, edited and saved.
//! Absent: counts that can't be shared. The results have those.

mod choose;
mod line;
mod save;
mod sheet;

use super::state::{Desk, HEADING};
use crate::browser::{fetch, page};
use crate::model::dataset::Dataset;
use crate::model::id::SurveyId;
use crate::model::report::svg::Pictures;
use crate::model::report::{self, Report, Slot};
use crate::organiser::buttons::Work;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Screen {
    desk: Desk,
    /// The report as it stands.
    made: Memo<Report>,
    /// The text that is being edited.
    editing: RwSignal<Option<Slot>>,
    /// Pictures that came, for charts and for files.
    pictures: RwSignal<Pictures>,
    /// A file that is being made.
    saving: Work,
}

/// The screen.
pub fn screen(desk: Desk, id: SurveyId) -> El {
    let can_read = desk.lay_out_report(id);
    let made = Memo::new(move |_| {
        let (versions, received) = (desk.versions.read(), desk.received.read());
        let took_part = desk.draft.with(|draft| draft.content().making.step);
        let data = desk.laid(&versions, &received);
        let sets = desk.apart.read();
        let apart = Dataset::of_apart(&versions, &sets, &desk.words).ok();
        desk.report.with(|edits| report::report_on(&data, apart.as_ref(), edits, took_part))
    });
    let editing = RwSignal::new(None);
    let pictures = RwSignal::new(Pictures::new());
    let screen = Screen { desk, made, editing, pictures, saving: Work::new() };
    fetch_pictures(screen);
    let is_read = move || desk.is_received_read.get();
    let unread = (!can_read).then(|| {
        let text = "We cannot read the report that you saved here. It may be from a newer version of this page. \
                    It stays on this computer, and My surveys offers it as a file. Here is a new one.";
        el("div").class("notice bad").child(el("p").text(text))
    });
    el("main")
        .class("column report-screen")
        .child(el("h1").id(HEADING).attr("tabindex", "-1").text("Report"))
        .children(unread)
        .show(move || !is_read(), move || parts().child(super::inbox::unread(desk)))
        .show(is_read, move || parts().and(shown(screen)))
}

fn shown(screen: Screen) -> El {
    let about = "An easy-read report for the people you asked, with up to 5 pages. You can share it: small numbers \
                 are hidden, as in “To share” in the results. Change any words that are not right.";
    let print = button("button").on("click", |_| page::print()).text("Print or save as PDF");
    let files = el("div")
        .class("button-row")
        .child(save::word(screen))
        .child(save::slides(screen))
        .child(print)
        .child(super::listen::listen());
    let tools = el("div")
        .class("report-tools")
        .child(el("p").class("help").text(about))
        .child(files)
        .child(choose::choose(screen))
        .child(save::charts(screen));
    parts().child(tools).child(
        el("div")
            .class("report-pages")
            .live(move || screen.made.with(|report| sheet::sheets(screen, report))),
    )
}

/// Fetches the pictures that are in the report. A chart holds those that came: until then it has their words alone.
fn fetch_pictures(screen: Screen) {
    let asked = StoredValue::new(Vec::<String>::new());
    Effect::new(move |_| {
        let new: Vec<String> = screen.made.with(|report| {
            let is_new = |name: &String| asked.with_value(|asked| !asked.contains(name));
            report.pictures().into_iter().filter(is_new).collect()
        });
        if new.is_empty() {
            return;
        }
        asked.update_value(|asked| asked.extend(new.iter().cloned()));
        let from = screen.desk.pictures;
        let begun: Vec<_> =
            new.iter().map(|name| fetch::drawing(&from.address_at_host(name))).collect();
        spawn_local(async move {
            let mut came = Pictures::new();
            for (name, begun) in new.into_iter().zip(begun) {
                came.extend(begun.await.map(|address| (name, address)));
            }
            // Somebody may have left the screen.
            let _ = screen.pictures.try_update(|pictures| pictures.extend(came));
        });
    });
}
