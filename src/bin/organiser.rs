//! The organiser's program, and where it is cut in two. Everything it does is in
//! `ask_together::organiser`.
//!
//! A build for hosts is cut (`xtask/src/build/cut.rs`, which sets `cut`): what only [`LATER`] leads to
//! becomes a file of its own, which is there a moment after the page. Any other build is in one piece.

#[cfg(target_arch = "wasm32")]
use ask_together::organiser::{LATER, Second, start};

fn main() {
    #[cfg(all(target_arch = "wasm32", not(cut)))]
    start(Second::Here(&LATER));
    #[cfg(all(target_arch = "wasm32", cut))]
    start(Second::Away(|| __wasm_split_00later00_import_00000000000000000000000000000001()));
}

// The names tell the cutter that calling the one is to reach the other. It knows them by the number.
#[cfg(all(target_arch = "wasm32", cut))]
#[link(wasm_import_module = "__wasm_split_placeholder__")]
#[allow(improper_ctypes)]
unsafe extern "C" {
    safe fn __wasm_split_00later00_import_00000000000000000000000000000001()
    -> &'static ask_together::organiser::Later;
}

#[cfg(all(target_arch = "wasm32", cut))]
#[unsafe(no_mangle)]
extern "C" fn __wasm_split_00later00_export_00000000000000000000000000000001()
-> &'static ask_together::organiser::Later {
    &LATER
}
