//! A survey with every kind of question, a condition, a section that is repeated, words from an
//! earlier answer, explained words, pictures, and two more languages.

use crate::making::Making;
use ask_together::model::draft::{Change, ChoicePart, Draft, Part, Place};
use ask_together::model::limit::Limit;
use ask_together::model::piping;
use ask_together::model::standard::NO;
use ask_together::model::survey::{Check, Kind, Language};

pub fn draft() -> Draft {
    let mut m = Making::new(2, "Your week");
    m.says(Place::Welcome, "We want to know how your week is.\nYour answers help us plan.");
    m.says(Place::WhoSees, "Only the Together Group will see your answers.");
    m.says(Place::After, "We read all answers. We tell you what we will do by the summer.");
    m.explains("support worker", "A support worker is paid to help you.");
    let consent = m.asks(Kind::Consent, "Do you want to take part?", &[]);
    m.says(Place::Hint(consent), "You can stop at any time. Your support will not change.");
    m.asks(Kind::Information, "About this survey", &[]);
    let name = m.asks(Kind::ShortText, "What is your first name?", &[]);
    m.sets(name, Part::Personal(true));
    let likes = m.asks(Kind::YesNo, "Do you like your support worker?", &[]);
    m.says(Place::Hint(likes), "Your support worker helps you at home.");
    m.sets(likes, Part::Picture("1F5E3".into()));
    let why = m.asks(Kind::LongText, "What could be better?", &[]);
    m.only_if(why, likes, Check::Is(NO));
    let text = [piping::mark(name).as_str(), ", where do you live?"].concat();
    let home = m.asks(Kind::OneChoice, &text, &["In my own home", "With my family"]);
    m.sets(home, Part::Other(true));
    let help = m.asks(
        Kind::ManyChoices,
        "What do you get help with?",
        &["Washing", "Cooking", "Money", "None of these"],
    );
    m.sets(help, Part::Most(Some(Limit(2))));
    let none = m.choice(help, 3);
    m.sets_choice(help, none, ChoicePart::Alone(true));
    m.asks(Kind::Faces3, "How is your home?", &[]);
    m.asks(Kind::Faces5, "How is your health?", &[]);
    let food = m.asks(Kind::OnePicture, "What do you like to eat?", &["Apples", "Bread", "Cake"]);
    for (place, picture) in ["1F34E", "1F35E", "1F370"].into_iter().enumerate() {
        let choice = m.choice(food, place);
        m.sets_choice(food, choice, ChoicePart::Picture(picture.into()));
    }
    m.asks(Kind::ManyPictures, "How do you travel?", &["Bus", "Train", "On foot"]);
    m.asks(Kind::EitherOr, "Which do you like more?", &["A day at home", "A day out"]);
    m.asks(Kind::Ranking, "What matters most to you?", &["Friends", "Family", "Work"]);
    m.asks(Kind::Sorting, "How are these going?", &["Food", "Sleep", "Friends"]);
    let people = m.asks(Kind::Number, "How many people live with you?", &[]);
    m.sets(people, Part::Least(Some(Limit(0))));
    m.sets(people, Part::Most(Some(Limit(2_000))));
    m.asks(Kind::Date, "When did you last see a doctor?", &[]);
    m.asks(Kind::Month, "When did you move in?", &[]);
    m.asks(Kind::About, "When did you last have a day out?", &[]);
    let section = m.asks(Kind::Section, "A person in your home", &[]);
    m.sets(section, Part::Repeat(Some(people)));
    let who = m.asks(Kind::ShortText, "What is their first name?", &[]);
    let text = ["Does ", &piping::mark(who), " help you?"].concat();
    m.asks(Kind::YesNo, &text, &[]);
    m.asks(Kind::Section, "The end", &[]);
    m.asks(Kind::LongText, "What else do you want to say?", &[]);

    let arabic = Language::parse("ar").expect("a tag");
    m.does(Change::AddLanguage(arabic));
    m.translates(arabic, Place::Title, "أسبوعك");
    m.translates(arabic, Place::Question(consent), "هل تريد المشاركة؟");
    m.translates(arabic, Place::Question(likes), "هل يعجبك عامل الدعم؟");
    m.does(Change::AddLanguage(Language::WELSH));
    m.translates(Language::WELSH, Place::Title, "Eich wythnos");
    m.translates(Language::WELSH, Place::Question(consent), "Ydych chi eisiau cymryd rhan?");
    m.0
}
