//! The heading of a participant's page. One place for it, since the same components stand in the
//! page, where it is the first heading, and in the preview, where it is a third.

use leptos::prelude::*;

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It names the page.
    Page,
    /// It is in the preview, under the preview's own heading.
    Preview,
}

/// A heading that can take the focus when a page begins.
#[component]
pub fn Heading(level: Level, id: &'static str, children: Children) -> impl IntoView {
    let children = children();
    match level {
        Level::Page => view! {
            <h1 class="question-text words" id=id tabindex="-1" dir="auto">
                {children}
            </h1>
        }
        .into_any(),
        Level::Preview => view! {
            <h3 class="question-text words" id=id tabindex="-1" dir="auto">
                {children}
            </h3>
        }
        .into_any(),
    }
}
