//! What came of every question with every person, worked out once: the part of the table that takes long.
//!
//! Versions and responses go in, some at a time, so that a page can be used meanwhile; what comes out is kept as long
//! as they stay the same, and each [`Dataset`](super::Dataset) is laid over it at once. It is small: 2 bytes for each
//! question of a person. Absent: the responses themselves.

use super::Help;
use crate::model::answer::Answer;
use crate::model::codebook::{self, Codebook, Entry, Outcome};
use crate::model::id::{Edition, QuestionId};
use crate::model::inbox::Received;
use crate::model::standard::HELP;
use crate::model::survey::{Question, Survey};
use crate::model::words::Words;
use std::collections::BTreeMap;

/// What came of each question with each person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The versions.
    editions: Vec<Edition>,
    /// Every question that was ever asked, in the order of the newest version.
    pub(super) entries: Vec<Entry>,
    /// For each version, by its place, the place of the entry of each question.
    places: Vec<BTreeMap<QuestionId, usize>>,
    pub(super) people: Vec<(Option<usize>, Help)>,
    /// By entry, time round and row. A row that is not there was not asked.
    pub(super) slots: Vec<Vec<Vec<Slot>>>,
}

/// What came of a question with one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot(u16);

/// The same, for reading.
pub(super) enum Of {
    NotAsked,
    Skipped,
    Unfit,
    /// The answer with this place in the response.
    Answer(usize),
}

impl Slot {
    const NOT_ASKED: Slot = Slot(0);
    const SKIPPED: Slot = Slot(1);
    const UNFIT: Slot = Slot(2);

    fn answer(place: usize) -> Slot {
        // A response holds far fewer answers: its saved form has a cap.
        u16::try_from(place + 3).map_or(Slot::UNFIT, Slot)
    }

    pub(super) fn of(self) -> Of {
        match self.0 {
            0 => Of::NotAsked,
            1 => Of::Skipped,
            2 => Of::Unfit,
            place => Of::Answer(usize::from(place) - 3),
        }
    }
}

impl Grid {
    /// The grid of these versions of one survey, in any order, without anybody. Of the questions whose answers are
    /// kept `apart`, or of the others.
    pub fn begin(versions: &[Survey], words: &Words, apart: bool) -> Self {
        let mut entries = Codebook::of(versions, words).entries;
        let all = || versions.iter().flat_map(|survey| &survey.questions);
        entries.retain(|entry| all().any(|q| q.apart == apart && entry.is(q.id, q.kind)));
        let places = versions.iter().map(|survey| {
            let placed = placed(&entries, survey);
            placed.into_iter().map(|(id, (place, _))| (id, place)).collect()
        });
        let (places, slots) = (places.collect(), vec![vec![Vec::new()]; entries.len()]);
        let editions = versions.iter().map(|survey| survey.edition).collect();
        Self { editions, entries, places, people: Vec::new(), slots }
    }

    /// Adds the next people, in the order in which their answers were given.
    pub fn add<'r>(
        &mut self,
        versions: &[Survey],
        received: impl IntoIterator<Item = &'r Received>,
    ) {
        for received in received {
            let response = &received.response;
            let row = self.people.len();
            let version = versions.iter().position(|survey| survey.edition == response.edition);
            let mut help = Help::Unsaid;
            let said = version.map(|version| codebook::said(&versions[version], response));
            let (mut next, answers) = (0, response.answers.as_slice());
            for said in said.unwrap_or_default() {
                let entry = version.and_then(|at| self.places[at].get(&said.asked.question));
                let Some(entry) = entry else { continue };
                let slot = match said.outcome {
                    Outcome::Skipped => Slot::SKIPPED,
                    Outcome::Unfit => Slot::UNFIT,
                    Outcome::Answer(answer) => {
                        if said.asked.question == HELP {
                            help = Help::of(answer);
                        }
                        // They mostly stand in the order in which they were asked.
                        let is_it = |(_, own): &(_, Answer)| core::ptr::eq(own, answer);
                        let ahead = answers[next..].iter().position(is_it).map(|at| next + at);
                        let place = ahead.or_else(|| answers.iter().position(is_it));
                        next = place.map_or(next, |place| place + 1);
                        place.map_or(Slot::UNFIT, Slot::answer)
                    }
                };
                let rounds = &mut self.slots[*entry];
                let round = usize::from(said.asked.round);
                if rounds.len() <= round {
                    rounds.resize_with(round + 1, Vec::new);
                }
                rounds[round].resize(row, Slot::NOT_ASKED);
                rounds[round].push(slot);
            }
            self.people.push((version, help));
        }
    }

    /// True where it was made of these versions, in this order, and of as many responses.
    pub fn is_of(&self, versions: &[Survey], received: &[Received]) -> bool {
        let editions = versions.iter().map(|survey| survey.edition);
        self.people.len() == received.len() && self.editions.iter().copied().eq(editions)
    }
}

/// The questions of a version that have entries, each with the place of its entry.
pub(super) fn placed<'a>(
    entries: &[Entry],
    survey: &'a Survey,
) -> BTreeMap<QuestionId, (usize, &'a Question)> {
    let asked = survey.questions.iter().filter(|question| question.kind.asks());
    let place = |question: &'a Question| {
        let entry = entries.iter().position(|e| e.is(question.id, question.kind))?;
        Some((question.id, (entry, question)))
    };
    asked.filter_map(place).collect()
}
