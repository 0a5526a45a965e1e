//! Letters that stand for words. They are worth a note: some people know them better than the words.
//! Beside another hard word they weigh more.

use super::sentences::{Sort, Token};
use super::text::{Text, finding};
use super::{Does, Finding, Remedy, Rule, Severity};

/// Nothing is said about these.
const WORDS: [&str; 26] = [
    "NHS", "GP", "GPs", "UK", "TV", "OK", "PC", "DVD", "CD", "BBC", "A&E", "ID", "PIN", "AM", "PM",
    "SMS", "MP", "MPs", "USA", "EU", "IT", "PDF", "DVDs", "CDs", "TVs", "ITV",
];

/// Known in the field, and what they stand for.
const KNOWN: [(&str, &str); 22] = [
    ("CQC", "The Care Quality Commission. It checks that care is good."),
    ("PIP", "Personal Independence Payment. Money for disabled people."),
    ("DWP", "The Department for Work and Pensions. It pays benefits."),
    ("ESA", "Employment and Support Allowance. Money for people who cannot work."),
    ("COVID", "An illness that spreads easily."),
    ("COVID-19", "An illness that spreads easily."),
    ("HIV", "A virus that makes it hard for the body to fight illness."),
    ("PPE", "Things that staff wear to keep everyone safe from germs."),
    ("EHC", "Education, health and care."),
    ("EHCP", "Education, health and care plan."),
    ("LD", "Learning disability."),
    ("LGBT", "Lesbian, gay, bisexual and trans."),
    ("LGBTQ", "Lesbian, gay, bisexual, trans and queer."),
    ("MS", "Multiple sclerosis. An illness of the nerves."),
    ("BSL", "British Sign Language."),
    ("ADHD", "Attention deficit hyperactivity disorder. It can be hard to keep still."),
    ("GCSE", "An exam at school."),
    ("VAT", "A tax on things that you buy."),
    ("BMI", "A number about your height and your weight."),
    ("MRI", "A scan that makes pictures of the inside of your body."),
    ("CT", "A scan that makes pictures of the inside of your body."),
    ("NICE", "The people who say which medicines and care are good."),
];

/// Every acronym of a text that is not explained.
pub fn check(text: &Text, found: &mut Vec<Finding>) {
    for sentence in text.sentences.iter().filter(|sentence| !sentence.shouts()) {
        for token in sentence.tokens.iter().filter(|token| token.sort == Sort::Word) {
            let bare = token.text.strip_suffix("'s").or_else(|| token.text.strip_suffix("’s"));
            let bare = bare.unwrap_or(token.text);
            let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
            let is_acronym = capitals > 1
                && bare.trim_end_matches('s').chars().all(|c| !c.is_lowercase())
                && bare.len() < 9;
            let says_nothing = !is_acronym
                || WORDS.contains(&bare)
                || text.is_known(&(token.at.start..token.at.start + bare.len()))
                || is_spelled_out(text, bare);
            if says_nothing || roman(bare) {
                continue;
            }
            let known = KNOWN.iter().find(|(letters, _)| *letters == bare);
            let why =
                format!("Many people may not know what “{bare}” stands for. Say it in words.");
            let at = token.at.start..token.at.start + bare.len();
            let mut advice = finding(Rule::Acronym, Severity::Note, &at, why);
            advice.remedies.extend(known.map(|(letters, meaning)| Remedy {
                label: format!("Explain “{letters}”"),
                does: Does::Explain { word: bare.to_owned(), meaning: (*meaning).to_owned() },
            }));
            found.push(advice);
        }
    }
}

/// True where the text also has the words: "the National Health Service (NHS)", or says that it goes on
/// with the letters: "We say NHS for short".
fn is_spelled_out(text: &Text, letters: &str) -> bool {
    text.sentences.iter().any(|sentence| {
        let words: Vec<&Token> = sentence.tokens.iter().filter(|token| token.counts()).collect();
        (0..words.len()).any(|start| {
            stands_for(&words[start..], letters)
                || (words[start].text == letters
                    && words.get(start + 1).is_some_and(|word| word.is("for"))
                    && words.get(start + 2).is_some_and(|word| word.is("short")))
        })
    })
}

/// True when the words start with these letters, one after the other. Small words may have none.
fn stands_for(words: &[&Token], letters: &str) -> bool {
    let small = ["of", "and", "the", "for", "on", "in", "to", "a", "with"];
    let mut words = words.iter().filter(|word| word.text != letters).peekable();
    let first = |word: &Token| word.low.chars().next();
    letters.trim_end_matches('s').to_lowercase().chars().all(|letter| {
        while words.next_if(|word| word.is_one(&small) && first(word) != Some(letter)).is_some() {}
        words.next().is_some_and(|word| first(word) == Some(letter))
    })
}

/// True for "II" in "Elizabeth II".
fn roman(word: &str) -> bool {
    word.chars().all(|c| "IVX".contains(c))
}
