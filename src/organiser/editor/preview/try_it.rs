//! Trying the whole survey, as a participant gets it: from the first page to the last one, along
//! the path of the answers that are given. Nothing is kept and nothing is sent.
//!
//! In a dialog, so the survey can't change meanwhile.

use super::fill_gaps;
use super::look::{Device, Look};
use crate::browser::{clock, page};
use crate::model::answer::{Answer, Wrong};
use crate::model::path::{Path, Step};
use crate::model::piping;
use crate::model::response::{Answers, Asked};
use crate::model::seal::PublicKey;
use crate::model::standard::HELP;
use crate::model::survey::{Language, Survey};
use crate::model::walk::{self, Changing, Page};
use crate::model::words::{Word, Words};
use crate::organiser::state::{Desk, Spot};
use crate::ui::check_answers::{Checked, check_answers};
use crate::ui::el::{El, el};
use crate::ui::heading::{Level, heading};
use crate::ui::question::{Form, Stand, piece};
use crate::ui::survey_page::{WRONG, Way, survey_page};
use crate::ui::welcome::welcome;
use leptos::prelude::*;

/// The id of the dialog, and of its heading.
const DIALOG: &str = "try-it";
const TITLE: &str = "try-it-title";

/// Where the pages stand: over the editor, whose preview has pages too.
fn stand(desk: Desk) -> Stand {
    Stand { level: Level::Preview, heading: HEADING, field: FIELD, pictures: desk.pictures }
}

const HEADING: &str = "try-heading";
const FIELD: &str = "try-field";

/// Somebody trying it.
#[derive(Clone, Copy)]
struct Trial {
    desk: Desk,
    look: Look,
    /// Whether the preview takes the place of the cards.
    on: RwSignal<bool>,
    /// The page that is shown. None while nobody tries it.
    page: RwSignal<Option<Page>>,
    /// The survey as it was when the trial began, without gaps.
    survey: StoredValue<Survey>,
    answers: RwSignal<Answers>,
    /// What is wrong with the answer on this page, once somebody went on with it.
    wrong: RwSignal<Option<Wrong>>,
    /// While one answer is changed from the check: the pages there were before.
    changing: StoredValue<Changing>,
}

/// The dialog of a trial, which begins with each of these tries. `on` is whether the preview takes the
/// place of the cards.
pub fn trial(desk: Desk, look: Look, on: RwSignal<bool>, tries: RwSignal<usize>) -> El {
    let trial = Trial::new(desk, look, on);
    // Somebody may have pressed before this was there.
    Effect::new(move |_| {
        if tries.get() > 0 {
            untrack(|| trial.begin());
        }
    });
    trial.dialog()
}

impl Trial {
    /// A trial that has not begun.
    fn new(desk: Desk, look: Look, on: RwSignal<bool>) -> Self {
        let empty = desk.draft.with_untracked(|draft| draft.as_survey(0, PublicKey([0; 32])));
        let trial = Self {
            desk,
            look,
            on,
            page: RwSignal::new(None),
            survey: StoredValue::new(empty),
            answers: RwSignal::new(Answers::default()),
            wrong: RwSignal::new(None),
            changing: StoredValue::new(None),
        };
        Effect::new(move |was: Option<bool>| {
            let is = trial.page.get().is_some();
            if is && !was.unwrap_or(false) {
                page::open_dialog(DIALOG);
            }
            is
        });
        trial
    }

    /// Begins with the first page, as nobody answered.
    fn begin(self) {
        let survey = self.desk.draft.with_untracked(|draft| {
            let mut survey = untrack(|| self.look.survey(draft));
            fill_gaps(&mut survey);
            survey
        });
        self.survey.set_value(survey);
        self.answers.set(Answers::default());
        self.changing.set_value(None);
        self.go(Page::Welcome);
    }

    fn go(self, page: Page) {
        self.wrong.set(None);
        self.page.set(Some(page));
        page::focus_soon(HEADING);
        page::show_soon(HEADING);
    }

    /// The whole window: what this is, and a phone or a tablet with the page.
    fn dialog(self) -> El {
        el("dialog")
            .class("try-it")
            .id(DIALOG)
            .attr("aria-labelledby", TITLE)
            .on("close", move |_| self.page.set(None))
            // The editor's keys are not for here: undo would take back what can't be seen now.
            .on_key(|event| event.stop_propagation())
            .live(move || match self.page.get() {
                None => Vec::new(),
                Some(page) => vec![self.head(page), self.screen(page)],
            })
    }

    fn head(self, page: Page) -> El {
        let button =
            |name: &'static str| el("button").attr("type", "button").class("button").text(name);
        let edit = match (page, self.spot(page)) {
            (_, None) => None,
            (Page::Welcome, Some(spot)) => Some(("Edit this page", spot)),
            (_, Some(spot)) => Some(("Edit this question", spot)),
        };
        let edit = edit.map(|(name, spot)| button(name).on("click", move |_| self.edit(spot)));
        let close = button("Close").on("click", move |_| page::close_dialog(DIALOG));
        let buttons = el("div")
            .class("button-row")
            .children(edit)
            .child(button("Start again").on("click", move |_| self.begin()))
            .child(close);
        let words = el("div")
            .child(el("h2").id(TITLE).text("Try it"))
            .child(el("p").text("This is a try. Nothing is kept. Nothing is sent."));
        el("div").class("try-head").child(words).child(buttons)
    }

    /// The card where this page is made. None for pages that the app makes.
    fn spot(self, page: Page) -> Option<Spot> {
        match page {
            Page::Welcome => Some(Spot::Welcome),
            Page::Question(step) => {
                let id = self.survey.with_value(|survey| survey.questions[step.place].id);
                (id != HELP).then_some(Spot::Question(id))
            }
            _ => None,
        }
    }

    /// Leaves for the card. Closing gives the focus back first, so that the card can take it.
    fn edit(self, spot: Spot) {
        page::close_dialog(DIALOG);
        self.on.set(false);
        self.desk.open(spot);
    }

    fn screen(self, page: Page) -> El {
        let pages = match page {
            Page::Welcome => self.first_page(),
            Page::Question(step) => self.question_page(step),
            Page::Check => self.check_page(),
            Page::Ended => self.last_page(Word::EndedTitle, Word::EndedText),
            // Nothing is sent here, and nobody else's answers are.
            Page::Send | Page::Done | Page::Who | Page::Deleted => self.sent_page(),
        };
        let sheet = el("div").class("sheet").children(pages);
        let page = self.look.mark(el("div").class("answering").child(sheet));
        let class = match self.look.device.get_untracked() {
            Device::Tablet => "phone wide",
            _ => "phone",
        };
        self.look.speak(el("div").class(class).child(page))
    }

    fn path(self) -> Path {
        self.survey
            .with_value(|survey| self.answers.with_untracked(|answers| Path::of(survey, answers)))
    }

    fn words(self) -> Words {
        self.look.words.get()
    }

    fn asked(self, step: Step) -> Asked {
        self.survey.with_value(|survey| walk::asked(survey, step))
    }

    fn button(self, class: &'static str, word: Word, to: Page) -> El {
        let button = el("button").attr("type", "button").class(class);
        button.on("click", move |_| self.go(to)).text(self.words().say(word))
    }

    fn first_page(self) -> Vec<El> {
        let path = self.path();
        let mut page = self.survey.with_value(|survey| {
            let questions = path.count(survey, Step { place: 0, round: 0 });
            let language = self.look.language.get();
            let day = |day| clock::day_in(day, language.tag());
            welcome(survey, &self.words(), questions, stand(self.desk), day)
        });
        let first = path.steps.first().map_or(Page::Check, |step| Page::Question(*step));
        page.push(el("div").class("steps").child(self.button(
            "button primary",
            Word::Start,
            first,
        )));
        page
    }

    fn question_page(self, step: Step) -> Vec<El> {
        let (path, asked, answers) = (self.path(), self.asked(step), self.answers);
        let words = self.words();
        let on_answer = move |answer| answers.update(|all| all.set(asked, answer));
        let (question, meanings, count) = self.survey.with_value(|survey| {
            let question = answers
                .with_untracked(|answers| piping::question((survey, answers, &path), step, &words));
            let section = path.section_name(survey, step, &words);
            (question, survey.meanings.clone(), (path.count(survey, step), section))
        });
        let form = Form {
            question,
            meanings,
            words,
            answer: Callback::new(move |()| answers.with(|all| all.get(asked).cloned())),
            on_answer: Callback::new(on_answer),
            wrong: self.wrong.get(),
            focus: Callback::new(page::focus_soon),
            stand: stand(self.desk),
            later: Callback::new(piece),
        };
        let on_way = Callback::new(move |way| match way {
            Way::Back => self.back(step),
            Way::Next => self.next(step),
            Way::Skip => {
                on_answer(None);
                self.next(step);
            }
            Way::PreferNot => {
                on_answer(Some(Answer::PreferNotToSay));
                self.next(step);
            }
            Way::Mend => page::focus_soon(FIELD),
        });
        let changing = self.changing.with_value(Option::is_some) && form.question.kind.asks();
        survey_page(form, count, on_way, if changing { Word::Save } else { Word::Next })
    }

    fn back(self, step: Step) {
        let is_changing = self.changing.with_value(Option::is_some);
        self.changing.set_value(None);
        self.go(match is_changing {
            true => Page::Check,
            false => walk::before(&self.path(), Page::Question(step)),
        });
    }

    /// On to the next page, unless the answer is wrong.
    fn next(self, step: Step) {
        let found = self.survey.with_value(|survey| {
            self.answers.with_untracked(|answers| walk::wrong(survey, answers, step))
        });
        if found.is_some() {
            self.wrong.set(found);
            return page::focus_soon(WRONG);
        }
        let (page, changing) = walk::next(&self.path(), step, self.changing.get_value());
        self.changing.set_value(changing);
        self.go(page);
    }

    fn check_page(self) -> Vec<El> {
        let (path, words) = (self.path(), self.words());
        let mut page = self.survey.with_value(|survey| {
            let asks = |step: &&Step| survey.questions[step.place].kind.asks();
            let checked = |step: &Step| {
                let (step, known) = (*step, path.steps.clone());
                self.answers.with_untracked(|answers| Checked {
                    question: piping::question((survey, answers, &path), step, &words),
                    answer: answers.get(self.asked(step)).cloned(),
                    section: path.section_name(survey, step, &words),
                    id: String::new(),
                    change: Callback::new(move |()| {
                        self.changing.set_value(Some(known.clone()));
                        self.go(Page::Question(step));
                    }),
                })
            };
            check_answers(
                path.reachable().iter().filter(asks).map(checked).collect(),
                words,
                stand(self.desk),
                false,
            )
        });
        let back = self.button("button", Word::Back, walk::last(&path));
        let send = self.button("button primary", Word::Send, Page::Send);
        page.push(el("div").class("steps").child(back).child(send));
        page
    }

    fn last_page(self, title: Word, text: Word) -> Vec<El> {
        let words = self.words();
        let last = walk::last(&self.path());
        vec![
            heading(Level::Preview, HEADING).text(words.say(title)),
            el("p").class("say").text(words.say(text)),
            el("div").class("steps").child(self.button("button", Word::Back, last)),
        ]
    }

    /// In place of the ways to send, which have nothing to send here.
    fn sent_page(self) -> Vec<El> {
        let after = self.survey.with_value(|survey| survey.after.clone());
        let english = |name: El| name.attr("lang", Language::ENGLISH.tag()).attr("dir", "ltr");
        let mut page = vec![
            english(el("h3").class("question-text").id(HEADING).attr("tabindex", "-1"))
                .text("That was the last page"),
            english(el("p"))
                .text("Here people pick a way to send their answers. You sent nothing."),
        ];
        if !after.is_empty() {
            page.push(el("h4").text(self.words().say(Word::WhatNext)));
            page.push(el("p").class("words say").attr("dir", "auto").text(after));
        }
        let back = self.button("button", Word::Back, Page::Check);
        page.push(el("div").class("steps").child(back));
        page
    }
}
