//! Which written answers are looked for.

use crate::model::dataset::Written;
use crate::model::work::{Mark, State, TagId, Work};

/// Which answers are looked for. The default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    /// Words in it, in large letters or small.
    pub words: String,
    /// To this question, by its code.
    pub question: Option<usize>,
    /// With this tag.
    pub tag: Option<TagId>,
    /// So marked. `Some(None)` for those that are still to be read.
    pub mark: Option<Option<Mark>>,
}

/// True for an answer that is looked for. `code` is that of its question.
pub fn passes(sieve: &Sieve, work: &Work, (code, one): (usize, &Written)) -> bool {
    let low = |text: &str| text.to_lowercase();
    let has_words = || {
        let words = low(&sieve.words);
        let mut wanted = words.split_whitespace().peekable();
        wanted.peek().is_none() || {
            let text = low(one.words);
            wanted.all(|word| text.contains(word))
        }
    };
    let is_marked = |mark: Option<Mark>| match (one.state(work), mark) {
        (State::Open | State::Stale(_), None) => true,
        (State::Marked(is), Some(wanted)) => is == wanted,
        _ => false,
    };
    sieve.question.is_none_or(|wanted| wanted == code)
        && sieve.tag.is_none_or(|tag| work.has_tag(one.spot, tag))
        && sieve.mark.is_none_or(is_marked)
        && has_words()
}
