//! What the fields of a survey's first page are called, in the editor and wherever else they are named.

use super::draft::Place;
use super::words::Word;

/// What a field of the first page is called. Empty for any other.
pub fn of_first_page(place: Place) -> &'static str {
    match place {
        Place::Title => "Title",
        Place::Organisation => "Who is asking?",
        Place::Welcome => "What is it for?",
        Place::WhoSees => "Who will see the answers?",
        Place::After => "What happens next?",
        Place::Privacy => "How do you look after the answers?",
        Place::PrivacyLink => "Link to your privacy notice",
        Place::AskWho => "Who can people ask?",
        Place::LogoAlt => "What does your logo show?",
        Place::Said(Word::YouChoose) => "That people do not have to answer",
        Place::Said(Word::HelpIsFine) => "That somebody can help",
        Place::Said(Word::Help) => "The last question: did somebody help?",
        _ => "",
    }
}
