//! What a report says, where an organiser has not written something else. Short sentences, and nothing that is not in
//! the numbers that may be shared: whoever reads them could have written each sentence.
//!
//! Absent: charts, and in which order all this stands.

use super::chart::{drawn, people};
use super::edits::{Edits, Key, LONGEST_QUOTE, MOST_QUOTES, Own, Slot};
use super::{Block, Line, Part};
use crate::model::ladder;
use crate::model::phrase::{NO_TITLE, NO_WORDS, count, number, or, own, quoted, short};
use crate::model::plain_text::{is_blank, trimmed, without_controls};
use crate::model::review::Step;
use crate::model::standard::HELP;
use crate::model::suppress::{Counts, Rule, Shared, Shown, Table};
use crate::model::survey::{Kind, Language, Survey};

/// Most paragraphs in one place.
const MOST_LINES: usize = 8;
/// Most choices with the same count that a sentence names.
const MOST_NAMED: usize = 3;

/// All that the words are made from.
pub struct Texts<'a> {
    pub edits: &'a Edits,
    /// How many questions are in the report.
    pub in_it: usize,
    /// The newest version. `None` where none was ever published.
    pub newest: Option<&'a Survey>,
    pub shared: &'a Shared,
    /// How people took part in the making.
    pub took_part: Option<Step>,
}

impl Texts<'_> {
    /// The words in a place that is not about one question.
    pub fn line(&self, slot: Slot) -> Line {
        let ours = match slot {
            Slot::Title => format!("What you said: {}", self.title()),
            Slot::AskedHead => "What we asked".to_owned(),
            Slot::Asked => self.asked(),
            Slot::WhoHead => "Who answered".to_owned(),
            Slot::Who => self.who(),
            Slot::SaidHead => "What you said".to_owned(),
            Slot::QuotesHead => "In your own words".to_owned(),
            Slot::NextHead => "What happens next".to_owned(),
            Slot::Next => "Thank you for your answers.\nWe will talk about what you said.\n\
                           Then we will tell you what we will do."
                .to_owned(),
            Slot::Said | Slot::Question(_) | Slot::Finding(_) | Slot::Base(_) => {
                "Here is what people told us.".to_owned()
            }
        };
        self.of(slot, ours)
    }

    /// What stands over all questions.
    pub fn said(&self) -> Part {
        Part {
            heading: Some((2, self.line(Slot::SaidHead))),
            picture: super::ours("1F5E3", ""),
            blocks: vec![Block::Words(self.line(Slot::Said))],
        }
    }

    /// The words of a question, in the survey's language.
    pub fn question(&self, key: Key, text: &str) -> Line {
        let mut line = self.of(Slot::Question(key), or(&trimmed(text), NO_WORDS));
        let language = self.newest.map(|survey| survey.language);
        line.language = language
            .filter(|language| *language != Language::ENGLISH && line.text == line.ours)
            .map(|language| language.tag().to_owned());
        line
    }

    /// What a chart says.
    pub fn finding(&self, key: Key, table: &Table, counts: &Counts) -> Line {
        self.of(Slot::Finding(key), finding(table, counts))
    }

    /// Who was asked, and who did not answer.
    pub fn base(&self, key: Key, table: &Table, counts: &Counts) -> Line {
        let mut ours = match counts.asked {
            Shown::Hidden => "We hide how many people we asked.".to_owned(),
            asked => format!("We asked {}.", people(asked)),
        };
        if table.entry.kind != Kind::Sorting {
            ours.push(' ');
            ours.push_str(&match counts.unanswered {
                Shown::Hidden => "We hide how many did not answer.".to_owned(),
                Shown::Count(0) | Shown::About(0) => "All of them answered.".to_owned(),
                some => format!("{} did not answer.", capital(&people(some))),
            });
        }
        self.of(Slot::Base(key), ours)
    }

    /// The quotes, each with its place among all that there are.
    pub fn quotes(&self) -> Vec<(usize, String)> {
        let quotes = self.edits.quotes.iter().enumerate();
        let some = quotes.filter(|(_, text)| !is_blank(text)).take(MOST_QUOTES);
        // The report puts the signs around it.
        let signs = ['“', '”', '"'];
        let words = |text: &str| clip(text.trim().trim_matches(signs), LONGEST_QUOTE, true);
        some.map(|(at, text)| (at, words(text))).collect()
    }

    fn of(&self, slot: Slot, ours: String) -> Line {
        let (longest, is_heading) = (slot.longest(), slot.is_heading());
        let ours = clip(&ours, longest, is_heading);
        // A place that somebody emptied is left out. Headings stay: the contents of a document are made of them.
        let is_said = |own: &&Own| !is_heading || !is_blank(&own.text);
        let own = self.edits.texts.get(&slot).filter(is_said);
        let is_older = own.is_some_and(|own| own.instead_of != ours);
        let text = own.map_or_else(|| ours.clone(), |own| clip(&own.text, longest, is_heading));
        Line { slot, text, ours, is_older, language: None }
    }

    fn title(&self) -> String {
        own(&or(&self.newest.map_or(String::new(), |survey| trimmed(&survey.title)), NO_TITLE))
    }

    fn asked(&self) -> String {
        let organisation =
            self.newest.map_or(String::new(), |survey| trimmed(&survey.organisation));
        // The question about help is the app's, and no organiser counts it.
        let asks = |survey: &Survey| {
            survey.questions.iter().filter(|q| q.kind.asks() && q.id != HELP).count()
        };
        let asks = self.newest.map_or(0, asks);
        let questions = count(asks, "question", "questions");
        let some = match self.in_it {
            0 => String::new(),
            some if some >= asks => String::new(),
            some => format!("\nThis report shows {} of them.", number(some)),
        };
        let who = (!organisation.is_empty()).then(|| format!("We are {}.\n", own(&organisation)));
        let ours =
            format!("Our survey is called {}.\nIt has {questions}.{some}", quoted(&self.title()));
        let took_part = self.took_part.map(|step| format!("\n{}", ladder::says(step)));
        who.unwrap_or_default() + &ours + &took_part.unwrap_or_default()
    }

    fn who(&self) -> String {
        let is_empty = self.shared.tables.is_empty();
        match self.shared.people {
            Shown::Count(0) | Shown::About(0) => "No one has answered yet.".to_owned(),
            Shown::Hidden | Shown::About(_) if is_empty => {
                "Only a few people have answered.\nWe need more answers before we show numbers."
                    .to_owned()
            }
            some => {
                let hides = match self.edits.rule {
                    Rule::Under(_) => "We hide small numbers. This keeps answers private.",
                    Rule::Rounded => "We round the numbers. This keeps answers private.",
                };
                let people = capital(&people(some));
                format!("{people} answered.\nThese are their own answers.\n{hides}")
            }
        }
    }
}

/// Whose pictures there are, where there are some: their licence asks for it.
pub fn credit<'a>(mut parts: impl Iterator<Item = &'a Part>) -> Option<Part> {
    let has_one = |part: &Part| {
        part.picture.is_some()
            || part.blocks.iter().any(|block| match block {
                Block::Chart(chart) => chart.rows.iter().any(|row| !row.picture.is_empty()),
                _ => false,
            })
    };
    let text = "Pictures: OpenMoji (openmoji.org), CC BY-SA 4.0.".to_owned();
    parts.any(has_one).then(|| Part { blocks: vec![Block::Credit(text)], ..Part::default() })
}

/// What somebody wrote, as it goes into a report: no control characters, no blank lines, not too much of it.
fn clip(text: &str, longest: usize, is_one_line: bool) -> String {
    let text = without_controls(text).replace('\t', " ");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !is_blank(line)).collect();
    let lines = match is_one_line {
        true => lines.join(" "),
        false => lines[..lines.len().min(MOST_LINES)].join("\n"),
    };
    short(&lines, longest)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// What is known of a count: the least and the most that it can be.
fn range(shown: Shown) -> (usize, usize) {
    match shown {
        Shown::Count(count) => (count, count),
        Shown::Hidden => (1, usize::MAX),
        Shown::About(0) => (0, 0),
        Shown::About(5) => (1, 7),
        Shown::About(about) => (about - 2, about + 2),
    }
}

/// The sentence over a chart, from the numbers that are shown in it and nothing else.
fn finding(table: &Table, counts: &Counts) -> String {
    let kind = table.entry.kind;
    if kind == Kind::Sorting {
        return "This is where people put each card.".to_owned();
    }
    let shown: Vec<Shown> = counts.choices.iter().map(|shown| shown[0]).collect();
    let largest = shown.iter().copied().max_by_key(|shown| drawn(*shown)).unwrap_or(Shown::Hidden);
    if drawn(largest) == 0 {
        // A hidden count is never 0: somebody picked that one.
        let says = match shown.contains(&Shown::Hidden) {
            true => "The numbers are too small to show.",
            false => "No one picked one of these.",
        };
        return says.to_owned();
    }
    let first: Vec<usize> = (0..shown.len()).filter(|at| shown[*at] == largest).collect();
    let name = |at: &usize| quoted(&short(table.entry.choices[*at].text.trim(), LONGEST_NAME));
    let [does, ends] = match kind {
        Kind::Ranking => ["put", " first"],
        kind if kind.picks_many() => ["picked", ""],
        _ => ["said", ""],
    };
    let all = people(largest);
    let [one] = first[..] else {
        if first.len() > MOST_NAMED || first.len() == shown.len() {
            return "No answer stands out.".to_owned();
        }
        // A sentence for each: "8 people said A and B" would be people who said both.
        let says = |at: &usize| format!("{} {does} {}{ends}.", capital(&all), name(at));
        return first.iter().map(says).collect::<Vec<_>>().join("\n");
    };
    let name = name(&one);
    let asked = range(counts.asked);
    let silent = range(counts.unanswered);
    let most_answered = asked.1.saturating_sub(silent.0);
    let answered = match (counts.asked, counts.unanswered) {
        (Shown::Count(asked), Shown::Count(silent)) => asked.checked_sub(silent),
        _ => None,
    };
    let base = answered.map(|of| format!("{} of {} people", number(drawn(largest)), number(of)));
    let lead = match answered {
        Some(1) => return format!("1 person {does} {name}{ends}."),
        Some(of) if Shown::Count(of) == largest => {
            return format!("Everyone who answered {does} {name}{ends}.\nThat is {all}.");
        }
        _ if counts.unanswered == Shown::Hidden && counts.asked == Shown::Hidden => None,
        _ if range(largest).0 * 2 > most_answered => Some("Most people"),
        _ => None,
    };
    let rest = base.unwrap_or(all);
    match lead {
        Some(lead) => format!("{lead} {does} {name}{ends}.\nThat is {rest}."),
        None => format!("{} {does} {name}{ends}.", capital(&rest)),
    }
}

/// The longest name of a choice in a sentence, in letters.
const LONGEST_NAME: usize = 60;
