//! The preview: the open card as a phone or a tablet shows it, by the very components a participant
//! gets, or the whole survey on paper. It walks the way that the answers given here lead, with
//! earlier answers in later words. Those are kept nowhere.

mod look;
pub mod try_it;

use super::lines::{Line, Lines};
use crate::browser::{clock, page};
use crate::model::answer::{Answer, Wrong, wrong};
use crate::model::draft::{Draft, DraftMeaning};
use crate::model::id::QuestionId;
use crate::model::paper::pages::Print;
use crate::model::path::{Count, Path, Step};
use crate::model::response::Answers;
use crate::model::standard::{HELP, is_standard};
use crate::model::survey::{Meaning, Question, Survey};
use crate::model::words::Word;
use crate::model::{meanings, piping};
use crate::organiser::behind::after_painting;
use crate::organiser::paper::{self, Sheets};
use crate::organiser::state::{Desk, Spot};
use crate::ui::el::{El, el};
use crate::ui::heading::Level;
use crate::ui::question::{Form, Stand, piece};
use crate::ui::survey_page::{Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;
use look::Device;
pub use look::Look;

/// Where the pages stand: beside the editor, so they need ids of their own.
fn stand(desk: Desk) -> Stand {
    let (heading, field) = ("preview-heading", FIELD);
    Stand { level: Level::Preview, heading, field, pictures: desk.pictures }
}

/// The id of the first field or choice.
const FIELD: &str = "preview-field";

/// A question's page, as far as the draft says. Drawn anew only when some of it changes.
#[derive(Clone, PartialEq)]
struct Page {
    question: Question,
    count: (Count, String),
    meanings: Vec<Meaning>,
}

/// What the preview knows.
#[derive(Clone, Copy)]
struct Phone {
    desk: Desk,
    lines: Lines,
    look: Look,
    answers: RwSignal<Answers>,
    /// The question whose answer is wrong, once somebody went on with it.
    wrong: RwSignal<Option<(QuestionId, Wrong)>>,
}

/// What shows the survey, with how it looks above it. `on` is whether it takes the place of the
/// cards, where there is no room for both.
pub fn preview(desk: Desk, lines: Lines, on: RwSignal<bool>) -> El {
    let look = Look::new(desk);
    let phone = Phone {
        desk,
        lines,
        look,
        answers: RwSignal::new(Answers::default()),
        wrong: RwSignal::new(None),
    };
    // How often somebody pressed “Try it”.
    let tries = RwSignal::new(0);
    let is_paper = Memo::new(move |_| look.device.get() == Device::Paper);
    let name = |name: &'static str| el("button").attr("type", "button").class("button").text(name);
    let print =
        name("Print it").hidden(move || !is_paper.get()).on("click", move |_| page::print());
    let try_it = name("Try it").attr("aria-haspopup", "dialog");
    let try_it = try_it.on("click", move |_| tries.update(|tries| *tries += 1));
    let title = el("h2").class("preview-title").id("preview-title");
    // Not in the part that shows the survey: there, what can be pressed is the survey's own.
    let controls = el("section")
        .class("preview-controls")
        .attr("aria-labelledby", "preview-title")
        .child(title.live_text(move || look.device.get().title().to_owned()))
        .child(look.devices())
        .child(look.settings())
        .child(el("div").class("button-row").child(try_it).child(print));
    let shown = el("aside").class("preview-shown").attr("aria-label", "Preview");
    let shown =
        shown.live(move || vec![if is_paper.get() { phone.paper() } else { phone.screen() }]);
    el("div")
        .class("preview")
        .child(controls)
        .child(shown)
        .child(try_it::trial(desk, look, on, tries))
}

impl Phone {
    /// A phone or a tablet with the page of the open card.
    fn screen(self) -> El {
        let look = self.look;
        let open = Memo::new(move |_| self.page());
        let id = |page: &Option<Page>| page.as_ref().map(|page| page.question.id);
        let open =
            after_painting(open, move |old, new| !self.desk.is_typing() || id(old) != id(new));
        let sheet = el("div").class("sheet").live(move || match open.get() {
            None => self.first_page(),
            Some(page) => self.question_page(page),
        });
        let class = move || match look.device.get() {
            Device::Tablet => Some("phone tablet".to_owned()),
            _ => Some("phone".to_owned()),
        };
        let page = look.mark(el("div").class("answering").child(sheet));
        look.speak(el("div").live_attr("class", class).child(page))
    }

    /// The whole survey on paper, with the open card in sight.
    fn paper(self) -> El {
        let desk = self.desk;
        Effect::new(move |_| {
            page::show_soon(&match desk.spot.get() {
                Spot::Question(id) => paper::id_of(id),
                _ => paper::FIRST.to_owned(),
            });
        });
        let sheets = move || {
            let words = self.look.words.get();
            let survey = desk.draft.with(|draft| self.survey(draft));
            let (pictures, give_to) = (self.desk.pictures, &*survey.organisation);
            let (survey, words) = (&survey, &words);
            let print = Print::Normal;
            Sheets { survey, words, pictures, print, give_to, online: None }.draw()
        };
        let roll = el("div").class("paper").attr("tabindex", "0").attr("role", "group");
        let roll = roll.attr("aria-label", "The survey on paper").live(sheets);
        self.look.speak(roll)
    }

    /// The survey as it stands, with words where there are none yet.
    fn survey(&self, draft: &Draft) -> Survey {
        let mut survey = self.look.survey(draft);
        fill_gaps(&mut survey);
        survey
    }

    /// The page of the open card. None for the first page.
    fn page(&self) -> Option<Page> {
        let spot = self.desk.spot.get();
        let (question, count, meanings) = self.desk.draft.with(|draft| {
            let translated = self.look.is_translated().then(|| self.look.survey(draft));
            let meanings = match &translated {
                Some(survey) => survey.meanings.clone(),
                None => meanings_of(draft),
            };
            let id = match spot {
                Spot::Welcome => return None,
                Spot::Question(id) => id,
                Spot::Words => with_hard_word(draft, &meanings_of(draft))?,
            };
            let question = self.question(draft, id, translated.as_ref())?;
            Some((question, self.count(id, translated.as_ref()), meanings))
        })?;
        Some(Page { question, count, meanings })
    }

    /// A question with earlier answers in its words.
    fn question(
        &self,
        draft: &Draft,
        id: QuestionId,
        translated: Option<&Survey>,
    ) -> Option<Question> {
        let place = draft.content().questions.iter().position(|question| question.id == id)?;
        let question = match translated {
            Some(survey) => survey.questions[place].clone(),
            None => draft.content().questions[place].as_question(),
        };
        // Most questions hold no mark. Then the rest of the survey does not matter here.
        if !holds_mark(&question) {
            return Some(question);
        }
        let survey = self.look.survey(draft);
        self.answers.with(|answers| {
            let path = Path::of(&survey, answers);
            let step = Step { place, round: 0 };
            Some(piping::question((&survey, answers, &path), step, &self.look.words.get()))
        })
    }

    fn first_page(self) -> Vec<El> {
        let words = self.look.words.get();
        let mut page = self.desk.draft.with(|draft| {
            let survey = self.survey(draft);
            let path = Path::of(&survey, &Answers::default());
            let questions = path.count(&survey, Step { place: 0, round: 0 });
            let language = self.look.language.get();
            let day = |day| clock::day_in(day, language.tag());
            welcome(&survey, &words, questions, stand(self.desk), day)
        });
        let start = el("button").attr("type", "button").class("button primary");
        let start = start.text(words.say(Word::Start)).on("click", move |_| self.walk(None, true));
        page.push(el("div").class("steps").child(start));
        page
    }

    fn question_page(self, page: Page) -> Vec<El> {
        let Page { mut question, count, meanings } = page;
        let id = question.id;
        fill_gaps_of(&mut question);
        let Phone { answers, wrong, .. } = self;
        let on_answer = move |answer| answers.update(|all| all.set(id, answer));
        let form = Form {
            question,
            meanings,
            words: self.look.words.get(),
            answer: Callback::new(move |()| answers.with(|all| all.get(id).cloned())),
            on_answer: Callback::new(on_answer),
            wrong: wrong.get().filter(|(of, _)| *of == id).map(|(_, wrong)| wrong),
            focus: Callback::new(page::focus_soon),
            stand: stand(self.desk),
            later: Callback::new(piece),
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
            Way::Mend => page::focus_soon(FIELD),
        });
        survey_page(form, count, on_way, Word::Next)
    }

    /// Where a question stands among the others. The question about help comes behind them.
    fn count(&self, id: QuestionId, translated: Option<&Survey>) -> (Count, String) {
        self.lines.all.with(|lines| {
            let place = lines.iter().position(|line| line.id == id).unwrap_or(0);
            let asks = |lines: &[Line]| lines.iter().filter(|line| line.number.is_some()).count();
            let title = lines.get(place).and_then(|line| line.section).filter(|title| *title != id);
            let section = title.and_then(|title| match translated {
                Some(survey) => survey.question(title).map(|title| title.text.clone()),
                None => lines.iter().find(|line| line.id == title).map(|line| line.text.clone()),
            });
            let number = asks(&lines[..lines.len().min(place + 1)]);
            // Nobody has answered here what decides about the ones ahead.
            let depends = |line: &Line| line.only_if.is_some() || line.as_often_as.is_some();
            let about = lines.iter().skip(place + 1).any(depends);
            let count = Count { number, of: asks(lines) + 1, about, again: false };
            (count, section.unwrap_or_default())
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
            let survey = untrack(|| self.look.survey(draft));
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

/// Puts words where an organiser has not written any yet.
fn fill_gaps(survey: &mut Survey) {
    if survey.title.is_empty() {
        survey.title = "Your title goes here".to_owned();
    }
    for question in &mut survey.questions {
        fill_gaps_of(question);
    }
}

/// The same in one question, where the app has no words of its own for what is left empty.
fn fill_gaps_of(question: &mut Question) {
    if question.text.is_empty() && question.id != HELP {
        question.text = "Your question goes here".to_owned();
    }
    for (number, choice) in (1..).zip(&mut question.choices) {
        if choice.text.is_empty() && !is_standard(choice.id) {
            choice.text = format!("Choice {number}");
        }
    }
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
