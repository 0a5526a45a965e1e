//! Sentences with more than one idea: an "and" or a "but" with a clause of its own after it, or a part that
//! hangs on another. Pairs, names and lists are one idea.

use super::sentences::{Sentence, Sort};
use super::split::split;
use super::text::{Text, finding};
use super::{Finding, Rule, Severity};

/// Words that hang a second idea on the first.
const HANGS: [&str; 11] = [
    "although",
    "whereas",
    "whilst",
    "however",
    "whereby",
    "therefore",
    "meanwhile",
    "moreover",
    "furthermore",
    "thereby",
    "despite",
];

/// Words that join two ideas.
const JOINS: [&str; 4] = ["and", "but", "while", "so"];

/// Who does something: what a clause starts with.
const WHO: [&str; 20] = [
    "i", "you", "we", "they", "he", "she", "it", "there", "this", "that", "these", "people",
    "somebody", "someone", "everyone", "staff", "who", "which", "if", "when",
];

/// Every sentence that seems to have two ideas.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    if text.is_label {
        return;
    }
    for sentence in &text.sentences {
        let ideas =
            (1..sentence.tokens.len()).filter(|place| starts_idea(sentence, *place)).count();
        if ideas > 0 && sentence.length() > 8 {
            let why =
                "There seems to be more than one idea in this sentence. Make 2 sentences of it.";
            let mut advice = finding(Rule::TwoIdeas, Severity::Note, &sentence.at, why.into());
            advice.remedies.extend(split(text, sentence));
            found.push(advice);
        }
    }
}

/// True where a second idea starts. "Which" does so after a comma: in "choose which one" and "a thing which
/// helps" it belongs to the words around it.
fn starts_idea(sentence: &Sentence, place: usize) -> bool {
    let tokens = &sentence.tokens;
    let (token, before) = (&tokens[place], &tokens[place - 1]);
    let joins = || {
        let who = tokens.get(place + 1).is_some_and(|next| next.is_one(&WHO));
        // "you and they": what follows has to do something.
        let does = tokens.get(place + 2).is_some_and(|next| next.sort == Sort::Word);
        token.is_one(&JOINS) && who && does
    };
    token.is_one(&HANGS) || (token.is("which") && before.sort == Sort::Sign) || joins()
}
