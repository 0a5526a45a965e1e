//! The pictures of a survey: all of them are fetched at once, as soon as the first words stand, so that
//! they are there with no internet, and so that the host can't follow which question a person is on.
//!
//! Absent: keeping them for the next visit, which the service worker does.

use crate::browser::{fetch, page, wait};
use crate::ui::picture::Pictures;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds before each time that those are tried which have not come.
const PAUSES: [i32; 4] = [0, 5_000, 30_000, 120_000];

/// Where the pictures are of a survey that people answer.
pub fn pictures(photos: Vec<(String, String)>) -> Pictures {
    let (photos, fetched) = (RwSignal::new(photos), Some(RwSignal::new(Vec::new())));
    Pictures { folder: "../pictures/", photos, fetched }
}

/// Fetches those of these that are not here yet.
pub fn fetch_all(pictures: Pictures, names: Vec<String>) {
    let Some(fetched) = pictures.fetched else { return };
    page::after_painting(move || {
        spawn_local(async move {
            for milliseconds in PAUSES {
                wait::pause(milliseconds).await;
                let is_here = |name: &String| {
                    fetched.with_untracked(|all| all.iter().any(|(n, a)| n == name && a.is_some()))
                };
                // All begin before the first is waited for.
                let begin = |name: &String| fetch::drawing(&pictures.address_at_host(name));
                let missing = names.iter().filter(|name| !is_here(name));
                let begun: Vec<_> = missing.map(|name| (name, begin(name))).collect();
                if begun.is_empty() {
                    return;
                }
                for (name, drawing) in begun {
                    let address = drawing.await;
                    fetched.update(|all| {
                        all.retain(|(other, _)| other != name);
                        all.push((name.clone(), address));
                    });
                }
            }
        });
    });
}
