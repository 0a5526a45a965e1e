//! QR codes, read back by `quircs`, which is not the crate that made them, from the very path that is drawn.

use ask_together::model::qr::{QUIET, Qr, encode, read, small};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Pixels a square when the code is drawn for reading.
const SCALE: usize = 4;

/// Draws the path, black on white, as a browser would.
fn drawn(qr: &Qr) -> (usize, Vec<u8>) {
    let side = qr.size as usize * SCALE;
    let mut pixels = vec![255; side * side];
    for run in qr.path.split_terminator('z') {
        let (start, line) =
            run.strip_prefix('M').and_then(|run| run.split_once('h')).expect("M…h…");
        let (left, top) = start.split_once(' ').expect("two numbers");
        let (width, back) = line.split_once("v1h-").expect("a run is 1 square high");
        assert_eq!(width, back, "a run goes back as far as it went");
        let number = |text: &str| text.parse::<usize>().expect("a number") * SCALE;
        let (left, top, width) = (number(left), number(top), number(width));
        for y in top..top + SCALE {
            pixels[y * side + left..y * side + left + width].fill(0);
        }
    }
    (side, pixels)
}

/// The text as a camera would read it from the drawn code.
fn scanned(qr: &Qr) -> String {
    let (side, pixels) = drawn(qr);
    let codes = read::read(side, side, &pixels);
    assert_eq!(codes.len(), 1, "there is one code in the picture");
    codes.into_iter().next().expect("one")
}

fn link(length: usize) -> String {
    let start = "https://example.org/answer.html#ask-survey.";
    let code = (0..).map(|n| char::from(b"Aa0-_zZ9"[n % 8 * 3 % 8]));
    start.chars().chain(code).take(length).collect()
}

#[test]
fn a_code_reads_back_at_every_size() {
    for length in [1, 20, 60, 150, 300, 600, 1_000, 1_500, 2_000, 2_500, 2_953] {
        let qr = encode(&link(length)).expect("short enough");
        assert_eq!(scanned(&qr), link(length), "{length} characters");
    }
}

#[test]
fn other_scripts_read_back() {
    for text in ["Your café ☕", "هل تحب الشاي؟", "האם אתה אוהב תה?"] {
        assert_eq!(scanned(&encode(text).expect("short enough")), text);
    }
}

#[test]
fn the_longest_text_fits_and_one_more_does_not() {
    assert!(encode(&link(2_953)).is_some());
    assert_eq!(encode(&link(2_954)), None);
    assert_eq!(encode(&link(1_000_000)), None);
}

#[test]
fn a_short_link_is_easy_to_read_and_a_long_one_needs_a_good_camera() {
    let is_fine = |length| encode(&link(length)).expect("short enough").is_fine;
    assert!(!is_fine(100));
    assert!(!is_fine(858), "the most that version 20 holds");
    assert!(is_fine(859));
    assert!(is_fine(2_953));
}

#[test]
fn the_edge_is_white() {
    let qr = encode("https://example.org/").expect("short enough");
    let (side, pixels) = drawn(&qr);
    let edge = QUIET as usize * SCALE;
    let dark = |x: usize, y: usize| pixels[y * side + x] == 0;
    let inside = edge..side - edge;
    for y in 0..side {
        for x in 0..side {
            assert!(!dark(x, y) || inside.contains(&x) && inside.contains(&y), "{x} {y}");
        }
    }
    assert!(dark(edge, edge) && dark(side - edge - 1, edge) && dark(edge, side - edge - 1));
}

#[test]
fn two_codes_in_one_picture_are_both_read() {
    let draw = |text: &str| drawn(&encode(text).expect("short enough"));
    let ((side, one), (other_side, two)) = (draw("one"), draw("two"));
    assert_eq!(side, other_side);
    let mut found = read::read(side, 2 * side, &[one, two].concat());
    found.sort();
    assert_eq!(found, ["one", "two"]);
}

#[test]
fn what_is_no_picture_has_no_code_in_it() {
    let none: [String; 0] = [];
    assert_eq!(read::read(0, 0, &[]), none);
    assert_eq!(read::read(10, 10, &[0; 99]), none);
    assert_eq!(read::read(usize::MAX, 2, &[0; 2]), none);
    assert_eq!(read::read(100, 100, &[128; 10_000]), none);
    assert_eq!(read::read(4_001, 1_000, &[255; 4_001_000]), none);
}

/// Each square of a drawn code, without the white edge.
fn squares(qr: &Qr) -> Vec<bool> {
    let (side, pixels) = drawn(qr);
    let inside = QUIET as usize..qr.size as usize - QUIET as usize;
    let dark = |x: usize, y: usize| pixels[y * SCALE * side + x * SCALE] == 0;
    inside
        .clone()
        .flat_map(|y| inside.clone().map(move |x| (x, y)))
        .map(|(x, y)| dark(x, y))
        .collect()
}

#[test]
fn a_phones_code_is_square_for_square_what_another_encoder_makes() {
    let lengths = (0..=858).step_by(13).chain([17, 18, 230, 231, 271, 272, 857, 858]);
    for length in lengths {
        let text = link(length);
        let own = small::encode(&text).expect("short enough");
        let version = Version::new(((own.size - 2 * QUIET - 17) / 4) as u8);
        let other = QrCode::encode_segments_advanced(
            &[QrSegment::make_bytes(text.as_bytes())],
            QrCodeEcc::Low,
            Version::MIN,
            version,
            Some(Mask::new(0)),
            false,
        )
        .expect("short enough");
        assert_eq!(other.version(), version, "{length} characters need no larger code");
        let side = other.size();
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        let expected: Vec<bool> = places.map(|(x, y)| other.get_module(x, y)).collect();
        assert_eq!(squares(&own), expected, "{length} characters");
    }
}

#[test]
fn a_phones_code_reads_back_up_to_the_size_that_poor_cameras_read() {
    for length in [1, 60, 150, 400, 620, 700, 858] {
        let qr = small::encode(&link(length)).expect("short enough");
        assert!(!qr.is_fine);
        assert_eq!(scanned(&qr), link(length), "{length} characters");
    }
    assert_eq!(scanned(&small::encode("Ŵy ☕").expect("short enough")), "Ŵy ☕");
    assert_eq!(small::encode(&link(859)), None);
    assert_eq!(small::encode(&link(1_000_000)), None);
}
