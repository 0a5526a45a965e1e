//! Which areas a person means by what they typed: by the official name or any part of it, by another usual name, in
//! any nation; a county by the areas that it is made of; and several areas together.
//!
//! Several are told apart by ";", which is in no name. Absent: a guess. What fits no name is offered, not taken.

use super::{About, Area, Figures, Place};
use crate::model::phrase;
use crate::model::ready_made::equality::Nation;

/// Most areas that are offered for what was typed.
const MOST_OFFERED: usize = 6;
/// The fewest letters that something is offered for.
const FEWEST_LETTERS: usize = 2;
/// Words of councils and of official names that people leave out or put in.
const FILLERS: [&str; 12] = [
    "council",
    "city",
    "county",
    "district",
    "borough",
    "metropolitan",
    "royal",
    "london",
    "unitary",
    "authority",
    "of",
    "the",
];

/// An area or a county that what was typed may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where it is.
    pub nation: Nation,
    /// What it is called.
    pub name: String,
    /// How many areas it is made of.
    pub areas: usize,
}

/// What was typed, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant<'a> {
    /// The areas, each once.
    pub areas: Vec<&'a Area>,
    /// What they are called together. Empty for none.
    pub name: String,
    /// The first part that is no name of an area in this nation. `None` where all are.
    pub unknown: Option<Unknown>,
}

/// A part of what was typed that is no name of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The part.
    pub typed: String,
    /// What it may mean, the likeliest first.
    pub offers: Vec<Offer>,
}

/// A name as it is compared: without the size of its letters, accents, and signs.
fn plain(name: &str) -> String {
    let letter = |letter: char| match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ŵ' => 'w',
        'ŷ' => 'y',
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
    };
    let spelt = name.to_lowercase().replace(['\'', '’', '.'], "").replace('&', " and ");
    let spelt: String = spelt.chars().map(letter).collect();
    spelt.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A plain name without the words that people leave out.
fn short(plain: &str) -> String {
    let kept: Vec<&str> = plain.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    kept.join(" ")
}

/// How well a name fits what was typed: less is better. `None` where it does not.
fn fit(name: &str, typed: &str) -> Option<u8> {
    let (name, typed) = (plain(name), plain(typed));
    let (core, wanted) = (short(&name), short(&typed));
    let has_start = || name.split(' ').any(|word| word.starts_with(&typed));
    match () {
        () if name == typed => Some(0),
        () if !wanted.is_empty() && core == wanted => Some(1),
        () if typed.len() < FEWEST_LETTERS => None,
        () if name.starts_with(&typed) => Some(2),
        () if has_start() => Some(3),
        () if name.contains(&typed) => Some(4),
        () if wanted.len() >= FEWEST_LETTERS && name.contains(&wanted) => Some(5),
        () => None,
    }
}

impl Figures {
    /// The areas of this nation that somebody typed, by their names.
    pub fn meant(&self, nation: Nation, typed: &str) -> Meant<'_> {
        let mut meant = Meant::default();
        let mut names: Vec<String> = Vec::new();
        for part in typed.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let Some((name, areas)) = self.place(nation).and_then(|place| place.named(part)) else {
                let offers = self.offers(nation, part);
                meant.unknown.get_or_insert(Unknown { typed: part.to_owned(), offers });
                continue;
            };
            let before = meant.areas.len();
            let is_new = |area: &&Area| meant.areas.iter().all(|other| other.name != area.name);
            let new: Vec<&Area> = areas.into_iter().filter(is_new).collect();
            meant.areas.extend(new);
            names.extend((meant.areas.len() > before).then_some(name));
        }
        meant.name = match &names[..] {
            [] => String::new(),
            [one] => one.clone(),
            [one, other] => format!("{one} and {other}"),
            _ => ["these ", &phrase::number(meant.areas.len()), " areas"].concat(),
        };
        meant
    }

    /// What somebody may mean, the likeliest first: in this nation, then in the others.
    fn offers(&self, nation: Nation, typed: &str) -> Vec<Offer> {
        let mut all: Vec<(u8, bool, Offer)> = Vec::new();
        for place in &self.0 {
            let of = place.nation;
            let areas = place.areas.iter().map(|area| (&area.name, &area.name, 1));
            let others = place.also.iter().map(|(name, areas)| match &areas[..] {
                [one] => (name, one, 1),
                some => (name, name, some.len()),
            });
            for (known, name, areas) in areas.chain(others) {
                let Some(fit) = fit(known, typed) else { continue };
                let offer = Offer { nation: of, name: name.clone(), areas };
                all.push((fit, of != nation, offer));
            }
        }
        all.sort_by(|one, other| {
            (one.0, one.1, &one.2.name).cmp(&(other.0, other.1, &other.2.name))
        });
        let mut offers: Vec<Offer> = Vec::new();
        for (.., offer) in all {
            if !offers.contains(&offer) && offers.len() < MOST_OFFERED {
                offers.push(offer);
            }
        }
        offers
    }
}

impl Place {
    /// The areas that a name stands for, and what they are called: by its own name or another one, or by what is left
    /// of it without words such as "City of", where only one is left.
    fn named(&self, typed: &str) -> Option<(String, Vec<&Area>)> {
        let wanted = plain(typed);
        let area = |name: &str| self.areas.iter().find(|area| area.name == name);
        let one = |area: &'_ Area| area.name.clone();
        if let Some(found) = self.areas.iter().find(|area| plain(&area.name) == wanted) {
            return Some((one(found), vec![found]));
        }
        let core = short(&wanted);
        let is_also = |name: &str| plain(name) == wanted || !core.is_empty() && plain(name) == core;
        if let Some((name, areas)) = self.also.iter().find(|(name, _)| is_also(name)) {
            let found: Vec<&Area> = areas.iter().filter_map(|name| area(name)).collect();
            let name = match &found[..] {
                [only] => one(only),
                _ => name.clone(),
            };
            return (!found.is_empty()).then_some((name, found));
        }
        let mut found = self.areas.iter().filter(|area| short(&plain(&area.name)) == core);
        match (found.next(), found.next()) {
            (Some(found), None) if !core.is_empty() => Some((one(found), vec![found])),
            _ => None,
        }
    }

    /// The people of some areas in each group of a topic. `None` where nothing is known of one of them.
    pub fn counts_of(&self, areas: &[&Area], about: About) -> Option<Vec<u64>> {
        let mut sums: Vec<u64> = Vec::new();
        for area in areas {
            let counts = self.counts(area, about)?;
            sums.resize(counts.len(), 0);
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum = sum.saturating_add(*count);
            }
        }
        (!sums.is_empty()).then_some(sums)
    }
}

/// What was typed, with its first unknown part said by this name.
pub fn with_name(typed: &str, unknown: &str, name: &str) -> String {
    let mut is_said = false;
    let parts = typed.split(';').map(str::trim).filter(|part| !part.is_empty());
    let said = parts.map(|part| {
        let is_it = !is_said && part == unknown;
        is_said |= is_it;
        if is_it { name } else { part }
    });
    said.collect::<Vec<_>>().join("; ")
}
