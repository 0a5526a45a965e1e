//! Frames of a text: whatever order a camera reads them in, the text comes out, or nothing does.

use ask_together::model::frames::collect::{Frames, Seen};
use ask_together::model::frames::{LARGEST, TURNS, USUAL, cut};
use proptest::prelude::*;

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

#[test]
fn frames_that_somebody_made_up_give_no_text() {
    // Each is right by itself: the frames of two texts under one name would need its digest.
    let [one, other] = [cut(&long("x")), cut(&long("y"))];
    let name = |frame: &str| frame.split('.').nth(1).unwrap().to_owned();
    let forged: Vec<String> =
        other.iter().map(|frame| frame.replace(&name(frame), &name(&one[0]))).collect();
    let mut all = Frames::default();
    for frame in &forged {
        assert_eq!(all.take(frame), Seen::Damaged);
    }
    assert_eq!(all.progress(), None);
    assert_eq!(collected(forged.iter().chain(&one)), [long("x")]);
}

#[test]
fn numbers_past_the_end_are_refused() {
    let frame = cut(&long("x")).remove(0);
    let fields: Vec<&str> = frame.splitn(6, '.').collect();
    for (number, of) in [
        ("0", "9"),
        ("10", "9"),
        ("1", "0"),
        ("1", "99999999999999999999"),
        ("01", "9"),
        ("+1", "9"),
    ] {
        let mut forged = fields.clone();
        (forged[2], forged[3]) = (number, of);
        assert_eq!(Frames::default().take(&forged.join(".")), Seen::Damaged, "{number} of {of}");
    }
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
