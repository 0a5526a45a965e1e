//! Choices that stand alone by their words: somebody who ticks "None of these" ticks nothing else.
//!
//! The words of a choice come in; out comes whether ticking it should let go of the others, until an
//! organiser says something else. In English and Welsh, which the app speaks itself. Absent: what a
//! tick does, which is in [`picking`](super::picking).

use super::draft::DraftChoice;
use super::survey::Kind;

/// What such a choice says, without capitals and signs around it.
const WHOLE: [&str; 46] = [
    "none",
    "no one",
    "no-one",
    "noone",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "never",
    "not sure",
    "unsure",
    "i am not sure",
    "i'm not sure",
    "im not sure",
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "i do not know",
    "can't remember",
    "i can't remember",
    "don't remember",
    "i don't remember",
    "i do not remember",
    "not applicable",
    "n/a",
    "does not apply",
    "does not apply to me",
    "prefer not to say",
    "i prefer not to say",
    "i would prefer not to say",
    "i'd prefer not to say",
    "rather not say",
    "i would rather not say",
    "i'd rather not say",
    "i do not want to say",
    "i don't want to say",
    "dim un",
    "dim byd",
    "neb",
    "ddim yn siŵr",
    "dydw i ddim yn siŵr",
    "dw i ddim yn siŵr",
    "dydw i ddim yn gwybod",
    "mae'n well gen i beidio â dweud",
];
/// How others begin, whatever comes then: "None of these apply to me".
const FIRST: [&str; 5] = ["none of ", "none at all", "no one at all", "nothing at all", "dim un o"];

/// True when a choice with these words stands alone among others to tick.
pub fn stands_alone(words: &str) -> bool {
    let words = words.trim().replace('’', "'").to_lowercase();
    // "No one (I live alone)", "None – thank you".
    let end = words.find(['(', ',', '.', ';', ':', '–', '—']).unwrap_or(words.len());
    let end = words.find(" - ").map_or(end, |dash| dash.min(end));
    let plain = words[..end].trim_matches(|letter: char| !letter.is_alphanumeric());
    WHOLE.contains(&plain) || FIRST.iter().any(|first| plain.starts_with(first))
}

/// True when a choice came to stand alone by its words: they did not say so before.
pub fn came_to_stand_alone(before: &str, after: &str) -> bool {
    stands_alone(after) && !stands_alone(before)
}

/// Marks those of some new choices that stand alone, where people tick any number.
pub fn mark(kind: Kind, choices: &mut [DraftChoice]) {
    for choice in choices.iter_mut().filter(|choice| stands_alone(&choice.text)) {
        choice.choice.alone = kind.picks_many();
    }
}
