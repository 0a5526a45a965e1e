//! Ask Together: easy-read surveys, made with the people they are for. No server.
//!
//! - [`model`]: what a survey, a draft and an answer are, and every rule. Pure; builds anywhere.
//! - `browser`: everything we ask of a browser. The only folder that names web-sys, js-sys, gloo.
//! - `ui`: components that the programs share.
//! - `organiser`: the program that makes surveys and reads answers.
//! - `participant`: the program that people answer with. Phones download it, so it stays small.
//! - `reviewer`: the program that co-designers check a draft with. It stands on the participant's.
//! - `tablet`: the program of a tablet that is handed on. It stands on the participant's too.
//!
//! **Invariant:** `model` and `browser` never know each other; `organiser` and the other
//! programs never know each other, nor does `participant` know those that stand on it. `tests/layers.rs` holds this.
//!
//! Everything but the model builds for wasm alone, so `cargo test` needs no browser.
//!
//! # Glossary
//!
//! - **Draft**: a survey while it is made: a log of edits, and the content that they add up to.
//! - **Edit**: one change by one author, with what that author had seen. **Act**: what a person meant by it.
//! - **Content**: what a draft says now. **Place**: one text in it.
//! - **Clash**: what two people changed apart, and a person must settle.
//! - **Author**: a random number for each browser tab that edits. No name.
//! - **Survey**: a published version. It never changes. **Version**: its number, for people.
//! - **Edition**: the fingerprint of a survey's words and key, by which programs know it.
//! - **Problem**: what keeps a draft from being published, and a person can mend.
//! - **Finding**: what the advice says of a text. **Remedy**: a change that one press makes.
//! - **Kind**: how a question is answered, or what a page is for.
//! - **Section**: questions asked together, once or once for each of something. **Round**: one such time.
//! - **Condition**: when a question is asked. **Test**: one line of it.
//! - **Path**: the questions that one person is asked. **Step**: a question on it, and which round.
//! - **Walk**: from page to page along a path.
//! - **Answers**: what a person said so far. **Progress**: those, and where they are.
//! - **Response**: answers that are handed in. **SealedResponse**: the same, for the organiser's key alone.
//! - **Misfit**: a response that its version could not have asked for. It is kept, and not counted.
//! - **Inbox**: takes in sealed responses. **Waiting**: one that nothing here can open or judge yet.
//! - **Changes**: what came of what people said: a log of edits of its own. **Sheet**: those that everybody reads.
//! - **Words we agree**: a glossary that all surveys of a browser share, a log of edits too. **Term**: a word of it.
//! - **Ladder**: how much people take part in making a survey, in five steps. **Rung**: one of them, with an example.
//! - **Codebook**: the columns of the answers through all versions.
//! - **Packet**: a thing with a saved form. **Newer**: a packet of a later release.
//! - **Round of review**: a draft as it was sent to co-designers. **Notes**: what one of them said of it.
//! - **Work**: what a team does with what people wrote: tags, marks, names that are struck out. **Sheet**: one record
//!   of it. **Spot**: one written answer.
//! - **Record**: what the browser keeps under one name. **Aside**: one that can't be read, kept all the same.
//! - **Backup**: a file of everything, with the keys.
//! - **Ready-made**: questions and surveys that come with the app.
//! - **Chunk**: the part of a program that comes a moment after its page.

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
pub mod tablet;
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
