//! What the local web server can answer with: every file of `dist`, held in memory in three forms.
//!
//! **Invariant:** an address is only ever looked up among those files. It never becomes a path on the disk, so no
//! address can reach anything else.

use super::watch;
use crate::build::headers;
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::path::Path;

#[derive(Default)]
pub struct Site {
    folder: String,
    files: HashMap<String, Served>,
}

pub struct Served {
    pub kind: &'static str,
    /// Its name changes with its content.
    is_lasting: bool,
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
}

pub enum Answer<'a> {
    File(&'a Served),
    Redirect(String),
    /// There is none, but perhaps a page that says so.
    Missing(Option<&'a Served>),
}

impl Served {
    fn new(name: &str, plain: Vec<u8>) -> Served {
        Served {
            kind: kind(name),
            is_lasting: name.starts_with("assets/"),
            plain,
            brotli: None,
            gzip: None,
        }
    }

    /// The smallest form that a browser said it accepts, and what that form is called.
    pub fn best_for(&self, accepted: &str) -> (Option<&'static str>, &[u8]) {
        let accepts = |name: &str| {
            accepted.split(',').any(|one| {
                let (coding, quality) = one.split_once(';').unwrap_or((one, "q=1"));
                coding.trim() == name && quality.trim() != "q=0"
            })
        };
        match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if accepts("br") => (Some("br"), bytes),
            (_, Some(bytes)) if accepts("gzip") => (Some("gzip"), bytes),
            _ => (None, &self.plain),
        }
    }

    pub fn caching(&self) -> &'static str {
        if self.is_lasting { headers::LASTING } else { headers::CHECKED }
    }
}

impl Site {
    /// Reads a folder of built files, and the folder of their compressed forms.
    pub fn load(plain: &Path, compressed: &Path, under: &str) -> Result<Site> {
        let mut site = Site { folder: folder(under), files: HashMap::new() };
        site.read(plain, compressed, "")?;
        Ok(site)
    }

    fn read(&mut self, plain: &Path, compressed: &Path, prefix: &str) -> Result<()> {
        let entries = std::fs::read_dir(plain)
            .with_context(|| format!("{} is not there yet", plain.display()))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                self.read(&path, compressed, &format!("{name}/"))?;
                continue;
            }
            let form = |end: &str| std::fs::read(compressed.join(format!("{name}.{end}"))).ok();
            let mut file = Served::new(&name, std::fs::read(&path)?);
            (file.brotli, file.gzip) = (form("br"), form("gz"));
            self.files.insert(name, file);
        }
        Ok(())
    }

    /// The same, with pages that reload when there is a newer release.
    pub fn reloading(mut self) -> Site {
        for (name, file) in &mut self.files {
            // The page for what is missing lets no other script in.
            if name.ends_with("index.html") {
                *file = Served::new(name, watch::with_reloading(&self.folder, &file.plain));
            }
        }
        for (name, plain) in watch::extra_files(&self.folder) {
            let served = Served::new(&name, plain);
            self.files.insert(name, served);
        }
        self
    }

    pub fn answer(&self, address: &str) -> Answer<'_> {
        let (path, query) = match address.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (address, String::new()),
        };
        let Some(path) = path.strip_prefix(&self.folder) else {
            return Answer::Missing(None);
        };
        let is_page = |name: &str| self.files.contains_key(&format!("{name}index.html"));
        if let Some(name) = path.strip_prefix('/') {
            let page = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
            if let Some(file) = self.files.get(&format!("{name}{page}")) {
                return Answer::File(file);
            }
        }
        let with_slash = format!("{path}/");
        match with_slash.strip_prefix('/') {
            // A second slash would make the rest of it the name of another host.
            Some(name) if !name.starts_with('/') && is_page(name) => {
                Answer::Redirect(format!("{}{with_slash}{query}", self.folder))
            }
            // As GitHub Pages and many other hosts do.
            _ => Answer::Missing(self.files.get("404.html")),
        }
    }
}

/// A folder's name as it stands in addresses: nothing, or `/such/as/this`.
pub fn folder(under: &str) -> String {
    match under.trim_matches('/') {
        "" => String::new(),
        name => format!("/{name}"),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(under: &str, address: &str, expected: &str) {
        let files = ["index.html", "answer/index.html", "assets/a-1.js"];
        let site = Site {
            folder: folder(under),
            files: files.map(|name| (name.to_string(), Served::new(name, name.into()))).into(),
        };
        let found = match site.answer(address) {
            Answer::File(file) => String::from_utf8(file.plain.clone()).unwrap(),
            Answer::Redirect(to) => format!("-> {to}"),
            Answer::Missing(None) => "missing".into(),
            Answer::Missing(Some(page)) => {
                format!("missing: {}", String::from_utf8(page.plain.clone()).unwrap())
            }
        };
        assert_eq!(found, expected, "{under} {address}");
    }

    #[test]
    fn a_folder_answers_with_its_page() {
        check("", "/", "index.html");
        check("", "/answer/", "answer/index.html");
        check("", "/answer/index.html?from=poster", "answer/index.html");
        check("", "/answer", "-> /answer/");
        check("", "/answer?from=poster", "-> /answer/?from=poster");
        check("", "/assets/a-1.js", "assets/a-1.js");
        check("", "/assets/", "missing");
        check("", "/assets", "missing");
    }

    #[test]
    fn under_a_folder_only_that_folder_answers() {
        check("/some/where/", "/some/where/", "index.html");
        check("/some/where/", "/some/where", "-> /some/where/");
        check("/some/where/", "/some/where/answer", "-> /some/where/answer/");
        check("/some/where/", "/", "missing");
        check("/some/where/", "/some/whereindex.html", "missing");
    }

    #[test]
    fn the_page_for_what_is_missing_stands_under_every_address_of_the_folder() {
        let page = ("404.html".to_string(), Served::new("404.html", b"no page".to_vec()));
        let site = Site { folder: folder("/some"), files: [page].into() };
        let found = |address| match site.answer(address) {
            Answer::Missing(page) => page.map(|page| page.plain.as_slice()),
            _ => panic!("there is no page at {address}"),
        };
        assert_eq!(found("/some/answer/%23ask-survey.1"), Some(b"no page".as_slice()));
        assert_eq!(found("/other/"), None);
    }

    #[test]
    fn no_address_leaves_the_site() {
        check("", "/../Cargo.toml", "missing");
        check("", "/%2e%2e/Cargo.toml", "missing");
        check("", "/answer/../../Cargo.toml", "missing");
        check("", "//answer", "missing");
        check("", "answer", "missing");
        check("", "", "-> /");
    }

    #[test]
    fn a_picture_is_sent_as_one_and_asked_for_again() {
        let picture = Served::new("pictures/1F3E0.svg", b"<svg/>".into());
        assert_eq!((picture.kind, picture.caching()), ("image/svg+xml", "no-cache"));
    }

    #[test]
    fn the_smallest_accepted_form_is_sent() {
        let file = Served {
            brotli: Some(b"br".into()),
            gzip: Some(b"gz".into()),
            ..Served::new("a.js", b"plain".into())
        };
        assert_eq!(file.best_for("gzip, deflate, br").1, b"br");
        assert_eq!(file.best_for("gzip;q=0.8, br;q=0").1, b"gz");
        assert_eq!(file.best_for("").1, b"plain");
    }
}
