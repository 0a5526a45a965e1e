//! Reads the text file of a guide. The files are part of the program and tests read them all, so there are no
//! errors: a line that is not understood is left out.
//!
//! Each line begins with what it is:
//! - `for READER …`: whom it is for. `who`: the same in a sentence. `picture CODE`: what stands for it.
//! - `# words`: a heading. `CODE words`: a point under it, with its picture.

use super::Reader;

/// How many words people read in a minute: those who read slowly, and stop to look at a picture.
const WORDS_A_MINUTE: usize = 130;

/// What a guide says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Whom it is for.
    pub readers: Vec<Reader>,
    /// The same, in a sentence.
    pub who: &'static str,
    /// The code of the picture that stands for it.
    pub picture: &'static str,
    /// In order.
    pub sections: Vec<Section>,
}

/// A heading, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// In order.
    pub points: Vec<Point>,
}

/// A sentence or a few, beside a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The code of the picture.
    pub picture: &'static str,
    /// The words.
    pub words: &'static str,
}

/// The guide that a file holds.
pub(super) fn page(file: &'static str) -> Page {
    let mut page = Page::default();
    for line in file.lines() {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        match (what, page.sections.last_mut()) {
            ("for", _) => page.readers = readers(rest),
            ("who", _) => page.who = rest,
            ("picture", _) => page.picture = rest,
            ("#", _) => page.sections.push(Section { heading: rest, points: Vec::new() }),
            (picture, Some(section)) => section.points.push(Point { picture, words: rest }),
            (_, None) => {}
        }
    }
    page
}

fn readers(words: &str) -> Vec<Reader> {
    let is_named = |reader: &Reader| words.split(' ').any(|word| word == reader.word());
    Reader::ALL.into_iter().filter(is_named).collect()
}

impl Page {
    /// Every text of it, in the order in which people read.
    pub fn texts(&self) -> Vec<&'static str> {
        let of_section = |section: &Section| {
            let points = section.points.iter().map(|point| point.words);
            [section.heading].into_iter().chain(points).collect::<Vec<_>>()
        };
        [self.who].into_iter().chain(self.sections.iter().flat_map(of_section)).collect()
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.texts().iter().map(|text| text.split_whitespace().count()).sum()
    }

    /// About how many minutes it takes to read. At least 1.
    pub fn minutes(&self) -> usize {
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}
