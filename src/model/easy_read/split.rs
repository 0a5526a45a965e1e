//! A sentence cut in two where that is always right: at an "and", "but" or "so" with a whole clause on each
//! side. Absent: cutting inside anything that hangs on another part, as "if you come and you like it" does.

use super::sentences::{Sentence, Sort, Token};
use super::text::{Text, with_capital};
use super::{Does, Remedy};

/// Words that make what follows them hang on another part, so that it cannot stand alone.
const HANGING: [&str; 33] = [
    "if", "when", "that", "who", "which", "because", "while", "before", "after", "unless",
    "whether", "what", "how", "where", "why", "whose", "until", "since", "as", "although",
    "though", "once", "than", "whenever", "both", "either", "neither", "not", "let", "make",
    "whom", "means", "mean",
];

/// Who does something in the second part.
const WHO: [&str; 8] = ["we", "you", "they", "it", "i", "he", "she", "there"];

/// What does something: the second word of a part that can stand alone.
const DOES: [&str; 32] = [
    "will", "can", "may", "must", "should", "are", "is", "was", "were", "have", "has", "had", "do",
    "did", "does", "want", "need", "like", "talk", "write", "read", "tell", "ask", "help", "give",
    "make", "use", "see", "get", "go", "keep", "send",
];

/// Fewest words of each part.
const FEWEST: usize = 3;

/// The way to make two sentences of this one, at its first safe joint.
pub fn split(text: &Text, sentence: &Sentence) -> Option<Remedy> {
    if sentence.asks
        || text.is_label
        || sentence.tokens.iter().any(|token| token.is_one(&["(", "“", "\"", ":", ";"]))
    {
        return None;
    }
    let tokens = &sentence.tokens;
    let joint = (FEWEST..tokens.len()).find(|place| is_joint(tokens, *place))?;
    let comma = usize::from(tokens[joint - 1].is(","));
    let (last, next) = (&tokens[joint - 1 - comma], &tokens[joint + 1]);
    // "But" and "so" say how the two hang together. "And" does not.
    let word = match tokens[joint].low.as_str() {
        "but" => "But ",
        "so" => "So ",
        _ => "",
    };
    let (first, second) = (&text.text[..last.at.end], &text.text[next.at.start..]);
    let second = if word.is_empty() { with_capital(second) } else { second.to_owned() };
    let before = &tokens[joint.saturating_sub(2 + comma)];
    let after = tokens.get(joint + 2)?;
    let shown = [
        &text.text[before.at.start..last.at.end],
        ". ",
        word,
        &second[..after.at.end - next.at.start],
    ];
    Some(Remedy {
        label: format!("Make 2 sentences: “… {} …”", shown.concat()),
        does: Does::Write([first, ". ", word, &second].concat()),
    })
}

fn is_joint(tokens: &[Token], place: usize) -> bool {
    let counts = |tokens: &[Token]| tokens.iter().filter(|token| token.counts()).count();
    let (before, after) = (&tokens[..place], &tokens[place + 1..]);
    let stands = |tokens: &[Token]| !tokens.iter().any(|token| token.is_one(&HANGING));
    let does = after.get(1).is_some_and(|token| token.sort == Sort::Word && token.is_one(&DOES));
    // "So it is clear" and "so you can come" are what the first part is for.
    let is_purpose = tokens[place].is("so")
        && (after.first().is_some_and(|token| token.is("it"))
            || after
                .get(1)
                .is_some_and(|token| token.is_one(&["can", "may", "will", "do", "get"])));
    tokens[place].is_one(&["and", "but", "so"])
        && !is_purpose
        && after.first().is_some_and(|token| token.is_one(&WHO))
        && does
        && stands(before)
        && counts(before) >= FEWEST
        && counts(after) >= FEWEST
}
