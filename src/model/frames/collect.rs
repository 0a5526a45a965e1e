//! Puts frames together again, as a camera reads them: in any order, from any start, some of them again and again.
//!
//! Frames of several texts may come mixed up; each text is collected by itself. What is damaged, or no frame, changes
//! nothing. **Invariant:** how many are there never gets less until a text is whole.

use super::{LARGEST, MARK, NAME, check, digest};

/// Most frames of one text that are collected: twice what the largest answers need.
pub const MOST_FRAMES: usize = 6_000;

/// Most texts that are collected at once. Whoever shows more at a camera loses those with the fewest frames.
const MOST_FILMS: usize = 8;

/// Most digits of a number.
const DIGITS: usize = 4;

/// What became of a text that a camera read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is no frame.
    Other,
    /// It is a frame, and something of it is wrong.
    Damaged,
    /// It is a frame, and more are to come.
    Part,
    /// It was the last that was missing. This is the text.
    Whole(String),
}

/// The frames that were read so far.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    films: Vec<Film>,
    /// The names of the texts that are whole already.
    whole: Vec<String>,
}

/// The frames of one text.
#[derive(Clone, Debug)]
struct Film {
    name: String,
    /// One for each number.
    parts: Vec<Option<String>>,
    have: usize,
}

/// A frame, read.
struct Frame<'a> {
    name: &'a str,
    /// From 0.
    place: usize,
    of: usize,
    part: &'a str,
}

/// True for what was made to be a frame, damaged or not.
pub fn is_frame(text: &str) -> bool {
    text.starts_with(MARK)
}

fn read(text: &str) -> Option<Frame<'_>> {
    let behind = text.strip_prefix(MARK).filter(|_| text.len() <= LARGEST)?;
    let mut fields = behind.splitn(5, '.');
    let mut field = || fields.next();
    let (name, number, of, said, part) = (field()?, field()?, field()?, field()?, field()?);
    let is_right = name.len() == NAME.div_ceil(3) * 4 && check(name, number, of, part) == said;
    let count = |digits: &str| {
        let is_number = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        (is_number && digits.len() <= DIGITS).then(|| digits.parse::<usize>().ok()).flatten()
    };
    let (number, of) = (count(number)?, count(of)?);
    (is_right && number <= of && of <= MOST_FRAMES).then_some(Frame {
        name,
        place: number - 1,
        of,
        part,
    })
}

impl Frames {
    /// Takes in what a camera read.
    pub fn take(&mut self, text: &str) -> Seen {
        if !is_frame(text) {
            return Seen::Other;
        }
        let Some(frame) = read(text) else { return Seen::Damaged };
        if self.whole.iter().any(|name| name == frame.name) {
            return Seen::Part;
        }
        let place = self.place(&frame);
        let film = &mut self.films[place];
        let part = &mut film.parts[frame.place];
        if part.is_none() {
            *part = Some(frame.part.to_owned());
            film.have += 1;
        }
        if film.have < film.parts.len() {
            return Seen::Part;
        }
        let film = self.films.swap_remove(place);
        let text: String = film.parts.into_iter().flatten().collect();
        // Each frame was right by itself, so somebody made them that way. The next ones begin anew.
        if digest(text.as_bytes(), NAME) != film.name {
            return Seen::Damaged;
        }
        self.whole.push(film.name);
        Seen::Whole(text)
    }

    /// Where the frame's text is collected.
    fn place(&mut self, frame: &Frame) -> usize {
        let is_it = |film: &Film| film.name == frame.name && film.parts.len() == frame.of;
        if let Some(place) = self.films.iter().position(is_it) {
            return place;
        }
        if self.films.len() == MOST_FILMS {
            let fewest = (0..MOST_FILMS).min_by_key(|place| self.films[*place].have);
            self.films.remove(fewest.unwrap_or_default());
        }
        let parts = vec![None; frame.of];
        self.films.push(Film { name: frame.name.to_owned(), parts, have: 0 });
        self.films.len() - 1
    }

    /// Of the text of which the most is here: how many frames are, and of how many. `None` when none is on its way.
    pub fn progress(&self) -> Option<(usize, usize)> {
        // The first of those that have as many, so that it stays the same.
        let most = self.films.iter().rev().max_by_key(|film| film.have)?;
        Some((most.have, most.parts.len()))
    }
}
