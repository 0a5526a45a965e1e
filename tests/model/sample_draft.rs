//! The golden draft: every change, in every place, of every part, by two authors. Never change it:
//! add another beside it.

use crate::sample_review as review;
use crate::support::{SURVEY, c, draft_question, m, q, set_text};
use ask_together::model::draft::{
    Act, Change, ChoicePart, Draft, DraftChoice, DraftMeaning, Edit, Part, Place, Position,
    Published, ReaderCheck, SetAside,
};
use ask_together::model::easy_read::Rule;
use ask_together::model::id::{Author, DraftSecret, Edition};
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::review::{Deletion, Recorded, Step};
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{
    Check, Choice, Condition, Group, Kind, Language, SendTo, Test, Way,
};
use ask_together::model::words::Word;

fn position(bytes: &[u8]) -> Position {
    Position::from_bytes(bytes.to_vec()).expect("ends with 128")
}

fn choice(number: u32, byte: u8, text: &str) -> DraftChoice {
    DraftChoice::new(c(number), position(&[byte, 128]), text.to_owned())
}

fn question(number: u32, byte: u8, kind: Kind, text: &str, choices: Vec<DraftChoice>) -> Change {
    let at = position(&[byte, 128]);
    Change::AddQuestion(draft_question(q(number), at, kind, text, choices))
}

/// A question that comes with everything it can have.
fn full_question() -> Change {
    let mut question = draft_question(q(20), position(&[132, 128]), Kind::Sorting, "Sort", vec![]);
    let own = Choice {
        picture: "1F0CF".into(),
        alone: true,
        code: "card".into(),
        ..Choice::new(c(21), "Card".into())
    };
    question.choices = vec![DraftChoice { position: position(&[5, 128]), choice: own }];
    (question.hint, question.picture_alt) = ("Why".into(), "Cards".into());
    question.picture = "1F3B4".into();
    question.piles = vec!["Left".into(), "Middle".into(), "Right".into()];
    (question.other, question.personal) = (true, true);
    (question.least, question.most) = (Some(Limit(-150)), Some(Limit(i64::MAX)));
    question.show_if = condition();
    question.repeat = Some(q(8));
    (question.name, question.apart) = ("SORT".into(), true);
    Change::AddQuestion(question)
}

/// A condition with every check.
fn condition() -> Condition {
    let test = |number, check| Test { question: q(number), check };
    let picks = vec![test(1, Check::Is(c(2))), test(1, Check::IsNot(c(3)))];
    let says = vec![test(4, Check::Answered), test(5, Check::NotAnswered)];
    let counts = vec![
        test(8, Check::LessThan(Hundredths(1_000))),
        test(8, Check::MoreThan(Hundredths(-1))),
        test(8, Check::Equals(Hundredths(i64::MIN))),
    ];
    let group = |all, tests| Group { all, tests };
    Condition {
        all: false,
        groups: vec![group(true, picks), group(false, says), group(true, counts)],
    }
}

/// The first author makes the survey, and takes one step back and forth.
fn first() -> Vec<Act> {
    let two = vec![choice(2, 128, "Yes"), choice(3, 129, "No")];
    let meaning = |number, word: &str| DraftMeaning {
        also: vec!["a brew".to_owned()],
        picture: "1FAD6".to_owned(),
        term: Some(u64::MAX),
        ..DraftMeaning::new(m(number), word.to_owned(), "A hot drink".to_owned())
    };
    let changes = [
        set_text(Place::Title, "Your café ☕"),
        set_text(Place::Organisation, "Caffi’r Dref"),
        set_text(Place::Welcome, "Hello\nagain"),
        set_text(Place::WhoSees, "Only us"),
        set_text(Place::After, "We will tell you in May."),
        question(1, 128, Kind::OneChoice, "Do you like tea?", two),
        question(4, 129, Kind::ManyChoices, "What do you eat?", vec![]),
        question(5, 130, Kind::ShortText, "What town?", vec![]),
        question(6, 131, Kind::LongText, "What would you change?", vec![]),
        question(8, 127, Kind::Number, "How many?", vec![]),
        full_question(),
        set_text(Place::Question(q(5)), "What town do you live in?"),
        Change::AddMeaning(meaning(40, "tea")),
        Change::AddMeaning(meaning(41, "milk")),
        Change::RemoveMeaning(m(41)),
        Change::SetLanguage(Language::WELSH),
        Change::AddLanguage(Language::ENGLISH),
        Change::AddLanguage(Language::parse("zh-Hant").expect("a tag")),
        Change::RemoveQuestion(q(6)),
    ];
    let last = changes.len() as u32;
    changes.map(Act::from).into_iter().chain([Act::Undo(last), Act::Redo(last)]).collect()
}

/// The second author changes what the first one made.
fn second() -> Vec<Act> {
    let part = |part| Change::SetPart { question: q(5), part };
    let choice_part = |part| Change::SetChoicePart { question: q(1), choice: c(2), part };
    let translate = |place, text: &str| Change::Translate {
        language: Language::ENGLISH,
        place,
        text: text.to_owned(),
    };
    [
        set_text(Place::Hint(q(1)), "Tea is a hot drink. هل تحب الشاي؟"),
        set_text(Place::Choice(q(1), c(2)), "Yes, a lot"),
        set_text(Place::PictureAlt(q(1)), "A cup"),
        set_text(Place::Pile(q(20), 2), "Far right"),
        set_text(Place::Word(m(40)), "Tea"),
        set_text(Place::Meaning(m(40)), "A hot drink."),
        set_text(Place::Own(Word::By), "does nothing"),
        Change::SetKind { question: q(5), kind: Kind::Section },
        Change::MoveQuestion { question: q(4), to: position(&[127, 0, 255, 128]) },
        Change::AddChoices {
            question: q(1),
            choices: vec![choice(7, 130, "Maybe"), choice(9, 127, "I am not sure")],
        },
        Change::MoveChoice { question: q(1), choice: c(7), to: position(&[126, 128]) },
        Change::RemoveChoice { question: q(1), choice: c(3) },
        part(Part::Picture("2615".into())),
        part(Part::Other(true)),
        part(Part::Personal(true)),
        part(Part::Least(Some(Limit(1)))),
        part(Part::Most(None)),
        part(Part::ShowIf(condition())),
        part(Part::Repeat(Some(q(8)))),
        choice_part(ChoicePart::Picture("1FAD6".into())),
        choice_part(ChoicePart::Alone(true)),
        translate(Place::Title, "Your café"),
        translate(Place::Choice(q(1), c(7)), "Perhaps"),
        translate(Place::Own(Word::WordMeans), "“{1}” means"),
        Change::RemoveLanguage(Language::parse("zh-Hant").expect("a tag")),
        Change::SetAside(aside("jargon")),
        Change::SetAside(aside("café")),
        Change::BringBack(aside("jargon")),
        Change::AddReaderCheck(reader_check("Group A")),
        Change::AddReaderCheck(reader_check("Group B")),
        Change::RemoveReaderCheck(reader_check("Group A")),
        Change::NameVersion("Before the meeting".into()),
        Change::NoteBack(1_700_000_000_000),
        Change::Record(Recorded::Round(review::round())),
        Change::Record(Recorded::Notes(review::notes())),
        Change::Record(Recorded::Decision(review::decision())),
        Change::Record(Recorded::Read(vec![review::decision().note])),
        Change::Record(Recorded::Name(Author(9), "Ana".into())),
        Change::Record(Recorded::Step(Some(Step::CoDesigning))),
        part(Part::Name("TOWN".into())),
        part(Part::Apart(true)),
        choice_part(ChoicePart::Code("1".into())),
        Change::SetSendTo(Way::ALL.map(send_to).into()),
        Change::SetCloses(Some(20_500)),
        Change::Published(Published {
            version: 2,
            edition: Edition([7; 16]),
            key: PublicKey([9; 32]),
        }),
    ]
    .map(Act::from)
    .into()
}

fn send_to(way: Way) -> SendTo {
    SendTo { way, to: "caffi@example.org".into(), name: "Ana".into() }
}

fn aside(words: &str) -> SetAside {
    let reason = "People know it.".to_owned();
    SetAside { place: Place::Title, rule: Rule::TooLong, words: words.into(), reason }
}

fn reader_check(who: &str) -> ReaderCheck {
    ReaderCheck { who: who.into(), at: 1_750_000_000_000, print: u64::MAX }
}

/// What version 2 of the form brought: words that were typed beside somebody else.
pub fn typed_beside() -> Draft {
    let draft = draft();
    let change = Change::SetText { place: Place::Title, text: "Te a chacen".into() };
    let edit = draft.edit(Author(7), 1_750_000_000_900, change);
    let secret = draft.secret();
    let log = draft.log().iter().cloned().chain([Edit { was: Some("Te".into()), ..edit }]);
    Draft::from_log(SURVEY, log).with_secret(secret)
}

/// What came to drafts later: what people are told before they begin, the app's words said otherwise or left
/// out, and that answers were deleted.
pub fn told() -> Draft {
    let mut all = draft();
    let deletion = Deletion { at: 1_750_000_000_950, answers: 40, told: Some(20_900) };
    let changes = [
        set_text(Place::Privacy, "We lock your answers."),
        set_text(Place::PrivacyLink, "https://example.org/privacy"),
        set_text(Place::AskWho, "Ana, 01632 960123"),
        set_text(Place::LogoAlt, "The logo of the café"),
        set_text(Place::Said(Word::YouChoose), "You do not have to answer."),
        Change::SetKeepUntil(Some(20_900)),
        Change::LeaveOut(Word::Help, true),
        Change::SetLogo("2615".into()),
        Change::Record(Recorded::Deletion(deletion)),
    ];
    for (change, at) in changes.into_iter().zip(1_750_000_000_900..) {
        all.apply(all.edit(Author(7), at, change));
    }
    all
}

pub fn draft() -> Draft {
    let edit = |author, seen: &[(Author, u32)], (act, number): (Act, u32)| Edit {
        author: Author(author),
        number,
        revision: number / 2,
        at: 1_750_000_000_000 + u64::from(number),
        seen: seen.to_vec(),
        act,
        was: None,
    };
    let seen = [(Author(9), first().len() as u32)];
    let one = first().into_iter().zip(1..).map(|pair| edit(9, &[], pair));
    let two = second().into_iter().zip(1..).map(|pair| edit(0xffff_ffff, &seen, pair));
    Draft::from_log(SURVEY, one.chain(two)).with_secret(DraftSecret(*b"a golden secret."))
}

/// The `Debug` form says each of these names behind this start.
fn check_all(start: &str, names: &[&str]) {
    let said = format!("{:?}", told().log());
    for name in names {
        assert!(said.contains(&format!("{start}{name}")), "no {start}{name} in the golden draft");
    }
}

#[test]
fn the_golden_draft_has_every_change_place_part_and_check() {
    let changes = "SetText SetKind AddQuestion MoveQuestion RemoveQuestion AddChoices MoveChoice \
        RemoveChoice SetPart SetChoicePart AddMeaning RemoveMeaning SetLanguage AddLanguage \
        RemoveLanguage Translate SetAside BringBack AddReaderCheck RemoveReaderCheck NameVersion NoteBack Record(Round Record(Notes Record(Decision Record(Read \
        Record(Name Record(Step SetSendTo SetCloses Published SetKeepUntil LeaveOut SetLogo Record(Deletion";
    check_all("Do([", &changes.split_whitespace().collect::<Vec<_>>());
    check_all("act: ", &["Undo", "Redo"]);
    let places = "Title Organisation Welcome WhoSees Question( Hint( Choice( After PictureAlt( \
        Pile( Word( Meaning( Own( Privacy PrivacyLink AskWho LogoAlt Said(";
    check_all("place: ", &places.split_whitespace().collect::<Vec<_>>());
    let parts = "Picture( Other( Personal( Least( Most( ShowIf( Repeat( Alone( Name( Apart( Code(";
    check_all("part: ", &parts.split_whitespace().collect::<Vec<_>>());
    let checks = "Is( IsNot( Answered NotAnswered LessThan( MoreThan( Equals(";
    check_all("check: ", &checks.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn the_golden_draft_is_the_sum_of_its_edits() {
    let sum = draft();
    let content = sum.content();
    let question = content.question(q(5)).expect("question 5");
    assert_eq!((question.kind, question.other, question.most), (Kind::Section, true, None));
    assert_eq!((&question.show_if, question.repeat), (&condition(), Some(q(8))));
    assert_eq!(content.text(Place::Pile(q(20), 2)), Some("Far right"));
    assert_eq!(content.text(Place::Own(Word::By)), None);
    assert_eq!(content.text(Place::Meaning(m(40))), Some("A hot drink."));
    assert_eq!(content.translated(Language::ENGLISH, Place::Title), Some("Your café"));
    assert_eq!((content.language, content.translations.len()), (Language::WELSH, 1));
    assert_eq!(content.set_aside, [aside("café")]);
    assert_eq!(content.reader_checks, [reader_check("Group B")]);
    assert!(content.question(q(6)).is_none() && content.meanings.len() == 1);
}
