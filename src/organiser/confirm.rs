//! A dialog that asks before something is lost. The browser's own `<dialog>`, so that the focus
//! stays inside, Escape closes it, and the focus goes back where it was.

use crate::browser::page;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// What opens and closes a dialog.
#[derive(Clone, Copy)]
pub struct Asking(u32);

impl Asking {
    /// For a new dialog.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn id(self) -> String {
        format!("asking-{}", self.0)
    }
}

/// Opens the dialog.
pub fn ask(dialog: Asking) {
    page::open_dialog(&dialog.id());
}

/// What a dialog says.
pub struct Asks {
    /// What is asked.
    pub title: TextProp,
    /// What would happen.
    pub text: TextProp,
    /// What the button that does it says.
    pub yes: TextProp,
    /// What the button that leaves all as it is says.
    pub no: &'static str,
}

/// Asks. Both answers close it.
pub fn confirm(dialog: Asking, asks: Asks, on_yes: Callback<()>) -> El {
    let Asks { title, text, yes, no } = asks;
    let close = move || page::close_dialog(&dialog.id());
    let name = title.clone();
    let leave = button("button").on("click", move |_| close()).text(no);
    let go_on = button("button danger").live_text(move || yes.get().to_string());
    let go_on = go_on.on("click", move |_| {
        close();
        on_yes.run(());
    });
    el("dialog")
        .class("dialog")
        .id(dialog.id())
        .attr("role", "alertdialog")
        .attr("aria-describedby", format!("{}-text", dialog.id()))
        .live_attr("aria-label", move || Some(name.get().to_string()))
        // The focus starts here: what it asks and what would happen is said before its first button.
        .child(
            el("h2")
                .attr("tabindex", "-1")
                .attr("autofocus", "")
                .attr("aria-describedby", format!("{}-text", dialog.id()))
                .live_text(move || title.get().to_string()),
        )
        .child(
            el("p").id(format!("{}-text", dialog.id())).live_text(move || text.get().to_string()),
        )
        .child(el("div").class("button-row").children([leave, go_on]))
}
