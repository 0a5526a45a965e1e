//! What clashes, in words: which thing two people changed, and what each of them would have. In the
//! words that the editor uses, so that people know it again: a number as it was typed, a condition
//! as its sentence, a place as what it comes after.
//!
//! Values of the model come in, texts come out. Absent: the buttons (see `settle`), and what
//! languages are called, which the browser knows.

use crate::model::draft::{ChoicePart, Content, Item, Part, Place, Position, Thing, Value};
use crate::model::id::{ChoiceId, QuestionId};
use crate::model::limit::Limit;
use crate::model::media::{self, MediaKind};
use crate::model::photo::is_photo;
use crate::model::pictures;
use crate::model::review::Says;
use crate::model::standard;
use crate::model::survey::{Condition, Kind, Language};
use crate::model::words::Words;
use crate::organiser::editor::{called, marks, sentence};
use crate::organiser::words;

/// What the words are about: the draft, what the app itself says, and what languages are called.
#[derive(Clone, Copy)]
pub struct Clash<'a> {
    pub content: &'a Content,
    pub app: &'a Words,
    pub language: &'a dyn Fn(Language) -> String,
}

/// Most characters of a question in the title of a card.
const LONGEST: usize = 80;

impl Clash<'_> {
    /// What two people changed: "Question 3 “How many?”: Largest number".
    pub fn title(&self, thing: Thing) -> String {
        let of = |id: QuestionId, what: &str| format!("{}: {what}", self.question(id));
        let of_choice = |id: QuestionId, choice: ChoiceId, what: &str| {
            format!("{}: {what} of {}", self.question(id), self.choice(id, choice))
        };
        match thing {
            Thing::Text(language, place) => {
                let title = self.place(place);
                match language {
                    Some(language) => format!("{title}, in {}", (self.language)(language)),
                    None => title,
                }
            }
            Thing::Kind(id) => of(id, "How people answer"),
            Thing::Place(id) => of(id, "where it stands"),
            Thing::Picture(id) => of(id, "the picture"),
            Thing::ShowIf(id) => of(id, "When to ask this"),
            Thing::Repeat(id) => of(id, "How many times to ask this section"),
            Thing::Other(id) => of(id, words::LET_OTHER),
            Thing::Personal(id) => of(id, words::LET_NOT_SAY),
            Thing::Least(id) | Thing::Most(id) => {
                let counts = self.kind(id) != Some(Kind::Number);
                let (all, least, most) = words::limits(counts);
                let end = if matches!(thing, Thing::Least(_)) { least } else { most };
                of(id, &if counts { format!("{all} {end}") } else { end.to_owned() })
            }
            Thing::ChoicePlace(id, choice) => of_choice(id, choice, "the place"),
            Thing::ChoicePicture(id, choice) => of_choice(id, choice, "the picture"),
            Thing::Alone(id, choice) => of(id, &self.unticks(id, choice)),
            Thing::Language => "The language that the survey is written in".to_owned(),
            Thing::Decision(note) => {
                let said = self.content.making.notes.get(note).map(|note| said(&note.says));
                match said.filter(|said| !said.is_empty()) {
                    Some(said) => format!(
                        "What you decided about the note {said}",
                        said = words::quoted(&said)
                    ),
                    None => "What you decided about a note".to_owned(),
                }
            }
            Thing::Step => "How people took part".to_owned(),
            Thing::Name(id) => of(id, "the name in other programs"),
            Thing::Apart(id) => of(id, words::KEEP_APART),
            Thing::Media(id) => of(id, "Sound or video"),
            Thing::Code(id, choice) => of_choice(id, choice, "the code in other programs"),
            Thing::SendTo => "Where answers go".to_owned(),
            Thing::Closes => "The last day for answers".to_owned(),
            Thing::KeepUntil => words::KEEP_UNTIL.to_owned(),
            Thing::Logo => "The logo".to_owned(),
            Thing::LeftOut(word) => {
                format!("{}: whether it is left out", words::of_first_page(Place::Said(word)))
            }
        }
    }

    /// What each side would have. No two say the same.
    pub fn sides<'a>(&self, thing: Thing, values: impl Iterator<Item = &'a Value>) -> Vec<String> {
        let said: Vec<String> = values.map(|value| self.value(thing, value)).collect();
        let number = |(at, text): (usize, &String)| {
            let is_same = said.iter().filter(|other| *other == text).count() > 1;
            if is_same { format!("{text} ({})", at + 1) } else { text.clone() }
        };
        said.iter().enumerate().map(number).collect()
    }

    fn value(&self, thing: Thing, value: &Value) -> String {
        match value {
            Value::Text(text) => self.text(thing, text),
            Value::Kind(kind) => words::kind(*kind).to_owned(),
            Value::Position(position) => self.position(thing, position),
            Value::Part(Part::Picture(name)) => picture(name, "No picture"),
            Value::ChoicePart(ChoicePart::Picture(name)) => picture(name, self.no_picture(thing)),
            Value::Part(Part::Name(text)) | Value::ChoicePart(ChoicePart::Code(text)) => {
                words::or(text, "None")
            }
            Value::Part(Part::Apart(is)) => yes_no(words::KEEP_APART, *is),
            Value::Part(Part::Media(name)) => match media::kind_of(name) {
                None => "No sound or video",
                Some(MediaKind::Sound) => "A sound",
                Some(MediaKind::Video) => "A video",
            }
            .to_owned(),
            Value::SendTo(ways) => {
                let ways: Vec<String> = ways.iter().map(words::send_to).collect();
                words::or(&ways.join(", then "), "Not said")
            }
            Value::Day(day) => day.map_or_else(|| "No last day".to_owned(), words::day),
            Value::Picture(name) => picture(name, "No picture"),
            Value::LeftOut(is) => yes_no(words::LEAVE_OUT, *is),
            Value::Part(Part::Other(is)) => yes_no(words::LET_OTHER, *is),
            Value::Part(Part::Personal(is)) => yes_no(words::LET_NOT_SAY, *is),
            Value::ChoicePart(ChoicePart::Alone(is)) => match thing {
                Thing::Alone(id, choice) => yes_no(&self.unticks(id, choice), *is),
                _ => yes_no("", *is),
            },
            Value::Part(Part::Least(limit) | Part::Most(limit)) => self.limit(thing, *limit),
            Value::Part(Part::ShowIf(condition)) => self.condition(condition),
            Value::Part(Part::Repeat(None)) => "Once".to_owned(),
            Value::Part(Part::Repeat(Some(source))) => {
                format!("As many times as {} says", self.question(*source))
            }
            Value::Language(language) => (self.language)(*language),
            Value::Verdict(verdict, reason) => {
                format!("{} {reason}", words::verdict(*verdict)).trim_end().to_owned()
            }
            Value::Step(step) => {
                let found = words::STEPS.iter().find(|(known, ..)| Some(*known) == *step);
                found.map_or("Not said".to_owned(), |(_, name, what)| format!("{name}. {what}"))
            }
        }
    }

    /// "Question 3 “How many?”", "Section “Your home”".
    pub fn question(&self, id: QuestionId) -> String {
        let text = self.content.text(Place::Question(id)).unwrap_or_default();
        let text = words::or(&marks::show(self.content, text), words::NO_WORDS);
        match called::name(self.content, id) {
            Some(name) => format!("{name} {}", words::quoted(&words::short(&text, LONGEST))),
            None => "A question that is gone".to_owned(),
        }
    }

    /// What was deleted. `words` are its own, as it would come back.
    pub fn deleted(&self, item: Item, words: &str) -> String {
        let shown = marks::show(self.content, words);
        let shown = words::short(&words::or(&shown, words::NO_WORDS), LONGEST);
        match item {
            Item::Question(_) => {
                format!("The question {shown} was deleted", shown = words::quoted(&shown))
            }
            Item::Choice(id, _) => {
                format!(
                    "{}: the choice {shown} was deleted",
                    self.question(id),
                    shown = words::quoted(&shown)
                )
            }
            Item::Meaning(_) => {
                format!("The hard word {shown} was deleted", shown = words::quoted(&shown))
            }
            Item::Language(language) => {
                format!("The words in {} were deleted", (self.language)(language))
            }
        }
    }

    fn kind(&self, id: QuestionId) -> Option<Kind> {
        self.content.question(id).map(|question| question.kind)
    }

    /// "choice 2 “Tea”".
    fn choice(&self, question: QuestionId, choice: ChoiceId) -> String {
        let number = match self.choice_number(question, choice) {
            Some(number) => format!("choice {number}"),
            None => "a choice".to_owned(),
        };
        match sentence::choice(self.content, self.app, question, choice) {
            Some(says) if says != number => format!("{number} {says}", says = words::quoted(&says)),
            _ => number,
        }
    }

    fn choice_number(&self, question: QuestionId, choice: ChoiceId) -> Option<usize> {
        let question = self.content.question(question)?;
        question.offered().position(|other| other.id == choice).map(|place| place + 1)
    }

    fn unticks(&self, question: QuestionId, choice: ChoiceId) -> String {
        let number = self.choice_number(question, choice).unwrap_or_default();
        format!("If choice {number} is ticked, clear the rest")
    }

    fn place(&self, place: Place) -> String {
        let of = |id: QuestionId, what: &str| format!("{}: {what}", self.question(id));
        let word = |id| {
            let word = self.content.text(Place::Word(id)).unwrap_or_default();
            words::or(word, "not written yet")
        };
        match place {
            Place::Question(id) => of(id, "the words"),
            Place::Hint(id) => of(id, "Help text"),
            Place::Choice(id, choice) => {
                of(id, &format!("the words of {}", self.choice(id, choice)))
            }
            Place::PictureAlt(id) => of(id, "What the picture shows"),
            Place::MediaWords(id) => of(id, "What the sound or video says"),
            Place::Pile(id, at) => of(id, &format!("Place {} for cards", at + 1)),
            Place::Word(id) => format!("The hard word {}", words::quoted(&word(id))),
            Place::Meaning(id) => format!("What the hard word {} means", words::quoted(&word(id))),
            Place::Own(word) => format!("What the app says for “{}”", self.app.say(word)),
            _ => words::of_first_page(place).to_owned(),
        }
    }

    fn text(&self, thing: Thing, text: &str) -> String {
        if !text.trim().is_empty() {
            return words::quoted(&marks::show(self.content, text));
        }
        match self.stands_in(thing) {
            Some(own) => format!("The words of the app: {own}", own = words::quoted(&own)),
            None => "Nothing is written".to_owned(),
        }
    }

    /// What the app says where people leave a text empty.
    fn stands_in(&self, thing: Thing) -> Option<String> {
        let Thing::Text(None, place) = thing else { return None };
        let says = match place {
            Place::Choice(id, choice) => standard::says(choice, self.kind(id)?, self.app),
            Place::Pile(id, at) => {
                self.content.question(id)?;
                let empty = crate::model::survey::Question::empty(id, Kind::Sorting, Vec::new());
                return Some(empty.pile(usize::from(at), self.app).to_owned());
            }
            _ => "",
        };
        (!says.is_empty()).then(|| says.to_owned())
    }

    fn no_picture(&self, thing: Thing) -> &'static str {
        match thing {
            Thing::ChoicePicture(_, choice) if standard::is_standard(choice) => {
                "The picture of the app"
            }
            _ => "No picture",
        }
    }

    /// What it would come after, as the others stand now.
    fn position(&self, thing: Thing, position: &Position) -> String {
        match thing {
            Thing::Place(id) => match self.content.question_before(id, position) {
                Some(before) => format!("After {}", self.question(before)),
                None => "Before all other questions".to_owned(),
            },
            Thing::ChoicePlace(id, choice) => {
                match self.content.choice_before(id, choice, position) {
                    Some(before) => format!("After {}", self.choice(id, before)),
                    None => "Before all other choices".to_owned(),
                }
            }
            _ => String::new(),
        }
    }

    fn limit(&self, thing: Thing, limit: Option<Limit>) -> String {
        let (Some(limit), Thing::Least(id) | Thing::Most(id)) = (limit, thing) else {
            return "No limit".to_owned();
        };
        match self.kind(id) {
            Some(Kind::Number) => limit.number().shown(),
            _ => words::count(
                usize::try_from(limit.count()).unwrap_or_default(),
                "choice",
                "choices",
            ),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let name = |id| self.question(id);
        let only_if = sentence::only_if_named(self.content, self.app, condition, &name);
        only_if.unwrap_or_else(|| "Always".to_owned())
    }
}

/// The code of the picture that a value is.
pub fn picture_of(value: &Value) -> Option<&str> {
    match value {
        Value::Part(Part::Picture(name))
        | Value::ChoicePart(ChoicePart::Picture(name))
        | Value::Picture(name) => Some(name).filter(|name| !name.is_empty()).map(String::as_str),
        _ => None,
    }
}

fn picture(name: &str, none: &str) -> String {
    match pictures::name(name) {
        _ if name.is_empty() => none.to_owned(),
        Some(shows) => shows.to_owned(),
        None if is_photo(name) => "A photo of your own".to_owned(),
        None => "A picture that this page does not know".to_owned(),
    }
}

fn yes_no(label: &str, is: bool) -> String {
    format!("{label}: {}", if is { "yes" } else { "no" })
}

/// The words of a note, as far as it has any.
fn said(says: &Says) -> String {
    let text = match says {
        Says::HardWord(text)
        | Says::Wording(text)
        | Says::Choice(text)
        | Says::Question(text)
        | Says::Free(text)
        | Says::Reply(_, text)
        | Says::Meaning(_, text) => text.as_str(),
        Says::Picture(name) => return picture(name, ""),
        Says::Nothing | Says::Ease(_) => "",
    };
    words::short(text.trim(), LONGEST)
}
