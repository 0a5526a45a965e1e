//! A survey as one web page: what is filled into the page that comes with the app, so that it opens by a double click
//! and needs no host.
//!
//! **Invariant:** nothing of a survey becomes part of a script. Its words stand in the page as base64, and its title
//! with every sign written out that means something in HTML.
//!
//! Absent: the page itself, which the build makes (`single.html`), and what reads it (`web/single.js`).

use base64ct::{Base64, Encoding};

/// Where the page lies that is filled in, as seen from the organiser's.
pub const ADDRESS: &str = "answer/single.txt";

/// Most bytes of it, read from a host that may send anything.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// What it begins with. Some hosts answer with another page where a file is missing.
const START: &str = "<!doctype html>";

/// The places that are filled in, in their order.
const PLACES: [&str; 3] = ["[[title]]", "[[organiser]]", "[[survey]]"];

/// The name by which the page knows the file with photos, sounds and videos.
const OWN: &str = "own.bin";

/// What goes into the page.
#[derive(Clone, Copy, Debug)]
pub struct Single<'a> {
    /// What the survey is called.
    pub title: &'a str,
    /// The address of the organiser's page, for links to answers.
    pub organiser: &'a str,
    /// The survey, as behind the # of its link.
    pub fragment: &'a str,
    /// The survey's file, where it has photos, sounds or videos.
    pub own: Option<&'a [u8]>,
    /// The pictures that it shows: the code of each, and its drawing, deflated.
    pub pictures: &'a [(String, Vec<u8>)],
}

/// The page with all of that. `None` when what came from the host is no such page.
pub fn fill(page: &str, single: Single) -> Option<String> {
    if !page.starts_with(START) {
        return None;
    }
    let [title, organiser, survey] = PLACES;
    let (before_title, rest) = page.split_once(title)?;
    let (before_organiser, rest) = rest.split_once(organiser)?;
    let (before_survey, end) = rest.split_once(survey)?;
    let mut data = element("data-survey", &escaped(single.fragment));
    for (code, deflated) in single.pictures {
        data.push_str(&file(&[&**code, ".svg"].concat(), deflated));
    }
    data.extend(single.own.map(|own| file(OWN, own)));
    let parts = [
        before_title,
        &escaped(single.title),
        before_organiser,
        &escaped(single.organiser),
        before_survey,
        &data,
        end,
    ];
    Some(parts.concat())
}

fn file(name: &str, bytes: &[u8]) -> String {
    element(&["data-file=\"", &*escaped(name), "\""].concat(), &Base64::encode_string(bytes))
}

/// Holds a text, and neither runs nor shows it.
fn element(attribute: &str, text: &str) -> String {
    ["<template ", attribute, ">", text, "</template>\n"].concat()
}

/// A text as it stands in an element or in an attribute in double quotes (HTML, 13.1.2).
fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => all.push_str("&amp;"),
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            '"' => all.push_str("&quot;"),
            _ => all.push(letter),
        }
    }
    all
}
