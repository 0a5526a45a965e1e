//! `cargo xtask verify`: compares a copy of `dist`, in a folder or on a host, with what this computer builds from the
//! same sources.
//!
//! A host is asked for each file by `verify.mjs`, for Node speaks https. Absent: what a host has beside our files. It
//! can't be asked for that, and no page of ours names it.

use crate::build::{self, Care, headers, sums};
use crate::command::node;
use crate::place::Place;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;

/// Builds, and compares. Says each file that differs.
pub fn verify(place: &Place, copy: &str) -> Result<()> {
    build::build_quietly(place, Care::Release)?;
    let list = std::fs::read_to_string(place.dist().join(sums::NAME))?;
    let expected = sums::read(&list).context("the list of digests in `dist` is damaged")?;
    let is_address = copy.starts_with("https://") || copy.starts_with("http://");
    let found = match is_address {
        true => fetched(place, copy, &list)?,
        false => in_folder(Path::new(copy))?,
    };
    let wrong = differences(&expected, &found, !is_address);
    for line in &wrong {
        println!("  {line}");
    }
    match wrong.len() {
        0 => {
            println!("All {} files are those of this release.", expected.len());
            if is_address {
                println!(
                    "What else the host has, and what it sends to others, nobody can see from here."
                );
            }
            Ok(())
        }
        1 => bail!("1 file of {copy} is not that of this release"),
        count => bail!("{count} files of {copy} are not those of this release"),
    }
}

/// What is wrong with a folder that should hold the same files as `dist` does now, in words.
pub fn wrong_in_folder(place: &Place, folder: &Path) -> Result<Vec<String>> {
    let list = std::fs::read_to_string(place.dist().join(sums::NAME))?;
    let expected = sums::read(&list).context("the list of digests in `dist` is damaged")?;
    Ok(differences(&expected, &in_folder(folder)?, true))
}

/// Digests by path. No digest for a file that is not there.
type Found = BTreeMap<String, Option<String>>;

fn in_folder(folder: &Path) -> Result<Found> {
    let mut found = Found::new();
    add(folder, "", &mut found)
        .with_context(|| format!("reading the folder {}", folder.display()))?;
    found.remove(sums::NAME);
    found.remove(sums::OF_HOST);
    let site = std::fs::read(folder.join(sums::OF_HOST)).unwrap_or_default();
    if let Some(logo) = logo_in(&site) {
        found.remove(&logo);
    }
    Ok(found)
}

/// The picture that a host adds for its logo. None of ours is one beside the pages, so naming it hides nothing.
fn logo_in(site: &[u8]) -> Option<String> {
    let site: serde_json::Value = serde_json::from_slice(site).ok()?;
    let logo = site.get("logo")?.as_str()?;
    let is_picture = [".png", ".svg", ".webp"].iter().any(|end| logo.ends_with(end));
    (is_picture && !logo.contains('/')).then(|| logo.to_owned())
}

fn add(folder: &Path, prefix: &str, found: &mut Found) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            add(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name, Some(sums::digest(&std::fs::read(entry.path())?)));
        }
    }
    Ok(())
}

fn fetched(place: &Place, address: &str, list: &str) -> Result<Found> {
    let asked = place.work().join("to-verify");
    std::fs::write(&asked, list)?;
    let mut ask = node(place.root.join("xtask/verify.mjs"));
    let came = crate::command::capture(ask.arg(address).arg(asked))?;
    serde_json::from_slice(&came).context("reading what the host sent")
}

/// What is wrong with a copy, in words. `is_whole`: all that there is was found, so anything else is too much.
fn differences(expected: &[(&str, &str)], found: &Found, is_whole: bool) -> Vec<String> {
    let missing_or_other = expected.iter().filter_map(|(digest, path)| match found.get(*path) {
        Some(Some(other)) if other == digest => None,
        Some(Some(_)) => Some(format!("{path} is another file")),
        // Hosts that read it take it for themselves.
        _ if *path == headers::READ_BY_HOSTS && !is_whole => None,
        _ => Some(format!("{path} is missing")),
    });
    let is_known = |path: &String| expected.iter().any(|(_, known)| known == path);
    let more = found.keys().filter(|path| is_whole && !is_known(path));
    missing_or_other.chain(more.map(|path| format!("{path} is not part of the release"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_picture_beside_the_pages_is_a_hosts_logo() {
        let logo = |site: &str| logo_in(site.as_bytes());
        assert_eq!(logo(r#"{"logo": "logo.svg"}"#), Some("logo.svg".to_owned()));
        for other in
            ["", "{}", r#"{"logo": 1}"#, r#"{"logo": "sw.js"}"#, r#"{"logo": "icons/icon.svg"}"#]
        {
            assert_eq!(logo(other), None, "{other}");
        }
    }

    #[test]
    fn each_difference_is_said() {
        let found = |files: &[(&str, Option<&str>)]| -> Found {
            files
                .iter()
                .map(|(path, digest)| (path.to_string(), digest.map(String::from)))
                .collect()
        };
        let expected = [("1", "a"), ("2", "b"), ("3", "c")];
        let same = found(&[("a", Some("1")), ("b", Some("2")), ("c", Some("3"))]);
        assert_eq!(differences(&expected, &same, true), [""; 0]);
        let other = found(&[("a", Some("1")), ("b", Some("9")), ("c", None), ("d", Some("4"))]);
        let said = ["b is another file", "c is missing"];
        assert_eq!(differences(&expected, &other, false), said);
        let more = [said[0], said[1], "d is not part of the release"];
        assert_eq!(differences(&expected, &other, true), more);
    }
}
