//! Our pictures that people can pick: what each shows, in groups, which ones a search finds, and
//! which ones fit the words of a question.
//!
//! `pictures.txt` has a `# Group` or a `HEXCODE name: other words` a line. The drawings themselves
//! are files of the built folder, one for each code. The organiser's program holds the list; a
//! reviewer's phone fetches it when it is wanted, and hands it to [`find_in`] and [`suggest_in`].
//!
//! Only letters of English change their size in a search: the list has few others, and the tables for
//! all of them would cost a reviewer's phone more than the list.

use super::photo::is_photo;
use super::survey::Survey;

/// The list, by us. The drawings are OpenMoji's.
const LIST: &str = include_str!("pictures.txt");

/// Most pictures that are suggested at once: as many as a person takes in at a glance.
const MOST_SUGGESTED: usize = 4;

/// Words that are in most questions, and say nothing of what they are about.
const EMPTY_WORDS: &str = "a about after all am an and any anything are as ask at back be been being before best \
    better but by can can't come could did do does doing don't else ever every feel find for from get give go \
    going good got had has have help helps here how i if in into is it its just keep kind know last let like long \
    made make making many me more most much my need new next no not now of often on one only or other our out \
    people please question same say see should show so some something sort sure survey take tell than that the \
    their them then there these they thing things think this time to too up us use used very want was way we well \
    were what when where which who why will with would year yes you your yours";

/// Pictures of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What people call the sort.
    pub name: &'static str,
    /// Its pictures.
    pub pictures: Vec<Picture>,
}

/// One picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its code, which is the name of its file.
    pub code: &'static str,
    /// What it shows.
    pub name: &'static str,
    /// Other words that people may look for.
    other: &'static str,
}

/// The codes of all of our pictures that a survey shows, each once.
pub fn shown_by(survey: &Survey) -> Vec<String> {
    let logo = &survey.notice.logo;
    let is_ours = !logo.is_empty() && !is_photo(logo);
    let mut codes: Vec<String> = is_ours.then(|| logo.clone()).into_iter().collect();
    for question in &survey.questions {
        let choices = question.choices.iter().map(|choice| choice.shows(question.kind));
        for code in choices.chain([&*question.picture]) {
            if !code.is_empty() && !is_photo(code) && !codes.iter().any(|other| other == code) {
                codes.push(code.to_owned());
            }
        }
    }
    codes
}

/// Every picture that a search finds, in groups. All of them when nothing is searched for. Each
/// word must be the start of a word of the picture, so "hap" finds "happy".
pub fn find(search: &str) -> Vec<Group> {
    find_in(LIST, search)
}

/// The same in a list that was fetched.
pub fn find_in(list: &'static str, search: &str) -> Vec<Group> {
    let search = search.to_ascii_lowercase();
    let wanted: Vec<&str> = words(&search).collect();
    let mut groups = groups(list);
    for group in &mut groups {
        group.pictures.retain(|picture| wanted.iter().all(|start| picture.has(start)));
    }
    groups.retain(|group| !group.pictures.is_empty());
    groups
}

/// What the picture with this code shows.
pub fn name(code: &str) -> Option<&'static str> {
    LIST.lines().filter_map(picture).find(|picture| picture.code == code).map(|found| found.name)
}

/// The pictures that fit these words best, the best first. None when no word is the name of a picture
/// or stands for one. The endings of words do not matter: "shops" and "shopping" find "shop".
pub fn suggest(text: &str) -> Vec<Picture> {
    suggest_in(LIST, text)
}

/// The same from a list that was fetched.
pub fn suggest_in(list: &'static str, text: &str) -> Vec<Picture> {
    let text = text.to_ascii_lowercase();
    let empty: Vec<&str> = EMPTY_WORDS.split(' ').collect();
    let mut wanted: Vec<String> = words(&text).filter(|w| !empty.contains(w)).map(stem).collect();
    wanted.sort();
    wanted.dedup();
    let pictures = list.lines().filter_map(picture);
    let fits = pictures.filter_map(|picture| Some((picture.fit(&wanted)?, picture)));
    let mut found: Vec<(usize, Picture)> = fits.collect();
    // Stable: of two that fit alike, the first of the list comes first.
    found.sort_by_key(|(fit, _)| core::cmp::Reverse(*fit));
    found.into_iter().take(MOST_SUGGESTED).map(|(_, picture)| picture).collect()
}

/// A word without its ending: good enough to match "babies" with "baby". Not a word that anyone reads.
fn stem(word: &str) -> String {
    let ends = ["ings", "ing", "ies", "ied", "ed", "es", "s"];
    let enough = |rest: &&str| rest.len() >= 3;
    let end = ends.iter().find(|end| word.strip_suffix(**end).as_ref().is_some_and(enough));
    let mut rest = match end {
        Some(&"s") if word.ends_with("ss") => word,
        Some(end) => word.strip_suffix(end).unwrap_or(word),
        None => word,
    };
    let doubled = |rest: &str| matches!(rest.as_bytes(), [.., a, b] if a == b);
    if end.is_some_and(|end| *end != "s") && doubled(rest) {
        rest = &rest[..rest.len() - 1];
    }
    let short = rest.strip_suffix(['e', 'y', 'i']).filter(enough);
    short.unwrap_or(rest).to_owned()
}

fn groups(list: &'static str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in list.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            groups.push(Group { name: name.trim(), pictures: Vec::new() });
        } else if let (Some(picture), Some(group)) = (picture(line), groups.last_mut()) {
            group.pictures.push(picture);
        }
    }
    groups
}

fn picture(line: &'static str) -> Option<Picture> {
    let (code, words) = line.trim().split_once(' ').filter(|_| !line.starts_with('#'))?;
    let (name, other) = words.split_once(':').unwrap_or((words, ""));
    Some(Picture { code, name: name.trim(), other })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

impl Picture {
    /// How well it fits these stems, 1 or more. Its own name counts for more than other words for it,
    /// and a name of one word for most.
    fn fit(&self, wanted: &[String]) -> Option<usize> {
        let fit_of = |stems: &String| {
            let is_it = |word: &str| stem(&word.to_ascii_lowercase()) == *stems;
            if words(self.name).any(is_it) {
                if words(self.name).count() == 1 { 5 } else { 3 }
            } else {
                2 * usize::from(words(self.other).any(is_it))
            }
        };
        Some(wanted.iter().map(fit_of).sum()).filter(|fit| *fit > 0)
    }

    fn has(&self, start: &str) -> bool {
        let begins = |word: &str| word.to_ascii_lowercase().starts_with(start);
        words(self.name).chain(words(self.other)).any(begins)
    }
}
