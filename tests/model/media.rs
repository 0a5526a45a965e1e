//! A question's own sound or video: which files are one, that it tells nothing of where it was filmed, and that it
//! travels wherever a draft, a survey, a survey's file and a copy go. Older releases read that these are newer.

use crate::attacks_on_packets::packet;
use crate::samples;
use crate::support::{Tab, q};
use ask_together::model::carried::named_in;
use ask_together::model::draft::{Draft, Part, Place, Problem};
use ask_together::model::id::Author;
use ask_together::model::media::{
    LARGEST_MEDIA, MOST_MEDIA, Media, MediaKind, NoMedia, is_media, kind_of, of_survey,
};
use ask_together::model::seal::PublicKey;
use ask_together::model::survey::{Kind, Language, Survey, is_picture};
use ask_together::model::wire::{Backup, Packet, SurveyFile, Unreadable};

const KEY: PublicKey = PublicKey([7; 32]);

/// A part of an MP4 file.
fn part(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
    [&(inside.len() as u32 + 8).to_be_bytes()[..], name, inside].concat()
}

/// An MP4 file of a phone: it says where it was filmed, for all of it and for its one track.
fn mp4(brand: &[u8; 4], handler: &[u8; 4]) -> Vec<u8> {
    let place = part(b"udta", &part(b"\xa9xyz", b"+51.5007-000.1246/"));
    let track =
        part(b"trak", &[part(b"hdlr", &[&[0; 8], &handler[..]].concat()), place.clone()].concat());
    let head = part(b"ftyp", &[&brand[..], &[0; 4]].concat());
    [head, part(b"moov", &[track, place].concat()), part(b"mdat", b"+51.5007 is only sound here")]
        .concat()
}

const WEBM: [u8; 4] = [0x1a, 0x45, 0xdf, 0xa3];

pub fn sound() -> Media {
    Media::read(b"ID3 a sound".to_vec()).expect("a sound")
}

fn check(bytes: &[u8], expected: Option<(&str, MediaKind)>) {
    let read = Media::of_file(bytes.to_vec()).ok();
    let found = read.as_ref().map(|media| (media.mime(), kind_of(&media.name()).expect("a name")));
    assert_eq!(found, expected, "{}", bytes.escape_ascii());
}

#[test]
fn what_browsers_play_is_told_by_its_first_bytes() {
    use MediaKind::{Sound, Video};
    check(b"ID3\x04", Some(("audio/mpeg", Sound)));
    check(&[0xff, 0xfb, 0x90], Some(("audio/mpeg", Sound)));
    check(b"RIFF\x04\0\0\0WAVEfmt ", Some(("audio/wav", Sound)));
    check(b"OggS\0\x02 OpusHead", Some(("audio/ogg", Sound)));
    check(&[&WEBM[..], b"webm A_OPUS"].concat(), Some(("audio/webm", Sound)));
    check(&[&WEBM[..], b"webm V_VP9 A_OPUS"].concat(), Some(("video/webm", Video)));
    check(&mp4(b"M4A ", b"soun"), Some(("audio/mp4", Sound)));
    check(&mp4(b"isom", b"vide"), Some(("video/mp4", Video)));
    for other in [
        &b""[..],
        b"RIFF\x04\0\0\0WEBPVP8 ",
        b"<script>",
        b"OggS\0 \x80theora",
        b"fLaC",
        &[0xff, 0xd8, 0xff],
        &[&WEBM[..], b"matroska V_VP9"].concat(),
        &mp4(b"qt  ", b"vide"),
        &mp4(b"heic", b"pict"),
    ] {
        check(other, None);
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_and_one_that_just_fits_is_not() {
    let mut bytes = b"ID3".to_vec();
    bytes.resize(LARGEST_MEDIA, 0);
    assert!(Media::of_file(bytes.clone()).is_ok());
    bytes.push(0);
    assert_eq!(Media::of_file(bytes.clone()).err(), Some(NoMedia::TooLarge));
    assert_eq!(Media::read_sent(bytes).err(), Some(Unreadable::Damaged));
    assert_eq!(Media::of_file(b"fLaC".to_vec()).err(), Some(NoMedia::Format));
    assert_eq!(Media::read_sent(b"fLaC".to_vec()).err(), Some(Unreadable::Newer));
    assert_eq!(Media::read_sent(Vec::new()).err(), Some(Unreadable::Damaged));
}

#[test]
fn a_film_does_not_tell_where_it_was_taken_and_its_sound_stays() {
    let file = mp4(b"isom", b"vide");
    let kept = Media::of_file(file.clone()).expect("a video");
    assert_eq!(kept.bytes().len(), file.len(), "nothing moves");
    let has =
        |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).filter(|part| *part == what).count();
    assert_eq!((has(&file, b"+51.5007"), has(kept.bytes(), b"+51.5007")), (3, 1));
    assert_eq!(has(kept.bytes(), b"udta") + has(kept.bytes(), b"xyz"), 0);
    assert_eq!(has(kept.bytes(), b"vide"), 1);
    // Parts that claim to be longer than what they are in, or shorter than their head, end the search.
    for (at, size) in [(16, u32::MAX), (16, 7), (24, u32::MAX), (24, 1)] {
        let mut file = file.clone();
        file[at..at + 4].copy_from_slice(&size.to_be_bytes());
        assert!(Media::of_file(file).is_ok());
    }
}

#[test]
fn a_name_tells_what_it_is_and_is_one_that_surveys_can_carry() {
    let name = sound().name();
    assert!(name.starts_with("sound-") && is_picture(&name) && is_media(&name), "{name}");
    let film = Media::of_file(mp4(b"isom", b"vide")).expect("a video").name();
    assert!(film.starts_with("video-") && is_picture(&film), "{film}");
    for other in ["", "2615", "sound-", &name[..37], "sound-0123456789abcdef0123456789abcdeG"] {
        assert!(!is_media(other), "{other}");
    }
    assert_ne!(name, Media::read(b"ID3 another".to_vec()).expect("a sound").name());
}

/// A draft whose second question has a sound, in two languages.
fn told() -> Tab {
    let mut tab = Tab::new(1);
    tab.types(Place::Title, "Your café");
    tab.types(Place::Organisation, "The café");
    let first = tab.adds_question(None, "Do you like tea?");
    let second = tab.adds(Kind::LongText, Some(first), "What else?");
    tab.sets(second, Part::Media(sound().name()));
    tab.types(Place::MediaWords(second), " What else do you like? ");
    let welsh = Language::parse("cy").expect("a language");
    tab.does(ask_together::model::draft::Change::AddLanguage(welsh));
    tab.does(ask_together::model::draft::Change::Translate {
        language: welsh,
        place: Place::MediaWords(second),
        text: "Beth arall?".into(),
    });
    tab
}

pub fn draft() -> Draft {
    told().draft
}

pub fn survey() -> Survey {
    draft().publish(1, KEY).expect("no problems")
}

pub fn file() -> SurveyFile {
    SurveyFile { deflated: survey().to_packet(), photos: vec![], media: vec![sound()] }
}

pub fn backup() -> Backup {
    Backup { media: vec![sound()], ..samples::backup() }
}

#[test]
fn it_is_published_and_read_again_in_a_form_that_is_newer_to_others() {
    let survey = survey();
    assert_eq!(*survey.questions[1].media, *sound().name());
    assert_eq!(survey.questions[1].media_words, "What else do you like?");
    assert_eq!(of_survey(&survey), [sound().name()]);
    let packet = survey.to_packet();
    assert_eq!(packet[0], 3, "an earlier release reads that this is newer");
    assert_eq!(Survey::from_packet(&packet), Ok(survey.clone()));
    let welsh = survey.in_language(Language::parse("cy").expect("a language"));
    assert_eq!(welsh.questions[1].media_words, "Beth arall?");
    let again =
        Draft::again(Author(7), 5, std::slice::from_ref(&survey)).expect("there is a version");
    assert_eq!(again.publish(1, KEY), Ok(survey));
}

#[test]
fn a_survey_without_one_is_sent_as_ever() {
    assert_eq!(samples::survey().to_packet()[0], 1);
    assert_eq!(samples::told_survey().to_packet()[0], 2);
    let mut tab = told();
    let second = tab.draft.content().questions[1].id;
    tab.sets(second, Part::Media(String::new()));
    let survey = tab.draft.publish(1, KEY).expect("no problems");
    assert_eq!(survey.to_packet()[0], 1, "its words go with it");
    assert_eq!(survey.questions[1].media_words, "");
}

#[test]
fn what_follows_the_parts_of_a_survey_that_are_known_is_newer() {
    let whole = survey().to_packet();
    let body = &whole[1..whole.len() - 4];
    assert!(Survey::from_packet(&packet("survey", 3, body)).is_ok());
    let more = [body, &[0]].concat();
    assert_eq!(Survey::from_packet(&packet("survey", 3, &more)), Err(Unreadable::Newer));
    assert_eq!(Survey::from_packet(&packet("survey", 2, body)), Err(Unreadable::Newer));
    assert_eq!(Survey::from_packet(&packet("survey", 4, body)), Err(Unreadable::Newer));
}

#[test]
fn it_needs_words_for_those_who_can_not_hear_it() {
    let mut tab = told();
    let second = tab.draft.content().questions[1].id;
    tab.types(Place::MediaWords(second), "  ");
    assert_eq!(tab.draft.problems(), [Problem::NoMediaWords(second)]);
    tab.sets(second, Part::Media(String::new()));
    assert_eq!(tab.draft.problems(), []);
}

#[test]
fn a_draft_keeps_it_and_so_does_a_copy_of_its_question() {
    let mut tab = told();
    let second = tab.draft.content().questions[1].id;
    let (copies, changes) = tab.draft.copy(Author(1), &[second]);
    tab.does(ask_together::model::draft::Act::Do(changes));
    let read = Draft::from_packet(&tab.draft.to_packet()).expect("a draft");
    assert_eq!(read, tab.draft);
    let copy = read.content().question(copies[0]).expect("the copy");
    assert_eq!((&*copy.media, &*copy.media_words), (&*sound().name(), " What else do you like? "));
    let welsh = Language::parse("cy").expect("a language");
    assert_eq!(read.content().translated(welsh, Place::MediaWords(copies[0])), Some("Beth arall?"));
    assert_eq!(named_in(&read.to_packet()).into_iter().collect::<Vec<_>>(), [sound().name()]);
    // Undo can bring back what the draft names no more.
    tab.sets(second, Part::Media(String::new()));
    tab.sets(copies[0], Part::Media(String::new()));
    assert!(named_in(&tab.draft.to_packet()).contains(&sound().name()));
    // Nothing that no survey could carry.
    let mut bad = told();
    bad.sets(second, Part::Media("https://example.org/a".into()));
    assert_eq!(Draft::from_packet(&bad.draft.to_packet()), Err(Unreadable::Newer));
    assert_ne!(second, q(99));
}

#[test]
fn a_survey_file_carries_it_and_one_that_holds_too_much_is_refused() {
    let whole = file().to_packet();
    assert_eq!(whole[0], 2, "an earlier release reads that this is newer");
    assert!(SurveyFile::from_packet(&whole) == Ok(file()));
    let with = |media: Vec<Vec<u8>>| {
        let body = ((Vec::<u8>::new(), Vec::<Vec<u8>>::new()), media);
        let body = postcard::to_allocvec(&body).expect("plain data");
        SurveyFile::from_packet(&packet("survey file", 2, &body)).map(drop)
    };
    assert_eq!(with(vec![b"ID3".to_vec()]), Ok(()));
    assert_eq!(with(vec![b"fLaC".to_vec()]), Err(Unreadable::Newer), "a format to come");
    assert_eq!(with(vec![Vec::new()]), Err(Unreadable::Damaged));
    let mut large = b"ID3".to_vec();
    large.resize(LARGEST_MEDIA, 0);
    assert_eq!(with(vec![large.clone(); 3]), Ok(()));
    assert_eq!(with([vec![large; 3], vec![b"ID3".to_vec()]].concat()), Err(Unreadable::TooLarge));
    assert_eq!(with(vec![b"ID3".to_vec(); 501]), Err(Unreadable::TooLarge));
    const { assert!(MOST_MEDIA >= 3 * LARGEST_MEDIA) };
}

#[test]
fn a_copy_of_everything_carries_it_and_a_bad_one_spoils_it() {
    let json = backup().to_json();
    let read = Backup::from_json(&json).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == backup());
    let start = json.find("\"media\": [").expect("media");
    for (bad, why) in [
        ("\"media\": [\"\"]", Unreadable::Damaged),
        ("\"media\": [\"not base64!\"]", Unreadable::Damaged),
        ("\"media\": [\"AAAA\"]", Unreadable::Newer),
        ("\"films\": []", Unreadable::Newer),
    ] {
        let text = format!("{}{bad}\n}}", &json[..start]);
        assert_eq!(Backup::from_json(&text).err(), Some(why), "{bad}");
    }
}
