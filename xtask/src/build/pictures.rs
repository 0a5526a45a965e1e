//! The pictures that a survey can show: those of `src/model/pictures.txt`, drawn by OpenMoji, each made small.
//!
//! Each is named by its code alone, without a digest. Surveys in people's hands name a picture by its code, so its
//! address must stay, and so must every line that was ever in a released list.
//!
//! **Invariant:** a picture is shapes and nothing else. It runs nothing and fetches nothing.

use crate::command::{node, run};
use crate::hash;
use crate::place::Place;
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;

/// What is in the list, from the project's folder.
pub const LIST: &str = "src/model/pictures.txt";

/// The name of each file in `dist/pictures`, and what is in it.
pub fn make(place: &Place) -> Result<Vec<(String, Vec<u8>)>> {
    let list = std::fs::read_to_string(place.root.join(LIST))?;
    let files: Vec<String> = codes(&list)?.iter().map(|code| format!("{code}.svg")).collect();
    let folder = shrunk(place, &files)?;
    let read = |name: String| {
        let svg = std::fs::read_to_string(folder.join(&name))?;
        ensure!(is_only_shapes(&svg), "the picture {name} holds more than shapes");
        Ok((name, svg.into_bytes()))
    };
    files.into_iter().map(read).collect()
}

/// A folder with these files of OpenMoji, as small as can be. That takes some seconds, so it is only done again when
/// the list or a package has changed.
fn shrunk(place: &Place, files: &[String]) -> Result<PathBuf> {
    let folder = place.work().join("pictures");
    let stamp = place.work().join("pictures-built-from");
    let originals = place.npm("openmoji/color/svg");
    let made_from = ["package-lock.json", LIST, "xtask/src/build/pictures.rs"];
    let inputs = hash::of_files(&made_from.map(|name| place.root.join(name)))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == inputs) {
        return Ok(folder);
    }
    if let Some(missing) = files.iter().find(|name| !originals.join(name).exists()) {
        bail!("{LIST} names {missing}, which OpenMoji does not have");
    }
    std::fs::create_dir_all(&folder)?;
    run(node(place.npm("svgo/bin/svgo.js"))
        .args(["--multipass", "--quiet", "--output"])
        .arg(&folder)
        .arg("--input")
        .args(files)
        .current_dir(originals))
    .context("making the pictures small")?;
    std::fs::write(stamp, inputs)?;
    Ok(folder)
}

/// A line is `CODE name: other words`, or `# a group`, or empty.
fn codes(list: &str) -> Result<Vec<&str>> {
    let mut codes = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let code = line.split(' ').next().unwrap_or_default();
        let is_code =
            code.len() > 3 && code.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F' | '-'));
        ensure!(is_code, "{LIST}: `{line}` does not begin with a code of OpenMoji");
        ensure!(!codes.contains(&code), "{LIST}: {code} is there twice");
        codes.push(code);
    }
    Ok(codes)
}

fn is_only_shapes(svg: &str) -> bool {
    let svg = svg.trim().replacen(r#" xmlns="http://www.w3.org/2000/svg""#, "", 1);
    let is_whole = svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.contains(" viewBox=");
    // `on` with a space before it starts the name of every attribute that holds a script.
    let more = ["<script", "<style", "<image", "<foreignObject", "<!", "href", "url(", "//", " on"];
    is_whole && !more.iter().any(|word| svg.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn list() -> String {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        std::fs::read_to_string(PathBuf::from(root).join(LIST)).unwrap()
    }

    #[test]
    fn every_picture_has_a_plain_name_of_its_own_and_words_to_find_it_by() {
        let list = list();
        let mut names = BTreeSet::new();
        for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            let (code_and_name, words) = line.split_once(": ").expect(line);
            let (_, name) = code_and_name.split_once(' ').expect(line);
            assert!((1..=4).contains(&name.split(' ').count()), "{line}");
            let is_plain = |c: char| c.is_alphanumeric() || " -'&".contains(c);
            assert!(name.chars().all(is_plain), "{line}");
            let words: Vec<_> = words.split(", ").collect();
            assert!(words.iter().all(|word| !word.is_empty() && word.trim() == *word), "{line}");
            assert!(names.insert(name.to_lowercase()), "two pictures are named {name}");
        }
        assert_eq!(names.len(), codes(&list).unwrap().len());
    }

    #[test]
    fn the_pictures_that_the_app_names_itself_are_there() {
        let list = list();
        let codes = codes(&list).unwrap();
        for code in ["1F44D", "1F44E", "2753", "1F622", "1F641", "1F610", "1F642", "1F600"] {
            assert!(codes.contains(&code), "{code}");
        }
    }

    #[test]
    fn a_line_without_a_code_and_a_code_twice_are_errors() {
        assert_eq!(codes("# Home\n1F3E0 home: house\n\n").unwrap(), ["1F3E0"]);
        assert!(codes("home: house").is_err());
        assert!(codes("../1F3E0 home: house").is_err());
        assert!(codes("1F3E0 home: house\n1F3E0 flat: house").is_err());
    }

    #[test]
    fn only_shapes_pass() {
        let svg = |inside: &str| {
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{inside}</svg>"#)
        };
        assert!(is_only_shapes(&svg(r#"<path fill="none" d="M1 2"/>"#)));
        assert!(!is_only_shapes(&svg("<script>1</script>")));
        assert!(!is_only_shapes(&svg(r#"<path onload="x"/>"#)));
        assert!(!is_only_shapes(&svg(r##"<use href="#a"/>"##)));
        assert!(!is_only_shapes(&svg(r#"<path fill="url(https://a.b)"/>"#)));
        assert!(!is_only_shapes("<svg viewBox=\"0 0 72 72\"><path/>"));
    }
}
