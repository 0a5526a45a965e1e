//! A record of changes with a bit of everything, for the golden files and for every test that needs one.

use crate::support::SURVEY;
use ask_together::model::change::{
    Act, Agreed, ChangeId, Changes, Every, Field, Kind, Link, On, Op, Standing, Strength, Value,
};
use ask_together::model::id::{Author, ChoiceId, Id, QuestionId, ResponseId, SurveyId};
use ask_together::model::review::{NoteName, ReviewerId};

/// Somebody who writes in a record, at times one millisecond apart.
#[derive(Clone, Debug)]
pub struct Writer {
    pub author: Author,
    pub changes: Changes,
    pub at: u64,
}

impl Writer {
    pub fn new(author: u32) -> Self {
        let changes = Changes::new(SURVEY);
        Self { author: Author(author), changes, at: 1_800_000_000_000 + u64::from(author) * 500 }
    }

    /// Somebody else with a copy of it.
    pub fn shared_with(&self, author: u32) -> Self {
        Self { changes: self.changes.clone(), ..Writer::new(author) }
    }

    pub fn does(&mut self, act: Act) {
        self.at += 1;
        let edit = self.changes.edit(self.author, self.at, act);
        self.changes.apply(edit);
    }

    pub fn adds(&mut self) -> ChangeId {
        let id = self.changes.new_id(self.author).next().expect("ids never run out");
        self.does(Act::Do(vec![Op::Add(id)]));
        id
    }

    pub fn sets(&mut self, of: Option<ChangeId>, field: Field, value: Value) {
        self.at += 1;
        let edit = self.changes.write((self.author, self.at), (of, field), value, false);
        self.changes.apply(edit);
    }

    pub fn writes(&mut self, of: ChangeId, field: Field, text: &str) {
        self.sets(Some(of), field, Value::Text(text.to_owned()));
    }

    pub fn types(&mut self, of: ChangeId, field: Field, text: &str) {
        self.at += 1;
        let value = Value::Text(text.to_owned());
        let edit = self.changes.write((self.author, self.at), (Some(of), field), value, true);
        self.changes.apply(edit);
    }

    pub fn takes_in(&mut self, other: &Self) {
        self.changes.merge(other.changes.log().iter().cloned());
    }

    pub fn text(&self, of: ChangeId, field: Field) -> String {
        let content = self.changes.content();
        content.change(of).map(|change| change.fields.text(field).to_owned()).unwrap_or_default()
    }
}

/// A change with the words that people read.
pub fn said(writer: &mut Writer, said: &str, standing: Standing, doing: &str) -> ChangeId {
    let id = writer.adds();
    writer.writes(id, Field::Said, said);
    writer.sets(Some(id), Field::Standing, Value::Pick(standing.place()));
    writer.writes(id, Field::Doing, doing);
    id
}

/// The changes of the picture in the design: the trips, the morning, the night.
pub fn four() -> (Writer, [ChangeId; 4]) {
    let mut writer = Writer::new(5);
    let trips = said(
        &mut writer,
        "We want more trips.",
        Standing::Doing,
        "The trips group plans 2 trips each month.",
    );
    let cost = said(
        &mut writer,
        "Trips cost too much.",
        Standing::NotYet,
        "We asked for money. We hear in July.",
    );
    let night = said(
        &mut writer,
        "I want staff here at night.",
        Standing::Cannot,
        "There is not enough money.",
    );
    let morning = said(
        &mut writer,
        "I want to pick who helps me in the morning.",
        Standing::Did,
        "You can now pick your morning worker.",
    );
    writer.writes(morning, Field::People, "14 of 36 people said this");
    (writer, [trips, cost, night, morning])
}

/// A bit of everything: two authors, each field, each link, an undo and a clash.
pub fn changes() -> Changes {
    let (mut ours, [trips, _, night, morning]) = four();
    let id = |number| Id { author: Author(3), number };
    let question = QuestionId(id(1));
    let links = [
        Link::Question(SURVEY, question),
        Link::Choice(SURVEY, question, ChoiceId(id(2))),
        Link::Quote(SURVEY, QuestionId(id(3)), ResponseId(u64::MAX)),
        Link::Note(SURVEY, NoteName { reviewer: ReviewerId(9), number: 4 }),
    ];
    ours.does(Act::Do(links.map(|link| Op::Link(morning, link)).to_vec()));
    ours.does(Act::Do(vec![Op::Unlink(morning, links[3])]));
    let texts = [
        Field::Who,
        Field::Happened,
        Field::Decided,
        Field::Room,
        Field::How,
        Field::Missing,
        Field::Next,
    ];
    for field in texts {
        ours.writes(morning, field, &format!("{field:?} ☕"));
    }
    let values = [
        (Field::Picture, Value::Text("23F0".into())),
        (Field::By, Value::Day(20_700)),
        (Field::Step, Value::Pick(4)),
        (Field::Kind, Value::Pick(Kind::Benefit.place())),
        (Field::On, Value::Pick(On::Service.place())),
        (Field::Strength, Value::Pick(Strength::Asked.place())),
        (Field::Cost, Value::Pence(120_050)),
        (Field::CostEvery, Value::Pick(Every::Year.place())),
        (Field::CostSource, Value::Text("The finance team".into())),
        (Field::Saving, Value::NotKnown),
        (Field::SavingEvery, Value::Pick(Every::Once.place())),
        (Field::SavingSource, Value::Text("Nobody counted".into())),
        (Field::Review, Value::Day(20_800)),
    ];
    for (field, value) in values {
        ours.sets(Some(morning), field, value);
    }
    ours.sets(Some(night), Field::Hidden, Value::Pick(0));
    ours.sets(Some(trips), Field::Cost, Value::Pence(0));
    ours.sets(Some(trips), Field::Cost, Value::Nothing);
    for field in [Field::Need, Field::Options, Field::Risk, Field::Ask] {
        ours.sets(None, field, Value::Text(format!("{field:?}")));
    }
    let agreed = |agrees, from: Option<u64>| Agreed {
        who: "The group".into(),
        day: 20_750,
        agrees,
        because: "It works.".into(),
        from: from.map(ResponseId),
    };
    ours.does(Act::Do(vec![
        Op::Agree(morning, agreed(Some(true), None)),
        Op::Agree(trips, agreed(None, Some(7))),
    ]));
    let name = ours.changes.log().last().expect("an edit").name;
    ours.does(Act::Do(vec![Op::Forget(name, 1), Op::Asked(SurveyId(99))]));
    let mut theirs = ours.shared_with(8);
    theirs.writes(trips, Field::Doing, "Their words.");
    ours.writes(trips, Field::Doing, "Our words.");
    let extra = theirs.adds();
    theirs.does(Act::Do(vec![Op::Remove(extra)]));
    let undo = theirs.changes.undo(theirs.author).expect("a step");
    theirs.does(undo);
    ours.takes_in(&theirs);
    ours.changes
}
