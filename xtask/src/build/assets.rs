//! The files of `dist`, held in memory until all of them are made, so a failed build leaves the old ones alone.

use super::sums;
use crate::hash;
use crate::place::Place;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;

/// Stands for the figures of areas where a page names its words. No language has this code.
pub const AREAS: &str = "x-areas";

#[derive(Default)]
pub struct Dist {
    files: BTreeMap<String, Vec<u8>>,
}

/// One file of the typeface, and the characters it holds.
pub struct Font {
    pub path: String,
    characters: String,
}

/// The app's own words in one language, and the language's code as in `hreflang`.
#[derive(Clone)]
pub struct Words {
    pub language: String,
    pub path: String,
}

impl Font {
    /// As `web/start.js` reads it: an address beside the script, and the characters.
    pub fn for_script(&self) -> [&str; 2] {
        [self.path.trim_start_matches("assets/"), &self.characters]
    }
}

impl Dist {
    pub fn add(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), bytes);
    }

    /// Adds a file under a name that changes with its content, and gives back its path.
    pub fn add_asset(&mut self, name: &str, kind: &str, bytes: Vec<u8>) -> String {
        let path = format!("assets/{name}-{}.{kind}", hash::short(&bytes));
        self.add(path.clone(), bytes);
        path
    }

    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// What was added under this name, and the end of its path.
    pub fn asset(&self, name: &str, kind: &str) -> Option<&[u8]> {
        let (start, end) = (format!("assets/{name}-"), format!(".{kind}"));
        let is_it = |path: &str| {
            let digest = path.strip_prefix(&start).and_then(|rest| rest.strip_suffix(&end));
            // Another name may begin with this one.
            digest.is_some_and(|digest| digest.chars().all(|c| c.is_ascii_hexdigit()))
        };
        self.files.iter().find(|(path, _)| is_it(path)).map(|(_, bytes)| bytes.as_slice())
    }

    pub fn take(&mut self, other: Dist) {
        self.files.extend(other.files);
    }

    /// Upright only: italics are hard to read for many, so the style uses none.
    pub fn add_fonts(&mut self, place: &Place) -> Result<Vec<Font>> {
        let package = place.npm("@fontsource-variable/atkinson-hyperlegible-next");
        let characters = std::fs::read(package.join("unicode.json"))?;
        let characters: BTreeMap<String, String> = serde_json::from_slice(&characters)?;
        characters
            .into_iter()
            .map(|(script, characters)| {
                let file = format!("files/atkinson-hyperlegible-next-{script}-wght-normal.woff2");
                let bytes = std::fs::read(package.join(file))?;
                let path = self.add_asset(&format!("font-{script}"), "woff2", bytes);
                Ok(Font { path, characters })
            })
            .collect::<Result<_>>()
            .context("the typeface's npm package is not as expected")
    }

    /// Each is a file of its own, which a phone fetches when its owner picks that language.
    pub fn add_words(&mut self, place: &Place) -> Result<Vec<Words>> {
        let english = std::fs::read_to_string(place.root.join("src/model/words.txt"))?;
        let mut words = Vec::new();
        for entry in std::fs::read_dir(place.root.join("web/words"))? {
            let file = entry?.path();
            let language = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let is_code = language.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
            if !is_code || file.extension().is_none_or(|end| end != "txt") {
                bail!("{} is not named as a language, such as cy.txt", file.display());
            }
            let ordered = in_order_of(&english, &std::fs::read_to_string(&file)?);
            let path = self.add_asset(&format!("words-{language}"), "txt", ordered.into_bytes());
            words.push(Words { language, path });
        }
        words.sort_by(|a, b| a.language.cmp(&b.language));
        Ok(words)
    }

    /// What each picture shows. A reviewer's phone fetches it when another picture is wanted.
    /// Its page names it as it names words, under a code that no language has.
    pub fn add_picture_list(&mut self, place: &Place) -> Result<Words> {
        let list = std::fs::read(place.root.join(super::pictures::LIST))?;
        let path = self.add_asset("pictures", "txt", list);
        Ok(Words { language: "x-pictures".into(), path })
    }

    /// The people of each local authority. The organiser's page names it in the same way, and fetches it when somebody
    /// asks who is missing.
    pub fn add_areas(&mut self, place: &Place) -> Result<Words> {
        let figures = std::fs::read(place.root.join("web/areas.txt"))?;
        let path = self.add_asset("areas", "txt", figures);
        Ok(Words { language: AREAS.into(), path })
    }

    pub fn add_icons(&mut self, place: &Place) -> Result<()> {
        let web = place.root.join("web");
        for entry in std::fs::read_dir(web.join("icons"))? {
            let entry = entry?;
            let path = format!("icons/{}", entry.file_name().to_string_lossy());
            self.add(path, std::fs::read(entry.path())?);
        }
        let manifest = "manifest.webmanifest";
        self.add(manifest, std::fs::read(web.join(manifest))?);
        self.add(sums::OF_HOST, std::fs::read(web.join(sums::OF_HOST))?);
        Ok(())
    }

    /// Adds the list of all files with their digests. It comes last.
    pub fn add_sums(&mut self) {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let files = files.filter(|(path, _)| *path != sums::OF_HOST);
        let list = sums::list(files);
        self.add(sums::NAME, list.into_bytes());
    }

    /// Replaces what is in `folder`.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        for (path, bytes) in &self.files {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().unwrap_or(folder))?;
            std::fs::write(file, bytes)?;
        }
        Ok(())
    }
}

/// The words of a file without their keys, a line for each key of the English ones and in their order. A line is
/// empty where there are none.
fn in_order_of(english: &str, file: &str) -> String {
    let own: BTreeMap<&str, &str> = file.lines().filter_map(|line| line.split_once('=')).collect();
    let keys = english.lines().filter_map(|line| Some(line.split_once('=')?.0));
    keys.map(|key| [own.get(key).copied().unwrap_or_default(), "\n"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_is_found_by_its_name_and_not_by_the_start_of_another() {
        let mut dist = Dist::default();
        dist.add_asset("participant-later", "wasm", vec![2]);
        assert_eq!(dist.asset("participant", "wasm"), None);
        dist.add_asset("participant", "wasm", vec![1]);
        dist.add_asset("participant", "css", vec![3]);
        assert_eq!(dist.asset("participant", "wasm"), Some([1].as_slice()));
        assert_eq!(dist.asset("participant-later", "wasm"), Some([2].as_slice()));
    }
}
