//! Changes bytes as hostile people and bad lines do: bits, numbers, lengths, pieces out, pieces twice.

use crate::steps::Steps;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Bytes that often mean something: lengths, marks of numbers that go on, and signs of texts.
const TELLING: &[&[u8]] = &[
    &[0],
    &[1],
    &[0x7f],
    &[0x80],
    &[0xff],
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
    &[0x80, 0x80, 0x80, 0x80, 0x04],
    b"\n",
    b"\r\n\r\n",
    b"#",
    b"%23",
    b"=\r\n",
    b"=3D",
    b"<",
    b"&#x202e;",
    b"\"",
    b"{1}",
    "\u{202e}".as_bytes(),
    "\u{0}".as_bytes(),
];

/// A golden file.
pub fn golden(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    std::fs::read(path).unwrap_or_else(|error| panic!("tests/data/{name}: {error}"))
}

/// The bytes after up to 8 changes.
pub fn mutated(bytes: &[u8], steps: &mut Steps) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=steps.byte() % 8 {
        if !steps.has_more() {
            break;
        }
        let from = steps.below(bytes.len() + 1);
        let to = (from + usize::from(steps.byte() % 32)).min(bytes.len());
        match steps.byte() % 7 {
            0 if from < bytes.len() => bytes[from] ^= 1 << (steps.byte() % 8),
            1 if from < bytes.len() => bytes[from] = steps.byte(),
            2 => _ = bytes.splice(from..from, steps.pick(TELLING).iter().copied()),
            3 => _ = bytes.splice(from..to, steps.pick(TELLING).iter().copied()),
            4 => _ = bytes.drain(from..to),
            5 => {
                let piece = bytes[from..to].to_vec();
                let at = steps.below(bytes.len() + 1);
                bytes.splice(at..at, piece);
            }
            6 if steps.byte() < 16 => bytes.truncate(from),
            _ => {}
        }
    }
    bytes
}

/// The same as text.
pub fn mutated_text(text: &str, steps: &mut Steps) -> String {
    String::from_utf8_lossy(&mutated(text.as_bytes(), steps)).into_owned()
}

/// A packet with changes inside, whose check is right but for one in sixteen.
pub fn mutated_packet(name: &str, packet: &[u8], steps: &mut Steps) -> Vec<u8> {
    if steps.byte() < 16 {
        return mutated(packet, steps);
    }
    let end = packet.len().saturating_sub(4);
    checked(name, &mutated(&packet[..end], steps))
}

/// These bytes as a packet whose check is right.
pub fn checked(name: &str, bytes: &[u8]) -> Vec<u8> {
    let hash = Sha256::new().chain_update(name).chain_update(bytes).finalize();
    [bytes, &hash[..4]].concat()
}
