//! The five steps of the work on a survey, the parts of each, and which part a step opens.
//!
//! Absent: screens, and the words on them.

/// A step of the work, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Making it.
    Write,
    /// Making it better, alone and with the people it is for.
    Check,
    /// Getting it to people.
    Send,
    /// What people said.
    Answers,
    /// What came of it.
    Changed,
}

/// A part of the work. Each has an address, which stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The editor.
    Questions,
    /// Easy-read advice on all of it, and who checked it.
    Advice,
    /// Which question comes after which, as a map.
    Paths,
    /// What it is written in, and its words in other languages.
    Languages,
    /// The link by which people check it, and what to ask them.
    Ask,
    /// What people said who checked it.
    Notes,
    /// What two people changed apart.
    Clashes,
    /// The draft itself, for somebody who writes on it too.
    Drafts,
    /// Working on it with a device next to this one.
    Beside,
    /// How it was made, to show and print.
    Making,
    /// The link, and ways to hand it out.
    Share,
    /// A link for each person who is invited, and who has answered.
    Invited,
    /// Taking in answers.
    Inbox,
    /// What people said.
    Results,
    /// What people wrote, one by one.
    Written,
    /// Removing many answers at once.
    Removing,
    /// The survey on paper, and a poster.
    Paper,
    /// Typing in what people wrote on paper.
    Typing,
    /// What came of what people said.
    Changes,
    /// The same, for everybody to read.
    Told,
    /// The same, for people who decide.
    Board,
    /// An easy-read report on what people said.
    Report,
    /// Who took part, beside who lives in the area.
    Missing,
}

/// What the steps say and do depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Notes of reviewers that nobody has read yet.
    pub notes: usize,
    /// Things that two people changed apart, and that nobody has decided yet.
    pub clashes: usize,
    /// Answers that came in.
    pub answers: usize,
}

/// What Undo in the bar takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoes {
    /// The last step in the draft, which shows there.
    Draft,
    /// What was done on the open screen, which keeps data of its own (see [`trail`](super::trail)).
    Here,
    /// Nothing: steps in the draft do not show there, and what can be taken back has an Undo beside it.
    Nothing,
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 5] = [Step::Write, Step::Check, Step::Send, Step::Answers, Step::Changed];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Step::Write => "Write",
            Step::Check => "Check",
            Step::Send => "Send",
            Step::Answers => "Answers",
            Step::Changed => "What changed",
        }
    }

    /// Its parts, in the order in which they show. A step without parts does not show.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Step::Write => &[Part::Questions, Part::Languages, Part::Paths],
            Step::Check => &[
                Part::Advice,
                Part::Ask,
                Part::Notes,
                Part::Clashes,
                Part::Drafts,
                Part::Beside,
                Part::Making,
            ],
            Step::Send => &[Part::Share, Part::Invited, Part::Paper],
            Step::Answers => &[
                Part::Inbox,
                Part::Typing,
                Part::Results,
                Part::Missing,
                Part::Written,
                Part::Report,
            ],
            Step::Changed => &[Part::Changes, Part::Told, Part::Board],
        }
    }

    /// The parts that show now, of which one is open: new notes come first, and a place for clashes
    /// shows while there are some.
    pub fn shown(self, waiting: Waiting, open: Part) -> Vec<Part> {
        let has_some = |part: &Part| *part != Part::Clashes || waiting.clashes > 0 || open == *part;
        let mut shown: Vec<Part> = self.parts().iter().copied().filter(has_some).collect();
        shown.sort_by_key(|part| *part != Part::Notes || waiting.notes == 0);
        shown
    }

    /// The part that it opens: what there is something new in, or the first one.
    pub fn opens(self, waiting: Waiting) -> Option<Part> {
        match self {
            Step::Check if waiting.notes > 0 => Some(Part::Notes),
            Step::Check if waiting.clashes > 0 => Some(Part::Clashes),
            Step::Answers if waiting.answers > 0 => Some(Part::Results),
            step => step.parts().first().copied(),
        }
    }

    /// How many things it says to have. 0 is not said.
    pub fn count(self, waiting: Waiting) -> usize {
        match self {
            Step::Check => waiting.notes + waiting.clashes,
            Step::Answers => waiting.answers,
            Step::Write | Step::Send | Step::Changed => 0,
        }
    }
}

impl Part {
    /// Every part, in the order of the work.
    pub const ALL: [Part; 23] = [
        Part::Questions,
        Part::Advice,
        Part::Paths,
        Part::Languages,
        Part::Ask,
        Part::Notes,
        Part::Clashes,
        Part::Drafts,
        Part::Beside,
        Part::Making,
        Part::Share,
        Part::Invited,
        Part::Inbox,
        Part::Results,
        Part::Written,
        Part::Removing,
        Part::Paper,
        Part::Typing,
        Part::Changes,
        Part::Told,
        Part::Board,
        Part::Report,
        Part::Missing,
    ];

    /// The step that it belongs to.
    pub fn step(self) -> Step {
        match self {
            Part::Questions | Part::Languages | Part::Paths => Step::Write,
            Part::Advice
            | Part::Ask
            | Part::Notes
            | Part::Clashes
            | Part::Drafts
            | Part::Beside
            | Part::Making => Step::Check,
            Part::Share | Part::Invited | Part::Paper => Step::Send,
            Part::Inbox
            | Part::Results
            | Part::Written
            | Part::Report
            | Part::Missing
            | Part::Removing
            | Part::Typing => Step::Answers,
            Part::Changes | Part::Told | Part::Board => Step::Changed,
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Part::Questions => "Questions",
            Part::Advice => "Advice",
            Part::Paths => "Paths",
            Part::Languages => "Languages",
            Part::Ask => "Ask people",
            Part::Notes => "Notes",
            Part::Clashes => "Clashes",
            Part::Drafts => "Share the draft",
            Part::Beside => "Side by side",
            Part::Making => "How this was made",
            Part::Share => "Send",
            Part::Invited => "Personal links",
            Part::Inbox => "Inbox",
            Part::Results => "Results",
            Part::Written => "Written answers",
            Part::Removing => "Remove answers",
            Part::Paper => "On paper",
            Part::Typing => "Type in paper answers",
            Part::Changes => "Changes",
            Part::Told => "You said, we did",
            Part::Board => "For the board",
            Part::Report => "Report",
            Part::Missing => "Who is missing?",
        }
    }

    /// How many new things it says to have, as its name says it: "Notes (3 new)". None for none.
    pub fn news(self, waiting: Waiting) -> Option<String> {
        match self {
            Part::Notes if waiting.notes > 0 => Some(format!("{} new", waiting.notes)),
            Part::Clashes if waiting.clashes > 0 => Some(waiting.clashes.to_string()),
            _ => None,
        }
    }

    /// True for what needs the draft itself. The others only need what was published.
    pub fn needs_draft(self) -> bool {
        let of_changes = self.step() == Step::Changed;
        let of_answers = matches!(
            self,
            Part::Share
                | Part::Invited
                | Part::Inbox
                | Part::Results
                | Part::Written
                | Part::Report
                | Part::Missing
                | Part::Paper
                | Part::Typing
        );
        !(of_changes || of_answers)
    }

    /// What Undo takes back where this is open. Nobody takes back what they can't see.
    pub fn undoes(self) -> Undoes {
        match self {
            Part::Making | Part::Report | Part::Missing => Undoes::Here,
            Part::Questions
            | Part::Languages
            | Part::Paths
            | Part::Advice
            | Part::Ask
            | Part::Notes
            | Part::Clashes
            | Part::Drafts
            | Part::Beside
            | Part::Share => Undoes::Draft,
            Part::Invited
            | Part::Paper
            | Part::Inbox
            | Part::Typing
            | Part::Results
            | Part::Written
            | Part::Removing
            | Part::Changes
            | Part::Told
            | Part::Board => Undoes::Nothing,
        }
    }

    /// Its address, which is in bookmarks and so never changes.
    pub fn address(self) -> &'static str {
        match self {
            Part::Questions => "questions",
            Part::Advice => "advice",
            Part::Paths => "paths",
            Part::Languages => "languages",
            // From when all of making it with others was one page.
            Part::Ask => "together",
            Part::Notes => "notes",
            Part::Clashes => "clashes",
            Part::Drafts => "share-draft",
            Part::Beside => "side-by-side",
            Part::Making => "making",
            Part::Share => "share",
            Part::Invited => "personal-links",
            Part::Inbox => "add-answers",
            Part::Results => "results",
            Part::Written => "written-answers",
            Part::Removing => "remove-answers",
            Part::Paper => "on-paper",
            Part::Typing => "type-in",
            Part::Changes => "changes",
            Part::Told => "you-said-we-did",
            Part::Board => "board",
            Part::Report => "report",
            Part::Missing => "who-is-missing",
        }
    }
}
