//! Which advice there is. The open card's is there with each key; how much the other questions
//! have follows a moment later, and only for those that changed, so that typing stays quick in a
//! survey of hundreds of questions.

use crate::model::draft::{Content, Draft, DraftQuestion, SetAside};
use crate::model::easy_read::{self, Finding, Severity};
use crate::model::id::QuestionId;
use crate::model::survey::Language;
use crate::organiser::screen::Screen;
use crate::organiser::state::Spot;
use core::time::Duration;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How long after a key the counts follow.
const PAUSE: Duration = Duration::from_millis(300);
/// Most questions to look at in one go, so that the next key does not wait.
const SLICE: usize = 20;

/// A piece of advice as the draft stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The advice.
    pub finding: Finding,
    /// The words it is about.
    pub words: String,
    /// True when they are all of their text.
    pub is_whole_text: bool,
    /// True when people live with it.
    pub is_aside: bool,
}

impl Seen {
    /// Some advice on a draft, in the same order.
    pub fn all(content: &Content, findings: Vec<Finding>) -> Vec<Seen> {
        let seen = |finding: Finding| {
            let text = content.text(finding.place).unwrap_or_default();
            let words = text.get(finding.at.clone()).unwrap_or_default().to_owned();
            let ends = |letter: char| letter.is_whitespace() || matches!(letter, '.' | '?' | '!');
            let is_whole_text = text.trim_matches(ends) == words.trim_matches(ends);
            let is_aside = easy_read::is_set_aside(content, &finding);
            Seen { finding, words, is_whole_text, is_aside }
        };
        findings.into_iter().map(seen).collect()
    }

    /// What to note when people live with it.
    pub fn aside(&self) -> SetAside {
        let (place, rule) = (self.finding.place, self.finding.rule);
        SetAside { place, rule, words: self.words.clone(), reason: String::new() }
    }
}

/// The advice on the draft on the desk.
#[derive(Clone, Copy)]
pub struct Advice {
    /// About the open card, in the order of its words.
    pub here: Memo<Vec<Seen>>,
    /// What a person decided to live with just now: its reason can still be said in place.
    pub just_left: RwSignal<Option<SetAside>>,
    /// How many pieces each question has that are more than notes. Without those that have none.
    counts: RwSignal<BTreeMap<QuestionId, usize>>,
    draft: RwSignal<Draft>,
    known: StoredValue<Known>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Advice {
    /// The advice on a draft that changes.
    pub fn new(draft: RwSignal<Draft>, spot: RwSignal<Spot>, screen: RwSignal<Screen>) -> Self {
        let here = Memo::new(move |_| {
            draft.with(|draft| {
                let content = draft.content();
                Seen::all(content, about(content, spot.get()))
            })
        });
        let advice = Self {
            here,
            just_left: RwSignal::new(None),
            counts: RwSignal::new(BTreeMap::new()),
            draft,
            known: StoredValue::new(Known::default()),
            waiting: StoredValue::new(None),
        };
        Effect::new(move |_| {
            draft.track();
            advice.catch_up_in(PAUSE);
        });
        Effect::new(move |_| {
            spot.track();
            screen.track();
            advice.just_left.set(None);
        });
        advice
    }

    /// How many pieces of advice a question has that are more than notes and not set aside.
    pub fn count(&self, id: QuestionId) -> usize {
        self.counts.with(|counts| counts.get(&id).copied().unwrap_or(0))
    }

    fn catch_up_in(self, time: Duration) {
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        self.waiting.set_value(set_timeout_with_handle(move || self.catch_up(), time).ok());
    }

    fn catch_up(self) {
        self.draft.with_untracked(|draft| {
            let content = draft.content();
            let left = self.known.try_update_value(|known| {
                let left = known.catch_up(content);
                (left, known.counts(content))
            });
            let Some((left, counts)) = left else { return };
            if self.counts.with_untracked(|old| *old != counts) {
                self.counts.set(counts);
            }
            if left {
                self.catch_up_in(Duration::ZERO);
            }
        });
    }
}

/// All advice about one card.
fn about(content: &Content, spot: Spot) -> Vec<Finding> {
    if let Spot::Question(id) = spot {
        return easy_read::of_question(content, id);
    }
    let places = content.places().into_iter().filter(|place| Spot::of(*place) == spot);
    places.flat_map(|place| easy_read::of_place(content, place)).collect()
}

/// What was found for each question, and for which words.
#[derive(Default)]
struct Known {
    language: Language,
    /// The words that the survey explains.
    words: easy_read::Known,
    questions: BTreeMap<QuestionId, (DraftQuestion, Vec<Finding>)>,
}

impl Known {
    /// Looks at the questions that changed, as many as there is time for. True when more are left.
    fn catch_up(&mut self, content: &Content) -> bool {
        let words = easy_read::Known::of(content);
        if (self.language, &self.words) != (content.language, &words) {
            *self = Known { language: content.language, words, questions: BTreeMap::new() };
        }
        let is_known = |question: &&DraftQuestion| {
            self.questions.get(&question.id).is_some_and(|(known, _)| known == *question)
        };
        let changed: Vec<_> = content.questions.iter().filter(|q| !is_known(q)).collect();
        for question in changed.iter().take(SLICE) {
            let mut found = easy_read::of_question_knowing(content, question.id, &self.words);
            found.retain(|finding| finding.severity > Severity::Note);
            self.questions.insert(question.id, ((*question).clone(), found));
        }
        changed.len() > SLICE
    }

    fn counts(&self, content: &Content) -> BTreeMap<QuestionId, usize> {
        let count = |question: &DraftQuestion| {
            let (_, found) = self.questions.get(&question.id)?;
            let open = found.iter().filter(|found| !easy_read::is_set_aside(content, found));
            Some((question.id, open.count())).filter(|(_, count)| *count > 0)
        };
        content.questions.iter().filter_map(count).collect()
    }
}
