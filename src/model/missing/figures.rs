//! The figures of each local authority, from the text of `web/areas.txt`.
//!
//! The file comes from the host, so what is not as expected is left out, and nothing is trusted to be there.

use super::About;
use crate::model::ready_made::equality::Nation;

/// Some people of an area, by their outside code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// As the pack has it.
    pub code: String,
    /// What it is called in the census.
    pub name: String,
}

/// A local authority, or a whole nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its official code. Empty for a whole nation.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// For each topic of its nation, how many people are in each group. Empty where nothing is known.
    pub counts: Vec<Vec<u64>>,
}

/// A nation with its areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub nation: Nation,
    /// The year of its census.
    pub year: u32,
    /// What is known, with the groups in the order of the counts.
    pub topics: Vec<(About, Vec<Group>)>,
    /// Every area, by name. The nation itself comes first.
    pub areas: Vec<Area>,
    /// Other names, each with the names of the areas that it stands for: of one, or of all of a county.
    pub also: Vec<(String, Vec<String>)>,
}

/// All there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures(pub Vec<Place>);

impl Figures {
    /// Reads the file. `None` for what holds no area, such as the page that some hosts send for a missing file.
    pub fn read(text: &str) -> Option<Self> {
        let mut places: Vec<Place> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(nation) = line.strip_prefix("nation ") {
                let (name, year) = nation.split_once('|')?;
                let nation = Nation::ALL.into_iter().find(|nation| nation.name() == name)?;
                let year = year.parse().ok()?;
                places.push(Place {
                    nation,
                    year,
                    topics: Vec::new(),
                    areas: Vec::new(),
                    also: Vec::new(),
                });
            } else if let Some(topic) = line.strip_prefix("topic ") {
                let mut cells = topic.split('|');
                let word = cells.next()?;
                let about = About::ALL.into_iter().find(|about| about.word() == word)?;
                let group = |cell: &str| {
                    let (code, name) = cell.split_once(' ')?;
                    Some(Group { code: code.to_owned(), name: name.to_owned() })
                };
                places.last_mut()?.topics.push((about, cells.map(group).collect::<Option<_>>()?));
            } else if let Some(also) = line.strip_prefix("also ") {
                let (name, areas) = also.split_once('|')?;
                let areas = areas.split(';').map(str::to_owned).collect();
                places.last_mut()?.also.push((name.to_owned(), areas));
            } else {
                let place = places.last_mut()?;
                let mut cells = line.split('|');
                let (code, name) = (cells.next()?.to_owned(), cells.next()?.to_owned());
                let counts = |cell: &str| -> Option<Vec<u64>> {
                    cell.split_whitespace().map(|count| count.parse().ok()).collect()
                };
                let counts: Vec<Vec<u64>> = cells.map(counts).collect::<Option<_>>()?;
                let fits = |(counts, (_, groups)): (&Vec<u64>, &(About, Vec<Group>))| {
                    counts.is_empty() || counts.len() == groups.len()
                };
                let is_right = counts.len() == place.topics.len()
                    && counts.iter().zip(&place.topics).all(fits);
                place.areas.extend(is_right.then_some(Area { code, name, counts }));
            }
        }
        places.retain(|place| !place.areas.is_empty());
        places.iter_mut().for_each(Place::add_whole);
        (!places.is_empty()).then_some(Self(places))
    }

    /// The nation with its areas.
    pub fn place(&self, nation: Nation) -> Option<&Place> {
        self.0.iter().find(|place| place.nation == nation)
    }
}

impl Place {
    /// The people of an area in each group of a topic. `None` where nothing is known.
    pub fn counts<'a>(&self, area: &'a Area, about: About) -> Option<&'a [u64]> {
        let at = self.topics.iter().position(|(other, _)| *other == about)?;
        area.counts.get(at).map(Vec::as_slice).filter(|counts| !counts.is_empty())
    }

    fn add_whole(&mut self) {
        let sum = |at: usize| {
            let all = self.areas.iter().filter_map(|area| area.counts.get(at));
            let mut sums: Vec<u64> = Vec::new();
            for counts in all.filter(|counts| !counts.is_empty()) {
                sums.resize(counts.len(), 0);
                sums.iter_mut()
                    .zip(counts)
                    .for_each(|(sum, count)| *sum = sum.saturating_add(*count));
            }
            sums
        };
        let counts = (0..self.topics.len()).map(sum).collect();
        let name = ["All of ", self.nation.name()].concat();
        self.areas.insert(0, Area { code: String::new(), name, counts });
    }
}

/// The groups of a topic in a nation: as its census has them, or simple ones of our own where it has none, so that a
/// group can type the numbers of its own register.
pub fn groups_of(place: &Place, about: About) -> Vec<Group> {
    if let Some((_, groups)) = place.topics.iter().find(|(other, _)| *other == about) {
        return groups.clone();
    }
    let own: &[(&str, &str)] = match about {
        About::Age => &[("0", "0 to 15"), ("16", "16 to 64"), ("65", "65 and over")],
        About::Disability => &[("D", "Disabled"), ("N", "Not disabled")],
        _ => &[],
    };
    let group =
        |(code, name): &(&str, &str)| Group { code: (*code).to_owned(), name: (*name).to_owned() };
    own.iter().map(group).collect()
}

/// Why the census figures that we have say nothing of a topic in a nation, and where there are some. `None` where
/// they do say something.
pub fn why_none(place: &Place, about: About) -> Option<&'static str> {
    if place.topics.iter().any(|(other, _)| *other == about) {
        return None;
    }
    Some(match (about, place.nation) {
        (About::Age, Nation::England | Nation::Wales) => {
            "Age: we left out the age figures that we had, because their age groups were not clear. The Office for \
             National Statistics has them for each council: Census 2021, table TS007A."
        }
        (About::Age, _) => {
            "Age: we have no age figures for councils here. The Northern Ireland Statistics and Research Agency has \
             them: Census 2021, age."
        }
        (About::Disability, _) => {
            "Disability: the figures that we have for here count homes, not people. The Northern Ireland Statistics \
             and Research Agency has figures for people: Census 2021, health."
        }
        _ => "We have no figures for this topic here.",
    })
}
