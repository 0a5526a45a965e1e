//! What each rule of the advice teaches: why it is there, one better example, and when that is said of its own
//! accord: the first time that the rule shows to a person, and later only when they ask.
//!
//! Absent: the rules themselves and their sources (see [`Rule`]), and where it is remembered.

use super::draft::Place;
use super::easy_read::Rule;
use std::collections::BTreeSet;

/// What makes it hard for people.
pub fn because(rule: Rule) -> &'static str {
    match rule {
        Rule::LongSentence => "People lose the start of a long sentence before they reach its end.",
        Rule::TwoIdeas => "Each idea takes time to understand. One at a time is easier.",
        Rule::HardWord => "A word that people do not know can hide what the whole sentence means.",
        Rule::Passive => "It is easier to understand when the words say who does it.",
        Rule::Negative => "People can miss a small word like “not”. Then it means the opposite.",
        Rule::Idiom => "Many people read words just as they are written.",
        Rule::BigNumber => "Big numbers are hard to picture.",
        Rule::NumberInWords => "Many people find 3 quicker to read than three.",
        Rule::Acronym => "People may not know what the letters stand for.",
        Rule::Jargon => {
            "These are words of people who work in care. Other people may not know them."
        }
        Rule::TwoNames => "People may think that 2 names are 2 things.",
        Rule::Nested => "A part in the middle breaks up the sentence.",
        Rule::TwoQuestions => "There are 2 questions and 1 answer. Which one is it for?",
        Rule::Leading => "Many people give the answer that they think you want.",
        Rule::AgreeDisagree => {
            "Many people say that they agree, to be kind. It is easier to answer a plain question."
        }
        Rule::ToWhatExtent => "It is hard to say how much of something there is.",
        Rule::TimeSpan => "It is hard to remember how often things happened, or how long ago.",
        Rule::TooManyChoices => {
            "It is hard to keep many choices in mind. People often pick the last one."
        }
        Rule::Overlapping => "When 2 choices fit, people do not know which one to pick.",
        Rule::Unbalanced => {
            "With more good choices than bad ones, the answers look better than they are."
        }
        Rule::NoNotSure => "People who do not know have to guess. Then the answers are wrong.",
        Rule::NoPicture => "A picture helps many people to see what the words are about.",
        Rule::HardSentence => "Long words and words that people seldom hear make a sentence hard.",
        Rule::TooLong => "When people have to scroll, they can miss the end.",
    }
}

/// How something is written that the rule finds, and a better way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What people write.
    pub instead_of: &'static str,
    /// What to write or do.
    pub better: &'static str,
}

/// One example for a rule.
pub fn example(rule: Rule) -> Example {
    let (instead_of, better) = match rule {
        Rule::LongSentence => (
            "Tell us what you think about the food at the day centre so that we can make it better for you \
             and for everybody else.",
            "Tell us what you think about the food. We want to make it better.",
        ),
        Rule::TwoIdeas => (
            "We read your answers and we tell the manager and she decides.",
            "We read your answers. We tell the manager. She decides.",
        ),
        Rule::HardWord => ("Do you have sufficient support?", "Do you have enough support?"),
        Rule::Passive => ("Your room was cleaned.", "The staff cleaned your room."),
        Rule::Negative => ("Do not forget to press Send.", "Remember to press Send."),
        Rule::Idiom => {
            ("Are you over the moon with your flat?", "Are you very happy with your flat?")
        }
        Rule::BigNumber => ("75% of people like the café.", "3 out of 4 people like the café."),
        Rule::NumberInWords => ("The bus comes at seven.", "The bus comes at 7."),
        Rule::Acronym => ("Do you know your MDT?", "Do you know your health team?"),
        Rule::Jargon => ("Tell us about your care pathway.", "Tell us about the help you get."),
        Rule::TwoNames => (
            "Ask your carer. Your support worker can help.",
            "Ask your carer. Your carer can help.",
        ),
        Rule::Nested => {
            ("Your plan (the one from May) is here.", "Your plan is here. It is the one from May.")
        }
        Rule::TwoQuestions => {
            ("Are the staff kind and quick?", "Are the staff kind? Then ask: Are the staff quick?")
        }
        Rule::Leading => ("Don’t you like the new garden?", "Do you like the new garden?"),
        Rule::AgreeDisagree => ("Do you agree that the food is good?", "Is the food good?"),
        Rule::ToWhatExtent => ("To what extent do you feel safe?", "Do you feel safe?"),
        Rule::TimeSpan => {
            ("How often did you go out in the last year?", "Did you go out this week?")
        }
        Rule::TooManyChoices => {
            ("A list of 8 sports.", "The 4 sports that most people play, and “Something else”.")
        }
        Rule::Overlapping => ("18 to 30, 30 to 50", "18 to 30, 31 to 50"),
        Rule::Unbalanced => ("Very good, good, quite good, bad", "Good, OK, bad"),
        Rule::NoNotSure => ("Yes, no", "Yes, no, I am not sure"),
        Rule::NoPicture => (
            "A question about the bus with no picture.",
            "The same question with a picture of a bus.",
        ),
        Rule::HardSentence => ("Which sessions interest you most?", "What do you like to do?"),
        Rule::TooLong => (
            "One question with help text of 10 lines.",
            "A page of its own to explain it, and then a short question.",
        ),
    };
    Example { instead_of, better }
}

/// Most rules that are taught at a time: whoever opens a draft with many faults is not to be lectured.
pub const MOST_AT_ONCE: usize = 2;

/// Milliseconds after which what shows counts as read. Half-typed words come and go sooner.
pub const GLANCE: u64 = 3_000;

/// Which rules were taught to a person, and which are being taught now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lessons {
    taught: BTreeSet<Rule>,
    now: Vec<Lesson>,
    /// What was remembered that this version knows no rule for: of a newer one. It is remembered on.
    unknown: Vec<String>,
}

/// A rule that is being taught: where it shows first, and there alone, until the person moves on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lesson {
    rule: Rule,
    place: Place,
    words: String,
    /// Since when, in milliseconds since 1970.
    since: u64,
}

impl Lessons {
    /// What a browser remembers: numbers of rules with spaces between.
    pub fn read(text: &str) -> Lessons {
        let mut lessons = Lessons::default();
        for word in text.split_whitespace() {
            let rule = word.parse::<usize>().ok().and_then(|number| Rule::ALL.get(number));
            match rule {
                Some(rule) => _ = lessons.taught.insert(*rule),
                None => lessons.unknown.push(word.to_owned()),
            }
        }
        lessons
    }

    /// What the browser is to remember.
    pub fn write(&self) -> String {
        let numbers = self.taught.iter().map(|rule| (*rule as usize).to_string());
        numbers.chain(self.unknown.iter().cloned()).collect::<Vec<_>>().join(" ")
    }

    /// Takes in what was remembered elsewhere: in another tab.
    pub fn join(&mut self, other: Lessons) {
        self.taught.extend(other.taught);
        let new: Vec<String> =
            other.unknown.into_iter().filter(|word| !self.unknown.contains(word)).collect();
        self.unknown.extend(new);
    }

    /// Whether a rule is taught where it shows about these words. The first time it is, and from then on it
    /// counts as taught. Says too whether there is something new to remember.
    pub fn teaches(&mut self, rule: Rule, place: Place, words: &str, at: u64) -> (bool, bool) {
        if let Some(lesson) = self.now.iter_mut().find(|lesson| lesson.rule == rule) {
            // While a person types, the words change and stay in their place.
            let is_here = lesson.place == place && is_grown(&lesson.words, words);
            if is_here {
                words.clone_into(&mut lesson.words);
            }
            return (is_here, false);
        }
        if self.taught.contains(&rule) || self.now.len() >= MOST_AT_ONCE {
            return (false, false);
        }
        self.taught.insert(rule);
        self.now.push(Lesson { rule, place, words: words.to_owned(), since: at });
        (true, true)
    }

    /// What shows in a place has changed: these are the rules that are still there. Comes back with those that
    /// went before anybody could read why: they are taught another time.
    pub fn still(&mut self, place: Place, shown: &[Rule], at: u64) -> Vec<Rule> {
        let is_gone = |lesson: &Lesson| lesson.place == place && !shown.contains(&lesson.rule);
        let unread = |lesson: &&Lesson| is_gone(lesson) && at.saturating_sub(lesson.since) < GLANCE;
        let unread: Vec<Rule> = self.now.iter().filter(unread).map(|lesson| lesson.rule).collect();
        self.now.retain(|lesson| !is_gone(lesson));
        self.forget(&unread);
        unread
    }

    /// These are to be taught once more.
    pub fn forget(&mut self, rules: &[Rule]) {
        self.taught.retain(|rule| !rules.contains(rule));
    }

    /// The person closed it: from now on it is only there for who asks.
    pub fn close(&mut self, rule: Rule) {
        self.now.retain(|lesson| lesson.rule != rule);
    }

    /// The person moved on.
    pub fn move_on(&mut self) {
        self.now.clear();
    }
}

fn is_grown(old: &str, new: &str) -> bool {
    old.contains(new) || new.contains(old)
}
