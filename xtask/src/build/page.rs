//! Fills the HTML templates. A misspelt placeholder is an error, not a hole in the page.

use super::assets::Words;
use super::program::Program;
use crate::hash;
use crate::place::Place;
use anyhow::{Context, Result, bail, ensure};
use base64ct::{Base64, Encoding};
use miniz_oxide::deflate::compress_to_vec;

/// What a template may name in `{{ }}`. Paths are from the top of `dist`.
pub struct Filled<'a> {
    pub css: &'a str,
    pub js: &'a str,
    pub wasm: &'a str,
    pub words: &'a [Words],
}

pub fn fill(place: &Place, program: &Program, filled: &Filled) -> Result<String> {
    let template = std::fs::read_to_string(place.root.join(program.template))?;
    let from_page = |path: &str| format!("{}{path}", program.base);
    replace(&without_comments(&template), |name| match name {
        "base" => Some(program.base.to_string()),
        "css" => Some(from_page(filled.css)),
        "js" => Some(from_page(filled.js)),
        "wasm" => Some(from_page(filled.wasm)),
        "words" => Some(links(filled.words, program.base)),
        _ => None,
    })
    .with_context(|| format!("filling {}", program.template))
}

/// The page that hosts show when they have none at an address.
pub fn lost(place: &Place, script: &[u8], style: &[u8]) -> Result<String> {
    let template = std::fs::read_to_string(place.root.join("web/404.html"))?;
    let text = |bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
    replace(&without_comments(&template), |name| match name {
        "script" => text(script),
        "script-digest" => Some(hash::integrity(script)),
        "style" => text(style),
        "style-digest" => Some(hash::integrity(style)),
        _ => None,
    })
    .context("filling web/404.html")
}

/// A survey's own page, before an organiser's program puts a survey into it. `files`: what stands in it, by name.
pub fn single(
    place: &Place,
    [script, style]: [&[u8]; 2],
    words: &[Words],
    files: &[(String, Vec<u8>)],
) -> Result<String> {
    let template = std::fs::read_to_string(place.root.join("single.html"))?;
    let text = |bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
    // Each stands in the page itself, so its name alone is its address.
    let named = |words: &Words| Words { path: file_name(&words.path).to_owned(), ..words.clone() };
    let words: Vec<Words> = words.iter().map(named).collect();
    let file = |(name, bytes): &(String, Vec<u8>)| {
        let packed = Base64::encode_string(&compress_to_vec(bytes, HARDEST));
        // A file that lost some of itself on the way is told from a browser that can't run it by how long it is.
        let size = bytes.len();
        format!(r#"<template data-file="{name}" data-size="{size}">{packed}</template>"#)
    };
    // What ends an element would end it in its text too.
    ensure!(!holds(script, "</script") && !holds(style, "</style"), "a text ends its element");
    replace(&without_comments(&template), |name| match name {
        "script" => text(script),
        "script-digest" => Some(hash::integrity(script)),
        "style" => text(style),
        "style-digest" => Some(hash::integrity(style)),
        "words" => Some(links(&words, "")),
        "files" => Some(files.iter().map(file).collect::<Vec<_>>().join("\n      ")),
        _ => None,
    })
    .context("filling single.html")
}

/// How hard to deflate, at most.
const HARDEST: u8 = 10;

fn holds(text: &[u8], part: &str) -> bool {
    text.windows(part.len()).any(|some| some.eq_ignore_ascii_case(part.as_bytes()))
}

/// The end of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Tells the program where its words in other languages are: it looks for `link[hreflang]`.
/// Browsers fetch nothing for these by themselves.
fn links(words: &[Words], base: &str) -> String {
    let link = |Words { language, path }: &Words| {
        format!(
            r#"<link rel="alternate" type="text/plain" hreflang="{language}" href="{base}{path}">"#
        )
    };
    words.iter().map(link).collect::<Vec<_>>().join("\n    ")
}

fn replace(template: &str, value: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("a {{{{ has no }}}}");
        };
        let Some(value) = value(name) else {
            bail!("there is nothing to put in place of {{{{{name}}}}}");
        };
        page.push_str(before);
        page.push_str(&value);
        rest = after;
    }
    Ok(page + rest)
}

/// Comments are for people who read the sources, not for phones on slow connections.
fn without_comments(template: &str) -> String {
    let mut pieces = template.split("<!--");
    let mut page = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let after = piece.split_once("-->").map_or("", |(_, after)| after);
        page.push_str(after.trim_start());
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_replaced() {
        let page = replace("<a href={{base}}x>{{base}}</a>", |name| {
            (name == "base").then(|| "../".to_string())
        });
        assert_eq!(page.unwrap(), "<a href=../x>../</a>");
    }

    #[test]
    fn a_misspelt_placeholder_is_an_error() {
        assert!(replace("{{bse}}", |_| None).is_err());
        assert!(replace("{{base", |_| Some(String::new())).is_err());
    }

    #[test]
    fn each_language_has_its_link() {
        let words = |language: &str| Words {
            language: language.into(),
            path: format!("assets/words-{language}-1.txt"),
        };
        let link = |language| {
            format!(
                "<link rel=\"alternate\" type=\"text/plain\" hreflang=\"{language}\" \
                 href=\"../assets/words-{language}-1.txt\">"
            )
        };
        let expected = format!("{}\n    {}", link("cy"), link("pl"));
        assert_eq!(links(&[words("cy"), words("pl")], "../"), expected);
        assert_eq!(links(&[], ""), "");
    }

    #[test]
    fn what_ends_an_element_is_found_in_any_letters() {
        assert!(holds(b"a</Script>", "</script"));
        assert!(!holds(b"a<\\/script>", "</script"));
        assert!(!holds(b"", "</script"));
    }

    #[test]
    fn comments_stay_behind() {
        assert_eq!(
            without_comments("<!doctype html>\n<!-- why -->\n<p>Hello"),
            "<!doctype html>\n<p>Hello"
        );
    }
}
