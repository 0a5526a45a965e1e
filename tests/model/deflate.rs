//! What was deflated inflates to the same, whoever deflated it; nothing else does, and nothing swells
//! past its cap.

use ask_together::model::deflate::{CannotInflate, deflate, inflate};
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

const MOST: usize = 1 << 20;

/// Text with much that comes again, and bytes with little.
fn sample() -> Vec<u8> {
    let words = "Do you like where you live? Yes. No. Not sure. ".repeat(40);
    let noise = (0..2000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 11) as u8);
    words.bytes().chain(noise).collect()
}

#[test]
fn what_others_deflated_inflates() {
    // Level 0 stores, 1 has fixed codes at times, the others bring their own.
    for level in 0..=10 {
        for bytes in [Vec::new(), b"a".to_vec(), b"Tea?".to_vec(), vec![7; 70_000], sample()] {
            assert_eq!(inflate(&compress_to_vec(&bytes, level), MOST), Ok(bytes), "{level}");
        }
    }
}

#[test]
fn what_zlib_made_of_a_sentence_inflates() {
    // zlib's own, at its usual level: fixed codes, with one distance.
    let zlib = [0x73, 0xc9, 0x57, 0xa8, 0xcc, 0x2f, 0x55, 0x48, 0xc1, 0x42, 0xd9, 0x03, 0x00];
    let sentence = b"Do you do you do you do you?";
    assert_eq!(inflate(&zlib, MOST).as_deref(), Ok(&sentence[..]));
}

#[test]
fn deflated_bytes_are_about_as_few_as_they_can_be() {
    assert!(deflate(&sample()).len() <= compress_to_vec(&sample(), 6).len());
}

#[test]
fn bytes_that_swell_past_the_cap_are_stopped_there() {
    let small = deflate(&vec![0; 50_000_000]);
    assert!(small.len() < 100_000);
    assert_eq!(inflate(&small, MOST), Err(CannotInflate::TooLarge));
    for level in [0, 1, 9] {
        let deflated = compress_to_vec(&sample(), level);
        let length = sample().len();
        assert_eq!(inflate(&deflated, length - 1), Err(CannotInflate::TooLarge), "{level}");
        assert!(inflate(&deflated, length).is_ok(), "{level}");
    }
}

#[test]
fn bytes_that_are_cut_short_or_go_on_are_damaged() {
    for level in [0, 1, 9] {
        let whole = compress_to_vec(&sample(), level);
        for end in (0..whole.len()).step_by(7) {
            assert_eq!(inflate(&whole[..end], MOST), Err(CannotInflate::Damaged), "{level} {end}");
        }
        assert_eq!(inflate(&[&whole[..], &[0]].concat(), MOST), Err(CannotInflate::Damaged));
    }
}

/// Bits as they stand in a stream, the first as the lowest of the first byte.
fn bits(bits: &str) -> Vec<u8> {
    let bits: Vec<u8> = bits.bytes().filter(|byte| *byte != b' ').map(|byte| byte - b'0').collect();
    let byte = |eight: &[u8]| eight.iter().rev().fold(0, |byte, bit| byte << 1 | bit);
    bits.chunks(8).map(byte).collect()
}

#[test]
fn what_no_encoder_writes_is_damaged() {
    let checks = [
        ("a block of an unknown kind", "1 11"),
        (
            "a stored block whose length is not what its check says",
            "1 00 00000 1000000000000000 0000000000000000",
        ),
        ("a distance to before the start", "1 10 0000001 00000 0000000"),
        ("a distance that stands for nothing", "1 10 00110000 0000001 11110 0000000"),
        ("a length that stands for nothing", "1 10 11000110 00000 0000000"),
        ("more codes than fit", "1 01 00000 00000 1111 100 100 100 100 100 100 100 100 100"),
        ("too many letters", "1 01 11111 00000 1111"),
        ("a repetition of nothing", "1 01 00000 00000 0000 100 000 000 100 00"),
    ];
    for (what, stream) in checks {
        assert_eq!(inflate(&bits(stream), MOST), Err(CannotInflate::Damaged), "{what}");
    }
}

proptest! {
    #[test]
    fn anything_comes_back(bytes in proptest::collection::vec(0_u8..9, 0..3000), level in 0_u8..=10) {
        let theirs = compress_to_vec(&bytes, level);
        prop_assert_eq!(inflate(&theirs, MOST), Ok(bytes.clone()));
        prop_assert_eq!(inflate(&deflate(&bytes), MOST), Ok(bytes));
    }

    /// The other decoder is lenient about what follows the end, so only what both take is compared.
    #[test]
    fn what_is_changed_on_the_way_never_panics_and_never_differs_from_another_decoder(
        place in 0_usize..400,
        change in 1_u8..=255,
        level in 0_u8..=10,
    ) {
        let mut deflated = compress_to_vec(&sample(), level);
        let place = place % deflated.len();
        deflated[place] ^= change;
        if let Ok(ours) = inflate(&deflated, MOST) {
            let theirs = miniz_oxide::inflate::decompress_to_vec_with_limit(&deflated, MOST);
            prop_assert_eq!(Ok(ours), theirs.map_err(|_| ()));
        }
    }

    #[test]
    fn any_bytes_at_all_end(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = inflate(&bytes, MOST);
    }
}
