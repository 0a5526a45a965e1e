//! The reviewer's pages: each page of the survey with room for opinions, and what is missing.

use super::opinion::{EASY, area, opinion};
use super::state::{Field, Reviewing};
use crate::browser::{clock, page};
use crate::model::id::QuestionId;
use crate::model::path::Step;
use crate::model::photo::is_photo;
use crate::model::survey::{Question, Survey};
use crate::model::words::Word;
use crate::participant::app::{button, stand};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::icon::{BACK, drawing};
use crate::ui::question::{Form, HEADING, Stand, piece, question_form};
use crate::ui::welcome::welcome;
use leptos::prelude::*;

/// The id of what says how far along the page is.
const COUNT: &str = "looked-at-count";

/// The survey's first page.
pub fn first_page(state: Reviewing) -> Vec<El> {
    let (shown, texts) = state.trial.survey.with_value(|survey| {
        let questions = state.trial.path().count(survey, Step { place: 0, round: 0 });
        let texts = [&survey.title, &survey.welcome, &survey.who_sees].map(String::clone);
        let language = state.trial.language.get_untracked();
        let day = |day| clock::day_in(day, language.tag());
        (welcome(survey, &state.trial.words(), questions, part(state), day), texts)
    });
    let mut all = vec![how_far(state), asks_first()];
    all.push(looked_at(state).children(shown));
    all.push(opinion(state, None, &texts, false));
    all.push(ways(state));
    all
}

/// A question, as a participant gets it.
pub fn question_page(state: Reviewing, place: usize) -> Vec<El> {
    let trial = state.trial;
    let step = Step { place, round: 0 };
    let path = trial.path();
    let asked = trial.asked(step);
    let question = trial.question(step, &path);
    let id = question.id;
    let choices = question.kind.has_choices();
    let mut texts = vec![question.asks(&trial.words()).to_owned(), question.hint.clone()];
    texts.extend(question.choices.iter().map(|choice| choice.text.clone()));
    let photos = photos_of(&question);
    let some_only = trial.survey.with_value(|survey| is_for_some(survey, place));
    let form = Form {
        question,
        meanings: trial.survey.with_value(|survey| survey.meanings.clone()),
        words: trial.words(),
        answer: Callback::new(move |()| trial.progress.with(|p| p.answers.get(asked).cloned())),
        on_answer: Callback::new(move |answer| trial.answer(step, answer)),
        wrong: None,
        focus: Callback::new(page::focus_soon),
        stand: part(state),
        later: Callback::new(piece),
    };
    let mut all = vec![how_far(state), asks_first()];
    let mut looked_at = looked_at(state);
    if some_only {
        looked_at = looked_at.child(
            el("p").class("soft").attr("lang", "en").text("Only some people are asked this."),
        );
    }
    looked_at = looked_at.children(no_photo(photos));
    all.push(looked_at.child(question_form(form)));
    all.push(opinion(state, Some(id), &texts, choices));
    all.push(ways(state));
    all
}

/// How many of its pictures are photos of the team's own. No link carries those.
fn photos_of(question: &Question) -> usize {
    let choices = question.choices.iter().map(|choice| &choice.picture);
    [&question.picture].into_iter().chain(choices).filter(|name| is_photo(name)).count()
}

/// That a photo belongs here, so that nobody takes the page for bare.
fn no_photo(photos: usize) -> Option<El> {
    let words = match photos {
        0 => return None,
        1 => "There is a photo on this page. This link could not bring it.",
        _ => "There are photos on this page. This link could not bring them.",
    };
    Some(el("p").class("soft").attr("lang", "en").text(words))
}

/// What the team asks of every page comes first: it is what a reviewer is here for.
fn asks_first() -> El {
    heading(Level::Page, HEADING).text(EASY).attr("aria-describedby", COUNT)
}

/// The page of the survey, in a frame of its own. Its fields and choices are there to be seen, in the language
/// of the survey, and can't be answered: people took them for what they were asked.
fn looked_at(state: Reviewing) -> El {
    let what = "Just look at this page.";
    let what = el("legend").class("soft").attr("lang", "en").text(what);
    let frame = el("fieldset").class("looked-at").attr("disabled", "");
    frame.attr("lang", state.trial.language.get_untracked().tag().to_owned()).child(what)
}

/// Where the page of the survey stands in the page.
fn part(state: Reviewing) -> Stand {
    Stand { level: Level::Part, heading: "looked-at", ..stand(state.trial) }
}

/// True for a question with a condition, or in a section with one.
fn is_for_some(survey: &Survey, place: usize) -> bool {
    use crate::model::survey::Kind;
    let before = &survey.questions[..=place];
    let section = before.iter().rfind(|question| question.kind == Kind::Section);
    let has = |question: &crate::model::survey::Question| !question.show_if.groups.is_empty();
    has(&survey.questions[place]) || section.is_some_and(has)
}

/// What is missing, and what the organiser asks about all of it.
pub fn last_page(state: Reviewing) -> Vec<El> {
    const ALL: Option<QuestionId> = None;
    let mut all = vec![
        how_far(state),
        heading(Level::Page, HEADING).text("Is something missing?"),
        area(state, ALL, Field::Question, "ask-too".into(), "What else should we ask?".into()),
    ];
    for ask in state.asks(ALL) {
        let id = format!("reply-{}", ask.number);
        all.push(area(state, ALL, Field::Reply(ask.number), id, ask.text));
    }
    let label = "What else do you want to say?";
    all.push(area(state, ALL, Field::Free, "free".into(), label.into()));
    all.push(ways(state));
    all
}

fn how_far(state: Reviewing) -> El {
    let (at, of) = (state.number_of(state.page.get_untracked()), state.pages());
    let width = (at * 100 / of).to_string();
    let done = el("rect").attr("width", width).attr("height", "1");
    let bar = el("svg").attr("viewBox", "0 0 100 1").attr("preserveAspectRatio", "none");
    let bar = el("div").class("progress-bar").attr("aria-hidden", "true").child(bar.child(done));
    let words = el("p").class("progress-words").id(COUNT).text(format!("Page {at} of {of}"));
    el("div").class("progress").child(words).child(bar)
}

fn ways(state: Reviewing) -> El {
    let say = |word| state.trial.say(word);
    let back = el("button").attr("type", "button").class("button");
    let back = back.on("click", move |_| state.back()).child(drawing(BACK)).text(say(Word::Back));
    let next = button("button primary", say(Word::Next), move || state.next());
    let lang = state.trial.language.get_untracked().tag().to_owned();
    el("div").class("steps").attr("lang", lang).child(back).child(next)
}
