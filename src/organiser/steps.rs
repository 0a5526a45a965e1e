//! What the organiser's program says about steps: what somebody did, and when.

use super::words::{self, of_first_page, short};
use crate::browser::clock;
use crate::model::draft::{CameIn, Content, Did, Draft, Named, Place, Spoken};
use crate::model::plain_text::isolated;
use crate::model::survey::Kind;
use crate::organiser::editor::marks;
use crate::organiser::languages::names::english_name;
use crate::organiser::results::day;

/// The longest text that stands in the name of a step, in letters.
const LONGEST: usize = 50;

/// What a step did: "Deleted question 3 “Do you like tea?”".
pub fn long(content: &Content, did: &Did) -> String {
    // Marks for earlier answers show with the numbers of now.
    name(did, &|text| marks::show(content, text))
}

/// The same without the words that somebody wrote, which may still grow.
pub fn brief(did: &Did) -> String {
    match did {
        Did::Wrote { place, .. } => format!("Wrote {}", of_place(place)),
        did => name(did, &str::to_owned),
    }
}

fn name(did: &Did, show: &dyn Fn(&str) -> String) -> String {
    let quoted = |text: &str| quoted(&show(text));
    let full = |named: &Named| match named.text.trim() {
        "" => plain(named),
        text => format!("{} {}", plain(named), quoted(text)),
    };
    let choice = |text: &str, of: &Named| match text.trim() {
        "" => format!("a choice of {}", plain(of)),
        text => format!("the choice {} of {}", quoted(text), plain(of)),
    };
    let picture = |what: String, taken_away: &bool| match taken_away {
        true => format!("Removed the picture of {what}"),
        false => format!("Picked a picture for {what}"),
    };
    let with = |start: &str, text: &str| match text.trim() {
        "" => start.to_owned(),
        text => format!("{start} {}", quoted(text)),
    };
    match did {
        Did::Wrote { place, language, text } => {
            let place = of_place(place);
            let place = match language {
                Some(language) => format!("the {} words of {place}", english_name(*language)),
                None => place,
            };
            match text.trim() {
                "" => format!("Cleared {place}"),
                text => format!("Wrote {place}: {}", quoted(text)),
            }
        }
        Did::Added(named) => format!("Added {}", full(named)),
        Did::AddedMany(count) => format!("Added {count} questions"),
        Did::Deleted(named) => format!("Deleted {}", full(named)),
        Did::DeletedMany(count) => format!("Deleted {count} questions"),
        Did::Moved(named) => format!("Moved {}", full(named)),
        Did::ChangedKind(named) => format!("Changed the type of {}", full(named)),
        Did::Pictured { of, taken_away } => picture(full(of), taken_away),
        Did::PicturedChoice { of, choice: text, taken_away } => {
            picture(choice(text, of), taken_away)
        }
        Did::AddedChoices(named, 1) => format!("Added a choice to {}", full(named)),
        Did::AddedChoices(named, count) => format!("Added {count} choices to {}", full(named)),
        Did::MovedChoice(named, text) => format!("Moved {}", choice(text, named)),
        Did::DeletedChoice(named, text) => format!("Removed {}", choice(text, named)),
        Did::ChangedWhen(named) => format!("Changed the rule for {}", full(named)),
        Did::ChangedQuestion(named) => format!("Changed {}", full(named)),
        Did::AddedWord(word) => with("Added a hard word", word),
        Did::DeletedWord(word) => with("Removed a hard word", word),
        Did::SetLanguage(language) => {
            format!("Changed the main language to {}", english_name(*language))
        }
        Did::AddedLanguage(language) => format!("Added {}", english_name(*language)),
        Did::DeletedLanguage(language) => format!("Removed {}", english_name(*language)),
        Did::SetAside => "Dismissed a suggestion".to_owned(),
        Did::BroughtBack => "Brought a suggestion back".to_owned(),
        Did::AddedReaderCheck(who) => with("Recorded who checked it:", who),
        Did::DeletedReaderCheck(who) => with("Removed the record of who checked it:", who),
        Did::NamedVersion(name) => with("Saved a version:", name),
        // Whoever takes in a draft must see where it would send people's answers.
        Did::SetSendTo(ways) if ways.is_empty() => "Cleared where answers go".to_owned(),
        Did::SetSendTo(ways) => {
            let ways: Vec<String> = ways.iter().map(words::send_to).collect();
            format!("Changed where answers go: {}", ways.join(", "))
        }
        Did::SetCloses(None) => "Removed the closing date".to_owned(),
        Did::SetCloses(Some(last)) => {
            format!("Changed the closing date to {}", words::day(*last))
        }
        Did::SetLogo { taken_away: true } => "Removed the logo".to_owned(),
        Did::SetLogo { taken_away: false } => "Picked a logo".to_owned(),
        Did::LeftOut(word, true) => format!("Left out: {}", of_first_page(Place::Said(*word))),
        Did::LeftOut(word, false) => format!("Put back: {}", of_first_page(Place::Said(*word))),
        Did::SetKeepUntil(None) => "Removed until when answers are kept".to_owned(),
        Did::SetKeepUntil(Some(last)) => {
            format!("Changed until when answers are kept: {}", words::day(*last))
        }
        Did::Published(version) => format!("Published as version {version}"),
        Did::Recorded => "Added to the record of how it was made".to_owned(),
        Did::WentBack(at) => format!("Restored how it was {}", when(*at)),
        Did::Many(0) => "Changed something that has since gone".to_owned(),
        Did::Many(count) => format!("Changed {count} things"),
        Did::Undid(Some(did)) => format!("Undone: {}", name(did, show)),
        Did::Redid(Some(did)) => format!("Redone: {}", name(did, show)),
        Did::Undid(None) => "Undone".to_owned(),
        Did::Redid(None) => "Redone".to_owned(),
    }
}

/// What words belong to.
fn of_place(place: &Spoken) -> String {
    let (place, of) = match place {
        Spoken::Survey(place) => (place, "a question".to_owned()),
        Spoken::Question(place, named) => (place, plain(named)),
    };
    match place {
        Place::Title => "the title".to_owned(),
        Place::Organisation => "who is asking".to_owned(),
        Place::Welcome => "what it is for".to_owned(),
        Place::WhoSees => "who will see the answers".to_owned(),
        Place::After => "what happens next".to_owned(),
        Place::Question(_) => of,
        Place::Hint(_) => format!("the help text of {of}"),
        Place::Choice(..) => format!("a choice of {of}"),
        Place::PictureAlt(_) => format!("the picture description of {of}"),
        Place::MediaWords(_) => format!("what the sound or video of {of} says"),
        Place::Pile(..) => format!("a place of {of}"),
        Place::Word(_) => "a hard word".to_owned(),
        Place::Meaning(_) => "what a hard word means".to_owned(),
        Place::Own(_) | Place::Said(_) => "the app’s own words".to_owned(),
        Place::Privacy => "how you look after the answers".to_owned(),
        Place::PrivacyLink => "the link to your privacy notice".to_owned(),
        Place::AskWho => "who people can ask".to_owned(),
        Place::LogoAlt => "what the logo shows".to_owned(),
    }
}

/// A question without its words: "question 3".
fn plain(named: &Named) -> String {
    match (named.number, named.kind) {
        (Some(number), _) => format!("question {number}"),
        (None, Kind::Section) => "the section".to_owned(),
        (None, _) => "the page".to_owned(),
    }
}

/// A text in quotation marks. A long one is cut between two words.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = short(&text, LONGEST);
    let cut = match cut.strip_suffix('…') {
        Some(start) if cut != text => match start.rsplit_once(' ') {
            Some((words, _)) => format!("{words} …"),
            None => cut,
        },
        _ => cut,
    };
    format!("“{}”", isolated(&cut))
}

/// When, for the middle of a sentence: "today at 09:05", "on 3 November 2026 at 14:12".
pub fn when(at: u64) -> String {
    let time = clock::time(at);
    match clock::days_ago(at) {
        0 => format!("today at {time}"),
        _ => format!("on {} at {time}", day(at)),
    }
}

/// When, for a line of its own: "Today 09:05", "3 November 2026 14:12".
pub fn time_line(at: u64) -> String {
    let time = clock::time(at);
    match clock::days_ago(at) {
        0 => format!("Today {time}"),
        _ => format!("{} {time}", day(at)),
    }
}

/// Each change that came in with a draft, in words.
pub fn came_in(came: &CameIn, draft: &Draft) -> Vec<String> {
    came.steps(draft).iter().map(|step| long(draft.content(), &step.did)).collect()
}
