//! People's photos: which bytes are one, what it is called, which part of a large photo is shown, and
//! the file that carries them with a survey.

use crate::attacks_on_packets::packet;
use crate::samples;
use ask_together::model::carried::named_in;
use ask_together::model::photo::crop::{Crop, Square};
use ask_together::model::photo::{LARGEST_PHOTO, Photo, is_photo, of_survey};
use ask_together::model::survey::is_picture;
use ask_together::model::wire::{Backup, Packet, SurveyFile, Unreadable};

/// A WebP file of these parts. They hold no image, which nobody looks at here.
fn webp(parts: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, bytes) in parts {
        body.extend(*name);
        body.extend((bytes.len() as u32).to_le_bytes());
        body.extend(*bytes);
        body.extend(std::iter::repeat_n(0, bytes.len() % 2));
    }
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

/// A JPEG file of these parts.
fn jpeg(parts: &[(u8, &[u8])]) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    for (marker, bytes) in parts {
        file.extend([0xff, *marker]);
        file.extend((bytes.len() as u16 + 2).to_be_bytes());
        file.extend(*bytes);
    }
    // A little of an image, with a mark that is part of it.
    file.extend([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4, 0xff, 0xd9]);
    file
}

const IMAGE: (&[u8; 4], &[u8]) = (b"VP8 ", b"image");
const START: [(u8, &[u8]); 4] = [(0xe0, b"JFIF\0"), (0xdb, b"t"), (0xc0, b"f"), (0xda, b"s")];

pub fn photo() -> Photo {
    Photo::read(webp(&[IMAGE])).expect("a photo")
}

fn check(bytes: Vec<u8>, expected: bool) {
    assert_eq!(Photo::read(bytes.clone()).is_some(), expected, "{}", bytes.escape_ascii());
}

#[test]
fn a_bare_image_is_a_photo() {
    check(webp(&[IMAGE]), true);
    check(webp(&[(b"VP8L", b"even")]), true);
    check(webp(&[(b"VP8X", b"0123456789"), (b"ICCP", b"c"), (b"ALPH", b"a"), IMAGE]), true);
    check(jpeg(&START), true);
    assert_eq!(photo().mime(), "image/webp");
    assert_eq!(Photo::read(jpeg(&START)).expect("a photo").mime(), "image/jpeg");
}

/// In a browser, whose numbers have 32 bits, the next part would have been the same one again, for ever.
/// `tests/browser` reads these there.
#[test]
fn a_part_that_claims_gigabytes_is_no_part() {
    for length in [0xffff_fff8_u32, 0xffff_fff7, u32::MAX, 1 << 31, 6] {
        let mut file = webp(&[IMAGE]);
        file[16..20].copy_from_slice(&length.to_le_bytes());
        check(file, length == 6);
    }
}

#[test]
fn an_image_that_says_where_or_how_it_was_taken_is_none() {
    check(webp(&[(b"VP8X", b"0123456789"), IMAGE, (b"EXIF", b"GPS")]), false);
    check(webp(&[IMAGE, (b"XMP ", b"<xmp>")]), false);
    check(webp(&[IMAGE, (b"ANIM", b"1")]), false);
    for marker in [0xe1, 0xe3, 0xed, 0xef, 0xfe] {
        check(jpeg(&[START[0], (marker, b"Exif\0\0"), START[1], START[2], START[3]]), false);
        // Between two scans of one image.
        let mut file = jpeg(&START);
        file.truncate(file.len() - 2);
        file.extend([0xff, marker, 0, 4, 1, 1, 0xff, 0xd9]);
        check(file, false);
    }
}

#[test]
fn files_of_other_kinds_and_damaged_ones_are_none() {
    for bytes in [
        &b""[..],
        b"RIFF",
        b"\x89PNG\r\n\x1a\n",
        b"<svg/>",
        b"GIF89a",
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
    ] {
        check(bytes.to_vec(), false);
    }
    for whole in [webp(&[IMAGE, (b"ALPH", b"abcd")]), jpeg(&START)] {
        for length in 0..whole.len() {
            check(whole[..length].to_vec(), false);
        }
        check([&whole[..], b"<script>"].concat(), false);
    }
    let mut lies = webp(&[IMAGE]);
    lies[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
    check(lies, false);
    let mut lies = jpeg(&START);
    lies[4..6].copy_from_slice(&[0, 0]);
    check(lies, false);
}

#[test]
fn one_byte_above_the_most_is_too_large() {
    let sized = |size: usize| webp(&[(b"VP8 ", &vec![7; size - 20])]);
    assert_eq!(sized(LARGEST_PHOTO).len(), LARGEST_PHOTO);
    assert!(Photo::read(sized(LARGEST_PHOTO)).is_some());
    assert!(Photo::read(sized(LARGEST_PHOTO + 2)).is_none());
}

#[test]
fn a_photo_is_named_by_what_is_in_it() {
    let name = photo().name();
    assert_eq!(name, photo().name());
    assert_ne!(name, Photo::read(webp(&[(b"VP8 ", b"imagE")])).expect("a photo").name());
    assert!(is_photo(&name) && is_picture(&name), "{name}");
    let digits = "0123456789abcdef0123456789abcdef";
    assert!(is_photo(&format!("photo-{digits}")));
    for other in ["", "photo-", "1F600", digits, "photo-0123", "../photo-x"] {
        assert!(!is_photo(other), "{other}");
    }
    assert!(!is_photo(&format!("photo-{}", digits.to_uppercase())));
    assert!(!is_photo(&format!("photo-{digits}0")) && !is_photo(&format!("xphoto-{digits}")));
    assert!(!is_picture(&format!("../photo-{digits}")));
}

#[test]
fn the_photos_of_a_survey_are_those_that_it_names_each_once() {
    let mut survey = samples::survey();
    assert_eq!(of_survey(&survey), [""; 0]);
    let name = photo().name();
    survey.questions[0].picture = name.clone();
    let with_choices = survey.questions.iter().rposition(|q| !q.choices.is_empty());
    survey.questions[with_choices.expect("choices")].choices[0].picture = name.clone();
    assert_eq!(of_survey(&survey), core::slice::from_ref(&name));
    let survey = ask_together::model::survey::Survey::from_packet(&survey.to_packet());
    assert_eq!(of_survey(&survey.expect("a sound survey")), [name]);
}

#[test]
fn every_name_in_the_history_of_a_draft_is_found() {
    use ask_together::model::draft::{Change, Part};
    let mut draft = samples::draft();
    let question = draft.content().questions[0].id;
    let name = photo().name();
    for picture in [&name, "1F600"] {
        let change = Change::SetPart { question, part: Part::Picture(picture.to_owned()) };
        let edit = draft.edit(ask_together::model::id::Author(5), 9, change);
        draft.apply(edit);
    }
    assert_eq!(draft.content().question(question).expect("it").picture, "1F600");
    assert_eq!(named_in(&draft.to_packet()).into_iter().collect::<Vec<_>>(), [name]);
    assert!(named_in(b"photo-photo-photo").is_empty());
}

#[test]
fn a_copy_carries_photos_and_a_bad_one_spoils_it() {
    let backup = Backup { photos: vec![photo()], ..samples::backup() };
    let json = backup.to_json();
    let read = Backup::from_json(&json).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(read == backup);
    let start = json.find("\"photos\": [").expect("photos");
    for (bad, why) in [
        ("\"photos\": [\"\"]", Unreadable::Damaged),
        ("\"photos\": [\"not base64!\"]", Unreadable::Damaged),
        ("\"photos\": [1]", Unreadable::Damaged),
        // In a format that we do not know.
        ("\"photos\": [\"AAAA\"]", Unreadable::Newer),
    ] {
        let text = format!("{}{bad}\n}}", &json[..start]);
        assert_eq!(Backup::from_json(&text).err(), Some(why), "{bad}");
    }
}

fn check_square(crop: Crop, size: (f64, f64), expected: (f64, f64, f64)) {
    let Square { left, top, side } = crop.square(size);
    assert_eq!((left, top, side), expected, "{crop:?}");
}

#[test]
fn the_square_stays_in_the_photo_however_it_is_turned_and_moved() {
    let middle = Crop::default();
    check_square(middle, (400.0, 300.0), (50.0, 0.0, 300.0));
    check_square(middle.turned(true), (400.0, 300.0), (0.0, 50.0, 300.0));
    check_square(Crop { zoom: 2.0, ..middle }, (400.0, 300.0), (125.0, 75.0, 150.0));
    check_square(
        Crop { zoom: 99.0, across: 9.0, down: -1.0, ..middle },
        (400.0, 400.0),
        (300.0, 0.0, 100.0),
    );
    assert_eq!(middle.turned(false).turns, 3);
    assert_eq!(middle.turned(false).turned(true), middle);
    // A finger that goes right shows what is further left.
    let dragged = middle.dragged((400.0, 300.0), (0.1, 0.1));
    check_square(dragged, (400.0, 300.0), (20.0, 0.0, 300.0));
    let far = middle.dragged((400.0, 300.0), (-5.0, 0.0));
    check_square(far, (400.0, 300.0), (100.0, 0.0, 300.0));
    assert_eq!(middle.dragged((1.0, 1.0), (0.3, 0.3)), middle);
}

pub fn survey_file() -> SurveyFile {
    // The golden survey's packet stands for what a browser deflates.
    let other = Photo::read(jpeg(&START)).expect("a photo");
    SurveyFile {
        deflated: samples::survey().to_packet(),
        photos: vec![photo(), other],
        media: vec![],
    }
}

fn read(bytes: &[u8]) -> Result<(), Unreadable> {
    SurveyFile::from_packet(bytes).map(drop)
}

#[test]
fn a_survey_file_comes_back_as_it_was() {
    assert!(SurveyFile::from_packet(&survey_file().to_packet()) == Ok(survey_file()));
}

#[test]
fn a_survey_file_that_is_cut_changed_newer_or_too_large_is_refused() {
    let whole = survey_file().to_packet();
    for length in 0..whole.len() {
        assert_eq!(read(&whole[..length]), Err(Unreadable::Damaged));
    }
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        assert_eq!(read(&changed), Err(Unreadable::Damaged), "{place}");
    }
    let body = &whole[1..whole.len() - 4];
    assert_eq!(read(&packet("survey file", 2, body)), Err(Unreadable::Newer));
    assert_eq!(read(&packet("survey", 1, body)), Err(Unreadable::Damaged));
    assert_eq!(read(&vec![0; SurveyFile::LARGEST + 1]), Err(Unreadable::TooLarge));
}

#[test]
fn a_survey_file_with_something_else_for_a_photo_is_refused() {
    let with = |photo: &[u8]| {
        let body = [&[0, 1, photo.len() as u8], photo].concat();
        read(&packet("survey file", 1, &body))
    };
    assert_eq!(with(&webp(&[IMAGE])), Ok(()));
    let carries = [webp(&[IMAGE, (b"EXIF", b"x")]), jpeg(&[START[0], (0xe1, b"Exif\0\0")])];
    for bad in [&b""[..], &carries[0], &carries[1]] {
        assert_eq!(with(bad), Err(Unreadable::Damaged));
    }
}

#[test]
fn a_survey_file_with_a_photo_in_a_format_to_come_is_newer() {
    let with = |photo: &[u8]| {
        let file = (Vec::<u8>::new(), vec![photo.to_vec()]);
        read(&packet("survey file", 1, &postcard::to_allocvec(&file).expect("bytes")))
    };
    for other in [&b"<svg onload=alert(1)>"[..], b"\x89PNG", b"\0\0\0\x20ftypavif"] {
        assert_eq!(with(other), Err(Unreadable::Newer));
    }
    assert_eq!(with(&[7; LARGEST_PHOTO]), Err(Unreadable::Newer));
    assert_eq!(with(&[7; LARGEST_PHOTO + 1]), Err(Unreadable::Damaged));
    // More photos than there are bytes.
    let body = [0, 0xff, 0xff, 0xff, 0xff, 0x0f];
    assert_eq!(read(&packet("survey file", 1, &body)), Err(Unreadable::Newer));
}
