//! Targets for fuzzing: whatever comes in from somebody else, made of what really came once.
//!
//! Each target takes a few bytes as steps: which golden file to begin with, and what to do to it. So a random
//! input gets past the check of a packet, and an engine that follows coverage has something to steer by. A
//! target panics when something is wrong, and else says nothing.
//!
//! `cargo test --test fuzz` walks a fixed corpus, the same on every computer. By hand, ten million random inputs
//! of one target: `BOLERO_RANDOM_ITERATIONS=10000000 cargo test --test fuzz packets`. With cargo-bolero,
//! `cargo bolero test --test fuzz packets` lets libFuzzer steer.
//!
//! Absent: what each hostile thing must give. The attacks in `tests/model` hold that.

#![cfg(not(target_arch = "wasm32"))]

mod drafts;
mod files;
mod mutate;
mod packets;
mod steps;
mod texts;

use steps::Steps;

/// How many inputs of the fixed corpus each target walks.
const CORPUS: u64 = 400;

/// The same inputs on every computer.
fn corpus(target: fn(&mut Steps)) {
    for number in 0..CORPUS {
        let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let bytes: Vec<u8> = (0..8 + number % 120)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state >> 32) as u8
            })
            .collect();
        target(&mut Steps::new(&bytes));
    }
    target(&mut Steps::new(&[]));
}

/// True when somebody asks for more than the fixed corpus. What is random would fail now and then, on a change
/// that has nothing to do with it.
fn is_by_hand() -> bool {
    let asked = ["BOLERO_RANDOM_ITERATIONS", "BOLERO_RANDOM_TEST_TIME_MS"];
    cfg!(fuzzing) || asked.iter().any(|name| std::env::var_os(name).is_some())
}

/// A test for each target, with its name.
macro_rules! targets {
    ($($name:ident: $target:path),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                corpus($target);
                if !is_by_hand() {
                    return;
                }
                bolero::check!().for_each(|bytes: &[u8]| $target(&mut Steps::new(bytes)));
            }
        )*
    };
}

targets! {
    packets: packets::target,
    links: texts::links,
    messages: texts::messages,
    pasted_lists: texts::pasted_lists,
    backups: files::backups,
    photos: files::photos,
    settings_of_hosts: files::settings_of_hosts,
    deflated: files::deflated,
    parts_of_talk: packets::parts_of_talk,
    drafts: drafts::target,
}
