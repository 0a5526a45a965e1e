//! Drafts that nobody's editor made, and what people then do with them: edit, undo, publish, merge.
//!
//! The steps say which edits there are, so every input is a log, and most of them hold together.

use crate::packets::draft;
use crate::steps::Steps;
use ask_together::model::draft::{
    Act, CameIn, Change, ChoicePart, Draft, DraftChoice, DraftMeaning, DraftQuestion, Edit, Part,
    Place, Position,
};
use ask_together::model::id::{Author, ChoiceId, Id, MeaningId, QuestionId};
use ask_together::model::limit::Limit;
use ask_together::model::ready_made::templates;
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{Kind, Language, Question, Survey};
use ask_together::model::wire::Packet;
use std::sync::LazyLock;

/// Most edits that are put to a log.
const MOST: usize = 24;

static DRAFTS: LazyLock<[Draft; 2]> = LazyLock::new(|| {
    let golden = draft();
    let template = templates()[0].draft(golden.id(), 0).with_secret(golden.secret());
    [golden, template]
});

/// Whoever has this tab.
const ME: Author = Author(77);

pub fn target(steps: &mut Steps) {
    let base = steps.pick(&*DRAFTS);
    let ours = went_on(base, steps);
    let theirs = went_on(base, steps);
    let mut both = ours.clone();
    match both.take_in(&theirs) {
        Err(_) => assert_eq!(both, ours, "what is refused changes nothing"),
        Ok(_) => {
            let mut again = both.clone();
            assert_eq!(again.take_in(&theirs), Ok(0), "nothing is new twice");
            assert_eq!(again, both);
            taken_back(&ours, &both);
            if is_held_by_others(&ours) {
                assert!(is_held_by_others(&both), "others can't take in what we hold");
            }
        }
    }
    used(both, steps);
    used(theirs, steps);
}

/// What came in can be listed, settled and taken back.
fn taken_back(ours: &Draft, both: &Draft) {
    let came = CameIn::between(ours, both);
    assert!(came.steps(both).len() <= came.len());
    let mut back = both.clone();
    if let Some(act) = both.taking_back(&came) {
        back.apply(both.edit(ME, 9, act));
    }
    _ = back.conflicts();
}

/// True for a draft that holds together: whoever is sent it can take it in.
fn is_held_by_others(draft: &Draft) -> bool {
    let mut other = Draft::new(draft.id()).with_secret(draft.secret());
    other.take_in(draft).is_ok() && other.content() == draft.content()
}

/// Edits, takes back, publishes and saves, as a person would.
fn used(mut draft: Draft, steps: &mut Steps) {
    for number in 0..3 {
        let first = draft.content().questions.first().map(|question| question.id);
        let change = match number {
            0 => Change::SetText { place: Place::Title, text: "Tea".into() },
            1 => added(&draft, first),
            _ => change(steps),
        };
        let act = Act::from(change);
        if draft.has_room_for(ME, &act).is_ok() {
            draft.apply(draft.edit(ME, number, act));
        }
    }
    for act in [draft.undo(ME), draft.undo(ME), draft.redo(ME)].into_iter().flatten() {
        draft.apply(draft.edit(ME, 5, act));
    }
    _ = (draft.steps(), draft.conflicts(), draft.print());
    if let Ok(survey) = draft.publish(1, PublicKey([9; 32])) {
        assert_eq!(Survey::from_packet(&survey.to_packet()), Ok(survey));
    }
    if let Ok(read) = Draft::from_packet(&draft.to_packet()) {
        assert_eq!(read, draft);
    }
}

fn added(draft: &Draft, after: Option<QuestionId>) -> Change {
    let id = QuestionId(draft.fresh_ids(ME).next().expect("ids never run out"));
    let position = draft.question_position(after);
    let question = Question { text: "New?".into(), ..Question::empty(id, Kind::ShortText, vec![]) };
    Change::AddQuestion(DraftQuestion { position, question })
}

/// A log that goes on from another: mostly as people do, at times with edits that were never made so.
fn went_on(base: &Draft, steps: &mut Steps) -> Draft {
    let mut draft = base.clone();
    for at in 0..steps.below(MOST) {
        if !steps.has_more() {
            break;
        }
        let author = *steps.pick(&[Author(0), Author(1), Author(2), Author(3), ME]);
        let mut edit = draft.edit(author, at as u64, act(steps));
        match steps.byte() {
            // Another edit of the same name.
            0..=40 => {
                edit = Edit {
                    act: edit.act,
                    revision: steps.number(),
                    ..steps.pick(draft.log()).clone()
                };
            }
            41..=60 => edit.number = steps.number(),
            61..=75 => edit.seen = vec![(Author(steps.number()), steps.number())],
            76..=90 => edit.was = Some("Tea".into()),
            91..=100 => edit.seen.truncate(steps.below(4)),
            _ => {}
        }
        if !is_typed(&edit.act) {
            edit.was = None;
        }
        let mut log = draft.log().to_vec();
        log.retain(|old| (old.author, old.number) != (edit.author, edit.number));
        log.push(edit);
        if let Ok(next) = Draft::from_foreign_log(draft.id(), log) {
            draft = next.with_secret(base.secret());
        }
    }
    draft
}

/// True for what puts words in one place. Only such an edit tells what was there before.
fn is_typed(act: &Act) -> bool {
    let Act::Do(changes) = act else { return false };
    matches!(changes.as_slice(), [Change::SetText { .. } | Change::Translate { .. }])
}

fn act(steps: &mut Steps) -> Act {
    match steps.byte() {
        0..=30 => Act::Undo(steps.number()),
        31..=45 => Act::Redo(steps.number()),
        _ => Act::Do((0..=steps.below(3)).map(|_| change(steps)).collect()),
    }
}

fn id(steps: &mut Steps) -> Id {
    Id { author: Author(steps.number() % 10), number: steps.number() }
}

/// A question that is there, or any.
fn question(steps: &mut Steps) -> QuestionId {
    let known: Vec<QuestionId> =
        DRAFTS.iter().flat_map(|draft| draft.content().questions.iter().map(|q| q.id)).collect();
    if steps.is_true() { *steps.pick(&known) } else { QuestionId(id(steps)) }
}

fn position(steps: &mut Steps) -> Position {
    let all: [&[u8]; 5] = [&[128], &[0, 128], &[0, 0, 0, 128], &[255, 255, 128], &[129, 128]];
    Position::from_bytes(steps.pick(&all).to_vec()).expect("ends with 128")
}

fn words(steps: &mut Steps) -> String {
    let long = "tea ".repeat(1_200);
    let all = ["", "Tea", " tea\n", "{1}", "\u{202e}nur", "=1+1", "\u{0}", &*long];
    (*steps.pick(&all)).to_owned()
}

fn place(steps: &mut Steps) -> Place {
    let question = question(steps);
    let choice = ChoiceId(id(steps));
    *steps.pick(&[
        Place::Title,
        Place::Welcome,
        Place::Question(question),
        Place::Hint(question),
        Place::Choice(question, choice),
        Place::Pile(question, 250),
        Place::Word(MeaningId(choice.0)),
        Place::Meaning(MeaningId(choice.0)),
    ])
}

fn change(steps: &mut Steps) -> Change {
    let kind = *steps.pick(&Kind::ALL);
    match steps.byte() % 14 {
        0..=2 => Change::SetText { place: place(steps), text: words(steps) },
        3 | 4 => {
            let id = question(steps);
            let choice = DraftChoice::new(ChoiceId(self::id(steps)), position(steps), words(steps));
            let choices = vec![choice; steps.below(3)];
            let asked = Question { text: words(steps), ..Question::empty(id, kind, choices) };
            Change::AddQuestion(DraftQuestion { position: position(steps), question: asked })
        }
        5 => Change::RemoveQuestion(question(steps)),
        6 => Change::MoveQuestion { question: question(steps), to: position(steps) },
        7 => Change::SetKind { question: question(steps), kind },
        8 => {
            let choice = DraftChoice::new(ChoiceId(id(steps)), position(steps), words(steps));
            Change::AddChoices { question: question(steps), choices: vec![choice] }
        }
        9 => Change::RemoveChoice { question: question(steps), choice: ChoiceId(id(steps)) },
        10 => {
            let limit = Some(Limit(i64::from(steps.number()) - 3));
            let parts = [Part::Least(limit), Part::Most(limit), Part::Other(true)];
            Change::SetPart { question: question(steps), part: steps.pick(&parts).clone() }
        }
        11 => {
            let (question, choice) = (question(steps), ChoiceId(id(steps)));
            Change::SetChoicePart { question, choice, part: ChoicePart::Alone(steps.is_true()) }
        }
        12 => {
            Change::AddMeaning(DraftMeaning::new(MeaningId(id(steps)), words(steps), words(steps)))
        }
        _ if steps.is_true() => Change::AddLanguage(Language::WELSH),
        _ => {
            let (place, text) = (place(steps), words(steps));
            Change::Translate { language: Language::WELSH, place, text }
        }
    }
}
