//! The survey on paper, in easy read: large words, pictures left, boxes to tick and lines to write
//! on. Who is asked what stands in words, for paper can't skip.
//!
//! A survey comes in, sheets of A4 come out. What we say about paper is English in every language:
//! the app's words for participants have none for it.

use crate::browser::clock;
use crate::model::id::QuestionId;
use crate::model::path::{Path, Step};
use crate::model::piping;
use crate::model::response::Answers;
use crate::model::survey::{Check, Choice, Condition, Group, Kind, Notice, Question, Survey, Test};
use crate::model::typed;
use crate::model::words::{Word, Words};
use crate::model::{answer, standard};
use crate::organiser::words;
use crate::ui::el::{El, el};
use crate::ui::picture::{self, Pictures};

/// The id of the first sheet.
pub const FIRST: &str = "paper-first";
/// How much goes on one sheet, in lines of choices.
const ROOM: usize = 13;
/// Lines to write on for short words, and for long ones.
const LINES: [usize; 2] = [2, 6];

/// The id of a question on paper.
pub fn id_of(question: QuestionId) -> String {
    format!("paper-{}", question.0)
}

/// Every sheet, in order.
pub fn sheets(survey: &Survey, words: &Words, pictures: Pictures) -> Vec<El> {
    let numbers = numbers(survey);
    let mut pages: Vec<Vec<El>> = vec![vec![first(survey, words, pictures)]];
    let mut room = 0;
    let (answers, path) = (Answers::default(), Path::of(survey, &Answers::default()));
    for (place, number) in numbers.into_iter().enumerate() {
        // Nobody has answered, so "…" stands where an earlier answer would.
        let from = (survey, &answers, &path);
        let question = &piping::question(from, Step { place, round: 0 }, words);
        let size = size(question);
        // A title stands over what it is the title of, not alone at the foot of a sheet.
        if size > room || question.kind == Kind::Section {
            pages.push(Vec::new());
            room = ROOM;
        }
        room = room.saturating_sub(size);
        let drawn = draw(survey, question, number, (words, pictures));
        pages.last_mut().expect("there is a first page").push(drawn);
    }
    if let Some(page) = pages.last_mut() {
        page.push(end(survey));
    }
    let of = pages.len();
    let sheet = |(number, page): (usize, Vec<El>)| {
        let foot = english(el("p").class("paper-foot")).text(format!("Page {number} of {of}"));
        let body = el("div").class("paper-body").children(page);
        el("div").class("paper-sheet").child(body).child(foot)
    };
    (1..).zip(pages).map(sheet).collect()
}

/// The number of each question, as the phone counts them. Pages that are only read have none.
fn numbers(survey: &Survey) -> Vec<Option<usize>> {
    let mut passed = 0;
    let number = |question: &Question| {
        passed += usize::from(question.kind.asks());
        question.kind.asks().then_some(passed)
    };
    survey.questions.iter().map(number).collect()
}

/// How much of a sheet a question takes, in lines of choices.
fn size(question: &Question) -> usize {
    let words = (question.text.chars().count() + question.hint.chars().count()) / 40;
    let answer = match question.kind {
        Kind::ShortText | Kind::Number | Kind::Date | Kind::Month => LINES[0],
        Kind::LongText => LINES[1],
        Kind::Sorting => question.choices.len() * 2,
        _ => question.choices.len() + 2 * usize::from(question.other),
    };
    2 + words + answer + usize::from(!question.show_if.groups.is_empty())
}

/// Marks words of ours as English, whatever the survey is in.
fn english(element: El) -> El {
    element.attr("lang", "en").attr("dir", "ltr")
}

fn said(tag: &'static str, class: &'static str, text: &str) -> El {
    el(tag).class(class).attr("dir", "auto").text(text.to_owned())
}

/// What stands on the first sheet: the same as on a phone, and how to fill it in.
fn first(survey: &Survey, words: &Words, pictures: Pictures) -> El {
    let mut page = el("div").class("paper-first").id(FIRST);
    let Notice { logo, logo_alt, .. } = &survey.notice;
    page = page.children(picture::large(pictures, logo, logo_alt));
    page = page.child(said("h3", "paper-title", &survey.title));
    if !survey.organisation.is_empty() {
        page = page.child(said("p", "", &words.fill(Word::By, &[&survey.organisation])));
    }
    for text in [&survey.welcome, &survey.who_sees] {
        if !text.is_empty() {
            page = page.child(said("p", "words", text));
        }
    }
    for word in [Word::YouChoose, Word::HelpIsFine] {
        let says = words.say(word);
        page = page.children((!says.is_empty()).then(|| said("p", "", says)));
    }
    let Notice { privacy, privacy_link, ask, keep_until, .. } = &survey.notice;
    let until = keep_until.map(|day| clock::day_in(day, survey.language.tag()));
    let until = until.map(|day| words.fill(Word::KeptUntil, &[&day]));
    let ask = (!ask.is_empty()).then(|| words.fill(Word::AskThem, &[ask]));
    for text in [Some(privacy), until.as_ref(), Some(privacy_link), ask.as_ref()] {
        page = page
            .children(text.filter(|text| !text.is_empty()).map(|text| said("p", "words", text)));
    }
    page.child(english(el("p")).text("Put a tick in the box next to your answer."))
        .child(english(el("p")).text("You can leave a question empty."))
}

/// Who to give it to, and what comes next.
fn end(survey: &Survey) -> El {
    let back = match survey.organisation.as_str() {
        "" => "Please give these pages back to the person who asked you.".to_owned(),
        name => format!("Please give these pages back to {}.", words::own(name)),
    };
    let page = el("div").class("paper-end");
    let page = page.child(english(el("h4")).text("Thank you"));
    let page = page.child(english(el("p")).text(back));
    let after = (!survey.after.is_empty()).then(|| said("p", "words", &survey.after));
    page.children(after)
}

fn draw(
    survey: &Survey,
    question: &Question,
    number: Option<usize>,
    (words, pictures): (&Words, Pictures),
) -> El {
    let title = match number {
        Some(number) => format!("{number}. {}", question.asks(words)),
        None => question.asks(words).to_owned(),
    };
    let picture = picture::large(pictures, &question.picture, &question.picture_alt);
    let hint = (!question.hint.is_empty()).then(|| said("p", "words paper-hint", &question.hint));
    // Paper has nothing to play.
    let played = (!question.media_words.is_empty())
        .then(|| said("p", "words paper-hint", &question.media_words));
    let when =
        when(survey, question, words).map(|when| english(el("p").class("paper-when")).text(when));
    let text = el("div").child(said("h4", "", &title)).children(played).children(hint);
    el("div")
        .class("paper-question")
        .id(id_of(question.id))
        .children(when)
        .child(el("div").class("paper-asks").children(picture).child(text))
        .children(how(question, words))
        .children(answers(question, words, pictures))
}

/// How to answer, where it is not plain to see.
fn how(question: &Question, words: &Words) -> Option<El> {
    let text = match question.kind {
        Kind::Ranking => "Write 1 next to the most important one. Then 2, and so on.".to_owned(),
        Kind::Sorting => "Tick one box for each.".to_owned(),
        Kind::Date => "Write the day, the month and the year.".to_owned(),
        Kind::Month => "Write the month and the year.".to_owned(),
        Kind::Consent => "If you tick no, stop here. You are done. Thank you.".to_owned(),
        kind if kind.picks_many() => match question.most {
            Some(most) => words.fill(Word::PickUpTo, &[&most.to_string()]),
            None => words.say(Word::PickMany).to_owned(),
        },
        _ => return None,
    };
    let how = el("p").class("paper-hint");
    let how = if question.kind.picks_many() { how.attr("dir", "auto") } else { english(how) };
    Some(how.text(text))
}

/// Boxes, or lines to write on.
fn answers(question: &Question, words: &Words, pictures: Pictures) -> Vec<El> {
    let kind = question.kind;
    let boxed = |picture: Option<El>, text: &str| {
        let text = said("span", "", text);
        el("li").child(el("span").class("paper-box")).children(picture).child(text)
    };
    let small = |choice: &Choice| picture::small(pictures, choice.shows(kind));
    let line = || el("div").class("paper-line");
    let lines = |count| (0..count).map(|_| line()).collect::<Vec<_>>();
    match kind {
        Kind::Information | Kind::Section => Vec::new(),
        Kind::LongText => lines(LINES[1]),
        kind if kind.is_typed() => lines(LINES[0] - 1),
        Kind::Sorting => question
            .choices
            .iter()
            .map(|choice| sorted(question, choice, words, pictures))
            .collect(),
        _ => {
            let own = question.choices.iter().map(|c| boxed(small(c), c.says(kind, words)));
            let mut all: Vec<El> = own.collect();
            if question.personal {
                all.push(boxed(None, words.say(Word::PreferNot)));
            }
            if question.other {
                all.push(boxed(None, standard::says(standard::OTHER, kind, words)).child(line()));
            }
            vec![el("ul").class("paper-choices").attr("role", "list").children(all)]
        }
    }
}

/// A card with a box for each place that it can have.
fn sorted(question: &Question, choice: &Choice, words: &Words, pictures: Pictures) -> El {
    let place = |at: usize| {
        let name = said("span", "", question.pile(at, words));
        el("li").child(el("span").class("paper-box")).child(name)
    };
    let picture = picture::small(pictures, choice.shows(question.kind));
    let name = said("p", "paper-card", choice.says(question.kind, words));
    let places = el("ul").class("paper-places").attr("role", "list").children((0..3).map(place));
    let head = el("div").class("paper-asks").children(picture).child(name);
    el("div").class("paper-sorted").child(head).child(places)
}

/// Who answers this, in a sentence. None for what everyone answers.
fn when(survey: &Survey, question: &Question, words: &Words) -> Option<String> {
    let what = if question.kind == Kind::Section { "this part" } else { "this" };
    let mut said = Vec::new();
    if let Some(condition) = condition(survey, &question.show_if, words) {
        said.push(format!("Only answer {what} if {condition}."));
    }
    if let Some(number) = question.repeat.and_then(|source| number_of(survey, source)) {
        said.push(format!(
            "Answer this part as many times as your answer to question {number} says. \
             Ask for more paper if you need it."
        ));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn condition(survey: &Survey, condition: &Condition, words: &Words) -> Option<String> {
    let group = |group: &Group| {
        let tests: Vec<String> = group.tests.iter().map(|t| test(survey, t, words)).collect();
        tests.join(if group.all { " and " } else { " or " })
    };
    let groups: Vec<String> = condition.groups.iter().map(group).collect();
    (!groups.is_empty())
        .then(|| groups.join(if condition.all { ", and also " } else { ", or if " }))
}

fn number_of(survey: &Survey, id: QuestionId) -> Option<usize> {
    let place = survey.questions.iter().position(|question| question.id == id)?;
    Some(survey.questions[..=place].iter().filter(|question| question.kind.asks()).count())
}

fn test(survey: &Survey, test: &Test, words: &Words) -> String {
    let (Some(question), Some(number)) =
        (survey.question(test.question), number_of(survey, test.question))
    else {
        return "a question that is gone was answered".to_owned();
    };
    let ticked = |choice| {
        let says = answer::in_words(question, &answer::Answer::OneChoice(choice), words).concat();
        format!("{says} to question {number}", says = words::quoted(&says))
    };
    match test.check {
        Check::Is(choice) => format!("you said {}", ticked(choice)),
        Check::IsNot(choice) => format!("you did not say {}", ticked(choice)),
        Check::Answered => format!("you answered question {number}"),
        Check::NotAnswered => format!("you did not answer question {number}"),
        Check::LessThan(most) => {
            format!("your answer to question {number} is less than {}", typed::show(most))
        }
        Check::MoreThan(least) => {
            format!("your answer to question {number} is more than {}", typed::show(least))
        }
        Check::Equals(wanted) => {
            format!("your answer to question {number} is {}", typed::show(wanted))
        }
    }
}
