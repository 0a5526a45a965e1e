//! Words of people that may be shown to others, as others may read them; and those that may not.

use super::{consents, may_quote, quote_questions, struck_out};
use crate::model::dataset::{Dataset, Written, written};
use crate::model::plain_text::is_blank;
use crate::model::work::{Mark, Spot, State, TagId, Work};

/// What one person wrote, for others to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Whose it is, and to what.
    pub spot: Spot,
    /// The place of the question in the table.
    pub entry: usize,
    /// What was written, with "[name]" for what is struck out.
    pub words: String,
    /// The tags that are on it.
    pub tags: Vec<TagId>,
    /// True when somebody else answered for the person: never shown as what a person said.
    pub is_answered_for: bool,
}

/// Every quote that may be shown: marked as one by the team, in the words that were read for that, from a person
/// who was not asked whether they may be quoted, or said yes. In the order of the questions, then of the table.
pub fn quotes(data: &Dataset, work: &Work) -> Vec<Quote> {
    let questions = quote_questions(data);
    let is_quote = |one: &Written| {
        one.state(work) == State::Marked(Mark::Quote)
            && may_quote(&consents(data, &questions, one.row))
    };
    let tags = work.tags();
    let quote = |one: Written| Quote {
        spot: one.spot,
        entry: one.entry,
        words: struck_out(one.words, &work.struck(one.spot)),
        tags: tags.iter().map(|tag| tag.id).filter(|tag| work.has_tag(one.spot, *tag)).collect(),
        is_answered_for: one.is_answered_for,
    };
    written(data).into_iter().filter(is_quote).map(quote).collect()
}

/// What people wrote that nobody may quote: they did not say that somebody may, or the team keeps it private. In small
/// letters and no signs, as [`is_withheld`] reads it.
pub fn withheld(data: &Dataset, work: &Work) -> Vec<String> {
    let questions = quote_questions(data);
    let is_withheld = |one: &Written| {
        let mark = one.state(work);
        matches!(mark, State::Marked(Mark::Private) | State::Stale(Mark::Private))
            || !may_quote(&consents(data, &questions, one.row))
    };
    let all = written(data).into_iter().filter(is_withheld);
    all.map(|one| plain(one.words)).filter(|words| !is_blank(words)).collect()
}

/// Fewest words in a row that are told again. With fewer, many people say the same.
const FEWEST: usize = 4;

/// True where a text repeats what is withheld: all of it, or some words in a row.
pub fn is_withheld(text: &str, withheld: &[String]) -> bool {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let rows = || words.windows(FEWEST).map(|row| row.join(" "));
    let has =
        |long: &str, short: &str| [" ", long, " "].concat().contains(&[" ", short, " "].concat());
    !words.is_empty()
        && withheld.iter().any(|one| one.trim() == text.trim() || rows().any(|row| has(one, &row)))
}

/// Small letters with one space between words, and no signs.
fn plain(text: &str) -> String {
    let words =
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
