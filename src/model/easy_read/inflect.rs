//! Puts a plainer word into the form that the hard one had: "utilised" gives "used".

use super::forms::Form;

/// Base form, past tense and participle of the verbs that the lists give as plainer words.
const IRREGULAR: [(&str, &str, &str); 34] = [
    ("be", "was", "been"),
    ("begin", "began", "begun"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("choose", "chose", "chosen"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("die", "died", "died"),
    ("do", "did", "done"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("spend", "spent", "spent"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
];

/// Words after a verb that belong to it: "find out", "make sure".
const AFTER_VERBS: [&str; 21] = [
    "up", "out", "to", "on", "in", "into", "about", "sure", "part", "for", "down", "off", "over",
    "ahead", "back", "with", "clear", "together", "less", "room", "away",
];

/// The plainer words in this form. `None` when there is no good way. `is_participle` after a form
/// of "be" or "have".
pub fn inflect(plainer: &str, form: Form, is_participle: bool) -> Option<String> {
    let (first, rest) = plainer.split_once(' ').unwrap_or((plainer, ""));
    let is_verb = AFTER_VERBS.contains(&rest.split(' ').next().unwrap_or_default());
    let put = |word: String| [word.as_str(), &plainer[first.len()..]].concat();
    match form {
        Form::Plain => Some(plainer.to_owned()),
        Form::Other => None,
        Form::S if plainer.ends_with('s') && !is_verb => None,
        Form::S if rest.is_empty() || is_verb => Some(put(with_s(first))),
        Form::S => {
            // "person who applies" has its plural in front: too hard to guess.
            (rest.split(' ').count() == 1).then(|| with_s(plainer))
        }
        Form::Ed | Form::Ing if !rest.is_empty() && !is_verb && !is_irregular(first) => None,
        Form::Ed => Some(put(with_ed(first, is_participle))),
        Form::Ing => Some(put(with_ing(first))),
    }
}

fn is_irregular(verb: &str) -> bool {
    IRREGULAR.iter().any(|(base, ..)| *base == verb)
}

fn is_vowel(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| "aeiou".contains(letter))
}

/// True for short words like "stop", whose last letter is doubled.
fn doubles(word: &str) -> bool {
    let mut back = word.chars().rev();
    let (last, middle, before) = (back.next(), back.next(), back.next());
    let ends = last.is_some_and(|c| c.is_ascii_lowercase() && !"wxy".contains(c));
    ends && !is_vowel(last) && is_vowel(middle) && !is_vowel(before) && word.len() < 5
}

fn ends_in_y(word: &str) -> bool {
    word.ends_with('y') && !is_vowel(word.chars().rev().nth(1))
}

fn with_s(word: &str) -> String {
    match word {
        "be" => "is".into(),
        "have" => "has".into(),
        "person" => "people".into(),
        _ if ends_in_y(word) => [&word[..word.len() - 1], "ies"].concat(),
        _ if ["s", "x", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) => {
            [word, "es"].concat()
        }
        _ => [word, "s"].concat(),
    }
}

fn with_ed(word: &str, is_participle: bool) -> String {
    if let Some((_, past, participle)) = IRREGULAR.iter().find(|(base, ..)| *base == word) {
        return (if is_participle { *participle } else { *past }).to_owned();
    }
    match word {
        _ if word.ends_with('e') => [word, "d"].concat(),
        _ if ends_in_y(word) => [&word[..word.len() - 1], "ied"].concat(),
        _ if doubles(word) => [word, &word[word.len() - 1..], "ed"].concat(),
        _ => [word, "ed"].concat(),
    }
}

fn with_ing(word: &str) -> String {
    match word {
        "be" | "see" => [word, "ing"].concat(),
        "die" => "dying".into(),
        "begin" => "beginning".into(),
        _ if word.ends_with('e') => [&word[..word.len() - 1], "ing"].concat(),
        _ if doubles(word) => [word, &word[word.len() - 1..], "ing"].concat(),
        _ => [word, "ing"].concat(),
    }
}
