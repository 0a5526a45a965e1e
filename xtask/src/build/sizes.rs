//! How much a phone has to fetch. The limits in here are promises to people with old phones and little data.

use super::program::{ORGANISER, PARTICIPANT, Program, REVIEWER, TABLET};
use super::single;
use crate::place::Place;
use anyhow::Result;
use std::fmt;
use std::path::Path;

/// Page, style, script and program together, compressed as most hosts send them: what has to come before a page
/// opens, and all of it, with what comes a moment later.
const LIMITS: [(&Program, u64, u64); 4] = [
    // Its last 2 kB are answers that are kept apart, and frames of codes: both come after the first page.
    // To open it, 106,496 was the promise: the last 0.2 kB are what a personal link tells, dates with weekdays and Enter.
    (&PARTICIPANT, 107_008, 153_088),
    // In all, its last 4 kB are frames of codes, for notes that are too long for one, and what one said before one sends it.
    (&REVIEWER, 89_088, 151_552),
    // Its last 2 kB are what keeps it a tablet: Back that leads nowhere else, pictures with no internet, what is typed.
    (&TABLET, 164_864, 164_864),
    // The equality questions, guides, agreed words and practice come after the first screen.
    (&ORGANISER, 378_880, 1_318_912),
];

/// Bytes of a survey's own page, as it is on a disk or in an email, before there is a survey in it. With a large survey
/// and its pictures it shall be within 400 kB: those are up to 80 kB.
const LIMIT_OF_SINGLE: u64 = 320_000;

pub struct Sizes {
    pages: Vec<Page>,
    /// Bytes of the page that organisers fill a survey into.
    single: u64,
}

struct Page {
    name: &'static str,
    /// Most bytes to open it, and in all.
    limits: [u64; 2],
    files: Vec<File>,
    /// What the page fetches once it has opened.
    later: Vec<File>,
}

struct File {
    name: String,
    raw: u64,
    sent: u64,
}

impl Sizes {
    /// Measures a `dist` that was built with full care.
    pub fn measure(place: &Place) -> Result<Sizes> {
        let pages = LIMITS.iter().map(|(program, first, all)| {
            let mut names = vec![format!("{}index.html", program.folder)];
            for entry in std::fs::read_dir(place.dist().join("assets"))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                if name.starts_with(program.name) {
                    names.push(format!("assets/{name}"));
                }
            }
            names.sort();
            let size = |path: &Path| Ok::<u64, std::io::Error>(std::fs::metadata(path)?.len());
            let files = names.into_iter().map(|name| {
                let raw = size(&place.dist().join(&name))?;
                let sent = size(&place.compressed().join(format!("{name}.br")))?;
                Ok(File { name, raw, sent })
            });
            let second = format!("assets/{}", program.second_name());
            let (later, files) = files
                .collect::<Result<Vec<_>>>()?
                .into_iter()
                .partition(|file| file.name.starts_with(&second));
            Ok(Page { name: program.name, limits: [*first, *all], files, later })
        });
        let single = std::fs::metadata(place.dist().join(single::PATH))?.len();
        Ok(Sizes { pages: pages.collect::<Result<_>>()?, single })
    }

    /// How many pages are within their limit, and how many are not.
    pub fn kept_and_broken(&self) -> (usize, usize) {
        let pages = self.pages.iter().map(Page::is_kept);
        let all: Vec<bool> = pages.chain([self.single <= LIMIT_OF_SINGLE]).collect();
        let kept = all.iter().filter(|is_kept| **is_kept).count();
        (kept, all.len() - kept)
    }
}

impl Page {
    /// Bytes to open it, and in all: each raw, and sent.
    fn sizes(&self) -> [(u64, u64); 2] {
        let ((raw, sent), (more_raw, more)) = (total(&self.files), total(&self.later));
        [(raw, sent), (raw + more_raw, sent + more)]
    }

    fn is_kept(&self) -> bool {
        self.sizes().iter().zip(self.limits).all(|((_, sent), limit)| *sent <= limit)
    }
}

/// Bytes in all: raw, and sent.
fn total(files: &[File]) -> (u64, u64) {
    files.iter().fold((0, 0), |(raw, sent), file| (raw + file.raw, sent + file.sent))
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "\n  {:42}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        for page in &self.pages {
            let mut line = |name: &str, (raw, sent): (u64, u64), more: &str| {
                writeln!(out, "  {name:42}{raw:>10}{sent:>10}{more}")
            };
            let judged = |(_, sent): (u64, u64), limit: u64| {
                let verdict = if sent <= limit { "within" } else { "OVER" };
                format!("  {verdict} the limit of {limit}")
            };
            let (name, [first, all], [limit, limit_of_all]) =
                (page.name, page.sizes(), page.limits);
            for file in &page.files {
                line(&file.name, (file.raw, file.sent), "")?;
            }
            line(&format!("{name} page, to open it"), first, &judged(first, limit))?;
            for file in &page.later {
                line(&file.name, (file.raw, file.sent), "  a moment later")?;
            }
            line(&format!("{name} page in all"), all, &judged(all, limit_of_all))?;
            writeln!(out)?;
        }
        let verdict = if self.single <= LIMIT_OF_SINGLE { "within" } else { "OVER" };
        let (name, raw) = ("a survey as one web page", self.single);
        writeln!(out, "  {name:42}{raw:>10}{:>10}  {verdict} the limit of {LIMIT_OF_SINGLE}\n", "")
    }
}
