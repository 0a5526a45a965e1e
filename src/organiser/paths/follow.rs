//! Following a path: answers to the questions that decide about others, and who is asked what with
//! them. Nothing of it is kept.

use crate::model::answer::Answer;
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::path::Path;
use crate::model::picking;
use crate::model::response::Answers;
use crate::model::routes;
use crate::model::standard::{self, OTHER};
use crate::model::survey::{Kind, Question, Survey};
use crate::model::words::Words;
use crate::organiser::editor::lines::Line;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;

/// What is followed.
#[derive(Clone, Copy)]
pub struct Follow {
    survey: Memo<Survey>,
    /// The app's own words, for choices that have none.
    app: Words,
    answers: RwSignal<Answers>,
    /// How often each place is asked. None while there is no answer to follow.
    asked: Memo<Option<Vec<usize>>>,
}

impl Follow {
    /// Nothing yet.
    pub fn new(survey: Memo<Survey>, app: Words) -> Self {
        let answers = RwSignal::new(Answers::default());
        let asked = Memo::new(move |_| {
            answers.with(|answers| {
                (!answers.is_empty()).then(|| survey.with(|survey| times(survey, answers)))
            })
        });
        Self { survey, app, answers, asked }
    }

    /// How often a place is asked. None while nothing is followed.
    pub fn times(self, place: usize) -> Option<usize> {
        self.asked.with(|asked| asked.as_ref()?.get(place).copied())
    }

    /// Says whether a place is asked. Empty while nothing is followed.
    pub fn mark(self, place: usize) -> El {
        el("p").class("path-mark").live_text(move || match self.times(place) {
            None => String::new(),
            Some(0) => "Left out".to_owned(),
            Some(1) => "Asked".to_owned(),
            Some(times) => format!("Asked {times} times"),
        })
    }

    /// The answers to pick, and how many questions they lead to. Nothing in a survey with one path.
    pub fn panel(self, lines: Memo<Vec<Line>>) -> Option<El> {
        let fields: Vec<El> = self.survey.with(|survey| {
            let places = routes::crossroads(survey);
            places
                .into_iter()
                .filter_map(|place| self.field(&survey.questions[place], lines, place))
                .collect()
        });
        if fields.is_empty() {
            return None;
        }
        let said = move || {
            self.asked.with(|asked| {
                let Some(asked) = asked else {
                    return "Pick an answer. The list below then shows who is asked what."
                        .to_owned();
                };
                let number = self.survey.with(|survey| {
                    let asks = survey.questions.iter().zip(asked).filter(|(q, _)| q.kind.asks());
                    asks.map(|(_, times)| times).sum::<usize>()
                });
                let questions = words::count(number, "question", "questions");
                format!("With these answers, a person is asked {questions}.")
            })
        };
        let clear = el("button")
            .attr("type", "button")
            .class("button")
            .hidden(move || self.asked.with(Option::is_none))
            .on("click", move |_| {
                self.answers.set(Answers::default());
                crate::browser::page::focus_soon(TITLE);
            })
            .text("Clear these answers");
        let panel = el("section").class("card follow").attr("aria-labelledby", TITLE);
        Some(
            panel
                .child(el("h2").id(TITLE).attr("tabindex", "-1").text("Follow a path"))
                .child(el("div").class("follow-fields").children(fields))
                .child(el("p").class("follow-said").attr("role", "status").live_text(said))
                .child(clear),
        )
    }

    /// What picks the answer to one question.
    fn field(self, question: &Question, lines: Memo<Vec<Line>>, place: usize) -> Option<El> {
        let name = lines.with(|lines| {
            let line = lines.get(place)?;
            Some(format!("{}: {}", line.name, words::short(&line.text, 80)))
        })?;
        let id = question.id;
        let set = move |answer| self.answers.update(|all| all.set(id, answer));
        let app = self.app;
        Some(match question.kind {
            kind if kind.picks_many() => self.ticks(question.clone(), name, &app),
            Kind::Number => {
                let field = el("input")
                    .class("text-field")
                    .attr("inputmode", "decimal")
                    .attr("maxlength", "20")
                    .attr("autocomplete", "off")
                    .value(move || match self.given(id) {
                        Some(Answer::Text(text)) => text,
                        _ => String::new(),
                    })
                    .on("input", move |event| {
                        set(Some(Answer::Text(event_target_value(&event))));
                    });
                labelled(name, field)
            }
            kind => {
                // The first way is no answer, so the number of a way is its place behind that.
                let ways: Vec<(String, Answer)> = if kind.picks_one() {
                    choices(question, &app).map(|(choice, says)| (says, one(choice))).collect()
                } else {
                    routes::some_answer(question)
                        .map(|answer| ("Answered".to_owned(), answer))
                        .into_iter()
                        .collect()
                };
                let option = |(number, (says, _)): (usize, &(String, Answer))| {
                    el("option").attr("value", (number + 1).to_string()).text(says.clone())
                };
                let select = el("select").class("text-field");
                let select = select.child(el("option").attr("value", "0").text("No answer"));
                let select = select.children(ways.iter().enumerate().map(option));
                let answers: Vec<Answer> = ways.into_iter().map(|(_, answer)| answer).collect();
                let shown = answers.clone();
                let value = move || {
                    let given = self.given(id);
                    let place = shown.iter().position(|answer| Some(answer) == given.as_ref());
                    place.map_or(0, |place| place + 1).to_string()
                };
                let choose = move |event| {
                    let number: usize = event_target_value(&event).parse().unwrap_or_default();
                    set(number.checked_sub(1).and_then(|place| answers.get(place).cloned()));
                };
                labelled(name, select.value(value).on("change", choose))
            }
        })
    }

    fn ticks(self, question: Question, name: String, app: &Words) -> El {
        let id = question.id;
        let all: Vec<(ChoiceId, String)> = choices(&question, app).collect();
        let kept = StoredValue::new(question);
        let tick = |(choice, says): (ChoiceId, String)| {
            let turn = move |_| {
                let before = untrack(|| self.given(id));
                let on = !before.as_ref().is_some_and(|answer| answer.picked(choice));
                let after = kept.with_value(|question| picking::pick(question, before, choice, on));
                self.answers.update(|all| all.set(id, after));
            };
            let input = el("input").attr("type", "checkbox").on("change", turn);
            let input =
                input.checked(move || self.given(id).is_some_and(|answer| answer.picked(choice)));
            el("label").class("tick").child(input).child(el("span").attr("dir", "auto").text(says))
        };
        let group = el("fieldset").class("follow-ticks");
        group.child(el("legend").class("label").text(name)).children(all.into_iter().map(tick))
    }

    fn given(self, id: QuestionId) -> Option<Answer> {
        self.answers.with(|answers| answers.get(id).cloned())
    }
}

/// The id of the heading, which gets the focus when the answers are cleared.
const TITLE: &str = "follow-title";

fn labelled(name: String, field: El) -> El {
    let label = el("label").class("follow-field");
    label.child(el("span").class("label").attr("dir", "auto").text(name)).child(field)
}

fn one(choice: ChoiceId) -> Answer {
    match choice {
        OTHER => Answer::Other { ticked: Vec::new(), words: String::new() },
        choice => Answer::OneChoice(choice),
    }
}

/// What can be picked, in words.
fn choices<'a>(
    question: &'a Question,
    app: &'a Words,
) -> impl Iterator<Item = (ChoiceId, String)> + 'a {
    let kind = question.kind;
    let own = question.choices.iter().enumerate().map(move |(place, choice)| {
        let says = words::or(choice.says(kind, app), &format!("Choice {}", place + 1));
        (choice.id, words::short(&says, 80))
    });
    let other = question.other.then(|| (OTHER, standard::says(OTHER, kind, app).to_owned()));
    own.chain(other)
}

/// How often each place is asked, with these answers.
fn times(survey: &Survey, answers: &Answers) -> Vec<usize> {
    let path = Path::of(survey, answers);
    let mut times = vec![0; survey.questions.len()];
    for step in &path.steps {
        times[step.place] += 1;
    }
    times
}
