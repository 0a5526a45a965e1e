//! `cargo xtask serve --watch`: builds again after each change, and tells open pages to reload.
//!
//! Changes are found by looking at the files' times twice a second. There are a few hundred of them, so that costs
//! next to nothing, works on every disk and needs no crate.

use crate::build;
use crate::place::Place;
use anyhow::Result;
use std::path::Path;
use std::time::{Duration, SystemTime};

const WATCHED: [&str; 9] = [
    "src",
    "style",
    "web",
    "index.html",
    "answer.html",
    "review.html",
    "tablet.html",
    "single.html",
    "Cargo.toml",
];

/// Pages ask for this number, and reload when it is another than before.
const RELEASE: &str = "__release";
const RELOADER: &str = "__reload.js";

/// Takes the place of the offline workers, and removes those of earlier visits: they would show old pages.
const NO_WORKER: &str = "
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));
";

pub fn forever(place: &Place, mut build: impl FnMut() -> Result<()>) -> ! {
    println!("Watching for changes.");
    let mut before = state(place);
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = state(place);
        if now == before {
            continue;
        }
        // What changes while this builds is seen the next time round.
        before = now;
        println!("\nSomething changed.");
        match build() {
            Ok(()) => println!("Built again."),
            Err(error) => {
                println!("The build did not work: {error:#}\nThe last good one stays open.")
            }
        }
    }
}

/// How many files there are, how long they are in all, and when the last of them changed.
fn state(place: &Place) -> (usize, u64, Option<SystemTime>) {
    let mut state = (0, 0, None);
    for name in WATCHED {
        look(&place.root.join(name), &mut state);
    }
    state
}

/// A file that vanishes while we look is simply not counted.
fn look(path: &Path, state: &mut (usize, u64, Option<SystemTime>)) {
    if let Ok(inside) = std::fs::read_dir(path) {
        for entry in inside.flatten() {
            look(&entry.path(), state);
        }
    } else if let Ok(file) = std::fs::metadata(path) {
        state.0 += 1;
        state.1 += file.len();
        state.2 = state.2.max(file.modified().ok());
    }
}

/// The files that a watched site has on top of the built ones.
pub fn extra_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let release = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    let script = format!(
        "const release = async () => (await fetch('{folder}/{RELEASE}')).text();
         const first = await release();
         setInterval(async () => {{
           const now = await release().catch(() => first);
           if (now !== first) location.reload();
         }}, 700);"
    );
    let no_worker = |page: &str| (format!("{page}sw.js"), NO_WORKER.into());
    let mut files =
        vec![(RELEASE.into(), release.to_string().into()), (RELOADER.into(), script.into())];
    files.extend(build::page_folders().map(no_worker));
    files
}

pub fn with_reloading(folder: &str, page: &[u8]) -> Vec<u8> {
    let script = format!("<script type=\"module\" src=\"{folder}/{RELOADER}\"></script></head>");
    String::from_utf8_lossy(page).replace("</head>", &script).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_of_every_page_that_is_built_is_let_go() {
        let files = extra_files("");
        let workers = files.iter().filter(|(_, bytes)| bytes == NO_WORKER.as_bytes());
        let workers: Vec<&str> = workers.map(|(name, _)| name.as_str()).collect();
        assert_eq!(workers, ["sw.js", "answer/sw.js", "review/sw.js", "tablet/sw.js"]);
    }
}
