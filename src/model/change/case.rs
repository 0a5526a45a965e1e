//! The same records for people who decide: a page for a board, a business case and a theory of change. Headings,
//! sentences, lists and tables come out, for the screen, for paper, and for whatever writes a document.
//!
//! **Invariant:** an amount that nobody knows is never added up and never shown as 0.

use super::field::{Every, Field, Kind, Money, Standing, Strength, pounds};
use super::table::agreed_in_words;
use super::told::{Change, Content, Fields};
use crate::model::phrase::{count, quoted};

/// A part of such a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Text(String),
    /// What nobody wrote yet, and should.
    Missing(String),
    List(Vec<String>),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

fn heading(text: &str) -> Block {
    Block::Heading(text.to_owned())
}

/// The page for a board: what came of it in one look. `day` puts a day in words; what was to be done before
/// `today` and is not, is late.
pub fn board(content: &Content, today: u32, day: impl Fn(u32) -> String) -> Vec<Block> {
    let mut blocks = vec![heading("In short"), Block::List(in_short(content, today))];
    let row = |change: &Change| {
        let fields = &change.fields;
        let late = if is_late(change, today) { " (late)" } else { "" };
        let by = fields.day(Field::By).map(|by| format!("by {}{late}", day(by)));
        let who = Some(text(fields, Field::Who)).filter(|who| !who.is_empty());
        let knows = fields.strength().map(|strength| format!("{} of 5", strength.number()));
        vec![
            text(fields, Field::Said),
            joined([Some(standing(change)), Some(text(fields, Field::Doing))]),
            [who, by].into_iter().flatten().collect::<Vec<_>>().join(", "),
            knows.unwrap_or_default(),
            agreed_in_words(change),
        ]
    };
    // What is only begun would be an empty row.
    let is_told = |change: &&Change| change.fields.standing().is_some();
    let mut all: Vec<&Change> = content.changes.iter().filter(is_told).collect();
    all.sort_by_key(|change| change.fields.standing());
    let untold = content.changes.len() - all.len();
    blocks.push(heading("Each change"));
    blocks.push(Block::Table {
        head: [
            "You said",
            "What came of it",
            "Who, by when",
            "How well we know",
            "Do people agree?",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: all.into_iter().map(row).collect(),
    });
    if untold > 0 {
        let are = count(untold, "change has", "changes have");
        blocks.push(Block::Missing(format!("{are} no status yet, and so no row here.")));
    }
    blocks.push(Block::Text(
        "How well we know: 1 is “someone told us”. 5 is “we measured before and after, and others \
         checked it”."
            .to_owned(),
    ));
    blocks
}

fn in_short(content: &Content, today: u32) -> Vec<String> {
    let mut lines = Vec::new();
    let all = &content.changes;
    let standings = Standing::ALL.iter().filter_map(|standing| {
        let number =
            all.iter().filter(|change| change.fields.standing() == Some(*standing)).count();
        (number > 0).then(|| format!("{}: {number}", standing.name()))
    });
    let standings: Vec<String> = standings.collect();
    lines.push(match standings.is_empty() {
        true => count(all.len(), "change", "changes"),
        false => format!("{}. {}.", count(all.len(), "change", "changes"), standings.join(", ")),
    });
    let late = all.iter().filter(|change| is_late(change, today)).count();
    if late > 0 {
        lines.push(format!("{} late.", count(late, "change is", "changes are")));
    }
    lines.extend(total(content, Field::Cost, "Cost"));
    lines.extend(total(content, Field::Saving, "Saving"));
    let strong = all.iter().filter(|c| c.fields.strength() >= Some(Strength::Measured)).count();
    if strong > 0 {
        lines.push(format!(
            "{} measured before and after.",
            count(strong, "change was", "changes were")
        ));
    }
    let objected = all.iter().filter(|change| change.tally().1 > 0).count();
    if objected > 0 {
        let changes = count(objected, "change", "changes");
        lines.push(format!("Some people do not agree with {changes}."));
    }
    lines
}

/// True for what was to be done by a day that is over, and is not.
fn is_late(change: &Change, today: u32) -> bool {
    let is_open = matches!(change.fields.standing(), Some(Standing::Doing | Standing::Will));
    is_open && change.fields.day(Field::By).is_some_and(|by| by < today)
}

/// "Cost: £1,200 once and £300 each year, for 3 changes. Not known for 1 change." Nothing where nobody said any.
fn total(content: &Content, field: Field, name: &str) -> Option<String> {
    let every = if field == Field::Cost { Field::CostEvery } else { Field::SavingEvery };
    let (mut sums, mut known, mut unknown) = ([0_u64; 2], 0, 0);
    for change in &content.changes {
        match change.fields.money(field) {
            Money::Unsaid => {}
            Money::NotKnown => unknown += 1,
            Money::Pence(pence) => {
                let each = change.fields.every(every).unwrap_or(Every::Once);
                sums[usize::from(each.place())] += pence;
                known += 1;
            }
        }
    }
    let amounts = Every::ALL.iter().zip(sums).filter(|(_, sum)| *sum > 0);
    let amounts: Vec<String> =
        amounts.map(|(each, sum)| format!("{} {}", pounds(sum), each.name())).collect();
    let amounts = if amounts.is_empty() { "£0".to_owned() } else { amounts.join(" and ") };
    match (known, unknown) {
        (0, 0) => None,
        (0, some) => Some(format!("{name}: not known for {}.", count(some, "change", "changes"))),
        (some, 0) => Some(format!("{name}: {amounts}, for {}.", count(some, "change", "changes"))),
        (some, none) => Some(format!(
            "{name}: {amounts}, for {}. Not known for {}.",
            count(some, "change", "changes"),
            count(none, "change", "changes")
        )),
    }
}

/// The case for doing it: need, options, cost, benefit, how strong the evidence is, risk, and what is asked for.
pub fn business_case(content: &Content) -> Vec<Block> {
    let own = |field, missing: &str| match text(&content.whole, field) {
        words if words.is_empty() => Block::Missing(missing.to_owned()),
        words => Block::Text(words),
    };
    let all = &content.changes;
    let said = all.iter().filter_map(|change| {
        let said = text(&change.fields, Field::Said);
        let people = text(&change.fields, Field::People);
        match (said.is_empty(), people.is_empty()) {
            (true, _) => None,
            (false, true) => Some(said),
            (false, false) => Some(format!("{said} ({people})")),
        }
    });
    let mut blocks =
        vec![heading("The need"), own(Field::Need, "Write what is needed, and for whom.")];
    blocks.push(list(said, "Add what people said."));
    blocks.extend([
        heading("The options"),
        own(Field::Options, "Write the options. One is to do nothing."),
    ]);
    let costs = all.iter().filter_map(|change| {
        let source = text(&change.fields, Field::CostSource);
        amount_line(change, Field::Cost, Field::CostEvery, source)
    });
    blocks.push(heading("The cost"));
    blocks.push(list(costs, "Add what each change costs, or that it is not known."));
    blocks.extend(total(content, Field::Cost, "In all").map(Block::Text));
    blocks.push(heading("The benefit"));
    let savings = all.iter().filter_map(|change| {
        let source = text(&change.fields, Field::SavingSource);
        amount_line(change, Field::Saving, Field::SavingEvery, source)
            .map(|line| format!("Saving. {line}"))
    });
    let benefits = all.iter().filter_map(|change| {
        let happened =
            Some(text(&change.fields, Field::Happened)).filter(|text| !text.is_empty())?;
        Some(match change.fields.kind() {
            Some(kind) => format!("{}: {happened}", kind.name().0),
            None => happened,
        })
    });
    blocks.push(list(benefits.chain(savings), "Write what happened, or what each change saves."));
    blocks.push(heading("How strong the evidence is"));
    let known = all.iter().filter_map(|change| {
        let strength = change.fields.strength()?;
        let how = text(&change.fields, Field::How);
        let start = format!("{} of 5. {}.", strength.number(), strength.name());
        let about = text(&change.fields, Field::Said);
        Some(joined([Some(quoted(&about)), Some(start), Some(how)]))
    });
    blocks.push(list(known, "Say for each change how you know."));
    let missing = all.iter().map(|change| text(&change.fields, Field::Missing));
    let missing: Vec<String> = missing.filter(|text| !text.is_empty()).collect();
    if !missing.is_empty() {
        blocks.push(Block::Text("Whose view we do not have:".to_owned()));
        blocks.push(Block::List(missing));
    }
    blocks.extend([
        heading("The risk"),
        own(Field::Risk, "Write what could go wrong, and what you would do."),
    ]);
    blocks.extend([
        heading("What we ask for"),
        own(Field::Ask, "Write what you ask the readers to decide."),
    ]);
    blocks
}

/// How one thing leads to another: what we put in, what we did, what changed first, what changed in the end.
pub fn theory_of_change(content: &Content) -> Vec<Block> {
    let all = &content.changes;
    let costs = all
        .iter()
        .filter_map(|change| amount_line(change, Field::Cost, Field::CostEvery, String::new()));
    let rooms =
        all.iter().map(|change| text(&change.fields, Field::Room)).filter(|room| !room.is_empty());
    let mut put_in: Vec<String> = rooms.chain(costs).collect();
    put_in.dedup();
    let is_done = |change: &&Change| {
        matches!(change.fields.standing(), Some(Standing::Did | Standing::Doing))
    };
    let did = all.iter().filter(is_done).map(|change| text(&change.fields, Field::Doing));
    let of_kind = |is: fn(Option<Kind>) -> bool| {
        let those = all.iter().filter(move |change| is(change.fields.kind()));
        those.map(|change| text(&change.fields, Field::Happened)).filter(|text| !text.is_empty())
    };
    let first = of_kind(|kind| kind != Some(Kind::Impact));
    let end = of_kind(|kind| kind == Some(Kind::Impact));
    vec![
        heading("What we put in"),
        list(put_in.into_iter(), "Say who was in the room, and what each change costs."),
        heading("What we did"),
        list(did.filter(|text| !text.is_empty()), "Write what you did."),
        heading("What changed first"),
        list(first, "Write what happened."),
        heading("What changed in the end"),
        list(end, "Pick “Impact” for what got better for good, or for many people."),
    ]
}

/// What a change costs or saves, and where that number is from.
fn amount_line(change: &Change, field: Field, every: Field, source: String) -> Option<String> {
    let said = text(&change.fields, Field::Doing);
    let amount = match change.fields.money(field) {
        Money::Unsaid => return None,
        Money::NotKnown => "not known".to_owned(),
        Money::Pence(pence) => match change.fields.every(every) {
            Some(each) => format!("{} {}", pounds(pence), each.name()),
            None => pounds(pence),
        },
    };
    let from = (!source.is_empty()).then(|| format!("({source})"));
    Some(joined([
        Some(said),
        Some(format!("{}: {amount}.", if field == Field::Cost { "Cost" } else { "Saves" })),
        from,
    ]))
}

fn standing(change: &Change) -> String {
    change.fields.standing().map(|standing| format!("{}:", standing.name())).unwrap_or_default()
}

fn list(lines: impl Iterator<Item = String>, missing: &str) -> Block {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { Block::Missing(missing.to_owned()) } else { Block::List(lines) }
}

fn text(fields: &Fields, field: Field) -> String {
    fields.text(field).trim().to_owned()
}

/// What there is of these, with a space between them.
fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
