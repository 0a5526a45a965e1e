//! The golden survey: every kind of question, and every other thing that a survey can have. Never
//! change it: add another beside it.

use crate::samples::keys;
use crate::support::{SURVEY, c, q};
use ask_together::model::id::Edition;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::piping::mark;
use ask_together::model::standard::{self, NO, OTHER, YES};
use ask_together::model::survey::{
    Check, Choice, Condition, Group, Kind, Language, Meaning, Notice, Question, SendTo, Survey,
    Test, Translation, Way,
};

fn choice(number: u32, text: &str, picture: &str) -> Choice {
    Choice { picture: picture.into(), ..Choice::new(c(number), text.into()) }
}

fn choices(numbers: [u32; 3], texts: [&str; 3]) -> Vec<Choice> {
    numbers.into_iter().zip(texts).map(|(number, text)| choice(number, text, "")).collect()
}

fn standard_choices(kind: Kind) -> Vec<Choice> {
    let own = standard::choices_of(kind).iter();
    own.map(|id| Choice { id: *id, ..choice(0, "", "") }).collect()
}

fn question(number: u32, kind: Kind, text: &str, hint: &str) -> Question {
    let (text, hint) = (text.to_owned(), hint.to_owned());
    Question { text, hint, ..Question::empty(q(number), kind, standard_choices(kind)) }
}

fn group(all: bool, tests: &[(u32, Check)]) -> Group {
    let test = |(number, check): &(u32, Check)| Test { question: q(*number), check: *check };
    Group { all, tests: tests.iter().map(test).collect() }
}

fn when(number: u32, check: Check) -> Condition {
    Condition { all: true, groups: vec![group(true, &[(number, check)])] }
}

fn send_to(way: Way, to: &str, name: &str) -> SendTo {
    SendTo { way, to: to.into(), name: name.into() }
}

pub fn survey() -> Survey {
    let mut tea = question(1, Kind::YesNo, "Do you like tea?", "");
    tea.choices[0].text = "Yes, a lot".into();
    let mut eats =
        question(10, Kind::ManyChoices, "What do you eat? هل تحب الشاي؟", "Tick all that fit.");
    eats.choices = choices([11, 300, 70_000], ["Cake 🍰", "Fruit", "תה"]);
    eats.choices.push(Choice { alone: true, ..choice(12, "None of these", "") });
    (eats.least, eats.most) = (Some(Limit(1)), Some(Limit(2)));
    let mut bread = question(13, Kind::OneChoice, "Which bread?", "");
    bread.choices = choices([14, 15, 16], ["White", "Brown", "Rye"]);
    (bread.other, bread.personal) = (true, true);
    bread.show_if = when(10, Check::IsNot(c(12)));
    let mut feels = question(17, Kind::Faces3, "How is the café?", "");
    (feels.picture, feels.picture_alt) = ("2615".into(), "A cup".into());
    (feels.name, feels.apart) = ("CAFE_FEEL".into(), true);
    feels.choices[0].code = "bad-1".into();
    let mut week = question(18, Kind::Faces5, "How is your week?", "");
    week.show_if = Condition {
        all: false,
        groups: vec![
            group(false, &[(1, Check::Is(YES)), (1, Check::IsNot(NO)), (13, Check::Is(OTHER))]),
            group(true, &[(13, Check::Answered), (10, Check::NotAnswered)]),
        ],
    };
    let mut drink = question(25, Kind::OnePicture, "Which drink?", "");
    drink.choices = vec![choice(26, "Tea", "1FAD6"), choice(27, "Milk", "1F95B")];
    let mut treats = question(30, Kind::ManyPictures, "Which treats?", "");
    treats.choices = vec![choice(31, "Ice", "1F366"), choice(32, "Pie", "1F967-FE0F")];
    treats.other = true;
    let mut seat = question(40, Kind::EitherOr, "Where do you sit?", "");
    seat.choices = vec![choice(41, "In", ""), choice(42, "Out", "")];
    let mut matters = question(50, Kind::Ranking, "What matters most?", "");
    matters.choices = choices([51, 52, 53], ["Price", "Taste", "Staff"]);
    let mut cards = question(60, Kind::Sorting, "How is it going?", "");
    cards.choices = choices([61, 62, 63], ["Food", "Music", "Chairs"]);
    cards.piles = vec!["Well".into(), String::new(), "Badly".into()];
    let mut town = question(20, Kind::ShortText, "What town do you live in?", "");
    town.personal = true;
    let mut friends = question(80, Kind::Number, "How many friends come too?", "");
    (friends.least, friends.most) = (Some(Limit(0)), Some(Limit(1_250)));
    let mut born = question(90, Kind::Date, "When were you born?", "");
    born.show_if = when(80, Check::MoreThan(Hundredths(-50)));
    let mut month = question(91, Kind::Month, "Which month did you start?", "");
    month.show_if = when(80, Check::LessThan(Hundredths(i64::MAX)));
    let mut last = question(92, Kind::About, "When were you here last?", "");
    last.show_if = when(80, Check::Equals(Hundredths(200)));
    let mut each = question(100, Kind::Section, "Your friends", "");
    each.repeat = Some(q(80));
    let name = question(101, Kind::ShortText, "What is your friend called?", "");
    let likes = format!("Does {} like tea?", mark(q(101)));
    let likes = question(102, Kind::YesNo, &likes, "");
    let end = question(103, Kind::Section, "The end", "");
    Survey {
        id: SURVEY,
        version: 2,
        edition: Edition::default(),
        key: keys().1,
        language: Language::ENGLISH,
        title: "Your café ☕".into(),
        organisation: "Caffi’r Dref".into(),
        welcome: "We want to know what you think.\nYou do not have to answer.".into(),
        who_sees: String::new(),
        after: "We will tell you in May.".into(),
        send_to: vec![
            send_to(Way::Email, "caffi@example.org", "Caffi’r Dref"),
            send_to(Way::Text, "+447700900123", ""),
            send_to(Way::WhatsApp, "+447700900123", "Ana"),
            send_to(Way::ByHand, "", "Ana, at the desk"),
        ],
        closes: Some(20_500),
        notice: Notice::default(),
        words: Vec::new(),
        meanings: vec![
            Meaning { word: "rye".into(), text: "A plant that bread is made of.".into() },
            Meaning { word: "שי".into(), text: String::new() },
        ],
        questions: vec![
            question(3, Kind::Information, "About this survey", "It is about the café."),
            question(2, Kind::Consent, "Do you want to take part?", ""),
            tea,
            eats,
            bread,
            feels,
            week,
            drink,
            treats,
            seat,
            matters,
            cards,
            town,
            friends,
            born,
            month,
            last,
            each,
            name,
            likes,
            end,
            question(u32::MAX, Kind::LongText, "What would you change?", "Say it your way."),
            standard::help_question(),
        ],
        translations: vec![
            Translation {
                language: Language::WELSH,
                texts: vec!["Eich caffi ☕".into(), String::new(), "Helo".into()],
                words: vec![(0, "Gan {1}".into()), (255, "?".into())],
            },
            Translation {
                language: Language::parse("zh-Hant").expect("a tag"),
                texts: vec![],
                words: vec![],
            },
        ],
    }
    .frozen()
}

#[test]
fn the_golden_survey_has_every_kind_of_question() {
    for kind in Kind::ALL {
        let has = survey().questions.iter().any(|question| question.kind == kind);
        assert!(has, "{kind:?} is missing");
    }
}
