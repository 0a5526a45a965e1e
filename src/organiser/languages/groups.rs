//! The texts of a draft in groups, as a person translates them, and how many are still to be
//! written. Texts that are empty in the survey's own language are left out: the app says something
//! there, or nothing.

use crate::model::draft::{Content, Place};
use crate::model::id::QuestionId;
use crate::model::piping::{self, Piece};
use crate::model::plain_text::is_blank;
use crate::model::survey::Language;
use crate::model::words::{Word, Words};
use crate::organiser::editor::marks;
use crate::organiser::words::{NO_WORDS, count, kind, of_first_page, or, short};

/// Texts that stand together on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The first page, and what comes after sending.
    FirstPage,
    /// Hard words and what they mean.
    HardWords,
    /// A question, or a page between questions.
    Question(QuestionId),
    /// Some of what the app itself says: the place in [`OWN`].
    Own(usize),
}

/// What the app says, in groups: what each is called, and its first word. The last goes on to the
/// end.
const OWN: [(&str, Word); 10] = [
    ("The first page", Word::By),
    ("Buttons and counting", Word::QuestionOf),
    ("Answers", Word::Yes),
    ("Cards and order", Word::CardOf),
    ("Numbers and dates", Word::Day),
    ("When something is not right", Word::WrongTitle),
    ("Checking and sending", Word::Check),
    ("Answers on the phone", Word::Kept),
    ("How the page looks", Word::Listen),
    ("Ways to send, and the last page", Word::EmailAnswers),
];

/// How many texts there are, and how many are not written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub all: usize,
    pub missing: usize,
}

/// How far a language is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The texts of the survey.
    pub texts: Count,
    /// What the app says. None where the app has words.
    pub own: Count,
}

/// The groups of a language with their places, in the order of the survey. What the app says comes
/// last, and only where it has no words of its own.
pub fn groups(content: &Content, language: Language, has_words: bool) -> Vec<(Group, Vec<Place>)> {
    let mut all: Vec<(Group, Vec<Place>)> = Vec::new();
    let is_own = language == content.language;
    for place in content.said_places().filter(|_| !is_own) {
        let group = match place {
            Place::Question(id)
            | Place::Hint(id)
            | Place::Choice(id, _)
            | Place::PictureAlt(id)
            | Place::MediaWords(id)
            | Place::Pile(id, _) => Group::Question(id),
            Place::Word(_) | Place::Meaning(_) => Group::HardWords,
            _ => Group::FirstPage,
        };
        match all.last_mut() {
            Some((last, places)) if *last == group => places.push(place),
            _ => all.push((group, vec![place])),
        }
    }
    if !has_words {
        let start = |at: usize| OWN.get(at).map_or(Word::ALL.len(), |(_, word)| *word as usize);
        let own = |at: usize| &Word::ALL[start(at)..start(at + 1)];
        let places = |at| own(at).iter().copied().map(Place::Own).collect();
        all.extend((0..OWN.len()).map(|at| (Group::Own(at), places(at))));
    }
    all
}

/// How far a language is.
pub fn progress(content: &Content, language: Language, has_words: bool) -> Progress {
    let mut progress = Progress::default();
    for (group, places) in groups(content, language, has_words) {
        let count = Count::of(content, language, &places);
        let sum = match group {
            Group::Own(_) => &mut progress.own,
            _ => &mut progress.texts,
        };
        *sum = Count { all: sum.all + count.all, missing: sum.missing + count.missing };
    }
    progress
}

/// True when there are words in this place in this language.
pub fn is_written(content: &Content, language: Language, place: Place) -> bool {
    content.translated(language, place).is_some_and(|text| !is_blank(text))
}

/// What there is to translate in a place, as a person reads it.
pub fn original(content: &Content, place: Place) -> String {
    match place {
        Place::Own(word) => Words::english().say(word).to_owned(),
        place => marks::show(content, content.text(place).unwrap_or_default()),
    }
}

/// What a place is called. Empty for what the app says: the words say it all.
pub fn name(content: &Content, place: Place) -> String {
    match place {
        Place::Question(id) => match content.question(id).is_some_and(|q| q.kind.asks()) {
            true => "Question".to_owned(),
            false => "Words on the page".to_owned(),
        },
        Place::Hint(_) => "Help text".to_owned(),
        Place::PictureAlt(_) => "What the picture shows".to_owned(),
        Place::MediaWords(_) => "What the sound or video says".to_owned(),
        Place::Pile(_, at) => format!("Place {}", at + 1),
        Place::Choice(id, choice) => {
            let mut offered = content.question(id).into_iter().flat_map(|q| q.offered());
            let place = offered.position(|other| other.id == choice).unwrap_or(0);
            format!("Choice {}", place + 1)
        }
        Place::Word(_) => "Hard word".to_owned(),
        Place::Meaning(_) => "What it means".to_owned(),
        _ => of_first_page(place).to_owned(),
    }
}

/// Marks of the original that its translation lacks, as a person types them.
pub fn lost_marks(content: &Content, language: Language, place: Place) -> Vec<String> {
    let Some(translated) = content.translated(language, place) else { return Vec::new() };
    if is_blank(translated) {
        return Vec::new();
    }
    if let Place::Own(_) = place {
        let original = original(content, place);
        let lost = |mark: &&str| original.contains(*mark) && !translated.contains(*mark);
        return ["{1}", "{2}"].iter().filter(|mark| lost(mark)).map(|m| (*m).to_owned()).collect();
    }
    let has = piping::pieces(translated);
    let lost = |piece: &Piece| matches!(piece, Piece::Answer(_)) && !has.contains(piece);
    let pieces = piping::pieces(content.text(place).unwrap_or_default());
    let label = |piece| match piece {
        Piece::Answer(id) => Some(marks::label(content, id)),
        Piece::Text(_) => None,
    };
    pieces.into_iter().filter(lost).filter_map(label).collect()
}

impl Group {
    /// What a group is called.
    pub fn name(self, content: &Content) -> String {
        match self {
            Group::FirstPage => "Welcome page".to_owned(),
            Group::HardWords => "Word list".to_owned(),
            Group::Own(at) => OWN[at].0.to_owned(),
            Group::Question(id) => {
                let Some(question) = content.question(id) else { return String::new() };
                let text = short(&or(&marks::show(content, &question.text), NO_WORDS), 70);
                match content.number_of(id) {
                    Some(number) => format!("Question {number}: {text}"),
                    None => format!("{}: {text}", kind(question.kind)),
                }
            }
        }
    }
}

impl Count {
    /// Counts the texts in some places.
    pub fn of(content: &Content, language: Language, places: &[Place]) -> Self {
        let is_missing = |place: &&Place| !is_written(content, language, **place);
        Self { all: places.len(), missing: places.iter().filter(is_missing).count() }
    }

    /// "12 of 40 phrases to translate."
    pub fn says(self, one: &str, many: &str) -> String {
        let all = count(self.all, one, many);
        match self.missing {
            0 if self.all == 1 => format!("{all} translated."),
            0 => format!("All {all} translated."),
            missing if missing == self.all => format!("{all} to translate."),
            missing => format!("{missing} of {all} to translate."),
        }
    }

    /// "3 phrases to translate."
    pub fn missing_texts(self) -> String {
        format!("{} to translate.", count(self.missing, "phrase", "phrases"))
    }

    /// "3 phrases of the app to translate."
    pub fn missing_words(self) -> String {
        format!("{} to translate.", count(self.missing, "phrase of the app", "phrases of the app"))
    }
}
