//! The page that an organiser's program makes a survey's own page of: the participant's program with all that it
//! would fetch, in one file. It is put together from what was built for the participant's page, so nothing is compiled
//! for it.
//!
//! Organisers fetch it when they press for it, and no phone ever does. It is text that no browser opens, since there is
//! no survey in it.

use super::assets::{Dist, Words};
use super::cut::Second;
use super::program::PARTICIPANT;
use super::{Care, bundle, page};
use crate::place::Place;
use anyhow::{Context, Result};

/// Where it is in `dist`.
pub const PATH: &str = "answer/single.txt";

/// What the two parts of the program are called in it.
const FIRST: &str = "first.wasm";
const SECOND: &str = "second.wasm";

/// Adds it to what has the participant's program already.
pub fn add(place: &Place, dist: &mut Dist, words: &[Words], care: Care) -> Result<()> {
    let folder = place.work().join(PARTICIPANT.name);
    let part = |name: &str, kind| {
        dist.asset(name, kind).with_context(|| format!("there is no {name}.{kind}"))
    };
    let mut files = vec![(FIRST.to_owned(), part(PARTICIPANT.name, "wasm")?.to_vec())];
    let is_cut = PARTICIPANT.is_cut && care == Care::Release;
    let second = if is_cut { Some(Second::read(&folder)?) } else { None };
    let names = second.as_ref().map(|second| (SECOND, &second.names));
    let script = bundle::single(place, &folder, FIRST, names)?;
    files.extend(second.as_ref().map(|second| (SECOND.to_owned(), second.wasm.clone())));
    for Words { path, .. } in words {
        let bytes = dist.get(path).with_context(|| format!("there is no {path}"))?;
        files.push((page::file_name(path).to_owned(), bytes.to_vec()));
    }
    let style = part(PARTICIPANT.name, "css")?;
    let made = page::single(place, [&script, style], words, &files)?;
    dist.add(PATH, made.into_bytes());
    Ok(())
}
