//! The preview: the open card as a phone shows it, by the very components a participant gets. It
//! walks the way that the answers given here lead, with earlier answers in later words. Those are
//! kept nowhere.

use super::lines::{Line, Lines};
use crate::browser::page;
use crate::model::answer::{Answer, Wrong, wrong};
use crate::model::draft::{Draft, DraftMeaning};
use crate::model::id::QuestionId;
use crate::model::path::{Path, Step};
use crate::model::response::Answers;
use crate::model::seal::PublicKey;
use crate::model::survey::{Meaning, Question, Survey};
use crate::model::words::Word;
use crate::model::{meanings, piping};
use crate::organiser::pictures::FOLDER;
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, el};
use crate::ui::heading::Level;
use crate::ui::question::{Form, Stand};
use crate::ui::survey_page::{Count, Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;

/// Where the pages stand: beside the editor, so they need ids of their own.
const STAND: Stand = Stand {
    level: Level::Preview,
    heading: "preview-heading",
    field: "preview-field",
    pictures: FOLDER,
};

/// A question's page, as far as the draft says. Drawn anew only when some of it changes.
#[derive(Clone, PartialEq)]
struct Page {
    question: Question,
    count: Count,
    meanings: Vec<Meaning>,
}

/// What the preview knows.
#[derive(Clone, Copy)]
struct Phone {
    desk: Desk,
    lines: Lines,
    answers: RwSignal<Answers>,
    /// The question whose answer is wrong, once somebody went on with it.
    wrong: RwSignal<Option<(QuestionId, Wrong)>>,
}

/// A phone beside the editor.
#[component]
pub fn Preview(desk: Desk, lines: Lines) -> impl IntoView {
    let phone = Phone {
        desk,
        lines,
        answers: RwSignal::new(Answers::default()),
        wrong: RwSignal::new(None),
    };
    let open = Memo::new(move |_| phone.page());
    let sheet = el("div").class("sheet").live(move || match open.get() {
        None => phone.first_page(),
        Some(page) => phone.question_page(page),
    });
    view! {
        <aside class="preview" aria-label="Preview">
            <h2 class="preview-title">"How it looks on a phone"</h2>
            <div class="phone">
                <div class="answering">{sheet}</div>
            </div>
        </aside>
    }
}

impl Phone {
    /// The page of the open card. None for the first page.
    fn page(&self) -> Option<Page> {
        let spot = self.desk.spot.get();
        let (question, meanings) = self.desk.draft.with(|draft| {
            let meanings = meanings_of(draft);
            let id = match spot {
                Spot::Welcome => return None,
                Spot::Question(id) => id,
                Spot::Words => with_hard_word(draft, &meanings)?,
            };
            Some((self.question(draft, id)?, meanings))
        })?;
        let count = self.count(question.id);
        Some(Page { question, count, meanings })
    }

    /// A question with earlier answers in its words.
    fn question(&self, draft: &Draft, id: QuestionId) -> Option<Question> {
        let place = draft.content().questions.iter().position(|question| question.id == id)?;
        let question = draft.content().questions[place].as_question();
        // Most questions hold no mark. Then the rest of the survey does not matter here.
        if !holds_mark(&question) {
            return Some(question);
        }
        let survey = survey(draft);
        self.answers.with(|answers| {
            let path = Path::of(&survey, answers);
            let step = Step { place, round: 0 };
            Some(piping::question((&survey, answers, &path), step, &self.desk.words))
        })
    }

    fn first_page(self) -> Vec<El> {
        let words = self.desk.words;
        let mut page = self.desk.draft.with(|draft| {
            let mut survey = survey(draft);
            if survey.title.is_empty() {
                survey.title = "Your title goes here".to_owned();
            }
            let path = Path::of(&survey, &Answers::default());
            let asks = |step: &&Step| survey.questions[step.place].kind.asks();
            let questions = path.steps.iter().filter(asks).count();
            welcome(&survey, &words, questions, STAND)
        });
        let start = el("button").attr("type", "button").class("button primary");
        let start = start.text(words.say(Word::Start)).on("click", move |_| self.walk(None, true));
        page.push(el("div").class("steps").child(start));
        page
    }

    fn question_page(self, page: Page) -> Vec<El> {
        let Page { mut question, count, meanings } = page;
        let id = question.id;
        if question.text.is_empty() {
            question.text = "Your question goes here".to_owned();
        }
        let Phone { desk, answers, wrong, .. } = self;
        let on_answer = move |answer| answers.update(|all| all.set(id, answer));
        let form = Form {
            question,
            meanings,
            words: desk.words,
            answer: Callback::new(move |()| answers.with(|all| all.get(id).cloned())),
            on_answer: Callback::new(on_answer),
            wrong: wrong.get().filter(|(of, _)| *of == id).map(|(_, wrong)| wrong),
            focus: Callback::new(page::focus_soon),
            stand: STAND,
        };
        let on_way = Callback::new(move |way| match way {
            Way::Back => self.walk(Some(id), false),
            Way::Next => self.go_on(id),
            Way::Skip => {
                on_answer(None);
                self.walk(Some(id), true);
            }
            Way::PreferNot => {
                on_answer(Some(Answer::PreferNotToSay));
                self.walk(Some(id), true);
            }
            Way::Mend => page::focus_soon(STAND.field),
        });
        survey_page(form, count, on_way, Word::Next)
    }

    /// Where a question stands among the others. The question about help comes behind them.
    fn count(&self, id: QuestionId) -> Count {
        self.lines.with(|lines| {
            let place = lines.iter().position(|line| line.id == id).unwrap_or(0);
            let asks = |lines: &[Line]| lines.iter().filter(|line| line.number.is_some()).count();
            let title = lines.get(place).and_then(|line| line.section).filter(|title| *title != id);
            let section = title.and_then(|title| lines.iter().find(|line| line.id == title));
            Count {
                number: asks(&lines[..lines.len().min(place + 1)]),
                of: asks(lines) + 1,
                section: section.map(|line| line.text.clone()).unwrap_or_default(),
            }
        })
    }

    /// On from a question, unless its answer is wrong.
    fn go_on(&self, id: QuestionId) {
        let found = self.desk.draft.with_untracked(|draft| {
            let question = draft.content().question(id)?.as_question();
            self.answers.with_untracked(|answers| wrong(&question, answers.get(id)))
        });
        match found {
            Some(found) => self.wrong.set(Some((id, found))),
            None => self.walk(Some(id), true),
        }
    }

    /// Opens the card of the next question that these answers lead to, or of the one before.
    fn walk(&self, from: Option<QuestionId>, on: bool) {
        self.wrong.set(None);
        let desk = self.desk;
        let (next, declined) = desk.draft.with_untracked(|draft| {
            let survey = survey(draft);
            let place = |id| survey.questions.iter().position(|question| question.id == id);
            let here = from.and_then(place);
            let path = self.answers.with_untracked(|answers| Path::of(&survey, answers));
            let content = draft.content();
            let own = |step: &&Step| content.question(survey.questions[step.place].id).is_some();
            let mut steps = path.steps.iter().filter(own).map(|step| step.place);
            let next = if on {
                steps.find(|place| here.is_none_or(|here| *place > here))
            } else {
                steps.rfind(|place| here.is_some_and(|here| *place < here))
            };
            (next.map(|place| survey.questions[place].id), path.declined)
        });
        match next {
            Some(id) => desk.spot.set(Spot::Question(id)),
            None if !on => desk.spot.set(Spot::Welcome),
            None if declined => desk.tell("People who say no stop here. Nothing is sent."),
            None => desk.tell("That was the last question. People check their answers next."),
        }
    }
}

/// The survey as it stands, checked or not. Nobody answers it, so it has no key.
fn survey(draft: &Draft) -> Survey {
    draft.as_survey(0, PublicKey([0; 32]))
}

/// The hard words that are written so far.
fn meanings_of(draft: &Draft) -> Vec<Meaning> {
    let written = draft.content().meanings.iter().filter(|meaning| !meaning.word.trim().is_empty());
    let meaning = |meaning: &DraftMeaning| Meaning {
        word: meaning.word.trim().to_owned(),
        text: meaning.text.trim().to_owned(),
    };
    written.map(meaning).collect()
}

/// The first question that holds a hard word: where people will meet it.
fn with_hard_word(draft: &Draft, hard: &[Meaning]) -> Option<QuestionId> {
    let holds = |text: &str| meanings::pieces(text, hard).iter().any(|(_, word)| word.is_some());
    let questions = &draft.content().questions;
    questions.iter().find(|q| holds(&q.text) || holds(&q.hint)).map(|question| question.id)
}

/// True when some of its words have room for an earlier answer.
fn holds_mark(question: &Question) -> bool {
    let choices = question.choices.iter().map(|choice| &choice.text);
    let own = [&question.text, &question.hint, &question.picture_alt];
    own.into_iter().chain(&question.piles).chain(choices).any(|text| text.contains("[["))
}
