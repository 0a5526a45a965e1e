//! Ask Together: easy-read surveys, made with the people they are for. No server.
//!
//! - [`model`]: what a survey, a draft and an answer are, and every rule. Pure; builds anywhere.
//! - `browser`: everything we ask of a browser. The only folder that names web-sys, js-sys, gloo.
//! - `ui`: components that both programs show.
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
