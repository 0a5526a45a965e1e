//! Checking a draft and freezing it.
//!
//! A draft goes in; a survey comes out, or all that a person has to mend first. Advice on the
//! words is not in here: advice never blocks.

use super::places::{help, translations};
use super::reach::is_reachable;
use super::same::same_words;
use super::told_apart::promised;
use super::{Content, Draft, DraftQuestion, Place};
use crate::model::id::{ChoiceId, Edition, MeaningId, QuestionId};
use crate::model::limit::CountLimits;
use crate::model::media::is_media;
use crate::model::piping::{self, Piece};
use crate::model::plain_text::{is_blank, trimmed};
use crate::model::seal::PublicKey;
use crate::model::standard::{self, SENTENCES};
use crate::model::survey::{
    Check, Kind, LONGEST_SURVEY, LONGEST_TEXT, MOST_CHOICES, MOST_MEANINGS, MOST_QUESTIONS,
    MOST_TESTS, MOST_TRANSLATIONS, MOST_WAYS, Meaning, Notice, Question, Survey, Test, is_picture,
};
use std::collections::BTreeSet;

/// Something a person has to mend before people can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The survey has no title.
    NoTitle,
    /// Nobody can tell whose survey it is.
    NoOrganisation,
    /// The address for more about privacy leads to no plain `https` page.
    NoLink,
    /// Nobody who can't see the logo learns what it shows.
    NoLogoWords,
    /// There is nothing to answer.
    NoQuestions,
    /// A question has no words.
    NoQuestionText(QuestionId),
    /// A question offers fewer than 2 choices.
    TooFewChoices(QuestionId),
    /// An either-or question has more than 2.
    NotTwoChoices(QuestionId),
    /// A choice has no words.
    NoChoiceText(QuestionId, ChoiceId),
    /// A choice says the same as one before it.
    SameChoice(QuestionId, ChoiceId),
    /// The words in this place are longer than a survey can carry.
    TooLong(Place),
    /// More questions than a survey can carry.
    TooManyQuestions,
    /// All words together are longer than a survey can carry.
    SurveyTooLong,
    /// More choices than a question can carry.
    TooManyChoices(QuestionId),
    /// No answer is inside the limits.
    BadLimits(QuestionId),
    /// Its condition is about a question or a choice that is gone, or that can't be tested so.
    ConditionGone(QuestionId),
    /// Its condition is about itself or a later question.
    ConditionAhead(QuestionId),
    /// Its condition is about a question that is asked many times, in another section.
    ConditionRepeated(QuestionId),
    /// Its condition is about an answer that is kept apart, and its own is not: whether it was asked would tell.
    ConditionApart(QuestionId),
    /// The page before it says that its answers are kept apart, and they are not.
    PromisedApart(QuestionId),
    /// Its condition has more tests than a survey can carry.
    TooManyTests(QuestionId),
    /// No answers lead to it.
    NeverAsked(QuestionId),
    /// A section is repeated by something that is no earlier question for a number.
    RepeatGone(QuestionId),
    /// The words in this place have room for the answer to a question that is gone, or comes later.
    AnswerGone(Place),
    /// A hard word, or what it means, is not written.
    NoMeaning(MeaningId),
    /// More hard words than a survey can carry.
    TooManyMeanings,
    /// More languages than a survey can carry.
    TooManyLanguages,
    /// Nobody who can't hear or see a sound or video learns what it says.
    NoMediaWords(QuestionId),
}

impl Draft {
    /// All that has to be mended first, in the order a person meets it on the page.
    pub fn problems(&self) -> Vec<Problem> {
        problems(self.content())
    }

    /// Freezes the draft as this version, sealed to this key. Words lose the spaces around them.
    /// The question about help comes last. Otherwise every problem.
    pub fn publish(&self, version: u32, key: PublicKey) -> Result<Survey, Vec<Problem>> {
        let problems = self.problems();
        if problems.is_empty() { Ok(self.as_survey(version, key).frozen()) } else { Err(problems) }
    }

    /// The draft as people would see it, checked or not.
    pub fn as_survey(&self, version: u32, key: PublicKey) -> Survey {
        self.survey_of(self.content(), version, key)
    }

    /// The same for what the draft said at some time, such as when a round of review began.
    pub fn survey_of(&self, content: &Content, version: u32, key: PublicKey) -> Survey {
        let meaning =
            |m: &super::DraftMeaning| Meaning { word: trimmed(&m.word), text: trimmed(&m.text) };
        let questions = content.questions.iter().map(DraftQuestion::as_question);
        Survey {
            id: self.id(),
            version,
            edition: Edition::default(),
            key,
            language: content.language,
            title: trimmed(&content.title),
            organisation: trimmed(&content.organisation),
            welcome: trimmed(&content.welcome),
            who_sees: trimmed(&content.who_sees),
            after: trimmed(&content.after),
            send_to: content.send_to.iter().take(MOST_WAYS).cloned().collect(),
            closes: content.closes,
            notice: Notice {
                privacy: trimmed(&content.notice.privacy),
                privacy_link: trimmed(&content.notice.privacy_link),
                ask: trimmed(&content.notice.ask),
                keep_until: content.notice.keep_until,
                logo: Some(&content.notice.logo)
                    .filter(|name| is_picture(name))
                    .cloned()
                    .unwrap_or_default(),
                logo_alt: trimmed(&content.notice.logo_alt),
            },
            words: content.words_in(content.language),
            meanings: content.meanings.iter().map(meaning).collect(),
            questions: questions.chain(help(content)).collect(),
            translations: translations(content),
        }
    }
}

fn problems(content: &Content) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut check = |wrong: bool, problem: Problem| {
        if wrong {
            found.push(problem);
        }
    };
    check(is_blank(&content.title), Problem::NoTitle);
    check(is_blank(&content.organisation), Problem::NoOrganisation);
    for place in Place::OF_SURVEY.into_iter().chain(SENTENCES.map(Place::Said)) {
        check(is_too_long(content, place), Problem::TooLong(place));
    }
    let link = Notice { privacy_link: trimmed(&content.notice.privacy_link), ..Notice::default() };
    check(!link.has_sound_link(), Problem::NoLink);
    let Notice { logo, logo_alt, .. } = &content.notice;
    check(!logo.is_empty() && is_blank(logo_alt), Problem::NoLogoWords);
    for meaning in &content.meanings {
        check(is_blank(&meaning.word) || is_blank(&meaning.text), Problem::NoMeaning(meaning.id));
        for place in [Place::Word(meaning.id), Place::Meaning(meaning.id)] {
            check(is_too_long(content, place), Problem::TooLong(place));
        }
    }
    let supplied = content.translations.values().flat_map(|texts| texts.keys());
    let supplied: BTreeSet<&Place> = supplied.filter(|p| matches!(p, Place::Own(_))).collect();
    for place in supplied {
        check(is_too_long(content, *place), Problem::TooLong(*place));
    }
    check(content.meanings.len() > MOST_MEANINGS, Problem::TooManyMeanings);
    check(content.translations.len() > MOST_TRANSLATIONS, Problem::TooManyLanguages);
    check(!content.questions.iter().any(|q| q.kind.asks()), Problem::NoQuestions);
    // One more is the question about help.
    check(content.questions.len() >= MOST_QUESTIONS, Problem::TooManyQuestions);
    check(length(content) > LONGEST_SURVEY, Problem::SurveyTooLong);
    let questions: Vec<Question> =
        content.questions.iter().map(DraftQuestion::as_question).collect();
    let promised = promised(content);
    for (at, question) in content.questions.iter().enumerate() {
        found.extend(problems_of(content, question));
        if promised.contains(&question.id) {
            found.push(Problem::PromisedApart(question.id));
        }
        let way = problems_of_way(&questions, at);
        let sound = way.is_empty();
        found.extend(way);
        if sound && !is_reachable(&questions, at) {
            found.push(Problem::NeverAsked(question.id));
        }
    }
    found
}

/// What is wrong with the words and choices of one question.
fn problems_of(content: &Content, question: &DraftQuestion) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut check = |wrong: bool, problem: Problem| {
        if wrong {
            found.push(problem);
        }
    };
    let id = question.id;
    check(is_blank(&question.text), Problem::NoQuestionText(id));
    // Names of places that are left over from another kind are not on the page.
    let piles = if question.kind == Kind::Sorting { 0..3 } else { 0..0 };
    let piles = piles.map(|at| Place::Pile(id, at));
    for place in
        [Place::Question(id), Place::Hint(id), Place::PictureAlt(id), Place::MediaWords(id)]
            .into_iter()
            .chain(piles)
    {
        check(is_too_long(content, place), Problem::TooLong(place));
        check(has_lost_answer(content, place), Problem::AnswerGone(place));
    }
    let has_media = is_media(&question.media);
    check(has_media && is_blank(&question.media_words), Problem::NoMediaWords(id));
    if question.kind.has_choices() {
        let offered: Vec<_> = question.offered().collect();
        check(offered.len() < 2, Problem::TooFewChoices(id));
        let either_or = question.kind == Kind::EitherOr;
        check(either_or && offered.len() > 2, Problem::NotTwoChoices(id));
        check(offered.len() > MOST_CHOICES, Problem::TooManyChoices(id));
        for (at, choice) in offered.iter().enumerate() {
            let same = |other: &&str| same_words(&choice.text, other);
            let said = !is_blank(&choice.text)
                && offered[..at].iter().map(|other| other.text.as_str()).any(|text| same(&text));
            let has_none = is_blank(&choice.text) && !standard::is_standard(choice.id);
            check(has_none, Problem::NoChoiceText(id, choice.id));
            check(said, Problem::SameChoice(id, choice.id));
            let place = Place::Choice(id, choice.id);
            check(is_too_long(content, place), Problem::TooLong(place));
            check(has_lost_answer(content, place), Problem::AnswerGone(place));
        }
    }
    let frozen = question.as_question();
    let ticks = frozen.kind.picks_many();
    let choices = (frozen.choices.len() + usize::from(frozen.other)) as i64;
    let CountLimits { least, most } = frozen.count_limits();
    let bad = match (frozen.least, frozen.most) {
        (Some(least), Some(most)) if least > most => true,
        _ if ticks => {
            least.is_some_and(|least| least > choices) || most.is_some_and(|most| most < 1)
        }
        _ => false,
    };
    check(bad, Problem::BadLimits(id));
    found
}

/// What is wrong with the way to one question.
fn problems_of_way(questions: &[Question], at: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    let Question { id, show_if, repeat, apart, .. } = &questions[at];
    let place = |id: QuestionId| questions.iter().position(|question| question.id == id);
    let tests = |test: &Test| -> Option<Problem> {
        let Some(source) = place(test.question) else { return Some(Problem::ConditionGone(*id)) };
        if source >= at {
            Some(Problem::ConditionAhead(*id))
        } else if !can_be_tested(&questions[source], test.check) {
            Some(Problem::ConditionGone(*id))
        } else if is_repeated_elsewhere(questions, source, at) {
            Some(Problem::ConditionRepeated(*id))
        } else if questions[source].apart && !apart {
            Some(Problem::ConditionApart(*id))
        } else {
            None
        }
    };
    for problem in show_if.tests().filter_map(tests) {
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
    if show_if.tests().count() > MOST_TESTS {
        found.push(Problem::TooManyTests(*id));
    }
    let counts = |source: QuestionId| {
        place(source).is_some_and(|source| {
            source < at
                && questions[source].kind == Kind::Number
                && !is_repeated_elsewhere(questions, source, at)
        })
    };
    if repeat.is_some_and(|source| !counts(source)) {
        found.push(Problem::RepeatGone(*id));
    }
    found
}

/// True when an answer to this question can be checked so.
pub fn can_be_tested(question: &Question, check: Check) -> bool {
    match check {
        Check::Is(choice) | Check::IsNot(choice) => {
            (question.kind.picks_one() || question.kind.picks_many()) && question.offers(choice)
        }
        Check::Answered | Check::NotAnswered => question.kind.asks(),
        Check::LessThan(_) | Check::MoreThan(_) | Check::Equals(_) => question.kind == Kind::Number,
    }
}

/// True when the question at `source` is asked many times, in a section that `at` is not in. The
/// title page of a section is not in it yet.
fn is_repeated_elsewhere(questions: &[Question], source: usize, at: usize) -> bool {
    let title = |at: usize| (0..=at).rev().find(|place| questions[*place].kind == Kind::Section);
    let own = title(at).filter(|place| *place != at);
    title(source).is_some_and(|title| questions[title].repeat.is_some() && own != Some(title))
}

/// True when the words hold a mark for an answer that nobody gave by then.
fn has_lost_answer(content: &Content, place: Place) -> bool {
    let (Place::Question(id)
    | Place::Hint(id)
    | Place::Choice(id, _)
    | Place::PictureAlt(id)
    | Place::MediaWords(id)
    | Place::Pile(id, _)) = place
    else {
        return false;
    };
    let at = |id: QuestionId| content.questions.iter().position(|question| question.id == id);
    let lost = |piece: Piece| match piece {
        Piece::Text(_) => false,
        Piece::Answer(source) => at(source)
            .is_none_or(|source| Some(source) >= at(id) || !content.questions[source].kind.asks()),
    };
    content.text(place).is_some_and(|text| piping::pieces(text).into_iter().any(lost))
}

/// Bytes of all words, and some for the ids and lengths that go with each: never less than the
/// packet.
fn length(content: &Content) -> usize {
    let texts = content.places().into_iter().filter_map(|place| content.text(place));
    let own: usize = texts.map(|text| text.len() + 32).sum();
    let others = content.translations.values().flat_map(|texts| texts.values());
    let pictures = |q: &DraftQuestion| {
        q.picture.len()
            + q.media.len()
            + q.choices.iter().map(|choice| choice.picture.len()).sum::<usize>()
    };
    let tests = |q: &DraftQuestion| q.show_if.tests().count() * 64 + 128 + pictures(q);
    own + others.map(|text| text.len() + 16).sum::<usize>()
        + content.questions.iter().map(tests).sum::<usize>()
}

fn is_too_long(content: &Content, place: Place) -> bool {
    let longest = |text: Option<&str>| text.is_some_and(|text| text.len() > LONGEST_TEXT);
    let others = content.translations.keys().map(|language| content.translated(*language, place));
    longest(content.text(place)) || others.into_iter().any(longest)
}

impl Problem {
    /// Where a person mends it, or `None` when it is about the survey as a whole.
    pub fn place(self) -> Option<Place> {
        match self {
            Problem::NoTitle => Some(Place::Title),
            Problem::NoOrganisation => Some(Place::Organisation),
            Problem::NoLink => Some(Place::PrivacyLink),
            Problem::NoLogoWords => Some(Place::LogoAlt),
            Problem::NoQuestions
            | Problem::TooManyQuestions
            | Problem::SurveyTooLong
            | Problem::TooManyMeanings
            | Problem::TooManyLanguages => None,
            Problem::NoQuestionText(id)
            | Problem::TooFewChoices(id)
            | Problem::NotTwoChoices(id)
            | Problem::TooManyChoices(id)
            | Problem::BadLimits(id)
            | Problem::ConditionGone(id)
            | Problem::ConditionAhead(id)
            | Problem::ConditionRepeated(id)
            | Problem::ConditionApart(id)
            | Problem::PromisedApart(id)
            | Problem::TooManyTests(id)
            | Problem::NeverAsked(id)
            | Problem::RepeatGone(id) => Some(Place::Question(id)),
            Problem::NoChoiceText(id, choice) | Problem::SameChoice(id, choice) => {
                Some(Place::Choice(id, choice))
            }
            Problem::NoMediaWords(id) => Some(Place::MediaWords(id)),
            Problem::NoMeaning(id) => Some(Place::Word(id)),
            Problem::TooLong(place) | Problem::AnswerGone(place) => Some(place),
        }
    }
}
