//! Ask Together: easy-read surveys, made with the people they are for. No server.
//!
//! - [`model`]: what a survey, a draft and an answer are, and every rule. Pure; builds anywhere.
//! - `browser`: everything we ask of a browser. The only folder that names web-sys, js-sys, gloo.
//! - `ui`: components that the programs share.
//! - `organiser`: the program that makes surveys and reads answers.
//! - `participant`: the program that people answer with. Phones download it, so it stays small.
//! - `reviewer`: the program that co-designers check a draft with. It stands on the participant's.
//!
//! **Invariant:** `model` and `browser` never know each other; `organiser` and the other
//! two programs never know each other, nor does `participant` know `reviewer`. `tests/layers.rs` holds this.
//!
//! Everything but the model builds for wasm alone, so `cargo test` needs no browser.

pub mod model;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod organiser;
#[cfg(target_arch = "wasm32")]
pub mod participant;
#[cfg(target_arch = "wasm32")]
pub mod reviewer;
#[cfg(target_arch = "wasm32")]
pub mod ui;

/// A TLSF allocator in place of the standard library's: 2 kB less for every phone to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The `main` of a program, and where the build cuts it in two: `$start` gets the deferred part, or the
/// way to it.
///
/// A build for hosts is cut (`xtask/src/build/cut.rs`, which sets `cut`): what only `$deferred` leads to
/// becomes a file of its own, which comes a moment after the page. Any other build is in one piece.
#[macro_export]
macro_rules! program {
    ($start:path, $deferred:path, $table:path) => {
        fn main() {
            #[cfg(all(target_arch = "wasm32", not(cut)))]
            $start($crate::ui::chunk::Stage::Here(&$deferred));
            #[cfg(all(target_arch = "wasm32", cut))]
            $start($crate::ui::chunk::Stage::Away(|| {
                __wasm_split_00later00_import_00000000000000000000000000000001()
            }));
        }

        // The names tell the cutter that calling the one is to reach the other. It knows them by the number.
        #[cfg(all(target_arch = "wasm32", cut))]
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        #[allow(improper_ctypes)]
        unsafe extern "C" {
            safe fn __wasm_split_00later00_import_00000000000000000000000000000001()
            -> &'static $table;
        }

        #[cfg(all(target_arch = "wasm32", cut))]
        #[unsafe(no_mangle)]
        extern "C" fn __wasm_split_00later00_export_00000000000000000000000000000001()
        -> &'static $table {
            &$deferred
        }
    };
}
