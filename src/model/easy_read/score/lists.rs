//! The words that the sum counts. Absent: how much they weigh, see [`weights`](super::weights), and words that are hard
//! in themselves, which stand in the lists of [`words`](crate::model::easy_read::words).

/// Words that hang one thing on another.
pub const PREPOSITIONS: [&str; 29] = [
    "of",
    "in",
    "for",
    "with",
    "on",
    "at",
    "by",
    "from",
    "about",
    "into",
    "through",
    "during",
    "between",
    "under",
    "against",
    "within",
    "without",
    "towards",
    "upon",
    "across",
    "among",
    "behind",
    "beyond",
    "per",
    "via",
    "regarding",
    "to",
    "amongst",
    "concerning",
];

/// What easy sentences often start with.
pub const STARTS: [&str; 8] = ["you", "we", "this", "people", "it", "they", "i", "there"];

/// People and things, said plainly.
pub const PEOPLE: [&str; 5] = ["people", "person", "someone", "things", "thing"];

/// Words that tie parts of a text together, or hedge. People write them more than they say them, and a short sentence does
/// without.
pub const LINKS: [&str; 41] = [
    "any",
    "such",
    "further",
    "including",
    "regarding",
    "following",
    "overall",
    "however",
    "therefore",
    "those",
    "whether",
    "whilst",
    "while",
    "upon",
    "due",
    "various",
    "certain",
    "particular",
    "prior",
    "as",
    "rather",
    "even",
    "either",
    "although",
    "though",
    "unless",
    "despite",
    "well",
    "been",
    "just",
    "so",
    "also",
    "instead",
    "already",
    "quite",
    "really",
    "whatever",
    "much",
    "within",
    "per",
    "across",
];

/// Plain words that people say all day.
pub const PLAIN: [&str; 22] = [
    "get",
    "want",
    "tell",
    "make",
    "say",
    "talk",
    "give",
    "keep",
    "call",
    "called",
    "should",
    "might",
    "hard",
    "some",
    "these",
    "different",
    "bad",
    "something",
    "because",
    "money",
    "job",
    "lots",
];

/// How words end that are written short: readers have to fill in what is left out.
pub const SHORT_FORMS: [&str; 6] = ["n't", "'ll", "'re", "'ve", "'d", "'m"];

/// How a sentence says what something means.
pub const MEANS: [&str; 9] = [
    "means",
    "is when",
    "are when",
    "is someone who",
    "is a person who",
    "is called",
    "are called",
    "is where",
    "stands for",
];
