//! Frames of a text: whatever order a camera reads them in, the text comes out, or nothing does.

use ask_together::model::frames::collect::{Frames, Seen};
use ask_together::model::frames::{LARGEST, TURNS, USUAL, cut};
use base64ct::{Base64UrlUnpadded, Encoding};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn long(seed: &str) -> String {
    (0..900).map(|number| format!("{seed}{number} ")).collect()
}

/// What comes out of these.
fn collected<'a>(frames: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut all = Frames::default();
    let whole = |seen| match seen {
        Seen::Whole(text) => Some(text),
        _ => None,
    };
    frames.into_iter().filter_map(|frame| whole(all.take(frame))).collect()
}

#[test]
fn four_a_second_is_usual_and_slower_and_faster_are_there() {
    assert_eq!(TURNS[USUAL], 250);
    assert!(USUAL > 0 && USUAL + 1 < TURNS.len());
    assert!(TURNS.windows(2).all(|two| two[0] > two[1]));
}

#[test]
fn no_frame_is_longer_than_a_poor_camera_reads() {
    for text in [String::new(), "a".into(), long("x"), "🙂".repeat(3_000), "é".repeat(70_000)] {
        let frames = cut(&text);
        assert!(frames.iter().all(|frame| frame.len() <= LARGEST), "{}", text.len());
        assert_eq!(collected(&frames), [text]);
    }
}

#[test]
fn a_text_is_whole_once_and_not_again() {
    let frames = cut(&long("x"));
    let twice: Vec<String> = frames.iter().chain(&frames).cloned().collect();
    assert_eq!(collected(&twice).len(), 1);
}

#[test]
fn a_stray_code_changes_nothing() {
    let mut all = Frames::default();
    let frames = cut(&long("x"));
    all.take(&frames[3]);
    let before = all.progress();
    for other in ["", "hello", "ask-answer.AAAA", "ask-frame.", "ask-frame.a.1.2.b.c"] {
        assert!(matches!(all.take(other), Seen::Other | Seen::Damaged), "{other}");
        assert_eq!(all.progress(), before);
    }
}

#[test]
fn more_films_than_anybody_shows_take_no_memory_and_the_longest_stays() {
    let mut all = Frames::default();
    let frames = cut(&long("x"));
    let (last, most) = frames.split_last().unwrap();
    for frame in most {
        all.take(frame);
    }
    for number in 0..100 {
        all.take(&cut(&long(&format!("other {number} ")))[0]);
    }
    assert_eq!(all.progress(), Some((most.len(), frames.len())));
    assert_eq!(all.take(last), Seen::Whole(long("x")));
}

/// A frame as somebody makes it up who knows how: its check is right.
fn forged(name: &str, number: &str, of: &str, part: &str) -> String {
    let body = format!("{name}.{number}.{of}.{part}");
    let check = Base64UrlUnpadded::encode_string(&Sha256::digest(body.as_bytes())[..3]);
    format!("ask-frame.{name}.{number}.{of}.{check}.{part}")
}

#[test]
fn frames_that_somebody_made_up_give_no_text() {
    let frames = cut("Our own words");
    let name = frames[0].split('.').nth(1).unwrap();
    assert_eq!(frames, [forged(name, "1", "1", "Our own words")]);
    let mut all = Frames::default();
    assert_eq!(all.take(&forged(name, "1", "1", "Other words")), Seen::Damaged);
    assert_eq!(all.take(&forged(name, "1", "2", "Other ")), Seen::Part);
    assert_eq!(all.take(&forged(name, "2", "2", "words")), Seen::Damaged);
    // They keep nothing from coming in.
    assert_eq!(all.progress(), None);
    assert_eq!(all.take(&frames[0]), Seen::Whole("Our own words".into()));
}

#[test]
fn numbers_past_the_end_are_refused() {
    let name = "AAAAAAAA";
    assert_eq!(Frames::default().take(&forged(name, "1", "6000", "a")), Seen::Part);
    let none = [("0", "9"), ("10", "9"), ("1", "0"), ("1", "6001"), ("1", "99999999999999999999")];
    let odd = [("01", "9"), ("+1", "9"), ("", "9"), ("1", ""), ("１", "9")];
    for (number, of) in none.into_iter().chain(odd) {
        let frame = forged(name, number, of, "a");
        assert_eq!(Frames::default().take(&frame), Seen::Damaged, "{number} of {of}");
    }
    for name in ["", "AAAAAAA", "AAAAAAAAA"] {
        assert_eq!(Frames::default().take(&forged(name, "1", "2", "a")), Seen::Damaged, "{name}");
    }
    let long = "a".repeat(LARGEST);
    assert_eq!(Frames::default().take(&forged(name, "1", "2", &long)), Seen::Damaged);
}

proptest! {
    /// Any start, any order, any repeats, two films at once, strays and damaged frames between them.
    #[test]
    fn the_texts_come_out_whatever_the_camera_sees(
        (one, other) in ("\\PC{1,900}", "[a-z]{300,2000}"),
        seen in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), 0_u8..5), 0..200),
        damage in (any::<prop::sample::Index>(), 1_u8..128),
    ) {
        prop_assume!(one != other);
        let films = [cut(&one), cut(&other)];
        let mut all = Frames::default();
        let (mut found, mut before) = (Vec::new(), 0);
        let each = films.iter().flatten().cloned();
        let random = seen.iter().map(|(which, place, what)| {
            let frame = place.get(&films[usize::from(*which)]).clone();
            match what {
                0 => "a stray code".to_owned(),
                1 => {
                    let mut bytes = frame.into_bytes();
                    let place = damage.0.index(bytes.len());
                    bytes[place] ^= damage.1;
                    String::from_utf8_lossy(&bytes).into_owned()
                }
                _ => frame,
            }
        });
        for text in random.chain(each) {
            if let Seen::Whole(text) = all.take(&text) {
                found.push(text);
                before = 0;
            }
            let now = all.progress().map_or(0, |(have, of)| { assert!(have < of); have });
            prop_assert!(now >= before);
            before = now;
        }
        found.sort();
        let mut expected = vec![one, other];
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}
