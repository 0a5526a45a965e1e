//! Where the plainer words of a list are right, so that one tap may put them there: which words may stand in front
//! of them and behind. Absent: the words themselves, and what is said where they are only an idea.

use super::forms::Form;
use super::sentences::{Sort, Token};
use super::words::{self, Entry, Swap};

/// True where the plainer words of an entry are right, whatever stands around them.
pub fn is_safe(entry: &Entry, form: Form, before: &[Token], after: &[Token]) -> bool {
    const WHOSE: [&str; 18] = [
        "the", "these", "those", "this", "that", "our", "your", "my", "their", "his", "her", "its",
        "us", "you", "them", "all", "which", "whom",
    ];
    const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
    const PEOPLE: [&str; 9] = ["i", "you", "we", "they", "he", "she", "it", "who", "people"];
    const QUOTES: [&str; 6] = ["\"", "“", "”", "‘", "’", "'"];
    const BEFORE_ING: [&str; 11] = [
        "by", "for", "before", "after", "without", "about", "of", "from", "when", "while", "start",
    ];
    let last = before.last();
    let follows = |words: &[&str]| last.is_some_and(|token| token.is_one(words));
    let Some(swap) = words::swap(entry.key) else {
        return false;
    };
    // "some the people" would be wrong.
    let loses_of = entry.key.ends_with(" of") && !entry.says.ends_with(" of");
    let is_some = |next: &Token| next.is_one(&WHOSE) || next.is_capital();
    if loses_of && entry.says.len() < 5 && after.first().is_some_and(is_some) {
        return false;
    }
    // What stands in quotation marks is a name for itself.
    let is_quote = |token: Option<&Token>| token.is_some_and(|token| token.is_one(&QUOTES));
    if is_quote(last) && is_quote(after.first()) {
        return false;
    }
    // "a now valid number" would be wrong, and so would "are needed by law to do it".
    if (entry.key == "currently" && is_noun_place(last))
        || (entry.says == "need" && form == Form::Ed)
    {
        return false;
    }
    if !fits(entry.key, form, before, after) {
        return false;
    }
    let is_taken_apart = entry.says.contains(' ') || matches!(entry.says, "get" | "have");
    match (swap, form) {
        (Swap::Fixed, _) => form == Form::Plain,
        // Not "a polling station place".
        (Swap::Noun, _) => matches!(form, Form::Plain | Form::S) && is_noun_place(last),
        (Swap::Verb, Form::Plain) => !is_noun_place(last),
        (Swap::VerbOrNoun, Form::Plain) => last.is_none_or(|last| is_before_verb(last)),
        (Swap::Verb, Form::S) => !is_noun_place(last),
        // "You have used it", but not "the chosen answer", nor "people chose by us".
        (Swap::Verb | Swap::VerbOrNoun, Form::Ed) => {
            let near = &before[before.len().saturating_sub(2)..];
            let helped = match near {
                [.., helper] if helper.is_one(&HELPERS) => true,
                [helper, between] => helper.is_one(&HELPERS) && between.is("not"),
                _ => false,
            };
            let passive = near.iter().any(|token| token.is_one(&BE));
            follows(&PEOPLE) || (helped && !(passive && is_taken_apart))
        }
        (Swap::Verb | Swap::VerbOrNoun, Form::Ing) => follows(&BE) || follows(&BEFORE_ING),
        _ => false,
    }
}

/// Words that something is said or known about: "questions about", "tell us about".
const SAID: [&str; 37] = [
    "information",
    "question",
    "questions",
    "advice",
    "query",
    "queries",
    "concern",
    "concerns",
    "complaint",
    "complaints",
    "comment",
    "comments",
    "view",
    "views",
    "decision",
    "decisions",
    "details",
    "letter",
    "email",
    "report",
    "reports",
    "feedback",
    "news",
    "guidance",
    "rules",
    "ideas",
    "opinions",
    "discussions",
    "us",
    "you",
    "them",
    "him",
    "her",
    "me",
    "someone",
    "anything",
    "something",
];

/// People, and words for them: "You are required to".
const WHO: [&str; 22] = [
    "you",
    "we",
    "they",
    "i",
    "he",
    "she",
    "who",
    "people",
    "everyone",
    "anyone",
    "staff",
    "tenants",
    "carers",
    "members",
    "residents",
    "patients",
    "parents",
    "visitors",
    "students",
    "workers",
    "council",
    "landlord",
];

/// What goes with some words and not with others, one kind after the other. Each was wrong somewhere.
fn fits(key: &str, form: Form, before: &[Token], after: &[Token]) -> bool {
    let is_next = |words: &[&str]| after.first().is_some_and(|next| next.is_one(words));
    let is_last = |words: &[&str]| before.last().is_some_and(|last| last.is_one(words));
    let is_start = before.last().is_none_or(|last| !last.counts());
    match key {
        // Not "liability about this".
        "in relation to" | "in respect of" | "in regard to" | "with regard to"
        | "with regards to" | "with respect to" | "with reference to" | "regarding"
        | "relating to" | "pertaining to" => is_last(&SAID),
        // Not "the one at first planned".
        "initially" => is_start || is_last(&WHO) || is_last(&HELPERS),
        // Not "more and more more", nor "more and more stricter".
        "increasingly" => {
            !is_next(&["more", "less", "so", "many", "much", "few"])
                && !after.first().is_some_and(|next| next.low.ends_with("er"))
        }
        // Not "the oldest now supported version", nor "Do you now work?", which asks whether that changed.
        "currently" => is_start || is_last(&HELPERS),
        // Not "in quite some ways".
        "a number of" => !is_last(&["quite"]),
        // Not "a rise more than".
        "in excess of" => {
            is_last(&HELPERS)
                || is_last(&["of", "with", "for", "at", "by", "cost", "costs", "earn"])
        }
        // "At this point in time", but not "point in time copies".
        "point in time" => is_last(&["this", "that", "any", "one", "some", "what", "which"]),
        // "Frequently asked questions" is a name.
        "frequently" => !is_next(&["asked"]),
        // "Everyday life", but "we live day-to-day".
        "day-to-day" => after.first().is_some_and(|next| {
            next.sort == Sort::Word
                && !next.is_one(&["and", "or", "in", "on", "at", "with", "to", "by"])
        }),
        "at an early stage" => !is_next(&["of", "in"]),
        // Not "a select committee".
        "select" => !is_next(&["committee", "committees", "group", "few", "number"]),
        // Not "we need that you sign".
        "require" => !is_next(&["that"]),
        // "You are required to apply", but not "papers are required to apply".
        "are required to" | "is required to" => is_last(&WHO),
        "be required to" => before.iter().rev().take(3).any(|token| token.is_one(&WHO)),
        // Not "of taking part schools".
        "participate" | "occur" | "reside" | "enquire" | "relocate" if form == Form::Ing => {
            after.first().is_none_or(|next| {
                next.sort != Sort::Word
                    || next.is_one(&[
                        "in", "at", "to", "from", "with", "and", "or", "on", "for", "about",
                    ])
            })
        }
        _ => true,
    }
}

/// True after words that only nouns and their adjectives follow.
fn is_noun_place(last: Option<&Token>) -> bool {
    const WORDS: [&str; 17] = [
        "a", "an", "the", "this", "that", "these", "those", "your", "our", "their", "my", "his",
        "her", "its", "no", "each", "every",
    ];
    last.is_some_and(|token| token.is_one(&WORDS))
}

/// True for words that only verbs follow.
fn is_before_verb(last: &Token) -> bool {
    const WORDS: [&str; 16] = [
        "to", "will", "can", "could", "must", "should", "may", "might", "would", "not", "we",
        "you", "they", "i", "please", "cannot",
    ];
    last.is_one(&WORDS)
}

/// The forms of "be" and "have".
pub const HELPERS: [&str; 10] =
    ["be", "been", "being", "is", "are", "was", "were", "has", "have", "had"];
