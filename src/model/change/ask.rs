//! Asking people whether what was done is right: a survey with a question for each change, and what its answers
//! say of the changes.
//!
//! It is a survey like every other, so it is read out, shown in other languages, answered on any phone and
//! sealed to its own key. The ids of its questions are made from those of the changes: answers find their change
//! whatever the words are by then.

use super::said_did::{Row, Sheet};
use super::{Agreed, ChangeId, Changes, FOR_ANOTHER, Op};
use crate::model::answer::Answer;
use crate::model::draft::{
    Change as Edited, Draft, DraftChoice, DraftQuestion, Edit, Place, Position,
};
use crate::model::id::{APP, Author, Id, QuestionId, SurveyId};
use crate::model::inbox::Received;
use crate::model::ready_made::{WHO_SEES, standard_choices};
use crate::model::standard::{HELP, HELP_ANSWERED, NO, YES};
use crate::model::survey::{Check, Condition, Group, Kind, Question, Test};

/// What is asked of every change.
pub const AGREE: &str = "Do you agree?";
const WHY: &str = "What should we do instead?";
/// Turns the author of a change into one that no tab has.
const OTHER: u32 = 0xA9_2E_E0_57;

/// The survey, as a draft with this id: for the changes that people can read.
pub fn ask_if_right(
    id: SurveyId,
    sheet: &Sheet,
    (title, organisation): (&str, &str),
    at: u64,
) -> Draft {
    let text = |place, text: String| Edited::SetText { place, text };
    let name = match title.trim() {
        "" => "You said, we did".to_owned(),
        title => format!("You said, we did: {title}"),
    };
    let mut changes = vec![
        text(Place::Title, name),
        text(Place::Organisation, organisation.trim().to_owned()),
        text(
            Place::Welcome,
            "You told us what you think. This is what we did. Tell us if you agree.".into(),
        ),
        text(Place::WhoSees, WHO_SEES.to_owned()),
        text(Place::After, "We read what you say. Then we decide what to change.".into()),
    ];
    let mut position = Position::default();
    for question in sheet.rows.iter().flat_map(questions) {
        changes.push(Edited::AddQuestion(DraftQuestion { position: position.clone(), question }));
        position = Position::new_after(&position);
    }
    let edit = |(change, number): (Edited, u32)| Edit {
        author: APP,
        number,
        revision: 0,
        at,
        seen: Vec::new(),
        act: change.into(),
        was: None,
    };
    Draft::from_log(id, changes.into_iter().zip(1..).map(edit))
}

/// Whether they agree, and for those who do not, what to do instead.
fn questions(row: &Row) -> [Question<DraftChoice>; 2] {
    let mut agree = Question::empty(agrees(row.id), Kind::YesNo, standard_choices(Kind::YesNo));
    agree.text =
        format!("You said: {}\n{}: {}\n{AGREE}", row.said, row.standing.name(), row.did.join(" "));
    agree.hint.clone_from(&row.people);
    agree.picture.clone_from(&row.picture);
    let mut why = Question::empty(because(row.id), Kind::LongText, Vec::new());
    why.text = WHY.to_owned();
    let test = Test { question: agree.id, check: Check::Is(NO) };
    why.show_if = Condition { all: true, groups: vec![Group { all: true, tests: vec![test] }] };
    [agree, why]
}

fn agrees(ChangeId(id): ChangeId) -> QuestionId {
    let author = Author(id.author.0 ^ OTHER);
    QuestionId(Id { author, number: id.number.saturating_mul(2) })
}

fn because(id: ChangeId) -> QuestionId {
    let QuestionId(Id { author, number }) = agrees(id);
    QuestionId(Id { author, number: number.saturating_add(1) })
}

/// What these answers to such a survey say that is not noted yet. An answer that somebody sent again takes the
/// place of their earlier one. `day_of` gives the day of a time in milliseconds since 1970.
pub fn heard(changes: &Changes, received: &[Received], day_of: impl Fn(u64) -> u32) -> Vec<Op> {
    let mut ops = Vec::new();
    for change in &changes.content().changes {
        for Received { at, response, .. } in received {
            let agrees = match response.answers.get(agrees(change.id)) {
                Some(Answer::OneChoice(choice)) if *choice == YES => Some(true),
                Some(Answer::OneChoice(choice)) if *choice == NO => Some(false),
                Some(Answer::OneChoice(_)) => None,
                _ => continue,
            };
            let because = match response.answers.get(because(change.id)) {
                Some(Answer::Text(text)) if agrees == Some(false) => text.trim().to_owned(),
                _ => String::new(),
            };
            let is_for = matches!(response.answers.get(HELP),
                Some(Answer::ManyChoices(ticked)) if ticked.contains(&HELP_ANSWERED));
            let who = if is_for { FOR_ANOTHER } else { "" };
            let held = change.agreed.iter().find(|(_, held)| held.from == Some(response.id));
            if let Some(((edit, place), held)) = held {
                if (held.agrees, &held.because) == (agrees, &because) {
                    continue;
                }
                ops.push(Op::Forget(*edit, *place));
            }
            let day = day_of(*at);
            let from = Some(response.id);
            ops.push(Op::Agree(
                change.id,
                Agreed { who: who.to_owned(), day, agrees, because, from },
            ));
        }
    }
    ops
}
