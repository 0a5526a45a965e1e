//! From "utilised" to "utilise": the base forms that an English word may have.
//!
//! By rules only, so some of what comes out is no word. Whoever asks looks it up in a list. American
//! "-ize" comes out as British "-ise" too. Absent: irregular words, which stand in the lists.
//! `cargo xtask words` reads this very file, to leave out of the lists what the rules find.

/// What was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Nothing, or a possessive.
    Plain,
    /// The -s of a plural, or of "she helps".
    S,
    /// -ed.
    Ed,
    /// -ing.
    Ing,
    /// -er, -est, -ly, -ness or a short form such as -n't.
    Other,
}

/// An ending, what may stand there in the base form, and whether the letter before may be doubled.
type Ending = (&'static str, &'static [&'static str], Form, bool);

const ENDINGS: [Ending; 26] = [
    ("'s", &[""], Form::Plain, false),
    ("s'", &["", "s"], Form::Plain, false),
    ("n't", &["", "n"], Form::Other, false),
    ("'ll", &[""], Form::Other, false),
    ("'re", &[""], Form::Other, false),
    ("'ve", &[""], Form::Other, false),
    ("'d", &[""], Form::Other, false),
    ("'m", &[""], Form::Other, false),
    ("ies", &["y", "ie"], Form::S, false),
    ("es", &["", "e"], Form::S, false),
    ("s", &[""], Form::S, false),
    ("ied", &["y", "ie"], Form::Ed, false),
    ("ed", &["", "e"], Form::Ed, true),
    ("ying", &["y", "ie"], Form::Ing, false),
    ("ing", &["", "e"], Form::Ing, true),
    ("ier", &["y"], Form::Other, false),
    ("er", &["", "e"], Form::Other, true),
    ("iest", &["y"], Form::Other, false),
    ("est", &["", "e"], Form::Other, true),
    ("ally", &["al", ""], Form::Other, false),
    ("ily", &["y"], Form::Other, false),
    ("bly", &["ble"], Form::Other, false),
    ("ly", &["", "l", "le"], Form::Other, false),
    ("iness", &["y"], Form::Other, false),
    ("ness", &[""], Form::Other, false),
    ("ers", &["", "e"], Form::Other, true),
];

/// The first answer that `ask` gives to a base form of the word. The word itself is asked first.
/// The word is in small letters, with `'` for every apostrophe.
pub fn first<T>(word: &str, mut ask: impl FnMut(&str, Form) -> Option<T>) -> Option<T> {
    let mut british = |base: &str, form| {
        ask(base, form).or_else(|| {
            // "organize", "organization"
            let at = base.rfind("iz").filter(|at| *at > 1 && base.len() >= at + 3)?;
            ask(&[&base[..at], "is", &base[at + 2..]].concat(), form)
        })
    };
    if let Some(found) = british(word, Form::Plain) {
        return Some(found);
    }
    for (ending, bases, form, doubles) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else {
            continue;
        };
        // "class" is no plural of "clas".
        if ending == "s" && stem.ends_with('s') {
            continue;
        }
        for base in bases {
            if let Some(found) = british(&[stem, base].concat(), form) {
                return Some(found);
            }
        }
        let bytes = stem.as_bytes();
        let last = bytes.len() - 1;
        // "stopped", "travelling"
        let is_doubled = bytes[last].is_ascii_lowercase() && bytes[last] == bytes[last - 1];
        if doubles
            && is_doubled
            && let Some(found) = british(&stem[..last], form)
        {
            return Some(found);
        }
    }
    None
}
