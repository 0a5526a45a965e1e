//! Reads the text file of a template. The files are part of the program and tests read them all,
//! so there are no errors: a line that is not understood is left out.
//!
//! Each line begins with what it is:
//! - `name`, `title`, `picture CODE`, `for`, `welcome`, `after`: about the survey.
//! - `choose`: that people need not answer, in other words than the app's.
//! - `KIND NUMBER PICTURE words`: a question. Its choices have the numbers behind its own.
//! - `? words`: explains the question. More of them are more lines.
//! - `- PICTURE words`: a choice. `! PICTURE words`: one that lets go of all others.
//! - `@ personal`, `@ other`, `@ if NUMBER CHOICE …`: asked if any of these choices was picked.
//! - `@ name NAME`: what the question is called in outside standards.
//! - `= CODE category`: the outside code of the choice above; `=yes`, `=no`: of a standard choice.
//! - `#`: a remark.
//!
//! `.` is no picture.

use super::{Template, standard_choices};
use crate::model::draft::{DraftChoice, DraftQuestion, Position};
use crate::model::id::{APP, ChoiceId, Id, QuestionId};
use crate::model::standard::{NO, YES, choices_of};
use crate::model::survey::{Check, Condition, Group, Kind, Question, Test};

const KINDS: [(&str, Kind); 14] = [
    ("yesno", Kind::YesNo),
    ("one", Kind::OneChoice),
    ("many", Kind::ManyChoices),
    ("faces", Kind::Faces3),
    ("picture", Kind::OnePicture),
    ("pictures", Kind::ManyPictures),
    ("either", Kind::EitherOr),
    ("short", Kind::ShortText),
    ("long", Kind::LongText),
    ("number", Kind::Number),
    ("about", Kind::About),
    ("page", Kind::Information),
    ("agree", Kind::Consent),
    ("section", Kind::Section),
];

/// The template that a file holds.
pub(super) fn template(file: &'static str) -> Template {
    of_lines(file.lines())
}

/// The same, of some of a file's lines.
pub(super) fn of_lines(lines: impl Iterator<Item = &'static str>) -> Template {
    let mut template = Template::default();
    for line in lines {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        let question = template.questions.last_mut();
        match (what, question) {
            ("name", _) => template.name = rest,
            ("title", _) => template.title = rest,
            ("for", _) => template.who = rest,
            ("picture", None) => template.picture = rest,
            ("welcome", _) => add_line(&mut template.welcome, rest),
            ("after", _) => add_line(&mut template.after, rest),
            ("choose", _) => template.choose = rest,
            ("?", Some(question)) => add_line(&mut question.hint, rest),
            ("-" | "!", Some(question)) => add_choice(question, rest, what == "!"),
            ("@", Some(question)) => set(question, rest),
            ("=" | "=yes" | "=no", Some(question)) => set_code(question, what, rest),
            _ => {
                if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == what) {
                    let position = template.questions.last().map(|last| &last.position);
                    let position = position.map(Position::new_after).unwrap_or_default();
                    template.questions.extend(question_of(*kind, rest, position));
                }
            }
        }
    }
    template
}

fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

fn own(number: u32) -> Id {
    Id { author: APP, number }
}

/// Splits off the picture in front.
fn picture(words: &str) -> (String, String) {
    let (code, words) = words.split_once(' ').unwrap_or((words, ""));
    (if code == "." { String::new() } else { code.to_owned() }, words.to_owned())
}

fn question_of(kind: Kind, rest: &str, position: Position) -> Option<DraftQuestion> {
    let (number, rest) = rest.split_once(' ')?;
    let id = QuestionId(own(number.parse().ok()?));
    let (picture, text) = picture(rest);
    let question = Question { text, picture, ..Question::empty(id, kind, standard_choices(kind)) };
    Some(DraftQuestion { position, question })
}

fn add_choice(question: &mut DraftQuestion, rest: &str, alone: bool) {
    let last = question.choices.last().map(|choice| (choice.id.0.number, &choice.position));
    let (number, position) = match last {
        None => (question.id.0.number, Position::default()),
        Some((number, position)) => (number, Position::new_after(position)),
    };
    let (picture, text) = picture(rest);
    let mut choice = DraftChoice::new(ChoiceId(own(number + 1)), position, text);
    (choice.picture, choice.alone) = (picture, alone);
    question.choices.push(choice);
}

fn set(question: &mut DraftQuestion, rest: &str) {
    let mut words = rest.split(' ');
    match words.next() {
        Some("personal") => question.personal = true,
        Some("other") => question.other = true,
        Some("name") => question.name = words.collect(),
        Some("if") => {
            let source = words.next().and_then(|number| number.parse().ok());
            let Some(source) = source.map(|number| QuestionId(own(number))) else { return };
            let test = |choice| Test { question: source, check: Check::Is(choice) };
            let tests: Vec<Test> = words.filter_map(choice).map(test).collect();
            let group = Group { all: tests.len() == 1, tests };
            question.show_if = Condition { all: true, groups: vec![group] };
        }
        _ => {}
    }
}

fn set_code(question: &mut DraftQuestion, which: &str, rest: &str) {
    let wanted = choice(&which[1..]);
    let choice = match wanted {
        Some(id) => question.choices.iter_mut().find(|choice| choice.id == id),
        None => question.choices.last_mut(),
    };
    if let Some(choice) = choice {
        choice.code = rest.split(' ').next().unwrap_or_default().to_owned();
    }
}

/// A choice as a condition names it.
fn choice(word: &str) -> Option<ChoiceId> {
    match word {
        "yes" => Some(YES),
        "no" => Some(NO),
        "bad" => choices_of(Kind::Faces3).first().copied(),
        number => Some(ChoiceId(own(number.parse().ok()?))),
    }
}
