//! How much a phone has to fetch. The limits in here are promises to people with old phones and little data.

use super::program::{ORGANISER, PARTICIPANT, Program, REVIEWER};
use crate::place::Place;
use anyhow::Result;
use std::fmt;
use std::path::Path;

/// Page, style, script and program together, compressed as most hosts send them: what has to come before a page
/// opens. What comes a moment later is listed too, without a limit of its own.
const LIMITS: [(&Program, u64); 3] =
    [(&PARTICIPANT, 125_952), (&REVIEWER, 124_928), (&ORGANISER, 417_792)];

pub struct Sizes(Vec<Page>);

struct Page {
    name: &'static str,
    limit: u64,
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
        let pages = LIMITS.iter().map(|(program, limit)| {
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
            Ok(Page { name: program.name, limit: *limit, files, later })
        });
        Ok(Sizes(pages.collect::<Result<_>>()?))
    }

    /// How many pages are within their limit, and how many are not.
    pub fn kept_and_broken(&self) -> (usize, usize) {
        let kept = self.0.iter().filter(|page| page.is_kept()).count();
        (kept, self.0.len() - kept)
    }
}

impl Page {
    fn is_kept(&self) -> bool {
        total(&self.files).1 <= self.limit
    }
}

/// Bytes in all: raw, and sent.
fn total(files: &[File]) -> (u64, u64) {
    files.iter().fold((0, 0), |(raw, sent), file| (raw + file.raw, sent + file.sent))
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "\n  {:42}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        for page in &self.0 {
            let (name, limit) = (page.name, page.limit);
            let mut line = |name: &str, (raw, sent): (u64, u64), more: &str| {
                writeln!(out, "  {name:42}{raw:>10}{sent:>10}{more}")
            };
            for file in &page.files {
                line(&file.name, (file.raw, file.sent), "")?;
            }
            let verdict = if page.is_kept() { "within" } else { "OVER" };
            let (raw, sent) = total(&page.files);
            let opens = match page.later.is_empty() {
                true => format!("{name} page in all"),
                false => format!("{name} page, to open it"),
            };
            line(&opens, (raw, sent), &format!("  {verdict} the limit of {limit}"))?;
            if !page.later.is_empty() {
                for file in &page.later {
                    line(&file.name, (file.raw, file.sent), "  a moment later")?;
                }
                let (more_raw, more) = total(&page.later);
                line(&format!("{name} page in all"), (raw + more_raw, sent + more), "")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}
