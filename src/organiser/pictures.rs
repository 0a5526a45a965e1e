//! The pictures that people can pick: what each shows, in groups, and which ones a search finds.
//!
//! `pictures.txt` has a `# Group` or a `HEXCODE name: other words` a line. The drawings themselves
//! are files of the built folder, one for each code.

/// The list, by us. The drawings are OpenMoji's.
const LIST: &str = include_str!("../model/pictures.txt");

/// Where the built folder keeps the drawings, as seen from the organiser's page.
pub const FOLDER: &str = "pictures/";

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

/// Every picture that a search finds, in groups. All of them when nothing is searched for. Each
/// word must be the start of a word of the picture, so "hap" finds "happy".
pub fn find(search: &str) -> Vec<Group> {
    let search = search.to_lowercase();
    let wanted: Vec<&str> = words(&search).collect();
    let mut groups = groups();
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

fn groups() -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in LIST.lines() {
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
    fn has(&self, start: &str) -> bool {
        let begins = |word: &str| word.to_lowercase().starts_with(start);
        words(self.name).chain(words(self.other)).any(begins)
    }
}
