//! What two people changed apart, in words: for each kind of clash, each side says something else,
//! and says it as the editor would. These files build for a browser alone, so they are taken in by
//! their paths.
//!
//! Longer than 400 lines because each kind of clash has a test of its own.

#![cfg(not(target_arch = "wasm32"))]

/// What the organiser's files call `crate::model`.
mod model {
    pub use ask_together::model::*;
}

/// What they call `crate::organiser`.
mod organiser {
    pub(crate) use crate::words;
    pub mod editor {
        pub(crate) use crate::{called, marks, sentence};
    }
}

/// What they ask of the browser, far from the time zones of people.
mod browser {
    pub mod clock {
        pub fn day_in_words(at: u64) -> String {
            format!("day {}", at / 86_400_000)
        }
    }
}

#[path = "clash/start.rs"]
mod start;

#[path = "../src/organiser/editor/called.rs"]
mod called;
#[path = "../src/organiser/together/clash.rs"]
mod clash;
#[path = "../src/organiser/editor/marks.rs"]
#[allow(dead_code, reason = "the editor uses all of it")]
mod marks;
#[path = "../src/organiser/editor/sentence.rs"]
#[allow(dead_code, reason = "the editor uses all of it")]
mod sentence;
#[path = "../src/organiser/words.rs"]
#[allow(dead_code, unused_imports, reason = "the organiser's program uses all of it")]
mod words;

use ask_together::model::draft::{
    Change, ChoicePart, Conflict, Draft, Item, Part, Place, Position, Thing, Value,
};
use ask_together::model::id::MeaningId;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::review::{Decision, Recorded, Step, Verdict};
use ask_together::model::standard::YES;
use ask_together::model::survey::{Check, Condition, Group, Kind, Language, SendTo, Test, Way};
use ask_together::model::words::{Word, Words};
use clash::Clash;
use start::{FIRST, NOTE, c, does, id, q, start};
use std::collections::BTreeSet;

/// What languages are called here. In the program the browser knows.
fn language(language: Language) -> String {
    match language.tag() {
        "cy" => "Welsh",
        "pl" => "Polish",
        _ => "English",
    }
    .to_owned()
}

/// Two people make a change each, apart. The title of the card and the words of both sides come out.
fn clash(one: Change, other: Change) -> (String, Vec<String>) {
    let start = start();
    let (mut ana, mut bo) = (start.clone(), start);
    does(&mut ana, 2, one);
    does(&mut bo, 3, other);
    ana.merge(bo.log().to_vec());
    let found = ana.conflicts();
    let [Conflict::Changed { thing, sides }] = &found[..] else { panic!("{found:?}") };
    let words = Words::english();
    let clash = Clash { content: ana.content(), app: &words, language: &language };
    let said = clash.sides(*thing, sides.iter().map(|side| &side.value));
    (clash.title(*thing), said)
}

fn check(one: Change, other: Change, title: &str, sides: [&str; 2]) {
    let (said, both) = clash(one, other);
    assert_eq!(
        (&*said, both.iter().map(String::as_str).collect::<Vec<_>>()),
        (title, sides.to_vec())
    );
}

fn part(question: u32, part: Part) -> Change {
    Change::SetPart { question: q(question), part }
}

fn choice_part(question: u32, choice: u32, part: ChoicePart) -> Change {
    Change::SetChoicePart { question: q(question), choice: c(choice), part }
}

fn text(place: Place, text: &str) -> Change {
    Change::SetText { place, text: text.to_owned() }
}

fn only_if(question: u32, check: Check) -> Part {
    let tests = vec![Test { question: q(question), check }];
    Part::ShowIf(Condition { all: true, groups: vec![Group { all: true, tests }] })
}

const HOW_MANY: &str = "Question 3 “How many children?”";

#[test]
fn a_limit_shows_as_the_number_that_was_typed() {
    let most = |number| part(3, Part::Most(Some(Limit(number))));
    check(most(1_800), most(1_650), &format!("{HOW_MANY}: Largest number"), ["18", "16.5"]);
    let least = |number: Option<i64>| part(3, Part::Least(number.map(Limit)));
    let title = format!("{HOW_MANY}: Smallest number");
    check(least(Some(-50)), least(None), &title, ["-0.5", "No limit"]);
}

#[test]
fn a_count_of_choices_shows_as_a_count() {
    let most = |number| part(2, Part::Most(Some(Limit(number))));
    let title = "Question 2 “What do you like?”: How many can people pick? At most";
    check(most(1), most(2), title, ["1 choice", "2 choices"]);
}

#[test]
fn conditions_show_as_their_sentences_and_like_questions_by_their_numbers() {
    let when = |condition| part(7, condition);
    let title = "Question 6 “Do you like it?”: When to ask this";
    let job = |check| when(only_if(1, check));
    check(
        job(Check::Is(c(100))),
        job(Check::IsNot(c(101))),
        title,
        [
            "Only if Question 1 “Do you have a job?” is Tea",
            "Only if Question 1 “Do you have a job?” is not Milk",
        ],
    );
    check(
        when(only_if(6, Check::Is(YES))),
        when(Part::ShowIf(Condition::default())),
        title,
        ["Only if Question 5 “Do you like it?” is Yes", "Always"],
    );
    let number = |check| when(only_if(3, check));
    let (title, sides) =
        clash(number(Check::MoreThan(Hundredths(150))), number(Check::MoreThan(Hundredths(200))));
    assert!(title.contains("Question 6"), "{title}");
    assert!(sides[0].ends_with("is more than 1.5") && sides[1].ends_with("is more than 2"));
}

#[test]
fn a_place_shows_as_what_it_comes_after() {
    let start = start();
    let to = |after| start.question_position(after);
    let moved = |after| Change::MoveQuestion { question: q(3), to: to(after) };
    check(
        moved(Some(q(6))),
        moved(None),
        &format!("{HOW_MANY}: where it stands").replace("Question 3", "Question 1"),
        ["After Question 5 “Do you like it?”", "Before all other questions"],
    );
    let to = |after| start.choice_position(q(2), after);
    let moved =
        |after| Change::MoveChoice { question: q(2), choice: c(200), to: to(Some(c(after))) };
    check(
        moved(201),
        moved(202),
        "Question 2 “What do you like?”: the place of choice 3 “Tea”",
        ["After choice 1 “Milk”", "After choice 2 “Water”"],
    );
}

#[test]
fn nobody_settles_what_looks_the_same() {
    let settled = |one: Change, other: Change| {
        let start = start();
        let (mut ana, mut bo) = (start.clone(), start);
        does(&mut ana, 2, one);
        does(&mut bo, 3, other);
        ana.merge(bo.log().to_vec());
        ana.conflicts()
    };
    let title = |words| text(Place::Title, words);
    assert_eq!(settled(title("Your week"), title(" Your  week ")), []);
    assert_ne!(settled(title("Your week"), title("Your\nweek")), []);
    let start = start();
    let behind = start.question_position(Some(q(5)));
    let further = Position::new_between(
        &behind,
        &start.content().question(q(6)).expect("a question").position,
    );
    let to = |to: &Position| Change::MoveQuestion { question: q(1), to: to.clone() };
    assert_eq!(settled(to(&behind), to(&further.expect("room"))), [], "both come after question 4");
}

#[test]
fn texts_show_in_quotes_with_where_they_stand_and_in_which_language() {
    check(
        text(Place::Question(q(1)), "Do you work?"),
        text(Place::Question(q(1)), ""),
        "Question 1 “Untitled question”: the words",
        ["“Do you work?”", "Nothing is written"],
    );
    let welsh = |text: &str| Change::Translate {
        language: Language::WELSH,
        place: Place::Hint(q(1)),
        text: text.to_owned(),
    };
    check(
        welsh("Gwaith"),
        welsh("Swydd"),
        "Question 1 “Do you have a job?”: Help text, in Welsh",
        ["“Gwaith”", "“Swydd”"],
    );
    check(
        text(Place::Choice(q(6), YES), "Yes please"),
        text(Place::Choice(q(6), YES), ""),
        "Question 5 “Do you like it?”: the words of choice 1 “Yes”",
        ["“Yes please”", "The words of the app: “Yes”"],
    );
    check(
        text(Place::Pile(q(5), 0), "Good"),
        text(Place::Pile(q(5), 0), ""),
        "Question 4 “How is it going?”: Place 1 for cards",
        ["“Good”", "The words of the app: “Going well”"],
    );
    let mark = ask_together::model::piping::mark(q(3));
    check(
        text(Place::Hint(q(6)), &format!("You said {mark}.")),
        text(Place::Hint(q(6)), "You said it."),
        "Question 5 “Do you like it?”: Help text",
        ["“You said [answer 3].”", "“You said it.”"],
    );
    let word = MeaningId(id(900));
    check(
        text(Place::Meaning(word), "A helper."),
        text(Place::Meaning(word), "Speaks for you."),
        "What the hard word “advocate” means",
        ["“A helper.”", "“Speaks for you.”"],
    );
}

#[test]
fn kinds_pictures_and_languages_show_by_their_names() {
    let kind = |kind| Change::SetKind { question: q(1), kind };
    let job = "Question 1 “Do you have a job?”";
    let title = format!("{job}: How people answer");
    check(kind(Kind::OnePicture), kind(Kind::Faces3), &title, ["Pick one picture", "3 faces"]);
    let picture = |code: &str| part(1, Part::Picture(code.to_owned()));
    let photos = [7, 8].map(|digit: u8| format!("photo-{}", digit.to_string().repeat(32)));
    let title = format!("{job}: the picture");
    check(picture("1F37D"), picture(""), &title, ["meal", "No picture"]);
    let shown = Value::Part(Part::Picture(photos[0].clone()));
    assert_eq!(clash::picture_of(&shown), Some(&*photos[0]));
    let (_, sides) = clash(picture(&photos[0]), picture(&photos[1]));
    assert_ne!(sides[0], sides[1], "two photos are told apart");
    let picture = |code: &str| choice_part(1, 100, ChoicePart::Picture(code.to_owned()));
    let (title, sides) = clash(picture("1F37D"), picture("2615"));
    assert_eq!(title, format!("{job}: the picture of choice 1 “Tea”"));
    assert_ne!(sides[0], sides[1]);
    check(
        Change::SetLanguage(Language::WELSH),
        Change::SetLanguage(Language::parse("pl").expect("a tag")),
        "The language that the survey is written in",
        ["Welsh", "Polish"],
    );
}

#[test]
fn ticks_show_under_the_label_that_they_have() {
    // Nobody can clash over a tick with two values that were not both set: one turns it on and off.
    let twice = |part: fn(bool) -> Part| {
        let start = start();
        let (mut ana, mut bo) = (start.clone(), start);
        does(&mut ana, 2, Change::SetPart { question: q(1), part: part(true) });
        does(&mut bo, 3, Change::SetPart { question: q(1), part: part(true) });
        does(&mut bo, 3, Change::SetPart { question: q(1), part: part(false) });
        ana.merge(bo.log().to_vec());
        shown(&ana)
    };
    let label = "Something else";
    let job = "Question 1 “Do you have a job?”";
    let expected =
        (format!("{job}: {label}"), vec![format!("{label}: yes"), format!("{label}: no")]);
    assert_eq!(twice(Part::Other), expected);
    let label = "Offer “I prefer not to say”";
    let expected =
        (format!("{job}: {label}"), vec![format!("{label}: yes"), format!("{label}: no")]);
    assert_eq!(twice(Part::Personal), expected);
    let alone = |is| choice_part(2, 202, ChoicePart::Alone(is));
    let label = "If choice 3 is ticked, clear the rest";
    check(
        alone(true),
        alone(false),
        &format!("Question 2 “What do you like?”: {label}"),
        [&format!("{label}: yes"), &format!("{label}: no")],
    );
}

/// The one thing that two people changed, in words.
fn shown(draft: &Draft) -> (String, Vec<String>) {
    let found = draft.conflicts();
    let [Conflict::Changed { thing, sides }] = &found[..] else { panic!("{found:?}") };
    let words = Words::english();
    let clash = Clash { content: draft.content(), app: &words, language: &language };
    (clash.title(*thing), clash.sides(*thing, sides.iter().map(|side| &side.value)))
}

#[test]
fn repeats_decisions_and_steps_show_in_words() {
    let repeat = |source| part(4, Part::Repeat(source));
    check(
        repeat(Some(q(3))),
        repeat(None),
        "Section “Your home”: How many times to ask this section",
        [&format!("As many times as {HOW_MANY} says"), "Once"],
    );
    let decide = |verdict, reason: &str| {
        let (reason, author) = (reason.to_owned(), FIRST);
        Change::Record(Recorded::Decision(Decision { note: NOTE, verdict, reason, author, at: 0 }))
    };
    check(
        decide(Verdict::Accepted, ""),
        decide(Verdict::Declined, "It is short."),
        "What you decided about the note “It is too long.”",
        ["Done.", "Not done. It is short."],
    );
    let step = |step| Change::Record(Recorded::Step(step));
    let (title, sides) = clash(step(Some(Step::Engaging)), step(None));
    assert_eq!((&*title, &*sides[1]), ("How people took part", "Not said"));
    assert!(sides[0].starts_with("Engaging. "), "{}", sides[0]);
}

#[test]
fn what_was_deleted_is_named() {
    let start = start();
    let words = Words::english();
    let clash = Clash { content: start.content(), app: &words, language: &language };
    let deleted = |item, words| clash.deleted(item, words);
    assert_eq!(deleted(Item::Question(q(99)), "Tea?"), "The question “Tea?” was deleted");
    assert_eq!(
        deleted(Item::Choice(q(2), c(9)), "Juice"),
        "Question 2 “What do you like?”: the choice “Juice” was deleted"
    );
    assert_eq!(deleted(Item::Meaning(MeaningId(id(9))), "tea"), "The hard word “tea” was deleted");
    assert_eq!(deleted(Item::Language(Language::WELSH), "cy"), "The words in Welsh were deleted");
}

fn to(way: Way, to: &str) -> SendTo {
    SendTo { way, to: to.to_owned(), name: "Jo".to_owned() }
}

/// Every kind of thing that can clash, with values that differ in the smallest way.
fn every_pair() -> Vec<(Thing, Value, Value)> {
    let text = |place| {
        let value = |text: &str| Value::Text(text.to_owned());
        (Thing::Text(None, place), value("One"), value(""))
    };
    let word = MeaningId(id(900));
    let places = [
        Place::Title,
        Place::Organisation,
        Place::Welcome,
        Place::WhoSees,
        Place::After,
        Place::Question(q(1)),
        Place::Hint(q(1)),
        Place::Choice(q(1), c(100)),
        Place::PictureAlt(q(1)),
        Place::Pile(q(5), 2),
        Place::Word(word),
        Place::Meaning(word),
        Place::Own(Word::Yes),
        Place::Privacy,
        Place::PrivacyLink,
        Place::AskWho,
        Place::LogoAlt,
        Place::Said(Word::YouChoose),
    ];
    let mut all: Vec<_> = places.into_iter().map(text).collect();
    for (at, kind) in Kind::ALL.into_iter().enumerate() {
        let others = Kind::ALL[..at].iter();
        let pair = |other: &Kind| (Thing::Kind(q(1)), Value::Kind(kind), Value::Kind(*other));
        all.extend(others.map(pair));
    }
    let part = |thing, one, other| (thing, Value::Part(one), Value::Part(other));
    let choice = |thing, one, other| (thing, Value::ChoicePart(one), Value::ChoicePart(other));
    let place = |after| Value::Position(start().question_position(after));
    let choice_place = |after| Value::Position(start().choice_position(q(1), after));
    all.extend([
        (Thing::Place(q(1)), place(Some(q(2))), place(Some(q(3)))),
        (Thing::ChoicePlace(q(1), c(100)), choice_place(Some(c(101))), choice_place(Some(c(102)))),
        part(Thing::Picture(q(1)), Part::Picture("1F37D".into()), Part::Picture("zzz".into())),
        part(Thing::Other(q(1)), Part::Other(true), Part::Other(false)),
        part(Thing::Personal(q(1)), Part::Personal(true), Part::Personal(false)),
        part(Thing::Least(q(3)), Part::Least(Some(Limit(1))), Part::Least(Some(Limit(10)))),
        part(Thing::Most(q(2)), Part::Most(Some(Limit(1))), Part::Most(None)),
        part(Thing::ShowIf(q(7)), only_if(6, Check::Answered), only_if(6, Check::NotAnswered)),
        part(Thing::ShowIf(q(7)), only_if(99, Check::Is(c(1))), only_if(98, Check::Is(c(1)))),
        part(Thing::Repeat(q(4)), Part::Repeat(Some(q(3))), Part::Repeat(None)),
        choice(
            Thing::ChoicePicture(q(1), c(100)),
            ChoicePart::Picture("zzz".into()),
            ChoicePart::Picture("zzzz".into()),
        ),
        choice(Thing::Alone(q(2), c(200)), ChoicePart::Alone(true), ChoicePart::Alone(false)),
        (Thing::Language, Value::Language(Language::WELSH), Value::Language(Language::ENGLISH)),
        (
            Thing::Decision(NOTE),
            Value::Verdict(Verdict::Accepted, String::new()),
            Value::Verdict(Verdict::Changed, String::new()),
        ),
        (Thing::Step, Value::Step(Some(Step::Informing)), Value::Step(None)),
        part(Thing::Name(q(1)), Part::Name("job".into()), Part::Name(String::new())),
        part(Thing::Apart(q(1)), Part::Apart(true), Part::Apart(false)),
        choice(
            Thing::Code(q(1), c(100)),
            ChoicePart::Code("1".into()),
            ChoicePart::Code("01".into()),
        ),
        (
            Thing::SendTo,
            Value::SendTo(vec![to(Way::Email, "a@b.uk"), to(Way::ByHand, "")]),
            Value::SendTo(vec![to(Way::ByHand, ""), to(Way::Email, "a@b.uk")]),
        ),
        (Thing::Closes, Value::Day(Some(20_000)), Value::Day(None)),
        (Thing::KeepUntil, Value::Day(Some(20_000)), Value::Day(None)),
        (Thing::Logo, Value::Picture("1F37D".into()), Value::Picture(String::new())),
        (Thing::LeftOut(Word::Help), Value::LeftOut(true), Value::LeftOut(false)),
    ]);
    all
}

#[test]
fn no_clash_looks_the_same_on_both_sides_or_shows_what_only_the_app_knows() {
    let start = start();
    let words = Words::english();
    let clash = Clash { content: start.content(), app: &words, language: &language };
    let mut titles = BTreeSet::new();
    let pairs = every_pair();
    let things: BTreeSet<Thing> = pairs.iter().map(|(thing, ..)| *thing).collect();
    for (thing, one, other) in &pairs {
        let title = clash.title(*thing);
        let sides = clash.sides(*thing, [one, other].into_iter());
        assert_ne!(sides[0], sides[1], "{title}");
        for text in sides.iter().chain([&title]) {
            assert!(!text.trim().is_empty() && !text.contains("[["), "{title}: {text}");
            assert!(!text.contains("::") && !text.contains("Some("), "{title}: {text}");
        }
        titles.insert(title);
    }
    assert_eq!(titles.len(), things.len(), "each thing has a title of its own: {titles:#?}");
}
