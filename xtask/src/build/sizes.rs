//! How much a phone has to fetch. The limits in here are promises to people with old phones and little data.

use super::program::{ORGANISER, PARTICIPANT, Program, REVIEWER};
use crate::place::Place;
use anyhow::Result;
use std::fmt;
use std::path::Path;

/// Page, style, script and program together, compressed as most hosts send them. The organiser's shall
/// come down to 409,600 bytes; until it does, this keeps it from growing.
const LIMITS: [(&Program, u64); 3] =
    [(&PARTICIPANT, 102_400), (&REVIEWER, 117_760), (&ORGANISER, 565_000)];

pub struct Sizes(Vec<Page>);

struct Page {
    name: &'static str,
    limit: u64,
    files: Vec<File>,
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
            Ok(Page { name: program.name, limit: *limit, files: files.collect::<Result<_>>()? })
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
    fn sent(&self) -> u64 {
        self.files.iter().map(|file| file.sent).sum()
    }

    fn is_kept(&self) -> bool {
        self.sent() <= self.limit
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        writeln!(out, "\n  {:42}{:>10}{:>10}", "bytes", "raw", "brotli")?;
        for page in &self.0 {
            for file in &page.files {
                writeln!(out, "  {:42}{:>10}{:>10}", file.name, file.raw, file.sent)?;
            }
            let (name, limit) = (page.name, page.limit);
            let verdict = if page.is_kept() { "within" } else { "OVER" };
            let total = format!("{name} page in all");
            let raw: u64 = page.files.iter().map(|file| file.raw).sum();
            writeln!(
                out,
                "  {total:42}{raw:>10}{:>10}  {verdict} the limit of {limit}\n",
                page.sent()
            )?;
        }
        Ok(())
    }
}
