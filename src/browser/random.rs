//! Random bytes, from the browser's own source for secrets.

use super::window;

/// Fresh random bytes.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Every browser that runs WebAssembly has it. Going on without would make keys that anyone
    // can guess, so there is no other way.
    window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .expect("the browser has random bytes");
    bytes
}
