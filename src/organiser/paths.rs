//! A map of the paths: every question in order, who is asked it, and what its answer decides. And
//! following one path: pick answers, and see who would be asked what.
//!
//! All of it stands in words. The lines beside the questions say it again, for people who see them.

mod follow;

use super::editor::lines::{self, Line};
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING, Spot};
use super::words;
use crate::model::draft::{Draft, Problem};
use crate::model::id::QuestionId;
use crate::model::routes::{self, Length};
use crate::model::seal::PublicKey;
use crate::model::standard::HELP;
use crate::model::survey::{Kind, Survey};
use crate::ui::el::{El, el};
use follow::Follow;
use leptos::prelude::*;

/// Most lines side by side. More would leave no room for the questions on a phone.
const LANES: usize = 4;

/// The screen.
pub fn screen(desk: Desk) -> El {
    let lines = lines::all_lines(desk);
    let survey =
        Memo::new(move |_| desk.draft.with(|draft| draft.as_survey(0, PublicKey([0; 32]))));
    let problems = Memo::new(move |_| desk.draft.with(way_problems));
    let follow = Follow::new(survey, desk.words);
    let heading = el("h1").id(HEADING).attr("tabindex", "-1").text("Paths");
    let main = el("main").class("column paths").child(heading);
    main.live(move || {
        let has_some = survey.with(|survey| survey.questions.len() > 1);
        if !has_some {
            let none =
                "There are no questions yet. Add some first. Then you see here who is asked what.";
            return vec![el("p").class("notice").text(none)];
        }
        let mut page = survey.with(|survey| problems.with(|problems| summary(survey, problems)));
        page.extend(follow.panel(lines));
        page.push(el("h2").text("All questions in order"));
        page.push(survey.with(|survey| {
            lines.with(|lines| problems.with(|problems| map(desk, survey, lines, problems, follow)))
        }));
        page
    })
}

/// What is wrong with the way to some question.
fn way_problems(draft: &Draft) -> Vec<Problem> {
    let about_way = |problem: &Problem| {
        matches!(words::about(*problem), words::About::When(_) | words::About::Repeat(_))
    };
    draft.problems().into_iter().filter(about_way).collect()
}

/// The question that a problem with a way is about.
fn question_of(problem: Problem) -> Option<QuestionId> {
    match words::about(problem) {
        words::About::When(id) | words::About::Repeat(id) => Some(id),
        _ => None,
    }
}

/// How long the survey is for whom.
fn summary(survey: &Survey, problems: &[Problem]) -> Vec<El> {
    let never = |problem: &Problem| match problem {
        Problem::NeverAsked(id) => Some(*id),
        _ => None,
    };
    let never: Vec<QuestionId> = problems.iter().filter_map(never).collect();
    let (always, most) = routes::lengths(survey, &never);
    let has_consent = survey.questions.iter().any(|question| question.kind == Kind::Consent);
    let everyone = if has_consent { "Everyone who takes part" } else { "Everyone" };
    let questions = |length: Length| words::count(length.questions, "question", "questions");
    let minutes = |length: Length| words::count(length.minutes, "minute", "minutes");
    let line = |text: String| el("p").text(text);
    let mut all = Vec::new();
    if always.questions == most.questions {
        all.push(line(format!(
            "{everyone} is asked {}. That takes about {}.",
            questions(most),
            minutes(most)
        )));
    } else {
        all.push(line(format!(
            "{everyone} is asked at least {}. That takes about {}.",
            questions(always),
            minutes(always)
        )));
        all.push(line(format!(
            "Some people are asked up to {}. That takes about {}.",
            questions(most),
            minutes(most)
        )));
    }
    let repeats = survey.questions.iter().any(|question| question.repeat.is_some());
    if repeats {
        all.push(line("A section that is asked many times counts once here.".to_owned()));
    }
    if !repeats && always.questions == most.questions && !has_consent {
        all.push(line(
            "Everyone is asked every question. To ask some people only, open a question and choose “Only if …”."
                .to_owned(),
        ));
    }
    let mut page = vec![el("div").class("card paths-summary").children(all)];
    let wrong: Vec<QuestionId> =
        problems.iter().filter_map(|problem| question_of(*problem)).collect();
    if !wrong.is_empty() {
        let text = match wrong.len() {
            1 => "1 question needs fixing. It is marked below.".to_owned(),
            many => format!("{many} questions need fixing. They are marked below."),
        };
        page.push(el("p").class("notice bad").text(text));
    }
    page
}

fn map(desk: Desk, survey: &Survey, lines: &[Line], problems: &[Problem], follow: Follow) -> El {
    let branches = routes::branches(survey);
    let rows = routes::lanes(survey.questions.len(), &branches, LANES);
    let lanes = rows.iter().flatten().any(Option::is_some);
    let row = |(place, line): (usize, &Line)| {
        let targets = branches.iter().find(|branch| branch.source == place);
        let decides = targets.map(|branch| {
            let names: Vec<&str> = branch
                .targets
                .iter()
                .filter_map(|at| Some(lines.get(*at)?.name.as_str()))
                .collect();
            format!("The answer decides about: {}.", names.join(", "))
        });
        let own = |problem: &&Problem| question_of(**problem) == Some(line.id);
        let wrong = problems
            .iter()
            .filter(own)
            .map(|problem| {
                desk.draft.with_untracked(|d| words::problem_here(d.content(), *problem))
            })
            .map(|says| el("p").class("problem").text(says));
        let said = |text: String| el("p").class("path-note").attr("dir", "auto").text(text);
        let stops = (line.kind == Kind::Consent)
            .then(|| said("People who say no stop here. Nothing is sent.".to_owned()));
        let id = line.id;
        let title = el("button")
            .attr("type", "button")
            .class("path-question")
            .child(el("span").class("path-name").text(line.name.clone()))
            .child(el("span").class("path-text").attr("dir", "auto").text(line.text.clone()))
            .on("click", move |_| open(desk, id));
        let body = el("div")
            .class("path-body")
            .child(title)
            .children(line.only_if.clone().map(said))
            .children(line.as_often_as.clone().map(said))
            .children(stops)
            .children(decides.map(said))
            .children(wrong)
            .child(follow.mark(place));
        let item = el("li").live_attr("class", move || {
            let asked = match follow.times(place) {
                Some(0) => " left-out",
                Some(_) => " asked",
                None => "",
            };
            Some(["path-row", asked].concat())
        });
        item.children(lanes.then(|| drawing(&rows[place]))).child(body)
    };
    let within = |line: &Line| line.section.is_some() && line.section != Some(line.id);
    let mut list = el("ol").class("path-map").attr("role", "list");
    for (place, line) in lines.iter().enumerate() {
        let item = row((place, line));
        list = list.child(if within(line) { item.attr("data-within", "") } else { item });
    }
    let help = survey.questions.iter().position(|question| question.id == HELP);
    let last = el("div")
        .class("path-body")
        .child(el("p").class("path-note").text("Last, everyone is asked if someone helped them."));
    // An organiser may leave it out.
    let last = help.map(|place| {
        let drawn = lanes.then(|| drawing(&rows[place]));
        el("li").class("path-row").children(drawn).child(last)
    });
    list.children(last)
}

/// The lines beside one question.
fn drawing(row: &[Option<routes::Line>]) -> El {
    let piece = |(lane, line): (usize, &Option<routes::Line>)| {
        let kind = match (*line)? {
            routes::Line::Start => "start",
            routes::Line::Through => "through",
            routes::Line::Branch => "branch",
            routes::Line::End => "end",
        };
        Some(el("span").class(format!("lane lane-{lane} {kind}")))
    };
    let pieces = row.iter().enumerate().filter_map(piece);
    el("span").class("lanes").attr("aria-hidden", "true").children(pieces)
}

/// Opens the card of a question in the editor.
fn open(desk: Desk, question: QuestionId) {
    let id = desk.draft.with_untracked(Draft::id);
    desk.go(Screen::Survey(id, Part::Questions));
    desk.open(Spot::Question(question));
}
